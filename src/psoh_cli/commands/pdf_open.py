"""`psoh pdf open`: the dossier that a PDF carries, in a new folder."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def open_pdf(
    pdf: Annotated[Path, typer.Argument(metavar="PDF", help="Een pdf die psoh rapport heeft gemaakt.")],
    folder: Annotated[
        Path,
        typer.Argument(metavar="MAP", help="De nieuwe map waarin het dossier komt; zij mag ook leeg zijn."),
    ],
) -> None:
    """Haal het dossier uit een pdf en zet het in een nieuwe map.

    De pdf draagt wat haar lezers mogen zien. Interviews en opmerkingen zitten er alleen in als zij is gemaakt met
    --met-interviews.
    """
    from psoh_cli.dossier.restoring import left_out, restore
    from psoh_cli.dutch import date_in_words, plural
    from psoh_cli.press.colophon import in_groups
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    carried = restore(pdf, folder)
    about = carried.manifest
    for file in carried.source.files:
        console.out((folder / file.name).as_posix())
    count = plural(len(carried.source.files), "bestand", "bestanden")
    console.success(
        f"{count} uit {pdf.name} (versie {about.version.value}, peildatum {date_in_words(about.as_of)}, "
        f"psoh {about.tool_version}, kennis {about.knowledge_version})."
    )
    missing = left_out(carried)
    if missing:
        console.say(f"Niet in deze pdf: {missing}. Een rapport uit deze map zegt daarom minder.")
    console.say(f"Vingerafdruk, ook in het colofon van de pdf: {in_groups(about.fingerprint)}")
    console.say(f"Nu verder met: psoh check {quoted(folder)}")
