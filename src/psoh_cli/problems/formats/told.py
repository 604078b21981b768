"""What every format says of a problem: the message with its hint, and where it ends."""

from __future__ import annotations

from psoh_cli.problems.problem import Problem

UNREAD = "ONLEESBAAR"
"""Stands where a code stands, for a file that could not be read."""


def told(message: str, hint: str) -> str:
    """Join a message and its hint, each on a line of its own."""
    return f"{message}\n{hint}" if hint else message


def proper_end(problem: Problem) -> tuple[int, int] | None:
    """Give the place just past a problem; None when it is not known or lies before its beginning."""
    if problem.end is None or problem.end < (problem.line, problem.column):
        return None
    return problem.end


def last_line(problem: Problem) -> int:
    """Give the last line a problem has a character on."""
    end = proper_end(problem)
    if end is None:
        return problem.line
    line, column = end
    return line - 1 if column == 1 and line > problem.line else line


def in_thousands(number: int) -> str:
    """Write a number with points between its thousands."""
    return f"{number:,}".replace(",", ".")
