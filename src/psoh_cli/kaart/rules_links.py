"""Rules of the kaart about ids that stand elsewhere: in the knowledge, or at the organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import LANGUAGE_NAMES, OfferKind


def chain_steps_exist(subject: Subject) -> Iterator[Problem]:
    """KAART005: a chain step is one of the knowledge."""
    for path, service in subject.services():
        yield from _unknown(
            subject,
            "KAART005",
            (*path, "ketenstappen"),
            service.chain_steps,
            subject.known.chain_steps,
            "ketenstap",
        )


def partner_type_exists(subject: Subject) -> Iterator[Problem]:
    """KAART006: a partner type is one of the knowledge."""
    for index, organization in enumerate(subject.kaart.organizations):
        wanted = organization.partner_type
        if wanted not in subject.known.partner_types:
            yield subject.problem(
                "KAART006",
                ("organisaties", index, "ketenpartner"),
                f"ketenpartner '{wanted}' bestaat niet",
                hint=partial(did_you_mean, wanted, subject.known.partner_types),
            )


def layer_exists(subject: Subject) -> Iterator[Problem]:
    """KAART007: a layer of the IASC pyramid is one of the knowledge."""
    for path, service in subject.services():
        if service.layer is not None and service.layer not in subject.known.layers:
            yield subject.problem(
                "KAART007",
                (*path, "iasc_laag"),
                f"iasc_laag '{service.layer}' bestaat niet",
                hint=partial(did_you_mean, service.layer, subject.known.layers),
            )


def pillars_exist(subject: Subject) -> Iterator[Problem]:
    """KAART008: a pillar is one of the knowledge."""
    for path, service in subject.services():
        yield from _unknown(
            subject, "KAART008", (*path, "pijlers"), service.pillars, subject.known.pillars, "pijler"
        )


def interventions_exist(subject: Subject) -> Iterator[Problem]:
    """KAART009: an intervention is one of the knowledge."""
    for path, service in subject.services():
        yield from _unknown(
            subject,
            "KAART009",
            (*path, "interventies"),
            service.interventions,
            subject.known.interventions,
            "interventie",
        )


def cultural_criteria_exist(subject: Subject) -> Iterator[Problem]:
    """KAART010: a criterion of culturally sensitive work is one of the knowledge."""
    for path, service in subject.services():
        yield from _unknown(
            subject,
            "KAART010",
            (*path, "cultuursensitief"),
            service.cultural_criteria,
            subject.known.cultural_criteria,
            "criterium",
        )


def declared_subjects_exist(subject: Subject) -> Iterator[Problem]:
    """KAART011: what the kaart is declared complete for exists."""
    known: dict[str, Mapping[str, str]] = {
        "ketenstap": subject.known.chain_steps,
        "interventie": subject.known.interventions,
        "ketenpartner": subject.known.partner_types,
        "taal": LANGUAGE_NAMES,
        "soort_aanbod": {kind.value: kind.value for kind in OfferKind},
    }
    for index, declaration in enumerate(subject.kaart.complete):
        path = ("volledig_voor", index, "waarde")
        if declaration.subject == "alles":
            if declaration.value is not None:
                yield subject.problem("KAART011", path, "bij 'alles' hoort geen waarde")
        elif declaration.value is not None and declaration.value not in known[declaration.subject]:
            yield subject.problem(
                "KAART011",
                path,
                f"{declaration.subject} '{declaration.value}' bestaat niet",
                hint=partial(did_you_mean, declaration.value, known[declaration.subject]),
            )


def languages_are_known(subject: Subject) -> Iterator[Problem]:
    """KAART012: a language code is one we can name."""
    for path, service in subject.services():
        for key, codes in (("talen", service.languages), ("tolktalen", service.interpreter_languages)):
            for index, code in enumerate(codes):
                if code not in LANGUAGE_NAMES:
                    yield subject.problem(
                        "KAART012",
                        (*path, key, index),
                        f"taalcode '{code}' is psoh niet bekend",
                        hint=partial(did_you_mean, code, LANGUAGE_NAMES),
                    )


def locations_exist(subject: Subject) -> Iterator[Problem]:
    """KAART013: a location of a service is one of its organization."""
    for path, service in subject.services():
        organization = subject.organizations.get(service.organization)
        if organization is None:
            continue
        known = {location.id: location.name for location in organization.locations}
        for index, location in enumerate(service.locations):
            if location not in known:
                yield subject.problem(
                    "KAART013",
                    (*path, "locaties", index),
                    f"locatie '{location}' staat niet bij organisatie '{organization.id}'",
                    hint=partial(did_you_mean, location, known),
                )


RULES = (
    chain_steps_exist,
    partner_type_exists,
    layer_exists,
    pillars_exist,
    interventions_exist,
    cultural_criteria_exist,
    declared_subjects_exist,
    languages_are_known,
    locations_exist,
)


def _unknown(
    subject: Subject, code: str, path: Path, ids: Iterable[str], known: Mapping[str, str], what: str
) -> Iterator[Problem]:
    for index, wanted in enumerate(ids):
        if wanted not in known:
            yield subject.problem(
                code,
                (*path, index),
                f"{what} '{wanted}' bestaat niet",
                hint=partial(did_you_mean, wanted, known),
            )
