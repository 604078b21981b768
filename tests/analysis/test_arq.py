"""The five questions: computed from what was said, in sentences, never invented."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from tests import builders as make
from tests.analysis.worlds import informants, knowledge

from psoh_cli.analysis.arq_said import clause
from psoh_cli.analysis.arq_sentences import MOST_WORDS
from psoh_cli.analysis.finding import ArqAnswer
from psoh_cli.interview.answers import Informant
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import Verdict

BUDGET = make.question(
    "een",
    zin_onderwerp="het budget",
    zinnen={"ja": "er is budget", "deels": "er is deels budget", "nee": "er is geen budget"},
)
WEEKS = make.question(
    "weken",
    soort="getal",
    eenheid="weken",
    bevestigt=[{"knelpunt": "kp", "meer_dan": 14}],
    zin_onderwerp="de wachttijd",
    zin_begin="mensen wachten",
)
SOURCES = make.question(
    "bronnen",
    soort="meerkeuze",
    opties=make.options("spuk", "wmo", "gala", "wpg", "iza", "geen"),
    zin_onderwerp="de geldbronnen",
    zin_begin="de gemeente gebruikt",
    zinnen={"spuk": "de SPUK", "geen": "geen geldbron"},
)
KNOWLEDGE = make.catalogue(
    make.practice("bp-een", make.answered("een")),
    questions=(BUDGET, WEEKS, SOURCES),
    arq_questions=(make.arq_question(2, "bronnen"), make.arq_question(1, "een", "weken", "bronnen")),
)
SHAKY = {"antwoord": "ja", "zekerheid": "onzeker"}


def first(*answers: dict[str, Any]) -> ArqAnswer:
    voices = [make.informant(f"i{number}", given) for number, given in enumerate(answers)]
    return make.analysis(KNOWLEDGE, *voices).arq_questions[0]


@pytest.mark.parametrize(
    ("answers", "verdict", "sentence"),
    [
        ((), Verdict.UNKNOWN, "Nog niet bekend: de drie vragen hierover zijn nog niet gesteld."),
        (
            ({"een": "weet-niet"},),
            Verdict.UNKNOWN,
            "Nog niet bekend: nog niemand heeft de drie vragen hierover beantwoord.",
        ),
        (
            ({"een": "weet-niet", "weken": "weet-niet", "bronnen": ["weet-niet"]},),
            Verdict.UNKNOWN,
            "Nog niet bekend: niemand kon de drie vragen hierover beantwoorden.",
        ),
        (
            ({"een": "weet-niet", "weken": "niet-van-toepassing", "bronnen": ["niet-van-toepassing"]},),
            Verdict.UNKNOWN,
            "Nog niet bekend: niemand kon de vraag hierover beantwoorden.",
        ),
        (
            (dict.fromkeys(("een", "weken", "bronnen"), "niet-van-toepassing"),),
            Verdict.NOT_APPLICABLE,
            "Niet van toepassing, volgens de informanten.",
        ),
        (
            ({"een": "ja"},),
            Verdict.PARTLY,
            "Voor zover bekend: er is budget, volgens rol i0. Over de wachttijd en de geldbronnen is nog niets bekend.",
        ),
        (
            ({"een": SHAKY},),
            Verdict.PARTLY,
            (
                "Voor zover bekend: er is budget, volgens rol i0 (onzeker). Over de wachttijd en de geldbronnen is nog "
                "niets bekend."
            ),
        ),
        (
            ({"een": "nee", "weken": "20", "bronnen": ["spuk", "wmo"]},),
            Verdict.PARTLY,
            "Er is geen budget, mensen wachten 20 weken, en de gemeente gebruikt de SPUK en Wmo, volgens rol i0.",
        ),
        (
            ({"een": "ja"}, {"een": "nee"}),
            Verdict.PARTLY,
            (
                "Over het budget verschillen de antwoorden: er is budget, volgens rol i0; er is geen budget, volgens "
                "rol i1. Over de wachttijd en de geldbronnen is nog niets bekend."
            ),
        ),
        (
            ({"een": "ja", "weken": "10"}, {"een": "ja", "weken": "18"}, {"een": "ja", "weken": "12"}),
            Verdict.PARTLY,
            (
                "Voor zover bekend: er is budget, en mensen wachten 10 tot 18 weken, volgens rol i0, rol i1 en rol i2. "
                "Over de geldbronnen is nog niets bekend."
            ),
        ),
        (
            ({"bronnen": ["spuk"]}, {"bronnen": ["wmo"]}),
            Verdict.UNKNOWN,
            (
                "Voor zover bekend: de gemeente gebruikt de SPUK en Wmo, volgens rol i0 en rol i1 samen. "
                "Over het budget en de wachttijd is nog niets bekend."
            ),
        ),
        (
            ({"bronnen": ["geen"]}, {"bronnen": ["spuk", "wmo", "gala", "wpg", "iza"]}),
            Verdict.PARTLY,
            (
                "Over de geldbronnen verschillen de antwoorden: de gemeente gebruikt de SPUK, Wmo, Gala en nog 2 "
                "andere, volgens rol i1; de gemeente gebruikt geen geldbron, volgens rol i0. "
                "Over het budget en de wachttijd is nog niets bekend."
            ),
        ),
        (
            ({"bronnen": ["geen"]},),
            Verdict.PARTLY,
            (
                "Voor zover bekend: de gemeente gebruikt geen geldbron, volgens rol i0. "
                "Over het budget en de wachttijd is nog niets bekend."
            ),
        ),
    ],
)
def test_our_answer_so_far(answers: tuple[dict[str, Any], ...], verdict: Verdict, sentence: str) -> None:
    item = first(*answers)
    assert (item.verdict, item.answer) == (verdict, sentence)


def test_more_open_questions_than_there_are_words_for() -> None:
    names = [f"v{number}" for number in range(14)]
    questions = tuple(make.question(name, zinnen={"ja": "het is er"}) for name in names)
    world = make.catalogue(questions=questions, arq_questions=(make.arq_question(1, *names),))
    nothing = make.analysis(world).arq_questions[0].answer
    assert nothing == "Nog niet bekend: de 14 vragen hierover zijn nog niet gesteld."
    one = make.analysis(world, make.informant("a", {"v0": "ja", "v1": "ja", "v2": "ja", "v3": "ja"}))
    assert one.arq_questions[0].answer.endswith("Op tien andere vragen hierover is nog geen antwoord.")


def test_many_voices_are_counted_and_the_doubt_with_them() -> None:
    answers = [{"een": "ja"}] * 3 + [{"een": SHAKY}]
    assert first(*answers).answer.startswith(
        "Voor zover bekend: er is budget, volgens 4 informanten (van wie 1 onzeker)."
    )


def test_as_many_informants_are_not_the_same_informants() -> None:
    answers = [{"een": "ja"}, *[{"een": "ja", "weken": "9"}] * 3, {"weken": "9"}]
    assert first(*answers).answer.startswith(
        "Voor zover bekend: er is budget, volgens 4 informanten. Mensen wachten 9 weken, volgens 4 informanten."
    )


def test_what_does_not_fit_is_left_to_the_evidence() -> None:
    """Ever less is told of a difference, and what tells least is dropped first, until it fits."""
    names = [f"v{number}" for number in range(8)]
    questions = tuple(
        make.question(
            name,
            zin_onderwerp=f"onderwerp {name}",
            zinnen={value: f"{name} is {' zeer' * 8} {value}" for value in ("ja", "deels", "nee")},
        )
        for name in names
    )
    world = make.catalogue(questions=questions, arq_questions=(make.arq_question(1, *names),))
    all_yes = dict.fromkeys(names, "ja")
    agreed = make.analysis(world, make.informant("a", {**all_yes, "v7": "nee"})).arq_questions[0].answer
    assert len(agreed.split()) <= MOST_WORDS
    assert "V0 is" in agreed
    assert "v7 is" in agreed
    assert "v6 is" not in agreed
    others = [make.informant(f"i{number}", dict.fromkeys(names, "nee")) for number in range(2)]
    differing = make.analysis(world, make.informant("a", all_yes), *others).arq_questions[0].answer
    assert differing.startswith("Over onderwerp v0 (ja volgens rol a; nee volgens rol i0 en rol i1), ")
    assert differing.endswith(
        "onderwerp v6 en onderwerp v7 verschillen de antwoorden; wie wat zegt, staat bij de verschillen."
    )


def test_a_remark_and_a_word_that_is_no_option_never_appear() -> None:
    said = {"antwoord": ["spuk", "het geheime potje"], "anders": "Potje van Jan", "opmerking": "Jan zei dit."}
    assert "volgens rol i0" in first({"bronnen": said}).answer
    assert "otje" not in first({"bronnen": said}).answer
    assert "Jan" not in first({"bronnen": said}).answer
    assert first({"weken": "ongeveer vijf"}).answer.startswith("Er zijn antwoorden die zich niet")


ROLES = {
    "Beleidsadviseur gezondheid": "de beleidsadviseur gezondheid",
    "Huisarts en POH-GGZ, gezamenlijk gesprek": "de huisarts en POH-GGZ",
    "Hoofdbehandelaar": "de hoofdbehandelaar",
    "Wijkteam Noord": "het wijkteam Noord",
    "GGD-arts": "de GGD-arts",
    "Openbare bronnen (geen gesprek)": "openbare bronnen (geen gesprek)",
    "Openbaar jaarverslag": "openbaar jaarverslag",
}


@pytest.mark.parametrize(("role", "words"), ROLES.items())
def test_roles_read_as_dutch(role: str, words: str) -> None:
    item = make.analysis(KNOWLEDGE, make.informant("a", {"een": "ja"}, rol=role)).arq_questions[0]
    assert item.answer.startswith(f"Voor zover bekend: er is budget, volgens {words}.")


def test_what_follows_a_comma_stays_where_it_tells_informants_apart() -> None:
    roles = ("Huisarts, praktijk Oost", "Huisarts, praktijk West")
    voices = [make.informant(f"i{number}", {"een": "ja"}, rol=role) for number, role in enumerate(roles)]
    answer = make.analysis(KNOWLEDGE, *voices).arq_questions[0].answer
    assert "volgens de huisarts (praktijk Oost) en de huisarts (praktijk West)." in answer


ASKED = [
    knowledge().question[name] for name in dict.fromkeys(q for a in knowledge().arq_questions for q in a.questions)
]  # fmt: skip


@pytest.mark.parametrize("question", ASKED, ids=lambda question: question.id)
def test_every_answer_that_can_be_given_can_be_said(question: Question) -> None:
    values = [option.value for option in question.choices()] or ["7"]
    said = [clause(question, values=[value]) for value in values]
    assert all(said)
    assert len(set(said)) == len(values)


@pytest.mark.slow
@given(voices=informants())
def test_every_answer_is_short_and_whole(voices: tuple[Informant, ...]) -> None:
    for item in make.analysis(knowledge(), *voices).arq_questions:
        assert len(item.answer.split()) <= MOST_WORDS
        assert item.answer[0].isupper()
        assert item.answer.endswith(".")
        assert ".." not in item.answer
        assert "  " not in item.answer


def test_evidence_open_questions_and_findings_stand_with_it() -> None:
    item = first({"een": SHAKY, "weken": "weet-niet"})
    assert [piece.question for piece in item.evidence] == ["een", "weken"]
    assert [(each.question, each.state) for each in item.open] == [
        ("weken", "niemand weet het"),
        ("bronnen", "niet gevraagd"),
    ]
    assert item.findings == ("gap-praktijk-bp-een",)
    assert item.certainty == (
        "1 van 3 vragen beantwoord, door 1 informant; niet ieder antwoord is zeker; "
        "van 1 antwoord is de datum onbekend"
    )
    assert "(onzeker)" in item.evidence[0].text
    assert item.evidence[0].verdict is Verdict.PARTLY


def test_they_come_in_their_own_order() -> None:
    assert [item.number for item in make.analysis(KNOWLEDGE).arq_questions] == [1, 2]
