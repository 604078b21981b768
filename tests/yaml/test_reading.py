"""Reading is total: every text becomes data or a Problem in Dutch with its place."""

from __future__ import annotations

import cProfile
import random
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.errors import UnreadableError
from psoh_cli.files import yaml_codes as codes
from psoh_cli.files import yaml_events, yaml_file
from psoh_cli.files.yaml_nodes import Parsed, Place
from psoh_cli.problems import codes_yaml
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.problem import Severity


def parse(text: str) -> Parsed:
    return yaml_file.parse(text, name="proef.yaml")


@pytest.mark.parametrize(
    "typed",
    [
        "0505", "0392", "0473", "0612345670", "+31781234567", "01234567", "10:30", "09:30", "no", "on", "ja", "nee",
        "1.10", "2026-02-30", "2026-01-31", "1_000", "1e3", "nan", "0x1F", "True", "NULL", "y", "GM0505", "1.000",
        "12,50", "https://example.org/a?b=c#d", "a:b", "'n'", "O'Reilly", "a#b", "€ 12.500", "C & A", "3*4", "<<", "=",
    ],
)  # fmt: skip
def test_what_is_typed_is_what_is_read(typed: str) -> None:
    parsed = parse(f"waarde: {typed}\n")
    assert parsed.problems == ()
    assert parsed.plain() == {"waarde": typed.strip("'") if typed.startswith("'") else typed}


@pytest.mark.parametrize("nothing", ["", "~", "null", "  "])
def test_nothing_is_nothing(nothing: str) -> None:
    assert parse(f"waarde: {nothing}\n").plain() == {"waarde": None}


@pytest.mark.parametrize("quoted", ['""', "''", '"~"', "'null'", "|\n"])
def test_quoted_nothing_is_text(quoted: str) -> None:
    value = parse(f"waarde: {quoted}\n").plain()["waarde"]
    assert isinstance(value, str)


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("", codes.EMPTY, (1, 1)),
        ("# alleen commentaar\n", codes.EMPTY, (1, 1)),
        ("\ufeff", codes.EMPTY, (1, 1)),
        ("---\n", codes.EMPTY, (1, 1)),
        ("~\n", codes.EMPTY, (1, 1)),
        ("a: 1\nb: 2\na: 3\n", codes.DOUBLE_KEY, (3, 1)),
        ("a: {b: 1, b: 2}\n", codes.DOUBLE_KEY, (1, 11)),
        ("naam: &Zo\n", codes.ANCHOR, (1, 7)),
        ("naam: *Zo\n", codes.ANCHOR, (1, 7)),
        ("naam: *vet* gedrukt\n", codes.ANCHOR, (1, 7)),
        ("&a naam: b\n", codes.ANCHOR, (1, 1)),
        ("a: &x {b: c}\n", codes.ANCHOR, (1, 4)),
        ("naam: !let op\n", codes.TAG, (1, 7)),
        ("naam: !!int 3\n", codes.TAG, (1, 7)),
        ("a: !x [b]\n", codes.TAG, (1, 4)),
        ("a:\n\tb: c\n", codes.TAB, (2, 1)),
        ("a:\tb\n", codes.TAB, (1, 3)),
        ("\t# commentaar\na: b\n", codes.TAB, (1, 1)),
        ("a: 1\n---\nb: 2\n", codes.SEVERAL_DOCUMENTS, (2, 1)),
        ("a: 1\nplaats: 's-Hertogenbosch\nb: 2\n", codes.APOSTROPHE, (2, 9)),
        ("plaats: 's-Hertogenbosch\nprovincie: 'Noord-Brabant'\n", codes.APOSTROPHE, (1, 9)),
        ("wijk: 't Gooi\n", codes.APOSTROPHE, (1, 7)),
        ("a: 's-Graveland\nb: 'het slot'\nc: d'\n", codes.APOSTROPHE, (1, 4)),
        ("- 's-Gravenhage en 't Gooi\n", codes.APOSTROPHE, (1, 3)),
        ("naam: ''s-Hertogenbosch'\n", codes.APOSTROPHE, (1, 7)),
        ("a: 's-Graveland\nb: Den Bosch'\n", codes.APOSTROPHE, (1, 4)),
        ("naam: Nul: 13\n", codes.COLON_IN_VALUE, (1, 10)),
        ("- a: b\n  naam: Let op: dit\n", codes.COLON_IN_VALUE, (2, 15)),
        ("naam: einde:\n", codes.COLON_IN_VALUE, (1, 12)),
        ("a: b\x00c\n", codes.STRANGE_CHARACTER, (1, 5)),
        ("a: b\n\x1b[0m: c\n", codes.STRANGE_CHARACTER, (2, 1)),
        ("a: b\u2028c\n", codes.STRANGE_CHARACTER, (1, 5)),
        ("a: \ud800\n", codes.STRANGE_CHARACTER, (1, 4)),
        ('a: "open\nb: c\n', codes.QUOTE, (1, 4)),
        ('a: "b" c\n', codes.QUOTE, (1, 4)),
        ('pad: "C:\\dossier"\n', codes.QUOTE, (1, 9)),
        ("talen: [ar, ti\nb: c\n", codes.BRACKET, (1, 8)),
        ("talen: [ar, ti\n", codes.BRACKET, (1, 8)),
        ("a: {b: c]\n", codes.BRACKET, (1, 4)),
        ("mail: @gemeente\n", codes.LEADING_CHARACTER, (1, 7)),
        ("deel: %5\n", codes.LEADING_CHARACTER, (1, 7)),
        ("a: `b`\n", codes.LEADING_CHARACTER, (1, 4)),
        ("a: 1\n b: 2\n", codes.INDENTATION, (2, 2)),
        (" a: 1\nb: 2\n", codes.INDENTATION, (2, 1)),
        ("a:\n    b: 1\n  c: 2\n", codes.INDENTATION, (3, 3)),
        ("- a\nb: c\n", codes.INDENTATION, (2, 1)),
        ("naam:Dordrecht\nb: c\n", codes.NO_SPACE_AFTER_COLON, (1, 5)),
        ("a: 1\nnaam:Dordrecht\nb: c\n", codes.NO_SPACE_AFTER_COLON, (2, 5)),
        ("? [a]\n: b\n", codes.ODD_KEY, (1, 3)),
        ("{[a]: b}\n", codes.ODD_KEY, (1, 2)),
        ('"": b\n', codes.ODD_KEY, (1, 1)),
    ],
)  # fmt: skip
def test_what_would_change_silently_is_a_problem(text: str, code: str, place: tuple[int, int]) -> None:
    parsed = parse(text)
    errors = [problem for problem in parsed.problems if problem.severity is Severity.ERROR]
    assert [(problem.code, (problem.line, problem.column)) for problem in errors] == [(code, place)]
    assert errors[0].file == "proef.yaml"
    assert errors[0].message
    assert errors[0].hint


