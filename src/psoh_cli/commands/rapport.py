"""`psoh rapport`: the documents of one dossier or of many."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from psoh_cli.commands.options import AsOf


class Kind(StrEnum):
    """The documents that can be asked for."""

    GAP_ANALYSIS = "gap-analyse"
    PLAN = "implementatieplan"
    SUMMARY = "samenvatting"


class Form(StrEnum):
    """The forms in which they can be had."""

    PDF = "pdf"
    HTML = "html"
    JSON = "json"


def rapport(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[MAP]...", help="Mappen met een dossier. Zonder map: de map waar u nu bent."),
    ] = None,
    kinds: Annotated[
        list[Kind] | None,
        typer.Option("--soort", help="Welk document; mag vaker. Zonder: alle documenten."),
    ] = None,
    formats: Annotated[
        list[Form] | None,
        typer.Option("--format", help="In welke vorm; mag vaker. Zonder: html en pdf."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="MAP", help="Waar de documenten komen. Zonder: rapporten/ in het dossier."
        ),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Maak de gap-analyse, het implementatieplan en de bestuurlijke samenvatting.

    Staat er in het dossier een map huisstijl/, dan gaan de .html en .css daarin voor op die van psoh.

    Code 4: een pdf maken kan op deze computer niet; de andere bestanden zijn wel gemaakt.
    """
    from psoh_cli import __version__
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dossier.reporting import gravest, report_all
    from psoh_cli.report.compose import KINDS
    from psoh_cli.terminal import bug_log, console

    chosen = tuple(folders or (Path(),))
    wanted = tuple(kind for kind in KINDS if not kinds or kind in kinds)
    forms = tuple(dict.fromkeys(formats or (Form.HTML, Form.PDF)))
    with console.progress("Documenten", total=len(chosen) * len(wanted) * len(forms)) as step:
        outcomes = report_all(
            chosen, kinds=wanted, formats=forms, output=output, as_of=day_or_today(as_of), tell=step
        )
    for outcome in outcomes:
        for path in outcome.paths:
            console.out(path.as_posix())
        if outcome.style.replaced:
            console.say(
                f"Huisstijl: {', '.join(outcome.style.replaced)} uit huisstijl/ in plaats van die van psoh."
            )
        if outcome.style.added:
            console.say(f"Vervangt niets van psoh: {', '.join(outcome.style.added)} in huisstijl/.")
        if not outcome.exit_code:
            continue
        if outcome.problems:
            console.show_problems(outcome.problems, talk=True)
        console.complain(f"Fout in {outcome.folder.as_posix()}: {outcome.message}")
        if outcome.remedy:
            console.complain(f"Oplossing: {outcome.remedy}")
        log = bug_log.write(outcome.bug, words=("rapport",), version=__version__) if outcome.bug else None
        if log:
            console.complain(f"Stuur dit bestand mee als u het meldt, en lees het eerst na: {log}")
    if len(outcomes) > 1:
        done = sum(not outcome.exit_code for outcome in outcomes)
        console.say(f"{done} van de {len(outcomes)} dossiers zijn helemaal gelukt.")
    code = gravest(outcomes)
    if code:
        raise typer.Exit(code)
