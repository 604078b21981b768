"""`psoh check`: everything in the files that needs putting right, and mending what psoh can."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.checking.output_names import HELP, TEXT
from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from psoh_cli.checking.outputs import Outputs
    from psoh_cli.checking.result import Result
    from psoh_cli.problems.report import Unread

_SHOWS_PROGRESS = 10
"""From how many dossiers on somebody wants to see that it goes on."""


def _known(formats: list[str] | None) -> list[str] | None:
    """Refuse a form that psoh does not know, as the command line is read."""
    if formats:
        from psoh_cli.checking.outputs import output_of

        for spec in formats:
            output_of(spec)
    return formats


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PAD]...",
            help="Mappen met een dossier (of met mappen met dossiers), of bestanden daarin: dan alleen wat er in die "
            "bestanden mis is. Zonder: de map waar u nu bent.",
        ),
    ] = None,
    formats: Annotated[
        list[str] | None, typer.Option("--format", metavar="VORM[=BESTAND]", help=HELP, callback=_known)
    ] = None,
    strict: Annotated[
        bool, typer.Option("--strict", help="Laat ook waarschuwingen als fout tellen.")
    ] = False,
    most: Annotated[
        int,
        typer.Option(
            "--max", metavar="AANTAL", help="Hoeveel meldingen het scherm hoogstens toont; 0 is alles."
        ),
    ] = 50,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Verbeter wat psoh zeker weet, en laat de rest van het bestand staan."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Laat zien wat --fix zou veranderen; er wordt niets geschreven.")
    ] = False,
    unsafe: Annotated[
        bool,
        typer.Option("--onveilig", help="Met --fix of --diff: ook verbeteringen waarbij psoh voor u kiest."),
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Controleer de bestanden van een dossier: wat klopt er niet, waar staat het en wat doet u eraan?

    Noemt u een bestand, dan leest psoh het hele dossier mee, maar ziet u alleen de problemen in dat bestand. Noemt u
    een map met mappen, dan kijkt psoh elk dossier na dat daaronder staat. In psoh.toml, of met een opmerking in een
    bestand (# psoh: negeer CODE omdat REDEN), legt u vast wat bij u niet of anders telt.
    """
    from psoh_cli.checking.outputs import wanted
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.terminal import console

    given = tuple(paths or (Path(),))
    _refuse_contradictions(
        given, formats=formats or [], most=most, mends=fix or diff, unsafe=unsafe, diff=diff
    )
    look = _looking(given, as_of=day_or_today(as_of))
    if diff:
        _show_diff(look, unsafe=unsafe)
    outputs = wanted(tuple(formats or ()), environment=os.environ)
    result, unwritten = _mended(look, unsafe=unsafe) if fix else (look(), ())
    failed = _tell(result, outputs=outputs, most=most, strict=strict)
    console.show_unread(unwritten)
    raise typer.Exit(2 if failed or unwritten else replace(result.report, strict=strict).exit_code)


def _refuse_contradictions(
    paths: tuple[Path, ...], *, formats: list[str], most: int, mends: bool, unsafe: bool, diff: bool
) -> None:
    """Raise WrongUseError for options that do not go together, before anything is read."""
    from psoh_cli.errors import WrongUseError

    if unsafe and not mends:
        raise WrongUseError(
            "--onveilig hoort bij --fix of --diff.",
            remedy="Bekijk eerst wat psoh zou kiezen: --diff --onveilig",
        )
    other = next((name for name in formats if name != TEXT), "")
    if diff and other:
        raise WrongUseError(
            f"--diff laat alleen veranderingen zien, en gaat niet samen met --format {other}.",
            remedy="Laat een van de twee weg.",
        )
    if most < 0:
        raise WrongUseError(f"--max {most} kan niet.", remedy="Kies een getal vanaf 1, of 0 voor alles.")
    if Path("-") in paths:
        raise WrongUseError(
            "psoh check leest geen invoer uit een andere opdracht ('-').",
            remedy="Bewaar de tekst in een bestand van een dossier en noem dat.",
        )


def _looking(paths: tuple[Path, ...], *, as_of: date) -> Callable[[], Result]:
    """Give the function that inspects these paths, each time in the same way."""
    from psoh_cli.checking.inspection import inspect_found
    from psoh_cli.checking.walking import find_targets
    from psoh_cli.terminal import console

    def look() -> Result:
        found = find_targets(paths)
        if len(found.targets) < _SHOWS_PROGRESS:
            return inspect_found(found, paths=paths, as_of=as_of)
        with console.progress("Nakijken", total=len(found.targets)) as step:
            return inspect_found(found, paths=paths, as_of=as_of, tell=step)

    return look


def _show_diff(look: Callable[[], Result], *, unsafe: bool) -> None:
    """Show what would be mended, and leave: 1 when something would, 2 when something could not be read."""
    from psoh_cli.checking.diff import diff
    from psoh_cli.checking.fixing import propose
    from psoh_cli.checking.mending_told import told_of
    from psoh_cli.privacy.covering import covered_diff
    from psoh_cli.terminal import console

    mending = propose(look, unsafe=unsafe)
    text = diff(mending)
    if text:
        console.out(text if console.shows_privately() else covered_diff(text, sign="*"))
    console.show_unread(mending.before.unread)
    console.say(told_of(mending))
    raise typer.Exit(2 if mending.before.unread else int(bool(text)))


def _mended(look: Callable[[], Result], *, unsafe: bool) -> tuple[Result, tuple[Unread, ...]]:
    """Mend what psoh can; give what is left, and the files that could not be written."""
    from psoh_cli.checking.fixing import propose
    from psoh_cli.checking.mending_told import told_after
    from psoh_cli.checking.saving import save
    from psoh_cli.terminal import console

    fixed = save(propose(look, unsafe=unsafe), look)
    console.say(told_after(fixed))
    console.say()
    return fixed.result, fixed.unwritten


def _tell(result: Result, *, outputs: Outputs, most: int, strict: bool) -> bool:
    """Tell what was found in every form that was asked for; tell whether one of them could not be written."""
    from psoh_cli.terminal import console
    from psoh_cli.terminal.listing import as_text

    report = replace(result.report, strict=strict)
    reads_text = outputs.shows_text and bool(report.files or report.problems)
    if reads_text and (
        report.problems or not report.unread
    ):  # "no problems" is not for us to say of the unread
        console.show_report(report, most=most)
        if report.unread:
            console.say()
    console.show_unread(report.unread)
    if reads_text:
        console.say(result.summary)
    for text in outputs.for_screen(report):
        console.data(text)
    failed = outputs.write(report, text=lambda: as_text(report, most=most))
    for error in failed:
        console.complain(f"Fout: {error.message}" + (f"\nOplossing: {error.remedy}" if error.remedy else ""))
    warning = outputs.append_summary(report)
    if warning:
        console.warn(warning)
    return bool(failed)
