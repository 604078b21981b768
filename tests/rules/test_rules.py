"""Every rule has a bad example, with exactly that problem at that place, and a good one, with none."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from tests.dossier.sample import FILES
from tests.rules.examples import (
    EXPECTED,
    RULES,
    TODAY,
    Example,
    all_examples,
    contents,
    found_in,
    lay,
    objections,
)
from tests.rules.place import told

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.problems.code import Code
from psoh_cli.problems.codes import CODES, RETIRED
from psoh_cli.problems.problem import Problem

EXAMPLES = tuple(all_examples())


Look = Callable[[Example], tuple[Problem, ...]]


@pytest.fixture(scope="module")
def look(tmp_path_factory: pytest.TempPathFactory) -> Look:
    """Give a function that looks an example over, once."""
    return cache(lambda example: found_in(example, workshop=tmp_path_factory.mktemp(example.code)))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.code}-{example.folder.name}")
def test_an_example_holds_what_it_promises_and_nothing_else(example: Example, look: Look) -> None:
    wrong = objections(example, look(example))
    assert not wrong, "\n".join([f"{example.code}/{example.folder.name}:", *wrong])


def test_every_code_has_a_bad_and_a_good_example() -> None:
    present = {(example.code, example.folder.name) for example in EXAMPLES}
    assert sorted({(code, side) for code in CODES for side in ("fout", "goed")} - present) == []


def test_there_is_no_folder_without_a_code() -> None:
    folders = {path.name for path in RULES.iterdir() if path.is_dir() and path.name != "__pycache__"}
    assert sorted(folders - {"_basis", "_kennis"} - set(CODES)) == []


def test_the_folder_of_a_code_holds_these_two_and_each_holds_files() -> None:
    assert [example for example in EXAMPLES if example.folder.name not in {"fout", "goed"}] == []
    assert [example for example in EXAMPLES if not contents(example.folder)] == []
    assert [example for example in EXAMPLES if not example.is_bad and example.lines_of(EXPECTED)] == []


def test_git_leaves_the_bytes_of_the_examples_alone(root: Path) -> None:
    names = [f"tests/rules/{name}" for name in contents(RULES) if "/" in name and "__pycache__" not in name]
    asked = "\0".join([*names, "tests/rules/test_rules.py"])
    done = subprocess.run(
        ["git", "check-attr", "-z", "--stdin", "text"],
        cwd=root,
        input=asked,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        pytest.skip("not a git checkout")
    words = done.stdout.split("\0")
    answers = dict(zip(words[::3], words[2::3], strict=False))
    assert answers.pop("tests/rules/test_rules.py") == "unspecified"
    assert {name for name, value in answers.items() if name and value != "unset"} == set()
    assert len(answers) > 300


def test_a_retired_code_never_comes_back() -> None:
    assert set(RETIRED) & set(CODES) == set()
    assert set(RETIRED.values()) - set(CODES) == set()


def test_the_basis_is_the_dossier_without_a_problem(tmp_path: Path) -> None:
    lay(contents(RULES / "_basis"), tmp_path)
    assert contents(tmp_path) == {name: text.encode("utf-8") for name, text in FILES.items()}


def test_the_examples_outlive_the_version_of_the_knowledge(tmp_path: Path) -> None:
    lay(contents(RULES / "_basis"), tmp_path, version="2099.1")
    assert {b"2099.1" in content for content in contents(tmp_path).values()} == {True}
    assert {b"2026.1" in content for content in contents(tmp_path).values()} == {False}


# ------------------------------------------------------------------------------------- the snippets of the manual

WITHOUT_SNIPPET = {"YAML012": "a few lines cannot show how big a file is"}


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_what_the_manual_shows_stands_in_the_examples(code: Code) -> None:
    if code.code in WITHOUT_SNIPPET:
        assert not code.wrong + code.right
        return
    assert code.wrong, f"{code.code} heeft geen 'wrong'"
    assert code.right, f"{code.code} heeft geen 'right'"
    assert code.wrong != code.right
    for snippet, side in ((code.wrong, "fout"), (code.right, "goed")):
        assert 1 <= len(snippet.split("\n")) <= 4
        assert stands_in(snippet, RULES / code.code / side), f"{code.code}/{side} heeft niet:\n{snippet}"


@pytest.mark.parametrize("example", [one for one in EXAMPLES if one.is_bad], ids=lambda one: one.code)
def test_the_manual_knows_whether_psoh_can_mend_it(example: Example, look: Look) -> None:
    fixes = [problem.fix for problem in look(example) if problem.code == example.code]
    found = ["" if fix is None else "veilig" if fix.is_safe else "onveilig" for fix in fixes]
    assert found == [CODES[example.code].fix], (
        f"{example.code}: fix={found[0] if found else None!r} in its Code"
    )


def stands_in(snippet: str, folder: Path) -> bool:
    """Tell whether one file has all the lines, in that order and indented alike, apart from where they begin."""
    wanted = [split(line) for line in snippet.split("\n")]
    for content in contents(folder).values():
        lines = [split(line) for line in content.decode("utf-8", errors="replace").split("\n")]
        for indent in {indent for indent, text in lines if text == wanted[0][1]}:
            shift = indent - wanted[0][0]
            rest = iter(lines)
            if all((indent + shift, text) in rest for indent, text in wanted):
                return True
    return False


def split(line: str) -> tuple[int, str]:
    """Give how far a line is indented, and what it says; a tab or any other space belongs to what it says."""
    return len(line) - len(line.lstrip(" ")), line.strip(" \r")


# ------------------------------------------------------------------------------------------- whether it can fail


@pytest.fixture
def planted(tmp_path: Path) -> Path:
    """Make rules of our own with one bad and one good example that are right."""
    rules = tmp_path / "rules"
    bad, good = rules / "YAML001" / "fout", rules / "YAML001" / "goed"
    bad.mkdir(parents=True)
    good.mkdir(parents=True)
    (bad / "sociale-kaart.yaml").write_bytes(b"# niets\n")
    (bad / EXPECTED).write_text("sociale-kaart.yaml:1:1\n", encoding="utf-8")
    (good / "sociale-kaart.yaml").write_bytes((RULES / "_basis" / "sociale-kaart.yaml").read_bytes())
    return rules


def test_examples_that_are_right_pass(planted: Path) -> None:
    lines, is_right = told("YAML001", rules=planted)
    assert is_right, lines


@pytest.mark.parametrize(
    ("file", "content", "said"),
    [
        (
            "fout/verwacht.txt",
            "sociale-kaart.yaml:1:2\n",
            "verwacht was alleen sociale-kaart.yaml:1:2 YAML001",
        ),
        ("fout/verwacht.txt", "plan.yaml:1:1\n", "verwacht was alleen plan.yaml:1:1"),
        ("fout/verwacht.txt", "", "0 regels in plaats van één"),
        ("fout/verwacht.txt", "sociale-kaart.yaml:1:1\nplan.yaml:1:1\n", "2 regels in plaats van één"),
        ("fout/plan.yaml", "", "psoh meldt plan.yaml:1:1 YAML001"),
        ("fout/psoh-los.yaml", "a: b\n", "DOSSIER012"),
        ("fout/weg.txt", "sociale-kaart.yaml\nplan.yaml\n", ""),
        ("goed/plan.yaml", "", "een goed voorbeeld, maar psoh meldt plan.yaml:1:1 YAML001"),
    ],
)
def test_an_example_that_is_wrong_is_told(planted: Path, file: str, content: str, said: str) -> None:
    (planted / "YAML001" / file).write_text(content, encoding="utf-8")
    lines, is_right = told("YAML001", rules=planted)
    assert is_right is not bool(said)
    assert said in "\n".join(lines)


def test_a_bad_example_in_which_nothing_is_found_is_told(planted: Path) -> None:
    good = (RULES / "_basis" / "sociale-kaart.yaml").read_bytes()
    (planted / "YAML001" / "fout" / "sociale-kaart.yaml").write_bytes(good)
    assert "psoh meldt niets" in "\n".join(told("YAML001", rules=planted)[0])


def test_a_snippet_is_looked_for_line_by_line() -> None:
    folder = RULES / "_basis"
    assert stands_in("naam: Inloop\naanbod: Koffie en gesprek", folder)
    assert not stands_in("naam: Inloop\n  aanbod: Koffie en gesprek", folder)
    assert stands_in("naam: Inloop\nwerkgebied: [GM0505]", folder)
    assert not stands_in("werkgebied: [GM0505]\nnaam: Inloop", folder)
    assert not stands_in("naam: Inloop\nmaatregelen: []", folder)
    assert not stands_in("naam: Inlo", folder)


def test_a_name_to_leave_out_that_is_not_there_is_a_mistake(planted: Path, tmp_path: Path) -> None:
    (planted / "YAML001" / "goed" / "weg.txt").write_text("bestaat-niet.yaml\n", encoding="utf-8")
    with pytest.raises(KeyError):
        Example(planted / "YAML001" / "goed").lay(tmp_path / "hier")


def test_the_small_knowledge_is_sound(tmp_path: Path) -> None:
    lay({f"kennis/{name}": content for name, content in contents(RULES / "_kennis").items()}, tmp_path)
    assert inspect_paths((tmp_path / "kennis",), as_of=TODAY).problems == ()


WITHOUT_END = {
    "DOSSIER012": "about a whole file",
    "INTERVIEW015": "about offered answers, which are read without how they stand",
    "INTERVIEW016": "about offered answers",
    "KAART019": "about kaarten of others, told at the gemeente that shares them",
    "YAML001": "about a whole file",
    "YAML005": "about a character",
    "YAML007": "about a quote that is never closed",
    "YAML008": "about a character",
    "YAML009": "about a character",
    "YAML010": "about a character",
    "YAML011": "about a bracket that opens too many",
    "YAML012": "about a whole file",
    "YAML014": "about a bracket that is never closed",
    "YAML017": "about a character that is not there",
    "YAML019": "about a character",
    "YAML033": "about a character",
    "YAML034": "about a character that is not there",
    "YAML040": "about a line that is not there",
}


@pytest.mark.parametrize(
    "example", [example for example in EXAMPLES if example.is_bad], ids=lambda example: example.code
)
def test_a_problem_tells_where_it_ends(example: Example, look: Look) -> None:
    for problem in look(example):
        if problem.code not in WITHOUT_END:
            assert problem.end is not None
            assert problem.end > (problem.line, problem.column)
