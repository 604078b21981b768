"""Documents for the office writers: one with everything a document can hold, and one full of hostile text."""

from __future__ import annotations

from psoh_cli.report import svg
from psoh_cli.report.document import (
    Answers,
    Bullets,
    Callout,
    Column,
    Columns,
    Definitions,
    Document,
    Figure,
    FindingBlock,
    Heading,
    KeyFigure,
    KeyFigures,
    Labelled,
    Legend,
    Panel,
    Paragraph,
    Part,
    Section,
    ShortList,
    SourceLine,
    Table,
    Term,
)  # fmt: skip
from psoh_cli.report.spans import Badge, Cite, Mark, Reference, code, line, lines, quiet, strong
from psoh_cli.vocabulary import Provenance, Verdict

DRAWING = svg.drawing(
    title="Proefgrafiek", description="Twee balken: 3 en 5.", width=400, height=120,
    parts=(
        svg.box(0, 0, 300, 40, fill="#0B4A5F"), svg.hatching(0, 60, 200, 40),
        svg.words(4, 24, "Drie", fill="#FFFFFF"),
    ),
)  # fmt: skip

SPANS = line(
    (
        "Gewoon ", strong("nadruk "), quiet("rustig "), code("psoh uitleg"), " ", Badge(provenance=Provenance.ARQ),
        Badge(provenance=Provenance.COMPARABLE), Badge(provenance=Provenance.DERIVED), Cite(numbers=(1, 2)), " ",
        Mark(verdict=Verdict.PARTLY), " ", Reference(text="zie paneel", target="#paneel-een"), " ",
        Reference(text="de site", target="https://example.org/a?b=1&c=2"), " ",
        Reference(text="nergens", target="#bestaat-niet"), " ",
        Reference(text="geen adres", target="javascript:alert(1)"),
    )
)  # fmt: skip


def table(*, columns: int = 3, rows: int = 3, caption: str = "Kosten", footer: bool = True) -> Table:
    return Table(
        caption=caption,
        columns=tuple(
            Column(
                title=f"Kolom {place}", kind="tekst" if place == 0 else "geld", width=3 if place == 0 else 1
            )
            for place in range(columns)
        ),
        rows=tuple(tuple(line(f"r{row}k{place}") for place in range(columns)) for row in range(rows)),
        footer=footer,
        note=line("Noot onder de tabel."),
    )


EVERY_BLOCK = (
    Paragraph(content=line("Een inleiding."), style="lead"),
    Paragraph(content=SPANS),
    Paragraph(content=line("Kleine letters."), style="klein"),
    Heading(text="Een tussenkop", note="met een noot"),
    Bullets(items=lines("eerste punt", "tweede punt")),
    Bullets(items=lines("stap een", "stap twee"), ordered=True),
    Bullets(items=lines("opnieuw een"), ordered=True),
    Definitions(items=(Term(term="begrip", content=line("uitleg van het begrip")),)),
    table(),
    Figure(svg=DRAWING, title="Een grafiek", caption=line("Wat hij zegt."), width=400),
    Figure(svg=DRAWING, title="", caption=()),
    KeyFigures(
        items=(KeyFigure(value="640", label="statushouders", note="2026, CBS"), KeyFigure(value="12", label="taal"))
    ),
    Labelled(parts=(Part(label="Eerst", items=lines("dit", "dan dat")),)),
    Panel(
        id="paneel-een", number="P1", title="Paneeltitel", origin=line(Badge(provenance=Provenance.ARQ)),
        verdict=Verdict.MISSING, lead=line("Het antwoord."), parts=(Part(label="Hoe zeker", items=lines("zeker")),),
    ),
    Panel(id="paneel-twee", title="Paneel zonder nummer", lead=line("Zonder oordeel.")),
    FindingBlock(
        id="bevinding-een", title="Niemand volgt op", verdict=Verdict.NOT_APPLICABLE, lead=line("Omdat."),
        voices=(Answers(text="Wie volgt op?", items=(Term(term="nee", content=line("de huisarts")),)),),
        parts=(Part(label="Rust op", items=lines("gesprek")),),
    ),
    FindingBlock(id="bevinding-stil", title="Hier hoeft niets", verdict=Verdict.MET, lead=line("Goed zo."), quiet=True),
    Callout(tone="let-op", title="Pas op", content=lines("een ding")),
    Callout(tone="besluit", title="Besluit", content=lines("neem kennis", "neem een besluit")),
    Callout(tone="uitleg", title="Uitleg", content=lines("zo zit het")),
    Columns(
        columns=(
            ShortList(title="Goed", verdict=Verdict.MET, items=lines("gaat goed"), note="en nog 2"),
            ShortList(title="Los", items=lines("los punt")),
        )
    ),
    Legend(items=(Term(term="arq", content=line("wat ARQ zegt")), Term(term="iets", content=line("anders")))),
)  # fmt: skip


