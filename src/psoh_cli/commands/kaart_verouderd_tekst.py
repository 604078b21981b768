"""What is due to be asked again, as text: the total, and a table per organization."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.due import Due, Freshness, OrganizationDue, Stake, WaitingDue

_MOST_LANGUAGES = 3


def show(opened: OpenKaart, found: Freshness, *, step_names: Mapping[str, str]) -> None:
    """Show the total, then each organization with what is due and what to type."""
    from psoh_cli.terminal import console

    console.paragraph(_summary(opened, found))
    for organization in found.organizations:
        console.heading(f"{organization.name} [{organization.id}]")
        if organization.stake:
            console.paragraph(_loss(organization.stake, step_names=step_names))
            console.out("")
        if organization.entries:
            console.table(
                ("Vermelding", "Stand", "Bevestigd", "Geldt tot en met", "Dekking"),
                [_row(entry) for entry in organization.entries],
            )
        if organization.waiting:
            if organization.entries:
                console.out("")
            console.paragraph(_waiting(organization))
        console.out("")
        for line in _commands(opened, organization):
            console.out(line)


def _summary(opened: OpenKaart, found: Freshness) -> str:
    from psoh_cli.dutch import date_in_words, plural

    whose = opened.name if opened.gemeente is None else f"van {opened.name}"
    total = plural(found.total, "vermelding", "vermeldingen")
    if not found.entries:
        rest = " Wel zijn er wachttijden om opnieuw te vragen." if found.organizations else ""
        return (
            f"Op de kaart {whose} hoeft tot {date_in_words(found.horizon)} niets nagevraagd te worden: "
            f"{total}, alles binnen de termijn.{rest}"
        )
    first = f"Van de {total} op de kaart {whose} {_counted(found)}."
    if not found.stake:
        return f"{first} De dekking verliest er niets door: overal is nog een andere bevestigde dienst."
    return f"{first} Vraagt niemand na, dan {_fall(found)}."


def _fall(found: Freshness) -> str:
    """Say what becomes of the coverage: `is op 16 januari 2027 in 3 van de 96 vakken … geen bevestigde dienst meer`."""
    from psoh_cli.dutch import date_in_words, number, plural

    lost, weaker = len(found.stake.lost), len(found.stake.weaker)
    then = date_in_words(found.horizon)
    of_all = f"van de {plural(found.cells, 'vak', 'vakken')} van de dekking"
    if not lost:
        return f"bereikt het aanbod op {then} mensen minder goed in {number(weaker)} {of_all}"
    already = f" ({number(found.lost_already)} nu al)" if found.lost_already else ""
    first = f"is op {then} in {number(lost)} {of_all} geen bevestigde dienst meer{already}"
    return f"{first}, en bereikt het aanbod mensen in {number(weaker)} minder goed" if weaker else first


def _counted(found: Freshness) -> str:
    """Say how many entries stand how: `zijn er 3 verlopen, is er 1 nooit bevestigd en verlopen er 4 voor …`."""
    from psoh_cli.dutch import date_in_words, listing, number
    from psoh_cli.kaart.due import State

    count = {state: sum(entry.state is state for entry in found.entries) for state in State}
    are = {state: "is" if number_of == 1 else "zijn" for state, number_of in count.items()}
    said = [
        f"{are[state]} er {number(count[state])} {word}"
        for state, word in ((State.OVERDUE, "verlopen"), (State.NEVER, "nooit bevestigd"))
        if count[state]
    ]
    soon = count[State.SOON]
    if soon:
        said.append(
            f"{'verloopt' if soon == 1 else 'verlopen'} er {number(soon)} vóór {date_in_words(found.horizon)}"
        )
    return listing(said)


def _loss(stake: Stake, *, step_names: Mapping[str, str]) -> str:
    """Name what hangs on an organization: how many cells, in which steps, for which languages."""
    from psoh_cli.dutch import listing, number

    spots = (*stake.lost, *stake.weaker)
    steps = [step_names.get(step, step) for step in dict.fromkeys(step for step, _ in spots)]
    hangs = "hangt 1 vak" if len(spots) == 1 else f"hangen {number(len(spots))} vakken"
    return f"Hiervan {hangs} van de dekking af: {listing(steps)}; voor {_languages(stake)}."


def _languages(stake: Stake) -> str:
    from psoh_cli.dutch import listing
    from psoh_cli.kaart.people import size_of
    from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE
    from psoh_cli.vocabulary import language_name

    named = []
    for language in stake.languages[:_MOST_LANGUAGES]:
        name = (
            "mensen van wie de taal onbekend is" if language == UNKNOWN_LANGUAGE else language_name(language)
        )
        size = size_of(stake.people.get(language))
        named.append(f"{name} ({size})" if size else name)
    more = len(stake.languages) - len(named)
    if more:
        named.append(f"{more} {'andere taal' if more == 1 else 'andere talen'}")
    return listing(named)


def _row(entry: Due) -> tuple[str, ...]:
    name = entry.name if entry.kind == "dienst" else "(de organisatie zelf)"
    return (name, entry.state.value, str(entry.confirmed or "nooit"), str(entry.until or ""), _cells(entry))


def _cells(entry: Due) -> str:
    parts = (
        f"{len(spots)} {word}"
        for spots, word in ((entry.stake.lost, "leeg"), (entry.stake.weaker, "zwakker"))
        if spots
    )
    return ", ".join(parts)


def _waiting(organization: OrganizationDue) -> str:
    told = "; ".join(f"{item.name}, {_weeks(item)}" for item in organization.waiting)
    which = "deze wachttijd" if len(organization.waiting) == 1 else "deze wachttijden"
    return f"Vraag ook {which} opnieuw (tot dan blijft staan wat er staat): {told}."


def _weeks(item: WaitingDue) -> str:
    from psoh_cli.dutch import plural

    weeks = plural(item.weeks, "week", "weken")
    if item.measured is None:
        return f"{weeks} (niet bekend wanneer gemeten)"
    return f"{weeks} ({'op' if item.measured.day else 'in'} {item.measured.in_words()})"


def _commands(opened: OpenKaart, organization: OrganizationDue) -> Iterator[str]:
    place = opened.map_option(organization.id)
    yield f"Vraag na:        psoh kaart vraaglijst {organization.id}{place}"
    if organization.entries:
        yield f"Klopt alles nog: psoh kaart bevestig --organisatie {organization.id}{place}"
