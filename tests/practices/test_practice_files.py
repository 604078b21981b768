"""Reading the knowledge from disk: every broken file is a Problem at its place, never a traceback."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.practices import practice_files
from psoh_cli.practices.practice_files import check_catalogue, read_catalogue
from psoh_cli.problems.problem import Problem


@pytest.fixture
def folder(tmp_path: Path, root: Path) -> Path:
    """Give a copy of the knowledge to break."""
    return Path(shutil.copytree(root / "templates" / "praktijken", tmp_path / "kennis"))


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8", newline="\n")


def only(problems: tuple[Problem, ...]) -> Problem:
    assert len(problems) == 1, problems
    return problems[0]


def test_a_folder_is_read_once() -> None:
    assert read_catalogue()[0] is read_catalogue()[0]


def test_a_changed_sentence_comes_through(folder: Path) -> None:
    replace(folder / "praktijken" / "bp-regie.yaml", "Beleg de regie", "Beleg de regie goed")
    catalogue, problems = read_catalogue(folder)
    assert problems == ()
    assert catalogue.practice["bp-regie"].title == "Beleg de regie goed"


def test_an_unknown_kind_of_criterion_is_named_at_its_line(folder: Path) -> None:
    file = folder / "praktijken" / "bp-regie.yaml"
    replace(file, "soort: antwoord", "soort: orakel")
    line = 1 + file.read_text(encoding="utf-8").splitlines().index("  - soort: orakel")
    problem = only(read_catalogue(folder)[1])
    assert (problem.code, problem.line) == ("YAML026", line)
    assert "orakel" in problem.message + problem.hint


def test_an_unknown_key_is_named(folder: Path) -> None:
    replace(folder / "praktijken" / "bp-regie.yaml", "trekker:", "trekkr:")
    codes = {problem.code for problem in read_catalogue(folder)[1]}
    assert "YAML020" in codes


def test_a_grade_above_three_is_refused(folder: Path) -> None:
    replace(folder / "praktijken" / "bp-regie.yaml", "waarde: 2", "waarde: 4")
    problem = only(read_catalogue(folder)[1])
    assert problem.file.endswith("praktijken/bp-regie.yaml")
    assert problem.line == 1 + (folder / "praktijken" / "bp-regie.yaml").read_text(
        encoding="utf-8"
    ).splitlines().index("  waarde: 4")


def test_a_file_with_another_name_than_its_practice(folder: Path) -> None:
    (folder / "praktijken" / "bp-regie.yaml").rename(folder / "praktijken" / "bp-leiding.yaml")
    problem = only(check_catalogue(folder))
    assert (problem.code, problem.line, problem.column) == ("KENNIS002", 1, 5)
    assert problem.file.endswith("bp-leiding.yaml")


def test_links_are_checked_where_they_stand(folder: Path) -> None:
    replace(folder / "bronnen.yaml", "id: arq-projectpagina", "id: arq-projectpagina-oud")
    found = check_catalogue(folder)
    assert {problem.code for problem in found} == {"KENNIS003", "KENNIS006"}
    lost = next(problem for problem in found if problem.code == "KENNIS006")
    line = (folder / "bronnen.yaml").read_text(encoding="utf-8").splitlines()[lost.line - 1]
    assert line.strip() == "- id: arq-projectpagina-oud"


def test_a_file_with_an_error_leaves_the_rest_readable(folder: Path) -> None:
    (folder / "hulpvragen.yaml").write_text("hulpvragen: [", encoding="utf-8")
    catalogue, problems = read_catalogue(folder)
    assert problems
    assert all(problem.file.endswith("hulpvragen.yaml") for problem in problems)
    assert catalogue.help_needs == ()
    assert len(catalogue.practices) == 39
    assert check_catalogue(folder) == problems


def test_without_a_readable_header_there_is_no_version(folder: Path) -> None:
    (folder / "kennis.yaml").write_text("titel: zonder versie\n", encoding="utf-8")
    with pytest.raises(ProblemsError) as caught:
        read_catalogue(folder)
    assert any("versie" in problem.message + problem.hint for problem in caught.value.problems)


@pytest.mark.parametrize("gone", ["bronnen.yaml", "praktijken", "vragen"])
def test_a_missing_part_is_said(folder: Path, gone: str) -> None:
    target = folder / gone
    shutil.rmtree(target) if target.is_dir() else target.unlink()
    with pytest.raises(UnreadableError, match=gone):
        read_catalogue(folder)


def test_windows_newlines_change_nothing(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_catalogue(folder)[0] == read_catalogue()[0]


def test_files_are_plain_yaml_by_hand(folder: Path) -> None:
    for file in folder.rglob("*.yaml"):
        text = file.read_text(encoding="utf-8")
        assert "\t" not in text, file.name
        assert file.name == file.name.lower()
        assert file.name.isascii()
        assert max(map(len, text.splitlines())) <= 260, file.name


def test_an_error_in_the_knowledge_stops_every_command_that_relies_on_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A typing error in one file of questions must not quietly shorten the interview."""
    monkeypatch.setattr(practice_files, "templates_dir", lambda kind: folder)
    assert practice_files.sound_catalogue().questions
    practice_files._KNOWN.pop(folder)
    replace(min((folder / "vragen").glob("*.yaml")), "soort:", "srt:")
    with pytest.raises(ProblemsError):
        practice_files.sound_catalogue()
