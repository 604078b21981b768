"""What a service says on a field of the kaart, and whether it fits a filter: an empty field is unknown."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from datetime import date

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, Kaart
from psoh_cli.vocabulary import Access, ClientCost, Interpreter, ServiceStatus, Trained

Filter = Mapping[str, tuple[str, ...]]
Reader = Callable[[Service, Kaart], tuple[str, ...]]

FIELDS: dict[str, Reader] = {
    "naam": lambda service, kaart: (service.name,),
    "organisatie": lambda service, kaart: (service.organization,),
    "ketenpartner": lambda service, kaart: _some(kaart.partner_type_of(service)),
    "iasc_laag": lambda service, kaart: _some(service.layer),
    "ketenstappen": lambda service, kaart: service.chain_steps,
    "werkgebied": lambda service, kaart: service.service_area,
    "aanbod": lambda service, kaart: (service.description,),
    "soort_aanbod": lambda service, kaart: tuple(kind.value for kind in service.kinds),
    "doelgroepen": lambda service, kaart: tuple(group.value for group in service.target_groups),
    "leeftijd": lambda service, kaart: _ages(service),
    "pijlers": lambda service, kaart: service.pillars,
    "interventies": lambda service, kaart: service.interventions,
    "talen": lambda service, kaart: service.languages,
    "tolktalen": lambda service, kaart: service.interpreter_languages,
    "tolkinzet": lambda service, kaart: (
        () if service.interpreter is Interpreter.UNKNOWN else (service.interpreter.value,)
    ),
    "cultuursensitief_getraind": lambda service, kaart: (
        () if service.trained is Trained.UNKNOWN else (service.trained.value,)
    ),
    "cultuursensitief": lambda service, kaart: service.cultural_criteria,
    "toegang": lambda service, kaart: tuple(way.value for way in service.access if way is not Access.UNKNOWN),
    "verwijsroute": lambda service, kaart: _some(service.referral),
    "kosten_client": lambda service, kaart: (
        () if service.cost is ClientCost.UNKNOWN else (service.cost.value,)
    ),
    "wachttijd_weken": lambda service, kaart: (str(service.waiting.weeks),) if service.waiting else (),
    "capaciteit": lambda service, kaart: (str(service.capacity.places),) if service.capacity else (),
    "uitsluitcriteria": lambda service, kaart: _some(service.exclusion),
    "toelichting": lambda service, kaart: _some(service.remark),
    "website": lambda service, kaart: _some(service.website),
    "algemeen_contact": lambda service, kaart: (service.contact.function,) if service.contact else (),
    "gecontroleerd_op": lambda service, kaart: (str(service.assured_date),) if service.assured_date else (),
    "bron": lambda service, kaart: () if service.source == "onbekend" else (service.source,),
}
"""Each field of the kaart by its Dutch name, with how to read the known values from a service."""

FIELD_NAMES = {
    "interventies": "programma",
    "soort_aanbod": "soort aanbod",
    "doelgroepen": "doelgroep",
    "pijlers": "pijler",
    "toegang": "toegang",
    "ketenpartner": "soort partner",
    "cultuursensitief_getraind": "cultuursensitief getraind",
    "talen": "talen",
    "tolkinzet": "tolkinzet",
    "wachttijd_weken": "wachttijd",
    "kosten_client": "kosten voor de cliënt",
    "iasc_laag": "laag van steun",
    "ketenstappen": "ketenstap",
}

_SUBJECTS = {
    "interventies": "interventie",
    "soort_aanbod": "soort_aanbod",
    "ketenpartner": "ketenpartner",
    "talen": "taal",
    "ketenstappen": "ketenstap",
}


def values_of(service: Service, *, field: str, kaart: Kaart) -> tuple[str, ...]:
    """Give what a service says on a field; empty is unknown."""
    reader = FIELDS.get(field)
    return reader(service, kaart) if reader else ()


def fits(service: Service, *, wanted: Filter, kaart: Kaart) -> bool:
    """Tell whether a service has one of the wanted values on every field."""
    return all(_has(service, field=field, values=values, kaart=kaart) for field, values in wanted.items())


def could_fit(service: Service, *, wanted: Filter, kaart: Kaart, settled: Collection[str]) -> bool:
    """Tell whether an empty field, other than the settled ones, leaves open that a service fits."""
    if service.status not in (ServiceStatus.ACTIVE, ServiceStatus.UNKNOWN):
        return False
    return all(
        _has(service, field=field, values=values, kaart=kaart)
        or (field not in settled and not values_of(service, field=field, kaart=kaart))
        for field, values in wanted.items()
    )


def declarations(wanted: Filter, *, kaart: Kaart, as_of: date) -> dict[str, tuple[Complete, ...]]:
    """Find the declarations that close the world for a filter: all values of at least one field declared complete.

    Gives the fields that are declared complete; empty means that the kaart may well lack something.
    """
    found: dict[str, tuple[Complete, ...]] = {}
    for field, values in wanted.items():
        subject = _SUBJECTS.get(field)
        declared = (
            [kaart.declared_complete(subject, value, as_of=as_of) for value in values] if subject else []
        )
        whole = [declaration for declaration in declared if declaration is not None]
        if declared and len(whole) == len(declared):
            found[field] = tuple(dict.fromkeys(whole))
    everything = kaart.declared_complete("alles", "", as_of=as_of)
    return found or ({"alles": (everything,)} if everything else {})


def lapsed_declaration(wanted: Filter, *, kaart: Kaart, as_of: date) -> Complete | None:
    """Find a declaration that would have closed the world for a filter, were it not too old."""
    subjects = [
        (_SUBJECTS.get(field, "alles"), value) for field, values in wanted.items() for value in values
    ]
    found = (kaart.declared_too_long_ago(subject, value, as_of=as_of) for subject, value in subjects)
    return next((item for item in found if item is not None), None)


def _has(service: Service, *, field: str, values: tuple[str, ...], kaart: Kaart) -> bool:
    return any(value in values for value in values_of(service, field=field, kaart=kaart))


def _some(value: str | None) -> tuple[str, ...]:
    return (value,) if value else ()


def _ages(service: Service) -> tuple[str, ...]:
    if service.age is None or (service.age.lowest is None and service.age.highest is None):
        return ()
    return (f"{service.age.lowest or 0}-{service.age.highest or ''}",)
