"""What `check` says at its end: how to go on, in commands that somebody can type."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli import app
from psoh_cli.checking.result import Counted, Looked
from psoh_cli.checking.summary import in_words
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report, Unread

DAY = ("--peildatum", "2026-11-21")
FIX = Fix(edits=(Edit(Span(1, 1, 1, 2), "x"),), does="schrijf x", is_safe=True)
WARNING = Problem(code="KAART004", severity=Severity.WARNING, message="x", file="d/plan.yaml")
ERROR = Problem(code="KAART005", severity=Severity.ERROR, message="x", file="d/plan.yaml", fix=FIX)
ONE = Looked(dossiers=(Counted("d"),), asked=("d",))


def steps(*problems: Problem, looked: Looked = ONE, unread: tuple[Unread, ...] = ()) -> list[str]:
    report = Report(problems=problems, files=("d/plan.yaml",), unread=unread)
    lines = in_words(report, looked=looked).splitlines()
    return [line.strip() for line in lines[lines.index("Wat nu?") + 1 :]]


def test_without_problems_the_analysis_is_next() -> None:
    assert steps() == ["Verder: psoh analyse d"]


def test_with_warnings_the_analysis_is_next_too() -> None:
    assert steps(WARNING) == [
        "Uitleg bij een code: psoh uitleg KAART004",
        "Verder mag ook met waarschuwingen: psoh analyse d",
    ]


def test_with_errors_they_go_first() -> None:
    assert steps(ERROR, WARNING) == [
        "Laat psoh 1 melding verbeteren: psoh check d --fix",
        "Eerst zien wat er dan verandert: psoh check d --diff",
        "Uitleg bij een code: psoh uitleg KAART005",
    ]


def test_what_could_not_be_read_goes_before_all() -> None:
    unread = tuple(Unread(message="x", file=f"d/{name}.yaml") for name in "abcde")
    told = steps(ERROR, unread=unread)
    assert told[0] == "Zorg eerst dat psoh dit kan lezen: d/a.yaml, d/b.yaml, d/c.yaml en nog 2"
    assert steps(unread=unread[:1]) == ["Zorg eerst dat psoh dit kan lezen: d/a.yaml"]


@pytest.mark.parametrize(
    ("looked", "command"),
    [
        (replace(ONE, asked=()), "psoh check --fix"),
        (replace(ONE, asked=("d/a.yaml", "d/b.yaml"), is_part=True), "psoh check d/a.yaml d/b.yaml --fix"),
        (replace(ONE, asked=tuple(f"d/{n}.yaml" for n in range(20)), is_part=True), "psoh check d --fix"),
        (Looked(dossiers=tuple(Counted(f"d{n}") for n in range(9)), asked=tuple(f"d{n}" for n in range(9))),
         "dezelfde opdracht met --fix"),
        (Looked(kaarten=4, asked=tuple("abcd")), "dezelfde opdracht met --fix"),
    ],
)  # fmt: skip
def test_a_command_to_type_stays_short(looked: Looked, command: str) -> None:
    assert steps(ERROR, looked=looked)[0] == f"Laat psoh 1 melding verbeteren: {command}"


def test_after_mending_there_is_an_empty_line_before_the_rest(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d", {"gemeente.yaml": ("naam:", "naan:")})
    app.run(["check", str(folder), "--fix", *DAY])
    assert ": Een veld dat hier niet bestaat\n\n" in capsys.readouterr().err


def test_a_policy_in_the_top_folder_counts_however_a_dossier_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "regio" / "zuid" / "d", {"sociale-kaart.yaml": ("[preventie]", "[preventi]")})
    text = '[[negeer]]\ncode = "KAART005"\nomdat = "de regio gebruikt dat woord"\n'
    (tmp_path / "psoh.toml").write_text(text, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for path in (".", "regio", "regio/zuid/d", str(tmp_path / "regio" / "zuid" / "d")):
        assert app.run(["check", path, *DAY]) == 0, path
        assert "Afspraken gebruikt uit" in capsys.readouterr().err
    assert app.run(["analyse", "regio/zuid/d", *DAY]) == 0
    capsys.readouterr()
    (tmp_path / "psoh.toml").unlink()
    assert app.run(["analyse", "regio/zuid/d", *DAY]) == 1
