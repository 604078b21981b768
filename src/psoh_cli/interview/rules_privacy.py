"""Rules of an interview about people: what was said is about groups and functions, not about one person."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.interview.subject import Subject
from psoh_cli.privacy.telling import guarded
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import AnswerKind


def nobody_can_be_recognised(subject: Subject) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: no free text of an interview is about one person."""
    yield from guarded(subject, _texts(subject))


def answers_name_nobody(subject: Subject) -> Iterator[Problem]:
    """Look at the answers alone, and not at what is said of the interview as a whole."""
    yield from guarded(subject, (found for found in _texts(subject) if found[0][0] == "antwoorden"))


RULES = (nobody_can_be_recognised,)


def _texts(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Yield all that was written freely; an answer that is a choice, a number or a date is not."""
    for path, text in free_texts(subject.interview):
        if len(path) < 4 or path[2] != "antwoord":
            yield path, text
            continue
        question = subject.catalogue.question.get(str(path[1]))
        if question is None or question.kind is AnswerKind.TEXT:
            alone = subject.written(path) is None  # one answer stands there as it is, several in a list
            yield (path[:-1] if alone else path), text
