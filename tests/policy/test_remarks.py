"""Remarks in a file: what they ask, where they hold, and what is no remark at all."""

from __future__ import annotations

import pytest

from psoh_cli.files.yaml_file import parse
from psoh_cli.policy.codes_named import wrong_with
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
        f"a: een{ASKED}\n",
        "# zo schrijft u het: psoh: negeer KAART012\na: 1\n",
        "a: [\n",
    ],
    ids=["single", "double", "no space", "not for psoh", "broken file"],
)
def test_a_hash_in_a_value_is_no_remark(text: str) -> None:
    lines = range(1, text.count("\n") + 1)
    assert weighed(text, at(*lines)) == ([f"KAART012:{line}:3" for line in lines], [], [])


@pytest.mark.parametrize(
    ("text", "place", "hint"),
    [
        (f"b: 1\na: |\n  {ASKED}\n", "3:3", "boven regel 2, waar 'a' staat"),
        (
            f"lijst:\n  - id: x\n    opmerking: >-\n      een\n\n      {ASKED}\n",
            "6:7",
            "boven regel 3, waar 'opmerking' staat",
        ),
        (f'a: "een\n  {ASKED}"\n', "2:3", "boven regel 1, waar 'a' staat"),
        (f'a:\n  "een\n  {ASKED}"\n', "3:3", "boven regel 1, waar 'a' staat"),
        ("a: >\n  # Psoh - negeer kaart012\n", "2:3", "boven regel 1, waar 'a' staat"),
    ],
    ids=["block", "folded", "quoted", "key above", "written otherwise"],
)
def test_a_remark_inside_a_text_is_told_to_stand_above_it(text: str, place: str, hint: str) -> None:
    (found,) = weigh_found([], found=FoundPolicy(), files=[parse(text, name="a.yaml")]).problems
    assert (found.code, f"{found.line}:{found.column}") == ("CONTROLE007", place)
    assert "meegedrukt" in found.message
    assert hint in found.hint


@pytest.mark.parametrize(
    ("said", "hint"),
    [
        (
            "# Psoh negeer: privacy005 omdat dit een zaal is",
            "# psoh: negeer PRIVACY005 omdat dit een zaal is",
        ),
        (
            "#PSOH NEGEER KAART012, kaart-016 want zo hoort het",
            "# psoh: negeer KAART012, KAART016 omdat zo hoort het",
        ),
        ("# psoh; negeer KAART012", "# psoh: negeer KAART012 omdat REDEN"),
        ("# psoh-negeren KAART012 omdat x", "# psoh: negeer KAART012 omdat x"),
        ("# negeer psoh: KAART012", "# psoh: negeer KAART012 omdat"),
        ("# psoh ignore", "# psoh: negeer CODE omdat REDEN"),
    ],
)
def test_a_remark_that_is_written_otherwise_is_told_how(said: str, hint: str) -> None:
    for text in (f"a: 1  {said}\n", f"{said}\na: 1\n"):
        (found,) = weigh_found([], found=FoundPolicy(), files=[parse(text, name="a.yaml")]).problems
        assert (found.code, found.line) == ("CONTROLE007", 1)
        assert hint in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "# psoh negeert lege velden\na: 1\n",
        "# Deze regel kan psoh niet negeren.\na: 1\n",
        "# psoh: negeer kaart012 omdat dit dialect geen code heeft\na: 1\n",
        'a: "zie # psoh negeer KAART012"\n',
        "a: |\n  Zet er # psoh: negeer KAART012 boven.\n",
    ],
)
def test_what_only_speaks_of_psoh_is_left_alone(text: str) -> None:
    codes = [
        problem.code
        for problem in weigh_found([], found=FoundPolicy(), files=[parse(text, name="a")]).problems
    ]
    assert "CONTROLE007" not in codes


@pytest.mark.parametrize(
    ("code", "meant"),
    [("KAART04", "KAART004"), ("kaart4", "KAART004"), ("KAART0004", "KAART004"), ("KART004", "KAART004")],
)
def test_a_code_with_too_few_zeros_is_recognized(code: str, meant: str) -> None:
    ((number, _, hint),) = wrong_with(code)
    assert (number, hint) == ("CONTROLE003", f"Bedoelt u '{meant}'?")


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
        [],
        found=FoundPolicy(),
        files=[parse("a: 1  # psoh: negeer INTERVIEW014 omdat zo is het\n", name="a")],
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


@pytest.mark.slow
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


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        (f"{ASKED}\na:\n  een\nb: 1\n", {2, 3}),
        (f"{ASKED}\na:\n  een\n  twee\nb: 1\n", {2, 3, 4}),
        (f"{ASKED}\na:\n- nl\n- zz\nb: 1\n", {2, 3, 4}),
        (f"{ASKED}\na:\n  - nl\n  - zz\nb: 1\n", {2, 3, 4}),
        (f"{ASKED}\na: [nl,\n  zz]\nb: 1\n", {2, 3}),
        (f"{ASKED}\na: [\n  zz\n  ]\nb: 1\n", {2, 3, 4}),
        (f"a:  {ASKED}\n  een\nb: 1\n", {1, 2}),
        (f"a:  {ASKED}\n  - nl\n  - zz\nb: 1\n", {1, 2, 3}),
        (f"a: [  {ASKED}\n  zz]\nb: 1\n", {1, 2}),
        (f"a: [nl,\n  zz]  {ASKED}\nb: 1\n", {1, 2}),
        (f"a:\n  - nl\n  - zz  {ASKED}\nb: 1\n", {3}),
        (f"a:\n  - nl  {ASKED}\n  - zz\nb: 1\n", {2}),
        (f"a: [\n  nl,  {ASKED}\n  zz]\nb: 1\n", {2}),
        (f"{ASKED}\na:\n  - id: x\n    b: 2\n  - id: y\nc: 1\n", {2, 3}),
        (f"{ASKED}\na:\n  b: 1\n  c: 2\n", {2, 3}),
        (f"# een\n{ASKED}\n# twee\na: 1\nb: 1\n", {3, 4}),
        (f"a: 1\n{ASKED}\n# twee\n", {3}),
        (f"{ASKED}\n\na: 1\n", set()),
    ],
)
def test_a_remark_holds_from_the_key_to_the_end_of_its_value(text: str, lines: set[int]) -> None:
    every = range(1, text.count("\n") + 1)
    _, ignored, _ = weighed(text, at(*every))
    assert {line for line, _, _ in ignored} == lines


@pytest.mark.parametrize(
    "second", ["# psoh: negeer KAART016 omdat de regio dat zo wil", "#psoh negeer KAART016"]
)
def test_a_second_remark_on_a_line_is_no_part_of_the_reason(second: str) -> None:
    left, ignored, _ = weighed(f"b: xx  {ASKED} {second}\n", at(1))
    assert (left, ignored) == (["KAART012:1:3", f"CONTROLE007:1:{9 + len(ASKED)}"], [])


@pytest.mark.parametrize("quote", ["'", '"'])
def test_inside_a_key_with_quotes_is_no_remark(quote: str) -> None:
    key = f"{quote}b {ASKED}{quote}"
    assert weighed(f"{key}: xx\n", at(1)) == (["KAART012:1:3"], [], [])
    assert weighed(f"{key}: xx  {ASKED}\n", at(1))[0] == ["KAART012:1:3"]
