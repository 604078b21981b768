"""The Document: title, sections and blocks as plain values. No HTML; every writer starts from here."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Annotated, Literal

from pydantic import Field

from psoh_cli.report.spans import Line, Value, plain
from psoh_cli.report.version import Version
from psoh_cli.vocabulary import Provenance, Verdict


class Paragraph(Value):
    """A paragraph; a lead opens a section, a small one explains beneath."""

    kind: Literal["alinea"] = "alinea"
    content: Line
    style: Literal["gewoon", "lead", "klein"] = "gewoon"


class Heading(Value):
    """A small heading inside a section."""

    kind: Literal["tussenkop"] = "tussenkop"
    text: str
    note: str = ""


class Bullets(Value):
    """A list of lines."""

    kind: Literal["lijst"] = "lijst"
    items: tuple[Line, ...]
    ordered: bool = False


class Term(Value):
    """A term with its description."""

    term: str
    content: Line


class Definitions(Value):
    """Terms with their descriptions, the terms in the margin."""

    kind: Literal["begrippen"] = "begrippen"
    items: tuple[Term, ...]


ColumnKind = Literal["tekst", "getal", "geld", "oordeel", "code"]


class Column(Value):
    """A column of a table; widths are shares of the whole."""

    title: str
    kind: ColumnKind = "tekst"
    width: int = 1


_LETTERS_ACROSS = 110
"""Letters on a line of a table as wide as an upright page."""


class Table(Value):
    """A table with a caption; the first cell of each row may head it, the last row may be a total."""

    kind: Literal["tabel"] = "tabel"
    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Line, ...], ...]
    row_headers: bool = True
    footer: bool = False
    note: Line = ()

    @property
    def most_lines(self) -> int:
        """Reckon how many lines the tallest row takes on an upright page."""
        total = sum(column.width for column in self.columns) or 1
        letters = [max(1, _LETTERS_ACROSS * column.width // total) for column in self.columns]
        return max(
            (
                -(-len(plain(cell)) // wide)
                for row in self.rows
                for cell, wide in zip(row, letters, strict=False)
            ),
            default=0,
        )


class Figure(Value):
    """A drawing with its title and what it says in words."""

    kind: Literal["figuur"] = "figuur"
    svg: str
    title: str
    caption: Line
    width: int = 0
    """Least width on a screen, in pixels; a narrower screen scrolls."""


class KeyFigure(Value):
    """A number with its label, and its year and source as note."""

    value: str
    label: str
    note: str = ""


class KeyFigures(Value):
    """A few numbers in a row."""

    kind: Literal["kerncijfers"] = "kerncijfers"
    items: tuple[KeyFigure, ...]


class Part(Value):
    """A labelled part of a panel, finding or column: one line, or several as a list."""

    label: str
    items: tuple[Line, ...]


class Labelled(Value):
    """Labelled parts by themselves."""

    kind: Literal["delen"] = "delen"
    parts: tuple[Part, ...]


class Panel(Value):
    """A framed subject with an answer in one sentence and labelled parts."""

    kind: Literal["paneel"] = "paneel"
    id: str
    number: str = ""
    title: str
    origin: Line = ()
    """Who raises this subject, where that is another than who answers: it stands with the title."""
    verdict: Verdict | None = None
    lead: Line = ()
    parts: tuple[Part, ...] = ()


class Answers(Value):
    """A question with each answer before the roles that gave it."""

    text: str
    items: tuple[Term, ...]


class FindingBlock(Value):
    """A finding: a statement, its verdict, the reason and what lies behind it."""

    kind: Literal["bevinding"] = "bevinding"
    id: str
    title: str
    verdict: Verdict
    lead: Line
    voices: tuple[Answers, ...] = ()
    """What many informants said, set small instead of told in the reason."""
    parts: tuple[Part, ...] = ()
    quiet: bool = False
    """Set small: nothing to do here."""


class Callout(Value):
    """A remark that must not be missed."""

    kind: Literal["kader"] = "kader"
    tone: Literal["let-op", "besluit", "uitleg"]
    title: str
    content: tuple[Line, ...]


class ShortList(Value):
    """One of the columns that stand side by side."""

    title: str
    verdict: Verdict | None = None
    items: tuple[Line, ...]
    note: str = ""


class Columns(Value):
    """Short lists side by side."""

    kind: Literal["kolommen"] = "kolommen"
    columns: tuple[ShortList, ...]


class DiscussionPoint(Value):
    """Something to talk over, with what was decided on it and space to write what is decided now."""

    id: str
    number: str = ""
    code: str = ""
    """What names this point in a command, whatever its number is by then."""
    title: str
    lead: Line = ()
    parts: tuple[Part, ...] = ()
    decided: tuple[Term, ...] = ()
    """What was decided before: when, and what; the latest first."""
    state: str = ""
    """What stands where nothing was decided yet."""
    prompts: tuple[str, ...] = ()
    """What there is to write, each on a line of its own."""
    lines: int = 0
    """Empty lines after the first prompt: more to write on."""


class Discussion(Value):
    """Points to talk over: what is known of each on the left, space to write a decision on the right."""

    kind: Literal["gesprek"] = "gesprek"
    caption: str
    items: tuple[DiscussionPoint, ...]


class Legend(Value):
    """What the provenance badges mean."""

    kind: Literal["legenda"] = "legenda"
    items: tuple[Term, ...]


Block = Annotated[
    Paragraph | Heading | Bullets | Definitions | Table | Figure | KeyFigures | Panel | FindingBlock | Callout | Columns
    | Legend | Labelled | Discussion,
    Field(discriminator="kind"),
]  # fmt: skip

PageKind = Literal["doorlopend", "nieuw", "liggend", "eigen"]
"""Runs on; begins a page; stands on landscape pages; has one page of its own."""


class Section(Value):
    """A numbered part of a document, with parts of its own."""

    id: str
    number: str = ""
    title: str
    page: PageKind = "doorlopend"
    blocks: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()


class SourceLine(Value):
    """One source as it stands in the list: numbered, with publisher, year and provenance."""

    number: int
    id: str
    title: str
    publisher: str
    year: str
    url: str = ""
    provenance: Provenance | None = None


class Document(Value):
    """Everything a report says, in order."""

    id: str
    """The name of its file, without the ending: the kind and the version."""
    kind: str
    version: Version = Version.COUNCIL
    title: str
    subtitle: str
    gemeente: str
    as_of: str
    """The peildatum in words."""
    day: str
    """The same as `jjjj-mm-dd`."""
    status: str
    banner: str = ""
    strip: str = ""
    """The banner in a few words, for every page."""
    asked: str
    knowledge_version: str
    facts: tuple[Term, ...] = ()
    sections: tuple[Section, ...]
    sources: tuple[SourceLine, ...] = ()
    colophon: tuple[Term, ...] = ()
    """How this file came about: what it was made with and from; filled in when it is made."""


def to_json(document: Document) -> str:
    """Write a document as stable JSON with Dutch keys."""
    return json.dumps(document.model_dump(mode="json"), ensure_ascii=False, indent=2) + "\n"


def walk(sections: tuple[Section, ...]) -> Iterator[Section]:
    """Give all sections, each before its own parts."""
    for section in sections:
        yield section
        yield from walk(section.sections)
