"""Where the informant goes from a question."""

from __future__ import annotations

from enum import Enum, auto

from psoh_cli.practices.question import Question


class Step(Enum):
    """A step from the question that was put."""

    FORWARD = auto()
    BACK = auto()
    SKIP_THEME = auto()
    CONTINUE = auto()
    LOOK_OVER = auto()
    HERE = auto()
    """Back to the question itself, from what was asked about a choice."""


Move = Step | Question
"""A step, or the question to go to."""
