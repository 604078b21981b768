"""What python-docx has no words for: elements of the format, put where it wants them."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn


def element_of(proxy: Any) -> Any:
    """Give the element behind a paragraph, run, table, row or cell."""
    return proxy._element  # noqa: SLF001  (python-docx has no public name for it)


def made(name: str, /, **attributes: object) -> Any:
    """Make an element; attributes have the prefix `w`."""
    return OxmlElement(name, {qn(f"w:{key}"): str(value) for key, value in attributes.items()})


def written(xml: str) -> list[Any]:
    """Make elements out of a piece of the format in which the usual prefixes stand undeclared."""
    return list(parse_xml(f"<w:body {nsdecls('w', 'r', 'wp', 'a', 'pic')}>{xml}</w:body>"))


def put(parent: Any, child: Any, *, before: tuple[str, ...]) -> None:
    """Put an element before the first of those that must follow it, at the end where there is none."""
    parent.insert_element_before(child, *before)
