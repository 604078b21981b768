"""Our styles as OpenDocument knows them: paragraphs, letters and lists, each as a style of odfdo."""

from __future__ import annotations

from typing import Any

from odfdo import Document as Text
from odfdo import Element, Style

from psoh_cli.press.office.dress import Dress
from psoh_cli.press.office.roles import CharacterStyle, Edge, Listing, ParagraphStyle, Role
from psoh_cli.press.office.styles import FONT, PARAGRAPHS
from psoh_cli.press.office.text import Look
from psoh_cli.press.opendocument.names import (
    INDEX_LINK,
    LISTS,
    look_name,
    millimetres,
    shown_name,
    style_name,
)

_DEFAULTS = {
    "style:font-name": FONT, "style:font-name-complex": "Noto Sans Arabic", "fo:font-size": "10.5pt",
    "fo:language": "nl", "fo:country": "NL", "style:language-asian": "nl", "style:country-asian": "NL",
    "style:language-complex": "ar", "style:country-complex": "SA", "fo:hyphenate": "false",
    "fo:hyphenation-remain-char-count": "3", "fo:hyphenation-push-char-count": "3",
}  # fmt: skip
_DEFAULT_LAYOUT = {
    "fo:orphans": "2", "fo:widows": "2", "style:tab-stop-distance": "10mm", "style:writing-mode": "lr-tb",
}  # fmt: skip
_STYLED = {Listing.BULLET: Role.BULLET, Listing.NUMBER: Role.NUMBERED, Listing.CALLOUT: Role.NOTICE_ITEM}


def add(text: Text, *, dress: Dress) -> None:
    """Put all our styles in a file that has none."""
    for face in (FONT, "Noto Sans Arabic", "Noto Sans Ethiopic"):
        for default in (False, True):
            font = Style(
                "font-face", font_name=face, name=face, font_family=face, font_family_generic="swiss"
            )
            text.insert_style(font, default=default)
    paragraph, table = Style("paragraph"), Style("table")
    paragraph.set_properties(_DEFAULT_LAYOUT)
    paragraph.set_properties(_DEFAULTS, area="text")
    table.set_properties({"table:border-model": "collapsing"})
    for default_style in (paragraph, table):
        text.insert_style(default_style, default=True)
    for role, style in dress.paragraphs.items():
        text.insert_style(_paragraph(role, style))
    for look, letters in dress.characters.items():
        text.insert_style(_character(look, letters))
    text.insert_style(Style("text", name=INDEX_LINK, display_name="Index Link"))
    for listing in Listing:
        style = PARAGRAPHS[_STYLED[listing]]
        text.insert_style(
            list_style(
                LISTS[listing], listing=listing, left=style.left - padding(style), hanging=style.hanging
            )
        )


def distances(style: ParagraphStyle) -> dict[str, str]:
    """Give all distances of a paragraph: a program that is told one of a pair forgets the other."""
    # here a paragraph's edge lies inside its margin; in Word outside it, and that is what our figures count with
    edge = padding(style)
    right = edge if _right_edge(style) else 0
    return {
        "fo:margin-left": millimetres(style.left - edge),
        "fo:margin-right": millimetres(style.right - right),
        "fo:text-indent": millimetres(-style.hanging),
        "fo:margin-top": millimetres(style.before),
        "fo:margin-bottom": millimetres(style.after),
    }


def padding(style: ParagraphStyle) -> float:
    """Give how far the edge on the left stands from the text, in millimetres."""
    return (style.side.width + style.side.space) * 25.4 / 72 if style.side else 0


def list_style(named: str, *, listing: Listing, left: float, hanging: float) -> Any:
    """Give a list with its indent, in millimetres; odfdo has no words for where a label stands."""
    stop = f'listtab" text:list-tab-stop-position="{millimetres(left)}'
    # inside a pane the tab would be measured from the edge instead of from the text
    after = "space" if listing is Listing.CALLOUT else stop
    kind, sign = "bullet", 'text:bullet-char="•"'
    if listing is Listing.NUMBER:
        kind, sign = "number", 'style:num-format="1" style:num-suffix="."'
    return Element.from_tag(
        f'<text:list-style style:name="{named}" style:display-name="{named.replace("_20_", " ")}">'
        f'<text:list-level-style-{kind} text:level="1" {sign}>'
        '<style:list-level-properties text:list-level-position-and-space-mode="label-alignment">'
        f'<style:list-level-label-alignment text:label-followed-by="{after}" '
        f'fo:text-indent="{millimetres(-hanging)}" fo:margin-left="{millimetres(left)}"/>'
        f"</style:list-level-properties></text:list-level-style-{kind}></text:list-style>"
    )


