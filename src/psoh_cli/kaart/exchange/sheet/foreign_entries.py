"""From the rows of somebody else's spreadsheet to services and organizations; nothing is made up for an empty cell."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from psoh_cli.kaart.exchange.incoming import Incoming, NotUnderstood, Place
from psoh_cli.kaart.exchange.sheet.foreign_cells import NO_SERVICE, RowTold, Sorter
from psoh_cli.kaart.exchange.sheet.foreign_organizations import Organizations, location_of
from psoh_cli.kaart.exchange.sheet.foreign_rows import (
    RowKinds,
    filled_in,
    loose_line,
    notes_of,
    read_columns,
    told_of,
)
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.raw_sheet import Row, shown
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.recognise import Table
from psoh_cli.kaart.exchange.sheet.row_places import RowPlaces
from psoh_cli.kaart.exchange.sheet.sheet_fields import field_named
from psoh_cli.kaart.exchange.sheet.taken import Taken
from psoh_cli.kaart.exchange.sheet.values import Reader

_LONGEST_NAME = 90
_NAME_ENDS = re.compile(r"[.:;(]|\s[-–]\s")


class ForeignSheet:
    """One sheet of somebody else; `orphan` is the first service without any organization."""

    def __init__(self, table: Table, *, mapping: SheetMapping, reader: Reader) -> None:
        self._table = table
        self.rows = filled_in(table)
        self.columns = read_columns(table, self.rows, mapping=mapping, reader=reader)
        self.orphan: Place | None = None
        self._sorter = Sorter(self.columns, mapping=mapping, reader=reader)
        self._organizations = Organizations(headings=self._sorter.organization_headings)
        self._taken = Taken()
        self._cell_of = {item.text: item.column for item in table.headings}
        self._has_names = bool(table.of("dienst"))
        self._inherited: list[int] = []
        self._sections: list[int] = []
        self._short_names = 0

    def take(self) -> Taken:
        """Read every row, and put the organizations before the services."""
        services = list(self._services())
        self._taken.entries += self._organizations.incoming()
        self._taken.entries += services
        self._taken.remarks += [*notes_of(self.columns), *self._remarks()]
        return self._taken

    def _services(self) -> Iterator[Incoming]:
        kinds = RowKinds(self._table)
        sheet, current = self._table.sheet, ""
        for at, row in enumerate(self.rows):
            if kinds.is_empty(row) or kinds.is_heading(row):
                continue
            place = Place(file=sheet.file, sheet=sheet.name, row=self._table.first_row + at + 1)
            if kinds.is_loose(row):
                self._taken.not_understood.append(loose_line(row, place))
                continue
            if self._is_section(at):
                current = one_line(shown(next(cell for cell in row if cell != "")))
                self._sections.append(place.row)
                continue
            told = self._read_row(at, row, place=place)
            name = str(told.organization.get("naam", ""))
            if not name and current and told.service:
                name = current
                self._inherited += [] if self._sections else [place.row]
                told.organization["naam"] = name
            current = name or current
            service = self._entry(told, place=place, organization=name)
            if service is not None:
                yield service

    def _is_section(self, at: int) -> bool:
        """Tell whether a row holds only a name above the rows of an organization, on a sheet without such a column."""
        if self._table.of("organisatie") or self._sorter.fixes("organisatie") or at + 1 >= len(self.rows):
            return False
        return _filled(self.rows[at]) == 1 and _filled(self.rows[at + 1]) > 1

    def _read_row(self, at: int, row: Row, *, place: Place) -> RowTold:
        told = RowTold()
        for column in self.columns:
            reading = column.readings[at]
            if reading.why:
                cell_at = self._cell_of.get(column.heading, -1)
                cell = row[cell_at] if 0 <= cell_at < len(row) else ""
                self._taken.not_understood.append(told_of(column, at, cell=cell, place=place))
            if reading.values:
                self._sorter.put(told, column, reading.values)
        self._sorter.fill(told)
        return told

    def _entry(self, told: RowTold, *, place: Place, organization: str) -> Incoming | None:
        """Give the service of a row, and remember its organization; a row may be about that alone."""
        location = location_of(told.spot, otherwise=organization)
        if organization:
            self._taken.not_understood += self._organizations.gather(
                organization, told.organization, place=place, location=location
            )
        name, whole = self._service_name(told, organization=organization)
        if not name:
            if not organization or set(told.service) - NO_SERVICE:
                self._taken.not_understood.append(_nameless(place))
            return None
        if not organization and self.orphan is None:
            self.orphan = place
        values: dict[str, Any] = {**told.service, "naam": name}
        if location and organization:
            values["locaties"] = [location["id"]]
        return Incoming(
            kind="dienst", name=name, organization_name=organization, values=values, place=place,
            places=RowPlaces(place, self._sorter.service_headings), if_new={"aanbod": whole},
        )  # fmt: skip

    def _service_name(self, told: RowTold, *, organization: str) -> tuple[str, str]:
        """Give the name of a service, and its whole text; a sentence is shortened to a name."""
        if not self._sorter.holds_services or not told.service:
            return "", ""
        whole = str(told.service.get("naam", ""))
        if not whole and not self._has_names:
            whole = str(told.service.get("aanbod", "")) or organization
        text = whole.replace("\n", " ")
        if len(text) <= _LONGEST_NAME:
            return text, whole
        self._short_names += 1
        told.service.setdefault("aanbod", whole)
        first = _NAME_ENDS.split(text, maxsplit=1)[0].strip()
        cut = f"{text[: _LONGEST_NAME - 1].rsplit(' ', 1)[0]}…"
        return (first if 0 < len(first) <= _LONGEST_NAME else cut), whole

    def _remarks(self) -> Iterator[str]:
        where = self._table.sheet.said
        for heading in self._table.headings:
            found = field_named(heading.field) if heading.is_guessed else None
            if found is not None:
                yield f"Kolom {heading.text} op {where} is gelezen als '{found.label}'."
        if self._inherited:
            rows = _listed(self._inherited)
            yield f"Op {where} staat in rij {rows} geen organisatie; psoh neemt die van de rij erboven."
        if self._sections:
            rows = _listed(self._sections)
            yield f"Op {where} staat in rij {rows} één naam; psoh leest die als organisatie van de rijen eronder."
        if self._sorter.holds_services and not self._has_names:
            yield f"Op {where} is geen kolom met de naam van de dienst; psoh neemt het aanbod, of de organisatie."
        if self._short_names:
            yield f"Op {where} zijn {self._short_names} lange namen ingekort; de hele tekst staat bij het aanbod."


def _filled(row: Row) -> int:
    return sum(cell != "" for cell in row)


def _listed(rows: list[int]) -> str:
    return ", ".join(map(str, rows[:8])) + (" …" if len(rows) > 8 else "")


def _nameless(place: Place) -> NotUnderstood:
    return NotUnderstood(
        place=place, text="", why="in deze rij staat geen naam van een dienst of organisatie",
        remedy="Vul de naam in, of haal de rij weg.",
    )  # fmt: skip
