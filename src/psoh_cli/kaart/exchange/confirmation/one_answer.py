"""One answer to a question, however often it came back: the same mail is quoted again and again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from psoh_cli.kaart.exchange.confirmation.told import ToldLine
from psoh_cli.kaart.exchange.confirmation.verdict import holds, is_same
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.kaart.exchange.refusing import brief

_MOST_SHOWN = 3


def one_answer(copies: Sequence[ToldLine]) -> ToldLine:
    """Give the copy that was answered; of answers that differ none counts, and all are told with their lines."""
    told = [line for line in copies if line.answer or line.why]
    if not told:
        return _one_text(copies)
    different = list[ToldLine]()
    for line in told:
        if not any(_says_the_same(line, other) for other in different):
            different.append(line)
    if len(different) == 1:
        return different[0]
    named = " en ".join(
        f"'{brief(masked(line.answer))}' ({_where(line)})" for line in different[:_MOST_SHOWN]
    )
    return replace(different[0], why=f"hier staan verschillende antwoorden: {named}")


def _one_text(copies: Sequence[ToldLine]) -> ToldLine:
    """Give the question as it stands; when one copy of it was written over, that is told."""
    first = copies[0]
    again = [line for line in copies if line.number == first.number]
    if all(is_same(line.question, first.question) and line.shown == first.shown for line in again):
        return first
    return replace(first, why="deze vraag staat er meer dan één keer, en niet steeds met dezelfde tekst")


def _says_the_same(one: ToldLine, other: ToldLine) -> bool:
    if one.why or other.why:
        return one.why == other.why and one.answer == other.answer
    return is_same(one.answer, other.answer) or (holds(one.answer) and holds(other.answer))


def _where(line: ToldLine) -> str:
    return f"regel {line.place.line}" if line.place.line else f"rij {line.place.row}"
