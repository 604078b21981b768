"""How Dutch people write dates, numbers, money and yes or no: text to value and back.

A reader hands every scalar over as text; the types below decide what it means, strictly, and
say in Dutch what is wrong.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from functools import lru_cache, partial
from typing import Annotated, Any, NamedTuple

from pydantic import BeforeValidator, Field, GetCoreSchemaHandler, WithJsonSchema
from pydantic_core import CoreSchema, core_schema

from psoh_cli.near_misses import MONTHS, date_meant
from psoh_cli.problems.refused import RefusedError
from psoh_cli.refusing import (
    IMPOSSIBLE_DATE,
    date_in_other_form,
    no_amount,
    no_count,
    no_date,
    no_yes_or_no,
    short,
    why_impossible,
)

FEWEST = 5
"""A group smaller than this is never written as a number. Our own choice, as Dutch statistics often do."""

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_DIGITS = re.compile(r"\d+", re.ASCII)
_GROUPED = re.compile(r"\d{1,3}(\.\d{3})+", re.ASCII)
_MONEY = re.compile(r"(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?", re.ASCII)
_MOST_DIGITS = 12
_NAMES_KEPT = 4096
"""So many names are kept with what they come to: those of all gemeenten are asked for over and over."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""No file of ours is about a year outside these, and reckoning with months stays within the calendar."""


class PartialDate(NamedTuple):
    """A day, or where precision is lacking a month or a year. Month and day count from 1; 0 is unknown."""

    year: int
    month: int = 0
    day: int = 0

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Read `jjjj-mm-dd`, `jjjj-mm` or `jjjj`; raise RefusedError in Dutch otherwise."""
        stripped = text.strip()
        match = _DATE.fullmatch(stripped)
        if match is None:
            raise _not_as_we_write_it(stripped)
        year, month, day = (int(part) if part else -1 for part in match.groups())
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise RefusedError(f"{stripped} kan niet; een jaar ligt tussen {FIRST_YEAR} en {LAST_YEAR}")
        wrong = why_impossible(year, month=month, day=day)
        if wrong:
            raise RefusedError(
                f"{stripped} bestaat niet: {wrong}; schrijf een dag die bestaat, zoals 2026-02-28, of alleen de maand",
                code=IMPOSSIBLE_DATE,
            )
        return cls(year, max(month, 0), max(day, 0))

    def first_day(self) -> date:
        """Give the earliest day this can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    def last_day(self) -> date:
        """Give the latest day this can mean."""
        if self.day:
            return date(self.year, self.month, self.day)
        if self.month in (0, 12):
            return date(self.year, 12, 31)
        return date.fromordinal(date(self.year, self.month + 1, 1).toordinal() - 1)

    def __str__(self) -> str:
        month, day = (f"-{part:02}" if part else "" for part in (self.month, self.day))
        return f"{self.year:04}{month}{day}"

    def in_words(self) -> str:
        """Write it out: `31 maart 2026`, `maart 2026` or `2026`."""
        words = (
            str(self.day) if self.day else "",
            MONTHS[self.month - 1] if self.month else "",
            str(self.year),
        )
        return " ".join(word for word in words if word)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Validate from text or from itself, and write as text."""

        def read(value: object) -> PartialDate:
            if isinstance(value, cls):
                return value
            if isinstance(value, date):
                return cls(value.year, value.month, value.day)
            return cls.parse(str(value))

        return core_schema.no_info_plain_validator_function(
            read,
            serialization=core_schema.plain_serializer_function_ser_schema(
                str, return_schema=core_schema.str_schema()
            ),
        )

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: Any) -> dict[str, Any]:
        """Describe the shape for editors."""
        return {
            "type": ["string", "integer"],
            "pattern": r"^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$",
        }


def _not_as_we_write_it(text: str) -> RefusedError:
    """Say that a text is no date, or one in another form; then with the form psoh reads."""
    meant = date_meant(text)
    if meant is None:
        return no_date(text)
    if not meant.text:
        return date_in_other_form(text, meant=meant, in_words="")
    try:
        day = PartialDate.parse(meant.text)
    except RefusedError as error:
        return RefusedError(f"{text}{str(error).removeprefix(meant.text)}", code=error.code)
    return date_in_other_form(text, meant=meant, in_words=day.in_words())


def _read_yes_no(value: object) -> bool:
    if isinstance(value, bool):
        return value
    if value in ("ja", "nee"):
        return value == "ja"
    raise no_yes_or_no(value)


def _read_count(value: object, *, unit: str = "") -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value)
    if len(text) > _MOST_DIGITS and text.isdecimal():
        raise ValueError(f"'{short(text)}' is te groot; een aantal heeft hoogstens {_MOST_DIGITS} cijfers")
    if _DIGITS.fullmatch(text):
        return int(text)
    if _GROUPED.fullmatch(text) and len(text) <= 2 * _MOST_DIGITS:
        plain = text.replace(".", "")
        raise RefusedError(
            f"'{text}' is niet duidelijk; bedoelt u {plain}? Schrijf een aantal zonder punten",
            mend=plain,
            is_safe=False,
        )
    raise no_count(text, unit=unit)


def _read_money(value: object) -> int:
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    text = str(value).strip()
    match = _MONEY.fullmatch(text)
    if match is None:
        raise no_amount(text)
    whole = match.group(1).replace(".", "")
    if len(whole) > _MOST_DIGITS:
        raise ValueError(f"'{short(value)}' is te groot; een bedrag heeft hoogstens {_MOST_DIGITS} cijfers")
    if match.group(2) not in (None, "00"):
        raise ValueError(f"'{value}' heeft centen; rond af op hele euro's")
    return int(whole)


YesNo = Annotated[bool, BeforeValidator(_read_yes_no), WithJsonSchema({"enum": ["ja", "nee"]})]
"""Exactly `ja` or `nee`."""

Count = Annotated[int, BeforeValidator(_read_count), WithJsonSchema({"type": "integer", "minimum": 0})]
"""A whole number of zero or more, digits only."""


def counted_in(unit: str) -> BeforeValidator:
    """Give the reader of a number that counts something of its own, such as `weken`, and says so when it is none."""
    return BeforeValidator(partial(_read_count, unit=unit))


Year = Annotated[
    Count,
    Field(ge=FIRST_YEAR, le=LAST_YEAR),
    WithJsonSchema({"type": "integer", "minimum": FIRST_YEAR, "maximum": LAST_YEAR}),
]
"""A year in four digits."""

Money = Annotated[int, BeforeValidator(_read_money), WithJsonSchema({"type": ["integer", "string"]})]
"""Whole euros as Dutch people write them: 12500, 12.500, € 12.500,00."""


def typed_number(text: str) -> int | None:
    """Read a whole number that somebody typed; None when it is none, or has more digits than anything we count."""
    return int(text) if text.isdecimal() and len(text) <= _MOST_DIGITS else None


def date_in_words(day: date) -> str:
    """Write a day out in Dutch: `21 november 2026`."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def number(value: float, *, decimals: int = 0) -> str:
    """Write a number with points between thousands and a decimal comma."""
    return f"{value:,.{decimals}f}".replace(",", "\0").replace(".", ",").replace("\0", ".")


