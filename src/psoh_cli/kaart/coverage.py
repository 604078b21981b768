"""Coverage: which group is reached in which step of the chain, in which language, and by what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cached_property
from types import MappingProxyType

from pydantic import Field

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart import takeaways
from psoh_cli.kaart.coverage_grid import Grid, Judged
from psoh_cli.kaart.fits import fits_age, fits_area
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.people import people_by_language, people_shown, size_of, weight_of
from psoh_cli.kaart.reach import ORDER, RANK, UNKNOWN_LANGUAGE, Reach
from psoh_cli.model import Frozen
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
        return weight_of(self.people)

    @property
    def size(self) -> str:
        """Write how many statushouders it concerns, to stand after *om*; empty when nobody counted them."""
        return size_of(self.people)


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
    counts = people_shown(people_by_language(residents), residents=residents)
    languages = tuple(counts) or (*languages_on(kaart), UNKNOWN_LANGUAGE)
    ages = people_shown({item.age_group: item.people for item in residents.ages}, residents=residents)
    grid = Grid(kaart=kaart, languages=languages, steps=steps, as_of=as_of)
    cells = tuple(
        _cell(step, grid.judge(step, language=language), language=language, people=counts.get(language))
        for step in steps
        for language in languages
    )
    by_age = {age: grid.judge_all(fits_age(age)) for age in AgeGroup}
    by_area = {area: grid.judge_all(fits_area(area, areas=gemeente.areas)) for area in gemeente.areas}
    return Coverage(
        languages=languages,
        steps=steps,
        cells=cells,
        by_age=tuple(
            _cell(step, by_age[age][step], age_group=age, people=ages.get(age))
            for step in steps
            for age in AgeGroup
        ),
        by_area=tuple(
            _cell(step, by_area[area][step], area=area) for step in steps for area in gemeente.areas
        ),
        weighed=any(count is not None for count in counts.values()),
        takeaways=takeaways.conclude(cells, step_names=step_names),
    )


def languages_on(kaart: Kaart) -> tuple[str, ...]:
    """List the languages that services speak or interpret, but for Dutch and English."""
    found = {
        code for service in kaart.services for code in (*service.languages, *service.interpreter_languages)
    }
    return tuple(sorted(found - {"nl", "en"}))


def _cell(
    step: str,
    judged: Judged,
    *,
    language: str = ALL_LANGUAGES,
    age_group: AgeGroup | None = None,
    area: str | None = None,
    people: int | str | None = None,
) -> Cell:
    return Cell(
        step=step, language=language, age_group=age_group, area=area, reach=judged.reach,
        services=judged.services, people=people, reason=judged.reason,
    )  # fmt: skip
