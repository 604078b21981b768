"""Our own export as JSON, read back: a whole kaart, entry by entry."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Batch, EntryKind, Incoming

_LOOKED_AT = 400
_LISTS: tuple[tuple[str, EntryKind, type[Organization | Service]], ...] = (
    ("organisaties", "organisatie", Organization),
    ("diensten", "dienst", Service),
)
_NEVER_IN = frozenset({"id", "geschiedenis"})
"""The history of a kaart is its own: it only grows there."""


def is_ours(data: bytes) -> bool:
    """Tell whether JSON seems to be a kaart of ours."""
    start = data[:_LOOKED_AT]
    return b'"formaat"' in start and b'"kennisversie"' in start


def to_batch(data: bytes, *, name: str) -> Batch | None:
    """Give the entries of a kaart; None when it is no JSON, or no kaart."""
    try:
        found = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not any(isinstance(found.get(key), list) for key, _, _ in _LISTS):
        return None
    entries: list[Incoming] = []
    wrong: list[NotUnderstood] = []
    for key, kind, model in _LISTS:
        items = found.get(key)
        for number, item in enumerate(items if isinstance(items, list) else ()):
            place = Place(file=name, column=f"{key}[{number}]")
            if isinstance(item, Mapping):
                entries.append(_entry(item, kind=kind, model=model, place=place))
            else:
                wrong.append(NotUnderstood(place=place, text="", why="dit is geen vermelding van een kaart"))
    return Batch(entries=tuple(entries), not_understood=tuple(wrong), is_complete=True)


def _entry(
    item: Mapping[str, Any], *, kind: EntryKind, model: type[Organization | Service], place: Place
) -> Incoming:
    return Incoming(
        kind=kind, id=str(item.get("id") or ""), name=str(item.get("naam") or ""),
        values=dict(_values(item, model=model)), place=place,
    )  # fmt: skip


def _values(item: Mapping[str, Any], *, model: type[Organization | Service]) -> Iterator[tuple[str, Any]]:
    """Give every field: what does not stand in a kaart is empty in it."""
    for name, field in model.model_fields.items():
        key = field.alias or name
        if key not in _NEVER_IN:
            yield key, item.get(key)
