"""Nobody comes onto the kaart unseen: whatever the format, in any free text, and in no message about it."""

from __future__ import annotations

import io
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.kaart.exchange.arrivals import as_batch, at, batch, empty_kaart, incoming
from tests.kaart.samples import kaart_file, service

from psoh_cli.app import run
from psoh_cli.came_in import NotUnderstood
from psoh_cli.commands import clock
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.exchange.hsds.incoming import to_batch
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.outcome import Preview
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.terminal import console

NAME = "Anja Bakker"
NUMBER = "06-87654321"
ASKED = f"vraag naar {NAME}, {NUMBER}"
LES = service(
    id="les", naam="Taalles", bron="opgave", contact={"functie": "balie", "telefoon": "020-1234567"},
    openingstijden=[{"dagen": ["maandag"], "toelichting": "even weken"}],
)  # fmt: skip
OWN = kaart_file(LES)


def all_of_it(preview: Preview) -> str:
    """Give whatever a preview would write or show, but for the kaart itself."""
    told = (preview.new, preview.not_understood, preview.waiting, preview.questions, preview.remarks)
    fields = [(item.fields, item.after) for item in preview.changed]
    return repr((told, fields))


def new(**values: Any) -> Preview:
    row = incoming(
        name="Koor", organization="Huis", **{"naam": "Koor", "aanbod": "zingen", "bron": "opgave", **values}
    )
    return compare(batch(row), own=OWN)


@pytest.mark.parametrize(
    "values",
    [
        {"openingstijden": [{"dagen": ["dinsdag"], "toelichting": ASKED}]}, {"toelichting": ASKED}, {"aanbod": ASKED},
        {"verwijsroute": ASKED}, {"uitsluitcriteria": "BSN 111222333"}, {"contact": {"functie": NAME}},
        {"contact": {"functie": "balie", "telefoon": NUMBER}}, {"contact": {"email": "a.bakker@huis.example"}},
        {"werkgebied": ["Noord", NAME]}, {"gecontroleerd_door": NAME}, {"bron": f"mail van {NAME}"},
        {"geschiedenis": [{"op": "2026-01-01", "veld": "aanbod", "was": ASKED}]}, {"wachttijd": ASKED},
        {"doelgroepen": [ASKED]}, {"tolkinzet": ASKED}, {"naam": f"Koffie bij {NAME} thuis"}, {"upl": NAME},
    ],
)  # fmt: skip
def test_nothing_about_one_person_comes_in_by_any_field_nor_stands_in_what_is_told(values: Any) -> None:
    preview = new(**values)
    shown = all_of_it(preview)
    assert preview.not_understood
    for part in (NAME, "Bakker", "bakker", NUMBER, "87654321", "111222333"):
        assert part not in shown


def test_of_a_row_the_rest_counts() -> None:
    preview = new(
        openingstijden=[{"dagen": ["dinsdag"], "van": "10:00", "tot": "12:00", "toelichting": ASKED}],
        werkgebied=["Noord", NAME], contact={"functie": "balie", "telefoon": NUMBER},
    )  # fmt: skip
    (made,) = (item.entry for item in preview.new)
    assert isinstance(made, Service)
    assert [(item.days, item.opens_at, item.description) for item in made.schedules] == [
        (("dinsdag",), "10:00", None)
    ]
    assert made.service_area == ("Noord",)
    assert made.contact is not None
    assert (made.contact.function, made.contact.phone) == ("balie", None)


def test_a_source_that_is_a_person_is_asked_for_again_also_where_an_organization_takes_it_over() -> None:
    row = incoming(name="Koor", organization="Nieuw", naam="Koor", aanbod="zingen", bron=f"mail van {NAME}")
    preview = compare(batch(row), own=OWN)
    assert [item.needs for item in preview.waiting] == [("bron", "ketenpartner"), ("bron", "organisatie")]


def test_no_id_is_made_of_what_stays_out_and_no_service_names_it() -> None:
    place = {"id": "bij-anja-bakker-thuis", "naam": f"bij {NAME} thuis"}
    hall = {"id": "zaal", "naam": "Zaal"}
    rows = (
        incoming("organisatie", name="Nieuw", naam="Nieuw", bron="b", ketenpartner="welzijn", locaties=[place, hall]),
        incoming(name="Koor", organization="Nieuw", naam="Koor", aanbod="a", bron="b", locaties=[place["id"], "zaal"]),
        incoming(name="Band", organization="Nieuw", naam="Band", aanbod="a", bron="b", locaties=[place["id"]]),
        incoming(name=f"Bij {NAME}", organization="Nieuw", naam=f"Bij {NAME}", aanbod="a", bron="b"),
        incoming(name="Solo", organization="Jan Pietersen", naam="Solo", aanbod="a", bron="b"),
    )  # fmt: skip
    preview = compare(batch(*rows), own=empty_kaart())
    shown = all_of_it(preview)
    for part in ("anja", "Anja", "pietersen", "Pietersen"):
        assert part not in shown
    kept = {item.entry.name: item.entry.locations for item in preview.new}
    told = {item.why for item in preview.not_understood}
    assert any("deze dienst niet op de kaart" in why for why in told)
    assert any("de organisatie van deze dienst" in why for why in told)
    assert set(kept) == set() or set(kept) == {"Nieuw", "Koor", "Band"}


