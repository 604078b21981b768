from __future__ import annotations

import pytest
from pydantic import ValidationError

from psoh_cli.report.document import Document, Paragraph, Section, Table, to_json
from psoh_cli.report.spans import Badge, Cite, Mark, Reference, Words, code, line, pieces, plain, strong
from psoh_cli.vocabulary import Provenance, Verdict


def test_a_line_takes_text_spans_and_mixes() -> None:
    assert line("tekst") == (Words(text="tekst"),)
    assert line("") == ()
    assert line(strong("x")) == (strong("x"),)
    assert line(("a ", Mark(verdict=Verdict.MET), "")) == (Words(text="a "), Mark(verdict=Verdict.MET))


def test_pieces_join_lines_of_any_kind() -> None:
    joined = pieces("a", (" ", code("b")), Cite(numbers=(1,)))
    assert plain(joined) == "a b[1]"


def test_plain_gives_the_words_of_every_kind_of_span() -> None:
    spans = pieces(
        "Zegt ",
        Badge(provenance=Provenance.ARQ),
        Cite(numbers=(1, 2)),
        Mark(verdict=Verdict.MISSING),
        Reference(text="hier", target="#x"),
    )
    assert plain(spans) == "Zegt [arq][1, 2]ontbreekthier"


def test_plain_words_are_written_as_text_and_read_back() -> None:
    paragraph = Paragraph(content=("a ", strong("b")))
    dumped = paragraph.model_dump(mode="json")
    assert dumped["inhoud"] == ["a ", {"soort": "woorden", "tekst": "b", "stijl": "nadruk"}]
    assert Paragraph.model_validate(dumped) == paragraph


def test_values_never_change() -> None:
    with pytest.raises(ValidationError):
        Paragraph(content="a").style = "lead"  # type: ignore[misc]


def test_a_document_reads_back_as_it_was_written() -> None:
    section = Section(
        id="a", title="A", blocks=(Paragraph(content="tekst"), Table(caption="T", columns=(), rows=()))
    )
    document = Document(
        id="proef", kind="proef", title="Proef", subtitle="", gemeente="X", as_of="1 mei 2026", day="2026-05-01",
        status="", asked="", knowledge_version="1", sections=(section,),
    )  # fmt: skip
    written = to_json(document)
    assert Document.model_validate_json(written) == document
    assert '"gemeente": "X"' in written
    assert '"soort": "tabel"' in written
