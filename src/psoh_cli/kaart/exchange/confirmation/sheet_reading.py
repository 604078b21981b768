"""Reading the workbook that came back: each row by its hidden id and field, wherever it was moved to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from psoh_cli.came_in import Place
from psoh_cli.kaart.exchange.confirmation.mail_pieces import bare_name
from psoh_cli.kaart.exchange.confirmation.sheet import ALL, ANSWERED_ON, FORMAT, HEADINGS, KEY, NOW, QUESTION
from psoh_cli.kaart.exchange.confirmation.sheet import HOLDS as HOLDS_COLUMN
from psoh_cli.kaart.exchange.confirmation.sheet import ID as ID_COLUMN
from psoh_cli.kaart.exchange.confirmation.sheet import SHOWN as SHOWN_COLUMN
from psoh_cli.kaart.exchange.confirmation.sheet_around import Around
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldLine, ToldPart, Unread
from psoh_cli.kaart.exchange.confirmation.verdict import holds
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet.values_dates import date_reader
from psoh_cli.problems.meant import bare
from psoh_cli.workbooks.raw_sheet import Cell, RawSheet, Row, shown

_CHANGE = frozenset({"wijzigen", "wijzig", "gewijzigd", "anders", "nee", "klopt-niet", "nieuw"})
_GONE = frozenset({"weg", "vervalt", "leeg"})
_NOT_KNOWN = frozenset({"weet-niet"})
_REFERENCE = re.compile(r"[od]:\S+")


def is_sheet_of_ours(sheets: Sequence[RawSheet]) -> bool:
    """Tell whether one of the sheets is the hidden one that we write."""
    return _hidden(sheets) is not None


def read_workbook(sheets: Sequence[RawSheet], *, name: str) -> Told:
    """Find every row with a question and what was filled in there."""
    hidden = _hidden(sheets)
    marks = {shown(row[0]): shown(row[1]) for row in (hidden.rows[2:] if hidden else ()) if len(row) > 1}
    rows: dict[str, list[ToldLine]] = {}
    unread: list[Unread] = []
    answered_on = None
    for sheet in sheets:
        if sheet is hidden:
            continue
        columns, around = _columns(sheet), Around(sheet)
        answered_on = answered_on or _answered_on(sheet)
        for number, row in enumerate(sheet.rows, start=1):
            cells = [shown(_cell(row, column)).strip() for column in columns]
            entry = cells[ID_COLUMN]
            if not _REFERENCE.fullmatch(entry) or not cells[KEY]:
                around.elsewhere(number, row)
                continue
            around.beside(number, row, columns=columns, reference=entry)
            place = Place(file=name, sheet=sheet.name, row=number, column=HEADINGS[HOLDS_COLUMN])
            rows.setdefault(entry, []).append(_line(cells, place=place))
        unread += around.unread()
    organization, made_on = _whose(hidden)
    return Told(
        file=name,
        parts=tuple(
            _part(entry, lines, mark=marks.get(entry, ""), organization=organization, made_on=made_on)
            for entry, lines in rows.items()
        ),
        answered_on=answered_on,
        remarks=tuple(_unclear_day(sheet) for sheet in sheets if sheet is not hidden and _unclear_day(sheet)),
        unread=tuple(unread),
    )


def _part(
    entry: str, lines: list[ToldLine], *, mark: str, organization: str, made_on: date | None
) -> ToldPart:
    whole = tuple(line for line in lines if line.key == ALL)
    return ToldPart(
        reference=entry,
        mark=mark,
        place=replace(lines[0].place, column=""),
        lines=tuple(line for line in lines if line.key != ALL),
        all_hold=whole,
        organization=organization,
        made_on=made_on,
        names=tuple(bare_name(line.question) for line in whole),
    )


def _hidden(sheets: Sequence[RawSheet]) -> RawSheet | None:
    return next((sheet for sheet in sheets if sheet.rows and shown(_cell(sheet.rows[0], 0)) == FORMAT), None)


def _whose(hidden: RawSheet | None) -> tuple[str, date | None]:
    """Give the organization that was asked, and the day on which the sheet was made."""
    row = hidden.rows[1] if hidden and len(hidden.rows) > 1 else ()
    organization = shown(_cell(row, 0))
    try:
        return organization, date.fromisoformat(shown(_cell(row, 1)))
    except ValueError:
        return organization, None


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


def _unclear_day(sheet: RawSheet) -> str:
    """Say that a day was filled in that is not clear; empty when it is, or when there is none."""
    for row in sheet.rows:
        for at, cell in enumerate(row):
            if isinstance(cell, str) and cell.startswith(ANSWERED_ON):
                said = next((shown(item).strip() for item in row[at + 1 :] if shown(item).strip()), "")
                if said and _first_day(row[at + 1 :]) is None:
                    return (
                        f"Bij '{ANSWERED_ON}' staat '{brief(said)}'. Dat is geen dag; psoh neemt de dag van vandaag. "
                        "Zet er een dag in, zoals 19-11-2026."
                    )
    return ""


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
    if not says:
        answer = now
    elif now and now != was and not (holds(cells[HOLDS_COLUMN]) and holds(now)):
        answer = now
        why = (
            "" if says in _CHANGE else f"hier staat '{brief(cells[HOLDS_COLUMN])}', en ook een nieuwe waarde"
        )
    elif says in _GONE:
        answer = "weg"
    elif says in _CHANGE:
        why = "" if now else "hier staat wijzigen, en niet wat het nu is"
        answer = now
    elif holds(cells[HOLDS_COLUMN]):
        answer = "klopt"
    elif says not in _NOT_KNOWN:
        answer = cells[HOLDS_COLUMN]
    return ToldLine(
        number="",
        question=cells[QUESTION],
        key=cells[KEY],
        shown=was,
        answer=answer,
        place=place,
        why=why,
    )


def _cell(row: Row, at: int) -> Cell:
    return row[at] if at < len(row) else ""
