"""The body of a Word document: items as WordprocessingML, with the pictures and addresses they need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import assert_never
from xml.sax.saxutils import escape, quoteattr

from psoh_cli.press import docx_contents
from psoh_cli.press.docx_drawing import Drawings
from psoh_cli.press.docx_numbering import Numbering
from psoh_cli.press.docx_package import MAIN, Package
from psoh_cli.press.docx_styles import RULED, SIDE_BY_SIDE, Styles, twips
from psoh_cli.press.office_items import Anchors, Contents, Grid, Item, Opening, Para, Picture
from psoh_cli.press.office_roles import LABELS, Role
from psoh_cli.press.office_styles import PARAGRAPHS
from psoh_cli.press.office_text import Look, Run, Script, segments
from psoh_cli.report.svg import PETROL

_SCRIPTS = {
    Script.LATIN: "",
    Script.RIGHT_TO_LEFT: '<w:noProof/>{}<w:rtl/><w:lang w:bidi="x-none"/>',
    Script.ETHIOPIC: '<w:noProof/>{}<w:lang w:val="x-none" w:eastAsia="x-none"/>',
}
_ETHIOPIC = '<w:rFonts w:ascii="Noto Sans Ethiopic" w:hAnsi="Noto Sans Ethiopic" w:cs="Noto Sans Ethiopic"/>'

SectionXml = Callable[..., str]
"""Gives the properties of a section, by whether it lies on its side and whether it is the first."""


@dataclass(slots=True, kw_only=True)
class Body:
    """Writes items one after the other; `package` receives what they need."""

    package: Package
    drawings: Drawings
    styles: Styles
    numbering: Numbering
    anchors: Anchors
    section: SectionXml
    chunks: list[str] = field(default_factory=list)
    landscape: bool = False
    first: bool = True
    after: str = ""
    """What stands last: a paragraph, a table or the contents."""
    ordered: int = 0
    _bookmarks: int = 0

    def write(self, items: tuple[Item, ...]) -> str:
        """Give the whole body."""
        for item in items:
            match item:
                case Para():
                    self._open(item.opens)
                    self.ordered = max(self.ordered, item.ordinal if item.role is Role.NUMBERED else 0)
                    self._put(self._paragraph(item), kind="paragraph")
                case Grid():
                    if item.opens is not Opening.HERE or self.after == "table":
                        self._open(item.opens)
                        breaks = item.opens is Opening.PAGE
                        self._put(self._spacer("<w:pageBreakBefore/>" if breaks else ""), kind="paragraph")
                    self._put(self._table(item), kind="table")
                case Picture():
                    self._open(item.opens)
                    self._put(self.drawings.figure(item), kind="paragraph")
                case Contents():
                    self._put(
                        docx_contents.write(item, styles=self.styles, anchors=self.anchors), kind="contents"
                    )
                case _:
                    assert_never(item)
        if self.after != "paragraph":
            self._put(self._spacer(), kind="paragraph")
        self.chunks.append(self.section(landscape=self.landscape, first=self.first))
        return "".join(self.chunks)

    def _put(self, xml: str, *, kind: str) -> None:
        if self.after == "table" and kind != "paragraph":
            self.chunks.append(self._spacer())
        self.chunks.append(xml)
        self.after = kind

    def _open(self, opens: Opening) -> None:
        """End the section before this, in its last paragraph, when the page turns."""
        if opens not in {Opening.LANDSCAPE, Opening.PORTRAIT}:
            return
        if self.after != "paragraph":
            self.chunks.append(self._spacer())
        ended = self.section(landscape=self.landscape, first=self.first)
        own = self.chunks[-1].find("</w:pPr>")
        head, tail = self.chunks[-1][:own], self.chunks[-1][own:]
        self.chunks[-1] = f"{head}{ended}{tail}"
        self.first = False
        self.landscape = opens is Opening.LANDSCAPE
        self.after = "paragraph"

    def _spacer(self, more: str = "") -> str:
        return docx_contents.spacer(self.styles, more=more)

    def _paragraph(self, para: Para) -> str:
        start, end = self._bookmark(para.anchor)
        counted = self._counted(para) if para.sequence else ""
        band = self.drawings.band(para.band) if para.band and not self.styles.house else ""
        return f"<w:p>{self._properties(para)}{start}{band}{counted}{self._runs(para.runs)}{end}</w:p>"

    def _properties(self, para: Para) -> str:
        styles = self.styles
        parts = [f'<w:pStyle w:val="{styles.paragraphs[para.role]}"/>']
        theirs = para.role in styles.theirs
        if para.kept or (theirs and PARAGRAPHS[para.role].keep_next):
            parts.append("<w:keepNext/>")
        if para.opens is Opening.PAGE:
            parts.append("<w:pageBreakBefore/>")
        if para.role is Role.NUMBERED:
            parts.append(self._in_list(self.numbering.ordered(para.ordinal)))
        elif theirs and para.role is Role.BULLET and para.role not in styles.numbered:
            listing = PARAGRAPHS[para.role].listing
            parts.append(self._in_list(self.numbering.styled[listing]) if listing else "")
        elif theirs and para.role in styles.numbered and PARAGRAPHS[para.role].outline:
            parts.append(self._in_list(0))  # the number stands in the text; a second one would contradict it
        if para.before is not None and not theirs:
            parts.append(f'<w:spacing w:before="{twips(para.before)}"/>')
        if para.indent is not None and not theirs:
            left, hanging = para.indent
            left = left - LABELS if styles.house and left >= LABELS else left
            parts.append(f'<w:ind w:left="{twips(left)}" w:hanging="{twips(hanging)}"/>')
        return f"<w:pPr>{''.join(parts)}</w:pPr>"

    def _in_list(self, number: int) -> str:
        return f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{number}"/></w:numPr>'

    def _counted(self, para: Para) -> str:
        style = self._style(Look.NUMBER)
        return (
            f'<w:r>{style}<w:t xml:space="preserve">{para.sequence} </w:t></w:r>'
            f'<w:fldSimple w:instr=" SEQ {para.sequence} \\* ARABIC "><w:r>{style}<w:t>{para.ordinal}</w:t></w:r>'
            f'</w:fldSimple><w:r>{style}<w:t xml:space="preserve">. </w:t></w:r>'
        )

    def _bookmark(self, anchor: str) -> tuple[str, str]:
        name = self.anchors.name(anchor)
        if not name:
            return "", ""
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'

    def _style(self, look: Look, more: str = "") -> str:
        style = f'<w:rStyle w:val="{self.styles.characters[look]}"/>' if look else ""
        return f"<w:rPr>{style}{more}</w:rPr>" if style or more else ""

    def _runs(self, runs: tuple[Run, ...]) -> str:
        return "".join(self._run(run) for run in runs)

    def _run(self, run: Run) -> str:
        target = self._target(run.target) if run.target else ""
        look = Look.PLAIN if run.look is Look.LINK and not target else run.look
        if run.text == "\t":
            return "<w:r><w:tab/></w:r>"
        if run.text == "\n":
            return "<w:r><w:br/></w:r>"
        written = "".join(
            f'<w:r>{self._style(look, self._script(script))}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
            for text, script in segments(run.text)
        )
        return f'<w:hyperlink {target} w:history="1">{written}</w:hyperlink>' if target else written

    def _script(self, script: Script) -> str:
        fonts = _ETHIOPIC if script is Script.ETHIOPIC else ""
        return fonts + _SCRIPTS[script].format("")

    def _target(self, target: str) -> str:
        if target.startswith("#"):
            name = self.anchors.name(target[1:])
            return f'w:anchor="{name}"' if name else ""
        return f'r:id="{self.package.relate(MAIN, "hyperlink", target, external=True)}"'

    def _table(self, grid: Grid) -> str:
        shares, whole = grid.shares, sum(grid.shares)
        total = twips(grid.width)
        ends = [round(total * sum(shares[: place + 1]) / whole) for place in range(len(shares))]
        widths = [end - start for start, end in zip([0, *ends], ends, strict=False)]
        style = self.styles.tables[SIDE_BY_SIDE if grid.edges else RULED]
        columns = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        head = self._row(grid, 0, widths=widths)
        rows = "".join(self._row(grid, place, widths=widths) for place in range(1, len(grid.rows) + 1))
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/>'
            '<w:tblInd w:w="0" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
            f'<w:tblLook w:val="0000" w:firstRow="1" w:lastRow="{int(grid.footer)}" '
            f'w:firstColumn="{int(grid.row_headers)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
            f"<w:tblCaption w:val={quoteattr(grid.title)}/></w:tblPr>"
            f"<w:tblGrid>{columns}</w:tblGrid>{head}{rows}</w:tbl>"
        )

    def _row(self, grid: Grid, place: int, *, widths: list[int]) -> str:
        """Write the heads (place 0) or a row."""
        cells = grid.rows[place - 1] if place else grid.heads
        header = "" if place else "<w:tblHeader/>"
        written = []
        for column, (cell, width) in enumerate(zip(cells, widths, strict=True)):
            edge = self._edge(grid, place, column)
            kept = grid.noted if place == len(grid.rows) else grid.kept
            text = "".join(self._paragraph(replace(para, kept=kept)) for para in cell.paragraphs)
            written.append(f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{edge}</w:tcPr>{text}</w:tc>')
        return f"<w:tr><w:trPr><w:cantSplit/>{header}</w:trPr>{''.join(written)}</w:tr>"

    def _edge(self, grid: Grid, place: int, column: int) -> str:
        """Draw the rule under the heads and above the total: not every program takes it from the table style."""
        side, colour, width = "", PETROL, 8
        if grid.edges:
            side, colour, width = ("" if place else "top"), grid.edges[column], 12
        elif not place:
            side = "bottom"
        elif grid.footer and place == len(grid.rows):
            side = "top"
        if not side:
            return ""
        drawn = f'w:val="single" w:sz="{width}" w:space="0" w:color="{colour.removeprefix("#")}"'
        return f"<w:tcBorders><w:{side} {drawn}/></w:tcBorders>"
