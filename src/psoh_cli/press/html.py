"""Document and document templates to one HTML file: strict, sandboxed, escaped, and with nothing to fetch."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from psoh_cli.dutch import slug
from psoh_cli.model import is_web_address
from psoh_cli.report.document import Document
from psoh_cli.report.figures import VERDICT_COLOURS, verdict_shape
from psoh_cli.vocabulary import Verdict

if TYPE_CHECKING:
    from jinja2.sandbox import SandboxedEnvironment

_DARK = {
    Verdict.MET: "#6CCBA6",
    Verdict.PARTLY: "#E0B252",
    Verdict.MISSING: "#F2949F",
    Verdict.NOT_APPLICABLE: "#B3BCC7",
    Verdict.UNKNOWN: "#B3BCC7",
}

_SHAPES = frozenset(
    {
        "svg", "title", "desc", "g", "defs", "rect", "line", "path", "circle", "ellipse", "polygon",
        "polyline", "text", "tspan",
    }
)  # fmt: skip
"""The elements a drawing may hold: shapes and words, nothing that runs or fetches."""


def render(document: Document, *, folders: Sequence[Path] = ()) -> str:
    """Write a document as HTML; templates in `folders` (a house style) win over ours, file by file."""
    from psoh_cli.files.templates import templates_dir

    environment = _environment((*folders, templates_dir("documenten")))
    template = environment.get_template("document.html")
    return template.render(document=document, vormen=_shapes())


@lru_cache(maxsize=4)
def _environment(folders: tuple[Path, ...]) -> SandboxedEnvironment:
    from jinja2 import FileSystemLoader, StrictUndefined
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        loader=FileSystemLoader([str(folder) for folder in folders], encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
    )
    environment.filters["slug"] = slug
    environment.filters["tekening"] = _drawing
    environment.filters["css_tekst"] = _css_text
    environment.tests["koppelbaar"] = _may_be_linked
    return environment


def _may_be_linked(target: str) -> bool:
    """Tell whether something may stand in a link: a place in the document itself, or a page on the web."""
    return target.startswith("#") or is_web_address(target)


def _drawing(text: str) -> str:
    """Let a drawing of ours through unescaped; refuse anything that is not one, or that could run or fetch."""
    from markupsafe import Markup

    read = _Drawing()
    read.feed(text)
    read.close()
    if not text.startswith("<svg ") or not read.is_plain:
        raise ValueError("a figure is no plain drawing")
    return Markup(text)  # noqa: S704  (checked above, and every text in it was escaped where it was drawn)


class _Drawing(HTMLParser):
    """Reads a drawing as a browser does and notes whether it is made of shapes and words only."""

    def __init__(self) -> None:
        super().__init__()
        self.is_plain = True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        harmless = tag in _SHAPES and all(_is_plain_attribute(name, value or "") for name, value in attrs)
        self.is_plain = self.is_plain and harmless

    def handle_comment(self, data: str) -> None:  # noqa: ARG002  (any comment is one too many)
        self.is_plain = False

    def handle_decl(self, decl: str) -> None:  # noqa: ARG002  (and so is a declaration)
        self.is_plain = False

    def unknown_decl(self, data: str) -> None:  # noqa: ARG002  (or a section of another kind)
        self.is_plain = False

    def handle_pi(self, data: str) -> None:  # noqa: ARG002  (or an instruction)
        self.is_plain = False


def _is_plain_attribute(name: str, value: str) -> bool:
    fetches = name.rpartition(":")[2] in {"href", "src", "style"} or "url(" in value.lower().replace(
        "url(#", ""
    )
    return not fetches and not name.startswith("on")


def _css_text(text: str) -> str:
    """Quote a text for a style sheet so that no name can end the quote, the sheet or the element around it."""
    from markupsafe import Markup

    safe = "".join(char if char.isalnum() or char in " .,-" else f"\\{ord(char):06x} " for char in text)
    return Markup(f'"{safe}"')  # noqa: S704  (nothing but letters, digits, spaces and escapes is left)


@lru_cache(maxsize=1)
def _shapes() -> dict[str, dict[str, str]]:
    """Give each verdict's shape as an address that a style sheet can hold, for the light and the dark scheme."""
    return {
        slug(verdict.value): {
            "licht": _as_address(verdict_shape(verdict, colour=VERDICT_COLOURS[verdict])),
            "donker": _as_address(verdict_shape(verdict, colour=_DARK[verdict])),
        }
        for verdict in Verdict
    }


def _as_address(drawing: str) -> str:
    return f"data:image/svg+xml,{quote(drawing, safe='')}"
