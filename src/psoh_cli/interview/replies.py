"""From the line somebody typed to a Reply: an answer, a command, a remark, or a mistake with what to type instead."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoh_cli.characters import obeyed_in
from psoh_cli.dutch import listing, slug, typed_number
from psoh_cli.interview.values import all_options, faults, has_choices, nearest_option
from psoh_cli.near_misses import date_meant
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import DONT_KNOW, NOT_APPLICABLE, AnswerKind


class Command(StrEnum):
    """What somebody can type instead of an answer; every one is told on screen."""

    BACK = "<"
    EXPLAIN = "?"
    SKIP_THEME = ">"
    STOP = "stop"
    CONTINUE = "verder"
    KEEP = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """An answer as values for the file, with the remark that came along."""

    values: tuple[str, ...]
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Remark:
    """A remark without an answer; empty when somebody typed only the sign, `-` to take a remark away."""

    text: str


@dataclass(frozen=True, slots=True)
class Mistake:
    """Why this is no answer, and what to type."""

    message: str


Reply = Command | Given | Remark | Mistake

_COMMANDS = {
    "<": Command.BACK, "terug": Command.BACK,
    "?": Command.EXPLAIN, "uitleg": Command.EXPLAIN, "help": Command.EXPLAIN,
    ">": Command.SKIP_THEME, "overslaan": Command.SKIP_THEME,
    "stop": Command.STOP, "stoppen": Command.STOP,
    "verder": Command.CONTINUE,
    "": Command.KEEP,
}  # fmt: skip
_ANYWHERE = {
    "w": DONT_KNOW, "weet niet": DONT_KNOW, "weet ik niet": DONT_KNOW, "weet-niet": DONT_KNOW,
    "nvt": NOT_APPLICABLE, "n.v.t.": NOT_APPLICABLE, "n.v.t": NOT_APPLICABLE,
    "niet van toepassing": NOT_APPLICABLE, "niet-van-toepassing": NOT_APPLICABLE,
}  # fmt: skip
_WITH_REMARK = re.compile(r"(?P<answer>[^!]*[^!\s])\s*!\s*(?P<remark>.*)")
_KEYS = re.compile(r"\x1b(?:\[[0-9;]*[A-Za-z~]|O[A-Z])")


def read_reply(question: Question, line: str, *, as_of: date) -> Reply:
    """Understand one typed line as a reply to a question."""
    text = clean(line)
    command = _COMMANDS.get(text.casefold())
    if command is not None:
        return command
    if text.startswith("!"):
        return Remark(text[1:].strip())
    remark = None
    with_remark = _WITH_REMARK.fullmatch(text) if question.kind is not AnswerKind.TEXT else None
    if with_remark is not None:
        text, remark = with_remark["answer"], with_remark["remark"] or None
    values = _values(question, text)
    if isinstance(values, Mistake):
        return values
    for fault in faults(question, values, as_of=as_of):
        return Mistake(f"{fault.message} {fault.hint}")
    return Given(values=values, remark=remark)


def clean(line: str) -> str:
    """Take out what a keyboard sends but nobody means: arrow keys, control characters, double spaces."""
    typed = _KEYS.sub("", " ".join(line.split()))
    return "".join(
        char for char in typed if not obeyed_in(char) and unicodedata.category(char) != "Cs"
    ).strip()


def _values(question: Question, text: str) -> tuple[str, ...] | Mistake:
    anywhere = _ANYWHERE.get(text.casefold())
    if anywhere is not None:
        return (anywhere,)
    if has_choices(question):
        return _choices(question, text)
    if question.kind is AnswerKind.NUMBER:
        return (_number(question, text),)
    if question.kind is AnswerKind.DATE:
        return (_date(text),)
    return (text,)


def _choices(question: Question, text: str) -> tuple[str, ...] | Mistake:
    whole = _choice(question, text)
    if isinstance(whole, str):
        return (whole,)
    parts = [part for part in re.split(r"[,;+]| en ", text) if part.strip()]
    if len(parts) == 1 and re.fullmatch(r"\d+( \d+)+", text):
        parts = text.split()
    if len(parts) < 2:
        return whole
    if question.kind is not AnswerKind.MULTIPLE:
        return Mistake("Bij deze vraag past één antwoord. Typ één nummer.")
    values: list[str] = []
    for part in parts:
        value = _choice(question, part.strip())
        if isinstance(value, Mistake):
            return value
        if value not in values:
            values.append(value)
    return tuple(values)


def _choice(question: Question, text: str) -> str | Mistake:
    options = all_options(question)
    if text.isdecimal():
        number = typed_number(text) or 0
        if 1 <= number <= len(options):
            return options[number - 1].value
        return Mistake(f"{text} staat niet in de lijst. Typ een nummer van 1 tot en met {len(options)}.")
    anywhere = _ANYWHERE.get(text.casefold())
    if anywhere is not None:
        return anywhere
    wanted = slug(text)
    exact = [option.value for option in options if wanted in (option.value, slug(option.label))]
    if exact:
        return exact[0]
    starting = [option for option in question.choices() if wanted and slug(option.label).startswith(wanted)]
    if len(starting) == 1:
        return starting[0].value
    if len(starting) > 1:
        labels = listing([f"'{option.label}'" for option in starting], last="of")
        return Mistake(f"'{text}' kan {labels} zijn. Typ het nummer.")
    near = nearest_option(question, text)
    meant = f" Bedoelt u {options.index(near) + 1} ({near.label})?" if near else ""
    return Mistake(f"'{text}' staat niet in de lijst.{meant} Typ een nummer van 1 tot en met {len(options)}.")


def _number(question: Question, text: str) -> str:
    """Take the unit off: `6 weken` is 6 when the question asks for weeks."""
    if question.unit and text.casefold().endswith(question.unit.casefold()):
        text = text[: -len(question.unit)].strip()
    number = typed_number(text) if text.isascii() else None
    return text if number is None else str(number)


def _date(text: str) -> str:
    """Write a date as people type it the way files hold it; what is no clear date comes back as it was."""
    meant = date_meant(text)
    return meant.text if meant is not None and meant.is_safe else text
