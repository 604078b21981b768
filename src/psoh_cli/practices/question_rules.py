"""What makes questions and criteria fit together; pure checks that yield Problems."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.places import Places, problem
from psoh_cli.practices.practice import (
    AnswerCriterion,
    CoverageCriterion,
    FreshCriterion,
    Practice,
    ServiceCriterion,
)
from psoh_cli.practices.question import Question
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import DONT_KNOW, AnswerKind

OUTSIDE_LIST = ("anders", "geen", DONT_KNOW)
"""Options that every list of choices may add to the items of the knowledge."""

_OPTION_LISTS = {
    "hulpvragen": ("help_needs", True),
    "financieringsbronnen": ("funding_sources", True),
    "ketenpartners": ("partner_types", False),
    "interventies": ("interventions", False),
}
"""Where the options of a question come from, and whether they must be all of them."""

_FILTER_LISTS = {
    "interventies": "interventions",
    "ketenpartner": "partner_types",
    "pijlers": "pillars",
    "iasc_laag": "layers",
    "ketenstap": "chain_steps",
}


def purposes(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS013: a question serves a practice or a bottleneck, or says which context it gives."""
    for question in catalogue.questions:
        serves = question.practices or question.bottlenecks
        if not serves and (question.purpose != "context" or question.purpose_why is None):
            message = f"De vraag '{question.id}' dient geen praktijk en geen knelpunt."
            hint = "Schrijf doel: context, met in doel_waarom waar het antwoord voor is."
            yield problem("KENNIS013", message, ("vragen", question.id), places, hint=hint)
        confirmed = {confirms.bottleneck for confirms in question.confirms}
        if confirmed != set(question.bottlenecks):
            message = f"De vraag '{question.id}' noemt bij 'knelpunten' iets anders dan bij 'bevestigt'."
            yield problem("KENNIS013", message, ("vragen", question.id), places, at="knelpunten")