def _paragraph(role: Role, style: ParagraphStyle) -> Style:
    made = Style(
        "paragraph",
        name=style_name(role),
        display_name=shown_name(role),
        parent_style=style_name(style.base) if style.base else None,
    )
    if style.follows:
        made.set_attribute("style:next-style-name", style_name(style.follows))
    if style.outline:
        made.set_attribute("style:default-outline-level", str(style.outline))
    size, weight = f"{style.size:g}pt", "bold" if style.bold else "normal"
    made.set_properties(_layout(style))
    made.set_properties(
        {
            "fo:color": style.colour,
            **dict.fromkeys(("fo:font-size", "style:font-size-asian", "style:font-size-complex"), size),
            **dict.fromkeys(_WEIGHTS, weight),
            "fo:hyphenate": "true" if style.hyphenated else "false",
            "fo:hyphenation-remain-char-count": "3",
            "fo:hyphenation-push-char-count": "3",
        },
        area="text",
    )
    _add_tab_stops(made, style)
    return made


_WEIGHTS = ("fo:font-weight", "style:font-weight-asian", "style:font-weight-complex")


def _layout(style: ParagraphStyle) -> dict[str, str]:
    line = {"style:line-height-at-least": f"{style.line:g}pt"} if style.line else {"fo:line-height": "100%"}
    return {
        **distances(style),
        "fo:text-align": "end" if style.align == "right" else "start",
        "fo:keep-with-next": "always" if style.keep_next else "auto",
        "fo:keep-together": "always" if style.keep_lines else "auto",
        "fo:orphans": "2",
        "fo:widows": "2",
        **line,
        **({"fo:background-color": style.fill} if style.fill else {}),
        # alike paragraphs join into one pane, unless there is a line between them
        "style:join-border": "false" if style.between else "true",
        **_edge("top", style.top),
        **_edge("bottom", style.bottom),
        **_edge("left", style.side),
        **_edge("right", _right_edge(style)),
    }


def _right_edge(style: ParagraphStyle) -> Edge | None:
    return style.side if style.side and style.side.colour == style.fill else None


def _edge(side: str, edge: Edge | None) -> dict[str, str]:
    drawn = f"{edge.width:g}pt solid {edge.colour}" if edge else "none"
    return {f"fo:border-{side}": drawn, f"fo:padding-{side}": f"{edge.space:g}pt" if edge else "0mm"}


def _add_tab_stops(made: Style, style: ParagraphStyle) -> None:
    stops = ""
    if style.hanging and style.listing is None:
        stops += '<style:tab-stop style:position="0mm"/>'
    if style.right_tab:
        stops += f'<style:tab-stop style:position="{millimetres(style.right_tab - style.left)}" style:type="right"/>'
    properties = made.get_element("style:paragraph-properties")
    if stops and properties is not None:
        properties.append(Element.from_tag(f"<style:tab-stops>{stops}</style:tab-stops>"))


def _character(look: Look, style: CharacterStyle) -> Style:
    made = Style("text", name=look_name(look), display_name=look.value)
    told: dict[str, str] = {}
    if style.bold:
        told |= dict.fromkeys(_WEIGHTS, "bold")
    if style.colour:
        told["fo:color"] = style.colour
    if style.size:
        told["fo:font-size"] = f"{style.size:g}pt"
    if style.underline:
        told |= {"style:text-underline-style": "solid", "style:text-underline-width": "auto"}
    if style.plain_spelling:
        told |= {"fo:language": "zxx", "fo:country": "none"}
    made.set_properties(told, area="text")
    letters = made.get_element("style:text-properties")
    if style.framed and letters is not None:  # a frame around letters is none of the words odfdo accepts
        letters.set_attribute("fo:border", f"0.5pt solid {style.colour}")
        letters.set_attribute("fo:padding", "0.5pt")
    return made
