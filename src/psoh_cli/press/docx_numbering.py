"""The lists of a Word document: a bullet, a bullet in a pane, and numbers that start anew for every list."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.press.docx_package import HEAD, W, parse, serialise, w
from psoh_cli.press.docx_styles import twips
from psoh_cli.press.office_roles import LABELS, Listing, Role
from psoh_cli.press.office_styles import PARAGRAPHS

_STYLED = {Listing.BULLET: Role.BULLET, Listing.NUMBER: Role.NUMBERED, Listing.CALLOUT: Role.NOTICE_ITEM}


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbering:
    """The numbers by which paragraphs name their list."""

    first: int
    house: bool

    @property
    def styled(self) -> dict[Listing, int]:
        """The list that each style belongs to."""
        return {listing: self.first + place for place, listing in enumerate(_STYLED)}

    def ordered(self, which: int) -> int:
        """Give the number of an ordered list of the text, counted from 1."""
        return self.first + len(_STYLED) + which - 1

    @classmethod
    def beside(cls, data: bytes | None) -> Numbering:
        """Find numbers that are still free in a file."""
        if data is None:
            return cls(first=1, house=False)
        taken = [int(node.get(w("numId"), "0")) for node in parse(data).iter(w("num"))]
        return cls(first=max(taken, default=0) + 1, house=True)


def write(data: bytes | None, *, numbering: Numbering, ordered: int) -> bytes:
    """Write the lists, beside those a file has already; `ordered` counts the ordered lists of the text."""
    root = parse(data or f'{HEAD}<w:numbering xmlns:w="{W}"/>'.encode())
    taken = [int(node.get(w("abstractNumId"), "0")) for node in root.iter(w("abstractNum"))]
    start = max(taken, default=-1) + 1
    kinds = list(_STYLED)
    shapes = "".join(
        _shape(kind, id=start + place, house=numbering.house) for place, kind in enumerate(kinds)
    )
    uses = "".join(
        f'<w:num w:numId="{numbering.styled[kind]}"><w:abstractNumId w:val="{start + place}"/></w:num>'
        for place, kind in enumerate(kinds)
    )
    number = start + kinds.index(Listing.NUMBER)
    uses += "".join(
        f'<w:num w:numId="{numbering.ordered(which)}"><w:abstractNumId w:val="{number}"/>'
        '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
        for which in range(1, ordered + 1)
    )
    nodes = list(parse(f'<w:numbering xmlns:w="{W}">{shapes}{uses}</w:numbering>'.encode()))
    first_use = root.find(w("num"))
    place = len(root) if first_use is None else root.index(first_use)
    last = root.find(w("numIdMacAtCleanup"))
    for node in nodes:
        if node.tag == w("abstractNum"):
            root.insert(place, node)
            place += 1
        elif last is not None:
            root.insert(root.index(last), node)
        else:
            root.append(node)
    return serialise(root)


def _shape(kind: Listing, *, id: int, house: bool) -> str:  # noqa: A002  (its name in the format)
    style = PARAGRAPHS[_STYLED[kind]]
    left = style.left - (LABELS if house else 0)
    indent = f'<w:pPr><w:ind w:left="{twips(left)}" w:hanging="{twips(style.hanging)}"/></w:pPr>'
    if kind is Listing.NUMBER:
        level = f'<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/>{indent}'
    else:
        level = f'<w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/>{indent}'
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:multiLevelType w:val="singleLevel"/>'
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/>{level}<w:rPr><w:color w:val="0B4A5F"/></w:rPr></w:lvl></w:abstractNum>'
    )
