"""`psoh start`: a fresh dossier for a gemeente."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def start(
    folder: Annotated[
        Path | None,
        typer.Argument(
            metavar="[MAP]", help="De map die wordt gemaakt. Een map die er al is, blijft zoals hij is."
        ),
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option(
            "--gemeente",
            metavar="NAAM",
            help="Naam of code van de gemeente, bijvoorbeeld Dordrecht of GM0505.",
        ),
    ] = None,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
) -> None:
    """Maak een nieuw dossier: een map met een bestand over de gemeente, een lege sociale kaart en een leeg plan.

    Met MAP en --gemeente wordt er niets gevraagd.
    """
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.sitting.starting import start_dossier
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import TerminalAsker, wants_plain

    catalogue = sound_catalogue()
    asker = TerminalAsker(plain=wants_plain(plain)) if console.is_interactive() else None
    code = start_dossier(folder, gemeente, knowledge_version=catalogue.version, asker=asker)
    if code:
        raise typer.Exit(code)
