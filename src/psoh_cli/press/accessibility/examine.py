"""Proof of accessibility: examines the bytes that were just written, without Java, and tells what was found.

These checks look at what a program can see. They are no validator and no audit; the test suite holds the same
documents against veraPDF, axe and the Nu checker, and people must judge the rest.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping

from psoh_cli.press.accessibility import docx as accessibility_docx
from psoh_cli.press.accessibility import html as accessibility_html
from psoh_cli.press.accessibility import odt as accessibility_odt
from psoh_cli.press.accessibility import pdf as accessibility_pdf
from psoh_cli.press.accessibility.checks import Check, Examined, Result
from psoh_cli.press.accessibility.report import as_json, as_markdown
from psoh_cli.report.document import Document

__all__ = ["EXAMINED", "Examined", "as_json", "as_markdown", "examine"]

_EXAMINERS: Mapping[str, Callable[..., tuple[Check, ...]]] = {
    "html": accessibility_html.checks,
    "pdf": accessibility_pdf.checks,
    "docx": accessibility_docx.docx_checks,
    "odt": accessibility_odt.odt_checks,
}

EXAMINED = tuple(_EXAMINERS)
"""The formats we can examine, by the ending of the file name."""


def examine(name: str, content: bytes, *, document: Document) -> Examined:
    """Examine one file as it stands on disk; of a format without checks it says that nothing could be checked."""
    look = _EXAMINERS.get(name.rpartition(".")[2].lower())
    return Examined(
        name=name,
        title=document.title,
        sha256=hashlib.sha256(content).hexdigest(),
        size=len(content),
        checks=look(content, document=document) if look else (_unknown_format(),),
    )


def _unknown_format() -> Check:
    return Check(
        id="soort", about="Het soort bestand", criteria=(), result=Result.UNDECIDED,
        detail="Voor dit soort bestand heeft psoh geen controles.",
    )  # fmt: skip
