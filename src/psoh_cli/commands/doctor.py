"""psoh doctor: what this computer lacks, and the remedy."""

from __future__ import annotations

import typer


def doctor() -> None:
    """Kijk wat deze computer mist om psoh te gebruiken, en wat u eraan doet.

    Code 0: alles kan. Code 4: een PDF maken kan hier niet, al het andere wel.
    """
    from pathlib import Path

    from psoh_cli import environment
    from psoh_cli.terminal import console

    checks = environment.examine(Path.cwd())
    width = max(len(check.name) for check in checks)
    for check in checks:
        console.out(f"{'mist' if check.remedy else 'goed'}  {check.name:<{width}}  {check.found}")
    lines = dict.fromkeys(check.remedy.line for check in checks if check.remedy)
    if lines:
        console.out("\nTyp dit om het te verhelpen:")
    for line in lines:
        console.out(f"  {line}")
    raise typer.Exit(4 if any(check.stops_pdf for check in checks) else 0)
