"""`psoh kaart samenvoegen` as somebody types it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.kaart.test_merge_proposal import KAART

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.files import yaml_file
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.terminal import console

Said = Callable[..., tuple[int, str, str]]


@pytest.fixture
def said(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Said:
    (tmp_path / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8", newline="\n")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    monkeypatch.chdir(tmp_path)

    def say(*arguments: str, typed: list[str] | None = None) -> tuple[int, str, str]:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed or [])))
        monkeypatch.setattr(console, "is_interactive", lambda: typed is not None)
        code = run(["kaart", "samenvoegen", *arguments])
        done = capsys.readouterr()
        return code, " ".join(done.out.split()), " ".join(done.err.split())

    return say


def ids() -> list[str]:
    value, problems, _ = read_kaart(Path("sociale-kaart.yaml"))
    assert value is not None, problems
    return [item.id for item in value.organizations]


def test_it_shows_why_and_what_would_stay_and_writes_nothing(said: Said) -> None:
    code, out, _ = said()
    assert code == 0
    assert "1 paar lijkt dubbel." in out
    assert "organisatie 'Huis' [huis] en 'Stichting Huis' [thuis] Waarom: bijna dezelfde naam." in out
    assert "Botsing bij Organisatie: 'Huis' of 'Stichting Huis'; voorstel: het eerste." in out
    assert "psoh kaart samenvoegen --toepassen huis=thuis" in out
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == KAART


def test_it_puts_together_what_was_named(said: Said) -> None:
    code, _, err = said("--toepassen", "huis=thuis", "--door", "beheerder")
    assert (code, ids()) == (0, ["huis"])
    assert "thuis is opgegaan in huis." in err


@pytest.mark.parametrize("pair", ["huis", "huis=", "=", "huis=weg", "huis=les"])
def test_what_cannot_be_named_so_changes_nothing(said: Said, pair: str) -> None:
    code, _, err = said("--toepassen", pair)
    assert code == 2
    assert err.startswith("Fout:")
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == KAART


def test_somebody_at_a_terminal_chooses_per_field(said: Said) -> None:
    code, _, err = said(typed=["2", "eerste", "2"])
    assert code == 0, err
    assert ids() == ["huis"]
    assert "naam: Stichting Huis" in Path("sociale-kaart.yaml").read_text(encoding="utf-8")


def test_a_pair_with_what_was_just_put_together_waits_for_the_next_time(said: Said) -> None:
    third = "  - id: huis-3\n    naam: Huis BV\n    ketenpartner: welzijn\n    bron: x\n    gecontroleerd_op: 2020\n"
    Path("sociale-kaart.yaml").write_text(
        KAART.replace("diensten:\n", f"{third}diensten:\n"), encoding="utf-8"
    )
    code, _, err = said(typed=["1"])
    assert code == 0, err
    assert "Geef de opdracht daarna nog eens." in err
    assert len(ids()) == 2


@pytest.mark.parametrize("typed", [["3"], ["stop"], []])
def test_who_says_no_or_stops_has_changed_nothing(said: Said, typed: list[str]) -> None:
    code, _, err = said(typed=typed)
    assert code == 0
    assert "er is niets veranderd" in err.casefold()
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == KAART


def test_the_proposals_as_a_file_and_as_data(said: Said) -> None:
    code, _, err = said("--voorstel", "voorstel.yaml")
    assert code == 0
    assert "1 voorstel staat in voorstel.yaml" in err
    written = yaml_file.read(Path("voorstel.yaml")).plain()["paren"][0]
    assert (written["blijft"], written["vervalt"], written["vermelding"]["id"]) == ("huis", "thuis", "huis")
    found = json.loads(said("--json")[1])
    assert found["aantal"] == 1
    assert [item["veld"] for item in found["paren"][0]["velden"] if item["botsing"]] == ["bron", "naam"]
    assert said("--voorstel", "voorstel.yaml")[0] == 2


def test_other_kaarten_are_looked_through_too(said: Said) -> None:
    Path("regio").mkdir()
    other = KAART.replace("id: huis", "id: regio-huis").replace(
        "organisatie: huis", "organisatie: regio-huis"
    )
    Path("regio/sociale-kaart.yaml").write_text(other.replace("naam: Kaart", "naam: Regio"), encoding="utf-8")
    out = said(".", "regio")[1]
    assert "'Huis' [regio-huis] op kaart 'Regio' en 'Huis' [huis]" in out
    code, _, err = said(".", "nergens")
    assert code == 2
    assert "nergens" in err
