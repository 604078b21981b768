"""`psoh analyse`: the gap analysis on screen, or as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from psoh_cli.dossier.dossier import Dossier


def analyse(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    as_json: Annotated[bool, typer.Option("--json", help="Geef de hele analyse als JSON.")] = False,
    with_remarks: Annotated[
        bool,
        typer.Option(
            "--met-opmerkingen", help="Zet in de JSON ook wat informanten in eigen woorden opmerkten."
        ),
    ] = False,
    as_of: AsOf = None,
    keep: Annotated[
        bool,
        typer.Option(
            "--bewaar", help="Bewaar de oordelen in de map momenten; een later rapport toont wat veranderde."
        ),
    ] = False,
    strict: Annotated[
        bool, typer.Option("--strict", help="Eindig met code 1 als er iets ontbreekt.")
    ] = False,
) -> None:
    """Leg de antwoorden en de sociale kaart naast wat werkt: wat is er, wat ontbreekt en wat is nog onbekend?"""
    from psoh_cli.analysis.summary import as_json as to_json
    from psoh_cli.commands.analyse_dossier import tell_what_stays
    from psoh_cli.commands.analyse_scherm import show_analysis
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dossier import moments
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    dossier = open_dossier(folder, as_of=day)
    analysis = dossier.analysis(day)
    if as_json:
        console.out(to_json(analysis, with_remarks=with_remarks))
    else:
        show_analysis(analysis, folder=quoted(folder), standing=dossier.round)
        tell_what_stays(dossier, folder=quoted(folder))
        _tell_changed(dossier, folder=quoted(folder))
    if keep:
        console.say(f"De oordelen zijn bewaard in {moments.keep(folder, analysis=analysis).as_posix()}")
    if strict and analysis.gaps():
        raise typer.Exit(1)


def _tell_changed(dossier: Dossier, *, folder: str) -> None:
    """Say of how many informants an answer counts no more, or counts under another name."""
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    touched = sum(bool(item.renamed or item.dropped) for item in dossier.changed.values())
    if touched:
        who = plural(touched, "informant", "informanten")
        console.say(
            f"Bij {who} staan antwoorden op vragen die nu anders heten of zijn vervallen. Wat anders heet, telt mee; "
            f"wat is vervallen, is bewaard en telt niet. Welke dat zijn:\n  psoh check {folder}"
        )
