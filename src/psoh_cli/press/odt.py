"""A Document as an OpenDocument text: real styles, headings, tables, contents and pictures; every byte the same."""

from __future__ import annotations

import io
from datetime import datetime

import odfdo

from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.press.office import zip as office_zip
from psoh_cli.press.office.dress import dress
from psoh_cli.press.office.flow import anchors, flow, page_of
from psoh_cli.press.office.text import clean
from psoh_cli.press.opendocument import pages as odt_pages
from psoh_cli.press.opendocument import styles as odt_styles
from psoh_cli.press.opendocument.body import Body
from psoh_cli.report.document import Document

MIMETYPE = "application/vnd.oasis.opendocument.text"
_NEEDED = {"mimetype", "content.xml", "styles.xml", "meta.xml", "settings.xml", "META-INF/manifest.xml"}
_SETTINGS = (
    '<?xml version="1.0" encoding="UTF-8"?>\n'
    '<office:document-settings xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:config="urn:oasis:names:tc:opendocument:xmlns:config:1.0" '
    'xmlns:ooo="http://openoffice.org/2004/office" office:version="1.4"><office:settings>'
    '<config:config-item-set config:name="ooo:configuration-settings"><config:config-item '
    'config:name="AddParaTableSpacing" config:type="boolean">false</config:config-item>'
    "</config:config-item-set></office:settings></office:document-settings>"
)
"""Of the white below one paragraph and above the next the larger counts, as in Word."""


def render(document: Document, *, style: HouseStyle = HouseStyle()) -> bytes:  # noqa: B008  (frozen)
    """Write a document as .odt; the same input gives the same bytes.

    The colours of `style` are those of our own styles, and its logo stands on the cover.
    """
    text = _blank()
    worn = dress(style)
    odt_styles.add(text, dress=worn)
    odt_pages.add(text, document)
    _describe(text, document)
    items = flow(document, sheet=page_of(document), logo=style.logo)
    Body(text=text, dress=worn, anchors=anchors(document)).write(items)
    into = io.BytesIO()
    text.save(into)
    # a program that looks at the first bytes must find out what this is, so this one stands first and unpacked
    return office_zip.timeless(into.getvalue(), first="mimetype", plain=True)


def _blank() -> odfdo.Document:
    """Give the file that odfdo begins with, without its styles, text, thumbnail and settings."""
    text = odfdo.Document("text")
    for path in text.manifest.get_paths():
        if path not in {*_NEEDED, "/"}:
            text.manifest.del_full_path(path)
    for path in text.parts:
        if path not in _NEEDED:
            text.del_part(path)
    for part, holders in (
        (text.styles, ("font-face-decls", "styles", "automatic-styles", "master-styles")),
        (text.content, ("font-face-decls", "automatic-styles")),
    ):
        for holder in holders:
            found = part.get_element(f"//office:{holder}")
            if found is not None:
                found.clear()
    text.body.clear()
    text.set_part("settings.xml", _SETTINGS.encode())
    return text


def _describe(text: odfdo.Document, document: Document) -> None:
    """Write the properties: title, municipality, subject and day; the clock has no part in them."""
    about = text.meta
    about.strip(generator="psoh", creation_date=datetime.fromisoformat(f"{document.day}T12:00:00"))
    about.title = clean(f"{document.title} {document.gemeente}")
    about.subject = clean(document.subtitle)
    about.initial_creator = about.creator = clean(document.gemeente)
    about.language = "nl-NL"
    about.keyword = clean(f"psychosociale ondersteuning, statushouders, {document.gemeente}")
