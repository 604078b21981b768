"""`psoh check`: everything at once, in a line a person and an editor can read, with the promised exit code."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from tests.dossier.sample import FILES, make_dossier

from psoh_cli import app
from psoh_cli.files.templates import templates_dir

ROOT = Path(__file__).resolve().parents[2]
DAY = ("--peildatum", "2026-11-21")
LINE = re.compile(r"(?P<file>\S+):(?P<line>\d+):(?P<column>\d+) (fout|waarschuwing|tip) [A-Z]{4,9}\d{3} \S.*")
WRONG = {
    "gemeente.yaml": ("code: GM0505", "code: GM9998"),
    "interviews/beleidsadviseur.yaml": ("kaart-aanwezig", "kaart-aanwezg"),
    "sociale-kaart.yaml": ("[preventie]", "[preventi]"),
    "plan.yaml": ("maatregelen: []", "maatregelen: [\n"),
}


def run(*arguments: str | Path) -> int:
    return app.run(["check", *map(str, arguments), *DAY])


def test_everything_is_found_at_once_each_in_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    assert run(tmp_path / "d") == 1
    shown = capsys.readouterr()
    lines = [line for line in shown.out.splitlines() if line and not line.startswith(" ")]
    assert all(LINE.fullmatch(line) for line in lines[:-1])
    assert lines[-1] == "3 fouten, 1 waarschuwing in 4 bestanden"
    assert [line.split(" ")[2] for line in lines[:-1]] == [
        "INTERVIEW001",
        "YAML014",
        "KAART005",
        "DOSSIER004",
    ]
    assert "Bedoelt u 'preventie'?" in shown.out
    assert "'kaart-aanwezig'" in shown.out
    assert "psoh uitleg INTERVIEW001" in shown.err


def test_a_clean_dossier_ends_with_zero_and_the_next_step(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "een map")
    assert run(folder) == 0
    shown = capsys.readouterr()
    assert shown.out == "Geen problemen gevonden.\n"
    assert f'psoh analyse "{folder.as_posix()}"' in shown.err.replace("\n", " ")


@pytest.mark.parametrize(("strict", "code"), [((), 0), (("--strict",), 1)])
def test_a_warning_counts_only_when_strict(tmp_path: Path, strict: tuple[str, ...], code: int) -> None:
    make_dossier(tmp_path / "d", {"gemeente.yaml": ("taal: ti", "taal: xx")})
    assert run(tmp_path / "d", *strict) == code


def test_a_hint_never_counts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "interviews/beleidsadviseur.yaml"
    changed = ("kaart-aanwezig:\n    antwoord: ja", "kaart-beheerder:\n    antwoord: ja")
    folder = make_dossier(tmp_path / "d", {name: changed})
    assert run(folder, "--strict") == 0
    assert " tip INTERVIEW011 " in capsys.readouterr().out


def test_json_is_complete_sorted_and_the_same_every_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "b", WRONG)
    make_dossier(tmp_path / "a", WRONG)
    monkeypatch.chdir(tmp_path)
    said = []
    for order in (("a", "b", "weg"), ("weg", "b", "a"), ("b", "a", "b", "weg", "a/gemeente.yaml")):
        assert run(*order, "--format", "json") == 2
        said.append(capsys.readouterr().out)
    assert len(set(said)) == 1
    content = json.loads(said[0])
    assert list(content) == [
        "versie", "psoh", "bestanden", "aantallen", "problemen", "genegeerd", "onleesbaar",
    ]  # fmt: skip
    assert content["aantallen"] == {"fout": 6, "waarschuwing": 2, "tip": 0}
    assert content["bestanden"] == sorted(f"{folder}/{name}" for folder in "ab" for name in FILES)
    places = [(item["bestand"], item["regel"], item["kolom"]) for item in content["problemen"]]
    assert places == sorted(places)
    assert set(content["problemen"][0]) > {"bestand", "regel", "kolom", "ernst", "code", "bericht", "tip"}
    assert [item["bericht"] for item in content["onleesbaar"]] == ["weg bestaat niet."]


def test_the_files_of_one_dossier_are_read_in_any_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    for name in ("z", "a", "m"):
        shutil.copy(folder / "interviews" / "beleidsadviseur.yaml", folder / "interviews" / f"{name}.yaml")
    said = set()
    for _ in range(2):
        run(folder, "--format", "json")
        said.add(capsys.readouterr().out)
        moved = folder / "interviews" / "m.yaml"
        moved.rename(folder / "tmp")
        (folder / "tmp").rename(moved)
    assert len(said) == 1


@pytest.mark.parametrize("code_of_other", ["fine", "wrong"])
def test_one_path_that_cannot_be_read_is_the_gravest(
    tmp_path: Path, code_of_other: str, capsys: pytest.CaptureFixture[str]
) -> None:
    make_dossier(tmp_path / "d", WRONG if code_of_other == "wrong" else None)
    assert run(tmp_path / "weg", tmp_path / "d") == 2
    shown = capsys.readouterr()
    assert f"{tmp_path / 'weg'} bestaat niet" in shown.err
    assert "Oplossing: " in shown.err
    assert ("KAART005" in shown.out) == (code_of_other == "wrong")


def test_an_unreadable_file_hides_nothing_in_the_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    (folder / "interviews" / "ggd.yaml").write_bytes(b"rol: co\xf6rdinator\n")
    assert run(folder) == 2
    shown = capsys.readouterr()
    assert "interviews/ggd.yaml: kan niet worden gelezen\n" in shown.err
    assert shown.err.index("niet opgeslagen als UTF-8") < shown.err.index("Wat nu?")
    assert "Kladblok" in shown.err
    assert "Excel" not in shown.err
    assert [
        code for code in ("DOSSIER004", "INTERVIEW001", "YAML014", "KAART005") if code not in shown.out
    ] == []


@pytest.mark.parametrize(
    ("path", "code", "told"),
    [
        ("d/gemeente.yaml", 0, {"DOSSIER004"}),
        ("d/interviews/beleidsadviseur.yaml", 1, {"INTERVIEW001"}),
        ("d/plan.yaml", 1, {"YAML014"}),
        ("d/sociale-kaart.yaml", 1, {"KAART005"}),
    ],
)
def test_a_file_gives_its_own_problems_and_names_the_rest(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    path: str,
    code: int,
    told: set[str],
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    monkeypatch.chdir(tmp_path)
    assert run(path) == code
    shown = capsys.readouterr()
    assert {line.split()[2] for line in shown.out.splitlines() if line.startswith("d/")} == told
    assert "1 bestand nagekeken. Alleen de problemen in dit bestand staan hier." in shown.err
    assert "Het hele dossier: psoh check d\n" in shown.err


def test_a_file_is_judged_with_what_stands_in_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d")
    interview = folder / "interviews" / "beleidsadviseur.yaml"
    interview.write_text(
        interview.read_text("utf-8") + "    bronnen: [eigen-telling-2026]\n", encoding="utf-8", newline="\n"
    )
    monkeypatch.chdir(tmp_path)
    assert run("d/interviews/beleidsadviseur.yaml") == 0
    assert "DOSSIER013" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("LEESMIJ.md", "psoh leest van een dossier gemeente.yaml"),
        ("sociale-kaart.txt", "Er is ook een sociale-kaart.yaml"),
        ("interviews/huisarts.yaml.txt", "Bedoelt u huisarts.yaml?"),
        ("rapporten/plan.pdf", "psoh leest van een dossier gemeente.yaml"),
    ],
)
def test_a_file_that_psoh_does_not_read_is_said_and_no_other_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], name: str, hint: str
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    (folder / name).parent.mkdir(exist_ok=True)
    (folder / name).write_text("tekst", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert run(f"d/{name}") == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    said = shown.err.replace("\n    ", " ")
    assert f"d/{name}: niet nagekeken Zo'n bestand leest psoh niet. Oplossing: {hint}" in said
    assert "geen fouten" not in said
    assert run(f"d/{name}", "d/gemeente.yaml") == 2
    assert "DOSSIER004" in capsys.readouterr().out
    assert run(f"d/{name}", "d") == 2
    assert "KAART005" in capsys.readouterr().out


def test_the_policy_of_a_dossier_is_a_file_that_psoh_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    (folder / "psoh.toml").write_text("[ernst]\nKAART999 = 'tip'\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    run("d/psoh.toml")
    shown = capsys.readouterr()
    assert {line.split(":")[0] for line in shown.out.splitlines() if line.startswith("d/")} == {"d/psoh.toml"}
    assert "1 bestand nagekeken. Alleen de problemen in dit bestand staan hier." in shown.err


@pytest.mark.parametrize("path", ["d", "d/interviews", "."])
def test_a_folder_in_it_stands_for_its_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    monkeypatch.chdir(tmp_path)
    assert run(path) == 1
    assert "\nd/gemeente.yaml:3:7 waarschuwing DOSSIER004 " in capsys.readouterr().out


@pytest.mark.parametrize("inside", ["", "interviews"])
def test_without_a_path_it_is_the_folder_where_you_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], inside: str
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    monkeypatch.chdir(tmp_path / "d" / inside)
    assert run() == 1
    prefix = "../" if inside else ""
    assert f"\n{prefix}gemeente.yaml:3:7 waarschuwing DOSSIER004 " in capsys.readouterr().out


@pytest.mark.parametrize("path", ["regio", "regio/sociale-kaart.yaml", "regio/kaart-drechtsteden.yaml"])
def test_a_shared_kaart_is_checked_on_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], path: str
) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    (tmp_path / "regio").mkdir()
    name = Path(path).name if path.endswith(".yaml") else "sociale-kaart.yaml"
    (folder / "sociale-kaart.yaml").rename(tmp_path / "regio" / name)
    monkeypatch.chdir(tmp_path)
    assert run(path) == 1
    shown = capsys.readouterr()
    assert shown.out.startswith(f"regio/{name}:16:20 fout KAART005 ")
    assert "1 losse kaart nagekeken" in shown.err


def test_a_file_that_belongs_to_nothing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, text in (("x.yaml", "a: b\n"), ("x.txt", "hallo"), ("x.yml", "[")):
        (tmp_path / name).write_text(text, encoding="utf-8")
        assert run(tmp_path / name) == 2
        assert "hoort niet bij een dossier" in capsys.readouterr().err


def test_the_knowledge_is_checked_where_it_lies(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(templates_dir("praktijken")) == 0
    folder = tmp_path / "praktijken"
    shutil.copytree(templates_dir("praktijken"), folder)
    practice = folder / "praktijken" / "bp-tolken.yaml"
    practice.write_text(
        practice.read_text("utf-8").replace("id: bp-tolken", "id: bp-tolke", 1), encoding="utf-8"
    )
    capsys.readouterr()
    assert run(practice) == 1
    assert re.search(r"bp-tolken\.yaml:\d+:\d+ fout KENNIS\d{3} ", capsys.readouterr().out)


def test_a_fact_about_one_gemeente_in_the_knowledge_is_found(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "praktijken"
    shutil.copytree(templates_dir("praktijken"), folder)
    pillars = folder / "pijlers.yaml"
    text = pillars.read_text("utf-8")
    assert "naam: Sociale kaart\n" in text
    spoiled = text.replace("naam: Sociale kaart\n", "naam: Sociale kaart van Zandvoort\n")
    pillars.write_text(spoiled, encoding="utf-8")
    run(folder)
    assert "noemt de gemeente Zandvoort" in capsys.readouterr().out


def test_knowledge_without_a_version_is_an_error_not_a_crash(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "praktijken"
    shutil.copytree(templates_dir("praktijken"), folder)
    (folder / "kennis.yaml").write_text("versie: [", encoding="utf-8")
    assert run(folder) == 1
    assert "kennis.yaml:1:" in capsys.readouterr().out


def test_the_examples_check_without_an_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(ROOT / "examples") == 0
    assert "4 dossiers nagekeken" in capsys.readouterr().err


def test_an_odd_day_is_wrong_use(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = make_dossier(tmp_path / "d")
    for day, said in (
        ("morgen", "'morgen' is geen datum"),
        ("2026-10", "hele dag"),
        ("2026-02-30", "bestaat niet"),
    ):
        assert app.run(["check", str(folder), "--peildatum", day]) == 2
        assert said in capsys.readouterr().err


def test_the_clock_is_asked_by_the_command_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from datetime import date

    from psoh_cli.commands import clock

    folder = make_dossier(tmp_path / "d")
    monkeypatch.setattr(clock, "today", lambda: date(2029, 1, 1))
    assert app.run(["check", str(folder), "--strict"]) == 1
    assert "KAART004" in capsys.readouterr().out


def test_nothing_is_written(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", WRONG)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    run(folder)
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
    assert [path.name for path in tmp_path.iterdir()] == ["d"]
