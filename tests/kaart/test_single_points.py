"""What rests on one service or one organization, and how sure that is."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests.kaart.samples import AS_OF, STEPS, declarations, declared, kaart, many_services, service

from psoh_cli.kaart.coverage_grid import Grid
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import RANK, Reach
from psoh_cli.kaart.single_points import SinglePoint, single_points

WEIGHTS = {"ar": 310, "ti": 120}
INTERPRETED = {"talen": ["nl"], "tolkinzet": "vast"}


def points(found: Kaart) -> tuple[SinglePoint, ...]:
    grid = Grid(kaart=found, languages=tuple(WEIGHTS), steps=STEPS, as_of=AS_OF)
    return single_points(grid, weights=WEIGHTS)


def other(**fields: Any) -> Service:
    return service(**{"id": "ander", "naam": "Ander", "organisatie": "elders"} | fields)


def test_one_service_carries_its_cells_and_its_organization_the_step() -> None:
    (point,) = points(kaart(service(talen=["ti"], tolkinzet="geen"), complete=[declared()]))
    (carried,) = point.carried
    assert (carried.service, carried.step, carried.languages) == ("dienst", "preventie", ("ti",))
    assert (point.organization, point.steps, point.weight) == ("huis", ("preventie",), 120)
    assert point.loose_cells == ()


@pytest.mark.parametrize(
    ("extra", "carriers"),
    [
        ({"talen": ["ti"], "tolkinzet": "geen"}, []),
        (INTERPRETED, ["ander"]),
        ({"talen": ["nl"], "tolkinzet": "geen"}, ["dienst"]),
        ({"talen": ["ti"], "tolkinzet": "geen", "gecontroleerd_op": "2019"}, ["dienst"]),
        ({"talen": ["ti"], "tolkinzet": "geen", "status": "gestopt"}, ["dienst"]),
    ],
)
def test_a_second_one_that_is_understood_and_confirmed_takes_the_weight_off(
    extra: dict[str, Any], carriers: list[str]
) -> None:
    found = points(kaart(service(talen=["ti"], tolkinzet="geen"), other(**extra)))
    assert [item.service for point in found for item in point.carried] == carriers


def test_two_services_of_one_organization_leave_the_step_with_it() -> None:
    found = kaart(service(talen=["ti"]), service(id="b", naam="B", talen=["ti"]))
    (point,) = points(found)
    assert (point.steps, point.carried) == (("preventie",), ())


@pytest.mark.parametrize(
    ("services", "complete", "sure"),
    [
        ([], [declared()], True),
        ([], [], False),
        ([], [declared(value="toeleiden")], False),
        ([other(talen=["nl"])], [declared()], False),
        ([other(ketenstappen=[])], [declared()], False),
        ([other(ketenstappen=["toeleiden"], talen=["nl"], tolkinzet="geen")], [declared()], True),
    ],
)
def test_it_is_sure_only_where_the_kaart_is_complete_and_no_field_is_open(
    services: list[Service], complete: list[dict[str, str]], *, sure: bool
) -> None:
    found = points(kaart(service(talen=["ti"], tolkinzet="geen"), *services, complete=complete))
    (carried,) = next(point for point in found if point.organization == "huis").carried
    assert carried.is_sure is sure


def test_a_pillar_is_carried_by_one_organization_whatever_its_number_of_services() -> None:
    mine = service(pijlers=["kennis"]), service(id="b", pijlers=["kennis"])
    (point,) = points(kaart(*mine))
    assert point.pillars == ("kennis",)
    assert points(kaart(*mine, other(pijlers=["kennis"], gecontroleerd_op="2019")))[0].pillars == ("kennis",)
    assert not points(kaart(*mine, other(pijlers=["kennis"])))


def test_the_surest_and_heaviest_come_first() -> None:
    found = points(
        kaart(
            service(talen=["ar"], ketenstappen=["toeleiden"]),
            other(talen=["ti"], tolkinzet="geen"),
            complete=[declared()],
        )
    )
    assert [(point.organization, point.is_sure, point.weight) for point in found] == [
        ("elders", True, 120), ("huis", False, 310)
    ]  # fmt: skip


@given(many_services(), declarations)
def test_what_is_carried_closes_when_the_service_goes(
    found: tuple[Service, ...], complete: list[dict[str, str]]
) -> None:
    whole = kaart(*found, complete=complete)
    for point in points(whole):
        for carried in point.carried:
            left = kaart(*(item for item in found if item.id != carried.service), complete=complete)
            grid = Grid(kaart=left, languages=tuple(WEIGHTS), steps=STEPS, as_of=AS_OF)
            for language in carried.languages:
                judged = grid.judge(carried.step, language=language)
                assert RANK[judged.reach] > RANK[Reach.INTERPRETER]
