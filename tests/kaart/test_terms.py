"""How long a confirmation holds: the entry's own term, its kind's, its sort's, the usual one."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.kaart.samples import gemeente, kaart_file, organization, service

from psoh_cli.commands.kaart_map import open_kaart
from psoh_cli.kaart.combining import combine, kaart_of
from psoh_cli.kaart.coverage import cover
from psoh_cli.kaart.kaart import is_fresh
from psoh_cli.kaart.reach import Reach

MONTH = {"gecontroleerd_op": "2026-03-10"}
JUST_AFTER = date(2026, 9, 11)


def terms(**months: int) -> list[dict[str, Any]]:
    return [{"voor": kind.replace("_", "-"), "maanden": count} for kind, count in months.items()]


@pytest.mark.parametrize(
    ("given", "fields", "expected"),
    [
        ({}, {}, None),
        ({"dienst": 6}, {}, 6),
        ({"dienst": 6}, {"termijn_maanden": 18}, 18),
        ({"dienst": 6, "groep": 9}, {"soort_aanbod": ["groep"]}, 9),
        ({"groep": 9, "inloop": 3, "dienst": 2}, {"soort_aanbod": ["groep", "inloop", "sport"]}, 3),
        ({"groep": 9}, {"soort_aanbod": ["sport"]}, None),
        ({"organisatie": 6, "wachttijd": 1}, {}, None),
        ({"werk_of_leerwerk": 5}, {"soort_aanbod": ["werk-of-leerwerk"]}, 5),
    ],
)
def test_which_term_counts(given: dict[str, int], fields: dict[str, Any], expected: int | None) -> None:
    file = kaart_file(service(**fields), termijnen=terms(**given))
    for kaart in (kaart_of(file), combine((file,), code="GM0505")):
        assert kaart.services[0].term_months == expected
        assert kaart.organizations[0].term_months == given.get("organisatie")
    assert file.services[0].term_months == fields.get("termijn_maanden")


def test_a_term_that_is_over_is_over_everywhere() -> None:
    file = kaart_file(service(talen=["ar"], soort_aanbod=["groep"], **MONTH), termijnen=terms(groep=6))
    kaart = combine((file,), code="GM0505")
    assert is_fresh(kaart.services[0], as_of=date(2026, 9, 10))
    assert not is_fresh(kaart.services[0], as_of=JUST_AFTER)
    seen = cover(kaart, gemeente=gemeente(people={"ar": 20}), steps=("preventie",), as_of=JUST_AFTER)
    assert seen.cell["preventie", "ar"].reach is Reach.NOT_CONFIRMED


def test_the_terms_of_a_file_are_only_for_its_own_entries() -> None:
    own = kaart_file(service(id="eigen"), name="Eigen", termijnen=terms(dienst=6))
    shared = kaart_file(service(id="regio"), name="Regio", termijnen=terms(dienst=18, wachttijd=2))
    found = combine((own, shared), code="GM0505")
    assert {item.id: item.term_months for item in found.services} == {"eigen": 6, "regio": 18}


def test_the_same_entry_in_two_files_is_no_conflict_by_their_terms() -> None:
    own, shared = kaart_file(service(), termijnen=terms(dienst=6)), kaart_file(service(), name="Regio")
    found = combine((own, shared), code="GM0505")
    assert [item.term_months for item in found.services] == [6]
    assert found.left_out == ()


def test_a_waiting_time_has_a_term_of_its_own() -> None:
    waiting = {"wachttijd": {"weken": 4, "gemeten_op": "2026-01"}}
    entries = (service(id="a", **waiting), service(id="b"))
    assert kaart_of(kaart_file(*entries, termijnen=terms(wachttijd=3))).waiting_terms == {"a": 3}
    assert combine((kaart_file(*entries, termijnen=terms(wachttijd=3)),), code="GM0505").waiting_terms == {
        "a": 3
    }
    assert kaart_of(kaart_file(*entries)).waiting_terms == {}


def test_a_kaart_opened_by_a_command_has_its_terms(tmp_path: Path) -> None:
    (tmp_path / "sociale-kaart.yaml").write_text(
        'formaat: "1"\nkennisversie: "2026.1"\nnaam: K\ntermijnen:\n  - {voor: organisatie, maanden: 3}\n'
        "organisaties:\n"
        "  - {id: huis, naam: Huis, ketenpartner: welzijn, bron: b, gecontroleerd_op: 2026-03-10}\n",
        encoding="utf-8",
    )
    opened = open_kaart(tmp_path)
    assert opened.kaart.organizations[0].term_months == 3
    assert opened.own_file().organizations[0] == organization(gecontroleerd_op="2026-03-10")
