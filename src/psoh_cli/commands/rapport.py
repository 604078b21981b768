"""`psoh rapport`: the documents of one dossier or of many, or a look at them while somebody works."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf
from psoh_cli.report.version import Version

if TYPE_CHECKING:
    from psoh_cli.dossier.making import Order
    from psoh_cli.dossier.reporting import Outcome


class Kind(StrEnum):
    """The documents that can be asked for."""

    GAP_ANALYSIS = "gap-analyse"
    PLAN = "implementatieplan"
    SUMMARY = "samenvatting"
    DISCUSSION_SHEET = "gesprekskaart"


class Form(StrEnum):
    """The forms in which they can be had."""

    HTML = "html"
    PDF = "pdf"
    DOCX = "docx"
    ODT = "odt"
    XLSX = "xlsx"
    ICS = "ics"
    JSON = "json"


def rapport(
    folders: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[MAP]...", help="Mappen met een dossier. Zonder map: de map waar u nu bent."),
    ] = None,
    kinds: Annotated[
        list[Kind] | None,
        typer.Option(
            "--soort",
            help="Welk document; mag vaker. Zonder: de gap-analyse, het implementatieplan en de samenvatting. De "
            "gesprekskaart wordt alleen op verzoek gemaakt: twee bladen om mee aan tafel te gaan.",
        ),
    ] = None,
    formats: Annotated[
        list[Form] | None,
        typer.Option(
            "--format",
            help="In welke vorm; mag vaker. Zonder: html en pdf. xlsx is een werkboek met de maatregelen, "
            "ics een agenda met de planning.",
        ),
    ] = None,
    version: Annotated[
        Version,
        typer.Option(
            "--versie", help="Voor wie: raad (alles), partners (kort) of publiek (zonder kleine aantallen)."
        ),
    ] = Version.COUNCIL,
    with_interviews: Annotated[
        bool,
        typer.Option(
            "--met-interviews",
            help="Maak een pdf met de interviews erin, niet om te publiceren; alleen met --versie raad.",
        ),
    ] = False,
    check: Annotated[
        bool,
        typer.Option(
            "--controleer",
            help="Onderzoek of de bestanden toegankelijk zijn; de uitslag komt in toegankelijkheid.md en .json.",
        ),
    ] = False,
    extra: Annotated[
        Path | None,
        typer.Option(
            "--huisstijl",
            metavar="BESTAND|MAP",
            help="Een huisstijl van elders: huisstijl.yaml, een Word-bestand (.docx) of een map.",
        ),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "--output", metavar="MAP", help="Waar de documenten komen. Zonder: rapporten/ in het dossier."
        ),
    ] = None,
    anew: Annotated[bool, typer.Option("--opnieuw", help="Maak ook opnieuw wat niet veranderd is.")] = False,
    look: Annotated[
        bool,
        typer.Option(
            "--bekijk",
            help="Bekijk de documenten in de browser terwijl u werkt: na elke wijziging ververst de pagina. "
            "Er wordt niets geschreven; stop met Ctrl-C.",
        ),
    ] = False,
    no_browser: Annotated[
        bool, typer.Option("--geen-browser", help="Bij --bekijk: noem alleen het adres.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Maak de gap-analyse, het implementatieplan en de bestuurlijke samenvatting.

    Wat niet veranderd is, wordt niet opnieuw gemaakt.

    Met --soort gesprekskaart komt er een blad van twee bladzijden voor de klankbordgroep, met ruimte voor besluiten.

    Met huisstijl.yaml of een map huisstijl/ in het dossier krijgen de documenten uw eigen vormgeving.

    Code 1: bij --controleer is niet alles in orde. Code 4: een pdf maken kan op deze computer niet; de andere bestanden
    zijn wel gemaakt.
    """
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dossier.making import Order
    from psoh_cli.errors import WrongUseError
    from psoh_cli.press.request import Request

    if with_interviews and version is not Version.COUNCIL:
        raise WrongUseError(
            f"--met-interviews kan niet met --versie {version.value}: wat iemand zei, is niet voor iedereen.",
            remedy="Laat --met-interviews weg, of kies --versie raad.",
        )
    if with_interviews and formats and set(formats) != {Form.PDF}:
        raise WrongUseError(
            "--met-interviews is alleen voor de pdf: een andere vorm draagt geen gegevens.",
            remedy="Maak de andere vormen apart, zonder --met-interviews.",
        )
    if version is Version.PUBLIC and kinds and Kind.DISCUSSION_SHEET in kinds:
        raise WrongUseError(
            "Een gesprekskaart voor het publiek is er niet: zij is om aan tafel over te praten, niet om te publiceren.",
            remedy="Laat --versie weg, of kies --versie partners als u de pdf aan partners stuurt.",
        )
    usual = (Form.PDF,) if with_interviews else (Form.HTML, Form.PDF)
    request = Request(
        kinds=tuple(kind.value for kind in kinds_asked(kinds)),
        formats=tuple(dict.fromkeys(form.value for form in formats or usual)),
        version=version,
        with_interviews=with_interviews,
        check=check,
    )
    order = Order(request=request, as_of=day_or_today(as_of), output=output, extra=extra, anew=anew)
    chosen = tuple(folders or (Path(),))
    if not look:
        _write(chosen, order=order)
        return
    if formats or output or check or anew or with_interviews:
        raise WrongUseError(
            "--bekijk schrijft niets en gaat niet samen met --format, --output, --controleer, --met-interviews "
            "en --opnieuw.",
            remedy="Kijk eerst met --bekijk, en maak de bestanden daarna met psoh rapport zonder --bekijk.",
        )
    if len(chosen) > 1:
        raise WrongUseError("--bekijk kan maar één dossier tegelijk laten zien.", remedy="Noem één map.")
    _look(chosen[0], order=order, browser=not no_browser)


