"""Our styles as Word knows them; in a house style of a municipality only those that are missing there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Any
from xml.sax.saxutils import quoteattr

from psoh_cli.press.docx_package import HEAD, W, parse, serialise, w
from psoh_cli.press.office_roles import LABELS, CharacterStyle, Edge, Listing, ParagraphStyle, Role
from psoh_cli.press.office_styles import CHARACTERS, FONT, PARAGRAPHS
from psoh_cli.press.office_text import Look
from psoh_cli.report import svg

RULED, SIDE_BY_SIDE = "Psoh tabel", "Psoh kolommen"
_SAFE_ID = re.compile("[^<>&\"']{1,250}")
_IDS = {Role.CONTENTS_1: "TOC1", Role.CONTENTS_2: "TOC2", Role.CONTENTS_TITLE: "TOCHeading"}
_QUICK = {
    Role.BODY, Role.LEAD, Role.SMALL, Role.HEADING_1, Role.HEADING_2, Role.HEADING_3, Role.HEADING_4, Role.BULLET,
    Role.NUMBERED, Role.PART, Role.PART_MORE, Role.NOTICE, Role.DECISION, Role.EXPLANATION, Role.CAPTION,
    Role.TABLE_TEXT,
}  # fmt: skip
"""The styles an editor finds in the gallery; the others are in the list."""


@dataclass(slots=True, kw_only=True)
class Styles:
    """The ids of all styles in one file, and which of them are the municipality's own."""

    paragraphs: dict[Role, str] = field(default_factory=dict)
    characters: dict[Look, str] = field(default_factory=dict)
    tables: dict[str, str] = field(default_factory=dict)
    theirs: set[Role] = field(default_factory=set)
    numbered: set[Role] = field(default_factory=set)
    """Styles of theirs that number or bullet their paragraphs by themselves."""
    house: bool = False


