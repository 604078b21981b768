"""`psoh interview`: ask one informant what is not answered yet."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def interview(
    folder: Annotated[
        Path,
        typer.Argument(
            metavar="[MAP]", help="Map van het dossier. Zonder: de map waar u nu bent.", show_default=False
        ),
    ] = Path(),
    informant: Annotated[
        str | None,
        typer.Option(
            "--informant", metavar="NAAM", help="Korte naam van de informant, bijvoorbeeld beleidsadviseur."
        ),
    ] = None,
    group: Annotated[
        str,
        typer.Option("--groep", metavar="GROEP", help="Groep van een nieuwe informant; bepaalt de vragen."),
    ] = "",
    role: Annotated[
        str, typer.Option("--rol", metavar="ROL", help="Functie van een nieuwe informant, nooit een naam.")
    ] = "",
    organization: Annotated[
        str, typer.Option("--organisatie", metavar="NAAM", help="Organisatie van een nieuwe informant.")
    ] = "",
    answers: Annotated[
        Path | None,
        typer.Option(
            "--antwoorden", metavar="BESTAND", help="Neem antwoorden over uit een YAML-bestand; vraag niets."
        ),
    ] = None,
    replace: Annotated[
        bool, typer.Option("--vervang", help="Met --antwoorden: vervang ook antwoorden die er al staan.")
    ] = False,
    plain: Annotated[
        bool,
        typer.Option(
            "--toegankelijk", help="Voor een schermlezer: geen lijnen en inspringen. Of zet ACCESSIBLE=1."
        ),
    ] = False,
) -> None:
    """Stel één informant de vragen die nog open zijn; elk antwoord wordt meteen bewaard.

    Zonder --informant kiest u wie er al is. Bij elke vraag staat wat u kunt typen: ? voor uitleg, 'naar 12' voor een
    andere vraag, 'zoek tolk', 'overzicht' of 'stop'.
    """
    from psoh_cli.commands import clock
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.sitting.interviewing import Request, attend
    from psoh_cli.sitting.newcomer import Introduction
    from psoh_cli.terminal.asker import TerminalAsker, wants_plain

    request = Request(
        informant=informant,
        introduction=Introduction(group=group, role=role, organization=organization),
        answers=answers,
        replace=replace,
    )
    catalogue = sound_catalogue()
    code = attend(
        folder,
        request,
        catalogue=catalogue,
        asker=TerminalAsker(plain=wants_plain(plain)),
        as_of=clock.today(),
        ticks=clock.ticks,
    )
    if code:
        raise typer.Exit(code)
