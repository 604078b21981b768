"""Saying that a value is no date, number, or yes or no, and what to write: the words behind the types of `dutch`."""

from __future__ import annotations

from calendar import monthrange

from psoh_cli.near_misses import MONTHS, Meant, amount_meant, number_meant, yes_or_no_meant
from psoh_cli.problems.refused import RefusedError

IMPOSSIBLE_DATE = "YAML027"
DATE_IN_OTHER_FORM = "YAML028"
YES_NO_IN_OTHER_WORDS = "YAML029"
NUMBER_WITH_WORDS = "YAML030"


def why_impossible(year: int, *, month: int, day: int) -> str:
    """Say why a month or a day cannot be; -1 is one that was not written. Empty when all is well."""
    if month == 0 or month > 12:
        return "een maand is een getal van 01 tot en met 12"
    if month < 0 or day < 0:
        return ""
    last = monthrange(year, month)[1]
    return "" if 1 <= day <= last else f"{MONTHS[month - 1]} {year} heeft {last} dagen"


def no_date(text: str) -> RefusedError:
    """Say that a text is no date at all."""
    return RefusedError(
        f"'{short(text)}' is geen datum; schrijf jjjj-mm-dd, jjjj-mm of jjjj, bijvoorbeeld 2026-03-31"
    )


def date_in_other_form(text: str, *, meant: Meant, in_words: str) -> RefusedError:
    """Say that a date stands there in another form, and how psoh reads it."""
    if meant.is_safe:
        message = f"'{text}' is een datum in een andere vorm; schrijf {meant.text}"
    elif meant.text:
        message = f"'{text}' is niet duidelijk als datum; bedoelt u {in_words}? Schrijf dan {meant.text}"
    else:
        message = f"'{text}' is niet duidelijk als datum; schrijf het jaar voluit en vooraan, bijvoorbeeld 2026-03-31"
    return RefusedError(message, code=DATE_IN_OTHER_FORM, mend=meant.text, is_safe=meant.is_safe)


def no_yes_or_no(value: object) -> RefusedError:
    """Say that a value is not `ja` or `nee`."""
    meant = yes_or_no_meant(str(value))
    way = "schrijf precies ja of nee"
    if meant is not None and meant.is_safe:
        way = f"schrijf {meant.text}"
    elif meant is not None and not meant.text:
        way = "schrijf alleen ja of nee, en zet de rest in een toelichting of opmerking"
    return _refused(f"'{short(value)}' is geen ja of nee; {way}", code=YES_NO_IN_OTHER_WORDS, meant=meant)


def no_count(text: str, *, unit: str = "") -> RefusedError:
    """Say that a text is no whole number; `unit` is what the field counts in, such as `weken`."""
    meant = number_meant(text, unit=unit)
    wanted = f"het aantal {unit} in cijfers" if unit else "één getal in cijfers"
    way = _way_to_number(meant, usual="schrijf alleen cijfers, bijvoorbeeld 120", wanted=wanted)
    return _refused(f"'{short(text)}' is geen heel getal; {way}", code=NUMBER_WITH_WORDS, meant=meant)


def no_amount(text: str) -> RefusedError:
    """Say that a text is no amount of whole euros."""
    meant = amount_meant(text)
    usual = "schrijf hele euro's, bijvoorbeeld 12500 of 12.500"
    way = _way_to_number(meant, usual=usual, wanted="één bedrag in hele euro’s")
    return _refused(f"'{short(text)}' is geen bedrag; {way}", code=NUMBER_WITH_WORDS, meant=meant)


def short(value: object, *, most: int = 60) -> str:
    """Give a value as it fits in a message."""
    text = str(value)
    return text if len(text) <= most else f"{text[: most - 3]}..."


def _way_to_number(meant: Meant | None, *, usual: str, wanted: str) -> str:
    """Say what to write; what the words beside a number mean for it, only the writer knows."""
    if meant is None:
        return usual
    if meant.is_safe:
        return f"schrijf {meant.text}"
    if meant.text:
        return f"schrijf {meant.text}, en zet de woorden in een toelichting of opmerking"
    return f"kies zelf {wanted}, en zet de rest in een toelichting of opmerking"


def _refused(message: str, *, code: str, meant: Meant | None) -> RefusedError:
    """Refuse a value, with what psoh may write in its place where that is known."""
    if meant is None:
        return RefusedError(message)
    return RefusedError(message, code=code, mend=meant.text, is_safe=meant.is_safe)
