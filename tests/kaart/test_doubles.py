"""One thing added twice is told of once, at the second; branches, series and different groups are left alone."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.kaart.judging import Data, Spoil, told

from psoh_cli.kaart.alike import Names, is_slip


def organizations(*changes: dict[str, Any]) -> Spoil:
    """Add organizations, each with a service of its own."""

    def spoil(data: Data) -> None:
        for number, fields in enumerate(changes):
            name = f"extra-{number}"
            data["organisaties"].append(
                {k: v for k, v in data["organisaties"][0].items() if k not in {"contact", "locaties"}}
                | {"id": name}
                | fields
            )
            data["diensten"].append(data["diensten"][0] | {"id": name, "organisatie": name, "locaties": []})

    return spoil


def services(*changes: dict[str, Any]) -> Spoil:
    """Add services of the same organization."""

    def spoil(data: Data) -> None:
        for number, fields in enumerate(changes):
            data["diensten"].append(data["diensten"][0] | {"id": f"extra-{number}"} | fields)

    return spoil


def first_like(*names: str) -> list[int | None]:
    known = Names()
    alike = [known.like(name, number=number) for number, name in enumerate(names)]
    return [numbers[0] if numbers else None for numbers in alike]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Buurthuis Oost", "Buurhuis Oost"),
        ("Buurthuis Oost", "Buurthius Oost"),
        ("Buurthuis Oost", "buurthuis oost"),
        ("Buurthuis Oost", "Buurt-huis Oost"),
        ("Buurthuis Oost", "Buurthuis, Oost"),
        ("Stichting Leergeld", "Leergeld"),
        ("Taalcafé", "Taalcafe"),
        ("Taalmaatje", "Taalmaatjes"),
        ("De Linde", "Linde"),
        ("VluchtelingenWerk (Haarlem, Zandvoort)", "Vluchtelingenwerk Haarlem en Zandvoort"),
        ("Zwemmen voor jongens", "Zwemmen jongens"),
    ],
)
def test_the_same_name(one: str, other: str) -> None:
    assert first_like(one, other) == [None, 0]
    assert first_like(other, one) == [None, 0]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Wijkteam Oost", "Wijkteam West"),
        ("Wijkteam 1", "Wijkteam 2"),
        ("Groep A", "Groep B"),
        ("Mind-Spring in het Arabisch", "Mind-Spring in het Tigrinya"),
        ("Mannengroep", "Pannengroep"),
        ("Huis van de wijk", "Huis van de stad"),
        ("Taalles 2026", "Taalles 2027"),
        ("Vrouwengroep", "Mannengroep"),
        ("GGD Zuid", "GGZ Zuid"),
        ("Inloop", "Inloop Oost"),
    ],
)
def test_names_that_only_look_alike(one: str, other: str) -> None:
    assert first_like(one, other) == [None, None]


def test_the_first_of_several_is_named() -> None:
    assert first_like("Buurthuis", "Wijkteam", "Buurhuis", "Buurthuis") == [None, None, 0, 0]


@given(st.lists(st.text(alphabet="abcdefg ", min_size=1, max_size=12), min_size=2, max_size=12))
def test_looking_up_finds_what_comparing_each_with_each_finds(names: list[str]) -> None:
    found = first_like(*names)
    words = [tuple(name.split()) for name in names]
    for at, name in enumerate(words):
        like = [other for other in range(at) if name and words[other] and is_slip(name, words[other])]
        assert (found[at] is not None) == bool(like)


def test_a_name_costs_the_same_however_many_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name is held against less than one other on average, however much a long series is alike."""
    compared = 0

    def counted(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
        nonlocal compared
        compared += 1
        return is_slip(words, other)

    monkeypatch.setattr("psoh_cli.kaart.alike.is_slip", counted)

    def comparisons(count: int, *, each: str) -> int:
        nonlocal compared
        compared = 0
        first_like(*(each.format(number, chr(97 + number % 26)) for number in range(count)))
        return compared

    assert comparisons(1_000, each="inloophuis {:05} van de wijk") <= 1_000
    assert comparisons(300, each="inloophuis{1}") > 0


class TestOrganizations:
    def test_by_name(self) -> None:
        (found,) = told(organizations({"naam": "Groot Buurthuis"}, {"naam": "Groot Buurhuis"}))
        assert found[:2] == ("KAART046", "naam: Groot Buurhuis")
        assert (
            "'extra-1' (Groot Buurhuis) heeft bijna dezelfde naam als 'extra-0' (Groot Buurthuis) op regel"
            in found[2]
        )

    @pytest.mark.parametrize(
        ("fields", "other", "words"),
        [
            ({"kvk": "12345678"}, {}, "heeft hetzelfde KvK-nummer als 'extra-0'"),
            (
                {"contact": {"telefoon": "020 123 45 67"}},
                {"contact": {"telefoon": "+31 20-1234567"}},
                "telefoonnummer",
            ),
        ],
    )
    def test_by_number(self, fields: dict[str, Any], other: dict[str, Any], words: str) -> None:
        first, second = {"naam": "Welzijn"} | fields, {"naam": "Heel anders"} | fields | other
        (found,) = told(organizations(first, second))
        assert found[:2] == ("KAART046", "naam: Heel anders")
        assert words in found[2]
        # One legal person may have two roles in the chain; KAART006 says that our second one is not in this test.
        assert [code for code, *_ in told(organizations(first, second | {"ketenpartner": "wijkteam"}))] == [
            "KAART006"
        ]

    def test_a_number_of_everybody_says_nothing(self) -> None:
        contact = {"contact": {"telefoon": "14 020"}}
        assert told(organizations({"naam": "Welzijn"} | contact, {"naam": "Heel anders"} | contact)) == []


class TestServices:
    def test_by_name(self) -> None:
        (found,) = told(services({"naam": "Inloop"}))
        assert found[:2] == ("KAART047", "naam: Inloop")
        assert "heeft dezelfde naam als 'inloop' (Inloop) op regel" in found[2]

    @pytest.mark.parametrize("fields", [{"talen": ["ar"]}, {"werkgebied": ["GM0523"]}, {"tolktalen": ["so"]}])
    def test_what_is_for_others_is_another(self, fields: dict[str, Any]) -> None:
        assert told(services({"naam": "Inloop"} | fields)) == []
        # What is not filled in does not tell two services apart.
        assert [code for code, *_ in told(services({"naam": "Inloop", "doelgroepen": ["mannen"]}))] == [
            "KAART047"
        ]

    def test_every_earlier_one_counts(self) -> None:
        (found,) = told(services({"naam": "Inloop", "talen": ["ar"]}, {"naam": "Inloop", "talen": ["ar"]}))
        assert "heeft dezelfde naam als 'extra-0'" in found[2]

    def test_the_same_name_at_another_organization(self) -> None:
        assert told(organizations({"naam": "Welzijn"})) == []
