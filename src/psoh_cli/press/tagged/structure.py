"""The structure tree of a PDF, for whoever mends it and whoever examines it."""

from __future__ import annotations

from typing import Any


def kids_of(element: Any) -> list[Any]:
    """Give what an element holds: elements, numbers of marked content, or references to objects."""
    from pikepdf import Array

    kids = element.get("/K")
    if isinstance(kids, Array):
        return list(kids)
    return [] if kids is None else [kids]
