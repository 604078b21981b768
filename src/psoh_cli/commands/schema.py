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
) -> None:
    """Schrijf het schema van de bestanden, zodat een editor meekijkt terwijl u typt."""
    from psoh_cli.dossier.schemas import KINDS, json_schema
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files import disk
    from psoh_cli.problems.meant import did_you_mean
    from psoh_cli.terminal import console

    if kind is not None and kind not in KINDS:
        meant = did_you_mean(kind, KINDS.keys())
        raise WrongUseError(
            f"'{kind}' is geen soort bestand.", remedy=f"{meant} Kies uit: {', '.join(KINDS)}.".strip()
        )
    chosen = (kind,) if kind else tuple(KINDS)
    if output is None:
        if kind is None:
            console.table(["soort", "bestand"], [[name, KINDS[name][0]] for name in chosen])
            console.say(
                "Toon er een met: psoh schema gemeente. Schrijf ze alle met: psoh schema --output MAP"
            )
        else:
            console.out(json_schema(kind).rstrip("\n"))
        return
    for name in chosen:
        path = output / f"{name}.schema.json"
        disk.write_text(path, json_schema(name))
        console.out(path.as_posix())
