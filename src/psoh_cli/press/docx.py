"""A Document as a Word file: real styles, headings, tables, contents and pictures; every byte the same each time."""

from __future__ import annotations

from psoh_cli.press import docx_numbering, docx_package, docx_parts, docx_styles, docx_template
from psoh_cli.press.docx_body import Body
from psoh_cli.press.docx_drawing import Drawings
from psoh_cli.press.docx_package import HEAD, MAIN, OFFICE, Package, R, W
from psoh_cli.press.office_flow import anchors, flow, page_of
from psoh_cli.report.document import Document

_NAMESPACES = f'xmlns:w="{W}" xmlns:r="{R}" xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'


def render(document: Document, *, template: bytes | None = None) -> bytes:
    """Write a document as .docx; the same input gives the same bytes.

    `template` is a .docx or .dotx of a municipality: its styles, page, header and footer stay, its text does not.
    Raises UnreadableError, with the remedy, when that file cannot be used.
    """
    house = docx_template.read(template) if template is not None else None
    package = house.package if house is not None else Package()
    sheet = house.sheet if house is not None else page_of(document)
    lists = package.parts.get("word/numbering.xml")
    numbering = docx_numbering.Numbering.beside(lists)
    known = package.parts.get("word/styles.xml", docx_styles.blank())
    written, styles = docx_styles.merge(known, house=house is not None, numberings=numbering.styled)
    frame = docx_parts.frame(document, package=package, styles=styles, house=house)
    body = Body(
        package=package,
        drawings=Drawings(package=package, styles=styles),
        styles=styles,
        numbering=numbering,
        anchors=anchors(document),
        section=frame.section,
    )
    text = body.write(flow(document, sheet=sheet))
    package.add(
        MAIN,
        f"{HEAD}<w:document {_NAMESPACES}><w:body>{text}</w:body></w:document>".encode(),
        type=f"{OFFICE}.document.main+xml",
    )
    for kind, content in (
        ("styles", written),
        ("numbering", docx_numbering.write(lists, numbering=numbering, ordered=body.ordered)),
        ("settings", docx_parts.settings(package.parts.get("word/settings.xml"))),
        ("fontTable", package.parts.get("word/fontTable.xml") or docx_parts.font_table()),
    ):
        package.add(f"word/{kind}.xml", content, type=f"{OFFICE}.{kind}+xml")
        package.relate(MAIN, kind, f"word/{kind}.xml")
    docx_parts.describe(document, package=package)
    return docx_package.write(package)
