"""HTML to a PDF for everybody and for decades: the one place that knows the renderer. Any warning is an error."""

from __future__ import annotations

import contextlib
import gc
import io
import logging
import os
import warnings
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

from psoh_cli import environment
from psoh_cli.errors import MissingRendererError, PsohError, WrongUseError
from psoh_cli.fonts import FontFile
from psoh_cli.press.source import MOMENT_VARIABLE, CarriedFile, Source

VARIANT = "pdf/a-3a"
"""What the renderer draws; the repair makes it PDF/UA-1 as well."""


class RenderError(PsohError):
    """Stop because the renderer complained: a page that is not exactly right is not handed out."""

    exit_code = 3


def render(html: str, *, as_of: date, identifier: str, source: Source | None = None) -> bytes:
    """Turn HTML into one file that is PDF/UA-1 and PDF/A-3a; the same input gives the same bytes.

    It carries the files of `source` with a list of them. Its moment is noon of `as_of`, or what SOURCE_DATE_EPOCH
    says; `identifier` begins with the name of the document. Raises MissingRendererError when Pango is missing and
    RenderError when the renderer complains.
    """
    from psoh_cli.press.manifest import as_file, manifest_of
    from psoh_cli.press.tagged import repair as pdf_repair

    moment = _moment(as_of)
    drawn = _draw(html, moment=moment, identifier=identifier, fonts=environment.font_files())
    files: tuple[CarriedFile, ...] = ()
    if source is not None:
        manifest = manifest_of(source, document=identifier.partition("/")[0], as_of=as_of)
        files = (as_file(manifest), *source.files)
    return pdf_repair.repair(drawn, moment=moment, files=files)


def _draw(html: str, *, moment: datetime, identifier: str, fonts: tuple[FontFile, ...]) -> bytes:
    weasyprint = _weasyprint()
    from psoh_cli.press.tagged import fonts as pdf_fonts

    configuration, sheet = pdf_fonts.style_sheet(fonts)
    with _collector_at_rest(), _no_complaints(), _clock_at(moment):
        page = weasyprint.HTML(
            string=pdf_fonts.printable(html, fonts=fonts),
            base_url="about:blank",
            url_fetcher=pdf_fonts.only(fonts),
        )
        drawn: bytes = page.write_pdf(
            font_config=configuration,
            stylesheets=[sheet],
            pdf_variant=VARIANT,
            pdf_identifier=identifier.encode(),
        )
    return drawn


@contextlib.contextmanager
def _collector_at_rest() -> Iterator[None]:
    """Draw without looking for garbage over and over in a million boxes, and clear it away afterwards."""
    collecting = gc.isenabled()
    gc.disable()
    with warnings.catch_warnings():
        # The renderer leaves its own colour profile open; it is closed when the document is cleared away here.
        warnings.filterwarnings("ignore", message=".*sRGB2014", category=ResourceWarning)
        try:
            yield
        finally:
            if collecting:
                gc.enable()
            gc.collect()


def _weasyprint() -> Any:
    """Import the renderer; its banner on a computer without Pango is swallowed."""
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


def _moment(as_of: date) -> datetime:
    """Give the moment a file carries: never that of the clock, so that it can be made again byte for byte."""
    said = os.environ.get(MOMENT_VARIABLE, "").strip()
    if not said:
        return datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC)
    try:
        return datetime.fromtimestamp(int(said), tz=UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise WrongUseError(
            f"{MOMENT_VARIABLE} is '{said[:40]}', en dat is geen tijdstip.",
            remedy="Schrijf het aantal seconden sinds 1 januari 1970, of haal deze omgevingsvariabele weg.",
        ) from error


@contextlib.contextmanager
def _clock_at(moment: datetime) -> Iterator[None]:
    """Let the renderer write a moment of ours."""
    before = os.environ.get(MOMENT_VARIABLE)
    os.environ[MOMENT_VARIABLE] = str(int(moment.timestamp()))
    try:
        yield
    finally:
        if before is None:
            del os.environ[MOMENT_VARIABLE]
        else:
            os.environ[MOMENT_VARIABLE] = before


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
