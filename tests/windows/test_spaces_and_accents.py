"""The whole journey in a folder with spaces and accents, every printed command ready to be typed again."""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path

import pytest
from tests.bad_input.running import Said, run

from psoh_cli.commands import clock
from psoh_cli.problems.codes import CODES

DAY = ("--peildatum", "2026-11-21")
PLACE = "Mijn documenten (2026)/Súdwest-Fryslân – ’t plan"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> str:
    """Start a dossier in a folder that is hard to name, and stand above it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 21))
    (tmp_path / PLACE).parent.mkdir()
    said = run(capsys, "start", PLACE, "--gemeente", "Súdwest-Fryslân")
    assert said.code == 0
    _expect_typable(said)
    return PLACE


@pytest.mark.slow
def test_from_start_to_report(folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answers = tmp_path / "mijn antwoorden é.yaml"
    answers.write_text("kaart-aanwezig: nee\n", encoding="utf-8")
    journey = (
        (
            "interview", folder, "--informant", "adviseur", "--groep", "gemeente", "--rol", "Adviseur",
            "--antwoorden", answers.name,
        ),
        ("interview", folder),
        ("check", folder, *DAY),
        ("analyse", folder, *DAY),
        ("plan", folder, *DAY),
        ("rapport", folder, "--format", "html", *DAY),
        ("check", f"{folder}/interviews/adviseur.yaml", "--format", "json"),
    )  # fmt: skip
    for words in journey:
        said = run(capsys, *words)
        assert said.code == 0, (words, said)
        _expect_typable(said)
    made = {path.name for path in (tmp_path / folder / "rapporten").glob("[!.]*")}
    assert made == {"gap-analyse.html", "implementatieplan.html", "samenvatting.html"}


def test_a_problem_names_the_file_as_it_was_typed(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / folder / "plan.yaml").write_text("formaat: 9\n", encoding="utf-8")
    assert f"{folder}/plan.yaml:1:10 fout DOSSIER006 " in run(capsys, "check", folder, *DAY).out


def _expect_typable(said: Said) -> None:
    """Every command we print that names the folder takes it as one word."""
    for line in (said.out + said.err).splitlines():
        for command in re.findall(r"psoh [a-z]+ .*Fryslân.*", line):
            assert PLACE in " ".join(shlex.split(command.replace("’", "_"))).replace("_", "’"), line
            assert f'"{PLACE}' in command, line


NEEDS_A_PLACE = re.compile(r"psoh (?:interview|kaart|check|analyse|plan|rapport)\b")
PLACEHOLDER = re.compile(r"\b(?:MAP|BESTAND)\b")


def _commands(said: Said) -> list[str]:
    """Give every command that is printed to be typed: on a line of its own, or behind a colon."""
    lines = (said.out + said.err).splitlines()
    return [found[1] for line in lines if (found := re.search(r"(?:^\s*|: )(psoh [a-z]+.*)$", line))]


SPOILS = {
    "interviews/adviseur.yaml": (
        'formaat: "1"\nkennisversie: "1900.1"\ngroep: gemeente\nrol: Adviseur\nantwoorden:\n'
        "  aantal-statushouders:\n    antwoord: 120\n  regisseurr:\n    antwoord: ja\n"
    ),
    "sociale-kaart.yaml": (
        'formaat: "1"\nkennisversie: "2026.1"\nnaam: Kaart\norganisaties:\n'
        "  - id: huis\n    naam: Huis\n    ketenpartner: welzijn\n    bron: site\n    gecontroleerd_op: 2019-01-01\n"
        "  - id: stil\n    naam: Stil\n    ketenpartner: onzin\n    bron: site\n    gecontroleerd_op: onbekend\n"
        "diensten:\n"
        "  - id: inloop\n    organisatie: huis\n    naam: Inloop\n    aanbod: koffie\n    bron: site\n"
        "    gecontroleerd_op: onbekend\n"
    ),
}


def test_every_command_in_a_hint_names_the_folder(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, text in SPOILS.items():
        (tmp_path / folder / name).write_text(text, encoding="utf-8", newline="\n")
    seen: set[str] = set()
    for words in (
        ("check", folder, *DAY),
        ("check", f"{folder}/sociale-kaart.yaml", *DAY),
        ("kaart", "toon", folder, *DAY),
        (
            "kaart",
            "voeg-toe",
            folder,
            "--organisatie",
            "huis",
            "--naam",
            "Les",
            "--aanbod",
            "taal",
            "--bron",
            "site",
        ),
        ("kaart", "bevestig", "onzin", "--map", folder),
        ("kaart", "bevestig", "--map", folder),
        ("interview", folder),
        ("analyse", folder, *DAY),
        ("uitleg", "gap-onzin", folder),
    ):
        said = run(capsys, *words)
        _expect_typable(said)
        for command in _commands(said):
            if NEEDS_A_PLACE.match(command) and not PLACEHOLDER.search(command):
                assert f'"{PLACE}' in command, (words, command)
                seen.add(command.split(f' "{PLACE}')[0])
    assert {
        "psoh check",
        "psoh kaart toon",
        "psoh kaart voeg-toe",
        "psoh kaart bevestig inloop --map",
        "psoh kaart bevestig stil --map",
        "psoh interview",
    } <= seen


def test_a_hint_can_be_pasted_where_the_check_was_typed(
    folder: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / folder / "sociale-kaart.yaml").write_text(
        SPOILS["sociale-kaart.yaml"].replace("onzin", "ggz"), encoding="utf-8", newline="\n"
    )
    for place, named in (
        (tmp_path, folder),
        (tmp_path / folder, "."),
        (tmp_path / folder / "interviews", ".."),
    ):
        monkeypatch.chdir(place)
        said = run(capsys, "check", named, *DAY)
        command = next(item for item in _commands(said) if " bevestig inloop" in item)
        words = shlex.split(command)[1:]
        assert run(capsys, *words, "--door", "adviseur", "--datum", "2020-01-01").code == 0, command


def test_no_remedy_of_a_code_leaves_out_the_folder() -> None:
    for code in CODES.values():
        for command in re.findall(r"psoh [a-z].*", code.remedy):
            if NEEDS_A_PLACE.match(command):
                assert PLACEHOLDER.search(command), (code.code, code.remedy)
