"""What may stand in a page: words, pictures within the page itself, and nothing that runs or fetches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser

from psoh_cli.model import is_web_address
from psoh_cli.press.house_style.sheet_safety import BLANK, Fault, sheet_faults

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; "
    "form-action 'none'"
)
"""What a browser is told to keep to (Content-Security-Policy), should anything slip through."""

SHAPES = frozenset(
    {
        "svg", "title", "desc", "g", "defs", "rect", "line", "path", "circle", "ellipse", "polygon",
        "polyline", "text", "tspan",
    }
)  # fmt: skip
"""The elements a drawing may hold: shapes and words, nothing that runs or fetches."""

_ELEMENTS = SHAPES | frozenset(
    {
        "html", "head", "meta", "style", "body", "header", "footer", "main", "nav", "section", "article", "aside",
        "div", "span", "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "table", "caption",
        "colgroup", "col", "thead", "tbody", "tfoot", "tr", "th", "td", "figure", "figcaption", "img", "a", "strong",
        "b", "em", "i", "small", "sub", "sup", "mark", "abbr", "code", "time", "br", "hr", "wbr", "blockquote", "q",
        "cite", "address", "details", "summary", "pattern", "marker", "lineargradient", "radialgradient", "stop",
        "clippath", "mask",
    }
)  # fmt: skip
_ATTRIBUTES = frozenset(
    {
        "id", "class", "lang", "dir", "title", "alt", "role", "tabindex", "scope", "colspan", "rowspan", "span",
        "headers", "abbr", "style", "href", "src", "width", "height", "start", "value", "type", "open", "charset",
        "name", "content", "media", "datetime", "hidden", "reversed", "translate",
    }
)  # fmt: skip
_NO_FENCE = (
    "in document.html ontbreekt, voor de eerste <style>, de regel "
    '<meta http-equiv="Content-Security-Policy" content="{{ beveiliging }}">'
)
_DRAWN = SHAPES | frozenset(
    {"pattern", "marker", "lineargradient", "radialgradient", "stop", "clippath", "mask"}
)
_SVG = "{http://www.w3.org/2000/svg}"
_MISREAD = "de opmaak is niet te vertrouwen: een browser leest hier iets anders dan er staat"
_INLINE_PICTURE = re.compile(r"data:image/(?:png|jpeg|gif|webp|svg\+xml)[;,]", re.IGNORECASE)
_FILLED_IN = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)


def page_faults(text: str) -> tuple[Fault, ...]:
    """Find what may not stand in a page that was written, or that its policy is not there."""
    reader = _Reader(text)
    found = reader.found()
    if not found and not reader.is_fenced:
        return (Fault(line=1, column=1, why=_NO_FENCE),)
    # A comment or a title may end elsewhere for a browser than for the reader, and begin something else there.
    return found or tuple(Fault(line=1, column=1, why=why) for why in _as_browsers_read(text))


def template_faults(text: str) -> tuple[Fault, ...]:
    """Find what may not stand in a template; what it fills in is judged when the page is written."""
    return _Reader(blanked(text)).found()


def blanked(text: str) -> str:
    """Take out what a template fills in, with every line and column where it was."""

    def blank(found: re.Match[str]) -> str:
        mark = BLANK if found[0].startswith("{{") else " "
        return re.sub(r"[^\n]", mark, found[0])

    return _FILLED_IN.sub(blank, text)


def _as_browsers_read(text: str) -> Iterator[str]:
    """Find what may not stand in a page once it is read by the letter of the HTML standard."""
    import tinyhtml5  # type: ignore[import-untyped]

    is_fenced = False
    for element in tinyhtml5.parse(text).iter():
        if not isinstance(element.tag, str):  # a comment
            continue
        space, _, tag = element.tag.rpartition("}")
        in_drawing = f"{space}}}" == _SVG
        if tag.lower() not in (_DRAWN if in_drawing else _ELEMENTS):
            yield _MISREAD
        for name, value in element.attrib.items():
            plain = str(name).rpartition("}")[2].lower()
            if any(_objections(tag, plain, value, in_drawing=in_drawing)):
                yield _MISREAD
        if tag == "style" and any(sheet_faults("".join(element.itertext()))):
            yield _MISREAD
        if tag == "meta" and "http-equiv" in element.attrib:
            is_policy = element.attrib["http-equiv"].lower() == "content-security-policy"
            if not is_policy or element.attrib.get("content") != POLICY:
                yield _MISREAD
            is_fenced = True
        if tag in {"style", "body"} and not is_fenced:
            yield _NO_FENCE
            is_fenced = True


@dataclass
class _Reader(HTMLParser):
    """Reads a page as a browser does and notes what may not stand in it."""

    text: str
    faults: list[Fault] = field(default_factory=list)
    is_fenced: bool = False
    """Whether the policy stands before anything that could fetch."""
    _begun: bool = False
    _in_drawing: int = 0

    def __post_init__(self) -> None:
        HTMLParser.__init__(self)

    def found(self) -> tuple[Fault, ...]:
        """Read it all and give what was noted."""
        self.feed(self.text)
        self.close()
        return tuple(self.faults)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _ELEMENTS and BLANK not in tag:
            self._note(f"<{tag[:30]}> mag niet in een document")
            return
        self._in_drawing += tag == "svg"
        for name, value in attrs:
            for why in _objections(tag, name, value or "", in_drawing=self._in_drawing > 0):
                self._note(why)
        given = {name: value or "" for name, value in attrs}
        if tag == "meta" and "http-equiv" in given:
            self._look_at_policy(given)
        if tag == "img" and not given.get("alt", "").strip():
            self._note("een plaatje zonder omschrijving (alt)")
        self._begun = self._begun or tag in {"style", "body", "img", "div", "p"}

    def _look_at_policy(self, given: dict[str, str]) -> None:
        kept = given["http-equiv"].lower() == "content-security-policy" and (
            given.get("content", "").startswith(BLANK) or given.get("content") == POLICY
        )
        if not kept:
            self._note("<meta http-equiv> is alleen voor de beveiliging van psoh")
        self.is_fenced = self.is_fenced or (kept and not self._begun)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        self._in_drawing -= tag == "svg"

    def handle_endtag(self, tag: str) -> None:
        self._in_drawing -= tag == "svg"

    def handle_data(self, data: str) -> None:
        if self.cdata_elem != "style":
            return
        line, _ = self.getpos()
        for fault in sheet_faults(data):
            self.faults.append(Fault(line=line + fault.line - 1, column=fault.column, why=fault.why))

    def _note(self, why: str) -> None:
        line, column = self.getpos()
        self.faults.append(Fault(line=line, column=column + 1, why=why))


def _objections(tag: str, name: str, value: str, *, in_drawing: bool) -> Iterator[str]:
    if name.startswith("on"):
        yield f"{name}= voert iets uit en mag niet in een document"
    elif name in {"href", "src"}:
        if not _may_point(tag, value.strip()):
            yield f"{name}= wijst naar iets buiten het document"
    elif name == "style":
        yield from (fault.why for fault in sheet_faults(value))
    elif in_drawing:
        fetches = ("(" in value or "\\" in value) and any(sheet_faults(value))
        if fetches or (":" in name and not name.startswith("xml")) or name == "xml:base":
            yield f"{name}= kan iets ophalen en mag niet in een tekening"
    elif name == "charset" and value.lower() not in {"utf-8", ""} and not value.startswith(BLANK):
        yield "een document staat in UTF-8"
    elif name == "http-equiv" and tag == "meta":
        return
    elif name not in _ATTRIBUTES and not name.startswith(("aria-", "data-", BLANK)):
        yield f"{name[:30]}= mag niet in een document"


def _may_point(tag: str, value: str) -> bool:
    if value.startswith(("#", BLANK)):
        return True
    if tag == "img":
        return _INLINE_PICTURE.match(value) is not None
    return tag == "a" and is_web_address(value.replace(BLANK, "x"))
