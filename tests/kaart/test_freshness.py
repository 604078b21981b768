"""What is due to be asked again, and what the coverage loses by it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from tests.kaart.samples import (
    LANGUAGES,
    STEPS,
    gemeente,
    kaart,
    kaart_file,
    many_services,
    organization,
    service,
)

from psoh_cli.kaart.combining import kaart_of
from psoh_cli.kaart.coverage import cover
from psoh_cli.kaart.due import Freshness, State
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.freshness import look_ahead
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import Reach

TODAY = date(2026, 6, 30)
WEEKS = timedelta(weeks=8)


def due(*services: Service, people: dict[str, int | None] | None = None, **asked: Any) -> Freshness:
    of = gemeente(people={"ar": 40, "ti": 8} if people is None else people)
    return look_ahead(kaart(*services), gemeente=of, steps=STEPS, as_of=TODAY, ahead=WEEKS, **asked)


def states(found: Freshness) -> dict[str, State]:
    return {entry.id: entry.state for entry in found.entries}


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"gecontroleerd_op": "onbekend"}, State.NEVER),
        ({"gecontroleerd_op": "2025-06-29"}, State.OVERDUE),
        ({"gecontroleerd_op": "2025-06-30"}, State.SOON),
        ({"gecontroleerd_op": "2025-08-24"}, State.SOON),
        ({"gecontroleerd_op": "2025-08-25"}, None),
        ({"gecontroleerd_op": "2025-06"}, State.OVERDUE),
        ({"gecontroleerd_op": "2026-03-01", "termijn_maanden": 3}, State.OVERDUE),
        ({"gecontroleerd_op": "2019", "status": "gestopt"}, None),
        ({"gecontroleerd_op": "2019", "status": "tijdelijk-gesloten"}, State.OVERDUE),
    ],
)  # fmt: skip
def test_how_an_entry_stands(fields: dict[str, str], expected: State | None) -> None:
    assert states(due(service(**fields))).get("dienst") is expected


def test_a_term_of_the_file_counts() -> None:
    file = kaart_file(
        service(gecontroleerd_op="2026-01-01", soort_aanbod=["groep"]),
        termijnen=[{"voor": "groep", "maanden": 3}],
    )
    found = look_ahead(kaart_of(file), gemeente=None, steps=STEPS, as_of=TODAY)
    assert states(found) == {"dienst": State.OVERDUE}


def test_a_cell_is_lost_only_when_nobody_confirmed_is_left() -> None:
    late = {"gecontroleerd_op": "2025-07-01", "talen": ["ar"]}
    alone = due(service(id="a", **late))
    assert alone.stake.lost == (("preventie", "ar"),)
    assert (alone.stake.weight, alone.lost_already) == (40, 0)
    helped = due(service(id="a", **late), service(id="b", talen=["ar"]))
    assert not helped.stake
    together = due(service(id="a", **late), service(id="b", **late))
    assert together.stake.lost == (("preventie", "ar"),)
    assert [entry.stake.weight for entry in together.entries] == [40, 40]
    assert together.organizations[0].stake.weight == 40


def test_a_cell_grows_weaker_when_somebody_less_near_is_left() -> None:
    found = due(
        service(id="a", talen=["ti"], gecontroleerd_op="2025-01-01"),
        service(id="b", talen=["nl"], tolkinzet="telefonisch", tolktalen=["ti"]),
    )
    assert (found.stake.lost, found.stake.weaker) == ((), (("preventie", "ti"),))


def test_what_is_over_today_is_lost_already() -> None:
    found = due(service(id="a", talen=["ar"], gecontroleerd_op="2025-01-01"))
    assert (len(found.stake.lost), found.lost_already) == (1, 1)


def test_most_at_stake_comes_first() -> None:
    late = {"gecontroleerd_op": "2025-07-01"}
    all_of_them = Kaart(
        organizations=tuple(organization(id=key, naam=key.upper()) for key in ("a", "b", "c")),
        services=(
            service(id="geen", organisatie="a", **late),
            service(id="klein", organisatie="b", talen=["ti"], **late),
            service(id="groot", organisatie="c", talen=["ar"], **late),
        ),
    )
    of = gemeente(people={"ar": 40, "ti": 8})
    found = look_ahead(all_of_them, gemeente=of, steps=STEPS, as_of=TODAY)
    assert [group.id for group in found.organizations] == ["c", "b", "a"]
    only = look_ahead(all_of_them, gemeente=of, steps=STEPS, as_of=TODAY, organization="b")
    assert [entry.id for entry in only.entries] == ["klein"]
    assert (only.total, only.stake.lost) == (2, (("preventie", "ti"),))


def test_a_small_group_is_never_told() -> None:
    found = due(
        service(talen=["ar", "ti", "so"], gecontroleerd_op="2025-07-01"), people={"ar": 40, "ti": 2, "so": 4}
    )
    shown = found.stake.people
    assert shown["ar"] == 40
    assert all(isinstance(shown[code], str) for code in ("ti", "so"))
    assert found.stake.weight == 40 + 5 + 5


def test_a_waiting_time_has_its_own_term() -> None:
    waiting = {"wachttijd": {"weken": 4, "gemeten_op": "2025-12-01"}}
    (group,) = due(service(**waiting)).organizations
    assert (group.entries, [item.state for item in group.waiting]) == ((), [State.OVERDUE])
    file = kaart_file(service(**waiting), termijnen=[{"voor": "wachttijd", "maanden": 12}])
    assert look_ahead(kaart_of(file), gemeente=None, steps=STEPS, as_of=TODAY).organizations == ()
    (never,) = due(service(wachttijd={"weken": 4})).organizations
    assert never.waiting[0].state is State.NEVER


def test_only_what_is_over_makes_it_late() -> None:
    assert not due(service(gecontroleerd_op="2025-07-01")).is_late
    assert due(service(gecontroleerd_op="2025-06-01")).is_late
    assert due(service(gecontroleerd_op="onbekend")).is_late


@settings(max_examples=25)
@given(services=many_services(most=4))
def test_lost_is_what_the_coverage_says_is_no_longer_confirmed(services: tuple[Service, ...]) -> None:
    whole, of = kaart(*services), gemeente(people=dict.fromkeys(LANGUAGES, 30))
    found = look_ahead(whole, gemeente=of, steps=STEPS, as_of=TODAY, ahead=WEEKS)
    then = cover(whole, gemeente=of, steps=STEPS, as_of=TODAY + WEEKS)
    lost = {(cell.step, cell.language) for cell in then.cells if cell.reach is Reach.NOT_CONFIRMED}
    assert set(found.stake.lost) == lost


@pytest.mark.slow
def test_ten_thousand_services_take_one_walk() -> None:
    from time import process_time

    days = ("2025-07-01", "2026-06-01", "onbekend")
    services = tuple(
        service(
            id=f"d-{number}",
            naam=f"D {number}",
            talen=["nl", LANGUAGES[number % 3]],
            ketenstappen=[STEPS[number % 3]],
            gecontroleerd_op=days[number % 3],
        )
        for number in range(10_000)
    )
    whole, of = kaart(*services), gemeente(people=dict.fromkeys(LANGUAGES, 30))
    start = process_time()
    look_ahead(whole, gemeente=of, steps=STEPS, as_of=TODAY, ahead=WEEKS)
    looked = process_time() - start
    start = process_time()
    cover(whole, gemeente=of, steps=STEPS, as_of=TODAY)
    assert looked < 10 * (process_time() - start)
