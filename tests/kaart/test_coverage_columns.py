"""Layers and target groups across: who fits, what stays unknown, and what a column says of its size."""

from __future__ import annotations

import pytest
from tests.kaart.samples import gemeente, kaart, service

from psoh_cli.kaart.coverage_columns import Per, columns_of, fits_of, languages_of
from psoh_cli.kaart.fits import NO_COLUMN, serves_target_group
from psoh_cli.kaart.reach import group_ages
from psoh_cli.vocabulary import AgeGroup, TargetGroup

LAYERS = {"laag-1": "Basis", "laag-2": "Steun"}


@pytest.mark.parametrize(
    ("fields", "group", "expected"),
    [
        ({"doelgroepen": ["iedereen"]}, "kinderen", True),
        ({"doelgroepen": ["volwassenen"]}, "vrouwen", True),
        ({"doelgroepen": ["volwassenen"]}, "kinderen", False),
        ({"doelgroepen": ["volwassenen"]}, "jongeren", None),
        ({"doelgroepen": ["vrouwen"]}, "ouders", None),
        ({"doelgroepen": ["vrouwen"]}, "vrouwen", True),
        ({"doelgroepen": ["kinderen"]}, "ouderen", False),
        ({"doelgroepen": ["gezinnen"]}, "kinderen", True),
        ({"doelgroepen": ["iedereen"], "leeftijd": {"van": "18"}}, "kinderen", False),
        ({"doelgroepen": ["professionals"]}, "mannen", False),
        ({"leeftijd": {"van": "18"}}, "vrouwen", None),
        ({"leeftijd": {"tot": "11"}}, "ouderen", False),
        ({}, "vrouwen", None),
    ],
)
def test_a_target_group_is_served_surely_perhaps_or_not(
    fields: dict[str, object], group: str, expected: bool | None
) -> None:
    assert serves_target_group(service(**fields), group=TargetGroup(group)) is expected


@pytest.mark.parametrize("group", [item for item in TargetGroup if item not in NO_COLUMN])
def test_a_service_for_one_group_is_for_that_group(group: TargetGroup) -> None:
    assert serves_target_group(service(doelgroepen=[group.value]), group=group) is True
    assert group_ages(group) <= set(AgeGroup)


@pytest.mark.parametrize(("layer", "expected"), [("laag-1", True), ("laag-2", False), (None, None)])
def test_a_layer_that_nobody_wrote_down_is_unknown(layer: str | None, expected: bool | None) -> None:
    assert fits_of(Per.LAYER, "laag-1", areas=())(service(iasc_laag=layer)) is expected


def test_every_kind_has_its_columns() -> None:
    home = gemeente(people={"ar": 310}, wijken=["Oost"])
    found = {
        per: [
            item.id
            for item in columns_of(per, kaart(), residents=home.residents, areas=home.areas, layers=LAYERS)
        ]
        for per in Per
    }
    assert found == {
        Per.LANGUAGE: ["ar"],
        Per.AGE: ["0-11", "12-17", "18-26", "27-64", "65+"],
        Per.LAYER: ["laag-1", "laag-2"],
        Per.AREA: ["Oost"],
        Per.TARGET_GROUP: [
            "volwassenen", "ouderen", "ouders", "gezinnen", "jongeren", "kinderen", "vrouwen", "mannen",
        ],
    }  # fmt: skip


def test_without_wijken_the_places_on_the_kaart_are_the_areas() -> None:
    found = kaart(service(werkgebied=["GM0505", "Zuid"]), service(id="b", werkgebied=["Noord"]))
    columns = columns_of(Per.AREA, found, residents=gemeente().residents, areas=(), layers={})
    assert [item.id for item in columns] == ["Noord", "Zuid"]


class TestSmallNumbers:
    def test_a_small_group_is_words_and_weighs_as_five(self) -> None:
        (_, few) = languages_of(kaart(), residents=gemeente(people={"ar": 310, "ti": 2}).residents)
        assert (few.people, few.weight, few.size) == ("minder dan 5", 5, "minder dan 5 statushouders")

    @pytest.mark.parametrize("sizes", [{"ti": 1, "so": 4}, {"ti": 4, "so": 1}, {"ti": 0, "so": 3}])
    def test_the_order_of_hidden_groups_tells_nothing(self, sizes: dict[str, int]) -> None:
        found = languages_of(kaart(), residents=gemeente(people={"ar": 310, **sizes}).residents)
        assert [(item.id, item.people) for item in found] == [
            ("ar", 310), ("so", "minder dan 5"), ("ti", "minder dan 5")
        ]  # fmt: skip

    @pytest.mark.parametrize("middle", [31, 45, 59])
    def test_a_group_that_is_not_shown_does_not_stand_where_its_size_would_put_it(self, middle: int) -> None:
        groups = [
            {"taal": code, "aantal": count}
            for code, count in {"ar": 310, "prs": 60, "tr": middle, "ti": 3}.items()
        ]
        residents = gemeente(statushouders={"talen": groups, "totaal": 373 + middle}).residents
        found = languages_of(kaart(), residents=residents)
        assert [(item.id, item.people) for item in found][2:] == [
            ("ti", "minder dan 5"), ("tr", "niet getoond")
        ]  # fmt: skip
