"""The drawings: accessible, readable in grey, and nothing leaves the sheet however long the words are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest
from tests.report.drawings import (
    ALL,
    LONG,
    QUARTERS,
    SVG,
    coverage,
    drawn,
    matrix,
    reach,
    texts,
    time_line,
)

from psoh_cli.environment import font_files
from psoh_cli.kaart.coverage import Reach
from psoh_cli.report import svg
from psoh_cli.report.contrast import contrast
from psoh_cli.report.figures import SCALE, VERDICT_COLOURS, verdict_row, verdict_shape
from psoh_cli.report.figures_gantt import PHASE_FILLS, Bar, gantt
from psoh_cli.report.figures_reach import REACH_STYLES
from psoh_cli.vocabulary import Phase, Verdict


@pytest.fixture
def drawing(request: pytest.FixtureRequest) -> str:
    """Give a drawing by its name."""
    return drawn(request.param)


def sheet_of(drawing: str) -> tuple[float, float]:
    _, _, width, height = (float(part) for part in ET.fromstring(drawing).attrib["viewBox"].split())
    return width, height


@lru_cache(maxsize=2)
def letters_of(bold: bool) -> tuple[dict[int, str], dict[str, tuple[int, int]], int]:
    """Give the widths of Noto Sans itself, as the font says them."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    wanted = ("Noto Sans", 700 if bold else 400, "normal")
    found = {(font.family, font.weight, font.style): font.path for font in font_files()}
    if wanted not in found:
        pytest.skip("Noto Sans is not on this computer")
    font = TTFont(found[wanted])
    return font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm


def true_width(text: str, *, size: float, bold: bool) -> float:
    letters, widths, em = letters_of(bold)
    return sum(widths[letters[ord(char)]][0] / em if ord(char) in letters else 0.9 for char in text) * size


def spans_of(drawing: str) -> Iterator[tuple[str, float, float, float]]:
    """Yield each text with where it begins and ends across and its place down; a turned one swaps the two."""
    yield from _texts_in(ET.fromstring(drawing), x=0, y=0)


def _texts_in(part: ET.Element, *, x: float, y: float) -> Iterator[tuple[str, float, float, float]]:
    for item in part:
        moved = re.match(r"translate\(([-\d.]+) ([-\d.]+)\)", item.get("transform", ""))
        dx, dy = (float(moved[1]), float(moved[2])) if moved else (0.0, 0.0)
        if item.tag == f"{SVG}g":
            yield from _texts_in(item, x=x + dx, y=y + dy)
        if item.tag != f"{SVG}text":
            continue
        bold = item.get("font-weight") == "700"
        wide = true_width(item.text or "", size=float(item.attrib["font-size"]), bold=bold)
        across, down = x + float(item.attrib["x"]), y + float(item.attrib["y"])
        back = {"start": 0.0, "middle": 0.5, "end": 1.0}[item.attrib["text-anchor"]]
        if "rotate" in item.get("transform", ""):
            yield item.text or "", down - wide * (1 - back), down + wide * back, -across
        else:
            yield item.text or "", across - wide * back, across + wide * (1 - back), down


@pytest.mark.parametrize("drawing", ALL, indirect=True)
def test_every_drawing_starts_with_its_title_and_hides_nothing(drawing: str) -> None:
    root = ET.fromstring(drawing)
    assert root.get("role") == "img"
    assert [part.tag for part in root[:2]] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text
    assert root[1].text
    assert root.get("font-family")
    assert "opacity" not in drawing


@pytest.mark.parametrize("drawing", ALL, indirect=True)
def test_every_drawing_keeps_its_shapes_inside_the_sheet(drawing: str) -> None:
    width, height = sheet_of(drawing)
    for rectangle in ET.fromstring(drawing).iter(f"{SVG}rect"):
        x, y, wide, high = (float(rectangle.attrib[name]) for name in ("x", "y", "width", "height"))
        assert wide >= 0
        assert high >= 0
        assert -1 <= x <= x + wide <= width + 1
        assert -1 <= y <= y + high <= height + 1


@pytest.mark.parametrize("drawing", ALL, indirect=True)
def test_no_text_leaves_the_sheet_however_long_it_is(drawing: str) -> None:
    width, height = sheet_of(drawing)
    for text, start, end, place in spans_of(drawing):
        if place < 0:
            assert -1 <= start <= end <= height + 1, f"{text!r} leaves the sheet upwards or downwards"
        else:
            assert -1 <= start <= end <= width + 1, f"{text!r} leaves the sheet"
            assert 0 <= place <= height, f"{text!r} stands above or below the sheet"


@pytest.mark.parametrize("drawing", ALL, indirect=True)
def test_no_text_runs_into_the_next_on_its_line(drawing: str) -> None:
    upright = sorted((place, start, end, text) for text, start, end, place in spans_of(drawing) if place >= 0)
    for (place, _, end, text), (next_place, start, _, next_text) in pairwise(upright):
        if place == next_place:
            assert end <= start + 1, f"{text!r} runs into {next_text!r}"


