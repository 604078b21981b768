"""`psoh kaart import`: what a partner sent, first looked at and then written on the kaart."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf, InFolder, a_role

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.kaart.exchange.outcome import Preview


def bring_in(
    files: Annotated[
        list[Path],
        typer.Argument(
            metavar="BESTAND...",
            help="xlsx, xls, ods of csv; HSDS (json, zip of map); of een vraaglijst terug.",
        ),
    ],
    folder: InFolder = Path(),
    mapping: Annotated[
        Path | None,
        typer.Option(
            "--koppeling",
            metavar="BESTAND",
            help="Welke kolom wat is en wat elk woord betekent. Bestaat het nog niet, dan maakt psoh het.",
        ),
    ] = None,
    source: Annotated[
        str | None,
        typer.Option(
            "--bron", metavar="BRON", help="Waar de gegevens vandaan komen, voor wat zelf geen bron noemt."
        ),
    ] = None,
    write: Annotated[
        bool, typer.Option("--toepassen", help="Schrijf het op de kaart. Zonder: alleen kijken.")
    ] = False,
    role: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="ROL",
            callback=a_role,
            help="Welke rol dit opschrijft, voor de geschiedenis; geen naam.",
        ),
    ] = None,
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Schrijf niets, en eindig met 1, zolang er iets niet begrepen is."),
    ] = False,
    full: Annotated[
        bool, typer.Option("--volledig", help="Toon van alles wat nieuw is ook de velden, en alle regels.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tekst.")] = False,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Neem diensten en organisaties over uit een bestand van een ander, of uit een eigen werkblad.

    Eerst ziet u wat er nieuw is, wat er verandert en wat psoh niet begrijpt. Pas met --toepassen komt het op de kaart:
    alleen velden die anders zijn, en niets gaat weg. Hetzelfde bestand nog eens importeren verandert niets.
    """
    from psoh_cli.commands.kaart_import_json import as_json as written_as_json
    from psoh_cli.commands.kaart_import_kiezen import ImportAsker
    from psoh_cli.commands.kaart_import_lezen import take_in
    from psoh_cli.commands.kaart_import_overgeslagen import skipped
    from psoh_cli.commands.kaart_import_tonen import show
    from psoh_cli.commands.kaart_import_vragen import ask_what_is_open
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.exchange.writing_file import apply
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, wants_plain

    day = day_or_today(as_of)
    opened = open_kaart(folder)
    intake = take_in(files, opened=opened, mapping_path=mapping, source=source, day=day, role=role)
    if console.is_interactive() and not as_json:
        try:
            ask_what_is_open(intake, ImportAsker(plain=wants_plain(plain)))
        except (Stopped, EOFError):
            _stop(intake)
            return
        except KeyboardInterrupt:
            console.say("")
            _stop(intake)
            raise
    preview = intake.preview()
    writes = write and preview.writes and not (strict and _is_open(preview))
    if not as_json:
        show(preview, skipped=skipped(intake), full=full)
    if writes:
        apply(opened.path, preview, day=day, role=role)
    kept = intake.keep_mapping()
    if as_json:
        names = [path.name for path in files]
        found = written_as_json(
            preview, files=names, kaart=opened.path.as_posix(), written=writes, skipped=skipped(intake)
        )
        console.data(found)
    if kept:
        console.say(f"Bewaard voor de volgende keer: {intake.mapping_path}.")
    _close(intake, preview, wrote=writes, wanted=write)
    if strict and _is_open(preview):
        raise typer.Exit(1)


def _stop(intake: Intake) -> None:
    """Leave halfway: the kaart stays as it is, and what was answered is kept."""
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    path = intake.keep_for_later()
    if path is None:
        console.say("Gestopt; er is niets geschreven.")
        return
    console.say(f"Gestopt. Uw antwoorden staan in {path.as_posix()}; de kaart is niet veranderd.")
    console.say(f"Verdergaan? Geef dezelfde opdracht met --koppeling {quoted(path)}")


def _is_open(preview: Preview) -> bool:
    return bool(preview.not_understood or preview.waiting)


def _close(intake: Intake, preview: Preview, *, wrote: bool, wanted: bool) -> None:
    """Say what was done, what still has to be told, and what to type next."""
    from psoh_cli.commands.kaart_import_advies import advise
    from psoh_cli.dutch import plural
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    told = advise(intake, preview)
    if told:
        console.say(told)
    if wrote:
        new, changed = len(preview.new), len(preview.changed)
        console.success(
            f"{plural(new, 'nieuwe vermelding', 'nieuwe vermeldingen')} en "
            f"{plural(changed, 'verandering', 'veranderingen')} staan in {intake.opened.path.as_posix()}."
        )
        console.say(f"Verder: psoh check {quoted(intake.opened.folder)}")
    elif not preview.writes:
        console.say("Er is niets te schrijven.")
    elif wanted:
        console.say("Er is niets geschreven, omdat er nog iets open is (--strict).")
    else:
        console.say("Er is nog niets geschreven. Klopt het? Geef dezelfde opdracht met --toepassen erbij.")
