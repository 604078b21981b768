"""`psoh kaart import` as somebody types it: looked at first, written when asked, and the same twice is once."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import sound_catalogue
from psoh_cli.terminal import console

Said = Callable[..., tuple[int, str, str]]

GEMEENTE = 'formaat: "1"\nkennisversie: "1"\ncode: GM0505\nnaam: Dordrecht\n'
KAART = """\
formaat: "1"
kennisversie: "1"
naam: Sociale kaart Dordrecht
organisaties:
  - id: huis
    naam: Huis van de wijk
    ketenpartner: welzijn
    bron: site
    gecontroleerd_op: 2026-06-01
diensten:
  # de inloop is er elke dag
  - id: inloop
    organisatie: huis
    naam: Inloop
    aanbod: koffie
    talen: [nl, ti]   # sinds de zomer
    bron: site
    gecontroleerd_op: 2026-06-01
"""
FOREIGN = """\
Aanbod 2026;;;;
;;;;
Organisatie;Activiteit;Omschrijving;Talen;Stoplicht
Huis van de wijk;Inloop;;arabisch, tigrinya;groen
Stichting Nieuw;Koor;zingen;arabish;rood
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "gemeente.yaml").write_text(GEMEENTE, encoding="utf-8")
    (folder / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    (tmp_path / "aanbod.csv").write_text(FOREIGN, encoding="utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def said(dossier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Give a function that runs `psoh kaart import`; with `typed` lines somebody sits at a terminal."""

    def say(*arguments: str, typed: list[str] | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed or [])))
        monkeypatch.setattr(console, "is_interactive", lambda: typed is not None)
        code = run(["kaart", "import", *arguments, "--map", "dossier"])
        done = capsys.readouterr()
        return code, " ".join(done.out.split()), " ".join(done.err.split())

    return say


def text(dossier: Path) -> str:
    return (dossier / "sociale-kaart.yaml").read_text(encoding="utf-8")


def loaded(dossier: Path) -> KaartFile:
    value, problems, _ = read_kaart(dossier / "sociale-kaart.yaml")
    assert value is not None, problems
    return value


ANSWERS = ["overslaan", "opgave, 2026", "welzijn", "ja"]
"""To the questions about the column Stoplicht, the source, the kind of partner, and whether to keep the answers."""


class TestForeign:
    def test_a_first_look_writes_nothing_and_says_what_to_tell(self, said: Said, dossier: Path) -> None:
        code, out, err = said("aanbod.csv")
        assert code == 0
        assert "Samen: 0 nieuwe vermeldingen, 1 veranderd, 1 ongewijzigd, 2 wachten op een antwoord" in out
        assert "Talen van medewerkers: Nederlands, Tigrinya → Arabisch, Tigrinya" in out
        assert "rij 5, kolom Talen: 'arabish' is geen taal die psoh kent Bedoelt u ar (Arabisch)?" in out
        assert "Geef --koppeling aanbod.koppeling.yaml" in err
        assert "- {organisatie: Stichting Nieuw, ketenpartner: ...}" in err
        assert "- {kolom: Stoplicht, veld: " in err
        assert "nog niets geschreven" in err
        assert text(dossier) == KAART
        assert not Path("aanbod.koppeling.yaml").exists()

    def test_it_asks_and_keeps_the_answers_for_the_next_time(self, said: Said, dossier: Path) -> None:
        code, out, err = said("aanbod.csv", "--toepassen", "--door", "beheerder", typed=ANSWERS)
        assert code == 0, err
        assert "organisatie Stichting Nieuw [stichting-nieuw], rij 5 dienst Koor [koor], rij 5" in out
        assert "Klaar: 2 nieuwe vermeldingen en 1 verandering" in err
        now = loaded(dossier)
        assert [(item.id, item.source) for item in now.organizations[1:]] == [
            ("stichting-nieuw", "opgave, 2026")
        ]
        assert [(item.field, item.by) for item in now.services[0].history] == [("talen", "beheerder")]
        before = text(dossier)
        code, out, err = said("aanbod.csv", "--toepassen", "--koppeling", "aanbod.koppeling.yaml", typed=[])
        assert (code, text(dossier)) == (0, before)
        assert "Er is niets te schrijven." in err

    def test_nobody_is_asked_without_a_terminal_and_a_draft_comes_only_when_asked(
        self, said: Said, dossier: Path
    ) -> None:
        said("aanbod.csv", "--koppeling", "welzijn.yaml")
        draft = Path("welzijn.yaml").read_text(encoding="utf-8")
        assert "kolom: Omschrijving" in draft
        Path("welzijn.yaml").write_text(
            draft
            + "bron: opgave\nketenpartners:\n  - {organisatie: Stichting Nieuw, ketenpartner: welzijn}\n",
            encoding="utf-8",
        )
        said("aanbod.csv", "--koppeling", "welzijn.yaml", "--toepassen")
        assert [item.id for item in loaded(dossier).services] == ["inloop", "koor"]

    def test_who_stops_has_changed_nothing(self, said: Said, dossier: Path) -> None:
        for typed in (["stop"], ["overslaan", "stop"], []):
            code, _, err = said("aanbod.csv", "--toepassen", typed=typed)
            assert (code, "er is niets geschreven" in err) == (0, True)
        assert text(dossier) == KAART
        assert not Path("aanbod.koppeling.yaml").exists()

    def test_strictly_nothing_is_written_while_something_is_open(self, said: Said, dossier: Path) -> None:
        code, _, err = said("aanbod.csv", "--toepassen", "--strict")
        assert code == 1
        assert "niets geschreven" in err
        assert text(dossier) == KAART

    def test_json_tells_all_of_it(self, said: Said, dossier: Path) -> None:
        code, out, _ = said("aanbod.csv", "--json", "--bron", "opgave")
        found = json.loads(out)
        assert code == 0
        assert found["geschreven"] is False
        assert found["veranderd"][0]["velden"] == [
            {"veld": "talen", "naam": "Talen van medewerkers", "was": ["nl", "ti"], "wordt": ["ar", "ti"]}
        ]
        assert found["niet_begrepen"][0]["plaats"]["rij"] == 5
        assert [item["over"] for item in found["vragen"]] == ["ketenpartner"]


