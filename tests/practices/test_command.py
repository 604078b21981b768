"""`psoh praktijken`: a list, a choice from it, one in full, as text and as JSON."""

from __future__ import annotations

import json

import pytest

from psoh_cli.app import run
from psoh_cli.commands.praktijken import LISTS


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


@pytest.mark.slow
@pytest.mark.parametrize("name", LISTS)
def test_a_list_gives_every_id_with_its_name(capsys: pytest.CaptureFixture[str], name: str) -> None:
    code, out, err = said(capsys, "--lijst", name)
    content = json.loads(said(capsys, "--lijst", name, "--json")[1])[name]
    assert code == 0
    assert len(content) > 3
    assert all(item["id"] in out and item["naam"] for item in content)
    assert f"{len(content)} {name}. Uitleg bij een id: psoh uitleg {content[0]['id']}" in " ".join(
        err.split()
    )
    for item in content:
        assert run(["uitleg", item["id"]]) == 0, item["id"]


def test_a_list_that_is_not_there(capsys: pytest.CaptureFixture[str]) -> None:
    code, out, err = said(capsys, "--lijst", "ketenpartner")
    assert (code, out) == (2, "")
    assert "Bedoelt u ketenpartners" in err


@pytest.mark.parametrize(
    ("word", "name"),
    [("ketenpartner", "ketenpartners"), ("ketenstap", "ketenstappen"), ("laag", "lagen"), ("criterium", "criteria"),
     ("interventie", "interventies"), ("groepen", "groepen"), ("geldbron", "financieringsbronnen"),
     ("pijler", "pijlers"),
     ("indicator", "indicatoren")],
)  # fmt: skip
def test_uitleg_of_a_kind_points_at_its_list(
    capsys: pytest.CaptureFixture[str], word: str, name: str
) -> None:
    assert run(["uitleg", word]) == 0
    shown = capsys.readouterr()
    assert f"psoh praktijken --lijst {name}" in " ".join(f"{shown.out} {shown.err}".split())
