"""How the rest of the world writes what a kaart holds: addresses of pages, telephone numbers, gemeenten."""

from __future__ import annotations

import re
from urllib.parse import quote

from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.telephone import same_number
from psoh_cli.model import is_web_address, lacks_scheme

TOOI = "https://identifier.overheid.nl/tooi/id/gemeente/"
"""Before the code of a gemeente it makes the address by which the government's register knows it."""

_IN_ADDRESSES = "%/:?@!$&'()*+,;=-._~"
_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_DUTCH_NUMBER = re.compile(r"0[1-9]\d{8}", re.ASCII)
_SERVICE_NUMBER = re.compile(r"0[89]0", re.ASCII)


def uri(website: str | None) -> str | None:
    """Write the address of a page with its scheme and with odd signs encoded; None where it is no address."""
    if website is None:
        return None
    text = f"https://{website}" if lacks_scheme(website) else website
    if not is_web_address(text):
        return None
    page, hash_sign, part = _STRAY_PERCENT.sub("%25", text).partition("#")
    return quote(page, safe=_IN_ADDRESSES) + hash_sign + quote(part, safe=_IN_ADDRESSES)


def international(number: str) -> str:
    """Write a Dutch number as it is dialled from abroad, `+31781234567`; leave one that only works here as it is."""
    digits = same_number(number)
    if _DUTCH_NUMBER.fullmatch(digits) and not _SERVICE_NUMBER.match(digits):
        return f"+31{digits[1:]}"
    return digits if digits.startswith("+") else number


def tooi_uri(area: str) -> str | None:
    """Give the address of a gemeente in the government's register; None where an area is no code of a gemeente."""
    return f"{TOOI}{gemeente_code(area).lower()}" if is_gemeente_code(area) else None


def code_in_tooi(address: str) -> str | None:
    """Give the code of the gemeente behind an address of that register."""
    code = address.removeprefix(TOOI)
    return gemeente_code(code) if code != address and is_gemeente_code(code) else None
