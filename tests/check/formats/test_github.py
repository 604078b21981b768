"""Workflow commands, read back by the rules by which GitHub's runner reads them."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given
from tests.check.formats.reports import CLEAN, SMALL, many, reports, told, without_halves

from psoh_cli.characters import shown
from psoh_cli.problems.formats.as_github import MOST_SHOWN, as_github
from psoh_cli.problems.problem import SEVERITY_ORDER, Problem, Severity
from psoh_cli.problems.report import Report, arranged, gravest_first

GOLDEN = """\
::error file=dossiers/weg,title=ONLEESBAAR::dossiers/weg bestaat niet.%0AControleer de naam.
::error file=dossiers/één map/sociale-kaart.yaml,line=3,col=51,endLine=3,endColumn=59,title=KAART005::De ketenstap \
'preventi' bestaat niet: 100 %25 zeker.%0ABedoelt u 'preventie'?
::warning file=dossiers/één map/sociale-kaart.yaml,line=3,col=25,endLine=3,endColumn=33,title=KAART007::'Tigrinya' is \
geen taalcode.%0ASchrijf ti.%0ADe lijst ziet u met: psoh praktijken --lijst talen
::notice file=dossiers/gemeente.yaml,line=4,endLine=5,title=DOSSIER004::Twee regels | samen.
"""
KINDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


class Command(NamedTuple):
    kind: str
    properties: dict[str, str]
    message: str


def read(line: str) -> Command:
    """Read one line as the runner does: find both pairs of colons, split at commas, and unescape, % last."""
    assert line.lstrip().startswith("::")
    line = line.lstrip()
    end = line.index("::", 2)
    kind, _, given_properties = line[2:end].partition(" ")
    properties = {}
    for pair in given_properties.strip().split(","):
        name, has_value, value = pair.partition("=")
        assert has_value
        properties[name] = unescaped(value, {"%0D": "\r", "%0A": "\n", "%3A": ":", "%2C": ",", "%25": "%"})
    return Command(kind, properties, unescaped(line[end + 2 :], {"%0D": "\r", "%0A": "\n", "%25": "%"}))


def unescaped(text: str, signs: dict[str, str]) -> str:
    for written, sign in signs.items():
        text = text.replace(written, sign)
    return text


def carried(text: str) -> str:
    """Give a text as a line of a log can carry it."""
    return "\r".join(shown(part) for part in without_halves(text).split("\r"))


def keeps_its_place(command: Command) -> bool:
    """Tell whether the runner takes the lines and columns of a command as they are."""
    place = {name: int(value) for name, value in command.properties.items() if name not in {"file", "title"}}
    line, end_line = place.get("line", 1), place.get("endLine", place.get("line", 1))
    within_one_line = end_line == line or not {"col", "endColumn"} & set(place)
    forwards = end_line >= line and place.get("endColumn", place.get("col", 1)) >= place.get("col", 1)
    return all(number >= 1 for number in place.values()) and within_one_line and forwards


def test_a_place_that_the_runner_drops_would_be_seen() -> None:
    for place in ({"line": "2", "endLine": "3", "col": "1"}, {"line": "2", "endLine": "1"}, {"line": "0"}):
        assert not keeps_its_place(Command("error", place, "x"))


def test_the_small_report() -> None:
    assert as_github(SMALL) == GOLDEN


def test_nothing_found_is_nothing_said() -> None:
    assert as_github(CLEAN) == ""


@pytest.mark.slow
@given(report=reports)
def test_whatever_a_file_holds_comes_back_as_it_was_and_gives_no_other_order(report: Report) -> None:
    commands = [read(line) for line in as_github(report).split("\n")[:-1]]
    assert all(map(keeps_its_place, commands))
    kept = arranged(report)
    expected = [
        Command(
            "error",
            {"file": carried(item.file), "title": "ONLEESBAAR"} if item.file else {"title": "ONLEESBAAR"},
            carried(told(item.message, item.hint)),
        )
        for item in kept.unread
    ]
    assert commands[: len(expected)] == expected
    for command, problem in zip(commands[len(expected) :], gravest_first(kept.problems), strict=True):
        assert command.kind == KINDS[problem.severity]
        assert command.message == carried(told(problem.message, problem.hint))
        assert command.properties["file"] == carried(problem.file)
        assert command.properties["title"] == problem.code


@pytest.mark.parametrize("severity", list(Severity))
@pytest.mark.parametrize(("number", "more"), [(9, 0), (10, 0), (11, 1), (10_000, 9_990)])
def test_the_rest_is_counted_in_a_last_notice(severity: Severity, number: int, more: int) -> None:
    lines = as_github(Report(problems=many(number, severity=severity))).splitlines()
    if severity is Severity.HINT and number >= MOST_SHOWN:
        more = number - MOST_SHOWN + 1  # its own kind leaves one place for the last
    commands = [read(line) for line in lines]
    assert len([command for command in commands if command.kind == KINDS[severity]]) <= MOST_SHOWN
    last = commands[-1]
    told_more = last.properties["title"] == "psoh check"
    assert told_more == bool(more)
    if more:
        count = f"{more:,}".replace(",", ".")
        assert last.kind == "notice"
        assert last.message.startswith("Nog 1 melding staat" if more == 1 else f"Nog {count} meldingen staan")


def test_the_gravest_come_first() -> None:
    found = (*many(3, severity=Severity.HINT), *many(3, severity=Severity.WARNING), *many(3))
    kinds = [read(line).kind for line in as_github(Report(problems=found)).splitlines()]
    assert kinds == [kind for severity, kind in KINDS.items() for _ in range(3)]
    assert list(SEVERITY_ORDER) == list(KINDS)


def test_a_problem_that_stands_for_more_counts_for_all_of_them() -> None:
    one = Problem(code="KAART004", severity=Severity.ERROR, message="en nog", file="b.yaml", times=500)
    assert "Nog 500 meldingen staan" in as_github(Report(problems=(*many(10), one)))
