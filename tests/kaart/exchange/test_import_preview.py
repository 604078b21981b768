"""What came in held against the kaart: new, changed, unchanged, not understood; and nothing assumed."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from tests.kaart.exchange.arrivals import as_batch, at, batch, empty_kaart, incoming
from tests.kaart.samples import kaart_file, many_services, organization, service

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.answers import IS_NEW, Answers
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.known_ids import KnownIds

KNOWN = KnownIds(
    partner_types={"welzijn": "Welzijn", "ggz": "Ggz"},
    chain_steps={"preventie": "Preventie", "toeleiden": "Toeleiden"},
)
LES = service(
    id="les", naam="Taalles", talen=["nl"], contact={"telefoon": "020-1234567", "email": "les@huis.example"}
)
OWN = kaart_file(LES)


def told(preview: Preview) -> list[tuple[str, str]]:
    return [(item.place.in_words(), item.why) for item in preview.not_understood]


def fields(preview: Preview) -> list[tuple[str, str, str]]:
    (changed,) = preview.changed
    return [(item.key, item.before, item.after) for item in changed.fields]


def test_an_entry_is_found_by_its_id() -> None:
    preview = compare(batch(incoming(id="les", naam="Taal en meer")), own=OWN)
    assert fields(preview) == [("naam", "Taalles", "Taal en meer")]


def test_a_service_is_found_by_its_name_within_its_organization_and_keeps_how_the_kaart_writes_it() -> None:
    preview = compare(
        batch(incoming(name="TAALLES", naam="TAALLES", organization="huis", talen=["nl", "ar"])), own=OWN
    )
    assert fields(preview) == [("talen", "Nederlands", "Nederlands, Arabisch")]


def test_the_same_name_at_another_organization_is_another_service() -> None:
    other = kaart_file(LES, organisaties=[organization(), organization(id="school", naam="School")])
    preview = compare(
        batch(incoming(name="Taalles", organization="School", naam="Taalles", aanbod="les", bron="opgave")),
        own=other,
    )
    assert [(item.entry.id, getattr(item.entry, "organization", "")) for item in preview.new] == [
        ("taalles", "school")
    ]


def test_a_name_that_is_nearly_the_same_is_asked_about_and_never_taken_for_it() -> None:
    row = incoming(name="Taalless", organization="Huis", naam="Taalless", aanbod="les", bron="opgave")
    preview = compare(batch(row), own=OWN)
    assert [(item.entry.id, item.alike) for item in preview.new] == [("taalless", ("les",))]
    assert [(item.about, item.name, item.candidates) for item in preview.questions] == [
        ("dezelfde", "Taalless", {"les": "Taalles"})
    ]
    assert not preview.questions[0].is_needed
    same = compare(batch(row), own=OWN, answers=Answers(same={"Taalless": "les"}))
    assert [key for key, _, _ in fields(same)] == ["bron", "aanbod"]
    other = compare(batch(row), own=OWN, answers=Answers(same={"Taalless": IS_NEW}))
    assert other.new
    assert not other.questions


def test_a_name_that_two_entries_have_is_not_guessed_at() -> None:
    twice = kaart_file(LES, service(id="les-2", naam="Taalles"))
    preview = compare(batch(incoming(name="Taalles", organization="Huis", talen=["ar"])), own=twice)
    assert told(preview) == [("aanbod.xlsx, blad Aanbod, rij 2", "meer dan één dienst op de kaart heet zo")]
    assert preview.not_understood[0].remedy == "Zet het id erbij: les of les-2."


def test_the_same_service_twice_in_a_file_is_told_also_when_it_says_the_same() -> None:
    row = incoming(name="Koor", organization="Huis", naam="Koor", aanbod="zingen", bron="opgave")
    again = incoming(name="Koor", organization="Huis", naam="Koor", aanbod="zingen", bron="opgave", row=3)
    other = incoming(name="Koor", organization="Huis", naam="Koor", aanbod="luisteren", bron="opgave", row=4)
    preview = compare(batch(row, again, other), own=OWN)
    assert len(preview.new) == 1
    assert told(preview) == [
        ("aanbod.xlsx, blad Aanbod, rij 3", "deze dienst staat er al precies zo in; psoh neemt hem één keer"),
        (
            "aanbod.xlsx, blad Aanbod, rij 4",
            "deze dienst staat er twee keer in, met andere gegevens: eerder op rij 2",
        ),
    ]


def test_a_value_that_does_not_fit_is_told_at_its_cell_and_the_rest_counts() -> None:
    row = incoming(
        id="les",
        talen=["ar"],
        wachttijd={"weken": "zes"},
        columns={"talen": "Talen", "wachttijd.weken": "Wachttijd"},
    )
    preview = compare(batch(row), own=OWN)
    assert fields(preview) == [("talen", "Nederlands", "Arabisch")]
    ((where, why),) = told(preview)
    assert where == "aanbod.xlsx, blad Aanbod, rij 2, kolom Wachttijd"
    assert why.startswith("'zes' is geen heel getal")


def test_an_id_that_the_knowledge_does_not_have_is_told_with_what_was_meant() -> None:
    preview = compare(batch(incoming(id="les", ketenstappen=["preventi"])), own=OWN, known=KNOWN)
    assert told(preview) == [("aanbod.xlsx, blad Aanbod, rij 2", "'preventi' kent psoh niet")]
    assert preview.not_understood[0].remedy == "Bedoelt u 'preventie'?"
    assert [item.id for item in preview.unchanged] == ["les"]


def test_a_new_service_that_lacks_what_it_cannot_do_without_is_told_as_a_whole() -> None:
    preview = compare(batch(incoming(name="Koor", organization="Huis", naam="Koor", bron="opgave")), own=OWN)
    assert told(preview) == [
        (
            "aanbod.xlsx, blad Aanbod, rij 2",
            "deze dienst kan niet op de kaart: er ontbreekt 'Wat de dienst biedt'",
        )
    ]
    assert "één of twee zinnen" in preview.not_understood[0].remedy


def test_what_a_file_does_not_speak_of_stays_and_none_takes_away() -> None:
    row = incoming(id="les", contact={"telefoon": "020-7654321"}, talen=None, naam=None)
    preview = compare(batch(row), own=OWN)
    after = preview.changed[0].after
    assert isinstance(after, Service)
    assert after.contact is not None
    assert (after.contact.phone, after.contact.email, after.languages) == (
        "020-7654321",
        "les@huis.example",
        (),
    )
    assert [why for _, why in told(preview)] == ["'Dienst' kan niet leeg zijn"]


def test_locations_that_are_not_named_stay_unless_the_file_is_whole() -> None:
    places = [{"id": "oost", "naam": "Oost"}, {"id": "west", "naam": "West"}]
    own = kaart_file(organisaties=[organization(locaties=places)])
    row = incoming("organisatie", id="huis", locaties=[{"id": "west", "naam": "West 2"}])
    part = compare(batch(row), own=own).changed[0].after
    whole = compare(batch(row, complete=True), own=own).changed[0].after
    assert isinstance(part, Organization)
    assert isinstance(whole, Organization)
    assert [(item.id, item.name) for item in part.locations] == [("oost", "Oost"), ("west", "West 2")]
    assert [(item.id, item.name) for item in whole.locations] == [("west", "West 2")]


def test_a_new_organization_waits_for_its_kind_and_its_source_and_its_services_wait_with_it() -> None:
    rows = [
        incoming(name=name, organization="Nieuw Huis", naam=name, aanbod="iets") for name in ("Koor", "Soep")
    ]
    preview = compare(batch(*rows), own=OWN, known=KNOWN)
    assert not preview.new
    assert [(item.about, item.name, item.entries) for item in preview.questions] == [
        ("bron", "", 3), ("ketenpartner", "Nieuw Huis", 1)
    ]  # fmt: skip
    assert [(item.name, item.needs) for item in preview.waiting] == [
        ("Nieuw Huis", ("bron", "ketenpartner")), ("Koor", ("bron", "organisatie")), ("Soep", ("bron", "organisatie")),
    ]  # fmt: skip
    answers = Answers(source="opgave van de organisatie", partner_types={"nieuw huis": "welzijn"})
    preview = compare(batch(*rows), own=OWN, known=KNOWN, answers=answers)
    assert [(item.kind, item.entry.id) for item in preview.new] == [
        ("organisatie", "nieuw-huis"), ("dienst", "koor"), ("dienst", "soep"),
    ]  # fmt: skip
    assert not preview.questions
    assert not preview.waiting


def test_rows_about_one_organization_fill_each_other_in_and_differ_at_their_own_cell() -> None:
    first = incoming("organisatie", name="School", naam="School", ketenpartner="welzijn", bron="b")
    second = incoming(
        "organisatie", name="school", naam="school", website="https://school.example", bron="c", row=3,
        columns={"bron": "Bron"},
    )  # fmt: skip
    preview = compare(batch(first, second), own=OWN)
    (new,) = preview.new
    assert isinstance(new.entry, Organization)
    assert (new.entry.name, new.entry.website, new.entry.source) == ("School", "https://school.example", "b")
    assert told(preview) == [
        (
            "aanbod.xlsx, blad Aanbod, rij 3, kolom Bron",
            "bij dezelfde organisatie staat op rij 2 iets anders: 'b'",
        )
    ]


def test_a_confirmation_that_goes_back_in_time_is_told() -> None:
    back = compare(batch(incoming(id="les", gecontroleerd_op="2020")), own=OWN)
    on = compare(batch(incoming(id="les", gecontroleerd_op="2026-08")), own=OWN)
    gone = compare(batch(incoming(id="les", gecontroleerd_op=None)), own=OWN)
    assert [preview.changed[0].goes_back for preview in (back, on, gone)] == [True, False, True]


def test_what_is_not_in_a_whole_file_is_told_and_in_a_part_it_is_not() -> None:
    row = incoming(id="les", talen=["nl"])
    assert [item.id for item in compare(batch(row, complete=True), own=OWN).missing] == ["huis"]
    assert compare(batch(row), own=OWN).missing == ()


@pytest.mark.parametrize("name", ["../../etc/passwd", "A B", "x" * 300, "-", "les\n", "é"])
def test_what_is_no_id_is_refused_at_its_cell(name: str) -> None:
    preview = compare(batch(incoming(id=name, columns={"id": "id"}, naam="X")), own=OWN)
    assert not preview.writes
    assert [item.place for item in preview.not_understood] == [at(2, "id")]
    assert len(preview.not_understood[0].text) <= 80
    assert preview.not_understood[0].text.isprintable()


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("x" * 10_000_000, "dit zijn 10000000 tekens"),
        ("rust\x1b[2Jig", "onzichtbaar stuurteken"),
        ("van \u202e links", "onzichtbaar stuurteken"),
    ],
)
def test_a_hostile_cell_is_refused_with_its_place_and_never_repeated_in_full(value: str, said: str) -> None:
    preview = compare(batch(incoming(id="les", aanbod=value, columns={"aanbod": "Aanbod"})), own=OWN)
    (refused,) = preview.not_understood
    assert refused.place == at(2, "Aanbod")
    assert said in refused.why
    assert len(refused.text) <= 80
    assert refused.text.isprintable()
    assert not preview.writes


@given(many_services())
@settings(max_examples=25)
def test_a_kaart_that_comes_in_as_it_is_changes_nothing(services: tuple[Service, ...]) -> None:
    own = kaart_file(*services)
    preview = compare(as_batch(own), own=own)
    assert not preview.writes
    assert not preview.not_understood
    assert not preview.missing
    assert len(preview.unchanged) == 1 + len(services)


@given(many_services())
@settings(max_examples=25)
def test_a_kaart_comes_whole_into_an_empty_one(services: tuple[Service, ...]) -> None:
    own = kaart_file(*services)
    preview = compare(as_batch(own), own=empty_kaart())
    assert tuple(item.entry for item in preview.new) == (*own.organizations, *own.services)
    assert not preview.not_understood
    assert not preview.waiting


class TestSharedKaart:
    SHARED = kaart_file(
        service(id="koor", organisatie="school", naam="Koor", talen=["ti"]),
        name="Regio",
        organisaties=[organization(id="school", naam="School")],
    )

    def test_what_stands_there_as_it_came_in_is_not_new(self) -> None:
        rows = (
            incoming(name="Koor", organization="School", talen=["ti"]),
            incoming("organisatie", name="School"),
        )
        preview = compare(batch(*rows), own=OWN, shared=(self.SHARED,))
        assert not preview.writes
        assert {item.id for item in preview.unchanged} == {"school", "koor"}

    def test_what_differs_is_not_changed_from_here(self) -> None:
        preview = compare(batch(incoming(id="koor", talen=["ar"])), own=OWN, shared=(self.SHARED,))
        assert not preview.writes
        assert "gedeelde kaart" in told(preview)[0][1]

    def test_a_new_service_may_be_of_an_organization_there(self) -> None:
        row = incoming(name="Les", organization="School", naam="Les", aanbod="les", bron="opgave")
        preview = compare(batch(row), own=OWN, shared=(self.SHARED,))
        assert [(item.entry.id, getattr(item.entry, "organization", "")) for item in preview.new] == [
            ("les-2", "school")
        ]

    def test_the_own_kaart_goes_first_and_only_the_own_one_misses_entries(self) -> None:
        shared = kaart_file(service(id="les", naam="Anders", talen=["so"]), name="Regio")
        preview = compare(batch(incoming(id="les", talen=["ar"]), complete=True), own=OWN, shared=(shared,))
        assert [item.before for item in preview.changed] == [LES]
        assert [item.id for item in preview.missing] == ["huis"]


def test_a_group_of_which_a_part_was_not_understood_is_told_of_once() -> None:
    own = kaart_file(service(id="les", wachttijd={"weken": 6, "gemeten_op": "2026-06"}))
    row = incoming(id="les", wachttijd={"gemeten_op": "2026-06"}, columns={"wachttijd.weken": "Wachttijd"})
    said = NotUnderstood(place=at(2, "Wachttijd"), text="heel lang", why="dit is geen aantal weken")
    preview = compare(Batch(entries=(row,), not_understood=(said,), is_complete=True), own=own)
    assert preview.not_understood == (said,)
    assert [item.id for item in preview.unchanged] == ["les"]
    alone = compare(Batch(entries=(row,), is_complete=True), own=own)
    assert [item.place for item in alone.not_understood] == [at(2, "Wachttijd")]
