"""What an edit looks like in a file people wrote: the diff is the line that was meant."""

from __future__ import annotations

import difflib
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import EditError, ProblemsError, PsohError, WrongUseError
from psoh_cli.files import yaml_dump, yaml_edit, yaml_file
from psoh_cli.files.yaml_nodes import Path as Way

KAART = """\
# De sociale kaart.
naam: Dordrecht  # de stad
talen: [ar, ti]   # twee
leeg: []
niets:
diensten:
  # eerste
  - id: a   # over a
    naam: "A"
    # over het contact
    contact:
      - x
      - y

    tekst: |
      een
      twee

  - id: b
    naam: B
    # nog over b

# boven het plan
plan:
- p
# boven het eind
eind: {a: 1, b: 2}
"""


def diff(after: str) -> list[str]:
    lines = difflib.unified_diff(KAART.splitlines(), after.splitlines(), lineterm="", n=0)
    return [line for line in lines if not line.startswith(("---", "+++", "@@"))]


SETS: list[tuple[Way, object, list[str]]] = [
    (("naam",), "Haarlem", ["-naam: Dordrecht  # de stad", "+naam: Haarlem  # de stad"]),
    (("naam",), "0505", ["-naam: Dordrecht  # de stad", '+naam: "0505"  # de stad']),
    (("naam",), None, ["-naam: Dordrecht  # de stad", "+naam:  # de stad"]),
    (("naam",), "een\ntwee", ["-naam: Dordrecht  # de stad", "+naam: |-  # de stad", "+  een", "+  twee"]),
    (("naam",), {"a": "b"}, ["-naam: Dordrecht  # de stad", "+naam:  # de stad", "+  a: b"]),
    (("niets",), "Nul: 13", ["-niets:", '+niets: "Nul: 13"']),
    (("niets",), {"a": {"b": 3}, "l": [{"q": True}]}, ["+  a:", "+    b: 3", "+  l:", "+    - q: ja"]),
    (("niets", "diep", "er"), "x", ["+  diep:", "+    er: x"]),
    (("leeg",), ["a"], ["-leeg: []", "+leeg: [a]"]),
    (("leeg",), [{"id": "a"}], ["-leeg: []", "+leeg:", "+  - id: a"]),
    (("talen",), ["ar"], ["-talen: [ar, ti]   # twee", "+talen: [ar]   # twee"]),
    (("talen", 1), "no", ["-talen: [ar, ti]   # twee", '+talen: [ar, "no"]   # twee']),
    (("nieuw", "diep"), "'s-Hertogenbosch", ["+nieuw:", "+  diep: \"'s-Hertogenbosch\""]),
    (("diensten", 0, "naam"), "Ander", ['-    naam: "A"', "+    naam: Ander"]),
    (("diensten", 0, "tekst"), "kort", ["-    tekst: |", "-      een", "-      twee", "+    tekst: kort"]),
    (("diensten", 0, "tekst"), "een\ndrie\n", ["-      twee", "+      drie"]),
    (("diensten", 0, "contact"), ["x", "z", "y"], ["+      - z"]),
    (("diensten", 0, "contact"), ["y"], ["-      - x"]),
    (("diensten", 0, "contact"), "geen",
     ["-    contact:", "-      - x", "-      - y", "+    contact: geen"]),
    (("diensten", 1, "gecontroleerd_op"), date(2026, 3, 31), ["+    gecontroleerd_op: 2026-03-31"]),
    (("diensten", 2), {"id": "c", "adres": {"straat": "Plein #4"}},
     ["+  - id: c", "+    adres:", '+      straat: "Plein #4"', "+"]),
    (("eind", "b"), "x, y", ["-eind: {a: 1, b: 2}", '+eind: {a: 1, b: "x, y"}']),
    (("eind", "c"), [1, 2], ["-eind: {a: 1, b: 2}", "+eind: {a: 1, b: 2, c: [1, 2]}"]),
]  # fmt: skip


@pytest.mark.parametrize(("path", "value", "expected"), SETS)
def test_setting_changes_the_lines_that_are_meant(path: Way, value: object, expected: list[str]) -> None:
    assert diff(yaml_edit.set_value(KAART, path, value)) == expected


