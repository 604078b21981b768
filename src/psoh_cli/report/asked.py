"""Who was asked, by group: how many talks, when, and how much they knew; never by function."""

from __future__ import annotations

from psoh_cli.analysis.finding import Asked
from psoh_cli.dutch import PartialDate, listing, number, people
from psoh_cli.interview.naming import full_name
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Column, KeyFigure, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, lines

_NOTE = "Weet het: antwoorden die iets zeggen; ‘weet ik niet’ en ‘niet van toepassing’ tellen daar niet mee."
_BY_GROUP = " Wie is gevraagd staat er per groep: één functie kan naar één mens wijzen."

_OF_PEOPLE = (
    " Bij statushouders staat hoeveel mensen meededen aan groepsgesprekken, niet hoeveel gesprekken er waren."
)


def key_figure(draft: Draft) -> KeyFigure:
    """Count who was asked; statushouders stand beside the number and are not in it."""
    informants = draft.analysis.informants
    public = wording.from_public_sources(draft.gemeente)
    groups = {informant.group for informant in informants}
    others = [informant for informant in informants if public or informant.group != STATUSHOUDERS]
    beside = f", met {statushouders_heard(draft)}" if len(others) < len(informants) else ""
    return KeyFigure(
        value=number(len(others)),
        label="verzamelingen bronnen" if public else "informanten",
        note=f"uit {len(groups)} van de {len(draft.catalogue.groups)} groepen{beside}",
    )


def tables(draft: Draft) -> tuple[Block, ...]:
    """Give the table of who was asked."""
    if wording.from_public_sources(draft.gemeente):
        return (_sources(draft),)
    return (_groups(draft),)


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
            Column(title="Gesprekken", kind="getal", width=4),
            Column(title="Wanneer", width=4),
            *_COUNTS,
        ),
        rows=tuple(_group(group, asked=asked, draft=draft) for group, asked in by_group.items() if asked),
        note=f"{_NOTE}{_BY_GROUP}{_OF_PEOPLE if by_group.get(STATUSHOUDERS) else ''}",
    )


def _group(group: str, *, asked: list[Asked], draft: Draft) -> tuple[Line, ...]:
    of_statushouders = group == STATUSHOUDERS
    return lines(
        _group_name(group, draft=draft),
        _taking_part(draft) if of_statushouders else number(len(asked)),
        _when(asked),
        *(
            ("–", "–", "–")
            if of_statushouders and draft.material.portrait.withholds
            else (
                number(sum(each.answered for each in asked)),
                number(sum(each.known for each in asked)),
                number(sum(each.open for each in asked)),
            )
        ),
    )


def _taking_part(draft: Draft) -> str:
    """Say how many statushouders took part, never in how few talks."""
    heard = draft.material.portrait.took_part
    if heard is None or heard.unknown:
        return "aantal deelnemers onbekend"
    return f"{people(heard.people)} deelnemers"


def spoken_with(draft: Draft) -> str:
    """Say with how many was spoken, as in a header: `13 informanten en 14 statushouders`."""
    others = sum(informant.group != STATUSHOUDERS for informant in draft.analysis.informants)
    heard = statushouders_heard(draft)
    told = draft.informants(others) if others or not heard else ""
    return listing([part for part in (told, heard) if part])


def statushouders_heard(draft: Draft) -> str:
    """Name the statushouders who were heard, with how many people that were; empty when none were."""
    if not any(informant.group == STATUSHOUDERS for informant in draft.analysis.informants):
        return ""
    heard = draft.material.portrait.took_part
    if heard is None or heard.unknown:
        return STATUSHOUDERS
    return f"{heard.people} {STATUSHOUDERS}" if heard.is_enough else f"enkele {STATUSHOUDERS}"


def _when(asked: list[Asked]) -> str:
    """Write the first and last month, so that no talk can be told from another; `nameless.py` left out the days."""
    months = sorted(PartialDate.parse(each.day) for each in asked if each.day)
    if not months:
        return wording.day_in_words(None)
    undated = "; deels onbekend" if len(months) < len(asked) else ""
    span = dict.fromkeys((months[0].in_words(), months[-1].in_words()))
    return f"{' tot '.join(span)}{undated}"


def _group_name(group: str, *, draft: Draft) -> str:
    known = draft.catalogue.group.get(group)
    return full_name(known) if known else group
