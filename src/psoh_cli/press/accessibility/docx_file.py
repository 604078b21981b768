"""A Word file as its checks see it: its body, its styles with what they are based on, and its headings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property
from xml.etree.ElementTree import Element

from psoh_cli.press.accessibility.checks import plain
from psoh_cli.press.accessibility.package import Package
from psoh_cli.report.document import Document

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_HEADING = re.compile(r"heading ([1-9])", re.IGNORECASE)


class DocxFacts:
    """The parts of a Word file with the document it should say."""

    def __init__(self, package: Package, *, document: Document) -> None:
        self.document = document
        self.body = package.xml("word/document.xml")
        self.styles = package.xml("word/styles.xml")
        self.core = package.optional("docProps/core.xml")
        self.links = package.optional("word/_rels/document.xml.rels")

    @cached_property
    def style(self) -> dict[str, Element]:
        """The styles by their id."""
        return {one.get(f"{W}styleId", ""): one for one in self.styles.iter(f"{W}style")}

    def chain(self, name: str) -> Iterator[Element]:
        """Give a style and those it is based on, nearest first."""
        seen: set[str] = set()
        while name in self.style and name not in seen:
            seen.add(name)
            yield self.style[name]
            name = value_of(self.style[name].find(f"{W}basedOn"))

    def level(self, paragraph: Element) -> int:
        """Give the heading level of a paragraph; 0 for none."""
        own = paragraph.find(f"{W}pPr/{W}outlineLvl")
        if own is not None:
            return int(value_of(own)) + 1 if int(value_of(own)) < 9 else 0
        for style in self.chain(value_of(paragraph.find(f"{W}pPr/{W}pStyle"))):
            named = _HEADING.fullmatch(value_of(style.find(f"{W}name")))
            outline = value_of(style.find(f"{W}pPr/{W}outlineLvl"))
            if named or outline:
                return int(named.group(1)) if named else (int(outline) + 1 if int(outline) < 9 else 0)
        return 0

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """The headings in order, each with its level."""
        found = ((self.level(paragraph), text_of(paragraph)) for paragraph in self.body.iter(f"{W}p"))
        return tuple((level, said) for level, said in found if level)


def value_of(element: Element | None) -> str:
    """Give the value of an element; an empty text where either is missing."""
    return "" if element is None else element.get(f"{W}val", "")


def text_of(element: Element) -> str:
    """Give the text inside an element."""
    return plain("".join(part.text or "" for part in element.iter(f"{W}t")))
