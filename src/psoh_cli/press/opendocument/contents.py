"""The contents of an OpenDocument text, filled in; the program that opens it counts the pages."""

from __future__ import annotations

from typing import Any

from odfdo import TOC, Element, Link, Paragraph, Span, Tab

from psoh_cli.press.office.items import Anchors, Contents, Entry
from psoh_cli.press.office.roles import Role
from psoh_cli.press.opendocument.names import INDEX_LINK, style_name

_ROLES = {1: Role.CONTENTS_1, 2: Role.CONTENTS_2}


def element(contents: Contents, *, title: Element, anchors: Anchors) -> Element:
    """Give the list of contents, which can be made anew from the headings."""
    made: Any = TOC(
        contents.title,
        protected=False,
        outline_level=2,
        style="contents",
        title_style=style_name(Role.CONTENTS_TITLE),
    )
    made.name = "Inhoudsopgave"
    _describe(made.get_element("text:table-of-content-source"))
    made.body = None  # odfdo makes an empty one
    head = Element.from_tag('<text:index-title text:style-name="contents" text:name="Inhoudsopgave_kop"/>')
    head.append(title)
    made.body.append(head)
    for entry in contents.entries:
        made.body.append(_entry(entry, place=anchors.name(entry.anchor)))
    return made  # type: ignore[no-any-return]


def _describe(source: Any) -> None:
    """Say which headings belong in it and how a line is built; odfdo only knows lines without a link."""
    for template in source.get_elements("text:table-of-content-entry-template"):
        source.delete(template)
    source.set_attribute("text:use-outline-level", "false")
    source.set_attribute("text:use-index-marks", "false")
    source.set_attribute("text:use-index-source-styles", "true")
    for level, role in _ROLES.items():
        source.append(
            Element.from_tag(
                f'<text:table-of-content-entry-template text:outline-level="{level}" '
                f'text:style-name="{style_name(role)}"><text:index-entry-link-start/><text:index-entry-text/>'
                '<text:index-entry-tab-stop style:type="right"/><text:index-entry-page-number/>'
                "<text:index-entry-link-end/></text:table-of-content-entry-template>"
            )
        )
    for level in _ROLES:
        source.append(
            Element.from_tag(
                f'<text:index-source-styles text:outline-level="{level}"><text:index-source-style '
                f'text:style-name="Heading_20_{level}"/></text:index-source-styles>'
            )
        )


def _entry(entry: Entry, *, place: str) -> Element:
    link: Any = Link(f"#{place}", style=INDEX_LINK, visited_style=INDEX_LINK)
    gap = "\t" if entry.level == 1 else "\u2002" if entry.number else ""
    link.append(Span(f"{entry.number}{gap}{entry.title}"))  # a link by itself knows no tabs
    line: Any = Paragraph(style=style_name(_ROLES[entry.level]))
    line.append(link)
    line.append(Tab())
    line.append(
        Element.from_tag(f'<text:bookmark-ref text:reference-format="page" text:ref-name="{place}"/>')
    )
    return line  # type: ignore[no-any-return]
