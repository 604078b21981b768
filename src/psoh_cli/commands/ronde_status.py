"""`psoh ronde status`: the round at a glance."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf


def status(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    weeks: Annotated[
        int,
        typer.Option(
            "--weken",
            metavar="AANTAL",
            help="Na hoeveel weken zonder antwoord psoh iemand noemt. Zonder: 3.",
            show_default=False,
        ),
    ] = 3,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tabellen.")] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--toegankelijk", help="Voor een schermlezer: zinnen, geen tabellen. Of zet ACCESSIBLE=1."
        ),
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Toon de ronde in één oogopslag: hoe ver is ieder, welk thema is gedekt, wie antwoordt al lang niet.

    Onderaan staat per informant wat u nu kunt doen, als opdracht om over te nemen.
    """
    from psoh_cli.commands.options import at_least, day_or_today
    from psoh_cli.dossier.open_round import open_round
    from psoh_cli.rounds.status import status as look_at

    at_least(weeks, 1, option="--weken")
    day = day_or_today(as_of)
    opened = open_round(folder)
    seen = look_at(opened.standing, catalogue=opened.catalogue, as_of=day, weeks=weeks)
    if as_json:
        from psoh_cli.commands.ronde_json import status_as_json
        from psoh_cli.terminal import console

        console.data(status_as_json(opened, seen))
        return
    from psoh_cli.commands.ronde_status_tekst import show
    from psoh_cli.terminal.asker import wants_plain

    show(opened, seen, plain=wants_plain(plain))
