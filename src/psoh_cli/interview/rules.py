"""What makes an interview trustworthy; yields Problems. Each rule is one small function."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

from psoh_cli.dutch import PartialDate, listing, slug
from psoh_cli.file_names import is_device
from psoh_cli.interview import age_rules, details_rules, rules_changed, rules_privacy
from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.changed_questions import as_asked_now, changes_for, trail_of
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.subject import Subject
from psoh_cli.interview.values import OTHER, Fault, faults, future
from psoh_cli.near_misses import without_curly
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import MOST_SUGGESTIONS, Path, PlaceOf
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.typos import Sureness, meant_by

LONGEST_NAME = 60
"""How many characters the short name of an informant has at most; it is also the name of a file."""


def check(
    interview: InterviewFile,
    *,
    name: str,
    catalogue: Catalogue,
    as_of: date | None,
    file: str,
    place: PlaceOf,
) -> Iterator[Problem]:
    """Run every rule on one interview."""
    subject = Subject(
        interview=interview, name=name, catalogue=catalogue, as_of=as_of, file=file, place=place
    )
    yield from judge(subject)


def judge(subject: Subject) -> Iterator[Problem]:
    """Run every rule on a file with its surroundings."""
    for rule in RULES:
        yield from rule(subject)


def group_exists(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW002: the group is one of the knowledge."""
    group = subject.interview.group
    if group not in subject.catalogue.group:
        yield subject.problem(
            "INTERVIEW002",
            ("groep",),
            f"de groep '{group}' bestaat niet",
            hint=choose_group(group, subject.catalogue),
        )


