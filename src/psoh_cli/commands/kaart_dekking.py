"""`psoh kaart dekking`: which group is reached where, by whom, what comes near, and what would change."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from psoh_cli.kaart.coverage_view import CoverageView

_FORMATS = ("tekst", "json", "html", "svg")


def dekking(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    per: Annotated[
        str | None,
        typer.Option(
            "--per",
            metavar="KOLOMMEN",
            help="Wat er bovenaan staat: taal, leeftijd, laag, gebied of doelgroep. Zonder: taal.",
        ),
    ] = None,
    cell: Annotated[
        str | None,
        typer.Option(
            "--cel",
            metavar="STAP:KOLOM",
            help="Open één vak helemaal, bijvoorbeeld preventie:ti. Het begin van een naam is genoeg; de stappen staan "
            "onder de tabel.",
        ),
    ] = None,
    without: Annotated[
        list[str] | None,
        typer.Option(
            "--zonder",
            metavar="DIENST",
            help="Wat als deze dienst stopt? Met een organisatie: al haar diensten. Mag vaker.",
        ),
    ] = None,
    proposals: Annotated[
        list[Path] | None,
        typer.Option(
            "--met",
            metavar="BESTAND",
            help="Wat als dit voorstel er komt? Een bestand met organisaties: en diensten:, zoals de kaart. "
            "Mag vaker.",
        ),
    ] = None,
    form: Annotated[
        str | None,
        typer.Option(
            "--format", metavar="FORMAAT", help="tekst, json, html of svg. Zonder: wat bij --output past."
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Hetzelfde als --format json.")] = False,
    output: Annotated[
        Path | None,
        typer.Option("--output", metavar="BESTAND", help="Schrijf naar dit bestand: .json, .html of .svg."),
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Toon per stap in de keten wie wordt bereikt, waarmee, en wat het dichtst in de buurt komt.

    Met --zonder en --met ziet u wat er dichtvalt of opengaat als een dienst stopt, of als een voorstel er komt.
    """
    from psoh_cli.commands.kaart_dekking_tekst import show_cell, show_matrix
    from psoh_cli.commands.kaart_dekking_vraag import find_cell, open_question
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.coverage_view import look

    chosen = _format("json" if as_json else form, output=output, one_cell=cell is not None)
    day = day_or_today(as_of)
    opened = open_kaart(folder)
    asked = open_question(opened, per=per, without=without or (), proposals=proposals or (), as_of=day)
    if cell is not None:
        asked, place = find_cell(asked, cell, is_free=per is None)
        view = look(asked)
        if chosen == "tekst":
            show_cell(view, place, opened=opened)
            return
        _give(_written(view, form=chosen, only=place), output=output, view=view)
        return
    view = look(asked)
    if chosen == "tekst":
        show_matrix(view, opened=opened, imagined=_imagined(without, proposals))
    else:
        _give(_written(view, form=chosen, only=None), output=output, view=view)


def _format(form: str | None, *, output: Path | None, one_cell: bool) -> str:
    """Give the format that was asked for, or the one that the name of the file says."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    named = output.suffix.removeprefix(".") if output else ""
    chosen = form or (named if named in _FORMATS else "tekst")
    if chosen not in _FORMATS:
        near = did_you_mean(chosen, _FORMATS)
        raise WrongUseError(
            f"--format: '{chosen}' is geen formaat.", remedy=near or f"Kies uit: {', '.join(_FORMATS)}."
        )
    if output and chosen == "tekst":
        raise WrongUseError(
            f"--output: naar '{output.as_posix()}' kan geen tekst worden geschreven.",
            remedy="Zeg wat het moet worden met --format json, html of svg.",
        )
    if one_cell and chosen in {"html", "svg"}:
        raise WrongUseError(
            f"--cel past niet bij --format {chosen}: daar staan alle vakken in.",
            remedy="Laat --cel weg, of kies --format tekst of json.",
        )
    return chosen


def _imagined(without: list[str] | None, proposals: list[Path] | None) -> str:
    """Repeat what is imagined, to be typed behind another command."""
    from pathlib import PurePosixPath

    from psoh_cli.shell import quoted

    gone = [f"--zonder {quoted(PurePosixPath(name))}" for name in without or ()]
    return " ".join((*gone, *(f"--met {quoted(path)}" for path in proposals or ())))


def _written(view: CoverageView, *, form: str, only: tuple[str, str] | None) -> str:
    if form == "json":
        import json

        from psoh_cli.kaart.coverage_data import as_data

        return json.dumps(as_data(view, only=only), ensure_ascii=False, indent=2)
    if form == "svg":
        from psoh_cli.report.coverage_figure import drawing_of

        return drawing_of(view)
    from psoh_cli.press.coverage_page import page

    return page(view)


def _give(text: str, *, output: Path | None, view: CoverageView) -> None:
    from psoh_cli.files import disk
    from psoh_cli.kaart.coverage_words import summary
    from psoh_cli.terminal import console

    if output is None:
        console.data(text)
        return
    disk.write_text(output, f"{text}\n")
    console.say(summary(view))
    console.say(f"Geschreven: {output.as_posix()}")
