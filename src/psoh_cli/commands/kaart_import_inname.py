"""What was brought in, with what somebody told of it in the meantime, and what it would do to the kaart."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.exchange.answers import Answers
    from psoh_cli.kaart.exchange.incoming import Batch
    from psoh_cli.kaart.exchange.outcome import Preview
    from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken
    from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
    from psoh_cli.kaart.known_ids import KnownIds
    from psoh_cli.workbooks.raw_sheet import RawSheet


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
    replies: tuple[Batch, ...] = ()
    """Confirmation sheets that came back: these need no mapping either, and no advice on one."""
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
        from psoh_cli.kaart.exchange.confirmation.mapping_advice import without_mapping
        from psoh_cli.kaart.exchange.incoming import Batch
        from psoh_cli.kaart.exchange.preview import compare

        batches = (*(taken.batch for taken in self.taken), *self.others, *self.replies)
        batch = Batch(
            entries=tuple(entry for batch in batches for entry in batch.entries),
            not_understood=tuple(item for batch in batches for item in batch.not_understood),
            remarks=tuple(dict.fromkeys(remark for batch in batches for remark in batch.remarks)),
            is_complete=len(batches) == 1 and batches[0].is_complete,
        )
        preview = compare(
            batch,
            own=self.opened.own_file(),
            known=self.known,
            answers=self._all_answers(batch),
            shared=tuple(file for _, file in self.opened.shared),
            allows_people=self.mapping.personal == "overnemen",
        )
        return preview if self.sheets or self.others else without_mapping(preview)

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
