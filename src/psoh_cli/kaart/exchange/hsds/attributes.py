"""What an entry says in words of our lists, and what HSDS has no field for: the attributes of HSDS."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import StrEnum

from psoh_cli.kaart.entries import Location, Organization, Service, Verified
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled, unique
from psoh_cli.kaart.exchange.hsds.taxonomies import TAXONOMIES, term_object
from psoh_cli.kaart.public_fields import NOT_INCLUDED

UNKNOWN = "onbekend"

Said = tuple[str, str, str | None]
"""A taxonomy, a code in it, and a value where the term asks for one."""

ONE: dict[str, str] = {
    "iasc_laag": "iasc-laag",
    "tolkinzet": "tolkinzet",
    "cultuursensitief_getraind": "getraind",
    "kosten_client": "kosten",
    "zichtbaar": "zichtbaar",
    "ketenpartner": "ketenpartner",
}
"""Our fields that hold one word of a list, with the taxonomy of that list."""

MANY: dict[str, str] = {
    "ketenstappen": "ketenstap",
    "pijlers": "pijler",
    "interventies": "interventie",
    "cultuursensitief": "cultuursensitief",
    "soort_aanbod": "soort-aanbod",
    "doelgroepen": "doelgroep",
    "toegang": "toegang",
    "tolktalen": "tolktaal",
    "codes_4w": "4ws",
}
"""Our fields that hold several."""


def of_service(service: Service, setting: Setting) -> list[Object]:
    """Give the attributes of a service."""
    return _objects("service", (service.id,), _said_of_service(service), setting)


def of_organization(organization: Organization, setting: Setting) -> list[Object]:
    """Give the attributes of an organization."""
    in_board = organization.in_board
    said: Iterator[Said] = iter(
        (
            ("ketenpartner", organization.partner_type, None),
            *_text("in_klankbordgroep", None if in_board is None else _yes_no(in_board)),
            *_verified(organization, with_day=True),
        )
    )
    return _objects("organization", (organization.id,), said, setting)


def of_location(
    location: Location, organization: Organization, setting: Setting, *, with_address: bool
) -> list[Object]:
    """Give the attributes of a location; with the parts of an address that is not whole enough for HSDS."""
    said = list(_text("wijk", location.area))
    if with_address and location.address is not None:
        said += _text("adres.straat", location.address.street)
        said += _text("adres.postcode", location.address.postcode)
        said += _text("adres.plaats", location.address.city)
    return _objects("location", (organization.id, location.id), said, setting)


def of_part(kind: str, path: tuple[str, ...], said: Iterable[Said], setting: Setting) -> list[Object]:
    """Give the attributes of a part of an entry, such as a contact."""
    return _objects(kind, path, said, setting)


def _said_of_service(service: Service) -> Iterator[Said]:
    yield from _text("id", service.id)
    yield from _terms("ketenstap", service.chain_steps)
    yield from _terms("iasc-laag", [service.layer] if service.layer else ())
    yield from _terms("pijler", service.pillars)
    yield from _terms("interventie", service.interventions)
    yield from _terms("cultuursensitief", service.cultural_criteria)
    yield from _terms("soort-aanbod", service.kinds)
    yield from _terms("doelgroep", service.target_groups)
    yield from _terms("toegang", service.access)
    yield from _terms("tolkinzet", [service.interpreter])
    yield from _terms("tolktaal", service.interpreter_languages)
    yield from _terms("getraind", [service.trained])
    yield from _terms("kosten", [service.cost])
    yield from _waiting(service)
    yield from _terms("4ws", service.activity_codes)
    if service.upl is not None:
        yield ("upl", service.upl, service.upl)
    if service.status == UNKNOWN:
        yield from _text("status", service.status)
    yield from _text("uitsluitcriteria", service.exclusion)
    day = service.assured_date
    if service.capacity is not None and (day is None or not day.day):
        yield from _text("capaciteit.plaatsen", service.capacity.places)
        yield from _text("capaciteit.per", service.capacity.per)
    yield from _verified(service, with_day=day is not None and not day.day)


def _waiting(service: Service) -> Iterator[Said]:
    waiting = service.waiting
    if waiting is None:
        return
    yield ("wachttijd", "weken", str(waiting.weeks))
    if waiting.measured_on is not None:
        yield ("wachttijd", "gemeten_op", str(waiting.measured_on))
    if waiting.closed_for_referrals is not None:
        yield ("wachttijd", "aanmeldstop", _yes_no(waiting.closed_for_referrals))


def _verified(entry: Verified, *, with_day: bool) -> Iterator[Said]:
    yield from _terms("zichtbaar", [entry.visibility])
    if entry.source != NOT_INCLUDED:
        yield from _text("bron", entry.source)
    yield from _text("bron_jaar", entry.source_year)
    if with_day:
        yield from _text("gecontroleerd_op", entry.assured_date)
    yield from _text("gecontroleerd_door", entry.assurer)
    yield from _text("termijn_maanden", entry.term_months)
    yield from _text("toelichting", entry.remark)


def _terms(taxonomy: str, codes: Iterable[str | StrEnum]) -> Iterator[Said]:
    """Say the words of a list; what is unknown stays out."""
    return ((taxonomy, str(code), None) for code in codes if str(code) != UNKNOWN)


def _text(field: str, value: object) -> Iterator[Said]:
    return iter(()) if value is None else iter((("veld", field, str(value)),))


def _yes_no(answer: object) -> str:
    return "ja" if answer else "nee"


def _objects(kind: str, path: tuple[str, ...], said: Iterable[Said], setting: Setting) -> list[Object]:
    link = setting.ids.of(kind, *path)
    return unique(
        _object(setting.ids.of("attribute", kind, *path, key, code), link, kind, (key, code, value), setting)
        for key, code, value in said
    )


def _object(own_id: str, link: str, kind: str, said: Said, setting: Setting) -> Object:
    key, code, value = said
    term = term_object(key, code, setting)
    return filled(
        {
            "id": own_id,
            "link_id": link,
            "taxonomy_term_id": term["id"],
            "link_type": TAXONOMIES[key].link_type,
            "link_entity": kind,
            "value": value,
            "taxonomy_term": term,
            "label": term["name"],
        }
    )
