"""Reading the workbook that came back: each row by its hidden id and field, wherever it was moved to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from psoh_cli.kaart.exchange.confirmation.sheet import ALL, ANSWERED_ON, FORMAT, HEADINGS, KEY, NOW, QUESTION
from psoh_cli.kaart.exchange.confirmation.sheet import HOLDS as HOLDS_COLUMN
from psoh_cli.kaart.exchange.confirmation.sheet import ID as ID_COLUMN
from psoh_cli.kaart.exchange.confirmation.sheet import SHOWN as SHOWN_COLUMN
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldLine, ToldPart
from psoh_cli.kaart.exchange.confirmation.verdict import holds
from psoh_cli.kaart.exchange.incoming import Place
from psoh_cli.kaart.exchange.sheet.raw_sheet import Cell, RawSheet, Row, shown
from psoh_cli.kaart.exchange.sheet.values_dates import date_reader
from psoh_cli.problems.meant import bare

_CHANGE = frozenset({"wijzigen", "wijzig", "gewijzigd", "anders", "nee", "klopt-niet", "nieuw"})
_GONE = frozenset({"weg", "vervalt", "leeg"})
_NOT_KNOWN = frozenset({"", "weet-niet", "onbekend"})


def is_sheet_of_ours(sheets: Sequence[RawSheet]) -> bool:
    """Tell whether one of the sheets is the hidden one that we write."""
    return _hidden(sheets) is not None


def read_workbook(sheets: Sequence[RawSheet], *, name: str) -> Told:
    """Find every row with a question and what was filled in there."""
    hidden = _hidden(sheets)
    marks = {shown(row[0]): shown(row[1]) for row in (hidden.rows[2:] if hidden else ()) if len(row) > 1}
    found: dict[str, list[ToldLine]] = {}
    all_hold: dict[str, ToldLine] = {}
    places: dict[str, Place] = {}
    answered_on = None
    for sheet in sheets:
        if sheet is hidden:
            continue
        columns = _columns(sheet)
        answered_on = answered_on or _answered_on(sheet)
        for number, row in enumerate(sheet.rows, start=1):
            cells = [shown(_cell(row, column)).strip() for column in columns]
            entry, key = cells[ID_COLUMN], cells[KEY]
            if entry not in marks or not key:
                continue
            place = Place(file=name, sheet=sheet.name, row=number, column=HEADINGS[HOLDS_COLUMN])
            places.setdefault(entry, Place(file=name, sheet=sheet.name, row=number))
            line = _line(cells, place=place)
            if key == ALL:
                all_hold[entry] = line
            else:
                found.setdefault(entry, []).append(line)
    return Told(
        file=name,
        parts=tuple(
            ToldPart(
                reference=entry,
                mark=mark,
                place=places[entry],
                lines=tuple(found.get(entry, ())),
                all_hold=all_hold.get(entry),
            )
            for entry, mark in marks.items()
            if entry in places
        ),
        made_on=_made_on(hidden),
        answered_on=answered_on,
    )


def _hidden(sheets: Sequence[RawSheet]) -> RawSheet | None:
    return next((sheet for sheet in sheets if sheet.rows and shown(_cell(sheet.rows[0], 0)) == FORMAT), None)


def _made_on(hidden: RawSheet | None) -> date | None:
    try:
        return (
            date.fromisoformat(shown(_cell(hidden.rows[1], 1))) if hidden and len(hidden.rows) > 1 else None
        )
    except ValueError:
        return None


def _columns(sheet: RawSheet) -> tuple[int, ...]:
    """Find where our columns stand: by the row of headings, or where we put them when that is gone."""
    wanted = [bare(heading) for heading in HEADINGS]
    for row in sheet.rows:
        names = [bare(shown(cell)) for cell in row]
        if wanted[QUESTION] in names and wanted[HOLDS_COLUMN] in names:
            return tuple(names.index(name) if name in names else at for at, name in enumerate(wanted))
    return tuple(range(len(HEADINGS)))


def _answered_on(sheet: RawSheet) -> date | None:
    """Read the day beside the words for it; a day that is not clear is not taken."""
    for row in sheet.rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith(ANSWERED_ON):
                return _first_day(row[at + 1 :])
    return None


def _first_day(cells: Row) -> date | None:
    for cell in cells:
        if isinstance(cell, datetime):
            return cell.date()
        if isinstance(cell, date):
            return cell
        value = date_reader("dag", [cell])(cell).values.get("dag") if cell != "" else None
        if value is not None and len(str(value)) == len("2026-01-31"):
            return date.fromisoformat(str(value))
    return None


def _line(cells: Sequence[str], *, place: Place) -> ToldLine:
    says, now, was = bare(cells[HOLDS_COLUMN]), cells[NOW], cells[SHOWN_COLUMN]
    answer, why = "", ""
    if now and now != was and (says in _CHANGE or says in _NOT_KNOWN):
        answer = now
    elif says in _GONE:
        answer = "weg"
    elif says in _CHANGE:
        why = "hier staat wijzigen, en niet wat het nu is" if not now else ""
        answer = now
    elif holds(cells[HOLDS_COLUMN]):
        answer = "klopt"
        why = "hier staat klopt, en ook een nieuwe waarde" if now and not holds(now) and now != was else ""
    elif says not in _NOT_KNOWN:
        answer = cells[HOLDS_COLUMN]
    return ToldLine(
        number="",
        question=cells[QUESTION],
        key=cells[KEY],
        shown=was,
        answer=answer or (now if why else ""),
        place=place,
        why=why,
    )


def _cell(row: Row, at: int) -> Cell:
    return row[at] if at < len(row) else ""
