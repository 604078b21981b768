"""The tables of a PDF: a row of headings first, on every page again, cells that name theirs, and even rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from psoh_cli.press.accessibility.pdf_file import PdfFacts, Tag


def table_complaints(facts: PdfFacts) -> Iterable[str]:
    """Say what is wrong with each table; one that goes on overleaf is a table of its own there."""
    ids = {bytes(tag.element.ID) for tag in facts.tags if "/ID" in tag.element}
    tables = (tag for tag in facts.tags if tag.role == "Table")
    for number, table in enumerate(tables, start=1):
        yield from _table(number, facts.below(table), ids=ids)


def _table(number: int, inside: tuple[Tag, ...], *, ids: set[bytes]) -> Iterator[str]:
    heads = [tag for tag in inside if tag.role == "TH"]
    cells = [tag for tag in inside if tag.role == "TD"]
    if not heads:
        yield f"Tabel {number} heeft geen koppen"
    if any(not _attribute(tag.element, "/Scope") and "/ID" not in tag.element for tag in heads):
        yield f"Een kop in tabel {number} zegt niet waar hij bij hoort"
    for cell in cells:
        if not {bytes(name) for name in _attribute(cell.element, "/Headers") or ()} <= ids:
            yield f"Een cel in tabel {number} noemt een kop die er niet is"
    rows = _rows(inside)
    if rows and any(role != "TH" for role, _ in rows[0]):
        yield f"Tabel {number} begint niet met een rij koppen, ook niet als hij op een nieuwe bladzijde doorgaat"
    if len({sum(width for _, width in row) for row in rows}) > 1 and not _spans_rows(inside):
        yield f"De rijen van tabel {number} zijn niet even lang"
    if not rows:
        yield f"Tabel {number} heeft geen rijen"


def _rows(inside: tuple[Tag, ...]) -> list[list[tuple[str, int]]]:
    """Give per row its cells as role and width in columns."""
    rows: list[list[tuple[str, int]]] = []
    for tag in inside:
        if tag.role == "TR":
            rows.append([])
        elif tag.role in {"TH", "TD"} and rows:
            rows[-1].append((tag.role, int(_attribute(tag.element, "/ColSpan") or 1)))
    return rows


def _spans_rows(inside: tuple[Tag, ...]) -> bool:
    return any(
        int(_attribute(tag.element, "/RowSpan") or 1) > 1 for tag in inside if tag.role in {"TH", "TD"}
    )


def _attribute(element: Any, name: str) -> Any:
    """Look an attribute up among those of an element, which are one dictionary or several; None without."""
    from pikepdf import Array, Dictionary

    found = element.get("/A")
    groups = list(found) if isinstance(found, Array) else [] if found is None else [found]
    return next((one[name] for one in groups if isinstance(one, Dictionary) and name in one), None)
