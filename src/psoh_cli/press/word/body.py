"""The body of a Word document: items as paragraphs, tables and pictures of python-docx."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_never

from docx.document import Document as Word
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from psoh_cli.press.office.items import Anchors, Contents, Grid, Item, Opening, Para, Picture
from psoh_cli.press.office.roles import LABELS, Role
from psoh_cli.press.office.styles import PARAGRAPHS
from psoh_cli.press.office.text import Look, Run, Script, segments
from psoh_cli.press.word import contents as docx_contents
from psoh_cli.press.word import drawing as docx_drawing
from psoh_cli.press.word import table as docx_table
from psoh_cli.press.word.frame import Frame
from psoh_cli.press.word.numbering import Numbering
from psoh_cli.press.word.raw import element_of, made, written
from psoh_cli.press.word.styles import Styles

_LANGUAGES: dict[Script, dict[str, str]] = {
    Script.RIGHT_TO_LEFT: {"bidi": "x-none"},
    Script.ETHIOPIC: {"val": "x-none", "eastAsia": "x-none"},
}


@dataclass(slots=True, kw_only=True)
class Body:
    """Writes items one after the other at the end of a file."""

    word: Word
    styles: Styles
    numbering: Numbering
    anchors: Anchors
    frame: Frame
    after: str = ""
    """What stands last: a paragraph, a table or the contents."""
    _bookmarks: int = 0

    def write(self, items: tuple[Item, ...]) -> None:
        """Write the whole body."""
        for item in items:
            match item:
                case Para():
                    self._open(item.opens)
                    self._fill(self._next("paragraph"), item)
                case Grid():
                    if item.opens is not Opening.HERE or self.after == "table":
                        self._open(item.opens)
                        self._space(opens=item.opens)
                    self._apart()
                    docx_table.write(self.word, item, styles=self.styles, fill=self._fill)
                    self.after = "table"
                case Picture():
                    self._open(item.opens)
                    paragraph = self._next("paragraph")
                    self._fill(paragraph, Para(role=Role.FIGURE, opens=item.opens))
                    docx_drawing.figure(paragraph, item)
                case Contents():
                    self._apart()
                    body: Any = self.word.element.body
                    body.sectPr.addprevious(
                        docx_contents.block(item, styles=self.styles, anchors=self.anchors)
                    )
                    self.after = "contents"
                case _:
                    assert_never(item)
        if self.after != "paragraph":
            self._space()

    def _next(self, kind: str) -> Paragraph:
        self.after = kind
        return self.word.add_paragraph()

    def _apart(self) -> None:
        """Keep two tables from becoming one."""
        if self.after == "table":
            self._space()

    def _space(self, *, opens: Opening = Opening.HERE) -> None:
        """Add a line without height, where the format wants a paragraph."""
        self._fill(self._next("paragraph"), Para(role=Role.SPACER, opens=opens))

    def _open(self, opens: Opening) -> None:
        """Begin another section when the page turns."""
        if opens in {Opening.LANDSCAPE, Opening.PORTRAIT}:
            self.frame.turn(landscape=opens is Opening.LANDSCAPE)
            self.after = "paragraph"

    def _fill(self, paragraph: Paragraph, para: Para) -> None:
        """Dress an empty paragraph and write what it says."""
        self._lay(paragraph, para)
        node = element_of(paragraph)
        name = self.anchors.name(para.anchor)
        if name:
            self._bookmarks += 1
            node.append(made("w:bookmarkStart", id=self._bookmarks, name=name))
        if para.band and not self.styles.house:
            docx_drawing.band(paragraph, height=para.band, colour=self.styles.dress.cover)
        if para.sequence:
            self._count(paragraph, para)
        for run in para.runs:
            self._run(paragraph, run)
        if name:
            node.append(made("w:bookmarkEnd", id=self._bookmarks))

    def _lay(self, paragraph: Paragraph, para: Para) -> None:
        styles, style = self.styles, PARAGRAPHS[para.role]
        node = element_of(paragraph)
        node.style = styles.paragraphs[para.role].style_id
        theirs = para.role in styles.theirs
        layout = paragraph.paragraph_format
        if para.kept or (theirs and style.keep_next):
            layout.keep_with_next = True
        if para.opens is Opening.PAGE:
            layout.page_break_before = True
        if para.role is Role.NUMBERED:
            self._list(node, self.numbering.ordered(para.ordinal))
        elif theirs and para.role is Role.BULLET and para.role not in styles.numbered and style.listing:
            self._list(node, self.numbering.styled[style.listing])
        elif theirs and para.role in styles.numbered and style.outline:
            self._list(node, 0)  # the number stands in the text; a second one would contradict it
        if para.before is not None and not theirs:
            layout.space_before = Mm(para.before)
        if para.indent is not None and not theirs:
            left, hanging = para.indent
            left = left - LABELS if styles.house and left >= LABELS else left
            layout.left_indent, layout.first_line_indent = Mm(left), Mm(-hanging)

    @staticmethod
    def _list(node: Any, number: int) -> None:
        listed = node.get_or_add_pPr().get_or_add_numPr()
        listed.get_or_add_ilvl().val = 0
        listed.get_or_add_numId().val = number

    def _count(self, paragraph: Paragraph, para: Para) -> None:
        """Write the word and the number of a caption; the number is a field that counts by itself."""
        style = self.styles.characters[Look.NUMBER].style_id
        self._words(paragraph, f"{para.sequence} ", Look.NUMBER)
        element_of(paragraph).extend(
            written(
                f'<w:fldSimple w:instr=" SEQ {para.sequence} \\* ARABIC "><w:r><w:rPr><w:rStyle w:val="{style}"/>'
                f"</w:rPr><w:t>{para.ordinal}</w:t></w:r></w:fldSimple>"
            )
        )
        self._words(paragraph, ". ", Look.NUMBER)

    def _run(self, paragraph: Paragraph, run: Run) -> None:
        if run.text in {"\t", "\n"}:
            paragraph.add_run(run.text)
            return
        link = self._link(run.target) if run.target else None
        look = Look.PLAIN if run.look is Look.LINK and link is None else run.look
        for text, script in segments(run.text):
            node = self._words(paragraph, text, look, script)
            if link is not None:
                link.append(node)
        if link is not None:
            element_of(paragraph).append(link)

    def _words(self, paragraph: Paragraph, text: str, look: Look, script: Script = Script.LATIN) -> Any:
        run = paragraph.add_run(text)
        node: Any = element_of(run)
        if look:
            node.style = self.styles.characters[look].style_id
        if script is not Script.LATIN:
            run.font.no_proof = True
            run.font.rtl = True if script is Script.RIGHT_TO_LEFT else None
            if script is Script.ETHIOPIC:
                run.font.name = "Noto Sans Ethiopic"
                node.rPr.rFonts.set(qn("w:cs"), "Noto Sans Ethiopic")
            node.rPr.append(made("w:lang", **_LANGUAGES[script]))
        return node

    def _link(self, target: str) -> Any:
        """Give the element a link stands in; None when it leads nowhere."""
        if target.startswith("#"):
            name = self.anchors.name(target[1:])
            return made("w:hyperlink", anchor=name, history=1) if name else None
        link = made("w:hyperlink", history=1)
        link.set(qn("r:id"), self.word.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
        return link
