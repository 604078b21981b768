"""The contrast of the text in a Word file: the colour a run gets from its styles, on that of its paragraph or cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from psoh_cli.press.accessibility.docx_file import DocxFacts, W, text_of, value_of
from psoh_cli.report.contrast import LARGE_TEXT, TEXT, contrast, written_ratio

_COLOUR = re.compile(r"[0-9A-Fa-f]{6}")


def contrast_complaints(facts: DocxFacts) -> Iterable[str]:
    """Hold the text after the cover against the colour of its run, paragraph or cell; the rest stands on white."""
    parent = {child: above for above in facts.body.iter() for child in above}
    begun = False
    for paragraph in facts.body.iter(f"{W}p"):
        begun = begun or facts.level(paragraph) > 0
        for piece in paragraph.iter(f"{W}r") if begun else ():
            if text_of(piece):
                yield from _faint(piece, paragraph=paragraph, parent=parent, facts=facts)


def _faint(
    piece: Element, *, paragraph: Element, parent: dict[Element, Element], facts: DocxFacts
) -> Iterator[str]:
    holders = [
        *([own] if (own := piece.find(f"{W}rPr")) is not None else []),
        *_properties(value_of(piece.find(f"{W}rPr/{W}rStyle")), facts=facts),
        *_properties(value_of(paragraph.find(f"{W}pPr/{W}pStyle")), facts=facts),
    ]
    colour = next((found for one in holders if (found := value_of(one.find(f"{W}color")))), "auto")
    size = next((found for one in holders if (found := value_of(one.find(f"{W}sz")))), "22")
    ground = _ground(piece, paragraph=paragraph, parent=parent, facts=facts)
    front = colour if _COLOUR.fullmatch(colour) else "000000"
    least = LARGE_TEXT if int(size) >= 36 else TEXT
    ratio = contrast(f"#{front}", f"#{ground}")
    if ratio < least:
        yield f"#{front} op #{ground} heeft een contrast van {written_ratio(ratio)}: ‘{text_of(piece)[:40]}’"


def _properties(style: str, *, facts: DocxFacts) -> list[Element]:
    return [found for one in facts.chain(style) if (found := one.find(f"{W}rPr")) is not None]


def _ground(piece: Element, *, paragraph: Element, parent: dict[Element, Element], facts: DocxFacts) -> str:
    fills = [piece.find(f"{W}rPr/{W}shd"), paragraph.find(f"{W}pPr/{W}shd")]
    fills += [
        one.find(f"{W}pPr/{W}shd") for one in facts.chain(value_of(paragraph.find(f"{W}pPr/{W}pStyle")))
    ]
    above: Element | None = paragraph
    while above is not None:
        if above.tag == f"{W}tc":
            fills.append(above.find(f"{W}tcPr/{W}shd"))
        above = parent.get(above)
    colours = (one.get(f"{W}fill", "") for one in fills if one is not None)
    return next((colour for colour in colours if _COLOUR.fullmatch(colour)), "FFFFFF")
