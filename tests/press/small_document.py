"""A small document with one of everything that is examined: headings, a table, a drawing, a link, a callout."""

from __future__ import annotations

from psoh_cli.report import svg
from psoh_cli.report.document import (
    Callout,
    Column,
    Document,
    Figure,
    Paragraph,
    Section,
    SourceLine,
    Table,
    Term,
)
from psoh_cli.report.spans import lines


def small_document() -> Document:
    """Give a document of two sections and a source."""
    drawing = svg.drawing(
        title="Twee balken",
        description="De tabel zegt hetzelfde.",
        width=200,
        height=40,
        parts=(
            svg.box(0, 0, 90, 30, fill=svg.PETROL),
            svg.words(10, 20, "balk", fill="#FFFFFF"),
            svg.words(110, 20, "los", fill=svg.INK),
        ),
    )
    table = Table(
        caption="Wat telt",
        columns=(Column(title="Wat", width=3), Column(title="Hoeveel", kind="getal", width=1)),
        rows=tuple(lines(f"Rij {number}", str(number)) for number in range(1, 6)),
    )
    return Document(
        id="proef",
        kind="proef",
        title="Een kleine proef",
        subtitle="Met van alles één.",
        gemeente="Voorbeeldstad",
        as_of="21 november 2026",
        day="2026-11-21",
        status="Concept",
        asked="Niemand",
        knowledge_version="1",
        facts=(Term(term="Gemeente", content="Voorbeeldstad"),),
        sections=(
            Section(
                id="eerst",
                number="1",
                title="Wat er is",
                blocks=(
                    Paragraph(content="Een alinea.", style="lead"),
                    Figure(svg=drawing, title="Twee balken", caption="Een balk en een woord.", width=200),
                    table,
                ),
                sections=(Section(id="binnen", number="1.1", title="Dieper", blocks=(Paragraph(content="Tekst."),)),),
            ),
            Section(
                id="dan",
                number="2",
                title="Wat er volgt",
                blocks=(Callout(tone="uitleg", title="Let hierop", content=lines("Dit is uitleg.")),),
            ),
        ),
        sources=(
            SourceLine(
                number=1, id="bron", title="Een bron", publisher="Een uitgever", year="2024",
                url="https://example.org/bron",
            ),
        ),
    )  # fmt: skip
