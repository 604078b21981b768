"""What all drawings of a report share: a scale that works in grey, and a shape for each verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from psoh_cli.report import svg
from psoh_cli.vocabulary import Verdict

SCALE = ("#F3F6F8", "#CFE3E8", "#93C1CC", "#5199AB", "#0B4A5F")
"""From little to much: each step is darker, also in grey. Ink on the first four, white on the last."""

MISSING, UNKNOWN = "#9B2335", "#5B6470"

VERDICT_COLOURS = {
    Verdict.MET: "#1F6F54",
    Verdict.PARTLY: "#8A5A00",
    Verdict.MISSING: MISSING,
    Verdict.UNKNOWN: UNKNOWN,
    Verdict.NOT_APPLICABLE: UNKNOWN,
}

ORDER = (Verdict.MET, Verdict.PARTLY, Verdict.MISSING, Verdict.UNKNOWN, Verdict.NOT_APPLICABLE)
"""The verdicts as every drawing orders them."""

_WIDE, _GAP, _PITCH, _MOST_SHAPES = 680.0, 18.0, 19.0, 50


def verdict_row(tally: Mapping[Verdict, int], *, title: str, description: str) -> str:
    """Draw one shape for each thing judged, grouped by verdict with its count beneath: full, half, empty, dotted."""
    return svg.drawing(
        title=title,
        description=description,
        width=_WIDE,
        height=_PITCH + 24,
        parts=shapes_with_counts(tally, width=_WIDE),
    )


def shapes_with_counts(tally: Mapping[Verdict, int], *, width: float, y: float = 0) -> Iterator[str]:
    """Draw the shapes of a row within a width; very many are drawn as one each, with their count."""
    groups = [(verdict, tally.get(verdict, 0)) for verdict in ORDER if tally.get(verdict, 0)]
    labels = {verdict: f"{count} {verdict.value}" for verdict, count in groups}
    wide = {verdict: svg.width_of(label, size=12, bold=True) for verdict, label in labels.items()}
    drawn = {verdict: count if sum(tally.values()) <= _MOST_SHAPES else 1 for verdict, count in groups}
    pitch = _pitch(drawn, wide=wide, width=width)
    x = 0.0
    for verdict, _ in groups:
        for place in range(drawn[verdict]):
            yield _shape(verdict, x=x + pitch * place, y=y + 2, size=pitch - 3)
        yield svg.words(
            x, y + _PITCH + 16, labels[verdict], size=12, fill=VERDICT_COLOURS[verdict], bold=True
        )
        x += max(pitch * drawn[verdict], wide[verdict]) + _GAP


def _pitch(drawn: Mapping[Verdict, int], *, wide: Mapping[Verdict, float], width: float) -> float:
    """Give the largest distance between shapes with which everything stays within the width."""
    pitch = _PITCH
    while pitch > 5 and (
        sum(max(pitch * count, wide[verdict]) for verdict, count in drawn.items()) + _GAP * (len(drawn) - 1)
        > width
    ):
        pitch -= 0.25
    return pitch


def _shape(verdict: Verdict, *, x: float, y: float, size: float) -> str:
    scale = svg.units(size / 16)
    outline = _outline(verdict, colour=VERDICT_COLOURS[verdict])
    return f'<g transform="translate({svg.units(x)} {svg.units(y)}) scale({scale})">{outline}</g>'


def verdict_shape(verdict: Verdict, *, colour: str) -> str:
    """Draw the shape of a verdict: full disc, half disc, ring, dotted ring or dash."""
    return svg.drawing(
        title=verdict.value,
        description=f"Oordeel: {verdict.value}",
        width=16,
        height=16,
        parts=(_outline(verdict, colour=colour),),
    )


def _outline(verdict: Verdict, *, colour: str) -> str:
    ring = f'<circle cx="8" cy="8" r="6" fill="none" stroke="{colour}" stroke-width="2"'
    shapes = {
        Verdict.MET: f'<circle cx="8" cy="8" r="7" fill="{colour}"/>',
        Verdict.PARTLY: f'{ring}/><path d="M8 1.5A6.5 6.5 0 0 0 8 14.5Z" fill="{colour}"/>',
        Verdict.MISSING: f"{ring}/>",
        Verdict.UNKNOWN: f'{ring} stroke-dasharray="1.9 2.8"/>',
        Verdict.NOT_APPLICABLE: svg.line(2, 8, 14, 8, stroke=colour, width=2.4),
    }
    return shapes[verdict]
