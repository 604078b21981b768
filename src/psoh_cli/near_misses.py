"""What people write where a date, a number, or yes or no belongs: recognized, and put in the form our files hold."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple


class Meant(NamedTuple):
    """What a text most likely means, in the form our files hold.

    `text` is empty when only the writer can tell. `is_safe` says that it can mean nothing else.
    """

    text: str
    is_safe: bool = True


MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip

_LONGEST = 80
"""What is longer than this is a sentence, and not a value in another form."""

_SHORT = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_MONTH = {
    **{name: number for names in (MONTHS, _SHORT) for number, name in enumerate(names, start=1)},
    "mar": 3,
    "sept": 9,
}
_DAY_FIRST = re.compile(r"(?:(\d{1,2})([-/. ]))?(\d{1,2})([-/. ])(\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})([-/. ])(\d{1,2})(?:\2(\d{1,2}))?", re.ASCII)
_TOGETHER = re.compile(r"(20\d{2})(\d{2})(\d{2})", re.ASCII)
_IN_WORDS = re.compile(r"(?:(\d{1,2})(?:e|ste|de)?[- ])?([a-z]{3,9})\.?[- ](\d{4})", re.ASCII)
_SHORT_YEAR = re.compile(r"(\d{1,2})([-/. ])(\d{1,2})\2'?(\d{2})", re.ASCII)
_TIME = re.compile(r"[t ]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:z|[+-]\d{2}:?\d{2})?$", re.ASCII)
_WEEKDAY = re.compile(
    r"^(?:ma(?:andag)?|di(?:nsdag)?|wo(?:ensdag)?|do(?:nderdag)?|vr(?:ijdag)?|za(?:terdag)?|zo(?:ndag)?)\.?,? (?=\d)"
)

_YES = frozenset({"ja", "j", "yes", "y", "true", "waar", "jazeker"})
_NO = frozenset({"nee", "neen", "n", "no", "false", "onwaar"})
_SIGNS = {
    "x": "ja",
    "v": "ja",
    "✓": "ja",
    "✔": "ja",
    "1": "ja",
    "on": "ja",
    "aan": "ja",
    "0": "nee",
    "off": "nee",
}
_YES_AND_MORE = re.compile(r"(ja|nee)\b\W+\w", re.IGNORECASE)

_ONE_NUMBER = re.compile(r"(?<![\w.,])(?:\d{1,3}(?:[. ]\d{3})+|\d{1,12})(?!\w|[.,]\d)", re.ASCII)
_SAME_AMOUNT = re.compile(
    r"(?:€|euro|eur)? ?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(?:-{1,2}|00))? ?(?:euro's|euro|eur|€)?", re.IGNORECASE
)
_COUNTED = (
    "nul",
    "één",
    "twee",
    "drie",
    "vier",
    "vijf",
    "zes",
    "zeven",
    "acht",
    "negen",
    "tien",
    "elf",
    "twaalf",
)
_IN_LETTERS = {word: str(number) for number, word in enumerate(_COUNTED)} | {"een": "1"}
_ABOUT = frozenset({"ongeveer", "circa", "ca", "rond", "plusminus", "zo'n"})
_PEOPLE = frozenset({"personen", "persoon", "mensen", "statushouders", "statushouder"})
_ONE_OF = {"weken": "week", "maanden": "maand", "plaatsen": "plaats", "jaar": "jaren"}
"""The other form of a unit, for one or for several."""
_EUROS = frozenset({"€", "euro", "euro's", "eur"})
_HARMLESS = " .,:;!±~≈\"'"
"""Signs around a number that say no other thing than the number, or only that it is about right."""


def date_meant(text: str) -> Meant | None:
    """Recognize a date in another form than `jjjj-mm-dd`; None when it is no date at all.

    It may be one that does not exist: `31-02-2026` gives `2026-02-31`.
    """
    if len(text) > _LONGEST:
        return None
    flat = _TIME.sub("", _WEEKDAY.sub("", _flat(text)))
    return _year_first(flat) or _day_first(flat) or _in_words(flat) or _short_year(flat)


def yes_or_no_meant(text: str) -> Meant | None:
    """Recognize a yes or no in another form; None when it is neither."""
    word = _flat(text[:_LONGEST]).strip("\"'.!")
    if word in _YES or word in _NO:
        return Meant("ja" if word in _YES else "nee")
    if word in _SIGNS:
        return Meant(_SIGNS[word], is_safe=False)
    return Meant("", is_safe=False) if _YES_AND_MORE.match(word) else None


def number_meant(text: str, *, unit: str = "") -> Meant | None:
    """Recognize a whole number among words: `ongeveer 120`, `120 personen`, `drie`; None when there is none.

    With more than one number, a decimal one, or a word beside it that may change what it counts (`3 maanden`, `10%`,
    `minder dan 12`), only the writer can tell which is meant. `unit` is what the field counts in: `6 weken`.
    """
    own = {*unit.casefold().split(), _ONE_OF.get(unit.casefold(), unit)}
    return _number_among(text, harmless=_ABOUT | _PEOPLE | own)


def amount_meant(text: str) -> Meant | None:
    """Recognize an amount of whole euros: `€ 12.500,-` says the same, `ongeveer 12.500` says less."""
    same = _SAME_AMOUNT.fullmatch(_flat(text[:_LONGEST]))
    return Meant(same[1].replace(".", "")) if same else _number_among(text, harmless=_ABOUT | _EUROS)


def _number_among(text: str, *, harmless: AbstractSet[str]) -> Meant | None:
    flat = _flat(text)
    if flat in _IN_LETTERS:
        return Meant(_IN_LETTERS[flat])
    found = _ONE_NUMBER.findall(flat[:_LONGEST])
    if not found or flat.startswith("-"):
        return None
    beside = flat.replace(found[0], " ", 1)
    words = {word.strip(_HARMLESS) for word in beside.replace("€", " € ").split()} - {""}
    alone = len(flat) <= _LONGEST and words <= harmless
    return Meant(re.sub(r"[. ]", "", found[0]) if alone else "", is_safe=False)


def without_curly(text: str) -> str:
    """Give a version without the curly quotes around it, of which the reader tells."""
    return text.strip("“”„‘’")


def _flat(text: str) -> str:
    return " ".join(text.split()).casefold()


def _year_first(flat: str) -> Meant | None:
    together = _TOGETHER.fullmatch(flat)
    if together:
        return Meant("-".join(together.groups()))
    match = _YEAR_FIRST.fullmatch(flat)
    return Meant(_iso(match[1], match[3], match[4])) if match else None


def _day_first(flat: str) -> Meant | None:
    match = _DAY_FIRST.fullmatch(flat)
    if match is None or (match[2] and match[2] != match[4]):
        return None
    day, month, sign = match[1], match[3], match[4]
    if day and int(month) > 12 >= int(day):
        return Meant(_iso(match[5], day, month), is_safe=False)
    american = bool(day) and sign == "/" and int(day) <= 12 and int(day) != int(month)
    return Meant(_iso(match[5], month, day), is_safe=not american)


def _in_words(flat: str) -> Meant | None:
    match = _IN_WORDS.fullmatch(flat)
    month = _MONTH.get(match[2]) if match else None
    return Meant(_iso(match[3], str(month), match[1])) if match and month else None


def _short_year(flat: str) -> Meant | None:
    """Give the year the century we live in, unless the first number could be the year as well."""
    match = _SHORT_YEAR.fullmatch(flat)
    if match is None:
        return None
    clear = int(match[1]) < 20 <= int(match[4]) <= 40 or int(match[1]) > int(match[4]) >= 20
    return Meant(_iso(f"20{match[4]}", match[3], match[1]) if clear else "", is_safe=False)


def _iso(year: str, month: str, day: str | None) -> str:
    return f"{year}-{int(month):02}" + (f"-{int(day):02}" if day else "")