def conditions(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS014: a condition leans on an earlier question, and on a value that question can have."""
    earlier: dict[str, Question] = {}
    for question in catalogue.questions:
        wait = question.ask_when
        if wait is not None:
            first = earlier.get(wait.question)
            if first is None:
                reason, said = f"'{wait.question}', maar dat is geen eerdere vraag", wait.question
            elif wrong := [value for value in wait.values if value not in _values(first)]:
                reason = f"'{wrong[0]}' bij '{first.id}', maar dat antwoord bestaat daar niet"
                said = wrong[0]
            elif not set(question.groups) & set(first.groups):
                reason, said = f"'{first.id}', maar geen groep krijgt beide vragen", first.id
            else:
                reason = said = ""
            if reason:
                message = f"De vraag '{question.id}' wacht op {reason}."
                yield problem("KENNIS014", message, ("vragen", question.id), places, at="stel_als", said=said)
        earlier[question.id] = question


def option_lists(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS015: options that come from a list carry its ids and labels, and are complete where they must be."""
    for question in catalogue.questions:
        if question.option_list is None:
            continue
        if question.option_list not in _OPTION_LISTS:
            hint = did_you_mean(question.option_list, _OPTION_LISTS)
            message = (
                f"'opties_lijst' van '{question.id}' noemt een onbekende lijst: '{question.option_list}'."
            )
            yield problem("KENNIS015", message, ("vragen", question.id), places, hint=hint, at="opties_lijst")
            continue
        attribute, complete = _OPTION_LISTS[question.option_list]
        labels = {
            item.id: getattr(item, "name", None) or item.title for item in getattr(catalogue, attribute)
        }
        given = {
            option.value: option.label for option in question.options if option.value not in OUTSIDE_LIST
        }
        wrong = [value for value, label in given.items() if labels.get(value) != label]
        missing = sorted(labels.keys() - given.keys()) if complete else []
        for value in [*wrong, *missing]:
            should = labels.get(value)
            message = (
                f"De opties van '{question.id}' zijn anders dan de lijst {question.option_list}: '{value}'."
            )
            hint = f"De optie hoort te heten: {should}" if should else "Deze optie staat niet in de lijst."
            owner = ("vragen", question.id)
            yield problem("KENNIS015", message, owner, places, hint=hint, at="opties", said=value)


def answer_values(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS016: a criterion or a confirmation looks for values that the question can have."""
    for practice in catalogue.practices:
        for criterion in practice.criteria:
            question = catalogue.question.get(getattr(criterion, "question", None) or "")
            if isinstance(criterion, AnswerCriterion) and question is not None:
                for value in (*criterion.met, *criterion.partly):
                    if value not in _values(question):
                        message = f"De toetsing van '{practice.id}' zoekt '{value}', geen antwoord van '{question.id}'."
                        owner = ("praktijken", practice.id)
                        yield problem("KENNIS016", message, owner, places, at="toetsing", said=value)
            if isinstance(criterion, FreshCriterion) and question and question.kind is not AnswerKind.DATE:
                message = (
                    f"De toetsing van '{practice.id}' zoekt een datum, maar '{question.id}' vraagt die niet."
                )
                owner = ("praktijken", practice.id)
                yield problem("KENNIS016", message, owner, places, at="toetsing", said=question.id)
    for question in catalogue.questions:
        for confirms in question.confirms:
            wrong = [value for value in confirms.values if value not in _values(question)]
            if wrong or (confirms.above is not None) != (question.kind is AnswerKind.NUMBER):
                what = ", ".join(wrong) or "meer_dan"
                message = f"'bevestigt' van '{question.id}' past niet bij de antwoorden: {what}."
                said = wrong[0] if wrong else "meer_dan"
                owner = ("vragen", question.id)
                yield problem("KENNIS016", message, owner, places, at="bevestigt", said=said)


def kaart_values(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS017: a criterion looks at fields and values that a kaart can have."""
    for practice in catalogue.practices:
        for field, values in _looked_at(practice):
            known = _kaart_values(catalogue, field)
            if known is None:
                message = f"De toetsing van '{practice.id}' kijkt naar het onbekende veld '{field}'."
                hint = did_you_mean(field, [item.field for item in catalogue.kaart_fields])
                owner = ("praktijken", practice.id)
                yield problem("KENNIS017", message, owner, places, hint=hint, at="toetsing", said=field)
                continue
            for value in values:
                if known and value not in known:
                    message = f"De toetsing van '{practice.id}' zoekt '{value}' bij '{field}', maar dat bestaat niet."
                    yield problem(
                        "KENNIS017",
                        message,
                        ("praktijken", practice.id),
                        places,
                        hint=did_you_mean(value, known),
                        at="toetsing",
                        said=value,
                    )


def _values(question: Question) -> set[str]:
    return {option.value for option in question.choices()} | {option.value for option in question.options}


def _looked_at(practice: Practice) -> Iterator[tuple[str, tuple[str, ...]]]:
    for criterion in practice.criteria:
        if isinstance(criterion, ServiceCriterion):
            yield from criterion.filter.items()
        elif isinstance(criterion, FreshCriterion) and criterion.field is not None:
            yield criterion.field, ()
        elif isinstance(criterion, CoverageCriterion) and criterion.over == "velden":
            yield from ((field, ()) for field in criterion.expected)
        elif isinstance(criterion, CoverageCriterion) and criterion.over == "ketenpartners":
            yield "ketenpartner", criterion.expected
        elif isinstance(criterion, CoverageCriterion) and criterion.over == "iasc-lagen":
            yield "iasc_laag", criterion.expected


def _kaart_values(catalogue: Catalogue, field: str) -> set[str] | None:
    if field in _FILTER_LISTS:
        return {item.id for item in getattr(catalogue, _FILTER_LISTS[field])}
    found = next((item for item in catalogue.kaart_fields if item.field == field), None)
    return None if found is None else set(found.values)


RULES = (purposes, conditions, option_lists, answer_values, kaart_values)
"""Every check of this module."""
