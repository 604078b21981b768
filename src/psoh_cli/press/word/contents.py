"""The contents of a Word document, filled in: nothing has to be renewed, or asked, when it is opened."""

from __future__ import annotations

from typing import Any
from xml.sax.saxutils import escape, quoteattr

from psoh_cli.press.office.items import Anchors, Contents, Entry
from psoh_cli.press.office.roles import Role
from psoh_cli.press.word.raw import written
from psoh_cli.press.word.styles import Styles

_BEGIN, _SEPARATE, _END = (
    f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")
)


def block(contents: Contents, *, styles: Styles, anchors: Anchors) -> Any:
    """Give the list of contents as a field that is filled in already, in a frame that offers to renew it."""

    def paragraph(role: Role, content: str, more: str = "") -> str:
        style = quoteattr(styles.paragraphs[role].style_id)
        return f"<w:p><w:pPr><w:pStyle w:val={style}/>{more}</w:pPr>{content}</w:p>"

    opening = _field(' TOC \\o "1-2" \\h \\z ')
    lines = [
        paragraph(
            Role.CONTENTS_1 if entry.level == 1 else Role.CONTENTS_2,
            (opening if not place else "") + _entry(entry, name=anchors.name(entry.anchor)),
        )
        for place, entry in enumerate(contents.entries)
    ]
    title = paragraph(Role.CONTENTS_TITLE, _words(contents.title), "<w:pageBreakBefore/>")
    return written(
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(lines)}{paragraph(Role.SPACER, _END)}"
        "</w:sdtContent></w:sdt>"
    )[0]


def _entry(entry: Entry, *, name: str) -> str:
    """Write a line of the contents; the page number is a field that the program fills in when it counts pages."""
    gap = "<w:r><w:tab/></w:r>" if entry.level == 1 else _words("\u2002") if entry.number else ""
    number = _words(entry.number) if entry.number else ""
    counted = _field(rf" PAGEREF {name} \h ")
    page = f"<w:r><w:tab/></w:r>{counted}{_END}"
    return (
        f'<w:hyperlink w:anchor="{name}" w:history="1">{number}{gap}{_words(entry.title)}{page}</w:hyperlink>'
    )


def _field(instruction: str) -> str:
    return (
        f'{_BEGIN}<w:r><w:instrText xml:space="preserve">{escape(instruction)}</w:instrText></w:r>{_SEPARATE}'
    )


def _words(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
