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
from psoh_cli.kaart.exchange import plain_data
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


ANSWERS = ["overslaan", "1", "", "opgave, 2026", "welzijn", "ja"]
"""On the column Stoplicht, the word arabish, the area, the source, the kind of partner, and whether to keep these."""


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
        assert (
            "organisatie Stichting Nieuw [stichting-nieuw], rij 5 Bron over de organisatie: opgave, 2026; Soort"
            in out
        )
        assert "Wat de dienst biedt: zingen; Talen van medewerkers: Arabisch; Werkgebied: GM0505." in out
        assert "Overgeslagen volgens de koppeling kolom 'Stoplicht'" in out
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
        for typed in (["stop"], []):
            code, _, err = said("aanbod.csv", "--toepassen", typed=typed)
            assert (code, "er is niets geschreven" in err) == (0, True)
        assert text(dossier) == KAART
        assert not Path("aanbod.koppeling.yaml").exists()

    def test_who_stops_halfway_finds_the_answers_back(self, said: Said, dossier: Path) -> None:
        code, _, err = said("aanbod.csv", "--toepassen", typed=["nooit", "1", "stop"])
        assert code == 0
        assert "Uw antwoorden staan in aanbod.koppeling.yaml; de kaart is niet veranderd." in err
        assert text(dossier) == KAART
        _, _, err = said("aanbod.csv", "--koppeling", "aanbod.koppeling.yaml", typed=["stop"])
        assert "Stoplicht" not in err
        assert "In welk gebied" in err

    def test_answers_of_before_are_never_written_over(self, said: Said, dossier: Path) -> None:
        Path("aanbod.koppeling.yaml").write_text("van iemand anders", encoding="utf-8")
        _, _, err = said("aanbod.csv", typed=["nooit", "stop"])
        assert "aanbod.koppeling-2.yaml" in err
        assert Path("aanbod.koppeling.yaml").read_text(encoding="utf-8") == "van iemand anders"

    def test_one_may_go_back(self, said: Said, dossier: Path) -> None:
        typed = ["terug", "1", "terug", "toelichting", "terug", "terug", "nooit", *ANSWERS[1:]]
        code, _, err = said("aanbod.csv", "--toepassen", typed=typed)
        assert code == 0, err
        assert "Dit is de eerste vraag." in err
        assert loaded(dossier).services[0].remark is None
        kept = Path("aanbod.koppeling.yaml").read_text(encoding="utf-8")
        assert "kolom: Stoplicht\n    veld: overslaan" in kept

    def test_who_goes_back_takes_the_answer_back(self, said: Said, dossier: Path) -> None:
        said("aanbod.csv", "--toepassen", typed=["toelichting", "terug", "", *ANSWERS[1:]])
        assert loaded(dossier).services[0].remark is None
        assert "Stoplicht" not in Path("aanbod.koppeling.yaml").read_text(encoding="utf-8")

    def test_enter_is_not_now_and_is_asked_again(self, said: Said, dossier: Path) -> None:
        said("aanbod.csv", "--koppeling", "k.yaml", typed=["", "", "", "opgave", ""])
        assert "overslaan" not in Path("k.yaml").read_text(encoding="utf-8").partition("formaat")[2]
        _, _, err = said("aanbod.csv", "--koppeling", "k.yaml", typed=["stop"])
        assert "Kolom 1 van 1: 'Stoplicht'" in err

    def test_an_organization_that_is_none_is_left_out_and_told(self, said: Said, dossier: Path) -> None:
        _, out, _ = said("aanbod.csv", "--toepassen", typed=[*ANSWERS[:4], "nooit", "ja"])
        assert "organisatie 'Stichting Nieuw', met haar diensten" in out
        _, out, _ = said("aanbod.csv", "--koppeling", "aanbod.koppeling.yaml", typed=[])
        assert "Wacht op een antwoord" not in out
        assert "organisatie 'Stichting Nieuw', met haar diensten" in out
        assert [item.id for item in loaded(dossier).organizations] == ["huis"]

    def test_the_list_comes_before_the_question(self, said: Said, dossier: Path) -> None:
        typed = [*ANSWERS[:4], "lijst", "fout antwoord", "welzijn", "nee"]
        _, _, err = said("aanbod.csv", typed=typed)
        after = err.partition("32 Klankbordgroep")[2]
        assert after.startswith(" Wat voor ketenpartner is Stichting Nieuw?")
        assert "'fout antwoord' is geen soort ketenpartner. Typ lijst; dan ziet u alles." in after

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
        church = (
            "  - {id: kerk, naam: Kerk, ketenpartner: welzijn, bron: site, gecontroleerd_op: 2026-06-01}\n"
        )
        two = KAART.replace("diensten:\n", f"{church}diensten:\n")
        (dossier / "sociale-kaart.yaml").write_text(two, encoding="utf-8")
        lines = self.exported(dossier).splitlines(keepends=True)
        Path("kaart.csv").write_text(
            "".join(line for line in lines if "koffie" not in line), encoding="utf-8-sig"
        )
        _code, out, _ = said("kaart.csv", "--toepassen")
        assert "Staat er niet in (en blijft op de kaart staan)" in out
        assert text(dossier) == two

    def test_an_export_as_json_comes_in_as_it_is(self, said: Said, dossier: Path) -> None:
        data = plain_data.as_json(loaded(dossier))
        Path("kaart.json").write_text(data, encoding="utf-8")
        code, out, _err = said("kaart.json", "--toepassen")
        assert (code, text(dossier)) == (0, KAART)
        assert "0 nieuwe vermeldingen, 0 veranderd en 2 ongewijzigd" in out
        Path("kaart.json").write_text(data.replace("koffie", "thee"), encoding="utf-8")
        said("kaart.json", "--toepassen")
        assert loaded(dossier).services[0].description == "thee"

    def test_an_older_file_is_told_of_before_it_takes_newer_work_away(
        self, said: Said, dossier: Path
    ) -> None:
        old = self.exported(dossier)
        Path("nieuw.csv").write_text(
            old.replace("koffie", "thee").replace("Nederlands", "Arabisch"), encoding="utf-8-sig", newline=""
        )
        said("nieuw.csv", "--toepassen")
        Path("oud.csv").write_text(old, encoding="utf-8-sig", newline="")
        _, out, _ = said("oud.csv")
        assert out.startswith("Let op: het bestand lijkt ouder dan de kaart. Bij één vermelding")
        assert "thee → koffie Op de kaart is dit op 21 november 2026 nog veranderd. Is het bestand" in out
        assert (
            "→ Nederlands, Tigrinya Dit was zo tot 21 november 2026; het bestand is ouder dan de kaart."
            in out
        )
        fields = json.loads(said("oud.csv", "--json")[1])["veranderd"][0]["velden"]
        assert [field.get("was_zo_tot") for field in fields] == [None, "2026-11-21"]

    def test_a_file_with_only_headings_is_told_of(self, said: Said, dossier: Path) -> None:
        Path("kop.csv").write_text(self.exported(dossier).splitlines()[0], encoding="utf-8-sig")
        _, out, _ = said("kop.csv")
        assert "alleen kopjes, en geen rijen" in out
        assert "Staat er niet in" not in out


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
            ("gemeente.yaml", b"formaat: '1'", "Bedoelde u een werkblad?"),
            ("kaart.yaml", b"diensten: []", "psoh kaart samenvoegen"),
            ("k.yaml", b"kolommen: []", "--koppeling k.yaml"),
            ("lijst.fods", b"<?xml version='1.0'?><office:document xmlns='opendocument'>", "ods"),
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

    def test_a_folder_with_spreadsheets_is_no_package(self, said: Said, dossier: Path) -> None:
        Path("map").mkdir()
        Path("map/lijst.csv").write_text(FOREIGN, encoding="utf-8")
        code, _, err = said("map")
        assert code != 0
        assert "psoh kaart import map/lijst.csv" in err

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
