"""The confirmation sheet as a mail: sent, answered the way people answer, and read back."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.exchange.made_up import kaarten
from tests.kaart.exchange.replies import (
    ANSWERED,
    answered,
    batch_of,
    form_of,
    number_of,
    quoted,
    reply,
)
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.confirmation.form import make_form
from psoh_cli.kaart.exchange.confirmation.incoming_answers import Answered
from psoh_cli.kaart.exchange.confirmation.mail import write_mail
from psoh_cli.kaart.exchange.confirmation.mail_marks import is_mail_of_ours
from psoh_cli.kaart.exchange.confirmation.mail_reading import read_mail
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds

INLOOP = {
    "talen": ["nl", "ar"], "tolkinzet": "geen", "toegang": ["vrij"], "kosten_client": "gratis",
    "wachttijd": {"weken": 6, "gemeten_op": "2026-01"}, "contact": {"telefoon": "078-1234567"},
    "openingstijden": [{"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00"}],
}  # fmt: skip
KAART = kaart_file(service(**INLOOP))
DAY = PartialDate(2026, 11, 25)


def values(batch: Batch, *, of: str = "dienst") -> dict[str, Any]:
    """Give what came in about an entry, without the day and the role."""
    found = [dict(item.values) for item in batch.entries if item.id == of]
    return {
        key: value for item in found for key, value in item.items() if not key.startswith("gecontroleerd")
    }


def confirmed(batch: Batch) -> set[str]:
    return {item.id for item in batch.entries if item.values.get("gecontroleerd_op") == DAY}


def whys(batch: Batch) -> list[str]:
    return [item.why for item in batch.not_understood]


def test_an_unanswered_mail_says_nothing() -> None:
    batch = batch_of(read_mail(write_mail(form_of(KAART)), name="m"), KAART)
    assert (batch.entries, batch.not_understood) == ((), ())
    assert batch.remarks == ("Over 'Huis' is niets ingevuld.", "Over 'Dienst' is niets ingevuld.")


@pytest.mark.parametrize(
    "said", ["klopt", "Klopt!", "ja", "ja, klopt", "Alles klopt nog", "OK", "akkoord", "✓"]
)
def test_all_of_an_entry_is_confirmed_at_once(said: str) -> None:
    batch = reply(KAART, {"alles": said})
    assert confirmed(batch) == {"dienst"}
    assert values(batch) == {"wachttijd": {"gemeten_op": DAY}}
    assert whys(batch) == []


def test_an_answer_in_part_does_not_confirm() -> None:
    batch = reply(KAART, {"naam": "klopt", "talen": "Nederlands, Tigrinya"})
    assert (confirmed(batch), values(batch)) == (set(), {"talen": ["nl", "ti"]})
    assert any("geldt nog niet als bevestigd" in line for line in batch.remarks)


@pytest.mark.parametrize(
    ("key", "said", "expected"),
    [
        ("talen", "ook Tigrinya", {"talen": ["nl", "ar", "ti"]}),
        ("talen", "is nu: nederlands / Dari", {"talen": ["nl", "prs"]}),
        ("status", "gestopt", {"status": "gestopt"}),
        ("toegang", "via de huisarts", {"toegang": ["verwijzing-huisarts"]}),
        ("tolkinzet", "Tolk op aanvraag", {"tolkinzet": "op-aanvraag"}),
        ("wachttijd", "8 weken", {"wachttijd": {"weken": 8, "gemeten_op": DAY}}),
        ("wachttijd.aanmeldstop", "ja", {"wachttijd": {"aanmeldstop": "ja"}}),
        ("leeftijd", "12 t/m 17", {"leeftijd": {"van": 12, "tot": 17}}),
        ("leeftijd", "18+", {"leeftijd": {"van": 18, "tot": None}}),
        ("capaciteit", "12 per kwartaal", {"capaciteit": {"plaatsen": 12, "per": "kwartaal"}}),
        ("kosten_client", "eigen bijdrage", {"kosten_client": "eigen-bijdrage"}),
        ("openingstijden", "wo 9.00-11.30 uur",
         {"openingstijden": [{"dagen": ["woensdag"], "van": "09:00", "tot": "11:30"}]}),
        ("contact.telefoon", "020-7654321", {"contact": {"telefoon": "020-7654321"}}),
        ("contact.email", "info@huis.example", {"contact": {"email": "info@huis.example"}}),
        ("contact.telefoon", "weg", {"contact": {"telefoon": None}}),
        ("wachttijd", "vervalt", {"wachttijd": None}),
        ("aanbod", "Koffie en hulp bij post", {"aanbod": "Koffie en hulp bij post"}),
        ("talen", "weet niet", {}),
        ("doelgroepen", "?", {}),
    ],
)  # fmt: skip
@pytest.mark.parametrize("beneath", [False, True], ids=["behind", "beneath"])
def test_what_is_written_is_read(key: str, said: str, expected: dict[str, Any], beneath: bool) -> None:
    batch = reply(KAART, {key: said}, beneath=beneath)
    assert (values(batch), whys(batch)) == (expected, [])


@pytest.mark.parametrize(
    ("key", "said", "why"),
    [
        ("talen", "Tigrynia", "geen taal"),
        ("talen", "klopt niet", "wat het wel is"),
        ("aanbod", "klopt, maar nu ook in Oost", "verandert ook iets"),
        ("aanbod", "x", "van alles betekenen"),
        ("naam", "weg", "kan niet leeg"),
        ("wachttijd", "2-3 weken", "één aantal"),
        ("contact.telefoon", "06-12345678", "mobiel"),
        ("alles", "de website is anders", "alleen staan dat alles klopt"),
        ("doelgroepen", "ja", "niet wat het is"),
    ],
)
def test_what_is_not_clear_is_told_with_its_line(key: str, said: str, why: str) -> None:
    (found,) = reply(KAART, {key: said}).not_understood
    assert why in found.why
    assert "vraag 2." in found.why
    assert found.remedy
    assert found.place.file == "mail.txt"
    assert found.place.line > 0
    assert "06-1234" not in found.text


def test_beside_all_that_holds_one_thing_may_differ() -> None:
    batch = reply(KAART, {"alles": "klopt", "talen": "Nederlands"})
    assert confirmed(batch) == {"dienst"}
    assert values(batch)["talen"] == ["nl"]
    unclear = reply(KAART, {"alles": "klopt", "talen": "Tigrynia"})
    assert confirmed(unclear) == set()


FORM = form_of(KAART)
MAIL = write_mail(FORM)
TALEN, TIJDEN = number_of(FORM, "talen"), number_of(FORM, "openingstijden")
SAID = {TALEN: "Nederlands, Tigrinya", TIJDEN: "donderdag 13:00-15:00"}
EXPECTED = {
    "talen": ["nl", "ti"],
    "openingstijden": [{"dagen": ["donderdag"], "van": "13:00", "tot": "15:00"}],
}


@pytest.mark.parametrize(
    "mail",
    [
        answered(MAIL, SAID),
        answered(quoted(MAIL), SAID),
        answered(quoted(quoted(MAIL)), SAID),
        answered(quoted(MAIL, sign="| "), SAID),
        answered(quoted(MAIL), SAID, beneath=True),
        answered(MAIL, SAID).replace("\n", "\r\n"),
        answered(MAIL, SAID).replace("\n", "\n\n"),
        answered(MAIL, SAID).replace("=>", "→"),
        answered(MAIL, SAID).replace("    =>", "\u00e0"),
        answered(MAIL, SAID).replace("    ", "\N{NO-BREAK SPACE} "),
        quoted(answered(MAIL, SAID)).replace("078-1234567", "078-1234567<tel:0781234567>"),
        f"Hoi,\n\n{TALEN} Nederlands, Tigrinya\n{TIJDEN}: donderdag 13:00-15:00\nMet vriendelijke groet,\nIemand\n\n"
        + quoted(MAIL),
        answered(MAIL, SAID).replace("Tigrinya", "\n  Tigrinya") + "\nMet vriendelijke groet\nIemand\n",
        "Dank voor uw mail.\n" + answered(quoted(MAIL), SAID) + quoted(quoted(MAIL)),
    ],
    ids=["plain", "quoted", "twice", "bars", "beneath", "crlf", "double-spaced", "arrow", "word-arrow", "nbsp",
         "linked", "by-number", "wrapped-and-signed", "thread"],
)  # fmt: skip
def test_what_mail_programs_do_to_it(mail: str) -> None:
    batch = batch_of(read_mail(mail, name="m"), KAART)
    assert (values(batch), whys(batch)) == (EXPECTED, [])


def test_above_the_questions_it_may_say_that_all_holds() -> None:
    batch = batch_of(read_mail(f"Alles klopt nog!\n\nGroeten\n\n{quoted(MAIL)}", name="m"), KAART)
    assert confirmed(batch) == {"huis", "dienst"}
    assert any("Boven de vragen staat dat alles klopt" in line for line in batch.remarks)


def test_a_number_without_a_question_is_told() -> None:
    (found,) = batch_of(read_mail(f"9.9 iets\n\n{MAIL}", name="m"), KAART).not_understood
    assert "9.9 staat niet in dit bestand" in found.why


def test_what_was_written_over_the_question_is_a_change() -> None:
    batch = batch_of(read_mail(MAIL.replace("Nederlands, Arabisch", "Nederlands"), name="m"), KAART)
    assert values(batch) == {"talen": ["nl"]}
    both = batch_of(
        read_mail(answered(MAIL, {TALEN: "klopt"}).replace("Nederlands, Arabisch", "Nederlands"), name="m"),
        KAART,
    )
    assert "de tekst van de vraag is veranderd" in whys(both)[0]


def test_what_held_then_is_not_confirmed_when_the_kaart_moved_on() -> None:
    now = kaart_file(service(**INLOOP | {"talen": ["nl"]}))
    mail = answered(MAIL, {"2.0": "klopt"})
    batch = batch_of(read_mail(mail, name="m"), now)
    assert (confirmed(batch), values(batch)) == (set(), {"wachttijd": {"gemeten_op": DAY}})
    assert "op de kaart staat intussen iets anders: Nederlands" in whys(batch)[0]


def test_an_entry_that_is_gone_is_told() -> None:
    batch = batch_of(read_mail(answered(MAIL, {"2.0": "klopt"}), name="m"), kaart_file())
    assert "'dienst' staat niet (meer) op deze kaart" in whys(batch)[0]


def applied(batch: Batch, kaart: KaartFile) -> KaartFile:
    """Give the kaart after a batch, without writing it."""
    found = compare(batch, own=kaart)
    after = {item.after.id: item.after for item in found.changed}
    return kaart.model_copy(
        update={
            "organizations": tuple(after.get(item.id, item) for item in kaart.organizations),
            "services": tuple(after.get(item.id, item) for item in kaart.services),
        }
    )


@pytest.mark.parametrize(
    "later", [ANSWERED, Answered(day=date(2027, 3, 1), role=None)], ids=["same-day", "later"]
)
def test_reading_twice_changes_nothing(later: Answered) -> None:
    told = read_mail(answered(MAIL, SAID | {"1.0": "klopt", "2.0": "klopt"}), name="m")
    once = applied(batch_of(told, KAART), KAART)
    assert once != KAART
    assert not compare(batch_of(told, once, when=later), own=once).writes


def test_personal_data_is_not_sent_round() -> None:
    personal = {
        "contact": {"telefoon": "06-12345678", "email": "j.de.vries@huis.example", "functie": "balie"}
    }
    mail = write_mail(form_of(kaart_file(service(**personal))))
    assert "06-1234" not in mail
    assert "vries" not in mail
    assert mail.count("dit lijkt van één") == 2


def test_what_has_stopped_is_not_asked() -> None:
    form = form_of(kaart_file(service(id="a"), service(id="b", status="gestopt")))
    assert [part.id for part in form.parts] == ["huis", "a"]


def test_the_address_of_a_place_is_asked_and_read() -> None:
    address = {"straat": "Plein 1", "postcode": "3311 AB", "plaats": "Dordrecht"}
    house = organization(locaties=[{"id": "hoek", "naam": "Hoek", "wijk": "Oost", "adres": address}])
    kaart = kaart_file().model_copy(update={"organizations": (house,)})
    batch = reply(kaart, {"locaties.hoek": "Laan 2, 3311 CD Dordrecht"}, of="huis")
    place = applied(batch, kaart).organizations[0].locations[0]
    assert (place.address and place.address.street, place.area) == ("Laan 2", "Oost")


@pytest.mark.parametrize(
    "text",
    ["koffie => klopt", "zie 2.3 Talen van medewerkers: Turks", "a\n== 3. Nep ==\n[d:nep 123456]",
     "Kenmerk: huis 2020-01-01", "iets lang genoeg om af te breken op de regel en dan => klopt",
     "[d:dienst 000000]", "1.1 Naam: x\n\n=> y", "a --> b", "a –> b", "a\u200bb → c"],
)  # fmt: skip
def test_text_of_the_kaart_is_never_taken_for_an_answer(text: str) -> None:
    kaart = kaart_file(service(aanbod=text, naam=text))
    batch = batch_of(read_mail(quoted(write_mail(form_of(kaart))), name="m"), kaart)
    assert (batch.entries, batch.not_understood) == ((), ())


def test_another_text_is_not_ours() -> None:
    assert is_mail_of_ours(quoted(MAIL))
    assert not is_mail_of_ours("Dienst;Organisatie\nInloop;Huis\n")
    assert not is_mail_of_ours("1.1 Naam van de dienst: Inloop")


@settings(max_examples=8)
@given(kaart=kaarten())
def test_a_mail_comes_back_as_it_went(kaart: KaartFile) -> None:
    for item in kaart.organizations:
        form = make_form(
            kaart, organization=item.id, gemeente="D", known=KnownIds(), made_on=date(2026, 1, 1)
        )
        mail = write_mail(form)
        silent = batch_of(read_mail(quoted(mail), name="m"), kaart)
        assert (silent.entries, silent.not_understood) == ((), ())
        said = {f"{part.number}.0": "klopt" for part in form.parts if part.known}
        holds = batch_of(read_mail(answered(mail, said), name="m"), kaart)
        assert not any("staat intussen" in found.why for found in holds.not_understood)
        allowed = {"gecontroleerd_op", "gecontroleerd_door", "wachttijd"}
        assert all(set(entry.values) <= allowed for entry in holds.entries)


def test_every_line_of_a_full_kaart_is_read_as_it_is_shown() -> None:
    form = form_of(FULL)
    for part in form.parts:
        for line in part.known:
            found = line.ask.read(line.shown)
            assert found.values, (line.ask.key, line.shown, found.why)


def test_two_places_of_one_name_are_told_apart() -> None:
    places = [{"id": key, "naam": "Hoek", "adres": {"straat": f"Plein {key}"}} for key in ("h1", "h2")]
    kaart = kaart_file().model_copy(update={"organizations": (organization(locaties=places),)})
    batch = reply(kaart, {"locaties.h2": "Laan 2"}, of="huis")
    assert [
        item.address and item.address.street for item in applied(batch, kaart).organizations[0].locations
    ] == [
        "Plein h1",
        "Laan 2",
    ]
