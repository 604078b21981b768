"""What can be seen in the text of a web page: language, headings, tables, drawings, landmarks, nothing fetched."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from psoh_cli.press.accessibility.checks import Check, Rule, heading_complaints, plain, run
from psoh_cli.press.accessibility.colours import drawing_complaints, palette_complaints
from psoh_cli.press.accessibility.page import Element, Page, read_page
from psoh_cli.report.document import Document, walk

_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_FETCHING = {
    "img": ("src", "srcset"), "script": ("src",), "link": ("href",), "iframe": ("src",), "object": ("data",),
    "embed": ("src",), "video": ("src", "poster"), "audio": ("src",), "source": ("src", "srcset"),
    "track": ("src",), "input": ("src",), "use": ("href", "xlink:href"), "image": ("href", "xlink:href"),
    "body": ("background",), "form": ("action",),
}  # fmt: skip
_ADDRESS = re.compile(
    r"""url\(\s*["']?\s*(?!data:|#)([^)"']{1,80})|@import\s*["']?([^;"']{1,80})""", re.IGNORECASE
)


class Facts:
    """A page with the document it should say."""

    def __init__(self, content: bytes, *, document: Document) -> None:
        self.page: Page = read_page(content.decode("utf-8", "replace"))
        self.document = document

    def all(self, *tags: str) -> Iterator[Element]:
        """Give the elements with one of these names, in the order of the page."""
        return (element for element in self.page.elements if element.tag in tags)


def checks(content: bytes, *, document: Document) -> tuple[Check, ...]:
    """Examine a web page."""
    return run(_RULES, Facts(content, document=document))


def _language(facts: Facts) -> Iterable[str]:
    language = next((element["lang"] for element in facts.all("html")), "")
    if language not in {"nl", "nl-NL"}:
        yield f"De taal van de pagina is ‘{language}’ in plaats van nl"


def _title(facts: Facts) -> Iterable[str]:
    title = next((element.text for element in facts.all("title") if not element.is_within("svg")), "")
    if not plain(title).startswith(plain(facts.document.title)):
        yield f"De titel van de pagina is ‘{plain(title)}’, en begint niet met die van het document"


def _headings(facts: Facts) -> Iterable[str]:
    found = list(facts.all(*_HEADINGS))
    yield from heading_complaints(_HEADINGS[element.tag] for element in found)
    yield from (f"Een kop van niveau {_HEADINGS[one.tag]} is leeg" for one in found if not plain(one.text))
    said = Counter(plain(element.text) for element in found)
    for section in walk(facts.document.sections):
        title = plain(f"{section.number} {section.title}")
        if not any(title in text or plain(section.title) in text for text in said):
            yield f"De kop ‘{title}’ ontbreekt"


def _tables(facts: Facts) -> Iterable[str]:
    for number, table in enumerate(facts.all("table"), start=1):
        inside = [element for element in facts.page.elements if element.is_in(table)]
        heads = [element for element in inside if element.tag == "th"]
        if not any(element.tag == "caption" and plain(element.text) for element in inside):
            yield f"Tabel {number} heeft geen bijschrift"
        if not any(element["scope"] == "col" for element in heads):
            yield f"Tabel {number} heeft geen kolomkoppen"
        if any(element["scope"] not in {"col", "row", "colgroup", "rowgroup"} for element in heads):
            yield f"Een kop in tabel {number} zegt niet of hij bij een kolom of een rij hoort"
        if len(set(_widths(inside).values())) > 1:
            yield f"De rijen van tabel {number} zijn niet even lang"


def _widths(inside: list[Element]) -> Counter[int]:
    """Add up the width of the cells of each row; a row is known by its place in memory."""
    widths: Counter[int] = Counter()
    for cell in inside:
        row = next((one for one in reversed(cell.around) if one.tag == "tr"), None)
        if cell.tag in {"td", "th"} and row is not None:
            widths[id(row)] += _span(cell)
    return widths


def _span(cell: Element) -> int:
    return int(cell["colspan"]) if cell["colspan"].isdecimal() else 1


def _figures(facts: Facts) -> Iterable[str]:
    for element in facts.all("svg"):
        inside = (one for one in facts.page.elements if one.tag == "title" and one.is_in(element))
        if not any(plain(title.text) for title in inside):
            yield "Een tekening heeft geen titel"
    for element in facts.all("img"):
        if not plain(element["alt"]):
            yield "Een afbeelding heeft geen alternatieve tekst"


def _landmarks(facts: Facts) -> Iterable[str]:
    if sum(1 for _ in facts.all("main")) != 1:
        yield "Er is niet precies één hoofddeel (main)"
    for tag, name in (("header", "kop (header)"), ("footer", "voet (footer)")):
        if not any(True for _ in facts.all(tag)):
            yield f"De pagina heeft geen {name}"
    for element in facts.all("nav"):
        if not element["aria-label"]:
            yield "Een navigatie heeft geen naam"


def _skip_link(facts: Facts) -> Iterable[str]:
    first = next(facts.all("a"), None)
    ids = {element["id"] for element in facts.all("main")}
    if first is None or first["href"].removeprefix("#") not in ids or not first["href"].startswith("#"):
        yield "De eerste koppeling leidt niet naar de inhoud"


def _links(facts: Facts) -> Iterable[str]:
    ids = Counter(element["id"] for element in facts.page.elements if element["id"])
    yield from (f"Het kenmerk ‘{name}’ komt {count} keer voor" for name, count in ids.items() if count > 1)
    for element in facts.all("a"):
        if not plain(element.text) and not element["aria-label"]:
            yield f"De koppeling naar {element['href']} heeft geen tekst"
        if element["href"].startswith("#") and element["href"][1:] not in ids:
            yield f"De koppeling {element['href']} leidt nergens heen"


def _nothing_fetched(facts: Facts) -> Iterable[str]:
    for element in facts.page.elements:
        for name in _FETCHING.get(element.tag, ()):
            address = element[name].strip()
            if address and not address.lower().startswith(("data:", "#")):
                yield f"De pagina haalt iets op: {address[:80]}"
        yield from _addresses(element["style"])
    for element in facts.all("style"):
        yield from _addresses(element.text)


def _addresses(style: str) -> Iterator[str]:
    for match in _ADDRESS.finditer(style):
        yield f"De opmaak haalt iets op: {(match.group(1) or match.group(2)).strip()}"


def _zoom(facts: Facts) -> Iterable[str]:
    content = next((one["content"] for one in facts.all("meta") if one["name"] == "viewport"), "")
    settings = {
        part.split("=")[0].strip(): part.split("=")[-1].strip() for part in content.lower().split(",")
    }
    if settings.get("width") != "device-width":
        yield "De pagina past zich niet aan de breedte van het scherm aan"
    if {"maximum-scale", "user-scalable"} & set(settings):
        yield "De pagina houdt vergroten tegen"


def _keyboard(facts: Facts) -> Iterable[str]:
    for element in facts.page.elements:
        if element["tabindex"].isdecimal() and int(element["tabindex"]) > 0:
            yield "De volgorde met het toetsenbord wijkt af van die van de pagina"
    for element in facts.page.elements:
        if element["role"] == "region" and not element["aria-label"]:
            yield "Een gebied dat kan schuiven heeft geen naam"


_RULES: tuple[Rule[Facts], ...] = (
    Rule(id="html-taal", about="De taal van de pagina is Nederlands", criteria=("3.1.1",), look=_language),
    Rule(id="html-titel", about="De pagina heeft de titel van het document", criteria=("2.4.2",), look=_title),
    Rule(
        id="html-koppen",
        about="Eén kop van niveau 1, vooraan; geen niveau overgeslagen; elke paragraaf heeft zijn kop",
        criteria=("1.3.1", "2.4.6"),
        look=_headings,
    ),
    Rule(
        id="html-tabellen",
        about="Elke tabel heeft een bijschrift, koppen met hun richting en rijen die even lang zijn",
        criteria=("1.3.1",),
        look=_tables,
    ),
    Rule(
        id="html-figuren", about="Elke tekening en afbeelding heeft een alternatief in tekst", criteria=("1.1.1",),
        look=_figures,
    ),
    Rule(id="html-gebieden", about="Kop, hoofddeel, navigatie en voet zijn benoemd", criteria=("1.3.1",),
         look=_landmarks),
    Rule(id="html-overslaan", about="De eerste koppeling gaat naar de inhoud", criteria=("2.4.1",), look=_skip_link),
    Rule(
        id="html-koppelingen",
        about="Elke koppeling heeft tekst en een doel dat bestaat; elk kenmerk komt één keer voor",
        criteria=("2.4.4", "4.1.1"),
        look=_links,
    ),
    Rule(id="html-zelfstandig", about="De pagina haalt niets op van elders", criteria=(), look=_nothing_fetched),
    Rule(id="html-vergroten", about="De pagina past op elk scherm en kan worden vergroot", criteria=("1.4.4", "1.4.10"),
         look=_zoom),
    Rule(id="html-toetsenbord", about="De volgorde met het toetsenbord is die van de pagina", criteria=("2.4.3",),
         look=_keyboard),
    Rule(
        id="html-contrast",
        about="De kleuren van de opmaak hebben genoeg contrast: licht, donker en op papier",
        criteria=("1.4.3", "1.4.11"),
        look=lambda facts: palette_complaints(facts.page),
    ),
    Rule(
        id="html-contrast-figuren",
        about="De tekst in elke tekening heeft genoeg contrast met wat eronder ligt",
        criteria=("1.4.3",),
        look=lambda facts: drawing_complaints(facts.page),
    ),
)  # fmt: skip
