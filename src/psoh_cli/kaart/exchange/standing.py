"""Whether an entry says already what came in: most rows of a kaart that comes back do, and need no judging."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import Organization, Service

_NEVER_CONFIRMED = ("gecontroleerd_op", "onbekend")


def stands_as_told(entry: Organization | Service, given: Mapping[str, Any]) -> bool:
    """Tell whether every value stands in an entry just as it came in; a value None is a field that is empty.

    False where that is not plain: then the values are judged.
    """
    return _holds(entry, given)


def _holds(value: BaseModel, given: Mapping[str, Any]) -> bool:
    fields = _fields(type(value))
    for key, told in given.items():
        known = fields.get(key)
        if known is None:
            return False
        name, usual = known
        found = getattr(value, name)
        if told is None:
            if found is not None and found != usual:
                return False
        elif found is None:
            if (key, told) != _NEVER_CONFIRMED:
                return False
        elif found != told and not _is_same(found, told):
            return False
    return True


def _is_same(found: Any, told: Any) -> bool:
    """Tell whether a value is what was told, in the way in which a file writes it."""
    if isinstance(found, PartialDate):
        return bool(str(found) == told)
    if isinstance(found, BaseModel):
        if not isinstance(told, Mapping):
            return False
        unsaid = (known for key, known in _fields(type(found)).items() if key not in told)
        return _holds(found, told) and not any(getattr(found, name) != usual for name, usual in unsaid)
    if isinstance(found, tuple):
        if not isinstance(told, list | tuple) or len(found) != len(told):
            return False
        return all(one == other or _is_same(one, other) for one, other in zip(found, told, strict=True))
    return isinstance(found, bool) and told == ("ja" if found else "nee")


@cache
def _fields(model: type[BaseModel]) -> dict[str, tuple[str, Any]]:
    """Give by key the name of a field and what it holds where nothing is filled in."""
    return {
        field.alias or name: (name, field.get_default(call_default_factory=True))
        for name, field in model.model_fields.items()
    }
