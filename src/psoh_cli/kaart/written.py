"""An entry as the kaart file holds it: what is worth writing, under its Dutch keys."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import Verified


def as_fields(value: BaseModel) -> dict[str, Any]:
    """Give what is worth writing of an entry under its Dutch keys: required fields, and what differs from the usual.

    Where it comes from and when it was confirmed stand last, as a reader expects.
    """
    fields = type(value).model_fields
    last = [name for name in Verified.model_fields if isinstance(value, Verified)]
    names = [*(name for name in fields if name not in last), *last]
    written: dict[str, Any] = {}
    for name in names:
        found, field = getattr(value, name), fields[name]
        if not field.is_required() and found == field.get_default(call_default_factory=True):
            continue
        written[field.alias or name] = "onbekend" if found is None else plain(found)
    return written


def plain(value: Any) -> Any:
    """Give one value as YAML would hold it: fields under their Dutch keys, lists, and the values themselves."""
    if isinstance(value, BaseModel):
        return as_fields(value)
    if isinstance(value, tuple) and not isinstance(value, PartialDate):
        return [plain(item) for item in value]
    return value


def as_data(value: Any) -> Any:
    """Give one value as JSON would hold it: as `plain` does, with dates as text."""
    held = plain(value)
    if isinstance(held, PartialDate):
        return str(held)
    if isinstance(held, dict):
        return {key: as_data(item) for key, item in held.items()}
    return [as_data(item) for item in held] if isinstance(held, list) else held
