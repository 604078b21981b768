"""What somebody has to tell before a foreign spreadsheet can be read as it was meant: plain data, and no screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from psoh_cli.kaart.exchange.incoming import Place
from psoh_cli.kaart.exchange.sheet.foreign_rows import ColumnRead
from psoh_cli.kaart.exchange.sheet.raw_sheet import Row, shown
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.recognise import Table
from psoh_cli.kaart.exchange.sheet.row_places import in_column
from psoh_cli.kaart.exchange.sheet.sheet_fields import labels
from psoh_cli.kaart.exchange.sheet.values import Reader
from psoh_cli.kaart.exchange.sheet.values_words import near
from psoh_cli.privacy.covering import hidden

_EXAMPLES = 3
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


@dataclass(frozen=True, kw_only=True)
class SheetQuestions:
    """All that is open about one or more foreign sheets.

    `organization` is a place where services stand without any organization: answer with
    `mapping.with_fixed("organisatie", name)`. Source and kinds of partners are asked by `preview`.
    """

    columns: tuple[ColumnQuestion, ...] = ()
    words: tuple[WordQuestion, ...] = ()
    organization: Place | None = None

    def __bool__(self) -> bool:
        """Tell whether anything is open."""
        return bool(self.columns or self.words or self.organization)


def about_columns(table: Table, rows: Iterable[Row]) -> tuple[ColumnQuestion, ...]:
    """Ask about every column that holds something and that nobody knows."""
    place = Place(file=table.sheet.file, sheet=table.sheet.name, row=table.first_row)
    taken = {item.field for item in table.headings}
    body = list(rows)
    found = []
    for heading in table.unknown:
        examples = _examples(body, heading.column)
        if examples:
            free = [name for name in heading.near if name not in taken]
            found.append(
                ColumnQuestion(
                    heading=heading.text, place=in_column(place, heading.text), examples=examples,
                    candidates=labels(free),
                )
            )  # fmt: skip
    return tuple(found)


def about_words(
    table: Table, columns: Iterable[ColumnRead], rows: Iterable[Row], *, reader: Reader
) -> tuple[WordQuestion, ...]:
    """Ask about words that are none of the choices of their field, the most frequent first."""
    body = list(rows)
    own = reader.columns()
    found = []
    for column in columns:
        choices = own.get((column.field.who or "dienst", column.field.key))
        if choices is None or choices.kind not in {"keuze", "keuzes"}:
            continue
        at = next(item.column for item in table.headings if item.text == column.heading)
        first: dict[str, int] = {}
        counted: Counter[str] = Counter()
        for number, (reading, row) in enumerate(zip(column.readings, body, strict=True)):
            if reading.why and not reading.is_personal and at < len(row):
                text = one_line(shown(row[at]))
                counted[text] += 1
                first.setdefault(text, number)
        for text, count in counted.most_common(_MOST_WORDS):
            place = Place(
                file=table.sheet.file,
                sheet=table.sheet.name,
                row=table.first_row + first[text] + 1,
                column=column.heading,
            )
            found.append(
                WordQuestion(
                    heading=column.heading, label=column.field.label, text=text, count=count, place=place,
                    candidates=near(choices, text), choices=choices.choices,
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
