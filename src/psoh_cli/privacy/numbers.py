"""Numbers that belong to one person: a BSN, a mobile telephone, a number under which somebody is registered."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.privacy.trace import Kind, Trace, before

_GAP = r"[ \u00a0\u2009.\-\u2010-\u2013_/]"
_MOBILE = re.compile(
    rf"(?<![\w+])(?:\(?(?:\+|00 ?)?31\)?{_GAP}{{0,3}}(?:\(0\))?{_GAP}{{0,3}}|\(?[0Oo] ?)6\)?"
    rf"(?:{_GAP}{{0,3}}\d){{8}}(?!\d)"
)
_WITHOUT_ZERO = re.compile(
    r"\b(?:mobiel|mob|gsm|app|whatsapp|signal|bel|tel|telefoon)\b\W{0,4}(?:(?:nummer|nr|is|naar|op)\W{1,3}){0,2}"
    r"(6\d{8})\b",
    re.IGNORECASE,
)
_REGISTERED = re.compile(
    r"\b(?:v[- ]?(?:nummer|nr)|(?:vreemdelingen?|cli[eë]nt(?:en)?|pati[eë]nt(?:en)?|verzekerden|bewoners|paspoort)"
    r"[- ]?(?:nummer|nr))\b\.?(?: is)?[\s:#=]{0,4}(\d[\d.\- ]{1,14}\d)",
    re.IGNORECASE,
)

_RUN = re.compile(r"\d+(?:[ \u00a0\u2009.\-\u2010-\u2013]{1,2}\d+)*")
_GROUP = re.compile(r"\d+")
_BSN_WORD = re.compile(r"b\.?s\.?n\b|bsn(?=\d)|burgerservice|sofi")
_OTHER_NUMBER = re.compile(
    r"[a-z]{3,}(?<!service)(?<!sofi)(?<!bsn)(?:nummer|nr)\b|rekening|rsin|btw|kvk|k\.v\.k|koophandel|vestiging|kenmerk|zaaknummer|zaaknr|order|factu|iban|isbn|\bagb\b|"
    r"\boin\b|fiscaal|telefoon|\btel\b|\bfax|postbus|bedrag|saldo|versie|artikel|€|\beur\b|subsidie"
)
_AMOUNT_AFTER = re.compile(r",\d|\s?(?:euro|miljoen|mln|inwoners|%)|[^\W\d_]|/\d")
_USUAL_SHAPES = frozenset({(9,), (3, 3, 3), (4, 2, 3), (2, 2, 2, 3), (3, 2, 4), (1,) * 9})
_WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)


def passes_elfproef(text: str) -> bool:
    """Tell whether nine digits are a possible BSN: weighed 9 to 2 and -1, the sum is a multiple of eleven."""
    digits = [int(char) for char in text if char.isdecimal()]
    if len(digits) != len(_WEIGHTS) or not any(digits):
        return False
    return sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 0


def mobiles(text: str) -> Iterator[Trace]:
    """Find numbers of a mobile telephone, as Dutch people write them."""
    for match in _MOBILE.finditer(text):
        yield Trace(match.start(), match.end(), Kind.MOBILE)
    for match in _WITHOUT_ZERO.finditer(text):  # a spreadsheet takes the zero away
        yield Trace(match.start(1), match.end(1), Kind.MOBILE)


def registered(text: str) -> Iterator[Trace]:
    """Find numbers under which somebody is known: a V-nummer, the number of a client or patient."""
    for match in _REGISTERED.finditer(text):
        yield Trace(match.start(1), match.end(1), Kind.NUMBER)


def bsns(text: str) -> Iterator[Trace]:
    """Find nine digits that pass the elfproef and are nothing else, and any such number that is called a BSN."""
    for run in _RUN.finditer(text):
        if run.end() - run.start() < 8:
            continue
        groups = [match.span() for match in _GROUP.finditer(text, run.start(), run.end())]
        whole = run.span()
        for start, end in _windows(groups) if len(groups) > 1 else (whole,):
            if _is_bsn(text, start=start, end=end, is_whole=(start, end) == whole):
                yield Trace(start, end, Kind.BSN)


def _windows(groups: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield each series of groups with eight or nine digits together."""
    for first, (start, _) in enumerate(groups):
        digits = 0
        for begin, end in groups[first : first + 9]:
            digits += end - begin
            if digits == 9 or (digits == 8 and (start, end) == (groups[0][0], groups[-1][1])):
                yield start, end
            if digits >= 9:
                break


def _is_bsn(text: str, *, start: int, end: int, is_whole: bool) -> bool:
    ahead = before(text, start, most=30)
    shape = tuple(len(group) for group in _GROUP.findall(text[start:end]))
    if sum(shape) not in {8, 9} or _stands_in_more(text, end=end, ahead=ahead):
        return False
    called = _last(_BSN_WORD, ahead)
    if called >= 0 and called > _last(_OTHER_NUMBER, ahead):
        return True
    return (
        (is_whole or shape == (9,))
        and shape in _USUAL_SHAPES
        and _last(_OTHER_NUMBER, ahead) < 0
        and passes_elfproef(text[start:end])
    )


def _stands_in_more(text: str, *, end: int, ahead: str) -> bool:
    """Tell whether the digits are part of something longer: an amount, a word, an international number."""
    if _AMOUNT_AFTER.match(text, end):
        return True
    if not ahead:
        return False
    last = ahead[-1]
    if last.isalnum():
        return not ahead.endswith(("bsn", "nr"))
    joined = last in "./-_," and len(ahead) > 1 and ahead[-2].isdecimal()
    return last == "+" or joined or (last == "." and ahead[-2:-1].isalpha() and not ahead.endswith("nr."))


def _last(pattern: re.Pattern[str], text: str) -> int:
    """Give where a pattern is found last; -1 when it is not there."""
    return max((match.start() for match in pattern.finditer(text)), default=-1)
