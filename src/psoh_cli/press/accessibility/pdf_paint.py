"""Follows the drawing steps of a PDF page: colours, boxes painted and text shown, in points of the page.

Only what our own renderer uses: RGB and grey, paths as the box around them, text placed by a matrix, and forms
within the page. Lines and clipping are left out: neither is a ground to write on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from psoh_cli.press.accessibility.pdf_geometry import SAME, Box, Matrix, around, as_matrix, moved, times

_DEEPEST = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A piece of text: its number in the structure or the kind of artifact, its colour, ground and size in points."""

    owner: int | None
    artifact: str
    colour: str
    ground: str
    size: float
    is_bold: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    matrix: Matrix = SAME
    colour: str = "#000000"
    size: float = 0.0
    is_bold: bool = False
    is_hidden: bool = False


@dataclass(slots=True, kw_only=True)
class _Painter:
    """What is remembered between steps; `painted` holds the boxes so far with their colour, even-odd ones apart."""

    state: _State = field(default_factory=_State)
    kept: list[_State] = field(default_factory=list)
    marks: list[tuple[int | None, str]] = field(default_factory=list)
    path: list[Box] = field(default_factory=list)
    painted: list[tuple[tuple[Box, ...], bool, str]] = field(default_factory=list)
    text: Matrix = SAME
    line: Matrix = SAME


def shown_on(page: Any) -> tuple[Shown, ...]:
    """Give every piece of text on a page, in the order in which it is drawn."""
    return tuple(_run(page.obj, painter=_Painter(), depth=0))


def _run(stream: Any, *, painter: _Painter, depth: int) -> Iterator[Shown]:
    import pikepdf

    resources = stream.get("/Resources", {})
    for step in pikepdf.parse_content_stream(stream):
        operator, operands = str(step.operator), step.operands
        if operator in _STEPS:
            _STEPS[operator](painter, operands)
        elif operator == "Tf":
            font = resources.get("/Font", {}).get(str(operands[0]), {})
            bold = "bold" in str(font.get("/BaseFont", "")).lower()
            painter.state = replace(painter.state, size=float(operands[1]), is_bold=bold)
        elif operator in {"Tj", "TJ", "'", '"'} and not painter.state.is_hidden:
            yield _text(painter)
        elif operator == "Do" and depth < _DEEPEST:
            form = resources.get("/XObject", {}).get(str(operands[0]), {})
            if str(form.get("/Subtype", "")) == "/Form":
                yield from _form(form, painter=painter, depth=depth)


def _form(form: Any, *, painter: _Painter, depth: int) -> Iterator[Shown]:
    before, kept = painter.state, painter.kept
    own = as_matrix(list(form.get("/Matrix", SAME)))
    painter.state, painter.kept = replace(before, matrix=times(own, before.matrix)), []
    yield from _run(form, painter=painter, depth=depth + 1)
    painter.state, painter.kept = before, kept


def _text(painter: _Painter) -> Shown:
    """Note a piece of text; its ground is the last box painted under the middle of its first letter."""
    state = painter.state
    whole = times(painter.text, state.matrix)
    x, y = moved(whole, state.size * 0.2, state.size * 0.3)
    ground = next(
        (colour for boxes, odd, colour in reversed(painter.painted) if _covers(boxes, odd=odd, x=x, y=y)),
        "#FFFFFF",
    )
    owner = next((number for number, _ in reversed(painter.marks) if number is not None), None)
    artifact = next((kind for _, kind in reversed(painter.marks) if kind), "")
    scale = abs(whole[0] * whole[3] - whole[1] * whole[2]) ** 0.5
    return Shown(
        owner=None if artifact else owner,
        artifact=artifact,
        colour=state.colour,
        ground=ground,
        size=state.size * scale,
        is_bold=state.is_bold,
    )


def _covers(boxes: tuple[Box, ...], *, odd: bool, x: float, y: float) -> bool:
    hits = sum(left <= x <= right and bottom <= y <= top for left, bottom, right, top in boxes)
    return hits % 2 == 1 if odd else hits > 0


