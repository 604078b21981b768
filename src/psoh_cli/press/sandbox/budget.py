"""How much work templates may do: counted in steps and characters, so the outcome is the same on every computer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, TypeVar

from jinja2 import TemplateRuntimeError

MOST_STEPS = 2_000_000
"""The largest document of the examples takes a tenth of it; a template that needs more is stuck."""
MOST_TEXT = 150_000_000
"""Characters in all, parts that are put together more than once counted each time."""
LARGEST_TEXT = 20_000_000
"""Characters in one value."""
LARGEST_LIST = 200_000
"""Things in one list, with everything in them."""
DEEPEST = 60
"""Macros that call each other."""

_PER_STEP = 64
"""Characters that go in one step."""

T = TypeVar("T")


class TooMuchWorkError(TemplateRuntimeError):
    """Stop because a template goes on for too long or makes something too large."""


@dataclass
class Budget:
    """What is left of the work that one document may cost; None for templates of our own."""

    steps: int | None = None
    text: int | None = None
    depth: int = 0

    def step(self, number: int = 1) -> None:
        """Take some steps; raise TooMuchWorkError when there are none left."""
        if self.steps is None:
            return
        self.steps -= number
        if self.steps < 0:
            raise TooMuchWorkError("het sjabloon doet te veel werk: een lus is te lang of een tekst te groot")

    def write(self, length: int) -> None:
        """Write some characters; raise TooMuchWorkError when the document grows out of hand."""
        self.step(1 + length // _PER_STEP)
        if self.text is None:
            return
        self.text -= length
        if self.text < 0:
            raise TooMuchWorkError("het document wordt te groot")

    def weigh(self, value: object) -> None:
        """Take the steps that looking through a value costs."""
        if self.steps is not None:
            self.step(weight(value))


_current: ContextVar[Budget] = ContextVar("budget")


def start(*, limited: bool) -> None:
    """Begin a document with a new budget."""
    _current.set(Budget(steps=MOST_STEPS, text=MOST_TEXT) if limited else Budget())


def current() -> Budget:
    """Give the budget of the document that is being written."""
    found = _current.get(None)
    if found is None:
        found = Budget(steps=MOST_STEPS, text=MOST_TEXT)
        _current.set(found)
    return found


def weight(value: object) -> int:
    """Reckon how many steps it takes to look through a value; raise TooMuchWorkError when it is too large.

    A list is weighed with everything in it each time it stands there: that is what printing or comparing costs.
    """
    total = 0
    todo: list[object] = [value]
    while todo:
        item = todo.pop()
        total += 1
        if isinstance(item, str | bytes):
            total += len(item) // _PER_STEP
            _expect_text(len(item))
        elif isinstance(item, list | tuple | set | frozenset):
            todo.extend(item)
        elif isinstance(item, dict):
            todo.extend(item.keys())
            todo.extend(item.values())
        if total + len(todo) > LARGEST_LIST * 2:
            raise TooMuchWorkError("een lijst is te groot")
    return total


def _expect_text(length: int) -> None:
    if length > LARGEST_TEXT:
        raise TooMuchWorkError("een tekst is te groot")


def expect_joinable(lengths: Iterable[int]) -> None:
    """Make sure before texts are joined that the whole is not too large; raise TooMuchWorkError."""
    total = sum(lengths)
    _expect_text(total)
    current().step(1 + total // _PER_STEP)


def counted(items: Iterable[T]) -> Iterator[T]:
    """Yield the same, and take a step for each."""
    budget = current()
    for item in items:
        budget.step()
        yield item


def plain_text(value: Any) -> str:
    """Give a value that may be printed as text; raise TemplateRuntimeError for a list or a part of the document."""
    if not is_plain(value):
        raise TemplateRuntimeError(f"hier hoort een tekst of een getal, geen {_named(value)}")
    return str(value)


def is_plain(value: object) -> bool:
    """Tell whether a value is a text or a number, or nothing."""
    return value is None or isinstance(value, str | int | float)


def _named(value: object) -> str:
    return "lijst" if isinstance(value, list | tuple | dict | set) else f"'{type(value).__name__}'"
