"""Very many problems of one code in one file: the first are listed, the last stands for the rest, nothing is lost."""

from __future__ import annotations

import json
import random
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.dossier.sample import TODAY, make_dossier

from psoh_cli.checking import tally
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.problems import meant
from psoh_cli.problems.formats.as_json import as_json
from psoh_cli.problems.making import MOST_SUGGESTIONS, Examined, Suggestions
from psoh_cli.problems.problem import MOST_LISTED, Problem, Severity, count, in_order
from psoh_cli.problems.report import Report


def problems(times: int, *, code: str = "KAART001", file: str = "a.yaml") -> list[Problem]:
    return [
        Problem(code=code, severity=Severity.ERROR, message=f"fout {line}", file=file, line=line)
        for line in range(1, times + 1)
    ]


def test_as_many_as_are_listed_stay_as_they_are() -> None:
    found = problems(MOST_LISTED)
    assert in_order(reversed(found)) == tuple(found)


def test_the_last_stands_for_the_rest_at_the_place_of_the_first_of_them() -> None:
    found = problems(MOST_LISTED + 2_000)
    random.Random(1).shuffle(found)
    listed = in_order(found)
    assert len(listed) == MOST_LISTED
    assert [problem.line for problem in listed] == list(range(1, MOST_LISTED + 1))
    assert listed[-1].message == "en nog 2.001 meldingen met deze code"
    assert listed[-1].severity is Severity.ERROR
    assert count(listed) == count(found)


def test_each_file_and_code_is_counted_on_its_own() -> None:
    few = [*problems(MOST_LISTED, code="KAART002"), *problems(MOST_LISTED, file="b.yaml")]
    listed = in_order([*few, *problems(5_000)])
    assert set(few) <= set(listed)
    assert len(listed) == 3 * MOST_LISTED


@given(st.lists(st.tuples(st.integers(0, 3_000), st.sampled_from("ab")), max_size=4))
def test_listing_what_was_listed_changes_nothing(floods: list[tuple[int, str]]) -> None:
    found = [problem for times, code in floods for problem in problems(times, code=code)]
    listed = in_order(found)
    assert in_order(listed) == listed
    assert count(listed) == len(set(found))


def test_the_counts_for_a_program_hold_the_rest_too() -> None:
    content = json.loads(as_json(Report(problems=in_order(problems(2_500)))))
    assert content["aantallen"]["fout"] == 2_500
    assert len(content["problemen"]) == MOST_LISTED


def test_a_hint_is_worked_out_only_so_often() -> None:
    asked: list[str] = []
    examined = Examined(file="a.yaml", place=lambda path: (1, 1))
    other = Examined(file="b.yaml", place=lambda path: (1, 1), suggestions=examined.suggestions)

    def hint() -> str:
        asked.append("x")
        return "Bedoelt u x?"

    found = [examined.problem("KAART001", (), str(number), hint=hint) for number in range(1_000)]
    assert len(asked) == MOST_SUGGESTIONS
    assert {problem.hint for problem in found[:MOST_SUGGESTIONS]} == {"Bedoelt u x?"}
    assert all(problem.hint and problem.hint != "Bedoelt u x?" for problem in found[MOST_SUGGESTIONS:]), (
        "the remedy"
    )
    assert other.problem("KAART001", (), "y", hint=hint).hint == "Bedoelt u x?"
    assert Suggestions().take("zomaar", file="a", code="KAART001") == "zomaar"


def test_nobody_looks_for_what_was_meant_by_a_word_nobody_types() -> None:
    known = ["preventie", "toeleiden"]
    assert meant.closest("preventi", known) == ("preventie",)
    assert meant.closest("preventie" * 12, known) == ()
    assert meant.closest("preventi", [*known, *map(str, range(5_000))]) == ()


def test_of_very_much_text_the_rest_is_not_kept_and_its_problems_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("a", "b"):
        make_dossier(tmp_path / name, {"sociale-kaart.yaml": ("[preventie]", "[preventi]")})
    whole = inspect_paths((tmp_path,), as_of=TODAY).report
    size = len(whole.texts[whole.problems[0].file])
    kept = []
    for most in (2 * size, 2 * size - 1, size - 1):
        monkeypatch.setattr(tally, "MOST_TEXT", most)
        report = inspect_paths((tmp_path,), as_of=TODAY).report
        assert [problem.message for problem in report.problems] == [
            problem.message for problem in whole.problems
        ]
        kept.append([Path(name).parent.name for name in report.texts])
    assert kept == [["a", "b"], ["a"], []]
