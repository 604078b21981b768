"""`psoh kaart verouderd`: what is due to be asked again, and what the coverage loses if nobody asks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from datetime import date, timedelta


def verouderd(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    within: Annotated[
        str,
        typer.Option("--binnen", metavar="TIJD", help="Hoe ver vooruit: 8w (weken), 3m (maanden) of 0."),
    ] = "8w",
    organization: Annotated[
        str | None,
        typer.Option("--organisatie", metavar="NAAM", help="Alleen van deze organisatie: id of naam."),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option(
            "--strict",
            help="Eindig met code 1 als er iets verlopen is of nooit is bevestigd: voor een nachtelijke controle.",
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van een tabel.")] = False,
    as_of: AsOf = None,
) -> None:
    """Toon wat opnieuw nagevraagd moet worden, per organisatie.

    Bovenaan staat de organisatie waaraan het meest van de dekking hangt: de vakken (ketenstap × taal) die leeg raken
    als niemand navraagt, gewogen met het aantal statushouders; dan de vakken waar het aanbod minder goed past.
    """
    from psoh_cli.commands.kaart_map import find_organization, open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.freshness import look_ahead
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    ahead = _ahead(within, day=day)
    opened = open_kaart(folder)
    steps = KnownIds.of(sound_catalogue()).chain_steps
    found = look_ahead(
        opened.kaart,
        gemeente=opened.gemeente,
        steps=tuple(steps),
        as_of=day,
        ahead=ahead,
        organization=find_organization(opened, organization) if organization else None,
    )
    if as_json:
        from psoh_cli.commands.kaart_verouderd_json import as_json as data

        console.out(data(opened, found))
    else:
        from psoh_cli.commands.kaart_verouderd_tekst import show

        show(opened, found, step_names=steps)
    if strict and found.is_late:
        raise typer.Exit(1)


def _ahead(text: str, *, day: date) -> timedelta:
    import re
    from datetime import timedelta

    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError
    from psoh_cli.terms import last_day

    match = re.fullmatch(
        r"(\d{1,4})\s*(|d|dag|dagen|w|week|weken|m|maand|maanden)", text.strip().casefold(), re.ASCII
    )
    unit = match[2][:1] if match else ""
    if match is None or (not unit and match[1].strip("0")):
        raise WrongUseError(
            f"--binnen: '{text}' is geen tijd.",
            remedy="Schrijf bijvoorbeeld 8w (weken), 3m (maanden) of 30d (dagen).",
        )
    count = int(match[1])
    if unit != "m":
        return timedelta(days=count * (7 if unit == "w" else 1))
    if count > 600:
        raise WrongUseError(
            f"--binnen: {text} is te ver vooruit.", remedy="Kijk hoogstens 600 maanden vooruit."
        )
    return last_day(PartialDate(day.year, day.month, day.day), months=count) - day
