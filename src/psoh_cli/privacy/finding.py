"""What in a free text looks like a person: everything the guard knows, in the order of the text.

Most texts hold nothing: a few looks for a digit, an `@` or a word come before anything dear.
"""

from __future__ import annotations

import re
from functools import lru_cache

from psoh_cli.privacy.births import births
from psoh_cli.privacy.called import called
from psoh_cli.privacy.cases import cases
from psoh_cli.privacy.mailboxes import mailboxes
from psoh_cli.privacy.numbers import bsns, mobiles, registered
from psoh_cli.privacy.people import names
from psoh_cli.privacy.trace import Kind, Trace

_CAPITAL = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ'’.]|[Dd]rs? ")
_DIGIT = re.compile(r"\d")
_MANY_DIGITS = re.compile(r"\d(?:\D{0,5}\d){7}")
_TITLES = ("mevr", "mw", "dhr", "heer", "hr.", "eneer", "fam")


_SHORT = 120
"""Up to here a text is remembered: in a large kaart the same source and the same function stand everywhere."""


def traces(text: str, *, own: frozenset[str] = frozenset()) -> tuple[Trace, ...]:
    """Find what seems to be about one person; `own` are words by which an organization calls itself."""
    return _remembered(text, own) if len(text) <= _SHORT else _traces(text, own)


def _traces(text: str, own: frozenset[str]) -> tuple[Trace, ...]:
    lowered = text.replace("İ", "I").lower()  # the one letter that becomes two: places stay what they are
    has_digits = _DIGIT.search(text) is not None
    found: list[Trace] = []
    if has_digits:
        found += _numbers(text)
    if "@" in text or "at]" in lowered or "at)" in lowered:
        found += mailboxes(text, own=own)
    for title in _TITLES:
        if title in lowered:
            found += names(text)
            break
    if _CAPITAL.search(text):
        found += called(text, own=own)
    found += cases(text, lowered=lowered, has_digits=has_digits)
    return _apart(found) if len(found) > 1 else tuple(found)


_remembered = lru_cache(maxsize=4096)(_traces)


def kinds(*texts: str) -> tuple[Kind, ...]:
    """Name the kinds of personal data that texts seem to hold, each once, in the order of `Kind`."""
    present = {trace.kind for text in texts for trace in traces(text)}
    return tuple(kind for kind in Kind if kind in present)


def _numbers(text: str) -> list[Trace]:
    found: list[Trace] = []
    if _MANY_DIGITS.search(text):
        found += mobiles(text)
        found += bsns(text)
    found += registered(text)
    found += births(text)
    return found


def _apart(found: list[Trace]) -> tuple[Trace, ...]:
    """Keep the first of what lies over each other: a telephone is no BSN, and a name is told once."""
    rank = {kind: number for number, kind in enumerate(_FIRST)}
    kept: list[Trace] = []
    for trace in sorted(found, key=lambda trace: (trace.start, rank[trace.kind], -trace.end)):
        last = kept[-1] if kept else None
        if last is None or trace.start >= last.end:
            kept.append(trace)
        elif rank[trace.kind] < rank[last.kind]:
            kept[-1] = trace
    return tuple(kept)


_FIRST = (Kind.MAILBOX, Kind.MOBILE, Kind.NUMBER, Kind.BSN, Kind.BIRTH_DATE, Kind.NAME, Kind.CASE)
