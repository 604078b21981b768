"""How easily a text is read: the length of its sentences and its words, and words that have a plainer sister.

The same text always gets the same judgement; nothing is guessed. The bounds are our own, after what is usual for
Dutch at level B1.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cached_property

from psoh_cli.model import Frozen
from psoh_cli.practices.question import HardWord, Word

MOST_WORDS = 15
"""Words a sentence may have."""

MOST_WORDS_IN_LABEL = 10
"""Words an option may have: it is read in one glance."""

LONGEST_WORD = 16
"""Letters a word may have, a part between hyphens counting as a word."""

_END = re.compile(r"(?<=[.!?:;])\s+")
_TOKEN = re.compile(r"\w+(?:['’]\w+)*")
_SHORT_FORM = re.compile(r"[A-Z]{2,5}")
_BETWEEN_BRACKETS = re.compile(r"\([^()]*\)")
_ENDINGS = ("en", "e", "s", "n", "")
_OR_EXPLAIN = "{}, of leg het uit in woordenlijst.yaml."


class Hard(Frozen):
    """One reason why a sentence is hard to read."""

    sentence: str
    said: str
    """The word that is hard; empty when it is the sentence as a whole."""
    why: str
    """Why, as a clause without a capital: `heeft 21 woorden`."""
    instead: str
    """What to do, as a whole sentence."""


class PlainLanguage(Frozen):
    """What is known about words: those to replace, and terms of the field that stay because they are explained."""

    hard: tuple[HardWord, ...]
    words: tuple[Word, ...]

    @cached_property
    def plainer(self) -> dict[str, str]:
        """What to write instead, by every form of a hard word in small letters."""
        return {form.casefold(): item.instead for item in self.hard for form in (item.word, *item.also)}

    @cached_property
    def explained(self) -> frozenset[str]:
        """Every word of a term in the glossary, in small letters and in one number and the other."""
        spoken = {token.casefold() for item in self.words for token in _TOKEN.findall(item.word)}
        return frozenset(form for token in spoken for form in _forms(token))

    def explains(self, token: str) -> bool:
        """Tell whether a word stands in the glossary, in one number or the other."""
        return token.casefold() in self.explained


def hard_sentences(text: str, language: PlainLanguage, *, most_words: int = MOST_WORDS) -> Iterator[Hard]:
    """Yield what makes a text hard, sentence by sentence and then in the order of its words."""
    for sentence in sentences(text):
        count = len(sentence.split())
        if count > most_words:
            why = f"heeft {count} woorden, meer dan {most_words}"
            yield Hard(
                sentence=sentence, said="", why=why, instead="Maak er twee zinnen van, of laat iets weg."
            )
        for said, why, instead in _hard_words(sentence, language):
            yield Hard(sentence=sentence, said=said, why=why, instead=instead)


def sentences(text: str) -> tuple[str, ...]:
    """Cut a text into sentences; what follows a colon or a semicolon is a sentence of its own."""
    return tuple(part for part in _END.split(text.strip()) if part)


def terms_in(text: str, words: Iterable[Word]) -> tuple[Word, ...]:
    """Find the terms of a glossary that a text uses, as whole words, in one number or the other."""
    endings = "|".join(filter(None, _ENDINGS))
    return tuple(
        item
        for item in words
        if re.search(rf"(?<!\w){re.escape(item.word)}(?:{endings})?(?!\w)", text, re.IGNORECASE)
    )


def _forms(word: str) -> Iterator[str]:
    stems = [word.removesuffix(ending) for ending in _ENDINGS if word.endswith(ending)]
    return (stem + ending for stem in stems for ending in _ENDINGS)


def _hard_words(sentence: str, language: PlainLanguage) -> Iterator[tuple[str, str, str]]:
    outside_brackets = _BETWEEN_BRACKETS.sub(" ", sentence)
    spoken = set(_TOKEN.findall(outside_brackets))
    for token in dict.fromkeys(_TOKEN.findall(sentence)):
        plainer = language.plainer.get(token.casefold())
        if language.explains(token):
            continue
        if plainer is not None:
            yield token, f"gebruikt het moeilijke woord '{token}'", f"Schrijf liever: {plainer}."
        elif len(token) > LONGEST_WORD:
            why = f"gebruikt '{token}', een woord van {len(token)} letters"
            yield token, why, _OR_EXPLAIN.format("Schrijf het in kortere woorden")
        elif _SHORT_FORM.fullmatch(token) and token in spoken:
            yield token, f"gebruikt de afkorting '{token}'", _OR_EXPLAIN.format("Schrijf de afkorting uit")
