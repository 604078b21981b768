"""Drawings in a Word document: as PNG, with the words that say the same."""

from __future__ import annotations

import io
from typing import Any

from docx.shared import Mm
from docx.text.paragraph import Paragraph

from psoh_cli.press.office import pictures
from psoh_cli.press.office.items import Picture
from psoh_cli.press.word.raw import element_of, written

_SHARP = 240 / 25.4
"""Pixels per millimetre of a picture."""
_TWO_PIXELS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="{}"/></svg>'
)
_DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
_BEHIND = (
    '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" '
    'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
    '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
    '<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>{}<wp:wrapNone/></wp:anchor>'
)


def figure(paragraph: Paragraph, picture: Picture) -> None:
    """Put a picture in a paragraph of its own, with what it says in words."""
    png = picture.content or pictures.png(picture.svg, width_px=max(1, round(picture.width * _SHARP)))
    drawn = _drawn(paragraph, png, width=picture.width, height=picture.height)
    drawn.docPr.set("title", picture.title)
    drawn.docPr.set("descr", picture.description)


def band(paragraph: Paragraph, *, height: float, colour: str) -> None:
    """Hang the coloured field of the cover behind the text, at the top of the page and as wide."""
    png = pictures.png(_TWO_PIXELS.format(colour), width_px=16)
    drawn = _drawn(paragraph, png, width=210, height=height)
    drawn.docPr.set("descr", "")
    drawn.docPr.extend(written(_DECORATIVE))
    anchor = written(_BEHIND.format(f'<wp:extent cx="{drawn.extent.cx}" cy="{drawn.extent.cy}"/>'))[0]
    drawn.getparent().replace(drawn, anchor)
    anchor.extend(node for node in list(drawn) if node is not drawn.extent)


def _drawn(paragraph: Paragraph, png: bytes, *, width: float, height: float) -> Any:
    run = paragraph.add_run()
    run.add_picture(io.BytesIO(png), width=Mm(width), height=Mm(height))
    inline = element_of(run)[-1][0]
    for side in "TBLR":
        inline.set(f"dist{side}", "0")  # a program that is told nothing keeps white around it
    return inline
