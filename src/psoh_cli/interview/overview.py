"""Where the informant is in the list: per theme how far, what is open, and what a search found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.interview.questionnaire import Answers, Questionnaire, ThemeProgress
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.question import Question

_BAR = 20
_FEW = 8
"""So many open questions are written out; of more only the numbers are given."""
_MOST_FOUND = 10


def overview_lines(
    questionnaire: Questionnaire, answers: Answers, *, time_left: str, plain: bool, sign: str = ""
) -> Iterator[str]:
    """Write per theme how much is answered, and about how long the rest takes."""
    yield ""
    progress = questionnaire.progress(answers)
    for number, item in enumerate(progress, start=1):
        yield _spoken(item, number) if plain else _drawn(item, number)
    done, total = sum(item.answered for item in progress), sum(item.total for item in progress)
    yield f"In alles {done} van {count_of_questions(total)} beantwoord.{_time(time_left)}"
    yield f"Naar een thema: typ {sign}naar thema met het nummer, bijvoorbeeld: {_example(progress, sign)}"


def open_list(
    questionnaire: Questionnaire, answers: Answers, *, time_left: str, plain: bool, sign: str = ""
) -> Iterator[str]:
    """Write which questions are open: their numbers per theme, and when they are few the questions themselves."""
    still_open = questionnaire.open(answers)
    if not still_open:
        yield "Er staat niets meer open."
        return
    yield ""
    if len(still_open) <= _FEW:
        yield from _questions(still_open, questionnaire, answers, plain=plain, mark_open=False)
    else:
        for theme in questionnaire.themes:
            numbers = [
                questionnaire.position(one.id, answers)[0] for one in still_open if one.theme == theme.id
            ]
            if numbers:
                yield f"{'' if plain else '  '}{theme.name}: {_named(numbers)}"
    yield f"Nog open: {count_of_questions(len(still_open))}.{_time(time_left)}"
    yield f"Naar een vraag: typ {sign}naar met het nummer. Naar de eerste open vraag: typ verder."


def found_lines(
    found: tuple[Question, ...],
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    words: str,
    plain: bool,
    sign: str = "",
) -> Iterator[str]:
    """Write the questions that a search found, with their numbers."""
    if not words:
        yield f"Waarnaar zoekt u? Typ er een woord achter, bijvoorbeeld: {sign}zoek tolk"
        return
    if not found:
        yield f"'{words}' staat in geen vraag van deze lijst. Probeer een korter of ander woord."
        return
    yield ""
    yield from _questions(found[:_MOST_FOUND], questionnaire, answers, plain=plain, mark_open=True)
    left = len(found) - _MOST_FOUND
    if left > 0:
        yield f"En nog {count_of_questions(left)}. Zoek met meer woorden om er minder te zien."
    number, _ = questionnaire.position(found[0].id, answers)
    yield f"Naar een vraag: typ {sign}naar met het nummer, bijvoorbeeld: {sign}naar {number}"


def _named(numbers: list[int]) -> str:
    return f"{'vraag' if len(numbers) == 1 else 'vragen'} {ranges(numbers)}"


def ranges(numbers: Iterable[int]) -> str:
    """Write numbers in order, a row of them as its ends: `1, 3 tot en met 7`."""
    rows: list[list[int]] = []
    for number in sorted(numbers):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    return ", ".join(
        f"{row[0]} tot en met {row[-1]}" if len(row) > 2 else ", ".join(map(str, row)) for row in rows
    )


def _questions(
    questions: Iterable[Question],
    questionnaire: Questionnaire,
    answers: Answers,
    *,
    plain: bool,
    mark_open: bool,
) -> Iterator[str]:
    for question in questions:
        number, _ = questionnaire.position(question.id, answers)
        state = " (nog open)" if mark_open and question.id not in answers else ""
        yield f"Vraag {number}: {question.text}{state}" if plain else f"  {number}. {question.text}{state}"


def _drawn(item: ThemeProgress, number: int) -> str:
    filled = _BAR * item.answered // item.total if item.total else 0
    bar = "#" * filled + "." * (_BAR - filled)
    return f"  thema {number:<2}  {bar}  {f'{item.answered} van {item.total}':>8}  {item.theme.name}"


def _spoken(item: ThemeProgress, number: int) -> str:
    return (
        f"Thema {number}, {item.theme.name}: {item.answered} van {count_of_questions(item.total)} beantwoord."
    )


def _example(progress: tuple[ThemeProgress, ...], sign: str) -> str:
    at = next((number for number, item in enumerate(progress, start=1) if item.open), 1)
    return f"{sign}naar thema {at}"


def _time(time_left: str) -> str:
    return f" De rest kost {time_left}." if time_left else ""
