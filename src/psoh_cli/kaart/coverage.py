"""Coverage: which group is reached in which step of the chain, in which language, and by what."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from pydantic import Field

from psoh_cli.dutch import FEWEST, number, sort_key
from psoh_cli.gemeente.gemeente import Gemeente, Residents
from psoh_cli.kaart import reasons, takeaways
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, Kaart, is_fresh
from psoh_cli.kaart.reach import (
    ORDER,
    RANK,
    UNKNOWN_LANGUAGE,
    Reach,
    at_most_unknown,
    language_code,
    reach_of,
    serves_age,
    serves_area,
)
from psoh_cli.model import Frozen
from psoh_cli.small_numbers import NOT_SHOWN, SMALL, shown_counts
from psoh_cli.vocabulary import AgeGroup

__all__ = [
    "ALL_LANGUAGES",
    "ORDER",
    "RANK",
    "UNKNOWN_LANGUAGE",
    "Cell",
    "Coverage",
    "Reach",
    "cover",
    "people_by_language",
]

ALL_LANGUAGES = "alle"
"""The language of a cell per age group or area: its reach is the best of all languages, its reason tells which."""

_NO_NAMES: Mapping[str, str] = MappingProxyType({})


class Cell(Frozen):
    """One cell of the coverage: a chain step for a language, or for all languages in an age group or area."""

    step: str = Field(alias="ketenstap")
    language: str = Field(alias="taal")
    age_group: AgeGroup | None = Field(default=None, alias="leeftijd")
    area: str | None = Field(default=None, alias="gebied")
    reach: Reach = Field(alias="bereik")
    services: tuple[str, ...] = Field(default=(), alias="diensten")
    """Ids of the services behind the cell, best first; those no longer confirmed included."""
    people: int | str | None = Field(default=None, alias="aantal")
    """How many statushouders the column concerns: a number, words where a number could point at a person, or None."""
    reason: str = Field(alias="reden")

    @property
    def weight(self) -> int | None:
        """How heavy the column weighs: a group that is not shown weighs as a small one, so that no score tells it."""
        return FEWEST if isinstance(self.people, str) else self.people

    @property
    def size(self) -> str:
        """Write how many statushouders it concerns, to stand after *om*; empty when nobody counted them."""
        if self.people is None:
            return ""
        if self.people == NOT_SHOWN:
            return "een niet getoond aantal statushouders"
        return f"{self.people if isinstance(self.people, str) else number(self.people)} statushouders"


class Coverage(Frozen):
    """Chain step × language, chain step × age group, chain step × area, and what a reader should take away."""

    languages: tuple[str, ...] = Field(alias="talen")
    steps: tuple[str, ...] = Field(alias="ketenstappen")
    cells: tuple[Cell, ...] = Field(alias="cellen")
    by_age: tuple[Cell, ...] = Field(default=(), alias="per_leeftijd")
    by_area: tuple[Cell, ...] = Field(default=(), alias="per_gebied")
    weighed: bool = Field(alias="gewogen")
    takeaways: tuple[str, ...] = Field(default=(), alias="conclusies")

    @cached_property
    def cell(self) -> dict[tuple[str, str], Cell]:
        """Cells by chain step and language."""
        return {(cell.step, cell.language): cell for cell in self.cells}


def cover(
    kaart: Kaart,
    *,
    gemeente: Gemeente,
    steps: tuple[str, ...],
    as_of: date,
    step_names: Mapping[str, str] = _NO_NAMES,
) -> Coverage:
    """Tell for each step of the chain how speakers of each language, each age group and each area are reached.

    Takes time in proportion to the number of services. `step_names` make the sentences readable.
    """
    residents = gemeente.residents
    counts = _shown(people_by_language(residents), residents=residents)
    languages = tuple(counts) or (*_languages_on(kaart), UNKNOWN_LANGUAGE)
    ages = _shown({item.age_group: item.people for item in residents.ages}, residents=residents)
    grid = _Grid(kaart=kaart, languages=languages, steps=steps, as_of=as_of)
    cells = tuple(
        grid.cell(step, language=language, people=counts.get(language))
        for step in steps
        for language in languages
    )
    return Coverage(
        languages=languages,
        steps=steps,
        cells=cells,
        by_age=tuple(
            grid.age_cell(step, age_group=age, people=ages.get(age)) for step in steps for age in AgeGroup
        ),
        by_area=tuple(
            grid.area_cell(step, area=area, areas=gemeente.areas) for step in steps for area in gemeente.areas
        ),
        weighed=any(count is not None for count in counts.values()),
        takeaways=takeaways.conclude(cells, step_names=step_names),
    )


def people_by_language(residents: Residents) -> dict[str, int | None]:
    """Count people per language, the largest group first; a group of which any part is unknown is unknown."""
    known: dict[str, int] = {}
    unknown: set[str] = set()
    for group in residents.languages:
        code = language_code(group.language)
        known[code] = known.get(code, 0) + (group.people or 0)
        if group.people is None:
            unknown.add(code)
    ordered = sorted(known, key=lambda code: (known[code] == 0 and code in unknown, -known[code], code))
    return {code: None if code in unknown else known[code] for code in ordered}


_Group = TypeVar("_Group", str, AgeGroup)


def _shown(counts: Mapping[_Group, int | None], *, residents: Residents) -> dict[_Group, int | str | None]:
    """Put words in the place of counts that may not be written; what is not counted stays None."""
    words = shown_counts(tuple(counts.values()), total=residents.counted)
    return {
        group: text if text in {SMALL, NOT_SHOWN} else count
        for (group, count), text in zip(counts.items(), words, strict=True)
    }


def _languages_on(kaart: Kaart) -> tuple[str, ...]:
    found = {
        code for service in kaart.services for code in (*service.languages, *service.interpreter_languages)
    }
    return tuple(sorted(found - {"nl", "en"}))


@dataclass(frozen=True)
class _Candidate:
    """A service in a step, with how it reaches each language."""

    service: Service
    reaches: Mapping[str, Reach | None]
    order: tuple[str, str]
    placed: bool = True
    """False when the service names no step at all, so that it may or may not belong to this one."""


@dataclass(frozen=True, kw_only=True)
class _Grid:
    """The services by step, ready to be looked up for any cell."""

    kaart: Kaart
    languages: tuple[str, ...]
    steps: tuple[str, ...]
    as_of: date

    @cached_property
    def by_step(self) -> dict[str, list[_Candidate]]:
        found: dict[str, list[_Candidate]] = {step: [] for step in self.steps}
        for service in self.kaart.services:
            fresh = is_fresh(service, as_of=self.as_of)
            reaches = {code: reach_of(service, language=code, fresh=fresh) for code in self.languages}
            order = (sort_key(service.name), service.id)
            for step in dict.fromkeys(service.chain_steps):
                if step in found:
                    found[step].append(_Candidate(service, reaches, order))
        return found

    @cached_property
    def without_step(self) -> list[_Candidate]:
        found = []
        for service in self.kaart.services:
            if not service.chain_steps:
                reaches = {
                    code: at_most_unknown(reach_of(service, language=code, fresh=True))
                    for code in self.languages
                }
                found.append(_Candidate(service, reaches, (sort_key(service.name), service.id), placed=False))
        return found

    def cell(self, step: str, *, language: str, people: int | str | None) -> Cell:
        reach, services, reason = self._judge(step, language=language, fits=lambda _: True)
        return Cell(
            step=step, language=language, reach=reach, services=services, people=people, reason=reason
        )

    def age_cell(self, step: str, *, age_group: AgeGroup, people: int | str | None) -> Cell:
        reach, services, reason = self._judge_all(
            step, fits=lambda service: serves_age(service, age_group=age_group)
        )
        return Cell(
            step=step, language=ALL_LANGUAGES, age_group=age_group, reach=reach, services=services, people=people,
            reason=reason,
        )  # fmt: skip

    def area_cell(self, step: str, *, area: str, areas: tuple[str, ...]) -> Cell:
        reach, services, reason = self._judge_all(
            step, fits=lambda service: serves_area(service, area=area, areas=areas)
        )
        return Cell(
            step=step, language=ALL_LANGUAGES, area=area, reach=reach, services=services, reason=reason
        )

    def _judge(self, step: str, *, language: str, fits: _Fits) -> tuple[Reach, tuple[str, ...], str]:
        """Judge one language: the best reach, the services behind it and the reason."""
        ranked: list[tuple[int, tuple[str, str], Service]] = []
        for candidate in self.by_step[step]:
            reach = _for_group(candidate.reaches[language], fits=fits(candidate.service))
            if reach is not None:
                ranked.append((RANK[reach], candidate.order, candidate.service))
        ranked.sort(key=lambda item: item[:2])
        declared = self._declared(step)
        loose = 0 if ranked else self._loose(language, fits=fits)
        reach = ORDER[ranked[0][0]] if ranked else _reach_without(declared, loose=loose)
        reason = reasons.explain(
            reach,
            services=tuple(service for rank, _, service in ranked if rank == RANK[reach]),
            language=language,
            declared=declared,
            lapsed=self.kaart.declared_too_long_ago("ketenstap", step, as_of=self.as_of),
            loose=loose,
            not_confirmed=sum(rank == RANK[Reach.NOT_CONFIRMED] for rank, _, _ in ranked),
        )
        return reach, tuple(service.id for _, _, service in ranked), reason

    def _judge_all(self, step: str, *, fits: _Fits) -> tuple[Reach, tuple[str, ...], str]:
        """Judge all languages together: the best of them, with a reason that tells each apart."""
        per_language: dict[str, Reach] = {}
        ranks: dict[str, tuple[int, tuple[str, str]]] = {}
        fitting = [(candidate, fits(candidate.service)) for candidate in self.by_step[step]]
        for language in self.languages:
            best = len(ORDER)
            for candidate, fit in fitting:
                reach = _for_group(candidate.reaches[language], fits=fit)
                if reach is not None:
                    rank = RANK[reach]
                    best = min(best, rank)
                    entry = (rank, candidate.order)
                    ranks[candidate.service.id] = min(ranks.get(candidate.service.id, entry), entry)
            found = best < len(ORDER)
            loose = 0 if found else self._loose(language, fits=fits)
            per_language[language] = (
                ORDER[best] if found else _reach_without(self._declared(step), loose=loose)
            )
        reach = min(per_language.values(), key=RANK.__getitem__)
        services = tuple(sorted(ranks, key=ranks.__getitem__))
        return reach, services, reasons.explain_all(per_language)

    def _loose(self, language: str, *, fits: _Fits) -> int:
        """Count the services without any step that might reach this group."""
        return sum(
            _for_group(candidate.reaches[language], fits=fits(candidate.service)) is not None
            for candidate in self.without_step
        )

    def _declared(self, step: str) -> Complete | None:
        return self.kaart.declared_complete("ketenstap", step, as_of=self.as_of)


_Fits = Callable[[Service], bool | None]


def _for_group(reach: Reach | None, *, fits: bool | None) -> Reach | None:
    if fits is None:
        return at_most_unknown(reach)
    return reach if fits else None


def _reach_without(declared: Complete | None, *, loose: int) -> Reach:
    """Give the reach where no service is: nothing only when the kaart is declared complete and no field is empty."""
    return Reach.NOTHING if declared is not None and not loose else Reach.UNKNOWN
