"""Where informants differ, and where an answer and the kaart cannot both be right."""

from __future__ import annotations

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import listing
from psoh_cli.report.document import Block, Column, FindingBlock, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.findings import finding_block
from psoh_cli.report.spans import (
    LineLike,
    code,
    line,
    pieces,
    strong,
)
from psoh_cli.vocabulary import AnswerKind


def differences(draft: Draft, *, number: str) -> Section:
    """Compose where informants differ, and where an answer and the kaart cannot both be right."""
    differ = draft.analysis.of_kind(FindingKind.DIFFERENCE)
    contradict = draft.analysis.of_kind(FindingKind.CONTRADICTION)
    lead = (
        "Wij stemmen niet. Waar informanten verschillend antwoorden staat elk antwoord naast de functie die het "
        "gaf; een gesprek tussen hen is dan de eerste stap."
    )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if not differ and not contradict:
        blocks.append(
            Paragraph(
                content="Er zijn nu geen verschillen tussen informanten en geen tegenspraak met de sociale kaart."
            )
        )
    if differ:
        blocks.append(_differ(differ, draft=draft))
    blocks.extend(_contradiction(finding, draft=draft) for finding in contradict)
    return Section(id="verschillen", number=number, title="Verschillen en tegenspraak", blocks=tuple(blocks))


def _differ(found: tuple[Finding, ...], *, draft: Draft) -> Table:
    return Table(
        caption="Waar informanten niet hetzelfde zeggen",
        columns=(
            Column(title="Vraag", width=6),
            Column(title="Wie zegt wat", width=10),
            Column(title="Nummer", kind="code", width=5),
        ),
        rows=tuple(
            (
                line(_question(finding, draft=draft)),
                line(_who_says_what(finding, draft=draft)),
                line(code(finding.id)),
            )
            for finding in found
        ),
    )


def _question(finding: Finding, *, draft: Draft) -> str:
    question = draft.catalogue.question.get(finding.about)
    return question.text if question else finding.title


def _who_says_what(finding: Finding, *, draft: Draft) -> LineLike:
    """Put each answer before the roles that gave it."""
    question = draft.catalogue.question.get(finding.about)
    said: dict[str, list[str]] = {}
    for piece in finding.evidence:
        words = listing([question.label(value) if question else value for value in piece.values])
        said.setdefault(words, []).append(piece.role or "onbekend")
    unit = f" {question.unit}" if question and question.unit and question.kind is AnswerKind.NUMBER else ""
    parts: list[LineLike] = []
    for place, (words, roles) in enumerate(said.items()):
        parts.append(
            pieces(
                " " if place else "",
                strong(f"{words}{unit}:"),
                f" {'; '.join(dict.fromkeys(draft.role(role) for role in roles))}.",
            )
        )
    return pieces(*parts)


def _contradiction(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give a contradiction without its practices: here the talk comes first."""
    block = finding_block(finding, draft=draft)
    return block.model_copy(
        update={"parts": tuple(part for part in block.parts if part.label != "Wat werkt")}
    )
