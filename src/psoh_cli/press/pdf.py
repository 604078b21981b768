"""HTML to an accessible PDF: the one place that knows the renderer. No network; any warning is an error."""

from __future__ import annotations

import atexit
import contextlib
import gc
import io
import logging
import os
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from psoh_cli.errors import MissingRendererError, PsohError
from psoh_cli.files import disk

VARIANT = "pdf/ua-1"

_FACES = (
    ("Noto Sans", "NotoSans-Regular.ttf", 400, "normal"),
    ("Noto Sans", "NotoSans-Italic.ttf", 400, "italic"),
    ("Noto Sans", "NotoSans-Bold.ttf", 700, "normal"),
    ("Noto Sans Arabic", "NotoSansArabic-Regular.ttf", 400, "normal"),
    ("Noto Sans Ethiopic", "NotoSansEthiopic-Regular.ttf", 400, "normal"),
)
_PLAIN = re.compile("[\\u0000-\\u017f‘’“”–…€·]")
"""Characters that need no looking up."""

_FAMILIES = 'html { font-family: "Noto Sans", "Noto Sans Arabic", "Noto Sans Ethiopic", sans-serif }'


class RenderError(PsohError):
    """Stop because the renderer complained: a page that is not exactly right is not handed out."""

    exit_code = 3


def render(html: str, *, as_of: date, identifier: str) -> bytes:
    """Turn HTML into a tagged PDF/UA-1; the same input gives the same bytes.

    Raises MissingRendererError when Pango is missing and RenderError when the renderer complains.
    """
    from psoh_cli.press import pdf_repair

    return pdf_repair.repair(_draw(html, as_of=as_of, identifier=identifier))


def _draw(html: str, *, as_of: date, identifier: str) -> bytes:
    weasyprint = _weasyprint()
    folder = _fonts_folder()
    fonts, sheet = _fonts(folder)
    fetcher = _only_within(folder)
    collecting = gc.isenabled()
    gc.disable()
    try:
        with _no_complaints(), _moment(as_of):
            source = weasyprint.HTML(
                string=_printable(html, folder=folder), base_url=folder.as_uri() + "/", url_fetcher=fetcher
            )
            drawn: bytes = source.write_pdf(
                font_config=fonts,
                stylesheets=[sheet],
                pdf_variant=VARIANT,
                pdf_identifier=identifier.encode(),
            )
    finally:
        if collecting:
            gc.enable()
        gc.collect()
    return drawn


def _weasyprint() -> Any:
    """Import the renderer; its banner on a computer without Pango is swallowed."""
    from psoh_cli import environment

    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            import weasyprint
    except OSError as error:
        remedy = environment.pdf_remedy_line()
        raise MissingRendererError(
            "Een pdf maken kan niet op deze computer: de systeembibliotheek Pango ontbreekt.",
            remedy=f"{remedy}\nGeen rechten? Het HTML-bestand is wel gemaakt; druk dat in de browser af als pdf.",
        ) from error
    return weasyprint


def _fonts_folder() -> Path:
    from psoh_cli.files.templates import templates_dir

    return templates_dir("documenten") / "lettertypen"


def _printable(html: str, *, folder: Path) -> str:
    """Put the replacement mark where none of our letters has a shape: a hole would make the file inaccessible."""
    odd = {char for char in set(html) if not char.isspace() and not _PLAIN.match(char)}
    unknown = odd - _letters(folder) if odd else odd
    return html.translate({ord(char): "\N{REPLACEMENT CHARACTER}" for char in unknown})


@lru_cache(maxsize=1)
def _letters(folder: Path) -> frozenset[str]:
    """Give every character that one of our fonts can draw."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    letters: set[str] = set()
    for file in dict.fromkeys(
        file for _, file, weight, style in _FACES if (weight, style) == (400, "normal")
    ):
        with TTFont(folder / file, lazy=True) as font:
            letters.update(map(chr, font.getBestCmap()))
    return frozenset(letters)


@lru_cache(maxsize=1)
def _fonts(folder: Path) -> tuple[Any, Any]:
    """Load our own fonts once per process: the same letters on every computer, and no leak per document."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    faces = "\n".join(
        f'@font-face {{ font-family: "{family}"; src: url("{(folder / file).as_uri()}"); '
        f"font-weight: {weight}; font-style: {style} }}"
        for family, file, weight, style in _FACES
    )
    configuration = FontConfiguration()
    atexit.register(_fonts.cache_clear)  # let go of the fonts while the libraries behind them still stand
    bookmarks = disk.read_text(folder.parent / "stijl" / "bladwijzers.css")
    sheet = CSS(
        string=f"{faces}\n{_FAMILIES}\n{bookmarks}",
        font_config=configuration,
        url_fetcher=_only_within(folder),
    )
    return configuration, sheet


def _only_within(folder: Path) -> Any:
    """Let the renderer read what stands in the page itself and our fonts, and nothing else."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    from weasyprint import URLFetcher

    root = folder.resolve()

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "file" and not Path(url2pathname(parts.path)).resolve().is_relative_to(root):
                raise ValueError(f"not ours to read: {url}")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"data", "file"}, allow_redirects=False)


@contextlib.contextmanager
def _moment(as_of: date) -> Iterator[None]:
    """Let the file carry the peildatum instead of the clock, so that it can be made again byte for byte."""
    noon = datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC)
    before = os.environ.get("SOURCE_DATE_EPOCH")
    os.environ["SOURCE_DATE_EPOCH"] = str(int(noon.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ["SOURCE_DATE_EPOCH"]
        else:
            os.environ["SOURCE_DATE_EPOCH"] = before


@contextlib.contextmanager
def _no_complaints() -> Iterator[None]:
    """Turn anything the renderer logs from a warning up into an error, and keep it off the screen."""
    said: list[str] = []

    class Listener(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    loggers = [logging.getLogger(name) for name in ("weasyprint", "fontTools")]
    listener = Listener(logging.WARNING)
    kept = [(logger, logger.propagate, logger.handlers[:]) for logger in loggers]
    for logger in loggers:
        logger.handlers = [listener]
        logger.propagate = False
    try:
        yield
    finally:
        for logger, propagate, handlers in kept:
            logger.handlers = handlers
            logger.propagate = propagate
    if said:
        raise RenderError(
            f"De pdf is niet gemaakt: het opmaakprogramma meldt: {'; '.join(dict.fromkeys(said))}",
            remedy="Het HTML-bestand is wel gemaakt. Staat er een vreemd teken in uw tekst, haal dat dan weg.",
        )
