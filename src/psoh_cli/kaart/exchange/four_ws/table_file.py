"""The 4Ws overview as a CSV for Dutch Excel, and as a workbook with the list of codes beside it."""

from __future__ import annotations

import codecs
import csv
import io
import re
from datetime import date, datetime, time
from typing import Any

from psoh_cli.kaart.exchange.code_lists import ActivityList
from psoh_cli.kaart.exchange.four_ws.columns import COLUMNS
from psoh_cli.kaart.exchange.four_ws.rows import Row, overview
from psoh_cli.kaart.exchange.hsds.documents import Exported
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.sheet.shielding import shielded
from psoh_cli.kaart.kaart import Kaart, KaartFile

CSV_NAME, XLSX_NAME = "4ws.csv", "4ws.xlsx"

_WIDE, _NARROW = 34, 16
_HEADING_HEIGHT = 60
"""In points: room for four lines."""

_A3 = 8
"""A size of paper as the format numbers it; twenty-two columns do not fit on A4."""

_WIDE_COLUMNS = frozenset("BFHLMSU")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_LONGEST_CELL = 32_767
_CODE_HEADINGS = ("Code", "Activiteit", "Thema", "Soort", "Laag ({})", "Zekerheid van de code")


def write_csv(kaart: Kaart | KaartFile, setting: Setting, as_of: date) -> Exported:
    """Write the overview as one CSV; nothing in it depends on the day."""
    _ = as_of
    found = overview(kaart, setting)
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    writer.writerow([f"{letter} {heading}" for letter, heading in COLUMNS])
    for row in found.rows:
        writer.writerow([_cell(row.get(letter, "")) for letter, _ in COLUMNS])
    data = codecs.BOM_UTF8 + target.getvalue().encode()
    return Exported(files={CSV_NAME: data}, left_out=found.left_out)


def _cell(text: str) -> str:
    """Keep text from being run or spoiled; a day is left, which Excel takes for that day in every country."""
    return text if _DAY.fullmatch(text) else shielded(text)


def write_xlsx(kaart: Kaart | KaartFile, setting: Setting, as_of: date) -> Exported:
    """Write the overview as a workbook with the sheets 4Ws and Codes; the same day gives the same bytes."""
    import xlsxwriter

    found = overview(kaart, setting)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(
            {"title": "4Ws-overzicht", "author": "psoh", "created": datetime.combine(as_of, time(12))}
        )
        heading = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        _rows_sheet(book.add_worksheet("4Ws"), found.rows, heading=heading, text=text)
        if setting.lists.activities is not None:
            _codes_sheet(book.add_worksheet("Codes"), setting.lists.activities, heading=heading, text=text)
    return Exported(files={XLSX_NAME: target.getvalue()}, left_out=found.left_out)


def _rows_sheet(page: Any, rows: tuple[Row, ...], *, heading: Any, text: Any) -> None:
    for index, (letter, name) in enumerate(COLUMNS):
        page.set_column(index, index, _WIDE if letter in _WIDE_COLUMNS else _NARROW)
        page.write_string(0, index, f"{letter} {name}", heading)
    for line, row in enumerate(rows, start=1):
        for index, (letter, _) in enumerate(COLUMNS):
            if letter in row:
                page.write_string(line, index, row[letter][:_LONGEST_CELL], text)
    page.set_row(0, _HEADING_HEIGHT)
    page.set_landscape()
    page.set_paper(_A3)
    page.fit_to_pages(1, 0)
    page.repeat_rows(0)
    page.freeze_panes(1, 0)
    page.autofilter(0, 0, max(len(rows), 1), len(COLUMNS) - 1)


def _codes_sheet(page: Any, activities: ActivityList, *, heading: Any, text: Any) -> None:
    """Write what each code stands for, and below it where the list comes from."""
    for index, (name, width) in enumerate(zip(_CODE_HEADINGS, (8, 60, 44, 14, 16, 22), strict=True)):
        page.set_column(index, index, width)
        page.write_string(0, index, name.format(activities.layer_provenance), heading)
    line = 0
    for line, (code, item) in enumerate(activities.activity.items(), start=1):
        layer = activities.layer_of(code) or "geen"
        theme = activities.theme[code]
        cells = (code, item.name, theme.name, theme.focus, layer, item.certainty)
        for index, cell in enumerate(cells):
            page.write_string(line, index, cell, text)
    sources = (f"Lijst {activities.version}. {activities.source}.", activities.url, activities.remark)
    for offset, sentence in enumerate(sources, start=2):
        page.write_string(line + offset, 0, sentence)
    page.set_landscape()
    page.fit_to_pages(1, 0)
    page.freeze_panes(1, 0)
