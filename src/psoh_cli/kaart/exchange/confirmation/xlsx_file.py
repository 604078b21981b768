"""The confirmation sheet as a workbook: drop-downs, a cell for the new value, and what psoh needs out of sight."""

from __future__ import annotations

import io
from datetime import datetime, time
from typing import Any

from psoh_cli.dutch import date_in_words
from psoh_cli.kaart.exchange.confirmation.form import HIDDEN, Form, Line, Part
from psoh_cli.kaart.exchange.confirmation.mail import choices_in_words
from psoh_cli.kaart.exchange.confirmation.sheet import (
    ALL,
    ANSWERED_ON,
    CHOICES,
    FORMAT,
    HEADINGS,
    HIDDEN_SHEET,
    HOLDS,
    ID,
    INTRODUCTION,
    KEY,
    NOW,
    OPEN_CHOICES,
    QUESTION,
    SHEET,
    SHOWN,
)

_INK, _MUTED, _HAIRLINE, _PETROL, _TINT = "#1B2430", "#4A5563", "#C9D3DA", "#0B4A5F", "#E6F0F3"
_WIDTHS = {ID: 2, KEY: 2, QUESTION: 32, SHOWN: 48, HOLDS: 14, NOW: 44}
_LINE, _LETTERS = 15.0, 1.15
_A4 = 9
_MOST_IN_LIST, _MOST_IN_HINT = 255, 250
"""So many characters a drop-down and the words beside a cell can hold."""


def write_xlsx(form: Form) -> bytes:
    """Write the sheet with its questions; the same form gives the same bytes."""
    import xlsxwriter

    target = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(target, options) as book:
        book.set_properties(_properties(form))
        looks = {name: book.add_format(look) for name, look in _looks().items()}
        page, hidden = book.add_worksheet(SHEET), book.add_worksheet(HIDDEN_SHEET)
        _Page(page, looks).write(form)
        _write_hidden(hidden, form)
        hidden.very_hidden()
    return target.getvalue()


def _properties(form: Form) -> dict[str, Any]:
    return {
        "title": f"Klopt dit nog? {form.name}"[:250],
        "subject": f"Vraaglijst bij de sociale kaart van {form.gemeente}"[:250],
        "author": "psoh",
        "created": datetime.combine(form.made_on, time(12)),
    }


def _looks() -> dict[str, dict[str, Any]]:
    base = {
        "valign": "top", "align": "left", "text_wrap": True, "font_color": _INK, "bottom": 1, "bottom_color": _HAIRLINE,
        "num_format": "@",
    }  # fmt: skip
    part = {**base, "bold": True, "bg_color": _TINT, "top": 1, "top_color": _PETROL}
    return {
        "kop": {**base, "bold": True, "font_color": "#FFFFFF", "bg_color": _PETROL},
        "vast": base,
        "onbekend": {**base, "font_color": _MUTED, "italic": True},
        "invullen": {**base, "locked": False, "left": 1, "left_color": _HAIRLINE},
        "datum": {**base, "locked": False, "left": 1, "left_color": _HAIRLINE, "num_format": "dd-mm-yyyy"},
        "deel": part,
        "deel invullen": {**part, "locked": False, "bold": False},
        "titel": {"bold": True, "font_size": 16, "font_color": _PETROL},
        "regel": {"font_color": _INK},
    }


