"""A kaart file as a workbook for partners: drop-downs, an explanation, ids out of sight, and text that stays text."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.kaart.exchange.sheet.cell_bounds import fitting
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import (
    EXPLANATION,
    HIDDEN,
    ORGANIZATIONS,
    SERVICES,
    named,
    on_sheet,
)
from psoh_cli.kaart.exchange.sheet.explanation import HEADINGS, RULES, explained, headings, lines_in, lists
from psoh_cli.kaart.exchange.sheet.rows import CellRow, sheet_rows
from psoh_cli.kaart.exchange.sheet.xlsx_choices_file import Lists, add_checks, write_lists
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.workbooks.xlsx_book_file import open_book

NEW_ROWS = 500
"""So many empty rows under the last have the drop-downs and the form of their columns."""

_ABOUT = {
    SERVICES: "De diensten van de sociale kaart, één op elke rij.",
    ORGANIZATIONS: "De organisaties van de sociale kaart, één op elke rij.",
}
_WIDTHS = (14, 34, 11, 62, 62, 46)
"""Of the columns of the sheet Toelichting, in letters."""

_LINE, _MOST_LINES = 15.0, 12
"""Points in one line of text, and so many lines at most: the rest is read in the cell itself (our own choice)."""

_A4 = 9
"""A size of paper as the format numbers it."""

_LONGEST_HEADER = 120
"""Letters of the line above a printed page: the format holds 255, and writes a sign `&` twice."""

_INK, _HAIRLINE, _PETROL, _TINT = "#1B2430", "#C9D3DA", "#0B4A5F", "#E6F0F3"
"""White on petrol has a contrast of 9.7, ink on the tint more than 13."""


def write_xlsx(kaart: KaartFile, *, known: KnownIds, as_of: date, public: bool = False) -> bytes:
    """Write the sheets Diensten, Organisaties and Toelichting; the same kaart and day give the same bytes.

    `public` leaves out the columns that are not for everybody. Raises WrongUseError where a text does not fit.
    """
    target = io.BytesIO()
    with open_book(target) as book:
        book.set_properties(_properties(kaart, as_of=as_of))
        looks = {name: book.add_format(look) for name, look in _looks().items()}
        pages = {name: book.add_worksheet(name) for name in (SERVICES, ORGANIZATIONS, EXPLANATION, HIDDEN)}
        choices = write_lists(pages[HIDDEN], lists(known=known))
        for name in (SERVICES, ORGANIZATIONS):
            columns = named(on_sheet(name, public=public), known=known)
            rows = fitting(sheet_rows(kaart, name=name, known=known, public=public), columns=columns)
            _write_entries(pages[name], columns, rows, about=(name, kaart.name), looks=looks, choices=choices)
        _write_explanation(pages[EXPLANATION], kaart=kaart, known=known, as_of=as_of, looks=looks)
        pages[HIDDEN].very_hidden()
    return target.getvalue()


def _properties(kaart: KaartFile, *, as_of: date) -> dict[str, Any]:
    return {
        "title": f"Sociale kaart · {kaart.name}"[:250],
        "subject": "Diensten en organisaties voor statushouders",
        "keywords": f"peildatum {as_of.isoformat()}; kennisversie {kaart.knowledge_version}"[:250],
        "author": "psoh",
        "comments": f"Gemaakt op {date_in_words(as_of)}. Het blad Toelichting zegt hoe u dit invult.",
        "created": datetime.combine(as_of, time(12)),
    }


def _looks() -> dict[str, dict[str, Any]]:
    """Describe how cells look. A cell of text has the form `@`, so that it stays text when somebody edits it."""
    base = {
        "valign": "top",
        "text_wrap": True,
        "indent": 1,
        "font_color": _INK,
        "bottom": 1,
        "bottom_color": _HAIRLINE,
    }
    heading = {**base, "align": "left", "bold": True, "font_color": "#FFFFFF", "bg_color": _PETROL}
    return {
        "tekst": {**base, "align": "left", "num_format": "@"},
        "getal": {**base, "num_format": "0", "align": "left"},
        "bedrag": {**base, "num_format": '"€"\\ #,##0', "align": "left"},
        "datum": {**base, "num_format": "dd-mm-yyyy", "align": "left"},
        "van psoh": {"num_format": "@", "font_color": "#4A5563", "bg_color": _TINT},
        "kop": heading,
        "titel": {"bold": True, "font_size": 16, "font_color": _PETROL},
        "regel": {"font_color": _INK},
    }


def _write_entries(
    page: Any,
    columns: tuple[Column, ...],
    rows: Iterable[CellRow],
    *,
    about: tuple[str, str],
    looks: dict[str, Any],
    choices: Lists,
) -> None:
    """Write one sheet of entries as a table with its headings frozen; `about` are the names of sheet and kaart."""
    name = about[0]
    beside = [looks[_look(column)] for column in columns]
    for at, column in enumerate(columns):
        page.set_column(at, at, column.width, beside[at], {"hidden": column.hidden})
    widths = [0 if column.hidden else column.width for column in columns]
    last = _write_rows(page, rows=rows, looks=beside, widths=widths)
    told = [{"header": heading, "header_format": looks["kop"]} for heading in headings(columns)]
    table = {"name": name, "title": name, "description": _ABOUT[name], "style": None, "columns": told}
    page.add_table(0, 0, max(last, 1), len(columns) - 1, table)
    add_checks(page, columns=columns, last=last + NEW_ROWS, choices=choices)
    page.set_row(0, _LINE * 3.4)
    page.freeze_panes(1, 1)
    page.repeat_columns(0)
    page.repeat_rows(0)
    _print_well(page, about=" · ".join(about))


def _write_rows(page: Any, *, rows: Iterable[CellRow], looks: Sequence[Any], widths: Sequence[int]) -> int:
    """Write cells by the kind of their value, nothing for an empty one; give the number of the last row."""
    last = 0
    write_string, write_number, write_day = page.write_string, page.write_number, page.write_datetime
    for last, row in enumerate(rows, start=1):
        most = 1
        for at, cell in enumerate(row):
            if cell == "":
                continue
            look = looks[at]
            if isinstance(cell, str):
                write_string(last, at, cell, look)
                if len(cell) > widths[at] or "\n" in cell:
                    most = max(most, lines_in(cell, width=widths[at]))
            elif isinstance(cell, date):
                write_day(last, at, cell, look)
            else:
                write_number(last, at, cell, look)
        if most > 1:
            page.set_row(last, _LINE * min(most, _MOST_LINES))
    return last


def _look(column: Column) -> str:
    if column.hidden:
        return "van psoh"
    return column.kind if column.kind in {"getal", "bedrag", "datum"} else "tekst"


def _write_explanation(
    page: Any, *, kaart: KaartFile, known: KnownIds, as_of: date, looks: dict[str, Any]
) -> None:
    """Write what a partner must know, and beneath it a table with every column."""
    for at, width in enumerate(_WIDTHS):
        page.set_column(at, at, width)
    page.write_string(0, 0, f"Sociale kaart · {kaart.name}", looks["titel"])
    lines = (f"Gemaakt op {date_in_words(as_of)} met psoh.", *RULES)
    for row, line in enumerate(lines, start=1):
        page.write_string(row, 0, line, looks["regel"])
    top = len(lines) + 2
    rows = list(explained(known=known))
    for number, told in enumerate(rows, start=top + 1):
        for at, text in enumerate(told):
            page.write_string(number, at, text, looks["tekst"])
        most = max(lines_in(text, width=width) for text, width in zip(told, _WIDTHS, strict=True))
        page.set_row(number, _LINE * most)
    headed = [{"header": heading, "header_format": looks["kop"]} for heading in HEADINGS]
    about = "Wat elke kolom betekent, wat u er kunt invullen, en een voorbeeld."
    table = {
        "name": EXPLANATION,
        "title": EXPLANATION,
        "description": about,
        "style": None,
        "columns": headed,
    }
    page.add_table(top, 0, top + len(rows), len(HEADINGS) - 1, table)
    page.fit_to_pages(1, 0)
    page.repeat_rows(top)
    _print_well(page, about=f"{EXPLANATION} · {kaart.name}")


def _print_well(page: Any, *, about: str) -> None:
    page.set_landscape()
    page.set_paper(_A4)
    page.set_header(f"&L{about[:_LONGEST_HEADER].replace('&', '&&')}")
    page.set_footer("&Rblad &P van &N")