@pytest.mark.parametrize(
    ("path", "value", "expected"),
    [
        (("talen",), "so", ["-talen: [ar, ti]   # twee", "+talen: [ar, ti, so]   # twee"]),
        (("leeg",), {"id": "a"}, ["-leeg: []", "+leeg:", "+  - id: a"]),
        (("niets",), "a", ["-niets:", "+niets: [a]"]),
        (("weg", "dieper"), {"id": "a"}, ["+weg:", "+  dieper:", "+    - id: a"]),
        (("plan",), "q", ["+- q"]),
        (("diensten", 0, "contact"), "z", ["+      - z"]),
    ],
)
def test_appending_adds_behind_the_last_item(path: Way, value: object, expected: list[str]) -> None:
    assert diff(yaml_edit.append_item(KAART, path, value)) == expected


def test_comments_above_the_next_key_stay_with_it() -> None:
    after = yaml_edit.append_item(KAART, ("diensten",), {"id": "c"})
    assert "    # nog over b\n\n  - id: c\n\n# boven het plan\nplan:\n" in after
    assert "- p\n- q\n# boven het eind\neind:" in yaml_edit.append_item(KAART, ("plan",), "q")
    assert "- p\n# boven het eind\neind:" in yaml_edit.set_value(KAART, ("onder",), "x")
    assert yaml_edit.set_value(KAART, ("onder",), "x") == KAART + "onder: x\n"


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("naam",), ["-naam: Dordrecht  # de stad"]),
        (("diensten", 1), ["-  - id: b", "-    naam: B"]),
        (("diensten", 0, "id"), ["-  - id: a   # over a", '-    naam: "A"', '+  - naam: "A"']),
        (("diensten", 0, "contact", 0), ["-      - x"]),
        (("plan", 0), ["-plan:", "-- p", "+plan: []"]),
        (("eind", "a"), ["-eind: {a: 1, b: 2}", "+eind: {b: 2}"]),
        (("eind", "b"), ["-eind: {a: 1, b: 2}", "+eind: {a: 1}"]),
        (("talen", 0), ["-talen: [ar, ti]   # twee", "+talen: [ti]   # twee"]),
    ],
)
def test_removing_takes_only_what_goes(path: Way, expected: list[str]) -> None:
    assert diff(yaml_edit.remove(KAART, path)) == expected


def test_inserting_leaves_comments_with_what_they_are_above() -> None:
    after = yaml_edit.insert_block(KAART, ("voor",), "x", before="plan")
    assert "\nvoor: x\n# boven het plan\nplan:\n" in after
    after = yaml_edit.insert_block(KAART, ("diensten", 0), {"id": "nul"}, before=0)
    assert "diensten:\n  - id: nul\n  # eerste\n  - id: a" in after
    after = yaml_edit.insert_block(KAART, ("diensten", 0, "nummer"), "07", before="id")
    assert '  - nummer: "07"\n    id: a   # over a\n' in after


def test_a_comment_between_survives_when_the_first_field_goes() -> None:
    text = "lijst:\n  - id: a\n    # over de naam\n    naam: b\n"
    assert yaml_edit.remove(text, ("lijst", 0, "id")) == "lijst:\n    # over de naam\n  - naam: b\n"


@pytest.mark.parametrize("text", ["", "# alleen een kop\n", "# kop", "{}", "---\n", "{}\n", "leeg:\n"])
def test_an_empty_file_can_be_filled(text: str) -> None:
    after = yaml_edit.set_value(text, ("a", "b"), "c")
    data = yaml_file.parse(after, name="x").plain()
    assert data["a"] == {"b": "c"}
    assert ("#" in after) == ("#" in text)


def test_a_text_block_at_the_very_end_stays_what_it_was() -> None:
    before = "antwoorden:\n  a: |\n    een\n    twee"
    after = yaml_edit.set_value(before, ("antwoorden", "b"), "c")
    assert after.startswith(before + "\n  b: c")
    assert yaml_file.parse(after, name="x").plain()["antwoorden"]["a"] == "een\ntwee\n"


