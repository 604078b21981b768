"""What stands around the text of a Word file: page, header, footer, settings, letters and properties."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from psoh_cli.press.docx_package import HEAD, MAIN, OFFICE, PACKAGE, Package, R, W, parse, serialise, w
from psoh_cli.press.docx_styles import Styles, twips
from psoh_cli.press.office_flow import on_one_page, page_of, running_line
from psoh_cli.press.office_roles import TEXT_WIDTH, Role, Sheet
from psoh_cli.press.office_styles import FONT, OTHER_FONT
from psoh_cli.press.office_text import clean
from psoh_cli.report.document import Document

if TYPE_CHECKING:
    from psoh_cli.press.docx_template import House

_KEPT_OUT = (
    "attachedTemplate", "mailMerge", "documentProtection", "writeProtection", "updateFields", "trackRevisions",
    "docVars", "linkStyles", "hdrShapeDefaults", "saveThroughXslt", "readModeInkLockDown",
    "footnotePr", "endnotePr",
)  # fmt: skip
"""Settings of a house style that reach outside the file, or would keep somebody from editing the plan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The page of each section with its header and footer."""

    sheet: Sheet
    references: str
    wide_references: str
    distances: str
    """How far header and footer stand from the edge."""
    own_first_page: bool

    def section(self, *, landscape: bool, first: bool) -> str:
        """Give the properties of a section; the first page of the first has no header, and a cover no footer."""
        sheet = self.sheet
        across, down = (sheet.height, sheet.width) if landscape else (sheet.width, sheet.height)
        turned = ' w:orient="landscape"' if landscape else ""
        title = "<w:titlePg/>" if first and self.own_first_page else ""
        return (
            f"<w:sectPr>{self.wide_references if landscape else self.references}"
            f'<w:pgSz w:w="{twips(across)}" w:h="{twips(down)}"{turned}/>'
            f'<w:pgMar w:top="{twips(sheet.top)}" w:right="{twips(sheet.right)}" w:bottom="{twips(sheet.bottom)}" '
            f'w:left="{twips(sheet.left)}" {self.distances} w:gutter="0"/><w:cols w:space="708"/>{title}</w:sectPr>'
        )


def frame(document: Document, *, package: Package, styles: Styles, house: House | None) -> Frame:
    """Put header and footer in the package: those of the municipality where it has them, ours elsewhere."""
    sheet = house.sheet if house is not None else page_of(document)
    kept = house.references if house is not None else {}
    if any(key.startswith("header") for key in kept):
        if document.strip and house is not None:
            for name in house.headers:
                package.parts[name] = _with_strip(package.parts[name], document=document, styles=styles)
        heads = "".join(text for key, text in kept.items() if key.startswith("header"))
    else:
        heads = _reference("header", _add(package, "header", _header(document, styles=styles)))
    if any(key.startswith("footer") for key in kept):
        feet = wide = "".join(text for key, text in kept.items() if key.startswith("footer"))
    else:
        upright = _add(package, "footer", _footer(document, styles=styles, width=sheet.text_width()))
        lying = _footer(document, styles=styles, width=sheet.text_width(landscape=True))
        feet = _reference("footer", upright)
        wide = _reference("footer", _add(package, "footer", lying, name="psoh-footer-liggend"))
        if on_one_page(document):
            feet += _reference("footer", upright, page="first")
    return Frame(
        sheet=sheet,
        references=heads + feet,
        wide_references=heads + wide,
        distances=house.distances if house is not None else f'w:header="{twips(9)}" w:footer="{twips(11)}"',
        own_first_page=house.own_first_page if house is not None else True,
    )


def settings(data: bytes | None) -> bytes:
    """Write the settings: Dutch, hyphens only where a style wants them, and nothing that asks a question."""
    if data is not None:
        root = parse(data)
        for name in _KEPT_OUT:
            for node in root.findall(w(name)):
                root.remove(node)
        return serialise(root)
    compat = "http://schemas.microsoft.com/office/word"
    return (
        f'{HEAD}<w:settings xmlns:w="{W}"><w:zoom w:percent="100"/><w:defaultTabStop w:val="567"/>'
        '<w:autoHyphenation/><w:consecutiveHyphenLimit w:val="2"/><w:doNotHyphenateCaps/>'
        '<w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat><w:compatSetting w:name="compatibilityMode" w:uri="{compat}" w:val="15"/></w:compat>'
        '<w:themeFontLang w:val="nl-NL"/><w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    ).encode()


def font_table() -> bytes:
    """Tell which letters to take where ours are missing."""
    fonts = "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:panose1 w:val="020B0502040504020204"/>'
        f'<w:charset w:val="{charset}"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font>'
        for name, other, charset in (
            (FONT, OTHER_FONT, "00"), ("Noto Sans Arabic", OTHER_FONT, "B2"), ("Noto Sans Ethiopic", "Nyala", "00"),
        )
    )  # fmt: skip
    return f'{HEAD}<w:fonts xmlns:w="{W}">{fonts}</w:fonts>'.encode()


def describe(document: Document, *, package: Package) -> None:
    """Write the properties: title, municipality, subject and day; the clock has no part in them."""
    moment = f"{document.day}T12:00:00Z"
    said = {
        "dc:title": f"{document.title} {document.gemeente}",
        "dc:subject": document.subtitle,
        "dc:creator": document.gemeente,
        "cp:keywords": f"psychosociale ondersteuning; statushouders; {document.gemeente}",
        "dc:language": "nl-NL",
        "cp:lastModifiedBy": document.gemeente,
        "cp:contentStatus": document.status,
        "dc:identifier": document.id,
    }
    told = "".join(f"<{name}>{escape(clean(text))}</{name}>" for name, text in said.items())
    dates = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{escape(clean(moment))}</dcterms:{name}>'
        for name in ("created", "modified")
    )
    core = (
        f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
        f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{told}{dates}</cp:coreProperties>'
    )
    package.add(
        "docProps/core.xml", core.encode(), type="application/vnd.openxmlformats-package.core-properties+xml"
    )
    package.relate("", "officeDocument", MAIN)
    package.relate("", "core-properties", "docProps/core.xml")


def _add(package: Package, kind: str, content: str, *, name: str = "") -> str:
    part = f"word/{name or f'psoh-{kind}'}.xml"
    package.add(part, content.encode(), type=f"{OFFICE}.{kind}+xml")
    return package.relate(MAIN, kind, part)


def _reference(kind: str, id: str, *, page: str = "default") -> str:  # noqa: A002  (its name in the format)
    return f'<w:{kind}Reference w:type="{page}" r:id="{id}"/>'


def _header(document: Document, *, styles: Styles) -> str:
    return f'{HEAD}<w:hdr xmlns:w="{W}" xmlns:r="{R}">{_strip(document, styles=styles)}</w:hdr>'


def _strip(document: Document, *, styles: Styles) -> str:
    role = Role.STRIP if document.strip else Role.HEADER
    text = escape(clean(document.strip))
    words = f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>' if text else ""
    return f'<w:p><w:pPr><w:pStyle w:val="{styles.paragraphs[role]}"/></w:pPr>{words}</w:p>'


def _with_strip(data: bytes, *, document: Document, styles: Styles) -> bytes:
    """Say beneath a header of the municipality that this is an example."""
    root = parse(data)
    for node in parse(f'<w:hdr xmlns:w="{W}">{_strip(document, styles=styles)}</w:hdr>'.encode()):
        root.append(node)
    return serialise(root)


def _footer(document: Document, *, styles: Styles, width: float) -> str:
    line = escape(clean(running_line(document)))
    ours = Role.FOOTER if width <= TEXT_WIDTH and not styles.house else Role.FOOTER_WIDE
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{twips(width)}"/></w:tabs>' if styles.house else ""
    return (
        f'{HEAD}<w:ftr xmlns:w="{W}" xmlns:r="{R}"><w:p>'
        f'<w:pPr><w:pStyle w:val="{styles.paragraphs[ours]}"/>{tab}</w:pPr>'
        f'<w:r><w:t xml:space="preserve">{line}</w:t></w:r><w:r><w:tab/></w:r>'
        f'<w:r><w:t xml:space="preserve">pagina </w:t></w:r>{_field("PAGE")}'
        f'<w:r><w:t xml:space="preserve"> van </w:t></w:r>{_field("NUMPAGES")}</w:p></w:ftr>'
    )


def _field(name: str) -> str:
    return f'<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>'
