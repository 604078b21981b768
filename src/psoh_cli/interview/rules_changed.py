"""Rules of an interview about questions that changed: old answers stay, and somebody is told what becomes of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.changed_questions import Trail, trail_of
from psoh_cli.interview.subject import Subject
from psoh_cli.interview.values import faults
from psoh_cli.problems.fix import Edit, Fix
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.rewriting import rewritten


def dropped_is_kept(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW021: an answer to a question that is asked no more counts for nothing."""
    for question, trail in _changed(subject):
        if trail.question is None:
            last = trail.steps[-1]
            yield subject.problem(
                "INTERVIEW021",
                ("antwoorden", question),
                f"de vraag '{question}' wordt sinds {last.since} niet meer gesteld; het antwoord is bewaard. "
                f"Waarom: {last.why.rstrip('.')}",
                key=True,
            )


def renamed_counts_on(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW022: an answer under a name of before is read under that of today."""
    answers = subject.interview.answers
    changed = dict(_changed(subject))
    targets = Counter(trail.question for trail in changed.values())
    for question, trail in changed.items():
        if trail.question is None:
            continue
        mapped = trail.lead(answers[question])
        if trail.question == question:
            if mapped != answers[question]:
                old = next(iter(trail.steps[0].values.keys() & {*answers[question].values}), question)
                message = f"het antwoord '{old}' bij '{question}' heet nu anders; psoh telt het mee"
                yield _told(subject, question, message, trail, mapped)
            continue
        if trail.question in answers:
            message = f"de vraag '{question}' heet nu '{trail.question}', en daar staat een nieuwer antwoord"
            yield subject.problem(
                "INTERVIEW022",
                ("antwoorden", question),
                message,
                hint="U hoeft niets te doen. Het nieuwe antwoord telt; het oude mag blijven staan.",
                key=True,
            )
            continue
        message = f"de vraag '{question}' heet nu '{trail.question}'; psoh telt het antwoord mee"
        alone = targets[trail.question] == 1
        yield _told(subject, question, message, trail if alone else None, mapped)


def renamed_values_fit(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW003 to INTERVIEW008 too: what stands under a name of before answers the question of today."""
    answers = subject.interview.answers
    for question, trail in _changed(subject):
        asked = subject.catalogue.question.get(trail.question or "")
        if asked is None or asked.id in answers:
            continue
        mapped = trail.lead(answers[question])
        for fault in faults(asked, mapped.values, as_of=subject.as_of or date.max):
            where: Path = ("antwoorden", question, "antwoord")
            yield subject.problem(fault.code, where, fault.message.rstrip("."), hint=fault.hint)


RULES = (dropped_is_kept, renamed_counts_on, renamed_values_fit)


def _changed(subject: Subject) -> Iterator[tuple[str, Trail]]:
    for question in subject.interview.answers:
        trail = trail_of(question, subject.catalogue)
        if trail is not None:
            yield question, trail


def _told(subject: Subject, question: str, message: str, trail: Trail | None, mapped: Answer) -> Problem:
    fix = _fix(subject, question, trail, mapped) if trail is not None else None
    return subject.problem("INTERVIEW022", ("antwoorden", question), message, fix=fix, key=True)


def _fix(subject: Subject, question: str, trail: Trail, mapped: Answer) -> Fix | None:
    """Give the Fix that writes the names of today; none when one of them cannot be written in its place."""
    answer = subject.interview.answers[question]
    if answer.details != mapped.details or len(answer.values) != len(mapped.values):
        return None
    path: Path = ("antwoorden", question)
    edits: list[Edit | None] = []
    if trail.question not in {None, question}:
        key = subject.key_written(path)
        edits.append(rewritten(key, str(trail.question)) if key else None)
    for number, (old, new) in enumerate(zip(answer.values, mapped.values, strict=True)):
        if old != new:
            stands = subject.written((*path, "antwoord")) or subject.written((*path, "antwoord", number))
            edits.append(rewritten(stands, new) if stands else None)
    known = tuple(edit for edit in edits if edit is not None)
    if not known or len(known) < len(edits):
        return None
    return Fix(edits=known, does=f"schrijf {trail.question}", is_safe=True)
