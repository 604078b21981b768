"""One value of the kaart in one cell and back, without loss: the exact words of our own spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, TypeAlias

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.sheet.column import Column, Kind
from psoh_cli.kaart.exchange.sheet.hours_text import read_hours, write_hours
from psoh_cli.kaart.exchange.sheet.records_text import (
    read_history,
    read_locations,
    write_history,
    write_locations,
)
from psoh_cli.kaart.exchange.sheet.several_values import join, split
from psoh_cli.kaart.exchange.sheet.shielding import kept_apart, unshielded
from psoh_cli.language_codes import OTHER_LANGUAGES
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.near_misses import MONTHS, date_meant
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.vocabulary import LANGUAGE_NAMES, language_name
from psoh_cli.workbooks.raw_sheet import Cell, shown

Written: TypeAlias = str | int | date
"""What stands in a cell: text, a whole number or a day; an empty cell is an empty text."""

_CODES = {name: code for code, name in (OTHER_LANGUAGES | LANGUAGE_NAMES).items()}
_IN_MONTH = "in "
"""Before a month, so that no program takes it for the first day of it."""
_DIGITS = {"kvk": 8, "agb": 8, "contact.telefoon": 10}
"""How many digits a number has of which a program may have taken the zeros in front."""


def write(column: Column, value: Any) -> Written:
    """Write a value of an entry as a cell of a column; None, and what is the usual value, is an empty cell."""
    if value is None:
        return column.unset
    return _WRITERS[column.kind](column, value)


def read(column: Column, cell: Cell) -> Any:
    """Read a cell as the value that the kaart file holds; an empty cell is None.

    An empty mapping says that the group of this column is there with nothing in it: `assemble` knows what to do.
    Raises ValueError, with a Dutch reason without a full stop, where we would have written the value otherwise.
    """
    cell = unshielded(cell.strip()) if isinstance(cell, str) else cell
    if cell == "" or cell is None:
        return column.unset or None
    if isinstance(cell, str) and column.unset and cell.casefold() == column.unset:
        return column.unset
    return _READERS[column.kind](column, cell)


def _write_text(_: Column, value: Any) -> Written:
    return kept_apart(value)


def _read_text(column: Column, cell: Cell) -> Any:
    if isinstance(cell, str):
        return cell
    return shown(cell).zfill(_DIGITS.get(column.key, 0))


def _write_choice(column: Column, value: Any) -> Written:
    return "" if value == column.default else _word(column, str(value))


def _read_choice(column: Column, cell: Cell) -> Any:
    return _value(column, shown(cell))


def _write_choices(column: Column, value: Any) -> Written:
    return kept_apart(join(_word(column, str(item)) for item in value))


def _read_choices(column: Column, cell: Cell) -> Any:
    text = shown(cell)
    if text in column.values:  # a word may hold a comma of its own
        return [_value(column, text)]
    return [_value(column, word) for word in split(text)]


def _write_list(_: Column, value: Any) -> Written:
    return kept_apart(join(value))


def _read_list(_: Column, cell: Cell) -> Any:
    return list(split(shown(cell)))


def _write_languages(_: Column, value: Any) -> Written:
    return join(language_name(code) for code in value)


def _read_languages(_: Column, cell: Cell) -> Any:
    return [_language(word) for word in split(shown(cell))]


def _language(word: str) -> str:
    code = _CODES.get(word)
    if code is None and word.isascii() and word.isalpha() and word.islower() and len(word) in {2, 3}:
        return word
    if code is None:
        raise ValueError(
            f"'{word[:60]}' is geen taal die psoh kent. {did_you_mean(word, _CODES)}".rstrip(" .")
        )
    return code


def _write_yes_no(_: Column, value: Any) -> Written:
    return "ja" if value else "nee"


def _read_yes_no(_: Column, cell: Cell) -> Any:
    word = shown(cell).casefold()
    if word not in {"ja", "nee"}:
        raise ValueError(f"'{word[:60]}' is geen ja of nee")
    return word


def _write_number(_: Column, value: Any) -> Written:
    return int(value)


def _read_number(column: Column, cell: Cell) -> Any:
    text = shown(cell)
    if column.empty_group and text.casefold() == column.empty_group:
        return {}
    if not (text.isascii() and text.isdigit()):
        raise ValueError(f"'{text[:60]}' is geen heel getal")
    return int(text)


def _write_day(_: Column, value: PartialDate) -> Written:
    if value.day:
        return value.first_day()
    return f"{_IN_MONTH}{MONTHS[value.month - 1]} {value.year}" if value.month else str(value.year)


def _read_day(_: Column, cell: Cell) -> Any:
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    text = shown(cell)
    if text.isascii() and text.isdigit() and len(text) == 4:
        return text
    meant = date_meant(text.removeprefix(_IN_MONTH))
    if meant is None or not meant.is_safe:
        raise ValueError(f"'{text[:60]}' is geen datum")
    return meant.text


def _word(column: Column, value: str) -> str:
    return column.choices.get(value, value)


def _value(column: Column, word: str) -> str:
    value = column.values.get(word)
    if value is not None:
        return value
    if word in column.choices or (column.known and re.fullmatch(SLUG_PATTERN, word)):
        return word
    raise ValueError(
        f"'{word[:60]}' kan hier niet. {did_you_mean(word, column.choices.values())}".rstrip(" .")
    )


def _write_hours(_: Column, value: Any) -> Written:
    return kept_apart(write_hours(value))


def _write_locations(_: Column, value: Any) -> Written:
    return kept_apart(write_locations(value))


def _write_history(_: Column, value: Any) -> Written:
    return kept_apart(write_history(value))


_WRITERS: Mapping[Kind, Callable[[Column, Any], Written]] = {
    "tekst": _write_text,
    "keuze": _write_choice,
    "keuzes": _write_choices,
    "lijst": _write_list,
    "talen": _write_languages,
    "ja-nee": _write_yes_no,
    "getal": _write_number,
    "bedrag": _write_number,
    "datum": _write_day,
    "openingstijden": _write_hours,
    "locaties": _write_locations,
    "geschiedenis": _write_history,
}
_READERS: Mapping[Kind, Callable[[Column, Cell], Any]] = {
    "tekst": _read_text,
    "keuze": _read_choice,
    "keuzes": _read_choices,
    "lijst": _read_list,
    "talen": _read_languages,
    "ja-nee": _read_yes_no,
    "getal": _read_number,
    "bedrag": _read_number,
    "datum": _read_day,
    "openingstijden": lambda _, cell: read_hours(shown(cell)) or None,
    "locaties": lambda _, cell: read_locations(shown(cell)) or None,
    "geschiedenis": lambda _, cell: read_history(shown(cell)) or None,
}
