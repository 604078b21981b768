"""`psoh pdf verifieer`: whether a PDF was made from a dossier, and what differs."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def verifieer(
    pdf: Annotated[Path, typer.Argument(metavar="PDF", help="Een pdf die psoh rapport heeft gemaakt.")],
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
) -> None:
    """Ga na of een pdf uit deze gegevens is gemaakt, en zo nee: wat er verschilt.

    Vergeleken wordt wat deze versie van het document mag tonen; de psoh en de kennis waarmee zij is gemaakt staan
    erbij.

    Code 0: de pdf hoort bij deze gegevens. Code 1: er is iets anders. Code 2: de pdf of het dossier is niet te lezen.
    """
    from psoh_cli.dossier.comparing import compare, verdict
    from psoh_cli.dossier.restoring import read_pdf
    from psoh_cli.dutch import number
    from psoh_cli.press.colophon import in_groups
    from psoh_cli.terminal import console

    carried = read_pdf(pdf)
    found = compare(carried, folder)
    for line in verdict(carried, name=pdf.name, belongs=found.belongs):
        console.out(line)
    console.out(f"Vingerafdruk: {in_groups(carried.manifest.fingerprint)}")
    for difference in found.differences:
        console.out(f"\n{difference.name}")
        for line in difference.lines:
            console.out(f"  - {line}")
        if difference.more:
            console.out(f"  en nog {number(difference.more)}")
    console.say(
        "Dezelfde vingerafdruk hoort in het colofon van de pdf te staan; kijk dat na. Of iemand de tekst op de "
        "bladzijden heeft veranderd, kan psoh niet zien."
    )
    for remark in found.remarks:
        console.say(remark)
    if not found.belongs:
        raise typer.Exit(1)
