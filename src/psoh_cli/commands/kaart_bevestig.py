"""`psoh kaart bevestig`: these entries were asked about, and still hold."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import InFolder, a_role

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.kaart import KaartFile


def bevestig(
    ids: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ID]...", help="Ids of namen van diensten of organisaties."),
    ] = None,
    everything: Annotated[
        bool, typer.Option("--alles", help="Bevestig elke vermelding van de kaart.")
    ] = False,
    organization: Annotated[
        str | None,
        typer.Option(
            "--organisatie",
            metavar="NAAM",
            help="Bevestig een organisatie en alles wat zij biedt: id of naam.",
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="ROL",
            callback=a_role,
            help="Welke rol dit heeft nagevraagd; een functie, geen naam.",
        ),
    ] = None,
    folder: InFolder = Path(),
    day: Annotated[
        str | None,
        typer.Option("--datum", metavar="DATUM", help="De dag waarop het is nagevraagd. Zonder: vandaag."),
    ] = None,
) -> None:
    """Leg vast dat vermeldingen nog kloppen: nagevraagd, en niets veranderd.

    Alleen de datum en de rol van deze vermeldingen veranderen; de rest van het bestand blijft zoals het is. Zonder
    --door blijft de rol staan die er al staat.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.dutch import date_in_words, plural
    from psoh_cli.kaart.kaart_file import confirm
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped

    asked_on = confirmed_on(day)
    opened = open_kaart(folder)
    wanted = _all_of(opened) if everything else _named(opened, tuple(ids or ()), organization=organization)
    try:
        asked = role or _role(opened.own_file(), wanted)
    except Stopped:
        console.say("Gestopt; er is niets veranderd.")
        return
    done = confirm(opened.path, ids=wanted, day=asked_on, role=asked)
    verb = "is" if len(done) == 1 else "zijn"
    count = plural(len(done), "vermelding", "vermeldingen")
    console.success(f"{count} {verb} bevestigd op {date_in_words(asked_on)} in {opened.path.as_posix()}.")
    for name in done if not everything else ():
        console.say(f"  {name}")


def _role(own: KaartFile, wanted: tuple[str, ...]) -> str | None:
    """Give the role that asked: at a terminal by asking; else None when every entry has one, which then stays.

    Raises WrongUseError when there is nobody to ask and an entry has no role yet, and Stopped.
    """
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import TerminalAsker

    found = [(item.id, item.assurer) for item in own.organizations if item.id in wanted]
    found += [(item.id, item.assurer) for item in own.services if item.id in wanted]
    roles = {role for _, role in found if role not in {None, "onbekend"}}
    nameless = [name for name, role in found if role in {None, "onbekend"}]
    if console.is_interactive():
        stays = "" if nameless else f" (Enter = {roles.pop() if len(roles) == 1 else 'zoals het er staat'})"
        return (
            TerminalAsker().ask(
                f"Welke rol heeft dit nagevraagd?{stays} ", required=bool(nameless), explanation=_ROLE
            )
            or None
        )
    if nameless:
        raise _no_role(nameless)
    return None


_ROLE = (
    "De functie van wie het heeft nagevraagd, bijvoorbeeld beleidsadviseur; geen naam. Zo weet een ander later bij "
    "wie zij moet zijn. stop = stoppen zonder iets te veranderen."
)


def _no_role(nameless: list[str]) -> Exception:
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError

    named = nameless if len(nameless) <= 5 else [*nameless[:5], f"{len(nameless) - 5} andere"]
    return WrongUseError(
        f"Bij {listing(named)} staat nog niet welke rol het heeft nagevraagd; er is niets veranderd.",
        remedy="Zet erbij: --door ROL, bijvoorbeeld --door beleidsadviseur",
    )


