"""The answer to a confirmation sheet: read, shown, and written down when that is asked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.incoming import Batch
    from psoh_cli.kaart.exchange.outcome import Preview
    from psoh_cli.kaart.kaart import KaartFile
    from psoh_cli.kaart.known_ids import KnownIds


def read_answers(
    paths: tuple[Path, ...],
    *,
    opened: OpenKaart,
    write: bool,
    role: str | None,
    day: str | None,
    has_read: bool,
    strict: bool,
    as_json: bool,
) -> None:
    """Show what the answers would change on the kaart, and write it with `--toepassen`."""
    import typer

    from psoh_cli.commands.kaart_import_tonen import show
    from psoh_cli.kaart.exchange.confirmation.mapping_advice import without_mapping
    from psoh_cli.kaart.exchange.preview import compare
    from psoh_cli.kaart.exchange.writing_file import apply
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.practices.practice_files import sound_catalogue
    from psoh_cli.terminal import console

    given = _given_day(day)
    own = opened.own_file()
    known = KnownIds.of(sound_catalogue())
    batches = [
        _batch(path, own=own, known=known, role=role, given=given, has_read=has_read) for path in paths
    ]
    batch = _together([batch for batch, _ in batches])
    preview = without_mapping(compare(batch, own=own, known=known))
    is_open = bool(preview.not_understood or batch.unanswered)
    written = write and preview.writes and not (strict and is_open)
    if written:
        day_of_all = max(answered for _, answered in batches)
        apply(opened.path, preview, day=day_of_all, role=role or _told_by(preview, own=own))
    if as_json:
        from psoh_cli.commands.kaart_import_json import as_json as data

        files = [path.as_posix() for path in paths]
        console.out(data(preview, files=files, kaart=opened.path.as_posix(), written=written))
    else:
        show(preview)
        _tell(preview, batch, opened=opened, written=written, wanted=write)
        _tell_open(preview, batch)
    if strict and is_open:
        raise typer.Exit(1)


def _batch(
    path: Path, *, own: KaartFile, known: KnownIds, role: str | None, given: date | None, has_read: bool
) -> tuple[Batch, date]:
    """Read one answer, with the day on which it was given: as told, as it says itself, or else today."""
    from psoh_cli.commands import clock
    from psoh_cli.files import disk
    from psoh_cli.kaart.exchange.confirmation.incoming_answers import Answered, to_batch
    from psoh_cli.kaart.exchange.confirmation.reading_file import read_told

    told = read_told(disk.read_bytes(path), path.name)
    today = clock.today()
    said = told.answered_on if told.answered_on is not None and told.answered_on <= today else None
    day = given or said or today
    answered = Answered(day=day, role=role, is_told=(given or said) is not None, has_read=has_read)
    return to_batch(told, own=own, known=known, answered=answered), day


def _together(batches: list[Batch]) -> Batch:
    from psoh_cli.kaart.exchange.incoming import Batch

    return Batch(
        entries=tuple(item for batch in batches for item in batch.entries),
        not_understood=tuple(item for batch in batches for item in batch.not_understood),
        remarks=tuple(dict.fromkeys(item for batch in batches for item in batch.remarks)),
        unanswered=tuple(dict.fromkeys(item for batch in batches for item in batch.unanswered)),
    )


def _given_day(text: str | None) -> date | None:
    from psoh_cli.commands.kaart_bevestig import confirmed_on

    return None if text is None else confirmed_on(text)


def _told_by(preview: Preview, *, own: KaartFile) -> str:
    """Give the role for the history: the organization that answered, where there is one."""
    from psoh_cli.kaart.exchange.confirmation.belonging import owner
    from psoh_cli.kaart.role import told_by

    owners = {owner(item.after) for item in preview.changed}
    return told_by(own.names.get(owners.pop(), "") if len(owners) == 1 else "")


def _tell(preview: Preview, batch: Batch, *, opened: OpenKaart, written: bool, wanted: bool) -> None:
    from psoh_cli.terminal import console

    if written:
        whole = not preview.not_understood
        console.success(
            f"{'Het antwoord' if whole else 'Wat psoh begreep,'} staat in {opened.path.as_posix()}."
        )
        console.say(f"Wat er nu nog na te vragen is: {opened.command('verouderd')}")
    elif preview.writes and wanted:
        console.say("Er is niets geschreven, omdat er nog iets open is (--strict).")
    elif preview.writes:
        console.say("Er is nog niets geschreven. Klopt dit? Geef de opdracht dan opnieuw met --toepassen.")
    elif preview.not_understood:
        console.say("Er valt niets te schrijven. Lees zelf wat psoh niet begreep.")
    elif not preview.unchanged:
        console.say("Er valt niets te schrijven: psoh vond in het antwoord niets dat is ingevuld.")
    elif batch.unanswered:
        console.say("Er valt niets te schrijven, en niet alles is beantwoord.")
    else:
        console.say("Er valt niets te schrijven: de kaart zegt dit al.")


def _tell_open(preview: Preview, batch: Batch) -> None:
    """Say last what is not on the kaart, so that nobody takes the answer for dealt with."""
    from psoh_cli.dutch import listing, plural
    from psoh_cli.terminal import console

    count = len(preview.not_understood)
    if count:
        stand = "staat" if count == 1 else "staan"
        console.say(
            f"Let op: {plural(count, 'antwoord', 'antwoorden')} {stand} er niet op. Welke, met de plek in het bestand, "
            "leest u hierboven bij 'Niet begrepen'."
        )
    if batch.unanswered:
        named = [f"'{name}'" for name in batch.unanswered[:5]]
        more = len(batch.unanswered) - len(named)
        told = listing([*named, f"{more} andere"] if more else named)
        console.say(f"Let op: nog niet bevestigd en dus nog na te vragen: {told}.")
