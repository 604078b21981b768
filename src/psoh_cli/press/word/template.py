"""The house style of a municipality in its own Word file: what is kept of it, and what is refused."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import docx
from docx.document import Document as Word
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Twips
from lxml import etree  # type: ignore[import-untyped]

from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.press.office.roles import A4, Sheet
from psoh_cli.press.word import package as docx_package
from psoh_cli.press.word.raw import made

_KEPT = {"styles", "numbering", "settings", "theme", "fontTable", "header", "footer"}
"""What the document itself may need: how it looks. All else belongs to the text, and that goes."""
_KEPT_WITHIN = {"image", "hyperlink", "font"}
"""What a header, footer or list of fonts may need."""
_OF_A_SECTION = {"headerReference", "footerReference", "pgSz", "pgMar", "titlePg"}
_REACHES_OUT = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD|EMBED|FILLIN|ASK)\b",
    re.IGNORECASE,
)
_SAFE_ADDRESS = re.compile("(https?://|mailto:)", re.IGNORECASE)
_LEAST_WIDTH, _LEAST_HEIGHT = 90.0, 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """The file of a municipality without its text, and the page it writes on."""

    word: Word
    sheet: Sheet


def read(data: bytes) -> House:
    """Open a house style; raise UnreadableError, with the remedy, for what cannot be used or should not be."""
    word = docx.Document(io.BytesIO(docx_package.checked(data)))
    body: Any = word.element.body
    body.clear_content()
    section = body.get_or_add_sectPr()
    for node in list(section):
        if etree.QName(node).localname not in _OF_A_SECTION:
            section.remove(node)
    section.append(made("w:cols", space=708))
    title = section.find(qn("w:titlePg"))
    if title is not None:
        section.append(title)
    _keep(word, section=section)
    return House(word=word, sheet=_sheet(word))


def _keep(word: Word, *, section: Any) -> None:
    """Let go of what the text needed; what stays may not reach outside the file."""
    shown = {
        node.get(qn("r:id")): node for node in section if etree.QName(node).localname.endswith("Reference")
    }
    relations = word.part.rels
    for name, relation in list(relations.items()):
        kind = _kind(relation)
        unused = kind in {"header", "footer"} and name not in shown
        if relation.is_external or kind not in _KEPT or unused:
            del relations[name]
        else:
            _keep_part(relation.target_part, kind=kind)
    for name, node in shown.items():
        if name not in relations:
            section.remove(node)


def _keep_part(part: Any, *, kind: str) -> None:
    """Look over a part, and let it keep only the pictures, fonts and web addresses it needs."""
    _refuse_what_reaches_out(part.element if hasattr(part, "element") else etree.fromstring(part.blob))
    if kind == "settings":
        part.rels.clear()
    for needed in part.rels.values():
        within = _kind(needed)
        address = needed.target_ref if needed.is_external else ""
        if within not in _KEPT_WITHIN or (
            needed.is_external and not (within == "hyperlink" and _SAFE_ADDRESS.match(address))
        ):
            raise _reaching_out(f"{within}: {address[:80]}")
        if not needed.is_external:
            if within == "image" and not needed.target_part.content_type.startswith("image/"):
                raise ValueError(f"no image {needed.target_part.partname}")
            needed.target_part.rels.clear()


def _kind(relation: Any) -> str:
    return str(relation.reltype).rpartition("/")[2]


def _refuse_what_reaches_out(root: Any) -> None:
    """Make sure that nothing in a part fetches, embeds or runs something."""
    for text in _instructions(root):
        if found := _REACHES_OUT.search(text):
            raise _reaching_out(f"veld {found[0].upper()}")
    for node in root.iter(etree.Element):
        name = etree.QName(node).localname
        if name in {"altChunk", "object", "control", "OLEObject", "subDoc"}:
            raise _reaching_out(f"ingesloten object ({name})")


def _instructions(root: Any) -> Iterator[str]:
    """Give what the fields do; one instruction may be cut into pieces."""
    yield "".join(node.text or "" for node in root.iter(qn("w:instrText")))
    for node in root.iter(qn("w:fldSimple")):
        yield node.get(qn("w:instr"), "")


def _reaching_out(what: str) -> PsohError:
    return UnreadableError(
        f"Het Word-bestand met de huisstijl haalt iets van buiten of voert iets uit ({what}); dat gebruikt psoh niet.",
        remedy="Haal dat uit de kop- of voettekst. Een logo mag, als het plaatje in het bestand zelf zit.",
    )


def _sheet(word: Word) -> Sheet:
    """Read the page and its margins; what is no sensible page becomes ours."""
    section = word.sections[-1]
    told = [
        section.page_width, section.page_height, section.top_margin, section.right_margin,
        section.bottom_margin, section.left_margin,
    ]  # fmt: skip
    lengths = [length.mm for length in told if length is not None]
    if len(lengths) == len(told):
        (across, down), (top, right, bottom, left) = sorted(lengths[:2]), lengths[2:]
        sheet = Sheet(width=across, height=down, top=abs(top), right=right, bottom=abs(bottom), left=left)
        fits = sheet.text_width() >= _LEAST_WIDTH and sheet.text_height() >= _LEAST_HEIGHT and down <= 560
        turned = sheet.text_height(landscape=True) >= _LEAST_WIDTH / 2
        if fits and turned and min(left, right) >= 0:
            section.header_distance = _within(section.header_distance)
            section.footer_distance = _within(section.footer_distance)
            return sheet
    section.header_distance, section.footer_distance = Mm(9), Mm(11)
    return A4


def _within(distance: Length | None) -> Length:
    return Mm(9) if distance is None else Twips(max(0, min(2880, distance.twips)))
