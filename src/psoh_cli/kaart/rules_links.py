"""Rules of the kaart about ids that stand elsewhere: in the knowledge, or at the organization."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial

from psoh_cli.kaart.subject import Subject
from psoh_cli.language_codes import OTHER_LANGUAGES
from psoh_cli.languages import code_of, doubt_about, is_known
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import nearest
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import LANGUAGE_NAMES, OfferKind, language_name


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
            yield told_with_guess(
                subject,
                "KAART006",
                ("organisaties", index, "ketenpartner"),
                f"ketenpartner '{wanted}' bestaat niet",
                wanted=wanted,
                known=subject.known.partner_types,
            )


def layer_exists(subject: Subject) -> Iterator[Problem]:
    """KAART007: a layer of the IASC pyramid is one of the knowledge."""
    for path, service in subject.services():
        if service.layer is not None and service.layer not in subject.known.layers:
            yield told_with_guess(
                subject,
                "KAART007",
                (*path, "iasc_laag"),
                f"iasc_laag '{service.layer}' bestaat niet",
                wanted=service.layer,
                known=subject.known.layers,
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
        "taal": LANGUAGE_NAMES | OTHER_LANGUAGES,
        "soort_aanbod": {kind.value: kind.value for kind in OfferKind},
    }
    for index, declaration in enumerate(subject.kaart.complete):
        path = ("volledig_voor", index, "waarde")
        if declaration.subject == "alles":
            if declaration.value is not None:
                yield subject.problem("KAART011", path, "bij 'alles' hoort geen waarde")
        elif declaration.value is not None and declaration.value not in known[declaration.subject]:
            yield told_with_guess(
                subject,
                "KAART011",
                path,
                f"{declaration.subject} '{declaration.value}' bestaat niet",
                wanted=declaration.value,
                known=known[declaration.subject],
            )


def languages_are_known(subject: Subject) -> Iterator[Problem]:
    """KAART012: a language code exists, and is not one that people often write for another language."""
    for path, service in subject.services():
        for key, codes in (("talen", service.languages), ("tolktalen", service.interpreter_languages)):
            for index, code in enumerate(codes):
                if doubt_about(code) or not is_known(code):
                    yield _unknown_language(subject, (*path, key, index), code)


def locations_exist(subject: Subject) -> Iterator[Problem]:
    """KAART013: a location of a service is one of its organization."""
    for path, service in subject.services():
        organization = subject.organizations.get(service.organization)
        if organization is None:
            continue
        known = {location.id: location.name for location in organization.locations}
        for index, location in enumerate(service.locations):
            if location not in known:
                yield told_with_guess(
                    subject,
                    "KAART013",
                    (*path, "locaties", index),
                    f"locatie '{location}' staat niet bij organisatie '{organization.id}'",
                    wanted=location,
                    known=known,
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


def told_with_guess(
    subject: Subject, code: str, path: Path, message: str, *, wanted: str, known: Mapping[str, str]
) -> Problem:
    """Tell of an id that does not exist, with the one that looks most like it as a question and an unsafe Fix."""
    meant = subject.suggestions.take(partial(nearest, wanted, known), file=subject.file, code=code)
    if not meant:
        return subject.problem(code, path, message)
    fix = subject.rewritten(path, meant, is_safe=False)
    return subject.problem(code, path, message, hint=f"Bedoelt u '{meant}'?", fix=fix)


def _unknown(
    subject: Subject, code: str, path: Path, ids: Iterable[str], known: Mapping[str, str], what: str
) -> Iterator[Problem]:
    for index, wanted in enumerate(ids):
        if wanted not in known:
            yield told_with_guess(
                subject, code, (*path, index), f"{what} '{wanted}' bestaat niet", wanted=wanted, known=known
            )


def _unknown_language(subject: Subject, path: Path, code: str) -> Problem:
    """Tell of a code that is not ours; the longer code of a language that we know is safe to put right."""
    doubt, meant = doubt_about(code), code_of(code)
    if doubt:
        message = f"taalcode '{code}' is waarschijnlijk niet wat u bedoelt"
        return subject.problem("KAART012", path, message, hint=doubt)
    message = f"taalcode '{code}' is psoh niet bekend"
    if not meant:
        return subject.problem("KAART012", path, message)
    hint = f"Schrijf {meant} ({language_name(meant)})."
    return subject.problem("KAART012", path, message, hint=hint, fix=subject.rewritten(path, meant))