def _save(painter: _Painter, _: Any) -> None:
    painter.kept.append(painter.state)


def _restore(painter: _Painter, _: Any) -> None:
    if painter.kept:
        painter.state = painter.kept.pop()


def _move(painter: _Painter, operands: Any) -> None:
    painter.state = replace(painter.state, matrix=times(as_matrix(list(operands)), painter.state.matrix))


def _fill_colour(painter: _Painter, operands: Any) -> None:
    parts = [round(255 * min(1.0, max(0.0, float(part)))) for part in operands]
    red, green, blue = parts if len(parts) == 3 else parts * 3
    painter.state = replace(painter.state, colour=f"#{red:02X}{green:02X}{blue:02X}")


def _rectangle(painter: _Painter, operands: Any) -> None:
    x, y, width, height = (float(part) for part in operands)
    corners = [(x, y), (x + width, y + height), (x, y + height), (x + width, y)]
    painter.path.append(around([moved(painter.state.matrix, *corner) for corner in corners]))


def _begin_path(painter: _Painter, operands: Any) -> None:
    x, y = moved(painter.state.matrix, float(operands[0]), float(operands[1]))
    painter.path.append((x, y, x, y))


def _draw_to(painter: _Painter, operands: Any) -> None:
    """Widen the box around the path; the handles of a curve count, which makes the box a little too wide."""
    numbers = [float(part) for part in operands]
    points = [moved(painter.state.matrix, *numbers[at : at + 2]) for at in range(0, len(numbers), 2)]
    if painter.path:
        left, bottom, right, top = painter.path[-1]
        painter.path[-1] = around([(left, bottom), (right, top), *points])


def _fill(painter: _Painter, _: Any) -> None:
    painter.painted.append((tuple(painter.path), False, painter.state.colour))
    painter.path = []


def _fill_odd(painter: _Painter, _: Any) -> None:
    painter.painted.append((tuple(painter.path), True, painter.state.colour))
    painter.path = []


def _forget_path(painter: _Painter, _: Any) -> None:
    painter.path = []


def _begin_mark(painter: _Painter, operands: Any) -> None:
    from pikepdf import Dictionary

    kind = str(operands[0])
    about: Any = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else {}
    number = int(about["/MCID"]) if "/MCID" in about else None
    artifact = str(about.get("/Type", "/Layout"))[1:] if kind == "/Artifact" else ""
    painter.marks.append((number, artifact))


def _end_mark(painter: _Painter, _: Any) -> None:
    if painter.marks:
        painter.marks.pop()


def _begin_text(painter: _Painter, _: Any) -> None:
    painter.text = painter.line = SAME


def _place_text(painter: _Painter, operands: Any) -> None:
    painter.text = painter.line = as_matrix(list(operands))


def _next_line(painter: _Painter, operands: Any) -> None:
    painter.text = painter.line = times((1, 0, 0, 1, float(operands[0]), float(operands[1])), painter.line)


def _how_shown(painter: _Painter, operands: Any) -> None:
    painter.state = replace(painter.state, is_hidden=int(operands[0]) == 3)


_STEPS = {
    "q": _save, "Q": _restore, "cm": _move,
    "rg": _fill_colour, "g": _fill_colour,
    "re": _rectangle, "m": _begin_path, "l": _draw_to, "c": _draw_to, "v": _draw_to, "y": _draw_to,
    "f": _fill, "F": _fill, "B": _fill, "b": _fill, "f*": _fill_odd, "B*": _fill_odd, "b*": _fill_odd,
    "n": _forget_path, "S": _forget_path, "s": _forget_path,
    "BDC": _begin_mark, "BMC": _begin_mark, "EMC": _end_mark,
    "BT": _begin_text, "Tm": _place_text, "Td": _next_line, "TD": _next_line, "Tr": _how_shown,
}  # fmt: skip
