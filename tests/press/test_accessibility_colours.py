"""The pairs of colours we measure are those that the style sheets use: none is forgotten."""

from __future__ import annotations

import re
from pathlib import Path

from psoh_cli.press.accessibility.colours import TEXT_PAIRS

_OF_TEXT = re.compile(r"(?<![a-z-])color:\s*var\(--([a-z-]+)\)")
_OF_GROUND = re.compile(r"background(?:-color)?:\s*var\(--([a-z-]+)\)")


def sheets(root: Path) -> str:
    return "\n".join(
        path.read_text("utf-8") for path in sorted((root / "templates/documenten/stijl").glob("*.css"))
    )


def test_every_colour_that_text_is_written_in_is_measured(root: Path) -> None:
    used = set(_OF_TEXT.findall(sheets(root)))
    assert used
    assert used <= {front for front, _ in TEXT_PAIRS}


def test_every_ground_that_text_is_written_on_is_measured(root: Path) -> None:
    used = set(_OF_GROUND.findall(sheets(root)))
    assert used
    assert used <= {ground for _, ground in TEXT_PAIRS}
