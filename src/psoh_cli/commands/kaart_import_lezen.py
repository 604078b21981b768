"""What was brought in, read as far as it is understood, with what somebody told of it in the meantime."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.answers import Answers
    from psoh_cli.kaart.exchange.incoming import Batch
    from psoh_cli.kaart.exchange.outcome import Preview
    from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken
    from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
    from psoh_cli.kaart.exchange.sheet.raw_sheet import RawSheet
    from psoh_cli.kaart.known_ids import KnownIds


@dataclass
class Intake:
    """All that was brought in in one go. `mapping` and `answers` grow while questions are answered."""

    opened: OpenKaart
    known: KnownIds
    mapping: SheetMapping
    answers: Answers
    mapping_path: Path | None = None
    files: tuple[Path, ...] = ()
    role: str | None = None
    sheets: tuple[tuple[RawSheet, ...], ...] = ()
    """The sheets of each file, our own and those of others."""
    others: tuple[Batch, ...] = ()
    """What other forms tell: it needs no mapping."""
    was_told: bool = False
    """Whether somebody told anything that is worth keeping in the mapping."""
    _taken: tuple[SheetsTaken, ...] | None = field(default=None, repr=False)
    _preview: Preview | None = field(default=None, repr=False)

    def tell(self, mapping: SheetMapping) -> None:
        """Read the sheets anew, with another mapping."""
        self.mapping, self.was_told = mapping, True
        self._taken = self._preview = None

    def answer(self, answers: Answers) -> None:
        """Remember what somebody told of source, partners and names."""
        self.answers, self.was_told = answers, True
        self._preview = None

    def go_back(self, mapping: SheetMapping, answers: Answers, *, was_told: bool) -> None:
        """Forget what was told since: this is what was known before."""
        self.mapping, self.answers, self.was_told = mapping, answers, was_told
        self._taken = self._preview = None

    @property
    def taken(self) -> tuple[SheetsTaken, ...]:
        """What the sheets tell, with what is known of them by now."""
        from psoh_cli.kaart.exchange.sheet.incoming_rows import take_sheets

        if self._taken is None:
            self._taken = tuple(
                take_sheets(sheets, mapping=self.mapping, known=self.known) for sheets in self.sheets
            )
        return self._taken

    def preview(self) -> Preview:
        """Hold all of it against the kaart, with what is known by now."""
        if self._preview is None:
            self._preview = self._compared()
        return self._preview

    @property
    def is_foreign(self) -> bool:
        """Tell whether anything came in that is not our own spreadsheet."""
        others = any(not batch.is_complete for batch in self.others)
        return others or any(not taken.is_own for taken in self.taken)

    def usual_mapping_path(self) -> Path | None:
        """Give where a mapping is kept beside the first file; None where nothing that came in needs one."""
        if not self.is_foreign:
            return None
        return self.files[0].with_name(f"{self.files[0].stem}.koppeling.yaml")

    def _compared(self) -> Preview:
        from psoh_cli.kaart.exchange.incoming import Batch
        from psoh_cli.kaart.exchange.preview import compare

        batches = (*(taken.batch for taken in self.taken), *self.others)
        batch = Batch(
            entries=tuple(entry for batch in batches for entry in batch.entries),
            not_understood=tuple(item for batch in batches for item in batch.not_understood),
            remarks=tuple(dict.fromkeys(remark for batch in batches for remark in batch.remarks)),
            is_complete=len(batches) == 1 and batches[0].is_complete,
        )
        return compare(
            batch,
            own=self.opened.own_file(),
            known=self.known,
            answers=self._all_answers(batch),
            shared=tuple(file for _, file in self.opened.shared),
            allows_people=self.mapping.personal == "overnemen",
        )

    def keep_mapping(self) -> bool:
        """Write the mapping where that was asked: a new one, or what was told since. Tell whether it was written."""
        from psoh_cli.files import disk
        from psoh_cli.kaart.exchange.sheet.mapping_file import save_mapping

        if self.mapping_path is None or not (self.is_foreign or self.was_told):
            return False
        if disk.is_file(self.mapping_path) and not self.was_told:
            return False
        mapping = self.mapping.with_answers(self.answers)
        for taken in self.taken:
            mapping = taken.mapping(mapping)
        return save_mapping(self.mapping_path, mapping)

    def keep_for_later(self) -> Path | None:
        """Keep what was told when somebody stops halfway, beside the file; give where, or None when nothing was."""
        from psoh_cli.files import disk

        if not self.was_told:
            return None
        if self.mapping_path is None:
            first, number = self.files[0], 1
            self.mapping_path = first.with_name(f"{first.stem}.koppeling.yaml")
            while disk.is_file(self.mapping_path):
                number += 1
                self.mapping_path = first.with_name(f"{first.stem}.koppeling-{number}.yaml")
        self.keep_mapping()
        return self.mapping_path

    def _all_answers(self, batch: Batch) -> Answers:
        """Put what was told just now over what the mapping tells."""
        names = {entry.name for entry in batch.entries if entry.kind == "organisatie"}
        names |= {entry.organization_name for entry in batch.entries if entry.organization_name}
        kept = self.mapping.answers(sorted(names))
        return replace(
            self.answers,
            source=self.answers.source or kept.source,
            partner_types={**kept.partner_types, **self.answers.partner_types},
            same={**kept.same, **self.answers.same},
        )


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
    intake.others = (*intake.others, batch)


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
