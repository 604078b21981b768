"""Which entries of the kaarten of a dossier only professionals may see, and the files without them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeVar

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.public_fields import hidden_places, is_hidden, public_contact

Entry = TypeVar("Entry", Organization, Service)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hidden:
    """What is not for everybody: homes of services, ids that nothing may tell of, and places and sources of those."""

    homes: frozenset[str] = frozenset()
    """Ids of organizations of which no file has an entry that is for everybody."""
    ids: frozenset[str] = frozenset()
    places: frozenset[tuple[str, str]] = field(default_factory=frozenset)
    sources: frozenset[str] = frozenset()

    def tells(self, text: str) -> bool:
        """Tell whether a text is such an id, or the id of a finding about it."""
        return text in self.ids or (
            text.startswith("gap-") and any(f"-{name}-" in f"{text}-" for name in self.ids)
        )


NOTHING_HIDDEN = Hidden()


def hidden_in(kaarten: Iterable[KaartFile]) -> Hidden:
    """Find what is hidden in files that count together; a service is hidden with its organization."""
    files = tuple(kaarten)
    organizations = [item for file in files for item in file.organizations]
    services = [item for file in files for item in file.services]
    open_ones = {item.id for item in organizations if not is_hidden(item)}
    homes = frozenset(item.id for item in organizations) - open_ones
    shown = [item for item in services if not is_hidden(item) and item.organization not in homes]
    ids = homes | {item.id for item in services}
    used = {item.source for item in (*shown, *(item for item in organizations if not is_hidden(item)))}
    return Hidden(
        homes=homes,
        ids=frozenset(ids - open_ones - {item.id for item in shown}),
        places=hidden_places(services, shown=shown),
        sources=frozenset(item.source for item in (*organizations, *services)) - used,
    )


def without_hidden(kaart: KaartFile, *, hidden: Hidden) -> KaartFile:
    """Give a kaart file with what everybody may see; what stays is as it was written."""
    organizations = [_open(item) for item in kaart.organizations if not is_hidden(item)]
    services = [
        _open(item)
        for item in kaart.services
        if not is_hidden(item) and item.organization not in hidden.homes
    ]
    return kaart.model_copy(
        update={
            "organizations": tuple(_without_places(item, hidden=hidden) for item in organizations),
            "services": tuple(services),
            "sources": tuple(item for item in kaart.sources if item.id not in hidden.sources),
        }
    )


def _open(entry: Entry) -> Entry:
    shown = public_contact(entry.contact)
    return entry if shown is entry.contact else entry.model_copy(update={"contact": shown})


def _without_places(organization: Organization, *, hidden: Hidden) -> Organization:
    places = tuple(item for item in organization.locations if (organization.id, item.id) not in hidden.places)
    return (
        organization
        if places == organization.locations
        else organization.model_copy(update={"locations": places})
    )
