"""What the renderer leaves to do in a tagged PDF: page feet as artifacts, a tree of ids, the same bytes each time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from psoh_cli.errors import PsohError


class UnexpectedPdfError(PsohError):
    """Stop because the renderer writes its tags differently from the version this was made for."""

    exit_code = 3


def repair(source: bytes) -> bytes:
    """Mark running heads and feet as artifacts, add the tree of ids, and save without a clock."""
    import pikepdf

    with pikepdf.open(io.BytesIO(source)) as pdf:
        root = pdf.Root.StructTreeRoot
        elements = list(_elements(root))
        real = {element.objgen for element in elements}
        owners = _owners(root)
        for page in pdf.pages:
            _mark_artifacts(pdf, page=page, owners=owners, real=real)
        _add_id_tree(pdf, root=root, elements=elements)
        target = io.BytesIO()
        pdf.save(target, deterministic_id=True)
    return target.getvalue()


def _elements(root: Any) -> Iterator[Any]:
    """Walk the structure tree in reading order."""
    from pikepdf import Dictionary

    waiting = _kids(root)[::-1]
    while waiting:
        kid = waiting.pop()
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid
            waiting.extend(reversed(_kids(kid)))


def _kids(element: Any) -> list[Any]:
    from pikepdf import Array

    kids = element.get("/K")
    if isinstance(kids, Array):
        return list(kids)
    return [] if kids is None else [kids]


def _owners(root: Any) -> dict[int, Any]:
    """Give, for each page number of the parent tree, the owners of its marked pieces."""
    if "/Nums" not in root.ParentTree:
        raise UnexpectedPdfError(
            "De pdf is anders opgebouwd dan verwacht (geen platte lijst in de ParentTree)."
        )
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
