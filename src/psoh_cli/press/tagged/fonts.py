"""The letters of a PDF: the fonts of this computer as a style sheet, and which characters they can draw."""

from __future__ import annotations

import atexit
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.fonts import FontFile

_PLAIN = re.compile("[\\u0000-\\u017f‘’“”–…€·]")
"""Characters that need no looking up: every text font has them."""

_MARK = "\N{REPLACEMENT CHARACTER}"


def printable(html: str, *, fonts: tuple[FontFile, ...]) -> str:
    """Put a mark where none of the fonts has a shape: a hole would make the file inaccessible."""
    odd = {char for char in set(html) if not char.isspace() and not _PLAIN.match(char)}
    if not odd:
        return html
    drawable = _letters(tuple(dict.fromkeys(font.path for font in fonts if font.style == "normal")))
    mark = _MARK if _MARK in drawable else "?"
    return html.translate({ord(char): mark for char in odd - drawable})


@lru_cache(maxsize=4)
def _letters(paths: tuple[Path, ...]) -> frozenset[str]:
    """Give every character that one of these fonts can draw."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    letters: set[str] = set()
    for path in paths:
        with TTFont(path, lazy=True, fontNumber=0) as font:
            letters.update(map(chr, font.getBestCmap()))
    return frozenset(letters)


@lru_cache(maxsize=2)
def style_sheet(fonts: tuple[FontFile, ...]) -> tuple[Any, Any]:
    """Load fonts once per process, as the renderer's configuration and a sheet: no leak per document."""
    from weasyprint import CSS
    from weasyprint.text.fonts import FontConfiguration

    faces = "\n".join(
        f'@font-face {{ font-family: "{_quoted(font.family)}"; src: url("{font.path.resolve().as_uri()}"); '
        f"font-weight: {font.weight}; font-style: {font.style} }}"
        for font in fonts
    )
    named = ", ".join(f'"{_quoted(family)}"' for family in dict.fromkeys(font.family for font in fonts))
    families = f"html {{ font-family: {named + ', ' if named else ''}sans-serif }}"
    configuration = FontConfiguration()
    atexit.register(
        style_sheet.cache_clear
    )  # let go of the fonts while the libraries behind them still stand
    bookmarks = disk.read_text(templates_dir("documenten") / "stijl" / "bladwijzers.css")
    sheet = CSS(
        string=f"{faces}\n{families}\n{bookmarks}", font_config=configuration, url_fetcher=only(fonts)
    )
    return configuration, sheet


def only(fonts: tuple[FontFile, ...]) -> Any:
    """Let the renderer read what stands in the page itself and these fonts, and nothing else."""
    from urllib.parse import urlsplit
    from urllib.request import url2pathname

    from weasyprint import URLFetcher

    allowed = {font.path.resolve() for font in fonts}

    class Fetcher(URLFetcher):  # type: ignore[misc]
        def fetch(self, url: str, headers: Any = None) -> Any:
            parts = urlsplit(url)
            if parts.scheme == "file" and Path(url2pathname(parts.path)).resolve() not in allowed:
                raise ValueError(f"not ours to read: {url}")
            return super().fetch(url, headers)

    return Fetcher(allowed_protocols={"data", "file"}, allow_redirects=False)


def _quoted(family: str) -> str:
    """Write a name so that it cannot end the quotes around it."""
    return "".join(char if char.isalnum() or char in " -" else f"\\{ord(char):06x} " for char in family)
