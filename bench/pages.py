"""HTML of about a given number of pages, made of the documents of an example: real blocks, in real proportions."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import Any

from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.files.templates import examples_dir
from psoh_cli.press import html
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Document, Section

AS_OF = date(2026, 11, 21)
EXAMPLE = "voorbeeldstad"
KIND = "gap-analyse"
_OWN_ID = re.compile(r'(\bid="|url\(#|href="#|aria-labelledby="|aria-describedby=")')


@cache
def document() -> Document:
    """Compose the document that all pages are cut from."""
    material = open_dossier(examples_dir() / EXAMPLE, as_of=AS_OF).material(AS_OF)
    return compose(KIND, material)


def page_of(sections: int) -> str:
    """Write the first so many sections, with as large a part of the sources.

    When more are asked for than the document has, it begins again.
    """
    whole = document()
    chosen = []
    for number in range(sections):
        section = whole.sections[number % len(whole.sections)]
        round_ = number // len(whole.sections)
        chosen.append(_renamed(section, ending=f"-{round_}") if round_ else section)
    part = min(1.0, sections / len(whole.sections))
    sources = whole.sources[: round(part * len(whole.sources))]
    cut = whole.model_copy(update={"sections": tuple(chosen), "sources": sources})
    return _without_loose_ends(html.render(cut))


def _without_loose_ends(page: str) -> str:
    """Let a link to a section that was left out lead nowhere."""
    known = set(re.findall(r'\bid="([^"]+)"', page))
    return re.sub(r' href="#([^"]+)"', lambda link: link[0] if link[1] in known else "", page)


def _renamed(section: Section, *, ending: str) -> Section:
    """Give the same section with ids of its own: a page with an id twice is no page of ours."""
    return Section.model_validate(_with_ending(section.model_dump(), ending=ending))


def _with_ending(value: Any, *, ending: str) -> Any:
    if isinstance(value, dict):
        return {
            key: f"{part}{ending}"
            if key == "id" or (key == "doel" and str(part).startswith("#"))
            else _OWN_ID.sub(rf"\g<1>x{ending}-", part)
            if key == "svg"
            else _with_ending(part, ending=ending)
            for key, part in value.items()
        }
    if isinstance(value, list | tuple):
        return [_with_ending(part, ending=ending) for part in value]
    return value
