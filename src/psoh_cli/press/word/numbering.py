"""The lists of a Word document: a bullet, a bullet in a pane, and numbers that start anew for every list."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.oxml.ns import nsdecls, qn
from docx.parts.numbering import NumberingPart
from docx.shared import Mm

from psoh_cli.press.office.roles import LABELS, Listing, Role
from psoh_cli.press.office.styles import PARAGRAPHS
from psoh_cli.press.word.raw import put, written

_STYLED = {Listing.BULLET: Role.BULLET, Listing.NUMBER: Role.NUMBERED, Listing.CALLOUT: Role.NOTICE_ITEM}
_FOLLOWING = ("w:num", "w:numIdMacAtCleanup")


@dataclass(slots=True, kw_only=True)
class Numbering:
    """The lists of one file, beside those it has already, by the number under which a paragraph names its list."""

    root: Any
    shapes: dict[Listing, int]
    styled: dict[Listing, int]
    """The list that each style belongs to."""
    _ordered: dict[int, int] = field(default_factory=dict)

    @classmethod
    def in_file(cls, word: Word, *, house: bool, colour: str) -> Numbering:
        """Add our lists to a file; in a house style the text has no column for labels to stay clear of."""
        root: Any = _part(word).element
        taken = [int(node.get(qn("w:abstractNumId"), "0")) for node in root.iter(qn("w:abstractNum"))]
        start = max(taken, default=-1) + 1
        shapes = {listing: start + place for place, listing in enumerate(_STYLED)}
        for listing, shape in shapes.items():
            for node in written(_shape(listing, id=shape, house=house, colour=colour)):
                put(root, node, before=_FOLLOWING)
        return cls(
            root=root,
            shapes=shapes,
            styled={listing: root.add_num(shape).numId for listing, shape in shapes.items()},
        )

    def ordered(self, which: int) -> int:
        """Give the number of an ordered list of the text, counted from 1; each begins at one."""
        if which not in self._ordered:
            added = self.root.add_num(self.shapes[Listing.NUMBER])
            added.add_lvlOverride(ilvl=0).add_startOverride(1)
            self._ordered[which] = added.numId
        return self._ordered[which]


def _part(word: Word) -> Any:
    for relation in word.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.NUMBERING:
            return relation.target_part
    blob = f"<w:numbering {nsdecls('w')}/>".encode()
    part = NumberingPart.load(
        PackURI("/word/numbering.xml"), CONTENT_TYPE.WML_NUMBERING, blob, word.part.package
    )
    word.part.relate_to(part, RELATIONSHIP_TYPE.NUMBERING)
    return part


def _shape(kind: Listing, *, id: int, house: bool, colour: str) -> str:  # noqa: A002  (its name in the format)
    style = PARAGRAPHS[_STYLED[kind]]
    left = style.left - (LABELS if house else 0)
    format, sign = ("decimal", "%1.") if kind is Listing.NUMBER else ("bullet", "•")  # noqa: A001  (likewise)
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/><w:lvl w:ilvl="0">'
        f'<w:start w:val="1"/><w:numFmt w:val="{format}"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{Mm(left).twips}" w:hanging="{Mm(style.hanging).twips}"/></w:pPr>'
        f'<w:rPr><w:color w:val="{colour.removeprefix("#")}"/></w:rPr></w:lvl></w:abstractNum>'
    )