class _Page:
    """The sheet with the questions; `row` is where the next one goes."""

    def __init__(self, page: Any, looks: dict[str, Any]) -> None:
        self.page, self.looks, self.row = page, looks, 0

    def write(self, form: Form) -> None:
        for column, width in _WIDTHS.items():
            self.page.set_column(column, column, width, None, {"hidden": column in {ID, KEY}})
        self._line(QUESTION, f"Klopt dit nog? {form.name}", "titel")
        about = f"Vragen van {date_in_words(form.made_on)} voor de sociale kaart van {form.gemeente}."
        for text in (about, *INTRODUCTION):
            self._line(QUESTION, text, "regel")
        self._answered_on()
        self.row += 1
        for column, heading in enumerate(HEADINGS):
            self.page.write_string(self.row, column, heading, self.looks["kop"])
        self.page.repeat_rows(self.row)
        self.page.freeze_panes(self.row + 1, QUESTION + 1)
        self.row += 1
        for part in form.parts:
            self._part(part)
        self._finish(form)

    def _line(self, column: int, text: str, look: str) -> None:
        self.page.write_string(self.row, column, text, self.looks[look])
        self.row += 1

    def _answered_on(self) -> None:
        self.page.write_string(self.row, QUESTION, f"{ANSWERED_ON} (dag-maand-jaar)", self.looks["vast"])
        self.page.write_blank(self.row, SHOWN, None, self.looks["datum"])
        self.row += 1

    def _part(self, part: Part) -> None:
        what = "" if part.kind == "dienst" else " (de organisatie zelf)"
        cells = {
            ID: part.reference,
            KEY: ALL,
            QUESTION: f"{part.name}{what}",
            SHOWN: "Klopt alles hieronder?",
        }
        for column, text in cells.items():
            self.page.write_string(self.row, column, text, self.looks["deel"])
        for column in (HOLDS, NOW):
            self.page.write_blank(self.row, column, None, self.looks["deel invullen"])
        self._choose(HOLDS, ("klopt",), "Klopt alles?", "Kies klopt als alles van deze vermelding klopt.")
        self.page.set_row(self.row, self._height(cells))
        self.row += 1
        for line in part.lines:
            self._question(part, line)

    def _question(self, part: Part, line: Line) -> None:
        shown = HIDDEN if line.is_hidden else line.shown or "nog niet bekend"
        cells = {ID: part.reference, KEY: line.ask.key, QUESTION: line.ask.label, SHOWN: shown}
        for column, text in cells.items():
            look = "onbekend" if column == SHOWN and line.is_open else "vast"
            self.page.write_string(self.row, column, text, self.looks[look])
        for column in (HOLDS, NOW):
            self.page.write_blank(self.row, column, None, self.looks["invullen"])
        choices = OPEN_CHOICES if line.is_open else CHOICES
        self._choose(HOLDS, choices, "Klopt dit?", f"Kies: {', '.join(choices)}.")
        self._new_value(line)
        self.page.set_row(self.row, self._height(cells))
        self.row += 1

    def _new_value(self, line: Line) -> None:
        """Offer the words to choose from where one fits, and say them where several do; other words are let through."""
        hint = choices_in_words(line.ask) or (f"Bijvoorbeeld: {line.ask.example}" if line.ask.example else "")
        words = tuple(line.ask.choices.values())
        if (
            words
            and not line.ask.many
            and len(",".join(words)) <= _MOST_IN_LIST
            and not any("," in word for word in words)
        ):
            self._choose(NOW, words, "Wat is het nu?", hint, lets_through=True)
        elif hint:
            rule = {"validate": "any", "input_title": "Wat is het nu?", "input_message": hint[:_MOST_IN_HINT]}
            self.page.data_validation(self.row, NOW, self.row, NOW, rule)

    def _choose(
        self, column: int, words: tuple[str, ...], title: str, hint: str, *, lets_through: bool = False
    ) -> None:
        rule: dict[str, Any] = {
            "validate": "list",
            "source": list(words),
            "error_title": "Dit staat niet in de lijst",
            "error_message": "Kies uit de lijst.",
            "error_type": "information" if lets_through else "stop",
        }
        if hint:
            rule |= {"input_title": title, "input_message": hint[:_MOST_IN_HINT]}
        self.page.data_validation(self.row, column, self.row, column, rule)

    def _height(self, cells: dict[int, str]) -> float:
        lines = (-(-int(len(cells[column]) * _LETTERS) // _WIDTHS[column]) for column in (QUESTION, SHOWN))
        return _LINE * max(1, *lines)

    def _finish(self, form: Form) -> None:
        self.page.protect("", {"select_locked_cells": True, "format_columns": True, "format_rows": True})
        self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.fit_to_pages(1, 0)
        self.page.print_area(0, QUESTION, max(self.row - 1, 0), NOW)
        self.page.set_header(f"&L{f'Klopt dit nog? {form.name}'[:200].replace('&', '&&')}")
        self.page.set_footer("&Rblad &P van &N")


def _write_hidden(page: Any, form: Form) -> None:
    """Write what psoh needs to know its own: the form, its day, and per entry what it asked."""
    head = ((FORMAT,), (form.organization, form.made_on.isoformat()))
    for row, cells in enumerate((*head, *((part.reference, part.mark) for part in form.parts))):
        for column, text in enumerate(cells):
            page.write_string(row, column, text)