def test_a_location_that_stays_out_is_named_by_no_service() -> None:
    place = {"id": "anja", "naam": f"bij {NAME} thuis"}
    rows = (
        incoming("organisatie", id="huis", naam="Huis", locaties=[place, {"id": "zaal", "naam": "Zaal"}]),
        incoming(id="les", naam="Taalles", locaties=["anja", "zaal"]),
    )
    preview = compare(batch(*rows), own=OWN)
    after = {item.after.id: item.after for item in preview.changed}
    assert [item.id for item in after["huis"].locations] == ["zaal"]  # type: ignore[union-attr]
    assert list(after["les"].locations) == ["zaal"]


@pytest.mark.parametrize("complete", [True, False])
def test_what_stands_on_the_kaart_stays_where_something_about_a_person_came(complete: bool) -> None:
    row = incoming(
        id="les", naam="Taalles", contact={"functie": "balie", "telefoon": NUMBER},
        openingstijden=[{"dagen": ["maandag"], "toelichting": ASKED}], bron=f"mail van {NAME}",
    )  # fmt: skip
    preview = compare(batch(row, complete=complete), own=OWN)
    assert not preview.changed
    assert len(preview.not_understood) == 3


def test_of_our_own_file_what_stands_may_stay_and_only_what_changed_is_looked_at() -> None:
    known = kaart_file(service(id="les", naam="Taalles", contact={"functie": "balie", "telefoon": NUMBER}))
    whole = as_batch(known)
    assert not compare(whole, own=known).not_understood
    values = {**whole.entries[1].values, "aanbod": "zingen", "toelichting": ASKED}
    preview = compare(Batch(entries=(incoming(id="les", **values),), is_complete=True), own=known)
    assert [item.key for item in preview.changed[0].fields] == ["aanbod"]
    (told,) = preview.not_understood
    assert told.text == "•••"


def test_what_was_taken_away_is_not_shown_once_more() -> None:
    known = kaart_file(service(id="les", naam="Taalles", toelichting=ASKED, werkgebied=[NAME]))
    preview = compare(batch(incoming(id="les", toelichting="bel de balie", werkgebied=["Noord"])), own=known)
    assert len(preview.changed[0].fields) == 2
    assert "Bakker" not in repr(preview.changed[0].fields)


def test_somebody_may_say_that_people_come_in() -> None:
    row = incoming(id="les", toelichting=ASKED)
    preview = compare(batch(row), own=OWN, allows_people=True)
    assert preview.changed[0].after.remark == ASKED
    assert not preview.not_understood


@pytest.mark.parametrize(
    "name",
    ["Stichting Jan de Boer", "Huisartsenpraktijk Bakker", "Anne Frank School", "Vincent van Gogh", "Toon Hermans Huis",
     "Helen Dowling Instituut", "Praktijk Anja Bakker", "Emma Kinderziekenhuis", "Humanitas Thuis", "De Roos"],
)  # fmt: skip
def test_an_organization_may_be_called_after_somebody(name: str) -> None:
    row = incoming(
        "organisatie", name=name, naam=name, bron="opgave", ketenpartner="ggz", rol=f"{name} helpt"
    )
    preview = compare(batch(row), own=OWN)
    assert [item.entry.name for item in preview.new] == [name]
    assert not preview.not_understood


def test_what_is_told_by_a_reader_is_covered_as_well() -> None:
    told = NotUnderstood(
        place=at(2, f"Tel. {NAME}"),
        text=f"bel {NAME}",
        why=f"'{ASKED}' is geen taal",
        remedy=f"Bedoelt u {NAME}?",
    )
    preview = compare(Batch(not_understood=(told,), remarks=(f"Kolom '{NAME}' is niet gelezen.",)), own=OWN)
    shown = all_of_it(preview)
    assert "Bakker" not in shown
    assert NUMBER not in shown
    assert "is geen taal" in shown


def test_a_number_at_the_edge_of_what_is_shown_is_covered() -> None:
    for before in range(55, 90):
        preview = compare(batch(incoming(id="les", talen=[f"{'a' * before} {NUMBER}"])), own=OWN)
        assert "06-8" not in all_of_it(preview)


