"""The house style of a municipality in its own Word file: what is kept of it, and what is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.press import docx_numbering, docx_package, docx_parts, docx_styles
from psoh_cli.press.docx_package import OFFICE, Package, R, Relation, parse, w
from psoh_cli.press.office_roles import A4, Sheet

_DOCUMENTS = {f"{OFFICE}.document.main+xml", f"{OFFICE}.template.main+xml"}
_KEPT = {
    "styles", "numbering", "settings", "theme", "fontTable", "header", "footer",
}  # fmt: skip
"""What the document itself may need: how it looks. All else belongs to the text, and that goes."""
_KEPT_WITHIN = {"image", "hyperlink", "font"}
"""What a header, footer or list of fonts may need."""
_MACROS = ("vbaProject", "vbaData", "macroEnabled", "activeX", "keyMapCustomizations")
_REACHES_OUT = re.compile(
    r"\b(DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|LINK|IMPORT|DATABASE|MACROBUTTON|RD|EMBED|FILLIN|ASK)\b",
    re.IGNORECASE,
)
_SAFE_ID = re.compile("[A-Za-z0-9_.-]{1,100}")
_SAFE_ADDRESS = re.compile("(https?://|mailto:)", re.IGNORECASE)
_FIXED = {"styles", "numbering", "settings", "fontTable"}
_LEAST_WIDTH, _LEAST_HEIGHT = 90.0, 120.0


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """What is kept of a house style."""

    package: Package
    sheet: Sheet
    references: dict[str, str] = field(default_factory=dict)
    """Header and footer by kind and page (`headerdefault`, `footerfirst` ...), as they stand in a section."""
    headers: tuple[str, ...] = ()
    distances: str = ""
    own_first_page: bool = False


def read(data: bytes) -> House:
    """Read a house style; raise UnreadableError, with the remedy, for what cannot be used or should not be."""
    package = docx_package.read(data)
    try:
        return _kept(package)
    except PsohError:
        raise
    except Exception as error:  # a file of somebody else can break a reader in any way
        raise UnreadableError(
            "Het Word-bestand met de huisstijl kan niet worden gebruikt: de inhoud klopt niet.",
            remedy="Open het in Word, kies 'Opslaan als' en bestandstype 'Word-document (.docx)', "
            "en gebruik dat bestand.",
        ) from error


def _kept(package: Package) -> House:
    main = next(relation.target for relation in package.relations[""] if relation.kind == "officeDocument")
    _refuse_macros(package, main=main)
    section = next(reversed(list(parse(package.parts[main]).iter(w("sectPr")))), None)
    kept = Package()
    names: dict[str, str] = {}
    for relation in package.relations.get(main, []):
        usable = (
            not relation.external and relation.target in package.parts and _SAFE_ID.fullmatch(relation.id)
        )
        if relation.kind in _KEPT and usable:
            _keep(package, relation, kept=kept)
            names[relation.id] = relation.target
    references, headers = _references(section, kept=kept, names=names)
    sheet, distances = _sheet(section)
    _rehearse(kept)
    return House(
        package=kept,
        sheet=sheet,
        references=references,
        headers=headers,
        distances=distances,
        own_first_page=section is not None and section.find(w("titlePg")) is not None,
    )


def _rehearse(kept: Package) -> None:
    """Do to each part what the document will do, so that what breaks breaks here."""
    lists = kept.parts.get("word/numbering.xml")
    numbering = docx_numbering.Numbering.beside(lists)
    docx_numbering.write(lists, numbering=numbering, ordered=1)
    docx_styles.merge(
        kept.parts.get("word/styles.xml", docx_styles.blank()), house=True, numberings=numbering.styled
    )
    docx_parts.settings(kept.parts.get("word/settings.xml"))


def _refuse_macros(package: Package, *, main: str) -> None:
    kinds = {relation.kind for relations in package.relations.values() for relation in relations}
    told = [*package.types.values(), *kinds, *package.parts]
    if any(mark.lower() in text.lower() for text in told for mark in _MACROS):
        raise UnreadableError(
            "Het Word-bestand met de huisstijl bevat macro's; dat gebruikt psoh niet.",
            remedy="Open het in Word, kies 'Opslaan als' en bestandstype 'Word-document (.docx)': "
            "dan blijven de macro's achter.",
        )
    if package.types.get(main) not in _DOCUMENTS:
        raise UnreadableError(
            "Het bestand met de huisstijl is geen Word-document (.docx) of Word-sjabloon (.dotx).",
            remedy="Open het in Word, kies 'Opslaan als' en bestandstype 'Word-document (.docx)'.",
        )


def _keep(package: Package, relation: Relation, *, kept: Package) -> None:
    """Take a part over with what it needs; ours have fixed names, the others keep theirs."""
    source = relation.target
    content = package.parts[source]
    root = parse(content)
    _refuse_what_reaches_out(root)
    name = f"word/{relation.kind}.xml" if relation.kind in _FIXED else source
    kept.add(name, docx_package.serialise(root), type=package.types[source])
    for needed in package.relations.get(source, []) if relation.kind != "settings" else []:
        outside = needed.external and (needed.kind != "hyperlink" or not _SAFE_ADDRESS.match(needed.target))
        if needed.kind not in _KEPT_WITHIN or outside:
            raise _reaching_out(f"{needed.kind}: {needed.target[:80]}")
        if not needed.external:
            if needed.target not in package.parts:
                raise ValueError(f"no part {needed.target}")
            if needed.kind == "image" and not package.types[needed.target].startswith("image/"):
                raise ValueError(f"no image {needed.target}")
            kept.add(needed.target, package.parts[needed.target], type=package.types[needed.target])
        kept.relations.setdefault(name, []).append(needed)
    kept.relations.setdefault(docx_package.MAIN, []).append(
        Relation(id=relation.id, kind=relation.kind, target=name, type=f"{R}/{relation.kind}")
    )


def _refuse_what_reaches_out(root: Any) -> None:
    """Make sure that nothing in a part fetches, embeds or runs something."""
    for text in _instructions(root):
        if found := _REACHES_OUT.search(text):
            raise _reaching_out(f"veld {found[0].upper()}")
    for node in root.iter():
        name = str(node.tag).rpartition("}")[2]
        if name in {"altChunk", "object", "control", "OLEObject", "subDoc"}:
            raise _reaching_out(f"ingesloten object ({name})")


def _instructions(root: Any) -> Iterator[str]:
    """Give what the fields do; one instruction may be cut into pieces."""
    pieces = "".join(node.text or "" for node in root.iter(w("instrText")))
    yield pieces
    for node in root.iter(w("fldSimple")):
        yield node.get(w("instr"), "")


def _reaching_out(what: str) -> PsohError:
    return UnreadableError(
        f"Het Word-bestand met de huisstijl haalt iets van buiten of voert iets uit ({what}); dat gebruikt psoh niet.",
        remedy="Haal dat uit de kop- of voettekst. Een logo mag, als het plaatje in het bestand zelf zit.",
    )


def _references(
    section: Any, *, kept: Package, names: dict[str, str]
) -> tuple[dict[str, str], tuple[str, ...]]:
    found: dict[str, str] = {}
    headers = []
    for kind in ("header", "footer"):
        for node in () if section is None else section.findall(w(f"{kind}Reference")):
            id, page = node.get(f"{{{R}}}id"), node.get(w("type"), "default")  # noqa: A001  (its name in the format)
            if id in names and page in {"default", "first", "even"}:
                found[f"{kind}{page}"] = f'<w:{kind}Reference w:type="{page}" r:id="{id}"/>'
                if kind == "header":
                    headers.append(names[id])
    _drop_unused(kept, used=set(found.values()))
    return found, tuple(dict.fromkeys(headers))


def _drop_unused(kept: Package, *, used: set[str]) -> None:
    """Let go of the headers and footers that no section of ours shows."""
    relations = kept.relations.get(docx_package.MAIN, [])
    for relation in list(relations):
        if relation.kind in {"header", "footer"} and not any(
            f'r:id="{relation.id}"' in text for text in used
        ):
            relations.remove(relation)
            kept.parts.pop(relation.target, None)
            kept.relations.pop(relation.target, None)


def _sheet(section: Any) -> tuple[Sheet, str]:
    """Read the page and its margins; what is no sensible page becomes ours."""
    size = section.find(w("pgSz")) if section is not None else None
    margins = section.find(w("pgMar")) if section is not None else None
    ours = 'w:header="510" w:footer="624"'
    if size is None or margins is None:
        return A4, ours

    def told(node: Any, name: str) -> float:
        return float(int(node.get(w(name), "0"))) * 25.4 / 1440

    across, down = sorted((told(size, "w"), told(size, "h")))
    sheet = Sheet(
        width=across, height=down, top=abs(told(margins, "top")), right=told(margins, "right"),
        bottom=abs(told(margins, "bottom")), left=told(margins, "left"),
    )  # fmt: skip
    fits = sheet.text_width() >= _LEAST_WIDTH and sheet.text_height() >= _LEAST_HEIGHT and down <= 560
    if not fits or min(sheet.left, sheet.right) < 0 or sheet.text_height(landscape=True) < _LEAST_WIDTH / 2:
        return A4, ours
    header, footer = (max(0, min(2880, int(margins.get(w(name), "510")))) for name in ("header", "footer"))
    return sheet, f'w:header="{header}" w:footer="{footer}"'
