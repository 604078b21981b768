"""Criteria and links of a practice in plain Dutch sentences."""

from __future__ import annotations

from collections.abc import Iterable

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import (
    AnswerCriterion,
    CoverageCriterion,
    Criterion,
    FreshCriterion,
    Practice,
    ServiceCriterion,
)
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import language_name

_WHAT_IS_COUNTED = {
    "ketenpartners": "van de verwachte soorten ketenpartners in de klankbordgroep",
    "iasc-lagen": "van de lagen van psychosociale steun op de sociale kaart",
    "talen": "van de talen van de grootste groepen op de sociale kaart",
    "velden": "van de vermeldingen op de sociale kaart heeft deze velden ingevuld",
}


def criterion_text(criterion: Criterion, *, catalogue: Catalogue) -> str:
    """Say in one sentence when a criterion is met, and when partly."""
    match criterion:
        case AnswerCriterion():
            return _answer(criterion, catalogue)
        case ServiceCriterion():
            return _service(criterion, catalogue)
        case CoverageCriterion():
            return _coverage(criterion, catalogue)
        case FreshCriterion():
            return _fresh(criterion, catalogue)


def combination_text(practice: Practice) -> str:
    """Say how the criteria of a practice count together."""
    if len(practice.criteria) == 1:
        return "Op orde als aan deze regel is voldaan."
    if practice.combination == "alle":
        return "Op orde als aan al deze regels is voldaan."
    return "Op orde als aan een van deze regels is voldaan."


def _answer(criterion: AnswerCriterion, catalogue: Catalogue) -> str:
    question = catalogue.question.get(criterion.question)
    met, partly = _labels(criterion.met, question), _labels(criterion.partly, question)
    good = f"minstens {criterion.minimum} van: {met}" if criterion.minimum > 1 else met
    less = [f"vanaf {criterion.partly_minimum}"] if criterion.partly_minimum else []
    less += [f"bij: {partly}"] if partly else []
    rest = f" Deels {' of '.join(less)}." if less else ""
    return f"{_ask(question, criterion.question)} Voldaan bij: {good}.{rest}"


def _service(criterion: ServiceCriterion, catalogue: Catalogue) -> str:
    wanted = (f"{field}: {_names(field, values, catalogue)}" for field, values in criterion.filter.items())
    number = "minstens één dienst" if criterion.minimum <= 1 else f"minstens {criterion.minimum} diensten"
    return f"Op de sociale kaart staat {number} met {'; '.join(wanted)}."


def _coverage(criterion: CoverageCriterion, catalogue: Catalogue) -> str:
    expected = ", ".join(_names(criterion.over, (value,), catalogue) for value in criterion.expected)
    sign = " procent" if criterion.unit == "procent" else ""
    counted = f"{criterion.met_from}{sign} {_WHAT_IS_COUNTED[criterion.over]}"
    named = f": {expected}" if expected else ""
    less = f"Deels vanaf {criterion.partly_from}{sign}."
    if criterion.over == "velden":
        less = "Met minder is het onbekend: een leeg veld is geen gemis."
    return f"Minstens {counted}{named}. {less}"


def _fresh(criterion: FreshCriterion, catalogue: Catalogue) -> str:
    if criterion.question is not None:
        question = catalogue.question.get(criterion.question)
        return f"{_ask(question, criterion.question)} Voldaan als dat hoogstens {criterion.months} maanden geleden is."
    sign = " procent" if criterion.unit == "procent" else ""
    return (
        f"Minstens {criterion.met_from}{sign} van de vermeldingen op de sociale kaart is in de laatste "
        f"{criterion.months} maanden gecontroleerd. Deels vanaf {criterion.partly_from}{sign}."
    )


def _ask(question: Question | None, question_id: str) -> str:
    return question.text if question else f"Vraag {question_id}."


def _labels(values: Iterable[str], question: Question | None) -> str:
    return ", ".join(question.label(value) if question else value for value in values)


def _names(field: str, values: Iterable[str], catalogue: Catalogue) -> str:
    """Name the items behind ids; a plain word stands for itself."""
    if field == "talen":
        return " of ".join(language_name(value) for value in values)
    names: dict[str, str] = {
        **{item.id: item.name for item in catalogue.interventions},
        **{item.id: item.name for item in catalogue.partner_types},
        **{item.id: item.name for item in catalogue.pillars},
        **{item.id: item.name for item in catalogue.layers},
    }
    known = (
        names if field in ("interventies", "ketenpartner", "ketenpartners", "pijlers", "iasc-lagen") else {}
    )
    return " of ".join(known.get(value, value) for value in values)
