"""Every code is explained in full, in Dutch, once; and no module speaks of a code that nobody explains."""

from __future__ import annotations

import ast
import functools
import importlib
import re
from collections import Counter
from pathlib import Path

import pytest

from psoh_cli import app
from psoh_cli.files import yaml_codes
from psoh_cli.problems.code import Chapter, Code
from psoh_cli.problems.codes import CHAPTERS, CODES, RETIRED, chapter_of

PACKAGE = Path(app.__file__).parent
A_CODE = re.compile(rf"(?:{'|'.join(chapter.prefix for chapter in CHAPTERS)})\d{{3}}")


@functools.cache
def spoken_codes() -> dict[str, set[str]]:
    """Find, per module outside the lists of codes, the codes that stand in it as a whole text."""
    found: dict[str, set[str]] = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        if path.parent.name == "problems" and path.name.startswith("codes"):
            continue
        source = path.read_text("utf-8")
        if not A_CODE.search(source):
            continue
        for node in ast.walk(ast.parse(source)):
            if (
                isinstance(node, ast.Constant)
                and isinstance(node.value, str)
                and A_CODE.fullmatch(node.value)
            ):
                found.setdefault(path.name, set()).add(node.value)
    return found


def test_every_code_that_is_spoken_is_explained() -> None:
    spoken = spoken_codes()
    assert len(spoken) > 8
    assert {name: codes - set(CODES) for name, codes in spoken.items() if codes - set(CODES)} == {}


def test_every_code_that_is_explained_is_spoken() -> None:
    assert set(CODES) - set().union(*spoken_codes().values()) == set()


def test_no_code_is_used_twice_or_again() -> None:
    counted = Counter(code.code for chapter in CHAPTERS for code in chapter.codes)
    assert [code for code, count in counted.items() if count > 1] == []
    assert len(CODES) == sum(counted.values())
    assert set(RETIRED) & set(CODES) == set()
    assert set(RETIRED.values()) <= set(CODES)


def test_every_list_of_codes_is_in_a_chapter() -> None:
    modules = sorted((PACKAGE / "problems").glob("codes_*.py"))
    assert modules
    for path in modules:
        room = importlib.import_module(f"psoh_cli.problems.{path.stem}")
        assert [code.code for code in room.CODES if CODES.get(code.code) is not code] == [], path.name
    assert len({chapter.prefix for chapter in CHAPTERS}) == len(CHAPTERS)


@pytest.mark.parametrize("chapter", CHAPTERS, ids=lambda chapter: chapter.prefix)
def test_a_chapter_holds_its_own_codes_in_the_order_of_their_numbers(chapter: Chapter) -> None:
    names = [code.code for code in chapter.codes]
    assert [name for name in names if not re.fullmatch(rf"{chapter.prefix}\d{{3}}", name)] == []
    assert names == sorted(names)
    assert {chapter_of(name) for name in names} == {chapter}


def test_the_words_of_the_reader_are_all_explained() -> None:
    named = {value for name, value in vars(yaml_codes).items() if name.isupper() and isinstance(value, str)}
    assert len(named) > 30
    assert named <= {code for code in CODES if code.startswith("YAML")}


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.code)
def test_a_code_is_explained_in_full_sentences(code: Code) -> None:
    assert re.match(r"[A-Z']|psoh\b", code.title), code.title
    assert not code.title.endswith(".")
    for text in (code.what, code.why):
        assert re.search(r"[.?!]$", text), text
    for text in (code.title, code.what, code.why, code.remedy):
        assert text.strip() == text
        assert len(text) > 8
        assert not re.search(r"\b(the|file|error|warning|field|value|is not|should)\b", text), text
    assert len({code.title, code.what, code.why, code.remedy}) == 4


@pytest.mark.parametrize(
    "code", ["YAML009", "DOSSIER003", "INTERVIEW001", "KAART001", "PLAN001", "KENNIS001"]
)
def test_a_code_can_be_asked_for(code: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert app.run(["uitleg", code]) == 0
    shown = " ".join(capsys.readouterr().out.split())
    about = CODES[code]
    for text in (about.title, about.what, about.why, about.remedy):
        assert " ".join(text.split()) in shown
