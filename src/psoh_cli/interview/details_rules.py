"""Rules of what was said about each choice: about a choice that was made, what was asked, and an answer to that."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from psoh_cli.interview.details import as_question, choices_to_tell_of
from psoh_cli.interview.subject import Subject
from psoh_cli.interview.values import all_options, faults
from psoh_cli.practices.question import Detail, Question
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem


def details_fit(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW030 to INTERVIEW033: what was said per choice can be understood."""
    for question, path in subject.known_answers():
        answer = subject.interview.answers[question.id]
        for choice, said in answer.details.items():
            where: Path = (*path, "per_keuze", choice)
            values = {option.value for option in all_options(question)}
            if not question.details:
                yield subject.problem(
                    "INTERVIEW031",
                    where,
                    f"bij de vraag '{question.id}' wordt per keuze niets gevraagd",
                    hint="Zet wat er staat in een opmerking, en haal 'per_keuze' weg.",
                    key=True,
                )
                break
            if choice not in values:
                yield subject.problem(
                    "INTERVIEW030",
                    where,
                    f"'{choice}' is geen keuze bij de vraag '{question.id}'",
                    hint=partial(_choose, choice, answer.values),
                    key=True,
                )
                continue
            if choice not in choices_to_tell_of(question, answer.values):
                yield subject.problem(
                    "INTERVIEW033",
                    where,
                    f"de keuze '{choice}' is bij '{question.id}' niet gemaakt",
                    key=True,
                )
            yield from _each(subject, question, said, where)


RULES = (details_fit,)


def _each(subject: Subject, question: Question, said: dict[str, str], where: Path) -> Iterator[Problem]:
    asked: dict[str, Detail] = {detail.id: detail for detail in question.details}
    for name, text in said.items():
        if name not in asked:
            yield subject.problem(
                "INTERVIEW031",
                (*where, name),
                f"'{name}' wordt bij de vraag '{question.id}' niet per keuze gevraagd",
                hint=partial(_choose, name, tuple(asked)),
                key=True,
            )
            continue
        about = as_question(asked[name], question)
        for fault in faults(about, (text,), as_of=subject.as_of or date.max):
            yield subject.problem("INTERVIEW032", (*where, name), fault.message.rstrip("."), hint=fault.hint)


def _choose(word: str, known: tuple[str, ...]) -> str:
    return f"{did_you_mean(word, known)} Kies uit: {', '.join(known)}.".strip()
