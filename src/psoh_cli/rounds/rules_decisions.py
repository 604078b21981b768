"""What makes a decision of the klankbordgroep trustworthy: it is about something, stands once, and was taken."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.rounds.deciding import is_known, subjects
from psoh_cli.rounds.subject import Subject


def decided_on_something(subject: Subject) -> Iterator[Problem]:
    """RONDE010: a decision is about a finding, a question or a question of ARQ; a finding may have gone since."""
    for path, resolution in subject.resolutions():
        for number, name in enumerate(resolution.about):
            if not is_known(name, catalogue=subject.catalogue):
                known = subjects(subject.catalogue, findings=_differences(subject))
                yield subject.problem(
                    "RONDE010",
                    (*path, "over", number),
                    f"'{name}' is geen bevinding, geen vraag en geen vraag van ARQ",
                    hint=partial(did_you_mean, name, known),
                )


def decisions_have_their_own_id(subject: Subject) -> Iterator[Problem]:
    """RONDE011: no two decisions have the same id."""
    first: dict[str, Path] = {}
    for path, resolution in subject.resolutions():
        earlier = first.setdefault(resolution.id, path)
        if earlier != path:
            line = subject.place((*earlier, "id"))[0]
            yield subject.problem(
                "RONDE011",
                (*path, "id"),
                f"besluit '{resolution.id}' staat er twee keer; het eerste staat op regel {line}",
            )


def decided_already(subject: Subject) -> Iterator[Problem]:
    """RONDE012: nobody decided tomorrow."""
    for path, resolution in subject.resolutions():
        if subject.as_of is not None and resolution.day.first_day() > subject.as_of:
            yield subject.problem("RONDE012", (*path, "op"), f"{resolution.day.in_words()} moet nog komen")


RULES = (
    decided_on_something,
    decisions_have_their_own_id,
    decided_already,
)


def _differences(subject: Subject) -> dict[str, str]:
    return {f"gap-verschil-{question.id}": question.text for question in subject.catalogue.questions}
