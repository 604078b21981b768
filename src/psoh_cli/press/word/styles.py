"""Our styles as Word knows them; in a house style of a municipality only those that are missing there."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as Word
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

from psoh_cli.press.office.dress import Dress
from psoh_cli.press.office.roles import Listing, Role
from psoh_cli.press.office.styles import FONT
from psoh_cli.press.office.text import Look
from psoh_cli.press.word import letters as docx_letters
from psoh_cli.press.word.raw import made, written

RULED, SIDE_BY_SIDE = "Psoh tabel", "Psoh kolommen"
_IDS = {Role.CONTENTS_1: "TOC1", Role.CONTENTS_2: "TOC2", Role.CONTENTS_TITLE: "TOCHeading"}
_SAFE_ID = re.compile("[^<>&\"']{1,250}")
_BUILT_IN = {
    "Normal", "Body Text", "Title", "Subtitle", "heading 1", "heading 2", "heading 3", "heading 4", "List Bullet",
    "List Number", "caption", "TOC Heading", "toc 1", "toc 2", "header", "footer", "Strong", "Hyperlink",
}  # fmt: skip
_LANGUAGE = {"val": "nl-NL", "eastAsia": "nl-NL", "bidi": "ar-SA"}

Named = Any
"""A style as python-docx gives it; the library leaves it untyped."""


@dataclass(slots=True, kw_only=True)
class Styles:
    """All styles in one file, and which of them are the municipality's own."""

    dress: Dress
    paragraphs: dict[Role, Named] = field(default_factory=dict)
    characters: dict[Look, Named] = field(default_factory=dict)
    tables: dict[str, Named] = field(default_factory=dict)
    theirs: set[Role] = field(default_factory=set)
    numbered: set[Role] = field(default_factory=set)
    """Styles of theirs that number or bullet their paragraphs by themselves."""
    house: bool = False


def clear(word: Word) -> None:
    """Leave of the styles of a file only the language and the letters, and those are ours."""
    root: Any = word.styles.element
    root[:] = written(
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="{FONT}" w:hAnsi="{FONT}" w:eastAsia="{FONT}" '
        'w:cs="Noto Sans Arabic"/><w:sz w:val="21"/><w:szCs w:val="21"/></w:rPr></w:rPrDefault><w:pPrDefault/>'
        "</w:docDefaults>"
    )


def add(word: Word, *, dress: Dress, house: bool, numberings: dict[Listing, int]) -> Styles:
    """Add the styles a file lacks, set its language to Dutch, and give all of them."""
    _speak_dutch(word)
    adding = _Adding(word)
    styles = Styles(dress=dress, house=house)
    for role in dress.paragraphs:
        theirs = adding.known.get((WD_STYLE_TYPE.PARAGRAPH, _shown_name(role, house=house).lower()))
        if theirs is not None:
            styles.theirs.add(role)
            if theirs.element.find(f"{qn('w:pPr')}/{qn('w:numPr')}") is not None:
                styles.numbered.add(role)
        styles.paragraphs[role] = theirs or adding.new(role.value, WD_STYLE_TYPE.PARAGRAPH, id=_IDS.get(role))
    if (WD_STYLE_TYPE.CHARACTER, "default paragraph font") not in adding.known:
        adding.new("Default Paragraph Font", WD_STYLE_TYPE.CHARACTER).element.set(qn("w:default"), "1")
    for look, letters in dress.characters.items():
        found = adding.known.get((WD_STYLE_TYPE.CHARACTER, look.value.lower()))
        styles.characters[look] = found or adding.new(look.value, WD_STYLE_TYPE.CHARACTER)
        if found is None:
            docx_letters.write_character(styles.characters[look], letters)
    for name, properties in ((RULED, _ruled(dress)), (SIDE_BY_SIDE, _SIDE_BY_SIDE)):
        found = adding.known.get((WD_STYLE_TYPE.TABLE, name.lower()))
        styles.tables[name] = found or adding.new(name, WD_STYLE_TYPE.TABLE)
        if found is None:
            styles.tables[name].element.extend(written(properties))
    for role in dress.paragraphs:
        if role not in styles.theirs:
            _write_paragraph(role, styles=styles, numberings=numberings)
    return styles


