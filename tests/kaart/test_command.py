"""`psoh kaart` as somebody types it: what is shown, what is written, and what is said when it cannot be."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.terminal import console

Said = Callable[..., tuple[int, str, str]]

GEMEENTE = """\
formaat: "1"
kennisversie: "1"
code: GM0505
naam: Dordrecht
wijken: [Centrum, Oost]
"""
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
  - id: stil
    naam: Stille organisatie
    ketenpartner: ggz
    bron: site
    gecontroleerd_op: onbekend
diensten:
  # de inloop is er elke dag
  - id: inloop
    organisatie: huis
    naam: Inloop
    aanbod: koffie
    talen: [nl, ti]
    tolkinzet: geen
    ketenstappen: [versterken]
    werkgebied: [GM0505]
    toegang: [vrij]
    bron: site
    gecontroleerd_op: 2026-06-01
  - id: groep
    organisatie: huis
    naam: Groep voor ouders
    aanbod: praten
    bron: site
    gecontroleerd_op: 2019
"""
NEW = ("--naam", "Taalmaatje", "--aanbod", "samen oefenen", "--bron", "site")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "gemeente.yaml").write_text(GEMEENTE, encoding="utf-8")
    (tmp_path / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))
    return tmp_path


@pytest.fixture
def said(dossier: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    """Give a function that runs `psoh kaart`; with `typed` lines somebody sits at a terminal."""

    def say(*arguments: str | Path, typed: list[str] | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed or [])))
        monkeypatch.setattr(console, "is_interactive", lambda: typed is not None)
        code = run(["kaart", *map(str, arguments)])
        done = capsys.readouterr()
        return code, done.out, done.err

    return say


def loaded(dossier: Path) -> KaartFile:
    value, problems, _ = read_kaart(dossier / "sociale-kaart.yaml")
    assert value is not None, problems
    return value


def text(dossier: Path) -> str:
    return (dossier / "sociale-kaart.yaml").read_text(encoding="utf-8")


