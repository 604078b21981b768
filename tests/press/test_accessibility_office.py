"""Word and OpenDocument files of ours pass every check of ours, and each way of spoiling them is seen."""

from __future__ import annotations

import io
import re
import zipfile
from functools import cache

import pytest
from tests.press.small_document import small_document

from psoh_cli.press import docx, odt
from psoh_cli.press.accessibility.checks import Result
from psoh_cli.press.accessibility.examine import examine

DOCUMENT = small_document()
BODY, STYLES, CORE = "word/document.xml", "word/styles.xml", "docProps/core.xml"


@cache
def good(kind: str) -> bytes:
    return docx.render(DOCUMENT) if kind == "docx" else odt.render(DOCUMENT)


def spoilt(kind: str, part: str, pattern: str, new: str, *, every: bool = True) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(good(kind))) as source, zipfile.ZipFile(target, "w") as spoilt_file:
        for name in source.namelist():
            content = source.read(name)
            if name == part:
                text, count = re.subn(
                    pattern, new, content.decode(), count=0 if every else 1, flags=re.DOTALL
                )
                assert count, f"{pattern} is not in {part}"
                content = text.encode()
            spoilt_file.writestr(name, content)
    return target.getvalue()


def wrong(kind: str, content: bytes) -> dict[str, str]:
    return {check.id: check.detail for check in examine(f"proef.{kind}", content, document=DOCUMENT).wrong}


WORD = [
    ("docx-taal", STYLES, r'(<w:docDefaults>.*?<w:lang [^>]*w:val=")nl-NL', r"\1en-US"),
    ("docx-titel", CORE, r"Een kleine proef", "Document1"),
    ("docx-koppen", BODY, r'"Heading1"', '"Heading3"'),
    ("docx-koppen", BODY, r"Wat er volgt", "Iets anders"),
    ("docx-tabellen", BODY, r"<w:tblHeader[^>]*/>", ""),
    ("docx-tabellen", BODY, r"(.*)<w:tc>.*?</w:tc></w:tr>", r"\1</w:tr>"),
    ("docx-figuren", BODY, r'descr="[^"]*"', 'descr=""'),
    ("docx-inhoud", BODY, r"TOC ", "GEEN "),
    ("docx-koppelingen", "word/_rels/document.xml.rels", r'Id="[^"]*"( [^>]*hyperlink)', r'Id="weg"\1'),
    ("docx-contrast", STYLES, r'(<w:style [^>]*w:styleId="Heading2".*?<w:color w:val=")[0-9A-F]{6}', r"\g<1>CCCCCC"),
]  # fmt: skip


def test_our_own_word_file_passes_every_check() -> None:
    examined = examine("proef.docx", good("docx"), document=DOCUMENT)
    assert [(check.id, check.detail) for check in examined.wrong] == []
    assert {check.id for check in examined.checks} == {row[0] for row in WORD}
    assert all(check.result is Result.GOOD for check in examined.checks)


@pytest.mark.parametrize(
    ("name", "part", "pattern", "new"), WORD, ids=[f"{row[0]}-{at}" for at, row in enumerate(WORD)]
)
def test_each_check_of_word_is_seen_to_fail(name: str, part: str, pattern: str, new: str) -> None:
    assert name in wrong("docx", spoilt("docx", part, pattern, new))


OPEN = [
    ("odt-taal", "styles.xml", r'fo:language="nl"', 'fo:language="en"'),
    ("odt-titel", "meta.xml", r"Een kleine proef", "Document1"),
    ("odt-koppen", "content.xml", r'text:outline-level="1"', 'text:outline-level="3"'),
    ("odt-koppen", "content.xml", r"Wat er volgt", "Iets anders"),
    ("odt-tabellen", "content.xml", r"</?table:table-header-rows>", ""),
    ("odt-figuren", "content.xml", r"<svg:(title|desc)>.*?</svg:\1>", ""),
    ("odt-inhoud", "content.xml", r"text:table-of-content(?=[ >])", "text:section"),
    ("odt-koppelingen", "content.xml", r'xlink:href="[^"]*"', 'xlink:href="#weg"'),
]


def test_our_own_opendocument_passes_every_check() -> None:
    examined = examine("proef.odt", good("odt"), document=DOCUMENT)
    assert [(check.id, check.detail) for check in examined.wrong] == []
    assert {check.id for check in examined.checks} == {row[0] for row in OPEN}


@pytest.mark.parametrize(
    ("name", "part", "pattern", "new"), OPEN, ids=[f"{row[0]}-{at}" for at, row in enumerate(OPEN)]
)
def test_each_check_of_opendocument_is_seen_to_fail(name: str, part: str, pattern: str, new: str) -> None:
    assert name in wrong("odt", spoilt("odt", part, pattern, new))


@pytest.mark.parametrize(("kind", "part"), [("docx", BODY), ("odt", "content.xml")])
def test_nothing_outside_the_file_is_followed(kind: str, part: str) -> None:
    entity = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'
    found = wrong(kind, spoilt(kind, part, r"(<\?xml[^>]*\?>)", rf"\1{entity}"))
    assert set(found) == {f"{kind}-leesbaar"}
    assert "verwijst naar iets daarbuiten" in found[f"{kind}-leesbaar"]


@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_what_is_broken_is_said_to_be(kind: str) -> None:
    part = BODY if kind == "docx" else "content.xml"
    assert set(wrong(kind, spoilt(kind, part, r"</[^>]*>$", ""))) == {f"{kind}-leesbaar"}
    assert set(wrong(kind, good(kind)[:2000])) == {f"{kind}-leesbaar"}
