"""Everything psoh prints under GitHub Actions, read by the rules of the runner: only our own orders are orders."""

from __future__ import annotations

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from tests.dossier.sample import FILES, make_dossier

from psoh_cli import app
from psoh_cli.errors import UnreadableError
from psoh_cli.problems.formats.writers import WRITERS
from psoh_cli.problems.problem import Problem, Severity
from psoh_cli.problems.report import Report
from psoh_cli.shell import quoted
from psoh_cli.terminal import console

EVIL = "::error title=vals::gekaapt"
OLD = "##[error]gekaapt"
KAART = "sociale-kaart.yaml"


def orders(log: str) -> list[str]:
    """Give the lines that the runner takes for an order: `::` after any white space, or `##[` anywhere."""
    return [line for line in log.splitlines() if line.lstrip().startswith("::") or "##[" in line]


@pytest.fixture(autouse=True)
def on_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")


def run(*words: str) -> int:
    return app.run(["check", *words])


SPOILED = [
    ("aanbod: Koffie en gesprek", f"aanbod: |\n      Koffie\n      {EVIL}\n    anbod: {OLD}"),
    ("talen: [nl]", f"talen: ['{EVIL}', '{OLD}']"),
    ("talen: [nl]", f"talen: [nl]\n    '{EVIL}': '{OLD}'"),
    ("talen: [nl]", f"talen: [{'a ' * 20}{EVIL} {'b ' * 25}{OLD}]"),
    ("naam: Inloop", f'naam: "Inloop\\n{EVIL}\\n{OLD}"'),
    ("id: inloop", f"id: |\n      in\n      {EVIL}"),
    ("aanbod: Koffie", f"anbod: |\n  {EVIL}\n"),
]


@pytest.mark.parametrize("spoiled", SPOILED, ids=[str(number) for number in range(len(SPOILED))])
@pytest.mark.parametrize("options", [(), ("--diff",), ("--diff", "--onveilig"), ("--max", "0"), ("--fix",)])
def test_nothing_in_a_file_gives_an_order(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], spoiled: tuple[str, str], options: tuple[str, ...]
) -> None:
    run(str(make_dossier(tmp_path / "d", {KAART: spoiled})), *options)
    shown = capsys.readouterr()
    assert orders(shown.err) == []
    ours = orders(shown.out)
    assert all(line.startswith(("::error file=", "::warning file=", "::notice ")) for line in ours)
    if "--diff" in options:
        assert ours == []


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab", "rdjson", "junit", "markdown"])
def test_no_other_form_gives_an_order(form: str) -> None:
    found = Problem(
        code="KAART005",
        severity=Severity.ERROR,
        message=f"x\n{EVIL}\n {OLD}",
        file="a",
        hint=f"{EVIL}\n{OLD}",
    )
    report = Report(problems=(found,), files=("a",))
    written = WRITERS[form](report)
    assert orders(written) == []
    if form == "json":
        assert json.loads(written)["problemen"][0]["bericht"] == found.message
    if form == "junit":
        failure = ET.fromstring(written).find(".//failure")
        assert failure is not None
        assert EVIL in (failure.text or "")
        assert OLD in (failure.text or "")


NAMES = [f"a\n{EVIL}\nb", f"a\n  {EVIL}", f"a\r{OLD}", "a\x1b[31mb", "a\u202eb"]


@pytest.mark.parametrize("name", NAMES, ids=["order", "spaces", "old", "colour", "direction"])
@pytest.mark.parametrize("on_ci", ["true", "false"])
def test_no_name_of_a_folder_says_something_of_its_own(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str, on_ci: str
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", on_ci)
    folder = tmp_path / name
    for path in (folder, folder / "weg.yaml"):
        run(str(path))
    make_dossier(folder, {KAART: ("talen: [nl]", "talen: [zz]")})
    (folder / "interviews" / f"{name}.yaml").write_text(FILES["interviews/beleidsadviseur.yaml"], "utf-8")
    (folder / "gemeente").mkdir()
    for options in ((), ("--diff",), ("--fix",)):
        run(str(folder), *options)
    app.run(["analyse", str(folder)])
    shown = capsys.readouterr()
    for line in (shown.out + shown.err).splitlines():
        assert not line.lstrip().startswith("::error title=")
        assert not line.startswith(OLD)
    assert "\x1b" not in shown.out + shown.err
    assert "\u202e" not in shown.out + shown.err


def test_a_name_is_one_word_on_one_line() -> None:
    assert quoted(Path("a\nb")) == '"a\N{REPLACEMENT CHARACTER}b"'
    assert UnreadableError("a\n::b").message == "a\N{REPLACEMENT CHARACTER}::b"


def test_last_words_give_no_order(capsys: pytest.CaptureFixture[str]) -> None:
    console.complain(f"x\n {EVIL}\n{OLD}")
    console.out(f"x\n {EVIL}\n{OLD}")
    shown = capsys.readouterr()
    assert orders(shown.out + shown.err) == []


def test_a_reader_that_sees_no_order_would_be_seen() -> None:
    assert orders(f"x\n  {EVIL}\ny ##[group]") == [f"  {EVIL}", "y ##[group]"]
