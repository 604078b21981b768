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
    as_json: bool,
) -> None:
    """Show what the answers would change on the kaart, and write it with `--toepassen`."""
    from psoh_cli.commands.kaart_import_tonen import show
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
    preview = _without_mapping(compare(_together([batch for batch, _ in batches]), own=own, known=known))
    written = write and preview.writes
    if written:
        _expect_role(preview, role=role)
        apply(opened.path, preview, day=max(answered for _, answered in batches), role=role)
    if as_json:
        from psoh_cli.commands.kaart_import_json import as_json as data

        files = [path.as_posix() for path in paths]
        console.out(data(preview, files=files, kaart=opened.path.as_posix(), written=written))
        return
    show(preview)
    _tell(preview, opened=opened, written=written)


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


def _without_mapping(preview: Preview) -> Preview:
    """Leave out the advice that is about the mapping of columns: a confirmation sheet has none."""
    from dataclasses import replace

    from psoh_cli.kaart.exchange.sheet.values_contact import TAKE_ANYWAY

    told = tuple(
        replace(item, remedy=item.remedy.removesuffix(TAKE_ANYWAY)) for item in preview.not_understood
    )
    return replace(preview, not_understood=told)


def _together(batches: list[Batch]) -> Batch:
    from psoh_cli.kaart.exchange.incoming import Batch

    return Batch(
        entries=tuple(item for batch in batches for item in batch.entries),
        not_understood=tuple(item for batch in batches for item in batch.not_understood),
        remarks=tuple(dict.fromkeys(item for batch in batches for item in batch.remarks)),
    )


def _given_day(text: str | None) -> date | None:
    from psoh_cli.commands.kaart_bevestig import confirmed_on

    return None if text is None else confirmed_on(text)


def _expect_role(preview: Preview, *, role: str | None) -> None:
    """Raise WrongUseError when an entry would be confirmed of which nobody ever told which role asked."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError

    if role:
        return
    nameless = [
        item.after.id
        for item in preview.changed
        if item.after.assured_date != item.before.assured_date and item.after.assurer in {None, "onbekend"}
    ]
    if nameless:
        named = nameless if len(nameless) <= 5 else [*nameless[:5], f"{len(nameless) - 5} andere"]
        raise WrongUseError(
            f"Bij {listing(named)} staat nog niet welke rol het heeft nagevraagd; er is niets veranderd.",
            remedy="Zet erbij: --door ROL, bijvoorbeeld --door beleidsadviseur",
        )


def _tell(preview: Preview, *, opened: OpenKaart, written: bool) -> None:
    from psoh_cli.terminal import console

    if written:
        console.success(f"Het antwoord staat in {opened.path.as_posix()}.")
        console.say(f"Wat er nu nog na te vragen is: {opened.command('verouderd')}")
    elif preview.writes:
        console.say("Er is nog niets geschreven. Klopt dit? Geef de opdracht dan opnieuw met --toepassen.")
    elif preview.not_understood:
        console.say("Er valt niets te schrijven. Lees zelf wat psoh niet begreep.")
    else:
        console.say("Er valt niets te schrijven: de kaart zegt dit al.")
