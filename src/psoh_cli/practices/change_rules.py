"""What makes the table of changed questions lead somewhere; pure checks that yield Problems."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.knowledge_version import is_later, is_version
from psoh_cli.practices.places import Places, problem
from psoh_cli.practices.question import Question, QuestionChange
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE

LIST = "vraagwijzigingen"


def changes_lead_somewhere(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS035: a question that got another name leads to one that is asked, and a dropped one is asked no more."""
    for change in catalogue.question_changes:
        owner = (LIST, change.id)
        for wrong, at, said in _wrong_with(change, catalogue):
            hint = did_you_mean(said, catalogue.question) if at == "wordt" else ""
            yield problem("KENNIS035", f"'{change.id}' {wrong}.", owner, places, hint=hint, at=at, said=said)
    for question in catalogue.questions:
        if question.since is not None:
            for wrong in _wrong_since(question.since, catalogue):
                message = f"De vraag '{question.id}' {wrong}."
                yield problem(
                    "KENNIS035", message, ("vragen", question.id), places, at="sinds", said=question.since
                )


def changed_values_exist(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS036: a value that got another name leads to a value that can be chosen, and is itself none any more."""
    for change in catalogue.question_changes:
        steps = _steps(change, catalogue)
        question = catalogue.question.get(steps[-1].new or "")
        if change.values and question is None and change.is_dropped:
            message = f"'{change.id}' is vervallen; dan wordt geen antwoord anders genoemd."
            yield problem("KENNIS036", message, (LIST, change.id), places, at="waarden")
        if question is None:
            continue
        for old in change.values:
            wrong = _wrong_value(old, steps, question)
            if wrong:
                message = f"'{change.id}' noemt bij 'waarden' {wrong}."
                owner = (LIST, change.id)
                yield problem("KENNIS036", message, owner, places, at="waarden", said=old)


def _wrong_with(change: QuestionChange, catalogue: Catalogue) -> Iterator[tuple[str, str, str]]:
    """Yield what is wrong, and the field and the words that it is about."""
    renames_values_only = change.new == change.id
    if change.id in catalogue.question and not renames_values_only:
        yield "is een vraag die nog wordt gesteld", "id", change.id
    elif renames_values_only and not change.values:
        yield "houdt zijn naam, en er staat geen antwoord bij dat anders heet", "wordt", change.id
    elif change.new is not None and not _is_known(change.new, catalogue):
        yield f"wordt '{change.new}', maar die vraag is er niet", "wordt", change.new
    elif _goes_round(change, catalogue):
        yield "leidt in een kring, en komt bij geen vraag uit", "wordt", change.new or ""
    for wrong in _wrong_since(change.since, catalogue):
        yield wrong, "sinds", change.since


def _wrong_since(since: str, catalogue: Catalogue) -> Iterator[str]:
    if not is_version(since):
        yield f"noemt bij 'sinds' geen versie: {since}"
    elif is_later(since, than=catalogue.version):
        yield f"noemt bij 'sinds' een versie die er nog niet is: {since}"


def _is_known(question: str, catalogue: Catalogue) -> bool:
    return question in catalogue.question or question in catalogue.question_change


def _steps(change: QuestionChange, catalogue: Catalogue) -> list[QuestionChange]:
    """Follow a change to the last one, and stop where it would go round."""
    steps = [change]
    while (following := catalogue.question_change.get(steps[-1].new or "")) and following not in steps:
        steps.append(following)
    return steps


def _goes_round(change: QuestionChange, catalogue: Catalogue) -> bool:
    last = _steps(change, catalogue)[-1]
    return last.new is not None and last.new != last.id and last.new not in catalogue.question


def _wrong_value(old: str, steps: list[QuestionChange], question: Question) -> str:
    if old in {DONT_KNOW, NOT_APPLICABLE}:
        return f"'{old}', en dat antwoord heet altijd zo"
    known = {option.value for option in question.choices()}
    if not known:
        return f"'{old}', maar '{question.id}' laat niets kiezen"
    if steps[0].new == steps[0].id and old in known:
        return f"'{old}', maar dat is nog steeds een antwoord op '{question.id}'"
    value = old
    for step in steps:
        value = step.values.get(value, value)
    return "" if value in known else f"'{value}', geen antwoord op '{question.id}'"


RULES = (changes_lead_somewhere, changed_values_exist)
"""Every check of this module."""
