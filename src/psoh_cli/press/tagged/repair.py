"""From the renderer's PDF/A-3a to one file that is PDF/UA-1 as well, with its source inside.

Tried with WeasyPrint 70, whose way of writing tags it relies on; where that changes, it refuses.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any

from psoh_cli.errors import PsohError
from psoh_cli.press.source import CarriedFile
from psoh_cli.press.tagged.attachments import attach
from psoh_cli.press.tagged.structure import kids_of

_END = b"</rdf:RDF>"
_DATES = re.compile(rb"<xmp:(CreateDate|ModifyDate)>[^<]*</xmp:\1>")
_DATED = b"""<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>%(moment)s</xmp:CreateDate><xmp:ModifyDate>%(moment)s</xmp:ModifyDate></rdf:Description>
"""
_IS_UA = b"""<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
"""
"""That a file is PDF/UA-1, and the words PDF/A (6.6.2.3.1) wants before a file may say so."""


class UnexpectedPdfError(PsohError):
    """Stop because the renderer writes its tags differently from the version this was made for."""

    exit_code = 3

    def __init__(self, part: str) -> None:
        super().__init__(
            f"De pdf is anders opgebouwd dan verwacht ({part}).",
            remedy="Het HTML-bestand is wel gemaakt. Installeer psoh opnieuw, met de vastgelegde versies.",
        )


def repair(drawn: bytes, *, moment: datetime, files: Sequence[CarriedFile] = ()) -> bytes:
    """Finish a PDF/A-3a of the renderer, with `files` in it as its source, and save without a clock.

    Nothing may touch the file afterwards. Raises UnexpectedPdfError where it is built differently than expected.
    """
    import pikepdf

    with pikepdf.open(io.BytesIO(drawn)) as pdf:
        root = pdf.Root.StructTreeRoot
        elements = list(_elements(root))
        real = {element.objgen for element in elements}
        owners = _owners(root)
        for page in pdf.pages:
            _mark_artifacts(pdf, page=page, owners=owners, real=real)
        _add_id_tree(pdf, root=root, elements=elements)
        _describe(pdf, moment=moment)
        attach(pdf, files, moment=moment)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _elements(root: Any) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    from pikepdf import Dictionary

    waiting = kids_of(root)[::-1]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            waiting.extend(reversed(kids_of(kid)))


def _owners(root: Any) -> dict[int, Any]:
    """Give, for each page number of the parent tree, the owners of its marked pieces."""
    if "/Nums" not in root.ParentTree:
        raise UnexpectedPdfError("geen platte lijst in de ParentTree")
    numbers = root.ParentTree.Nums
    return {int(numbers[index]): numbers[index + 1] for index in range(0, len(numbers), 2)}


def _mark_artifacts(pdf: Any, *, page: Any, owners: dict[int, Any], real: set[Any]) -> None:
    """Turn marked pieces whose owner is not in the tree into artifacts: those are the page's head and foot."""
    import pikepdf
    from pikepdf import ContentStreamInstruction, Dictionary, Name, Operator

    if "/StructParents" not in page:
        return
    pieces = owners[int(page.StructParents)]
    lost = {
        index
        for index, owner in enumerate(pieces)
        if isinstance(owner, Dictionary) and owner.objgen not in real
    }
    if not lost:
        return
    steps: list[Any] = []
    for step in pikepdf.parse_content_stream(page):
        if str(step.operator) == "BDC" and _piece_number(step) in lost:
            artifact = [Name.Artifact, Dictionary(Type=Name.Pagination)]
            steps.append(ContentStreamInstruction(artifact, Operator("BDC")))
        else:
            steps.append(step)
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))
    for index in lost:
        pieces[index] = None


def _piece_number(step: Any) -> int:
    from pikepdf import Dictionary

    about = step.operands[1]
    return int(about.get("/MCID", -1)) if isinstance(about, Dictionary) else -1


def _add_id_tree(pdf: Any, *, root: Any, elements: list[Any]) -> None:
    from pikepdf import Array, Dictionary, String

    named = sorted(((bytes(item.ID), item) for item in elements if "/ID" in item), key=lambda pair: pair[0])
    if named:
        names = Array([part for key, item in named for part in (String(key), item)])
        root.IDTree = pdf.make_indirect(Dictionary(Names=names))


def _describe(pdf: Any, *, moment: datetime) -> None:
    """Put the PDF/UA identification and the moment in what the file says of itself, twice where PDF wants it twice."""
    described = pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else b""
    if described.count(_END) != 1 or b"pdfuaid" in described:
        raise UnexpectedPdfError("de XMP-beschrijving")
    dated = _DATED % {b"moment": moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()}
    undated = _DATES.sub(b"", described)
    pdf.Root.Metadata.write(undated.replace(_END, dated + _IS_UA + _END))
    for key in ("/CreationDate", "/ModDate"):
        pdf.docinfo[key] = moment.strftime("D:%Y%m%d%H%M%SZ")
