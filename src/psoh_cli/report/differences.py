"""Where informants differ, and where an answer and the kaart cannot both be right."""

from __future__ import annotations

from psoh_cli.analysis.evidence import words_of
from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing
from psoh_cli.report import voices, wording
from psoh_cli.report.document import Block, Column, FindingBlock, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.findings import finding_block
from psoh_cli.report.spans import (
    LineLike,
    Reference,
    line,
    pieces,
    strong,
)


def differences(draft: Draft, *, number: str) -> Section:
    """Compose where informants differ, and where an answer and the kaart cannot both be right."""
    differ = draft.analysis.of_kind(FindingKind.DIFFERENCE)
    contradict = draft.analysis.of_kind(FindingKind.CONTRADICTION)
    who = wording.voices(draft.gemeente)
    lead = (
        "Wij stemmen niet. Waar bronnen verschillen staat elk antwoord naast de bron die het geeft; navragen hoe het "
        "nu is, is dan de eerste stap."
        if wording.from_public_sources(draft.gemeente)
        else "Wij stemmen niet. Waar informanten verschillend antwoorden staat elk antwoord naast de functie die het "
        "gaf; een gesprek tussen hen is dan de eerste stap."
    )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if not differ and not contradict:
        blocks.append(
            Paragraph(
                content=f"Er zijn nu geen verschillen tussen {who} en geen tegenspraak met de sociale kaart."
            )
        )
    if differ:
        blocks.append(_differ(differ, draft=draft))
    blocks.extend(_contradiction(finding, draft=draft) for finding in contradict)
    return Section(id="verschillen", number=number, title="Verschillen en tegenspraak", blocks=tuple(blocks))


def _differ(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    return Table(
        caption=f"Waar {wording.voices(draft.gemeente)} niet hetzelfde zeggen",
        columns=(Column(title="Vraag", width=8), Column(title="Wie zegt wat", width=14)),
        rows=tuple(
            (
                line(_question(finding, draft=draft)),
                line(_who_says_what(finding, draft=draft)),
            )
            for finding in found
        ),
    )


def _question(finding: Finding, *, draft: Draft) -> str:
    question = draft.catalogue.question.get(finding.about)
    return question.text if question else finding.title


def _who_says_what(finding: Finding, *, draft: Draft) -> LineLike:
    """Put each answer before the roles that gave it; where a finding lists them already, count them and point there."""
    question = draft.catalogue.question.get(finding.about)
    said: dict[str, list[str]] = {}
    for piece in finding.evidence:
        words = listing(words_of(piece.values, question=question))
        said.setdefault(words, []).append(piece.role or "onbekend")
    listed = _listed_at(finding, draft=draft)
    if listed is not None:
        tally = listing([f"{len(set(roles))} keer {words.casefold()}" for words, roles in said.items()])
        return pieces(f"{wording.sentence(tally)} Wie wat zegt staat bij: ", listed, ".")
    parts: list[LineLike] = []
    for place, (words, roles) in enumerate(said.items()):
        parts.append(
            pieces(
                " " if place else "",
                strong(f"{words[:1].upper()}{words[1:]}:"),
                f" {'; '.join(dict.fromkeys(draft.role(role) for role in roles))}.",
            )
        )
    return pieces(*parts)


def _listed_at(finding: Finding, *, draft: Draft) -> Reference | None:
    """Find the finding that lists every answer to this question."""
    for other in wording.judged(draft.analysis):
        if other.is_gap and finding.about in voices.crowded(other):
            return Reference(text=other.title, target=f"#{other.id}")
    return None


def _contradiction(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give a contradiction without its practices: here the talk comes first."""
    block = finding_block(finding, draft=draft)
    return block.model_copy(
        update={"parts": tuple(part for part in block.parts if part.label != "Wat werkt")}
    )
