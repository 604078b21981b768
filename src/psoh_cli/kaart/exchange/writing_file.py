"""An import, written: one edit of the kaart file that touches only the fields that differ."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.files.yaml_changes import Append, Change, Insert, Remove, Set
from psoh_cli.files.yaml_dump import OnOneLine
from psoh_cli.kaart.entries import FieldChange, Organization, Service, Verified
from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.history import ADDED, WHOLE_ENTRY, changes, remembered
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.role import sound_role
from psoh_cli.kaart.written import as_fields, plain

_HISTORY = "geschiedenis"
_LAST = frozenset(field.alias or name for name, field in Verified.model_fields.items())
_LISTS = {"organisatie": "organisaties", "dienst": "diensten"}


def apply(path: Path, preview: Preview, *, day: date, role: str | None) -> None:
    """Write what a preview promises, all of it or nothing; each change is remembered with its day and role.

    Raises WrongUseError when the file is no longer what the preview was made of.
    """
    role = sound_role(role)
    with disk.lock(path.parent):
        text = versioned_file.text_of(path)
        parsed = yaml_file.parse(text, name=path.as_posix())
        now, _ = yaml_file.load(parsed, KaartFile)
        if now != preview.own:
            raise WrongUseError(
                f"{path.as_posix()} is veranderd sinds psoh het las; er is niets geschreven.",
                remedy="Geef de opdracht opnieuw, en bekijk eerst wat er zou veranderen.",
            )
        edits = list(edits_for(preview, data=parsed.plain(), day=day, role=role))
        yaml_edit.save(path, yaml_edit.apply(text, edits))


def edits_for(preview: Preview, *, data: Mapping[str, Any], day: date, role: str | None) -> Iterator[Change]:
    """Give the edits of a kaart file that make it what a preview promises, in its order; `data` is what it holds."""
    places = {
        kind: {entry.get("id"): number for number, entry in enumerate(data.get(key) or ())}
        for kind, key in _LISTS.items()
    }
    for item in preview.changed:
        key, number = _LISTS[item.kind], places[item.kind][item.before.id]
        after = _remembering(item.before, item.after, day=day, role=role)
        yield from field_edits((key, number), data[key][number], before=item.before, after=after)
    for kind, key in _LISTS.items():
        fresh = [_begun(item.entry, day=day, role=role) for item in preview.new if item.kind == kind]
        yield from _added(data, key, fresh)


def field_edits(
    path: tuple[str, int],
    fields: Mapping[str, Any],
    *,
    before: Organization | Service,
    after: Organization | Service,
) -> Iterator[Change]:
    """Give the edits that make an entry what it became; `fields` is how it stands in the file."""
    for name, field in type(after).model_fields.items():
        key, value = field.alias or name, getattr(after, name)
        if value == getattr(before, name):
            continue
        if field.is_required() or value != field.get_default(call_default_factory=True):
            now: Any = "onbekend" if value is None else plain(value)
            if key == _HISTORY:
                now = [OnOneLine(change) for change in now]
            if key in fields:
                yield from _value_edits((*path, key), fields[key], old=plain(getattr(before, name)), now=now)
            else:
                yield _new_field(path, key, now, fields=fields)
        elif key in fields:
            yield Remove((*path, key))


def _new_field(path: tuple[str, int], key: str, value: Any, *, fields: Mapping[str, Any]) -> Change:
    """Put a field where a reader expects it: what an entry is before where it comes from, and its history last."""
    if key not in _LAST and "bron" in fields:
        return Insert((*path, key), value, "bron")
    if key != _HISTORY and _HISTORY in fields:
        return Insert((*path, key), value, _HISTORY)
    return Set((*path, key), value)


def _remembering(
    before: Organization | Service, after: Organization | Service, *, day: date, role: str | None
) -> Organization | Service:
    """Give an entry with what changed in it behind its history."""
    fresh = changes(before, after, day=day, role=role)
    return after.model_copy(update={"history": remembered(after.history, fresh)}) if fresh else after


def _begun(entry: Organization | Service, *, day: date, role: str | None) -> dict[str, Any]:
    """Give the fields of a new entry, with the day and the role that added it as the start of its history."""
    start = FieldChange(
        day=PartialDate(day.year, day.month, day.day), by=role, field=WHOLE_ENTRY, after=ADDED
    )
    begun = entry.model_copy(update={"history": (*entry.history, start)})
    fields = as_fields(begun)
    return fields | {_HISTORY: [OnOneLine(change) for change in fields[_HISTORY]]}


def _value_edits(path: tuple[str | int, ...], written: Any, *, old: Any, now: Any) -> Iterator[Change]:
    """Give the edits of one value: of a group of fields only the parts that differ, so that it stays as written."""
    if not (
        isinstance(written, dict) and isinstance(old, dict) and isinstance(now, dict) and written and now
    ):
        yield Set(path, now)
        return
    for key, value in now.items():
        if old.get(key) != value:
            yield from _value_edits((*path, key), written.get(key), old=old.get(key), now=value)
    yield from (Remove((*path, key)) for key in written if key not in now and key in old)


def _added(data: Mapping[str, Any], key: str, fresh: Sequence[Mapping[str, Any]]) -> Iterator[Change]:
    """Give the edits that add entries to a list; one that is not there comes in its usual place."""
    if not fresh:
        return
    if data.get(key):
        yield from (Append((key,), fields) for fields in fresh)
    elif key not in data and key == _LISTS["organisatie"] and _LISTS["dienst"] in data:
        yield Insert((key,), list(fresh), _LISTS["dienst"])
    else:
        yield Set((key,), list(fresh))
