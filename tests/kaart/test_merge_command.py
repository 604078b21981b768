"""`psoh kaart samenvoegen` as somebody types it."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.kaart.exchange.full_kaart import FULL
from tests.kaart.test_merge_proposal import KAART

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.commands.kaart_samenvoegen_terug import wanted_in
from psoh_cli.files import yaml_file
from psoh_cli.files.yaml_edit import dump_block
from psoh_cli.kaart.doubles import find_doubles
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.kaart.merge_proposal import propose
from psoh_cli.kaart.written import as_fields
from psoh_cli.terminal import console
from psoh_cli.terminal.asker import TerminalAsker

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


APART = """\
formaat: "1"
kennisversie: "1"
naam: Kaart
organisaties:
  - {id: a, naam: Buurthuis Noord, ketenpartner: welzijn, bron: x, gecontroleerd_op: 2026-10}
  - {id: b, naam: Zwembad Zuid, ketenpartner: welzijn, bron: x, gecontroleerd_op: 2026-10}
diensten:
  - {id: taal, organisatie: a, naam: Taalles, aanbod: taal, bron: x, gecontroleerd_op: 2026-01}
  # afspraak met Zuid
  - id: bad
    organisatie: b
    naam: Zwemles
    aanbod: Leren zwemmen
    bron: x
    gecontroleerd_op: 2026-10
