"""Judge what the kaart offers: is there a service that fits, and does the kaart know that there is none?"""

from __future__ import annotations

from psoh_cli.analysis.answer_rules import OUR_OWN
from psoh_cli.analysis.evidence import declaration_evidence, searched_evidence, service_evidence
from psoh_cli.analysis.filters import (
    FIELD_NAMES,
    Filter,
    could_fit,
    declarations,
    fits,
    lapsed_declaration,
)
from psoh_cli.analysis.finding import Evidence, RuleResult
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, is_fresh
from psoh_cli.kaart.reasons import too_old
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice import ServiceCriterion
from psoh_cli.vocabulary import Verdict, language_name

_SHOWN = 12


def judge_service(criterion: ServiceCriterion, *, picture: Picture) -> RuleResult:
    """Look for active services that fit; what is no longer confirmed counts as *deels* at most.

    Nothing found is *ontbreekt* only where the kaart is declared complete for the subject and no empty
    field or unknown status leaves open that an entry fits.
    """
    found = matches(criterion.filter, picture=picture)
    fresh = tuple(service for service in found if is_fresh(service, as_of=picture.as_of))
    wanted = describe(criterion.filter, catalogue=picture.catalogue)
    if len(fresh) >= criterion.minimum:
        verdict, reason = Verdict.MET, f"Op de kaart: {_names(fresh)}."
        evidence = listed_evidence(found, picture=picture, verdict=Verdict.MET)
    elif found:
        verdict, reason = Verdict.PARTLY, _reason_partly(fresh, found=found, minimum=criterion.minimum)
        evidence = listed_evidence(found, picture=picture, verdict=Verdict.PARTLY)
    else:
        verdict, reason, evidence = _nothing_found(criterion.filter, wanted=wanted, picture=picture)
    return RuleResult(
        rule=f"Op de sociale kaart {_at_least(criterion.minimum)} met {wanted}. {OUR_OWN}",
        kind=criterion.kind,
        verdict=verdict,
        reason=reason,
        evidence=evidence,
    )


def matches(wanted: Filter, *, picture: Picture) -> tuple[Service, ...]:
    """Give the active services that fit, those confirmed first, then by id."""
    found = [service for service in picture.kaart.active if fits(service, wanted=wanted, kaart=picture.kaart)]
    return tuple(sorted(found, key=lambda service: (not is_fresh(service, as_of=picture.as_of), service.id)))


def closed_world(wanted: Filter, *, picture: Picture) -> tuple[tuple[Complete, ...], tuple[Service, ...]]:
    """Give the declarations that close the world for a filter, and the services that might still fit."""
    declared = declarations(wanted, kaart=picture.kaart, as_of=picture.as_of)
    settled = set(wanted) & {"interventies", "soort_aanbod", "ketenpartner", "talen", "ketenstappen"}
    maybe = [
        service
        for service in picture.kaart.services
        if could_fit(
            service,
            wanted=wanted,
            kaart=picture.kaart,
            settled=settled if "alles" in declared else declared.keys(),
        )
    ]
    whole = tuple(dict.fromkeys(declaration for found in declared.values() for declaration in found))
    return whole, tuple(sorted(maybe, key=lambda service: service.id))


def listed_evidence(
    services: tuple[Service, ...], *, picture: Picture, verdict: Verdict | None = None
) -> tuple[Evidence, ...]:
    """Write services down as evidence, the first dozen by name."""
    shown = tuple(
        service_evidence(service, picture=picture, verdict=verdict) for service in services[:_SHOWN]
    )
    rest = len(services) - len(shown)
    return (*shown, searched_evidence(f"En nog {plural(rest, 'dienst', 'diensten')}.")) if rest else shown


def describe(wanted: Filter, *, catalogue: Catalogue) -> str:
    """Write a filter in words: `programma Mind-Spring psycho-educatie`."""
    parts = []
    for field, values in wanted.items():
        words = listing([_word(value, field, catalogue) for value in values], last="of")
        parts.append(f"{FIELD_NAMES.get(field, field)} {words}")
    return listing(parts)


def _nothing_found(
    criteria: Filter, *, wanted: str, picture: Picture
) -> tuple[Verdict, str, tuple[Evidence, ...]]:
    declared, maybe = closed_world(criteria, picture=picture)
    looked = plural(len(picture.kaart.active), "actieve dienst", "actieve diensten")
    searched = searched_evidence(f"Gezocht op de kaart onder {looked}: {wanted}. Niets gevonden.")
    said = tuple(declaration_evidence(declaration) for declaration in declared)
    if not declared and not picture.kaart.services:
        return Verdict.UNKNOWN, "Er staan nog geen diensten op de kaart.", (searched,)
    if not declared:
        lapsed = lapsed_declaration(criteria, kaart=picture.kaart, as_of=picture.as_of)
        why = too_old(lapsed) if lapsed else "de kaart is daarvoor niet volledig verklaard"
        return Verdict.UNKNOWN, f"Op de kaart staat geen dienst met {wanted}, maar {why}.", (searched,)
    if maybe:
        empty = f"bij {_names(maybe)} is niet alles ingevuld"
        reason = f"Op de kaart staat geen dienst met {wanted}, maar dat is niet zeker: {empty}."
        return (
            Verdict.UNKNOWN,
            reason,
            (searched, *said, *listed_evidence(maybe, picture=picture, verdict=Verdict.UNKNOWN)),
        )
    reason = f"Op de kaart staat geen dienst met {wanted}, en de kaart is daarvoor volledig verklaard."
    return Verdict.MISSING, reason, (searched, *said)


def _reason_partly(fresh: tuple[Service, ...], *, found: tuple[Service, ...], minimum: int) -> str:
    if len(found) >= minimum:
        stale = tuple(service for service in found if service not in fresh)
        return f"Op de kaart: {_names(stale)}, maar dat is niet meer bevestigd."
    return f"Op de kaart: {_names(found)}; {plural(minimum, 'dienst is', 'diensten zijn')} nodig."


def _names(services: tuple[Service, ...]) -> str:
    names = [service.name for service in services]
    return listing(names) if len(names) <= 3 else f"{', '.join(names[:3])} en nog {len(names) - 3}"


def _at_least(count: int) -> str:
    return "staat minstens 1 actieve dienst" if count == 1 else f"staan minstens {count} actieve diensten"


def _word(value: str, field: str, catalogue: Catalogue) -> str:
    if field == "talen":
        return language_name(value)
    if field == "interventies" and value in catalogue.intervention:
        return catalogue.intervention[value].name
    if field == "ketenpartner" and value in catalogue.partner_type:
        return catalogue.partner_type[value].name
    if field == "ketenstappen" and value in catalogue.chain_step:
        return catalogue.chain_step[value].name
    if field == "pijlers" and value in catalogue.pillar:
        return catalogue.pillar[value].name
    return value
