"""Interviews on disk: made, edited per answer, and read back; what people wrote by hand stays."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.interview.talk import DAY, dossier

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import BusyError, ProblemsError, UnreadableError, UnwritableError, WrongUseError
from psoh_cli.files import disk
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.interview_files import (
    create_interview,
    read_interview,
    read_interviews,
    record,
    record_all,
)

HAND_MADE = """\
# Mijn eigen kop
formaat: "1"
kennisversie: "2026.1"
groep: proef   # klopt dit?
rol: 'Adviseur ''t Hof'
antwoorden:

  # eerst dit
  wens:
    antwoord: >-
      veel rust
      en taal
    opmerking: blijft   # echt
  beleid: {antwoord: nee}

  # einde
"""


def _make(folder: Path, name: str = "adviseur") -> Path:
    path = dossier(folder) / "interviews" / f"{name}.yaml"
    create_interview(path, group="proef", role="Adviseur", knowledge_version="2026.1", day=DAY)
    return path


def _written(path: Path) -> dict[str, Answer]:
    informant, file = read_interview(path)
    assert informant is not None, file.problems
    return informant.answers


def test_a_fresh_interview_reads_back_without_a_problem(tmp_path: Path) -> None:
    path = _make(tmp_path)
    informant, file = read_interview(path)
    assert file.problems == ()
    assert informant is not None
    assert (informant.id, informant.group, informant.role, informant.answers) == (
        "adviseur",
        "proef",
        "Adviseur",
        {},
    )
    assert informant.interview.day == DAY
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Wat één informant zei.")
    assert "schema" not in text


def test_the_schema_is_named_where_the_dossier_has_it(tmp_path: Path) -> None:
    schema = tmp_path / "schema" / "interview.schema.json"
    schema.parent.mkdir()
    schema.write_text("{}", encoding="utf-8")
    first = _make(tmp_path).read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=../schema/interview.schema.json"


def test_an_existing_interview_is_never_made_again(tmp_path: Path) -> None:
    path = _make(tmp_path)
    before = path.read_bytes()
    with pytest.raises(WrongUseError, match="bestaat al"):
        create_interview(path, group="proef", role="Ander", knowledge_version="2026.1", day=DAY)
    assert path.read_bytes() == before


def test_recording_touches_only_the_lines_of_that_answer(tmp_path: Path) -> None:
    path = dossier(tmp_path) / "interviews" / "adviseur.yaml"
    path.parent.mkdir()
    path.write_text(HAND_MADE, encoding="utf-8")
    record(path, "soort", Answer(values="lokaal"))
    record(path, "beleid", Answer(values="ja"))
    record(path, "wens", _written(path)["wens"].model_copy(update={"remark": "anders"}))
    new = path.read_text(encoding="utf-8")
    kept = [line for line in HAND_MADE.splitlines() if "blijft" not in line and "nee" not in line]
    assert [line for line in new.splitlines() if line in kept] == kept
    assert "opmerking: anders   # echt" in new
    assert _written(path)["beleid"] == Answer(values="ja")
    assert _written(path)["soort"] == Answer(values="lokaal")


def test_recording_the_same_again_leaves_every_byte(tmp_path: Path) -> None:
    path = _make(tmp_path)
    answer = Answer(
        values=("ggd", "anders"),
        other="de kerk: soms",
        remark="# let op",
        certainty="onzeker",
        sources=("a",),
    )
    record(path, "partners", answer)
    before = path.read_bytes()
    record(path, "partners", answer)
    assert path.read_bytes() == before
    assert _written(path)["partners"] == answer


def test_line_ends_of_windows_stay(tmp_path: Path) -> None:
    path = dossier(tmp_path) / "interviews" / "adviseur.yaml"
    path.parent.mkdir()
    path.write_bytes(HAND_MADE.replace("\n", "\r\n").encode())
    record(path, "soort", Answer(values="lokaal"))
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")


def test_an_edit_made_while_the_interview_runs_survives(tmp_path: Path) -> None:
    path = _make(tmp_path)
    record(path, "beleid", Answer(values="ja"))
    path.write_text(path.read_text(encoding="utf-8") + "# door een collega\n", encoding="utf-8")
    record(path, "wens", Answer(values="rust"))
    assert "# door een collega" in path.read_text(encoding="utf-8")
    assert set(_written(path)) == {"beleid", "wens"}


@pytest.mark.parametrize("failure", ["write", "rename", "sync"])
def test_a_write_that_fails_leaves_the_old_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: str
) -> None:
    path = _make(tmp_path)
    record(path, "beleid", Answer(values="ja"))
    before = path.read_bytes()

    def full(*arguments: object, **named: object) -> None:
        raise OSError(28, "No space left on device")

    target = {"write": "psoh_cli.files.disk._write_through", "rename": "os.replace", "sync": "os.fsync"}[
        failure
    ]
    monkeypatch.setattr(target, full)
    with pytest.raises(UnwritableError, match="schijf is vol"):
        record(path, "wens", Answer(values="rust"))
    assert path.read_bytes() == before
    assert sorted(item.name for item in tmp_path.rglob("*") if item.is_file()) == [
        "adviseur.yaml",
        "gemeente.yaml",
    ]


def test_a_killed_write_leaves_the_old_file_and_the_next_run_cleans_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = _make(tmp_path)
    record(path, "beleid", Answer(values="ja"))
    before = path.read_bytes()
    child = os.fork() if hasattr(os, "fork") else pytest.skip("no fork on this system")
    if child == 0:  # pragma: no cover  (the process that dies half-way through a write)
        monkeypatch.setattr("os.replace", lambda *arguments: os._exit(9))
        record(path, "wens", Answer(values="rust"))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    assert path.read_bytes() == before
    assert (tmp_path / ".psoh.lock").exists()
    record(path, "wens", Answer(values="rust"))
    assert set(_written(path)) == {"beleid", "wens"}
    assert sorted(item.name for item in tmp_path.rglob("*") if item.is_file()) == [
        "adviseur.yaml",
        "gemeente.yaml",
    ]


def test_two_runs_at_once_are_told_apart(tmp_path: Path) -> None:
    path = _make(tmp_path)
    with disk.lock(tmp_path), pytest.raises(BusyError):
        record(path, "beleid", Answer(values="ja"))


def test_a_file_that_cannot_be_read_is_not_edited(tmp_path: Path) -> None:
    path = _make(tmp_path)
    path.write_text("antwoorden:\n\t- [", encoding="utf-8")
    with pytest.raises(ProblemsError):
        record(path, "beleid", Answer(values="ja"))
    assert path.read_text(encoding="utf-8") == "antwoorden:\n\t- ["


def test_reads_all_interviews_in_the_order_of_their_names(tmp_path: Path) -> None:
    for name in ("ggd", "adviseur"):
        _make(tmp_path, name)
    broken = tmp_path / "interviews" / "stuk.yaml"
    broken.write_text('formaat: "1"\nkennisversie: "2026.1"\nrol: zonder groep\n', encoding="utf-8")
    (tmp_path / "interviews" / "LEESMIJ.md").write_text("# uitleg", encoding="utf-8")
    informants, problems = read_interviews(tmp_path / "interviews")
    assert [informant.id for informant in informants] == ["adviseur", "ggd"]
    assert [(problem.code, problem.file) for problem in problems] == [("YAML021", broken.as_posix())]
    assert "'groep'" in problems[0].message


def test_an_odd_name_still_counts_and_a_newer_format_does_not(tmp_path: Path) -> None:
    odd = _make(tmp_path)
    odd = odd.rename(odd.with_name("Beleids Adviseur.yaml"))
    newer = tmp_path / "interviews" / "nieuwer.yaml"
    newer.write_text(odd.read_text(encoding="utf-8").replace('"1"', '"2"'), encoding="utf-8")
    informants, problems = read_interviews(tmp_path / "interviews")
    assert [informant.id for informant in informants] == ["beleids-adviseur"]
    assert [problem.code for problem in problems] == ["DOSSIER006"]


def test_no_folder_means_no_interviews_and_a_file_is_no_folder(tmp_path: Path) -> None:
    assert read_interviews(tmp_path / "interviews") == ((), ())
    (tmp_path / "interviews").write_text("", encoding="utf-8")
    with pytest.raises(UnreadableError, match="is een bestand"):
        read_interviews(tmp_path / "interviews")


_texts = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1, max_size=40).filter(str.strip)
_fields = st.fixed_dictionaries(
    {
        "values": st.lists(_texts, min_size=1, max_size=3),
        "other": st.none() | _texts,
        "remark": st.none() | _texts,
        "day": st.none() | st.just(DAY),
    }
)
_answers = _fields.map(Answer.model_validate)


@given(st.lists(st.tuples(st.sampled_from(["beleid", "wens", "x1", "2-keer"]), _answers), max_size=6))
def test_what_is_recorded_is_what_is_read_whatever_people_type(
    given_answers: list[tuple[str, Answer]],
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setattr("os.fsync", lambda handle: None)  # nobody pulls the plug here, and it is slow
        one_by_one, at_once = _make(Path(folder) / "a"), _make(Path(folder) / "b")
        for name, answer in given_answers:
            record(one_by_one, name, answer)
        last = dict(given_answers)
        record_all(at_once, last)
        assert _written(one_by_one) == last
        assert _written(at_once) == last


def test_nothing_is_written_through_a_linked_folder(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elders"
    dossier = tmp_path / "dossier"
    dossier.mkdir()
    (dossier / "interviews").symlink_to(elsewhere, target_is_directory=True)
    elsewhere.mkdir()
    about: dict[str, Any] = {
        "group": "ggd",
        "role": "Adviseur",
        "knowledge_version": "2026.2",
        "day": PartialDate(2026, 11, 1),
    }
    with pytest.raises(UnreadableError, match="koppeling naar een plek buiten het dossier"):
        create_interview(dossier / "interviews" / "ggd.yaml", **about)
    assert not list(elsewhere.iterdir())
    path = tmp_path / "echt" / "interviews" / "ggd.yaml"
    path.parent.mkdir(parents=True)
    create_interview(path, **about)
    (elsewhere / "ggd.yaml").write_bytes(path.read_bytes())
    with pytest.raises(UnreadableError, match="koppeling naar een plek buiten het dossier"):
        record(dossier / "interviews" / "ggd.yaml", "vast-contact", Answer(values=("ja",)))
    assert (elsewhere / "ggd.yaml").read_bytes() == path.read_bytes()
