"""Our own JSON: every key that was promised, and everything a report holds."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from tests.check.formats.reports import CLEAN, KAART, SMALL, reports, without_halves

from psoh_cli.problems.formats.as_json import as_json
from psoh_cli.problems.report import Report, arranged

PROMISED = ["bestand", "regel", "kolom", "ernst", "code", "bericht", "tip"]


def read(report: Report) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(as_json(report))
    return content


def test_the_small_report() -> None:
    content = read(SMALL)
    assert list(content) == [
        "versie",
        "psoh",
        "bestanden",
        "aantallen",
        "problemen",
        "genegeerd",
        "onleesbaar",
    ]
    assert (content["versie"], content["psoh"]) == ("1", "0.4.0")
    assert content["aantallen"] == {"fout": 1, "waarschuwing": 1, "tip": 12}
    language = content["problemen"][1]
    mark = language.pop("vingerafdruk")
    assert len(mark) == 32
    assert language == {
        "bestand": KAART,
        "regel": 3,
        "kolom": 25,
        "eindregel": 3,
        "eindkolom": 33,
        "adres": "diensten/café/talen/0",
        "ernst": "waarschuwing",
        "code": "KAART007",
        "bericht": "'Tigrinya' is geen taalcode.",
        "tip": "Schrijf ti.\nDe lijst ziet u met: psoh praktijken --lijst talen",
        "aantal": 1,
        "oplossing": {
            "doet": "schrijf ti",
            "veilig": True,
            "wijzigingen": [{"regel": 3, "kolom": 25, "eindregel": 3, "eindkolom": 33, "tekst": "ti"}],
        },
    }
    assert [(item["code"], item["reden"], item["waar"]) for item in content["genegeerd"]] == [
        ("PLAN001", "de raad heeft dit zo besloten", "dossiers/plan.yaml:8"),
        ("KAART004", "wordt in januari gebeld", "psoh.toml:4"),
    ]
    assert content["onleesbaar"] == [
        {"bestand": "dossiers/weg", "bericht": "dossiers/weg bestaat niet.", "tip": "Controleer de naam."}
    ]


def test_what_was_promised_before_is_still_there() -> None:
    content = read(SMALL)
    assert {"versie", "bestanden", "aantallen", "problemen", "onleesbaar"} <= set(content)
    assert all(set(PROMISED) <= set(item) for item in content["problemen"])
    assert set(content["onleesbaar"][0]) >= {"bericht", "tip"}


def test_nothing_found_is_told_with_the_files() -> None:
    content = read(CLEAN)
    assert content["bestanden"] == ["dossiers/gemeente.yaml", "dossiers/plan.yaml"]
    assert content["problemen"] == content["genegeerd"] == content["onleesbaar"] == []


@given(report=reports)
def test_any_report_comes_back_whole(report: Report) -> None:
    content, kept = read(report), arranged(report)
    assert content["bestanden"] == [without_halves(file) for file in kept.files]
    for item, problem in zip(content["problemen"], kept.problems, strict=True):
        assert item["bericht"] == without_halves(problem.message)
        assert item["tip"] == without_halves(problem.hint)
        assert item["bestand"] == without_halves(problem.file)
        assert (item["regel"], item["kolom"]) == (problem.line, problem.column)
        edits = problem.fix.edits if problem.fix else ()
        written = item["oplossing"]["wijzigingen"] if problem.fix else ()
        assert [edit["tekst"] for edit in written] == [without_halves(edit.text) for edit in edits]
    assert [item["reden"] for item in content["genegeerd"]] == [
        without_halves(item.reason) for item in kept.ignored
    ]