def kinds_asked(kinds: list[Kind] | None) -> tuple[Kind, ...]:
    """Give the documents to make: those that were asked for, or all but the one for the table."""
    wanted = kinds or [kind for kind in Kind if kind is not Kind.DISCUSSION_SHEET]
    return tuple(kind for kind in Kind if kind in wanted)


def _write(folders: tuple[Path, ...], *, order: Order) -> None:
    """Write the documents, tell what came of each dossier, and leave with the gravest exit code."""
    from psoh_cli.dossier.reporting import gravest, report_all
    from psoh_cli.terminal import console

    total = len(folders) * len(order.request.files())
    with console.progress("Documenten", total=total) as step:
        outcomes = report_all(folders, order=order, tell=step)
    for outcome in outcomes:
        _tell(outcome)
    if len(outcomes) > 1:
        done = sum(not outcome.exit_code for outcome in outcomes)
        console.say(
            f"{done} van de {len(outcomes)} dossiers {'is' if done == 1 else 'zijn'} helemaal gelukt."
        )
    start = order.request.first_to_read()
    if start and len(outcomes) > 1:
        console.say(f"Begin per dossier met: {start}")
    elif start and any(path.name == start for path in outcomes[0].paths):
        console.say(f"Begin met: {next(path for path in outcomes[0].paths if path.name == start).as_posix()}")
    code = gravest(outcomes)
    if code:
        raise typer.Exit(code)


def _tell(outcome: Outcome) -> None:
    from psoh_cli import __version__
    from psoh_cli.terminal import bug_log, console

    for path in outcome.paths:
        console.out(path.as_posix())
    for name in outcome.unchanged:
        console.say(f"Ongewijzigd, niet opnieuw gemaakt: {name}")
    for remark in outcome.remarks:
        console.say(remark)
    if not outcome.exit_code:
        return
    if outcome.problems:
        console.show_problems(outcome.problems, talk=True)
    console.complain(f"Fout in {outcome.folder.as_posix()}: {outcome.message}")
    if outcome.remedy:
        console.complain(f"Oplossing: {outcome.remedy}")
    log = bug_log.write(outcome.bug, words=("rapport",), version=__version__) if outcome.bug else None
    if log:
        console.complain(f"Stuur dit bestand mee als u het meldt, en lees het eerst na: {log}")


def _look(folder: Path, *, order: Order, browser: bool) -> None:
    """Show the documents in a browser until somebody stops it."""
    from psoh_cli.dossier.previewing import look
    from psoh_cli.terminal import console

    look(folder, order=order, browser=browser, say=console.say)
    console.say("Gestopt met bekijken. Er is niets geschreven.")
