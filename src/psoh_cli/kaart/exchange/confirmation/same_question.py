"""Which question it is that came back, and what it showed."""

from __future__ import annotations

from psoh_cli.kaart.exchange.confirmation.form import Line, Part
from psoh_cli.kaart.exchange.confirmation.told import ToldLine
from psoh_cli.kaart.exchange.confirmation.verdict import is_same


def line_of(told: ToldLine, now: Part) -> Line | None:
    """Find the question as it would be asked now: by its key, or by the words it begins with, the longest first."""
    if told.key:
        return next((line for line in now.lines if line.ask.key == told.key), None)
    begins = [
        line for line in now.lines if is_same(told.question[: _length(told.question, line)], line.ask.label)
    ]
    return max(begins, key=lambda line: len(line.ask.label), default=None)


def after_label(question: str, line: Line) -> str:
    """Give what a question showed behind its words."""
    rest = question[_length(question, line) :].lstrip()
    return rest if line.ask.label.endswith("?") else rest.removeprefix(":").lstrip()


def _length(question: str, line: Line) -> int:
    """Count how much of a question is its label, however it is spaced."""
    wanted = len("".join(line.ask.label.split()))
    seen = 0
    for at, char in enumerate(question):
        seen += not char.isspace()
        if seen == wanted:
            return at + 1
    return len(question)
