"""What can be seen in a Word file: language, title, heading levels, header rows, alternative texts, links, contrast."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from psoh_cli.press.accessibility.checks import Check, Rule, plain, run
from psoh_cli.press.accessibility.docx_colours import contrast_complaints
from psoh_cli.press.accessibility.docx_file import DocxFacts, W, text_of, value_of
from psoh_cli.press.accessibility.package import Package, UnreadablePackageError, unreadable
from psoh_cli.report.document import Document, walk

_DC = "{http://purl.org/dc/elements/1.1/}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"


def docx_checks(content: bytes, *, document: Document) -> tuple[Check, ...]:
    """Examine a Word file."""
    try:
        facts = DocxFacts(Package(content), document=document)
    except UnreadablePackageError as reason:
        return unreadable("docx", reason=reason)
    return run(_RULES, facts)


def _language(facts: DocxFacts) -> Iterable[str]:
    language = value_of(facts.styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang"))
    if language not in {"nl", "nl-NL"}:
        yield f"De taal van het bestand is ‘{language}’ in plaats van nl-NL"


def _title(facts: DocxFacts) -> Iterable[str]:
    title = plain(facts.core.findtext(f"{_DC}title", default=""))
    if not title.startswith(plain(facts.document.title)):
        yield f"De titel in de eigenschappen is ‘{title}’, en begint niet met die van het document"


def _headings(facts: DocxFacts) -> Iterable[str]:
    return office_heading_complaints(facts.headings, document=facts.document)


def office_heading_complaints(headings: tuple[tuple[int, str], ...], *, document: Document) -> Iterator[str]:
    """Say what is wrong with headings below a title that is none itself: from level 1 down, none skipped, none lost."""
    before = 0
    for level, said in headings:
        if level > before + 1:
            yield f"Na een kop van niveau {before or 'geen'} komt er een van niveau {level}: ‘{said[:40]}’"
        if not said:
            yield f"Een kop van niveau {level} is leeg"
        before = level
    for section in walk(document.sections):
        if not any(plain(section.title) in said for _, said in headings):
            yield f"De kop ‘{section.title}’ ontbreekt"


def _tables(facts: DocxFacts) -> Iterable[str]:
    for number, table in enumerate(facts.body.iter(f"{W}tbl"), start=1):
        rows = table.findall(f"{W}tr")
        if not rows or not _is_on(rows[0].find(f"{W}trPr/{W}tblHeader")):
            yield f"Tabel {number} herhaalt haar koppen niet op een volgende bladzijde"
        widths = {
            sum(int(value_of(cell.find(f"{W}tcPr/{W}gridSpan")) or 1) for cell in row.findall(f"{W}tc"))
            for row in rows
        }
        if len(widths) > 1:
            yield f"De rijen van tabel {number} zijn niet even lang"
        if rows and not all(text_of(cell) for cell in rows[0].findall(f"{W}tc")):
            yield f"Een kolom van tabel {number} heeft geen kop"


def _is_on(element: Element | None) -> bool:
    return element is not None and value_of(element) not in {"0", "false", "off"}


def _figures(facts: DocxFacts) -> Iterable[str]:
    for number, drawing in enumerate(facts.body.iter(f"{_WP}docPr"), start=1):
        ignored = any(mark.get("val") in {"1", "true"} for mark in drawing.iter(_DECORATIVE))
        if not plain(drawing.get("descr", "")) and not ignored:
            yield f"Afbeelding {number} heeft geen alternatieve tekst en is niet als versiering gemerkt"


def _contents(facts: DocxFacts) -> Iterable[str]:
    if len(facts.document.sections) < 2:
        return
    fields = [part.text or "" for part in facts.body.iter(f"{W}instrText")]
    fields += [part.get(f"{W}instr", "") for part in facts.body.iter(f"{W}fldSimple")]
    if not any(field.split()[:1] == ["TOC"] for field in fields):
        yield "Het bestand heeft geen inhoudsopgave"


def _links(facts: DocxFacts) -> Iterable[str]:
    known = {one.get("Id", "") for one in facts.links}
    places = {one.get(f"{W}name", "") for one in facts.body.iter(f"{W}bookmarkStart")}
    for link in facts.body.iter(f"{W}hyperlink"):
        said, target, place = text_of(link), link.get(f"{_R}id", ""), link.get(f"{W}anchor", "")
        if not said:
            yield "Een koppeling heeft geen tekst"
        if (target and target not in known) or (place and place not in places) or not (target or place):
            yield f"De koppeling ‘{said[:40]}’ leidt nergens heen"


_RULES: tuple[Rule[DocxFacts], ...] = (
    Rule(id="docx-taal", about="De taal van het bestand is Nederlands", criteria=("3.1.1",), look=_language),
    Rule(id="docx-titel", about="De eigenschappen noemen de titel", criteria=("2.4.2",), look=_title),
    Rule(
        id="docx-koppen", about="De koppen hebben een niveau, geen is overgeslagen, en elke paragraaf heeft er een",
        criteria=("1.3.1", "2.4.6"), look=_headings,
    ),
    Rule(
        id="docx-tabellen", about="Elke tabel heeft een rij koppen die zich herhaalt, en rijen die even lang zijn",
        criteria=("1.3.1",), look=_tables,
    ),
    Rule(
        id="docx-figuren", about="Elke afbeelding heeft een alternatieve tekst of is als versiering gemerkt",
        criteria=("1.1.1",), look=_figures,
    ),
    Rule(id="docx-inhoud", about="Er is een inhoudsopgave", criteria=("2.4.5",), look=_contents),
    Rule(id="docx-koppelingen", about="Elke koppeling heeft tekst en een doel", criteria=("2.4.4",), look=_links),
    Rule(id="docx-contrast", about="Alle tekst na de omslag heeft genoeg contrast", criteria=("1.4.3",),
         look=contrast_complaints),
)  # fmt: skip
