"""Comments in the files of a dossier: real ones are looked at, and nothing that psoh writes itself is told of."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from tests.dossier.sample import TODAY, make_dossier

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.files.yaml_file import parse
from psoh_cli.policy.comments import comments_in
from psoh_cli.policy.policy_file import standing_in
from psoh_cli.privacy.finding import traces

ROOT = Path(__file__).parents[2]


def told(folder: Path) -> list[str]:
    found = inspect_paths((folder,), as_of=TODAY).problems
    return [f"{problem.code} {problem.line}:{problem.column} {problem.end}" for problem in found]


def in_kaart(folder: Path, *, old: str, new: str) -> list[str]:
    return told(make_dossier(folder, {"sociale-kaart.yaml": (old, new)}))


@pytest.mark.parametrize(
    ("words", "codes"),
    [
        ("mevrouw Jansen belt op 06-12345678", ["PRIVACY005 21:20 (21, 34)", "PRIVACY003 21:43 (21, 54)"]),
        ("BSN 111222333", ["PRIVACY001 21:24 (21, 33)"]),
        ("mail sanne.verzonnen@gmail.com", ["PRIVACY004 21:25 (21, 50)"]),
    ],
)
def test_a_comment_behind_a_value_is_looked_at(tmp_path: Path, words: str, codes: list[str]) -> None:
    assert in_kaart(tmp_path, old="talen: [nl]", new=f"talen: [nl]  # {words}") == codes


def test_a_comment_on_the_first_line_is_looked_at(tmp_path: Path) -> None:
    new = '\ufeff# BSN 111222333\nformaat: "1"'
    assert in_kaart(tmp_path, old='formaat: "1"', new=new) == ["PRIVACY001 1:7 (1, 16)"]


def test_a_name_in_a_reason_counts(tmp_path: Path) -> None:
    reason = "# psoh: negeer KAART012 omdat mw. Jansen dit zo wil"
    found = in_kaart(tmp_path, old="    talen: [nl]", new=f"    {reason}\n    talen: [zz]")
    assert found == ["PRIVACY005 21:35 (21, 45)"]


@pytest.mark.parametrize("name", ["mevrouw Bos", "06-12345678"])
def test_a_remark_above_a_comment_holds_for_it(tmp_path: Path, name: str) -> None:
    remark = "# psoh: negeer PRIVACY005, PRIVACY003 omdat dit verzonnen is"
    new = f"    {remark}\n    # {name}\n    talen: [nl]"
    assert not [code for code in in_kaart(tmp_path, old="    talen: [nl]", new=new) if "PRIVACY" in code]


@pytest.mark.parametrize(
    "text",
    [
        "a: '# mw. Jansen'\n",
        "a: |\n  # mw. Jansen\nb: 1\n",
        'a: "een\n  # mw. Jansen"\n',
        "a: een#mw. Jansen\n",
        "a: 1  # mw. de wethouder, mevrouw/meneer\n",
    ],
)
def test_what_is_no_comment_or_no_name_is_left(text: str) -> None:
    parsed = parse(text, name="a.yaml")
    assert parsed.root is not None
    assert list(comments_in(parsed.text, values=standing_in(parsed.root), wanted=traces)) == []


def test_a_hash_in_a_value_does_not_hide_the_comment_behind_it() -> None:
    parsed = parse("a: 'x # y'  # mw. Jansen\n", name="a.yaml")
    assert parsed.root is not None
    (comment,) = comments_in(parsed.text, values=standing_in(parsed.root), wanted=traces)
    assert comment == (1, 14, " mw. Jansen")


def test_without_a_suspicion_nobody_walks_through_the_values() -> None:
    text = "# gewoon\na: 1  # ook gewoon\n"
    root = parse(text, name="a.yaml").root
    assert root is not None
    walked = standing_in(root)
    assert list(comments_in(text, values=walked, wanted=traces)) == []
    assert len(list(walked)) == 2  # nobody took any of them


@pytest.mark.parametrize("part", ["examples", "templates/dossier", "templates/praktijken"])
def test_no_comment_that_psoh_keeps_or_writes_itself_is_told_of(part: str) -> None:
    files = [path for path in (ROOT / part).rglob("*.y*ml") if path.is_file()]
    assert files
    comments = 0
    for path in files:
        for line in path.read_text(encoding="utf-8").splitlines():
            words = line.partition("#")[2]
            comments += bool(words)
            assert not traces(words) or _in_value(line, words), f"{path}: {line}"
    assert comments or part == "templates/praktijken"


def _in_value(line: str, words: str) -> bool:
    try:
        return words.strip() in str(yaml.safe_load(line.strip()))
    except yaml.YAMLError:
        return False


def test_the_sample_has_no_comment_that_is_told_of(tmp_path: Path) -> None:
    assert told(make_dossier(tmp_path)) == []
