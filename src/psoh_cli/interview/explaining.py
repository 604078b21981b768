"""What `?` and `??` tell: what a question is for and what its words mean, and everything one can type."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from textwrap import wrap

from psoh_cli.dutch import listing
from psoh_cli.interview.help_words import commands_help
from psoh_cli.interview.wording import short_lines
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question, Word
from psoh_cli.practices.readability import terms_in
from psoh_cli.vocabulary import Provenance

_SCREEN, _WIDE = 24, 80
_AROUND = 4
"""What stands on a screen besides: the `?` that was typed, where more is told, the prompt, and a blank one."""

_PROVENANCE = {
    Provenance.ARQ: "Het onderwerp van deze vraag komt uit openbare informatie van ARQ over dit project.",
    Provenance.COMPARABLE: "Het onderwerp van deze vraag komt uit een ander project of ander onderzoek, niet van ARQ.",
    Provenance.DERIVED: "Deze vraag hebben wij zelf bedacht; hij komt niet van ARQ.",
}


def explanation_lines(question: Question, catalogue: Catalogue, *, plain: bool = False) -> Iterator[str]:
    """Explain a question as far as one screen holds with its choices below; `??` tells the rest."""
    told, rest = _explained(question, catalogue, plain=plain)
    yield from told
    yield f"{'Meer uitleg, en alles' if rest else 'Alles'} wat u kunt typen: ??"


def command_lines(question: Question, catalogue: Catalogue, *, plain: bool) -> Iterator[str]:
    """Tell what did not fit in the explanation, and everything one can type at a question."""
    _, rest = _explained(question, catalogue, plain=plain)
    yield from rest
    yield "Wat u kunt typen:"
    for line in commands_help(question):
        yield f"{'' if plain else '  '}{line}"


def _explained(
    question: Question, catalogue: Catalogue, *, plain: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Divide the explanation into what fits above the question and what does not; for the ear all of it fits."""
    lines = tuple(_meaning(question, catalogue))
    if plain:
        return lines, ()
    room = _SCREEN - _AROUND - _rows(short_lines(question, number=0, plain=False))
    for count in range(len(lines), 1, -1):
        if _rows(lines[:count]) <= room:
            return lines[:count], lines[count:]
    return lines[:1], lines[1:]


def _meaning(question: Question, catalogue: Catalogue) -> Iterator[str]:
    """Tell why a question is asked and what its words mean; what somebody needs most to answer comes first."""
    yield f"Waarom wij dit vragen: {question.explanation}"
    if question.caution:
        yield f"Let op: {question.caution}"
    in_text = words_in(question, catalogue)
    for word in in_text:
        yield f"{word.word}: {word.explanation}"
    if question.purpose_why:
        yield f"Waarvoor: {question.purpose_why}"
    practices = [catalogue.practice[item].title for item in question.practices if item in catalogue.practice]
    if practices:
        yield f"Hoort bij: {listing(practices)}."
    yield _PROVENANCE[question.provenance]
    in_choices = " ".join(option.label for option in question.choices())
    for word in terms_in(in_choices, catalogue.words):
        if word not in in_text:
            yield f"{word.word}: {word.explanation}"


def _rows(lines: Iterable[str]) -> int:
    """Count the rows that lines take on a narrow screen."""
    return sum(max(1, len(wrap(line, _WIDE))) for line in lines)


def words_in(question: Question, catalogue: Catalogue) -> tuple[Word, ...]:
    """Find the words of the glossary that a question itself uses; those in its choices come after."""
    return terms_in(f"{question.text} {question.explanation}", catalogue.words)
