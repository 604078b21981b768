"""Text as Markdown that shows just that text: nothing in it becomes a table, a tag, a link or a call to somebody."""

from __future__ import annotations

import re

from psoh_cli.problems.formats.json_text import storable

_OBEYED = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
_SIGNS = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", "$": "<span>$</span>"}
    | {char: f"\\{char}" for char in "\\`*_{}[]#|~!"}
)
_CALLS = (
    re.compile(r"@(?=\w)"),  # a mention, or a mail address
    re.compile(r"(?<=\\)#(?=\d)"),  # the number of an issue
    re.compile(r"\bGH(?=-\d)", re.IGNORECASE),
    re.compile(r":(?=//)"),  # an address on the web
    re.compile(r"\bwww(?=\.)", re.IGNORECASE),
    re.compile(r":(?=[\w+-]+:)"),  # a picture by name
)
_NOTHING = "<!-- -->"
_ROOMY = 20
_FENCE = re.compile(r"`{3,}")


def escaped(text: str, *, most: int = 0) -> str:
    """Escape a text for one line of Markdown; of a text longer than `most` the end becomes an ellipsis."""
    if most:  # of a text without an end nobody needs more than its beginning
        text = text[: most * _ROOMY]
    line = " ".join(_OBEYED.sub("\N{REPLACEMENT CHARACTER}", storable(text)).split())
    if most and len(line) > most:
        line = line[: most - 1].rstrip() + "…"
    line = line.translate(_SIGNS)
    for call in _CALLS:
        line = call.sub(lambda match: match[0] + _NOTHING, line)
    return line


def code(text: str, *, most: int = 0) -> str:
    """Write a text as code; tags instead of backticks, for in a cell of a table those need more care."""
    return f"<code>{escaped(text, most=most)}</code>" if text.strip() else ""


def fenced(text: str) -> str:
    """Write lines of code between fences that are longer than any in it."""
    longest = max((len(found) for found in _FENCE.findall(text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}\n{text.rstrip()}\n{fence}"
