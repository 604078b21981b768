"""The topics of a discussion sheet: what informants agree on, where they differ, and what nobody knows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.rounds.round import Resolution, RoundFile
from psoh_cli.vocabulary import Verdict

FINDING = "gap-"
DIFFERENCE = f"{FINDING}{FindingKind.DIFFERENCE.value}-"
"""How the ids of findings begin; a code leaves it out."""


class TopicKind(StrEnum):
    """What sort of point it is; the value is what a list calls it."""

    AGREED = "eens"
    DIFFERING = "verschil"
    ONE_SIDED = "één kant"
    UNKNOWN = "niemand weet het"
    UNASKED = "nog niet gevraagd"
    ARQ = "vraag van ARQ"


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """Something to talk over: who sees what, named by group, and what was decided on it before."""

    id: str
    """What a decision names: the id of a finding, of a question or of an ARQ question."""
    kind: TopicKind
    title: str
    question: str = ""
    """The question it is about; none for a question of ARQ."""
    said: tuple[tuple[str, str], ...] = ()
    """Each answer with the groups that gave it."""
    doubt: str = ""
    """What has to be said beside an answer that all give: who is not sure, what is old, who does not know."""
    done_by: str = ""
    """The groups that do this work themselves and answered."""
    beside: str = ""
    """What statushouders say on the same."""
    beside_brief: str = ""
    """The same in a few words, for where a point is told in brief."""
    others: tuple[tuple[str, str], ...] = ()
    """What professionals say on questions about the same, each with its question."""
    unknown: str = ""
    """The groups that were asked and do not know."""
    excused: str = ""
    """The groups that were asked and say that it does not apply to them."""
    to_ask: str = ""
    """The groups that could know and were not asked."""
    lead: str = ""
    """What is known on a question of ARQ; what differs and what is open stands apart, and is never cut."""
    differs: str = ""
    """What is answered differently on a question of ARQ, with the points of the sheet."""
    open: str = ""
    """What nobody answered yet on a question of ARQ."""
    verdict: Verdict | None = None
    number: str = ""
    groups: int = 0
    """How many groups said something."""
    decided: tuple[Resolution, ...] = ()
    """The latest first."""

    @property
    def code(self) -> str:
        """Give the short name of the point; unlike its number it stays the same when there are more interviews."""
        return self.id.removeprefix(DIFFERENCE).removeprefix(FINDING)


def resolutions(whole: RoundFile, *about: str, as_of: date) -> tuple[Resolution, ...]:
    """Give what was decided on any of some ids on or before a day, the latest first."""
    found = {item.id: item for name in about for item in whole.on(name) if item.day.first_day() <= as_of}
    return tuple(sorted(found.values(), key=lambda item: (str(item.day), item.id), reverse=True))
