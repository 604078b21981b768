"""Drawings in a Word document: as PNG, with the words that say the same."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from xml.sax.saxutils import quoteattr

from psoh_cli.press import pictures
from psoh_cli.press.docx_package import MAIN, Package
from psoh_cli.press.docx_styles import Styles
from psoh_cli.press.office_items import Opening, Picture
from psoh_cli.press.office_roles import Role
from psoh_cli.press.office_styles import PARAGRAPHS

_EMU = 36_000
"""English metric units in a millimetre."""
_SHARP = 240 / 25.4
"""Pixels per millimetre of a picture."""
_TWO_PIXELS = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2"><rect width="2" height="2" fill="{}"/></svg>'
)
_DECORATIVE = (
    '<a:extLst xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)


@dataclass(slots=True, kw_only=True)
class Drawings:
    """Puts pictures in the package and gives the place in the text where each is shown."""

    package: Package
    styles: Styles
    _pictures: int = 0

    def figure(self, picture: Picture) -> str:
        """Give a picture as a paragraph of its own, with what it says in words."""
        drawn = self._drawing(
            pictures.png(picture.svg, width_px=max(1, round(picture.width * _SHARP))),
            width=picture.width,
            height=picture.height,
            about=f"title={quoteattr(picture.title)} descr={quoteattr(picture.description)}/>",
        )
        breaks = "<w:pageBreakBefore/>" if picture.opens is Opening.PAGE else ""
        style = self.styles.paragraphs[Role.FIGURE]
        return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{breaks}</w:pPr><w:r>{drawn}</w:r></w:p>'

    def band(self, height: float) -> str:
        """Hang the coloured field of the cover behind the text, at the top of the page and as wide."""
        png = pictures.png(_TWO_PIXELS.format(PARAGRAPHS[Role.TITLE].fill), width_px=16)
        return (
            "<w:r>"
            + self._drawing(
                png, width=210, height=height, about=f'descr="">{_DECORATIVE}</wp:docPr>', behind=True
            )
            + "</w:r>"
        )

    def _drawing(self, png: bytes, *, width: float, height: float, about: str, behind: bool = False) -> str:
        name = f"word/media/{hashlib.sha256(png).hexdigest()[:16]}.png"
        self.package.add(name, png, type="image/png")
        relation = self.package.relate(MAIN, "image", name)
        self._pictures += 1
        number, across, down = self._pictures, round(width * _EMU), round(height * _EMU)
        main = "http://schemas.openxmlformats.org/drawingml/2006"
        graphic = (
            f'<wp:docPr id="{number}" name="Figuur {number}" {about}'
            f'<wp:cNvGraphicFramePr><a:graphicFrameLocks xmlns:a="{main}/main" noChangeAspect="1"/>'
            f'</wp:cNvGraphicFramePr><a:graphic xmlns:a="{main}/main">'
            f'<a:graphicData uri="{main}/picture"><pic:pic xmlns:pic="{main}/picture">'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Figuur {number}"/><pic:cNvPicPr/></pic:nvPicPr>'
            f'<pic:blipFill><a:blip r:embed="{relation}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{across}" cy="{down}"/></a:xfrm>'
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        )
        size = f'<wp:extent cx="{across}" cy="{down}"/>'
        if not behind:
            inline = '<wp:inline distT="0" distB="0" distL="0" distR="0">'
            return f"<w:drawing>{inline}{size}{graphic}</wp:inline></w:drawing>"
        return (
            '<w:drawing><wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="0" '
            'behindDoc="1" locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/>'
            '<wp:positionH relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionH>'
            f'<wp:positionV relativeFrom="page"><wp:posOffset>0</wp:posOffset></wp:positionV>{size}<wp:wrapNone/>'
            f"{graphic}</wp:anchor></w:drawing>"
        )
