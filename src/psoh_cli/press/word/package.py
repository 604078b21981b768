"""A Word file of somebody else, looked over before python-docx opens it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from lxml import etree  # type: ignore[import-untyped]

from psoh_cli.errors import PsohError, UnreadableError
from psoh_cli.press.office import zip as office_zip
from psoh_cli.press.office.zip import TooBigError

_TYPES = "[Content_Types].xml"
_TEMPLATE = "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
_MACROS = ("vbaproject", "vbadata", "macroenabled", "activex", "keymapcustomizations")
_SAVE_AGAIN = "Open het in Word, kies 'Opslaan als' en bestandstype 'Word-document (.docx)'"


def checked(data: bytes) -> bytes:
    """Give a Word file or template as a file that can be opened safely: bounded, no document types, no macros.

    Raises UnreadableError, with the remedy, for a file that is too big, no Word file, or one with macros.
    """
    parts = _parts(data)
    try:
        read = ((name, _parsed(content)) for name, content in parts.items())
        roots = {name: root for name, root in read if name == _TYPES or name.endswith(".rels")}
        _refuse_macros(roots, names=parts)
        parts[_TYPES] = _as_document(roots[_TYPES], parts=parts)
        return office_zip.packed({_TYPES: parts.pop(_TYPES), **parts})
    except PsohError:
        raise
    except Exception as error:  # a file of somebody else can break a reader in any way
        raise unusable() from error


def unusable() -> PsohError:
    """Say that a file of somebody else is no house style that can be used."""
    return UnreadableError(
        "Het Word-bestand met de huisstijl kan niet worden gebruikt: de inhoud klopt niet.",
        remedy=f"{_SAVE_AGAIN}, en gebruik dat bestand.",
    )


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        return office_zip.unpacked(data)
    except TooBigError as error:
        raise UnreadableError(
            "Het Word-bestand met de huisstijl is te groot: uitgepakt zit er meer in dan psoh leest.",
            remedy="Haal grote plaatjes en alle tekst uit het bestand; alleen stijlen, kop- en voettekst zijn nodig.",
        ) from error
    except Exception as error:  # a file of somebody else can break a reader in any way
        raise UnreadableError(
            "Het Word-bestand met de huisstijl kan niet worden gelezen: het is beschadigd of geen Word-bestand.",
            remedy=f"{_SAVE_AGAIN}, en gebruik dat bestand.",
        ) from error


def _parsed(content: bytes) -> Any:
    """Read a part as XML; nothing is fetched, nothing expands, a document type is refused; None for other parts."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError:
        if b"<!DOCTYPE" in content:
            raise
        return None
    if root.getroottree().docinfo.doctype:
        raise ValueError("a document type")
    return root


def _refuse_macros(roots: dict[str, Any], *, names: dict[str, bytes]) -> None:
    told = [*names, *_told(roots)]
    if any(mark in text.lower() for text in told for mark in _MACROS):
        raise UnreadableError(
            "Het Word-bestand met de huisstijl bevat macro's; dat gebruikt psoh niet.",
            remedy=f"{_SAVE_AGAIN}: dan blijven de macro's achter.",
        )


def _told(roots: dict[str, Any]) -> Iterator[str]:
    """Give what a package says of its parts: the type of each, and what each needs."""
    for root in roots.values():
        for node in root.iter():
            yield from node.attrib.values()


def _as_document(types: Any, *, parts: dict[str, bytes]) -> bytes:
    """Let a Word template pass for a document: python-docx opens no other."""
    said = {node.get("PartName", "").lstrip("/"): node for node in types}
    mains = [
        node
        for name, node in said.items()
        if name in parts and node.get("ContentType") in {CONTENT_TYPE.WML_DOCUMENT_MAIN, _TEMPLATE}
    ]
    if not mains:
        raise UnreadableError(
            "Het bestand met de huisstijl is geen Word-document (.docx) of Word-sjabloon (.dotx).",
            remedy=f"{_SAVE_AGAIN}.",
        )
    for node in mains:
        node.set("ContentType", CONTENT_TYPE.WML_DOCUMENT_MAIN)
    written: bytes = etree.tostring(types, xml_declaration=True, encoding="UTF-8", standalone=True)
    return written
