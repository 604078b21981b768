"""What stands around the text of a Word file: its settings, letters and properties."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import docx
from docx.document import Document as Word
from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls, qn

from psoh_cli.press.office.styles import FONT, OTHER_FONT
from psoh_cli.press.office.text import clean
from psoh_cli.press.word import styles as docx_styles
from psoh_cli.press.word.raw import written
from psoh_cli.report.document import Document

_LONGEST = 255
"""What the properties of a Word file can hold, and python-docx accepts."""
_KEPT_OUT = (
    "attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "updateFields", "trackRevisions",
    "docVars", "linkStyles", "hdrShapeDefaults", "saveThroughXslt", "readModeInkLockDown",
    "footnotePr", "endnotePr",
)  # fmt: skip
"""Settings of a house style that reach outside the file, or would keep somebody from editing the plan."""
_SETTINGS = (
    '<w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
    '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
    '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/>'
)
"""Dutch, hyphens only where a style wants them, and nothing that asks a question."""


def blank() -> Word:
    """Give the file that python-docx begins with, without its styles, lists, theme and settings."""
    word = docx.Document()
    kept = {RELATIONSHIP_TYPE.STYLES, RELATIONSHIP_TYPE.SETTINGS}
    for name, relation in list(word.part.rels.items()):
        if relation.reltype not in kept:
            del word.part.rels[name]
    docx_styles.clear(word)
    settings: Any = word.settings.element
    settings[:] = []
    return word


def complete(word: Word) -> None:
    """Add the parts a file lacks, and take from its settings what reaches out or asks a question."""
    needed = {relation.reltype for relation in word.part.rels.values()}
    if RELATIONSHIP_TYPE.STYLES not in needed:
        docx_styles.clear(word)
    settings: Any = word.settings.element
    for name in _KEPT_OUT:
        for node in settings.findall(qn(f"w:{name}")):
            settings.remove(node)
    if RELATIONSHIP_TYPE.SETTINGS not in needed or not len(settings):
        settings[:] = written(_SETTINGS)
    if RELATIONSHIP_TYPE.FONT_TABLE not in needed:
        fonts = Part(
            PackURI("/word/fontTable.xml"), CONTENT_TYPE.WML_FONT_TABLE, _font_table(), word.part.package
        )
        word.part.relate_to(fonts, RELATIONSHIP_TYPE.FONT_TABLE)


def describe(word: Word, document: Document) -> None:
    """Write the properties: title, municipality, subject and day; the clock has no part in them."""
    package: Any = word.part.package
    for name, relation in list(package.rels.items()):
        if relation.reltype != RELATIONSHIP_TYPE.OFFICE_DOCUMENT:
            del package.rels[name]
    said = {
        "title": f"{document.title} {document.gemeente}",
        "subject": document.subtitle,
        "author": document.gemeente,
        "keywords": f"psychosociale ondersteuning; statushouders; {document.gemeente}",
        "language": "nl-NL",
        "last_modified_by": document.gemeente,
        "content_status": document.status,
        "identifier": document.id,
    }
    about = word.core_properties
    for name, text in said.items():
        setattr(about, name, clean(text)[:_LONGEST])
    about.created = about.modified = datetime.fromisoformat(f"{document.day}T12:00:00").replace(tzinfo=UTC)


def _font_table() -> bytes:
    """Tell which letters to take where ours are missing."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="020B0502040504020204"/>'
        f'<w:charset w:val="{charset}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, other, charset in (
            (FONT, OTHER_FONT, "00"), ("Noto Sans Arabic", OTHER_FONT, "B2"), ("Noto Sans Ethiopic", "Nyala", "00"),
        )
    )  # fmt: skip
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'.encode()
