"""Material to a workbook: measures, budget and indicators as typed cells, with a sheet that explains every column.

A text is written as text, never as a formula or link, and one that begins like a formula is marked as a quoted
text (`quotePrefix`), so that it stays one when somebody edits the cell.
"""

from __future__ import annotations

import io
import math
from datetime import date, datetime, time
from itertools import accumulate
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.press.sheets.following import indicators_sheet, scenarios_sheet, uncovered_sheet
from psoh_cli.press.sheets.guide import columns_sheet, guide_sheet
from psoh_cli.press.sheets.measures import decisions_sheet, measures_sheet
from psoh_cli.press.sheets.money import budget_sheet, cover_sheet
from psoh_cli.press.sheets.sheet import Cell, Field, Kind, Sheet
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

LONGEST = 32_767
"""The most UTF-16 units that a cell of a workbook holds."""
_CUT = " […] (ingekort: een cel houdt niet meer)"
_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "'")

_A4, _A3 = 9, 8
"""Paper sizes as the format numbers them."""
_FITS = {_A4: 210, _A3: 305}
"""The widest sheet, in letters, that stays readable when it is fitted to one page (afgeleid)."""
_LETTERS = 1.1
"""Letters of running text in the width of one digit, counted narrowly so that nothing is cut off (afgeleid)."""
_LINE, _HIGHEST = 15.0, 409.0
"""Points: one line of text, and the highest row the format allows."""

# An amount keeps a bracket's width from its right edge: not every program heeds the indent of a sum.
_FORMATS: dict[Kind, str] = {"tekst": "General", "getal": "0", "geld": '"€"\\ #,##0_)', "datum": "yyyy-mm-dd"}


def render(material: Material, *, version: Version = Version.COUNCIL) -> bytes:
    """Write the plan as an XLSX workbook for its readers; the same material gives the same bytes."""
    import xlsxwriter

    draft = Draft(material, version=version)
    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(_properties(draft))
        looks = {name: book.add_format(look) for name, look in _looks().items()}
        for sheet in _sheets(draft):
            page = book.add_worksheet(sheet.name)
            _write(page, sheet=sheet, looks=looks)
            _set_up(page, sheet=sheet, draft=draft)
    return target.getvalue()


def _sheets(draft: Draft) -> tuple[Sheet, ...]:
    found = (
        measures_sheet(draft),
        budget_sheet(draft),
        cover_sheet(draft),
        indicators_sheet(draft),
        decisions_sheet(draft),
        scenarios_sheet(draft),
        uncovered_sheet(draft),
    )
    sheets = tuple(sheet for sheet in found if sheet is not None)
    return (guide_sheet(draft), *sheets, columns_sheet(sheets))


def _properties(draft: Draft) -> dict[str, Any]:
    as_of = draft.analysis.as_of
    return {
        "title": f"Maatregelen, begroting en indicatoren · {draft.gemeente.name}",
        "subject": "Psychosociale ondersteuning van statushouders",
        "category": f"versie {draft.version.value}",
        "keywords": f"peildatum {as_of.isoformat()}; kennisversie {draft.catalogue.version}",
        "author": "psoh",
        "comments": f"Peildatum {date_in_words(as_of)}. Het blad Uitleg zegt hoe u dit leest.",
        "created": datetime.combine(as_of, time(12)),
    }


def _looks() -> dict[str, dict[str, Any]]:
    """Describe how cells look; white on petrol for the heading has a contrast of 9.7."""
    base = {"valign": "top", "text_wrap": True, "bottom": 1, "bottom_color": "#C9D3DA"}
    return {
        **{kind: {**base, "num_format": form} for kind, form in _FORMATS.items()},
        "tekst": {**base, "align": "left", "indent": 1},
        "getal": {**base, "num_format": _FORMATS["getal"], "align": "center"},
        "geld": {**base, "num_format": _FORMATS["geld"], "align": "right", "indent": 1},
        "datum": {**base, "num_format": _FORMATS["datum"], "align": "left", "indent": 1},
        "tekens": {**base, "align": "left", "indent": 1, "quote_prefix": True},
        "kop": {
            **base,
            "align": "left",
            "indent": 1,
            "bold": True,
            "bg_color": "#0B4A5F",
            "font_color": "#FFFFFF",
        },
        "som": {
            **base,
            "bold": True,
            "num_format": _FORMATS["geld"],
            "align": "right",
            "indent": 1,
            "top": 1,
        },
    }


