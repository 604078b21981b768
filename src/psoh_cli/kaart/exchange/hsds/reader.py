"""One HSDS object being read. What nobody takes from it is told in the end, with the path where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.hsds.in_words import short
from psoh_cli.kaart.exchange.hsds.no_place import STRUCTURE, why_not

_HIDDEN = "(niet getoond)"
_PRIVATE = frozenset({"contacts", "metadata", "attention"})
"""Fields of others in which names of people stand."""


class Reader:
    """The fields of one object; each is taken once. `told` gathers what is not understood, in all readers of a file."""

    def __init__(
        self, fields: Mapping[str, Any], *, kind: str, place: Place, told: list[NotUnderstood], path: str = ""
    ) -> None:
        self.fields = fields
        self.kind = kind
        self.file = place
        self.path = path
        self.told = told
        self.taken: set[str] = set()

    def place(self, key: str = "") -> Place:
        """Give the place of a field, or of the object itself."""
        path = ".".join(part for part in (self.path, key) if part)
        return Place(file=self.file.file, sheet=self.file.sheet, row=self.file.row, column=path)

    def take(self, key: str) -> Any:
        """Take a field; None where it is not there, or empty."""
        self.taken.add(key)
        value = self.fields.get(key)
        return None if value in ("", [], {}) else value

    def text(self, key: str) -> str | None:
        """Take a field that holds text; a number counts as text."""
        value = self.take(key)
        if value is None:
            return None
        if isinstance(value, str | int | float) and not isinstance(value, bool):
            return str(value).strip() or None
        self.refuse(key, "hier hoort tekst te staan")
        return None

    def number(self, key: str, *, most: int) -> int | None:
        """Take a field that holds a whole number; a larger one is refused."""
        value = self.take(key)
        if value is None:
            return None
        try:
            number = (
                float(value) if isinstance(value, str | int | float) and not isinstance(value, bool) else -1.0
            )
        except (ValueError, OverflowError):
            number = -1.0
        if number.is_integer() and 0 <= number <= most:
            return int(number)
        self.refuse(key, f"dit is geen heel getal van 0 tot en met {most}")
        return None

    def objects(self, key: str, *, kind: str) -> list[Reader]:
        """Take a field that holds a list of objects."""
        value = self.take(key)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(key, "hier hoort een lijst te staan")
            return []
        return list(self._inside(key, value, kind=kind))

    def object(self, key: str, *, kind: str) -> Reader | None:
        """Take a field that holds one object."""
        value = self.take(key)
        if isinstance(value, dict):
            return self._below(value, key, kind=kind)
        if value is not None:
            self.refuse(key, "hier hoort een object te staan")
        return None

    def refuse(self, key: str, why: str = "", remedy: str = "", *, is_private: bool = False) -> None:
        """Tell that a field is not taken over; without a reason, with the usual one. A private value is not shown."""
        self.taken.add(key)
        if not why:
            why, remedy = why_not(self.kind, key)
        shown = _HIDDEN if is_private else short(self.fields.get(key))
        self.told.append(NotUnderstood(place=self.place(key), text=shown, why=why, remedy=remedy))

    def refuse_all(self, why: str, remedy: str = "", *, is_private: bool = False) -> None:
        """Tell that the whole object is not taken over."""
        self.taken |= set(self.fields)
        shown = _HIDDEN if is_private else short(self.fields)
        self.told.append(NotUnderstood(place=self.place(), text=shown, why=why, remedy=remedy))

    def finish(self) -> None:
        """Tell of every field that nobody took, each item of a list on its own."""
        for key, value in self.fields.items():
            if key in self.taken or key in STRUCTURE or value is None or value in ("", [], {}):
                continue
            if isinstance(value, list) and all(isinstance(item, dict) for item in value):
                for item in self._inside(key, value, kind=key):
                    item.refuse_all(*why_not(self.kind, key), is_private=key in _PRIVATE)
                self.taken.add(key)
            else:
                self.refuse(key, is_private=key in _PRIVATE)

    def _inside(self, key: str, items: list[Any], *, kind: str) -> Iterator[Reader]:
        for index, item in enumerate(items):
            where = f"{key}[{index}]"
            if isinstance(item, dict):
                yield self._below(item, where, kind=kind)
            else:
                why = "hier hoort een object te staan"
                self.told.append(NotUnderstood(place=self.place(where), text=short(item), why=why))

    def _below(self, fields: Mapping[str, Any], where: str, *, kind: str) -> Reader:
        path = ".".join(part for part in (self.path, where) if part)
        return Reader(fields, kind=kind, place=self.file, told=self.told, path=path)
