"""Which kinds of partner somebody speaks for already, and which organizations were asked."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from psoh_cli.dutch import same_name
from psoh_cli.kaart.entries import Organization
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Group
from psoh_cli.practices.reference import PartnerType
from psoh_cli.rounds.state import Standing


@dataclass(frozen=True, kw_only=True)
class SpokenFor:
    """What the informants of a round speak for."""

    partners: Mapping[str, Standing]
    """By kind of partner, who speaks for it; of several the first that still takes part."""
    organizations: frozenset[str]
    """Ids of organizations on the kaart of which somebody was asked, also who dropped out."""

    def is_lapsed(self, partner: str) -> bool:
        """Tell whether the only one who would speak for a kind of partner dropped out."""
        return partner in self.partners and not self.partners[partner].takes_part


def spoken_for(
    them: Iterable[Standing], *, organizations: Iterable[Organization], catalogue: Catalogue
) -> SpokenFor:
    """Tell for whom everybody speaks: as it was written down, by the organisation, or else by the group."""
    by_id = {item.id: item for item in organizations}
    partners: dict[str, Standing] = {}
    asked: set[str] = set()
    unsure = []
    for item in sorted(them, key=lambda item: (not item.takes_part, item.id)):
        invitation = item.invitation
        entry = by_id.get(invitation.entry or "") if invitation else None
        entry = entry or entry_called(item.organization, organizations=by_id.values())
        if entry is not None:
            asked.add(entry.id)
        partner = (invitation.partner if invitation else None) or (entry.partner_type if entry else None)
        if partner is None or partner not in _partners_of(item.group, catalogue):
            unsure.append(item)
        else:
            partners.setdefault(partner, item)
    for item in unsure:
        free = [name for name in main_partners(item.group, catalogue) if name not in partners]
        if free:
            partners[free[0]] = item
    return SpokenFor(partners=partners, organizations=frozenset(asked))


def entry_called(name: str, *, organizations: Iterable[Organization]) -> Organization | None:
    """Find the organization on the kaart that somebody named; None when none is called that."""
    wanted = same_name(name)
    return next((item for item in organizations if wanted and same_name(item.name) == wanted), None)


def main_partners(group: str, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the kinds of partner in a group, those that belong in the klankbordgroep first."""
    types = [catalogue.partner_type[name] for name in _partners_of(group, catalogue)]
    return tuple(item.id for item in sorted(types, key=lambda item: not item.expected_in_board))


def group_of(partner: PartnerType, catalogue: Catalogue) -> Group | None:
    """Give the group to which a kind of partner belongs; None when it is asked nothing."""
    return next((group for group in catalogue.groups if partner.id in group.partners), None)


def _partners_of(group: str, catalogue: Catalogue) -> tuple[str, ...]:
    found = catalogue.group.get(group)
    return tuple(name for name in found.partners if name in catalogue.partner_type) if found else ()