class _Adding:
    """Adds styles under a name and an id that are still free."""

    def __init__(self, word: Word) -> None:
        self.styles: Any = word.styles
        self.ids = {style.style_id for style in self.styles}
        self.names = {(style.name or "").lower() for style in self.styles}
        self.known = {
            (style.type, style.name.lower()): style
            for style in self.styles
            if style.name and _SAFE_ID.fullmatch(style.style_id or "")
        }

    def new(self, name: str, kind: WD_STYLE_TYPE, *, id: str | None = None) -> Named:  # noqa: A002  (its own name)
        built_in = name in _BUILT_IN or name == "Default Paragraph Font"
        style = self.styles.add_style(_free(name, self.names, apart=" "), kind, built_in)
        style.style_id = _free(id or _plain(name), self.ids)
        self.ids.add(style.style_id)
        self.names.add(style.name.lower())
        return style


def _free(wanted: str, taken: set[str], *, apart: str = "") -> str:
    name, count = wanted, 1
    while name in taken or name.lower() in taken:
        count += 1
        name = f"{wanted}{apart}{count}"
    return name


def _plain(name: str) -> str:
    return re.sub("[^A-Za-z0-9]", "", name[:1].upper() + name[1:])


def _shown_name(role: Role, *, house: bool) -> str:
    # running text in a municipality's own file is set in Normal; that is where its house style lives
    return Role.NORMAL.value if house and role is Role.BODY else role.value


def _write_paragraph(role: Role, *, styles: Styles, numberings: dict[Listing, int]) -> None:
    """Say how a style of ours is set, and what it rests on."""
    named, style = styles.paragraphs[role], styles.dress.paragraphs[role]
    if role is Role.NORMAL:
        named.element.set(qn("w:default"), "1")
    if style.base:
        named.base_style = styles.paragraphs[style.base]
    if style.follows:
        named.next_paragraph_style = styles.paragraphs[style.follows]
    if styles.house:
        style = docx_letters.in_house(role, style, field=styles.dress.cover)
    listing = numberings[style.listing] if style.listing is not None else None
    docx_letters.write_paragraph(named, role, style, listing=listing)
    # what rests on a heading of theirs keeps its letters; we only add the line above it
    if not (styles.house and style.base in styles.theirs - {Role.NORMAL}):
        docx_letters.write_letters(named, size=style.size, colour=style.colour, bold=style.bold)


def _speak_dutch(word: Word) -> None:
    root: Any = word.styles.element
    letters = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if letters is None:
        for node in root.findall(qn("w:docDefaults")):
            root.remove(node)
        size = '<w:sz w:val="21"/><w:szCs w:val="21"/>'
        defaults = written(
            f"<w:docDefaults><w:rPrDefault><w:rPr>{size}</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
        )[0]
        root.insert(0, defaults)
        letters = defaults[0][0]
    for node in letters.findall(qn("w:lang")):
        letters.remove(node)
    following = letters.find(qn("w:eastAsianLayout"))
    letters.insert(
        len(letters) if following is None else letters.index(following), made("w:lang", **_LANGUAGE)
    )


def _ruled(dress: Dress) -> str:
    hair = f'w:val="single" w:sz="4" w:space="0" w:color="{docx_letters.HAIR}"'
    rule = f'w:val="single" w:sz="8" w:space="0" w:color="{docx_letters.hexadecimal(dress.accent)}"'
    return (
        f"<w:tblPr><w:tblBorders><w:bottom {hair}/><w:insideH {hair}/></w:tblBorders>"
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="142" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f'<w:tblStylePr w:type="firstRow"><w:tcPr><w:tcBorders><w:bottom {rule}/></w:tcBorders>'
        f'<w:vAlign w:val="bottom"/></w:tcPr></w:tblStylePr><w:tblStylePr w:type="lastRow"><w:tcPr><w:tcBorders>'
        f"<w:top {rule}/></w:tcBorders></w:tcPr></w:tblStylePr>"
    )


_SIDE_BY_SIDE = (
    "<w:tblPr><w:tblCellMar>"
    '<w:left w:w="0" w:type="dxa"/><w:right w:w="284" w:type="dxa"/>'
    "</w:tblCellMar></w:tblPr>"
)
