"""National figures from the knowledge, each with its group, year and source; comparisons are never mixed."""

from __future__ import annotations

from psoh_cli.dutch import number as in_digits
from psoh_cli.dutch import people
from psoh_cli.practices.reference import KeyFigure
from psoh_cli.report.document import Block, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Badge, Line, LineLike, line, pieces
from psoh_cli.vocabulary import Provenance

_COMPARISON = "kc-vergelijking-"
"""Ids of the figures on the whole population that each belong to one source and never stand beside each other."""
_PERCENT = "procent"
_EACH_STATUSHOUDER = "aantal statushouders ×"
"""How an estimator begins that holds for all statushouders of a gemeente."""


def national_blocks(draft: Draft) -> tuple[Block, ...]:
    """Compose the figures with which the size of the need can be estimated, each beside its own comparison."""
    found = [figure for figure in draft.catalogue.key_figures if figure.estimator]
    if not found:
        return ()
    return (
        Paragraph(
            content="Hoeveel statushouders in deze gemeente psychische klachten hebben, is niet gemeten. Dit is wat "
            "landelijk onderzoek zegt. Hoe vaak een klacht voorkomt is niet hetzelfde als de vraag naar zorg."
        ),
        _table(
            "Landelijke cijfers over psychische klachten",
            rows=tuple(
                row
                for figure in found
                for row in (_row(figure, draft=draft), *_compared(figure, draft=draft))
            ),
        ),
        *_estimates(found, draft=draft),
    )


def background(draft: Draft, *, number: str) -> Section:
    """Compose the other shares that national research gives, as far as they are not too old."""
    others = [
        figure
        for figure in draft.catalogue.key_figures
        if not figure.estimator and not figure.id.startswith(_COMPARISON)
    ]
    shown = [figure for figure in others if _is_recent_share(figure, draft=draft)]
    note = (
        f"Alleen percentages over Nederland van na {draft.analysis.as_of.year - _OLDEST} (die grens is afgeleid); de "
        f"kennis van psoh heeft nog {len(others) - len(shown)} andere cijfers. Hoeveel Nederlanders psychisch ongezond "
        "zijn, verschilt per bron. Zulke cijfers passen niet naast elkaar; daarom staat bij ‘De opgave in cijfers’ "
        "alleen het cijfer uit dezelfde bron."
    )
    return Section(
        id="landelijke-cijfers",
        number=number,
        title="Bijlage: landelijke cijfers",
        blocks=(
            _table(
                "Landelijke cijfers: achtergrond",
                rows=tuple(_row(figure, draft=draft) for figure in shown),
                note=note,
            ),
        ),
    )


_OLDEST = 10
"""Years that a figure may be old to stand in a plan; our own choice (afgeleid)."""


def _is_recent_share(figure: KeyFigure, *, draft: Draft) -> bool:
    year = figure.year or ""
    recent = year.isdigit() and int(year) > draft.analysis.as_of.year - _OLDEST
    return recent and figure.unit == _PERCENT and figure.area == "Nederland"


def _table(caption: str, *, rows: tuple[tuple[Line, ...], ...], note: str = "") -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Wat en over wie", width=10),
            Column(title="Waarde", width=4),
            Column(title="Jaar", width=2),
            Column(title="Herkomst en bron", width=4),
        ),
        rows=rows,
        note=note,
    )


def _row(figure: KeyFigure, *, draft: Draft) -> tuple[Line, ...]:
    group = f" ({figure.group})" if figure.group.casefold() not in figure.description.casefold() else ""
    place = "" if figure.area == "Nederland" else f"; {figure.area}"
    caution = f". {figure.caution}" if figure.caution else ""
    return (
        line(f"{figure.description}{group}{place}{caution}"),
        line(_value(figure)),
        line(figure.year or "onbekend"),
        line(pieces(Badge(provenance=figure.provenance), draft.cite(figure.sources))),
    )


def _compared(figure: KeyFigure, *, draft: Draft) -> tuple[tuple[Line, ...], ...]:
    """Give the one comparison that says the same of everybody: the first whose sources are all those of the figure."""
    shared = [
        item
        for item in draft.catalogue.key_figures
        if item.id.startswith(_COMPARISON)
        and set(item.sources) <= set(figure.sources)
        and item.year == figure.year
    ]
    return tuple(_row(item, draft=draft) for item in shared[:1])


def _value(figure: KeyFigure) -> str:
    low, high = _written(figure.lowest), _written(figure.highest)
    if low and high:
        span = low if low == high else f"{low} tot {high}"
    elif low:
        span = f"meer dan {low}"
    else:
        span = f"minder dan {high}" if high else "onbekend"
    return f"{span} {figure.unit}"


def _written(text: str | None) -> str:
    if text is None:
        return ""
    whole, _, part = text.partition(".")
    return in_digits(float(text), decimals=len(part)) if whole.isdigit() else text


def _estimates(found: list[KeyFigure], *, draft: Draft) -> tuple[Block, ...]:
    """Apply a national share to the statushouders of this gemeente, where it holds for all of them."""
    total = draft.gemeente.residents.total
    told: list[Block] = []
    for figure in found:
        holds = (figure.estimator or "").startswith(_EACH_STATUSHOUDER) and figure.unit == _PERCENT
        if total and holds and figure.lowest and figure.highest:
            low, high = (round(total * float(bound) / 100) for bound in (figure.lowest, figure.highest))
            span: LineLike = f"{people(low)} tot {people(high)}" if low != high else people(low)
            told.append(
                Paragraph(
                    content=pieces(
                        f"Rekenregel: {figure.estimator}. Voor {people(total)} statushouders is dat ",
                        span,
                        " mensen. Dat is een schatting, geen telling ",
                        Badge(provenance=Provenance.DERIVED),
                        draft.cite(figure.sources),
                    )
                )
            )
    return tuple(told)
