"""How groups are named: a kind of organization, and a part of a group only where the rest of it says otherwise."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.interview.nameless import nameless
from psoh_cli.interview.naming import (
    counted,
    full_name,
    groups_named,
    joined,
    list_name,
    several,
    spoken_name,
)
from psoh_cli.interview.portrait import Portrait, Voice, combine
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Group

GROUPS = (
    Group.model_validate({"id": "ggd", "naam": "GGD en jeugdgezondheidszorg"}),
    Group.model_validate({"id": "huisarts", "naam": "Huisarts en POH-GGZ", "kort": "huisartsenzorg"}),
)
FUNCTIONS = ("huisarts en", "poh", "klantmanager", "vrijwilligers en maatjes", "schoolmaatschappelijk")


def portrait(**said: dict[str, Any]) -> Portrait:
    informants = (
        make.informant(name, answers, group=name.rstrip("0123456789")) for name, answers in said.items()
    )
    questions = {name: make.question(name) for name in ("v", "w")}
    return nameless(combine(tuple(informants)), groups=GROUPS, questions=questions)


def saying(value: str, told: Portrait) -> list[Voice]:
    return [voice for voice in told.on("v") if voice.answer.values == (value,)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"ggd": {"v": "ja"}, "ggd2": {"w": "ja"}}, "GGD en jeugdgezondheidszorg"),
        ({"ggd": {"v": "ja"}, "ggd2": {"v": "weet-niet"}}, "GGD en jeugdgezondheidszorg"),
        ({"ggd": {"v": "ja"}, "ggd2": {"v": "niet-van-toepassing"}}, "GGD en jeugdgezondheidszorg"),
        (
            {"ggd": {"v": "ja"}, "ggd2": {"v": "nee"}},
            "1 van de 2 informanten uit GGD en jeugdgezondheidszorg",
        ),
        ({"ggd": {"v": "ja"}, "ggd2": {"v": "ja"}}, "beide informanten uit GGD en jeugdgezondheidszorg"),
        ({"ggd": {"v": "ja"}, "ggd2": {"v": "ja"}, "ggd3": {"w": "ja"}}, "GGD en jeugdgezondheidszorg"),
        (
            {"ggd": {"v": "ja"}, "ggd2": {"v": "nee"}, "ggd3": {"w": "ja"}},
            "1 van de 2 informanten uit GGD en jeugdgezondheidszorg",
        ),
    ],
)
def test_a_part_of_a_group_is_counted_only_among_those_who_answered(
    said: dict[str, Any], expected: str
) -> None:
    told = portrait(**said)
    assert joined(groups_named(saying("ja", told), portrait=told)) == expected


def test_who_does_not_know_beside_one_who_does_is_a_part() -> None:
    told = portrait(ggd={"v": "ja"}, ggd2={"v": "weet-niet"})
    named = groups_named(saying("weet-niet", told), portrait=told)
    assert named == ("1 van de 2 informanten uit GGD en jeugdgezondheidszorg",)


def test_the_verb_follows_the_words_that_stand_there() -> None:
    alone = portrait(ggd={"v": "ja"}, ggd2={"w": "ja"})
    assert several(saying("ja", alone), portrait=alone), "GGD en jeugdgezondheidszorg zeggen"
    divided = portrait(ggd={"v": "ja"}, ggd2={"v": "nee"})
    assert not several(saying("ja", divided), portrait=divided), "1 van de 2 informanten zegt"
    one = portrait(huisarts={"v": "ja"})
    assert not several(saying("ja", one), portrait=one)


def test_a_group_has_a_name_of_its_own_for_documents() -> None:
    assert [spoken_name(group) for group in GROUPS] == ["GGD en jeugdgezondheidszorg", "huisartsenzorg"]
    assert full_name(GROUPS[1]) == "Huisartsenzorg"


def test_no_group_of_the_knowledge_is_named_by_a_function_in_a_document() -> None:
    for group in read_catalogue()[0].groups:
        for name in (list_name(group), full_name(group), spoken_name(group)):
            assert not any(word in name.casefold() for word in FUNCTIONS), name


def test_unsure_statushouders_are_not_counted_among_the_informants() -> None:
    unsure = {"v": {"antwoord": "ja", "zekerheid": "onzeker"}}
    told = portrait(ggd={"v": "ja"}, huisarts={"v": "ja"}, statushouders=unsure)
    assert counted(told.on("v")) == "2 informanten en statushouders (deels onzeker)"
