"""Old answers under the questions of today: what was renamed counts on, what was dropped is kept, what is new is open.

The file of an interview stays as it is; only what psoh reads in it changes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.dutch import listing, plural
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.knowledge_version import is_later
from psoh_cli.practices.question import Question, QuestionChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """What became of the questions of one informant since the interview was made."""

    renamed: tuple[QuestionChange, ...] = ()
    """Answered under a name or with a value of before; the answer counts under the name of today."""
    dropped: tuple[QuestionChange, ...] = ()
    """Answered, and asked no more; the answer is kept and counts for nothing."""
    new: tuple[Question, ...] = ()
    """Still open, and not there when the interview was made."""

    @property
    def in_words(self) -> str:
        """Count it in a few words, to stand in a sentence; empty when nothing changed."""
        counts = (
            (len(self.renamed), "vraag heet anders", "vragen heten anders"),
            (len(self.dropped), "vraag is vervallen", "vragen zijn vervallen"),
            (len(self.new), "vraag is nieuw", "vragen zijn nieuw"),
        )
        return listing([plural(count, one, more) for count, one, more in counts if count])

    def __bool__(self) -> bool:
        return bool(self.renamed or self.dropped or self.new)


@dataclass(frozen=True, slots=True)
class Trail:
    """The changes that lead from an old question to that of today, the oldest first."""

    steps: tuple[QuestionChange, ...]

    @property
    def question(self) -> str | None:
        """The question that now asks the same; none when it was dropped."""
        return self.steps[-1].new

    def value_now(self, value: str) -> str:
        """Give what a value is called today."""
        for step in self.steps:
            value = step.values.get(value, value)
        return value

    def lead(self, answer: Answer) -> Answer:
        """Give an answer with its values as they are called today."""
        for step in self.steps:
            answer = _with_values(answer, step.values) if step.values else answer
        return answer


def trail_of(question: str, catalogue: Catalogue) -> Trail | None:
    """Follow what became of a question; None when nothing did, or when the knowledge leads nowhere."""
    steps: list[QuestionChange] = []
    name = question
    while (change := catalogue.question_change.get(name)) is not None and change not in steps:
        steps.append(change)
        if change.new is None:
            return Trail(tuple(steps))
        name = change.new
    return Trail(tuple(steps)) if steps and name in catalogue.question else None


def answer_as_asked_now(question: str, answer: Answer, catalogue: Catalogue) -> tuple[str, Answer] | None:
    """Give one answer with the question of today; None when that is asked no more."""
    trail = trail_of(question, catalogue)
    if trail is None:
        return question, answer
    return None if trail.question is None else (trail.question, trail.lead(answer))


def as_asked_now(interview: InterviewFile, catalogue: Catalogue) -> InterviewFile:
    """Give an interview with every answer under the question of today.

    What was answered under the name of today wins; then the name that is the fewest changes away, then the latest day.
    """
    if not any(question in catalogue.question_change for question in interview.answers):
        return interview
    nearest: dict[str, tuple[int, str]] = {}
    found: dict[str, Answer] = {}
    for old, answer in interview.answers.items():
        led = answer_as_asked_now(old, answer, catalogue)
        if led is None:
            continue
        question, mapped = led
        distance = _steps_away(old, catalogue)
        if question in found and not _is_nearer((distance, str(answer.day or "")), nearest[question]):
            continue
        found[question], nearest[question] = mapped, (distance, str(answer.day or ""))
    return interview.model_copy(update={"answers": found})


def informant_now(informant: Informant, catalogue: Catalogue) -> Informant:
    """Give an informant with the answers under the questions of today."""
    interview = as_asked_now(informant.interview, catalogue)
    if interview is informant.interview:
        return informant
    return informant.model_copy(update={"interview": interview})


def changes_for(informant: Informant, catalogue: Catalogue) -> Changed:
    """Tell what became of the questions of an informant, whose answers stand as the file has them."""
    trails = dict(_changed_answers(informant.interview, catalogue))
    now = as_asked_now(informant.interview, catalogue)
    version = informant.interview.knowledge_version
    return Changed(
        renamed=tuple(trail.steps[0] for trail in trails.values() if trail.question is not None),
        dropped=tuple(trail.steps[0] for trail in trails.values() if trail.question is None),
        new=tuple(
            question
            for question in Questionnaire(catalogue, informant.group).open(now.answers)
            if question.since is not None and is_later(question.since, than=version)
        ),
    )


def _changed_answers(interview: InterviewFile, catalogue: Catalogue) -> Iterator[tuple[str, Trail]]:
    for question, answer in interview.answers.items():
        trail = trail_of(question, catalogue)
        if trail is not None and (trail.question != question or trail.lead(answer) != answer):
            yield question, trail


def _steps_away(question: str, catalogue: Catalogue) -> int:
    trail = trail_of(question, catalogue)
    return 0 if trail is None or trail.question == question else len(trail.steps)


def _is_nearer(one: tuple[int, str], other: tuple[int, str]) -> bool:
    return one[0] < other[0] or (one[0] == other[0] and one[1] > other[1])


def _with_values(answer: Answer, values: dict[str, str]) -> Answer:
    """Rename values, in what was chosen and in what was said about each choice; a value stands once."""
    chosen = tuple(dict.fromkeys(values.get(value, value) for value in answer.values))
    details: dict[str, dict[str, str]] = {}
    for choice, said in answer.details.items():
        details.setdefault(values.get(choice, choice), {}).update(said)
    return answer.model_copy(update={"values": chosen, "details": details})