def test_the_first_fields_behind_a_dash_can_both_go() -> None:
    text = "lijst:\n  - id: a\n    naam: b\n    # over de stap\n    stap: c\n"
    after = yaml_edit.set_value(text, ("lijst", 0), {"stap": "c", "op": "d"})
    assert after == "lijst:\n    # over de stap\n  - stap: c\n    op: d\n"


def test_windows_line_ends_and_a_byte_order_mark_survive() -> None:
    text = "\ufeff" + KAART.replace("\n", "\r\n")
    after = yaml_edit.set_value(text, ("diensten", 0, "tekst"), "drie\nvier\n")
    assert after.startswith("\ufeff# De")
    assert "\n" not in after.replace("\r\n", "")
    assert diff(after.removeprefix("\ufeff").replace("\r\n", "\n")) == [
        "-      een", "-      twee", "+      drie", "+      vier",
    ]  # fmt: skip


def test_a_thousand_values_are_set_with_one_check() -> None:
    text = "diensten:\n" + "".join(f"  - id: d{n}  # {n}\n    op: 2025-01-01\n" for n in range(1000))
    values: dict[Way, object] = {("diensten", n, "op"): "2026-01-01" for n in range(1000)}
    values |= {("diensten", n, "door"): "beleidsadviseur" for n in range(1000)}
    after = yaml_edit.set_values(text, values)
    assert after.count("    op: 2026-01-01\n    door: beleidsadviseur\n") == 1000
    assert after.count("#") == 1000


def test_two_new_keys_under_one_new_parent() -> None:
    after = yaml_edit.set_values("a: b\n", {("c", "x"): "1e", ("c", "y"): "z"})
    assert yaml_file.parse(after, name="x").plain() == {"a": "b", "c": {"x": "1e", "y": "z"}}


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("naam", "dieper"), "x"),
        (("naam", 0), "x"),
        (("diensten", 9), "x"),
        (("diensten", "id"), "x"),
        (("plan", 5, "a"), 1),
    ],
)
def test_a_path_that_does_not_fit_is_refused(path: Way, value: object) -> None:
    with pytest.raises(EditError):
        yaml_edit.set_value(KAART, path, value)


def test_what_is_not_there_cannot_be_changed() -> None:
    with pytest.raises(EditError):
        yaml_edit.remove(KAART, ("weg",))
    with pytest.raises(EditError):
        yaml_edit.append_item(KAART, ("naam",), "x")
    with pytest.raises(EditError):
        yaml_edit.insert_block(KAART, ("x",), "y", before="weg")


def test_a_value_that_cannot_be_written_changes_nothing() -> None:
    with pytest.raises(WrongUseError):
        yaml_edit.set_value(KAART, ("naam",), "half\ud800")
    with pytest.raises(TypeError):
        yaml_edit.set_value(KAART, ("naam",), 1.5)


def test_a_file_with_an_error_is_not_edited() -> None:
    with pytest.raises(ProblemsError) as caught:
        yaml_edit.set_value("a: 1\na: 2\n", ("b",), "c")
    assert isinstance(caught.value, PsohError)
    assert "regel 2" in caught.value.message
    assert caught.value.problems


