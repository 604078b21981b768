"""The loop as somebody types it: what is due, ask a partner, read the answer back, write it down, look again."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.kaart.exchange.replies import answered, quoted

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart

Said = Callable[..., tuple[int, str, str]]

GEMEENTE = """\
formaat: "1"
kennisversie: "1"
code: GM0505
naam: Dordrecht
statushouders:
  talen:
    - {taal: ar, aantal: 40}
    - {taal: ti, aantal: 3}
"""
KAART = """\
formaat: "1"
kennisversie: "1"
naam: Sociale kaart Dordrecht
termijnen:
  - {voor: groep, maanden: 6}
organisaties:
  # de buren
  - id: huis
    naam: Huis van de wijk
    ketenpartner: welzijn
    bron: site
    gecontroleerd_op: 2026-06-01
    gecontroleerd_door: beheerder
  - id: stil
    naam: Stille organisatie
    ketenpartner: ggz
    bron: site
    gecontroleerd_op: onbekend
diensten:
  - id: inloop
    organisatie: huis
    naam: Inloop
    aanbod: koffie  # elke dag
    soort_aanbod: [groep]
    talen: [nl, ar]
    ketenstappen: [preventie]
    bron: site
    gecontroleerd_op: 2025-12-20
    gecontroleerd_door: beheerder
    wachttijd: {weken: 3, gemeten_op: 2025-12-20}
