"""Names: a form of address, such as `mw.` or `de heer`, with a name behind it; and one without a name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.privacy.trace import Kind, Trace

_TITLE = re.compile(
    r"(?<![\w-])(?:(?P<full>[Mm]evrouw|MEVROUW|[Mm]eneer|MENEER|[Mm]ijnheer|[Dd]e [Hh]eer|DE HEER)(?=[\s(])|"
    r"(?P<short>(?:[Mm]evr|MEVR|[Mm]w|[Dd]hr|DHR)(?:\.|(?![^\W\d_]))|MW\.|[Hh]r\.|HR\.|[Ff]am\.)|[Ff]amilie(?=\s))"
)
_BARE = re.compile(r"\b(?:[Mm]evrouw|[Mm]eneer|[Mm]ijnheer)\b")
_WORD = re.compile(r"[\s(]{0,3}([^\W\d_][^\W\d_]*(?:['’-][^\W\d_]+)*|['’][^\W\d_]+)(\.?)")
_DEGREES = frozenset({"drs", "dr", "mr", "ing", "ir", "prof", "bc", "ds"})
"""What may stand between a form of address and a name."""
_PREFIXES = frozenset({
    "van", "von", "de", "den", "der", "het", "'t", "’t", "'s", "’s", "ten", "ter", "te", "op", "in", "el", "al",
    "la", "le", "da", "di", "du", "dos", "bin", "ibn", "abu", "ben", "ait",
})  # fmt: skip
_NO_NAMES = frozenset({
    "als", "arabisch", "burgemeester", "centraal", "daarna", "dan", "dat", "directeur", "dit", "een", "en",
    "engels", "er", "farsi", "frans", "heeft", "hij", "is", "kan", "maar", "met", "minister", "na",
    "nederlands", "niet", "nu", "of", "omdat", "ook", "tigrinya", "voor", "voorzitter", "was", "we",
    "wethouder", "wij", "wil", "ze", "zij", "zo",
})  # fmt: skip
VERBS = (
    r"(?:is|was|heeft|had|wil|wilde|kan|kon|mag|moet|moest|krijgt|kreeg|komt|kwam|gaat|ging|woont|woonde|zit|zat|"
    r"wordt|werd|durft|durfde|slaapt|sliep|spreekt|sprak|zegt|zei|vindt|vond|belt|belde|meldt|meldde|mist|miste|"
    r"volgt|volgde|werkt|werkte|leeft|lijdt|blijft|bleef|geeft|gaf|doet|deed|vertelt|vertelde|verblijft|heet|zoekt|"
    r"staat|stond|wacht|wachtte|vraagt|vroeg|weet|wist|ziet|zag|ontvangt|ontving|neemt|nam|raakt|raakte)\b"
)
_SHORT_WITH_VERB = re.compile(rf"(?<![\w-])(?:[Mm]evr|[Mm]w|[Dd]hr)\.?\s{VERBS}")
_BESIDE_ANOTHER = re.compile(
    r"(?:heer|meneer|mevrouw|mw\.?|dhr\.?|mijnheer|man|dame)\s?(?:,|/|of|en|-)\s?$|"
    r"(?:geachte|beste|geen|elke|iedere|aanhef|\been|['‘\"“/(-])\s?$",
    re.IGNORECASE,
)
_ANOTHER_BEHIND = re.compile(
    r"\s?(?:,|/|of|en|-)\s?(?:de\s)?(?:heer|meneer|mevrouw|mw|dhr|mijnheer)|['’\"”/-]", re.IGNORECASE
)


def names(text: str) -> Iterator[Trace]:
    """Find names behind a form of address; the title is part of what is found."""
    for title in _TITLE.finditer(text):
        end = _end_of_name(text, title.end(), is_short=bool(title["short"]), is_family=not title.lastgroup)
        if end is not None:
            yield Trace(title.start(), end, Kind.NAME)


def addressed(text: str) -> Iterator[Trace]:
    """Find somebody who is called mevrouw or meneer without a name: the text is about one person then."""
    for match in _SHORT_WITH_VERB.finditer(text):
        yield Trace(match.start(), match.end(), Kind.CASE)
    for match in _BARE.finditer(text):
        ahead = text[max(0, match.start() - 12) : match.start()]
        if not _BESIDE_ANOTHER.search(ahead) and not _ANOTHER_BEHIND.match(text, match.end()):
            yield Trace(match.start(), match.end(), Kind.CASE)


def _end_of_name(text: str, at: int, *, is_short: bool, is_family: bool) -> int | None:
    """Give where the name behind a title ends; None when what follows is no name."""
    initials = False
    place = at = _past_degrees(text, at)
    for _ in range(8):
        word = _WORD.match(text, place)
        if word is None:
            break
        bare, dot = word.group(1), word.group(2)
        if len(bare) == 1 and bare.isupper():
            initials, place = True, word.end()
            continue
        if bare.lower() in _PREFIXES and not dot:
            place = word.end()
            continue
        if _is_name(bare, is_family=is_family):
            return word.end(1)
        is_first = place == at
        if is_short and is_first and not dot and _may_be_name(text, bare, end=word.end()):
            return word.end(1)
        break
    return place if initials else None


def _past_degrees(text: str, at: int) -> int:
    """Give where the degrees behind a title end: `mw. drs. ing. Bos`."""
    while (word := _WORD.match(text, at)) and word.group(1).lower() in _DEGREES:
        at = word.end()
    return at


def _is_name(word: str, *, is_family: bool) -> bool:
    shouted = word.isupper() and len(word) > 1
    bare = word.lstrip("'’")
    return bare[:1].isupper() and bare.lower() not in _NO_NAMES and not (is_family and shouted)


def _may_be_name(text: str, word: str, *, end: int) -> bool:
    """Tell whether a word in small letters behind `mw.` is a name: a verb comes after it, and it is none itself."""
    if re.fullmatch(VERBS, word) or word in _NO_NAMES or len(word) < 3:
        return False
    return re.match(rf"\s{VERBS}|\s?\(|\s?$", text[end : end + 20]) is not None
