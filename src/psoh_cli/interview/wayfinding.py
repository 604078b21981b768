"""What somebody gets to see, or where they go, when they find their way through the list."""

from __future__ import annotations

from psoh_cli.interview import overview
from psoh_cli.interview.directions import SLASH, Direction, Goto, Search, Show
from psoh_cli.interview.finding import destination, matching
from psoh_cli.interview.hearing import Asker
from psoh_cli.interview.questionnaire import Answers, Questionnaire
from psoh_cli.practices.question import Question


def look_around(
    direction: Direction,
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    asker: Asker,
    time_left: str,
    sign: str,
) -> Question | None:
    """Show what was asked for; give the question to go to, None to stay. `sign` stands before a command here."""
    if isinstance(direction, Goto):
        found = destination(questionnaire, answers, direction.where, sign=sign)
        if not isinstance(found, str):
            return found
        asker.say(found)
        return None
    plain = asker.plain
    if isinstance(direction, Search):
        matches = matching(questionnaire, answers, direction.words)
        lines = overview.found_lines(
            matches, questionnaire, answers, words=direction.words, plain=plain, sign=sign
        )
    elif direction is Show.OPEN:
        lines = overview.open_list(questionnaire, answers, time_left=time_left, plain=plain, sign=sign)
    elif direction is Show.OVERVIEW:
        lines = overview.overview_lines(questionnaire, answers, time_left=time_left, plain=plain, sign=sign)
    else:
        lines = iter(_unknown(direction))
    for line in lines:
        asker.say(line)
    return None


def _unknown(direction: Direction) -> tuple[str, ...]:
    typed = getattr(direction, "typed", SLASH)
    commands = ", ".join(
        f"{SLASH}{word}" for word in ("naar 12", "zoek tolk", "open", "overzicht", "nakijken")
    )
    return (
        f"'{typed}' is geen opdracht. U kunt typen: {commands}",
        "Begint uw antwoord zo? Zet er dan een woord voor.",
    )
