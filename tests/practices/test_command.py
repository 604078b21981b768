"""`psoh praktijken`: a list, a choice from it, one in full, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from psoh_cli.app import run


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    code = run(["praktijken", *arguments])
    done = capsys.readouterr()
    return code, done.out, done.err


def test_the_list_names_every_practice(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys)
    assert code == 0
    assert out.count("bp-") == 39
    assert "39 van 39 praktijken" in err


def test_no_id_is_broken_over_two_lines(capsys: pytest.CaptureFixture[str]) -> None:
    assert "bp-mentaal-gezondheidsnetwerk " in said(capsys)[1]


def test_a_pillar_and_a_provenance_narrow_the_list(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "--pijler", "sociale-kaart", "--herkomst", "vergelijk", "--json")
    assert code == 0
    assert [item["id"] for item in json.loads(out)["praktijken"]] == ["bp-kaart-actueel"]


def test_one_in_full_has_provenance_and_sources(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "bp-mind-spring")
    assert code == 0
    for word in (
        "Eerste stappen",
        "Inspanning 2 van 3",
        "Fase uitvoeren",
        "Zet 7ROSES in",
        "[arq]",
        "[afgeleid]",
    ):
        assert word in out
    assert "https://arq.org/projecten/mind-spring" in out
    assert "[vergelijk]" in err


def test_one_as_json_carries_its_sources_and_need(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, _ = said(capsys, "bp-pmplus", "--json")
    found = json.loads(out)
    assert code == 0
    assert found["behoefte"]["id"] == "veerkracht-versterken"
    assert [source["id"] for source in found["bronnen"]] == found["praktijk"]["bronnen"]


@pytest.mark.parametrize(
    ("arguments", "suggestion"),
    [
        (("bp-tolk",), "bp-tolken"),
        (("--pijler", "toeleidingen"), "toeleiding"),
        (("--herkomst", "ark"), "arq"),
        (("--herkomst", "iemand"), "arq, vergelijk, afgeleid"),
    ],
)
def test_a_slip_gets_a_suggestion(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], suggestion: str
) -> None:
    code, out, err = said(capsys, *arguments)
    assert (code, out) == (2, "")
    assert suggestion in err
