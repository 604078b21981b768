"""A Document as an OpenDocument text: real styles, headings, tables, contents and pictures; every byte the same."""

from __future__ import annotations

import io
import zipfile
from xml.sax.saxutils import escape

from psoh_cli.press import odt_styles
from psoh_cli.press.odt_body import Body
from psoh_cli.press.odt_styles import HEAD, NAMESPACES
from psoh_cli.press.office_flow import anchors, flow, page_of
from psoh_cli.press.office_text import clean
from psoh_cli.report.document import Document

MIMETYPE = "application/vnd.oasis.opendocument.text"
_MOMENT = (1980, 1, 1, 0, 0, 0)
"""The first day a zip can hold: the same on every computer."""


def render(document: Document) -> bytes:
    """Write a document as .odt; the same input gives the same bytes."""
    body = Body(anchors=anchors(document))
    files = {
        "content.xml": body.write(flow(document, sheet=page_of(document))),
        "styles.xml": odt_styles.write(document),
        "meta.xml": _meta(document),
        "settings.xml": _settings(),
        **dict(sorted(body.pictures.items())),
    }
    files["META-INF/manifest.xml"] = _manifest(tuple(files))
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        # a program that looks at the first bytes must find out what this is, so this one stands first and unpacked
        for name, content in {"mimetype": MIMETYPE.encode(), **files}.items():
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            entry.create_system = 0
            archive.writestr(entry, content)
    return into.getvalue()


def _settings() -> bytes:
    """Say that of the white below one paragraph and above the next the larger counts, as in Word."""
    item = '<config:config-item config:name="AddParaTableSpacing" config:type="boolean">false</config:config-item>'
    return (
        f'{HEAD}<office:document-settings {NAMESPACES} office:version="1.3"><office:settings>'
        f'<config:config-item-set config:name="ooo:configuration-settings">{item}</config:config-item-set>'
        "</office:settings></office:document-settings>"
    ).encode()


def _meta(document: Document) -> bytes:
    moment = f"{document.day}T12:00:00"
    said = {
        "meta:generator": "psoh",
        "dc:title": f"{document.title} {document.gemeente}",
        "dc:subject": document.subtitle,
        "meta:initial-creator": document.gemeente,
        "dc:creator": document.gemeente,
        "meta:creation-date": moment,
        "dc:date": moment,
        "dc:language": "nl-NL",
    }
    told = "".join(f"<{name}>{escape(clean(text))}</{name}>" for name, text in said.items())
    keywords = "".join(
        f"<meta:keyword>{escape(clean(word))}</meta:keyword>"
        for word in ("psychosociale ondersteuning", "statushouders", document.gemeente)
    )
    return (
        f'{HEAD}<office:document-meta {NAMESPACES} office:version="1.3"><office:meta>{told}{keywords}'
        "</office:meta></office:document-meta>"
    ).encode()


def _manifest(names: tuple[str, ...]) -> bytes:
    namespace = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    entries = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" '
        f'manifest:media-type="{"image/png" if name.endswith(".png") else "text/xml"}"/>'
        for name in names
    )
    return (
        f'{HEAD}<manifest:manifest xmlns:manifest="{namespace}" manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="{MIMETYPE}"/>'
        f"{entries}</manifest:manifest>"
    ).encode()
