"""Where the table on a sheet begins, and which field each of its columns is about."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from psoh_cli.kaart.exchange.sheet.headings import SURE, Likely, likely
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping, heading_key
from psoh_cli.kaart.exchange.sheet.reading import one_line
from psoh_cli.kaart.exchange.sheet.sheet_fields import IGNORED, field_named
from psoh_cli.workbooks.raw_sheet import Cell, Merged, RawSheet, Row, shown

_LOOKED_AT = 40
_LONGEST = 110
_MOST_SUGGESTED = 4
JOINED = frozenset({"openingstijden", "toelichting", "talen", "aanbod"})
"""Fields for which several columns are put together."""


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A column with what stands above it; `field` is empty where nobody knows what it is about."""

    column: int
    text: str
    """What stands above it, below the heading of its group: `Contact: Tel.`"""
    field: str = ""
    near: tuple[str, ...] = ()
    """Fields it may be about, the likeliest first."""
    is_guessed: bool = False
    """Whether the field was found by likeness, so that it has to be told."""
    is_doubtful: bool = False
    """Whether it is a name, and nobody knows of what: of the service or of the organization."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """The table on a sheet: its columns, and the first row below its headings, counted from 0."""

    sheet: RawSheet
    headings: tuple[Heading, ...]
    first_row: int
    headings_row: int = 0
    """The row of the headings, or the first of the two, counted from 0."""

    def of(self, field: str) -> tuple[Heading, ...]:
        """Give the columns about a field."""
        return tuple(item for item in self.headings if item.field == field)

    @property
    def unknown(self) -> tuple[Heading, ...]:
        """The columns about which nobody knows what they say."""
        return tuple(item for item in self.headings if not item.field)

    @property
    def known(self) -> tuple[Heading, ...]:
        """The columns that are taken over."""
        return tuple(item for item in self.headings if item.field not in {"", IGNORED})


@dataclass(frozen=True, kw_only=True)
class _Start:
    """A row, or two, that may be the headings."""

    row: int
    count: int
    names: tuple[tuple[int, str, str], ...]
    """Column, heading of the group, heading."""
    score: float


def find_table(sheet: RawSheet, *, mapping: SheetMapping) -> Table | None:
    """Find the row of headings and what each column is about; None when no row looks like headings."""
    told = mapping.header_row(sheet.name)
    rows = (
        [told - 1]
        if told
        else [row for row in range(min(len(sheet.rows), _LOOKED_AT)) if any(sheet.rows[row])]
    )
    starts = [
        start for row in rows if row < len(sheet.rows) for start in _starts(sheet, row, mapping=mapping)
    ]
    best = max(starts, key=lambda start: (start.score, -start.count, -start.row), default=None)
    if best is None or (best.score < 2 * SURE and not told):
        return None
    return Table(sheet=sheet, headings=_headings(best, mapping=mapping), first_row=best.row + best.count,
                 headings_row=best.row)  # fmt: skip


def _starts(sheet: RawSheet, row: int, *, mapping: SheetMapping) -> Iterable[_Start]:
    """Give the headings in one row, and in this row with the next when its cells stand above groups."""
    texts = _texts(sheet.rows[row])
    names = [(column, "", text) for column, text in texts.items()]
    yield _Start(row=row, count=1, names=tuple(names), score=_score(sheet.rows[row], names, mapping=mapping))
    if row + 1 >= len(sheet.rows):
        return
    below = _texts(sheet.rows[row + 1])
    groups = _groups(texts, below=below, merged=[item for item in sheet.merged if item.first_row == row])
    if len(groups) >= 2:
        names = [
            (column, groups.get(column, ""), below[column])
            if column in below
            else (column, "", texts[column])
            for column in sorted({*texts, *below})
            if column in below or column not in groups
        ]
        score = _score(sheet.rows[row + 1], names, mapping=mapping)
        yield _Start(row=row, count=2, names=tuple(names), score=score)


def _texts(row: Row) -> dict[int, str]:
    return {
        column: one_line(shown(cell))
        for column, cell in enumerate(row)
        if cell != "" and one_line(shown(cell))
    }


def _groups(texts: Mapping[int, str], *, below: Mapping[int, str], merged: list[Merged]) -> dict[int, str]:
    """Give columns with the heading of the group they stand under: a merged cell, or one with empty cells behind it."""
    wide = {item.first_column: item.last_column for item in merged if item.last_column > item.first_column}
    found: dict[int, str] = {}
    for column, text in texts.items():
        last = wide.get(column, column)
        if not merged and column in below:
            while last + 1 in below and last + 1 not in texts:
                last += 1
        if last > column:
            found.update({at: text for at in range(column, last + 1) if at in below})
    return found


def _score(row: Row, names: Sequence[tuple[int, str, str]], *, mapping: SheetMapping) -> float:
    """Tell how much a row is one of headings: known words count, and sentences, numbers and dates do not."""
    if len(names) < 2:
        return 0.0
    score = 0.0
    for column, group, text in names:
        cell: Cell = row[column] if column < len(row) else ""
        if len(text) > _LONGEST or isinstance(cell, int | float | date):
            score -= 0.5
        elif mapping.field_of(_whole(group, text)):
            score += 1.0
        else:
            best = next(iter(likely(text, group=group)), None)
            score += best.score if best is not None and best.score >= SURE else 0.0
    return score


def _headings(start: _Start, *, mapping: SheetMapping) -> tuple[Heading, ...]:
    texts = _apart(_whole(group, text) for _, group, text in start.names)
    told = [mapping.field_of(text) for text in texts]
    options = [
        () if said else likely(text, group=group)
        for (_, group, text), said in zip(start.names, told, strict=True)
    ]
    chosen = _assigned(options, taken={said for said in told if said and said != IGNORED})
    fields = {item for item in (*told, *(pick.field for pick in chosen if pick)) if item}
    return tuple(
        Heading(
            column=column,
            text=text,
            field=said or (pick.field if pick else ""),
            is_doubtful=not said and _is_bare_name(text, fields=fields),
            near=tuple(option.field for option in some if field_named(option.field))[:_MOST_SUGGESTED],
            is_guessed=bool(pick and pick.is_guess),
        )
        for (column, _, _), text, said, pick, some in zip(
            start.names, texts, told, chosen, options, strict=True
        )
    )


def _is_bare_name(text: str, *, fields: set[str]) -> bool:
    """Tell whether a heading is only `Naam`, on a sheet about services where nothing tells whose name it is."""
    return (
        heading_key(text) == "naam"
        and not {"dienst", "organisatie"} <= fields
        and any(
            (known := field_named(name)) and known.who == "dienst" and name != "dienst" for name in fields
        )
    )


def _assigned(options: Sequence[tuple[Likely, ...]], *, taken: set[str]) -> list[Likely | None]:
    """Give each column a field: the surest first, and those that can be only one before the rest."""
    pairs = [
        (option, at, sum(other.score >= option.score - 0.05 for other in some))
        for at, some in enumerate(options)
        for option in some
        if option.score >= SURE
    ]
    chosen: list[Likely | None] = [None] * len(options)
    for option, at, _ in sorted(
        pairs, key=lambda pair: (-round(pair[0].score, 1), pair[2], -pair[0].score, pair[1])
    ):
        if chosen[at] is None and (option.field not in taken or option.field in JOINED):
            chosen[at] = option
            taken.add(option.field)
    return chosen


def _whole(group: str, text: str) -> str:
    return f"{group}: {text}" if group and heading_key(group) != heading_key(text) else text


def _apart(texts: Iterable[str]) -> tuple[str, ...]:
    """Give every heading a text of its own: a second `Naam` is `Naam (2)`."""
    seen: dict[str, int] = {}
    found = []
    for text in texts:
        count = seen[heading_key(text)] = seen.get(heading_key(text), 0) + 1
        found.append(text if count == 1 else f"{text} ({count})")
    return tuple(found)
