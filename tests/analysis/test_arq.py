"""The five questions: computed from what was said, never invented."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.finding import ArqAnswer
from psoh_cli.vocabulary import Verdict

KNOWLEDGE = make.catalogue(
    make.practice("bp-een", make.answered("een")),
    questions=(
        make.question("een"),
        make.question("weken", soort="getal", bevestigt=[{"knelpunt": "kp", "meer_dan": 14}]),
        make.question("bronnen", soort="meerkeuze", opties=make.options("spuk", "wmo", "geen")),
    ),
    arq_questions=(make.arq_question(2, "bronnen"), make.arq_question(1, "een", "weken", "bronnen")),
)


def first(*answers: dict[str, Any]) -> ArqAnswer:
    voices = [make.informant(f"i{number}", given) for number, given in enumerate(answers)]
    return make.analysis(KNOWLEDGE, *voices).arq_questions[0]


@pytest.mark.parametrize(
    ("answers", "verdict", "sentence"),
    [
        ((), Verdict.UNKNOWN, "Nog niet bekend: op de 3 vragen hierover is nog geen antwoord."),
        (
            ({"een": "weet-niet"},),
            Verdict.UNKNOWN,
            "Nog niet bekend: op de 3 vragen hierover is nog geen antwoord.",
        ),
        (
            ({"een": "ja"},),
            Verdict.MET,
            "Op orde voor zover bekend volgens rol i0: van 3 vragen is 1 gunstig beantwoord; 2 vragen zijn nog open.",
        ),
        (
            ({"een": "nee", "weken": "20", "bronnen": ["spuk"]},),
            Verdict.PARTLY,
            (
                "Deels op orde volgens rol i0: "
                "van 3 vragen zijn 1 deels gunstig, 1 ongunstig en 1 ter informatie beantwoord."
            ),
        ),
        (
            ({"een": "ja"}, {"een": "nee"}),
            Verdict.PARTLY,
            "Deels op orde volgens rol i0 en rol i1: over 1 vraag verschillen de antwoorden; 2 vragen zijn nog open.",
        ),
        (
            ({"bronnen": ["spuk"]},),
            Verdict.UNKNOWN,
            (
                "Alleen informatie, nog geen oordeel volgens rol i0: van 3 vragen is 1 ter informatie beantwoord; "
                "2 vragen zijn nog open."
            ),
        ),
        (
            ({"bronnen": ["geen"]},),
            Verdict.MISSING,
            "Nog niet op orde volgens rol i0: van 3 vragen is 1 ongunstig beantwoord; 2 vragen zijn nog open.",
        ),
    ],
)
def test_our_answer_so_far(answers: tuple[dict[str, Any], ...], verdict: Verdict, sentence: str) -> None:
    item = first(*answers)
    assert (item.verdict, item.answer) == (verdict, sentence)


def test_evidence_open_questions_and_findings_stand_with_it() -> None:
    item = first({"een": {"antwoord": "ja", "zekerheid": "onzeker"}, "weken": "weet-niet"})
    assert [piece.question for piece in item.evidence] == ["een", "weken"]
    assert [(each.question, each.state) for each in item.open] == [
        ("weken", "niemand weet het"),
        ("bronnen", "niet gevraagd"),
    ]
    assert item.findings == ("gap-praktijk-bp-een",)
    assert item.certainty == "1 van 3 vragen beantwoord, door 1 informant; niet ieder antwoord is zeker"
    assert "(onzeker)" in item.evidence[0].text


def test_they_come_in_their_own_order() -> None:
    assert [item.number for item in make.analysis(KNOWLEDGE).arq_questions] == [1, 2]