"""
SAME_PAGE = APART.replace(
    "gecontroleerd_op: 2026-01}", "gecontroleerd_op: 2026-01, website: https://t.example}"
)
SAME_PAGE = SAME_PAGE.replace("naam: Zwemles", "naam: Taalles\n    website: t.example")


def kaart(text: str) -> str:
    Path("sociale-kaart.yaml").write_text(text, encoding="utf-8")
    return text


@pytest.mark.parametrize("typed", [None, ["ja"]])
def test_what_psoh_does_not_propose_is_not_put_together(said: Said, typed: list[str] | None) -> None:
    before = kaart(APART)
    code, _, err = said("--toepassen", "taal=bad", typed=typed)
    assert code == 2
    assert "'taal' en 'bad' lijken niet dezelfde dienst: psoh stelt ze niet voor" in err
    assert "teksteditor" in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == before
    assert said("--toepassen", "a=b")[0] == 2


def test_services_of_two_organizations_stay_two_unless_those_become_one(said: Said) -> None:
    before = kaart(SAME_PAGE)
    code, _, err = said("--toepassen", "taal=bad")
    assert code == 2
    assert "horen bij twee organisaties: 'a' en 'b'" in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == before
    kaart(SAME_PAGE.replace("Zwembad Zuid", "Buurthuis Noord"))
    code, _, err = said("--toepassen", "taal=bad", "--toepassen", "a=b")
    assert code == 0, err
    assert ids() == ["a"]


def test_what_goes_is_shown_in_full_and_so_is_a_remark_that_stays_behind(said: Said) -> None:
    long = "Leren zwemmen, " * 30 + "ook voor wie bang is"
    kaart(SAME_PAGE.replace("Zwembad Zuid", "Buurthuis Noord").replace("Leren zwemmen", long))
    code, out, err = said("--toepassen", "a=b", "--toepassen", "bad=taal")
    assert code == 0, err
    assert "Vervalt bij Wat de dienst biedt: taal" in out
    kaart(SAME_PAGE.replace("Zwembad Zuid", "Buurthuis Noord").replace("Leren zwemmen", long))
    Path("sociale-kaart.yaml").write_text(
        Path("sociale-kaart.yaml").read_text(encoding="utf-8").replace("2026-10\n", "2025-10\n"),
        encoding="utf-8",
    )
    code, out, err = said("--toepassen", "a=b", "--toepassen", "taal=bad")
    assert code == 0, err
    assert f"Vervalt bij Wat de dienst biedt: {long}" in out
    assert "# afspraak met Zuid" in err


def test_somebody_at_a_terminal_sees_it_first_and_can_still_say_no(said: Said) -> None:
    code, out, err = said("--toepassen", "huis=thuis", typed=["nee"])
    assert code == 0
    assert "Botsing bij Organisatie" in out
    assert "Vervalt bij Organisatie: Stichting Huis" in out
    assert "Er is niets veranderd." in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == KAART
    assert said("--toepassen", "huis=thuis", typed=["ja"])[0] == 0
    assert ids() == ["huis"]


def test_services_of_organizations_kept_apart_are_not_asked_about(said: Said) -> None:
    before = kaart(SAME_PAGE.replace("Zwembad Zuid", "Buurthuis Noord"))
    code, _, err = said(typed=["nee"])
    assert code == 0
    assert "van twee organisaties die u apart houdt" in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == before


def test_a_proposal_that_was_changed_comes_back(said: Said) -> None:
    assert said("--voorstel", "voorstel.yaml")[0] == 0
    path = Path("voorstel.yaml")
    text = path.read_text(encoding="utf-8")
    assert "voorstel: Huis\n" in text
    path.write_text(text.replace("voorstel: Huis\n", "voorstel: Stichting Huis\n"), encoding="utf-8")
    code, _, err = said("--toepassen", "voorstel.yaml")
    assert code == 0, err
    assert "naam: Stichting Huis" in Path("sociale-kaart.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("voorstel: Huis\n", "voorstel: Iets anders\n"),
        ("vervalt: thuis", "vervalt: les"),
        ("paren:", "delen:"),
    ],
)
def test_a_proposal_that_says_something_else_changes_nothing(said: Said, before: str, after: str) -> None:
    assert said("--voorstel", "voorstel.yaml")[0] == 0
    path = Path("voorstel.yaml")
    assert before in path.read_text(encoding="utf-8")
    path.write_text(path.read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
    code, _, err = said("--toepassen", "voorstel.yaml")
    assert code == 2
    assert "er is niets veranderd" in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == KAART


def test_every_kind_of_value_comes_back_from_a_proposal(said: Said) -> None:
    """Two entries that differ in every field, each as the file of the other has it."""
    first, second = FULL.organizations[0], FULL.organizations[0].model_copy(update={"id": "huis-2"})
    empty = {"kvk": "76543210", "agb": None, "in_board": None, "contact": None, "website": None, "role": None}
    service = FULL.services[0].model_copy(update={"organization": first.id, "locations": ()})
    other = Service.model_validate(
        {"id": "kaal", "organisatie": first.id, "naam": service.name, "aanbod": "x", "bron": "y",
         "gecontroleerd_op": "2020-01"}
    )  # fmt: skip
    kaart(
        dump_block(
            as_fields(
                FULL.model_copy(
                    update={
                        "organizations": (first, second.model_copy(update=empty)),
                        "services": (service, other),
                    }
                )
            )
        )
    )
    assert said("--voorstel", "voorstel.yaml")[0] == 0
    found = [propose(pair) for pair in find_doubles((read_kaart(Path("sociale-kaart.yaml"))[0],))]  # type: ignore[arg-type]
    wanted = wanted_in(["voorstel.yaml"], found=found)
    assert sum(len(item.choices) for item in found) > 20
    for item, proposal in zip(wanted, found, strict=True):
        assert item.told == {choice.key: choice.takes_dropped for choice in proposal.choices}


def test_a_proposal_that_is_not_there_is_told(said: Said) -> None:
    code, _, err = said("--toepassen", "weg.yaml")
    assert code != 0
    assert "weg.yaml" in err


def test_a_kaart_that_changed_while_somebody_looked_is_not_written(
    said: Said, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = KAART.replace("naam: Koor", "naam: Zangkoor")

    def confirm(*_: object) -> bool:
        Path("sociale-kaart.yaml").write_text(other, encoding="utf-8", newline="\n")
        return True

    monkeypatch.setattr(TerminalAsker, "confirm", confirm)
    code, _, err = said("--toepassen", "huis=thuis", typed=[])
    assert code == 2
    assert "is intussen veranderd; er is niets geschreven" in err
    assert Path("sociale-kaart.yaml").read_text(encoding="utf-8") == other
