"""Which entries of a kaart go out, and what of the kaart stays behind, each with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.entries import Contact, Organization, Service
from psoh_cli.kaart.exchange.hsds.changes import has_place
from psoh_cli.kaart.exchange.hsds.contacts import usable_email
from psoh_cli.kaart.exchange.hsds.locations import what_lacks
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.notation import uri
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.vocabulary import Visibility

_LACKING = {
    "straat": "de straat",
    "postcode": "de postcode",
    "plaats": "de plaats",
    "provincie": "de provincie",
}


@dataclass(frozen=True, kw_only=True)
class Selected:
    """The organizations with their services, in the order of the kaart, and what stays behind in whole sentences.

    `absent` tells of whole entries, `incomplete` of parts of those that go out.
    """

    entries: tuple[tuple[Organization, tuple[Service, ...]], ...]
    absent: tuple[str, ...]
    incomplete: tuple[str, ...]

    @property
    def left_out(self) -> tuple[str, ...]:
        """All that stays behind."""
        return (*self.absent, *self.incomplete)


def select(kaart: Kaart | KaartFile, setting: Setting) -> Selected:
    """Take what goes out: every entry once, and with `only_public` nothing for professionals alone."""
    organizations: dict[str, Organization] = {}
    for organization in kaart.organizations:
        organizations.setdefault(organization.id, organization)
    services: dict[str, Service] = {}
    for service in kaart.services:
        services.setdefault(service.id, service)
    shown = {name: item for name, item in organizations.items() if not _is_hidden(item, setting)}
    offered = [
        item for item in services.values() if not _is_hidden(item, setting) and item.organization in shown
    ]
    return Selected(
        entries=_grouped(shown, offered),
        absent=tuple(_hidden(organizations, services, shown, offered, setting)),
        incomplete=(
            *(line for item in shown.values() for line in _of_organization(item, setting)),
            *(line for item in offered for line in _of_service(item, shown[item.organization])),
        ),
    )


def _grouped(
    shown: dict[str, Organization], offered: list[Service]
) -> tuple[tuple[Organization, tuple[Service, ...]], ...]:
    by_organization: dict[str, list[Service]] = {name: [] for name in shown}
    for service in offered:
        by_organization[service.organization].append(service)
    return tuple((item, tuple(by_organization[name])) for name, item in shown.items())


def _is_hidden(entry: Organization | Service, setting: Setting) -> bool:
    return setting.only_public and entry.visibility is Visibility.PROFESSIONAL


def _hidden(
    organizations: dict[str, Organization],
    services: dict[str, Service],
    shown: dict[str, Organization],
    offered: list[Service],
    setting: Setting,
) -> Iterator[str]:
    """Count what is for professionals; its names stay out of a message about what is public."""
    homeless = [item for item in services.values() if item.organization not in organizations]
    count = len(organizations) - len(shown) + len(services) - len(offered) - len(homeless)
    if setting.only_public and count:
        is_one = count == 1
        yield (
            f"{plural(count, 'vermelding', 'vermeldingen')} {'is' if is_one else 'zijn'} alleen voor professionals "
            f"en {'gaat' if is_one else 'gaan'} niet mee."
        )
    for item in homeless:
        yield (
            f"Dienst '{item.id}' gaat niet mee: organisatie '{item.organization}' staat niet op de kaart, "
            "en HSDS wil van elke dienst de organisatie."
        )


def _of_organization(organization: Organization, setting: Setting) -> Iterator[str]:
    what = f"Organisatie '{organization.id}'"
    yield from _of_entry(organization, what)
    for location in organization.locations:
        lacks = [_LACKING[part] for part in what_lacks(location.address, setting)]
        if lacks:
            yield (
                f"{what}: het adres van locatie '{location.id}' gaat niet mee als adres, want "
                f"{listing(lacks)} {'is' if len(lacks) == 1 else 'zijn'} niet bekend."
            )


def _of_service(service: Service, organization: Organization) -> Iterator[str]:
    what = f"Dienst '{service.id}'"
    yield from _of_entry(service, what)
    places = {location.id for location in organization.locations}
    for name in service.locations:
        if name not in places:
            yield f"{what}: locatie '{name}' gaat niet mee, want de organisatie heeft er geen met dat id."


def _of_entry(entry: Organization | Service, what: str) -> Iterator[str]:
    if entry.website is not None and uri(entry.website) is None:
        yield f"{what}: de website gaat niet mee, want het is geen webadres."
    yield from _of_contact(entry.contact, what)
    months = sum(not has_place(change) for change in entry.history)
    if months:
        yield (
            f"{what}: {plural(months, 'regel', 'regels')} in de geschiedenis zonder volledige dag "
            f"{'gaat' if months == 1 else 'gaan'} niet mee."
        )


def _of_contact(contact: Contact | None, what: str) -> Iterator[str]:
    if contact is not None and contact.email is not None and usable_email(contact) is None:
        yield f"{what}: het e-mailadres gaat niet mee, want het is geen e-mailadres."
