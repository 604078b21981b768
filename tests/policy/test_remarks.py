"""Remarks in a file: what they ask, where they hold, and what is no remark at all."""

from __future__ import annotations

import pytest

from psoh_cli.files.yaml_file import parse
from psoh_cli.policy.policy import Policy, weigh
from psoh_cli.policy.policy_file import FoundPolicy, weigh_found
from psoh_cli.policy.remarks import Remark
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

ASKED = "# psoh: negeer KAART012 omdat dit dialect geen code heeft"


def at(*lines: int, code: str = "KAART012") -> list[Problem]:
    return [problem_of(code, "x", file="a.yaml", place=(line, 3)) for line in lines]


def weighed(text: str, problems: list[Problem]) -> tuple[list[str], list[tuple[int, str, str]], list[str]]:
    """Give the places of what is left, what is ignored with its reason and place, and the remarks without use."""
    done = weigh_found(problems, found=FoundPolicy(), files=[parse(text, name="a.yaml")])
    return (
        [f"{problem.code}:{problem.line}:{problem.column}" for problem in done.problems],
        [(item.problem.line, item.reason, item.where) for item in done.ignored],
        [f"{problem.line}:{problem.column}" for problem in done.unused],
    )


def test_a_remark_holds_for_its_own_line() -> None:
    assert weighed(f"a: 1\nb: xx  {ASKED}\nc: xx\n", at(2, 3)) == (
        ["KAART012:3:3"],
        [(2, "dit dialect geen code heeft", "a.yaml:2")],
        [],
    )


def test_a_remark_on_a_line_of_its_own_holds_for_the_line_below() -> None:
    left, ignored, unused = weighed(f"a: 1\n{ASKED}\n# gewoon\nb: xx\nc: xx\n", at(4, 5))
    assert (left, [line for line, _, _ in ignored], unused) == (["KAART012:5:3"], [4], [])


def test_a_remark_may_stand_close_to_its_hash() -> None:
    parsed = parse("b: xx #psoh: negeer KAART012 omdat dit dialect geen code heeft\n", name="a.yaml")
    assert parsed.problems == ()
    assert weigh_found(at(1), found=FoundPolicy(), files=[parsed]).problems == ()


def test_what_stays_anyhow_stays() -> None:
    parsed = parse(f"b: xx  {ASKED}\n", name="a.yaml")
    assert weigh_found([], found=FoundPolicy(), files=[parsed], kept=at(1)).problems == tuple(at(1))


def test_remarks_may_be_stacked() -> None:
    second = "# psoh: negeer KAART016 omdat de regio dat zo wil"
    left, ignored, _ = weighed(f"{ASKED}\n{second}\nb: xx\n", [*at(3), *at(3, code="KAART016")])
    assert (left, [where for _, _, where in ignored]) == ([], ["a.yaml:1", "a.yaml:2"])


@pytest.mark.parametrize("between", [",", ", ", " , ", " en "])
def test_one_remark_may_name_several_codes(between: str) -> None:
    text = f"b: xx  # psoh: negeer KAART012{between}kaart016 omdat de regio dat zo wil\n"
    left, ignored, unused = weighed(text, [*at(1), *at(1, code="KAART016")])
    assert (left, len(ignored), unused) == ([], 2, [])


def test_a_remark_holds_for_a_value_of_several_lines() -> None:
    text = f'{ASKED}\na: |\n  een\n  twee\nb: "drie\n  vier"  {ASKED}\nc: vijf\n'
    left, ignored, _ = weighed(text, at(2, 3, 4, 5, 6, 7))
    assert (left, [line for line, _, _ in ignored]) == (["KAART012:7:3"], [2, 3, 4, 5, 6])


def test_behind_the_sign_that_opens_a_block_text_comes_a_remark() -> None:
    left, ignored, _ = weighed(f"a: |  {ASKED}\n  een\n  twee\nb: 1\n", at(1, 2, 4))
    assert (left, len(ignored)) == (["KAART012:4:3"], 2)


