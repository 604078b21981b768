"""How time is reckoned: how long an effort takes, when the next thing can begin, and how many hands there are.

All of it is our own reasoning (*afgeleid*), and `HOW_PLANNED` tells a reader so.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction

from pydantic import Field

from psoh_cli.model import Frozen
from psoh_cli.plan.quarters import index_of

DURATION = {1: 1, 2: 2, 3: 4}
"""Quarters per effort (afgeleid)."""

FAR_ENOUGH = 2
"""After this many quarters a measure is far enough for what waits for it (afgeleid)."""

AT_ONCE = 3
"""How many actions one role leads in the same quarter, unless the gemeente says otherwise (afgeleid)."""

MOST_HOLIDAY = Fraction(1, 3)
"""A group does not begin in a quarter of which a larger part is school holiday (afgeleid)."""

TIME_TO_PREPARE = timedelta(weeks=6)
"""What the council decides on must be ready this long before (afgeleid)."""

SEARCHED = 40
"""How many quarters ahead a place is looked for when the plan has no last year."""

HOW_PLANNED = (
    "De kwartalen in de voorstellen zijn onze eigen inschatting (afgeleid): inspanning 1, 2 of 3 duurt 1, 2 of 4 "
    "kwartalen. Wat op iets anders wacht, begint als dat klaar is of twee kwartalen onderweg. De zwaarste prioriteit "
    f"kiest eerst. Eén trekker leidt er hooguit {AT_ONCE} tegelijk, tenzij de gemeente iets anders opgeeft. Een groep "
    "begint niet in een kwartaal dat voor meer dan een derde schoolvakantie is."
)
"""What a reader is told about the dates."""


class Slot(Frozen):
    """The first and last quarter of an action, as numbers."""

    start: int = Field(alias="begin")
    end: int = Field(alias="eind")

    @property
    def quarters(self) -> range:
        """Every quarter in which it runs."""
        return range(self.start, self.end + 1)


def begins_too_early(start: str, *, other_start: str, other_end: str) -> bool:
    """Tell whether a measure begins before what it waits for is done, or well on its way."""
    return index_of(start) < ready_after(index_of(other_start), end=index_of(other_end))


def ready_after(start: int, *, end: int) -> int:
    """Give the first quarter in which what waits for a measure may begin."""
    return min(end, start + FAR_ENOUGH - 1) + 1
