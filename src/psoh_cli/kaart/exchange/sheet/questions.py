"""What somebody has to tell before a foreign spreadsheet can be read as it was meant: plain data, and no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from psoh_cli.came_in import Place
from psoh_cli.kaart.exchange.sheet.foreign_rows import ColumnRead
from psoh_cli.kaart.exchange.sheet.guessing import fields_by_values
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.recognise import JOINED, Table
from psoh_cli.kaart.exchange.sheet.row_places import in_column
from psoh_cli.kaart.exchange.sheet.sheet_fields import labels
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.kaart.exchange.sheet.values_words import near
from psoh_cli.kaart.exchange.sheet.word_choices import languages_for, of_referral
from psoh_cli.privacy.covering import hidden
from psoh_cli.workbooks.raw_sheet import Row, shown

_EXAMPLES = 3
_MOST_LIKELY = 4
_MOST_WORDS = 20
_SHOWN = 60


@dataclass(frozen=True, kw_only=True)
class ColumnQuestion:
    """Which field is a column about? `candidates` are names of fields with their labels, the likeliest first.

    Answer with `mapping.with_column(heading, field)`; `overslaan` leaves the column.
    """

    heading: str
    place: Place
    examples: tuple[str, ...]
    candidates: Mapping[str, str] = field(default_factory=dict)
    question: str = ""
    """What to ask, where it is more than which field it is."""


@dataclass(frozen=True, kw_only=True)
class WordQuestion:
    """What does a word mean that is none of the choices of its field? `count` tells how often it stands there.

    Answer with `mapping.with_word(heading, text, value)`; `overslaan` leaves it.
    """

    heading: str
    label: str
    text: str
    count: int
    place: Place
    candidates: Mapping[str, str] = field(default_factory=dict)
    choices: Mapping[str, str] = field(default_factory=dict)
    part: str = ""
    """The part of the text that is not understood; empty is all of it."""


@dataclass(frozen=True, kw_only=True)
class SheetQuestions:
    """All that is open about one or more foreign sheets.

    `organization` is a place where services stand without any organization: answer with
    `mapping.with_fixed("organisatie", name)`; `area` tells that no column says where the services work: answer with
    `mapping.with_fixed("werkgebied", name)`. Source and kinds of partners are asked by `preview`.
    """

    columns: tuple[ColumnQuestion, ...] = ()
    words: tuple[WordQuestion, ...] = ()
    organization: Place | None = None
    area: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything is open."""
        return bool(self.columns or self.words or self.organization)


def about_columns(table: Table, rows: Iterable[Row]) -> tuple[ColumnQuestion, ...]:
    """Ask about every column that holds something and that nobody knows, and about a name of nobody knows what."""
    place = Place(file=table.sheet.file, sheet=table.sheet.name, row=table.first_row)
    taken = {item.field for item in table.headings} - JOINED
    names = ("organisatie",) if any(item.is_doubtful for item in table.headings) else ()
    body = list(rows)
    found = []
    for heading in table.headings:
        examples = _examples(body, heading.column) if heading.is_doubtful or not heading.field else ()
        if examples and hidden(heading.text) == heading.text:
            near = (*_by_values(body, heading.column), *heading.near)
            free = [*[name for name in dict.fromkeys(near) if name not in taken][:_MOST_LIKELY], *names]
            found.append(
                ColumnQuestion(
                    heading=heading.text, place=in_column(place, heading.text), examples=examples,
                    candidates=_NAMED if heading.is_doubtful else labels(free),
                    question=_WHOSE_NAME.format(heading.text) if heading.is_doubtful else "",
                )
            )  # fmt: skip
    return tuple(found)


_NAMED = {"dienst": "De naam van de dienst", "organisatie": "De naam van de organisatie"}
_WHOSE_NAME = "Is '{}' de naam van de dienst of van de organisatie?"


def _by_values(rows: list[Row], column: int) -> tuple[str, ...]:
    return fields_by_values(row[column] for row in rows if column < len(row))


def about_words(
    table: Table, columns: Iterable[ColumnRead], rows: Iterable[Row], *, reader: Reader
) -> tuple[WordQuestion, ...]:
    """Ask about words that are none of the choices of their field, the most frequent first."""
    body = list(rows)
    own = reader.columns()
    found = []
    for column in columns:
        choices = own.get((column.field.who or "dienst", column.field.key))
        if choices is None or choices.kind not in {"keuze", "keuzes", "talen"}:
            continue
        at = next(item.column for item in table.headings if item.text == column.heading)
        first: dict[str, int] = {}
        counted: Counter[str] = Counter()
        parts: dict[str, str] = {}
        for number, (reading, row) in enumerate(zip(column.readings, body, strict=True)):
            if reading.why and not reading.is_personal and at < len(row):
                text = one_line(shown(row[at]))
                if hidden(text) != text:  # what is about one person is no word to explain
                    continue
                counted[text] += 1
                first.setdefault(text, number)
                parts.setdefault(text, reading.part)
        for text, count in counted.most_common(_MOST_WORDS):
            place = Place(
                file=table.sheet.file,
                sheet=table.sheet.name,
                row=table.first_row + first[text] + 1,
                column=column.heading,
            )
            part = one_line(parts[text])
            if choices.kind == "talen":
                likely, others = languages_for(text, part=part)
                if not others:
                    continue
            else:
                likely = dict(of_referral(column.heading, text, choices) or near(choices, text))
                others = dict(choices.choices)
            found.append(
                WordQuestion(
                    heading=column.heading, label=column.field.label, text=text, count=count, place=place,
                    candidates=likely, choices=others, part=part if choices.kind == "talen" else "",
                )
            )  # fmt: skip
    return tuple(found)


def _examples(rows: list[Row], column: int) -> tuple[str, ...]:
    texts = (one_line(shown(row[column])) for row in rows if column < len(row) and row[column] != "")
    found: dict[str, None] = {}
    for text in texts:
        if text:
            found.setdefault(hidden(text)[:_SHOWN])
        if len(found) == _EXAMPLES:
            break
    return tuple(found)