def document(**fields: object) -> Document:
    known: dict[str, object] = {
        "id": "proef-raad", "kind": "proef", "title": "Proefplan", "subtitle": "Om te proberen",
        "gemeente": "Voorbeeldstad", "as_of": "1 mei 2026", "day": "2026-05-01", "status": "concept",
        "asked": "niemand", "knowledge_version": "2026.1",
        "facts": (Term(term="Status", content=line("concept")),),
        "sections": (
            Section(id="alles", number="1", title="Alles", page="nieuw", blocks=EVERY_BLOCK),
            Section(
                id="breed", number="2", title="Breed", page="liggend", blocks=(table(columns=6, caption="Breed"),),
                sections=(Section(id="diep", number="2.1", title="Dieper", blocks=(Paragraph(content=line("diep")),)),),
            ),
            Section(id="eind", number="A", title="Slot", blocks=(Paragraph(content=line("slot")),)),
        ),
        "sources": (
            SourceLine(
                number=1, id="b1", title="Handreiking", publisher="ARQ", year="2024", url="https://example.org/h",
                provenance=Provenance.ARQ,
            ),
            SourceLine(number=2, id="b2", title="Onderzoek", publisher="Pharos", year="onbekend", url="geen adres"),
        ),
        "colophon": (Term(term="Gemaakt met", content=line("psoh")),),
    }  # fmt: skip
    return Document.model_validate(known | fields)


HOSTILE = (
    "<script>alert('x')</script> & \"aan\" {{ 7*7 }} ]]>",
    "stuur\x00\x07teken\x1b[31m en los \ud800 surrogaat \ufffe",
    "rechts\u202enaar links\u202c",
    "W" + "oo" * 150 + "rd",
    "مرحبا بالعالم Ahmad عمر",
    "ትግርኛ ሰላም",
    "twee  spaties\ten een tab\nen een regel",
)


def hostile() -> Document:
    """Give a document with hostile words wherever a word can stand."""
    blocks = tuple(
        block
        for text in HOSTILE
        for block in (
            Paragraph(content=line(text)),
            Heading(text=text, note=text),
            Table(
                caption=text, columns=(Column(title=text), Column(title="b")), rows=((line(text), line("x")),)
            ),
            Panel(
                id=text,
                number=text,
                title=text,
                lead=line(text),
                parts=(Part(label=text, items=lines(text)),),
            ),
            Figure(svg=DRAWING, title=text, caption=line(text)),
            Bullets(items=lines(Reference(text=text, target="#" + text), text)),
        )
    )
    text = "".join(HOSTILE)
    return document(
        title=text, subtitle=text, gemeente=text, status=text, banner=text, strip=text,
        sections=(Section(id=text, number="1", title=text, blocks=blocks), Section(id="b", title=text)),
        sources=(SourceLine(number=1, id="b", title=text, publisher=text, year=text, url="file:///etc/passwd"),),
    )  # fmt: skip
