"""Looking at the documents while somebody works: what changes is made again, and the browser shows it."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path

from psoh_cli.dossier import ingredients
from psoh_cli.dossier.dossier_files import REPORTS_FOLDER
from psoh_cli.dossier.making import Order, press_of, shared_kaarten
from psoh_cli.errors import ProblemsError, PsohError, UnreadableError
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.press import html
from psoh_cli.press.request import Asked
from psoh_cli.press.viewing.preview import Edition, Page, Preview, Trouble
from psoh_cli.press.viewing.server import serving

_LOOK_AGAIN = 1.0
"""Seconds after which we look anyway: a network drive tells nobody what changed on it; afgeleid."""

Say = Callable[[str], None]


def look(
    folder: Path, *, order: Order, browser: bool, say: Say, wakes: Iterable[object] | None = None
) -> None:
    """Show the documents of a dossier until somebody presses Ctrl-C; nothing is written.

    `wakes` yields each time that something may have changed; without it, the files themselves are watched.
    Raises UnreadableError when there is no dossier to begin with.
    """
    desk = Desk(folder, order=order)
    preview = Preview()
    edition = desk.edition()
    preview.show(edition)
    with serving(preview) as address:
        say(f"Open in de browser: {address}")
        say("Na elke wijziging ververst de pagina vanzelf. Stoppen: Ctrl-C.")
        _say_trouble(edition, say=say)
        if browser and _has_screen():
            _open(address)
        try:
            for _ in _changes(folder, extra=order.extra) if wakes is None else wakes:
                if desk.has_changed():
                    edition = desk.edition()
                    preview.show(edition)
                    if not _say_trouble(edition, say=say):
                        say("Bijgewerkt.")
        except KeyboardInterrupt:
            return


class Desk:
    """One dossier on which somebody works: knows whether anything changed, and makes its pages."""

    def __init__(self, folder: Path, *, order: Order) -> None:
        if not disk.is_folder(folder):
            raise UnreadableError(
                f"{folder} is geen map met een dossier.", remedy="Noem de map van het dossier."
            )
        self._folder = folder
        self._order = order
        self._shared: tuple[str, ...] = ()
        self._seen = ""

    def has_changed(self) -> bool:
        """Tell whether the pages would come out otherwise than they last did."""
        return self._sum_up() != self._seen or not self._seen

    def edition(self) -> Edition:
        """Make all pages, or say what keeps them from being made. A change meanwhile is seen the next time."""
        try:
            self._shared = shared_kaarten(self._folder)
            self._seen = self._sum_up()
            return Edition(pages=self._pages())
        except PsohError as error:
            self._seen = self._sum_up()
            problems = error.problems if isinstance(error, ProblemsError) else ()
            return Edition(trouble=Trouble(message=error.message, remedy=error.remedy, problems=problems))

    def _sum_up(self) -> str:
        return ingredients.sum_up(
            self._folder,
            target=self._folder / REPORTS_FOLDER,
            extra=self._order.extra,
            as_of=self._order.as_of,
            shared=self._shared,
            more=(templates_dir("documenten"),),
        )

    def _pages(self) -> dict[str, Page]:
        html.forget_templates()
        press = press_of(self._folder, order=self._order)
        pages = {}
        for kind in self._order.request.kinds:
            document = press.document(kind)
            drawing = partial(press.make, Asked(name=f"{document.id}.pdf", format="pdf", kind=kind))
            pages[document.id] = Page(title=document.title, html=press.page(kind), draw=drawing)
        return pages


def _changes(folder: Path, *, extra: Path | None) -> Iterator[object]:
    """Yield when something in the folders may have changed, and every second besides."""
    places = [place for place in (folder, extra, templates_dir("documenten")) if place and place.exists()]
    try:
        import watchfiles

        yield from watchfiles.watch(
            *places, debounce=200, rust_timeout=int(_LOOK_AGAIN * 1000), yield_on_timeout=True
        )
    except (
        ImportError,
        OSError,
        RuntimeError,
    ):  # no watching here, or more files than the system lets us watch
        while True:
            time.sleep(_LOOK_AGAIN)
            yield None


def _say_trouble(edition: Edition, *, say: Say) -> bool:
    """Say in one line what keeps the pages from being made; tell whether there was anything to say."""
    trouble = edition.trouble
    if trouble is None:
        return False
    first = next(iter(trouble.problems), None)
    place = f" {first.file}:{first.line}:{first.column} {first.message}" if first else ""
    say(f"Nog niet te zien: {trouble.message}{place}")
    return True


def _has_screen() -> bool:
    """Tell whether a browser can open a window here; a browser inside the terminal is nobody's wish."""
    if sys.platform in {"win32", "darwin"}:
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _open(address: str) -> None:
    import webbrowser

    webbrowser.open(address)
