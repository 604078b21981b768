"""`psoh schema`: the JSON Schema of each file, for editors."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def schema(
    kind: Annotated[
        str | None,
        typer.Argument(
            metavar="[SOORT]",
            help="gemeente, interview, sociale-kaart, plan, moment of huisstijl. Zonder: alle.",
        ),
    ] = None,
    output: Annotated[
        Path | None, typer.Option("--output", metavar="MAP", help="Schrijf de schema's in deze map.")
    ] = None,
    knowledge: Annotated[
        bool,
        typer.Option("--kennis", help="Neem ook de schema's van de kennis mee (templates/praktijken)."),
    ] = False,
) -> None:
    """Schrijf het schema van de bestanden, zodat een editor meekijkt terwijl u typt."""
    from psoh_cli.dossier.schemas import ALL_KINDS, KINDS, file_name, json_schema
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files import disk
    from psoh_cli.problems.meant import did_you_mean
    from psoh_cli.terminal import console

    if kind is not None and kind not in ALL_KINDS:
        meant = did_you_mean(kind, ALL_KINDS.keys())
        raise WrongUseError(
            f"'{kind}' is geen soort bestand.", remedy=f"{meant} Kies uit: {', '.join(ALL_KINDS)}.".strip()
        )
    listed = ALL_KINDS if knowledge else KINDS
    chosen = (kind,) if kind else tuple(listed)
    if output is None:
        if kind is None:
            console.table(["soort", "bestand"], [[name, listed[name][0]] for name in chosen])
            console.say(
                "Toon er een met: psoh schema gemeente. Schrijf ze alle met: psoh schema --output MAP"
            )
        else:
            console.out(json_schema(kind).rstrip("\n"))
        return
    for name in chosen:
        path = output / file_name(name)
        disk.write_text(path, json_schema(name))
        console.out(path.as_posix())
