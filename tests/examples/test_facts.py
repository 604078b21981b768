"""The three examples from public sources say nothing that no source says, and name nobody."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.examples.opening import EXAMPLES, FROM_PUBLIC_SOURCES, INVENTED, inspected, opened

from psoh_cli.files.templates import examples_dir
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.vocabulary import ClientCost, Interpreter, Trained

_ADDRESS = re.compile(r"https?://\S+")
_EMAIL = re.compile(r"[\w.+-]+@[\w.-]+\.\w+")
_PHONE = re.compile(r"(?<!\w)(?:\+31|0)(?:[\s-]?\d){8,9}(?!\d)")


def _texts(example: str) -> list[str]:
    return [path.read_text(encoding="utf-8") for path in sorted((examples_dir() / example).rglob("*.yaml"))]


def _kaart(example: str) -> KaartFile:
    (kaart,) = opened(example).kaart_files
    return kaart


def _entries(example: str) -> list[Organization | Service]:
    kaart = _kaart(example)
    return [*kaart.organizations, *kaart.services]


@pytest.mark.parametrize("example", EXAMPLES)
def test_nobody_can_be_called_or_mailed(example: str) -> None:
    for text in _texts(example):
        assert _PHONE.findall(_ADDRESS.sub("", text)) == []
        mail = _EMAIL.findall(text)
        assert [
            address for address in mail if not (example == INVENTED and address.endswith(".example"))
        ] == []


@pytest.mark.parametrize("text", ["078 123 45 67", "bel 06-12345678", "+31 6 12345678", "(0781234567)"])
def test_a_phone_number_would_be_seen(text: str) -> None:
    assert _PHONE.search(text)


@pytest.mark.parametrize("example", [INVENTED])
def test_the_invented_example_invents_its_addresses(example: str) -> None:
    sites = [site for text in _texts(example) for site in _ADDRESS.findall(text)]
    assert sites
    assert all(re.fullmatch(r"https://[\w.-]+\.example", site) for site in sites)


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_known_answer_has_a_source(example: str) -> None:
    informants = opened(example).informants
    known = [
        (informant.id, question, answer)
        for informant in informants
        for question, answer in informant.answers.items()
        if answer.is_known
    ]
    assert known
    assert [(who, question) for who, question, answer in known if not answer.sources] == []
    assert [
        (informant.id, question)
        for informant in informants
        for question, answer in informant.answers.items()
        if answer.remark and not answer.sources
    ] == []


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_no_conversation_is_claimed(example: str) -> None:
    """Public sources are no interview: no day, no participants, no organization that would speak."""
    for informant in opened(example).informants:
        spoken = informant.interview
        assert (spoken.day, spoken.participants, spoken.organization) == (None, None, None)
        assert "geen gesprek" in spoken.role


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_entry_of_the_kaart_has_a_source_of_this_dossier(example: str) -> None:
    dossier = opened(example)
    own = {source.id for source in (*dossier.gemeente.sources, *_kaart(example).sources)}
    listed = own | {source.id for source in dossier.catalogue.sources}
    for entry in _entries(example):
        assert entry.source in listed, entry.id
        assert entry.assurer is None, entry.id


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_the_year_of_the_source_is_the_day_of_the_check(example: str) -> None:
    """So that the kaart itself says that it is old."""
    for entry in _entries(example):
        confirmed = None if entry.assured_date is None else str(entry.assured_date)
        assert confirmed == entry.source_year, entry.id


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_what_no_source_tells_about_a_service_is_empty(example: str) -> None:
    for service in _kaart(example).services:
        assert _told_of(service) == (
            (), Interpreter.UNKNOWN, (), Trained.UNKNOWN, (), ClientCost.UNKNOWN, None, None, None, None, (), (), None,
        ), service.id  # fmt: skip
    for organization in _kaart(example).organizations:
        assert (organization.contact, organization.locations, organization.in_board) == (None, (), None)


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_nothing_is_declared_complete_counted_or_decided(example: str) -> None:
    dossier = opened(example)
    residents = dossier.gemeente.residents
    assert dossier.kaart.complete == ()
    assert dossier.plan_file.entries == ()
    assert (residents.total, residents.ages) == (None, ())
    assert all(group.people is None for group in residents.languages)
    assert all(group.provenance == "afgeleid" and group.remark for group in residents.languages)


@pytest.mark.parametrize("example", FROM_PUBLIC_SOURCES)
def test_every_figure_has_a_source(example: str) -> None:
    dossier = opened(example)
    listed = {source.id for source in dossier.gemeente.sources}
    assert dossier.gemeente.figures
    assert {figure.source for figure in dossier.gemeente.figures} <= listed


def test_zandvoort_shares_the_kaart_of_haarlem() -> None:
    assert _kaart("zandvoort") == _kaart("haarlem")
    assert any(
        Path(name).as_posix().endswith("haarlem/sociale-kaart.yaml") for name in inspected("zandvoort").files
    )
    assert {service.id for service in opened("zandvoort").kaart.services} < {
        service.id for service in _kaart("haarlem").services
    }


def test_everything_in_the_invented_example_says_that_it_is_invented() -> None:
    for entry in _entries(INVENTED):
        assert entry.source == "verzonnen"
    for text in _texts(INVENTED):
        assert "ILLUSTRATIEF" in text or "illustratief" in text


def _told_of(service: Service) -> tuple[object, ...]:
    return (
        service.languages, service.interpreter, service.interpreter_languages, service.trained,
        service.cultural_criteria, service.cost, service.cost_amount, service.waiting, service.capacity,
        service.contact, service.access, service.schedules, service.exclusion,
    )  # fmt: skip
