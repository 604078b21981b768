"""What people write where a quarter belongs: `K1 2027`, `1e kwartaal 2027`, or a month or day in it."""

from __future__ import annotations

import re

from psoh_cli.near_misses import Meant, date_meant

_ORDER = ("eerste", "tweede", "derde", "vierde")
_NUMBER = rf"(?P<number>[1-4]|{'|'.join(_ORDER)})"
_MARK = r"(?:k|q|kw|kwartaal)"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(pattern, re.ASCII)
    for pattern in (
        rf"{_MARK}\.?[ -]?{_NUMBER},?[ /-]?(?:van )?{_YEAR}",
        rf"(?:het )?{_NUMBER}(?:e|ste|de)?[ -]?{_MARK}\.?(?: van)?[ /-]{_YEAR}",
        rf"{_YEAR}[ /,-]{{0,2}}{_MARK}\.?[ -]?{_NUMBER}",
        rf"{_YEAR}[ /,-]{{0,2}}{_NUMBER}(?:e|ste|de)?[ -]?{_MARK}",
    )
)


def quarter_meant(text: str) -> Meant | None:
    """Read a quarter in another form, safely; or the quarter that a month or day lies in, which is a guess."""
    plain = " ".join(text.lower().split())
    for form in _FORMS:
        found = form.fullmatch(plain)
        if found is not None:
            number = found["number"]
            return Meant(f"{found['year']}-K{_ORDER.index(number) + 1 if number in _ORDER else number}")
    month = re.match(r"(\d{4})-(0[1-9]|1[0-2])(?:-\d\d)?$", plain) or _month_in(plain)
    if month is None:
        return None
    return Meant(f"{month[1]}-K{(int(month[2]) + 2) // 3}", is_safe=False)


def _month_in(text: str) -> re.Match[str] | None:
    meant = date_meant(text)
    return re.match(r"(\d{4})-(\d\d)", meant.text) if meant is not None else None
