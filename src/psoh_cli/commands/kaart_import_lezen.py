"""Reading the files that somebody brings in, each as what it is."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.incoming import Batch
    from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping


def take_in(
    files: Sequence[Path],
    *,
    opened: OpenKaart,
    mapping_path: Path | None,
    source: str | None,
    day: date,
    role: str | None,
) -> Intake:
    """Read all files, each as what it is; raise UnreadableError, ProblemsError or WrongUseError with the remedy."""
    from psoh_cli.commands.kaart_import_inname import Intake
    from psoh_cli.kaart.exchange.answers import Answers
    from psoh_cli.kaart.exchange.arrived_file import arrive
    from psoh_cli.kaart.exchange.hsds import incoming as hsds
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.kaart.role import sound_role
    from psoh_cli.practices.practice_files import sound_catalogue

    expect_sound(opened)
    known = KnownIds.of(sound_catalogue())
    intake = Intake(
        opened=opened,
        known=known,
        mapping=_mapping(mapping_path),
        answers=Answers(source=_sound(source)),
        mapping_path=mapping_path,
        files=tuple(files),
        role=sound_role(role),
    )
    arrived = arrive(files)
    if arrived.documents:
        intake.others = (hsds.to_batch(arrived.documents),)
    intake.others += tuple(_whole_kaart(data, name) for name, data in arrived.kaarten)
    for name, data in (*arrived.sheets, *arrived.mails):
        _take_file(intake, data, name, day=day, role=role)
    return intake


def _whole_kaart(data: bytes, name: str) -> Batch:
    """Read an export of ours as JSON; raise UnreadableError when it is broken."""
    from psoh_cli.errors import UnreadableError
    from psoh_cli.kaart.exchange import own_json

    batch = own_json.to_batch(data, name=name)
    if batch is None:
        raise UnreadableError(
            f"{name} lijkt een export van psoh, maar is niet heel.", remedy="Maak de export opnieuw."
        )
    return batch


def expect_sound(opened: OpenKaart) -> None:
    """Make sure that an id of the own kaart stands for one entry, so that what is written lands where it was meant."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.shell import quoted

    own = opened.own_file()
    for items in (own.organizations, own.services):
        ids = [item.id for item in items]
        twice = sorted({key for key in ids if ids.count(key) > 1}) if len(set(ids)) < len(ids) else []
        if twice:
            named = listing([f"'{key}'" for key in twice[:5]])
            raise WrongUseError(
                f"Op de kaart staat een id twee keer: {named}. Zo kan psoh er niets bij schrijven.",
                remedy=f"Geef een van beide een ander id. Waar ze staan ziet u met: psoh check {quoted(opened.folder)}",
            )


def _take_file(intake: Intake, data: bytes, name: str, *, day: date, role: str | None) -> None:
    """Read one file: a confirmation sheet that came back, or a table."""
    from psoh_cli.kaart.exchange.confirmation import reading_file as confirmation
    from psoh_cli.kaart.exchange.confirmation.incoming_answers import Answered, to_batch
    from psoh_cli.kaart.exchange.confirmation.sheet_reading import is_sheet_of_ours
    from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets

    is_workbook = data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0"))
    sheets = read_sheets(data, name) if is_workbook else ()
    if not (is_sheet_of_ours(sheets) if is_workbook else confirmation.is_ours(data, name)):
        intake.sheets = (*intake.sheets, sheets or read_sheets(data, name))
        return
    told = confirmation.read_told(data, name)
    answered = Answered(day=told.answered_on or day, role=role, is_told=told.answered_on is not None)
    batch = to_batch(told, own=intake.opened.own_file(), known=intake.known, answered=answered)
    intake.replies = (*intake.replies, batch)


def _mapping(path: Path | None) -> SheetMapping:
    """Read the mapping; one that is not there yet is empty."""
    from psoh_cli.errors import ProblemsError
    from psoh_cli.files import disk
    from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
    from psoh_cli.kaart.exchange.sheet.mapping_file import read_mapping

    if path is None or not disk.is_file(path):
        return SheetMapping()
    mapping, problems = read_mapping(path)
    if mapping is None:
        raise ProblemsError(
            "De koppeling kan niet worden gelezen: eerst moeten deze fouten eruit.",
            problems=problems,
            remedy="Verbeter ze in een teksteditor. Zonder --koppeling leest psoh het bestand zonder.",
        )
    return mapping


def _sound(source: str | None) -> str:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.model import normal

    try:
        return normal(source or "")
    except ValueError as error:
        raise WrongUseError(f"--bron: {error}.") from None
