"""What a gemeente chose to leave or to weigh otherwise, in `check` and in every step after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier
from tests.rules.examples import RULES, lay

from psoh_cli import app
from psoh_cli.checking.inspection import Result, inspect_paths
from psoh_cli.dossier.dossier import inspect, open_dossier
from psoh_cli.errors import ProblemsError
from psoh_cli.policy import codes_named

TODAY = date(2026, 11, 21)
KAART = "sociale-kaart.yaml"
WRONG = {KAART: ("[preventie]", "[preventi]")}
REASON = "omdat de regio dat woord zo gebruikt"
NEGEER = '[[negeer]]\ncode = "KAART005"\nomdat = "de regio gebruikt dat woord"\n'


def run(*arguments: str | Path) -> int:
    return app.run(["check", *map(str, arguments), "--peildatum", TODAY.isoformat()])


def look(*paths: Path) -> Result:
    return inspect_paths(paths, as_of=TODAY)


def codes(result: Result) -> list[str]:
    return [problem.code for problem in result.problems]


def put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


@pytest.fixture
def remarked(tmp_path: Path) -> Path:
    """Make a dossier with an error that a remark asks to leave."""
    return make_dossier(
        tmp_path / "d", {KAART: ("[preventie]", f"[preventi]  # psoh: negeer KAART005 {REASON}")}
    )


def test_a_remark_takes_an_error_out_and_its_reason_is_told(
    remarked: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(remarked.parent)
    assert run("d") == 0
    shown = capsys.readouterr()
    assert shown.out == "Geen problemen gevonden.\n"
    assert "Genegeerd op verzoek: 1 melding." in shown.err
    said = shown.err.replace("\n", " ").replace("  ", " ")
    assert "- 1 keer KAART005 omdat de regio dat woord zo gebruikt (d/sociale-kaart.yaml:16)" in said
    assert "psoh analyse d" in shown.err


def test_a_policy_does_so_too_and_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    put(folder / "psoh.toml", NEGEER)
    monkeypatch.chdir(folder)
    assert run() == 0
    shown = capsys.readouterr()
    assert "Afspraken gebruikt uit psoh.toml." in shown.err
    assert "1 keer KAART005 omdat de regio gebruikt dat woord (psoh.toml:2)" in shown.err


@pytest.mark.parametrize("command", ["analyse", "plan"])
def test_what_comes_after_honours_it(
    remarked: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert app.run([command, str(remarked), "--peildatum", TODAY.isoformat()]) == 0, capsys.readouterr().err


def test_without_it_the_journey_stops(tmp_path: Path) -> None:
    with pytest.raises(ProblemsError):
        open_dossier(make_dossier(tmp_path / "d", WRONG), as_of=TODAY)


def test_a_mistake_in_the_policy_is_an_error_that_stops_nothing_else(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    put(folder / "psoh.toml", "[ernst\n")
    assert codes(look(folder)) == ["CONTROLE001"]
    assert "Afspraken gebruikt" not in look(folder).summary
    assert run(folder) == 1
    assert open_dossier(folder, as_of=TODAY).problems


def test_a_value_that_could_not_be_typed_stays_an_error(tmp_path: Path) -> None:
    folder = make_dossier(
        tmp_path / "d", {KAART: ("gecontroleerd_op: 2026-09-01", "gecontroleerd_op: gisteren")}
    )
    (wrong,) = {problem.code for problem in inspect(folder, as_of=TODAY).problems}
    put(folder / "psoh.toml", f'[[negeer]]\ncode = "{wrong}"\nomdat = "dat weten we"\n')
    assert set(codes(look(folder))) == {wrong, "CONTROLE005"}
    with pytest.raises(ProblemsError):
        open_dossier(folder, as_of=TODAY)


def test_a_warning_can_be_made_an_error_and_an_error_a_hint(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {**WRONG, "gemeente.yaml": ("taal: ti", "taal: xx")})
    (soft,) = {problem.code for problem in look(folder).problems} - {"KAART005"}
    put(
        folder / "psoh.toml",
        f'[ernst]\nKAART005 = {{ernst = "tip", omdat = "de kennis loopt achter"}}\n{soft} = "fout"\n',
    )
    assert sorted((problem.severity.value, problem.code) for problem in look(folder).problems) == [
        ("fout", soft),
        ("tip", "KAART005"),
    ]
    assert run(folder) == 1


def test_an_exemption_without_use_is_told(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    put(folder / "psoh.toml", NEGEER + NEGEER.replace("KAART005", "KAART016"))
    result = look(folder)
    assert [(problem.code, problem.line, problem.column) for problem in result.problems] == [
        ("CONTROLE006", 5, 8)
    ]
    assert f"{folder.as_posix()}/psoh.toml" in result.report.texts


def test_of_a_policy_for_more_than_was_looked_at_nobody_says_so(tmp_path: Path) -> None:
    one, other = make_dossier(tmp_path / "r" / "a", WRONG), make_dossier(tmp_path / "r" / "b")
    put(tmp_path / "r" / "psoh.toml", NEGEER)
    assert codes(look(other)) == []
    assert codes(look(one, other)) == []
    assert codes(look(tmp_path / "r")) == []
    (one / KAART).write_text((other / KAART).read_text("utf-8"), encoding="utf-8")
    assert codes(look(tmp_path / "r")) == ["CONTROLE006"]


def test_a_remark_in_a_shared_kaart_that_one_of_two_needs_has_its_use(tmp_path: Path) -> None:
    shared = (RULES / "KAART025" / "goed" / "regio" / KAART).read_text("utf-8")
    remark = "  # psoh: negeer KAART025 omdat de buren hun eigen kaart hebben"
    lay({"regio.yaml": shared.replace("[GM0505]}", f"[GM0505]}}{remark}").encode()}, tmp_path)
    here = ("horizon:", "kaarten: [../regio.yaml]\nhorizon:")
    one = make_dossier(tmp_path / "a", {"gemeente.yaml": here})
    other = make_dossier(tmp_path / "b", {"gemeente.yaml": here})
    gemeente = (other / "gemeente.yaml").read_text("utf-8").replace("code: GM0505", "code: GM0523")
    put(other / "gemeente.yaml", gemeente.replace("naam: Dordrecht", "naam: Hardinxveld-Giessendam"))
    assert "CONTROLE006" in codes(look(one)), "or the test proves nothing"
    for paths in ((other,), (one, other), (other, one), (tmp_path,)):
        result = look(*paths)
        assert "CONTROLE006" not in codes(result)
        assert [item.problem.code for item in result.report.ignored] == ["KAART025"]


def test_what_could_not_be_typed_stays_even_where_a_code_is_not_firm(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(codes_named, "_FIRM_PREFIXES", ("STIJL",))
    folder = make_dossier(
        tmp_path / "d", {KAART: ("gecontroleerd_op: 2026-09-01", "gecontroleerd_op: gisteren")}
    )
    (wrong,) = {problem.code for problem in inspect(folder, as_of=TODAY).problems}
    put(folder / "psoh.toml", f'[[negeer]]\ncode = "{wrong}"\nomdat = "dat weten we"\n')
    with pytest.raises(ProblemsError) as stopped:
        open_dossier(folder, as_of=TODAY)
    assert {problem.code for problem in stopped.value.problems} == {wrong}


def test_psoh_toml_is_no_stray(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d")
    put(folder / "psoh.toml", "")
    assert codes(look(folder)) == []


def test_what_is_ignored_stands_in_the_report(remarked: Path) -> None:
    (item,) = look(remarked).report.ignored
    assert (item.problem.code, item.where) == ("KAART005", f"{item.problem.file}:16")
    assert item.problem.file in look(remarked).report.texts


@pytest.mark.slow
def test_ten_thousand_problems_are_ignored_with_one_line_of_talk(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {KAART: ("[preventie]", f"[{', '.join(['preventi'] * 10_000)}]")})
    put(folder / "psoh.toml", NEGEER + NEGEER.replace("KAART005", "KAART033"))
    result = look(folder)
    assert {problem.code for problem in result.problems} <= {"CONTROLE006"}
    assert "10.000 keer KAART005" in result.summary
    assert len(result.summary) < 1_500


@pytest.mark.parametrize("named", ["regio/d/gemeente.yaml", "psoh.toml"])
def test_a_broken_policy_is_told_when_only_files_are_named(
    named: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    make_dossier(tmp_path / "regio" / "d", WRONG)
    put(tmp_path / "psoh.toml", '[ernst]\nKAART005 = "tipp"\n')
    monkeypatch.chdir(tmp_path)
    result = look(Path(named))
    assert [(problem.file, problem.code) for problem in result.problems] == [("psoh.toml", "CONTROLE002")]
    assert result.report.unread == ()


def test_a_policy_above_dossiers_may_be_named_without_git(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dossier(tmp_path / "regio" / "een" / "d")
    monkeypatch.chdir(tmp_path)
    put(Path("psoh.toml"), '[ernst]\nKAART005 = "tipp"\n')
    assert codes(look(Path("psoh.toml"))) == ["CONTROLE002"]


def test_a_policy_without_a_dossier_below_it_is_not_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    put(Path("psoh.toml"), '[ernst]\nKAART005 = "tipp"\n')
    (unread,) = look(Path("psoh.toml")).report.unread
    assert "hoort niet bij een dossier" in unread.message
