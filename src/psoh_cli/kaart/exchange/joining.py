"""Several kaarten, or several rows about one organization, put together."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.matches import Matches
from psoh_cli.kaart.exchange.refusing import brief, place_of, refused
from psoh_cli.kaart.kaart import KaartFile


def together(own: KaartFile, shared: tuple[KaartFile, ...]) -> KaartFile:
    """Put the entries of shared kaarten behind the own ones, each id once; the own kaart goes first."""
    if not shared:
        return own
    organizations: dict[str, Organization] = {}
    services: dict[str, Service] = {}
    for file in (own, *shared):
        for organization in file.organizations:
            organizations.setdefault(organization.id, organization)
        for service in file.services:
            services.setdefault(service.id, service)
    fields = {"organizations": tuple(organizations.values()), "services": tuple(services.values())}
    return KaartFile.model_construct(**dict(own) | fields)


def joined(item: Incoming, further: Iterable[Incoming]) -> tuple[Incoming, list[NotUnderstood]]:
    """Let further rows about one organization fill in what the first left open; the first counts where they differ."""
    values, places, told = dict(item.values), dict(item.places), list[NotUnderstood]()
    for other in further:
        for key, value in other.values.items():
            if key not in values:
                values[key], places[key] = value, place_of(other, (key,))
            elif values[key] != value and not _same_name(key, item, other):
                first = place_of(item, (key,)) if key in item.values else places[key]
                where = f"rij {first.row}" if first.row else first.in_words()
                why = f"bij dezelfde organisatie staat op {where} iets anders: '{brief(values[key])}'"
                told.append(
                    refused(
                        place_of(other, (key,)), value, why, "Maak ze gelijk. Nu telt wat er het eerst staat."
                    )
                )
    return replace(item, values=values, places=places), told


def _same_name(key: str, item: Incoming, other: Incoming) -> bool:
    """Tell whether it is only the name that is written in another way: by that name they were found to be one."""
    return key == "naam" and not (item.id and other.id)


def sources_by_organization(matches: Matches) -> dict[str, str]:
    """Give per organization where the first of its services that says so comes from."""
    found: dict[str, str] = {}
    for service in matches.services.values():
        source = service.incoming.values.get("bron")
        if isinstance(source, str) and source:
            found.setdefault(service.organization, source)
    return found
