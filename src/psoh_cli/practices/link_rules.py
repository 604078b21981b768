"""What keeps the web of the knowledge whole: ids and the links between them; pure checks that yield Problems."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.links import LISTS, PAIRS, REFERENCES, Reference, id_of, items_of, targets
from psoh_cli.practices.places import Places, problem
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import Provenance


def unique_ids(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS001: an id stands once in its list."""
    for name in LISTS:
        counts = Counter(id_of(item) for item in items_of(catalogue, name))
        for item_id, count in counts.items():
            if count > 1:
                yield problem(
                    "KENNIS001", f"De id '{item_id}' staat {count} keer in {name}.", (name, item_id), places
                )


def file_names(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS002: a practice stands in a file with its own name."""
    for practice in catalogue.practices:
        place = places.get(("praktijken", practice.id))
        stem = place.file.rsplit("/", maxsplit=1)[-1].removesuffix(".yaml") if place else practice.id
        if stem != practice.id:
            message = f"Het bestand heet '{stem}.yaml', maar de praktijk heet '{practice.id}'."
            yield problem("KENNIS002", message, ("praktijken", practice.id), places)


def dangling_links(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS003: every reference leads to an item."""
    known = {name: {id_of(item) for item in items_of(catalogue, name)} for name in LISTS}
    for reference in REFERENCES:
        for item in items_of(catalogue, reference.owner):
            for target in targets(item, reference.path):
                if target not in known[reference.target]:
                    where = f"'{reference.key}' van '{id_of(item)}'"
                    message = f"{where} noemt '{target}', maar dat staat niet in {reference.target}."
                    hint = did_you_mean(target, known[reference.target])
                    owner = (reference.owner, id_of(item))
                    yield problem(
                        "KENNIS003", message, owner, places, hint=hint, at=reference.key, said=target
                    )


def one_way_links(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS004: a link between two items is known at both ends, and with the same provenance."""
    for there, back in PAIRS:
        forward, backward = _links(catalogue, there), _links(catalogue, back)
        for here, far in sorted(forward.keys() - {(far, here) for here, far in backward}):
            yield _one_way(there, back, here, far, places)
        for here, far in sorted(backward.keys() - {(far, here) for here, far in forward}):
            yield _one_way(back, there, here, far, places)
        for here, far in sorted(forward.keys() & {(far, here) for here, far in backward}):
            pair = forward[here, far], backward[far, here]
            if None not in pair and pair[0] != pair[1]:
                message = (
                    f"'{here}' en '{far}' geven hun verband een andere herkomst: {pair[0]} en {pair[1]}."
                )
                yield problem("KENNIS004", message, (there.owner, here), places, at=there.key, said=far)
    yield from _arq_questions(catalogue, places)


def reachable_sources(catalogue: Catalogue, *, places: Places) -> Iterator[Problem]:
    """KENNIS006: every source is named by an item."""
    used = {
        target
        for reference in REFERENCES
        if reference.target == "bronnen"
        for item in items_of(catalogue, reference.owner)
        for target in targets(item, reference.path)
    }
    for source in catalogue.sources:
        if source.id not in used:
            message = f"Geen enkel onderdeel noemt de bron '{source.id}'."
            yield problem("KENNIS006", message, ("bronnen", source.id), places)


def _links(catalogue: Catalogue, reference: Reference) -> dict[tuple[str, str], Provenance | None]:
    found: dict[tuple[str, str], Provenance | None] = {}
    for item in items_of(catalogue, reference.owner):
        links = getattr(item, reference.path, ())
        said = {getattr(link, "id", None): getattr(link, "provenance", None) for link in _tuple(links)}
        for target in targets(item, reference.path):
            found[id_of(item), target] = said.get(target)
    return found


def _tuple(value: object) -> tuple[object, ...]:
    return value if isinstance(value, tuple) else (value,)


def _one_way(there: Reference, back: Reference, here: str, far: str, places: Places) -> Problem:
    message = f"'{here}' noemt '{far}' bij '{there.key}', maar '{far}' noemt '{here}' niet bij '{back.key}'."
    return problem("KENNIS004", message, (there.owner, here), places, at=there.key, said=far)


def _arq_questions(catalogue: Catalogue, places: Places) -> Iterator[Problem]:
    for arq in catalogue.arq_questions:
        pointing = {question.id for question in catalogue.questions if question.arq_question == arq.number}
        for question_id in sorted(pointing ^ set(arq.questions)):
            message = f"De ARQ-vraag '{arq.id}' en de vraag '{question_id}' noemen elkaar niet allebei."
            yield problem("KENNIS004", message, ("arq_vragen", arq.id), places, at="vragen", said=question_id)


RULES = (unique_ids, file_names, dangling_links, one_way_links, reachable_sources)
"""Every check of this module."""