@pytest.mark.parametrize(
    "text",
    [
        f"a: '{ASKED}'\n",
        f'a: "een {ASKED}"\n',
        f"a: |\n  {ASKED}\nb: 1\n",
        f"a: >\n  een\n\n  {ASKED}\n",
        f'a: "een\n  {ASKED}"\n',
        f"a: een{ASKED}\n",
        "# zo schrijft u het: psoh: negeer KAART012\na: 1\n",
        "a: [\n",
    ],
    ids=["single", "double", "block", "folded", "several lines", "no space", "not for psoh", "broken file"],
)
def test_a_hash_in_a_value_is_no_remark(text: str) -> None:
    lines = range(1, text.count("\n") + 1)
    assert weighed(text, at(*lines)) == ([f"KAART012:{line}:3" for line in lines], [], [])


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("negeer KAART999 omdat het zo is", "CONTROLE003:1:23"),
        ("negeer INTERVIEW014 omdat het zo is", "CONTROLE003:1:23"),
        ("negeer KAART012", "CONTROLE004:1:8"),
        ("negeer KAART012 omdat", "CONTROLE004:1:8"),
        ("negeer KAART012 omdat …", "CONTROLE004:1:8"),
        ("negeer KAART012 want het is zo", "CONTROLE004:1:8"),
        ("negeer YAML020 omdat het zo is", "CONTROLE005:1:23"),
        ("negeer DOSSIER006 omdat het zo is", "CONTROLE005:1:23"),
        ("negeer CONTROLE006 omdat het zo is", "CONTROLE005:1:23"),
        ("negeer", "CONTROLE007:1:8"),
        ("negeer dit omdat het zo is", "CONTROLE007:1:8"),
        ("ignore KAART012", "CONTROLE007:1:8"),
        ("", "CONTROLE007:1:8"),
    ],
)
def test_what_cannot_be_done_is_told_and_does_nothing(asked: str, found: str) -> None:
    left, ignored, unused = weighed(f"b: xx  # psoh: {asked}\n", at(1))
    assert (sorted(left), ignored, unused) == (sorted([found, "KAART012:1:3"]), [], [])


def test_a_code_that_got_another_name_is_told() -> None:
    done = weigh_found(
        [], found=FoundPolicy(), files=[parse("a: 1  # psoh: negeer INTERVIEW014 omdat x\n", name="a")]
    )
    assert [problem.hint for problem in done.problems] == ["Die heet nu PRIVACY001."]


def test_a_warning_of_the_reader_may_be_ignored() -> None:
    left, ignored, _ = weighed(
        "# psoh: negeer YAML009 omdat het een kanaal is\na: 1\n", at(2, code="YAML009")
    )
    assert (left, len(ignored)) == ([], 1)


def test_a_remark_without_use_is_told_and_can_be_taken_away() -> None:
    text = f"a: 1  {ASKED}\n  \nb: 2\n"
    done = weigh_found([], found=FoundPolicy(), files=[parse(text, name="a.yaml")])
    (unused,) = done.unused
    assert (unused.code, unused.line, unused.column, unused.end) == ("CONTROLE006", 1, 22, (1, 30))
    assert unused.fix is not None
    assert not unused.fix.is_safe
    (edit,) = unused.fix.edits
    assert (edit.text, tuple(edit.span)) == ("", (1, 5, 1, len(text.split("\n", maxsplit=1)[0]) + 1))


def test_a_remark_of_its_own_goes_with_its_line() -> None:
    done = weigh_found([], found=FoundPolicy(), files=[parse(f"a: 1\n{ASKED}\nb: 2\n", name="a.yaml")])
    fix = done.unused[0].fix
    assert fix is not None
    assert tuple(fix.edits[0].span) == (2, 1, 3, 1)


@pytest.mark.parametrize("gap", ["\n", ""], ids=["an empty line", "the end of the file"])
def test_a_remark_above_nothing_holds_for_nothing(gap: str) -> None:
    text = f"a: 1\n{ASKED}\n{gap}" + ("b: xx\n" if gap else "")
    assert weighed(text, at(4) if gap else [])[2] == ["2:16"]


def test_of_what_could_not_be_read_nobody_says_that_a_remark_is_without_use() -> None:
    done = weigh_found([], found=FoundPolicy(), files=[parse(f"a: 1  {ASKED}\n", name="a.yaml")], whole=False)
    assert done.unused == ()


def test_a_flood_of_ten_thousand_remarks_is_read_in_one_go() -> None:
    text = "".join(f'  - "een\n    twee"  {ASKED}\n' for _ in range(10_000))
    done = weigh_found(
        at(*range(2, 20_002)), found=FoundPolicy(), files=[parse(f"a:\n{text}", name="a.yaml")]
    )
    assert (len(done.problems), len(done.ignored), done.unused) == (0, 20_000, ())


def test_without_a_policy_nothing_changes() -> None:
    assert weigh(at(1, 2), policy=Policy(), remarks={}).problems == tuple(at(1, 2))


def test_a_remark_says_what_it_is_about() -> None:
    remark = Remark(code="KAART012", reason="x", line=1, column=1, about=range(2, 4))
    done = weigh(at(1, 2, 3, 4), policy=Policy(), remarks={"a.yaml": (remark,)})
    assert [problem.line for problem in done.problems] == [1, 4]
