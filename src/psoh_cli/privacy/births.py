"""Dates of birth: a date beside a word for being born, or one that follows somebody like a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.privacy.trace import Kind, Trace

_MONTH = (
    r"(?:jan(?:uari)?|feb(?:ruari)?|m(?:aar|r)t|apr(?:il)?|mei|juni?|juli?|aug(?:ustus)?|sept?(?:ember)?|"
    r"okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_APOSTROPHES = "'’‘\u00b4`"
_YEAR = rf"(?:(?:19|20)\d\d|[{_APOSTROPHES}]?\d\d)"
_SIGN = r"\s?[-/.\u2010-\u2013]\s?"
_DATE = re.compile(
    rf"(?<![\d.,])(?:(?P<iso>(?:19|20)\d\d)[-/.]\d\d?[-/.]\d\d?|(?P<flat>(?:19|20)\d\d)[01]\d[0-3]\d|"
    rf"\d\d?{_SIGN}\d\d?{_SIGN}(?P<short>{_YEAR})|\d\d? \d\d? (?P<spaced>(?:19|20)\d\d)|"
    rf"\d\d?(?:e|de|ste)?\.? ?{_MONTH} ?(?P<words>{_YEAR}))(?![\d%]|[.,]\d)",
    re.IGNORECASE,
)
_BORN_WORD = (
    r"(?:geb(?:o{1,2}r(?:en|te(?:datum|dag|jaar|plaats|dd)?)|\.? ?-?dat(?:um|a)?|)\b\.?|"
    r"g\.d\.|dob\b|is jarig|verjaar(?:t|dag))"
)
_BORN = re.compile(rf"\b{_BORN_WORD}", re.IGNORECASE)
_GROUP_BOUND = re.compile(r"\b(?:na|voor|vóór|vanaf|tussen|tot|sinds|t/m)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?]\s+[A-ZÀ-Þ]")
_GROUP = (
    r"(?:kinderen|jongeren|mensen|baby['’]?s|deelnemers|statushouders|vrouwen|mannen|jongens|meisjes|leerlingen|"
    r"nieuwkomers|inwoners|cli[eë]nten|wie|iedereen|ouders|degenen)"
)
_OF_GROUP = re.compile(rf"\b{_GROUP}\b[^.!?]{{0,25}}$", re.IGNORECASE)
_FOR_GROUP = re.compile(rf"\s*{_GROUP}\b", re.IGNORECASE)

_SOMEBODY = (
    r"(?:mevrouw|mevr\.?|mw\.?|meneer|mijnheer|dhr\.?|heer|man|vrouw|jongen|meisje|dochter(?:tje)?|zoon(?:tje)?|"
    r"cli[eë]nte?|pati[eë]nte?|bewoner|bewoonster|statushouder|moeder|vader|partner|echtgenoo?te?|baby|kind(?:je)?|"
    r"hij|zij|ze|broer|zus|vluchteling|asielzoeker)"
)
_NAMED = r"(?:\s(?:[^\W\d_][\w'’-]*\.?)){0,3}"
_RIGHT_AFTER = re.compile(rf"\b{_SOMEBODY}{_NAMED}[\s,:;]{{0,3}}(?:(?:van|uit|d\.?d\.?)\s)?$", re.IGNORECASE)
_IN_BRACKETS = re.compile(rf"\b{_SOMEBODY}{_NAMED}\s?\(\s?$", re.IGNORECASE)
_LAST_LIKELY_YEAR = 2015
"""A date beside somebody is a birth up to here; what came later is mostly the day of a talk."""

_YEAR_ONLY = re.compile(
    rf"\bgeb\. ?(?:in |te [^\W\d_]+ )?(?:{_MONTH} )?(?P<short>{_YEAR})(?![\d/.,-]*\d)|"
    rf"\b(?:geboren|geboortejaar|bouwjaar)\b(?P<way>[^\d.!?]{{0,25}}?)(?P<year>(?:19|20)\d\d|[{_APOSTROPHES}]\d\d)(?![-/.]?\d)|"
    rf"\b(?P<who>{_SOMEBODY}) van (?P<of>[{_APOSTROPHES}]\d\d)(?!\d)",
    re.IGNORECASE,
)
_ONE_PERSON = re.compile(rf"\b{_SOMEBODY}\b[^.!?]{{0,40}}$|^\W*$", re.IGNORECASE)


def births(text: str) -> Iterator[Trace]:
    """Find full dates of birth, and years of birth of one person; not those that bound a group."""
    taken = 0
    for match in _DATE.finditer(text):
        if _is_birth(text, match):
            taken = match.end()
            yield Trace(match.start(), match.end(), Kind.BIRTH_DATE)
    for match in _YEAR_ONLY.finditer(text):
        group = next(name for name in ("short", "year", "of") if match[name])
        if _is_year_of_birth(text, match) and match.end() != taken:
            yield Trace(match.start(group), match.end(group), Kind.BIRTH_DATE)


def _is_birth(text: str, date: re.Match[str]) -> bool:
    ahead = text[max(0, date.start() - 60) : date.start()]
    born = _last(_BORN, ahead) if _may_say_born(ahead) else None
    if born is not None and _leads_to(ahead[born.end() :]) and not _OF_GROUP.search(ahead[: born.start()]):
        return True
    behind = text[date.end() : date.end() + 30]
    born = _BORN.search(behind) if _may_say_born(behind) else None
    if born is not None and not re.search(r"[\d.!?;]", behind[: born.start()]):
        return not _GROUP_BOUND.search(ahead[-10:]) and not _FOR_GROUP.match(behind[born.end() :])
    return not date["flat"] and _follows_somebody(ahead, year=_year(date))


def _may_say_born(text: str) -> bool:
    """Tell quickly whether a word for being born can be here."""
    lowered = text.lower()
    return "geb" in lowered or "jar" in lowered or "g.d" in lowered or "dob" in lowered


def _leads_to(between: str) -> bool:
    """Tell whether a word for being born is about the date after these words."""
    return not _GROUP_BOUND.search(between) and not _NEW_SENTENCE.search(between) and len(between) <= 50


def _follows_somebody(ahead: str, *, year: int) -> bool:
    if not ahead.rstrip(" ,:;(\t\n")[-1:].isalpha() and "." not in ahead[-4:]:
        return False
    if "(" in ahead[-2:] and _IN_BRACKETS.search(ahead):
        return True
    return year <= _LAST_LIKELY_YEAR and _RIGHT_AFTER.search(ahead) is not None


def _is_year_of_birth(text: str, found: re.Match[str]) -> bool:
    if found["year"] is None:
        return True
    ahead = text[max(0, found.start() - 60) : found.start()]
    if _GROUP_BOUND.search(found["way"]) or _OF_GROUP.search(ahead):
        return False
    as_spoken = len(found["year"]) == 3  # nobody writes '88 of a group
    return as_spoken or found[0].lower().startswith("geboortejaar") or bool(_ONE_PERSON.search(ahead))


def _year(date: re.Match[str]) -> int:
    digits = next(date[name] for name in ("iso", "short", "spaced", "words") if date[name])[-4:].lstrip(
        _APOSTROPHES
    )
    return int(digits) if len(digits) == 4 else 1900 + int(digits)


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for match in pattern.finditer(text):
        found = match
    return found
