"""An import, written: only the fields that differ, comments and order stay, history is kept; twice is once."""

from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.arrivals import as_batch, batch, incoming
from tests.kaart.samples import kaart_file, many_services

from psoh_cli.errors import WrongUseError
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.writing_file import apply
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart

DAY = date(2026, 11, 21)
EMPTY = 'formaat: "1"\nkennisversie: "1"\nnaam: Kaart\n'
BY_HAND = """\
# Onze kaart; bel voor vragen het wijkteam.
formaat: "1"
kennisversie: "1"
naam: Sociale kaart

organisaties:
  # het huis op de hoek
  - id: huis
    naam: Huis   # zo noemt iedereen het
    ketenpartner: welzijn
    bron: eigen opgave
    gecontroleerd_op: 2019

diensten:
  - id: inloop
    organisatie: huis
    naam: 'Inloop'
    aanbod: koffie
    talen: [nl, ar]   # sinds de zomer
    bron: eigen opgave
    gecontroleerd_op: 2019-03

  # --- over de les ---
  - id: les
    organisatie: huis
    naam: Les
    aanbod: >-
      taal en
      praten
    contact: {functie: balie, telefoon: 020-1234567}
    bron: site
    gecontroleerd_op: onbekend
# einde
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return written(tmp_path, BY_HAND)


def written(folder: Path, text: str) -> Path:
    found = folder / "sociale-kaart.yaml"
    found.write_text(text, encoding="utf-8", newline="\n")
    return found


def read(path: Path) -> KaartFile:
    value, problems, _ = read_kaart(path)
    assert value is not None, problems
    return value


def bring_in(path: Path, coming: Batch, *, role: str | None = "beheerder", **told: Any) -> None:
    apply(path, compare(coming, own=read(path), answers=Answers(**told)), day=DAY, role=role)


def changed_lines(path: Path, before: str) -> list[str]:
    lines = difflib.ndiff(before.splitlines(), path.read_text(encoding="utf-8").splitlines())
    return [line for line in lines if line[0] in "+-"]


def test_only_the_fields_that_differ_are_touched_and_what_changed_is_remembered(path: Path) -> None:
    bring_in(path, batch(incoming(id="les", contact={"telefoon": "020-7654321"}, gecontroleerd_op="2026-11")))
    assert changed_lines(path, BY_HAND) == [
        "-     contact: {functie: balie, telefoon: 020-1234567}",
        "+     contact: {functie: balie, telefoon: 020-7654321}",
        "-     gecontroleerd_op: onbekend",
        "+     gecontroleerd_op: 2026-11",
        "+     geschiedenis:",
        "+       - {op: 2026-11-21, door: beheerder, veld: contact.telefoon, was: 020-1234567, werd: 020-7654321}",
    ]


def test_a_field_that_is_emptied_goes_and_a_required_one_becomes_unknown(path: Path) -> None:
    bring_in(path, batch(incoming(id="inloop", talen=None, gecontroleerd_op=None)), role=None)
    text = path.read_text(encoding="utf-8")
    assert "talen:" not in text.replace("veld: talen", "")
    inloop = next(item for item in read(path).services if item.id == "inloop")
    assert (inloop.languages, inloop.assured_date) == ((), None)
    assert [(item.field, item.before, item.after, item.by) for item in inloop.history] == [
        ("talen", "Nederlands, Arabisch", None, None)
    ]


def test_new_organizations_come_with_their_services(path: Path) -> None:
    rows = [incoming(name=name, organization="School", naam=name, aanbod="iets") for name in ("Koor", "Soep")]
    bring_in(path, batch(*rows), source="opgave", partner_types={"School": "onderwijs"})
    now = read(path)
    assert [(item.id, item.source) for item in now.organizations[1:]] == [("school", "opgave")]
    assert [(item.id, item.organization) for item in now.services[2:]] == [
        ("koor", "school"),
        ("soep", "school"),
    ]
    assert not [line for line in changed_lines(path, BY_HAND) if line.startswith("-")]


@pytest.mark.parametrize(
    "lists",
    [
        "",
        "organisaties: []\ndiensten: []\n",
        "diensten: []\n",
        "diensten: [] # nog niets\norganisaties: []\n",
    ],
)
def test_lists_that_are_empty_or_missing_are_filled(tmp_path: Path, lists: str) -> None:
    path = written(tmp_path, EMPTY + lists)
    own = kaart_file()
    bring_in(path, as_batch(own))
    assert tuple(map(without_history, read(path).organizations)) == own.organizations


def test_a_new_entry_remembers_who_added_it(path: Path) -> None:
    bring_in(
        path, batch(incoming(name="Koor", organization="Huis", naam="Koor", aanbod="zingen", bron="opgave"))
    )
    (start,) = read(path).services[-1].history
    assert (str(start.day), start.by, start.field, start.before, start.after) == (
        str(DAY), "beheerder", "vermelding", None, "toegevoegd",
    )  # fmt: skip


def without_history(entry: Any) -> Any:
    return entry.model_copy(update={"history": ()})


def test_the_same_twice_changes_nothing_the_second_time(path: Path) -> None:
    rows = batch(
        incoming(name="Inloop", organization="Huis", talen=["ti"], wachttijd={"weken": "3"}),
        incoming(name="Koor", organization="School", naam="Koor", aanbod="zingen", bron="opgave", row=3),
    )
    told: dict[str, Any] = {"source": "opgave", "partner_types": {"School": "onderwijs"}}
    bring_in(path, rows, **told)
    before = path.read_bytes()
    preview = compare(rows, own=read(path), answers=Answers(**told))
    assert not preview.writes
    assert not preview.questions
    bring_in(path, rows, **told)
    assert path.read_bytes() == before


def test_a_file_that_changed_since_it_was_looked_at_is_left_alone(path: Path) -> None:
    preview = compare(batch(incoming(id="les", talen=["ti"])), own=read(path))
    path.write_text(BY_HAND.replace("praten", "zingen"), encoding="utf-8", newline="\n")
    with pytest.raises(WrongUseError, match="is veranderd sinds"):
        apply(path, preview, day=DAY, role=None)
    assert "zingen" in path.read_text(encoding="utf-8")


def test_a_role_that_cannot_be_written_is_refused_before_anything_is_written(path: Path) -> None:
    with pytest.raises(WrongUseError, match="stuurteken"):
        bring_in(path, batch(incoming(id="les", talen=["ti"])), role="a\x1bb")
    assert path.read_text(encoding="utf-8") == BY_HAND


@given(st.tuples(many_services(most=4), many_services(most=4)))
@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_a_whole_kaart_comes_over_another_one_as_it_is(
    tmp_path: Path, kaarten: tuple[tuple[Service, ...], tuple[Service, ...]]
) -> None:
    path = written(tmp_path, EMPTY)
    first, second = (kaart_file(*services) for services in kaarten)
    bring_in(path, as_batch(first))
    assert tuple(map(without_history, read(path).services)) == first.services
    bring_in(path, as_batch(second))
    now = {item.id: without_history(item) for item in read(path).services}
    assert all(now[item.id] == item for item in second.services)
    assert set(now) == {item.id for item in (*first.services, *second.services)}