def _write(page: Any, *, sheet: Sheet, looks: dict[str, Any]) -> None:
    """Write a sheet from its first cell: headings, rows, and around them a named table with filters."""
    for column, field in enumerate(sheet.fields):
        page.set_column(column, column, field.width)
        page.write_string(0, column, field.title, looks["kop"])
    for number, row in enumerate(sheet.rows, start=1):
        page.set_row(number, _height(row, fields=sheet.fields))
        for column, (field, cell) in enumerate(zip(sheet.fields, row, strict=True)):
            _write_cell(page, row=number, column=column, cell=cell, field=field, looks=looks)
    if not sheet.rows:
        page.write_string(1, 0, "Hier staat nog niets.")
        return
    summed = any(field.total for field in sheet.fields)
    table = {
        "name": sheet.table,
        "title": sheet.name,
        "description": sheet.about,
        "style": "Table Style Light 1",
        "total_row": summed,
        "columns": [
            _column(column, field=field, sheet=sheet, looks=looks)
            for column, field in enumerate(sheet.fields)
        ],
    }
    page.add_table(0, 0, len(sheet.rows) + summed, len(sheet.fields) - 1, table)


def _height(row: tuple[Cell, ...], *, fields: tuple[Field, ...]) -> float:
    """Reckon how high a row must be to show its wrapped texts whole, in points; not every program does so itself."""
    lines = max(
        sum(math.ceil(max(1, len(part)) / (_LETTERS * field.width)) for part in str(cell).split("\n"))
        for cell, field in zip(row, fields, strict=True)
    )
    return min(_LINE * lines, _HIGHEST)


def _column(column: int, *, field: Field, sheet: Sheet, looks: dict[str, Any]) -> dict[str, Any]:
    """Describe a column of the table; a sum follows the filter, and text such as `onbekend` stays out of it."""
    from xlsxwriter.utility import xl_col_to_name

    told: dict[str, Any] = {"header": field.title, "header_format": looks["kop"], "format": looks["som"]}
    if field.total:
        total = sum(row[column] for row in sheet.rows if isinstance(row[column], int))  # type: ignore[misc]
        letter = xl_col_to_name(column)
        formula = f"SUBTOTAL(109,{letter}2:{letter}{len(sheet.rows) + 1})"
        return {**told, "total_function": formula, "total_value": total}
    return {**told, "total_string": sheet.sum_label} if sheet.sum_label and column == 1 else told


def _write_cell(page: Any, *, row: int, column: int, cell: Cell, field: Field, looks: dict[str, Any]) -> None:
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), looks["datum"])
    elif isinstance(cell, int):
        page.write_number(row, column, cell, looks[field.kind])
    else:
        beside = field.kind if field.kind in {"getal", "geld"} else "tekst"
        look = "tekens" if cell.startswith(_SIGNS) else beside
        page.write_string(row, column, _fitting(cell), looks[look])


def _fitting(text: str) -> str:
    """Give a text that the format can hold: half a character is replaced, and what is too long is cut and says so."""
    units = text.encode("utf-8", "replace").decode().encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return units.decode("utf-16-le")
    return units[: 2 * (LONGEST - len(_CUT))].decode("utf-16-le", "ignore") + _CUT


def _set_up(page: Any, *, sheet: Sheet, draft: Draft) -> None:
    """Freeze the headings and print one page wide: on A3 when A4 is too narrow, and then as far as can be read."""
    page.freeze_panes(1, 0 if len(sheet.fields) < 4 else 2)
    page.set_landscape()
    paper = _A4 if sum(field.width for field in sheet.fields) <= _FITS[_A4] else _A3
    page.set_paper(paper)
    page.repeat_rows(0)
    page.fit_to_pages(1, 0)
    printed = _printed(sheet, most=_FITS[paper])
    about = f"{sheet.name} · {draft.gemeente.name} · peildatum {date_in_words(draft.analysis.as_of)}"
    if printed < len(sheet.fields):
        page.print_area(0, 0, len(sheet.rows) + 1, printed - 1)
        about += f" · op papier de kolommen tot en met {sheet.fields[printed - 1].title}"
    example = "Voorbeeld, niet van de gemeente" if draft.gemeente.example else ""
    page.set_header(f"&L{about[:200].replace('&', '&&')}&R{example}")
    page.set_footer("&Rblad &P van &N")


def _printed(sheet: Sheet, *, most: int) -> int:
    """Count the columns, from the first, that fit on a page of so many letters."""
    widths = accumulate(field.width for field in sheet.fields)
    return max(1, sum(width <= most for width in widths))
