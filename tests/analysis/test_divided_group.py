"""A group in a talk that says both: nobody is voted down, on no screen and in no verdict."""

from __future__ import annotations

from typing import Any

from tests import builders as make

from psoh_cli.analysis.agreements import agreements
from psoh_cli.analysis.answer_rules import judge_answer
from psoh_cli.analysis.answer_words import says
from psoh_cli.interview.agreement import Agreement, agreement
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import combine
from psoh_cli.practices.practice import AnswerCriterion
from psoh_cli.practices.question import Group
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
