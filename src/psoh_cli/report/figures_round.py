"""The round at a glance: which groups were asked, by how many people, and what they knew."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from psoh_cli.report import svg
from psoh_cli.report.figures import SCALE, UNKNOWN

_LEFT, _BARS, _RIGHT, _TOP, _ROW = 232.0, 350.0, 680.0, 26.0, 24.0
_MOST_DISCS = 6


class GroupAsked(NamedTuple):
    """A group with how many were asked and what became of their questions; nobody asked is its own case."""

    name: str
    informants: int
    known: int
    unsure: int
    """Answered with `weet niet` or `niet van toepassing`."""
    open: int


def round_overview(groups: tuple[GroupAsked, ...], *, who: str, title: str, description: str) -> str:
    """Draw a row per group: a disc per informant (`who` names them) and a bar of what was answered."""
    most = max((group.known + group.unsure + group.open for group in groups), default=0) or 1
    scale = (_RIGHT - _BARS - 34) / most
    bottom = _TOP + _ROW * len(groups)

    def parts() -> Iterator[str]:
        yield svg.words(0, 14, "groep", size=11, fill=svg.MUTED)
        yield svg.words(_LEFT, 14, who, size=11, fill=svg.MUTED)
        yield svg.words(_BARS, 14, "vragen", size=11, fill=svg.MUTED)
        yield svg.line(0, _TOP - 4, _RIGHT, _TOP - 4, stroke=svg.PETROL, width=1.4)
        for row, group in enumerate(groups):
            y = _TOP + _ROW * row
            yield from _group(group, y=y, scale=scale)
            yield svg.line(0, y + _ROW - 2, _RIGHT, y + _ROW - 2)
        yield from _legend(y=bottom + 20)

    return svg.drawing(title=title, description=description, width=_RIGHT, height=bottom + 30, parts=parts())


def _group(group: GroupAsked, *, y: float, scale: float) -> Iterator[str]:
    asked = group.informants > 0
    ink = svg.INK if asked else svg.MUTED
    name = svg.shortened(group.name, width=_LEFT - 12, size=11.5)
    yield svg.words(0, y + 14, name, size=11.5, fill=ink)
    if not asked:
        yield svg.disc(_LEFT + 6, y + 10, 5, fill="none", stroke=UNKNOWN, dash="1.6 2.6")
        yield svg.words(_BARS, y + 14, "niet gevraagd", size=11, fill=svg.MUTED)
        return
    for number in range(min(group.informants, _MOST_DISCS)):
        yield svg.disc(_LEFT + 6 + 14 * number, y + 10, 5, fill=svg.PETROL)
    if group.informants > _MOST_DISCS:
        yield svg.words(_LEFT + 6 + 14 * _MOST_DISCS, y + 14, f"{group.informants}", size=11)
    yield from _bar(group, x=_BARS, y=y + 3, scale=scale)
    total = group.known + group.unsure + group.open
    yield svg.words(_BARS + total * scale + 5, y + 14, str(total), size=11, fill=svg.MUTED)


def _bar(group: GroupAsked, *, x: float, y: float, scale: float) -> Iterator[str]:
    """Draw known full, unsure hatched and open empty: three fills that differ in grey."""
    tall = 14.0
    if group.known:
        yield svg.box(x, y, group.known * scale, tall, fill=SCALE[4])
        x += group.known * scale
    if group.unsure:
        yield svg.box(x, y, group.unsure * scale, tall, fill=SCALE[1], stroke=svg.PETROL)
        yield svg.hatching(x, y, group.unsure * scale, tall, gap=5, stroke=svg.PETROL)
        x += group.unsure * scale
    if group.open:
        yield svg.box(x, y, group.open * scale, tall, fill=svg.PAPER, stroke=UNKNOWN, dash="2 3")


def _legend(*, y: float) -> Iterator[str]:
    x = 0.0
    for label, number in (("wist het", 0), ("wist het niet of niet van toepassing", 1), ("nog open", 2)):
        group = GroupAsked("", 1, *(14 if place == number else 0 for place in range(3)))
        yield from _bar(group, x=x, y=y - 11, scale=1)
        yield svg.words(x + 20, y, label, size=10.5, fill=svg.MUTED)
        x += 44 + svg.width_of(label, size=10.5)
