"""`psoh ronde besluit`: what is asked, what is written, and that nothing written is ever lost."""

from __future__ import annotations

import io
import json
import shlex
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.dossier.sample import contents
from tests.rounds.decided_dossier import POINT, differing

from psoh_cli.app import run
from psoh_cli.commands.ronde_besluit_open import Table, open_table
from psoh_cli.commands.ronde_besluit_schrijven import certain, day_of, expect_short, known, sound
from psoh_cli.dossier.dossier import inspect
from psoh_cli.errors import WrongUseError
from psoh_cli.rounds.round_file import read_round

DAY = "2026-11-21"
TEXT = "De GGD zet de afspraken op één blad."


class Told:
    """What a command wrote, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code, self.out = code, out
        self.all = " ".join(f"{out} {err}".split())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return differing(tmp_path / "dossier")


@pytest.fixture
def psoh(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Any:
    def told(*arguments: object, typed: tuple[str, ...] = (), command: str = "ronde besluit") -> Told:
        monkeypatch.setattr(sys, "stdin", io.StringIO("".join(f"{line}\n" for line in typed)))
        code = run([*command.split(), *map(str, arguments), "--peildatum", DAY])
        done = capsys.readouterr()
        return Told(code, done.out, done.err)

    return told


def decide(psoh: Any, folder: Path, *more: str, about: str = POINT) -> Told:
    told: Told = psoh(
        folder, "--over", about, "--besluit", TEXT, "--door", "Regisseur", "--door", "GGD", *more
    )
    return told


def test_a_decision_is_written_with_its_day_and_roles_and_has_no_problem(psoh: Any, folder: Path) -> None:
    assert decide(psoh, folder, "--op", "2026-11-02", "--opmerking", "Nog navragen.").code == 0
    [resolution] = read_round(folder).resolutions
    assert (resolution.about, resolution.text, str(resolution.day)) == ((POINT,), TEXT, "2026-11-02")
    assert (resolution.roles, resolution.remark) == (("Regisseur", "GGD"), "Nog navragen.")
    assert not inspect(folder, as_of=date.fromisoformat(DAY)).judged.errors


def test_a_text_that_nobody_reads_at_a_table_is_not_written(psoh: Any, folder: Path) -> None:
    told = psoh(folder, "--over", POINT, "--besluit", "lang " * 4_000, "--door", "GGD")
    assert (told.code, "2.000 is het meeste. Er is niets opgeschreven" in told.all) == (2, True)
    assert not (folder / "ronde.yaml").exists() or not read_round(folder).resolutions


@pytest.mark.slow
def test_a_later_decision_stands_beside_the_earlier_one_and_the_same_is_not_written_twice(
    psoh: Any, folder: Path
) -> None:
    first = decide(psoh, folder)
    assert "--soort gesprekskaart" in first.all
    same = decide(psoh, folder)
    assert same.code == 2
    assert f"staat er al (besluit-{DAY}); er is niets opgeschreven" in same.all
    assert len(read_round(folder).resolutions) == 1
    again = decide(psoh, folder, "--op", "2 november 2026")
    assert "Dat blijft staan; dit besluit komt ernaast" in again.all
    assert len({item.id for item in read_round(folder).resolutions}) == 2


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Table:
    return open_table(differing(tmp_path_factory.mktemp("tafel") / "dossier"), as_of=date.fromisoformat(DAY))


def test_what_cannot_be_is_told_with_what_was_meant(table: Table) -> None:
    for ask, said in (
        (lambda: known("gap-verschil-tolk-afsprken", table=table), "is geen bevinding"),
        (lambda: day_of("2027-01-01", table=table), "ligt in de toekomst"),
        (lambda: day_of("gisteren", table=table), "--op:"),
        (lambda: sound("Jan de Vries"), "lijkt de naam van een persoon te staan"),
        (lambda: sound("  "), "is leeg"),
        (lambda: expect_short("a" * 20_000, what="Het besluit"), "20.000 tekens; 2.000 is het meeste"),
    ):
        with pytest.raises(WrongUseError) as caught:
            ask()
        assert said in str(caught.value.message)
    with pytest.raises(WrongUseError) as caught:
        known("gap-verschil-tolk-afsprken", table=table)
    assert f"Bedoelt u '{POINT}'?" in (caught.value.remedy or "")


def test_a_code_of_the_sheet_names_a_point_and_a_number_is_refused_where_nobody_can_be_asked(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert certain("tolk-afspraken", table=table) == POINT
    assert {topic.code: topic.id for topic in table.topics} == {
        topic.code: known(topic.code, table=table) for topic in table.topics
    }
    with pytest.raises(WrongUseError) as caught:
        certain("1", table=table)
    assert "Punt 1 is nu: Zijn er afspraken" in caught.value.message
    assert "--over tolk-afspraken" in (caught.value.remedy or "")
    monkeypatch.setattr("psoh_cli.terminal.console.is_interactive", lambda: True)
    for said, outcome in (("ja", POINT), ("nee", ""), ("stop", "")):
        monkeypatch.setattr(sys, "stdin", io.StringIO(f"{said}\n"))
        if outcome:
            assert certain("1", table=table) == outcome
            continue
        with pytest.raises(WrongUseError, match="niets opgeschreven"):
            certain("1", table=table)
    assert known("arq 5", table=table) == known("ARQ5", table=table) == "arq-financiering"
    assert known("regisseur", table=table) == "regisseur"


@pytest.mark.slow
@pytest.mark.parametrize(
    "options",
    [
        ("--over", POINT, "--door", "GGD"),
        ("--over", POINT, "--besluit", "\x1b[2J", "--door", "GGD"),
        ("--over", POINT, "--besluit", TEXT, "--door", "GGD", "--op", "2027-01-01"),
    ],
)
def test_half_a_decision_writes_nothing(psoh: Any, folder: Path, options: tuple[str, ...]) -> None:
    before = contents(folder)
    told = psoh(folder, *options)
    assert told.code == 2
    assert "Oplossing" in told.all or "stuurteken" in told.all
    assert contents(folder) == before


@pytest.mark.slow
def test_a_name_in_the_text_is_warned_about(psoh: Any, folder: Path) -> None:
    told = psoh(folder, "--over", POINT, "--besluit", "Mevrouw Jansen zoekt dit uit.", "--door", "GGD")
    assert "lijkt de naam van een persoon te staan" in told.all


def test_the_points_are_asked_one_by_one_and_stop_loses_nothing(psoh: Any, folder: Path) -> None:
    told = psoh(
        folder,
        typed=(
            "9999", "meer", "zoek tolk", "zoek zzz", "1", "nee", "tolk-afspraken", TEXT, "Jan de Vries",
            "Regisseur, GGD", "2027-01-01", "", "ja", "arq 1", "stop",
        ),
    )  # fmt: skip
    assert "Is dit het punt?" in told.all
    assert "Typ meer voor nog" in told.all
    assert f"[{POINT}]" in told.all
    assert "Er is geen punt met 'zzz'" in told.all
    assert told.code == 0
    assert "Ja: beleids" not in told.all
    assert "Nee: " in told.all
    [resolution] = read_round(folder).resolutions
    assert (resolution.about, resolution.roles, str(resolution.day)) == ((POINT,), ("Regisseur", "GGD"), DAY)
    assert "1 besluit is opgeschreven." in told.all


@pytest.mark.slow
def test_a_name_is_asked_again_at_the_prompt(psoh: Any, folder: Path) -> None:
    psoh(folder, typed=("tolk-afspraken", "Mevrouw Jansen zoekt dit uit.", TEXT, "GGD", "", "nee"))
    assert [item.text for item in read_round(folder).resolutions] == [TEXT]


@pytest.mark.slow
def test_ctrl_c_says_what_stands(psoh: Any, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("psoh_cli.terminal.asker.TerminalAsker.confirm", interrupted)
    told = psoh(folder, typed=("tolk-afspraken", TEXT, "GGD", ""))
    assert told.code == 130
    assert "1 besluit is opgeschreven." in told.all
    assert len(read_round(folder).resolutions) == 1


def test_what_was_typed_before_stop_is_given_back_as_a_command(psoh: Any, folder: Path) -> None:
    told = psoh(folder, typed=("tolk-afspraken", 'Wij zeggen "ja".', "Regisseur, GGD", "2027-01-01", "stop"))
    assert "Dit besluit is niet opgeschreven. Met deze opdracht alsnog:" in told.all
    [line] = [line for line in told.out.splitlines() if line.startswith("psoh ronde besluit")]
    words = shlex.split(line)[4:]
    assert words == ["--over", POINT, "--besluit", 'Wij zeggen "ja".', "--door", "Regisseur", "--door", "GGD"]
    assert psoh(folder, *words).code == 0
    assert [item.text for item in read_round(folder).resolutions] == ['Wij zeggen "ja".']


def test_a_day_may_be_written_as_people_write_it(table: Table) -> None:
    assert {str(day_of(text, table=table)) for text in ("5-11-2026", "5 november 2026", "2026-11-05")} == {
        "2026-11-05"
    }
    assert str(day_of("", table=table)) == DAY


@pytest.mark.slow
def test_nobody_at_the_terminal_changes_nothing(psoh: Any, folder: Path) -> None:
    before = contents(folder)
    assert "er is niets opgeschreven" in psoh(folder).all
    assert contents(folder) == before


def test_the_list_says_what_was_decided_and_that_a_finding_is_gone(psoh: Any, folder: Path) -> None:
    decide(psoh, folder, "--opmerking", "Voor mijzelf.")
    path = folder / "interviews" / "beleid.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("antwoord: ja", "antwoord: nee", 1), encoding="utf-8"
    )
    told = psoh(folder, "--lijst")
    assert f"Besluit: {TEXT}" in told.all
    assert "die bevinding is er nu niet meer" in told.all
    assert "Opmerking, alleen hier: Voor mijzelf." in told.all
    data = psoh(folder, "--json").out
    assert json.loads(data)["besluiten"][0]["over"] == [
        {"id": POINT, "titel": None, "nog_aan_de_orde": False}
    ]
    assert "Voor mijzelf" not in data


@pytest.mark.slow
def test_the_finding_tells_its_decision(psoh: Any, folder: Path) -> None:
    decide(psoh, folder, "--op", "2026-11-02")
    told = psoh(POINT, folder, command="uitleg")
    assert "Besproken in de klankbordgroep - 2 november 2026: De GGD zet" in told.all


@pytest.mark.slow
def test_the_analysis_on_screen_tells_it_too(psoh: Any, folder: Path) -> None:
    decide(psoh, folder, "--op", "2026-11-02")
    told = psoh(folder, command="analyse")
    assert (
        f"{POINT} Besproken in de klankbordgroep, 2 november 2026: {TEXT} (door Regisseur en GGD)" in told.all
    )
