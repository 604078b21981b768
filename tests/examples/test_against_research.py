"""The examples from public sources beside the research they come from; skips where that is not there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.examples.opening import FROM_PUBLIC_SOURCES, opened

_TABLES = {"dordrecht": "### 2.3 Organisaties", "haarlem": "### 3.2 Organisaties"}
_SECTIONS = {"dordrecht": "## 2. ", "haarlem": "## 3. ", "zandvoort": "## 3. "}
_SOURCE = re.compile(r"^- `(?P<id>[\w-]+)`: (?P<words>.+) <(?P<url>\S+)>$", re.MULTILINE)
_CITED = re.compile(r"\[([\w-]+)\]")
_NUMBER = re.compile(r"\d+(?:\.\d{3})*")


class Row(NamedTuple):
    """An organization as the research lists it."""

    name: str
    partner_type: str
    website: str | None
    role: str
    sources: frozenset[str]
    year: str | None


@pytest.fixture
def research(shared: Path) -> str:
    file = shared / "domain" / "voorbeelden.md"
    if not file.is_file():
        pytest.skip("the folder 'shared' holds no domain/voorbeelden.md")
    return file.read_text(encoding="utf-8")


def _part(research: str, heading: str) -> str:
    """Give the text under a heading, up to the next heading of its level."""
    level = heading.split(maxsplit=1)[0]
    body = research[research.index(f"\n{heading}") + 1 :].partition("\n")[2]
    return re.split(rf"^{level} ", body, flags=re.MULTILINE)[0]


def _rows(research: str, example: str) -> dict[str, Row]:
    lines = [line for line in _part(research, _TABLES[example]).splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]
    rows = [
        Row(
            name=name,
            partner_type=kind.partition(" ")[0],
            website=None if site == "onbekend" else site,
            role=role,
            sources=frozenset(_CITED.findall(sources)),
            year=None if year == "onbekend" else year,
        )
        for name, kind, site, role, sources, year in cells
    ]
    return {row.name: row for row in rows}


@pytest.mark.parametrize("example", _TABLES)
def test_the_organizations_are_those_of_the_research(research: str, example: str) -> None:
    rows = _rows(research, example)
    (kaart,) = opened(example).kaart_files
    assert {organization.name for organization in kaart.organizations} == set(rows)
    for organization in kaart.organizations:
        row = rows[organization.name]
        assert organization.partner_type == row.partner_type, organization.name
        assert organization.website == row.website, organization.name
        assert organization.source in row.sources, organization.name
        assert organization.source_year == row.year, organization.name


@pytest.mark.parametrize("example", _TABLES)
def test_a_role_says_no_more_than_the_research(research: str, example: str) -> None:
    rows = _rows(research, example)
    (kaart,) = opened(example).kaart_files
    for organization in kaart.organizations:
        told = set(re.findall(r"\w+", rows[organization.name].role.lower()))
        said = set(re.findall(r"\w+", (organization.role or "").lower()))
        assert said <= told, organization.name


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_source_is_written_as_in_the_research(research: str, example: str) -> None:
    listed = {found["id"]: found for found in _SOURCE.finditer(research)}
    dossier = opened(example)
    for source in (
        *dossier.gemeente.sources,
        *(source for kaart in dossier.kaart_files for source in kaart.sources),
    ):
        found = listed[source.id]
        assert source.url == found["url"], source.id
        assert found["words"].startswith(f"{source.title}. "), source.id
        publisher = source.publisher.partition(" (kopie")[0]
        assert f"{source.title}. {publisher}" in found["words"], source.id
        years = re.findall(r", (\d{4})(?: \(kopie\))?\.$", found["words"])
        assert ([] if source.year is None else [str(source.year)]) == years, source.id


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_number_stands_in_the_research(research: str, example: str) -> None:
    section = _part(research, _SECTIONS[example])
    known = set(_NUMBER.findall(section))
    dossier = opened(example)
    told = [
        *(f"{figure.value} {figure.year} {figure.note or ''}" for figure in dossier.gemeente.figures),
        *(group.remark or "" for group in dossier.gemeente.residents.languages),
        *(
            f"{' '.join(answer.values)} {answer.day or ''} {answer.remark or ''}"
            for informant in dossier.informants
            for answer in informant.answers.values()
        ),
        *(f"{service.description} {service.remark or ''}" for service in dossier.kaart.services),
    ]
    numbers = [number for text in told for number in _NUMBER.findall(text)]
    assert numbers
    assert [number for number in numbers if number not in known] == []


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_figure_cites_a_source_of_its_row(research: str, example: str) -> None:
    """Find a row of the research with every number of the figure in it, and the figure's source beside it."""
    rows = [line for line in _part(research, _SECTIONS[example]).splitlines() if line.startswith("|")]
    for figure in opened(example).gemeente.figures:
        numbers = set(_NUMBER.findall(figure.value))
        assert any(
            numbers <= set(_NUMBER.findall(row)) and figure.source in _CITED.findall(row) for row in rows
        ), figure.description


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_known_answer_cites_a_source_of_this_municipality(research: str, example: str) -> None:
    cited = set(_CITED.findall(_part(research, _SECTIONS[example])))
    for informant in opened(example).informants:
        for question, answer in informant.answers.items():
            assert set(answer.sources) <= cited | _about_the_project(research), question


def _about_the_project(research: str) -> set[str]:
    return set(_CITED.findall(_part(research, "## 1. ")))
