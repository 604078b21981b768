"""Which field a heading is about: by a word for it, or by a word that looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from psoh_cli.kaart.exchange.sheet.sheet_fields import LANGUAGE, WEEKDAY, by_heading
from psoh_cli.kaart.weekdays import day_meant
from psoh_cli.languages import code_of
from psoh_cli.problems.meant import bare, closest

SURE = 0.7
"""From here on a column is taken for what its heading says; below it somebody is asked."""

_LONGEST = 120
_WEAK = frozenset(
    {
        "wat",
        "wie",
        "waar",
        "wanneer",
        "naam",
        "doel",
        "info",
        "informatie",
        "soort",
        "web",
        "site",
        "contact",
        "plek",
        "jaar",
    }
)
"""Words that say something alone, and little among others."""
_BRACKETS = re.compile(r"\s*\([^)]*\)")
_ENDS = re.compile(r"[\s:*?.]+$")
_PARTS = re.compile(r"[/,&+]|\ben\b|\bof\b")


class Likely(NamedTuple):
    """A field a heading may be about, from 0 to 1; a guess rests on likeness and not on a word that we know."""

    field: str
    score: float
    is_guess: bool = False


@lru_cache(maxsize=2_000)
def likely(text: str, *, group: str = "") -> tuple[Likely, ...]:
    """Give the fields a heading may be about, the likeliest first; `group` stands above it."""
    if len(text) > _LONGEST:
        return ()
    best: dict[str, Likely] = {}
    for option in _options(text, group=group):
        if option.field not in best or best[option.field].score < option.score:
            best[option.field] = option
    return tuple(sorted(best.values(), key=lambda option: -option.score))


def _options(text: str, *, group: str) -> Iterator[Likely]:
    clean = _ENDS.sub("", text)
    if group:
        for both in (f"{clean} {group}", f"{group} {clean}"):
            yield from _exact(both, score=1.0)
    ahead = 0.9 if group else 1.0
    yield from _exact(clean, score=ahead)
    yield from _exact(_BRACKETS.sub("", clean), score=ahead - 0.05)
    day = day_meant(clean)
    if day:
        yield Likely(f"{WEEKDAY}:{day}", ahead)
    code = code_of(clean) if len(clean) > 3 else ""
    if code and bare(clean) not in by_heading():
        yield Likely(f"{LANGUAGE}:{code}", ahead)
    for part in _PARTS.split(clean.casefold()):
        yield from _exact(part, score=0.8)
    yield from _within(clean)
    yield from _alike(clean)
    if group:
        yield from (Likely(field, 0.6) for field in by_heading().get(bare(group), ()))


def _exact(text: str, *, score: float) -> Iterator[Likely]:
    for place, field in enumerate(by_heading().get(bare(text), ())):
        yield Likely(field, score - place / 100)


def _within(text: str) -> Iterator[Likely]:
    """Look for known words inside a longer heading; at its beginning one says most likely what it is about.

    A whole question, as forms have them, is about the one thing it names.
    """
    words = bare(text).split("-")
    ahead: dict[str, None] = {}
    inside: dict[str, None] = {}
    for start, word in _known_words(words):
        (inside if start else ahead).setdefault(by_heading()[word][0])
    yield from (Likely(field, 0.75) for field in ahead)
    is_clear = not ahead and len(inside) == 1
    yield from (Likely(field, SURE if is_clear else 0.55, is_guess=True) for field in inside)


def _known_words(words: list[str]) -> Iterator[tuple[int, str]]:
    """Give the longest known words in a heading, with where they begin; not those that every question holds."""
    start = 0
    while start < len(words):
        for end in range(len(words), start, -1):
            word = "-".join(words[start:end])
            if word in by_heading() and word not in _WEAK and len(word) > 2 and end - start < len(words):
                yield start, word
                start = end - 1
                break
        start += 1


def _alike(text: str) -> Iterator[Likely]:
    word = bare(text)
    if len(word) < 5 or word in by_heading():
        return
    for place, near in enumerate(closest(word, by_heading().keys(), alike=0.6)):
        is_slip = place == 0 and near in closest(word, (near,), alike=0.85)
        for field in by_heading()[near][:1]:
            yield Likely(field, 0.72 if is_slip else 0.45 - place / 10, is_guess=True)
