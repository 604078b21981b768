"""The Portrait as a document may know it: who answered is a group, and nobody's own words are in it.

What a document never gets it cannot print: roles, organizations, remarks, texts beside *anders*, answers to open
questions and what was told per choice are taken out here, before the analysis that documents are written from.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.naming import STATUSHOUDERS, spoken_name
from psoh_cli.interview.portrait import Portrait
from psoh_cli.practices.question import Group, Question
from psoh_cli.vocabulary import AnswerKind

OWN_WORDS = "in eigen woorden"
"""What stands in the place of an answer to an open question."""

FEWEST_FUNCTIONS = 3
"""From so many informants on, a group may be told by the functions in it (our own choice: afgeleid)."""


def nameless(
    portrait: Portrait,
    *,
    groups: Iterable[Group],
    questions: Mapping[str, Question],
    keep_roles: bool = False,
) -> Portrait:
    """Take out of a Portrait what points at one person; `keep_roles` where the roles are public sources."""
    known = {group.id: spoken_name(group) for group in groups}
    names = known | {item.group: item.group for item in portrait.informants if item.group not in known}
    return Portrait(
        informants=tuple(
            _without_words(informant, questions=questions)
            if keep_roles
            else _of_group(informant, name=names[informant.group], place=place, questions=questions)
            for place, informant in enumerate(portrait.informants, start=1)
        ),
        group_names={} if keep_roles else names,
        functions={} if keep_roles else _functions(portrait),
    )


def _of_group(informant: Informant, *, name: str, place: int, questions: Mapping[str, Question]) -> Informant:
    bare = _without_words(informant, questions=questions)
    interview = bare.interview.model_copy(update={"role": name, "organization": None})
    number = f"informant-{place:04}"
    return Informant(id=number, file=f"{number}.yaml", interview=interview)


def _without_words(informant: Informant, *, questions: Mapping[str, Question]) -> Informant:
    answers = {
        name: _bare(answer, question=questions.get(name)) for name, answer in informant.answers.items()
    }
    interview = informant.interview.model_copy(
        update={"answers": answers, "remark": None, "participants": None}
    )
    return informant.model_copy(update={"interview": interview})


def _bare(answer: Answer, *, question: Question | None) -> Answer:
    update: dict[str, object] = {"other": None, "remark": None, "details": {}}
    if answer.is_known:
        update["values"] = tuple(dict.fromkeys(_shown(value, question=question) for value in answer.values))
    return answer.model_copy(update=update)


def _shown(value: str, *, question: Question | None) -> str:
    """Give a value that the question itself offers, a number or a date; anything else is words of one's own."""
    if question is None:
        return OWN_WORDS
    offered = (
        value.isdecimal()
        if question.kind is AnswerKind.NUMBER
        else _is_date(value)
        if question.kind is AnswerKind.DATE
        else any(option.value == value for option in question.choices())
    )
    return value if offered else OWN_WORDS


def _is_date(value: str) -> bool:
    try:
        PartialDate.parse(value)
    except ValueError:
        return False
    return True


def _functions(portrait: Portrait) -> dict[str, tuple[str, ...]]:
    """Give the functions per group that is large enough; of statushouders none are told."""
    return {
        group: tuple(sorted({item.interview.role for item in portrait.informants if item.group == group}))
        for group, size in sorted(portrait.group_sizes.items())
        if size >= FEWEST_FUNCTIONS and group != STATUSHOUDERS
    }
