"""The text of a Word file in order: what stands in each place, and per question the lines around those places."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_UNSEEN = frozenset(
    {_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "sdtPr", "rPr", "pPr", "instrText"))}
)
"""What is taken away, said twice, or no text."""

MOST_ELEMENTS = 500_000
"""How many a document may have; ours has some 8,000."""


class TooLongError(ValueError):
    """A document holds more than any list of ours does."""


@dataclass(kw_only=True)
class Seen:
    """What was met."""

    texts: dict[str, str] = field(default_factory=dict)
    """By the bookmark around a place."""
    lines: dict[str, list[str]] = field(default_factory=dict)
    """By question, what stands in its paragraphs outside its places; under the empty text what stands before."""
    crossed: set[str] = field(default_factory=set)
    """Places in which another began: nobody knows where these end."""


@dataclass(kw_only=True)
class _Walk:
    blocks: Mapping[str, str]
    places: Collection[str]
    seen: Seen = field(default_factory=Seen)
    open: tuple[str, str] | None = None
    """The one place that is open: the number of its bookmark in the file, and its name."""
    said: dict[str, list[str]] = field(default_factory=dict)
    """What stands in each place so far."""
    block: str = ""
    line: list[str] = field(default_factory=list)
    hidden: int = 0
    """How many placeholders we are inside of: what stands there is not the reader's."""

    def enter(self, element: Element) -> None:
        tag = element.tag
        if tag == f"{_W}bookmarkStart":
            self._open(element.get(f"{_W}id", ""), element.get(f"{_W}name", ""))
        elif tag == f"{_W}bookmarkEnd":
            if self.open and self.open[0] == element.get(f"{_W}id", ""):
                self.open = None
        elif tag == f"{_W}t":
            self._say(element.text or "")
        elif tag in (f"{_W}br", f"{_W}cr", f"{_W}tab"):
            self._say("\t" if tag.endswith("tab") else "\n")
        elif tag == f"{_W}sdt":
            self.hidden += _is_placeholder(element)

    def leave(self, element: Element) -> None:
        if element.tag == f"{_W}sdt":
            self.hidden -= _is_placeholder(element)
        elif element.tag == f"{_W}p":
            if self.open:
                self._say("\n")
            self._end_line()

    def _open(self, number: str, name: str) -> None:
        if name in self.blocks:
            self._end_line()
            self.block = self.blocks[name]
        elif name in self.places and name not in self.said:
            if self.open:
                self.seen.crossed.add(self.open[1])
            self.open = (number, name)
            self.said[name] = []

    def _say(self, text: str) -> None:
        if self.open is None:
            self.line.append(text)
        elif not self.hidden:
            self.said[self.open[1]].append(text)

    def _end_line(self) -> None:
        said = " ".join("".join(self.line).split())
        self.line.clear()
        if said:
            self.seen.lines.setdefault(self.block, []).append(said)


def walk(root: Element, *, blocks: Mapping[str, str], places: Collection[str]) -> Seen:
    """Go through a document once; `blocks` tells at which bookmark the lines of a question begin.

    `places` names our own places; no other bookmark counts. A place in which another begins, ends there. Raises
    TooLongError for what cannot be a list of ours.
    """
    found = _Walk(blocks=blocks, places=places)
    for step, (element, is_start) in enumerate(_in_order(root)):
        if step > 2 * MOST_ELEMENTS:
            raise TooLongError
        (found.enter if is_start else found.leave)(element)
    found.seen.texts.update((name, "".join(said)) for name, said in found.said.items())
    return found.seen


def _in_order(root: Element) -> Iterator[tuple[Element, bool]]:
    """Yield every element that is shown, once when it opens and once when it closes, however deep they are."""
    waiting: list[tuple[Element, bool]] = [(root, True)]
    while waiting:
        element, is_start = waiting.pop()
        yield element, is_start
        if is_start:
            waiting.append((element, False))
            waiting.extend((child, True) for child in reversed(element) if child.tag not in _UNSEEN)


def _is_placeholder(control: Element) -> bool:
    return control.find(f"{_W}sdtPr/{_W}showingPlcHdr") is not None
