"""Rows of our own spreadsheet, as it came back: organizations and services with the ids we gave them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import itemgetter
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.incoming import EntryKind, Incoming
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import ORGANIZATIONS
from psoh_cli.kaart.exchange.sheet.own_cells import LEFT_OUT, read_fields
from psoh_cli.kaart.exchange.sheet.own_table import OwnTable
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.row_places import RowPlaces
from psoh_cli.kaart.exchange.sheet.shielding import unshielded
from psoh_cli.kaart.exchange.sheet.stray_cells import stray_cells
from psoh_cli.kaart.exchange.sheet.taken import Taken
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.privacy.covering import hidden
from psoh_cli.workbooks.raw_sheet import Cell, Row, Unreckoned, shown

_KINDS: tuple[EntryKind, ...] = ("organisatie", "dienst")
_NOBODY = ("", "")


def take_own(tables: Iterable[OwnTable], *, reader: Reader) -> Taken:
    """Read all our own sheets of a file."""
    taken = Taken()
    names: dict[str, str] = {}
    for table in sorted(tables, key=lambda table: table.sheet.name != ORGANIZATIONS):
        if table.strange:
            listed = ", ".join(f"'{text}'" for text in table.strange[:8])
            listed += f" en nog {len(table.strange) - 8}" if len(table.strange) > 8 else ""
            taken.remarks.append(
                f"Er zijn kolommen bij gekomen {table.sheet.on_it} die psoh niet leest: {listed}."
            )
        _Sheet(table, reader=reader, taken=taken, names=names).take()
        taken.not_understood += stray_cells(table.sheet, columns=table.headed, first_row=table.first_row)
    return taken


class _Sheet:
    """One of our sheets; `names` are those of the organizations by id, as the sheets before told."""

    def __init__(self, table: OwnTable, *, reader: Reader, taken: Taken, names: dict[str, str]) -> None:
        self._table, self._reader, self._taken, self._names = table, reader, taken, names
        width = max(table.columns, default=0) + 1
        body = table.sheet.rows[table.first_row :]
        self._rows: list[Row] = [
            row if len(row) >= width else [*row, *[""] * (width - len(row))] for row in body
        ]
        self._places = [
            Place(file=table.sheet.file, sheet=table.sheet.name, row=table.first_row + 1 + at)
            for at in range(len(self._rows))
        ]

    def take(self) -> None:
        """Read the organizations and then the services of a sheet."""
        of = {
            who: {at: item for at, item in self._table.columns.items() if item.who == who} for who in _KINDS
        }
        links = {item.key: at for at, item in of["organisatie"].items() if item.key in {"id", "naam"}}
        holds_organizations = len(of["organisatie"]) > len(links)
        if holds_organizations:
            self._take_organizations(of["organisatie"])
        if any(item.key != "id" for item in of["dienst"].values()):
            chosen = [any(told) for told in map(_getter(of["dienst"]), self._rows)]
            self._take_services(of["dienst"], links=links, chosen=chosen)
            if not holds_organizations:
                self._taken.not_understood += self._without_service(chosen, links=links)

    def _without_service(
        self, chosen: Sequence[bool], *, links: Mapping[str, int]
    ) -> Iterator[NotUnderstood]:
        """Tell of rows among the services that name an organization and nothing else."""
        for row, place, is_service in zip(self._rows, self._places, chosen, strict=True):
            name = shown(row[links["naam"]]).strip() if "naam" in links else ""
            if name and not is_service:
                yield NotUnderstood(
                    place=place, text=hidden(brief(name)), why="in deze rij staat een organisatie, en geen dienst",
                    remedy="Vul de dienst in. Is het een nieuwe organisatie, zet haar dan op het blad Organisaties.",
                )  # fmt: skip

    def _take_organizations(self, columns: Mapping[int, Column]) -> None:
        """Read each organization once; the rows of a CSV repeat it, and only what differs counts again."""
        cells = _getter(columns)
        seen: set[object] = set()
        chosen: list[bool] = []
        for told in map(cells, self._rows):
            chosen.append(told not in seen and any(told))
            seen.add(told)
        for item in self._entries("organisatie", columns, chosen=chosen):
            self._names.setdefault(item.id, item.name)
            self._taken.entries.append(item)

    def _take_services(
        self, columns: Mapping[int, Column], *, links: Mapping[str, int], chosen: Sequence[bool]
    ) -> None:
        link = _getter(
            {at: self._table.columns[at] for at in (links.get("id"), links.get("naam")) if at is not None}
        )
        pairs = list(map(link, compress(self._rows, chosen)))
        made = {pair: self._link(pair, links=links) for pair in dict.fromkeys(pairs)}
        linked = [made[pair] for pair in pairs]
        self._taken.entries.extend(self._entries("dienst", columns, chosen=chosen, linked=linked))

    def _link(self, cells: tuple[Cell, ...], *, links: Mapping[str, int]) -> tuple[str, str]:
        """Give id and name of the organization of a service; who chose another name meant that organization."""
        texts = ["" if isinstance(cell, Unreckoned) else unshielded(shown(cell).strip()) for cell in cells]
        key = texts[0] if "id" in links else ""
        name = one_line(texts[-1]) if "naam" in links else ""
        return (key if not name or one_line(self._names.get(key, name)) == name else ""), name

    def _entries(
        self,
        who: EntryKind,
        columns: Mapping[int, Column],
        *,
        chosen: Sequence[bool],
        linked: Sequence[tuple[str, str]] = (),
    ) -> Iterator[Incoming]:
        places = list(compress(self._places, chosen))
        cells = list(zip(*compress(self._rows, chosen), strict=False))
        fields = read_fields(columns, cells, places=places, reader=self._reader)
        for field in fields:
            self._taken.not_understood += field.not_understood
        keys = tuple(field.key for field in fields)
        has_gaps = any(field.not_understood for field in fields)
        headings = {item.key: item.heading for item in columns.values()}
        links = linked or [_NOBODY] * len(places)
        rows = zip(*(field.values for field in fields), strict=True)
        for told, place, (organization, named_so) in zip(rows, places, links, strict=True):
            values = dict(zip(keys, told, strict=True))
            key = values.pop("id", None) or ""
            if has_gaps or not key:
                values = dict(_spoken_of(values, is_known=bool(key)))
            if organization:
                values["organisatie"] = organization
            yield Incoming(
                kind=who, id="" if key is LEFT_OUT else key, name=values.get("naam") or "",
                organization_name=named_so, values=values, place=place, places=RowPlaces(place, headings),
            )  # fmt: skip


def _getter(columns: Mapping[int, Column]) -> Callable[[Row], tuple[Cell, ...]]:
    """Give what takes the cells of some columns out of a row."""
    places = list(columns)
    if len(places) < 2:
        return lambda row: tuple(row[at] for at in places)
    return itemgetter(*places)


def _spoken_of(values: Mapping[str, Any], *, is_known: bool) -> Iterator[tuple[str, Any]]:
    """Give what a row speaks of: only an entry that has an id of ours says that a field is empty on purpose."""
    for name, value in values.items():
        if value is not LEFT_OUT and (is_known or value is not None):
            yield name, value
