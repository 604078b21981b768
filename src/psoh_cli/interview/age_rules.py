"""How old what was said is; yields Problems. What an old answer still proves is decided in the analysis."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import PartialDate, plural
from psoh_cli.interview.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.terms import ANSWER_TERM_MONTHS, ASK_AGAIN_MONTHS, ago_in_words, within


def held_within_a_year(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW018: what was said longer than a year ago still counts, but it is time to ask again."""
    yield from _told(
        subject,
        "INTERVIEW018",
        older_than=ASK_AGAIN_MONTHS,
        not_older_than=ANSWER_TERM_MONTHS,
    )


def held_within_the_term(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW019: what was said longer ago than the term proves no more that something is in order."""
    yield from _told(subject, "INTERVIEW019", older_than=ANSWER_TERM_MONTHS)


def says_when(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW020: of every answer it is known when it was given."""
    undated = [
        name for name, answer in subject.interview.answers.items() if answer.is_known and answer.day is None
    ]
    if subject.interview.day is None and undated:
        count = plural(len(undated), "antwoord", "antwoorden")
        yield subject.problem("INTERVIEW020", ("antwoorden", undated[0]), f"bij {count} staat geen datum")


RULES = (held_within_a_year, held_within_the_term, says_when)


def _told(
    subject: Subject, code: str, *, older_than: int, not_older_than: int | None = None
) -> Iterator[Problem]:
    """Tell once per interview, at the first date that is so old."""
    as_of = subject.as_of
    if as_of is None:
        return
    old: list[tuple[Path, PartialDate, int]] = []
    for path, day, answers in _dated(subject):
        too_old = not_older_than is not None and not within(day, months=not_older_than, as_of=as_of)
        if answers and not too_old and not within(day, months=older_than, as_of=as_of):
            old.append((path, day, answers))
    if old:
        path, day, _ = old[0]
        count = sum(answers for _, _, answers in old)
        is_one = count == 1
        yield subject.problem(
            code,
            path,
            f"{plural(count, 'antwoord is', 'antwoorden zijn')} ouder dan {older_than} maanden; "
            f"{'het' if is_one else 'het eerste'} is van {day.in_words()}, "
            f"{ago_in_words(day, as_of=as_of)}",
        )


def _dated(subject: Subject) -> Iterator[tuple[Path, PartialDate, int]]:
    """Yield each date with the number of answers that it dates: that of the interview, and those of answers."""
    answers = subject.interview.answers
    if subject.interview.day is not None:
        undated = sum(answer.is_known and answer.day is None for answer in answers.values())
        yield ("afgenomen_op",), subject.interview.day, undated
    for name, answer in answers.items():
        if answer.is_known and answer.day is not None:
            yield ("antwoorden", name, "datum"), answer.day, 1
