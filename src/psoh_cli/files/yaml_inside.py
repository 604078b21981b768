"""Where a piece of a text stands in a YAML file: quotes, escapes, folds and the margin of a block reckoned with."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import lru_cache

from psoh_cli.files.yaml_nodes import Node, Parsed, Path, find
from psoh_cli.problems.fix import Span
from psoh_cli.problems.making import Inside

_ESCAPE = re.compile(r"\\(?:x..|u.{4}|U.{8}|\r?\n[ \t]*|.)", re.DOTALL)
_LINE_END = re.compile(r"\r\n?")


def pieces_of(parsed: Parsed, path: Path) -> Inside | None:
    """Give what finds pieces of the text at a path; None when that is no text, or does not read as it stands."""
    node = find(parsed, path)
    if node is None or not isinstance(node.value, str):
        return None
    body, starts = _laid_out(parsed.text)
    first, last = (starts[place.line - 1] + place.column - 1 for place in (node.place, node.end))
    offsets = _offsets(body[first:last], node)
    if offsets is None:
        return None

    def span(start: int, end: int) -> Span | None:
        if not 0 <= start < end <= len(offsets):
            return None
        begins, stops = first + offsets[start], first + offsets[end - 1]
        return Span(*_place(begins, starts), *_place(stops, starts, past=1))

    return span


@lru_cache(maxsize=2)
def _laid_out(text: str) -> tuple[str, list[int]]:
    """Give a file as the reader saw it, and where each of its lines begins."""
    body = _LINE_END.sub("\n", text.removeprefix("\ufeff"))
    starts = [0]
    starts.extend(match.end() for match in re.finditer("\n", body))
    return body, starts


def _place(at: int, starts: list[int], *, past: int = 0) -> tuple[int, int]:
    line = bisect_right(starts, at)
    return line, at - starts[line - 1] + 1 + past


def _offsets(raw: str, node: Node) -> list[int] | None:
    """Lay a text beside how it is written: for each character where it stands, None when the two part ways."""
    value = node.value if isinstance(node.value, str) else ""
    value = value.strip()  # as a model takes it
    at = _begin(raw, style=node.style)
    offsets = []
    for char in value:
        if not char.isspace():
            while at < len(raw) and raw[at].isspace():
                at += 1
        escape = _ESCAPE.match(raw, at) if node.style == '"' else None
        while escape is not None and escape[0][1] in "\r\n":  # a line that only goes on
            at = escape.end()
            escape = _ESCAPE.match(raw, at)
        offsets.append(min(at, max(0, len(raw) - 1)))
        if escape is not None:
            at = escape.end()
        elif char.isspace():
            at += at < len(raw) and raw[at].isspace()
        elif raw[at : at + 1] == char:
            at += 2 if node.style == "'" and char == "'" else 1
        else:
            return None
    return offsets


def _begin(raw: str, *, style: str) -> int:
    """Give where the text itself begins: after the quote, or after the line with `|` or `>`."""
    if style in {"|", ">"}:
        return raw.find("\n") + 1 or len(raw)
    return 1 if style in {"'", '"'} else 0
