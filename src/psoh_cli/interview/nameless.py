"""The Portrait as a document may know it: who answered is a group, and nobody's own words are in it.

What a document never gets it cannot print: roles, organizations, remarks, texts beside *anders*, answers to open
questions and what was told per choice are taken out here, before the analysis that documents are written from. A day
becomes a month: who keeps a diary could tell from a day which talk it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.naming import spoken_name
from psoh_cli.interview.portrait import Portrait, TookPart
from psoh_cli.practices.question import STATUSHOUDERS, Group, Question
from psoh_cli.vocabulary import AnswerKind

OWN_WORDS = "in eigen woorden"
"""What stands in the place of an answer to an open question."""


def nameless(
    portrait: Portrait,
    *,
    groups: Iterable[Group],
    questions: Mapping[str, Question],
    keep_roles: bool = False,
    took_part: TookPart | None = None,
) -> Portrait:
    """Take out of a Portrait what points at one person; `keep_roles` where the roles are public sources.

    Where too few statushouders took part, that they were heard is all that is left of them.
    """
    if took_part is not None and not took_part.is_enough and not keep_roles:
        portrait = portrait.model_copy(update={"informants": tuple(map(_withheld, portrait.informants))})
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
        took_part=None if keep_roles else took_part,
    )


def _withheld(informant: Informant) -> Informant:
    """Leave out what statushouders said; who is of another group stays as it is."""
    if informant.group != STATUSHOUDERS:
        return informant
    return informant.model_copy(update={"interview": informant.interview.model_copy(update={"answers": {}})})


def _of_group(informant: Informant, *, name: str, place: int, questions: Mapping[str, Question]) -> Informant:
    bare = _without_words(informant, questions=questions)
    answers = {
        key: answer.model_copy(update={"day": _month(answer.day)}) for key, answer in bare.answers.items()
    }
    interview = bare.interview.model_copy(
        update={"role": name, "organization": None, "day": _month(bare.interview.day), "answers": answers}
    )
    number = f"informant-{place:04}"
    return Informant(id=number, file=f"{number}.yaml", interview=interview)


def _month(day: PartialDate | None) -> PartialDate | None:
    return PartialDate(day.year, day.month) if day else None


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
