from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from tests.kaart.samples import AREAS, AS_OF, LANGUAGES, STEPS, kaart, many_services, service

from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.reach import RANK, Reach
from psoh_cli.kaart.selection import Found, Wanted, select


def selected(found: Kaart, **wanted: object) -> dict[str, Found]:
    chosen = select(found, wanted=Wanted(**wanted), areas=AREAS, as_of=AS_OF)  # type: ignore[arg-type]
    return {item.service.id: item for item in chosen}


def test_without_a_wish_everything_in_the_order_of_names() -> None:
    found = kaart(
        service(id="b", naam="'t Zuiden"), service(id="a", naam="Éen"), service(id="c", status="gestopt")
    )
    assert list(selected(found)) == ["c", "a", "b"]
    assert all(item.reach is None and item.certain for item in selected(found).values())


def test_a_language_gives_the_best_reach_first_and_drops_what_surely_does_not() -> None:
    found = kaart(
        service(id="niet", talen=["ar"], tolkinzet="geen"),
        service(id="misschien"),
        service(id="tolk", tolkinzet="vast"),
        service(id="eigen", talen=["ti"]),
        service(id="oud", talen=["ti"], gecontroleerd_op="2019"),
    )
    reaches = {name: item.reach for name, item in selected(found, language="ti").items()}
    assert list(reaches.items()) == [
        ("eigen", Reach.OWN_LANGUAGE),
        ("tolk", Reach.INTERPRETER),
        ("oud", Reach.NOT_CONFIRMED),
        ("misschien", Reach.UNKNOWN),
    ]


def test_what_is_not_filled_in_fits_perhaps() -> None:
    full = service(id="vol", talen=["ti"], leeftijd={"van": "18"})
    found = kaart(full, service(id="leeg", talen=["ti"], ketenstappen=[]))
    chosen = selected(found, step="preventie", ages=(20, 20), language="ti")
    assert [(name, item.certain, item.reach) for name, item in chosen.items()] == [
        ("vol", True, Reach.OWN_LANGUAGE),
        ("leeg", False, Reach.UNKNOWN),
    ]


def test_ages_are_exact() -> None:
    found = kaart(service(id="jong", leeftijd={"van": "16", "tot": "25"}))
    assert selected(found, ages=(15, 15)) == {}
    assert list(selected(found, ages=(16, 16))) == ["jong"]


def test_a_wijk_and_a_gemeente() -> None:
    found = kaart(
        service(id="wijk", werkgebied=["GM0505", "Centrum"]),
        service(id="elders", werkgebied=["GM0392"]),
        service(id="overal"),
        service(id="leeg", werkgebied=[]),
    )
    assert set(selected(found, area="Centrum")) == {"wijk", "elders", "overal", "leeg"}
    assert set(selected(found, area="Oost")) == {"elders", "overal", "leeg"}
    assert set(selected(found, area="gm0505")) == {"wijk", "overal", "leeg"}
    assert not selected(found, area="gm0505")["leeg"].certain


def test_an_organization_by_name_or_else_by_id() -> None:
    found = kaart(service(), service(id="wees", organisatie="onbekend"))
    assert {name: item.organization for name, item in selected(found).items()} == {
        "dienst": "Huis",
        "wees": "onbekend",
    }


@given(many_services(), st.sampled_from(LANGUAGES), st.sampled_from(STEPS), st.sampled_from(AREAS))
def test_the_best_first_and_each_once(
    present: tuple[Service, ...], language: str, step: str, area: str
) -> None:
    wanted = Wanted(language=language, step=step, area=area, ages=(20, 30))
    chosen = select(kaart(*present), wanted=wanted, areas=AREAS, as_of=AS_OF)
    ranks = [RANK[item.reach] for item in chosen if item.reach is not None]
    assert ranks == sorted(ranks)
    assert len(ranks) == len({item.service.id for item in chosen})
