"""What is said of an entry once it is known what it would become."""

from __future__ import annotations

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import NotUnderstood
from psoh_cli.kaart.exchange.matches import Match, Matches
from psoh_cli.kaart.exchange.outcome import Missing
from psoh_cli.kaart.exchange.refusing import brief, refused
from psoh_cli.kaart.kaart import KaartFile


def homeless(found: Match, *, organization: str) -> NotUnderstood:
    """Say that a service stays away because its organization does."""
    item = found.incoming
    why = f"de organisatie '{brief(item.organization_name or organization)}' kan zelf niet op de kaart"
    return refused(
        item.places.get("organisatie", item.place),
        item.name or found.id,
        why,
        "Herstel eerst de organisatie.",
    )


def elsewhere(found: Match, entry: Organization | Service) -> NotUnderstood:
    """Say that an entry stands on a shared kaart."""
    why = f"'{brief(entry.name)}' staat op een gedeelde kaart; psoh verandert die hier niet"
    return refused(
        found.incoming.place, entry.id, why, "Importeer het bestand in de map van die kaart: --map MAP"
    )


def goes_back(before: Organization | Service, after: Organization | Service) -> bool:
    """Tell whether the day of a confirmation would lie further back, or be gone."""
    if before.assured_date is None:
        return False
    return after.assured_date is None or after.assured_date.first_day() < before.assured_date.first_day()


def missing(matches: Matches, *, own: KaartFile) -> tuple[Missing, ...]:
    """List what stands on the own kaart and did not come in."""
    organizations = (
        Missing(kind="organisatie", id=item.id, name=item.name)
        for item in own.organizations
        if item.id not in matches.organizations
    )
    services = (
        Missing(kind="dienst", id=item.id, name=item.name)
        for item in own.services
        if item.id not in matches.services
    )
    return (*organizations, *services)
