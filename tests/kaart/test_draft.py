from __future__ import annotations

import re
from typing import Any

import pytest

from psoh_cli.kaart.draft import (
    find_organization,
    make_organization,
    make_service,
    new_id,
    read_ages,
    read_value,
)
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.fields import in_words, service_fields
from psoh_cli.kaart.known_ids import KnownIds

KNOWN = KnownIds(chain_steps={"preventie": "Preventieve groepen", "toeleiden": "Toeleiden naar zorg"})
FIELDS = {field.key: field for field in service_fields(KNOWN)}
ENOUGH = {"naam": "Inloop", "aanbod": "koffie", "bron": "site"}


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("naam", "  Inloop ", "Inloop"),
        ("naam", "   ", None),
        ("werkgebied", "Onbekend", None),
        ("bron", "onbekend", "onbekend"),
        ("aanbod", "praten, eten en meer", "praten, eten en meer"),
        ("ketenstappen", "1, toeleiden, Preventieve groepen", ["preventie", "toeleiden"]),
        ("ketenstappen", ", ,", None),
        ("talen", "Tigrinya, AR, oekraiens, tig", ["ti", "ar", "uk", "tig"]),
        ("tolkinzet", "Op aanvraag", "op-aanvraag"),
        ("tolkinzet", "1", "vast"),
        ("leeftijd", "12-17", {"van": "12", "tot": "17"}),
        ("leeftijd", "18+", {"van": "18"}),
        ("leeftijd", "65 en ouder", {"van": "65"}),
        ("leeftijd", "12 t/m 17 jaar", {"van": "12", "tot": "17"}),
        ("leeftijd", "15", {"van": "15", "tot": "15"}),
        ("leeftijd", "-12", {"tot": "12"}),
        ("werkgebied", "GM0505, Centrum", ["GM0505", "Centrum"]),
    ],
)
def test_what_is_typed_becomes_a_value(key: str, text: str, value: Any) -> None:
    assert read_value(FIELDS[key], text) == value


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("ketenstappen", "preventi", "'preventie'"),
        ("ketenstappen", "3", "Kies uit: preventie, toeleiden"),
        ("ketenstappen", "0", "Kies uit"),
        ("tolkinzet", "telefonish", "'telefonisch'"),
        ("talen", "Tigrinje", "Bedoelt u Tigrinya (ti)?"),
        ("talen", "Klingoonse spraak", "geen taal die psoh kent"),
        ("leeftijd", "jong", "12-17"),
        ("leeftijd", "-", "geen leeftijd"),
    ],
)
def test_what_cannot_be_is_explained(key: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        read_value(FIELDS[key], text)


@pytest.mark.parametrize(
    ("key", "text", "value"),
    [
        ("ketenstappen", "groepen, naar zorg", ["preventie", "toeleiden"]),
        ("ketenstappen", "prev", ["preventie"]),
        ("tolkinzet", "familie", "informeel"),
        ("toegang", "huisarts, wmo", ["verwijzing-huisarts", "indicatie-wmo"]),
        ("wachttijd", "6 weken", {"weken": 6}),
        ("wachttijd", "0", {"weken": 0}),
    ],
)
def test_at_a_terminal_a_part_of_the_words_will_do(key: str, text: str, value: Any) -> None:
    assert read_value(FIELDS[key], text, part=True) == value


@pytest.mark.parametrize(
    ("key", "text", "says"),
    [
        ("toegang", "indicatie", "'Indicatie Wmo' of 'Indicatie jeugdhulp' zijn. Typ het nummer."),
        ("toegang", "x", "Typ een nummer uit de lijst."),
        ("wachttijd", "lang", "alleen cijfers"),
    ],
)
def test_a_part_that_several_have_chooses_nothing(key: str, text: str, says: str) -> None:
    with pytest.raises(ValueError, match=re.escape(says)):
        read_value(FIELDS[key], text, part=True)


def test_every_choice_has_words_of_its_own() -> None:
    for field in FIELDS.values():
        names = list((field.choices or {}).values())
        assert len(set(names)) == len(names)
        assert not [name for name in names if "-" in name and name == in_words(name)]
        assert "onbekend" not in (field.choices or {})


def test_a_waiting_time_is_measured_when_it_was_asked() -> None:
    asked = ENOUGH | {"wachttijd": {"weken": 6}, "gecontroleerd_op": "2026-06-30"}
    made = make_service(asked, organization="huis", taken=())
    assert made.waiting is not None
    assert (made.waiting.weeks, str(made.waiting.measured_on)) == (6, "2026-06-30")
    never = make_service(ENOUGH | {"wachttijd": {"weken": 6}}, organization="huis", taken=())
    assert never.waiting is not None
    assert never.waiting.measured_on is None


def test_every_question_is_a_field_of_a_service_with_a_flag_of_its_own() -> None:
    aliases = {field.alias or name for name, field in Service.model_fields.items()}
    assert FIELDS.keys() <= aliases
    assert len({field.flag for field in FIELDS.values()}) == len(FIELDS)
    required = {field.alias or name for name, field in Service.model_fields.items() if field.is_required()}
    made_by_us = {"id", "organisatie", "gecontroleerd_op"}
    assert {field.key for field in FIELDS.values() if field.required} == required - made_by_us


def test_a_service_of_the_least_there_can_be_leaves_the_rest_unknown() -> None:
    made = make_service(ENOUGH, organization="huis", taken=())
    assert made == Service.model_validate(
        ENOUGH | {"id": "inloop", "organisatie": "huis", "gecontroleerd_op": "onbekend"}
    )
    assert made.assured_date is None


def test_a_value_that_does_not_fit_is_told_by_its_field() -> None:
    with pytest.raises(ValueError, match=r"leeftijd: .*omgedraaid"):
        make_service(ENOUGH | {"leeftijd": {"van": "20", "tot": "10"}}, organization="huis", taken=())
    with pytest.raises(ValueError, match="gecontroleerd_op: 'gisteren' is geen datum"):
        make_service(ENOUGH | {"gecontroleerd_op": "gisteren"}, organization="huis", taken=())
    with pytest.raises(ValueError, match="ketenpartner"):
        make_organization("Huis", partner_type="Geen Id", values=ENOUGH, taken=())


def test_ids_are_new() -> None:
    assert new_id("Café 't Huis!", taken=(), otherwise="dienst") == "cafe-t-huis"
    assert new_id("Inloop", taken=("inloop", "inloop-2"), otherwise="dienst") == "inloop-3"
    assert new_id("مرحبا", taken=(), otherwise="dienst") == "dienst"


def test_an_organization_by_id_or_by_name() -> None:
    organizations = {"huis": "Het Grote Huis", "gym": "Gym"}
    assert find_organization("huis", organizations=organizations) == "huis"
    assert find_organization("het grote huis", organizations=organizations) == "huis"
    assert find_organization("Huisje", organizations=organizations) is None


@pytest.mark.parametrize(
    ("text", "ages"), [("15", (15, 15)), ("12-17", (12, 17)), ("65+", (65, 150)), ("-4", (0, 4))]
)
def test_ages_of_a_filter(text: str, ages: tuple[int, int]) -> None:
    assert read_ages(text) == ages


def test_a_number_in_a_free_field_stays_what_it_is() -> None:
    assert read_value(FIELDS["bron"], "2") == "2"
