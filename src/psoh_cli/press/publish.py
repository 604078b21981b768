"""Documents on disk: each kind in each format, the HTML first so that it stands whatever happens to the PDF."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from psoh_cli import __version__
from psoh_cli.errors import UnwritableError
from psoh_cli.files import disk
from psoh_cli.press import html
from psoh_cli.press.colophon import with_colophon
from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.press.request import Asked, Request
from psoh_cli.press.source import Source
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Document, to_json
from psoh_cli.report.material import Material

Tell = Callable[[str, bytes], None]
"""Hears of each file: its name and what was written."""


@dataclass(kw_only=True)
class Press:
    """One dossier on the press: its documents are composed, and their pages drawn, when a format first needs them."""

    material: Material
    request: Request
    source: Source | None = None
    style: HouseStyle = HouseStyle()  # noqa: RUF009  (frozen)
    _documents: dict[str, Document] = field(default_factory=dict, init=False, repr=False)
    _pages: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def document(self, kind: str) -> Document:
        """Compose a document, with the colophon that says how it came about."""
        if kind not in self._documents:
            self._documents[kind] = with_colophon(
                compose(kind, self.material, version=self.request.version),
                tool_version=__version__,
                source=self.source,
                dressed_by=self.style.describe(),
                own_words=self.style.colophon,
                with_interviews=self.request.with_interviews,
            )
        return self._documents[kind]

    def page(self, kind: str) -> str:
        """Write a document as HTML."""
        if kind not in self._pages:
            self._pages[kind] = html.render(self.document(kind), style=self.style)
        return self._pages[kind]

    def make(self, asked: Asked) -> bytes:
        """Make one file; raise MissingRendererError for a PDF on a computer without Pango."""
        return _WRITERS[asked.format](self, asked.kind)


def print_files(
    press: Press, folder: Path, *, skip: Collection[str] = (), tell: Tell | None = None
) -> tuple[Path, ...]:
    """Write what a press was asked for, but for the names in `skip`, and give the paths in the order of writing.

    `tell` hears of each file once it stands. Raises MissingRendererError after everything but the PDF was written.
    """
    written = []
    for asked in press.request.files():
        if asked.name in skip:
            continue
        content = press.make(asked)
        disk.write_bytes(folder / asked.name, content)
        written.append(folder / asked.name)
        if tell is not None:
            tell(asked.name, content)
    return tuple(written)


def _html(press: Press, kind: str) -> bytes:
    return _as_utf8(press.page(kind))


def _json(press: Press, kind: str) -> bytes:
    return _as_utf8(to_json(press.document(kind)))


def _as_utf8(text: str) -> bytes:
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise UnwritableError(
            "Het document is niet geschreven: een tekst bevat een half teken, dat niet kan worden opgeslagen.",
            remedy="Haal het vreemde teken uit de tekst en probeer het opnieuw.",
        ) from error


def _docx(press: Press, kind: str) -> bytes:
    from psoh_cli.press import docx

    return docx.render(press.document(kind), template=press.style.word_template, style=press.style)


def _odt(press: Press, kind: str) -> bytes:
    from psoh_cli.press import odt

    return odt.render(press.document(kind), style=press.style)


def _workbook(press: Press, _kind: str) -> bytes:
    from psoh_cli.press import workbook

    return workbook.render(press.material, version=press.request.version)


def _calendar(press: Press, _kind: str) -> bytes:
    from psoh_cli.press import calendar

    return calendar.render(press.material, version=press.request.version)


def _pdf(press: Press, kind: str) -> bytes:
    from psoh_cli.press import pdf

    as_of = press.material.analysis.as_of
    identifier = f"{press.document(kind).id}/{press.material.gemeente.code}/{as_of.isoformat()}"
    return pdf.render(press.page(kind), as_of=as_of, identifier=identifier, source=press.source)


_WRITERS: Mapping[str, Callable[[Press, str], bytes]] = {
    "html": _html,
    "json": _json,
    "docx": _docx,
    "odt": _odt,
    "xlsx": _workbook,
    "ics": _calendar,
    "pdf": _pdf,
}
"""Who writes each format; each imports what it needs when it is asked."""
