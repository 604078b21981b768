"""The log of GitHub Actions, which reads orders in what is shown: lines with `::` in front, and `##[` anywhere."""

from __future__ import annotations

import os
import re

_ORDER = re.compile(r"^(\s*)::|##(?=\[)", re.MULTILINE)


def without_orders(text: str) -> str:
    """Part what GitHub would take for an order; anywhere else a text stays as it is."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return text
    return _ORDER.sub(lambda found: "# #" if found[1] is None else f"{found[1]}: :", text)
