"""The lists of the knowledge: short for every role, open for statushouders, and old answers keep counting."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.builders import informant

from psoh_cli.interview import rules
from psoh_cli.interview.portrait import combine
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.vocabulary import AnswerKind, Provenance, Scope

CATALOGUE = read_catalogue()[0]
OPEN = (AnswerKind.TEXT, AnswerKind.MULTIPLE)
PARTNERS = [group.id for group in CATALOGUE.groups if group.id not in ("gemeente", STATUSHOUDERS)]


@pytest.mark.parametrize(
    ("group", "fewest", "most"),
    [("gemeente", 40, 70), (STATUSHOUDERS, 8, 12), *((name, 10, 20) for name in PARTNERS)],
)
def test_a_list_is_as_short_as_its_role_has_time_for(group: str, fewest: int, most: int) -> None:
    bounds = CATALOGUE.group[group]
    assert (bounds.fewest, bounds.most) == (fewest, most)
    assert fewest <= len(Questionnaire(CATALOGUE, group).questions) <= most


def test_a_talk_begins_and_ends_open_and_asks_nobody_about_themselves() -> None:
    asked = Questionnaire(CATALOGUE, STATUSHOUDERS).questions
    assert asked[0].kind is AnswerKind.TEXT
    assert asked[-1].kind is AnswerKind.TEXT
    assert [
        question.id for question in asked if " uw klacht" in question.text or " u last" in question.text
    ] == []
    several = [question for question in asked if question.kind is AnswerKind.MULTIPLE]
    assert all("anders" in {option.value for option in question.options} for question in several)
    assert sum(question.kind in OPEN for question in asked) >= 5


def test_what_is_set_beside_each_other_is_asked_to_others() -> None:
    pairs = {question.id: question.beside for question in CATALOGUE.questions if question.beside}
    assert pairs == {
        "sh-vaste-persoon": ("vaste-begeleider",),
        "sh-uitleg-zorg": ("uitleg-zorg",),
        "sh-hulp-past": ("hulp-passend",),
    }


def test_new_questions_are_our_own_reasoning_and_claim_no_source() -> None:
    new = [question for question in CATALOGUE.questions if question.since == "2026.2"]
    assert len(new) == 17
    assert {question.provenance for question in new} == {Provenance.DERIVED}
    assert [question.id for question in new if question.sources] == []


def test_volunteers_have_a_group_of_their_own() -> None:
    found = CATALOGUE.group_of_partner("vrijwilligers-maatjes")
    assert found is not None
    assert found.id == "vrijwilligers"


def test_own_work_is_told_apart_from_the_gemeente() -> None:
    own = {question.id for question in CATALOGUE.questions if question.scope is Scope.OWN_WORK}
    assert {"kaart-gebruik", "wachttijd-weken", "signaal-vervolg", "samenwerking-partners"} <= own
    assert own.isdisjoint({"regisseur", "uitleg-zorg", "hulp-passend", "drempels", "tolk-afspraken"})


@pytest.mark.parametrize(("group", "codes"), [("ggd", []), ("welzijn", []), ("school", ["INTERVIEW010"])])
def test_an_answer_of_a_group_that_is_asked_no_more_counts_without_a_warning(
    group: str, codes: list[str]
) -> None:
    someone = informant(group, {"aanbod-inloop": "ja"}, group=group)
    found = rules.check(
        someone.interview,
        name=someone.id,
        catalogue=CATALOGUE,
        as_of=date(2026, 11, 21),
        file="x.yaml",
        place=lambda path: (1, 1),
    )
    assert [problem.code for problem in found if problem.code == "INTERVIEW010"] == codes
    assert [voice.group for voice in combine((someone,)).known("aanbod-inloop")] == [group]


def test_the_manual_tells_how_long_the_lists_are(root: Path) -> None:
    counts = {group.id: len(Questionnaire(CATALOGUE, group.id).questions) for group in CATALOGUE.groups}
    partners = [counts[name] for name in PARTNERS]
    told = " ".join((root / "docs" / "ronde.md").read_text(encoding="utf-8").split())
    least = {name: len(Questionnaire(CATALOGUE, name).applicable({})) for name in counts}
    assert f"de gemeente {least['gemeente']} tot {counts['gemeente']} vragen" in told
    assert f"een partner {min(partners)} tot {max(partners)}" in told
    assert f"een gesprek met statushouders {least[STATUSHOUDERS]} of {counts[STATUSHOUDERS]}." in told