class TestToon:
    def test_a_sentence_first_then_a_table_of_eighty_columns(self, said: Said, dossier: Path) -> None:
        code, out, err = said("toon", dossier)
        assert code == 0
        assert out.startswith("Op de kaart van Dordrecht staan 2 diensten en 2 organisaties.")
        assert "Daarvan is er 1 niet of niet meer bevestigd." in " ".join(out.split())
        assert max(map(len, out.splitlines())) <= 80
        for words in (
            "Inloop",
            "nl, ti; geen",
            "vrij",
            "2026-06-01",
            "2019 verlopen",
            "taal onbekend",
        ):
            assert words in out
        assert "Stille organisatie [stil]" in err
        typed = f"Leg dat vast: psoh kaart bevestig groep --map {dossier.as_posix()}"
        assert typed in " ".join(err.split())

    def test_a_language_by_name(self, said: Said, dossier: Path) -> None:
        code, out, err = said("toon", dossier, "--taal", "Tigrinya")
        assert code == 0
        assert out.index("eigen taal") < out.index("onbekend")
        assert "Stille organisatie" not in err

    def test_what_surely_does_not_fit_is_left_out(self, said: Said, dossier: Path) -> None:
        out = said("toon", dossier, "--taal", "fa", "--stap", "Versterken", "--json")[1]
        found = json.loads(out)
        assert [(item["id"], item["bereik"], item["past_zeker"]) for item in found["diensten"]] == [
            ("inloop", "alleen Nederlands of Engels", True),
            ("groep", "onbekend", False),
        ]

    def test_json_has_everything_and_nothing_else(self, said: Said, dossier: Path) -> None:
        code, out, err = said("toon", dossier, "--json", "--peildatum", "2025-01-01")
        found = json.loads(out)
        assert (code, err) == (0, "")
        assert found["peildatum"] == "2025-01-01"
        assert (found["aantal"], found["niet_bevestigd"]) == (2, 1)
        assert found["diensten"][1]["organisatie_naam"] == "Huis van de wijk"

    def test_the_json_does_not_change_by_itself(self, said: Said, dossier: Path) -> None:
        assert said("toon", dossier, "--json")[1] == said("toon", dossier, "--json")[1]

    @pytest.mark.parametrize(
        ("option", "value", "says"),
        [
            ("--taal", "Tigrinje", "Bedoelt u ti (Tigrinya)?"),
            ("--stap", "versterke", "Bedoelt u 'versterken'?"),
            ("--leeftijd", "jong", "schrijf bijvoorbeeld 12-17"),
            ("--gebied", "Centrm", "Bedoelt u 'Centrum'?"),
            ("--peildatum", "juni", "geen datum"),
        ],
    )
    def test_a_filter_that_cannot_be(
        self, said: Said, dossier: Path, option: str, value: str, says: str
    ) -> None:
        code, out, err = said("toon", dossier, option, value)
        assert (code, out) == (2, "")
        assert says in err

    def test_a_kaart_without_a_dossier(self, said: Said, dossier: Path) -> None:
        (dossier / "gemeente.yaml").unlink()
        for place in (dossier, dossier / "sociale-kaart.yaml"):
            code, out, _ = said("toon", place)
            assert code == 0
            assert out.startswith("Op de kaart 'Sociale kaart Dordrecht' staan 2 diensten")

    def test_a_folder_without_a_kaart(self, said: Said, tmp_path: Path) -> None:
        (tmp_path / "leeg").mkdir()
        code, _, err = said("toon", tmp_path / "leeg")
        assert code == 2
        assert "geen sociale-kaart.yaml" in err
        assert "psoh start" in err

    def test_a_kaart_with_errors_is_not_shown(self, said: Said, dossier: Path) -> None:
        (dossier / "sociale-kaart.yaml").write_text(KAART.replace("[vrij]", "[vrj]"), encoding="utf-8")
        code, out, err = said("toon", dossier)
        assert (code, out) == (1, "")
        assert "vrj" in err

    def test_a_shared_kaart_counts_where_it_works(self, said: Said, dossier: Path) -> None:
        folder = dossier / "hier"
        folder.mkdir()
        (folder / "gemeente.yaml").write_text(
            f"{GEMEENTE}kaarten: [../sociale-kaart.yaml]\n", encoding="utf-8"
        )
        own = (
            KAART.split("diensten:", maxsplit=1)[0].replace("Sociale kaart", "Eigen kaart") + "diensten: []\n"
        )
        (folder / "sociale-kaart.yaml").write_text(own, encoding="utf-8")
        (dossier / "sociale-kaart.yaml").write_text(KAART.replace("[GM0505]", "[GM0392]"), encoding="utf-8")
        code, out, err = said("toon", folder)
        assert code == 0
        assert "staat 1 dienst" in out
        assert "Niet meegeteld: 1 vermelding (werkt niet in deze gemeente)." in err
        code, _, err = said("bevestig", "groep", "--map", folder)
        assert code == 2
        assert "gedeelde kaart 'Sociale kaart Dordrecht'" in err

    def test_a_dossier_with_only_a_shared_kaart(self, said: Said, dossier: Path) -> None:
        folder = dossier / "buren"
        folder.mkdir()
        (folder / "gemeente.yaml").write_text(
            f"{GEMEENTE}kaarten: [../sociale-kaart.yaml]\n", encoding="utf-8"
        )
        assert "staan 2 diensten" in said("toon", folder)[1]
        for command in (
            ("voeg-toe", folder, "--organisatie", "huis", *NEW),
            ("bevestig", "groep", "--map", folder),
        ):
            code, _, err = said(*command)
            assert code == 2
            assert f"Werk in de map van die kaart: {dossier.as_posix()}" in err
        assert text(dossier) == KAART


