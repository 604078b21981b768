"""What holds of matching whatever comes in: distinct names stay distinct, and no order of rows makes a difference."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.arrivals import batch, empty_kaart, incoming
from tests.kaart.exchange.made_up import texts
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.dutch import same_name, slug
from psoh_cli.kaart.alike import Names
from psoh_cli.kaart.draft import NewIds, find_organization
from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.match import match
from psoh_cli.kaart.exchange.matches import Matches
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.foreign_organizations import location_of

FOREIGN = (
    "مركز الأمل",
    "دار السلام",
    "ማእከል ሰላም",
    "ቤት ተስፋ",
    "Центр Мир",
    "Центр Надия",
    "GGD أمل",
    "GGD سلام",
    "日本",
    "😀",
    "!!",
)
NOTHING = Answers()
OWN = kaart_file(
    service(id="les", naam="Taalles"),
    service(id="gesprek", naam="Gesprek", organisatie="ggd"),
    organisaties=[organization(), organization(id="ggd", naam="GGD")],
)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Café 't Huis", "CAFE 'T HUIS!"), ("Huis  Oost", "huis-oost"), ("МИР", "мир"),
        ("مركز  الأمل", "مركز الأمل\u200f"),
        ("Центр «Мир»", "центр мир"), ("e\u0301\u0301", "é\u0301"), ("", "  "),
    ],
)  # fmt: skip
def test_one_name_written_in_two_ways_is_one_name(one: str, other: str) -> None:
    assert same_name(one) == same_name(other)


@given(texts, texts)
def test_names_that_an_id_cannot_hold_are_the_same_only_when_they_are(one: str, other: str) -> None:
    assert same_name(one)
    if same_name(one) == same_name(other):
        assert slug(one) == slug(other)


def test_names_in_another_script_stay_distinct() -> None:
    assert len({same_name(name) for name in (*FOREIGN, "GGD", "")}) == len(FOREIGN) + 2
    names = Names()
    assert not any(names.like(name, number=at) for at, name in enumerate(FOREIGN[:8]))
    assert find_organization("دار السلام", organizations={"een": "مركز الأمل"}) is None
    assert find_organization("دار السلام", organizations={"een": "دار السلام"}) == "een"
    assert find_organization("GGD أمل", organizations={"ggd": "GGD"}) is None
    assert find_organization("", organizations={"een": "دار السلام"}) is None


def test_organizations_and_services_in_another_script_each_come_on_the_kaart() -> None:
    rows = [
        incoming(name=name, organization=name, naam=name, aanbod="iets", bron="opgave", row=row)
        for row, name in enumerate(FOREIGN, start=2)
    ]
    preview = compare(batch(*rows), own=OWN, answers=Answers(partner_types=dict.fromkeys(FOREIGN, "welzijn")))
    assert not preview.not_understood
    assert [item.entry.name for item in preview.new] == [*FOREIGN, *FOREIGN]
    assert len({(item.kind, item.entry.id) for item in preview.new}) == 2 * len(FOREIGN)


def test_a_place_in_another_script_is_not_lost_and_has_the_same_id_each_time() -> None:
    places = [location_of({"locatie": name}, otherwise="Huis") for name in FOREIGN]
    assert len({place["id"] for place in places if place}) == len(FOREIGN)
    assert places == [location_of({"locatie": name}, otherwise="Huis") for name in FOREIGN]


def found(matches: Matches) -> object:
    """Say what was matched, but for the ids that new entries get."""
    every = (*matches.organizations.values(), *matches.services.values())
    known = {item.id: item.entry.id if item.entry else f"nieuw: {item.incoming.name}" for item in every}
    known |= {item.id: item.id for item in OWN.organizations}
    said = {
        (item.incoming.kind, item.incoming.id, known[item.id], known.get(item.organization), item.alike)
        for item in every
    }
    refused = sorted((refusal.place.row, refusal.text) for refusal in matches.refused)
    further = sorted((known[key], row.place.row) for key, rows in matches.further.items() for row in rows)
    return said, refused, further


NAMES = ("GGD", "ggd", "Huis", "Taalles", "Gesprek", "دار السلام", "ማእከል ሰላም", "Hui")
IDS = {"x": "GGD", "y": "GGD", "ggd": "GGD Zuid", "les": "Taalles", "z": "Taalles", "huis": "Huis"}
"""One name for each id: a file in which an id means two things is told of, and the first counts."""


@st.composite
def batches(draw: st.DrawFn) -> list[Incoming]:
    items = []
    kinds, homes = st.sampled_from(("organisatie", "dienst")), st.sampled_from(("Huis", "GGD", "دار السلام"))
    rows = st.tuples(kinds, st.sampled_from((*NAMES, *IDS)), homes)
    wanted = draw(st.lists(rows, max_size=6, unique=True))
    for row, (kind, key, home) in enumerate(wanted, start=2):
        name = IDS.get(key, key)
        if kind == "organisatie":
            items.append(incoming("organisatie", id=key if key in IDS else "", name=name, naam=name, row=row))
        elif not any(item.id == key and item.kind == kind for item in items if key in IDS):
            items.append(
                incoming(
                    id=key if key in IDS else "",
                    name=name,
                    organization=home,
                    naam=name,
                    aanbod="iets",
                    row=row,
                )
            )
    keys = [(item.kind, item.id or same_name(item.name), item.organization_name) for item in items]
    return [item for at, item in enumerate(items) if keys[at] not in keys[:at]]


@given(batches(), st.randoms(use_true_random=False))
@settings(max_examples=80)
def test_the_order_of_rows_makes_no_difference(items: list[Incoming], chance: object) -> None:
    other: list[Incoming] = list(items)
    chance.shuffle(other)  # type: ignore[attr-defined]
    said, after = (found(match(batch(*rows), own=OWN, answers=NOTHING)) for rows in (items, other))
    assert said == after


@pytest.mark.parametrize("turned", [False, True])
def test_a_row_with_an_id_goes_before_one_with_a_name_alone(turned: bool) -> None:
    rows = [incoming("organisatie", name="School", naam="School", row=2),
            incoming("organisatie", id="x", name="School", naam="School", row=3)]  # fmt: skip
    matches = match(batch(*(rows[::-1] if turned else rows)), own=OWN, answers=NOTHING)
    assert list(matches.organizations) == ["x"]
    assert [row.place.row for row in matches.further["x"]] == [2]
    again = [incoming(name="Koor", organization="Huis", naam="Koor", aanbod="a", row=2),
             incoming(id="k", name="Koor", organization="Huis", naam="Koor", aanbod="a", row=3)]  # fmt: skip
    assert list(match(batch(*(again[::-1] if turned else again)), own=OWN, answers=NOTHING).services) == ["k"]


def test_of_two_ids_with_one_name_neither_is_taken_for_the_one_on_the_kaart() -> None:
    rows = [
        incoming("organisatie", id=key, name="GGD", naam="GGD", row=row)
        for row, key in enumerate("xy", start=2)
    ]
    matches = match(batch(*rows), own=OWN, answers=NOTHING)
    assert [(item.id, item.entry, item.alike) for item in matches.organizations.values()] == [
        ("x", None, ("ggd",)), ("y", None, ("ggd",)),
    ]  # fmt: skip
    alone = match(batch(rows[0]), own=OWN, answers=NOTHING)
    assert list(alone.organizations) == ["ggd"]


def test_the_same_service_at_another_organization_is_told_and_not_dropped() -> None:
    rows = [
        incoming(id="les", organization=name, naam="Taalles", row=row)
        for row, name in enumerate(("Huis", "GGD"), 2)
    ]
    refusals = match(batch(*rows), own=OWN, answers=NOTHING).refused
    assert [(item.place.row, item.why) for item in refusals] == [
        (3, "deze dienst staat er twee keer in, met andere gegevens: eerder op rij 2")
    ]


def told_alike(names: Sequence[str]) -> tuple[str, ...]:
    rows = [incoming("organisatie", name=name, naam=name, ketenpartner="welzijn", bron="b", row=row)
            for row, name in enumerate(names, start=2)]  # fmt: skip
    return compare(batch(*rows), own=empty_kaart()).remarks


def test_two_new_names_that_are_nearly_the_same_are_told_of() -> None:
    assert told_alike(("De Linde", "School", "De Lindde")) == (
        (
            "'De Lindde' (rij 4) lijkt op 'De Linde' (rij 2), en ze zijn allebei nieuw. "
            "Is het dezelfde? Schrijf de naam dan gelijk."
        ),
    )
    assert told_alike(("De Linde", "De Beuk", "دار السلام")) == ()
    many = [
        name
        for number in range(12)
        for name in (f"Huis{'abcdefghijkl'[number]}oven", f"Huis{'abcdefghijkl'[number] * 2}oven")
    ]
    assert told_alike(many)[-1].startswith("Nog ")


def test_many_ids_of_one_name_take_no_longer_each() -> None:
    looked: list[str] = []

    class Watched(set[str]):
        def __contains__(self, key: object) -> bool:
            looked.append(str(key))
            return super().__contains__(key)

    ids = NewIds(Watched({"dienst"}))
    for _ in range(200):
        ids.taken.add(ids.make("دار", otherwise="dienst"))
    assert len(ids.taken) == 201
    assert max(ids.taken, key=len) in {f"dienst-{number}" for number in range(100, 202)}
    assert len(looked) < 3 * 201
