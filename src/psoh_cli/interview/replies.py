"""From the line somebody typed to a Reply: an answer, a command, a remark, or a mistake with what to type instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from psoh_cli.characters import obeyed_in
from psoh_cli.dutch import slug
from psoh_cli.interview import certainty
from psoh_cli.interview.certainty import Sure
from psoh_cli.interview.directions import Direction, read_direction
from psoh_cli.interview.typed_values import Mistake, option_named, values_typed
from psoh_cli.interview.values import faults, has_choices
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind


class Command(StrEnum):
    """What somebody can type instead of an answer; every one is told on screen."""

    BACK = "<"
    EXPLAIN = "?"
    COMMANDS = "??"
    SKIP_THEME = ">"
    STOP = "stop"
    CONTINUE = "verder"
    TELL_MORE = "aanvullen"
    KEEP = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as values for the file, with the remark and the certainty that came along."""

    values: tuple[str, ...]
    remark: str | None = None
    certainty: AnswerCertainty | None = None
    command: str = ""
    """The command that these words would be at another question; here they are the answer."""


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark without an answer; empty when somebody typed only the sign, `-` to take a remark away."""

    text: str


Reply = Command | Given | Remark | Sure | Direction | Mistake

_COMMANDS = {
    "<": Command.BACK, "terug": Command.BACK,
    "?": Command.EXPLAIN, "uitleg": Command.EXPLAIN, "help": Command.EXPLAIN,
    "??": Command.COMMANDS, "opdrachten": Command.COMMANDS,
    ">": Command.SKIP_THEME, "overslaan": Command.SKIP_THEME,
    "stop": Command.STOP, "stoppen": Command.STOP,
    "verder": Command.CONTINUE,
    "": Command.KEEP,
}  # fmt: skip
_WITH_REMARK = re.compile(r"(?P<answer>[^!]*[^!\s])\s*!\s*(?P<remark>.*)")
_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")


def read_reply(question: Question, line: str, *, as_of: date) -> Reply:
    """Understand one typed line as a reply to a question."""
    text = clean(line)
    in_words = question.kind is AnswerKind.TEXT
    command = _command(question, text)
    if command is not None:
        return command
    direction = read_direction(text, slash_needed=in_words or _is_option(question, text))
    if direction is not None:
        return direction
    if text.startswith("!"):
        return Remark(text[1:].strip())
    only_sure = certainty.alone(text)
    if only_sure is not None:
        return only_sure
    given = _given(question, text, as_of=as_of)
    if isinstance(given, Given) and in_words and read_direction(text, slash_needed=False) is not None:
        return replace(given, command=text)
    return given


def _command(question: Question, text: str) -> Command | None:
    typed = text.casefold()
    if typed == Command.TELL_MORE:
        return Command.TELL_MORE if question.details else None
    return _COMMANDS.get(typed)


def _is_option(question: Question, text: str) -> bool:
    """Tell whether these are the very words of an answer in the list, which go before a command."""
    return has_choices(question) and bool(slug(text)) and option_named(question, text) is not None


def _given(question: Question, text: str, *, as_of: date) -> Given | Mistake:
    """Take the certainty and the remark off, and judge what is left."""
    said, sure = certainty.split_sign(text)
    remark = None
    if question.kind is not AnswerKind.TEXT:
        with_remark = _WITH_REMARK.fullmatch(said)
        if with_remark is not None:
            remark = with_remark["remark"] or None
            said, before = certainty.split_sign(with_remark["answer"])
            sure = sure or before
    given = _judged(question, said, as_of=as_of)
    if isinstance(given, Mistake) and sure is None:
        said, sure = certainty.split_word(said)
        without_word = _judged(question, said, as_of=as_of) if sure else given
        given = given if isinstance(without_word, Mistake) else without_word
    if isinstance(given, Mistake):
        return Mistake(f"{given.message} {certainty.HOW_TO}") if certainty.SIGN in said else given
    return replace(given, remark=remark, certainty=sure)


def _judged(question: Question, text: str, *, as_of: date) -> Given | Mistake:
    values = values_typed(question, text)
    if isinstance(values, Mistake):
        return values
    for fault in faults(question, values, as_of=as_of):
        return Mistake(f"{fault.message} {fault.hint}")
    return Given(values=values)


def clean(line: str) -> str:
    """Take out what a keyboard sends but nobody means: arrow keys, control characters, double spaces."""
    typed = _KEYS.sub("", " ".join(line.split()))
    return "".join(
        char for char in typed if not obeyed_in(char) and unicodedata.category(char) != "Cs"
    ).strip()
