"""What a list says, held against the interview: taken over, told, or left as it was."""

from __future__ import annotations

import pytest
from tests.interview.changes import with_changes
from tests.interview.forms.lists import DAY, TODAY, catalogue, informant, question

from psoh_cli.came_in import Place
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import label
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, QuestionChange
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind

PLACE = Place(file="lijst.xlsx", sheet="Vragen", row=12, column="Uw antwoord")
YES_NO = question(AnswerKind.YES_NO_PARTLY).id
ASKED = Questionnaire(catalogue(), "gemeente")
FOLLOW_UP = next(item for item in ASKED.questions if item.ask_when is not None)
REPEATED = next(item for item in catalogue().questions if item.details)
CHOICE = REPEATED.choices()[0].value
OTHER_CHOICE = REPEATED.choices()[1].value
DETAIL = next(item for item in REPEATED.details if item.options or item.kind is AnswerKind.YES_NO_PARTLY)


def said(name: str, *values: str, **more: object) -> FilledAnswer:
    return FilledAnswer(question=name, values=values, place=PLACE, **more)  # type: ignore[arg-type]


def read(*answers: FilledAnswer, group: str = "huisarts", known: Catalogue | None = None) -> Understood:
    filled = Filled(
        file="lijst.xlsx",
        informant="huisarts-linde",
        code="GM9999",
        group=group,
        knowledge_version=catalogue().version,
        made_on=TODAY,
        answers=answers,
    )
    return understand(filled, catalogue=known or catalogue(), as_of=TODAY)


def against(found: Understood, before: dict[str, Answer], group: str = "huisarts") -> Preview:
    return compare(found, informant(group, before), catalogue=catalogue(), day=DAY)


def test_what_is_empty_stays_as_it_is() -> None:
    before = {YES_NO: Answer(values=("nee",), remark="Nog niet.")}
    preview = against(read(said(YES_NO)), before)
    assert (preview.changes, preview.kept) == ((), (YES_NO,))


def test_the_same_answer_keeps_its_own_day() -> None:
    before = Answer(values=("ja",), day="2026-01-02")
    preview = against(read(said(YES_NO, "Ja")), {YES_NO: before})
    assert (preview.changes, preview.same) == ((), (YES_NO,))


def test_the_words_at_anders_stay_with_it_and_go_with_it() -> None:
    other = next(
        item for item in catalogue().questions
        if item.kind is AnswerKind.MULTIPLE and any(one.value == "anders" for one in item.choices())
    )  # fmt: skip
    group, first = other.groups[0], other.choices()[0].value
    before = {other.id: Answer(values=("anders",), other="de kapper")}
    both = against(read(said(other.id, first, "anders"), group=group), before, group)
    assert both.answers[other.id].other == "de kapper"
    gone = against(read(said(other.id, first), group=group), before, group)
    assert gone.answers[other.id] == Answer(values=(first,), day=DAY)


def test_an_answer_that_nobody_touched_never_undoes_a_newer_one() -> None:
    preview = against(read(said(YES_NO, "Nee", as_sent=True)), {YES_NO: Answer(values=("ja",))})
    assert preview.changes == ()
    (told,) = preview.warnings
    assert "sindsdien gewijzigd in ‘Ja’" in told.text


def test_but_a_touched_one_does() -> None:
    preview = against(read(said(YES_NO, "Nee")), {YES_NO: Answer(values=("ja",))})
    assert [change.after.values for change in preview.changed] == [("nee",)]


def test_a_follow_up_that_is_not_called_for_is_kept_and_told() -> None:
    wait = FOLLOW_UP.ask_when
    assert wait is not None
    earlier = catalogue().question[wait.question]
    against_it = next(option.value for option in earlier.choices() if option.value not in wait.values)
    found = read(
        said(earlier.id, label(earlier, against_it)),
        said(FOLLOW_UP.id, _fitting(FOLLOW_UP)),
        group="gemeente",
    )
    preview = against(found, {}, "gemeente")
    assert FOLLOW_UP.id in preview.answers
    (told,) = preview.warnings
    assert f"staat daar ‘{label(earlier, against_it)}’" in told.text
    assert told.place == PLACE


def test_and_one_that_is_called_for_is_not_told() -> None:
    wait = FOLLOW_UP.ask_when
    assert wait is not None
    found = read(
        said(wait.question, wait.values[0]), said(FOLLOW_UP.id, _fitting(FOLLOW_UP)), group="gemeente"
    )
    assert against(found, {}, "gemeente").warnings == ()


def test_what_is_said_about_each_choice_comes_along() -> None:
    options = label(REPEATED, CHOICE)
    about = {CHOICE: {DETAIL.id: _fitting_detail()}}
    found = read(said(REPEATED.id, options, details=about), group=REPEATED.groups[0])
    assert found.answers[REPEATED.id].details == {CHOICE: {DETAIL.id: _stored_detail()}}