def confirmed_on(text: str | None) -> date:
    """Read a `--datum`, or ask the clock; raise WrongUseError for what is no day that has been."""
    from psoh_cli.commands import clock
    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError

    today = clock.today()
    if text is None:
        return today
    try:
        given = PartialDate.parse(text)
    except ValueError as error:
        raise WrongUseError(f"--datum: {error}.") from None
    if not given.day:
        raise WrongUseError(
            "--datum heeft een hele dag nodig.", remedy="Schrijf jjjj-mm-dd, bijvoorbeeld 2026-03-31."
        )
    if given.first_day() > today:
        raise WrongUseError(
            f"--datum: {given.in_words()} ligt in de toekomst.", remedy="Noem de dag waarop u het navroeg."
        )
    return given.first_day()


def _named(opened: OpenKaart, words: tuple[str, ...], *, organization: str | None) -> tuple[str, ...]:
    """Find what is meant by words, and all of an organization."""
    if organization is None:
        return _chosen(opened, words)
    return (*_of_organization(opened, organization), *(_chosen(opened, words) if words else ()))


def _of_organization(opened: OpenKaart, text: str) -> tuple[str, ...]:
    """List an organization and what it offers, services that stopped excepted, as far as the own kaart has them."""
    from psoh_cli.commands.kaart_map import find_organization
    from psoh_cli.errors import WrongUseError
    from psoh_cli.vocabulary import ServiceStatus

    wanted, own = find_organization(opened, text), opened.own_file()
    found = [item.id for item in own.organizations if item.id == wanted]
    found += [
        item.id
        for item in own.services
        if item.organization == wanted and item.status is not ServiceStatus.STOPPED
    ]
    if not found:
        raise WrongUseError(
            f"'{wanted}' staat niet in deze kaart maar in een gedeelde; er is niets veranderd.",
            remedy=f"Bevestig het daar: psoh kaart bevestig --organisatie {wanted}{opened.map_option(wanted)}",
        )
    return tuple(found)


def _all_of(opened: OpenKaart) -> tuple[str, ...]:
    """List every entry of the own kaart, services that stopped excepted."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.vocabulary import ServiceStatus

    own = opened.own_file()
    running = [item.id for item in own.services if item.status is not ServiceStatus.STOPPED]
    found = (*(item.id for item in own.organizations), *running)
    if not found:
        raise WrongUseError(
            "Op deze kaart staat nog niets om te bevestigen.",
            remedy=f"Begin met: {opened.command('voeg-toe')}",
        )
    return found


def _chosen(opened: OpenKaart, words: tuple[str, ...]) -> tuple[str, ...]:
    """Find the ids that are meant, by id or by name, all of them in the own kaart."""
    from psoh_cli.commands.kaart_map import ids_meant
    from psoh_cli.errors import WrongUseError

    names = opened.own_file().names
    if not words:
        raise WrongUseError(
            "Noem wat u wilt bevestigen, of geef --organisatie of --alles.",
            remedy=f"Wat er op de kaart staat ziet u met: {opened.command('toon')}",
        )
    found: list[str] = []
    for word in words:
        meant = ids_meant(word, names=names)
        if len(meant) != 1:
            raise _not_one(opened, word, meant=meant)
        found.extend(meant)
    return tuple(found)


def _not_one(opened: OpenKaart, word: str, *, meant: list[str]) -> Exception:
    """Say why a word stands for no entry, or for several, and what to type instead."""
    from psoh_cli.commands.kaart_map import shown
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    if meant:
        return WrongUseError(
            f"'{word}' is de naam van meer dan één vermelding; er is niets veranderd.",
            remedy=f"Noem het id: {listing(meant, last='of')}.",
        )
    for path, file in opened.shared:
        if word in file.names:
            return WrongUseError(
                f"'{word}' staat in de gedeelde kaart '{file.name}'; er is niets veranderd.",
                remedy=f"Bevestig het daar: psoh kaart bevestig {word} --map {shown(path)}",
            )
    return WrongUseError(
        f"'{word}' staat niet op deze kaart; er is niets veranderd.",
        remedy=did_you_mean(word, opened.own_file().names)
        or f"Wat er op staat ziet u met: {opened.command('toon')}",
    )
