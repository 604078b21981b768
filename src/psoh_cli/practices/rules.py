"""What makes the knowledge trustworthy: pure checks over the whole, each yielding Problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from psoh_cli.practices import (
    asking_rules,
    change_rules,
    link_rules,
    question_rules,
    readability_rules,
    sentence_rules,
)
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.links import LISTS, id_of, items_of, targets
from psoh_cli.practices.municipal_facts import mentions
from psoh_cli.practices.places import Places, problem
from psoh_cli.problems.problem import Problem, in_order
from psoh_cli.vocabulary import Phase, Provenance


def check(catalogue: Catalogue, *, places: Places, municipalities: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Run every check; `municipalities` are the names that may not stand in a text."""
    found: list[Problem] = []
    for rule in (
        *link_rules.RULES,
        *RULES,
        *question_rules.RULES,
        *sentence_rules.RULES,
        *asking_rules.RULES,
        *readability_rules.RULES,
        *change_rules.RULES,
    ):
        found.extend(rule(catalogue, places=places))
    found.extend(municipal_facts(catalogue, places=places, municipalities=municipalities))
    return in_order(found)


def judged_practices(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS005: every practice is judged by at least one criterion."""
    for practice in catalogue.practices:
        if not practice.criteria:
            message = f"De praktijk '{practice.id}' heeft geen toetsing."
            yield problem("KENNIS005", message, ("praktijken", practice.id), places, at="toetsing")


def sourced_items(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS007: what is not our own reasoning names a source."""
    for name in LISTS:
        for item in items_of(catalogue, name):
            said = getattr(item, "provenance", Provenance.DERIVED)
            if said is not Provenance.DERIVED and hasattr(item, "sources") and not targets(item, "sources"):
                message = f"'{id_of(item)}' heeft herkomst {said.value}, maar geen bron."
                yield problem("KENNIS007", message, (name, id_of(item)), places, at="herkomst")


def own_reasoning(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS008: effort, benefit, phase and order are our own reasoning and say so."""
    for practice in catalogue.practices:
        advice: dict[tuple[str, str], Provenance] = {
            ("inspanning", ""): practice.effort.provenance,
            ("opbrengst", ""): practice.benefit.provenance,
            ("fase", ""): practice.phase.provenance,
            **{("na", after.id): after.provenance for after in practice.after},
        }
        for (key, of), said in advice.items():
            if said is not Provenance.DERIVED:
                what = f"{key} {of}".strip()
                message = (
                    f"'{what}' van '{practice.id}' heeft herkomst {said.value}, maar is door ons bedacht."
                )
                owner = ("praktijken", practice.id)
                yield problem("KENNIS008", message, owner, places, at=key, said=of or said.value)


def dependency_order(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS009: what must come first forms no circle and never lies in a later phase."""
    order = list(Phase)
    for practice in catalogue.practices:
        if practice.id in _before(catalogue, practice.id):
            message = f"De praktijk '{practice.id}' moet volgens 'na' op zichzelf wachten."
            yield problem("KENNIS009", message, ("praktijken", practice.id), places, at="na")
        for after in practice.after:
            first = catalogue.practice.get(after.id)
            if first and order.index(first.phase.value) > order.index(practice.phase.value):
                message = (
                    f"'{practice.id}' ({practice.phase.value.value}) komt na '{first.id}', "
                    f"maar die hoort bij een latere fase ({first.phase.value.value})."
                )
                owner = ("praktijken", practice.id)
                yield problem("KENNIS009", message, owner, places, at="na", said=first.id)


def real_choices(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS010: a need offers at least two practices, and a practice serves at most one need."""
    counts = Counter(practice for need in catalogue.needs for practice in need.practices)
    for need in catalogue.needs:
        if len(set(need.practices)) < 2:
            message = f"De behoefte '{need.id}' biedt geen keuze."
            yield problem("KENNIS010", message, ("behoeften", need.id), places, at="praktijken")
        for practice in need.practices:
            if counts[practice] > 1:
                message = f"De praktijk '{practice}' staat bij meer dan één behoefte."
                owner = ("behoeften", need.id)
                yield problem("KENNIS010", message, owner, places, at="praktijken", said=practice)


def confirmable_bottlenecks(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS011: for every bottleneck there is a question whose answer points at it."""
    confirmed = {confirms.bottleneck for question in catalogue.questions for confirms in question.confirms}
    for bottleneck in catalogue.bottlenecks:
        if bottleneck.id not in confirmed:
            message = f"Geen enkele vraag wijst met 'bevestigt' op het knelpunt '{bottleneck.id}'."
            yield problem("KENNIS011", message, ("knelpunten", bottleneck.id), places)


def municipal_facts(
    catalogue: Catalogue, *, places: Places, municipalities: Iterable[str]
) -> Iterator[Problem]:
    """KENNIS012: the knowledge says nothing about one gemeente; only sources keep their own titles."""
    names = tuple(municipalities)
    for name in LISTS:
        if name == "bronnen":
            continue
        for item in items_of(catalogue, name):
            for found in mentions(item, names=names):
                message = f"'{id_of(item)}' noemt de gemeente {found}."
                yield problem("KENNIS012", message, (name, id_of(item)), places, said=found)


def _before(catalogue: Catalogue, practice_id: str) -> set[str]:
    seen: set[str] = set()
    todo = [practice_id]
    while todo:
        practice = catalogue.practice.get(todo.pop())
        for after in practice.after if practice else ():
            if after.id not in seen:
                seen.add(after.id)
                todo.append(after.id)
    return seen


RULES = (
    judged_practices,
    sourced_items,
    own_reasoning,
    dependency_order,
    real_choices,
    confirmable_bottlenecks,
)
"""The checks of this module that look at the knowledge alone."""
