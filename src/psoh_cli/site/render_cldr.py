"""What CLDR knows: the names, dates, days and counting of languages, by our own codes."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError, dates

from psoh_cli.dutch import PartialDate
from psoh_cli.site.texts import DUTCH, FORMS

_CLDR_NAMES = {"prs": "fa_AF", "kmr": "ku", "cnr": "sr_Latn"}
"""Languages that CLDR keeps under another name."""

_OWN_NAMES = {"ku": "Kurdî", "kmr": "Kurmancî"}
"""Where CLDR has one name for two languages of ours: all of Kurdish, and the Kurmanji in it."""

_WRITTEN_AS = {"en": "en_GB"}
"""Where the dates and times of a language are written in more than one way, the one that is near."""


@lru_cache(maxsize=100)
def page_locale(code: str) -> Locale:
    """Give the locale in which a page is written; Dutch for a language that CLDR does not know."""
    return locale_of(_WRITTEN_AS.get(code, code)) or dutch()


@lru_cache(maxsize=100)
def locale_of(code: str) -> Locale | None:
    """Give what CLDR knows of a language; None where it knows nothing."""
    try:
        return Locale.parse(cldr_name(code))
    except (UnknownLocaleError, ValueError):
        return None


@lru_cache(maxsize=1_000)
def own_name(code: str) -> str | None:
    """Give what a language calls itself; None where CLDR does not tell."""
    if code in _OWN_NAMES:
        return _OWN_NAMES[code]
    locale = locale_of(code)
    if locale is None:
        return None
    whole = cldr_name(code)
    name: str | None = locale.languages.get(whole) or locale.languages.get(locale.language)
    if not name:
        return None
    return name[:1].upper() + name[1:] if name[:1].isascii() else name


def plural_forms(code: str) -> tuple[str, ...]:
    """List the forms of a word for a number that a language has, in the order of CLDR."""
    locale = locale_of(code) or dutch()
    return tuple(name for name in FORMS if name in {*locale.plural_form.tags, "other"})


@lru_cache(maxsize=10_000)
def date_in(locale: Locale, day: PartialDate) -> str:
    """Write a date out, as far as it is known."""
    if not day.month:
        return dates.format_skeleton("y", date(day.year, 1, 1), locale=locale)
    if not day.day:
        return dates.format_skeleton("yMMMM", date(day.year, day.month, 1), locale=locale)
    return dates.format_date(day.first_day(), "long", locale=locale)


def cldr_name(code: str) -> str:
    """Give the name that CLDR has for a language."""
    return _CLDR_NAMES.get(code, code)


@lru_cache(maxsize=1)
def dutch() -> Locale:
    """Give what CLDR knows of Dutch."""
    return Locale.parse(DUTCH)
