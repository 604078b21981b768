"""Names of gemeenten in texts of the knowledge, where they do not belong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pydantic import BaseModel

ORDINARY_WORDS = {
    "Beek": "een beek is ook gewoon water",
    "Bergen": "bergen is ook een gewoon woord",
    "Best": "best is ook een gewoon woord",
    "Buren": "buren zijn ook gewoon mensen; de Stichting De Nieuwe Buren draagt het woord in haar naam",
    "Houten": "houten is ook een gewoon woord",
    "Hulst": "hulst is ook een gewone struik",
}
"""Names that are ordinary words too, each with the reason why they may stand in a text."""

_WORD = re.compile(r"\w+")


def mentions(item: BaseModel, *, names: Iterable[str]) -> tuple[str, ...]:
    """Find the names of gemeenten in the texts of an item, as whole words, in the order of the names."""
    wanted = _by_first_word(name for name in names if name not in ORDINARY_WORDS)
    found = {name for text in _texts(item.model_dump()) for name in _in_text(text, wanted)}
    return tuple(sorted(found))


def _by_first_word(names: Iterable[str]) -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    for name in names:
        if match := _WORD.search(name):
            wanted.setdefault(match.group(), []).append(name)
    return wanted


def _in_text(text: str, wanted: dict[str, list[str]]) -> Iterator[str]:
    for match in _WORD.finditer(text):
        for name in wanted.get(match.group(), ()):
            start = match.start() - name.index(match.group())
            after = text[start + len(name) : start + len(name) + 1]
            if start >= 0 and text.startswith(name, start) and not _WORD.fullmatch(after):
                yield name


def _texts(value: object) -> Iterator[str]:
    """Walk through a dump to its texts; ids are in small letters and never look like a name."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
