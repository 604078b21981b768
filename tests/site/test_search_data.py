"""What the browser gets to search: what each service says about a filter, in a script that nothing breaks out of."""

from __future__ import annotations

import json
import re
from itertools import product
from typing import Any

import pytest
from tests.kaart.samples import AREAS, gemeente, organization, service
from tests.site.samples import kaart, planned

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.reach import Reach, reach_of
from psoh_cli.kaart.regions import regions_of
from psoh_cli.site.render_search import search_words
from psoh_cli.site.render_words import Words
from psoh_cli.site.search_data import (
    LONGEST_OFFER,
    SCRIPT_PARTS,
    SCRIPT_TEXTS,
    joined_script,
    search_data,
    search_script,
)
from psoh_cli.site.search_filters import INTERPRETER, NO, UNKNOWN, YES
from psoh_cli.site.search_synonyms_file import as_script, read_synonyms
from psoh_cli.site.site_files import shared_files
from psoh_cli.site.texts_files import dutch_forms
from psoh_cli.vocabulary import Interpreter

PARTS = templates_dir("site") / "bestanden" / "zoeken"


def data_of(*services: Service, **options: Any) -> dict[str, Any]:
    plan, _ = planned(kaart(organizations=[organization()], services=services), **options)
    words = search_words(plan.site, words=Words(plan.versions[0]), areas=plan.areas, names=plan.names)
    return search_data(plan.site.services, words=words)


def says(name: str, value: str, **fields: Any) -> int:
    """Tell what one service says about one value of a filter."""
    found = data_of(service(**fields), of=gemeente(wijken=AREAS))
    packed = next(item for item in found["filters"] if item["id"] == name)
    place = [key for key, *_ in packed["waarden"]].index(value)
    return int(packed["rijen"][packed["van"][0]][place])


@pytest.mark.parametrize(
    ("name", "value", "fields", "expected"),
    [
        ("taal", "ti", {"talen": ["ti"]}, YES),
        ("taal", "ti", {"talen": ["nl"], "tolkinzet": "telefonisch"}, INTERPRETER),
        ("taal", "ti", {"talen": ["nl"], "tolkinzet": "vast", "tolktalen": ["ar"]}, NO),
        ("taal", "ti", {"talen": ["nl"], "tolkinzet": "informeel"}, NO),
        ("taal", "ti", {"talen": ["nl"]}, UNKNOWN),
        ("taal", "ti", {"talen": [], "tolkinzet": "geen"}, UNKNOWN),
        ("taal", "ti", {"talen": ["ti"], "status": "tijdelijk-gesloten"}, YES),
        ("taal", "ti", {"talen": ["ti"], "gecontroleerd_op": "2019"}, YES),
        ("soort", "groep", {"soort_aanbod": ["groep"]}, YES),
        ("leeftijd", "12-17", {"leeftijd": {"van": "18"}}, NO),
        ("leeftijd", "12-17", {"doelgroepen": ["ouders"]}, UNKNOWN),
        ("leeftijd", "12-17", {}, UNKNOWN),
        ("waar", "Oost", {"werkgebied": ["GM0505"]}, YES),
        ("waar", "Oost", {"werkgebied": ["GM0505", "Centrum"]}, NO),
        ("waar", "Oost", {"werkgebied": []}, UNKNOWN),
        ("gratis", "ja", {"kosten_client": "gratis"}, YES),
        ("gratis", "ja", {"kosten_client": "eigen-risico"}, NO),
        ("gratis", "ja", {}, UNKNOWN),
        ("zelf", "ja", {"toegang": ["aanmelding", "verwijzing-huisarts"]}, YES),
        ("zelf", "ja", {"toegang": ["indicatie-wmo"]}, NO),
        ("zelf", "ja", {"toegang": ["onbekend"]}, UNKNOWN),
        ("zelf", "ja", {}, UNKNOWN),
    ],
)
def test_a_service_says_yes_no_or_unknown(
    name: str, value: str, fields: dict[str, Any], expected: int
) -> None:
    assert says(name, value, **fields) == expected


def test_an_empty_field_is_unknown_for_every_value() -> None:
    found = data_of(
        service(id="a", soort_aanbod=["groep"]), service(id="b", naam="B", soort_aanbod=[], ketenstappen=[])
    )
    for packed in found["filters"]:
        if packed["id"] in {"doel", "soort"}:
            assert packed["rijen"][packed["van"][0]] == str(UNKNOWN) * len(packed["waarden"])
            assert packed["rijen"][packed["van"][1]].count(str(YES)) == 1


def test_the_search_and_the_coverage_agree_on_languages() -> None:
    expected = {Reach.OWN_LANGUAGE: YES, Reach.INTERPRETER: INTERPRETER, Reach.UNKNOWN: UNKNOWN}
    cases = product(([], ["nl"], ["ti"], ["ar", "nl"]), Interpreter, ([], ["ar"], ["ti"]))
    services = [
        service(id=f"s{number:02}", naam="D", talen=spoken, tolkinzet=interpreter, tolktalen=translated)
        for number, (spoken, interpreter, translated) in enumerate(cases)
    ]
    packed = data_of(*services)["filters"][0]
    place = [key for key, *_ in packed["waarden"]].index("ti")
    said = [int(packed["rijen"][row][place]) for row in packed["van"]]
    reached = [reach_of(item, language="ti", fresh=True) for item in services]
    assert said == [expected.get(reach, NO) if reach else NO for reach in reached]
    assert set(said) == {NO, UNKNOWN, INTERPRETER, YES}


