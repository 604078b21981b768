"""The question list as a workbook: drop-downs, cells to fill in, the rest locked, and what psoh needs out of sight."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from psoh_cli.interview.forms.form import FORMAT, Form
from psoh_cli.interview.forms.sheet import HIDDEN_SHEET, SHEET, rows
from psoh_cli.interview.forms.sheet_head import title
from psoh_cli.interview.forms.sheet_looks import looks
from psoh_cli.interview.forms.sheet_page_file import Lists, Page
from psoh_cli.workbooks.xlsx_book_file import open_book


def write_xlsx(form: Form) -> bytes:
    """Write the workbook of a list; the same form gives the same bytes."""
    target = io.BytesIO()
    with open_book(target) as book:
        book.set_properties(_properties(form))
        page, hidden = book.add_worksheet(SHEET), book.add_worksheet(HIDDEN_SHEET)
        Page(page, {name: book.add_format(look) for name, look in looks().items()}, Lists(hidden)).write(form)
        _write_hidden(hidden, form)
        hidden.protect("")
        hidden.very_hidden()
    return target.getvalue()


def _properties(form: Form) -> dict[str, Any]:
    return {"title": title(form)[:250], "author": "psoh", "created": datetime.combine(form.made_on, time(12))}


def _write_hidden(page: Any, form: Form) -> None:
    """Write what psoh needs to know its own, and what it filled in itself."""
    about = (
        (FORMAT,),
        ("gemeente", form.code),
        ("informant", form.informant),
        ("groep", form.group),
        ("kennisversie", form.knowledge_version),
        ("gemaakt op", form.made_on.isoformat()),
    )
    sent = [("stond er", row.id, row.part, *row.said) for row in rows(form) if any(row.said)]
    for number, cells in enumerate((*about, *sent)):
        for column, text in enumerate(cells):
            page.write_string(number, column, text)
