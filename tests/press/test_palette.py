"""One palette: the style sheets say it, and whoever needs a colour in Python says the same."""

from __future__ import annotations

import re

import pytest

from psoh_cli.dutch import slug
from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.press import html
from psoh_cli.press.house_style import colours as house_style_colours
from psoh_cli.report.figures import VERDICT_COLOURS
from psoh_cli.vocabulary import Verdict

ROLES = {"PAPER": "papier", "INK": "inkt", "TINT": "tint", "FLAT": "vlak", "QUIET": "gedempt"}


def palette(name: str) -> dict[str, str]:
    """Give the colour of every role in a style sheet."""
    sheet = disk.read_text(templates_dir("documenten") / "stijl" / f"{name}.css")
    return dict(re.findall(r"--([a-z-]+): (#[0-9A-F]{6})", sheet.partition("}")[0]))


def of_verdicts(name: str) -> dict[Verdict, str]:
    """Give the colour of every verdict in a style sheet; what does not apply is as grey as what is unknown."""
    found = palette(name)
    return {verdict: found.get(slug(verdict.value), found["onbekend"]) for verdict in Verdict}


def test_both_schemes_have_the_same_roles() -> None:
    assert palette("basis").keys() == palette("donker").keys()
    assert len(palette("basis")) > 12


@pytest.mark.parametrize("role", ROLES)
def test_a_house_style_is_held_against_our_own_grounds(role: str) -> None:
    assert getattr(house_style_colours, f"_{role}") == palette("basis")[ROLES[role]]
    assert getattr(house_style_colours, f"_DARK_{role}") == palette("donker")[ROLES[role]]


def test_shapes_of_verdicts_have_the_colour_of_their_words() -> None:
    assert of_verdicts("basis") == VERDICT_COLOURS
    assert of_verdicts("donker") == html._DARK