class TestVoegToe:
    def test_flags_are_enough(self, said: Said, dossier: Path) -> None:
        code, out, _ = said(
            "voeg-toe", dossier, "--organisatie", "Huis van de wijk", *NEW, "--stap", "versterken", "--stap", "1",
            "--taal", "Arabisch", "--taal", "nl", "--tolk", "telefonisch", "--leeftijd", "18+", "--doelgroep", "ouders",
            "--toegang", "vrij", "--kosten", "gratis", "--werkgebied", "GM0505", "--gecontroleerd", "vandaag",
            "--door", "regisseur",
        )  # fmt: skip
        assert (code, out) == (0, "")
        made = loaded(dossier).services[-1]
        assert (made.id, made.organization, made.languages) == ("taalmaatje", "huis", ("ar", "nl"))
        assert (str(made.assured_date), made.assurer) == ("2026-06-30", "regisseur")
        assert made.chain_steps == ("versterken", "overdracht")
        assert text(dossier).startswith(KAART.rstrip())

    def test_a_new_organization_on_the_fly(self, said: Said, dossier: Path) -> None:
        code, _, err = said("voeg-toe", dossier, "--organisatie", "Gym", "--ketenpartner", "welzjn", *NEW)
        assert code == 2
        assert "--ketenpartner: 'welzjn' kan hier niet. Bedoelt u 'welzijn'?" in err
        code, _, err = said("voeg-toe", dossier, "--organisatie", "Gym", "--ketenpartner", "welzijn", *NEW)
        assert code == 0
        assert [item.id for item in loaded(dossier).organizations] == ["huis", "stil", "gym"]
        assert "wanneer dit is nagevraagd" in " ".join(err.split())

    @pytest.mark.parametrize(
        ("arguments", "missing"),
        [
            ((), "--organisatie, --naam, --aanbod en --bron"),
            (("--organisatie", "huis"), "--naam, --aanbod en --bron"),
            (("--organisatie", "nieuw", *NEW), "--ketenpartner"),
        ],
    )
    def test_without_a_terminal_the_missing_flags_are_named(
        self, said: Said, dossier: Path, arguments: tuple[str, ...], missing: str
    ) -> None:
        code, out, err = said("voeg-toe", dossier, *arguments)
        assert (code, out) == (2, "")
        assert f"te weinig ingevuld: {missing}." in err
        assert text(dossier) == KAART

    @pytest.mark.parametrize(
        ("option", "value", "says"),
        [
            ("--stap", "versterke", "Bedoelt u 'versterken'?"),
            ("--taal", "Tigrinje", "Bedoelt u Tigrinya (ti)?"),
            ("--tolk", "soms", "Kies uit: vast"),
            ("--gecontroleerd", "2027-01-01", "ligt in de toekomst"),
            ("--gecontroleerd", "gisteren", "geen datum"),
            ("--leeftijd", "20-10", "omgedraaid"),
        ],
    )
    def test_a_flag_that_cannot_be(
        self, said: Said, dossier: Path, option: str, value: str, says: str
    ) -> None:
        code, _, err = said("voeg-toe", dossier, "--organisatie", "huis", *NEW, option, value)
        assert code == 2
        assert says in err
        assert text(dossier) == KAART

    def test_questions_at_a_terminal(self, said: Said, dossier: Path) -> None:
        typed = {
            "organisatie": "1", "naam": "Taalmaatje", "aanbod": "samen oefenen", "ketenstappen": "versterken",
            "iasc_laag": "steun uit", "soort_aanbod": "maatje", "interventies": "", "doelgroepen": "",
            "leeftijd": "", "talen": "Nederlands", "tolkinzet": "geen", "toegang": "1", "kosten_client": "gratis",
            "wachttijd": "2", "werkgebied": "", "bron": "site", "gecontroleerd_op": "vandaag",
            "gecontroleerd_door": "regisseur", "toevoegen": "ja",
        }  # fmt: skip
        code, out, err = said("voeg-toe", dossier, typed=list(typed.values()))
        assert (code, out) == (0, "")
        assert "Hoe heet de dienst?" in err
        made = loaded(dossier).services[-1]
        assert (made.organization, made.languages, made.service_area) == ("huis", ("nl",), ("GM0505",))
        assert made.target_groups == ()
        assert made.layer == "laag-2"
        assert made.waiting is not None
        assert made.waiting.weeks == 2

    def test_only_what_is_missing_is_asked(self, said: Said, dossier: Path) -> None:
        flags = ("--organisatie", "huis", "--aanbod", "samen", "--bron", "site")
        code, _, err = said("voeg-toe", dossier, *flags, typed=["Taalmaatje", *[""] * 13, "ja"])
        assert code == 0
        assert "Wat biedt de dienst" not in err
        assert loaded(dossier).services[-1].name == "Taalmaatje"

    def test_a_wrong_answer_is_asked_again(self, said: Said, dossier: Path) -> None:
        flags = ("--organisatie", "huis", *NEW[2:])
        code, _, err = said(
            "voeg-toe", dossier, *flags, typed=["", "Taalmaatje", "versterkne", "1", *[""] * 12, "ja"]
        )
        assert code == 0
        assert "Dit is nodig" in err
        assert "Bedoelt u 'versterken'?" in err
        assert loaded(dossier).services[-1].chain_steps == ("overdracht",)

    @pytest.mark.parametrize("typed", [["stop"], ["1", "Taalmaatje", "stop"], ["1", "Taalmaatje", "samen"]])
    def test_stopping_writes_nothing(self, said: Said, dossier: Path, typed: list[str]) -> None:
        code, _, err = said("voeg-toe", dossier, typed=typed)
        assert code == (0 if typed[-1] == "stop" else 2)
        assert text(dossier) == KAART
        assert "niets toegevoegd" in err or "invoer is gesloten" in err

    def test_no_to_the_last_question_writes_nothing_and_offers_to_change(
        self, said: Said, dossier: Path
    ) -> None:
        flags = ("--organisatie", "huis", *NEW[2:])
        _, _, err = said("voeg-toe", dossier, *flags, typed=["Taalmaatje", *[""] * 13, "nee", "stop"])
        assert "Typ het nummer van wat u wilt wijzigen" in " ".join(err.split())
        assert text(dossier) == KAART

    def test_one_field_can_be_changed_at_the_end(self, said: Said, dossier: Path) -> None:
        flags = ("--organisatie", "huis", *NEW[2:])
        changes = [
            "nee",
            "99",
            "2",
            "Maatje",
            "10",
            "Tigrinya, nl",
            "10",
            "",
            "lijst",
            "1",
            "Buurtkamer",
            "welzijn",
        ]
        code, _, err = said("voeg-toe", dossier, *flags, typed=["Taalmaatje", *[""] * 13, *changes, "ja"])
        assert code == 0, err
        assert "Nu staat er: Talen: Tigrinya, Nederlands" in err
        made = loaded(dossier)
        assert (made.services[-1].name, made.services[-1].languages) == ("Maatje", ("ti", "nl"))
        assert (made.services[-1].organization, made.organizations[-1].name) == ("buurtkamer", "Buurtkamer")

    def test_explains_and_asks_again_below_a_long_list(self, said: Said, dossier: Path) -> None:
        typed = ["Gym", "?", "zelforg", "Sport", "samen sporten", "?", *[""] * 12, "site", *[""] * 2, "ja"]
        code, _, err = said("voeg-toe", dossier, typed=typed)
        assert code == 0, err
        assert err.count("Wat voor ketenpartner is deze organisatie?") == 2
        assert "psoh praktijken --lijst ketenpartners" in err
        assert "Enter = niet invullen; dat betekent onbekend, nooit nee." in err
        assert loaded(dossier).organizations[-1].partner_type == "zelforganisaties"

    def test_for_a_screen_reader_nothing_is_set_in(self, said: Said, dossier: Path) -> None:
        typed = ["1", "Taalmaatje", "samen", *[""] * 12, "site", "", "ja"]
        _, _, err = said("voeg-toe", dossier, "--toegankelijk", typed=typed)
        assert "1: Huis van de wijk (huis)" in err
        assert not [line for line in err.splitlines() if line.startswith(" ")]

    def test_with_flags_only_it_works_in_the_own_gemeente(self, said: Said, dossier: Path) -> None:
        code, _, err = said("voeg-toe", dossier, "--organisatie", "huis", *NEW, "--wachttijd", "4")
        assert code == 0
        made = loaded(dossier).services[-1]
        assert made.service_area == ("GM0505",)
        assert "GM0505, de eigen gemeente" in " ".join(err.split())
        assert f"Verder: psoh check {dossier.as_posix()}" in " ".join(err.split())


