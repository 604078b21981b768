"""What can be seen in a PDF without a validator: tags, language, title, headings, tables, figures, bookmarks, fonts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.press.accessibility.checks import Check, Result, Rule, heading_complaints, plain, run
from psoh_cli.press.accessibility.pdf_content import contrast_complaints, loose_text
from psoh_cli.press.accessibility.pdf_file import PdfFacts, Tag, open_bytes
from psoh_cli.press.accessibility.pdf_tables import table_complaints
from psoh_cli.report.document import Document, walk

_ROLES = """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private H H1 H2 H3 H4 H5 H6 P L LI Lbl LBody
    Table TR TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP
    Figure Formula Form
"""
"""The standard roles of PDF 1.7 (ISO 32000-1, 14.8.4)."""
_INSIDE = {
    "LI": ("L",),
    "LBody": ("LI",),
    "TR": ("Table", "THead", "TBody", "TFoot"),
    "TH": ("TR",),
    "TD": ("TR",),
}
_HEADINGS = {f"H{level}": level for level in range(1, 7)}


def checks(content: bytes, *, document: Document) -> tuple[Check, ...]:
    """Examine a PDF; what cannot be opened is wrong as a whole."""
    import pikepdf

    try:
        with open_bytes(content) as pdf:
            return run(_RULES, PdfFacts(pdf, document=document))
    except pikepdf.PdfError:
        return (
            Check(
                id="pdf-leesbaar", about="Het bestand is een pdf die opengaat", criteria=(), result=Result.WRONG,
                detail="Het bestand kan niet worden gelezen.",
            ),
        )  # fmt: skip


def _tagged(facts: PdfFacts) -> Iterable[str]:
    if "/StructTreeRoot" not in facts.root or not facts.tags:
        yield "De pdf heeft geen structuur (tags)"
        return
    if not bool(facts.root.get("/MarkInfo", {}).get("/Marked", False)):
        yield "De pdf zegt niet dat zij structuur heeft"
    yield from _misplaced(facts.tags)
    odd = sorted({tag.role for tag in facts.tags} - set(_ROLES.split()))
    yield from (f"De structuur gebruikt een onbekende rol: {role}" for role in odd)
    if any("/ID" in tag.element for tag in facts.tags) and "/IDTree" not in facts.root.StructTreeRoot:
        yield "Er zijn kenmerken in de structuur, maar geen lijst ervan"
    for number, page in enumerate(facts.pdf.pages, start=1):
        if str(page.get("/Tabs", "")) != "/S" and "/Annots" in page:
            yield f"De volgorde met het toetsenbord op bladzijde {number} is niet die van de structuur"


def _misplaced(tags: tuple[Tag, ...]) -> Iterator[str]:
    """Say which list items and cells stand outside their list or table; what only groups them does not count."""
    around: list[str] = []
    for tag in tags:
        del around[tag.depth - 1 :]
        holder = next((role for role in reversed(around) if role not in {"Div", "NonStruct", "Span"}), "")
        if tag.role in _INSIDE and holder not in _INSIDE[tag.role]:
            yield f"Een {tag.role} staat in {holder or 'niets'} in plaats van in {' of '.join(_INSIDE[tag.role])}"
        around.append(tag.role)


def _language(facts: PdfFacts) -> Iterable[str]:
    language = str(facts.root.get("/Lang", ""))
    if language not in {"nl", "nl-NL"}:
        yield f"De taal van de pdf is ‘{language}’ in plaats van nl-NL"


def _title(facts: PdfFacts) -> Iterable[str]:
    for where, title in (
        ("eigenschappen", str(facts.pdf.docinfo.get("/Title", "")) if "/Info" in facts.pdf.trailer else ""),
        ("metagegevens", facts.xmp["dc:title"]),
    ):
        if not plain(title).startswith(plain(facts.document.title)):
            yield f"De titel in de {where} is ‘{plain(title)}’, en begint niet met die van het document"
    if not bool(facts.root.get("/ViewerPreferences", {}).get("/DisplayDocTitle", False)):
        yield "De lezer toont de bestandsnaam in plaats van de titel"


def _universal(facts: PdfFacts) -> Iterable[str]:
    if facts.xmp["pdfuaid:part"] != "1":
        yield "De pdf noemt zich geen PDF/UA-1"


def _archival(facts: PdfFacts) -> Iterable[str]:
    part, level = facts.xmp["pdfaid:part"], facts.xmp["pdfaid:conformance"].upper()
    if (part, level) != ("3", "A"):
        yield f"De pdf noemt zich geen PDF/A-3a (deel ‘{part}’, niveau ‘{level}’)"
    if "/OutputIntents" not in facts.root:
        yield "De pdf zegt niet hoe haar kleuren bedoeld zijn"


def _headings(facts: PdfFacts) -> Iterable[str]:
    yield from heading_complaints(_HEADINGS[tag.role] for tag in facts.tags if tag.role in _HEADINGS)


def _bookmarks(facts: PdfFacts) -> Iterable[str]:
    if not facts.bookmarks:
        yield "De pdf heeft geen bladwijzers"
        return
    levels = [_HEADINGS[tag.role] for tag in facts.tags if tag.role in _HEADINGS]
    if len(facts.bookmarks) > len(levels):
        yield f"Er zijn {len(facts.bookmarks)} bladwijzers bij {len(levels)} koppen"
    said = [plain(title) for _, title in facts.bookmarks]
    for section in walk(facts.document.sections):
        if not any(plain(section.title) in title for title in said):
            yield f"De paragraaf ‘{section.title}’ heeft geen bladwijzer"


def _figures(facts: PdfFacts) -> Iterable[str]:
    for number, tag in enumerate((tag for tag in facts.tags if tag.role in {"Figure", "Formula"}), start=1):
        if not plain(str(tag.element.get("/Alt", ""))):
            yield f"Figuur {number} heeft geen alternatieve tekst"


def _links(facts: PdfFacts) -> Iterable[str]:
    for number, page in enumerate(facts.pdf.pages, start=1):
        for annotation in page.get("/Annots", []):
            if str(annotation.get("/Subtype", "")) != "/Link":
                continue
            if not plain(str(annotation.get("/Contents", ""))):
                yield f"Een koppeling op bladzijde {number} zegt niet waar zij heen gaat"
            owner = facts.owners.get(int(annotation.get("/StructParent", -1)))
            if owner is None or str(owner.get("/S", "")) != "/Link":
                yield f"Een koppeling op bladzijde {number} hoort nergens bij in de structuur"


def _fonts(facts: PdfFacts) -> Iterable[str]:
    seen: set[tuple[int, int]] = set()
    for page in facts.pdf.pages:
        for font in page.get("/Resources", {}).get("/Font", {}).values():
            if font.objgen in seen:
                continue
            seen.add(font.objgen)
            name = str(font.get("/BaseFont", "/?"))[1:]
            if "/ToUnicode" not in font:
                yield f"Het lettertype {name} zegt niet welke letters het toont"
            inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
            described = inner.get("/FontDescriptor", {})
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(described.keys()):
                yield f"Het lettertype {name} zit niet in het bestand"


_RULES: tuple[Rule[PdfFacts], ...] = (
    Rule(id="pdf-structuur", about="De pdf heeft structuur (tags) in bekende rollen", criteria=("1.3.1", "1.3.2"),
         look=_tagged),
    Rule(id="pdf-taal", about="De taal van de pdf is Nederlands", criteria=("3.1.1",), look=_language),
    Rule(id="pdf-titel", about="De pdf heeft een titel, en de lezer toont die", criteria=("2.4.2",), look=_title),
    Rule(id="pdf-ua", about="De pdf noemt zich PDF/UA-1", criteria=(), look=_universal),
    Rule(id="pdf-a", about="De pdf noemt zich PDF/A-3a", criteria=(), look=_archival),
    Rule(
        id="pdf-koppen", about="Eén kop van niveau 1, vooraan; geen niveau overgeslagen", criteria=("1.3.1", "2.4.6"),
        look=_headings,
    ),
    Rule(id="pdf-bladwijzers", about="Elke paragraaf heeft een bladwijzer", criteria=("2.4.5",), look=_bookmarks),
    Rule(
        id="pdf-tabellen",
        about="Elke tabel heeft koppen en rijen die even lang zijn, op elke bladzijde opnieuw",
        criteria=("1.3.1",),
        look=table_complaints,
    ),
    Rule(id="pdf-figuren", about="Elke figuur heeft een alternatieve tekst", criteria=("1.1.1",), look=_figures),
    Rule(
        id="pdf-buiten-structuur",
        about="Alle tekst staat in de structuur; alleen kop- en voetteksten staan erbuiten",
        criteria=("1.3.1", "1.3.2"),
        look=loose_text,
    ),
    Rule(id="pdf-koppelingen", about="Elke koppeling zegt waar zij heen gaat", criteria=("2.4.4",), look=_links),
    Rule(id="pdf-lettertypen", about="Alle lettertypen zitten in het bestand en hun letters zijn te lezen",
         criteria=("1.3.1",), look=_fonts),
    Rule(
        id="pdf-contrast",
        about="Alle tekst heeft genoeg contrast met wat eronder ligt, gemeten op de bladzijden zelf",
        criteria=("1.4.3",),
        look=contrast_complaints,
    ),
)  # fmt: skip
