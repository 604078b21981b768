"""Contrast as WCAG reckons it, against values from its own texts, and the nearest colour that passes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from psoh_cli.report.contrast import GRAPHIC, TEXT, channels, contrast, nearest_passing

colours = st.tuples(*[st.integers(0, 255)] * 3).map(lambda rgb: "#{:02X}{:02X}{:02X}".format(*rgb))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("#000000", "#FFFFFF", 21.0),
        ("#fff", "#FFFFFF", 1.0),
        ("#777777", "#FFFFFF", 4.48),  # the well-known grey that just fails
        ("#767676", "#FFFFFF", 4.54),  # and its neighbour that just passes
        ("#FF0000", "#FFFFFF", 4.00),
        ("#0000FF", "#FFFFFF", 8.59),
    ],
)
def test_known_ratios(a: str, b: str, expected: float) -> None:
    assert contrast(a, b) == pytest.approx(expected, abs=0.005)


@given(colours, colours)
def test_order_does_not_matter(a: str, b: str) -> None:
    assert contrast(a, b) == contrast(b, a)
    assert 1 <= contrast(a, b) <= 21


@given(colours, colours, st.sampled_from([GRAPHIC, TEXT]))
def test_what_is_offered_passes(colour: str, against: str, ratio: float) -> None:
    assert contrast(nearest_passing(colour, against=against, ratio=ratio), against) >= ratio


def test_the_nearest_is_the_first_that_passes() -> None:
    assert nearest_passing("#777777", against="#FFFFFF") == "#767676"


def test_a_colour_that_passes_stays() -> None:
    assert nearest_passing("#0b4a5f", against="#FFFFFF") == "#0B4A5F"


def test_the_hue_stays() -> None:
    red, green, blue = channels(nearest_passing("#FFD700", against="#FFFFFF"))
    assert red > green > blue == 0


def test_on_a_dark_ground_it_becomes_lighter() -> None:
    assert contrast(nearest_passing("#0B4A5F", against="#12181F"), "#000000") > contrast("#0B4A5F", "#000000")


def test_no_colour_reaches_seven_on_middle_grey() -> None:
    with pytest.raises(ValueError, match="no colour"):
        nearest_passing("#123456", against="#7F7F7F", ratio=7)


@pytest.mark.parametrize("text", ["", "#12", "red", "#12345G", "#12345\uff16", "rgb(0,0,0)", "#FFFFFF;"])
def test_anything_else_is_no_colour(text: str) -> None:
    with pytest.raises(ValueError, match="no colour"):
        channels(text)
