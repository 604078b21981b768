"""What one answer proves: nobody proves that something is missing where they cannot see it, or are not sure."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.finding import Analysis
from psoh_cli.practices.question import Group
from psoh_cli.vocabulary import Verdict

LIST = make.question(
    "programmas",
    soort="meerkeuze",
    opties=make.options("mind-spring", "pm-plus", "geen"),
    informanten=["gemeente", "ggz", "school"],
    doet_zelf=["ggz"],
    zin_onderwerp="de programma's",
    zin_begin="er was",
    zinnen={"geen": "geen programma"},
)
GROUPS = tuple(
    Group.model_validate({"id": name, "naam": name.capitalize()})
    for name in ("gemeente", "ggz", "school", "ggd")
)
WORLD = make.catalogue(
    make.practice("bp-ms", make.answered("programmas", met=("mind-spring",), partly=())),
    questions=(LIST,),
    arq_questions=(make.arq_question(3, "programmas"),),
    groups=GROUPS,
)


def told(**groups: Any) -> Analysis:
    voices = [make.informant(group, {"programmas": said}, group=group) for group, said in groups.items()]
    return make.analysis(WORLD, *voices)


@pytest.mark.parametrize(
    ("groups", "verdict", "arq"),
    [
        ({"school": ["geen"]}, Verdict.UNKNOWN, Verdict.UNKNOWN),
        ({"school": ["pm-plus"]}, Verdict.UNKNOWN, Verdict.UNKNOWN),  # what it does not name it may not know
        ({"school": ["mind-spring"]}, Verdict.MET, Verdict.MET),
        ({"gemeente": ["geen"]}, Verdict.MISSING, Verdict.MISSING),
        ({"ggz": ["geen"]}, Verdict.MISSING, Verdict.MISSING),  # does this work itself
        ({"gemeente": ["geen"], "school": ["geen"]}, Verdict.MISSING, Verdict.MISSING),
        ({"gemeente": ["mind-spring"], "school": ["geen"]}, Verdict.PARTLY, Verdict.PARTLY),
        ({"gemeente": {"antwoord": ["geen"], "zekerheid": "onzeker"}}, Verdict.PARTLY, Verdict.PARTLY),
    ],
)
def test_who_sees_a_part_proves_no_absence_in_the_whole(
    groups: dict[str, Any], verdict: Verdict, arq: Verdict
) -> None:
    analysis = told(**groups)
    assert analysis.finding["gap-praktijk-bp-ms"].verdict is verdict
    assert analysis.arq_questions[0].verdict is arq


def test_the_sentence_says_who_knows_of_none() -> None:
    analysis = told(school=["geen"])
    assert analysis.arq_questions[0].answer == "Er was geen programma, voor zover bekend bij rol school."
    reason = analysis.finding["gap-praktijk-bp-ms"].reason
    assert "rol school kent er geen" in reason
    assert "Dat bewijst niet dat er in de hele gemeente geen is." in reason
    assert told(gemeente=["geen"]).arq_questions[0].answer == "Er was geen programma, volgens rol gemeente."


def test_who_sees_the_whole_is_still_to_be_asked() -> None:
    analysis = told(school=["geen"])
    assert analysis.finding["gap-praktijk-bp-ms"].ask == ("gemeente", "ggz")
    assert [item.group for item in analysis.to_ask] == ["gemeente", "ggz"]
    assert [(item.question, item.state) for item in analysis.arq_questions[0].open] == [
        ("programmas", "niet gevraagd")
    ]
    assert not told(gemeente=["geen"]).to_ask


VISION = make.catalogue(
    make.practice("bp-visie", make.answered("vastgesteld"), make.answered("breed")),
    questions=(make.question("vastgesteld"), make.question("breed")),
)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"breed": "nee"}, Verdict.PARTLY),  # whether there is one at all was never asked
        ({"breed": {"antwoord": "nee", "zekerheid": "onzeker"}}, Verdict.PARTLY),
        ({"vastgesteld": "weet-niet", "breed": "nee"}, Verdict.PARTLY),
        ({"vastgesteld": "nee"}, Verdict.MISSING),
        ({"vastgesteld": "nee", "breed": "nee"}, Verdict.MISSING),
        ({"vastgesteld": {"antwoord": "nee", "zekerheid": "onzeker"}}, Verdict.PARTLY),
        ({"vastgesteld": "niet-van-toepassing", "breed": "nee"}, Verdict.MISSING),
        ({}, Verdict.UNKNOWN),
    ],
)
def test_the_leading_question_decides_what_is_missing(answers: dict[str, Any], verdict: Verdict) -> None:
    analysis = make.analysis(VISION, make.informant("a", answers))
    assert analysis.finding["gap-praktijk-bp-visie"].verdict is verdict


ARQ = make.catalogue(
    questions=tuple(make.question(name) for name in ("een", "twee", "drie")),
    arq_questions=(make.arq_question(1, "een", "twee", "drie"),),
)


@pytest.mark.parametrize(
    ("answers", "verdict"),
    [
        ({"een": "ja", "twee": "ja", "drie": "ja"}, Verdict.MET),
        ({"een": "ja", "twee": "ja"}, Verdict.PARTLY),
        ({"een": "ja", "twee": "ja", "drie": "weet-niet"}, Verdict.PARTLY),
        ({"een": "ja", "twee": "ja", "drie": "niet-van-toepassing"}, Verdict.MET),
        ({"een": "nee"}, Verdict.MISSING),
        ({"twee": "nee"}, Verdict.PARTLY),
        ({"een": "nee", "twee": "nee", "drie": "nee"}, Verdict.MISSING),
        ({"een": "ja", "twee": "nee"}, Verdict.PARTLY),
        ({"een": "weet-niet"}, Verdict.UNKNOWN),
    ],
)
def test_an_arq_question_is_not_in_order_while_a_part_is_open(
    answers: dict[str, str], verdict: Verdict
) -> None:
    assert make.analysis(ARQ, make.informant("a", answers)).arq_questions[0].verdict is verdict
