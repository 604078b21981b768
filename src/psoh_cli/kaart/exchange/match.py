"""Which entry of the kaart something that came in is about: by id, or else by name; never by likeness alone."""

from __future__ import annotations

import re

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.incoming import Batch, Incoming
from psoh_cli.kaart.exchange.matches import Matches
from psoh_cli.kaart.exchange.matching_organizations import OrganizationMatcher
from psoh_cli.kaart.exchange.matching_services import ServiceMatcher
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.model import SLUG_PATTERN

_LONGEST_ID = 100
_SLUG = re.compile(SLUG_PATTERN)


def match(batch: Batch, *, own: KaartFile, answers: Answers) -> Matches:
    """Find for each thing that came in which entry it is, or make the id of a new one."""
    found = Matches()
    sound = [item for item in batch.entries if _has_sound_id(item, found=found)]
    organizations = OrganizationMatcher(own=own, answers=answers, found=found)
    organizations.take([item for item in sound if item.kind == "organisatie"])
    services = [item for item in sound if item.kind == "dienst"]
    organizations.take_named_by(services)
    ServiceMatcher(own=own, answers=answers, found=found, organizations=organizations).take(services)
    return found


def _has_sound_id(item: Incoming, *, found: Matches) -> bool:
    if not item.id or (len(item.id) <= _LONGEST_ID and _SLUG.fullmatch(item.id)):
        return True
    found.refused.append(
        NotUnderstood(
            place=item.places.get("id", item.place),
            text=brief(item.id),
            why="dit is geen id: een id heeft alleen kleine letters, cijfers en streepjes",
            remedy="Laat het id leeg; psoh maakt er zelf een van de naam.",
        )
    )
    return False
