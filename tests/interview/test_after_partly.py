"""A follow-up that is called for by one of several answers, and how a talk with statushouders is introduced."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from pydantic import ValidationError
from tests.interview.talk import answered

from psoh_cli.interview import rules, wording
from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.forms.form import FormQuestion, make_form
from psoh_cli.interview.heard import hear
from psoh_cli.interview.portrait import combine
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.practices.overview import questions_markdown
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import STATUSHOUDERS, AskWhen
from psoh_cli.vocabulary import AnswerKind

REAL, _ = read_catalogue()
TODAY = date(2026, 11, 21)
GROUP, LEADING, FOLLOW_UP = "gemeente", "kaart-aanwezig", "kaart-beheerder"
CALLED = REAL.question[FOLLOW_UP].ask_when
assert CALLED is not None


def _informant(group: str, **answers: str) -> Informant:
    about: dict[str, Any] = {"formaat": "1", "kennisversie": REAL.version, "groep": group, "rol": "Adviseur"}
    said = {name.replace("_", "-"): {"antwoord": value} for name, value in answers.items()}
    interview = InterviewFile.model_validate(about | {"antwoorden": said})
    return Informant(id="adviseur", file="interviews/adviseur.yaml", interview=interview)


def _listed(group: str) -> tuple[FormQuestion, ...]:
    form = make_form(
        _informant(group), catalogue=REAL, gemeente="Voorbeeldstad", code="GM9999", made_on=TODAY
    )
    return form.questions


@pytest.mark.parametrize(("written", "values"), [("ja", ("ja",)), (["ja", "deels"], ("ja", "deels"))])
def test_a_condition_is_one_answer_or_several(written: object, values: tuple[str, ...]) -> None:
    assert AskWhen.model_validate({"vraag": "kaart", "is": written}).values == values


def test_a_condition_on_no_answer_at_all_is_refused() -> None:
    with pytest.raises(ValidationError):
        AskWhen.model_validate({"vraag": "kaart", "is": []})


def test_what_is_there_for_a_part_is_asked_about_like_what_is_whole() -> None:
    """Every follow-up of ours that waits for *ja* comes after *deels* as well."""
    waiting = [item for item in REAL.questions if item.ask_when]
    assert len(waiting) >= 8
    for item in waiting:
        assert item.ask_when is not None
        if REAL.question[item.ask_when.question].kind is AnswerKind.YES_NO_PARTLY:
            assert item.ask_when.values == ("ja", "deels"), item.id


@pytest.mark.parametrize(
    ("said", "asked"), [("ja", True), ("deels", True), ("nee", False), ("weet-niet", False)]
)
def test_the_follow_up_comes_after_each_of_its_answers(said: str, asked: bool) -> None:
    questionnaire = Questionnaire(REAL, GROUP)
    answers = answered(**{LEADING: said})
    assert questionnaire.applies(REAL.question[FOLLOW_UP], answers) is asked


@pytest.mark.parametrize(("said", "counts"), [("deels", True), ("nee", False)])
def test_what_was_answered_after_partly_counts(said: str, counts: bool) -> None:
    portrait = combine((_informant(GROUP, kaart_aanwezig=said, kaart_beheerder="ja"),))
    heard = hear(FOLLOW_UP, portrait=portrait, questions=REAL.question)
    assert (len(heard.known), len(heard.conditioned)) == ((1, 0) if counts else (0, 1))


def test_each_answer_is_named_on_the_list_in_the_overview_and_in_a_problem() -> None:
    condition = next(item.condition for item in _listed(GROUP) if item.question.id == FOLLOW_UP)
    assert condition.startswith("Alleen invullen als u ‘Ja’ of ‘Deels’ antwoordde op: ")
    assert "het antwoord 'Ja' of 'Deels' is" in questions_markdown(REAL)
    wrong = _informant(GROUP, kaart_aanwezig="nee", kaart_beheerder="ja").interview
    found = rules.check(
        wrong, name="adviseur", catalogue=REAL, as_of=TODAY, file="a.yaml", place=lambda _: (1, 1)
    )
    told = [problem.message for problem in found if problem.code == "INTERVIEW011"]
    assert len(told) == 1
    assert told[0].endswith("hoort alleen bij 'Ja' of 'Deels' op 'kaart-aanwezig'")


def test_a_talk_has_plain_names_for_its_chapters_and_the_others_keep_theirs() -> None:
    talk = {item.theme.id: item.theme for item in _listed(STATUSHOUDERS)}
    own = {theme.id: theme for theme in REAL.themes}
    assert talk.keys() == {"preventie", "stem"}
    for name, theme in talk.items():
        assert (theme.name, theme.introduction) == (own[name].talk_name, own[name].talk_introduction)
    assert {item.theme.name for item in _listed("welzijn")} <= {theme.name for theme in REAL.themes}


def test_who_leads_a_talk_has_something_to_say_before_and_after_it() -> None:
    group = REAL.group[STATUSHOUDERS]
    assert group.opening
    assert "vrijwillig" in group.opening
    assert "één persoon" in group.opening
    assert group.closing
    assert "huisarts" in group.closing


def test_a_talk_uses_one_word_for_those_it_is_about_and_has_advice_for_who_leads_it() -> None:
    for item in Questionnaire(REAL, STATUSHOUDERS).questions:
        assert "nieuwkomers" in item.text, item.id
        assert item.caution, item.id
        if item.groups == (STATUSHOUDERS,):
            assert not {"kies", "kruis", "vraag", "schrijf"} & set(item.explanation.lower().split()), item.id


def test_a_yes_or_no_in_a_talk_is_asked_openly() -> None:
    open_words = ("Hoe", "Wat", "Wie", "In welke", "Waar")
    talk = Questionnaire(REAL, STATUSHOUDERS).questions
    closed = [item for item in talk if item.kind is AnswerKind.YES_NO_PARTLY]
    assert closed
    assert [item.id for item in closed if not item.text.startswith(open_words)] == []


def test_who_leads_a_talk_reads_how_to_ask_and_who_answers_a_mailed_list_does_not() -> None:
    theme = REAL.themes[0]
    lines = {}
    for name in ("sh-bij-wie", "begeleiding-maanden"):
        card = wording.Card(question=REAL.question[name], number=1, total=9, theme=theme, current=None)
        lines[name] = "\n".join(wording.card_lines(card, plain=True))
    assert "Voor wie het vraagt: Stel deze vraag open" in lines["sh-bij-wie"]
    assert "15" not in lines["begeleiding-maanden"]
