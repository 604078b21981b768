"""How sure somebody is of an answer: the sign or the words typed behind it, and how that is said back."""

from __future__ import annotations

import re
from dataclasses import dataclass

from psoh_cli.vocabulary import AnswerCertainty

SIGN = "~"
HOW_TO = "Achter ~ past: zeker, redelijk zeker of onzeker."
_WORDS = {
    "onzeker": AnswerCertainty.UNSURE, "niet zeker": AnswerCertainty.UNSURE, "twijfel": AnswerCertainty.UNSURE,
    "redelijk": AnswerCertainty.FAIRLY_SURE, "redelijk zeker": AnswerCertainty.FAIRLY_SURE,
    "redelijk-zeker": AnswerCertainty.FAIRLY_SURE, "vrij zeker": AnswerCertainty.FAIRLY_SURE,
    "zeker": AnswerCertainty.SURE, "heel zeker": AnswerCertainty.SURE,
}  # fmt: skip
_SHOWN = {
    AnswerCertainty.SURE: "zeker",
    AnswerCertainty.FAIRLY_SURE: "redelijk zeker",
    AnswerCertainty.UNSURE: "onzeker",
}
_BEHIND_SIGN = re.compile(r"(?P<answer>.*?)\s*~\s*(?P<word>[a-z -]*)", re.IGNORECASE)
_BEHIND = re.compile(
    r"(?P<answer>.*?)[\s,]+(?P<word>{})".format("|".join(sorted(_WORDS, key=len, reverse=True))),
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Sure:
    """A certainty without an answer; none to take away the one that stands there."""

    certainty: AnswerCertainty | None


def split_sign(text: str) -> tuple[str, AnswerCertainty | None]:
    """Take the sign and its word off the end of a line; without either, the line as it is."""
    found = _BEHIND_SIGN.fullmatch(text)
    if found is None or not _is_word(found["word"]):
        return text, None
    return found["answer"], _WORDS.get(found["word"].casefold(), AnswerCertainty.UNSURE)


def split_word(text: str) -> tuple[str, AnswerCertainty | None]:
    """Take a word such as *onzeker* off the end of an answer."""
    found = _BEHIND.fullmatch(text)
    return (found["answer"], _WORDS[found["word"].casefold()]) if found else (text, None)


def alone(text: str) -> Sure | None:
    """Understand a line that holds only a certainty."""
    if not text.startswith(SIGN):
        return None
    word = text[1:].strip()
    if word == "-":
        return Sure(None)
    rest, certainty = split_sign(text)
    return Sure(certainty) if certainty and not rest else None


def shown(certainty: AnswerCertainty) -> str:
    """Write a certainty in words."""
    return _SHOWN[certainty]


def _is_word(word: str) -> bool:
    return not word.strip() or word.casefold() in _WORDS
