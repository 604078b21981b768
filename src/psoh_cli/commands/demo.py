"""`psoh demo`: the whole journey on a copy of an example, in under a minute."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from psoh_cli.commands.options import AsOf


def demo(
    example: Annotated[
        Literal["dordrecht", "voorbeeldstad"],
        typer.Option(
            "--voorbeeld", help="dordrecht (openbare bronnen) of voorbeeldstad (verzonnen, compleet)."
        ),
    ] = "dordrecht",
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="MAP", help="Waar de kopie komt. Zonder: een nieuwe map psoh-demo."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Loop de hele reis door op een voorbeeld: controle, analyse, plan en rapporten."""
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dossier.demonstration import demonstrate
    from psoh_cli.terminal import console

    result = demonstrate(
        example, output=output or Path("psoh-demo"), as_of=day_or_today(as_of), tell=console.say
    )
    for line in result.look_at:
        console.say(line)
    for path in result.reports:
        console.out(path.as_posix())
    if result.exit_code:
        raise typer.Exit(result.exit_code)
