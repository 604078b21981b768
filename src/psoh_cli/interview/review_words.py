"""How all answers read when they are looked over: numbered as in the interview, theme by theme."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.interview.questionnaire import Answers, Questionnaire
from psoh_cli.interview.values import count_of_questions
from psoh_cli.interview.wording import answer_text, detail_lines
from psoh_cli.practices.question import Question


def review_pages(
    questionnaire: Questionnaire, answers: Answers, *, plain: bool, only: Iterable[Question] | None = None
) -> tuple[tuple[str, ...], ...]:
    """List questions with their answers, numbered as in the interview: the lines of each theme."""
    names = {item.id: item.name for item in questionnaire.themes}
    shown = None if only is None else {question.id for question in only}
    pages: dict[str, list[str]] = {}
    for question in questionnaire.applicable(answers):
        if shown is None or question.id in shown:
            page = pages.setdefault(question.theme, ["", names[question.theme]])
            page.extend(review_lines(question, questionnaire, answers, plain=plain))
    return tuple(tuple(page) for page in pages.values())


def review_lines(
    question: Question, questionnaire: Questionnaire, answers: Answers, *, plain: bool
) -> Iterator[str]:
    """Write one question with its answer and its number in the interview."""
    number, _ = questionnaire.position(question.id, answers)
    answer = answers.get(question.id)
    said = answer_text(question, answer) if answer else "(nog open)"
    yield f"Vraag {number}: {question.text}" if plain else f"  {number}. {question.text}"
    yield f"Antwoord: {said}" if plain else f"      {said}"
    if answer is not None:
        yield from detail_lines(question, answer, plain=plain)


def open_lines(questionnaire: Questionnaire, answers: Answers) -> Iterator[str]:
    """Count what is still open, per theme."""
    for progress in questionnaire.progress(answers):
        if progress.open:
            yield f"{progress.theme.name}: {count_of_questions(progress.open)} open"