def test_the_check_on_running_over_sees_a_text_that_does() -> None:
    drawing = svg.drawing(title="T", description="-", width=100, height=20, parts=[svg.words(0, 10, LONG)])
    with pytest.raises(AssertionError, match="leaves the sheet"):
        test_no_text_leaves_the_sheet_however_long_it_is(drawing)


def test_a_width_is_never_reckoned_too_small() -> None:
    for text in ("Laat de sociale kaart bevestigen", "WWW mmm @%", "éèëïöüñç", "{}[]()!?", "€ 125.000"):
        for bold in (False, True):
            assert svg.width_of(text, size=12, bold=bold) >= true_width(text, size=12, bold=bold), text


def test_a_scale_grows_darker_in_grey_too() -> None:
    darkness = [contrast(fill, "#FFFFFF") for fill in SCALE]
    assert darkness == sorted(darkness)
    assert all(later / earlier >= 1.15 for earlier, later in pairwise(darkness))


def test_phases_grow_darker_in_their_order_and_their_names_stay_readable() -> None:
    fills = [PHASE_FILLS[phase] for phase in Phase]
    assert fills == sorted(fills, key=lambda fill: contrast(fill, "#FFFFFF"))
    assert all(contrast(fill, svg.INK) >= 4.5 for fill in fills)


def test_letters_in_the_heat_map_and_verdicts_have_contrast() -> None:
    for style in REACH_STYLES.values():
        assert contrast(style.fill, style.ink) >= 4.5, style.letter
    assert all(contrast(colour, "#FFFFFF") >= 4.5 for colour in VERDICT_COLOURS.values())


def test_a_heat_map_says_each_reach_by_a_letter_of_its_own() -> None:
    letters = [style.letter for style in REACH_STYLES.values()]
    assert len(set(letters)) == len(Reach)
    found = texts(reach())
    for letter in letters:
        assert found.count(letter) == 3, f"two cells and the legend for {letter}"


def test_what_is_not_confirmed_is_hatched_and_nothing_else_is() -> None:
    hatched = len(re.findall(r'<path d="M', reach(languages=("ar",))))
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
    drawing = time_line(rows=4)
    assert {"verkennen", "borgen", "2027", "2028", "K1", "M1", "Titel"} <= set(texts(drawing))
    bars = [item for item in ET.fromstring(drawing).iter(f"{SVG}rect") if item.get("stroke") == svg.PETROL]
    assert [bar.get("stroke-dasharray") is None for bar in bars[:4]] == [True, False, True, False]


def test_a_gantt_marks_the_councils_moments_and_the_holidays_that_fall_in_it() -> None:
    said = texts(time_line())
    assert {"kadernota", "begroting", "moment van de raad", "schoolvakantie"} <= set(said)
    assert "te vroeg" not in said


def test_a_gantt_draws_a_line_from_what_comes_first() -> None:
    first = Bar("M1", "Eerst", Phase.EXPLORE, 0, 1, decided=True)
    then = Bar("M2", "Daarna", Phase.CARRY_OUT, 2, 3, decided=True)

    def paths(*bars: Bar) -> int:
        return gantt(bars, quarters=QUARTERS, title="T", description="-").count("<path")

    assert paths(first, then._replace(after=("M1", "M999"))) == paths(first, then) + 2, "a line and its tip"


def test_dots_of_the_matrix_never_lie_over_each_other() -> None:
    drawing = ET.fromstring(matrix(count=60))
    numbered = [item for item in drawing.iter(f"{SVG}circle") if float(item.attrib["r"]) > 10]
    places = {
        (item.attrib["cx"], item.attrib["cy"]) for item in numbered if "stroke-dasharray" not in item.attrib
    }
    assert len(places) == 60 + 3, "sixty dots and three in the legend"
    middles = sorted((float(y), float(x)) for x, y in places)
    assert all(y != next_y or next_x - x >= 23 for (y, x), (next_y, next_x) in pairwise(middles))
    assert matrix(count=60) == matrix(count=60)


def test_text_in_a_drawing_is_escaped() -> None:
    assert "Jeugd &amp; &lt;b&gt;" in reach(name="Jeugd & <b>")
    assert "<b>" in texts(reach(name="<b>"))


def test_long_labels_break_and_end_in_an_ellipsis() -> None:
    lines = svg.lines_of("woord " * 40, width=200, size=12)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert svg.lines_of("Kort", width=200, size=12) == ["Kort"]
    assert svg.lines_of("", width=200, size=12) == [""]


def test_the_sample_covers_every_reach_and_quarter() -> None:
    assert {cell.reach for cell in coverage().cells} == set(Reach)
    assert len(QUARTERS) == 8