def test_a_value_cut_off_by_a_hash_is_a_warning() -> None:
    parsed = parse("adres: Plein #4\ngratis: ja # sinds 2020\nnaam: #3\nlijst: #los\n  - a\n")
    assert parsed.plain() == {"adres": "Plein", "gratis": "ja", "naam": None, "lijst": ["a"]}
    found = [(problem.code, problem.severity, problem.line, problem.column) for problem in parsed.problems]
    assert found == [
        (codes.HASH_IN_VALUE, Severity.WARNING, 1, 14),
        (codes.HASH_IN_VALUE, Severity.WARNING, 3, 7),
    ]


def test_every_tab_and_strange_character_is_reported_up_to_a_bound() -> None:
    parsed = parse("a:\tb\nc:\td\n\x01\n")
    assert [(problem.code, problem.line) for problem in parsed.problems] == [
        (codes.STRANGE_CHARACTER, 3),
        (codes.TAB, 1),
        (codes.TAB, 2),
    ]
    assert len(parse("a:\tb\n" * 1000).problems) == 20


@pytest.mark.parametrize(
    "nested", ["[" * 100_000, "{a: " * 100_000, "- " * 100_000, "[" * 100_000 + "]" * 100_000]
)
def test_a_hundred_thousand_brackets_end_in_a_problem(nested: str) -> None:
    parsed = parse(nested)
    assert parsed.root is None
    assert [problem.code for problem in parsed.problems] == [codes.TOO_DEEP]


def test_the_deepest_that_is_allowed_can_be_used() -> None:
    deep = "[" * yaml_events.MAX_DEPTH + "a" + "]" * yaml_events.MAX_DEPTH
    parsed = parse(deep)
    assert parsed.problems == ()
    assert str(parsed.plain()).count("[") == yaml_events.MAX_DEPTH


def test_an_alias_bomb_ends_in_a_problem() -> None:
    bomb = "a: &a [x, x]\n" + "".join(
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]\n" for n in range(9)
    )
    assert [problem.code for problem in parse(bomb).problems] == [codes.ANCHOR]


def test_a_file_that_is_too_big_ends_in_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_events, "MAX_CHARACTERS", 100)
    parsed = parse("a: " + "b" * 100)
    assert parsed.root is None
    assert [problem.code for problem in parsed.problems] == [codes.TOO_BIG]


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_line_ends_and_byte_order_mark_change_nothing(newline: str, mark: str) -> None:
    text = "a: 1\nb:\n  - x\n  - |\n    een\n    twee\n"
    parsed = parse(mark + text.replace("\n", newline))
    assert parsed.problems == ()
    assert parsed.plain() == {"a": "1", "b": ["x", "een\ntwee\n"]}
    assert parsed.root == parse(text).root


def test_accents_in_two_encodings_become_equal() -> None:
    assert parse("cafe\u0301: e\u0301\n").plain() == {"caf\u00e9": "\u00e9"}


