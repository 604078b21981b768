"""Sheets of somebody else, for tests: rows in, what came in out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken, take_sheets
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.workbooks.raw_sheet import Cell, Merged, RawSheet

DATA = Path(__file__).parent / "data"

KNOWN = KnownIds(
    partner_types={
        "welzijn": "Welzijnsorganisatie en sociale basis",
        "wijkteam": "Sociaal wijkteam",
        "zelforganisaties": "Zelforganisaties en geloofsgemeenschappen",
    },
    chain_steps={"preventie": "Preventieve interventie", "crisis": "Crisis"},
    layers={"laag-1": "Basisvoorzieningen en veiligheid"},
    pillars={"toeleiding": "Toeleiding en behandeling"},
    interventions={"mind-spring": "Mind-Spring psycho-educatie"},
    cultural_criteria={"eigen-taal": "eigen taal of tolk"},
)


def sheet(*rows: Sequence[Cell], merged: tuple[Merged, ...] = (), name: str = "Blad1") -> RawSheet:
    return RawSheet(file="aanbod.xlsx", name=name, rows=rows, merged=merged)


def taken(*sheets: RawSheet, mapping: SheetMapping | None = None) -> SheetsTaken:
    return take_sheets(sheets, mapping=mapping or SheetMapping(), known=KNOWN)


def services(came: SheetsTaken) -> dict[str, Incoming]:
    return {item.name: item for item in came.batch.entries if item.kind == "dienst"}


def organizations(came: SheetsTaken) -> dict[str, Incoming]:
    return {item.name: item for item in came.batch.entries if item.kind == "organisatie"}


def told(came: SheetsTaken) -> dict[tuple[int, str], str]:
    """Give why something was not understood, by row and heading."""
    return {(item.place.row, item.place.column): item.why for item in came.batch.not_understood}


@cache
def data(name: str) -> SheetsTaken:
    return take_sheets(read_sheets((DATA / name).read_bytes(), name), known=KNOWN)
