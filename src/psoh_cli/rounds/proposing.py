"""Whom to ask: informants that psoh proposes, from the kaart and what is known of partners; all *afgeleid*."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from psoh_cli.dutch import plural
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.rules import name_fault
from psoh_cli.kaart.entries import Organization
from psoh_cli.practices.question import STATUSHOUDERS, Group
from psoh_cli.practices.reference import PartnerType
from psoh_cli.rounds.group_talks import group_talks
from psoh_cli.rounds.round import Invitation
from psoh_cli.rounds.seats import Around, best, found_in_words, name_of, natural_name, role_of
from psoh_cli.rounds.spoken_for import SpokenFor, group_of, main_partners, spoken_for


@dataclass(frozen=True, kw_only=True)
class Proposed:
    """Somebody to ask, and why."""

    invitation: Invitation
    why: str


@dataclass(frozen=True, kw_only=True)
class LeftOut:
    """A kind of partner that is not proposed, and why not."""

    partner: PartnerType
    why: str


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """Who can be added to a round, in the order of the knowledge."""

    proposed: tuple[Proposed, ...] = ()
    left_out: tuple[LeftOut, ...] = ()


def propose(around: Around) -> Proposal:
    """Propose whom to ask beside those who are there: one of each group first, then one of each kind of partner.

    What is there stays, so that a proposal made again after it was written holds nothing.
    """
    seats = _Seats(around)
    for group in around.catalogue.groups:
        seats.of_group(group)
    for partner in _by_weight(around):
        seats.of_partner(partner)
    talks = group_talks(
        around.residents, standing=around.standing, catalogue=around.catalogue, taken=seats.ids
    )
    order = {group.id: number for number, group in enumerate(around.catalogue.groups)}
    professionals = sorted(seats.proposed, key=lambda item: order[item.invitation.group])
    return Proposal(
        proposed=(
            *professionals,
            *(Proposed(invitation=invitation, why=why) for invitation, why in talks),
        ),
        left_out=tuple(seats.left_out),
    )


def _by_weight(around: Around) -> Iterator[PartnerType]:
    """Yield the kinds of partner that count most first: in the klankbordgroep and on the kaart, then either."""
    on_kaart = {item.partner_type for item in around.kaart.organizations}
    types = around.catalogue.partner_types
    yield from (item for item in types if item.expected_in_board and item.id in on_kaart)
    yield from (item for item in types if item.expected_in_board and item.id not in on_kaart)
    yield from (item for item in types if not item.expected_in_board and item.id in on_kaart)


@dataclass
class _Seats:
    """The seats of a round, while they are filled."""

    around: Around
    proposed: list[Proposed] = field(default_factory=list)
    left_out: list[LeftOut] = field(default_factory=list)

    def __post_init__(self) -> None:
        around = self.around
        self.ids = {item.id for item in around.standing}
        self.there: SpokenFor = spoken_for(
            around.standing, organizations=around.kaart.organizations, catalogue=around.catalogue
        )
        self.spoken = {name for name in self.there.partners if not self.there.is_lapsed(name)}
        present = [item for item in around.standing if item.takes_part and item.group != STATUSHOUDERS]
        self.groups = {item.group for item in present}
        self.count = len(present)

    def of_group(self, group: Group) -> None:
        """Make sure that a group which is asked something has somebody, whatever the size of the round."""
        around = self.around
        questions = Questionnaire(around.catalogue, group.id).questions
        if group.id in self.groups or group.id == STATUSHOUDERS or not questions:
            return
        names = main_partners(group.id, around.catalogue)
        types = [around.catalogue.partner_type[name] for name in names if name not in self.spoken]
        types.sort(key=lambda item: (not item.expected_in_board, self._best(item) is None))
        only_here = sum(question.groups == (group.id,) for question in questions)
        for partner in types:
            if not (partner.expected_in_board or self._best(partner) or only_here):
                continue
            if only_here:
                why = f"{plural(only_here, 'vraag is', 'vragen zijn')} er alleen voor deze groep"
            else:
                why = "De eerste van deze groep"
            if self._seat(partner, group=group, why=why):
                return

    def of_partner(self, partner: PartnerType) -> None:
        """Add somebody for a kind of partner, as long as there is room."""
        group = group_of(partner, self.around.catalogue)
        if group is None or partner.id in self.spoken:
            return
        if self._dropped_out(partner):
            return
        if self.count >= self.around.professionals:
            self.left_out.append(LeftOut(partner=partner, why="de ronde is groot genoeg"))
            return
        why = "Verwacht in de klankbordgroep" if partner.expected_in_board else "Dit soort is er nog niet"
        self._seat(partner, group=group, why=why)

    def _seat(self, partner: PartnerType, *, group: Group, why: str) -> bool:
        """Add somebody for a kind of partner; not where who was asked dropped out and nobody else is known."""
        if self._dropped_out(partner):
            return False
        organization = self._best(partner)
        invitation = Invitation(
            id=self._free(natural_name(partner), organization.id if organization else ""),
            group=group.id,
            role=role_of(partner, organization=organization),
            organization=name_of(organization, partner=partner, around=self.around),
            entry=organization.id if organization else None,
            partner=partner.id,
        )
        found = found_in_words(organization, partner=partner, around=self.around)
        self.proposed.append(Proposed(invitation=invitation, why=f"{why}. {found}"))
        self.ids.add(invitation.id)
        self.spoken.add(partner.id)
        self.groups.add(group.id)
        self.count += 1
        return True

    def _dropped_out(self, partner: PartnerType) -> bool:
        """Tell, and remember, that who was asked dropped out and that no other organization of the kind is known."""
        if not self.there.is_lapsed(partner.id) or self._best(partner) is not None:
            return False
        self.left_out.append(LeftOut(partner=partner, why="wie was gevraagd, is vervallen"))
        self.spoken.add(partner.id)
        return True

    def _best(self, partner: PartnerType) -> Organization | None:
        """Choose the organization of a kind to ask, of those of which nobody was asked yet."""
        return best(partner, around=self.around, asked=self.there.organizations)

    def _free(self, name: str, beside: str) -> str:
        """Give an id that nobody has yet and that can name a file; a second of a kind is called `beside`."""
        if name in self.ids and beside and not name_fault(beside):
            name = beside
        number, free = 1, name
        while free in self.ids:
            number += 1
            free = f"{name}-{number}"
        return free
