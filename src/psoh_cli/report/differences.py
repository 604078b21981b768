"""Where informants differ, what only the gemeente or nobody knows, and where an answer and the kaart clash."""

from __future__ import annotations

from psoh_cli.analysis.agreements import Standing
from psoh_cli.analysis.difference_findings import DISCUSS
from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.dutch import plural
from psoh_cli.interview.naming import joined
from psoh_cli.report import decided, wording
from psoh_cli.report.beside import answers_of, beside_section, said_by_statushouders
from psoh_cli.report.document import Block, Column, FindingBlock, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.findings import finding_block
from psoh_cli.report.spans import Line, LineLike, line, lines, pieces, quiet


def differences(draft: Draft, *, number: str) -> Section:
    """Compose where informants differ, what is known to one side only, and what the kaart contradicts."""
    found = draft.analysis.agreements
    contradict = draft.analysis.of_kind(FindingKind.CONTRADICTION)
    public = wording.from_public_sources(draft.gemeente)
    who = wording.voices(draft.gemeente)
    lead = (
        "Wij stemmen niet. Waar bronnen verschillen staat elk antwoord naast de bron die het geeft; navragen hoe het "
        "nu is, is dan de eerste stap."
        if public
        else "Wij stemmen niet en middelen niets. Waar informanten verschillend antwoorden staat elk antwoord naast de "
        "groep die het gaf, en welke groep dit werk zelf doet. Dat zegt niet wie gelijk heeft: een gesprek tussen hen "
        "is de eerste stap."
    )
    blocks: list[Block] = [Paragraph(content=lead, style="lead")]
    if not found.differing and not contradict:
        blocks.append(
            Paragraph(
                content=f"Er zijn nu geen verschillen tussen {who} en geen tegenspraak met de sociale kaart."
            )
        )
    if found.differing:
        blocks.append(_differ(found.differing, draft=draft))
    if found.per_organization and not public:
        blocks.append(Paragraph(content=_own_work(len(found.per_organization)), style="klein"))
    if found.only_gemeente:
        blocks.append(_only_gemeente(found.only_gemeente, draft=draft))
    if found.nobody_knows:
        blocks.append(_nobody_knows(found.nobody_knows, draft=draft))
    blocks.extend(_contradiction(finding, draft=draft) for finding in contradict)
    return Section(
        id="verschillen",
        number=number,
        title="Verschillen en tegenspraak",
        blocks=tuple(blocks),
        sections=beside_section(draft, number=f"{number}.1"),
    )


def _differ(found: tuple[Standing, ...], *, draft: Draft) -> Table:
    does = any(item.done_by for item in found)
    return Table(
        caption=f"Waar {wording.voices(draft.gemeente)} niet hetzelfde zeggen",
        columns=(
            Column(title="Vraag", width=8),
            Column(title="Wie zegt wat", width=14),
            *((Column(title="Doet dit werk zelf", width=6),) if does else ()),
        ),
        rows=tuple(
            (
                line(item.text),
                line(pieces(answers_of(item), said_by_statushouders(item), _decided(item, draft=draft))),
                *((_doing(item),) if does else ()),
            )
            for item in found
        ),
        note=_discuss(draft),
    )


def _decided(item: Standing, *, draft: Draft) -> LineLike:
    """Give what the klankbordgroep decided on a question, or on the finding that it is answered differently."""
    only_gemeente = f"gap-{FindingKind.ONLY_GEMEENTE.value}-{item.question}"
    return decided.beside(draft, item.question, *item.findings, only_gemeente)


def _doing(item: Standing) -> Line:
    names = "; ".join(item.done_by)
    return line(names[:1].upper() + names[1:])


def _discuss(draft: Draft) -> LineLike:
    """Point to the practice of weighing answers together."""
    practice = draft.catalogue.practice.get(DISCUSS)
    if practice is None:
        return ""
    measures = [
        draft.measures[entry.id]
        for entry in draft.material.plan.current
        if entry.proposal and DISCUSS in entry.proposal.practices
    ]
    tail = f" Maatregel: {', '.join(measures)}." if measures else ""
    return pieces(
        "Bespreek dit in de klankbordgroep. Wat werkt: ",
        draft.claim(practice.title, provenance=practice.provenance, sources=practice.sources),
        f".{tail}",
    )


def _own_work(count: int) -> str:
    return (
        f"Bij {plural(count, 'vraag', 'vragen')} antwoordt ieder over eigen werk of eigen ervaring, en zijn de "
        "antwoorden niet gelijk. Dat is geen verschil van mening: het een spreekt het ander niet tegen."
    )


def _only_gemeente(found: tuple[Standing, ...], *, draft: Draft) -> Table:
    does = any(item.done_by for item in found)
    return Table(
        caption="Alleen de gemeente denkt dit",
        columns=(
            Column(title="Vraag", width=8),
            Column(title="Wie zegt wat", width=14),
            *((Column(title="Doet dit werk zelf", width=6),) if does else ()),
        ),
        rows=tuple(
            (
                line(item.text),
                line(pieces(answers_of(item), _still_to_ask(item), _decided(item, draft=draft))),
                *((_doing(item),) if does else ()),
            )
            for item in found
        ),
        note=pieces(
            "Anderen is dit ook gevraagd; zij weten het niet, of zeggen dat het niet van toepassing is. "
            "Het kan kloppen, maar niemand bevestigt het. ",
            _discuss(draft),
        ),
    )


def _still_to_ask(item: Standing) -> LineLike:
    """Name who could know it too and was not asked; empty when nobody is left."""
    return (" ", quiet(f"Nog niet gevraagd: {joined(item.to_test)}.")) if item.to_test else ()


def _nobody_knows(found: tuple[Standing, ...], *, draft: Draft) -> Table:
    return Table(
        caption="Wat niemand weet",
        columns=(Column(title="Vraag", width=12), Column(title="Wie zegt: weet ik niet", width=10)),
        rows=tuple(
            lines(
                item.text,
                pieces(
                    f"{item.unknown[:1].upper()}{item.unknown[1:]}",
                    _excused(item),
                    _decided(item, draft=draft),
                ),
            )
            for item in found
        ),
    )


def _excused(item: Standing) -> LineLike:
    return f". Niet van toepassing: {item.excused}." if item.excused else ""


def _contradiction(finding: Finding, *, draft: Draft) -> FindingBlock:
    """Give a contradiction without its practices: here the talk comes first."""
    block = finding_block(finding, draft=draft)
    return block.model_copy(
        update={"parts": tuple(part for part in block.parts if part.label != "Wat werkt")}
    )
