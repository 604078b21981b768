"""The pages of a Word document: their size, header and footer, section by section."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.document import Document as Word
from docx.enum.section import WD_ORIENTATION, WD_SECTION
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from psoh_cli.press.office.flow import on_one_page, running_line
from psoh_cli.press.office.roles import TEXT_WIDTH, Role, Sheet
from psoh_cli.press.office.text import clean
from psoh_cli.press.word.raw import element_of, written
from psoh_cli.press.word.styles import Styles
from psoh_cli.report.document import Document


@dataclass(slots=True, kw_only=True)
class Frame:
    """Lays out the sections of one file; header and footer of a municipality stay, ours come where it has none."""

    word: Word
    document: Document
    styles: Styles
    sheet: Sheet
    own_footer: bool = True

    def begin(self) -> None:
        """Lay out the first section; its first page has no header, and a cover no footer either."""
        first = self.word.sections[-1]
        self._lay(first, landscape=False)
        if not self.styles.house:
            first.header_distance, first.footer_distance = Mm(9), Mm(11)
            first.different_first_page_header_footer = True
        theirs = [head for head in (first.header, first.first_page_header, first.even_page_header)
                  if not head.is_linked_to_previous]  # fmt: skip
        if not theirs:
            self._strip(first.header.paragraphs[0])
        elif self.document.strip:
            for head in theirs:
                self._strip(head.add_paragraph())
        feet = (first.footer, first.first_page_footer, first.even_page_footer)
        self.own_footer = all(foot.is_linked_to_previous for foot in feet)
        if self.own_footer:
            self._foot(first.footer.paragraphs[0], landscape=False)
            if on_one_page(self.document):
                self._foot(first.first_page_footer.paragraphs[0], landscape=False)

    def turn(self, *, landscape: bool) -> None:
        """End the section in its last paragraph, or in an empty one where it ends otherwise, and begin another."""
        section = self.word.add_section(WD_SECTION.NEW_PAGE)
        section.different_first_page_header_footer = False
        body: Any = self.word.element.body
        ending = body.sectPr.getprevious()
        last = ending.getprevious()
        if last.tag == qn("w:p"):
            last.get_or_add_pPr().append(ending.pPr.sectPr)
            body.remove(ending)
        else:
            Paragraph(ending, self.word).style = self.styles.paragraphs[Role.SPACER]
        self._lay(section, landscape=landscape)
        if self.own_footer:
            section.footer.is_linked_to_previous = False
            self._foot(section.footer.paragraphs[0], landscape=landscape)

    def _lay(self, section: Section, *, landscape: bool) -> None:
        sheet = self.sheet
        across, down = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
        section.orientation = WD_ORIENTATION.LANDSCAPE if landscape else WD_ORIENTATION.PORTRAIT
        section.page_width, section.page_height = Mm(across), Mm(down)
        section.top_margin, section.bottom_margin = Mm(sheet.top), Mm(sheet.bottom)
        section.left_margin, section.right_margin, section.gutter = Mm(sheet.left), Mm(sheet.right), Mm(0)

    def _strip(self, paragraph: Paragraph) -> None:
        """Say on every page that this is an example, where it is one."""
        strip = self.document.strip
        paragraph.style = self.styles.paragraphs[Role.STRIP if strip else Role.HEADER]
        if strip:
            paragraph.add_run(clean(strip))

    def _foot(self, paragraph: Paragraph, *, landscape: bool) -> None:
        width, house = self.sheet.text_width(landscape=landscape), self.styles.house
        role = Role.FOOTER if width <= TEXT_WIDTH and not house else Role.FOOTER_WIDE
        paragraph.style = self.styles.paragraphs[role]
        if house:
            paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"{clean(running_line(self.document))}\tpagina ")
        for field in ("PAGE", "NUMPAGES"):
            counted = f'<w:fldSimple w:instr=" {field} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
            element_of(paragraph).extend(written(counted))
            if field == "PAGE":
                paragraph.add_run(" van ")
