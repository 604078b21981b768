"""A PDF as its checks see it: the elements of its structure tree by their standard role, and its bookmarks."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from psoh_cli.press.accessibility.checks import UndecidableError
from psoh_cli.press.accessibility.pdf_paint import Shown, shown_on
from psoh_cli.press.tagged.structure import kids_of
from psoh_cli.report.document import Document


@dataclass(frozen=True, slots=True)
class Tag:
    """One element of the structure tree: its standard role, how deep it stands, and what it holds."""

    role: str
    depth: int
    element: Any


class PdfFacts:
    """An open PDF with the document it should say."""

    def __init__(self, pdf: Any, *, document: Document) -> None:
        self.pdf = pdf
        self.root = pdf.Root
        self.document = document

    @cached_property
    def tags(self) -> tuple[Tag, ...]:
        """Every element in reading order; raise UndecidableError in a PDF without tags."""
        if "/StructTreeRoot" not in self.root:
            raise UndecidableError("De pdf heeft geen structuur (tags)")
        roles = self.root.StructTreeRoot.get("/RoleMap", {})
        return tuple(_walk(self.root.StructTreeRoot, roles=roles))

    def below(self, tag: Tag) -> tuple[Tag, ...]:
        """Give every element inside another one, in reading order."""
        start = self._place[id(tag)] + 1
        end = start
        while end < len(self.tags) and self.tags[end].depth > tag.depth:
            end += 1
        return self.tags[start:end]

    @cached_property
    def _place(self) -> dict[int, int]:
        return {id(tag): place for place, tag in enumerate(self.tags)}

    @cached_property
    def bookmarks(self) -> tuple[tuple[int, str], ...]:
        """The bookmarks in order, each with its depth from 1."""

        def read(items: Any, depth: int) -> Iterator[tuple[int, str]]:
            for item in items:
                yield depth, str(item.title)
                yield from read(item.children, depth + 1)

        with self.pdf.open_outline() as outline:
            return tuple(read(outline.root, 1))

    @cached_property
    def xmp(self) -> dict[str, str]:
        """What the file says of itself, by the names pikepdf gives (`dc:title`, `pdfuaid:part`)."""
        with self.pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as found:
            return {
                name: str(found.get(name, ""))
                for name in ("dc:title", "dc:language", "pdfuaid:part", "pdfaid:part", "pdfaid:conformance")
            }

    @cached_property
    def shown(self) -> tuple[tuple[Shown, ...], ...]:
        """Every piece of text, per page."""
        return tuple(shown_on(page) for page in self.pdf.pages)

    @cached_property
    def owners(self) -> dict[int, Any]:
        """The entries of the parent tree by their number."""
        found: dict[int, Any] = {}
        waiting = [self.root.StructTreeRoot.get("/ParentTree", {})] if "/StructTreeRoot" in self.root else []
        while waiting:
            node = waiting.pop()
            numbers = node.get("/Nums", [])
            found.update({int(numbers[at]): numbers[at + 1] for at in range(0, len(numbers), 2)})
            waiting.extend(node.get("/Kids", []))
        return found


def _walk(root: Any, *, roles: Any) -> Iterator[Tag]:
    from pikepdf import Dictionary

    waiting = [(1, kid) for kid in reversed(kids_of(root))]
    seen: set[tuple[int, int]] = set()
    while waiting:
        depth, kid = waiting.pop()
        if not isinstance(kid, Dictionary) or "/S" not in kid:
            continue
        if kid.is_indirect and kid.objgen in seen:
            raise UndecidableError("De structuur van de pdf loopt in een kring")
        seen.add(kid.objgen)
        role = str(kid.S)
        yield Tag(role=str(roles.get(role, role))[1:], depth=depth, element=kid)
        waiting.extend((depth + 1, inner) for inner in reversed(kids_of(kid)))


def open_bytes(content: bytes) -> Any:
    """Open a PDF that is in memory; raise pikepdf.PdfError where it is none."""
    import pikepdf

    return pikepdf.open(io.BytesIO(content))