def euros(value: int) -> str:
    """Write an amount of whole euros: `€ 12.500`."""
    return f"€\N{NO-BREAK SPACE}{number(value)}"


def people(value: int) -> str:
    """Write a count of statushouders; below five it prints as `minder dan 5`, to protect people."""
    return number(value) if value >= FEWEST else f"minder dan {FEWEST}"


def percent(part: int, *, whole: int) -> int:
    """Give a share in whole percents, rounded; 100 only for all, and 0 only for none."""
    rounded = (200 * part + whole) // (2 * whole) if whole else 0
    return min(max(rounded, 1), 99) if 0 < part < whole else rounded


def plural(count: int, one: str, many: str) -> str:
    """Write a count with its noun: `1 vraag`, `12 vragen`."""
    return f"{number(count)} {one if count == 1 else many}"


def listing(words: list[str] | tuple[str, ...], *, last: str = "en") -> str:
    """Join words as Dutch does: `a, b en c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} {last} {words[-1]}"


def sort_key(text: str) -> str:
    """Sort as a Dutch reader expects: no accents, no case, no leading apostrophe."""
    flat = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in flat if not unicodedata.combining(char))
    return re.sub(r"^'[a-z] ?-?", "", bare).lstrip("'’ -") or bare


@lru_cache(maxsize=_NAMES_KEPT)
def slug(text: str) -> str:
    """Turn a name into an id of `[a-z0-9]+(-[a-z0-9]+)*`; empty when nothing is left."""
    flat = unicodedata.normalize("NFD", text.casefold())
    bare = "".join(char for char in flat if not unicodedata.combining(char))
    return re.sub(r"[^a-z0-9]+", "-", bare).strip("-")


@lru_cache(maxsize=_NAMES_KEPT)
def same_name(text: str) -> str:
    """Give what two ways of writing one name have in common: its slug, where that holds all letters and digits of it.

    Of a name in another script a slug holds nothing, or only the part in Latin letters. Such a name counts as it
    is written, but for capitals, signs and what nobody sees. Empty is no name at all.
    """
    found = slug(text)
    if found and (text.isascii() or not _has_other_letters(text)):
        return found
    folded = unicodedata.normalize("NFC", text.casefold())
    kinds = ((char, unicodedata.category(char)) for char in folded)
    bare = "".join(char if kind[0] in "LMN" else "" if kind == "Cf" else " " for char, kind in kinds)
    return "-".join(bare.split()) or "-".join(folded.split())


def _has_other_letters(text: str) -> bool:
    flat = unicodedata.normalize("NFD", text.casefold())
    return any(char.isalnum() and not char.isascii() for char in flat)
