"""What to do first: gaps in order of priority, every factor shown, never a bare score."""

from __future__ import annotations

from psoh_cli.analysis.finding import Factor, Finding
from psoh_cli.dutch import number as in_digits
from psoh_cli.report import wording
from psoh_cli.report.document import Callout, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.priority_figure import priority_blocks
from psoh_cli.report.spans import Badge, Line, Piece, line, lines, pieces, strong
from psoh_cli.vocabulary import Provenance

_MOST = 12


def priorities(draft: Draft, *, number: str) -> Section:
    """Compose the order in which gaps ask for attention."""
    gaps = [gap for gap in draft.analysis.gaps() if gap.priority]
    lead = pieces(
        "Voorrang = gevolg × bereik ÷ inspanning. Elke factor staat erbij; een factor die wij niet kennen doet niet "
        "mee en dat staat er ook. De factoren en hun cijfers koos psoh zelf ",
        Badge(provenance=Provenance.DERIVED),
        ": gebruik ze om over te praten, niet om af te rekenen.",
    )
    if not gaps:
        nothing = (
            "Er is nog niets waarvan bewezen is dat het ontbreekt. Daarom is er nu geen volgorde te geven."
        )
        return Section(
            id="voorrang",
            number=number,
            title="Wat eerst",
            blocks=(Callout(tone="uitleg", title="Nog geen volgorde", content=lines(nothing)),),
        )
    names = tuple(
        dict.fromkeys(
            factor.name for gap in gaps for factor in (gap.priority.factors if gap.priority else ())
        )
    )
    more = len(gaps) - _MOST
    note = f"En nog {in_digits(more)} met minder voorrang; zie de bevindingen." if more > 0 else ""
    columns = (
        Column(title="Plaats", kind="getal", width=2),
        Column(title="Bevinding", width=7),
        Column(title="Factoren (afgeleid)", width=14),
    )
    table = Table(
        caption="Bevindingen op volgorde van voorrang",
        columns=columns,
        rows=tuple(_row(gap, names=names, draft=draft) for gap in gaps[:_MOST]),
        row_headers=False,
        note=note,
    )
    return Section(
        id="voorrang",
        number=number,
        title="Wat eerst",
        blocks=(Paragraph(content=lead, style="lead"), *priority_blocks(tuple(gaps), most=_MOST)),
        sections=(Section(id="volgorde", title="De volgorde, met elke factor", blocks=(table,)),),
    )


def _row(gap: Finding, *, names: tuple[str, ...], draft: Draft) -> tuple[Line, ...]:
    found = {factor.name: factor for factor in (gap.priority.factors if gap.priority else ())}
    rank = str(gap.priority.rank) if gap.priority else ""
    title = wording.as_said(gap.title, gemeente=draft.gemeente)
    factors: list[Piece] = []
    for name in names:
        said = wording.as_said(_factor(found.get(name)), gemeente=draft.gemeente)
        factors.extend((" " if factors else "", strong(f"{name.capitalize()}:"), f" {said.rstrip('.')}."))
    return (line(rank), line(title), line(tuple(factors)))


def _factor(factor: Factor | None) -> str:
    if factor is None:
        return "doet niet mee"
    if factor.value is None:
        return "onbekend, doet niet mee"
    return f"{_shown(factor.value)}. {factor.why}" if factor.why else _shown(factor.value)


def _shown(value: float) -> str:
    return in_digits(value) if value == int(value) else in_digits(value, decimals=2)
