"""The points that wait for a decision, on a screen: first those of the gesprekskaart, and the rest when asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.commands.ronde_besluit_open import Table
    from psoh_cli.report.discussion_topics import Topic
    from psoh_cli.terminal.asker import TerminalAsker

_FEW = 3
"""Questions without an answer that are named at first."""


def show_points(table: Table, asker: TerminalAsker, *, every: bool = False) -> None:
    """Name the points on which nothing was decided yet, with the code of the gesprekskaart."""
    if not table.waiting:
        asker.say("Over elk punt van de gesprekskaart is al een besluit. Een later besluit komt ernaast.")
        return
    asker.say("Hierover is nog geen besluit:")
    named = table.waiting if every else _first(table.waiting)
    for topic in named:
        code = f" [{topic.code}]" if topic.question else ""
        numbered = f"{topic.number}: " if asker.plain else f"  {topic.number:>5}  "
        asker.say(f"{numbered}{topic.title}{code}")
    rest = len(table.waiting) - len(named)
    if rest:
        asker.say(f"Typ meer voor nog {rest} punten, of zoek met een woord: zoek tolk")


def _first(waiting: tuple[Topic, ...]) -> tuple[Topic, ...]:
    """Give the differences, what weighs most of what is not known, and the questions of ARQ."""
    from psoh_cli.report.discussion_topics import TopicKind

    unanswered = (TopicKind.UNKNOWN, TopicKind.UNASKED)
    few = {
        topic.id for kind in unanswered for topic in [each for each in waiting if each.kind is kind][:_FEW]
    }
    return tuple(topic for topic in waiting if topic.kind not in unanswered or topic.id in few)