class TestBevestig:
    def test_today_by_a_role(self, said: Said, dossier: Path) -> None:
        code, out, err = said("bevestig", "groep", "stil", "--map", dossier, "--door", "regisseur")
        assert (code, out) == (0, "")
        assert "2 vermeldingen zijn bevestigd op 30 juni 2026" in err
        expected = KAART.replace("onbekend", "2026-06-30\n    gecontroleerd_door: regisseur")
        assert text(dossier) == expected.replace("2019", "2026-06-30\n    gecontroleerd_door: regisseur")

    def test_all_but_what_stopped(self, said: Said, dossier: Path) -> None:
        (dossier / "sociale-kaart.yaml").write_text(
            KAART.replace("aanbod: praten", "aanbod: praten\n    status: gestopt"), encoding="utf-8"
        )
        code, _, err = said(
            "bevestig", "--alles", "--map", dossier, "--datum", "2026-06-29", "--door", "regisseur"
        )
        assert code == 0
        assert "3 vermeldingen" in err
        days = [
            str(item.assured_date) for item in (*loaded(dossier).organizations, *loaded(dossier).services)
        ]
        assert days == ["2026-06-29", "2026-06-29", "2026-06-29", "2019"]

    @pytest.mark.parametrize(
        ("arguments", "says"),
        [
            (("gropep",), "Bedoelt u 'groep'?"),
            (("inloop", "gropep"), "er is niets veranderd"),
            (("dubbel",), "Noem het id: inloop of groep."),
            ((), "--alles"),
            (("groep", "--datum", "2026-07-01"), "ligt in de toekomst"),
            (("groep", "--datum", "2026-06"), "hele dag"),
            (("groep", "--datum", "gisteren"), "geen datum"),
        ],
    )
    def test_what_cannot_be(self, said: Said, dossier: Path, arguments: tuple[str, ...], says: str) -> None:
        if arguments == ("dubbel",):
            same = KAART.replace("naam: Inloop", "naam: Dubbel").replace(
                "naam: Groep voor ouders", "naam: Dubbel"
            )
            (dossier / "sociale-kaart.yaml").write_text(same, encoding="utf-8")
        before = text(dossier)
        code, out, err = said("bevestig", *arguments, "--map", dossier)
        assert (code, out) == (2, "")
        assert says in err
        assert text(dossier) == before

    def test_a_name_will_do(self, said: Said, dossier: Path) -> None:
        assert said("bevestig", "groep voor ouders", "--map", dossier, "--door", "regisseur")[0] == 0
        assert str(loaded(dossier).services[1].assured_date) == "2026-06-30"

    def test_without_a_role_the_one_that_stands_there_stays(self, said: Said, dossier: Path) -> None:
        said("bevestig", "groep", "--map", dossier, "--door", "regisseur", "--datum", "2026-05-01")
        code, _, err = said("bevestig", "groep", "--map", dossier)
        assert code == 0, err
        made = loaded(dossier).services[1]
        assert (str(made.assured_date), made.assurer) == ("2026-06-30", "regisseur")

    def test_without_a_terminal_a_role_is_needed_where_there_is_none(self, said: Said, dossier: Path) -> None:
        for words in (("inloop",), ("--alles",)):
            code, out, err = said("bevestig", *words, "--map", dossier)
            assert (code, out) == (2, "")
            assert "inloop" in err
            assert "--door beleidsadviseur" in err
        assert text(dossier) == KAART

    def test_at_a_terminal_the_role_is_asked(self, said: Said, dossier: Path) -> None:
        code, _, err = said("bevestig", "inloop", "--map", dossier, typed=["?", "", "regisseur"])
        assert code == 0
        assert "Welke rol heeft dit nagevraagd?" in err
        assert "De functie van wie het heeft nagevraagd" in err
        assert loaded(dossier).services[0].assurer == "regisseur"
        said("bevestig", "inloop", "--map", dossier, typed=[""])
        assert loaded(dossier).services[0].assurer == "regisseur"
        said("bevestig", "inloop", "--map", dossier, typed=["adviseur"])
        assert loaded(dossier).services[0].assurer == "adviseur"
        before = text(dossier)
        assert "er is niets veranderd" in said("bevestig", "inloop", "--map", dossier, typed=["stop"])[2]
        assert text(dossier) == before


def test_the_group_explains_itself(said: Said) -> None:
    code, out, _ = said("--help")
    assert code == 0
    for word in ("toon", "voeg-toe", "bevestig"):
        assert word in out


def test_a_generated_kaart_is_a_good_one(said: Said, dossier: Path, root: Path) -> None:
    generate: Any = __import__("bench.generate", fromlist=["generate"])
    first = generate.kaart_text(generate.generate_kaart(40, seed=7))
    assert first == generate.kaart_text(generate.generate_kaart(40, seed=7))
    assert first != generate.kaart_text(generate.generate_kaart(40, seed=8))
    (dossier / "sociale-kaart.yaml").write_text(first, encoding="utf-8")
    assert loaded(dossier) == generate.generate_kaart(40, seed=7)
    assert said("toon", dossier)[0] == 0
