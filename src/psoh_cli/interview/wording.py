"""How the interview reads on screen: lines of text, for eyes and for screen readers alike.

Nothing here redraws, colours or draws a box. The plain mode also leaves out what is only layout: rulers and indents.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from psoh_cli.dutch import listing
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import EVERYWHERE, OTHER, all_options, count_of_questions, has_choices, label
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, Theme, Word
from psoh_cli.vocabulary import AnswerKind, Provenance

PROMPT = "Antwoord: "
_RULER = "-" * 72

_PROVENANCE = {
    Provenance.ARQ: "Het onderwerp van deze vraag komt uit openbare informatie van ARQ over dit project.",
    Provenance.COMPARABLE: "Het onderwerp van deze vraag komt uit een ander project of ander onderzoek, niet van ARQ.",
    Provenance.DERIVED: "Deze vraag hebben wij zelf bedacht; hij komt niet van ARQ.",
}
_HOW = {
    AnswerKind.YES_NO_PARTLY: "Typ een nummer. Deels: een deel klopt, of het geldt niet overal.",
    AnswerKind.CHOICE: "Typ één nummer.",
    AnswerKind.MULTIPLE: "Typ één of meer nummers, bijvoorbeeld: 1,3",
    AnswerKind.NUMBER: "Typ een heel getal{unit}.",
    AnswerKind.TEXT: "Typ uw antwoord in één regel, zonder namen of medische gegevens.",
    AnswerKind.DATE: "Typ een dag, een maand of een jaar, bijvoorbeeld: 31-3-2026, 3-2026 of 2026.",
}
COMMANDS_HELP = (
    "? = uitleg bij de vraag",
    "< = terug naar de vorige vraag (uw antwoorden blijven staan)",
    "Enter = het antwoord dat er al staat laten staan",
    "> = de rest van dit thema overslaan; dat kan later nog",
    "! tekst = een opmerking bij deze vraag; achter een antwoord mag ook: 1 ! tekst",
    "! - = de opmerking bij deze vraag weghalen",
    "w = weet ik niet, nvt = niet van toepassing",
    "verder = naar de eerste vraag die nog open is",
    "stop = stoppen; alles wat u hebt beantwoord, is bewaard",
)
OTHER_HELP = (
    "U koos een antwoord dat niet in de lijst staat. Typ in een paar woorden wat u bedoelt, zonder namen.",
    "w = dat weet ik niet; dan staat alleen het antwoord er",
    "< = een ander antwoord kiezen",
    "stop = stoppen; dit antwoord is dan nog niet bewaard",
)
REMARK_HELP = (
    "Een opmerking komt bij het antwoord te staan. Schrijf geen namen en geen medische gegevens.",
    "- = de opmerking die er staat weghalen",
    "< of Enter = geen opmerking maken",
    "stop = stoppen",
)
REVIEW_HELP = (
    "Hier kijkt u alles na. Elk antwoord is al bewaard.",
    "Een nummer = dat antwoord wijzigen",
    "lijst = alle antwoorden nog eens laten zien",
    "verder = de vragen beantwoorden die nog open zijn",
    "< = terug naar de laatste vraag",
    "Enter of klaar = het gesprek afsluiten",
)
DONT_KNOW_KEYS = ("w", "weet niet", "weet ik niet", "weet-niet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One question as it is put on screen."""

    question: Question
    number: int
    total: int
    theme: Theme
    current: Answer | None


def card_lines(card: Card, *, plain: bool) -> Iterator[str]:
    """Write out a question with its reason and its numbered answers."""
    question = card.question
    indent = "" if plain else "  "
    yield ""
    place = f"Vraag {card.number} van {card.total}"
    yield f"{place}. Thema: {card.theme.name}." if plain else place
    yield question.text
    yield f"{indent}Waarom wij dit vragen: {question.explanation}"
    if not plain:
        yield ""
    yield from _option_lines(question, plain=plain)
    if card.current is not None:
        yield f"Nu staat er: {answer_text(question, card.current)} (Enter = laten staan)"
    yield _how(question)
    yield "Of: ? uitleg, < terug, > thema overslaan, ! opmerking, stop"