"""


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gemeente.yaml").write_text(GEMEENTE, encoding="utf-8")
    (tmp_path / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))

    def say(*words: str | Path) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        code = run(["kaart", *map(str, words)])
        done = capsys.readouterr()
        return code, done.out, done.err

    return say


def own(dossier: Path) -> KaartFile:
    value, problems, _ = read_kaart(dossier / "sociale-kaart.yaml")
    assert value is not None, problems
    return value


def text(dossier: Path) -> str:
    return (dossier / "sociale-kaart.yaml").read_text(encoding="utf-8")


class TestVerouderd:
    def test_the_total_first_then_each_organization_and_what_to_type(self, said: Said, dossier: Path) -> None:
        code, out, _ = said("verouderd")
        flat = " ".join(out.split())
        assert code == 0
        assert flat.startswith(
            "Van de 3 vermeldingen op de kaart van Dordrecht is er 1 verlopen en is er 1 nooit bevestigd."
        )
        assert (
            "Hiervan hangt 1 vak van de dekking af: Preventieve interventie; voor Arabisch (40 statushouders)."
            in flat
        )
        assert out.index("Huis van de wijk [huis]") < out.index("Stille organisatie [stil]")
        assert "psoh kaart vraaglijst huis" in flat
        assert "psoh kaart bevestig --organisatie stil" in flat
        assert "Vraag ook deze wachttijd opnieuw" in flat
        assert max(map(len, out.splitlines())) <= 80

    def test_nothing_to_do_is_said(self, said: Said, dossier: Path) -> None:
        code, out, _ = said(
            "verouderd", "--peildatum", "2026-01-01", "--organisatie", "Huis van de wijk", "--binnen", "0"
        )
        assert code == 0
        assert "niets nagevraagd te worden: 2 vermeldingen" in " ".join(out.split())

    def test_strict_is_for_ci(self, said: Said, dossier: Path) -> None:
        assert said("verouderd", "--strict")[0] == 1
        assert said("verouderd", "--strict", "--organisatie", "huis", "--peildatum", "2026-05-30")[0] == 0

    def test_json(self, said: Said, dossier: Path) -> None:
        found = json.loads(said("verouderd", "--json")[1])
        assert (found["peildatum"], found["tot"], found["aantal"]) == ("2026-06-30", "2026-08-25", 2)
        first = found["organisaties"][0]["vermeldingen"][0]
        assert (first["id"], first["stand"], first["termijn_maanden"]) == ("inloop", "verlopen", 6)
        assert first["dekking"]["leeg"] == [{"ketenstap": "preventie", "taal": "ar"}]
        assert "3" not in json.dumps(found["dekking"]["mensen"])

    @pytest.mark.parametrize("within", ["8", "acht", "-1w", "9999m", "1j"])
    def test_a_time_that_is_none(self, said: Said, dossier: Path, within: str) -> None:
        code, _, err = said("verouderd", f"--binnen={within}")
        assert code == 2
        assert "--binnen" in err


class TestBevestig:
    def test_all_of_an_organization(self, said: Said, dossier: Path) -> None:
        assert said("bevestig", "--organisatie", "Huis van de wijk")[0] == 0
        assert [str(item.assured_date) for item in own(dossier).organizations] == ["2026-06-30", "None"]
        assert str(own(dossier).services[0].assured_date) == "2026-06-30"
        assert own(dossier).services[0].history == ()

    def test_one_that_is_not_there(self, said: Said, dossier: Path) -> None:
        code, _, err = said("bevestig", "--organisatie", "huiss")
        assert code == 2
        assert "Bedoelt u" in err


class TestVraaglijst:
    def test_the_whole_loop(self, said: Said, dossier: Path) -> None:
        mail = said("vraaglijst", "huis")[1]
        assert "Beste collega" in mail
        answers = {"1.0": "klopt", "2.0": "klopt", "2.5": "ook Tigrinya"}
        (dossier / "mail.txt").write_text(answered(quoted(mail), answers), encoding="utf-8")
        before = text(dossier)
        code, out, err = said("vraaglijst", "--lees", "mail.txt")
        assert (code, text(dossier)) == (0, before)
        assert "Nederlands, Arabisch → Nederlands, Arabisch, Tigrinya" in " ".join(out.split())
        assert "--toepassen" in err
        assert said("vraaglijst", "--lees", "mail.txt", "--toepassen", "--door", "beheerder")[0] == 0
        service = own(dossier).services[0]
        assert (service.languages, str(service.assured_date)) == (("nl", "ar", "ti"), "2026-06-30")
        assert service.waiting is not None
        assert str(service.waiting.measured_on) == "2026-06-30"
        assert [(item.field, item.by) for item in service.history] == [("talen", "beheerder")]
        assert "# de buren" in text(dossier)
        assert "koffie  # elke dag" in text(dossier)
        once = text(dossier)
        assert "zegt dit al" in said("vraaglijst", "--lees", "mail.txt", "--toepassen")[2]
        assert text(dossier) == once
        assert "Huis van de wijk" not in said("verouderd")[1]
        code, out, _ = said("geschiedenis", "inloop")
        assert "talen van medewerkers: Nederlands, Arabisch → Nederlands, Arabisch, Tigrinya" in " ".join(
            out.split()
        )

    def test_a_saved_mail_has_its_own_day(self, said: Said, dossier: Path) -> None:
        mail = answered(quoted(said("vraaglijst", "huis", "--peildatum", "2026-06-20")[1]), {"1.0": "klopt"})
        head = "From: a@huis.example\nDate: Wed, 24 Jun 2026 10:00:00 +0200\nMIME-Version: 1.0\n"
        kind = 'Content-Type: text/plain; charset="utf-8"\nContent-Transfer-Encoding: 8bit\n\n'
        (dossier / "mail.eml").write_bytes((head + kind + mail).encode())
        code, out, err = said("vraaglijst", "--lees", "mail.eml", "--toepassen")
        assert code == 0, (out, err)
        assert str(own(dossier).organizations[0].assured_date) == "2026-06-24"

    def test_a_saved_page_of_mail(self, said: Said, dossier: Path) -> None:
        mail = answered(said("vraaglijst", "huis")[1], {"2.5": "Turks"})
        page = "".join(f"<p class=MsoNormal>{line.replace('>', '&gt;')}</p>\n" for line in mail.splitlines())
        head = "Date: Wed, 24 Jun 2026 10:00:00 +0200\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        (dossier / "mail.eml").write_bytes(f"{head}<html><style>p{{}}</style>{page}</html>".encode())
        found = json.loads(said("vraaglijst", "--lees", "mail.eml", "--json")[1])
        assert found["veranderd"][0]["velden"][0]["wordt"] == ["tr"]

    def test_without_a_role_it_is_told_by_the_organization(self, said: Said, dossier: Path) -> None:
        mail = answered(said("vraaglijst", "stil")[1], {"1.0": "klopt"})
        (dossier / "mail.txt").write_text(mail, encoding="utf-8")
        code, out, err = said("vraaglijst", "--lees", "mail.txt", "--toepassen")
        assert code == 0
        assert "--door ROL" in " ".join((out + err).split())
        assert own(dossier).organizations[1].assurer == "opgave van Stille organisatie"

    @pytest.mark.parametrize("strict", [False, True])
    def test_what_is_not_on_the_kaart_is_said_last(self, said: Said, dossier: Path, *, strict: bool) -> None:
        mail = quoted(said("vraaglijst", "stil")[1])
        (dossier / "mail.txt").write_text("De wachttijd is nu 4 weken.\n\n" + mail, encoding="utf-8")
        before = text(dossier)
        code, _, err = said(
            "vraaglijst", "--lees", "mail.txt", "--toepassen", *(["--strict"] if strict else [])
        )
        err = " ".join(err.split())
        assert (code, text(dossier)) == (int(strict), before)
        assert "zegt dit al" not in err
        assert "Let op: 1 antwoord staat er niet op" in err
        assert err.endswith("nog na te vragen: 'Stille organisatie'.")

    def test_the_folder_before_the_entry_is_turned_round(self, said: Said, dossier: Path) -> None:
        code, _, err = said("geschiedenis", dossier.as_posix(), "inloop")
        assert code == 2
        assert "Bedoelt u: psoh kaart geschiedenis inloop " in " ".join(err.split())

    @pytest.mark.parametrize("form", ["xlsx", "docx", "html"])
    def test_a_file_and_what_to_type_next(self, said: Said, dossier: Path, form: str) -> None:
        code, _, err = said("vraaglijst", "huis", "--output", f"lijst.{form}")
        assert code == 0
        assert (dossier / f"lijst.{form}").stat().st_size > 2000
        assert ("--lees" in err) == (form == "xlsx")
        assert ("leest psoh niet terug" in err) == (form != "xlsx")

    def test_one_for_everybody(self, said: Said, dossier: Path) -> None:
        assert said("vraaglijst", "--alles", "--output", "uit")[0] == 0
        assert {path.name for path in (dossier / "uit").iterdir()} == {
            "vraaglijst-huis.txt",
            "vraaglijst-stil.txt",
        }
        assert (
            said("vraaglijst", "--alles", "--verouderd", "--peildatum", "2025-12-21", "--output", "uit2")[0]
            == 0
        )
        assert {path.name for path in (dossier / "uit2").iterdir()} == {"vraaglijst-stil.txt"}

    @pytest.mark.parametrize(
        ("words", "says"),
        [
            ((), "Noem de organisatie"),
            (("huis", "--toepassen"), "--toepassen hoort bij --lees"),
            (("huis", "--format", "doc"), "Bedoelt u 'docx'"),
            (("huis", "--format", "pdf", "--output", "a.xlsx"), "past niet bij"),
            (("niemand",), "geen organisatie op deze kaart"),
            (("--lees", "gemeente.yaml"), "geen vragen van psoh"),
            (("--lees", "weg.txt"), "weg.txt"),
            (("--lees", "gemeente.yaml", "--datum", "2030-01-01"), "ligt in de toekomst"),
        ],
    )
    def test_wrong_use_is_told(self, said: Said, dossier: Path, words: tuple[str, ...], says: str) -> None:
        code, _, err = said("vraaglijst", *words)
        assert code == 2
        assert says in " ".join(err.split())


class TestGeschiedenis:
    HISTORY = """\
    geschiedenis:
      - {op: 2026-01-01, door: beheerder, veld: talen, was: Arabisch, werd: "Nederlands, Arabisch"}
      - {op: 2026-03-01, veld: contact.telefoon, werd: 078-1234567}
"""

    def test_the_newest_first(self, said: Said, dossier: Path) -> None:
        (dossier / "sociale-kaart.yaml").write_text(KAART + self.HISTORY, encoding="utf-8")
        code, out, _ = said("geschiedenis", dossier)
        assert code == 0
        assert out.index("1 maart 2026, rol onbekend") < out.index("1 januari 2026, beheerder")
        assert "contact: telefoon: (leeg) → 078-1234567" in out
        found = json.loads(said("geschiedenis", "inloop", "--json")[1])
        assert [item["op"] for item in found["wijzigingen"]] == ["2026-03-01", "2026-01-01"]

    def test_nothing_yet(self, said: Said, dossier: Path) -> None:
        assert "nog geen wijziging onthouden" in said("geschiedenis")[1]
        code, _, err = said("geschiedenis", "inlop")
        assert code == 2
        assert "Bedoelt u" in err
