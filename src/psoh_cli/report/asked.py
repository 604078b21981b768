"""Who was asked, by group: how many talks, when, and how much they knew; a function only in a group that is large."""

from __future__ import annotations

from psoh_cli.analysis.finding import Asked
from psoh_cli.dutch import FEWEST, PartialDate, listing, number, people
from psoh_cli.interview.naming import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Column, KeyFigure, Paragraph, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, lines

_NOTE = "Weet het: antwoorden die iets zeggen; ‘weet ik niet’ en ‘niet van toepassing’ tellen daar niet mee."
_BY_GROUP = " Wie is gevraagd staat er per groep: één functie kan naar één mens wijzen."


def key_figure(draft: Draft) -> KeyFigure:
    """Count who was asked; statushouders stand beside the number and are not in it."""
    informants = draft.analysis.informants
    public = wording.from_public_sources(draft.gemeente)
    groups = {informant.group for informant in informants}
    others = [informant for informant in informants if public or informant.group != STATUSHOUDERS]
    beside = f", met {STATUSHOUDERS}" if len(others) < len(informants) else ""
    return KeyFigure(
        value=number(len(others)),
        label="verzamelingen bronnen" if public else "informanten",
        note=f"uit {len(groups)} van de {len(draft.catalogue.groups)} groepen{beside}",
    )


def tables(draft: Draft) -> tuple[Block, ...]:
    """Give the table of who was asked, and of large groups the functions in them."""
    if wording.from_public_sources(draft.gemeente):
        return (_sources(draft),)
    return (_groups(draft), *_functions(draft))


def _sources(draft: Draft) -> Table:
    return Table(
        caption="Waar de antwoorden vandaan komen",
        columns=(
            Column(title="Wie (functie)", width=5),
            Column(title="Groep", width=4),
            Column(title="Wanneer", width=3),
            *_COUNTS,
        ),
        rows=tuple(
            lines(
                informant.role,
                _group_name(informant.group, draft=draft),
                wording.day_in_words(informant.day),
                number(informant.answered),
                number(informant.known),
                number(informant.open),
            )
            for informant in draft.analysis.informants
        ),
        note=_NOTE,
    )


_COUNTS = (
    Column(title="Antwoorden", kind="getal", width=3),
    Column(title="Weet het", kind="getal", width=2),
    Column(title="Niet gesteld", kind="getal", width=3),
)


def _groups(draft: Draft) -> Table:
    by_group: dict[str, list[Asked]] = {group.id: [] for group in draft.catalogue.groups}
    for informant in draft.analysis.informants:
        by_group.setdefault(informant.group, []).append(informant)
    return Table(
        caption="Wie is gevraagd",
        columns=(
            Column(title="Groep", width=7),
            Column(title="Gesprekken", kind="getal", width=3),
            Column(title="Wanneer", width=4),
            *_COUNTS,
        ),
        rows=tuple(_group(group, asked=asked, draft=draft) for group, asked in by_group.items() if asked),
        note=f"{_NOTE}{_BY_GROUP}",
    )


def _group(group: str, *, asked: list[Asked], draft: Draft) -> tuple[Line, ...]:
    few = group == STATUSHOUDERS and len(asked) < FEWEST
    return lines(
        _group_name(group, draft=draft),
        people(len(asked)) if few else number(len(asked)),
        _when(asked, by_month=group == STATUSHOUDERS),
        number(sum(each.answered for each in asked)),
        number(sum(each.known for each in asked)),
        number(sum(each.open for each in asked)),
    )


def _when(asked: list[Asked], *, by_month: bool) -> str:
    """Write the first and last day; of statushouders only the months, so that no talk can be told from another."""
    told = (PartialDate.parse(each.day) for each in asked if each.day)
    days = sorted(PartialDate(day.year, day.month) if by_month else day for day in told)
    if not days:
        return wording.day_in_words(None)
    undated = "; deels onbekend" if len(days) < len(asked) else ""
    span = dict.fromkeys((days[0].in_words(), days[-1].in_words()))
    return f"{' tot '.join(span)}{undated}"


def _functions(draft: Draft) -> tuple[Block, ...]:
    told = [
        f"{_group_name(group, draft=draft)}: {listing(functions)}."
        for group, functions in draft.material.portrait.functions.items()
    ]
    if not told:
        return ()
    return (
        Paragraph(
            content=f"Functies in groepen met minstens drie informanten. {' '.join(told)}", style="klein"
        ),
    )


def _group_name(group: str, *, draft: Draft) -> str:
    known = draft.catalogue.group.get(group)
    return known.name if known else group
