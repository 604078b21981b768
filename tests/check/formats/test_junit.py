"""JUnit XML: two parsers read it, it has the shape that GitLab and Jenkins take, and every word comes back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from hypothesis import given
from lxml import etree  # type: ignore[import-untyped]
from tests.check.formats.reports import CLEAN, SMALL, many, reports, without_halves

from psoh_cli.problems.formats.as_junit import as_junit
from psoh_cli.problems.problem import Severity
from psoh_cli.problems.report import Report, arranged

GOLDEN = """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="psoh check" tests="4" failures="1" errors="1">
<testsuite name="psoh check" tests="4" failures="1" errors="1" skipped="0">
<testcase classname="psoh.check" name="ONLEESBAAR 1: dossiers/weg">
<error type="ONLEESBAAR" message="dossiers/weg bestaat niet.">dossiers/weg bestaat niet.
Controleer de naam.</error>
</testcase>
<testcase classname="psoh.check" name="dossiers/gemeente.yaml">
<system-out>dossiers/gemeente.yaml:4:3 tip DOSSIER004 Twee regels | samen.</system-out>
</testcase>
<testcase classname="psoh.check" name="dossiers/plan.yaml">
<system-out>genegeerd: dossiers/plan.yaml:9:5 fout PLAN001 Dubbel.
    Reden: de raad heeft dit zo besloten (dossiers/plan.yaml:8)</system-out>
</testcase>
<testcase classname="psoh.check" name="dossiers/één map/sociale-kaart.yaml">
<failure type="fout" message="KAART005: De ketenstap 'preventi' bestaat niet: 100 % zeker.">\
dossiers/één map/sociale-kaart.yaml:3:51 fout KAART005 De ketenstap 'preventi' bestaat niet: 100 % zeker.
    Bedoelt u 'preventie'?</failure>
<system-out>dossiers/één map/sociale-kaart.yaml:3:25 waarschuwing KAART007 'Tigrinya' is geen taalcode.
    Schrijf ti.
    De lijst ziet u met: psoh praktijken --lijst talen
genegeerd: dossiers/één map/sociale-kaart.yaml:1:1 waarschuwing KAART004 Oud.
    Reden: wordt in januari gebeld (psoh.toml:4)</system-out>
</testcase>
</testsuite>
</testsuites>
"""

SHAPE = {
    "testsuites": ({"name", "tests", "failures", "errors"}, {"testsuite"}),
    "testsuite": ({"name", "tests", "failures", "errors", "skipped"}, {"testcase"}),
    "testcase": ({"classname", "name"}, {"error", "failure", "system-out"}),
    "failure": ({"type", "message"}, set()),
    "error": ({"type", "message"}, set()),
    "system-out": (set(), set()),
}
"""Which attributes an element has and what stands in it; all of it is in the `junit-10.xsd` of Jenkins."""


def read(report: Report) -> ET.Element:
    """Read with expat, and with the parser that most other readers are built on; neither may follow an entity."""
    data = as_junit(report).encode("utf-8")
    assert b"<!DOCTYPE" not in data
    assert b"<!ENTITY" not in data
    root = ET.fromstring(data)
    strict = etree.XMLParser(resolve_entities=False, no_network=True, recover=False, huge_tree=False)
    other = etree.fromstring(data, strict)
    assert [(item.tag, dict(item.attrib), item.text) for item in other.iter()] == [
        (item.tag, item.attrib, item.text) for item in root.iter()
    ]
    return root


def carried(text: str) -> str:
    """Give a text as XML can carry it."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "\ufffd", without_halves(text))


def misshapen(root: ET.Element) -> Iterator[str]:
    for element in root.iter():
        attributes, inside = SHAPE[element.tag]
        if set(element.attrib) != attributes:
            yield f"{element.tag} has {sorted(element.attrib)}"
        yield from (f"{child.tag} in {element.tag}" for child in element if child.tag not in inside)
        if element.tag == "testcase" and len([child for child in element if child.tag != "system-out"]) > 1:
            yield "a test case that failed twice"


def test_the_small_report() -> None:
    assert as_junit(SMALL) == GOLDEN


def test_a_clean_file_shows_as_a_test_that_passed() -> None:
    cases = list(read(CLEAN).iter("testcase"))
    assert [case.get("name") for case in cases] == ["dossiers/gemeente.yaml", "dossiers/plan.yaml"]
    assert [list(case) for case in cases] == [[], []]


@given(report=reports)
def test_any_report_has_the_shape_and_keeps_its_words(report: Report) -> None:
    root = read(report)
    assert list(misshapen(root)) == []
    suite = root[0]
    cases = suite.findall("testcase")
    names = [case.get("name") for case in cases]
    kept = arranged(report)
    for name, number in (("tests", len(cases)), ("errors", len(kept.unread))):
        assert suite.get(name) == root.get(name) == str(number)
    assert suite.get("failures") == str(len(root.findall(".//failure")))
    assert set(map(carried, report.files)) <= {name or "" for name in names}
    said = "\n".join("".join(case.itertext()) for case in cases)
    for problem in (*kept.problems, *(item.problem for item in kept.ignored)):
        assert carried(problem.message) in said
        assert carried(problem.hint).replace("\n", "\n    ") in said
    for item in kept.unread:
        assert carried(item.message) in said


def test_a_warning_fails_only_when_strict() -> None:
    report = Report(problems=many(3, severity=Severity.WARNING))
    assert read(report).findall(".//failure") == []
    [failure] = read(Report(problems=report.problems, strict=True)).findall(".//failure")
    assert failure.get("type") == "waarschuwing"
    assert failure.get("message") == "KAART004: Niet bevestigd. (en nog 2)"


def test_a_shape_that_jenkins_refuses_would_be_seen() -> None:
    root = read(SMALL)
    root[0][0].set("file", "a.yaml")
    root[0][0].append(ET.Element("failure", type="x", message="y"))
    assert len(list(misshapen(root))) == 2
