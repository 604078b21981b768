"""How sure somebody is, and what is asked about each choice: typed, kept, shown, changed and taken up again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
from tests.interview.talk import DAY, TODAY, Typist, answered, catalogue, question, talk

from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.certainty import Sure
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.replies import Given, read_reply
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Detail
from psoh_cli.vocabulary import AnswerCertainty

UNSURE, FAIRLY, SURE = AnswerCertainty.UNSURE, AnswerCertainty.FAIRLY_SURE, AnswerCertainty.SURE
DETAILS = (
    Detail.model_validate(
        {"id": "contact", "tekst": "Hoe vaak is er contact?", "soort": "getal", "eenheid": "weken"}
    ),
    Detail.model_validate({"id": "hoe", "tekst": "Hoe gaat het?", "soort": "tekst"}),
)


def _knowledge() -> Catalogue:
    parts: dict[str, Any] = {name: getattr(catalogue(), name) for name in Catalogue.model_fields}
    with_details = question("partners").model_copy(update={"details": DETAILS})
    parts["questions"] = tuple(with_details if one.id == "partners" else one for one in catalogue().questions)
    return Catalogue(**parts)


KNOWLEDGE = _knowledge()


class Heard:
    """What came of a talk over the list in which `partners` asks more about each choice."""

    def __init__(self, *lines: str, answers: Mapping[str, Answer] | None = None, plain: bool = False) -> None:
        self.recorded: list[tuple[str, Answer]] = []
        self.typist = Typist(lines, plain=plain)
        exchange = Exchange(
            questionnaire=Questionnaire(KNOWLEDGE, "proef"),
            asker=self.typist,
            record=lambda name, answer: self.recorded.append((name, answer)),
            as_of=TODAY,
            answers=dict(answers or answered(beleid="nee", soort="lokaal")),
        )
        self.ending = Conversation(exchange).run()
        self.answers = exchange.answers
        self.screen = self.typist.screen

    @property
    def details(self) -> dict[str, dict[str, str]]:
        return self.answers["partners"].details


@pytest.mark.parametrize(
    ("name", "line", "values", "certainty", "remark"),
    [
        ("beleid", "1 ~", ("ja",), UNSURE, None),
        ("beleid", "1~", ("ja",), UNSURE, None),
        ("beleid", "ja ~ redelijk zeker", ("ja",), FAIRLY, None),
        ("beleid", "ja zeker", ("ja",), SURE, None),
        ("beleid", "1 onzeker", ("ja",), UNSURE, None),
        ("beleid", "nee, niet zeker", ("nee",), UNSURE, None),
        ("beleid", "1 ~ ! soms", ("ja",), UNSURE, "soms"),
        ("beleid", "1 ! soms ~", ("ja",), UNSURE, "soms"),
        ("beleid", "1 ! kost ~ 5 euro", ("ja",), None, "kost ~ 5 euro"),
        ("partners", "1,3 ~", ("ggd", "school"), UNSURE, None),
        ("vervolg", "12 weken ~", ("12",), UNSURE, None),
        ("vervolg", "12 redelijk zeker", ("12",), FAIRLY, None),
        ("datum", "mei 2026 ~ zeker", ("2026-05",), SURE, None),
        ("wens", "meer rust ~", ("meer rust",), UNSURE, None),
        ("wens", "dat is niet zeker", ("dat is niet zeker",), None, None),
        ("wens", "van 5 ~ 10 uur", ("van 5 ~ 10 uur",), None, None),
    ],
)
def test_certainty_behind_an_answer(
    name: str, line: str, values: tuple[str, ...], certainty: AnswerCertainty | None, remark: str | None
) -> None:
    assert read_reply(question(name), line, as_of=TODAY) == Given(
        values=values, certainty=certainty, remark=remark
    )


def test_certainty_on_its_own() -> None:
    assert read_reply(question("beleid"), "~", as_of=TODAY) == Sure(UNSURE)
    assert read_reply(question("wens"), "~ zeker", as_of=TODAY) == Sure(SURE)
    assert read_reply(question("beleid"), "~ -", as_of=TODAY) == Sure(None)


def test_a_word_that_is_no_certainty_is_told() -> None:
    assert "Achter ~ past: zeker, redelijk zeker of onzeker." in talk("1 ~ een beetje", "stop").text
    assert "Achter ~" not in talk("zomaar", "stop").text


def test_certainty_is_kept_shown_changed_and_taken_away() -> None:
    done = talk("nee ~", "<", "stop")
    assert done.answers["beleid"] == Answer(values="nee", certainty=UNSURE)
    assert "Bewaard: Nee. Hoe zeker: onzeker" in done.screen
    assert "Nu staat er: Nee. Hoe zeker: onzeker (Enter = laten staan)" in done.screen
    assert talk("<", "~ zeker", "stop", answers=done.answers).answers["beleid"].certainty is SURE
    assert talk("<", "~ -", "stop", answers=done.answers).answers["beleid"].certainty is None
    assert "Geef eerst het antwoord, met ~ erachter." in talk("~", "stop").text
    assert talk("w ~", "stop").answers["beleid"] == Answer(values="weet-niet")


def test_each_choice_is_asked_about_and_each_line_saved_at_once() -> None:
    done = Heard("1,3", "4", "goed", "2", "", "stop")
    assert done.details == {"ggd": {"contact": "4", "hoe": "goed"}, "school": {"contact": "2"}}
    assert [name for name, _ in done.recorded] == ["partners"] * 4
    assert "Over Ggd (1 van 4)" in done.screen
    assert "Bewaard: School: 2 weken" in done.screen


def test_nothing_is_asked_about_nothing_or_not_knowing() -> None:
    for line in ("geen", "w", "nvt"):
        assert not [text for text in Heard(line, "stop").screen if text.startswith("Over ")]


def test_back_goes_to_the_detail_before_and_then_to_the_question() -> None:
    done = Heard("1", "4", "<", "5", "<", "<", "2", "", "", "stop")
    assert done.answers["partners"].values == ("huisarts",)
    assert done.screen.count("Vraag over partners?") == 2
    assert "Nu staat er: 4 weken (- = weghalen)" in done.screen


def test_what_was_said_about_choices_that_stay_is_kept_and_comes_back_with_a_choice() -> None:
    before = {**answered(beleid="nee", soort="lokaal"), "partners": _told("ggd", "school")}
    fewer = Heard("naar 3", "3", ">", "stop", answers=before)
    assert fewer.details == {"school": {"hoe": "over school"}}
    again = Heard("naar 3", "3", ">", "naar 3", "1,3", ">", "stop", answers=before)
    assert again.details == {"ggd": {"hoe": "over ggd"}, "school": {"hoe": "over school"}}


def test_a_wrong_value_is_told_and_asked_again_and_a_remark_has_its_own_place() -> None:
    done = Heard("1", "veel", "! wel eens", "4 ~", "4", "?", "- ", "stop")
    assert "geen heel getal" in " ".join(done.screen)
    assert "Hier past alleen een antwoord." in " ".join(done.screen)
    assert "Uw antwoord op de vraag zelf is al bewaard." in " ".join(done.screen)
    assert done.details == {"ggd": {"contact": "4"}}


def test_details_can_be_changed_without_giving_the_answer_again() -> None:
    done = Heard(
        "naar 3", "aanvullen", "9", "-", "stop", answers={**answered(beleid="nee"), "partners": _told("ggd")}
    )
    assert done.details == {"ggd": {"contact": "9"}}
    assert "Typ aanvullen om per antwoord iets toe te voegen of te wijzigen." in done.screen


def test_the_review_shows_details() -> None:
    done = Heard("nakijken", "stop", answers={**answered(beleid="nee"), "partners": _told("ggd")})
    assert "      Over Ggd: Hoe gaat het? over ggd" in done.screen


def test_a_jump_out_of_the_details_leaves_what_was_said() -> None:
    done = Heard("1", "4", "/naar 1", "", "stop")
    assert done.details == {"ggd": {"contact": "4"}}
    assert done.screen.count("Vraag over beleid?") == 1


@pytest.mark.parametrize("said", [0, 1, 2, 3])
def test_stopping_among_the_details_goes_on_there_the_next_time(said: int) -> None:
    lines = ("4", "goed", "2", "slecht")
    first = Heard("1,3", *lines[:said], "stop")
    again = Heard(*lines[said:], "stop", answers=first.answers)
    assert again.answers == Heard("1,3", *lines, "stop").answers
    assert any(line.startswith("Bij uw laatste antwoord") for line in again.screen)


def test_what_was_told_in_full_is_not_asked_again_and_enter_leaves_what_was_skipped() -> None:
    full = Heard("1", "4", "goed", "stop")
    assert not [
        line for line in Heard("stop", answers=full.answers).screen if line.startswith("Bij uw laatste")
    ]
    skipped = Heard("1", "4", "", "stop")
    assert Heard("", "stop", answers=skipped.answers).recorded == []


def test_a_free_text_about_a_choice_may_be_a_word_that_is_a_command() -> None:
    done = Heard("1", "4", "open", "stop")
    assert done.details == {"ggd": {"contact": "4", "hoe": "open"}}


def test_plain_mode_has_no_indents_among_the_details() -> None:
    done = Heard("1", "?", "4", "goed", "nakijken", "", "", "stop", plain=True)
    assert not [line for line in done.screen if line.startswith(" ")]
    assert done.ending is Ending.STOPPED


def _told(*choices: str) -> Answer:
    details = {choice: {"hoe": f"over {choice}"} for choice in choices}
    return Answer(values=choices, day=DAY, details=details)
