"""What the cells of one row say, parted by what it is about: the service, its organization, or the place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from psoh_cli.kaart.exchange.sheet.foreign_rows import ColumnRead
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.sheet_fields import SheetField, field_named
from psoh_cli.kaart.exchange.sheet.values import Reader

NO_SERVICE = frozenset(
    {"bron", "bron_jaar", "gecontroleerd_op", "gecontroleerd_door", "termijn_maanden", "zichtbaar"}
)
"""What a list of organizations may hold as well as a list of services."""

_ADDRESS = {
    "adres.straat": "straat",
    "adres.postcode": "postcode",
    "adres.plaats": "plaats",
    "plaats": "plaats",
}
_OF_PLACE = frozenset({*_ADDRESS, "locatie", "huisnummer", "wijk", "bereikbaarheid"})

_AREA = "werkgebied"
"""Told for a whole sheet it is about what is new: on the kaart somebody may have said it better."""

_Part = Literal["service", "organization", "spot"]


@dataclass
class RowTold:
    """What the cells of one row say, by keys of the kaart file; `spot` is about the place."""

    service: dict[str, Any] = field(default_factory=dict)
    organization: dict[str, Any] = field(default_factory=dict)
    spot: dict[str, str] = field(default_factory=dict)


class Sorter:
    """Sorts the values of a row; `service_headings` and `organization_headings` tell which columns they come from.

    `for_new` holds of a service that is not on the kaart yet; `tells_area` says that the area was told, or left.
    """

    def __init__(self, columns: Iterable[ColumnRead], *, mapping: SheetMapping, reader: Reader) -> None:
        fields = [column.field for column in columns]
        self.holds_services = any(item.who == "dienst" and item.key not in NO_SERVICE for item in fields)
        self.service_headings: dict[str, str] = {}
        self.organization_headings: dict[str, str] = {}
        self._has_address = any(item.key in {"adres", "postcode", "plaats", "locatie"} for item in fields)
        self._parts: dict[tuple[str, str], tuple[_Part, str]] = {}
        fixed = list(_fixed(mapping, reader=reader))
        self.tells_area = any(item.key == _AREA for item, _ in fixed)
        self.for_new = {
            key: value for item, values in fixed for key, value in values.items() if item.key == _AREA
        }
        self._fixed = [(item, values) for item, values in fixed if values and item.key != _AREA]

    def put(self, told: RowTold, column: ColumnRead, values: Mapping[str, Any]) -> list[Any]:
        """Put the values of a cell where they belong; give those for which another column was first."""
        lost = []
        for key, value in values.items():
            mark = (column.field.name, key)
            if mark not in self._parts:
                self._parts[mark] = self._part(column.field, key)
                self._remember(*self._parts[mark], heading=column.heading)
            part, target = self._parts[mark]
            given = [value] if target == "werkgebied" and key == "wijk" else value
            if not _nest(getattr(told, part), target, given):
                lost.append(value)
        return lost

    def fixes(self, field: str) -> bool:
        """Tell whether the mapping says what a field holds in every row."""
        return any(item.name == field for item, _ in self._fixed)

    def fill(self, told: RowTold) -> None:
        """Put what holds for every row where nothing else stands."""
        for item, values in self._fixed:
            for key, value in values.items():
                part, target = self._part(item, key)
                if _at(getattr(told, part), target) is None:
                    _nest(getattr(told, part), target, value)

    def _part(self, item: SheetField, key: str) -> tuple[_Part, str]:
        """Tell which part of a row a value is about, and under which key it goes there."""
        if key == "wijk" and not self._has_address:
            return "service", "werkgebied"
        if key in _OF_PLACE and (item.who == "organisatie" or key in _ADDRESS):
            return "spot", _ADDRESS.get(key, key)
        who = item.who or ("dienst" if self.holds_services else "organisatie")
        if not self.holds_services and key in NO_SERVICE:
            who = "organisatie"
        return ("service" if who == "dienst" else "organization"), key

    def _remember(self, part: _Part, key: str, *, heading: str) -> None:
        outer = key.partition(".")[0]
        if part == "service":
            self.service_headings.setdefault(key, heading)
            self.service_headings.setdefault(outer, heading)
        elif part == "spot":
            self.service_headings.setdefault("locaties", heading)
            self.organization_headings.setdefault("locaties", heading)
        else:
            self.organization_headings.setdefault(outer, heading)
            if key == "naam":
                self.service_headings.setdefault("organisatie", heading)


def _fixed(mapping: SheetMapping, *, reader: Reader) -> Iterable[tuple[SheetField, Mapping[str, Any]]]:
    """Read what the mapping says of every row."""
    for rule in mapping.fixed:
        known = field_named(rule.field)
        if known is not None:
            yield known, reader.of(known, cells=(rule.value,))(rule.value).values


def _nest(fields: dict[str, Any], key: str, value: Any) -> bool:
    """Put a value in its place where nothing stands yet; lists are put together. Tell whether it is there now."""
    outer, dot, inner = key.partition(".")
    if dot:
        return bool(fields.setdefault(outer, {}).setdefault(inner, value) == value)
    if key not in fields:
        fields[key] = list(value) if isinstance(value, list) else value
    elif isinstance(value, list) and isinstance(fields[key], list):
        fields[key] += [item for item in value if item not in fields[key]]
    else:
        return bool(fields[key] == value)
    return True


def _at(fields: Mapping[str, Any], key: str) -> Any:
    outer, _, inner = key.partition(".")
    found = fields.get(outer)
    return found.get(inner) if inner and isinstance(found, dict) else found
