"""A document of one sentence, to try a page with."""

from __future__ import annotations

from psoh_cli.report.document import Document, Paragraph, Section


def document(**fields: object) -> Document:
    known: dict[str, object] = {
        "id": "proef", "kind": "proef", "title": "Proef", "subtitle": "-", "gemeente": "X", "as_of": "1 mei 2026",
        "day": "2026-05-01", "status": "-", "asked": "-", "knowledge_version": "1",
        "sections": (Section(id="a", title="A", blocks=(Paragraph(content="tekst"),)),),
    }  # fmt: skip
    return Document.model_validate(known | fields)
