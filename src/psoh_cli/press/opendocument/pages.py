"""The pages of an OpenDocument text: upright, on its side and the first, with their header and footer."""

from __future__ import annotations

from typing import Any

from odfdo import Document as Text
from odfdo import Element, Paragraph, StyleMasterPage, StylePageLayout, Tab

from psoh_cli.press.office.flow import on_one_page, page_of, running_line
from psoh_cli.press.office.roles import Role, Sheet
from psoh_cli.press.office.text import clean
from psoh_cli.press.opendocument.names import COVER, LYING, UPRIGHT, millimetres, style_name
from psoh_cli.report.document import Document


def add(text: Text, document: Document) -> None:
    """Put the pages of a document in its file; the first has no header, and a cover no footer either."""
    sheet, single = page_of(document), on_one_page(document)
    for named, landscape, headed, footed in (
        ("upright", False, True, True), ("lying", True, True, True), ("first", False, False, single),
    ):  # fmt: skip
        text.insert_style(_layout(named, sheet, landscape=landscape, headed=headed, footed=footed))
    first = StyleMasterPage(COVER, display_name="First Page", page_layout="first", next_style=UPRIGHT)
    if single:
        first.set_page_footer(_foot(document, Role.FOOTER))
    for page, role in (
        (StyleMasterPage(UPRIGHT, page_layout="upright"), Role.FOOTER),
        (StyleMasterPage(LYING, page_layout="lying"), Role.FOOTER_WIDE),
    ):
        page.set_page_header(_head(document))
        page.set_page_footer(_foot(document, role))
        text.insert_style(page)
    text.insert_style(first)


def _layout(named: str, sheet: Sheet, *, landscape: bool, headed: bool, footed: bool) -> StylePageLayout:
    """Lay out a page; header and footer take their room from the white above and below the text."""
    across, down = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
    below = 11 if sheet.bottom > 20 else 7
    layout = StylePageLayout(named)
    layout.set_properties(
        {
            "fo:page-width": millimetres(across),
            "fo:page-height": millimetres(down),
            "style:print-orientation": "landscape" if landscape else "portrait",
            "fo:margin-top": millimetres(9 if headed else sheet.top),
            "fo:margin-bottom": millimetres(below if footed else sheet.bottom),
            "fo:margin-left": millimetres(sheet.left),
            "fo:margin-right": millimetres(sheet.right),
        }
    )
    space = millimetres(max(1.0, sheet.bottom - below - 7.5))
    layout.append(_room("header", sheet.top - 9, 'fo:margin-bottom="4mm"', there=headed))
    layout.append(_room("footer", sheet.bottom - below, f'fo:margin-top="{space}"', there=footed))
    return layout


def _room(kind: str, height: float, gap: str, *, there: bool) -> Element:
    room = f'fo:min-height="{millimetres(height)}" {gap} style:dynamic-spacing="true"'
    properties = f"<style:header-footer-properties {room}/>"
    return Element.from_tag(f"<style:{kind}-style>{properties if there else ''}</style:{kind}-style>")


def _head(document: Document) -> Paragraph:
    strip = clean(document.strip)
    return Paragraph(strip, style=style_name(Role.STRIP if strip else Role.HEADER))


def _foot(document: Document, role: Role) -> Paragraph:
    foot: Any = Paragraph(clean(running_line(document)), style=style_name(role))
    foot.append(Tab())
    foot.append("pagina ")
    foot.append(Element.from_tag('<text:page-number text:select-page="current">1</text:page-number>'))
    foot.append(" van ")
    foot.append(Element.from_tag("<text:page-count>1</text:page-count>"))
    return foot  # type: ignore[no-any-return]