def test_every_key_and_value_knows_its_place() -> None:
    parsed = parse("# kop\nnaam: Dordrecht\ndiensten:\n  - id: a\n    talen: [ar, ti]\n  - id: b\n")
    assert yaml_file.place_of(parsed, ("naam",)) == Place(2, 7)
    assert yaml_file.place_of(parsed, ("naam",), key=True) == Place(2, 1)
    assert yaml_file.place_of(parsed, ("diensten", 1, "id")) == Place(6, 9)
    assert yaml_file.place_of(parsed, ("diensten", 0, "talen", 1)) == Place(5, 17)
    assert yaml_file.place_of(parsed, ("diensten", 0, "talen"), key=True) == Place(5, 5)


def test_a_missing_path_gives_the_place_of_what_is_there() -> None:
    parsed = parse("naam: Dordrecht\ndiensten:\n  - id: a\n")
    assert yaml_file.place_of(parsed, ("diensten", 0, "talen", 3)) == Place(3, 5)
    assert yaml_file.place_of(parsed, ("diensten", 9)) == Place(3, 3)
    assert yaml_file.place_of(parsed, ("onbekend", "x")) == Place(1, 1)
    assert yaml_file.place_of(parse(""), ("a",)) == Place(1, 1)
    assert yaml_file.find(parsed, ("diensten", 0, "talen", 3)) is None


def test_reading_a_file_names_it_with_forward_slashes(tmp_path: Path) -> None:
    path = tmp_path / "map met spaties" / "gëmeente.yaml"
    path.parent.mkdir()
    path.write_bytes(b"\xef\xbb\xbfa: 1\r\nb: [\r\n")
    parsed = yaml_file.read(path)
    assert [problem.file for problem in parsed.problems] == [path.as_posix()]
    assert yaml_file.read(path, name="kort.yaml").problems[0].file == "kort.yaml"
    with pytest.raises(UnreadableError):
        yaml_file.read(tmp_path / "weg.yaml")


def test_every_code_is_explained_once() -> None:
    named = [value for name, value in vars(codes).items() if name.isupper() and isinstance(value, str)]
    assert set(named) <= {code.code for code in codes_yaml.CODES}
    assert len(set(named)) == len(named)


SCRAPS = [
    "a", "b: ", "c:", "- ", "\n", "\n  ", "\n    ", "'", '"', "[", "]", "{", "}", ", ", "# x", " #y", "|", ">", "|-\n",
    "&a ", "*a", "!t ", "---\n", "...", "%YAML 1.1\n", "? ", ": ", "\t", "\\", "\x00", "é", "\ufeff", "\u2028", "\r\n",
    "\r", "'s-Gravenhage", "~", "null", "0505", "\ud800", "@", "`", "<<: ", "\x85", "🙂", "  ", "x: y\n", "- z\n",
]  # fmt: skip


@given(st.lists(st.sampled_from(SCRAPS), max_size=40).map("".join))
def test_no_scraps_of_yaml_ever_end_in_an_exception(text: str) -> None:
    check_total(text)


@given(st.text(max_size=200))
def test_no_text_ever_ends_in_an_exception(text: str) -> None:
    check_total(text)


def check_total(text: str) -> None:
    parsed = parse(text)
    lines = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    if parsed.root is None:
        assert parsed.problems
    for problem in parsed.problems:
        assert problem.code in CODES
        assert problem.message
        assert 1 <= problem.line <= lines + 1
        assert problem.column >= 1


@given(st.lists(st.sampled_from(SCRAPS), max_size=30).map("".join))
def test_with_and_without_libyaml_the_same_is_read(text: str) -> None:
    fast = parse(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_events, "_Loader", yaml.Loader)
        slow = parse(text)
    if fast.root is not None and slow.root is not None:
        assert slow.plain() == fast.plain()


def test_a_real_file_reads_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = generated(services=20)
    fast = parse(text)
    monkeypatch.setattr(yaml_events, "_Loader", yaml.Loader)
    slow = parse(text)
    assert fast.root is not None
    assert slow.root == fast.root


def generated(*, services: int) -> str:
    choose = random.Random(7)
    return "diensten:\n" + "".join(
        f'  - id: dienst-{number}\n    naam: "Dienst {number}"  # let op\n    talen: [ar, ti]\n'
        f"    telefoon: 0{choose.randrange(10**9):09}\n    adres:\n      straat: Plein {number}\n"
        f"    toelichting: |\n      Eerste regel.\n\n      Tweede regel.\n\n"
        for number in range(services)
    )


def test_the_work_per_service_does_not_grow_with_the_file() -> None:
    few, many = calls_to_parse(generated(services=50)) / 50, calls_to_parse(generated(services=1000)) / 1000
    assert many <= few * 1.05


def calls_to_parse(text: str) -> int:
    profile = cProfile.Profile()
    profile.runcall(parse, text)
    return sum(entry.callcount for entry in profile.getstats())
