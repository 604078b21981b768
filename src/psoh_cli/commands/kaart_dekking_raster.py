"""The coverage laid out in letters: steps down, columns across, in blocks that fit a screen of 80 columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.kaart.coverage_columns import Column
    from psoh_cli.kaart.coverage_matrix import Matrix

_WIDTH = 80
_MOST_LABEL = 36
_LEAST_LABEL = 26
_LONGEST_HEAD = 8
_SHARE = "bereikt"
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def grids(matrix: Matrix) -> Iterator[list[str]]:
    """Lay the matrix out in blocks that fit the screen, each with the steps down."""
    heads = _heads(matrix.columns)
    weights = [_weight(column) for column in matrix.columns] if matrix.is_weighed else [""] * len(heads)
    widths = [max(len(head), len(weight), 1) + 2 for head, weight in zip(heads, weights, strict=True)]
    share = len(_SHARE) + 2 if matrix.is_weighed else 0
    longest = max((len(row.name) for row in matrix.rows), default=0)
    label = min(longest, _MOST_LABEL if sum(widths) + share + _MOST_LABEL <= _WIDTH else _LEAST_LABEL)
    for start, end in _blocks(widths, room=_WIDTH - label - share):
        places = range(start, end)
        yield [
            _line(
                "",
                [heads[place] for place in places],
                widths[start:end],
                label=label,
                last=_SHARE if share else "",
            ),
            *(
                [_line("aantal", [weights[place] for place in places], widths[start:end], label=label)]
                if matrix.is_weighed
                else []
            ),
            *_letters(matrix, places=places, widths=widths[start:end], label=label),
        ]


def _letters(matrix: Matrix, *, places: range, widths: Sequence[int], label: int) -> Iterator[str]:
    from psoh_cli.kaart.coverage_words import LETTERS

    for row in matrix.rows:
        letters = [LETTERS[matrix.cell[row.id, matrix.columns[place].id].reach] for place in places]
        yield _line(_cut(row.name, label), letters, widths, label=label, last=row.share_in_words)


def _line(name: str, cells: Sequence[str], widths: Sequence[int], *, label: int, last: str = "") -> str:
    middle = "".join(cell.rjust(width) for cell, width in zip(cells, widths, strict=True))
    end = last.rjust(len(_SHARE) + 2) if last else ""
    return f"{name.ljust(label)}{middle}{end}".rstrip()


def _blocks(widths: Sequence[int], *, room: int) -> Iterator[tuple[int, int]]:
    start, used = 0, 0
    for place, width in enumerate(widths):
        if used + width > room and place > start:
            yield start, place
            start, used = place, 0
        used += width
    if widths:
        yield start, len(widths)


def _heads(columns: Sequence[Column]) -> list[str]:
    """Give every column a short head: its id where that is short for all, else a letter that the key explains."""
    ids = [column.id.replace("laag-", "laag ") for column in columns]
    if all(len(name) <= _LONGEST_HEAD and name.isprintable() for name in ids):
        return ids
    return [_letter(place) for place in range(len(columns))]


def _letter(place: int) -> str:
    more, rest = divmod(place, len(_LETTERS))
    return (_LETTERS[more - 1] if more else "") + _LETTERS[rest]


def key_of(matrix: Matrix) -> str:
    """Say what the heads stand for, where they do not say so themselves."""
    from psoh_cli.terminal.wrapping import unbroken

    pairs = zip(_heads(matrix.columns), matrix.columns, strict=True)
    named = [unbroken(f"{head} {column.name}") for head, column in pairs if head != column.name]
    parts = [" · ".join(named)] if named and matrix.per.value != "leeftijd" else []
    hidden = {str(column.people) for column in matrix.columns if isinstance(column.people, str)}
    counted = {"minder dan 5": "<5 minder dan 5", "niet getoond": "n.g. niet getoond"}
    parts.extend(unbroken(text) for word, text in counted.items() if word in hidden)
    if matrix.is_weighed and any(column.people is None for column in matrix.columns):
        parts.append("- niet geteld")
    return " · ".join(parts)


def _weight(column: Column) -> str:
    from psoh_cli.dutch import number

    if isinstance(column.people, int):
        return number(column.people)
    return {"minder dan 5": "<5", "niet getoond": "n.g."}.get(column.people or "", "-")


def _cut(name: str, width: int) -> str:
    return name if len(name) <= width else f"{name[: width - 1]}…"