def theme_lines(theme: Theme, *, number: int, total: int, plain: bool) -> Iterator[str]:
    """Open a chapter of the interview."""
    yield ""
    if not plain:
        yield _RULER
    yield f"Thema {number} van {total}: {theme.name}"
    yield theme.introduction
    if not plain:
        yield _RULER


def explanation_lines(question: Question, catalogue: Catalogue) -> Iterator[str]:
    """Explain a question: why it is asked, what the words mean, and everything one can type."""
    yield f"Waarom wij dit vragen: {question.explanation}"
    if question.purpose_why:
        yield f"Waarvoor: {question.purpose_why}"
    practices = [catalogue.practice[item].title for item in question.practices if item in catalogue.practice]
    if practices:
        yield f"Hoort bij: {listing(practices)}."
    if question.caution:
        yield f"Let op: {question.caution}"
    yield _PROVENANCE[question.provenance]
    for word in words_in(question, catalogue):
        yield f"{word.word}: {word.explanation}"
    yield _how(question)
    yield "Wat u verder kunt typen:"
    yield from (f"  {line}" for line in COMMANDS_HELP)


def words_in(question: Question, catalogue: Catalogue) -> tuple[Word, ...]:
    """Find the words of the glossary that a question uses."""
    spoken = (
        f"{question.text} {question.explanation} {' '.join(o.label for o in question.choices())}".casefold()
    )
    return tuple(word for word in catalogue.words if word.word.casefold() in spoken)


def answer_text(question: Question, answer: Answer) -> str:
    """Write an answer out in words, its remark included."""
    labels = []
    for value in answer.values:
        shown = label(question, value)
        labels.append(f"{shown} ({answer.other})" if value == OTHER and answer.other else shown)
    text = "; ".join(labels)
    return f"{text}. Opmerking: {answer.remark}" if answer.remark else text


def review_pages(
    questionnaire: Questionnaire, answers: Mapping[str, Answer], *, plain: bool
) -> tuple[tuple[str, ...], ...]:
    """List every question with its answer, numbered as in the interview: the lines of each theme."""
    names = {item.id: item.name for item in questionnaire.themes}
    pages: dict[str, list[str]] = {}
    for question in questionnaire.applicable(answers):
        page = pages.setdefault(question.theme, ["", names[question.theme]])
        page.extend(review_lines(question, questionnaire, answers, plain=plain))
    return tuple(tuple(page) for page in pages.values())


def review_lines(
    question: Question, questionnaire: Questionnaire, answers: Mapping[str, Answer], *, plain: bool
) -> Iterator[str]:
    """Write one question with its answer and its number in the interview."""
    number, _ = questionnaire.position(question.id, answers)
    answer = answers.get(question.id)
    said = answer_text(question, answer) if answer else "(nog open)"
    yield f"Vraag {number}: {question.text}" if plain else f"  {number}. {question.text}"
    yield f"Antwoord: {said}" if plain else f"      {said}"


def open_lines(questionnaire: Questionnaire, answers: Mapping[str, Answer]) -> Iterator[str]:
    """Count what is still open, per theme."""
    for progress in questionnaire.progress(answers):
        if progress.open:
            yield f"{progress.theme.name}: {count_of_questions(progress.open)} open"


def _option_lines(question: Question, *, plain: bool) -> Iterator[str]:
    if not has_choices(question):
        if not plain:
            keys = ("w", "nvt")
            yield "  " + "   ".join(
                f"{key} = {option.label}" for key, option in zip(keys, EVERYWHERE, strict=True)
            )
        else:
            yield "Typ w voor: Weet ik niet. Typ nvt voor: Niet van toepassing."
        return
    options = all_options(question)
    width = len(str(len(options)))
    for number, option in enumerate(options, start=1):
        yield f"{number}: {option.label}" if plain else f"  {number:>{width}}  {option.label}"


def _how(question: Question) -> str:
    unit = f" ({question.unit})" if question.unit else ""
    return _HOW[question.kind].format(unit=unit)
