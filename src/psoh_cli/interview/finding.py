"""Finding questions in the list of one informant: by number, by theme, or by the words in them."""

from __future__ import annotations

from psoh_cli.dutch import listing, slug, typed_number
from psoh_cli.interview.questionnaire import Answers, Questionnaire
from psoh_cli.practices.question import Question, Theme
from psoh_cli.problems.meant import closest


def destination(
    questionnaire: Questionnaire, answers: Answers, where: str, *, sign: str = ""
) -> Question | str:
    """Give the question somebody wants to go to; otherwise say why there is none and what to type.

    `sign` is what stands before a command where the informant is.
    """
    applicable = questionnaire.applicable(answers)
    wanted = where.removeprefix("vraag ").strip(" .")
    if not wanted:
        return f"Waarheen? Typ er een nummer of een thema achter, bijvoorbeeld: {sign}naar 12"
    if wanted.isdecimal():
        at = typed_number(wanted) or 0
        if 1 <= at <= len(applicable):
            return applicable[at - 1]
        return f"Vraag {wanted} is er niet. De vragen hebben een nummer van 1 tot en met {len(applicable)}."
    by_id = next((question for question in applicable if question.id == wanted), None)
    if by_id is not None:
        return by_id
    theme = find_theme(questionnaire, wanted, sign=sign)
    if isinstance(theme, str):
        return theme
    return first_of(theme, questionnaire, answers) or f"In het thema {theme.name} zijn er voor u geen vragen."


def first_of(theme: Theme, questionnaire: Questionnaire, answers: Answers) -> Question | None:
    """Give the first open question of a theme, or else its first question."""
    here = [question for question in questionnaire.applicable(answers) if question.theme == theme.id]
    still_open = [question for question in here if question.id not in answers]
    return next(iter([*still_open, *here]), None)


def find_theme(questionnaire: Questionnaire, wanted: str, *, sign: str = "") -> Theme | str:
    """Give the theme that is meant, by number or by how its name or a word in it begins; otherwise what to type."""
    themes = questionnaire.themes
    bare = slug(wanted)
    number = typed_number(bare.removeprefix("thema-")) if bare.startswith("thema-") else None
    if number is not None and 1 <= number <= len(themes):
        return themes[number - 1]
    for begins in (_whole_name_begins, _word_begins):
        found = [theme for theme in themes if bare and begins(theme, bare)]
        if len(found) == 1:
            return found[0]
        if found:
            names = listing([f"'{theme.name}'" for theme in found], last="of")
            return f"'{wanted}' kan {names} zijn. Typ iets meer van de naam."
    near = closest(bare, [theme.id for theme in themes], most=1, alike=0.75)
    meant = next((f" Bedoelt u '{theme.name}'?" for theme in themes if theme.id in near), "")
    return (
        f"'{wanted}' is geen nummer en geen thema van deze lijst.{meant} "
        f"De thema's ziet u met {sign}overzicht. Zoeken kan met {sign}zoek en een woord uit de vraag."
    )


def matching(questionnaire: Questionnaire, answers: Answers, words: str) -> tuple[Question, ...]:
    """Give the questions in which every word stands: in the question, its reason or its answers."""
    wanted = [part for word in words.split() if (part := slug(word))]
    if not wanted:
        return ()
    applicable = questionnaire.applicable(answers)
    return tuple(question for question in applicable if _holds(question, wanted))


def _holds(question: Question, wanted: list[str]) -> bool:
    text = _all_words(question)
    return all(part in text for part in wanted)


def _all_words(question: Question) -> str:
    asked_more = (f"{detail.text} {' '.join(o.label for o in detail.options)}" for detail in question.details)
    labels = (option.label for option in question.choices())
    return slug(" ".join((question.text, question.explanation, *labels, *asked_more)))


def _whole_name_begins(theme: Theme, bare: str) -> bool:
    return theme.id.startswith(bare) or slug(theme.name).startswith(bare)


def _word_begins(theme: Theme, bare: str) -> bool:
    return any(word.startswith(bare) for word in slug(theme.name).split("-"))
