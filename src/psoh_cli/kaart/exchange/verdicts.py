"""What is said of an entry once it is known what it would become."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.matches import Match, Matches
from psoh_cli.kaart.exchange.outcome import Missing
from psoh_cli.kaart.exchange.refusing import brief, refused
from psoh_cli.kaart.history import OF_A_PERSON, changes
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


def set_back(before: Organization | Service, after: Organization | Service) -> dict[str, PartialDate]:
    """Find the fields that become again what the history says they were, each with the day that was changed."""
    if not before.history:
        return {}
    was = {(item.field, item.before): item.day for item in before.history if item.before not in _SAYS_NOTHING}
    fresh = changes(before, after, day=_ANY_DAY, role=None)
    return {item.field: was[item.field, item.after] for item in fresh if (item.field, item.after) in was}


def changed_since(before: Organization | Service, after: Organization | Service) -> dict[str, PartialDate]:
    """Find texts, of which a history holds no words, that were changed after the day the file was confirmed."""
    if not before.history:
        return {}
    seen = after.assured_date.first_day() if after.assured_date is not None else date.min
    fresh = {item.field for item in changes(before, after, day=_ANY_DAY, role=None)}
    return {
        item.field: item.day
        for item in before.history
        if item.field in fresh and item.before in _SAYS_NOTHING and item.day.last_day() >= seen
    }


_SAYS_NOTHING = frozenset({OF_A_PERSON, "een tekst", "een andere tekst", "andere gegevens"})
"""What a history keeps of a field whose words it does not keep."""
_ANY_DAY = date(2000, 1, 1)


def claimed(
    item: Incoming, before: Organization | Service, after: Organization | Service, *, role: str | None
) -> Organization | Service:
    """Give who confirmed an entry to the role that brings in another day; who confirmed it before did not do that."""
    if "gecontroleerd_door" in item.values or after.assured_date == before.assured_date:
        return after
    return after.model_copy(update={"assurer": role}) if after.assurer != role else after


def notes_on(
    before: Organization | Service, after: Organization | Service, *, role: str | None = None
) -> tuple[str, ...]:
    """Tell what is no longer right beside what changes; `role` brings it in."""
    return tuple(_notes_on(before, after, role=role))


def _notes_on(
    before: Organization | Service, after: Organization | Service, *, role: str | None
) -> Iterator[str]:
    if isinstance(before, Service) and isinstance(after, Service) and before.waiting and after.waiting:
        day = after.waiting.measured_on
        if day and day == before.waiting.measured_on and after.waiting != before.waiting:
            yield f"De wachttijd is anders, maar de meetdatum ({day.in_words()}) is van vóór deze wijziging."
    if before.assurer and not after.assurer and after.assured_date != before.assured_date:
        yield (
            f"'{brief(before.assurer)}' vroeg dit eerder na, en niet op de nieuwe datum; wie wel, blijft leeg. "
            "Was u het? Geef dan --door ROL."
        )
    if (
        role
        and before.assurer == after.assurer not in {None, role}
        and after.assured_date != before.assured_date
    ):
        yield f"Volgens het bestand vroeg '{brief(before.assurer)}' het na, ook op de nieuwe datum. Klopt dat?"


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