class TestOwnFile:
    def exported(self, dossier: Path) -> str:
        data = write_csv(loaded(dossier), known=KnownIds.of(sound_catalogue()))
        return data.decode("utf-8-sig")

    def test_what_was_exported_changes_nothing(self, said: Said, dossier: Path) -> None:
        Path("kaart.csv").write_text(self.exported(dossier), encoding="utf-8-sig", newline="")
        code, out, _err = said("kaart.csv", "--toepassen")
        assert (code, text(dossier)) == (0, KAART)
        assert "0 nieuwe vermeldingen, 0 veranderd en 2 ongewijzigd" in out

    def test_only_what_was_changed_in_it_changes(self, said: Said, dossier: Path) -> None:
        changed = self.exported(dossier).replace("koffie", "koffie en thee")
        Path("kaart.csv").write_text(changed, encoding="utf-8-sig", newline="")
        said("kaart.csv", "--toepassen")
        now = text(dossier)
        assert "aanbod: koffie en thee\n    talen: [nl, ti]   # sinds de zomer" in now
        assert now.startswith(KAART[: KAART.index("    aanbod")])

    def test_a_changed_date_is_text_in_json(self, said: Said, dossier: Path) -> None:
        changed = self.exported(dossier).replace("2026-06-01", "2026-07-01").replace("1-6-2026", "1-7-2026")
        Path("kaart.csv").write_text(changed, encoding="utf-8-sig", newline="")
        fields = [
            field
            for item in json.loads(said("kaart.csv", "--json")[1])["veranderd"]
            for field in item["velden"]
        ]
        assert {(field["veld"], field["was"], field["wordt"]) for field in fields} == {
            ("gecontroleerd_op", "2026-06-01", "2026-07-01")
        }

    def test_what_is_no_longer_in_it_is_told_and_stays(self, said: Said, dossier: Path) -> None:
        lines = self.exported(dossier).splitlines(keepends=True)
        Path("kaart.csv").write_text(
            "".join(line for line in lines if "koffie" not in line), encoding="utf-8-sig"
        )
        _code, out, _ = said("kaart.csv", "--toepassen")
        assert "Staat er niet in (en blijft op de kaart staan)" in out
        assert text(dossier) == KAART


class TestWhatCannotBe:
    def test_a_kaart_with_errors_is_told_of_first(self, said: Said, dossier: Path) -> None:
        broken = KAART.replace("talen: [nl, ti]", "talen: [Nederlands]")
        (dossier / "sociale-kaart.yaml").write_text(broken, encoding="utf-8")
        code, _, err = said("aanbod.csv", "--toepassen")
        assert code == 1
        assert "KAART032" in err
        assert text(dossier) == broken

    def test_an_id_that_stands_there_twice_is_told_of_first(self, said: Said, dossier: Path) -> None:
        twice = KAART + KAART[KAART.index("  - id: inloop") :]
        (dossier / "sociale-kaart.yaml").write_text(twice, encoding="utf-8")
        code, _, err = said("aanbod.csv", "--toepassen")
        assert code == 2
        assert "een id twee keer: 'inloop'" in err
        assert text(dossier) == twice

    @pytest.mark.parametrize(
        ("name", "data", "says"),
        [
            ("weg.xlsx", None, "bestaat niet"), ("leeg.csv", b"", "is leeg"), ("stuk.json", b'{"name": ', "stuk.json"),
            ("foto.xlsx", b"\x89PNG\r\n\x1a\n\x00\x00", "geen tabel"), ("stuk.zip", b"PK\x03\x04\x00", "stuk.zip"),
        ],
    )  # fmt: skip
    def test_a_file_that_cannot_be_read_is_told_of(
        self, said: Said, dossier: Path, name: str, data: bytes | None, says: str
    ) -> None:
        if data is not None:
            Path(name).write_bytes(data)
        _code, out, err = said(name, "--toepassen")
        assert says in out + err
        assert text(dossier) == KAART

    def test_names_in_a_zip_never_touch_the_disk(self, said: Said, dossier: Path) -> None:
        service = {"id": "koor", "name": "Koor", "status": "active", "description": "zingen",
                   "organization": {"id": "huis", "name": "Huis van de wijk", "description": "huis"}}  # fmt: skip
        with zipfile.ZipFile("pakket.zip", "w") as archive:
            archive.writestr("../../../weg/service.json", json.dumps(service))
        code, _out, err = said("pakket.zip", "--bron", "opgave", "--toepassen")
        assert code == 0, err
        assert "koor" in [item.id for item in loaded(dossier).services]
        assert sorted(path.name for path in dossier.parent.iterdir()) == [
            "aanbod.csv",
            "dossier",
            "pakket.zip",
        ]
