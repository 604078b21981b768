"""From the rows of somebody else's spreadsheet to services and organizations; nothing is made up for an empty cell."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import plural
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.refusing import brief
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
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.recognise import Table
from psoh_cli.kaart.exchange.sheet.row_places import RowPlaces, in_column
from psoh_cli.kaart.exchange.sheet.rows_told import nameless, no_place, said_before
from psoh_cli.kaart.exchange.sheet.sheet_fields import field_named
from psoh_cli.kaart.exchange.sheet.short_names import LONGEST_NAME, shortened
from psoh_cli.kaart.exchange.sheet.stray_cells import above, stray_cells
from psoh_cli.kaart.exchange.sheet.taken import Taken
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.privacy.covering import hidden
from psoh_cli.workbooks.raw_sheet import Row, shown


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
        self._unnamed: set[int] = set()
        self._sections: list[int] = []
        self._short_names = 0
        self._without_offer: list[int] = []

    @property
    def has_no_area(self) -> bool:
        """Tell whether no column, and nothing that was told, says where the services of this sheet work."""
        told = self._sorter.tells_area or any(self._table.of(name) for name in ("werkgebied", "wijk"))
        return self._sorter.holds_services and not told

    def take(self) -> Taken:
        """Read every row, and put the organizations before the services."""
        services, self._short_names = shortened(list(self._services()))
        self._taken.entries += self._organizations.incoming()
        self._taken.entries += services
        self._taken.not_understood += self._without_heading()
        self._taken.remarks += [*notes_of(self.columns), *self._remarks()]
        return self._taken

    def _without_heading(self) -> Iterator[NotUnderstood]:
        columns = {item.column for item in self._table.headings}
        return stray_cells(self._table.sheet, columns=columns, first_row=self._table.first_row)

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
            if not name and self._has_other(at):
                current = ""
                self._unnamed.add(place.row)
            if not name and current and told.service:
                name = current
                self._inherited += [] if self._sections else [place.row]
                told.organization["naam"] = name
            current = name or current
            service = self._entry(told, place=place, organization=name)
            if service is not None:
                yield service

    def _has_other(self, at: int) -> bool:
        """Tell whether an organization stands in a row that stays out, so that it is not the one of the row above."""
        columns = (
            item for item in self.columns if (item.field.who, item.field.key) == ("organisatie", "naam")
        )
        return any(item.readings[at].why and not item.readings[at].values for item in columns)

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
                lost = self._sorter.put(told, column, reading.values)
                self._taken.not_understood += [said_before(value, column, place=place) for value in lost]
        self._sorter.fill(told)
        return told

    def _entry(self, told: RowTold, *, place: Place, organization: str) -> Incoming | None:
        """Give the service of a row, and remember its organization; a row may be about that alone."""
        location = location_of(told.spot, otherwise=organization)
        if told.spot and location is None:
            self._taken.not_understood.append(no_place(told, place))
        name = self._service_name(told, organization=organization)
        if not name and not set(told.service) - NO_SERVICE:
            told.organization = told.service | told.organization
        if organization:
            self._taken.not_understood += self._organizations.gather(
                organization, told.organization, place=place, location=location
            )
        if not name:
            if not organization or set(told.service) - NO_SERVICE:
                self._taken.not_understood.append(nameless(place))
            return None
        if not organization and self.orphan is None and place.row not in self._unnamed:
            self.orphan = place
        self._tell_of_name(told, name, place=place)
        values: dict[str, Any] = {**told.service, "naam": name}
        if location and organization:
            values["locaties"] = [location["id"]]
        return Incoming(
            kind="dienst", name=name, organization_name=organization, values=values, place=place,
            places=RowPlaces(place, self._sorter.service_headings), if_new={"aanbod": name} | self._sorter.for_new,
        )  # fmt: skip

    def _service_name(self, told: RowTold, *, organization: str) -> str:
        """Give the whole name of a service; where no column has it, its offer is its name."""
        if not self._sorter.holds_services or not told.service:
            return ""
        name = str(told.service.get("naam", ""))
        if not name and not self._has_names:
            name = str(told.service.get("aanbod", "")) or organization
        return name.replace("\n", " ")

    def _tell_of_name(self, told: RowTold, name: str, *, place: Place) -> None:
        """Tell where the name stands in for the offer, and where a name that is too long is kept nowhere."""
        offer = told.service.get("aanbod")
        if offer is None:
            self._without_offer.append(place.row)
            if len(name) > LONGEST_NAME:
                told.service["aanbod"] = name
        elif len(name) > LONGEST_NAME and one_line(str(offer)) != one_line(name):
            self._taken.not_understood.append(
                NotUnderstood(
                    place=in_column(place, self._sorter.service_headings.get("naam", "")),
                    text=hidden(brief(name)),
                    why=f"een naam heeft hoogstens {LONGEST_NAME} tekens; psoh kort hem in",
                    remedy="Bij het aanbod staat al een andere tekst. Zet er zelf bij wat u nog mist.",
                )
            )

    def _remarks(self) -> Iterator[str]:
        where = self._table.sheet.on_it
        at = where[0].upper() + where[1:]
        for heading in self._table.headings:
            found = field_named(heading.field) if heading.is_guessed else None
            if found is not None:
                yield f"Kolom {heading.text} {where} is gelezen als '{found.label}'."
        if self._inherited:
            rows = _listed(self._inherited)
            yield f"{at} staat in rij {rows} geen organisatie; psoh neemt die van de rij erboven."
        if self._sections:
            rows = _listed(self._sections)
            yield f"{at} staat in rij {rows} één naam; psoh leest die als organisatie van de rijen eronder."
        if self._sorter.holds_services and not self._has_names:
            yield f"{at} is geen kolom met de naam van de dienst; psoh neemt het aanbod, of de organisatie."
        if self._short_names:
            count = plural(self._short_names, "lange naam", "lange namen")
            yield f"{at} kort psoh {count} in tot hoogstens {LONGEST_NAME} tekens."
        if self._without_offer and self._has_names:
            rows = _listed(self._without_offer)
            yield f"{at} staat in rij {rows} geen aanbod; een nieuwe dienst krijgt daar zijn naam als aanbod."
        yield from above(self._table.sheet, first_row=self._table.headings_row)


def _filled(row: Row) -> int:
    return sum(cell != "" for cell in row)


def _listed(rows: list[int]) -> str:
    return ", ".join(map(str, rows[:8])) + (f" en nog {len(rows) - 8}" if len(rows) > 8 else "")
