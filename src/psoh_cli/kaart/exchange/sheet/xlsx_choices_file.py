"""What a workbook offers and checks while somebody types: lists to choose from, whole numbers, ids that stay."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import HIDDEN, ORGANIZATIONS

Lists: TypeAlias = Mapping[str, str]
"""For each heading, the cells of the hidden sheet with the words to choose from."""

MARK = "psoh-kaart"
FORMAT = "1"
"""In the first two cells of the hidden sheet: by these a reader knows our own workbook."""

_FIRST_LIST = 3
"""The column of the hidden sheet where the lists begin."""
_LONGEST_PROMPT = 255
_LONGEST_TITLE = 32


def write_lists(page: Any, words: Mapping[str, tuple[str, ...]]) -> Lists:
    """Write the lists on the hidden sheet; drop-downs point to them, because a list of their own holds 255 letters."""
    from xlsxwriter.utility import xl_range_abs

    page.write_row(0, 0, (MARK, FORMAT))
    found = {}
    for at, (heading, choices) in enumerate(words.items(), start=_FIRST_LIST):
        page.write_string(0, at, heading)
        for row, word in enumerate(choices, start=1):
            page.write_string(row, at, word)
        found[heading] = f"={HIDDEN}!{xl_range_abs(1, at, len(choices), at)}"
    return found


def add_checks(page: Any, *, columns: tuple[Column, ...], last: int, choices: Lists) -> None:
    """Set what may be typed in each column, from the first row under the heading to the last."""
    for at, column in enumerate(columns):
        check = _check(column, choices=choices, on_services=columns[0].who == "dienst")
        if check is not None:
            page.data_validation(1, at, last, at, check)


def _check(column: Column, *, choices: Lists, on_services: bool) -> dict[str, Any] | None:
    if column.hidden:
        return _KEPT
    if on_services and column.who == "organisatie":
        return _ORGANIZATION
    if column.kind in {"keuze", "ja-nee"} and column.heading in choices:
        return {
            "validate": "list", "source": choices[column.heading],
            "error_title": "Niet in de lijst", "error_message": "Kies een waarde uit de lijst, of laat de cel leeg.",
        }  # fmt: skip
    if column.kind in {"getal", "bedrag"}:
        return _number(column)
    return _told(column) if column.many or column.kind in {"datum", "openingstijden", "locaties"} else None


_KEPT = {
    "validate": "custom",
    "value": "=FALSE",
    "ignore_blank": False,
    "error_title": "Van psoh",
    "error_message": "psoh houdt deze kolom zelf bij. Druk op Esc en laat de cel zoals zij was.",
}
_ORGANIZATION = {
    "validate": "list",
    "source": f"=OFFSET({ORGANIZATIONS}!$A$2,0,0,MAX(1,COUNTA({ORGANIZATIONS}!$A$2:$A$9999)),1)",
    "error_type": "warning",
    "error_title": "Nieuwe organisatie?",
    "error_message": "Deze naam staat niet op het blad Organisaties. Vul de organisatie daar ook in.",
}


def _number(column: Column) -> dict[str, Any]:
    most = column.most if column.most is not None else 999_999_999
    return {
        "validate": "integer", "criteria": "between", "minimum": 0, "maximum": most,
        "error_title": "Geen heel getal",
        "error_message": f"Vul een heel getal in van 0 tot en met {most}, of laat de cel leeg.",
    }  # fmt: skip


def _told(column: Column) -> dict[str, Any]:
    """Tell how to fill in a cell that no list can check, when somebody comes to it."""
    text = f"{column.meaning} Voorbeeld: {column.example}"
    return {
        "validate": "any",
        "input_title": column.heading[:_LONGEST_TITLE],
        "input_message": text if len(text) <= _LONGEST_PROMPT else column.meaning[:_LONGEST_PROMPT],
    }
