"""The trend: the verdicts of two moments above each other, in the same shapes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from psoh_cli.report import svg
from psoh_cli.report.figures import shapes_with_counts
from psoh_cli.vocabulary import Verdict

_LEFT, _RIGHT, _ROW = 112.0, 680.0, 54.0


class Then(NamedTuple):
    """The verdicts of one moment: its day in words and how often each verdict."""

    day: str
    tally: Mapping[Verdict, int]


def trend(moments: tuple[Then, ...], *, title: str, description: str) -> str:
    """Draw one row of shapes per moment, the earliest on top."""

    def parts() -> Iterator[str]:
        for number, moment in enumerate(moments):
            y = _ROW * number
            for place, text in enumerate(svg.lines_of(moment.day, width=_LEFT - 12, size=11.5, bold=True)):
                yield svg.words(0, y + 15 + 15 * place, text, size=11.5, bold=True)
            row = "".join(shapes_with_counts(moment.tally, width=_RIGHT - _LEFT))
            yield f'<g transform="translate({svg.units(_LEFT)} {svg.units(y)})">{row}</g>'
            if number:
                yield svg.line(0, y - 8, _RIGHT, y - 8)

    height = _ROW * len(moments)
    return svg.drawing(title=title, description=description, width=_RIGHT, height=height, parts=parts())
