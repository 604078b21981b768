"""`psoh ronde lees`: lists that came back, shown beside the interviews, and written down when that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.practices.catalogue import Catalogue
    from psoh_cli.sitting.returning import Pile

_NOT_ALL, _NOT_TAKEN = 1, 2


def lees(
    folder: Annotated[Path, typer.Argument(metavar="MAP", help="Map van het dossier.", show_default=False)],
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND...",
            help="Lijsten die terugkwamen: xlsx, ods, xls, docx of json.",
            show_default=False,
        ),
    ],
    informant: Annotated[
        str,
        typer.Option(
            "--informant", metavar="NAAM", help="Van wie de lijst is, als dat er niet meer in staat."
        ),
    ] = "",
    day: Annotated[
        str | None,
        typer.Option(
            "--op",
            metavar="DATUM",
            help="De dag van de antwoorden. Zonder: de dag die in de lijst staat, anders vandaag.",
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--toepassen", help="Neem de antwoorden over zonder te vragen.")
    ] = False,
    has_read: Annotated[
        bool,
        typer.Option(
            "--zelf-gelezen",
            help="U hebt gelezen wat over een persoon lijkt te gaan, en het mag blijven. Neem het toch over.",
        ),
    ] = False,
    replaces_newer: Annotated[
        bool,
        typer.Option(
            "--vervang-nieuwer", help="Vervang ook een antwoord dat in het interview van een latere dag is."
        ),
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tekst.")] = False,
    as_of: AsOf = None,
) -> None:
    """Lees ingevulde vragenlijsten terug. U ziet eerst wat er zou veranderen.

    Een leeg vak verandert niets. Wat psoh niet begrijpt, staat erbij met de plek en de reden. Per informant komt alles
    tegelijk in het interview, of niets. Dezelfde lijst nog eens lezen verandert niets.
    """
    from psoh_cli.commands.ronde_lees_tonen import as_data, show
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.sitting.returning import Around, read_all
    from psoh_cli.sitting.sending import gemeente_of
    from psoh_cli.terminal import console

    catalogue, (answered, looked_on) = sound_catalogue(), _days(day, as_of)
    _expect_folder(folder)
    around = Around(
        dossier=folder,
        gemeente=gemeente_of(folder),
        catalogue=catalogue,
        as_of=looked_on,
        day=answered,
        informant=informant.removesuffix(".yaml"),
        has_read=has_read,
        replaces_newer=replaces_newer,
    )
    pile = read_all(files, around)
    if not as_json:
        show(pile, folder=folder)
    wanted = write or _wants(pile, as_json=as_json)
    written = _write(pile, folder=folder, catalogue=catalogue, quiet=as_json) if wanted else ()
    if as_json:
        console.data(as_data(pile, written=written))
    elif any(item.preview.changes for item in pile.returned) and not wanted:
        console.say("Er is niets geschreven. Klopt dit? Geef de opdracht dan opnieuw met --toepassen.")
    if written and not as_json:
        _tell_held(pile)
    code = _code(pile)
    if code:
        raise typer.Exit(code)


def _days(day: str | None, as_of: str | None) -> tuple[date | None, date]:
    """Read the day of the answers, where it was told, and the day from which we look."""
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.dutch import PartialDate, date_in_words
    from psoh_cli.errors import WrongUseError

    looked_on = day_or_today(as_of)
    if day is None:
        return None, looked_on
    try:
        given = PartialDate.parse(day)
    except ValueError as error:
        raise WrongUseError(f"--op: {error}.") from None
    if not given.day:
        raise WrongUseError(
            "--op heeft een hele dag nodig.", remedy="Schrijf jjjj-mm-dd, bijvoorbeeld 2026-03-31."
        )
    if given.first_day() > looked_on:
        raise WrongUseError(
            f"--op: {given.in_words()} ligt na {date_in_words(looked_on)}.",
            remedy="Noem de dag waarop de lijst is ingevuld.",
        )
    return given.first_day(), looked_on


def _expect_folder(folder: Path) -> None:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files import disk
    from psoh_cli.shell import quoted

    if disk.is_file(folder):
        raise WrongUseError(
            f"'{folder.as_posix()}' is een bestand; noem eerst de map van het dossier.",
            remedy=f"Bent u in die map, typ dan: psoh ronde lees . {quoted(folder)}",
        )


def _wants(pile: Pile, *, as_json: bool) -> bool:
    """Ask whether to write it down, where somebody can answer."""
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, TerminalAsker

    count = sum(len(item.preview.changes) for item in pile.returned if not item.asks_day)
    if not count or as_json or not console.is_interactive():
        return False
    try:
        return TerminalAsker().confirm(f"{plural(count, 'antwoord', 'antwoorden')} overnemen?")
    except (Stopped, EOFError):
        return False


def _write(pile: Pile, *, folder: Path, catalogue: Catalogue, quiet: bool) -> tuple[str, ...]:
    """Write every list that was read; each informant whole or not at all. Give the files that were written."""
    from psoh_cli.dutch import plural
    from psoh_cli.errors import PsohError
    from psoh_cli.sitting.list_remarks import is_lapsed
    from psoh_cli.sitting.returning import Refused, mark, write
    from psoh_cli.terminal import console

    written = []
    for item in list(pile.returned):
        try:
            changed = write(item, catalogue=catalogue)
        except PsohError as error:
            pile.returned.remove(item)
            pile.refused.append(Refused(file=item.file, error=error))
            console.error(f"{item.file}: {error.message} {error.remedy}".rstrip())
            continue
        if changed:
            written.append(item.file)
            if not quiet:
                count = plural(len(item.preview.changes), "antwoord", "antwoorden")
                verb = "staat" if len(item.preview.changes) == 1 else "staan"
                console.success(f"{count} van {item.informant.role} {verb} in {item.path.as_posix()}.")
        try:
            was_lapsed = is_lapsed(item.informant.id, dossier=folder)
            if mark(item, dossier=folder) and was_lapsed and not quiet:
                console.say(
                    f"'{item.informant.id}' stond op vervallen en doet nu weer mee: er is een lijst terug."
                )
        except PsohError as error:
            console.warn(
                f"De stand in ronde.yaml is niet bijgewerkt. {error.message} {error.remedy} Geef daarna de opdracht "
                "opnieuw met --toepassen: dan komt de stand goed."
            )
    return tuple(written)


def _tell_held(pile: Pile) -> None:
    """Say last what was not written, so that nobody takes a list for dealt with."""
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    count = sum(len(item.preview.held) for item in pile.returned)
    if count:
        console.say(
            f"Let op: {plural(count, 'tekst is', 'teksten zijn')} niet overgenomen. Welke, met de plek in het bestand, "
            "leest u hierboven bij 'Wacht op u'."
        )


def _code(pile: Pile) -> int:
    if pile.refused:
        return _NOT_TAKEN
    rest = any(
        item.preview.not_understood or item.preview.held or item.preview.newer_stays for item in pile.returned
    )
    return _NOT_ALL if rest else 0
