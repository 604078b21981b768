from __future__ import annotations

import struct

import pytest
from tests.press.office_samples import DRAWING

from psoh_cli.press.office import pictures
from psoh_cli.report import svg


def size(png: bytes) -> tuple[int, int]:
    across, down = struct.unpack(">II", png[16:24])
    return across, down


def test_a_drawing_becomes_a_picture_as_wide_as_asked() -> None:
    drawn = pictures.png(DRAWING, width_px=800)
    assert drawn.startswith(b"\x89PNG")
    assert size(drawn) == (800, 240)
    assert pictures.png(DRAWING, width_px=800) == drawn


def test_words_and_hatching_leave_ink() -> None:
    empty = svg.drawing(title="t", description="d", width=100, height=40, parts=())
    hatched = svg.drawing(
        title="t", description="d", width=100, height=40, parts=(svg.hatching(0, 0, 90, 40),)
    )
    written = svg.drawing(
        title="t", description="d", width=100, height=40, parts=(svg.words(4, 30, "Woord"),)
    )
    drawn = [pictures.png(drawing, width_px=200) for drawing in (empty, hatched, written)]
    assert len(set(drawn)) == 3


def test_what_is_no_drawing_is_refused() -> None:
    with pytest.raises(ValueError, match=r"."):
        pictures.png("<p>geen tekening</p>", width_px=10)