def questions_exist(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW001: every answer belongs to a question."""
    known = subject.catalogue.question
    answers = subject.interview.answers
    unknown = [one for one in answers if one not in known and trail_of(one, subject.catalogue) is None]
    for number, question in enumerate(unknown):
        path = ("antwoorden", question)
        yield subject.problem(
            "INTERVIEW001",
            path,
            f"de vraag '{question}' bestaat niet",
            hint=partial(did_you_mean, question, subject.catalogue.question),
            fix=_meant(subject, path) if number < MOST_SUGGESTIONS else None,
            key=True,
        )


def values_fit(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW003 to INTERVIEW008: the values are an answer to the question."""
    for question, path in subject.known_answers():
        answer = subject.interview.answers[question.id]
        for fault in faults(question, answer.values, as_of=subject.as_of or date.max):
            where: Path = (*path, "antwoord")
            if fault.index is not None and len(answer.values) > 1:
                where = (*where, fault.index)
            yield _problem(subject, fault, where)


def days_have_come(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW008: no interview or answer is dated after the day on which we look."""
    for path, day in _days(subject):
        if subject.as_of is not None and day.first_day() > subject.as_of:
            yield _problem(subject, future(day), path)


def name_is_a_slug(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW009: the file can be named on every computer and in every command."""
    wrong = name_fault(subject.name)
    if wrong:
        yield subject.problem(
            "INTERVIEW009", (), f"de bestandsnaam '{subject.name}.yaml' kan niet", hint=wrong
        )


def asked_of_this_group(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW010: the question is meant for the group of this informant, or this group may know it too."""
    group = subject.interview.group
    if group not in subject.catalogue.group:
        return
    for question, path in subject.known_answers():
        if group not in (*question.groups, *question.also_from):
            names = [
                subject.catalogue.group[item].name
                for item in question.groups
                if item in subject.catalogue.group
            ]
            yield subject.problem(
                "INTERVIEW010",
                path,
                f"de vraag '{question.id}' is niet bedoeld voor de groep '{group}'",
                hint=_for_whom(names),
            )


def follow_up_still_counts(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW011: the answer that calls for this question is there."""
    questionnaire = Questionnaire(subject.catalogue, subject.interview.group)
    answers = as_asked_now(subject.interview, subject.catalogue).answers
    asked = {question.id: question for question in questionnaire.questions}
    for question, path in subject.known_answers():
        condition = question.ask_when
        if condition is None or question.id not in asked or questionnaire.applies(question, answers):
            continue
        earlier = subject.catalogue.question.get(condition.question)
        wanted = earlier.in_quotes(condition.values, marks="''") if earlier else f"'{condition.values[0]}'"
        yield subject.problem(
            "INTERVIEW011",
            path,
            f"de vraag '{question.id}' hoort alleen bij {wanted} op '{condition.question}'",
        )


def same_knowledge(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW012: the interview was held with the questions we have."""
    theirs, ours = without_curly(subject.interview.knowledge_version), subject.catalogue.version
    if theirs != ours:
        yield subject.problem(
            "INTERVIEW012",
            ("kennisversie",),
            f"gemaakt met kennisversie {theirs}; psoh heeft nu {ours}{_what_changed(subject)}",
        )


def other_is_explained(subject: Subject) -> Iterator[Problem]:
    """INTERVIEW013: whoever answers 'anders' says what."""
    for question, path in subject.known_answers():
        answer = subject.interview.answers[question.id]
        if OTHER in answer.values and not answer.other and not answer.remark:
            yield subject.problem(
                "INTERVIEW013", (*path, "antwoord"), f"'anders' bij '{question.id}' is niet uitgelegd"
            )


RULES = (
    group_exists,
    questions_exist,
    values_fit,
    days_have_come,
    name_is_a_slug,
    asked_of_this_group,
    follow_up_still_counts,
    same_knowledge,
    other_is_explained,
    *rules_privacy.RULES,
    *age_rules.RULES,
    *rules_changed.RULES,
    *details_rules.RULES,
)


def name_fault(name: str) -> str:
    """Say why an informant cannot be called this, with a name that can; empty when the name is fine."""
    if leads_elsewhere(name):
        return "Geef alleen de korte naam, zonder map ervoor; interviews staan altijd in de map interviews."
    if len(name) > LONGEST_NAME:
        return f"Een korte naam heeft hoogstens {LONGEST_NAME} tekens, en dit zijn er {len(name)}."
    better = slug(name)
    if better and better != name:
        return f"Gebruik kleine letters, cijfers en streepjes: {better}"
    if not better:
        return "Gebruik kleine letters, cijfers en streepjes, bijvoorbeeld: beleidsadviseur"
    if is_device(name):
        return f"Windows kan een bestand niet '{name}' noemen. Kies bijvoorbeeld: {name}-informant"
    return ""


def leads_elsewhere(name: str) -> bool:
    """Tell whether a name is a path: what comes of it would stand in another folder, or be taken for another name."""
    return "/" in name or "\\" in name or ".." in name


def choose_group(word: str, catalogue: Catalogue) -> str:
    """Tell which groups there are, the one that was probably meant first."""
    names = {group.id: group.name for group in catalogue.groups}
    return f"{did_you_mean(word, names)} Kies uit: {', '.join(names)}.".strip()


def _problem(subject: Subject, fault: Fault, path: Path) -> Problem:
    mend = fault.mend
    if fault.several and fault.index is not None and path[-1] == "antwoord":
        fix = subject.listed(path, fault.several, is_safe=fault.is_exact)
        return subject.problem(fault.code, path, fault.message.rstrip("."), hint=fault.hint, fix=fix)
    fix = subject.rewritten(path, mend.text, is_safe=mend.is_safe) if mend and mend.text else None
    return subject.problem(fault.code, path, fault.message.rstrip("."), hint=fault.hint, fix=fix)


def _meant(subject: Subject, path: tuple[str, str]) -> Fix | None:
    """Give an answer the question that was meant; not when that question has an answer, or two may become it."""
    answers, known = subject.interview.answers, subject.catalogue.question
    meant = meant_by(path[1], known)
    if meant is None or meant.word in answers:
        return None
    others = [one for one in answers if one not in known and one != path[1]][:MOST_SUGGESTIONS]
    if any(other.word == meant.word for one in others if (other := meant_by(one, known))):
        return None
    return subject.key_rewritten(path, meant.word, is_safe=meant.sureness >= Sureness.TYPO)


def _what_changed(subject: Subject) -> str:
    """Count what became of the questions since the interview; empty when nothing that touches it."""
    informant = Informant(id="informant", file=subject.file, interview=subject.interview)
    told = changes_for(informant, subject.catalogue).in_words
    return f". Sindsdien: {told}" if told else ""


def _for_whom(names: list[str]) -> str:
    return f"Hij is bedoeld voor: {listing(names)}." if names else ""


def _days(subject: Subject) -> Iterator[tuple[Path, PartialDate]]:
    if subject.interview.day is not None:
        yield ("afgenomen_op",), subject.interview.day
    for question, answer in subject.interview.answers.items():
        if answer.day is not None:
            yield ("antwoorden", question, "datum"), answer.day
