"""`psoh kaart`: the sociale kaart, shown, added to and confirmed."""

from __future__ import annotations

import typer

from psoh_cli.commands.kaart_bevestig import bevestig
from psoh_cli.commands.kaart_toon import toon
from psoh_cli.commands.kaart_voeg_toe import voeg_toe

kaart_app = typer.Typer(
    help="De sociale kaart: wie biedt wat, aan wie, in welke taal, en wanneer is dat voor het laatst bevestigd.",
    no_args_is_help=True,
)
kaart_app.command("toon")(toon)
kaart_app.command("voeg-toe")(voeg_toe)
kaart_app.command("bevestig")(bevestig)
