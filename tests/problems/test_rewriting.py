"""Whatever is written in the place of a value or a key reads back as just that, and nothing else moves."""

from __future__ import annotations

import copy
import unicodedata

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from tests.yaml.written import TRAPS, Data, files

from psoh_cli.files import yaml_file
from psoh_cli.files.yaml_nodes import Parsed, Path
from psoh_cli.problems.editing import edited
from psoh_cli.problems.fix import Span, Written
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.rewriting import rewritten

texts = st.one_of(
    st.sampled_from(TRAPS),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.from_regex(r"[a-zA-Z0-9é+().@/_ -]{1,12}", fullmatch=True),
)


def leaves(value: Data, *, at: Path = ()) -> list[Path]:
    if isinstance(value, dict):
        return [path for key, item in value.items() for path in leaves(item, at=(*at, key))]
    if isinstance(value, list):
        return [path for number, item in enumerate(value) for path in leaves(item, at=(*at, number))]
    return [at]


def errors(text: str) -> list[Problem]:
    found = yaml_file.parse(text, name="proef").problems
    return [problem for problem in found if problem.severity is Severity.ERROR]


def put(parsed: Parsed, stands: Written | None, text: str) -> str | None:
    edit = rewritten(stands, text) if stands else None
    done = edited(parsed.text.removeprefix("\ufeff"), [edit]) if edit else None
    return done.text if done else None


@given(files(), texts, st.data())
def test_a_rewritten_value_reads_as_the_text_and_the_rest_stays(
    case: tuple[str, Data], text: str, choose: st.DataObject
) -> None:
    parsed = yaml_file.parse(case[0], name="proef")
    whole = parsed.plain()
    path = choose.draw(st.sampled_from(leaves(whole) or [()]))
    done = put(parsed, yaml_file.written_at(parsed, path), text)
    if done is None:
        return
    meant = copy.deepcopy(whole)
    around = meant
    for step in path[:-1]:
        around = around[step]
    around[path[-1]] = unicodedata.normalize("NFC", text)
    after = yaml_file.parse(done, name="proef")
    assert errors(done) == []
    assert after.plain() == meant


@given(files(), texts, st.data())
def test_a_rewritten_key_reads_as_the_text_and_the_rest_stays(
    case: tuple[str, Data], text: str, choose: st.DataObject
) -> None:
    parsed = yaml_file.parse(case[0], name="proef")
    key = choose.draw(st.sampled_from(list(parsed.plain())))
    done = put(parsed, yaml_file.key_written_at(parsed, (key,)), text)
    new = unicodedata.normalize("NFC", text)
    if done is None or new in parsed.plain() or not new:
        return
    after = yaml_file.parse(done, name="proef")
    assert errors(done) == []
    assert after.plain() == {new if old == key else old: item for old, item in parsed.plain().items()}


PLAIN = Written(Span(1, 1, 1, 2), "plain")


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("ti", "ti"), ("2026-10-12", "2026-10-12"), ("1200", "1200"), ("GM0505", "GM0505"),
        ("Koffie en thee", "Koffie en thee"),
        ("078-1234567", "078-1234567"), ("+31 78 123 45 67", "+31 78 123 45 67"), ("(078) 12", "(078) 12"),
        ("https://www.example.org/a", "https://www.example.org/a"), ("info@example.org", "info@example.org"),
        ("null", '"null"'), ("~", '"~"'), ("", '""'), ("No", '"No"'), ("on", '"on"'), ("0612345678", '"0612345678"'),
        ("+31612345678", '"+31612345678"'), ("1e3", '"1e3"'), ("0x1F", '"0x1F"'), ("1.10", '"1.10"'),
        ("1_000", '"1_000"'),
        ("a: b", '"a: b"'), ("a #b", '"a #b"'), ("- a", '"- a"'), ("[a]", '"[a]"'), ("a, b", '"a, b"'), (" a", '" a"'),
        ("a ", '"a "'), ("'t", '"\'t"'), ('zeg "a"', '"zeg \\"a\\""'), ("a\\b", '"a\\\\b"'), ("10:30", '"10:30"'),
        ("https://", '"https://"'), ("@a", '"@a"'),
    ],
)  # fmt: skip
def test_a_bare_text_gets_quotes_only_where_it_needs_them(text: str, stands: str) -> None:
    edit = rewritten(PLAIN, text)
    assert edit is not None
    assert edit.text == stands
    for around in (f"a: {stands} # c", f"a: [{stands}, x]", f"a: {{b: {stands}}}", f"- {stands}"):
        assert errors(around) == []


@pytest.mark.parametrize(
    "text", ["null", "No", "0612345678", "+31612345678", "1e3", "0x1F", "1.10", "1_000", "~", "010"]
)
def test_other_readers_see_the_same_text(text: str) -> None:
    edit = rewritten(PLAIN, text)
    assert edit is not None
    assert yaml.safe_load(f"a: {edit.text}") == {"a": text}


def test_the_quotes_that_stand_there_stay() -> None:
    single, double = Written(Span(1, 1, 1, 2), "'"), Written(Span(1, 1, 1, 2), '"')
    assert [rewritten(single, text).text for text in ("ti", "'t", "a\\")] == ["'ti'", "'''t'", "'a\\'"]  # type: ignore[union-attr]
    assert [rewritten(double, text).text for text in ("ti", '"', "a\\")] == ['"ti"', '"\\""', '"a\\\\"']  # type: ignore[union-attr]


@pytest.mark.parametrize("style", ["|", ">"])
def test_a_block_of_text_is_left_alone(style: str) -> None:
    assert rewritten(Written(Span(1, 1, 2, 4), style), "ti") is None


@pytest.mark.parametrize(
    "text", ["a\nb", "a\tb", "a\rb", "\x00", "\x1b[0m", "\x85", "\u2028", "\ufeff", "\ud800", "\uffff"]
)
def test_what_no_line_can_hold_is_not_written(text: str) -> None:
    for style in ("plain", "'", '"'):
        assert rewritten(Written(Span(1, 1, 1, 2), style), text) is None