def test_an_edit_that_reads_back_otherwise_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_edit, "splices", lambda draft, change: [])
    with pytest.raises(EditError, match="iets anders"):
        yaml_edit.set_value(KAART, ("naam",), "Haarlem")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Dordrecht", "Dordrecht"), ("een hele zin.", "een hele zin."), ("O'Reilly", "O'Reilly"), ("a:b", "a:b"),
        ("https://example.org/a#b", "https://example.org/a#b"), ("GM0505", "GM0505"), ("2026-03-31", "2026-03-31"),
        ("2026-03", "2026-03"), ("078-1234567", "078-1234567"), ("ja", "ja"), ("nee", "nee"), ("€ 12.500", "€ 12.500"),
        ("0505", '"0505"'), ("0612345670", '"0612345670"'), ("+31781234567", '"+31781234567"'), ("10:30", '"10:30"'),
        ("1.10", '"1.10"'), ("no", '"no"'), ("On", '"On"'), ("y", '"y"'), ("null", '"null"'), ("~", '"~"'), ("", '""'),
        ("2026-02-30", '"2026-02-30"'), ("2026", '"2026"'), ("1e3", '"1e3"'), ("0x1F", '"0x1F"'), ("<<", '"<<"'),
        ("Nul: 13", '"Nul: 13"'), ("Huis #3", '"Huis #3"'), ("einde:", '"einde:"'),
        ("'s-Gravenhage", "\"'s-Gravenhage\""),
        ("&Zo", '"&Zo"'), ("- a", '"- a"'), (" a", '" a"'), ('zeg: "ja"', "'zeg: \"ja\"'"), ("a\tb", '"a\\tb"'),
        ("een\ntwee", '"een\\ntwee"'), ("\u2028", '"\\u2028"'), (7, "7"), (True, "ja"), (False, "nee"), (None, "~"),
        (date(2026, 1, 2), "2026-01-02"), (PartialDate(2026, 3), "2026-03"), ("e\u0301", "\u00e9"),
    ],
)  # fmt: skip
def test_a_scalar_is_quoted_exactly_when_needed(value: object, written: str) -> None:
    assert yaml_edit.dump_scalar(value) == written


def test_a_word_from_a_list_of_words_is_written_as_its_value() -> None:
    class Word(StrEnum):
        PHONE = "telefoon"

    assert yaml_edit.dump_scalar(Word.PHONE) == "telefoon"
    assert yaml_edit.dump_block({"soort": Word.PHONE, "lijst": (Word.PHONE,)}, indent=0) == (
        "soort: telefoon\nlijst: [telefoon]\n"
    )


def test_a_block_is_readable() -> None:
    value = {
        "id": "a",
        "talen": ["ar", "no"],
        "adres": {"straat": "Plein 1", "postcode": None},
        "contact": [{"soort": "telefoon", "nummer": "0781234567"}, "kort"],
        "op": PartialDate(2026, 3, 31),
        "leeg": {},
        "geen": [],
        "tekst": "een\n\ntwee\n",
        "lang": ["woord" * 10, "woord" * 10, "x"],
    }
    assert yaml_edit.dump_block([value], indent=2) == (
        "  - id: a\n"
        '    talen: [ar, "no"]\n'
        "    adres:\n"
        "      straat: Plein 1\n"
        "      postcode:\n"
        "    contact:\n"
        "      - soort: telefoon\n"
        '        nummer: "0781234567"\n'
        "      - kort\n"
        "    op: 2026-03-31\n"
        "    leeg: {}\n"
        "    geen: []\n"
        "    tekst: |\n"
        "      een\n"
        "\n"
        "      twee\n"
        "    lang:\n"
        f"      - {'woord' * 10}\n"
        f"      - {'woord' * 10}\n"
        "      - x\n"
    )
    assert yaml_edit.dump_block("kort", indent=4) == "    kort\n"
    assert yaml_dump.dump_flow({"a": [1, {"b": None}]}) == "{a: [1, {b: ~}]}"


@pytest.mark.parametrize(
    ("old", "new", "stored"),
    [
        (b"a: 1\r\nb: 2\r\n", "a: 2\nb: 2\n", b"a: 2\r\nb: 2\r\n"),
        (b"a: 1\nb: 2\n", "a: 2\nb: 2\n", b"a: 2\nb: 2\n"),
        (b"\xef\xbb\xbfa: 1\n", "a: 2\n", b"\xef\xbb\xbfa: 2\n"),
        (b"\xef\xbb\xbfa: 1\n", "\ufeffa: 2\n", b"\xef\xbb\xbfa: 2\n"),
        (b"a: 1\r\nb: 2\n", "a: 1\r\nb: 3\n", b"a: 1\r\nb: 3\n"),
        (None, "a: é\n", "a: é\n".encode()),
    ],
)
def test_saving_keeps_the_line_ends_of_the_file(
    tmp_path: Path, old: bytes | None, new: str, stored: bytes
) -> None:
    path = tmp_path / "kaart.yaml"
    if old is not None:
        path.write_bytes(old)
    yaml_edit.save(path, new)
    assert path.read_bytes() == stored
