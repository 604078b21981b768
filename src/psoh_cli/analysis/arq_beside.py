"""What statushouders say beside our answer to an ARQ question, where not everybody says the same."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.arq_judging import Judged
from psoh_cli.analysis.arq_said import clause
from psoh_cli.analysis.picture import Picture
from psoh_cli.analysis.twins import of_professionals, of_statushouders, twins
from psoh_cli.dutch import listing
from psoh_cli.practices.question import STATUSHOUDERS, Question


def said_beside(judged: tuple[Judged, ...], *, picture: Picture) -> str:
    """Write what statushouders say on the same, in their own sentence; empty where everybody says the same."""
    return " ".join(text for each in judged for text in _beside(each, picture=picture))


def _beside(each: Judged, *, picture: Picture) -> Iterator[str]:
    theirs = {value for voice in of_professionals(each.heard).known for value in voice.answer.values}
    for twin in twins(each.question, catalogue=picture.catalogue):
        own = of_statushouders(twin, portrait=picture.portrait, catalogue=picture.catalogue).known
        values = {value for voice in own for value in voice.answer.values}
        if values and theirs and len(values | theirs) > 1:
            yield _sentence(
                twin, values=[option.value for option in twin.choices() if option.value in values]
            )


def _sentence(twin: Question, *, values: list[str]) -> str:
    clauses = [clause(twin, values=[value]) for value in values]
    if len(clauses) == 1 and clauses[0]:
        return f"{clauses[0][:1].upper()}{clauses[0][1:]}, volgens {STATUSHOUDERS}."
    topic = twin.topic or f"‘{twin.text}’"
    return (
        f"Over {topic} zeggen {STATUSHOUDERS}: {listing([twin.label(value).casefold() for value in values])}."
    )
