"""What everybody in a made-up round says: they agree, but for what is put in by hand.

Who agrees says the same; to that a script adds what is no disagreement (other work, more partners, not knowing) and
what is one.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from functools import cached_property

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, AnswerKind, Scope

OWN_GROUP = "statushouders"
GEMEENTE = "gemeente"
WAYS = ("prompt", "file", "workbook", "page")
_NOT_CHOSEN = frozenset({"anders", DONT_KNOW})


@dataclass(frozen=True)
class Somebody:
    """One informant of the round."""

    id: str
    group: str
    way: str


@dataclass
class Script:
    """What everybody says; `expected` is what the analysis is to name, and it is to name nothing else."""

    catalogue: Catalogue
    people: tuple[Somebody, ...]
    rng: random.Random
    said: dict[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    expected: set[str] = field(default_factory=set)

    @cached_property
    def agreed(self) -> dict[str, tuple[str, ...]]:
        """Give what everybody says, where nothing else is in the script."""
        found = {question.id: _one_answer(question, self.rng) for question in self.catalogue.questions}
        for question in self.catalogue.questions:
            for mirror in question.beside:
                found[question.id] = found[mirror]
        return found

    def answer(self, somebody: Somebody, question: str) -> tuple[str, ...]:
        """Give what one informant says to one question."""
        return self.said.get((somebody.id, question), self.agreed[question])

    def asked(self, question: Question) -> list[Somebody]:
        """Give the informants who are asked a question."""
        return [one for one in self.people if one.group in question.groups]

    def answers(self, somebody: Somebody) -> dict[str, tuple[str, ...]]:
        """Give all that one informant says, in the order in which it is asked."""
        questionnaire = Questionnaire(self.catalogue, somebody.group)
        given: dict[str, Answer] = {}
        while (question := questionnaire.next_open(given)) is not None:
            given[question.id] = Answer(values=self.answer(somebody, question.id))
        return {name: answer.values for name, answer in given.items()}


def write_script(catalogue: Catalogue, people: tuple[Somebody, ...], *, seed: int, planted: int) -> Script:
    """Make a script with so many of each kind of difference, and a lot of what is none."""
    rng = random.Random(seed)
    script = Script(catalogue, people, rng)
    leading = {question.ask_when.question for question in catalogue.questions if question.ask_when}
    mirrored = {mirror for question in catalogue.questions for mirror in question.beside}
    free = [
        question
        for question in catalogue.questions
        if question.scope is Scope.GEMEENTE
        and question.kind in (AnswerKind.YES_NO_PARTLY, AnswerKind.CHOICE, AnswerKind.NUMBER)
        and not (question.ask_when or question.id in leading | mirrored or OWN_GROUP in question.groups)
        and len({one.group for one in script.asked(question)}) > 1
    ]
    rng.shuffle(free)
    for question in free[:planted]:
        _differ(script, question)
    only = [item for item in free[planted:] if GEMEENTE in item.groups]
    for question in only[:planted]:
        _only_gemeente(script, question)
    beside = [
        item
        for item in catalogue.questions
        if item.beside and item.kind is AnswerKind.YES_NO_PARTLY and script.asked(item)
        and any(script.asked(catalogue.question[mirror]) for mirror in item.beside)
    ]  # fmt: skip
    rng.shuffle(beside)
    apart = min(planted, 1)
    for question in beside[:apart]:
        _point_apart(script, question)
    for question in beside[apart:]:
        _partly_apart(script, question)
    used = {question.id for question in (*free[:planted], *only[:planted])}
    for question in catalogue.questions:
        if question.id not in leading and question.id not in used and not question.ask_when:
            _no_difference(script, question)
    return script


def _differ(script: Script, question: Question) -> None:
    """Let the informants of one group say something else than those of all others."""
    asked = script.asked(question)
    group = script.rng.choice(sorted({one.group for one in asked}))
    other = _another_answer(question, script.agreed[question.id], script.rng)
    for one in asked:
        if one.group == group:
            script.said[one.id, question.id] = other
    script.expected.add(f"gap-verschil-{question.id}")


def _only_gemeente(script: Script, question: Question) -> None:
    for one in script.asked(question):
        if one.group != GEMEENTE:
            script.said[one.id, question.id] = (DONT_KNOW,)
    script.expected.add(f"gap-alleen-gemeente-{question.id}")


def _point_apart(script: Script, question: Question) -> None:
    """Let all statushouders say what no professional says."""
    other = _another_answer(question, script.agreed[question.id], script.rng)
    for one in script.asked(question):
        script.said[one.id, question.id] = other
    script.expected.add(f"gap-verschil-naast-{question.id}")


def _partly_apart(script: Script, question: Question) -> None:
    """Let one statushouder see it otherwise: they do not say one thing, so they point no other way."""
    asked = script.asked(question)
    if len(asked) > 1:
        script.said[asked[0].id, question.id] = _another_answer(
            question, script.agreed[question.id], script.rng
        )


def _no_difference(script: Script, question: Question) -> None:
    """Put in what looks like a difference and is none: own work, more to name, words, and somebody not knowing."""
    asked = script.asked(question)
    own_work = question.scope is Scope.OWN_WORK
    for one in asked:
        if question.kind is AnswerKind.MULTIPLE:
            chosen = [
                option.value
                for option in question.choices()
                if not option.excludes and option.value not in _NOT_CHOSEN
            ]
            script.said[one.id, question.id] = tuple(
                sorted(script.rng.sample(chosen, k=min(len(chosen), 2)), key=chosen.index)
            )
        elif question.kind is AnswerKind.TEXT or own_work:
            script.said[one.id, question.id] = _one_answer(question, script.rng)
    if not own_work and len({one.group for one in asked[1:]}) > 1:
        script.said.setdefault((asked[0].id, question.id), (DONT_KNOW,))


def _one_answer(question: Question, rng: random.Random) -> tuple[str, ...]:
    if question.kind is AnswerKind.NUMBER:
        return (str((question.minimum or 0) + rng.randint(10, 60)),)
    if question.kind is AnswerKind.DATE:
        return (f"2026-0{rng.randint(1, 9)}",)
    if question.kind is AnswerKind.TEXT:
        return (rng.choice(("Meer tijd voor een gesprek.", "Taalles dichtbij.", "Rust en werk.")),)
    chosen = [
        option.value
        for option in question.choices()
        if not option.excludes and option.value not in _NOT_CHOSEN
    ]
    return (rng.choice(chosen),)


def _another_answer(question: Question, than: tuple[str, ...], rng: random.Random) -> tuple[str, ...]:
    while (answer := _one_answer(question, rng)) == than:
        pass
    return answer
