"""What an import would do with the own kaart. Nothing is written here."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Final

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.collector import collector_held
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.answers import IS_SKIPPED, Answers, Question
from psoh_cli.kaart.exchange.guarding import Guard
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.joining import joined, sources_by_organization, together
from psoh_cli.kaart.exchange.masking import masked, without_people
from psoh_cli.kaart.exchange.match import match
from psoh_cli.kaart.exchange.matches import Match, Matches, alike_among_new
from psoh_cli.kaart.exchange.merging import merge
from psoh_cli.kaart.exchange.outcome import Changed, Need, New, Preview, Unchanged, Waiting
from psoh_cli.kaart.exchange.refusing import brief, place_of, refused
from psoh_cli.kaart.exchange.standing import stands_as_told
from psoh_cli.kaart.exchange.verdicts import (
    changed_since,
    claimed,
    elsewhere,
    goes_back,
    homeless,
    missing,
    notes_on,
    set_back,
)
from psoh_cli.kaart.exchange.wording import covered, differences
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.problems.meant import did_you_mean

_SOURCE: Final = "bron"
_PARTNER: Final = "ketenpartner"
_HISTORY: Final = "geschiedenis"
_NOT_TOLD = "onbekend"
"""Stands in for what is asked, so that the rest of an entry can be judged; it is never written."""

_NO_ANSWERS = Answers()
_NO_IDS = KnownIds()


@collector_held()
def compare(
    batch: Batch,
    *,
    own: KaartFile,
    known: KnownIds = _NO_IDS,
    answers: Answers = _NO_ANSWERS,
    shared: tuple[KaartFile, ...] = (),
    allows_people: bool = False,
    role: str | None = None,
) -> Preview:
    """Hold what came in against the own kaart; takes time in proportion to the number of entries.

    What stands on a shared kaart is found there, so that it does not come on the own one for the second time; it is
    never changed from here. What seems to be about one person stays out, unless somebody said that it may come in.
    `role` brings it in.
    """
    batch = _without_skipped(batch, answers)
    everything = together(own, shared)
    guard = Guard(own=everything, allows_people=allows_people)
    named = replace(batch, entries=guard.named(batch.entries))
    matches = match(named, own=everything, answers=answers)
    work = _Work(
        own=own,
        everything=everything,
        known=known,
        answers=answers,
        matches=matches,
        guard=guard,
        replaces=batch.is_complete,
        role=role,
        told_of=frozenset(item.place for item in batch.not_understood),
    )
    work.work_out()
    not_understood = (*batch.not_understood, *matches.refused, *guard.told, *work.refused)
    return Preview(
        own=own,
        new=tuple(work.new),
        changed=tuple(work.changed),
        unchanged=tuple(work.unchanged),
        not_understood=tuple(map(without_people, not_understood)),
        missing=missing(matches, own=own) if batch.is_complete else (),
        waiting=tuple(work.waiting),
        questions=work.questions(),
        remarks=tuple(map(masked, (*batch.remarks, *alike_among_new(matches)))),
    )


def _without_skipped(batch: Batch, answers: Answers) -> Batch:
    """Leave out the organizations that were told to be left out, with their services."""
    if IS_SKIPPED not in answers.partner_types.values():
        return batch
    kept = tuple(
        item
        for item in batch.entries
        if not answers.skips(item.name if item.kind == "organisatie" else item.organization_name)
    )
    return replace(batch, entries=kept)


@dataclass
class _Work:
    """The entries one after the other, organizations first: a service needs one that is or comes on the kaart."""

    own: KaartFile
    everything: KaartFile
    known: KnownIds
    answers: Answers
    matches: Matches
    guard: Guard
    replaces: bool
    told_of: frozenset[Place]
    role: str | None = None
    new: list[New] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)
    unchanged: list[Unchanged] = field(default_factory=list)
    refused: list[NotUnderstood] = field(default_factory=list)
    waiting: list[Waiting] = field(default_factory=list)
    asked: list[Question] = field(default_factory=list)
    without_source: list[Place] = field(default_factory=list)
    held: set[str] = field(default_factory=set)
    """Ids of organizations that wait."""

    def work_out(self) -> None:
        """Judge everything that came in."""
        self.there = {item.id for item in self.everything.organizations}
        self.names = self.everything.names
        self.own_ids = {
            "organisatie": {item.id for item in self.own.organizations},
            "dienst": {item.id for item in self.own.services},
        }
        self.sources = sources_by_organization(self.matches)
        for found in self.matches.organizations.values():
            whole, told = joined(found.incoming, self.matches.further.get(found.id, ()))
            self.refused += told
            self._judge(replace(found, incoming=whole))
        for found in self.matches.services.values():
            self._judge(found)

    def questions(self) -> tuple[Question, ...]:
        """Give what is still to be told; first what most entries wait for."""
        places = self.without_source
        first = [Question(about=_SOURCE, place=places[0], entries=len(places))] if places else []
        return (*first, *self.asked)

    def _judge(self, found: Match) -> None:
        given = dict(found.incoming.values)
        if found.entry is not None:
            given.pop(_HISTORY, None)  # what the kaart remembers is its own
            if found.incoming.id != found.id:
                given.pop("naam", None)  # it was found by its name: how the kaart writes that stays
            if self._stands(found, given):
                self._judge_known(found, found.entry, found.entry)
                return
        found, given = self._guarded(found, given)
        needs = [] if found.entry is not None else self._fill_in(found, given)
        whole = self.replaces and bool(found.incoming.id)
        merged = merge(found, given=given, known=self.known, replaces=whole, told_of=self.told_of)
        self.refused += merged.refused
        if merged.value is None:
            return
        if isinstance(merged.value, Service) and merged.value.organization not in self.there | self.held:
            self.refused.append(homeless(found, organization=merged.value.organization))
        elif found.entry is not None:
            self._judge_known(found, found.entry, merged.value)
        else:
            self._judge_new(found, merged.value, needs=needs)

    def _guarded(self, found: Match, given: dict[str, Any]) -> tuple[Match, dict[str, Any]]:
        """Leave out what is about one person, also of what only a new entry holds."""
        item, home = found.incoming, found.organization or found.id
        given = self.guard.clean(item, given, entry=found.entry, home=home)
        if found.entry is None and item.if_new:
            fallback = self.guard.clean(item, item.if_new, entry=None, home=home)
            found = replace(found, incoming=replace(item, if_new=fallback))
        return found, given

    def _stands(self, found: Match, given: dict[str, Any]) -> bool:
        """Tell whether an entry says already what came in, so that nothing has to be judged."""
        entry = found.entry
        if isinstance(entry, Service):
            is_at_home = found.organization == entry.organization and entry.organization in self.there
            told = {key: value for key, value in given.items() if key != "organisatie"}
            return is_at_home and stands_as_told(entry, told)
        return entry is not None and stands_as_told(entry, given)

    def _judge_known(
        self, found: Match, before: Organization | Service, after: Organization | Service
    ) -> None:
        kind, place = found.incoming.kind, found.incoming.place
        after = claimed(found.incoming, before, after, role=self.role)
        if isinstance(after, Service) and after.organization in self.held:
            self.waiting.append(Waiting(kind=kind, name=before.name, place=place, needs=("organisatie",)))
        elif after == before:
            self.unchanged.append(Unchanged(kind=kind, id=before.id, name=before.name, place=place))
        elif before.id not in self.own_ids[kind]:
            self.refused.append(elsewhere(found, before))
        else:
            fields = differences(before, after, kind=kind)
            self.changed.append(
                Changed(
                    kind=kind,
                    before=before,
                    after=after,
                    fields=fields if self.guard.allows_people else tuple(map(covered, fields)),
                    place=place,
                    goes_back=goes_back(before, after),
                    set_back=set_back(before, after),
                    changed_since=changed_since(before, after),
                    notes=notes_on(before, after, role=self.role),
                )
            )

    def _judge_new(self, found: Match, entry: Organization | Service, *, needs: list[Need]) -> None:
        kind, place = found.incoming.kind, found.incoming.place
        if found.alike:
            near = {key: self.names[key] for key in found.alike}
            self.asked.append(
                Question(
                    about="dezelfde",
                    kind=kind,
                    name=entry.name,
                    place=place,
                    candidates=near,
                    is_needed=False,
                )
            )
        if isinstance(entry, Service) and entry.organization in self.held:
            needs = [*needs, "organisatie"]
        if needs:
            self._let_wait(found, entry, needs=needs)
            return
        if isinstance(entry, Organization):
            self.there.add(entry.id)
        self.new.append(New(kind=kind, entry=entry, place=place, alike=found.alike))

    def _let_wait(self, found: Match, entry: Organization | Service, *, needs: list[Need]) -> None:
        kind, place = found.incoming.kind, found.incoming.place
        self.waiting.append(Waiting(kind=kind, name=entry.name, place=place, needs=tuple(needs)))
        if _SOURCE in needs:
            self.without_source.append(place)
        if isinstance(entry, Organization):
            self.held.add(entry.id)
        if _PARTNER in needs:
            self.asked.append(
                Question(about=_PARTNER, name=entry.name, place=place, candidates=self.known.partner_types)
            )

    def _fill_in(self, found: Match, given: dict[str, Any]) -> list[Need]:
        """Fill in what was answered, and name what a new entry still waits for."""
        item, needs = found.incoming, list[Need]()
        if item.name:
            given.setdefault("naam", item.name)
        if not given.get(_SOURCE):
            source = self.answers.source or (
                self.guard.source(self.sources.get(found.id, "")) if item.kind == "organisatie" else ""
            )
            given[_SOURCE] = source or _NOT_TOLD
            if not source:
                needs.append(_SOURCE)
        if item.kind == "organisatie" and not self._has_partner(found, given):
            told = self.answers.partner_type(str(given.get("naam", "")))
            given[_PARTNER] = told or next(iter(self.known.partner_types), _NOT_TOLD)
            if not told:
                needs.append(_PARTNER)
        return needs

    def _has_partner(self, found: Match, given: dict[str, Any]) -> bool:
        """Tell whether a kind of partner is given; of one that is not known it is told, and it is asked for."""
        told, kinds = given.get(_PARTNER), self.known.partner_types
        if told and kinds and told not in kinds:
            place = place_of(found.incoming, (_PARTNER,))
            remedy = did_you_mean(str(told), kinds) or "Welke er zijn, ziet u met: psoh praktijken --lijst"
            self.refused.append(refused(place, told, f"'{brief(told)}' kent psoh niet", remedy))
            return False
        return bool(told)
