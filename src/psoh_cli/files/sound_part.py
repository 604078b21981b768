"""What of a file can be typed when a part of it cannot: the rest of its problems is then found in the same run."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

T = TypeVar("T", bound=BaseModel)

_ROUNDS = 3


class SoundPart(NamedTuple, Generic[T]):
    """A value without the fields and items that do not fit, and per list where its items stood before."""

    value: T
    kept: Mapping[str, tuple[int, ...]]

    def path_before(self, path: tuple[str | int, ...]) -> tuple[str | int, ...]:
        """Give the path in the whole file of something in this part of it."""
        key, *rest = path or ("",)
        if rest and key in self.kept and isinstance(rest[0], int):
            return (key, self.kept[str(key)][rest[0]], *rest[1:])
        return path


def sound_part(content: object, *, model: type[T]) -> SoundPart[T] | None:
    """Type what fits of the fields of a file; None when what does not fit is the file itself.

    An item with a fault is left out whole: half of it would look like an item with empty fields.
    """
    if not isinstance(content, dict):
        return None
    left: dict[str, Any] = dict(content)
    kept = {key: tuple(range(len(value))) for key, value in left.items() if isinstance(value, list)}
    for _ in range(_ROUNDS):
        try:
            return SoundPart(model.model_validate(left), kept)
        except ValidationError as error:
            faults = {
                tuple(found["loc"][:2]) for found in error.errors(include_url=False, include_input=False)
            }
        if not _leave_out(faults, left=left, kept=kept):
            return None
    return None


def _leave_out(
    faults: set[tuple[str | int, ...]], *, left: dict[str, Any], kept: dict[str, tuple[int, ...]]
) -> bool:
    """Take out what does not fit; tell whether everything named was there."""
    insides: dict[str, set[str | int]] = {}
    for fault in faults:
        if fault:
            insides.setdefault(str(fault[0]), set()).update(fault[1:])
    for key, inside in insides.items():
        if key not in left:
            return False
        value = left[key]
        if isinstance(value, list) and inside and all(isinstance(number, int) for number in inside):
            left[key] = [item for number, item in enumerate(value) if number not in inside]
            kept[key] = tuple(place for number, place in enumerate(kept[key]) if number not in inside)
        elif isinstance(value, dict) and inside and inside <= value.keys():
            left[key] = {name: item for name, item in value.items() if name not in inside}
        else:
            del left[key]
    return bool(faults) and () not in faults
