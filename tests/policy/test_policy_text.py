"""psoh.toml: what may stand in it, and that everything else is told at its place."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.policy.codes_named import is_firm
from psoh_cli.policy.policy import Exemption, Policy, Weight, weigh
from psoh_cli.policy.policy_text import read_policy
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Severity

GOOD = """\
# onze afspraken
[ernst]
KAART004 = "tip"        # wij bellen elk half jaar
"KAART020" = 'fout'

[[negeer]]
code = "KAART016"
bestand = "regio/*.yaml"
omdat = "de regio vult dit later in"

[[negeer]]
code = "KAART012"
omdat = "dit dialect heeft geen code"
"""


def found(text: str) -> list[str]:
    _, problems = read_policy(text, file="psoh.toml")
    return [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems]


def test_a_policy_is_read_as_it_stands() -> None:
    assert read_policy(GOOD, file="psoh.toml") == (
        Policy(
            file="psoh.toml",
            severities=(
                Weight(code="KAART004", severity=Severity.HINT),
                Weight(code="KAART020", severity=Severity.ERROR),
            ),
            exemptions=(
                Exemption(
                    code="KAART016",
                    reason="de regio vult dit later in",
                    files="regio/*.yaml",
                    line=7,
                    column=8,
                ),
                Exemption(code="KAART012", reason="dit dialect heeft geen code", line=12, column=8),
            ),
        ),
        (),
    )


@pytest.mark.parametrize("text", ["", "\n# leeg\n", "[ernst]\n", "ernst = {}\nnegeer = []\n"])
def test_a_policy_may_say_nothing(text: str) -> None:
    assert read_policy(text, file="psoh.toml") == (Policy(file="psoh.toml"), ())


@pytest.mark.parametrize(
    "text",
    ['ernst.KAART004 = "tip"\n', 'ernst = {KAART004 = "tip"}\n', '[ ernst ]\n"KAART004"="tip"\n'],
)
def test_other_ways_to_write_it_mean_the_same(text: str) -> None:
    assert read_policy(text, file="psoh.toml")[0].severities == (
        Weight(code="KAART004", severity=Severity.HINT),
    )


ITEM = '[[negeer]]\ncode = "KAART012"\nomdat = "zo is het"\n'


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('[ernst]\nKAART004 = tip"\n', "CONTROLE001:2:12"),
        ("[ernst\n", "CONTROLE001:1:7"),
        ('a = "b\n', "CONTROLE001:1:7"),
        ("[ernst]\n[ernst]\n", "CONTROLE001:2:7"),
        ('[[negeer]]\nbestand = "regio\\kaart.yaml"\n', "CONTROLE001:2:19"),
        ("x = " + "[" * 5_000, "CONTROLE001:1:1"),
        ("x = " + "9" * 5_000, "CONTROLE001:1:1"),
        ("x = 1\r\ny\r\n", "CONTROLE001:2:2"),
        ("\x00", "CONTROLE001:1:1"),
        ('[ernst]\nKAART004 = "laag"\n', "CONTROLE002:2:12"),
        ('[ernst]\nKAART004 = "uit"\n', "CONTROLE002:2:12"),
        ("[ernst]\nKAART004 = 3\n", "CONTROLE002:2:12"),
        ('ernst = "tip"\n', "CONTROLE002:1:9"),
        ("negeren = 1\n", "CONTROLE002:1:1"),
        ('[negeer]\ncode = "KAART012"\nomdat = "zo is het"\n', "CONTROLE002:1:1"),
        (ITEM + 'bestanden = "x"\n', "CONTROLE002:4:1"),
        (ITEM + "bestand = 3\n", "CONTROLE002:4:11"),
        (ITEM + 'bestand = ""\n', "CONTROLE002:4:11"),
        (ITEM + "bestand = 'regio\\kaart.yaml'\n", "CONTROLE002:4:11"),
        ('[[negeer]]\nomdat = "zo is het"\n', "CONTROLE002:1:1"),
        ('[[negeer]]\ncode = 12\nomdat = "zo is het"\n', "CONTROLE002:2:8"),
        ('[ernst]\nKAART999 = "tip"\n', "CONTROLE003:2:1"),
        (ITEM + '[[negeer]]\ncode = "KAART999"\nomdat = "zo is het"\n', "CONTROLE003:5:8"),
        ('[[negeer]]\ncode = "KAART012"\n', "CONTROLE004:2:8"),
        ('[[negeer]]\ncode = "KAART012"\nomdat = " "\n', "CONTROLE004:2:8"),
        ('[[negeer]]\ncode = "YAML020"\nomdat = "zo is het"\n', "CONTROLE005:2:8"),
        ('[ernst]\nYAML020 = "tip"\n', "CONTROLE005:2:1"),
        ('[ernst]\nCONTROLE006 = "tip"\n', "CONTROLE005:2:1"),
        ('[ernst]\nDOSSIER006 = "waarschuwing"\n', "CONTROLE005:2:1"),
    ],
)
def test_everything_else_is_told_at_its_place_and_does_nothing(text: str, place: str) -> None:
    policy, problems = read_policy(text, file="psoh.toml")
    assert [f"{problem.code}:{problem.line}:{problem.column}" for problem in problems] == [place]
    assert all(problem.hint for problem in problems)
    assert not policy.severities
    assert len(policy.exemptions) == (1 if text.startswith(ITEM + "[[") else 0)


def test_raising_is_always_allowed() -> None:
    assert (
        found('[ernst]\nCONTROLE006 = "fout"\nYAML009 = "fout"\nYAML020 = "fout"\nKAART018 = "fout"\n') == []
    )


def test_a_word_that_is_nearly_right_is_asked_after() -> None:
    _, problems = read_policy(
        '[ernst]\nKAART004 = "waarschuwng"\nKART004 = "tip"\n[[neger]]\n', file="psoh.toml"
    )
    assert [problem.hint for problem in problems] == [
        "Bedoelt u 'waarschuwing'?",
        "Bedoelt u 'KAART004'?",
        "Bedoelt u 'negeer'?",
    ]


def test_what_psoh_cannot_count_with_is_firm_and_a_judgement_is_not() -> None:
    assert all(is_firm(code) for code in ("YAML020", "DOSSIER006", "KAART002", "STIJL001", "CONTROLE006"))
    assert not any(is_firm(code) for code in ("YAML009", "KAART003", "KAART012", "DOSSIER009"))
    assert not any(is_firm(code) for code in CODES if code.startswith("PRIVACY"))


@pytest.mark.parametrize(
    ("pattern", "matches"),
    [
        ("*", {"sociale-kaart.yaml", "regio/sociale-kaart.yaml", "regio/zuid/plan.yaml"}),
        ("sociale-kaart.yaml", {"sociale-kaart.yaml", "regio/sociale-kaart.yaml"}),
        ("regio/sociale-kaart.yaml", {"regio/sociale-kaart.yaml"}),
        ("regio/*", {"regio/sociale-kaart.yaml", "regio/zuid/plan.yaml"}),
        ("regio/**/plan.yaml", {"regio/zuid/plan.yaml"}),
        ("**/plan.yaml", {"regio/zuid/plan.yaml"}),
        ("plan", set()),
    ],
)
def test_a_pattern_means_what_people_expect(pattern: str, matches: set[str]) -> None:
    names = {"sociale-kaart.yaml", "regio/sociale-kaart.yaml", "regio/zuid/plan.yaml"}
    policy = Policy(exemptions=(Exemption(code="KAART012", reason="x", files=pattern),))
    problems = [problem_of("KAART012", "x", file=name) for name in names]
    assert {item.problem.file for item in weigh(problems, policy=policy, remarks={}).ignored} == matches


def test_severities_are_changed_and_the_rest_stays() -> None:
    policy = Policy(severities=(Weight(code="KAART004", severity=Severity.ERROR),))
    done = weigh(
        [problem_of("KAART004", "x", file="a"), problem_of("KAART012", "x", file="a")],
        policy=policy,
        remarks={},
    )
    assert [problem.severity for problem in done.problems] == [Severity.ERROR, Severity.WARNING]


def test_an_exemption_without_use_is_told_at_its_place() -> None:
    policy, _ = read_policy(GOOD, file="psoh.toml")
    used = [item for item in policy.exemptions if item.code == "KAART012"]
    told = [(problem.code, problem.line, problem.column, problem.end) for problem in policy.unused(used)]
    assert told == [("CONTROLE006", 7, 8, (7, 18))]


@given(st.text(st.sampled_from("[]\"'=#\\\n .abAKRT0129{},negeernst"), max_size=200))
def test_no_text_is_a_crash(text: str) -> None:
    policy, problems = read_policy(text, file="psoh.toml")
    assert all(problem.line >= 1 and problem.column >= 1 for problem in problems)
    assert policy.file == "psoh.toml"


def test_an_error_becomes_less_only_with_a_reason() -> None:
    policy, problems = read_policy('[ernst]\nKAART005 = "tip"\n', file="psoh.toml")
    assert policy.severities == ()
    assert [(item.code, item.line) for item in problems] == [("CONTROLE005", 2)]
    assert problems[0].hint == 'Schrijf waarom: KAART005 = {ernst = "tip", omdat = "de reden"}'
    given = 'KAART005 = {ernst = "tip", omdat = "de kennis loopt achter"}'
    policy, problems = read_policy(f"[ernst]\n{given}\n", file="psoh.toml")
    assert problems == ()
    (weight,) = policy.severities
    assert weight == Weight(code="KAART005", severity=Severity.HINT, reason="de kennis loopt achter")


@pytest.mark.parametrize(
    "reason", ["x", "?", "omdat", "REDEN", "omdat de reden", "\u200b", "\u2800", "1", "-"]
)
def test_words_that_give_no_reason(reason: str) -> None:
    text = f'[[negeer]]\ncode = "KAART016"\nomdat = "{reason}"\n'
    policy, problems = read_policy(text, file="psoh.toml")
    assert policy.exemptions == ()
    assert [item.code for item in problems] == ["CONTROLE004"]


@pytest.mark.parametrize("name", [".", "./", "./.", "/", "/etc/*", "../*.yaml", "**/../x"])
def test_a_pattern_that_no_file_below_can_have(name: str) -> None:
    text = f'[[negeer]]\ncode = "KAART016"\nbestand = "{name}"\nomdat = "zo is het"\n'
    policy, problems = read_policy(text, file="psoh.toml")
    assert policy.exemptions == ()
    assert [(item.code, item.line) for item in problems] == [("CONTROLE002", 3)]


def test_a_name_of_very_many_parts_is_refused_before_it_takes_long() -> None:
    policy, problems = read_policy("[ernst]\na" + ".a" * 40_000 + "=1\n", file="psoh.toml")
    assert not policy.says_something
    assert [(item.code, item.line) for item in problems] == [("CONTROLE001", 2)]


def test_a_code_may_be_written_in_small_letters() -> None:
    text = (
        '[ernst]\nkaart004 = "tip"\n[[negeer]]\ncode = "privacy001"\nomdat = "dit dialect heeft geen code"\n'
    )
    assert read_policy(text, file="psoh.toml") == read_policy(
        text.replace("kaart", "KAART").replace("privacy", "PRIVACY"), file="psoh.toml"
    )
    assert found(text) == []


def test_a_code_that_stands_twice_is_told_whatever_its_letters() -> None:
    assert found('[ernst]\nKAART004 = "tip"\nkaart004 = "fout"\n') == ["CONTROLE002:3:12"]
