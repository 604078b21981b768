"""What can be seen in an OpenDocument text: language, title, heading levels, header rows, alternative texts."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from xml.etree.ElementTree import Element

from psoh_cli.press.accessibility.checks import Check, Rule, plain, run
from psoh_cli.press.accessibility.docx import office_heading_complaints
from psoh_cli.press.accessibility.package import Package, UnreadablePackageError, unreadable
from psoh_cli.report.document import Document

_NS = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
_OFFICE, _STYLE, _TEXT = _NS % "office", _NS % "style", _NS % "text"
_TABLE, _DRAW, _FO, _SVG = _NS % "table", _NS % "drawing", _NS % "xsl-fo-compatible", _NS % "svg-compatible"
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_XLINK = "{http://www.w3.org/1999/xlink}"


class OdtFacts:
    """The parts of an OpenDocument text with the document it should say."""

    def __init__(self, package: Package, *, document: Document) -> None:
        self.document = document
        self.body = package.xml("content.xml")
        self.styles = package.xml("styles.xml")
        self.meta = package.optional("meta.xml")

    @cached_property
    def headings(self) -> tuple[tuple[int, str], ...]:
        """The headings in order, each with its level."""
        return tuple(
            (int(one.get(f"{_TEXT}outline-level", "1")), _said(one)) for one in self.body.iter(f"{_TEXT}h")
        )


def odt_checks(content: bytes, *, document: Document) -> tuple[Check, ...]:
    """Examine an OpenDocument text."""
    try:
        facts = OdtFacts(Package(content), document=document)
    except UnreadablePackageError as reason:
        return unreadable("odt", reason=reason)
    return run(_RULES, facts)


def _said(element: Element) -> str:
    """Give the text of an element; the space and tab elements of the format count as a space."""
    parts = [element.text or ""]
    for child in element:
        inner = " " if child.tag in {f"{_TEXT}s", f"{_TEXT}tab", f"{_TEXT}line-break"} else _said(child)
        parts.extend((inner, child.tail or ""))
    return plain("".join(parts))


def _language(facts: OdtFacts) -> Iterable[str]:
    found = ""
    for style in facts.styles.iter(f"{_STYLE}default-style"):
        told = style.find(f"{_STYLE}text-properties")
        if style.get(f"{_STYLE}family") == "paragraph" and told is not None:
            found = told.get(f"{_FO}language", "")
    if found != "nl":
        yield f"De taal van het bestand is ‘{found}’ in plaats van nl"


def _title(facts: OdtFacts) -> Iterable[str]:
    title = plain(next((one.text or "" for one in facts.meta.iter(f"{_DC}title")), ""))
    if not title.startswith(plain(facts.document.title)):
        yield f"De titel in de eigenschappen is ‘{title}’, en begint niet met die van het document"


def _headings(facts: OdtFacts) -> Iterable[str]:
    return office_heading_complaints(facts.headings, document=facts.document)


def _tables(facts: OdtFacts) -> Iterable[str]:
    for number, table in enumerate(facts.body.iter(f"{_TABLE}table"), start=1):
        heads = list(table.iter(f"{_TABLE}table-header-rows"))
        if not heads:
            yield f"Tabel {number} herhaalt haar koppen niet op een volgende bladzijde"
        widths = {
            sum(
                int(cell.get(f"{_TABLE}number-columns-repeated", "1"))
                for cell in row
                if cell.tag in {f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"}
            )
            for row in table.iter(f"{_TABLE}table-row")
        }
        if len(widths) > 1:
            yield f"De rijen van tabel {number} zijn niet even lang"
        if any(not _said(cell) for head in heads for cell in head.iter(f"{_TABLE}table-cell")):
            yield f"Een kolom van tabel {number} heeft geen kop"


def _figures(facts: OdtFacts) -> Iterable[str]:
    for number, frame in enumerate(facts.body.iter(f"{_DRAW}frame"), start=1):
        if frame.find(f"{_DRAW}image") is None:
            continue
        said = [plain(frame.findtext(f"{_SVG}{name}", default="")) for name in ("title", "desc")]
        if not any(said) and frame.get(f"{_LOEXT}decorative") != "true":
            yield f"Afbeelding {number} heeft geen alternatieve tekst en is niet als versiering gemerkt"


def _contents(facts: OdtFacts) -> Iterable[str]:
    if len(facts.document.sections) > 1 and next(facts.body.iter(f"{_TEXT}table-of-content"), None) is None:
        yield "Het bestand heeft geen inhoudsopgave"


def _links(facts: OdtFacts) -> Iterable[str]:
    places = {
        one.get(f"{_TEXT}name", "")
        for tag in ("bookmark", "bookmark-start")
        for one in facts.body.iter(f"{_TEXT}{tag}")
    }
    for link in facts.body.iter(f"{_TEXT}a"):
        said, target = _said(link), link.get(f"{_XLINK}href", "")
        if not said:
            yield "Een koppeling heeft geen tekst"
        if not target or (target.startswith("#") and target[1:].partition("|")[0] not in places):
            yield f"De koppeling ‘{said[:40]}’ leidt nergens heen"


_RULES: tuple[Rule[OdtFacts], ...] = (
    Rule(id="odt-taal", about="De taal van het bestand is Nederlands", criteria=("3.1.1",), look=_language),
    Rule(id="odt-titel", about="De eigenschappen noemen de titel", criteria=("2.4.2",), look=_title),
    Rule(
        id="odt-koppen", about="De koppen hebben een niveau, geen is overgeslagen, en elke paragraaf heeft er een",
        criteria=("1.3.1", "2.4.6"), look=_headings,
    ),
    Rule(
        id="odt-tabellen", about="Elke tabel heeft een rij koppen die zich herhaalt, en rijen die even lang zijn",
        criteria=("1.3.1",), look=_tables,
    ),
    Rule(
        id="odt-figuren", about="Elke afbeelding heeft een alternatieve tekst of is als versiering gemerkt",
        criteria=("1.1.1",), look=_figures,
    ),
    Rule(id="odt-inhoud", about="Er is een inhoudsopgave", criteria=("2.4.5",), look=_contents),
    Rule(id="odt-koppelingen", about="Elke koppeling heeft tekst en een doel", criteria=("2.4.4",), look=_links),
)  # fmt: skip
