"""Figures where they stand: each with a table that says the same, and in parts that fit a page."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from functools import lru_cache
from xml.etree import ElementTree as ET

import pytest
from tests.report.drawings import SVG, texts
from tests.report.worlds import EXAMPLES, example, replanned

from psoh_cli.analysis.moment import Moment
from psoh_cli.plan.quarters import quarter_at
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.report.calendar_marks import place
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Block, Document, Figure, Table, walk
from psoh_cli.report.figures_gantt import MOST_ROWS
from psoh_cli.report.spans import plain
from psoh_cli.vocabulary import Verdict

GAP_ANALYSIS, PLAN = "gap-analyse", "implementatieplan"
SENTENCE = re.compile(r"De tabel ‘([^’]+)’ zegt hetzelfde")


@lru_cache(maxsize=16)
def written(name: str, kind: str) -> Document:
    return compose(kind, example(name))


def blocks(document: Document) -> list[Block]:
    return [block for section in walk(document.sections) for block in section.blocks]


def figures(document: Document) -> list[Figure]:
    return [block for block in blocks(document) if isinstance(block, Figure) and block.title]


def said_about(figure: Figure) -> str:
    return ET.fromstring(figure.svg).findtext(f"{SVG}desc") or ""


@pytest.mark.parametrize("kind", [GAP_ANALYSIS, PLAN])
@pytest.mark.parametrize("name", EXAMPLES)
def test_every_figure_names_a_table_that_stands_in_the_same_document(name: str, kind: str) -> None:
    document = written(name, kind)
    captions = {block.caption for block in blocks(document) if isinstance(block, Table)}
    for figure in figures(document):
        named = SENTENCE.search(said_about(figure))
        assert named, f"{figure.title} names no table"
        assert named[1] in captions, f"{figure.title} names a table that is not there"


def test_the_full_example_shows_every_kind_of_figure() -> None:
    titles = {
        figure.title for kind in (GAP_ANALYSIS, PLAN) for figure in figures(written("voorbeeldstad", kind))
    }
    assert {
        "Bereik per ketenstap en taal", "Welke groepen aan het woord zijn", "Gevolg en inspanning",
        "Oordelen toen en nu", "Geld per jaar",
    } <= titles  # fmt: skip
    assert any(title.startswith("Tijdlijn van de maatregelen") for title in titles)


def test_two_hundred_measures_fill_drawings_that_fit_a_page_and_none_is_lost() -> None:
    some = example("voorbeeldstad").plan.current
    entries = tuple(
        entry.model_copy(update={"id": f"{entry.id}-{number}"})
        for number in range(20)
        for entry in some
        if entry.start and entry.end
    )[:200]
    document = compose(PLAN, replanned(example("voorbeeldstad"), entries=entries))
    sheets = [figure for figure in figures(document) if figure.title.startswith("Tijdlijn")]
    rows = [[text for text in texts(sheet.svg) if re.fullmatch(r"M\d+", text)] for sheet in sheets]
    assert sorted((row for sheet in rows for row in sheet), key=lambda row: int(row[1:])) == [
        f"M{number}" for number in range(1, 201)
    ]
    assert max(map(len, rows)) <= MOST_ROWS
    assert max(map(len, rows)) - min(map(len, rows)) <= 1, "no sheet is left nearly empty"
    for sheet in sheets:
        _, _, width, height = map(float, ET.fromstring(sheet.svg).attrib["viewBox"].split())
        assert height / width * 257 <= 145, (
            "millimetres on a landscape page, with a title above and a caption below"
        )


def test_a_day_falls_in_its_quarter() -> None:
    quarters = tuple(quarter_at(2027 * 4 + number) for number in range(8))
    assert place(date(2027, 1, 1), quarters=quarters) == 0
    assert 1.5 < place(date(2027, 5, 18), quarters=quarters) < 1.6
    assert place(date(2028, 1, 1), quarters=quarters) == 4
    assert place(date(2026, 12, 31), quarters=quarters) < 0


def moment(*, knowledge: str = "", **verdicts: Verdict) -> Moment:
    named = {f"gap-praktijk-bp-{name.replace('_', '-')}": verdict for name, verdict in verdicts.items()}
    version = knowledge or read_catalogue()[0].version
    return Moment(as_of=date(2025, 11, 15), knowledge_version=version, verdicts=named)


def changes(before: Moment) -> str:
    document = compose(GAP_ANALYSIS, replace(example("voorbeeldstad"), previous=before))
    (found,) = [section for section in walk(document.sections) if section.id == "verandering"]
    said = []
    for block in found.blocks:
        if isinstance(block, Table):
            said += [" ".join(map(plain, row)) for row in block.rows] + [plain(block.note)]
        elif isinstance(block, Figure):
            said.append(plain(block.caption))
        else:
            said.append(str(block.model_dump(mode="json")))
    return "\n".join(said)


def test_the_trend_tells_forward_from_back_and_from_cleared_up() -> None:
    now = {finding.id: finding.verdict for finding in example("voorbeeldstad").analysis.findings}
    assert now["gap-praktijk-bp-sleutelpersonen"] is Verdict.MET
    assert now["gap-praktijk-bp-tolken"] is Verdict.PARTLY
    assert now["gap-praktijk-bp-regie"] is Verdict.PARTLY
    said = changes(
        moment(
            sleutelpersonen=Verdict.PARTLY,
            tolken=Verdict.MET,
            regie=Verdict.UNKNOWN,
            verwijsroute=Verdict.PARTLY,
        )
    )
    assert "over 3 werkwijzen: 1 vooruit, 1 achteruit, 1 waar het oordeel toen onbekend was" in said
    assert (
        f"{len([name for name in now if name.startswith(('gap-praktijk-', 'gap-behoefte-'))]) - 4} alleen nu"
        in said
    )


def test_another_version_of_the_knowledge_is_said_and_the_same_one_is_not() -> None:
    assert "niet te vergelijken" in changes(moment(knowledge="2025.2", tolken=Verdict.MET))
    assert "De kennis veranderde" not in changes(moment(tolken=Verdict.MET))


def test_without_an_earlier_moment_nothing_is_compared() -> None:
    document = compose(GAP_ANALYSIS, replace(example("voorbeeldstad"), previous=None))
    assert "verandering" not in {section.id for section in walk(document.sections)}
