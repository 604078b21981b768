"""The words of one language version: labels filled in, and dates, days, numbers and languages as CLDR writes them.

What falls back to Dutch says so in the page (`lang`, `dir`), so that it is read out and laid out as Dutch.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import time
from enum import Enum
from functools import cached_property
from typing import Any

from babel import Locale, dates, numbers
from markupsafe import Markup, escape

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.weekdays import WEEKDAYS
from psoh_cli.site.render_cldr import cldr_name, date_in, dutch, locale_of, own_name, page_locale
from psoh_cli.site.texts import DUTCH, PLACEHOLDER, Forms, Texts, direction_of
from psoh_cli.vocabulary import language_name

_NAME, _DUTCH_NAME = Markup("<bdi>"), Markup('<bdi lang="nl">')
_END_NAME = Markup("</bdi>")
_DUTCH_TEXT, _DUTCH_LABEL = Markup('<span lang="nl" dir="auto">'), Markup('<span lang="nl" dir="ltr">')
_END = Markup("</span>")


class Words:
    """Everything a template says in one language."""

    def __init__(self, texts: Texts) -> None:
        self.texts = texts
        self.language = texts.language
        self.direction = texts.direction
        self._name = _NAME if texts.language == DUTCH else _DUTCH_NAME
        self._said: dict[str, Markup] = {}
        self._languages: dict[str, Markup] = {}

    @cached_property
    def locale(self) -> Locale:
        """What CLDR knows of the language; of a language that it does not know, Dutch."""
        return page_locale(self.language)

    def t(self, key: str, **values: Any) -> Markup:
        """Give a label for in the page, filled in and escaped."""
        if values:
            return self._label(key, values)
        if key not in self._said:
            self._said[key] = self._label(key, values)
        return self._said[key]

    def plain(self, key: str, **values: Any) -> str:
        """Give a label for where no markup can stand, such as an attribute or the title of a page."""
        forms, language = self.texts.find(key)
        return self._filled(forms, language=language, values=values, is_plain=True)

    def in_own_language(self, key: str) -> bool:
        """Tell whether a label is in the language of the page."""
        return self.texts.find(key)[1] == self.language

    def forms(self, key: str) -> tuple[Forms, str]:
        """Give the forms of a label with their language, for a script that counts by itself."""
        return self.texts.find(key)

    def dutch(self, text: str) -> Markup:
        """Mark what somebody wrote in Dutch, so that it keeps to itself in a page of any direction."""
        if self.language == DUTCH:
            return escape(text)
        return _DUTCH_TEXT + escape(text) + _END

    def name(self, text: str) -> Markup:
        """Mark a name that may be in any script."""
        return self._name + escape(text) + _END_NAME

    def language_of(self, code: str) -> Markup:
        """Name a language by its own name, and behind it in the language of the page."""
        if code not in self._languages:
            self._languages[code] = self._language(code)
        return self._languages[code]

    def _language(self, code: str) -> Markup:
        own, here = own_name(code), self.name_of_language(code)
        if own is None:
            return here
        marked = Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(code, direction_of(code), own)
        if code == self.language:
            return marked
        return Markup('{} <span class="taalnaam">({})</span>').format(marked, here)

    def name_of_language(self, code: str) -> Markup:
        """Name a language in the language of the page; in Dutch where CLDR has no name for it."""
        if self.language != DUTCH:
            found = self.locale.languages.get(cldr_name(code))
            if found and locale_of(self.language) is not None:
                return escape(found)
        return self.dutch(language_name(code))

    def in_order(self, codes: Iterable[str]) -> list[str]:
        """Put languages in the order of their names in the language of the page, as the search does."""
        return sorted(codes, key=lambda code: (self.name_of_language(code).striptags().casefold(), code))

    def languages(self, codes: Iterable[str]) -> Markup:
        """Name languages behind each other."""
        return self._listed([self.language_of(code) for code in codes])

    def labels(self, kind: str, values: Iterable[Enum]) -> Markup:
        """Name some values behind each other, by the labels of their kind."""
        return self._listed([self.t(f"{kind}_{value.value}") for value in values])

    def names(self, texts: Iterable[str]) -> Markup:
        """Write names behind each other."""
        return self._listed([self.name(text) for text in texts])

    def days(self, names: Iterable[str]) -> Markup:
        """Name days of the week behind each other."""
        return self._listed([escape(self.day(name)) for name in names])

    def day(self, name: str) -> str:
        """Name a day of the week, from its Dutch name."""
        return str(self.locale.days["stand-alone"]["wide"][WEEKDAYS.index(name)])

    def date(self, day: PartialDate) -> str:
        """Write a date out, as far as it is known."""
        return date_in(self.locale, day)

    def time(self, text: str) -> str:
        """Write a time of the day, from `09:30`."""
        hour, _, minute = text.partition(":")
        return dates.format_time(time(int(hour) % 24, int(minute)), "short", locale=self.locale)

    def number(self, value: int) -> str:
        """Write a whole number."""
        return numbers.format_decimal(value, locale=self.locale)

    def euros(self, value: int) -> str:
        """Write an amount of whole euros."""
        return f"€\N{NO-BREAK SPACE}{self.number(value)}"

    def _label(self, key: str, values: dict[str, Any]) -> Markup:
        forms, language = self.texts.find(key)
        text = Markup(self._filled(forms, language=language, values=values, is_plain=False))  # noqa: S704  (escaped)
        return text if language == self.language else _DUTCH_LABEL + text + _END

    def _listed(self, parts: Sequence[Markup]) -> Markup:
        """Join parts as the language does: `a, b en c`."""
        if len(parts) < 2:
            return parts[0] if parts else Markup("")
        patterns = self.locale.list_patterns["standard"]
        if len(parts) == 2:
            return _joined(patterns["2"], *parts)
        text = _joined(patterns["end"], parts[-2], parts[-1])
        for part in reversed(parts[1:-2]):
            text = _joined(patterns["middle"], part, text)
        return _joined(patterns["start"], parts[0], text)

    def _filled(self, forms: Forms, *, language: str, values: dict[str, Any], is_plain: bool) -> str:
        locale = self.locale if language == self.language else dutch()
        counts = [value for value in values.values() if isinstance(value, int)]
        wanted = str(locale.plural_form(counts[0])) if counts else "other"
        text = forms.get(wanted) or forms.get("other") or next(iter(forms.values()))
        pieces: list[str] = []
        end = 0
        for found in PLACEHOLDER.finditer(text):
            before, name = text[end : found.start()], found[1]
            end = found.end()
            pieces.append(before if is_plain else str(escape(before)))
            if name not in values:
                pieces.append(found[0])
                continue
            pieces.append(self._value(values[name], locale=locale, is_plain=is_plain))
        rest = text[end:]
        pieces.append(rest if is_plain else str(escape(rest)))
        return "".join(pieces)

    def _value(self, value: Any, *, locale: Locale, is_plain: bool) -> str:
        if isinstance(value, PartialDate):
            written = date_in(locale, value)
        elif isinstance(value, int):
            written = numbers.format_decimal(value, locale=locale)
        elif isinstance(value, Markup):
            return value.striptags() if is_plain else str(value)
        elif is_plain:
            return str(value)
        else:
            return str(self.name(str(value)))
        return written if is_plain else str(escape(written))


def _joined(pattern: str, first: Markup, second: Markup) -> Markup:
    """Put two parts in a pattern of CLDR."""
    before, _, rest = pattern.partition("{0}")
    between, _, after = rest.partition("{1}")
    return escape(before) + first + escape(between) + second + escape(after)
