"""Answers that come from a file instead of from a conversation: what is accepted, and what is not and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from pydantic import ValidationError

from psoh_cli.dutch import PartialDate
from psoh_cli.interview import details_rules, rules, rules_privacy
from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.changed_questions import Trail, trail_of
from psoh_cli.interview.subject import Subject
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.making import Path, PlaceOf, Suggestions
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem, has_errors, in_order

_RULES = (
    rules.questions_exist,
    rules.values_fit,
    rules.days_have_come,
    rules.asked_of_this_group,
    rules.other_is_explained,
    *details_rules.RULES,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled:
    """What came of a file with answers: accepted by question id, already there, and what is wrong."""

    accepted: Mapping[str, Answer]
    unchanged: tuple[str, ...]
    refused: tuple[str, ...]
    problems: tuple[Problem, ...]


def fill(
    interview: InterviewFile,
    offered: Mapping[str, Any],
    *,
    catalogue: Catalogue,
    as_of: date,
    day: PartialDate | None,
    replace: bool,
    file: str,
    place: PlaceOf,
) -> Filled:
    """Judge every offered answer on its own; `offered` has per question a value, a list or the fields of an answer.

    An empty value is a question left open. `day` is put with answers that have no date of their own. `place` takes
    the path of a value inside `offered`, under the question id.
    """
    accepted: dict[str, Answer] = {}
    unchanged: list[str] = []
    refused: list[str] = []
    problems: list[Problem] = []
    suggestions = Suggestions()
    for question, raw in offered.items():
        if raw in (None, [], {}):
            continue
        subject = Subject(
            interview=interview,
            name="antwoorden",
            catalogue=catalogue,
            as_of=as_of,
            file=file,
            place=_inside(place, bare=not isinstance(raw, Mapping), called=question),
            address=_named,
            suggestions=suggestions,
        )
        trail = trail_of(question, catalogue)
        asked = trail.question if trail is not None else question
        passed_by = _not_asked_so(subject, question, asked, offered)
        if asked is None or passed_by is not None:
            refused.append(question)
            problems.extend([passed_by] if passed_by else [])
            continue
        answer, found = _judge(subject, asked, raw, trail)
        problems.extend(found)
        before = interview.answers.get(asked)
        if answer is None:
            refused.append(question)
        elif before is not None and _says_the_same(before, answer):
            unchanged.append(question)
        elif before is not None and not replace:
            refused.append(question)
            problems.append(
                subject.problem(
                    "INTERVIEW016", ("antwoorden", asked), f"bij '{asked}' staat al een ander antwoord"
                )
            )
        else:
            accepted[asked] = answer if answer.day or day is None else answer.model_copy(update={"day": day})
    return Filled(
        accepted=accepted, unchanged=tuple(unchanged), refused=tuple(refused), problems=in_order(problems)
    )


def _not_asked_so(
    subject: Subject, question: str, asked: str | None, offered: Mapping[str, Any]
) -> Problem | None:
    """Say why an answer under a name of before is passed by: its question was dropped, or is answered as well."""
    if asked is None:
        message = f"de vraag '{question}' wordt niet meer gesteld; dit antwoord is niet overgenomen"
        return subject.problem(
            "INTERVIEW021", ("antwoorden", question), message, hint="U hoeft niets te doen."
        )
    if asked != question and offered.get(asked) not in (None, [], {}):
        message = f"de vraag '{question}' heet nu '{asked}', en die staat er ook; alleen die is gelezen"
        return subject.problem("INTERVIEW022", ("antwoorden", question), message)
    return None


def _judge(
    subject: Subject, question: str, raw: Any, trail: Trail | None
) -> tuple[Answer | None, list[Problem]]:
    try:
        answer = Answer.model_validate(raw if isinstance(raw, Mapping) else {"antwoord": raw})
    except ValidationError as error:
        return None, [_unreadable(subject, question, error)]
    answer = trail.lead(answer) if trail is not None else answer
    alone = subject.interview.model_copy(update={"answers": {question: answer}, "day": None})
    about = Subject(
        interview=alone,
        name=subject.name,
        catalogue=subject.catalogue,
        as_of=subject.as_of,
        file=subject.file,
        place=subject.place,
        address=subject.address,
        suggestions=subject.suggestions,
    )
    found = [problem for rule in _RULES for problem in rule(about)]
    people = rules_privacy.answers_name_nobody(
        about
    )  # told, and to be put right; no reason to lose an answer
    return (None if has_errors(found) else answer), [*found, *people]


def _unreadable(subject: Subject, question: str, error: ValidationError) -> Problem:
    first = error.errors(include_url=False)[0]
    key = str(first["loc"][0]) if first["loc"] else "antwoord"
    path = ("antwoorden", question)
    if first["type"] == "extra_forbidden":
        known = [str(field.alias) for field in Answer.model_fields.values() if field.alias]
        return subject.problem(
            "INTERVIEW015",
            (*path, key),
            f"het veld '{key}' hoort niet bij een antwoord",
            hint=partial(_choose_field, key, known),
        )
    if first["type"] == "missing":
        return subject.problem("INTERVIEW015", path, f"bij '{question}' ontbreekt het veld '{key}'")
    said = first.get("ctx", {}).get("error")
    reason = f": {said.args[0]}" if isinstance(said, ValueError) else ""
    return subject.problem(
        "INTERVIEW015", (*path, key), f"de waarde bij '{key}' van '{question}' is niet te lezen{reason}"
    )


def _choose_field(key: str, known: list[str]) -> str:
    return f"{did_you_mean(key, known)} Kies uit: {', '.join(known)}.".strip()


def _named(path: Path) -> str:
    return "/".join(map(str, path))


def _inside(place: PlaceOf, *, bare: bool, called: str) -> PlaceOf:
    """Turn the path of an interview into that of the offered file, where a bare value has no fields.

    There the question stands under the name that it is `called`.
    """

    def find(path: Path) -> tuple[int, int]:
        inner = (called, *path[2:])
        if bare and len(inner) > 1 and inner[1] == "antwoord":
            inner = (inner[0], *inner[2:])
        return place(inner)

    return find


def _says_the_same(before: Answer, offered: Answer) -> bool:
    """Tell whether the offered answer adds nothing to what is there."""
    added = offered.model_dump(exclude={"values"}, exclude_defaults=True)
    there = before.model_dump()
    same_values = sorted(offered.values) == sorted(before.values)
    return same_values and all(there.get(key) == value for key, value in added.items())
