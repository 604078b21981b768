"""Fingerprints: each its own, and the same in a later run, whatever was put above."""

from __future__ import annotations

import contextlib
import os
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.check.formats.reports import SMALL, many, reports
from tests.dossier.sample import TODAY, make_dossier

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.problems.fingerprints import fingerprints
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Ignored, Report, arranged

WRONG = {"sociale-kaart.yaml": ("[preventie]", "[preventi]")}
SERVICE = """\
  - id: {id}
    organisatie: buurthuis
    naam: {name}
    aanbod: {does}
    ketenstappen: [preventie]
    werkgebied: [GM0505]
    bron: eigen opgave
    gecontroleerd_op: 2026-09-01
    gecontroleerd_door: beleidsadviseur gezondheid
    talen: [nl]
"""

NEW = {"Taalmaatje": "Samen oefenen", "Moestuin": "Tuinieren", "Zwemles": "Leren zwemmen"}

GOLDEN = (
    "1eb3b72ba7be3d6de0bcb862bea6384e",
    "d98b4e321e345805f669b506fe69f036",
    "8649af8d31b4a64b8f334950121be0b3",
)

lines = st.lists(st.text("ab: -\té", max_size=6), max_size=12)


def marks(report: Report) -> set[str]:
    found = fingerprints(arranged(report))
    return {*found.problems, *found.ignored}


@given(report=reports)
def test_each_is_its_own(report: Report) -> None:
    assert len(marks(report)) == len(report.problems) + len(report.ignored)


def test_a_thousand_that_are_alike_differ() -> None:
    same = many(1) * 500
    assert len(marks(Report(problems=(*same, *many(500)), texts={"a.yaml": "x\n" * 500}))) == 1000


@given(
    above=lines,
    below=lines,
    inserted=lines,
    words=st.text("ab: c", min_size=1),
    spaces=st.sampled_from(["", "  "]),
)
def test_lines_above_and_spaces_change_nothing(
    above: list[str], below: list[str], inserted: list[str], words: str, spaces: str
) -> None:
    def found(before: list[str], line: str) -> Report:
        problem = Problem(
            code="YAML014", severity=Severity.ERROR, message="x", file="a.yaml", line=len(before) + 1
        )
        return Report(problems=(problem,), texts={"a.yaml": "\n".join([*before, line, *below])})

    assert marks(found(above, words)) == marks(found([*inserted, *above], spaces + words + spaces))


@given(count=st.integers(min_value=1, max_value=5), shift=st.integers(min_value=1, max_value=500))
def test_with_an_address_the_text_does_not_matter(count: int, shift: int) -> None:
    first = [replace(problem, address=f"diensten/{problem.line}") for problem in many(count)]
    moved = [replace(problem, line=problem.line + shift) for problem in first]
    texts = {"a.yaml": "iets heel anders\n" * 600}
    assert marks(Report(problems=tuple(first))) == marks(Report(problems=tuple(moved), texts=texts))


@pytest.mark.parametrize(
    "change",
    [
        {"code": "KAART005"},
        {"file": "b.yaml"},
        {"address": "diensten/inloop"},
        {"line": 2},
    ],
)
def test_another_code_file_address_or_line_is_another_problem(change: dict[str, object]) -> None:
    [problem] = many(1)
    other = replace(problem, **change)  # type: ignore[arg-type]  # each case changes one field
    texts = {"a.yaml": "een\ntwee\n"}
    assert marks(Report(problems=(problem,), texts=texts)) != marks(Report(problems=(other,), texts=texts))


def test_to_ignore_one_leaves_the_others_as_they_were() -> None:
    found = many(5)
    texts = {"a.yaml": "gelijk\n" * 5}
    every = marks(Report(problems=found, texts=texts))
    settled = Report(
        problems=(*found[:2], *found[3:]),
        ignored=(Ignored(problem=found[2], reason="x", where="y"),),
        texts=texts,
    )
    assert marks(settled) == every
    assert set(fingerprints(arranged(settled)).problems) < every


def test_a_byte_order_mark_and_other_line_ends_change_nothing() -> None:
    [problem] = many(1)
    texts = ["a: b\nc\n", "\ufeffa: b\r\nc\r\n", "a: b\rc\r"]
    assert len({tuple(marks(Report(problems=(problem,), texts={"a.yaml": text}))) for text in texts}) == 1


def test_the_small_report_has_the_fingerprints_it_always_had() -> None:
    """Changing these makes every open alert of every user close and open again: think twice."""
    assert fingerprints(arranged(SMALL)).problems == GOLDEN


def test_services_and_remarks_put_above_leave_the_fingerprints_of_a_real_dossier(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kaart = make_dossier(tmp_path / "d", WRONG) / "sociale-kaart.yaml"
    monkeypatch.chdir(tmp_path)

    def seen() -> tuple[set[str], set[int]]:
        report = inspect_paths((Path("d"),), as_of=TODAY).report
        report = replace(report, texts={"d/sociale-kaart.yaml": kaart.read_text("utf-8")})
        wrong = [problem for problem in report.problems if problem.severity is Severity.ERROR]
        return marks(replace(report, problems=tuple(wrong))), {problem.line for problem in wrong}

    first, first_lines = seen()
    assert first
    text = kaart.read_text("utf-8")
    more = "".join(SERVICE.format(id=name.lower(), name=name, does=does) for name, does in NEW.items())
    kaart.write_text(
        text.replace("diensten:\n", f"# een opmerking\n\n\ndiensten:\n{more}", 1),
        encoding="utf-8",
        newline="\n",
    )
    second, second_lines = seen()
    assert second == first
    assert second_lines != first_lines


@given(data=st.data())
def test_where_you_stand_and_how_you_type_the_path_change_nothing(
    data: st.DataObject, tmp_path_factory: pytest.TempPathFactory
) -> None:
    top = tmp_path_factory.getbasetemp() / "staan"
    homes = [top / "een", top / "regio" / "twee"]
    if not top.exists():
        (top / ".git").mkdir(parents=True)
        for home in homes:
            make_dossier(home, WRONG)
    report = inspect_paths(tuple(homes), as_of=TODAY).report
    first = fingerprints(arranged(report)).problems
    assert len(set(first)) == len(report.problems) >= 2
    stand = data.draw(st.sampled_from([top, top.parent, *homes, homes[0] / "interviews"]))
    typed = [data.draw(st.sampled_from([home, Path(os.path.relpath(home, stand))])) for home in homes]
    with contextlib.chdir(stand):
        there = inspect_paths(tuple(typed), as_of=TODAY).report
        assert set(fingerprints(arranged(there)).problems) == set(first)


def test_without_git_a_dossier_is_known_by_its_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    make_dossier(tmp_path / "d", WRONG)
    seen = []
    for stand, typed in ((tmp_path, "d"), (tmp_path / "d", "."), (tmp_path / "d" / "interviews", "..")):
        monkeypatch.chdir(stand)
        for path in (Path(typed), tmp_path / "d"):
            report = inspect_paths((path,), as_of=TODAY).report
            assert set(report.lasting.values()) == {"d/sociale-kaart.yaml"}
            seen.append(fingerprints(arranged(report)))
    assert len(set(seen)) == 1
