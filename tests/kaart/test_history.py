"""What an entry remembers of its changes: short, bound, and nobody's data."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.samples import organization, service, services

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.entries import FieldChange, Service
from psoh_cli.kaart.history import MOST_KEPT, OF_A_PERSON, changes, remembered
from psoh_cli.kaart.value_words import MOST_CHARACTERS

DAY = date(2026, 11, 21)


def told(old: dict[str, Any], new: dict[str, Any]) -> list[tuple[str, str | None, str | None]]:
    """Give field, before and after of what changed between two services."""
    found = changes(service(**old), service(**new), day=DAY, role="beheerder")
    assert all(item.day == PartialDate(2026, 11, 21) and item.by == "beheerder" for item in found)
    return [(item.field, item.before, item.after) for item in found]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ({}, {"talen": ["ar", "ti"]}, [("talen", None, "Arabisch, Tigrinya")]),
        ({"talen": ["ar", "ti"]}, {"talen": ["ar"]}, [("talen", "Arabisch, Tigrinya", "Arabisch")]),
        ({"tolkinzet": "vast"}, {}, [("tolkinzet", "Vaste tolk bij elk gesprek", None)]),
        ({"aanbod": "Praten op dinsdag"}, {"aanbod": "Praten op maandag"},
         [("aanbod", "een tekst", "een andere tekst")]),
        ({}, {"verwijsroute": "Bel het wijkteam"}, [("verwijsroute", None, "een tekst")]),
        ({"leeftijd": {"van": 12, "tot": 17}}, {"leeftijd": {"van": 12}},
         [("leeftijd", "12 tot en met 17 jaar", "12 jaar en ouder")]),
        ({"wachttijd": {"weken": 6}}, {"wachttijd": {"weken": 1, "aanmeldstop": "ja"}},
         [("wachttijd", "6 weken", "1 week, aanmeldstop")]),
        ({"contact": {"telefoon": "020-1234567"}}, {"contact": {"telefoon": "020-7654321"}},
         [("contact.telefoon", "020-1234567", "020-7654321")]),
        ({}, {"contact": {"email": "info@huis.example"}}, [("contact.email", None, "info@huis.example")]),
        ({"openingstijden": [{"dagen": ["maandag"], "van": "09:00", "tot": "12:00"}]},
         {"openingstijden": [{"dagen": ["maandag", "dinsdag"], "van": "9:00"}]},
         [("openingstijden", "ma 09:00-12:00", "ma, di 09:00-?")]),
        ({"kosten_bedrag": 5, "capaciteit": {"plaatsen": 8, "per": "groep"}},
         {"kosten_bedrag": 10, "capaciteit": {"plaatsen": 1, "per": "gelijktijdig"}},
         [("kosten_bedrag", "€\N{NO-BREAK SPACE}5", "€\N{NO-BREAK SPACE}10"),
          ("capaciteit", "8 plaatsen per groep", "1 plaats tegelijk")]),
    ],
)  # fmt: skip
def test_each_kind_of_value_in_a_few_words(
    old: dict[str, Any], new: dict[str, Any], expected: list[tuple[str, str | None, str | None]]
) -> None:
    assert told(old, new) == expected


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({"gecontroleerd_op": "2025-01-01"}, {"gecontroleerd_op": "2026-11-21", "gecontroleerd_door": "beheerder"}),
        ({"wachttijd": {"weken": 6, "gemeten_op": "2026-01"}}, {"wachttijd": {"weken": 6, "gemeten_op": "2026-11"}}),
        ({"contact": {}}, {}),
    ],
    ids=["bevestigd", "wachttijd-opnieuw-gemeten", "leeg-contact"],
)  # fmt: skip
def test_a_confirmation_is_no_change(old: dict[str, Any], new: dict[str, Any]) -> None:
    assert told(old, new) == []


def test_what_can_be_one_persons_is_not_copied() -> None:
    old = {
        "contact": {
            "telefoon": "06-12345678",
            "email": "j.de.vries@huis.example",
            "functie": "mevrouw De Vries",
        }
    }
    new = {"contact": {"telefoon": "020-1234567", "email": "info@huis.example", "functie": "intake"}}
    assert told(old, new) == [
        ("contact.functie", "een tekst", "een andere tekst"),
        ("contact.telefoon", OF_A_PERSON, "020-1234567"),
        ("contact.email", OF_A_PERSON, "info@huis.example"),
    ]  # fmt: skip


def test_a_long_list_names_what_came_and_went() -> None:
    many = ["ar", "ti", "so", "uk", "tr", "prs", "ps", "fr", "en", "nl", "kmr", "sw"]
    ((_, before, after),) = told({"talen": many}, {"talen": [*many[1:], "ru"]})
    assert (before, after) == ("12 waarden, waaronder Arabisch", "12 waarden, waaronder Russisch")


def test_locations_are_told_one_by_one() -> None:
    before = organization(locaties=[{"id": "a", "naam": "Buurthuis"}, {"id": "b", "naam": "Oud"}])
    after = organization(
        locaties=[{"id": "a", "naam": "Buurthuis", "bereikbaarheid": "bus 4"}, {"id": "c", "naam": "Nieuw"}]
    )
    found = changes(before, after, day=DAY, role=None)
    assert [(item.field, item.before, item.after) for item in found] == [
        ("locaties.a", "Buurthuis", "andere gegevens"),
        ("locaties.b", "Oud", None),
        ("locaties.c", None, "Nieuw"),
    ]  # fmt: skip


def change(field: str, *, day: int, was: str | None, becomes: str | None) -> FieldChange:
    return FieldChange(day=PartialDate(2026, 1, day), field=field, before=was, after=becomes)


def test_two_changes_on_one_day_are_told_once() -> None:
    first = change("talen", day=1, was=None, becomes="Arabisch")
    second = change("talen", day=1, was="Arabisch", becomes="Tigrinya")
    assert remembered((first,), (second,)) == (change("talen", day=1, was=None, becomes="Tigrinya"),)
    assert remembered((first,), (change("talen", day=1, was="Arabisch", becomes=None),)) == ()
    later = change("talen", day=2, was="Arabisch", becomes="Tigrinya")
    assert remembered((first,), (later,)) == (first, later)
    text = change("aanbod", day=1, was="een tekst", becomes="een andere tekst")
    assert remembered((text,), (text,)) == (text,)


def test_the_latest_change_of_each_field_stays_longest() -> None:
    once = change("naam", day=1, was="A", becomes="B")
    often = [change("talen", day=day, was=str(day), becomes=str(day + 1)) for day in range(1, 26)]
    kept = remembered((once,), tuple(often))
    assert len(kept) == MOST_KEPT
    assert kept[0] == once
    assert kept[1:] == tuple(often[-19:])
    different = tuple(change(f"veld{number}", day=number, was="a", becomes="b") for number in range(1, 26))
    assert remembered((), different) == different[-MOST_KEPT:]


@settings(max_examples=40)
@given(old=services(), new=services(), text=st.text("ab é.", max_size=300).map(lambda text: f"x{text}x"))
def test_changes_are_short_and_there_only_where_something_differs(
    old: Service, new: Service, text: str
) -> None:
    new = new.model_copy(update={"website": text, "upl": text})
    found = changes(old, new, day=DAY, role=None)
    for item in found:
        assert item.before != item.after or item.before == OF_A_PERSON
        assert max(len(item.before or ""), len(item.after or "")) <= MOST_CHARACTERS
    assert changes(new, new, day=DAY, role=None) == ()