def test_hsds_of_another_goes_by_the_same_guard() -> None:
    found = {
        "id": "1", "name": "Koor", "status": "active", "description": ASKED,
        "organization": {"id": "2", "name": "Huis", "description": f"van {NAME}"},
        "schedules": [{"id": "3", "description": ASKED}],
    }  # fmt: skip
    preview = compare(to_batch({"service.json": json.dumps(found).encode()}), own=OWN)
    assert "Bakker" not in all_of_it(preview)
    assert NUMBER not in all_of_it(preview)
    assert preview.not_understood


HISTORY = [{"op": f"2026-0{month}-01", "veld": "aanbod", "was": "a", "werd": "b"} for month in (1, 2, 3)]


@given(st.integers(0, 3), st.integers(0, 3), st.booleans())
@settings(max_examples=20, deadline=None)
def test_an_import_never_removes_history(stands: int, told: int, complete: bool) -> None:
    own = kaart_file(service(id="les", naam="Taalles", geschiedenis=HISTORY[:stands]))
    row = incoming(id="les", geschiedenis=HISTORY[:told] or None, aanbod="zingen")
    (changed,) = compare(batch(row, complete=complete), own=own).changed
    assert [item.key for item in changed.fields] == ["aanbod"]
    assert len(changed.after.history) == stands


def test_a_new_entry_brings_its_history() -> None:
    row = incoming(
        id="les",
        name="Taalles",
        naam="Taalles",
        organisatie="huis",
        aanbod="a",
        bron="b",
        geschiedenis=HISTORY,
    )
    (made,) = compare(batch(row), own=kaart_file()).new
    assert len(made.entry.history) == 3


class TestCommand:
    @pytest.fixture
    def dossier(self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
        gemeente = 'formaat: "1"\nkennisversie: "1"\ncode: GM0505\nnaam: Dordrecht\n'
        (tmp_path / "gemeente.yaml").write_text(gemeente, encoding="utf-8")
        kaart = 'formaat: "1"\nkennisversie: "1"\nnaam: Kaart\norganisaties: []\ndiensten: []\n'
        (tmp_path / "sociale-kaart.yaml").write_text(kaart, encoding="utf-8")
        (tmp_path / "rest.csv").write_text(
            "Organisatie;Dienst;Omschrijving;Talen;Verwijzing;Openingstijden;Locatie;Bron;Anja Bakker\n"
            f"Huis;Koor;Zingen;BSN 111222333;bel Piet Jansen, {NUMBER};ma 10-12 ({ASKED});"
            f"bij {NAME} thuis;mail van {NAME};x\n",
            encoding="utf-8",
        )
        monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
        monkeypatch.setattr(console, "is_interactive", lambda: False)
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        monkeypatch.chdir(tmp_path)
        return tmp_path

    @pytest.mark.parametrize("more", [(), ("--json",)])
    def test_nothing_written_shown_or_kept_names_anybody(
        self, dossier: Path, capsys: pytest.CaptureFixture[str], more: tuple[str, ...]
    ) -> None:
        (dossier / "k.yaml").write_text(
            'formaat: "1"\nketenpartner: welzijn\nbron: opgave\n', encoding="utf-8"
        )
        code = run(["kaart", "import", "rest.csv", "--koppeling", "k.yaml", "--toepassen", *more])
        said = capsys.readouterr()
        assert code == 0, said.err
        written = [path.read_text(encoding="utf-8") for path in dossier.glob("*.yaml")]
        assert "naam: Koor" in "".join(written)
        for part in ("Bakker", "bakker", "Jansen", "87654321", "111222333"):
            assert part not in said.out + said.err + "".join(written)

    def test_a_service_of_somebody_is_not_given_to_the_organization_above(
        self, dossier: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        rows = "Organisatie;Dienst;Omschrijving\nHuis;Koor;Zingen\nJan Pietersen;Spreekuur;a\n;Derde;b\n"
        (dossier / "rijen.csv").write_text(rows, encoding="utf-8")
        (dossier / "k.yaml").write_text('formaat: "1"\nketenpartner: welzijn\nbron: b\n', encoding="utf-8")
        assert run(["kaart", "import", "rijen.csv", "--koppeling", "k.yaml", "--toepassen"]) == 0
        written = (dossier / "sociale-kaart.yaml").read_text(encoding="utf-8")
        assert "naam: Koor" in written
        assert "naam: Spreekuur" not in written
        assert "naam: Derde" not in written
        assert "bij deze dienst staat geen organisatie" in " ".join(capsys.readouterr().out.split())

    def test_somebody_may_say_so_in_the_mapping(self, dossier: Path) -> None:
        mapping = 'formaat: "1"\nketenpartner: welzijn\npersoonlijk: overnemen\n'
        (dossier / "k.yaml").write_text(mapping, encoding="utf-8")
        assert run(["kaart", "import", "rest.csv", "--koppeling", "k.yaml", "--toepassen"]) == 0
        assert f"bron: mail van {NAME}" in (dossier / "sociale-kaart.yaml").read_text(encoding="utf-8")
