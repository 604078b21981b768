"""The page of a workbook with the questions: what is shown, what is chosen from, and what may be written in."""

from __future__ import annotations

from typing import Any

from psoh_cli.interview.forms.form import Form
from psoh_cli.interview.forms.sheet import (
    ANSWER,
    ANSWERED_ON,
    HEADINGS,
    HIDDEN_SHEET,
    ID,
    NUMBER,
    OURS,
    PART,
    PARTICIPANTS,
    QUESTION,
    REMARK,
    SURE,
    SURE_WORDS,
    WHY,
    SheetRow,
    rows,
)  # fmt: skip
from psoh_cli.interview.forms.sheet_head import head, title
from psoh_cli.interview.forms.sheet_looks import ACROSS, PADDING, ROOM_TO_WRITE, WIDTHS, height

_A4 = 9
_MOST_IN_LIST, _MOST_IN_HINT = 255, 250
"""So many characters a drop-down of its own and the words beside a cell can hold."""
_LIST_COLUMN = 8
"""The column of the hidden sheet where longer lists begin."""


class Lists:
    """Where drop-downs find their words: in themselves, or on the hidden sheet when they do not fit there."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.known: dict[tuple[str, ...], str] = {}

    def source(self, words: tuple[str, ...]) -> list[str] | str:
        """Give the words, or the cells that hold them."""
        if len(",".join(words)) <= _MOST_IN_LIST and not any(sign in word for word in words for sign in ',"'):
            return list(words)
        if words not in self.known:
            from xlsxwriter.utility import xl_range_abs

            column = _LIST_COLUMN + len(self.known)
            for row, word in enumerate(words):
                self.page.write_string(row, column, word)
            self.known[words] = f"={HIDDEN_SHEET}!{xl_range_abs(0, column, len(words) - 1, column)}"
        return self.known[words]


class Page:
    """The sheet with the questions; `row` is where the next one goes."""

    def __init__(self, page: Any, formats: dict[str, Any], lists: Lists) -> None:
        self.page, self.formats, self.lists, self.row = page, formats, lists, 0
        self.is_talk = False

    def write(self, form: Form) -> None:
        self.is_talk = form.is_talk
        hidden = {ID, PART, *({SURE} if form.is_talk and not any(row.sure for row in rows(form)) else ())}
        for column, width in WIDTHS.items():
            self.page.set_column(column, column, width, None, {"hidden": column in hidden})
        self._headings()
        self._across(title(form), "titel", height=26)
        for text in head(form):
            self._across(text, "regel", height=height(text, width=ACROSS))
        self._above(f"{ANSWERED_ON} (dag-maand-jaar)")
        if form.is_talk:
            self._above(PARTICIPANTS, count=form.participants)
        for row in rows(form):
            self._write(row)
        if form.closing:
            self._across(form.closing, "regel", height=height(form.closing, width=ACROSS) + PADDING)
        self._finish(form)

    def _across(self, text: str, look: str, *, height: float) -> None:
        self.page.write_string(self.row, ID, OURS, self.formats["vast"])
        self.page.merge_range(self.row, NUMBER, self.row, WHY, text, self.formats[look])
        self.page.set_row(self.row, height)
        self.row += 1

    def _above(self, words: str, *, count: int | None = None) -> None:
        """Ask what is about the whole list."""
        self.page.write_string(self.row, ID, OURS, self.formats["vast"])
        self.page.write_string(self.row, QUESTION, words, self.formats["regel"])
        if count is None:
            self.page.write_blank(self.row, ANSWER, None, self.formats["invullen"])
        else:
            self.page.write_number(self.row, ANSWER, count, self.formats["getal"])
        self.page.set_row(self.row, 20)
        self.row += 1

    def _headings(self) -> None:
        """Write them first of all: they stay in sight, and no room is lost to what is read once."""
        for column, heading in enumerate(HEADINGS):
            self.page.write_string(self.row, column, heading, self.formats["kop"])
        self.page.set_row(self.row, 20)
        self.page.repeat_rows(self.row)
        self.page.freeze_panes(self.row + 1, QUESTION + 1)
        self.row += 1

    def _write(self, row: SheetRow) -> None:
        self.page.write_string(self.row, ID, row.id, self.formats["vast"])
        self.page.write_string(self.row, PART, row.part, self.formats["vast"])
        if row.kind == "thema":
            self._theme(row)
        else:
            self._texts(row)
            self._cells(row)
        self.row += 1

    def _theme(self, row: SheetRow) -> None:
        self.page.merge_range(self.row, NUMBER, self.row, WHY, "", self.formats["thema"])
        self.page.write_rich_string(
            self.row, NUMBER, self.formats["themanaam"], row.text, self.formats["themauitleg"], f"   {row.why}",
            self.formats["thema"],
        )  # fmt: skip
        self.page.set_row(self.row, height(f"{row.text}   {row.why}", width=ACROSS) + 8)

    def _texts(self, row: SheetRow) -> None:
        look = {"vraag": "vraag", "optie": "optie"}.get(row.kind, "detail")
        self.page.write_string(self.row, NUMBER, row.number, self.formats["nummer"])
        if row.condition or row.how:
            pieces = [
                *((self.formats["voorwaarde"], f"{row.condition}\n") if row.condition else ()),
                *(self.formats["vet"], row.text),
                *((self.formats["zo"], f"\n{row.how}") if row.how else ()),
            ]
            self.page.write_rich_string(self.row, QUESTION, *pieces, self.formats[look])
        else:
            self.page.write_string(self.row, QUESTION, row.text, self.formats[look])
        self.page.write_string(self.row, WHY, row.why, self.formats["waarom"])
        question = "\n".join(filter(None, (row.condition, row.text, row.how)))
        columns = ((QUESTION, question), (WHY, row.why), (REMARK, row.remark), (ANSWER, row.answer))
        highest = max(height(text, width=WIDTHS[column]) for column, text in columns)
        is_to_write = row.kind == "vraag" and (self.is_talk or row.entry == "tekst")
        padding = 0.0 if row.kind in ("optie", "overal") else PADDING
        self.page.set_row(self.row, max(highest, ROOM_TO_WRITE if is_to_write else 0) + padding)

    def _cells(self, row: SheetRow) -> None:
        look = {"getal": "getal", "kruis": "kruis", "niets": "op slot"}.get(row.entry, "invullen")
        if row.entry == "getal" and row.answer.isdecimal():
            self.page.write_number(self.row, ANSWER, int(row.answer), self.formats[look])
        elif row.answer:
            self.page.write_string(self.row, ANSWER, row.answer, self.formats[look])
        else:
            self.page.write_blank(self.row, ANSWER, None, self.formats[look])
        self._check(row)
        for column, text in ((SURE, row.sure), (REMARK, row.remark)):
            if row.kind != "vraag":
                self.page.write_blank(self.row, column, None, self.formats["niets"])
            else:
                self.page.write_string(self.row, column, text, self.formats["invullen"])
        if row.kind == "vraag":
            self._rule(SURE, {"validate": "list", "source": list(SURE_WORDS.values()), **_CHOOSE})

    def _check(self, row: SheetRow) -> None:
        if row.entry == "niets":
            return
        hint = (
            {"input_title": "Zo vult u dit in", "input_message": row.hint[:_MOST_IN_HINT]} if row.hint else {}
        )
        if row.choices:
            self._rule(
                ANSWER, {"validate": "list", "source": self.lists.source(row.choices), **_CHOOSE, **hint}
            )
        elif row.entry == "getal":
            from xlsxwriter.utility import xl_rowcol_to_cell

            cell = xl_rowcol_to_cell(self.row, ANSWER)
            number = f"AND(ISNUMBER({cell}),{cell}>={row.least},{cell}=INT({cell}))"
            words = f'LOWER({cell})="weet ik niet",LOWER({cell})="niet van toepassing",LOWER({cell})="n.v.t."'
            self._rule(
                ANSWER,
                {
                    "validate": "custom",
                    "value": f"=IF(ISNUMBER({cell}),{number},OR({words}))",
                    **_COUNT,
                    **hint,
                },
            )
        elif hint:
            self._rule(ANSWER, {"validate": "any", **hint})

    def _rule(self, column: int, rule: dict[str, Any]) -> None:
        self.page.data_validation(self.row, column, self.row, column, rule)

    def _finish(self, form: Form) -> None:
        self.page.protect("", {"select_locked_cells": True, "format_columns": True, "format_rows": True})
        self.page.set_landscape()
        self.page.set_paper(_A4)
        self.page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.6)
        self.page.fit_to_pages(1, 0)
        self.page.print_area(0, NUMBER, max(self.row - 1, 0), WHY)
        self.page.set_footer(f"&L{title(form)[:200].replace('&', '&&')}&Rblad &P van &N")
        self.page.hide_gridlines(2)


_CHOOSE = {
    "error_title": "Dit staat niet in de lijst",
    "error_message": "Kies een antwoord uit de lijst, of maak het vak leeg. Iets toelichten kan bij Opmerking.",
}
_COUNT = {
    "error_title": "Geen heel getal",
    "error_message": "Vul een heel getal in, of typ: Weet ik niet. Iets toelichten kan bij Opmerking.",
    "error_type": "warning",
}
