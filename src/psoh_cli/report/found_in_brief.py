"""What the gap analysis found, on one page: the five questions, the tally and the strongest gaps."""

from __future__ import annotations

from psoh_cli.analysis.finding import ArqAnswer, Finding
from psoh_cli.dutch import plural
from psoh_cli.report import unknowns, wording
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Badge, Line, LineLike, Mark, line, pieces
from psoh_cli.vocabulary import Provenance

_MOST = 6
"""Gaps that a plan names again; all of them stand in the gap analysis."""


def found_in_brief(draft: Draft, *, number: str) -> Section:
    """Compose the chapter; what is unknown and whom to ask closes it."""
    return Section(
        id="gevonden",
        number=number,
        title="Wat wij vonden",
        blocks=(
            Paragraph(content=wording.state_of_knowledge(draft.analysis), style="lead"),
            Paragraph(content="Alle bevindingen, met het bewijs, staan in de gap-analyse."),
            five_in_brief(draft),
            *strongest(draft),
        ),
        sections=(unknowns.pointer(draft, number=""),),
    )


def five_in_brief(draft: Draft) -> Table:
    """Give the five questions of ARQ with our verdict and how much of each is answered."""
    return Table(
        caption="De vijf vragen van ARQ in het kort",
        columns=(
            Column(title="Nr", kind="code", width=1),
            Column(title="Vraag", width=9),
            Column(title="Ons oordeel (afgeleid)", kind="oordeel", width=4),
            Column(title="Vragen nog open", width=4),
        ),
        rows=tuple(
            (
                line(str(answer.number)),
                line(_question(answer, draft=draft)),
                line(Mark(verdict=answer.verdict)),
                line(_open(len(answer.open))),
            )
            for answer in draft.analysis.arq_questions
        ),
    )


def _question(answer: ArqAnswer, *, draft: Draft) -> LineLike:
    asked = [question.provenance for question in draft.catalogue.arq_questions if question.id == answer.id]
    badges = (Badge(provenance=provenance) for provenance in asked)
    return pieces(answer.subject, " ", *badges, draft.cite(answer.sources))


def _open(count: int) -> str:
    return plural(count, "vraag", "vragen") if count else "niets"


def strongest(draft: Draft) -> tuple[Block, ...]:
    """Give the gaps with most priority and the measures that follow from them."""
    judged = {finding.id for finding in wording.judged(draft.analysis)}
    gaps = [gap for gap in draft.analysis.gaps() if gap.id in judged]
    if not gaps:
        return (
            Paragraph(
                content="Nergens is bewezen dat iets ontbreekt. Dat zegt weinig zolang veel onbekend is."
                if wording.is_young(draft.analysis)
                else "Nergens is bewezen dat iets ontbreekt."
            ),
        )
    return (
        Table(
            caption="De bevindingen met de meeste voorrang",
            columns=(
                Column(title="Bevinding", width=10),
                Column(title="Oordeel", kind="oordeel", width=4),
                Column(title="Maatregel", width=3),
            ),
            rows=tuple(_gap(gap, draft=draft) for gap in gaps[:_MOST]),
            note=pieces(
                "Voorrang = gevolg × bereik ÷ inspanning ", Badge(provenance=Provenance.DERIVED),
                f" En nog {len(gaps) - _MOST} andere." if len(gaps) > _MOST else "",
            ),
        ),
    )  # fmt: skip


def _gap(gap: Finding, *, draft: Draft) -> tuple[Line, ...]:
    measures = [draft.measures[entry.id] for entry in draft.measures_of.get(gap.id, ())]
    title = wording.as_said(gap.title, gemeente=draft.gemeente)
    return (
        line(pieces(title, " ", Badge(provenance=gap.provenance))),
        line(Mark(verdict=gap.verdict)),
        line(", ".join(measures) or "nog geen"),
    )
