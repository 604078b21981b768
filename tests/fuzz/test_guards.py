"""The guards of the fuzzing themselves: each is seen to fail, or thousands of cases prove nothing."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from tests.dossier.sample import FILES
from tests.fuzz.enduring import Stage, TookTooLongError, expect_dutch, expect_readable, expect_sound, in_time
from tests.fuzz.reading_alike import changed_values, expect_alike
from tests.fuzz.spoiling import KAART, Spoiled, sources, spoil

from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.problems.problem import Problem, Severity


@pytest.mark.parametrize(
    ("stands", "read"),
    [("0505", "505"), ("no", "False"), ("1.10", "1.1"), ("~", '"~"'), ("a # b", '"a # b"')],
)
def test_a_value_that_changed_is_seen(stands: str, read: str) -> None:
    right, wrong = (yaml_file.parse(f"a: {text}\n", name="x.yaml") for text in (stands, read))
    assert expect_alike(right)
    with pytest.raises(AssertionError, match="in silence"):
        expect_alike(replace(wrong, text=right.text, problems=()))


def test_a_value_that_a_model_changed_is_seen() -> None:
    parsed = yaml_file.parse(FILES["gemeente.yaml"], name="gemeente.yaml")
    value, _ = yaml_file.load(parsed, Gemeente)
    assert value is not None
    assert list(changed_values(parsed.plain(), value)) == []
    other = value.model_copy(update={"name": "dordrecht."})
    assert list(changed_values(parsed.plain(), other)) == [(("naam",), "Dordrecht", "dordrecht.")]


def test_a_case_without_end_is_broken_off() -> None:
    with pytest.raises((TookTooLongError, AssertionError)), in_time(0.2):
        for _ in range(10**8):
            pass


def test_a_byte_that_is_written_is_seen(tmp_path: Path) -> None:
    stage = Stage(tmp_path / "d")
    with stage.holding(Spoiled(KAART, b"a: b\n")):
        stage.look()
    with pytest.raises(AssertionError, match="wrote"), stage.holding(Spoiled(KAART, b"a: b\n")):
        (stage.folder / "plan.yaml").write_bytes(stage.whole["plan.yaml"])
    with pytest.raises(AssertionError, match="wrote"), stage.holding(Spoiled(KAART, b"a: b\n")):
        (stage.folder / "nieuw.yaml").touch()
    assert (stage.folder / KAART).read_bytes() == stage.whole[KAART]


def test_a_bug_of_ours_comes_out_as_it_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stage = Stage(tmp_path / "d")
    assert stage.run().code == 0

    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("psoh_cli.checking.inspection.inspect_found", broken)
    with pytest.raises(ZeroDivisionError):
        stage.run()


@pytest.mark.parametrize("line", [0, 99])
def test_a_place_that_is_not_there_is_seen(tmp_path: Path, line: int) -> None:
    stage = Stage(tmp_path / "d")
    with stage.holding(Spoiled(KAART, FILES[KAART].replace("[preventie]", "[preventi]").encode("utf-8"))):
        result = stage.look()
    expect_sound(result)
    (problem,) = result.problems
    moved = Problem(code="KAART005", severity=Severity.ERROR, message="x", file=problem.file, line=line)
    with pytest.raises(AssertionError):
        expect_sound(replace(result, report=replace(result.report, problems=(moved,))))


@pytest.mark.parametrize(
    "text", ["Traceback (most recent call last)", "[Errno 2]", "<x object at 0x7f>", "dit is None"]
)
def test_words_of_python_are_seen(text: str) -> None:
    expect_dutch("dit is 'None' en niets anders")
    with pytest.raises(AssertionError):
        expect_dutch(text)


@pytest.mark.parametrize(
    ("form", "text"), [("json", "{"), ("junit", "<a>"), ("github", "zomaar"), ("text", "\x1b[2J")]
)
def test_a_form_that_cannot_be_read_is_seen(form: str, text: str) -> None:
    with pytest.raises((ValueError, SyntaxError, AssertionError)):
        expect_readable(form, text)


def test_files_of_every_kind_are_spoiled() -> None:
    names = {file.name for file in sources()}
    assert names >= {"gemeente.yaml", KAART, "plan.yaml", "interviews/beleidsadviseur.yaml", "psoh.toml"}
    assert len(sources()) > 100
    assert spoil(b"a: b\n", []) == b"a: b\n"
