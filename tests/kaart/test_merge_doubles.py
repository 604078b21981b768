"""Likely doubles: found by what they have in common, each with why, and never what is merely alike."""

from __future__ import annotations

import time

import pytest
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.collector import collector_held
from psoh_cli.kaart.doubles import Pair, find_doubles, find_same_ids
from psoh_cli.kaart.kaart import KaartFile


def regio(*services: object, **fields: object) -> KaartFile:
    return kaart_file(*services, name="Regio", **fields)  # type: ignore[arg-type]


def told(pairs: tuple[Pair, ...]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(pair.kind, pair.first.entry.id, pair.second.entry.id, pair.reasons) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ({"naam": "Huis"}, {"naam": "Stichting Huis"}, "bijna dezelfde naam"),
        ({"naam": "Buurthuis Oost"}, {"naam": "Buurhuis Oost"}, "bijna dezelfde naam"),
        ({"naam": "A", "kvk": "12345678"}, {"naam": "B", "kvk": "12345678"}, "hetzelfde KvK-nummer"),
        ({"naam": "A", "agb": "12345678"}, {"naam": "B", "agb": "12345678"}, "dezelfde AGB-code"),
        (
            {"naam": "A", "contact": {"telefoon": "020-1234567"}},
            {"naam": "B", "contact": {"telefoon": "+31 20 1234567"}}, "hetzelfde telefoonnummer",
        ),
        (
            {"naam": "A", "website": "https://www.huis.example/"}, {"naam": "B", "website": "http://huis.example"},
            "dezelfde website",
        ),
    ],
)  # fmt: skip
def test_an_organization_that_stands_there_twice(
    one: dict[str, object], other: dict[str, object], reason: str
) -> None:
    both = [organization(id="een", **one), organization(id="twee", **other)]
    expected = [("organisatie", "een", "twee", (reason,))]
    assert told(find_doubles((kaart_file(organisaties=both),))) == expected
    apart = (kaart_file(organisaties=both[:1]), regio(organisaties=both[1:]))
    assert told(find_doubles(apart)) == [("organisatie", "twee", "een", (reason,))]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"naam": "Buurthuis Oost"}, {"naam": "Buurthuis West"}),
        ({"naam": "A", "contact": {"telefoon": "14 078"}}, {"naam": "B", "contact": {"telefoon": "14 078"}}),
        (
            {"naam": "A", "website": "https://stad.example", "ketenpartner": "ggz"},
            {"naam": "B", "website": "https://stad.example"},
        ),
    ],
)
def test_what_is_merely_alike_is_no_double(one: dict[str, object], other: dict[str, object]) -> None:
    assert (
        find_doubles(
            (kaart_file(organisaties=[organization(id="een", **one), organization(id="twee", **other)]),)
        )
        == ()
    )


def test_a_service_of_an_organization_under_two_ids_is_found() -> None:
    own = kaart_file(service(id="les", naam="Taalles"), organisaties=[organization(naam="Welzijn Oost")])
    other = regio(
        service(id="taal", naam="Taalless", organisatie="oost"),
        organisaties=[organization(id="oost", naam="Welzijn-Oost")],
    )
    assert [(pair.kind, pair.first.entry.id) for pair in find_doubles((own, other))] == [
        ("organisatie", "oost"), ("dienst", "taal"),
    ]  # fmt: skip


def test_the_same_name_at_another_organization_is_no_double_unless_more_is_the_same() -> None:
    homes = [organization(), organization(id="school", naam="School")]
    one, other = service(id="een", naam="Taalles"), service(id="twee", naam="Taalles", organisatie="school")
    assert find_doubles((kaart_file(one, other, organisaties=homes),)) == ()
    phones = [
        item.model_copy(update={"contact": service(contact={"telefoon": "020-1234567"}).contact})
        for item in (one, other)
    ]
    assert [pair.reasons for pair in find_doubles((kaart_file(*phones, organisaties=homes),))] == [
        ("dezelfde naam en hetzelfde telefoonnummer",)
    ]


def test_what_is_filled_in_otherwise_for_both_tells_them_apart() -> None:
    pair = service(id="een", naam="Taalles", talen=["ar"]), service(id="twee", naam="Taalles", talen=["ti"])
    assert find_doubles((kaart_file(*pair),)) == ()


def test_one_id_on_two_kaarten_is_no_double_but_a_conflict_where_they_say_something_else() -> None:
    own = kaart_file(service())
    kaarten = (own, regio(service(talen=["ti"])))
    assert find_doubles(kaarten) == ()
    assert told(find_same_ids(kaarten)) == [("dienst", "dienst", "dienst", ("hetzelfde id",))]
    assert find_same_ids((own, regio(service(gecontroleerd_op="2020")))) == ()


def taalcafe(key: str, name: str, home: str, **fields: object) -> object:
    contact = {"telefoon": "020-1234567"}
    return service(id=key, naam=name, organisatie=home, **({"contact": contact} | fields))


@pytest.mark.parametrize(
    ("fields", "count"),
    [({}, 1), ({"contact": {"telefoon": "020-7654321"}}, 0), ({"naam": "Naaicafé Pluspunt"}, 0)],
)
def test_services_with_one_number_are_asked_about_where_only_place_and_organization_differ(
    fields: dict[str, object], count: int
) -> None:
    homes = [organization(id="een", naam="Pluspunt"), organization(id="twee", naam="Stichting Pluspunt")]
    name = str(fields.pop("naam", "Taal café Pluspunt"))
    both = taalcafe("taalcafe", "Taalcafé Zandvoort", "een"), taalcafe("cafe", name, "twee", **fields)
    kaart = kaart_file(*both, organisaties=homes, naam="Sociale kaart Zandvoort")  # type: ignore[arg-type]
    assert len([pair for pair in find_doubles((kaart,)) if pair.kind == "dienst"]) == count


def test_two_entries_of_other_kaarten_are_not_ours() -> None:
    twice = regio(organisaties=[organization(id="een", naam="A"), organization(id="twee", naam="A")])
    assert find_doubles((kaart_file(organisaties=[organization(naam="Huis")]), twice)) == ()


def test_of_two_own_entries_the_one_that_was_confirmed_last_stays() -> None:
    old, new = (
        organization(id="een", gecontroleerd_op="onbekend"),
        organization(id="twee", gecontroleerd_op="2026"),
    )
    (pair,) = find_doubles((kaart_file(organisaties=[old, new]),))
    assert (pair.first.entry.id, pair.second.entry.id) == ("twee", "een")


def test_ten_thousand_services_are_looked_through_in_time_that_grows_with_their_number() -> None:
    def spent(number: int) -> float:
        homes = [organization(id=f"o-{at}", naam=f"Organisatie nummer {at}") for at in range(number // 10)]
        found = [
            service(id=f"d-{at}", naam=f"Dienst nummer {at}", organisatie=f"o-{at % len(homes)}")
            for at in range(number)
        ]
        file = kaart_file(*found, organisaties=homes)
        with collector_held():  # what other tests left in memory is not what is measured
            began = time.process_time()
            find_doubles((file,))
            return time.process_time() - began

    assert spent(1_600) < 12 * max(spent(400), 0.005)
