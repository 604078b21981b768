"""Breaking lines at the width of a screen: never inside a path, an address or a command to type."""

from __future__ import annotations

import re
import textwrap

_KEPT = "\ue000"  # stands for a space at which a line may not be broken
_TO_TYPE = "Oplossing: "  # what follows may be a command: somebody will copy the line
_WORDS = "start|interview|ronde|kaart|check|uitleg|analyse|plan|rapport|pdf|praktijken|schema|doctor|demo"
_COMMAND = re.compile(rf"(?<=: )(?:# psoh:|psoh (?:{_WORDS})\b).*$")
"""A command, or a remark for psoh, to copy: it stays on one line."""
_MARK = re.compile(r"(?:\d+ {2}|\d+\. |- )(?=\S)")
"""The number or dash of an item in a list: its text goes on under its own first word."""


def unbroken(text: str) -> str:
    """Mark words that must stay on one line; wrapping takes the marks out again."""
    return text.replace(" ", _KEPT)


def wrap(text: str, *, width: int, indent: str) -> str:
    """Wrap each line on its own, keep its indent, and never break a path, an address or a line to type."""
    return "\n".join(_wrap_line(line, width=width, indent=indent) for line in text.splitlines() or [""])


def hanging(text: str, *, width: int, used: int, indent: str) -> list[str]:
    """Wrap a text that begins where `used` places of its first line are taken; the other lines are set in."""
    lines = textwrap.wrap(
        text,
        width=width,
        initial_indent=" " * used,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
    return [lines[0][used:], *lines[1:]] if lines else [""]


def _wrap_line(line: str, *, width: int, indent: str) -> str:
    if line.lstrip().startswith(_TO_TYPE):
        return indent + line.replace(_KEPT, " ")
    bare = line.strip()
    own = indent + line[: len(line) - len(line.lstrip())]
    mark = _MARK.match(bare)
    first = mark[0].replace(" ", _KEPT) if mark else ""  # wrapping makes one space of two
    rest = bare[len(first) :]
    whole = first + _COMMAND.sub(lambda match: match[0].replace(" ", _KEPT), rest)
    return textwrap.fill(
        whole,
        width=width,
        initial_indent=own,
        subsequent_indent=own + " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    ).replace(_KEPT, " ")
