"""What comes in from outside, whatever the format: entries with the place where each value was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

EntryKind = Literal["organisatie", "dienst"]


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something stands in a file that came in. `row` counts from 1 as the sheet shows it; 0 is no row."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    """The heading above the cell as it is written there, or a path such as `languages[0].code`."""
    line: int = 0
    """The line of a text, such as a mail; 0 is none."""

    def in_words(self) -> str:
        """Write where it is: `aanbod.xlsx, blad Diensten, rij 12, kolom Tel.`."""
        parts = [
            self.file,
            f"blad {self.sheet}" if self.sheet else "",
            f"rij {self.row}" if self.row else "",
            f"{'kolom' if self.row or self.sheet else 'plek'} {self.column}" if self.column else "",
            f"regel {self.line}" if self.line else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """A value, row or column that psoh does not take over, why, and what the user can do."""

    place: Place
    text: str
    """What stands there, at most some eighty characters; never the value of something secret."""
    why: str
    remedy: str = ""


@dataclass(frozen=True, kw_only=True)
class Incoming:
    """One organization or service as a file tells it.

    `values` are plain values under the Dutch keys of the kaart file, as YAML would hold them, and only of what the
    file speaks of. None says that the file holds the field empty on purpose, so that it is taken away; a file that
    is not ours never says so. `id` is empty where the file knows none: then `match` looks for the name.
    A service names its organization in `organisatie` by id, or by name in `organization_name`.
    """

    kind: EntryKind
    id: str = ""
    name: str = ""
    organization_name: str = ""
    values: Mapping[str, Any] = field(default_factory=dict)
    place: Place
    places: Mapping[str, Place] = field(default_factory=dict)
    """Per key, the cell behind the value."""
    if_new: Mapping[str, Any] = field(default_factory=dict)
    """What an entry that is not on the kaart yet holds where the file says nothing; never put over one that is."""
    whole_name: str = ""
    """The name as the file has it, where `name` had to be shorter; under this one it may be on the kaart as well."""


@dataclass(frozen=True, kw_only=True)
class Batch:
    """All that came in together, from one or more files."""

    entries: tuple[Incoming, ...] = ()
    not_understood: tuple[NotUnderstood, ...] = ()
    remarks: tuple[str, ...] = ()
    """Full Dutch sentences on the file as a whole: which columns were left out, how the text was decoded."""
    is_complete: bool = False
    """Whether it is a whole kaart of ours, so that what is not in it is told as *staat er niet in* (never removed)."""
    unanswered: tuple[str, ...] = ()
    """Of a confirmation sheet: the names of entries that were asked about and are not confirmed yet."""
