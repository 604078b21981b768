"""A group in a talk that says both: nobody is voted down, on no screen and in no verdict."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.agreements import agreements
from psoh_cli.analysis.answer_rules import judge_answer
from psoh_cli.analysis.answer_words import says
from psoh_cli.analysis.portrait_words import portrait_of
from psoh_cli.commands.analyse_verschillen import show_differences
from psoh_cli.interview.agreement import Agreement, agreement
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import combine
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import Group
from psoh_cli.rounds.round import NO_ROUND
from psoh_cli.vocabulary import Verdict

OWN = make.question("sh-uitleg", informanten=["statushouders"], naast=["uitleg"])
THEIRS = make.question("uitleg", informanten=["gemeente"])
GROUPS = tuple(
    Group.model_validate({"id": name, "naam": name.title()}) for name in ("gemeente", "statushouders")
)
KNOWN = make.catalogue(make.practice("bp-a"), questions=(OWN, THEIRS), groups=GROUPS)


def them(*values: Any) -> tuple[Informant, ...]:
    held = (
        make.informant(f"gesprek{number}", {"sh-uitleg": value}, group="statushouders")
        for number, value in enumerate(values)
    )
    return (*held, make.informant("beleid", {"uitleg": "ja"}, group="gemeente"))


def test_it_is_written_out_as_what_it_is() -> None:
    (voice,) = combine(them(["ja", "nee"])).on("sh-uitleg")
    assert says(voice, question=OWN) == "ja en nee (de groep was verdeeld)"


def test_who_says_one_of_both_does_not_say_the_same_and_nobody_is_told_to_be_wrong() -> None:
    heard = hear("sh-uitleg", portrait=combine(them(["ja", "nee"], "ja")), questions=KNOWN.question)
    assert agreement(OWN, heard=heard) is Agreement.PER_ORGANIZATION


def test_a_verdict_on_a_group_that_is_divided_is_partly() -> None:
    criterion = AnswerCriterion.model_validate({"soort": "antwoord", "vraag": "sh-uitleg", "voldaan": ["ja"]})
    for values, verdict in ((["ja", "nee"], Verdict.PARTLY), ("ja", Verdict.MET), ("nee", Verdict.MISSING)):
        picture = make.picture(KNOWN, *them(values))
        assert judge_answer(criterion, picture=picture).verdict is verdict


def test_a_group_of_which_a_part_agrees_does_not_stand_against_professionals() -> None:
    def apart(values: Any) -> bool:
        found = agreements(combine(them(values)), catalogue=KNOWN)
        return any(item.differs for item in found.beside)

    assert (apart(["ja", "nee"]), apart("nee")) == (False, True)


def test_one_talk_that_is_divided_is_not_called_one_voice() -> None:
    def told(*values: Any) -> str:
        found = portrait_of(OWN, portrait=combine(them(*values)), catalogue=KNOWN)
        return found[0].lines[0]

    assert told(["ja", "nee"]) == "Verdeeld. Binnen één gesprek zei niet iedereen hetzelfde."
    assert told(["ja", "nee"], ["nee", "ja"]).startswith("Verdeeld.")
    assert told("ja") == "Één stem."
    lists = agreements(combine(them(["ja", "nee"])), catalogue=KNOWN)
    assert "sh-uitleg" in {item.question for item in lists.per_organization}
    assert "sh-uitleg" not in {item.question for item in lists.one_voice}


def test_professionals_beside_a_divided_talk_are_not_simply_agreed_and_it_is_named() -> None:
    def lists(*values: Any) -> Any:
        ggd = make.informant("ggd", {"uitleg": "ja"}, group="ggd")
        return agreements(combine((*them(*values), ggd)), catalogue=KNOWN)

    found = lists(["ja", "nee"])
    assert "uitleg" not in {item.question for item in (*found.agreed, *found.differing)}
    [item] = found.in_part
    assert item.question == "uitleg"
    assert [side.words for own in item.statushouders for side in own.sides] == [
        "ja en nee (de groep was verdeeld)"
    ]
    assert lists("ja").in_part == ()
    alone = agreements(combine(them(["ja", "nee"])), catalogue=KNOWN)
    assert [item.question for item in alone.in_part] == ["uitleg"]


def test_the_screen_names_what_a_divided_talk_says_beside_professionals(
    capsys: pytest.CaptureFixture[str],
) -> None:
    show_differences(make.analysis(KNOWN, *them(["ja", "nee"])), standing=NO_ROUND)
    assert "statushouders over hetzelfde: ja en nee (de groep was verdeeld)" in capsys.readouterr().out
    show_differences(make.analysis(KNOWN, *them("ja")), standing=NO_ROUND)
    assert "over hetzelfde" not in capsys.readouterr().out
