"""The services of a kaart by step of the chain, ready to be looked up for any cell of the coverage.

Each service is read once: how it reaches every language hangs on a few fields, and services alike share the answer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from psoh_cli.dutch import sort_key
from psoh_cli.kaart import reasons
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.fits import Fits
from psoh_cli.kaart.kaart import Complete, Kaart, is_fresh
from psoh_cli.kaart.reach import ORDER, RANK, Reach, is_for_professionals, reach_of
from psoh_cli.vocabulary import ServiceStatus

NOBODY = len(ORDER)
"""The rank of a service that is known not to reach a group."""

Ranks = tuple[int, ...]
"""How well a service reaches each language: a place in `ORDER`, or `NOBODY`."""

_UNKNOWN = RANK[Reach.UNKNOWN]


@dataclass(frozen=True, slots=True)
class Placed:
    """A service in a step, with how it reaches each language and, at best, any of them.

    `unsure` is the same where it is not known whether the service is meant for the group at all.
    """

    service: Service
    ranks: Ranks
    unsure: Ranks
    best: int
    fresh: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """What a cell holds: the best reach, the services behind it (best first) and the reason."""

    reach: Reach
    services: tuple[str, ...]
    reason: str


@dataclass(frozen=True, kw_only=True)
class Grid:
    """A kaart on one day, for some languages and steps."""

    kaart: Kaart
    languages: tuple[str, ...]
    steps: tuple[str, ...]
    as_of: date
    _ranks: dict[tuple[object, ...], tuple[Ranks, Ranks, int]] = field(default_factory=dict, repr=False)
    _fresh: dict[tuple[object, ...], bool] = field(default_factory=dict, repr=False)

    @cached_property
    def by_step(self) -> dict[str, tuple[Placed, ...]]:
        """The services of each step, by name."""
        found: dict[str, list[Placed]] = {step: [] for step in self.steps}
        for service in self._in_order:
            placed = self.place(service) if service.chain_steps else None
            for step in dict.fromkeys(service.chain_steps):
                if placed is not None and step in found:
                    found[step].append(placed)
        return {step: tuple(services) for step, services in found.items()}

    @cached_property
    def alike(self) -> dict[str, tuple[Placed, ...]]:
        """For each step the first service, by name, of those that reach every language in the same way."""
        found = {}
        for step, services in self.by_step.items():
            firsts: dict[tuple[object, ...], Placed] = {}
            for placed in services:
                key = (
                    placed.ranks,
                    None if placed.fresh else self.when_confirmed(placed.service),
                    runs(placed.service),
                )
                firsts.setdefault(key, placed)
            found[step] = tuple(firsts.values())
        return found

    @cached_property
    def without_step(self) -> tuple[Placed, ...]:
        """The services that name no step at all, so that they may belong to any."""
        return tuple(self.place(service) for service in self._in_order if not service.chain_steps)

    @cached_property
    def place_of(self) -> dict[str, int]:
        """Where each language stands."""
        return {code: place for place, code in enumerate(self.languages)}

    @cached_property
    def buckets(self) -> dict[str, tuple[tuple[list[Service], ...], ...]]:
        """For each step and language, the services per way of reaching it, in the order of `ORDER`."""
        found = {}
        for step, services in self.by_step.items():
            filled: tuple[tuple[list[Service], ...], ...] = tuple(
                tuple([] for _ in ORDER) for _ in self.languages
            )
            for placed in services:
                for bucket, rank in zip(filled, placed.ranks, strict=True):
                    if rank < NOBODY:
                        bucket[rank].append(placed.service)
            found[step] = filled
        return found

    def judge(self, step: str, *, language: str) -> Judged:
        """Judge one language: the best reach, the services behind it and the reason."""
        place = self.place_of[language]
        buckets = self.buckets[step][place]
        best = next((rank for rank, services in enumerate(buckets) if services), NOBODY)
        declared = self.declared(step)
        loose = 0 if best < NOBODY else self._loose[place]
        reach = ORDER[best] if best < NOBODY else _reach_without(declared, loose=loose)
        reason = reasons.explain(
            reach,
            services=tuple(buckets[best]) if best < NOBODY else (),
            language=language,
            declared=declared,
            lapsed=self.kaart.declared_too_long_ago("ketenstap", step, as_of=self.as_of),
            loose=loose,
            not_confirmed=len(buckets[RANK[Reach.NOT_CONFIRMED]]),
        )
        return Judged(reach, tuple(service.id for services in buckets for service in services), reason)

    def judge_all(self, fits: Fits) -> dict[str, Judged]:
        """Judge a group in every step over all languages together: the best of them, with a reason that tells each."""
        loose = self._may_reach(self.without_step, fits=fits)
        return {step: self._judge_all(step, fits=fits, loose=loose) for step in self.steps}

    def _judge_all(self, step: str, *, fits: Fits, loose: Ranks) -> Judged:
        alike: set[Ranks] = set()
        ranked: tuple[list[str], ...] = tuple([] for _ in ORDER)
        for placed in self.by_step[step]:
            fit = fits(placed.service)
            if fit is False or placed.best == NOBODY:
                continue
            alike.add(placed.ranks if fit else placed.unsure)
            ranked[placed.best if fit else _UNKNOWN].append(placed.service.id)
        without = RANK[_reach_without(self.declared(step), loose=0)]
        best = tuple(map(min, zip(*alike, strict=True))) if alike else (NOBODY,) * len(self.languages)
        ranks = (
            rank if rank < NOBODY else _UNKNOWN if perhaps < NOBODY else without
            for rank, perhaps in zip(best, loose, strict=True)
        )
        per_language = {code: ORDER[rank] for code, rank in zip(self.languages, ranks, strict=True)}
        reach = min(per_language.values(), key=RANK.__getitem__)
        services = tuple(name for names in ranked for name in names)
        return Judged(reach, services, reasons.explain_all(per_language))

    def declared(self, step: str) -> Complete | None:
        """Give the declaration that the kaart is complete for a step."""
        return self.kaart.declared_complete("ketenstap", step, as_of=self.as_of)

    def place(self, service: Service) -> Placed:
        """Read how a service reaches each language."""
        fresh = self._is_fresh(service)
        return Placed(service, *self._read(service, fresh=fresh), fresh=fresh)

    def when_confirmed(self, service: Service) -> Ranks:
        """Read how a service would reach each language once somebody confirmed it."""
        return self._read(service, fresh=True)[0]

    def _read(self, service: Service, *, fresh: bool) -> tuple[Ranks, Ranks, int]:
        alike = (
            service.languages, service.interpreter, service.interpreter_languages, service.status,
            is_for_professionals(service), fresh,
        )  # fmt: skip
        known = self._ranks.get(alike)
        if known is None:
            reached = [reach_of(service, language=code, fresh=fresh) for code in self.languages]
            ranks = tuple(NOBODY if reach is None else RANK[reach] for reach in reached)
            unsure = tuple(rank if rank == NOBODY else _UNKNOWN for rank in ranks)
            known = self._ranks[alike] = (ranks, unsure, min(ranks, default=NOBODY))
        return known

    def _is_fresh(self, service: Service) -> bool:
        term = (service.assured_date, service.term_months)
        if term not in self._fresh:
            self._fresh[term] = is_fresh(service, as_of=self.as_of)
        return self._fresh[term]

    @cached_property
    def _in_order(self) -> list[Service]:
        return sorted(self.kaart.services, key=lambda service: (sort_key(service.name), service.id))

    @cached_property
    def _loose(self) -> tuple[int, ...]:
        """Count for each language the services without any step that might reach it."""
        columns = zip(*(placed.ranks for placed in self.without_step), strict=True)
        return tuple(sum(rank < NOBODY for rank in column) for column in columns) or (0,) * len(
            self.languages
        )

    def _may_reach(self, services: Iterable[Placed], *, fits: Fits) -> Ranks:
        """Give for each language the best rank among the services that are not known to be unfit."""
        alike = {placed.ranks for placed in services if fits(placed.service) is not False}
        return tuple(map(min, zip(*alike, strict=True))) if alike else (NOBODY,) * len(self.languages)


def runs(service: Service) -> bool:
    """Tell whether a service helps statushouders at all now, whatever their language."""
    return service.status not in {ServiceStatus.PAUSED, ServiceStatus.STOPPED} and not is_for_professionals(
        service
    )


def _reach_without(declared: Complete | None, *, loose: int) -> Reach:
    """Give the reach where no service is: nothing only when the kaart is declared complete and no field is empty."""
    return Reach.NOTHING if declared is not None and not loose else Reach.UNKNOWN
