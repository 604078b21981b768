"""Document and document templates to one HTML file: strict, sandboxed, escaped, and with nothing to fetch."""

from __future__ import annotations

from functools import lru_cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import quote

from psoh_cli.dutch import slug
from psoh_cli.errors import UnreadableError
from psoh_cli.files import disk
from psoh_cli.model import is_web_address
from psoh_cli.press.house_style import sheet as house_style_sheet
from psoh_cli.press.house_style.page_safety import POLICY, SHAPES, page_faults
from psoh_cli.press.house_style.style import TEMPLATES, HouseStyle
from psoh_cli.report.document import Document, Table
from psoh_cli.report.figures import VERDICT_COLOURS, verdict_shape
from psoh_cli.report.typography import headline, whole_names
from psoh_cli.vocabulary import Verdict

if TYPE_CHECKING:
    from psoh_cli.press.sandbox.sandbox import Sandbox

_DARK = {
    Verdict.MET: "#6CCBA6",
    Verdict.PARTLY: "#E0B252",
    Verdict.MISSING: "#F2949F",
    Verdict.NOT_APPLICABLE: "#B3BCC7",
    Verdict.UNKNOWN: "#B3BCC7",
}


def render(document: Document, *, style: HouseStyle = HouseStyle()) -> str:  # noqa: B008  (frozen)
    """Write a document as HTML; templates of a house style win over ours, file by file.

    Raises UnreadableError, with file and line, when a house style cannot be used.
    """
    from psoh_cli.press.sandbox import budget as template_budget
    from psoh_cli.press.sandbox import faults as template_faults

    sandbox = _sandbox(style.templates, style.place)
    template_budget.start(limited=bool(style.templates))
    try:
        template = sandbox.get_template("document.html")
        page = "".join(template.generate(document=document, vormen=_shapes(), **_dressing(style)))
    except template_faults.FAULTS as error:
        if not style.templates:
            raise
        raise template_faults.as_refusal(error, folder=style.place) from error
    if style.place:
        _expect_harmless(page, style=style)
    return page


def _expect_harmless(page: str, *, style: HouseStyle) -> None:
    """Make sure that a page in a house style runs and fetches nothing; raise UnreadableError."""
    faults = page_faults(page)
    if faults:
        raise UnreadableError(
            f"De huisstijl kan niet worden gebruikt ({style.place}): {faults[0].why}.",
            remedy=f"Herstel de sjablonen in {style.place}: een document voert niets uit en haalt niets op.",
        )


def _dressing(style: HouseStyle) -> dict[str, object]:
    """Give what the templates hear of a house style; ours are written so that an empty one changes nothing."""
    from markupsafe import Markup

    sheets = {
        "overal": house_style_sheet.everywhere(style),
        "scherm": house_style_sheet.on_screen(style),
        "donker": house_style_sheet.in_the_dark(style),
        "papier": house_style_sheet.on_paper(style),
    }
    logo = style.logo
    return {
        "beveiliging": POLICY,
        # Colours, addresses and names of families were looked over when they were read; nothing else is in a sheet.
        "huisstijl": {name: Markup(sheet) for name, sheet in sheets.items()},  # noqa: S704
        "logo": logo
        and {"adres": logo.address, "alt": logo.alt, "breedte": logo.width, "hoogte": logo.height},
    }


@lru_cache(maxsize=4)
def _sandbox(templates: tuple[tuple[str, str], ...], place: str) -> Sandbox:
    from psoh_cli.press.sandbox.sandbox import Sandbox

    texts = dict(_ours())
    texts |= {name: (f"{place}/{name}", text) for name, text in templates}
    sandbox = Sandbox(texts, counts=bool(templates))
    sandbox.add_filter("slug", slug)
    sandbox.add_filter("tekening", _drawing)
    sandbox.add_filter("css_tekst", _css_text)
    sandbox.add_filter("heel", _unbroken)
    sandbox.add_filter("kop", headline)
    sandbox.tests["koppelbaar"] = _may_be_linked
    sandbox.tests["lang"] = _has_long_rows
    sandbox.tests["hoog"] = _has_tall_rows
    return sandbox


@lru_cache(maxsize=1)
def _ours() -> tuple[tuple[str, tuple[str, str]], ...]:
    """Read our own templates."""
    from psoh_cli.files.templates import templates_dir
    from psoh_cli.press.sandbox.faults import OURS

    folder = templates_dir("documenten")
    found = {
        path.relative_to(folder).as_posix(): path
        for path in sorted(folder.rglob("*"))
        if path.suffix in TEMPLATES
    }
    return tuple((name, (f"{OURS}{name}", disk.read_text(path))) for name, path in found.items())


def forget_templates() -> None:
    """Read our own templates anew the next time, for whoever is working on them."""
    _ours.cache_clear()
    _sandbox.cache_clear()


def _may_be_linked(target: str) -> bool:
    """Tell whether something may stand in a link: a place in the document itself, or a page on the web."""
    return target.startswith("#") or is_web_address(target)


def _has_long_rows(table: Table) -> bool:
    """Tell whether rows of a table are too long to keep two of them together."""
    return table.most_lines > 8


def _has_tall_rows(table: Table) -> bool:
    """Tell whether rows of a table may not fit on a page, so that they must be allowed to break."""
    return table.most_lines > 24


def _unbroken(text: str) -> str:
    """Escape words, with each name that no line may cut at its hyphen in an element of its own."""
    from markupsafe import Markup, escape

    pieces = whole_names(text)
    if not any(is_name for _, is_name in pieces):
        return escape(text)
    whole = Markup('<span class="heel">{}</span>')
    return Markup("").join(whole.format(piece) if is_name else escape(piece) for piece, is_name in pieces)


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
        harmless = tag in SHAPES and all(_is_plain_attribute(name, value or "") for name, value in attrs)
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
