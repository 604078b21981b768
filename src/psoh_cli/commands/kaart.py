"""`psoh kaart`: the sociale kaart, shown, added to and confirmed."""

from __future__ import annotations

import typer

from psoh_cli.commands.kaart_bevestig import bevestig
from psoh_cli.commands.kaart_dekking import dekking
from psoh_cli.commands.kaart_export import export
from psoh_cli.commands.kaart_geschiedenis import geschiedenis
from psoh_cli.commands.kaart_import import bring_in
from psoh_cli.commands.kaart_samenvoegen import samenvoegen
from psoh_cli.commands.kaart_site import site
from psoh_cli.commands.kaart_teksten import teksten
from psoh_cli.commands.kaart_toon import toon
from psoh_cli.commands.kaart_verouderd import verouderd
from psoh_cli.commands.kaart_voeg_toe import voeg_toe
from psoh_cli.commands.kaart_vraaglijst import vraaglijst

kaart_app = typer.Typer(
    help="De sociale kaart: wie biedt wat, aan wie, in welke taal, en wanneer is dat voor het laatst bevestigd.",
    no_args_is_help=True,
)
kaart_app.command("toon")(toon)
kaart_app.command("voeg-toe")(voeg_toe)
kaart_app.command("bevestig")(bevestig)
kaart_app.command("verouderd")(verouderd)
kaart_app.command("vraaglijst")(vraaglijst)
kaart_app.command("geschiedenis")(geschiedenis)
kaart_app.command("site")(site)
kaart_app.command("export")(export)
kaart_app.command("import")(bring_in)
kaart_app.command("samenvoegen")(samenvoegen)
kaart_app.command("dekking")(dekking)
kaart_app.command("teksten")(teksten)
