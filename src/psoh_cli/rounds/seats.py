"""Who could sit for a kind of partner: the organization, the function to look for, and where psoh found it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from psoh_cli.dutch import plural, slug
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.kaart import Kaart, is_fresh
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.reference import PartnerType
from psoh_cli.rounds.state import Standing

PROFESSIONALS = 13
"""How many professionals a round holds unless somebody says otherwise: ARQ spoke so many in Dordrecht."""

ANYBODY = "Iemand die het aanbod kent"
"""The role of an informant of whom the knowledge does not say more."""

_MUNICIPAL = "gemeente-"
_GGD = "ggd"


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a proposal is made from."""

    name: str
    """The name of the gemeente."""
    ggd: str = ""
    """The GGD of its region, where gemeente.yaml names it."""
    residents: Residents
    kaart: Kaart
    catalogue: Catalogue
    as_of: date
    standing: tuple[Standing, ...]
    professionals: int = PROFESSIONALS


def best(partner: PartnerType, *, around: Around, asked: Collection[str]) -> Organization | None:
    """Choose the organization of a kind to ask: in the klankbordgroep, confirmed, and with the most services."""
    offers = _services(around.kaart)
    mine = (
        item
        for item in around.kaart.organizations
        if item.partner_type == partner.id and item.id not in asked
    )
    return min(
        mine,
        key=lambda item: (
            not item.in_board,
            not is_fresh(item, as_of=around.as_of),
            -offers[item.id],
            item.id,
        ),
        default=None,
    )


def role_of(partner: PartnerType, *, organization: Organization | None) -> str:
    """Name the function to look for; where the knowledge has none and there is no organization, the kind of partner."""
    if partner.ask_for is not None:
        return partner.ask_for
    return ANYBODY if organization is not None else f"{ANYBODY}: {partner.name}"


def natural_name(partner: PartnerType) -> str:
    """Give the short name that people would give: the kind of partner, and of the gemeente itself the function."""
    if partner.id.startswith(_MUNICIPAL) and partner.ask_for:
        return slug(partner.ask_for.split()[0])
    return partner.id


def name_of(organization: Organization | None, *, partner: PartnerType, around: Around) -> str | None:
    """Name the organization, also where only gemeente.yaml tells; None when somebody has to choose."""
    if organization is not None:
        return organization.name
    if partner.id == _GGD:
        return around.ggd or None
    return f"Gemeente {around.name}" if partner.id.startswith(_MUNICIPAL) else None


def found_in_words(organization: Organization | None, *, partner: PartnerType, around: Around) -> str:
    """Say where the organization comes from."""
    if organization is None:
        if partner.id.startswith(_MUNICIPAL):
            return "De gemeente zelf."
        if partner.id == _GGD and around.ggd:
            return "Uit gemeente.yaml; niet op de kaart."
        return "Niet op de kaart: kies zelf een organisatie."
    count = _services(around.kaart)[organization.id]
    others = sum(item.partner_type == partner.id for item in around.kaart.organizations) - 1
    offers = f" met {plural(count, 'dienst', 'diensten')}" if count else ""
    beside = f"; van dit soort nog {others} meer" if others else ""
    return f"Op de kaart{offers}{beside}."


def _services(kaart: Kaart) -> Counter[str]:
    return Counter(service.organization for service in kaart.services)
