"""Words that partners use in an answer: a service that stopped, that all is well, about so many, only for some."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from tests.kaart.exchange.replies import reply
from tests.kaart.samples import kaart_file, service

from psoh_cli.kaart.exchange.confirmation.mapping_advice import without_mapping
from psoh_cli.kaart.exchange.confirmation.reading_file import read_told
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.values_contact import TAKE_ANYWAY

KAART = kaart_file(
    service(
        talen=["nl"],
        doelgroepen=["iedereen"],
        wachttijd={"weken": 6, "gemeten_op": "2026-01"},
        openingstijden=[{"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00"}],
    )
)


def values(key: str, said: str) -> tuple[dict[str, Any], str, str]:
    batch = reply(KAART, {key: said})
    found = dict(batch.entries[0].values) if batch.entries else {}
    return (
        found,
        " ".join(batch.remarks),
        " ".join(f"{item.why} {item.remedy}" for item in batch.not_understood),
    )


@pytest.mark.parametrize(
    "said", ["weg", "gestopt", "Gestopt in september.", "bestaat niet meer", "opgeheven"]
)
def test_a_service_that_is_gone_has_stopped(said: str) -> None:
    found, remarks, refused = values("alles", said)
    assert (found, refused) == ({"status": "gestopt"}, "")
    assert "psoh leest dat als: de dienst is gestopt" in remarks


@pytest.mark.parametrize(
    "said", ["gestopt op dinsdag", "wij stoppen per 1 mei", "gestopt met de koffie", "nee"]
)
def test_what_may_mean_less_is_not_taken_for_it(said: str) -> None:
    found, _, refused = values("alles", said)
    assert "status" not in found
    assert "of dat de dienst gestopt is" in refused


def test_an_organization_is_not_taken_off() -> None:
    batch = reply(KAART, {"alles": "weg"}, of="huis")
    assert batch.entries == ()
    assert "niet van de kaart" in batch.not_understood[0].why


@pytest.mark.parametrize("said", ["ja hoor", "prima", "akkoord", "Ja, hoor!"])
def test_other_words_for_all_is_well(said: str) -> None:
    found, remarks, refused = values("alles", said)
    assert (found["gecontroleerd_door"], refused) == (
        "opgave van Huis" if "opgave" in remarks else "beheerder",
        "",
    )


def test_about_so_many_is_taken_and_told() -> None:
    found, remarks, _ = values("wachttijd", "4 weken ongeveer")
    assert found["wachttijd"]["weken"] == 4
    assert "psoh leest '4 weken ongeveer' als: 4 weken." in remarks


def test_only_for_some_is_a_choice() -> None:
    assert values("doelgroepen", "alleen voor volwassenen")[0]["doelgroepen"] == ["volwassenen"]


def test_hours_are_not_written_over_by_what_is_no_hours() -> None:
    found, _, refused = values("openingstijden", "di van half tien tot 12, en vrijdagmiddag")
    assert "openingstijden" not in found
    assert "blijft staan" in refused


def test_hours_that_are_a_sentence_show_that_sentence() -> None:
    kaart = kaart_file(service(openingstijden=[{"toelichting": "op afspraak"}]))
    preview = compare(reply(kaart, {"openingstijden": "elke eerste dinsdag"}), own=kaart)
    (field,) = preview.changed[0].fields
    assert (field.before, field.after) == ("op afspraak", "elke eerste dinsdag")


def test_the_head_of_a_mail_saved_as_text_tells_its_day() -> None:
    from tests.kaart.exchange.replies import form_of

    from psoh_cli.kaart.exchange.confirmation.mail import write_mail

    head = "Van: Huis\nVerzonden: donderdag 19 november 2026 16:12\nAan: Kaart\n\n"
    text = write_mail(form_of(KAART))
    assert read_told((head + text).encode(), "a.txt").answered_on == date(2026, 11, 19)
    assert read_told(("Hoi\n\n" + head + text).encode(), "a.txt").answered_on is None


def test_nothing_is_said_of_a_mapping_that_there_is_not() -> None:
    batch = reply(KAART, {"contact.telefoon": "06-12345678"})
    preview = compare(batch, own=KAART)
    faulty = replace(
        preview,
        not_understood=tuple(replace(item, remedy=f"Kies.{TAKE_ANYWAY}") for item in batch.not_understood),
    )
    assert [item.remedy for item in without_mapping(faulty).not_understood] == ["Kies."]
