"""A web page read as a flat list of elements, each with its attributes, its text and the elements around it."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

_EMPTY = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


@dataclass(eq=False)
class Element:
    """One element; elements are told apart by who they are, not by what they hold."""

    tag: str
    attributes: dict[str, str]
    around: tuple[Element, ...]
    parts: list[str] = field(default_factory=list)

    def __getitem__(self, name: str) -> str:
        """Give an attribute; an empty text where it is not there."""
        return self.attributes.get(name, "")

    @property
    def text(self) -> str:
        """All text inside, that of inner elements included."""
        return "".join(self.parts)

    def is_in(self, other: Element) -> bool:
        """Tell whether this element stands inside another."""
        return other in self.around

    def is_within(self, tag: str) -> bool:
        """Tell whether this element stands inside one of that name."""
        return any(element.tag == tag for element in self.around)


@dataclass
class Page:
    """All elements in the order of their opening tags."""

    elements: list[Element] = field(default_factory=list)


class _Reader(HTMLParser):
    """Follows the tags; an end tag closes everything up to its own opening, as a browser does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.page = Page()
        self.open: list[Element] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in reversed(attrs)}
        element = Element(tag=tag, attributes=attributes, around=tuple(self.open))
        self.page.elements.append(element)
        if tag not in _EMPTY:
            self.open.append(element)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if self.open and self.open[-1].tag == tag and tag not in _EMPTY:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        for place in range(len(self.open) - 1, -1, -1):
            if self.open[place].tag == tag:
                del self.open[place:]
                return

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.parts.append(data)


def read_page(text: str) -> Page:
    """Read a page; what is not well-formed is read as far as it goes."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    return reader.page
