"""Few statushouders are not quoted: how many took part is known, and below five documents leave out what they say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

import pytest
from tests.report.worlds import AS_OF, dossier, example

from psoh_cli.dossier.dossier import Dossier
from psoh_cli.interview.portrait import TookPart
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report.asked import spoken_with
from psoh_cli.report.compose import compose
from psoh_cli.report.document import to_json
from psoh_cli.report.draft import Draft
from psoh_cli.rounds.round import RoundFile

NAMES = ("ervaringsdeskundigen", "groepsgesprek-vrouwen")


def heard(counts: Mapping[str, int | None]) -> Dossier:
    """Give the full example with so many participants; a talk that is not named was not held."""
    told = dossier("voorbeeldstad")
    invitations = tuple(
        item.model_copy(update={"participants": counts.get(item.id)}) if item.group == STATUSHOUDERS else item
        for item in told.round.invitations
    )
    return replace(
        told,
        informants=tuple(
            item for item in told.informants if item.group != STATUSHOUDERS or item.id in counts
        ),
        round=RoundFile(
            format=told.round.format,
            knowledge_version=told.round.knowledge_version,
            invitations=invitations,
        ),
    )


@lru_cache(maxsize=4)
def said(**counts: int | None) -> str:
    world = heard({name.replace("_", "-"): count for name, count in counts.items()}).material(AS_OF)
    return to_json(compose("gap-analyse", world))


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({}, None),
        ({NAMES[0]: 8, NAMES[1]: 6}, TookPart(people=14)),
        ({NAMES[0]: 8, NAMES[1]: None}, TookPart(people=8, unknown=1)),
        ({NAMES[0]: 2}, TookPart(people=2)),
    ],
)
def test_participants_of_all_talks_are_added_up(
    counts: dict[str, int | None], expected: TookPart | None
) -> None:
    assert heard(counts).portrait_for_documents.took_part == expected


@pytest.mark.parametrize(
    ("heard_of", "enough"),
    [
        (TookPart(people=5), True),
        (TookPart(people=4), False),
        (TookPart(people=4, unknown=1), True),
        (TookPart(people=0, unknown=1), False),
    ],
)
def test_a_talk_of_unknown_size_counts_as_one_person(heard_of: TookPart, *, enough: bool) -> None:
    assert heard_of.is_enough is enough


def test_two_participants_are_quoted_in_no_document() -> None:
    told = heard({NAMES[0]: 2})
    held = [item for item in told.portrait_for_documents.informants if item.group == STATUSHOUDERS]
    assert len(held) == 1, "that they were heard is known"
    assert not held[0].answers
    text = said(ervaringsdeskundigen=2)
    assert "Met enkele statushouders is gesproken" in text
    for quoted in (
        "volgens statushouders",
        "zeggen statushouders",
        "antwoorden statushouders",
        "noemen statushouders",
    ):
        assert quoted not in text, quoted
    assert "zelf zijn nog niet gevraagd" not in text
    assert "minder dan 5 deelnemers" in text


def test_the_screen_of_the_adviser_keeps_them() -> None:
    analysis = heard({NAMES[0]: 2}).analysis(AS_OF)
    assert any(item.statushouders.sides for item in analysis.agreements.beside)


def test_enough_participants_are_counted_and_talks_are_not() -> None:
    text = said(ervaringsdeskundigen=8, groepsgesprek_vrouwen=6)
    assert "14 deelnemers" in text
    assert "Hun antwoorden staan in het dossier" not in text


def test_where_the_number_is_not_known_that_is_said() -> None:
    text = said(ervaringsdeskundigen=None)
    assert "Niet bij elk gesprek is bekend hoeveel mensen meededen" in text
    assert "aantal deelnemers onbekend" in text


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        ({NAMES[0]: 8, NAMES[1]: 6}, "13 informanten en 14 statushouders"),
        ({NAMES[0]: 8, NAMES[1]: None}, "13 informanten en statushouders"),
        ({NAMES[0]: 2}, "13 informanten en enkele statushouders"),
    ],
)
def test_a_header_says_with_how_many_was_spoken(counts: dict[str, int | None], expected: str) -> None:
    told = replace(example("voorbeeldstad"), portrait=heard(counts).portrait_for_documents)
    assert spoken_with(Draft(material=told)) == expected
