"""`psoh ronde besluit`: what the klankbordgroep decided, with the day and the roles at the table."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf


def besluit(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    about: Annotated[
        list[str] | None,
        typer.Option(
            "--over",
            metavar="ID",
            help="Waarover het besluit gaat: een bevinding (gap-verschil-…), een vraag of een vraag van ARQ; mag "
            "vaker. Of de code die in kleine letters op de gesprekskaart staat.",
        ),
    ] = None,
    text: Annotated[
        str, typer.Option("--besluit", metavar="TEKST", help="Wat er is besloten, in een of meer zinnen.")
    ] = "",
    roles: Annotated[
        list[str] | None,
        typer.Option(
            "--door",
            metavar="ROL",
            help="Een functie of organisatie aan tafel, geen naam van iemand; mag vaker.",
        ),
    ] = None,
    day: Annotated[
        str, typer.Option("--op", metavar="DATUM", help="De dag van het besluit. Zonder: vandaag.")
    ] = "",
    remark: Annotated[
        str,
        typer.Option(
            "--opmerking", metavar="TEKST", help="Voor uzelf: deze tekst komt in geen enkel document."
        ),
    ] = "",
    listed: Annotated[bool, typer.Option("--lijst", help="Laat zien wat er is besloten.")] = False,
    as_json: Annotated[
        bool, typer.Option("--json", help="Geef de besluiten als JSON, zonder opmerkingen.")
    ] = False,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Schrijf op wat de klankbordgroep besloot; zonder opties vraagt psoh het u stap voor stap.

    Een besluit staat daarna op de gesprekskaart en in de gap-analyse, met de dag. Wie er aan tafel zaten, blijft in
    uw dossier. Wat er staat, blijft staan: een later besluit komt ernaast.
    """
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.commands.ronde_besluit_lijst import as_data, show
    from psoh_cli.commands.ronde_besluit_open import open_table
    from psoh_cli.commands.ronde_besluit_schrijven import from_options
    from psoh_cli.commands.ronde_besluit_vragen import ask_all
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import wants_plain

    table = open_table(folder, as_of=day_or_today(as_of))
    if about or text or roles or day or remark:
        from_options(table, about=about or [], text=text, roles=roles or [], day=day, remark=remark)
    elif not (listed or as_json):
        ask_all(table, plain=wants_plain(plain))
        return
    if as_json:
        console.data(as_data(table.again()))
    elif listed:
        show(table.again())
