"""A Document as a Word file: real styles, headings, tables, contents and pictures; every byte the same each time."""

from __future__ import annotations

import io

from psoh_cli.errors import PsohError
from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.press.office import zip as office_zip
from psoh_cli.press.office.dress import dress
from psoh_cli.press.office.flow import anchors, flow, page_of
from psoh_cli.press.word import package as docx_package
from psoh_cli.press.word import parts as docx_parts
from psoh_cli.press.word import styles as docx_styles
from psoh_cli.press.word import template as docx_template
from psoh_cli.press.word.body import Body
from psoh_cli.press.word.frame import Frame
from psoh_cli.press.word.numbering import Numbering
from psoh_cli.report.document import Document


def render(
    document: Document,
    *,
    template: bytes | None = None,
    style: HouseStyle = HouseStyle(),  # noqa: B008  (frozen)
) -> bytes:
    """Write a document as .docx; the same input gives the same bytes.

    `template` is a .docx or .dotx of a municipality: its styles, page, header and footer stay, its text does not.
    The colours of `style` are those of our own styles, and its logo stands on a cover without a template. Raises
    UnreadableError, with the remedy, when the template cannot be used.
    """
    try:
        body = _begun(document, template=template, style=style)
    except PsohError:
        raise
    except Exception as error:  # a file of somebody else can break a reader in any way
        if template is None:
            raise
        raise docx_package.unusable() from error
    logo = style.logo if template is None else None
    body.write(flow(document, sheet=body.frame.sheet, logo=logo))
    docx_parts.describe(body.word, document)
    into = io.BytesIO()
    body.word.save(into)
    return office_zip.timeless(into.getvalue(), first="[Content_Types].xml")


def _begun(document: Document, *, template: bytes | None, style: HouseStyle) -> Body:
    """Open the file with the styles, lists, header and footer it needs, ready for its text."""
    house = docx_template.read(template) if template is not None else None
    word = house.word if house is not None else docx_parts.blank()
    docx_parts.complete(word)
    worn = dress(style)
    numbering = Numbering.in_file(word, house=house is not None, colour=worn.accent)
    styles = docx_styles.add(word, dress=worn, house=house is not None, numberings=numbering.styled)
    sheet = house.sheet if house is not None else page_of(document)
    frame = Frame(word=word, document=document, styles=styles, sheet=sheet)
    frame.begin()
    return Body(word=word, styles=styles, numbering=numbering, anchors=anchors(document), frame=frame)
