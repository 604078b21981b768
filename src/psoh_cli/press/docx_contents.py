"""The contents of a Word document, filled in: nothing has to be renewed, or asked, when it is opened."""

from __future__ import annotations

from xml.sax.saxutils import escape

from psoh_cli.press.docx_styles import Styles
from psoh_cli.press.office_items import Anchors, Contents, Entry
from psoh_cli.press.office_roles import Role


def spacer(styles: Styles, *, more: str = "") -> str:
    """Give a line without height, where the format wants a paragraph."""
    return f'<w:p><w:pPr><w:pStyle w:val="{styles.paragraphs[Role.SPACER]}"/>{more}</w:pPr></w:p>'


def write(contents: Contents, *, styles: Styles, anchors: Anchors) -> str:
    """Give the list of contents as a field that is filled in already, in a frame that offers to renew it."""
    ids = styles.paragraphs
    title = (
        f'<w:p><w:pPr><w:pStyle w:val="{ids[Role.CONTENTS_TITLE]}"/><w:pageBreakBefore/></w:pPr>'
        f"<w:r><w:t>{escape(contents.title)}</w:t></w:r></w:p>"
    )
    opening = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText xml:space="preserve"> TOC \\o "1-2" \\h \\z </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    lines = [
        _entry(entry, styles=styles, anchors=anchors, before=opening if not place else "")
        for place, entry in enumerate(contents.entries)
    ]
    end = spacer(styles).replace("</w:p>", '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>')
    return (
        '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/>'
        f"</w:docPartObj></w:sdtPr><w:sdtContent>{title}{''.join(lines)}{end}</w:sdtContent></w:sdt>"
    )


def _entry(entry: Entry, *, styles: Styles, anchors: Anchors, before: str) -> str:
    """Write a line of the contents; the page number is a field that the program fills in when it counts pages."""
    style = styles.paragraphs[Role.CONTENTS_1 if entry.level == 1 else Role.CONTENTS_2]
    name = anchors.name(entry.anchor)
    told = f"<w:r><w:t>{escape(entry.number)}</w:t></w:r>" if entry.number else ""
    gap = "<w:r><w:tab/></w:r>" if entry.level == 1 else '<w:r><w:t xml:space="preserve">\u2002</w:t></w:r>'
    number = told + (gap if entry.number or entry.level == 1 else "")
    page = (
        '<w:r><w:tab/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> PAGEREF {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{before}<w:hyperlink w:anchor="{name}" w:history="1">'
        f'{number}<w:r><w:t xml:space="preserve">{escape(entry.title)}</w:t></w:r>{page}</w:hyperlink></w:p>'
    )
