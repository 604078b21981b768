"""The colours and the logo of a house style reach the Word file and the OpenDocument text."""

from __future__ import annotations

import io
import zipfile
from functools import cache

import docx as reader
import pytest
from tests.press import office_samples as samples

from psoh_cli.press import docx, odt
from psoh_cli.press.accessibility.examine import examine
from psoh_cli.press.house_style.style import Colours, HouseStyle, Logo
from psoh_cli.press.office import pictures
from psoh_cli.report import svg
from psoh_cli.report.document import Section

COLOURS = Colours(
    light=(
        ("accent", "#7A1F5C"), ("omslag", "#3B0F2D"), ("tint", "#F3E6EF"), ("inkt", "#101010"),
        ("op-omslag", "#E3CFDC"),
    ),
    dark=(), given=("accent",),
)  # fmt: skip
LOGO = Logo(
    name="logo.png", content=pictures.png(samples.DRAWING, width_px=200), media_type="image/png", alt="Wapen van X",
    width=200, height=60,
)  # fmt: skip
STYLE = HouseStyle(place="huisstijl", colours=COLOURS, logo=LOGO)
DRAWN = HouseStyle(
    place="huisstijl",
    logo=Logo(
        name="logo.svg", content=samples.DRAWING.encode(), media_type="image/svg+xml", alt="Wapen",
        width=400, height=120,
    ),
)  # fmt: skip


@cache
def made(kind: str, style: HouseStyle) -> bytes:
    """Make a document once for all that look at it."""
    return made_anew(kind, style)


def made_anew(kind: str, style: HouseStyle) -> bytes:
    document = samples.document()
    return docx.render(document, style=style) if kind == "docx" else odt.render(document, style=style)


def texts(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["docx", "odt"])
def test_the_accent_takes_the_place_of_ours_everywhere(kind: str) -> None:
    ours = svg.PETROL.removeprefix("#")
    assert ours in texts(made(kind, HouseStyle()))
    dressed = texts(made(kind, STYLE))
    assert ours not in dressed
    assert all(colour.removeprefix("#") in dressed for _, colour in COLOURS.light)
    assert made(kind, STYLE) == made_anew(kind, STYLE)


@pytest.mark.parametrize("kind", ["docx", "odt"])
@pytest.mark.parametrize("style", [STYLE, DRAWN])
def test_the_logo_is_in_it_with_what_it_shows(kind: str, style: HouseStyle) -> None:
    assert style.logo is not None
    data = made(kind, style)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        held = [archive.read(name) for name in archive.namelist()]
    assert (style.logo.content in held) == (style is STYLE)
    assert style.logo.alt in texts(data)
    assert style.logo.alt not in texts(made(kind, HouseStyle()))
    assert not examine(f"proef.{kind}", data, document=samples.document()).wrong


def test_a_single_page_begins_with_the_logo_and_a_word_template_brings_its_own() -> None:
    section = Section(id="s", title="Samenvatting", page="eigen", blocks=samples.EVERY_BLOCK[:3])
    single = samples.document(sections=(section,), sources=(), colophon=())
    opened = reader.Document(io.BytesIO(docx.render(single, style=STYLE)))
    assert opened.paragraphs[0].style is not None
    assert opened.paragraphs[0].style.name == "Figuur"
    into = io.BytesIO()
    reader.Document().save(into)
    assert LOGO.alt not in texts(docx.render(single, style=STYLE, template=into.getvalue()))