def test_a_gemeente_can_be_chosen_where_the_kaart_is_of_more_than_one() -> None:
    found = data_of(service(id="a", werkgebied=["GM0505"]), service(id="b", naam="B", werkgebied=["GM0597"]))
    values = {item["id"]: item["waarden"] for item in found["filters"]}["waar"]
    assert values == [["GM0505", "Dordrecht"], ["GM0597", "Ridderkerk"]]
    assert "waar" not in {item["id"] for item in data_of(service(werkgebied=["GM0505"]))["filters"]}


def test_a_region_counts_for_each_of_its_gemeenten() -> None:
    regions = regions_of([("Polderland", ("GM0505", "GM0597"))])
    services = [
        service(id="a", werkgebied=["GM0505"]),
        service(id="b", naam="B", werkgebied=["GM0597"]),
        service(id="c", naam="C", werkgebied=["Polderland"]),
        service(id="d", naam="D", werkgebied=["GM9998"]),
    ]
    found = kaart(organizations=[organization()], services=services).model_copy(update={"regions": regions})
    plan, _ = planned(found)
    words = search_words(plan.site, words=Words(plan.versions[0]), areas=plan.areas, names=plan.names)
    data: dict[str, Any] = search_data(plan.site.services, words=words)
    packed = next(item for item in data["filters"] if item["id"] == "waar")
    values = [key for key, *_ in packed["waarden"]]
    assert "Polderland" not in values, "a region is no wijk"
    row = packed["rijen"][packed["van"][data["naam"].index("C")]]
    assert {key: int(row[values.index(key)]) for key in ("GM0505", "GM0597", "GM9998")} == {
        "GM0505": YES,
        "GM0597": YES,
        "GM9998": NO,
    }
    assert data["plekken"][data["werkgebied"][data["naam"].index("C")]] == "Polderland"


def test_a_language_is_found_by_every_name_it_has() -> None:
    found = data_of(service(talen=["ar"]))
    languages = {key: parts for key, *parts in found["filters"][0]["waarden"]}
    assert languages["ar"][:3] == ["Arabisch", "", "العربية"]
    assert "arabic" in languages["ar"][3].casefold().split()
    assert "perzisch" in languages["fa"][3].split()


def test_what_a_service_helps_with_is_searched_without_naming_its_interventions() -> None:
    found = data_of(service(interventies=["emdr"]))
    assert [found["behoeften"][need] for need in found["behoefte"][0]] == [
        "Gevolgen van schokkende ervaringen"
    ]
    assert "emdr" not in json.dumps(found)


def test_a_long_text_is_cut_between_words() -> None:
    offer = data_of(service(aanbod="woord " * 100))["aanbod"][0]
    assert len(offer) <= LONGEST_OFFER + 1
    assert offer.endswith("woord…")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--", "a\u2028b\u2029c", "'\"\\"])
def test_nothing_in_the_data_ends_the_script(text: str) -> None:
    plan, _ = planned(kaart(organizations=[organization()], services=[service(naam=text)]))
    words = search_words(plan.site, words=Words(plan.versions[0]), areas=(), names=plan.names)
    script = search_script(plan.site.services, words=words)
    assert not re.search("[<\u2028\u2029]", script)
    body = script.removeprefix('"use strict";globalThis.psohZoekdata=').removesuffix(";\n")
    assert json.loads(body)["naam"] == [plan.site.services[0].service.name]


def test_every_part_of_the_script_is_in_it_once() -> None:
    assert {path.name for path in disk.paths_in(PARTS)} == set(SCRIPT_PARTS)
    files = shared_files()
    parts = {name: disk.read_bytes(PARTS / name) for name in SCRIPT_PARTS}
    assert files["zoek.js"] == joined_script(parts, synonyms=as_script(read_synonyms()))
    assert not [name for name in files if "/" in name]


def test_every_text_the_script_writes_is_handed_to_it() -> None:
    script = shared_files()["zoek.js"].decode()
    used = set(re.findall(r"\"((?:zoek|kaartje)_[a-z_]+)\"", script))
    filters = {
        item["id"] for item in data_of(service(soort_aanbod=["groep"]), of=gemeente(wijken=AREAS))["filters"]
    }
    assert used | {f"zoek_feit_{name}" for name in filters} == set(SCRIPT_TEXTS)
    assert set(SCRIPT_TEXTS) <= set(dutch_forms())


def test_no_sentence_for_readers_stands_in_the_script() -> None:
    """A translator must never have to look there; capitals and spaces betray a sentence."""
    script = shared_files()["zoek.js"].decode()
    code = re.sub(r"/\*.*?\*/|^\s*//.*$", "", script, flags=re.DOTALL | re.MULTILINE)
    written = re.findall(r'"([^"\n]*)"', code)
    sentences = [text for text in written if re.match(r"[A-Z][a-z]+ [a-z]", text)]
    assert sentences == []


def test_other_words_for_the_same_are_our_own_and_never_name_themselves_twice() -> None:
    found = read_synonyms()
    typed = [word for item in found for word in item.typed]
    assert len(typed) == len(set(typed))
    assert {
        "psycholoog",
        "dokter",
        "angst",
        "depressie",
        "ptss",
        "nachtmerries",
        "free",
        "interpreter",
    } <= set(typed)
    assert all(
        word == word.lower() and " " not in word for item in found for word in (*item.typed, *item.sought)
    )
    assert as_script(found).startswith(b'psoh.synonyms = [[["psycholoog"')


def test_a_fact_is_found_in_the_language_of_the_page_and_in_dutch() -> None:
    assert data_of(service())["feiten"]["gratis"] == "Gratis"
    confirmed = [
        data_of(service(gecontroleerd_op=day))["bevestigd"] for day in ("2026-06-01", "2020", "onbekend")
    ]
    assert confirmed == [[1], [0], [2]]
    assert data_of(service(wachttijd={"weken": "2"}))["wachttijd"] == [1]
