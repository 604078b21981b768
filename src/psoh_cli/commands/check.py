"""`psoh check`: everything in the files that needs putting right."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

import typer

from psoh_cli.commands.options import AsOf


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PAD]...",
            help="Mappen met een dossier, of bestanden daarin: dan alleen wat er in die bestanden mis is. "
            "Zonder: de map waar u nu bent.",
        ),
    ] = None,
    form: Annotated[
        Literal["text", "json"],
        typer.Option("--format", help="Hoe de uitkomst wordt geschreven: text of json."),
    ] = "text",
    strict: Annotated[
        bool, typer.Option("--strict", help="Laat ook waarschuwingen als fout tellen.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Controleer de bestanden van een dossier: wat klopt er niet, waar staat het en wat doet u eraan?

    Noemt u een bestand, dan leest psoh het hele dossier mee, maar ziet u alleen de problemen in dat bestand.
    """
    from psoh_cli.checking.inspection import inspect_paths
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.problems.formats.as_json import as_json
    from psoh_cli.terminal import console

    result = inspect_paths(tuple(paths or (Path(),)), as_of=day_or_today(as_of))
    if form == "json":
        console.out(as_json(result.report))
    elif result.files or result.problems:
        if (
            result.problems or not result.unread
        ):  # "no problems" is not for us to say of what we could not read
            console.show_problems(result.problems)
        console.say(result.summary)
    for item in result.unread:
        console.complain(f"Fout: {item.message}" + (f"\nOplossing: {item.hint}" if item.hint else ""))
    raise typer.Exit(result.exit_code(strict=strict))
