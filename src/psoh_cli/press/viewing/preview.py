"""What somebody looks at while working: the latest pages, or what keeps them from being made. Shared by threads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from threading import Condition, Lock

from psoh_cli.problems.problem import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """Why there is nothing to look at, and what to do."""

    message: str
    remedy: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document as a page; `draw` makes its PDF when somebody asks for it."""

    title: str
    html: str
    draw: Callable[[], bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """All pages as they are now, by the name of their file without its ending; or the trouble."""

    pages: Mapping[str, Page] = field(default_factory=dict)
    trouble: Trouble | None = None


class Preview:
    """The edition of this moment; whoever waits hears of the next one."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._drawing = Lock()
        self._drawn: dict[str, tuple[int, bytes]] = {}
        self._number = 0
        self._edition = Edition()
        self._is_closed = False

    @property
    def is_closed(self) -> bool:
        """Tell whether nobody will show anything any more."""
        return self._is_closed

    def show(self, edition: Edition) -> None:
        """Put up a new edition and wake whoever waits for it."""
        with self._changed:
            self._number += 1
            self._edition = edition
            self._changed.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._changed:
            self._is_closed = True
            self._changed.notify_all()

    def current(self) -> tuple[int, Edition]:
        """Give the edition of this moment, with its number."""
        with self._changed:
            return self._number, self._edition

    def wait_beyond(self, number: int, *, seconds: float) -> int:
        """Wait until there is an edition with another number, or as long as that; give the number there is."""
        with self._changed:
            self._changed.wait_for(lambda: self._is_closed or self._number != number, timeout=seconds)
            return self._number

    def pdf(self, name: str) -> bytes:
        """Draw the PDF of a page, once per edition and one at a time; raise KeyError when there is no such page."""
        with self._drawing:
            number, edition = self.current()
            page = edition.pages[name]
            made = self._drawn.get(name)
            if made is None or made[0] != number:
                made = self._drawn[name] = (number, page.draw())
            return made[1]
