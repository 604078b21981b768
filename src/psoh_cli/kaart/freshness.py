"""What on the kaart is due to be asked again, and what the coverage loses if nobody asks."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from psoh_cli.dutch import PartialDate, sort_key
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.coverage import languages_on
from psoh_cli.kaart.due import Due, Freshness, OrganizationDue, Spot, Stake, State, WaitingDue
from psoh_cli.kaart.entries import Organization, Service, Waiting
from psoh_cli.kaart.entry_terms import USUAL_TERM_MONTHS, USUAL_WAITING_MONTHS
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.people import People, people_by_language, people_shown
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE
from psoh_cli.kaart.stakes import Carried, at_stake, by_service, holds_of
from psoh_cli.terms import last_day
from psoh_cli.vocabulary import ServiceStatus

USUAL_AHEAD = timedelta(weeks=8)
"""So far ahead a list of what is due looks (our own choice: afgeleid): time to mail, remind and note down."""


def look_ahead(
    kaart: Kaart,
    *,
    gemeente: Gemeente | None,
    steps: tuple[str, ...],
    as_of: date,
    ahead: timedelta = USUAL_AHEAD,
    organization: str | None = None,
) -> Freshness:
    """Find what is due up to so far ahead, of everybody or of one organization.

    Per cell it counts what is confirmed and what is not, so it takes one walk along the services, however many are due.
    """
    horizon = as_of + ahead
    people = _people(kaart, gemeente=gemeente)
    holds = holds_of(kaart, languages=tuple(people), steps=steps)
    lost, weaker = at_stake(holds, as_of=horizon)
    judging = _Judging(
        kaart=kaart,
        as_of=as_of,
        horizon=horizon,
        people=people,
        lost=by_service(lost),
        weaker=by_service(weaker),
    )
    groups = judging.groups(only=organization)
    stake = Stake(
        lost=_of_groups(lost, [group.stake.lost for group in groups]),
        weaker=_of_groups(weaker, [group.stake.weaker for group in groups]),
        people=people,
    )
    today, _ = at_stake(holds, as_of=as_of)
    return Freshness(
        as_of=as_of,
        horizon=horizon,
        total=len(judging.entries(only=organization)),
        organizations=groups,
        stake=stake,
        lost_already=sum(spot in today for spot in stake.lost),
        cells=len(people) * len(steps),
    )


def _people(kaart: Kaart, *, gemeente: Gemeente | None) -> dict[str, People]:
    if gemeente is not None:
        shown = people_shown(people_by_language(gemeente.residents), residents=gemeente.residents)
        if shown:
            return shown
    return dict.fromkeys((*languages_on(kaart), UNKNOWN_LANGUAGE))


def _of_groups(carried: Carried, spots: list[tuple[Spot, ...]]) -> tuple[Spot, ...]:
    named = {spot for some in spots for spot in some}
    return tuple(spot for spot in carried if spot in named)


@dataclass(frozen=True, kw_only=True)
class _Judging:
    kaart: Kaart
    as_of: date
    horizon: date
    people: Mapping[str, People]
    lost: Mapping[str, list[Spot]]
    weaker: Mapping[str, list[Spot]]

    def entries(self, *, only: str | None) -> list[tuple[str, Organization | Service]]:
        """List what can be confirmed, with its organization; what has stopped needs no confirmation."""
        found: list[tuple[str, Organization | Service]] = [
            (item.id, item) for item in self.kaart.organizations if only in {None, item.id}
        ]
        found += [
            (item.organization, item)
            for item in self.kaart.services
            if only in {None, item.organization} and item.status is not ServiceStatus.STOPPED
        ]
        return found

    def groups(self, *, only: str | None) -> tuple[OrganizationDue, ...]:
        due: dict[str, list[Due]] = {}
        waiting: dict[str, list[WaitingDue]] = {}
        for owner, entry in self.entries(only=only):
            found = self._due(entry)
            if found is not None:
                due.setdefault(owner, []).append(found)
            if isinstance(entry, Service) and entry.waiting is not None:
                late = self._waiting(entry, entry.waiting)
                waiting.setdefault(owner, []).extend([late] if late else [])
        owners = [owner for owner in dict.fromkeys((*due, *waiting)) if due.get(owner) or waiting.get(owner)]
        groups = (self._group(owner, due.get(owner, []), waiting.get(owner, [])) for owner in owners)
        return tuple(sorted(groups, key=lambda group: (*group.stake.order, sort_key(group.name), group.id)))

    def _group(self, owner: str, due: list[Due], waiting: list[WaitingDue]) -> OrganizationDue:
        organization = self.kaart.organization.get(owner)
        return OrganizationDue(
            id=owner,
            name=organization.name if organization else owner,
            entries=tuple(sorted(due, key=lambda item: (*item.stake.order, item.until or date.min, item.id))),
            waiting=tuple(sorted(waiting, key=lambda item: (item.until or date.min, item.service))),
            stake=self._stake(
                (spot for item in due for spot in item.stake.lost),
                (spot for item in due for spot in item.stake.weaker),
            ),
        )

    def _due(self, entry: Organization | Service) -> Due | None:
        months = USUAL_TERM_MONTHS if entry.term_months is None else entry.term_months
        state, until = self._state(entry.assured_date, months=months)
        if state is None:
            return None
        is_service = isinstance(entry, Service)
        return Due(
            kind="dienst" if is_service else "organisatie",
            id=entry.id,
            name=entry.name,
            state=state,
            confirmed=entry.assured_date,
            role=entry.assurer,
            months=months,
            until=until,
            stake=self._stake(self.lost.get(entry.id, ()), self.weaker.get(entry.id, ()))
            if is_service
            else Stake(people=self.people),
        )

    def _waiting(self, service: Service, waiting: Waiting) -> WaitingDue | None:
        months = self.kaart.waiting_terms.get(service.id, USUAL_WAITING_MONTHS)
        state, until = self._state(waiting.measured_on, months=months)
        if state is None:
            return None
        return WaitingDue(
            service=service.id,
            name=service.name,
            weeks=waiting.weeks,
            state=state,
            measured=waiting.measured_on,
            until=until,
        )

    def _state(self, day: PartialDate | None, *, months: int) -> tuple[State | None, date | None]:
        if day is None:
            return State.NEVER, None
        until = last_day(day, months=months)
        if until < self.as_of:
            return State.OVERDUE, until
        return (State.SOON if until < self.horizon else None), until

    def _stake(self, lost: Iterable[Spot], weaker: Iterable[Spot]) -> Stake:
        return Stake(lost=tuple(dict.fromkeys(lost)), weaker=tuple(dict.fromkeys(weaker)), people=self.people)
