"""What our styles, pages and lists are called in an OpenDocument text, and how it writes a length."""

from __future__ import annotations

import re

from psoh_cli.press.office.roles import Listing, Role
from psoh_cli.press.office.text import Look

COVER, UPRIGHT, LYING = "First_20_Page", "Standard", "Landscape"
LISTS = {Listing.BULLET: "Opsomming", Listing.NUMBER: "Nummering", Listing.CALLOUT: "Opsomming_20_kader"}
INDEX_LINK = "Index_20_Link"

_NAMES = {
    Role.NORMAL: "Standard", Role.BODY: "Text_20_body", Role.CAPTION: "Caption", Role.HEADER: "Header",
    Role.FOOTER: "Footer", Role.CONTENTS_TITLE: "Contents_20_Heading", Role.CONTENTS_1: "Contents_20_1",
    Role.CONTENTS_2: "Contents_20_2", Role.BULLET: "List_20_1", Role.NUMBERED: "Numbering_20_1",
    **{Role(f"heading {level}"): f"Heading_20_{level}" for level in (1, 2, 3, 4)},
}  # fmt: skip
_LOOKS = {Look.STRONG: "Strong_20_Emphasis", Look.LINK: "Internet_20_link"}


def style_name(role: Role) -> str:
    """Give the name of a paragraph style as it stands in the file."""
    return _NAMES.get(role) or _encoded(role.value)


def shown_name(role: Role) -> str:
    """Give the name of a paragraph style as a user sees it."""
    return _NAMES[role].replace("_20_", " ") if role in _NAMES else role.value


def look_name(look: Look) -> str:
    """Give the name of a character style as it stands in the file."""
    return _LOOKS.get(look) or _encoded(look.value)


def millimetres(value: float) -> str:
    """Write a length."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "mm"


def _encoded(told: str) -> str:
    return re.sub("[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):x}_", told)
