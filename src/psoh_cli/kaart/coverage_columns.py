"""What can stand across in the coverage: languages, ages, layers of support, areas and target groups."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from pydantic import Field

from psoh_cli.dutch import sort_key
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.kaart.coverage import languages_on
from psoh_cli.kaart.fits import NO_COLUMN, Fits, fits_age, fits_area, fits_layer, fits_target_group
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.people import people_by_language, people_shown, size_of, weight_of
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE, is_gemeente_code
from psoh_cli.model import Frozen
from psoh_cli.vocabulary import AgeGroup, TargetGroup, language_name


class Per(StrEnum):
    """What stands across."""

    LANGUAGE = "taal"
    AGE = "leeftijd"
    LAYER = "laag"
    AREA = "gebied"
    TARGET_GROUP = "doelgroep"


class Column(Frozen):
    """One column, with how many statushouders it concerns."""

    id: str
    name: str = Field(alias="naam")
    people: int | str | None = Field(default=None, alias="aantal")

    @property
    def weight(self) -> int | None:
        """How heavy it weighs; a group that is not shown weighs as a small one."""
        return weight_of(self.people)

    @property
    def size(self) -> str:
        """How many statushouders it concerns, to stand after *om*; empty when nobody counted them."""
        return size_of(self.people)


def languages_of(kaart: Kaart, *, residents: Residents) -> tuple[Column, ...]:
    """Give a column for each language of the statushouders; where nobody knows those, for each on the kaart."""
    counts = people_shown(people_by_language(residents), residents=residents)
    codes = tuple(counts) or (*languages_on(kaart), UNKNOWN_LANGUAGE)
    return tuple(
        Column(id=code, name=_language(code), people=counts.get(code)) for code in dict.fromkeys(codes)
    )


def columns_of(
    per: Per, kaart: Kaart, *, residents: Residents, areas: tuple[str, ...], layers: Mapping[str, str]
) -> tuple[Column, ...]:
    """Give the columns of one kind. Without areas of the gemeente, every place that the kaart names is one."""
    if per is Per.LANGUAGE:
        return languages_of(kaart, residents=residents)
    if per is Per.AGE:
        ages = people_shown({item.age_group: item.people for item in residents.ages}, residents=residents)
        return tuple(Column(id=age.value, name=f"{age.value} jaar", people=ages.get(age)) for age in AgeGroup)
    if per is Per.LAYER:
        return tuple(Column(id=key, name=name) for key, name in layers.items())
    if per is Per.AREA:
        return tuple(Column(id=area, name=area) for area in areas or _places(kaart))
    return tuple(Column(id=group.value, name=group.value) for group in TargetGroup if group not in NO_COLUMN)


def fits_of(per: Per, column: str, *, areas: tuple[str, ...]) -> Fits:
    """Give the question whether a service is for those in a column; `areas` are all columns where it is an area."""
    if per is Per.AGE:
        return fits_age(AgeGroup(column))
    if per is Per.AREA:
        return fits_area(column, areas=areas)
    if per is Per.LAYER:
        return fits_layer(column)
    if per is Per.TARGET_GROUP:
        return fits_target_group(TargetGroup(column))
    return _everybody


def _everybody(_: object) -> bool | None:
    return True


def _language(code: str) -> str:
    return "Taal onbekend" if code == UNKNOWN_LANGUAGE else language_name(code)


def _places(kaart: Kaart) -> tuple[str, ...]:
    named = {
        area for service in kaart.services for area in service.service_area if not is_gemeente_code(area)
    }
    return tuple(sorted(named, key=sort_key))
