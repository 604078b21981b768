"""The knowledge that ships: whole, linked, sourced, and silent about any one gemeente."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from psoh_cli.gemeente.register_file import read_register
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.overview import practices_markdown, questions_markdown
from psoh_cli.practices.practice_files import check_catalogue, read_catalogue
from psoh_cli.practices.wording import criterion_text
from psoh_cli.vocabulary import Provenance

COUNTS = {
    "pillars": 6, "practices": 39, "needs": 2, "themes": 10, "questions": 92, "groups": 12, "arq_questions": 5,
    "bottlenecks": 24, "partner_types": 32, "interventions": 44, "instruments": 12, "help_needs": 17,
    "chain_steps": 12, "layers": 4, "indicators": 21, "funding_sources": 17, "legal_frameworks": 13,
    "cultural_criteria": 21, "kaart_fields": 22, "words": 65, "hard_words": 90,
}  # fmt: skip


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    found, problems = read_catalogue()
    assert problems == ()
    return found


def test_the_whole_knowledge_has_no_problem() -> None:
    names = [entry.name for entry in read_register().existing]
    assert check_catalogue(municipalities=names) == ()


@pytest.mark.parametrize(("name", "count"), COUNTS.items())
def test_nothing_got_lost(catalogue: Catalogue, name: str, count: int) -> None:
    assert len(getattr(catalogue, name)) == count


def test_the_version_stands_in_the_header(catalogue: Catalogue) -> None:
    assert catalogue.version == catalogue.header.version == "2026.2"
    assert "ARQ" in catalogue.header.attribution


def test_provenance_of_the_practices_is_as_researched(catalogue: Catalogue) -> None:
    counted = [practice.provenance for practice in catalogue.practices]
    assert (counted.count(Provenance.ARQ), counted.count(Provenance.COMPARABLE)) == (17, 21)


def test_no_price_was_invented(catalogue: Catalogue) -> None:
    assert [item.id for item in catalogue.practices if item.cost.amount] == []
    assert [item.id for item in catalogue.interventions if item.cost.amount] == []


def test_key_figures_are_about_no_single_gemeente(catalogue: Catalogue) -> None:
    names = {entry.name for entry in read_register().entries}
    assert [figure.id for figure in catalogue.key_figures if figure.area in names] == []


def test_every_key_figure_says_its_year_or_that_it_is_unknown(catalogue: Catalogue) -> None:
    undated = [figure for figure in catalogue.key_figures if figure.year is None]
    assert undated
    assert all(figure.caution for figure in undated if figure.area == "Nederland")


def test_grades_are_not_all_the_same(catalogue: Catalogue) -> None:
    assert {practice.effort.value for practice in catalogue.practices} == {1, 2, 3}
    assert {practice.benefit.value for practice in catalogue.practices} == {2, 3}
    assert len({practice.phase.value for practice in catalogue.practices}) == 4


def test_alternatives_serve_one_need(catalogue: Catalogue) -> None:
    assert catalogue.need_of["bp-pmplus"].practices == ("bp-mind-spring", "bp-7roses", "bp-pmplus")


def test_practices_stand_in_the_order_of_their_pillars(catalogue: Catalogue) -> None:
    named = [practice for pillar in catalogue.pillars for practice in pillar.practices]
    assert [practice.id for practice in catalogue.practices] == named


def test_questions_stand_in_the_order_of_the_themes(catalogue: Catalogue) -> None:
    numbers = {theme.id: theme.number for theme in catalogue.themes}
    order = [numbers[question.theme] for question in catalogue.questions]
    assert order == sorted(order)


def test_every_criterion_can_be_said_in_words(catalogue: Catalogue) -> None:
    for practice in catalogue.practices:
        for criterion in practice.criteria:
            text = criterion_text(criterion, catalogue=catalogue)
            assert text.endswith("."), practice.id
            assert "None" not in text, practice.id


@pytest.mark.parametrize(
    ("file", "write"),
    [("praktijken.md", practices_markdown), ("vragen.md", questions_markdown)],
    ids=["praktijken", "vragen"],
)
def test_the_generated_pages_are_fresh(
    catalogue: Catalogue, root: Path, update_golden: bool, file: str, write: Callable[[Catalogue], str]
) -> None:
    page = write(catalogue)
    if update_golden:
        (root / "docs" / file).write_text(page, encoding="utf-8", newline="\n")
    found = (root / "docs" / file).read_text(encoding="utf-8")
    assert found == page, f"docs/{file} is behind; run: pytest tests/practices --update-golden"
