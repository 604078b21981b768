"""What the guard finds goes into no report: not as an excerpt, not by another rule, not when a file cannot be typed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.dossier.sample import FILES, TODAY, make_dossier

from psoh_cli import app
from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.privacy.covering import HIDDEN, covered, covered_diff, hidden
from psoh_cli.problems.codes import CODES
from psoh_cli.problems.formats.writers import WRITERS
from psoh_cli.problems.report import Report
from psoh_cli.terminal.listing import Screen, as_text, listing

ROOT = Path(__file__).parents[2]
BSN = "111222333"
SECRETS = ("111222333", "Jansen", "0612345678", "06-12345678", "sanne.verzonnen")
KAART = "sociale-kaart.yaml"


def report_of(folder: Path, changes: dict[str, tuple[str, str]], **more: str) -> Report:
    make_dossier(folder, changes)
    for name, text in more.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return inspect_paths((folder,), as_of=TODAY).report


def codes_of(report: Report) -> list[str]:
    return [f"{item.code} {item.line}:{item.column}" for item in report.problems]


SPOILED = [
    ("naam: Buurthuis", "naam: Buurthuis\n    contact: mw. Jansen\n    telefoon: 0612345678"),
    ("naam: Buurthuis", "naam: Buurthuis\n    email: sanne.verzonnen@gmail.com@"),
    ("naam: Buurthuis", f"naam: Buurthuis\n    kvk: {BSN}\n    agb: {BSN}"),
    ("naam: Buurthuis", f"naam: Buurthuis\n    website: '{BSN} 06-12345678'"),
    ("naam: Buurthuis", f"naam: Buurthuis\n    {BSN}: mw. Jansen"),
    ("werkgebied: [GM0505]", f"werkgebied: [mw. Jansen, '{BSN}']"),
    ("talen: [nl]", "talen: [mevrouw Jansen belt op 06-12345678]"),
    ("talen: [nl]", "talen: nl, mevrouw Jansen\n    tolk: mail sanne.verzonnen@gmail.com"),
    ("aanbod: Koffie en gesprek", f"aanbod: Koffie: met mw. Jansen, BSN {BSN}"),
    ("aanbod: Koffie en gesprek", "aanbod: 'Koffie met mw. Jansen, 06-12345678"),
    ("aanbod: Koffie en gesprek", "aanbod:\n     - mw. Jansen\n     - 06-12345678"),
    ("aanbod: Koffie en gesprek", "aanbod: @ sanne.verzonnen@gmail.com"),
    ("  - id: inloop", f"  - id: '{BSN}'"),
    ('formaat: "1"', f"formaat: mw. Jansen {BSN}"),
    ("  - id: inloop", "  - id: mevrouw Jansen"),
    ("naam: Buurthuis", f"naam: Buurthuis\n    kvk: x {BSN}: y"),
    ('kennisversie: "', f'kennisversie: "{BSN} '),
    ("talen: [nl]", "mw. Jansen: [nl]"),
]


@pytest.mark.parametrize("spoiled", SPOILED, ids=[str(number) for number in range(len(SPOILED))])
def test_no_format_repeats_it_and_the_guard_tells(tmp_path: Path, spoiled: tuple[str, str]) -> None:
    report = report_of(tmp_path, {KAART: spoiled})
    assert any(item.code.startswith("PRIVACY") for item in report.problems), codes_of(report)
    told = {name: write(report) for name, write in WRITERS.items()}
    told["sarif"] = json.dumps(json.loads(told["sarif"])["runs"][0]["results"])  # not our own examples
    told["text"] = as_text(report, most=0)
    for name, text in told.items():
        assert text
        found = [secret for secret in SECRETS if secret in text]
        assert not found, f"{name}: {[line for line in text.splitlines() if any(s in line for s in found)]}"


@pytest.mark.parametrize("spoiled", SPOILED, ids=[str(number) for number in range(len(SPOILED))])
def test_nothing_is_told_twice(tmp_path: Path, spoiled: tuple[str, str]) -> None:
    found = [
        item for item in report_of(tmp_path, {KAART: spoiled}).problems if item.code.startswith("PRIVACY")
    ]
    places = [(item.file, item.line, item.column) for item in found]
    assert len(places) == len(set(places))


def test_who_works_on_the_file_sees_the_line(tmp_path: Path) -> None:
    report = report_of(tmp_path, {KAART: ("aanbod: Koffie", "aanbod: met mw. Jansen koffie")})
    seen = ["".join(part.text for part in line) for line in listing(report, screen=Screen(is_private=True))]
    assert "   15 │     aanbod: met mw. Jansen koffie en gesprek" in seen
    sent = as_text(report).splitlines()
    at = sent.index("   15 │     aanbod: met ▒▒▒ ▒▒▒▒▒▒ koffie en gesprek")
    assert sent[at + 1] == "      │                 ^^^^^^^^^^"


def test_a_pipe_shows_no_line_with_a_person(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_dossier(tmp_path, {KAART: ("aanbod: Koffie", "anbod: met mw. Jansen koffie")})
    assert app.run(["check", str(tmp_path)]) == 1
    assert app.run(["check", str(tmp_path), "--format", f"text={tmp_path / 'uit.txt'}"]) == 1
    assert app.run(["check", str(tmp_path), "--diff"]) == 1
    shown = capsys.readouterr()
    assert "Jansen" not in shown.out + shown.err + (tmp_path / "uit.txt").read_text("utf-8")
    assert "+    aanbod: met *** ****** koffie en gesprek" in shown.out
    assert app.run(["check", str(tmp_path), "--fix"]) == 1
    assert "aanbod: met mw. Jansen koffie en gesprek" in (tmp_path / KAART).read_text("utf-8")


def test_a_suggestion_that_writes_a_person_stays_home(tmp_path: Path) -> None:
    report = report_of(tmp_path, {KAART: ("bron: eigen opgave", "bron:   'mw. Jansen\u2019")})
    for problem in report.problems:
        if problem.fix and any("Jansen" in edit.text for edit in problem.fix.edits):
            assert problem.fix.is_private
    assert "Jansen" not in json.dumps(json.loads(WRITERS["json"](report)), ensure_ascii=False)


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("psoh.toml", '[[negeer]]\ncode = "KAART018"\nomdat = "mw. Jansen dit zo wil"\n', "PRIVACY005 3:10"),
        ("huisstijl.yaml", 'formaat: "1"\ncolofon: Vragen? Bel 06-12345678\n', "PRIVACY003 2:22"),
        ("interviews__111222333.yaml", "", "PRIVACY001 1:1"),
    ],
)
def test_places_where_no_rule_comes(tmp_path: Path, name: str, text: str, expected: str) -> None:
    text = text or FILES["interviews/beleidsadviseur.yaml"]
    assert expected in codes_of(report_of(tmp_path, {}, **{name: text}))


def test_a_reason_in_a_report_names_nobody(tmp_path: Path) -> None:
    policy = '[[negeer]]\ncode = "KAART012"\nomdat = "mw. Jansen dit zo wil"\n'
    report = report_of(tmp_path, {KAART: ("talen: [nl]", "talen: [zz]")}, **{"psoh.toml": policy})
    assert [item.reason for item in report.ignored] == [f"{HIDDEN} dit zo wil"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"het kvk-nummer '{BSN}' telt negen cijfers", f"het kvk-nummer '{HIDDEN}' telt negen cijfers"),
        ("Schrijf: mw. Jansen", f"Schrijf: {HIDDEN}"),
        ("'deze mevrouw uit Eritrea' kan niet", f"'{HIDDEN}' kan niet"),
        ("'talen' kan niet", "'talen' kan niet"),
        (f"BSN {BSN} en mw. Jansen en 06-12345678", f"BSN {HIDDEN} en {HIDDEN} en {HIDDEN}"),
    ],
)
def test_what_a_message_quotes_is_covered(text: str, expected: str) -> None:
    assert hidden(text) == expected


def test_the_words_of_psoh_itself_are_left() -> None:
    for code in CODES.values():
        assert hidden(code.remedy) == code.remedy
        assert hidden(code.title) == code.title


def test_a_covered_line_is_as_long_as_it_was() -> None:
    line = f"a: 咖 mw. Jansen, BSN {BSN} x"
    assert covered(line, sign="*") == "a: 咖 *** ******, BSN ********* x"
    assert covered("abc", sign="*", spans=[(1, 99)]) == "a**"
    assert covered_diff(f"+{BSN}\n-a", sign="*") == "+*********\n-a"


def test_a_very_long_line_is_covered_only_where_it_is_seen() -> None:
    line = f"{BSN} {'x ' * 4000}{BSN}"
    assert covered(line, sign="*", within=(0, 100)) == f"*********{line[9:]}"


def test_the_examples_name_nobody() -> None:
    folders = [path.parent for path in (ROOT / "examples").rglob("gemeente.yaml")]
    assert folders
    found = inspect_paths(tuple(folders), as_of=TODAY).report
    assert [item for item in found.problems if item.code.startswith("PRIVACY")] == []
