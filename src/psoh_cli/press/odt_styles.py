"""Our styles as OpenDocument knows them, with the lists, the pages and their header and footer."""

from __future__ import annotations

import re
from xml.sax.saxutils import escape, quoteattr

from psoh_cli.press.office_flow import on_one_page, page_of, running_line
from psoh_cli.press.office_roles import CharacterStyle, Edge, Listing, ParagraphStyle, Role, Sheet
from psoh_cli.press.office_styles import CHARACTERS, FONT, PARAGRAPHS
from psoh_cli.press.office_text import Look, clean
from psoh_cli.report.document import Document

NAMESPACES = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{path}:1.0"'
    for name, path in (
        ("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"), ("draw", "drawing"),
        ("fo", "xsl-fo-compatible"), ("svg", "svg-compatible"), ("meta", "meta"), ("config", "config"),
    )
) + (
    ' xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:dc="http://purl.org/dc/elements/1.1/"'
    ' xmlns:ooo="http://openoffice.org/2004/office" xmlns:ooow="http://openoffice.org/2004/writer"'
    ' xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)  # fmt: skip
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
COVER, UPRIGHT, LYING = "First_20_Page", "Standard", "Landscape"
LISTS = {Listing.BULLET: "Opsomming", Listing.NUMBER: "Nummering", Listing.CALLOUT: "Opsomming_20_kader"}

_NAMES = {
    Role.NORMAL: "Standard", Role.BODY: "Text_20_body", Role.CAPTION: "Caption", Role.HEADER: "Header",
    Role.FOOTER: "Footer", Role.CONTENTS_TITLE: "Contents_20_Heading", Role.CONTENTS_1: "Contents_20_1",
    Role.CONTENTS_2: "Contents_20_2", Role.BULLET: "List_20_1", Role.NUMBERED: "Numbering_20_1",
    **{Role(f"heading {level}"): f"Heading_20_{level}" for level in (1, 2, 3, 4)},
}  # fmt: skip
_LOOKS = {Look.STRONG: "Strong_20_Emphasis", Look.LINK: "Internet_20_link"}
_LANGUAGE = (
    'fo:language="nl" fo:country="NL" style:language-asian="nl" style:country-asian="NL" '
    'style:language-complex="ar" style:country-complex="SA"'
)


def name(role: Role) -> str:
    """Give the name of a paragraph style as it stands in the file."""
    return _NAMES.get(role) or _encoded(role.value)


def look_name(look: Look) -> str:
    """Give the name of a character style as it stands in the file."""
    return _LOOKS.get(look) or _encoded(look.value)


def millimetres(value: float) -> str:
    """Write a length."""
    return f"{value:.2f}".rstrip("0").rstrip(".") + "mm"


def write(document: Document) -> bytes:
    """Give the file of styles of one document."""
    sheet = page_of(document)
    named = "".join(_paragraph_style(role, style) for role, style in PARAGRAPHS.items())
    named += "".join(_character_style(look, style) for look, style in CHARACTERS.items())
    named += '<style:style style:name="Index_20_Link" style:display-name="Index Link" style:family="text"/>'
    named += "".join(_list_style(listing) for listing in Listing)
    return (
        f'{HEAD}<office:document-styles {NAMESPACES} office:version="1.3">{font_faces()}<office:styles>'
        f'<style:default-style style:family="paragraph"><style:paragraph-properties fo:orphans="2" fo:widows="2" '
        f'style:tab-stop-distance="10mm" style:writing-mode="lr-tb"/><style:text-properties style:font-name="{FONT}" '
        f'style:font-name-complex="Noto Sans Arabic" fo:font-size="10.5pt" {_LANGUAGE} fo:hyphenate="false" '
        'fo:hyphenation-remain-char-count="3" fo:hyphenation-push-char-count="3"/></style:default-style>'
        '<style:default-style style:family="table"><style:table-properties table:border-model="collapsing"/>'
        f"</style:default-style>{named}</office:styles>"
        f"<office:automatic-styles>{_layouts(sheet, cover=not on_one_page(document))}</office:automatic-styles>"
        f"<office:master-styles>{_masters(document)}</office:master-styles></office:document-styles>"
    ).encode()


def font_faces() -> str:
    """Name our letters, with the kind to take where they are missing."""
    faces = "".join(
        f'<style:font-face style:name="{face}" svg:font-family="&apos;{face}&apos;" '
        'style:font-family-generic="swiss" style:font-pitch="variable"/>'
        for face in (FONT, "Noto Sans Arabic", "Noto Sans Ethiopic")
    )
    return f"<office:font-face-decls>{faces}</office:font-face-decls>"


def _encoded(told: str) -> str:
    return re.sub("[^A-Za-z0-9]", lambda found: f"_{ord(found[0]):x}_", told)


def _paragraph_style(role: Role, style: ParagraphStyle) -> str:
    base = f' style:parent-style-name="{name(style.base)}"' if style.base else ""
    following = f' style:next-style-name="{name(style.follows)}"' if style.follows else ""
    outline = f' style:default-outline-level="{style.outline}"' if style.outline else ""
    weight = "bold" if style.bold else "normal"
    hyphens = "true" if style.hyphenated else "false"
    size = f"{style.size:g}pt"
    return (
        f'<style:style style:name="{name(role)}" style:display-name={quoteattr(_shown(role))} '
        f'style:family="paragraph"{base}{following}{outline}>{_paragraph_properties(style)}'
        f'<style:text-properties fo:color="{style.colour}" fo:font-size="{size}" style:font-size-asian="{size}" '
        f'style:font-size-complex="{size}" fo:font-weight="{weight}" style:font-weight-asian="{weight}" '
        f'style:font-weight-complex="{weight}" fo:hyphenate="{hyphens}" fo:hyphenation-remain-char-count="3" '
        'fo:hyphenation-push-char-count="3"/></style:style>'
    )


def _shown(role: Role) -> str:
    return _NAMES[role].replace("_20_", " ") if role in _NAMES else role.value


def distances(style: ParagraphStyle) -> str:
    """Give all distances of a paragraph: a program that is told one of a pair forgets the other."""
    # here a paragraph's edge lies inside its margin; in Word outside it, and that is what our figures count with
    edge = padding(style)
    right = edge if _right_edge(style) else 0
    return (
        f'fo:margin-left="{millimetres(style.left - edge)}" fo:margin-right="{millimetres(style.right - right)}" '
        f'fo:text-indent="{millimetres(-style.hanging)}" fo:margin-top="{millimetres(style.before)}" '
        f'fo:margin-bottom="{millimetres(style.after)}"'
    )


def padding(style: ParagraphStyle) -> float:
    """Give how far the edge on the left stands from the text, in millimetres."""
    return (style.side.width + style.side.space) * 25.4 / 72 if style.side else 0


def _right_edge(style: ParagraphStyle) -> Edge | None:
    return style.side if style.side and style.side.colour == style.fill else None


def _paragraph_properties(style: ParagraphStyle) -> str:
    told = [
        distances(style),
        f'fo:text-align="{"end" if style.align == "right" else "start"}"',
        f'fo:keep-with-next="{"always" if style.keep_next else "auto"}"',
        f'fo:keep-together="{"always" if style.keep_lines else "auto"}" fo:orphans="2" fo:widows="2"',
        'fo:line-height="100%"' if not style.line else f'style:line-height-at-least="{style.line:g}pt"',
        f'fo:background-color="{style.fill}"' if style.fill else "",
        # alike paragraphs join into one pane, unless there is a line between them
        f'style:join-border="{"false" if style.between else "true"}"',
        _edge("top", style.top),
        _edge("bottom", style.bottom),
        _edge("left", style.side),
        _edge("right", _right_edge(style)),
    ]
    tab = ""
    if style.right_tab:
        place = millimetres(style.right_tab - style.left)
        tab = f'<style:tab-stop style:position="{place}" style:type="right"/>'
    if style.hanging and style.listing is None:
        tab = f'<style:tab-stop style:position="0mm"/>{tab}'
    tabs = f"<style:tab-stops>{tab}</style:tab-stops>" if tab else ""
    return f"<style:paragraph-properties {' '.join(filter(None, told))}>{tabs}</style:paragraph-properties>"


def _edge(side: str, edge: Edge | None) -> str:
    if edge is None:
        return f'fo:border-{side}="none" fo:padding-{side}="0mm"'
    return f'fo:border-{side}="{edge.width:g}pt solid {edge.colour}" fo:padding-{side}="{edge.space:g}pt"'


def _character_style(look: Look, style: CharacterStyle) -> str:
    told = [
        'fo:font-weight="bold" style:font-weight-asian="bold" style:font-weight-complex="bold"'
        if style.bold
        else "",
        f'fo:color="{style.colour}"' if style.colour else "",
        f'fo:font-size="{style.size:g}pt"' if style.size else "",
        'style:text-underline-style="solid" style:text-underline-width="auto"' if style.underline else "",
        f'fo:border="0.5pt solid {style.colour}" fo:padding="0.5pt"' if style.framed else "",
        'fo:language="zxx" fo:country="none"' if style.plain_spelling else "",
    ]
    return (
        f'<style:style style:name="{look_name(look)}" style:display-name={quoteattr(look.value)} '
        f'style:family="text"><style:text-properties {" ".join(filter(None, told))}/></style:style>'
    )


def _list_style(listing: Listing) -> str:
    role = {Listing.BULLET: Role.BULLET, Listing.NUMBER: Role.NUMBERED, Listing.CALLOUT: Role.NOTICE_ITEM}[
        listing
    ]
    style = PARAGRAPHS[role]
    return list_style(
        LISTS[listing], listing=listing, left=style.left - padding(style), hanging=style.hanging
    )


def list_style(named: str, *, listing: Listing, left: float, hanging: float) -> str:
    """Give a list with its indent, in millimetres."""
    stop = f'listtab" text:list-tab-stop-position="{millimetres(left)}'
    # inside a pane the tab would be measured from the edge instead of from the text
    after = "space" if listing is Listing.CALLOUT else stop
    place = (
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="{after}" '
        f'fo:text-indent="{millimetres(-hanging)}" fo:margin-left="{millimetres(left)}"/></style:list-level-properties>'
    )
    kind, sign = "bullet", 'text:bullet-char="•"'
    if listing is Listing.NUMBER:
        kind, sign = "number", 'style:num-format="1" style:num-suffix="."'
    level = f'<text:list-level-style-{kind} text:level="1" {sign}>{place}</text:list-level-style-{kind}>'
    shown = named.replace("_20_", " ")
    return f'<text:list-style style:name="{named}" style:display-name="{shown}">{level}</text:list-style>'


def _layouts(sheet: Sheet, *, cover: bool) -> str:
    head = _room("header", height=sheet.top - 9, gap='fo:margin-bottom="4mm"')
    below = 11 if sheet.bottom > 20 else 7
    space = millimetres(max(1.0, sheet.bottom - below - 7.5))
    foot = _room("footer", height=sheet.bottom - below, gap=f'fo:margin-top="{space}"')
    layouts = []
    for named, landscape, headed, footed in (
        ("upright", False, True, True), ("lying", True, True, True), ("first", False, False, not cover),
    ):  # fmt: skip
        across, down = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
        top = 9 if headed else sheet.top
        bottom = below if footed else sheet.bottom
        layouts.append(
            f'<style:page-layout style:name="{named}"><style:page-layout-properties '
            f'fo:page-width="{millimetres(across)}" fo:page-height="{millimetres(down)}" '
            f'style:print-orientation="{"landscape" if landscape else "portrait"}" fo:margin-top="{millimetres(top)}" '
            f'fo:margin-bottom="{millimetres(bottom)}" fo:margin-left="{millimetres(sheet.left)}" '
            f'fo:margin-right="{millimetres(sheet.right)}"/>{head if headed else "<style:header-style/>"}'
            f"{foot if footed else '<style:footer-style/>'}</style:page-layout>"
        )
    return "".join(layouts)


def _room(kind: str, *, height: float, gap: str) -> str:
    return (
        f"<style:{kind}-style><style:header-footer-properties "
        f'fo:min-height="{millimetres(height)}" {gap} style:dynamic-spacing="true"/></style:{kind}-style>'
    )


def _masters(document: Document) -> str:
    strip = escape(clean(document.strip))
    role = Role.STRIP if strip else Role.HEADER
    head = f'<style:header><text:p text:style-name="{name(role)}">{strip}</text:p></style:header>'
    first = "" if not on_one_page(document) else _foot(document, Role.FOOTER)
    return (
        f'<style:master-page style:name="{UPRIGHT}" style:page-layout-name="upright">{head}'
        f"{_foot(document, Role.FOOTER)}</style:master-page>"
        f'<style:master-page style:name="{LYING}" style:page-layout-name="lying">{head}'
        f"{_foot(document, Role.FOOTER_WIDE)}</style:master-page>"
        f'<style:master-page style:name="{COVER}" style:display-name="First Page" style:page-layout-name="first" '
        f'style:next-style-name="{UPRIGHT}">{first}</style:master-page>'
    )


def _foot(document: Document, role: Role) -> str:
    return (
        f'<style:footer><text:p text:style-name="{name(role)}">{escape(clean(running_line(document)))}<text:tab/>'
        'pagina <text:page-number text:select-page="current">1</text:page-number> van '
        "<text:page-count>1</text:page-count></text:p></style:footer>"
    )
