"""How answers relate, in words: who says what and when, who does not know, and who does this work themselves."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from psoh_cli.analysis.answer_words import says, words_of
from psoh_cli.analysis.voices import named, not_alike, period, quoted, several
from psoh_cli.interview.agreement import Agreement, is_own
from psoh_cli.interview.heard import Heard
from psoh_cli.interview.nameless import OWN_WORDS
from psoh_cli.interview.naming import is_plural, joined, spoken_name
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.model import Frozen
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerCertainty, AnswerKind


class Said(Frozen):
    """One answer with who gave it; of several choices, one choice."""

    words: str = Field(alias="antwoord")
    who: str = Field(alias="wie")
    """Groups or roles, with how many of a larger group and who is not sure."""
    when: str = Field(default="", alias="wanneer")
    """The days of these answers: *mei 2026*; empty for one of several choices, which has no day of its own."""
    groups: tuple[str, ...] = Field(default=(), alias="groepen")
    unsure: bool = Field(default=False, alias="onzeker")
    """Whether somebody who says this is not sure of it."""
    many: bool = Field(default=False, alias="meervoud")
    """Whether the verb behind `who` is plural."""


def sides(question: Question, *, voices: Sequence[Voice], portrait: Portrait) -> tuple[Said, ...]:
    """Give each answer once, in the order of the options, with who gave it."""
    said: dict[str, list[Voice]] = {}
    for voice in voices:
        for words in _words(voice, question=question):
            said.setdefault(words, []).append(voice)
    order = [words_of((option.value,), question=question)[0] for option in question.choices()]
    ranked = sorted(said, key=lambda words: order.index(words) if words in order else len(order))
    return tuple(
        Said(
            words=words,
            who=named(said[words], portrait=portrait),
            when="" if question.kind is AnswerKind.MULTIPLE else days(said[words]),
            groups=tuple(dict.fromkeys(voice.group for voice in said[words])),
            unsure=any(voice.answer.certainty is AnswerCertainty.UNSURE for voice in said[words]),
            many=several(said[words], portrait=portrait),
        )
        for words in ranked
    )


def days(voices: Sequence[Voice]) -> str:
    """Write when something was said; empty when nobody said anything."""
    return period(voices).strip(" ()")


def sentence(
    question: Question, *, relation: Agreement, heard: Heard, portrait: Portrait, catalogue: Catalogue
) -> str:
    """Say all that was said to one question, ready to stand below it."""
    told = sides(question, voices=heard.known, portrait=portrait)
    who = named(heard.known, portrait=portrait)
    lead = {
        Agreement.PER_ORGANIZATION: f"Dat verschilt per {_unit(question)}: ",
        Agreement.ADD_UP: "De antwoorden vullen elkaar aan: ",
        Agreement.ONE_KNOWS: f"Alleen {who} {'weten' if several(heard.known, portrait=portrait) else 'weet'} dit: ",
        Agreement.ONE_VOICE: f"Eén stem, {who}: " if len(heard.groups) == 1 else "",
        Agreement.ONE_GROUP: "Alleen één groep is gevraagd: ",
        Agreement.NOT_ASKED: "Nog niet gevraagd",
        Agreement.NOT_APPLICABLE: "Niet van toepassing",
    }.get(relation, "")
    alone = relation in (Agreement.ONE_KNOWS, Agreement.ONE_VOICE) and lead != ""
    if relation is Agreement.ONE_KNOWS and len(told) > 1:
        lead, alone = "", False
    elif relation is Agreement.ONE_KNOWS and not heard.unknown_groups.isdisjoint(heard.known_groups):
        lead, alone = "Alleen één groep weet dit, en daarvan niet iedereen: ", False
    first = f"{lead}{all_said(question, voices=heard.known, told=told, alone=alone)}"
    if relation is Agreement.PER_ORGANIZATION and _are_statushouders(heard.known, portrait=portrait):
        first = not_alike(heard.known, question=question)
    return " ".join(
        part
        for part in (
            f"{first[:1].upper()}{first[1:]}." if first else "",
            not_known(heard.unknown, portrait=portrait),
            not_applying(heard.excused, portrait=portrait),
            doing_it(question, heard=heard, catalogue=catalogue),
        )
        if part
    )


def all_said(
    question: Question, *, voices: Sequence[Voice], told: tuple[Said, ...], alone: bool = False
) -> str:
    """Write each answer with who gives it and when; `alone` leaves out who, where that is said already.

    Days that are the same for all stand once, at the end.
    """
    once = alone or question.kind is AnswerKind.MULTIPLE or len({each.when for each in told}) == 1
    naming = question.kind is AnswerKind.MULTIPLE
    parts = [
        quoted(each.words)
        if alone
        else f"{quoted(each.words)} {_verb(each, naming=naming)} {each.who}{'' if once else _bracketed(each.when)}"
        for each in told
    ]
    return f"{'; '.join(parts)}{period(voices) if once else ''}"


def _verb(said: Said, *, naming: bool) -> str:
    if naming:
        return "noemen" if said.many else "noemt"
    return "zeggen" if said.many else "zegt"


def _are_statushouders(voices: Sequence[Voice], *, portrait: Portrait) -> bool:
    """Tell whether all who speak are statushouders, where they are named as a whole."""
    return bool(portrait.group_names) and {voice.group for voice in voices} == {STATUSHOUDERS}


def not_known(voices: Sequence[Voice], *, portrait: Portrait) -> str:
    """Say who does not know; empty when nobody says so."""
    if not voices:
        return ""
    verb = "zeggen" if several(voices, portrait=portrait) else "zegt"
    return f"‘Weet ik niet’ {verb} {named(voices, portrait=portrait)}{period(voices)}."


def not_applying(voices: Sequence[Voice], *, portrait: Portrait) -> str:
    """Say to whom it does not apply, in their own words; empty when nobody says so."""
    if not voices:
        return ""
    verb = "zeggen" if several(voices, portrait=portrait) else "zegt"
    return f"‘Niet van toepassing’ {verb} {named(voices, portrait=portrait)}{period(voices)}."


def doing_it(question: Question, *, heard: Heard, catalogue: Catalogue) -> str:
    """Say which groups do this work themselves, and which of them were not asked: never who is right."""
    names = who_does_it(question, catalogue=catalogue)
    if not names:
        return ""
    silent = [
        spoken_name(catalogue.group[name])
        for name in question.done_by
        if name in catalogue.group and name not in heard.groups
    ]
    who = joined(names)
    text = f"{who[:1].upper()}{who[1:]} {_do(names)} dit werk zelf"
    if not silent:
        return f"{text}."
    if len(silent) == len(names):
        return f"{text}, en {'zijn' if len(names) > 1 else 'is'} hierover nog niet gevraagd."
    return f"{text}; nog niet gevraagd: {joined(silent)}."


def who_does_it(question: Question, *, catalogue: Catalogue) -> tuple[str, ...]:
    """Name the groups that do this work themselves."""
    return tuple(spoken_name(catalogue.group[name]) for name in question.done_by if name in catalogue.group)


def _do(names: Sequence[str]) -> str:
    return "doen" if len(names) > 1 or is_plural(names[0]) else "doet"


def _words(voice: Voice, *, question: Question) -> tuple[str, ...]:
    if question.kind is AnswerKind.TEXT:
        return (OWN_WORDS,)
    if question.kind is AnswerKind.MULTIPLE:
        return words_of(voice.answer.values, question=question)
    return (says(voice, question=question),)


def _unit(question: Question) -> str:
    return "gesprek" if is_own(question) and question.groups == (STATUSHOUDERS,) else "organisatie"


def _bracketed(text: str) -> str:
    return f" ({text})" if text else ""