def twips(millimetres: float) -> int:
    """Give millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def blank() -> bytes:
    """Give a file of styles that only says the language and the letters."""
    fonts = f'w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" w:cs="Noto Sans Arabic"'
    return (
        f'{HEAD}<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/>'
        '<w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults></w:styles>"
    ).encode()


def merge(data: bytes, *, house: bool, numberings: dict[Listing, int]) -> tuple[bytes, Styles]:
    """Add the styles a file lacks, set its language to Dutch, and give the ids of all."""
    root = parse(data)
    _speak_dutch(root)
    known = _known(root)
    styles = Styles(house=house)
    ids = {node.get(w("styleId"), "") for node in root.iter(w("style"))}
    for role in PARAGRAPHS:
        theirs = known.get(("paragraph", _shown_name(role, house=house).lower()))
        if theirs is not None:
            styles.paragraphs[role] = theirs.get(w("styleId"))
            styles.theirs.add(role)
            if theirs.find(f"{w('pPr')}/{w('numPr')}") is not None:
                styles.numbered.add(role)
        else:
            styles.paragraphs[role] = _free(_IDS.get(role) or _plain(role.value), ids)
    for look in CHARACTERS:
        found = known.get(("character", look.value.lower()))
        styles.characters[look] = _free(_plain(look.value), ids) if found is None else found.get(w("styleId"))
    for name in (RULED, SIDE_BY_SIDE):
        found = known.get(("table", name.lower()))
        styles.tables[name] = _free(_plain(name), ids) if found is None else found.get(w("styleId"))
    _add(root, _missing(styles, known=known, numberings=numberings))
    return serialise(root), styles


def _shown_name(role: Role, *, house: bool) -> str:
    # running text in a municipality's own file is set in Normal; that is where its house style lives
    return Role.NORMAL.value if house and role is Role.BODY else role.value


def _known(root: Any) -> dict[tuple[str, str], Any]:
    found = {}
    for node in root.iter(w("style")):
        name = node.find(w("name"))
        if name is not None and _SAFE_ID.fullmatch(node.get(w("styleId"), "")):
            found[node.get(w("type"), "paragraph"), name.get(w("val"), "").lower()] = node
    return found


def _plain(name: str) -> str:
    return re.sub("[^A-Za-z0-9]", "", name[:1].upper() + name[1:])


def _free(wanted: str, ids: set[str]) -> str:
    name, count = wanted, 1
    while name in ids:
        count += 1
        name = f"{wanted}{count}"
    ids.add(name)
    return name


def _speak_dutch(root: Any) -> None:
    defaults = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{w('rPr')}")
    if defaults is None:
        for node in root.findall(w("docDefaults")):
            root.remove(node)
        made = parse(blank()).find(w("docDefaults"))
        fonts = made.find(f".//{w('rFonts')}")
        fonts.getparent().remove(fonts)
        root.insert(0, made)
        return
    for node in defaults.findall(w("lang")):
        defaults.remove(node)
    language = parse(f'<w:lang xmlns:w="{W}" w:val="nl-NL" w:eastAsia="nl-NL" w:bidi="ar-SA"/>'.encode())
    following = defaults.find(w("eastAsianLayout"))
    defaults.insert(len(defaults) if following is None else defaults.index(following), language)


def _add(root: Any, xml: str) -> None:
    for node in parse(f'<w:styles xmlns:w="{W}">{xml}</w:styles>'.encode()):
        root.append(node)


def _missing(styles: Styles, *, known: dict[tuple[str, str], Any], numberings: dict[Listing, int]) -> str:
    written = [
        _paragraph_style(role, style, styles=styles, numberings=numberings)
        for role, style in PARAGRAPHS.items()
        if role not in styles.theirs
    ]
    if ("character", "default paragraph font") not in known:
        written.append(
            '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
            '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
        )
    written.extend(
        _character_style(look, style, id=styles.characters[look])
        for look, style in CHARACTERS.items()
        if ("character", look.value.lower()) not in known
    )
    if ("table", RULED.lower()) not in known:
        written.append(_ruled(styles.tables[RULED]))
    if ("table", SIDE_BY_SIDE.lower()) not in known:
        written.append(_side_by_side(styles.tables[SIDE_BY_SIDE]))
    return "".join(written)


def _paragraph_style(
    role: Role, style: ParagraphStyle, *, styles: Styles, numberings: dict[Listing, int]
) -> str:
    ids = styles.paragraphs
    standard = ' w:default="1"' if role is Role.NORMAL else ""
    own = role.value not in _BUILT_IN
    custom = ' w:customStyle="1"' if own else ""
    base = f'<w:basedOn w:val="{ids[style.base]}"/>' if style.base else ""
    following = f'<w:next w:val="{ids[style.follows]}"/>' if style.follows else ""
    quick = "<w:qFormat/>" if role in _QUICK else ""
    if styles.house and style.fill == svg.PETROL:
        style = replace(style, fill="", colour=svg.INK)  # no field of ours behind a cover of theirs
    # what rests on a heading of theirs keeps its letters; we only add the line above it
    letters = "" if styles.house and style.base in styles.theirs - {Role.NORMAL} else _letters(style)
    if styles.house and style.hanging != LABELS and role is not Role.PART_MORE and style.left >= LABELS:
        style = replace(style, left=style.left - LABELS)
    return (
        f'<w:style w:type="paragraph"{standard}{custom} w:styleId="{ids[role]}">'
        f"<w:name w:val={quoteattr(role.value)}/>{base}{following}{quick}"
        f"<w:pPr>{_paragraph_properties(style, numberings=numberings)}</w:pPr>{letters}</w:style>"
    )


_BUILT_IN = {
    "Normal", "Body Text", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "List Bullet",
    "List Number", "caption", "TOC Heading", "toc 1", "toc 2", "header", "footer",
}  # fmt: skip


def _paragraph_properties(style: ParagraphStyle, *, numberings: dict[Listing, int]) -> str:
    parts = [
        _switch("keepNext", style.keep_next),
        _switch("keepLines", style.keep_lines),
        "<w:widowControl/>",
    ]
    if style.listing is not None:
        parts.append(f'<w:numPr><w:numId w:val="{numberings[style.listing]}"/></w:numPr>')
    if style.top or style.side or style.bottom:
        right = style.side if style.side is not None and style.side.colour == style.fill else None
        sides = (
            ("top", style.top),
            ("left", style.side),
            ("bottom", style.bottom),
            ("right", right),
            ("between", style.between),
        )
        parts.append(f"<w:pBdr>{''.join(_border(side, edge) for side, edge in sides)}</w:pBdr>")
    if style.fill:
        parts.append(f'<w:shd w:val="clear" w:color="auto" w:fill="{_colour(style.fill)}"/>')
    if style.right_tab or style.hanging:
        right_tab = f'<w:tab w:val="right" w:pos="{twips(style.right_tab)}"/>' if style.right_tab else ""
        left_tab = f'<w:tab w:val="left" w:pos="{twips(style.left)}"/>' if style.hanging else ""
        parts.append(f"<w:tabs>{left_tab}{right_tab}</w:tabs>")
    if not style.hyphenated:
        parts.append("<w:suppressAutoHyphens/>")
    line = (
        f' w:line="{round(style.line * 20)}" w:lineRule="atLeast"'
        if style.line
        else ' w:line="240" w:lineRule="auto"'
    )
    parts.append(f'<w:spacing w:before="{twips(style.before)}" w:after="{twips(style.after)}"{line}/>')
    hanging = f' w:hanging="{twips(style.hanging)}"' if style.hanging else ' w:firstLine="0"'
    parts.append(f'<w:ind w:left="{twips(style.left)}" w:right="{twips(style.right)}"{hanging}/>')
    parts.append(f'<w:jc w:val="{style.align}"/>')
    if style.outline:
        parts.append(f'<w:outlineLvl w:val="{style.outline - 1}"/>')
    return "".join(parts)


def _letters(style: ParagraphStyle) -> str:
    bold = "<w:b/><w:bCs/>" if style.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
    half = round(style.size * 2)
    colour = f'<w:color w:val="{_colour(style.colour)}"/>'
    return f'<w:rPr>{bold}{colour}<w:sz w:val="{half}"/><w:szCs w:val="{half}"/></w:rPr>'


def _character_style(look: Look, style: CharacterStyle, *, id: str) -> str:  # noqa: A002  (its name in the format)
    parts = []
    if style.bold:
        parts.append("<w:b/><w:bCs/>")
    if style.plain_spelling:
        parts.append("<w:noProof/>")
    if style.colour:
        parts.append(f'<w:color w:val="{_colour(style.colour)}"/>')
    if style.size:
        parts.append(f'<w:sz w:val="{round(style.size * 2)}"/><w:szCs w:val="{round(style.size * 2)}"/>')
    if style.underline:
        parts.append('<w:u w:val="single"/>')
    if style.framed:
        parts.append(f'<w:bdr w:val="single" w:sz="4" w:space="0" w:color="{_colour(style.colour)}"/>')
    custom = "" if look in {Look.STRONG, Look.LINK} else ' w:customStyle="1"'
    return (
        f'<w:style w:type="character"{custom} w:styleId="{id}"><w:name w:val={quoteattr(look.value)}/>'
        f"<w:qFormat/><w:rPr>{''.join(parts)}</w:rPr></w:style>"
    )


def _ruled(id: str) -> str:  # noqa: A002  (its name in the format)
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{_colour(svg.HAIRLINE)}"'
    rule = f'w:val="single" w:sz="8" w:space="0" w:color="{_colour(svg.PETROL)}"'
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{RULED}"/><w:qFormat/>'
        f"<w:tblPr><w:tblBorders><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {rule}/></w:tcBorders>'
        '<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr>'
        f'<w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders><w:top {rule}/>'
        "</w:tcBorders></w:tcPr></w:tblStylePr></w:style>"
    )


def _side_by_side(id: str) -> str:  # noqa: A002  (its name in the format)
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{id}"><w:name w:val="{SIDE_BY_SIDE}"/><w:qFormat/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="284" w:type="dxa"/></w:tblCellMar>'
        "</w:tblPr></w:style>"
    )


def _border(side: str, edge: Edge | None) -> str:
    if edge is None:
        return ""
    return (
        f'<w:{side} w:val="single" w:sz="{round(edge.width * 8)}" w:space="{round(edge.space)}" '
        f'w:color="{_colour(edge.colour)}"/>'
    )


def _switch(name: str, on: bool) -> str:  # noqa: FBT001  (a switch)
    return f"<w:{name}/>" if on else f'<w:{name} w:val="0"/>'


def _colour(colour: str) -> str:
    return colour.removeprefix("#").upper()
