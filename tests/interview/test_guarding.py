"""A text that names somebody is asked again before it is saved; the choice beside it never waits."""

from __future__ import annotations

import pytest
from tests.interview.talk import TODAY, Talk, Typist, answered, talk

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.guarding import kept_anyway, nameless
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.vocabulary import AnswerKind

NAMED = "Mevrouw Fatima Jansen (06-12345678)"
SOBER = "de coördinator van het taalhuis"
FIRST = answered(beleid="nee")


def _saved(done: Talk) -> list[str]:
    return [text for _, answer in done.recorded for text in (*answer.texts, *answer.values)]


@pytest.mark.parametrize(
    ("said", "remark"),
    [
        ((SOBER,), SOBER), (("-",), None), (("<",), None), (("toch",), NAMED), (("?", SOBER), SOBER),
        (("Piet van Dam", "", "-"), None),
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "lines", [(f"nee ! {NAMED}",), (f"! {NAMED}", "nee"), ("nee", "naar 1", f"! {NAMED}")]
)
def test_a_remark_that_names_somebody_is_asked_again(
    lines: tuple[str, ...], said: tuple[str, ...], remark: str | None
) -> None:
    at = next(at for at, line in enumerate(lines) if NAMED in line) + 1
    done = talk(*lines[:at], *said, *lines[at:], "stop")
    assert done.answers["beleid"] == Answer(values="nee", remark=remark)
    assert (NAMED in _saved(done)) is (remark == NAMED)


@pytest.mark.parametrize(
    ("said", "other"), [((SOBER,), SOBER), (("-",), None), (("toch",), NAMED), (("stop",), None), ((), None)]
)
def test_the_choice_is_saved_before_its_words_are_asked_again(
    said: tuple[str, ...], other: str | None
) -> None:
    done = talk("3", NAMED, *said, answers=FIRST)
    assert done.recorded[0] == ("soort", Answer(values="anders"))
    assert done.answers["soort"] == Answer(values="anders", other=other)
    if said in ((), ("stop",)):
        assert "Niet bewaard: uw uitleg." in done.screen


@pytest.mark.parametrize(
    ("said", "values"),
    [((SOBER,), (SOBER,)), (("-",), None), (("<",), None), (("toch",), (NAMED,)), (("stop",), None)],
)
def test_an_answer_in_words_waits_itself(said: tuple[str, ...], values: tuple[str, ...] | None) -> None:
    done = talk("naar 4", NAMED, *said, "stop", answers=FIRST)
    found = done.answers.get("wens")
    assert (found.values if found else None) == values
    assert done.ending is Ending.STOPPED


@pytest.mark.parametrize(("said", "kept"), [(SOBER, SOBER), ("-", None), ("toch", NAMED)])
def test_what_is_said_of_a_choice_is_asked_again_too(said: str, kept: str | None) -> None:
    real, _ = read_catalogue()
    asked = real.question["samenwerking-partners"]
    words = asked.details[0].model_copy(update={"kind": AnswerKind.TEXT, "options": ()})
    asked = asked.model_copy(update={"details": (words,), "ask_when": None})
    typist = Typist(["1", NAMED, said, "stop"])
    exchange = Exchange(
        questionnaire=Questionnaire(real.model_copy(update={"questions": (asked,)}), asked.groups[0]),
        asker=typist,
        record=lambda name, answer: None,
        as_of=TODAY,
        answers={},
    )
    Conversation(exchange).run()
    about = exchange.answers[asked.id].details
    assert [text for told in about.values() for text in told.values()] == ([kept] if kept else [])


def test_what_stands_there_already_is_not_asked_again() -> None:
    old = Answer(values="nee", remark=NAMED)
    done = talk("naar 1", "nee ~", "stop", answers={"beleid": old})
    assert done.answers["beleid"].remark == NAMED
    assert "Schrijf het anders op" not in done.text


def test_keeping_it_says_what_comes_of_it_and_how_it_may_stay() -> None:
    told = " ".join(talk(f"nee ! {NAMED}", "toch", "stop").screen)
    assert "psoh check meldt dit als fout, en psoh analyse stopt er dan op." in told
    assert "# psoh: negeer PRIVACY003, PRIVACY005 omdat" in told
    assert next(iter(kept_anyway(NAMED))) in told


@pytest.mark.parametrize("text", [SOBER, "Regionaal via de GGD", "2026"])
def test_what_names_nobody_is_not_held_up(text: str) -> None:
    assert nameless(Typist([]), text, where="uw opmerking") == text
