"""HSDS files of others: what comes in, and one line with its path for every field that has no place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.exchange.hsds_worlds import SETTING, read_back

from psoh_cli.kaart.exchange.hsds.documents import export
from psoh_cli.kaart.exchange.hsds.incoming import to_batch
from psoh_cli.kaart.exchange.hsds.tabular import export_tables
from psoh_cli.kaart.exchange.incoming import Batch, Incoming

HOUSE: dict[str, Any] = {"id": "h", "name": "Huis", "description": "Ontmoeten"}
GROUP: dict[str, Any] = {"id": "g", "name": "Groep", "status": "active", "description": "Praten"}


def batch(*documents: Any) -> Batch:
    return to_batch({f"{number}.json": json.dumps(item).encode() for number, item in enumerate(documents)})


def of_service(**fields: Any) -> Batch:
    return batch(GROUP | {"organization": HOUSE} | fields)


def values(found: Batch, kind: str = "dienst") -> dict[str, Any]:
    return dict(next(item for item in found.entries if item.kind == kind).values)


def told(found: Batch) -> list[tuple[str, str]]:
    return [(item.place.column, item.text) for item in found.not_understood]


def names(found: Batch) -> list[tuple[str, str, str]]:
    return [(item.kind, item.name, item.organization_name) for item in found.entries]


@pytest.mark.parametrize(
    "documents",
    [
        [GROUP | {"organization": HOUSE}],
        [HOUSE | {"services": [GROUP]}],
        [[GROUP | {"organization_id": "h"}], HOUSE],
        [{"contents": [HOUSE], "total_items": 1}, {"contents": [GROUP | {"organization_id": "h"}]}],
        [
            {
                "id": "s",
                "service": GROUP | {"organization": HOUSE},
                "location": {"id": "l", "location_type": "virtual"},
            }
        ],
    ],
    ids=["in the service", "in the organization", "arrays", "pages", "at a location"],
)
def test_the_same_comes_in_however_the_files_are_cut(documents: list[Any]) -> None:
    found = batch(*documents)
    assert sorted(names(found)) == [("dienst", "Groep", "Huis"), ("organisatie", "Huis", "")]
    assert values(found) == {"naam": "Groep", "aanbod": "Praten", "status": "actief"}


def test_what_a_file_says_itself_goes_before_a_copy_in_another() -> None:
    old = HOUSE | {"services": [GROUP | {"description": "Oud", "url": "https://g.example"}]}
    found = batch(old, GROUP | {"organization_id": "h", "description": "Nieuw"})
    assert values(found)["aanbod"] == "Nieuw"
    assert values(found)["website"] == "https://g.example"


def test_a_service_without_an_organization_is_told() -> None:
    found = batch(GROUP)
    assert "welke organisatie" in found.not_understood[0].why


def test_each_dropped_field_has_its_path_a_reason_and_often_a_way_out() -> None:
    found = of_service(
        alternate_name="Praatgroep",
        program={"id": "p", "name": "Programma"},
        funding=[{"id": "f", "source": "Gemeente"}, {"id": "f2", "source": "Fonds"}],
        wait_time="6 weken",
        eigen_veld=7,
    )
    assert told(found) == [
        ("alternate_name", "Praatgroep"),
        ("program", "Programma"),
        ("funding[0]", "Gemeente"),
        ("funding[1]", "Fonds"),
        ("wait_time", "6 weken"),
        ("eigen_veld", "7"),
    ]
    assert all(item.why for item in found.not_understood)
    assert found.not_understood[4].remedy.startswith("Vul wachttijd zelf in")


def test_names_of_people_do_not_come_in_and_are_not_shown() -> None:
    person = {"id": "c", "name": "Ann Persona", "title": "Balie", "email": "ann.persona@huis.example"}
    found = of_service(
        contacts=[person, person | {"id": "d"}], metadata=[{"id": "m", "updated_by": "Ann Persona"}]
    )
    assert values(found)["contact"] == {"functie": "Balie"}
    assert [item.place.column for item in found.not_understood] == [
        "contacts[0].name", "contacts[0].email", "contacts[1]", "metadata[0]",
    ]  # fmt: skip
    assert "Persona" not in json.dumps([item.text for item in found.not_understood])
    assert "persona" not in json.dumps(values(found)).lower()


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        ("active", "actief"),
        ("temporarily closed", "tijdelijk-gesloten"),
        ("defunct", "gestopt"),
        ("inactive", None),
    ],
)
def test_a_status_that_can_mean_two_things_is_asked(status: str, ours: str | None) -> None:
    found = of_service(status=status)
    assert values(found).get("status") == ours
    assert (told(found) == []) is (ours is not None)


@pytest.mark.parametrize(
    ("schedule", "ours", "dropped"),
    [
        (
            {"freq": "WEEKLY", "byday": "TU,TH", "opens_at": "09:30:00", "closes_at": "12:00+01:00"},
            {"dagen": ["dinsdag", "donderdag"], "van": "09:30", "tot": "12:00"},
            [],
        ),
        ({"freq": "MONTHLY", "byday": "2MO", "description": "x"}, {"toelichting": "x"}, ["byday"]),
        ({"freq": "WEEKLY", "interval": 2, "byday": "MO"}, None, ["byday", "interval"]),
        ({"opens_at": "10:00Z", "closes_at": "half drie"}, None, ["opens_at", "closes_at"]),
        ({"byday": "MO", "valid_to": "2005-01-01"}, {"dagen": ["maandag"]}, ["valid_to"]),
    ],
)
def test_opening_hours(schedule: dict[str, Any], ours: dict[str, Any] | None, dropped: list[str]) -> None:
    found = of_service(schedules=[{"id": "s"} | schedule])
    assert values(found).get("openingstijden") == (None if ours is None else [ours])
    assert [item.place.column for item in found.not_understood] == [f"schedules[0].{key}" for key in dropped]


@pytest.mark.parametrize(
    ("costs", "ours", "count"),
    [
        ([{"amount": 0, "currency": "EUR"}], {"kosten_client": "gratis"}, 0),
        ([{"amount": 15}], {"kosten_bedrag": 15}, 0),
        ([{"amount": 12.5}], {}, 1),
        ([{"amount": 10, "currency": "gbp"}], {}, 1),
        ([{"amount": 10}, {"amount": 5}], {}, 2),
    ],
)
def test_a_price_in_whole_euros(costs: list[dict[str, Any]], ours: dict[str, Any], count: int) -> None:
    found = of_service(cost_options=[{"id": str(number)} | item for number, item in enumerate(costs)])
    assert {key: value for key, value in values(found).items() if key.startswith("kosten")} == ours
    assert len(found.not_understood) == count


def test_languages_areas_and_ages() -> None:
    found = of_service(
        languages=[
            {"id": "1", "code": "ara"},
            {"id": "2", "name": "Tigrinya"},
            {"id": "3", "name": "Klingon?"},
        ],
        service_areas=[
            {"id": "1", "uri": "https://identifier.overheid.nl/tooi/id/gemeente/gm0505", "name": "Dordrecht"},
            {"id": "2", "name": "Oost", "extent_type": "text"},
        ],
        minimum_age=12,
        maximum_age=150,
    )
    assert values(found)["talen"] == ["ar", "ti"]
    assert values(found)["werkgebied"] == ["GM0505", "Oost"]
    assert values(found)["leeftijd"] == {"van": 12}
    assert sorted(item.place.column for item in found.not_understood) == ["languages[2]", "maximum_age"]


def test_a_product_of_the_government_is_known_by_its_address() -> None:
    term = {"id": "t", "name": "jeugdhulp", "term_uri": "http://standaarden.overheid.nl/owms/terms/jeugdhulp"}
    found = of_service(attributes=[{"id": "a", "taxonomy_term": term}, {"id": "b", "label": "Ander"}])
    assert values(found)["upl"] == "jeugdhulp"
    assert told(found) == [("attributes[1]", "Ander")]


def test_places_get_an_id_after_their_name_and_services_point_to_it() -> None:
    home = {"country": "NL", "address_type": "physical", "address_1": "Plein 1", "city": "Dordrecht"}
    place = {"id": "l", "location_type": "physical", "name": "De Hoek", "addresses": [{"id": "a"} | home]}
    other = place | {"id": "l2", "addresses": [{"id": "b"} | home | {"country": "BE"}]}
    links = [{"id": "1", "location": place}, {"id": "2", "location": other}, {"id": "3", "location_id": "l"}]
    found = of_service(service_at_locations=links)
    assert values(found)["locaties"] == ["de-hoek", "de-hoek-2"]
    assert values(found, "organisatie")["locaties"] == [
        {"id": "de-hoek", "naam": "De Hoek", "adres": {"straat": "Plein 1", "plaats": "Dordrecht"}},
        {"id": "de-hoek-2", "naam": "De Hoek"},
    ]
    assert told(found) == [("service_at_locations[1].location.addresses[0]", "Plein 1")]


def test_a_sentence_of_ours_that_somebody_changed_is_told() -> None:
    files = {name: json.loads(data) for name, data in export(FULL, SETTING).files.items()}
    name = next(
        key for key, item in files.items() if key.startswith("services/") and item.get("name") == "Groep"
    )
    files[name]["interpretation_services"] = "Alleen op dinsdag een tolk"
    files[name]["description"] = "Samen eten"
    found, (_, services) = read_back({key: json.dumps(item).encode() for key, item in files.items()})
    assert services["groep"].description == "Samen eten"
    assert told(found) == [("interpretation_services", "Alleen op dinsdag een tolk")]


def test_tables_tell_file_and_row() -> None:
    tables = dict(export_tables(FULL, SETTING).files)
    head, first, *rest = tables["services.csv"].decode().split("\r\n")
    rows = [f"{head},wait_time", f"{first},lang", *(f"{row}," for row in rest if row)]
    tables["services.csv"] = "\r\n".join(rows).encode()
    found = to_batch(tables)
    assert [item.place.in_words() for item in found.not_understood] == [
        "services.csv, rij 2, kolom wait_time"
    ]


def test_tables_of_others_under_other_names() -> None:
    descriptor = {
        "resources": [{"name": "organization", "path": "data/org.csv"}, {"name": "program", "path": "p.csv"}]
    }
    tables = {
        "datapackage.json": json.dumps(descriptor).encode(),
        "data/org.csv": b"id,name,description\nh,Huis,Ontmoeten\n,Zonder,x\n",
        "services.csv": b"id,organization_id,program_id,name,status\ng,h,p,Groep,active\n",
        "p.csv": b"id,organization_id,name\np,h,Programma\n",
        "anders.csv": b"a,b\n1,2\n",
    }
    found = to_batch(tables)
    assert sorted(names(found)) == [("dienst", "Groep", "Huis"), ("organisatie", "Huis", "")]
    assert sorted((item.place.in_words(), item.text) for item in found.not_understood) == [
        ("anders.csv", ""), ("data/org.csv, rij 3", ""), ("services.csv, rij 2, kolom program", "Programma"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "data",
    [
        b"", b"{", b"\xff\xfe{", b'{"id": NaN}', b'{"id": "a", "id": "b"}', b"[" * 5000, b'{"a":' * 3000, b"7", b'"x"',
        b"[[], 3, null]", b"null",
    ],
    ids=range(11),
)  # fmt: skip
def test_a_file_that_is_no_hsds_is_told_and_never_crashes(data: bytes) -> None:
    found = to_batch({"x.json": data})
    assert found.entries == ()
    assert found.not_understood
    assert all(item.place.file == "x.json" for item in found.not_understood)


def test_rows_that_point_in_a_circle_come_to_an_end() -> None:
    found = to_batch(
        {
            "services.csv": b"id,organization_id,name,status\ng,h,Groep,active\n",
            "organizations.csv": b"id,name,description\nh,Huis,x\n",
            "attributes.csv": b"id,link_id,link_entity,taxonomy_term_id\na,b,service,\nb,a,service,\nc,g,service,\n",
        }
    )
    assert len(found.entries) == 2


_anything = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 5) | st.text(max_size=4) | st.sampled_from(("MO", "NL", "psoh")),
    lambda inner: st.lists(inner, max_size=2)
    | st.dictionaries(
        st.sampled_from(
            ("id", "name", "status", "organization", "services", "location", "locations", "schedules", "contacts",
             "phones", "attributes", "taxonomy_term", "taxonomy_detail", "code", "addresses", "languages", "unit",
             "service_at_locations", "byday", "opens_at", "cost_options", "amount", "capacities", "metadata", "number",
             "organization_identifiers", "service_areas", "uri", "minimum_age", "location_type", "email")
        ),
        inner,
        max_size=6,
    ),
    max_leaves=20,
)  # fmt: skip


@settings(max_examples=60)
@given(_anything, _anything)
def test_no_shape_of_json_is_a_crash(service: Any, house: Any) -> None:
    found = batch(
        service, GROUP | {"organization": house, "locations": service}, HOUSE | {"services": [service]}
    )
    assert all(isinstance(item, Incoming) for item in found.entries)


@pytest.fixture
def examples(shared: Path) -> dict[str, bytes]:
    folder = shared / "standards" / "hsds-3.1" / "examples"
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*.json"))}


@pytest.mark.conformance
def test_the_official_examples_come_in_with_a_list_of_what_has_no_place(examples: dict[str, bytes]) -> None:
    found = to_batch(examples)
    assert sorted(names(found)) == [
        ("dienst", "Community Counselling", "Example Organization Inc."),
        ("organisatie", "Example Organization Inc.", ""),
    ]
    group = values(found)
    assert group["leeftijd"] == {"van": 12, "tot": 100}
    assert group["talen"] == ["ur"]
    assert group["gecontroleerd_op"] == "2005-01-01"
    paths = [(item.place.file, item.place.column) for item in found.not_understood]
    assert len(paths) == len(set(paths)) > 80
    for wanted in (
        "funding[0]",
        "program",
        "required_documents[0]",
        "wait_time",
        "metadata[0]",
        "cost_options[0]",
    ):
        assert ("service_full.json", wanted) in paths
    assert all(item.why for item in found.not_understood)
    assert not any("Persona" in item.text for item in found.not_understood)


@pytest.mark.conformance
def test_each_official_example_comes_in_alone(examples: dict[str, bytes]) -> None:
    counts = {name: len(to_batch({name: data}).entries) for name, data in examples.items()}
    assert counts == {
        "location.json": 0,
        "organization_full.json": 2,
        "service_at_location_full.json": 2,
        "service_full.json": 2,
        "taxonomy.json": 0,
        "taxonomy_term.json": 0,
    }
