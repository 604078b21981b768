"""Of a group or a list only the part that does not fit stays out; a slip never says more than somebody meant."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from tests.kaart.exchange.arrivals import at, batch, incoming
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.came_in import NotUnderstood
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.written import as_fields

DAYS = {"van": "09:00", "tot": "17:00"}
KNOWN = KnownIds(chain_steps={"preventie": "Preventie", "crisis": "Crisis"})


def of_service(*, complete: bool = False, before: dict[str, Any] | None = None, **values: Any) -> Preview:
    own = kaart_file(service(id="les", **(before or {})))
    return compare(batch(incoming(id="les", **values), complete=complete), own=own, known=KNOWN)


def after(preview: Preview, key: str) -> Any:
    entry = preview.changed[0].after if preview.changed else preview.new[-1].entry
    return as_fields(entry).get(key)


def texts(preview: Preview) -> list[str]:
    return [item.text for item in preview.not_understood]


@pytest.mark.parametrize(
    ("key", "given", "kept", "told"),
    [
        ("talen", ["ar", "klingon", "ti"], ["ar", "ti"], ["klingon"]),
        ("talen", ["klingon", "ar", "Elfs"], ["ar"], ["klingon", "Elfs"]),
        ("ketenstappen", ["preventie", "nergens", "crisis"], ["preventie", "crisis"], ["nergens"]),
        ("contact", {"telefoon": "020-1234567", "zichtbaar": "iedereen"},
         {"telefoon": "020-1234567", "zichtbaar": "professional"}, ["iedereen"]),
        ("openingstijden", [{"dagen": ["maandag", "gisteren"], **DAYS}, {"dagen": ["vrijdag"], **DAYS}],
         [{"dagen": ["maandag"], **DAYS}, {"dagen": ["vrijdag"], **DAYS}], ["gisteren"]),
        ("openingstijden", [{"dagen": ["gisteren"], **DAYS}, {"dagen": ["vrijdag"], **DAYS}],
         [{"dagen": ["vrijdag"], **DAYS}], ["gisteren"]),
        ("openingstijden", [{"dagen": ["maandag"], "van": "vroeg", "tot": "17:00"}, {"dagen": ["vrijdag"], **DAYS}],
         [{"dagen": ["vrijdag"], **DAYS}], ["dagen: maandag, van: vroeg, tot: 17:00"]),
    ],
)  # fmt: skip
def test_the_rest_of_it_counts(key: str, given: Any, kept: Any, told: list[str]) -> None:
    preview = of_service(**{key: given})
    assert after(preview, key) == kept
    assert texts(preview) == told


@pytest.mark.parametrize(
    ("key", "given"),
    [
        ("talen", ["klingon"]), ("leeftijd", {"van": "twaalf", "tot": 17}),
        ("wachttijd", {"weken": 6, "gemeten_op": "ooit"}),
        ("wachttijd", {"weken": "zes", "gemeten_op": "2026"}),
        ("openingstijden", [{"dagen": ["gisteren"], **DAYS}]), ("capaciteit", {"plaatsen": 4, "per": "eeuw"}),
    ],
)  # fmt: skip
def test_a_part_that_says_something_else_alone_goes_with_the_whole(key: str, given: Any) -> None:
    preview = of_service(**{key: given})
    assert not preview.changed
    assert len(texts(preview)) == 1


@pytest.mark.parametrize("complete", [False, True])
def test_a_slip_in_a_group_leaves_what_stood_there(*, complete: bool) -> None:
    before = {"contact": {"telefoon": "020-1234567", "email": "a@huis.example", "zichtbaar": "professional"}}
    given = {"contact": {"telefoon": "06\x1b", "email": "b@huis.example", "zichtbaar": "ja"}}
    preview = of_service(complete=complete, before=before, **given)
    assert after(preview, "contact") == {
        "telefoon": "020-1234567", "email": "b@huis.example", "zichtbaar": "professional",
    }  # fmt: skip
    assert len(texts(preview)) == 2


def test_who_may_see_it_stays_as_it_was_and_of_something_new_it_is_not_everybody() -> None:
    public = of_service(zichtbaar="iedreen", talen=["ar"])
    assert after(public, "zichtbaar") is None
    row = incoming(name="Koor", organization="Huis", naam="Koor", aanbod="a", bron="b", zichtbaar="prof")
    preview = compare(batch(row), own=kaart_file())
    assert after(preview, "zichtbaar") == "professional"
    assert preview.not_understood[0].remedy.endswith("Tot die tijd is het alleen voor professionals.")


def test_a_fault_in_a_place_is_found_by_the_id_of_that_place() -> None:
    places = [{"id": "oost", "naam": "Oost"}, {"id": "west", "naam": "West", "wijk": "Centrum"}]
    own = kaart_file(organisaties=[organization(locaties=places)])
    west = {
        "id": "west",
        "naam": "West 2",
        "openingstijden": [{"dagen": ["gisteren"]}],
        "adres": {"postcode": "\x1b"},
    }
    preview = compare(batch(incoming("organisatie", id="huis", locaties=[west])), own=own)
    assert after(preview, "locaties") == [places[0], {"id": "west", "naam": "West 2", "wijk": "Centrum"}]
    unnamed = compare(batch(incoming("organisatie", id="huis", locaties=[{"id": "noord"}, west])), own=own)
    assert [place["id"] for place in after(unnamed, "locaties")] == ["oost", "west"]


def test_who_may_see_something_new_is_not_everybody_where_its_cell_could_not_be_read() -> None:
    columns = {"zichtbaar": "Zichtbaar", "contact.zichtbaar": "Contact zichtbaar"}
    new: dict[str, Any] = {"naam": "Koor", "aanbod": "a", "bron": "b", "contact": {"telefoon": "020-1234567"}}
    row = incoming(name="Koor", organization="Huis", columns=columns, **new)
    unread = tuple(NotUnderstood(place=at(2, heading), text="prof", why="x") for heading in columns.values())
    said = Batch(entries=(row,), not_understood=unread)
    preview = compare(said, own=kaart_file())
    assert (after(preview, "zichtbaar"), after(preview, "contact")["zichtbaar"]) == ("professional",) * 2
    known = incoming(id="les", columns=columns, talen=["ar"])
    there = compare(replace(said, entries=(known,)), own=kaart_file(service(id="les")))
    assert after(there, "zichtbaar") is None