def test_and_is_told_where_the_choice_was_not_made() -> None:
    about = {OTHER_CHOICE: {DETAIL.id: _fitting_detail()}}
    found = read(said(REPEATED.id, label(REPEATED, CHOICE), details=about), group=REPEATED.groups[0])
    assert found.answers[REPEATED.id].details == {}
    assert "dat is niet gekozen" in found.not_understood[0].why


def test_and_where_it_is_no_answer() -> None:
    about = {CHOICE: {DETAIL.id: "tja"}}
    found = read(said(REPEATED.id, CHOICE, details=about), group=REPEATED.groups[0])
    assert [item.text for item in found.not_understood] == ["tja"]


def test_what_was_said_about_a_choice_goes_with_the_choice() -> None:
    before = Answer(
        values=(CHOICE, OTHER_CHOICE),
        details={CHOICE: {DETAIL.id: _stored_detail()}, OTHER_CHOICE: {DETAIL.id: _stored_detail()}},
    )
    found = read(said(REPEATED.id, CHOICE), group=REPEATED.groups[0])
    preview = against(found, {REPEATED.id: before}, REPEATED.groups[0])
    assert preview.answers[REPEATED.id].details == {CHOICE: {DETAIL.id: _stored_detail()}}


@pytest.mark.parametrize("word", ["redelijk zeker", "Redelijk-zeker", "redelijk zeker."])
def test_certainty_in_words(word: str) -> None:
    found = read(said(YES_NO, "ja", certainty=word))
    assert found.answers[YES_NO].certainty is AnswerCertainty.FAIRLY_SURE


def test_another_certainty_is_told_and_the_answer_taken() -> None:
    found = read(said(YES_NO, "ja", certainty="100%"))
    assert found.answers == {YES_NO: Answer(values=("ja",))}
    assert "zeker, redelijk zeker, onzeker" in found.not_understood[0].remedy


def test_a_question_for_others_and_one_that_nobody_knows_are_told() -> None:
    foreign = next(item.id for item in catalogue().questions if "huisarts" not in item.groups)
    found = read(said(foreign, "ja"), said("bestaat-niet", "ja"))
    assert [item.why.partition(" ")[0] for item in found.not_understood] == ["deze", "psoh"]
    assert found.answers == {}


def test_a_question_that_got_another_name_is_led_on() -> None:
    change = QuestionChange(
        id="oude-naam", text="Oud?", new=YES_NO, values={"soms": "deels"}, since="2026.2", why="Duidelijker."
    )
    known = with_changes(catalogue(), change)
    assert read(said("oude-naam", "Ja"), known=known).answers == {YES_NO: Answer(values=("ja",))}
    assert read(said("oude-naam", "Soms"), known=known).answers == {YES_NO: Answer(values=("deels",))}


def test_one_that_is_dropped_is_told() -> None:
    change = QuestionChange(id="weg-ermee", text="Oud?", since="2026.2", why="Niet meer nodig.")
    known = with_changes(catalogue(), change)
    (told,) = read(said("weg-ermee", "Ja"), known=known).not_understood
    assert told.why == "deze vraag wordt niet meer gesteld sinds kennisversie 2026.2"


def test_signs_that_order_a_screen_about_are_refused() -> None:
    found = read(said(YES_NO, "ja", remark="\x1b[2J weg"))
    assert found.answers == {YES_NO: Answer(values=("ja",))}
    assert "stuurteken" in found.not_understood[0].why


def test_a_day_in_the_future_is_told() -> None:
    dates = [item for item in catalogue().questions if item.kind is AnswerKind.DATE]
    assert dates
    found = read(said(dates[0].id, "31-12-2030"), group=dates[0].groups[0])
    assert "toekomst" in found.not_understood[0].why
    assert read(said(dates[0].id, "maart 2025"), group=dates[0].groups[0]).answers == {
        dates[0].id: Answer(values=("2025-03",))
    }


def test_more_than_one_answer_where_one_fits_is_told() -> None:
    found = read(said(YES_NO, "ja", "nee"))
    assert "past één antwoord" in found.not_understood[0].why
    assert (found.answers, found.loose, found.places) == ({}, {}, {YES_NO: PLACE})


def _fitting(item: Question) -> str:
    by_kind = {AnswerKind.NUMBER: "12", AnswerKind.DATE: "2025", AnswerKind.TEXT: "Zo gaat het."}
    return by_kind.get(item.kind) or item.choices()[0].label


def _fitting_detail() -> str:
    return DETAIL.options[0].label if DETAIL.options else "Ja"


def _stored_detail() -> str:
    return DETAIL.options[0].value if DETAIL.options else "ja"
