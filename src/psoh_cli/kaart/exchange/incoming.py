"""What comes in from outside, whatever the format: entries with the place where each value was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from psoh_cli.came_in import NotUnderstood, Place

EntryKind = Literal["organisatie", "dienst"]


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
