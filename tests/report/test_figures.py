from __future__ import annotations

import re
from xml.etree import ElementTree as ET

import pytest

from psoh_cli.kaart.coverage import Cell, Coverage, Reach
from psoh_cli.report import svg
from psoh_cli.report.figures import (
    REACH_STYLES,
    Bar,
    ColumnWeight,
    gantt,
    heat_map,
    verdict_row,
    verdict_shape,
)
from psoh_cli.vocabulary import Phase, Verdict

SVG = "{http://www.w3.org/2000/svg}"


def texts(drawing: str) -> list[str]:
    return ["".join(item.itertext()) for item in ET.fromstring(drawing).iter(f"{SVG}text")]


def coverage(*, languages: tuple[str, ...] = ("ar", "ti")) -> Coverage:
    reaches = tuple(Reach)
    steps = tuple(f"stap-{number}" for number in range(len(reaches)))
    cells = tuple(
        Cell(step=step, language=language, reach=reach, reason="-")
        for step, reach in zip(steps, reaches, strict=True)
        for language in languages
    )
    return Coverage(languages=languages, steps=steps, cells=cells, weighed=True)


def drawn(found: Coverage, *, name: str = "Arabisch") -> str:
    columns = tuple(ColumnWeight(name=name, weight="120", share=1.0) for _ in found.languages)
    return heat_map(found, steps=found.steps, columns=columns, title="Bereik", description="-")


EVERY_DRAWING = {
    "heat map": drawn(coverage()),
    "wide heat map": drawn(coverage(languages=tuple("abcdefghijkl"))),
    "gantt": gantt(
        (
            Bar("M1", "Titel", Phase.CARRY_OUT, 0, 3, decided=True),
            Bar("M2", "Kort", Phase.SUSTAIN, 3, 3, decided=False),
        ),
        quarters=("2027-K1", "2027-K2", "2027-K3", "2027-K4"),
        title="Tijdlijn",
        description="-",
    ),
    "verdict row": verdict_row({Verdict.MET: 3, Verdict.UNKNOWN: 60}, title="Rij", description="-"),
    **{verdict.value: verdict_shape(verdict, colour="#123456") for verdict in Verdict},
}


@pytest.mark.parametrize("drawing", EVERY_DRAWING.values(), ids=EVERY_DRAWING)
def test_every_drawing_starts_with_its_title_and_hides_nothing(drawing: str) -> None:
    root = ET.fromstring(drawing)
    assert root[0].tag == f"{SVG}title"
    assert root[0].text
    assert root.get("font-family")
    assert "opacity" not in drawing


@pytest.mark.parametrize("drawing", EVERY_DRAWING.values(), ids=EVERY_DRAWING)
def test_every_drawing_keeps_its_shapes_inside_the_sheet(drawing: str) -> None:
    root = ET.fromstring(drawing)
    _, _, width, height = (float(part) for part in root.attrib["viewBox"].split())
    for rectangle in root.iter(f"{SVG}rect"):
        x, y, wide, high = (float(rectangle.attrib[name]) for name in ("x", "y", "width", "height"))
        assert -1 <= x <= x + wide <= width + 1
        assert -1 <= y <= y + high <= height + 1


def test_a_heat_map_says_each_reach_by_a_letter_of_its_own() -> None:
    letters = [style.letter for style in REACH_STYLES.values()]
    assert len(set(letters)) == len(Reach)
    found = texts(drawn(coverage()))
    for letter in letters:
        assert found.count(letter) == 3, f"two cells and the legend for {letter}"


def test_what_is_not_confirmed_is_hatched_and_nothing_else_is() -> None:
    one = coverage(languages=("ar",))
    hatched = len(re.findall(r'<path d="M', drawn(one)))
    assert hatched == 2, "one cell and the legend"


def test_verdict_shapes_differ_without_colour() -> None:
    shapes = {
        re.sub(r"<title>.*</desc>", "", verdict_shape(verdict, colour="#000000")) for verdict in Verdict
    }
    assert len(shapes) == len(Verdict)


def test_a_row_of_verdicts_draws_one_shape_each_and_counts_them() -> None:
    drawing = verdict_row({Verdict.MET: 2, Verdict.MISSING: 3}, title="Rij", description="-")
    assert drawing.count("<circle") == 5
    assert texts(drawing) == ["2 voldaan", "3 ontbreekt"]


def test_a_gantt_names_the_phase_and_shows_what_is_only_proposed() -> None:
    drawing = EVERY_DRAWING["gantt"]
    assert {"uitvoeren", "borgen", "2027", "K1", "M1", "Titel"} <= set(texts(drawing))
    bars = [item for item in ET.fromstring(drawing).iter(f"{SVG}rect") if item.get("stroke") == svg.PETROL]
    assert [bar.get("stroke-dasharray") is None for bar in bars] == [True, False, True, False]


def test_text_in_a_drawing_is_escaped() -> None:
    assert "Jeugd &amp; &lt;b&gt;" in drawn(coverage(), name="Jeugd & <b>")
    assert texts(drawn(coverage(), name="<b>"))[1] == "<b>"


def test_long_labels_break_and_end_in_an_ellipsis() -> None:
    lines = svg.lines_of("woord " * 40, width=200, size=12)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
