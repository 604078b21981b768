"""What makes a question fit for whom it is asked: its groups, what is asked per choice, and how long a list gets."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from psoh_cli.dutch import listing, plural
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.places import Places, problem
from psoh_cli.practices.question import STATUSHOUDERS, Detail, Question
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import AnswerKind

MOST_DETAILS = 3
"""How much may be asked about each choice; our own bound: somebody who chooses five has to answer fifteen."""

_ASK_MORE = "Zet de groep bij de informanten van meer vragen, of schrijf vragen die voor haar zijn gemaakt."


def details(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS030: what is asked per choice stands on a question with several choices, and takes one answer."""
    for question in catalogue.questions:
        for wrong, said in _wrong_details(question):
            message = f"De vraag '{question.id}' {wrong}."
            yield problem("KENNIS030", message, ("vragen", question.id), places, at="per_keuze", said=said)


def groups_around(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS031: who may know it too is not asked, and who does the work is one of the two."""
    for question in catalogue.questions:
        asked, heard = set(question.groups), {*question.groups, *question.also_from}
        twice = [group for group in question.also_from if group in asked]
        unasked = [group for group in question.done_by if group not in heard and group in catalogue.group]
        for group, at, wrong in (
            *((group, "ook_van", "staat ook bij 'informanten'") for group in twice),
            *((group, "doet_zelf", "krijgt deze vraag niet") for group in unasked),
        ):
            message = f"De groep '{group}' staat bij '{at}' van '{question.id}', maar {wrong}."
            yield problem("KENNIS031", message, ("vragen", question.id), places, at=at, said=group)


def beside(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS032: a question to statushouders stands beside questions to others that can be answered the same way."""
    for question in catalogue.questions:
        for other_id in question.beside:
            other = catalogue.question.get(other_id)
            wrong = _wrong_beside(question, other) if other else ""
            if wrong:
                message = f"'naast' van de vraag '{question.id}' noemt '{other_id}', maar {wrong}."
                yield problem(
                    "KENNIS032", message, ("vragen", question.id), places, at="naast", said=other_id
                )


def list_lengths(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS033: the list of a group is no shorter and no longer than its bounds."""
    counted = Counter(group for question in catalogue.questions for group in question.groups)
    for group in catalogue.groups:
        count = counted[group.id]
        if group.fewest is not None and count < group.fewest:
            wrong, at, hint = f"minder dan {group.fewest}", "minstens", _ASK_MORE
        elif group.most is not None and count > group.most:
            wrong, at, hint = f"meer dan {group.most}", "hoogstens", ""
        else:
            continue
        message = f"De groep '{group.id}' krijgt {plural(count, 'vraag', 'vragen')}, {wrong}."
        yield problem("KENNIS033", message, ("informanten", group.id), places, hint=hint, at=at)


def _wrong_details(question: Question) -> Iterator[tuple[str, str]]:
    """Yield what is wrong, and the detail that it is about."""
    if question.details and question.kind is not AnswerKind.MULTIPLE:
        yield "vraagt iets per keuze, maar is geen meerkeuze", ""
    if len(question.details) > MOST_DETAILS:
        yield f"vraagt {len(question.details)} dingen per keuze; {MOST_DETAILS} is het meeste", ""
    counts = Counter(detail.id for detail in question.details)
    for twice in (name for name, count in counts.items() if count > 1):
        yield f"heeft bij 'per_keuze' twee keer '{twice}'", twice
    for detail in question.details:
        if wrong := _wrong_kind(detail):
            yield f"{wrong} bij '{detail.id}' van 'per_keuze'", detail.id


def _wrong_kind(detail: Detail) -> str:
    if detail.kind is AnswerKind.MULTIPLE:
        return "vraagt een meerkeuze"
    if detail.kind is AnswerKind.CHOICE and len(detail.options) < 2:
        return "geeft niets te kiezen"
    if detail.kind is not AnswerKind.CHOICE and detail.options:
        return "geeft opties, maar vraagt geen keuze"
    return ""


def _wrong_beside(question: Question, other: Question) -> str:
    kinds = [item.id for item in (question, other) if item.kind is not AnswerKind.YES_NO_PARTLY]
    if question.groups != (STATUSHOUDERS,):
        return f"'{question.id}' is niet alleen voor statushouders"
    if STATUSHOUDERS in other.groups:
        return f"'{other.id}' is ook voor statushouders"
    return f"{listing(kinds)} vraagt geen ja, deels of nee" if kinds else ""


RULES = (details, groups_around, beside, list_lengths)
"""Every check of this module."""
