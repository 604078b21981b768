"""The pieces of text in an office document: what XML can hold, in which look, and in which script."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from psoh_cli import characters
from psoh_cli.model import is_web_address
from psoh_cli.report.spans import Badge, Cite, Line, Mark, Reference, Style, Words
from psoh_cli.vocabulary import Provenance, Verdict

_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
_BLANK = re.compile("[\t\n\r]+")
_RIGHT_TO_LEFT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
_SCRIPTS = re.compile(
    f"(?P<rtl>[{_RIGHT_TO_LEFT}](?:[{_RIGHT_TO_LEFT}\\s]*[{_RIGHT_TO_LEFT}])?)"
    "|(?P<ethiopic>[\u1200-\u139f\u2d80-\u2ddf\uab00-\uab2f]+)"
)


class Look(StrEnum):
    """How a piece of text is dressed; the value names its character style, and plain has none."""

    PLAIN = ""
    STRONG = "Strong"
    QUIET = "Rustig"
    CODE = "Code"
    NUMBER = "Nummer"
    LABEL = "Etiket"
    LINK = "Hyperlink"
    CITE = "Bronnummer"
    ARQ = "Herkomst ARQ"
    COMPARABLE = "Herkomst vergelijk"
    DERIVED = "Herkomst afgeleid"
    MET = "Oordeel voldaan"
    PARTLY = "Oordeel deels"
    MISSING = "Oordeel ontbreekt"
    UNKNOWN = "Oordeel onbekend"


class Script(StrEnum):
    """What a program must know in order to set a text: its direction and its letters."""

    LATIN = "latin"
    RIGHT_TO_LEFT = "rtl"
    ETHIOPIC = "ethiopic"


BADGES = {
    Provenance.ARQ: Look.ARQ,
    Provenance.COMPARABLE: Look.COMPARABLE,
    Provenance.DERIVED: Look.DERIVED,
}
VERDICTS = {
    Verdict.MET: Look.MET,
    Verdict.PARTLY: Look.PARTLY,
    Verdict.MISSING: Look.MISSING,
    Verdict.UNKNOWN: Look.UNKNOWN,
    Verdict.NOT_APPLICABLE: Look.UNKNOWN,
}
_LOOKS = {
    Style.PLAIN: Look.PLAIN,
    Style.STRONG: Look.STRONG,
    Style.QUIET: Look.QUIET,
    Style.CODE: Look.CODE,
}


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one look; `target` is `#name` or a web address. A tab and a line break are ours."""

    text: str
    look: Look = Look.PLAIN
    target: str = ""


TAB = Run("\t")
BREAK = Run("\n")


def clean(text: str) -> str:
    """Give a text as XML can hold it: on one line, with a mark for each character that is none."""
    return _NO_XML.sub("\N{REPLACEMENT CHARACTER}", characters.shown(_BLANK.sub(" ", text)))


def said(text: str, look: Look = Look.PLAIN) -> tuple[Run, ...]:
    """Give a plain text as runs: one, or none when there is nothing to say."""
    return (Run(clean(text), look),) if text else ()


def badge(provenance: Provenance) -> Run:
    """Give a provenance as the word that is printed: ARQ, VERGELIJK or AFGELEID."""
    return Run(provenance.value.upper(), BADGES[provenance])


def verdict(value: Verdict) -> Run:
    """Give a verdict as its word."""
    return Run(value.value, VERDICTS[value])


def runs(line: Line) -> tuple[Run, ...]:
    """Give a line of a document as runs; a blank before the first word would only push it aside."""
    given: list[Run] = []
    for span in line:
        match span:
            case Words():
                given.extend(said(span.text, _LOOKS[span.style]))
            case Badge():
                given.append(badge(span.provenance))
            case Mark():
                given.append(verdict(span.verdict))
            case Reference():
                given.append(_reference(span))
            case Cite():
                # a bare number would stick to the word before it
                if given and not given[-1].text.endswith((" ", "\u00a0")):
                    given.append(Run("\u00a0", Look.CITE))
                given.extend(Run(f"[{number}]", Look.CITE, f"#bron-{number}") for number in span.numbers)
    if given:
        given[0] = replace(given[0], text=given[0].text.lstrip(" "))
    return tuple(run for run in given if run.text)


def linked(address: str) -> Run:
    """Give an address as a quiet link to itself; what is no web address is only text."""
    shown = clean(address)
    return Run(shown, Look.CITE, shown) if is_web_address(address) else Run(shown)


def segments(text: str) -> Iterator[tuple[str, Script]]:
    """Cut a text where its script changes; blanks between words of one script stay with it."""
    start = 0
    for found in _SCRIPTS.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], Script.LATIN
        yield found[0], Script(found.lastgroup or "")
        start = found.end()
    if start < len(text):
        yield text[start:], Script.LATIN


def _reference(span: Reference) -> Run:
    if span.target.startswith("#") or is_web_address(span.target):
        return Run(clean(span.text), Look.LINK, clean(span.target))
    return Run(clean(span.text))


def said_plain(text: str) -> str:
    """Give a text as an office program can hold it in an attribute."""
    return "".join(run.text for run in said(text))
