"""`psoh uitleg` with a code: the page, however somebody writes the code; the lists; and what comes of a wrong one."""

from __future__ import annotations

import pytest

from psoh_cli import app
from psoh_cli.commands import uitleg_code
from psoh_cli.problems import codes, manual
from psoh_cli.problems.code import Code
from psoh_cli.problems.codes import CHAPTERS, CODES
from psoh_cli.problems.manual import code_meant, in_sight, sections, snippets

Told = tuple[int, str, str]


def told(capsys: pytest.CaptureFixture[str], *words: str) -> Told:
    code = app.run(["uitleg", *words])
    shown = capsys.readouterr()
    return code, shown.out, " ".join(shown.err.split())


@pytest.mark.parametrize("written", ["YAML002", "yaml002", "Yaml 2", "yaml-002", " YAML02 "])
def test_a_code_is_known_however_it_is_written(capsys: pytest.CaptureFixture[str], written: str) -> None:
    outcome, out, err = told(capsys, written)
    assert (outcome, err) == (0, "")
    assert "YAML002  Een veld staat er twee keer (fout)" in out
    assert "Hiernaar zoekt psoh in elk bestand dat psoh leest." in out
    assert "Zo niet:\n    naam: Inloop\n    naam: Inloop Oost\n\nZo wel:\n    naam: Inloop Oost\n" in out


@pytest.mark.parametrize(
    "word", ["", "YAML", "YAML2x", "YAML000", "YAML999", "klankbordgroep", "2", "YAML 2 3"]
)
def test_a_word_that_is_no_code_is_none(word: str) -> None:
    assert code_meant(word) == ""


def test_what_nobody_sees_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert "[tab]naam: Inloop\n" in told(capsys, "YAML005")[1]
    assert in_sight("a\u00a0b\u00adc\u2028d\u200be\n  é – “x”") == (
        "a[harde spatie]b[afbreekteken]c[onzichtbaar teken]d[onzichtbaar teken]e\n  é – “x”"
    )


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_every_page_is_whole(code: Code, capsys: pytest.CaptureFixture[str]) -> None:
    uitleg_code.show_code(code.code)
    out = capsys.readouterr().out
    words = " ".join(out.split())
    for title, text in sections(code):
        assert f"{title}: {' '.join(text.split())}" in words
    for title, snippet in snippets(code):
        indented = "\n".join(f"    {line}" for line in snippet.split("\n"))
        assert f"\n{title}:\n{indented}\n" in out


def test_whether_psoh_can_mend_it_is_told() -> None:
    assert {code.fix for code in CODES.values()} == {"", "veilig", "onveilig"}
    said = {code.fix: dict(sections(code))["Wat psoh kan doen"] for code in CODES.values()}
    assert len(set(said.values())) == 3
    assert "--fix" in said["veilig"]
    assert "--onveilig" not in said["veilig"]
    assert "--fix --onveilig" in said["onveilig"]
    assert "--fix" not in said[""]


@pytest.mark.parametrize("written", ["KAART017", "kaart17"])
def test_a_code_that_is_no_more_tells_its_new_name(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, written: str
) -> None:
    monkeypatch.setitem(codes.RETIRED, "KAART017", "KAART001")
    monkeypatch.delitem(codes.CODES, "KAART017", raising=False)
    outcome, out, _ = told(capsys, written)
    assert outcome == 0
    assert "KAART017 bestaat niet meer" in out
    assert f"KAART001  {CODES['KAART001'].title}" in out


def test_without_a_code_all_are_listed_per_chapter(capsys: pytest.CaptureFixture[str]) -> None:
    outcome, out, err = told(capsys)
    assert outcome == 0
    listed = [line.split()[0] for line in out.splitlines() if line.split() and line.split()[0] in CODES]
    assert listed == list(CODES)
    for chapter in CHAPTERS:
        assert f"\n{chapter.title} ({chapter.where})\n" in out
    assert "psoh uitleg, met de code erachter" in err


@pytest.mark.parametrize("word", ["KAART", "yaml"])
def test_the_codes_of_one_chapter_can_be_listed(capsys: pytest.CaptureFixture[str], word: str) -> None:
    outcome, out, _ = told(capsys, word)
    assert outcome == 0
    listed = [line.split()[0] for line in out.splitlines() if line.split() and line.split()[0] in CODES]
    assert listed == [code for code in CODES if code.startswith(word.upper())]


@pytest.mark.parametrize(
    ("word", "said"),
    [
        ("KART012", "Bedoelt u KAART012?"),
        ("INTERVEW003", "Bedoelt u INTERVIEW003?"),
        ("KAART999", "Alle codes die met KAART beginnen: psoh uitleg KAART"),
        ("BESTAND001", "Alle codes ziet u met psoh uitleg"),
    ],
)
def test_a_code_that_does_not_exist_leads_on(
    capsys: pytest.CaptureFixture[str], word: str, said: str
) -> None:
    outcome, out, err = told(capsys, word)
    assert (outcome, out) == (2, "")
    assert said in err


def test_a_word_from_the_knowledge_goes_before_a_chapter(capsys: pytest.CaptureFixture[str]) -> None:
    outcome, out, _ = told(capsys, "klankbordgroep")
    assert outcome == 0
    assert "(woord)" in out
    assert manual.chapter_meant("klankbordgroep") is None
