"""The file that the page with questions saved → Filled: strict, within bounds, and what is odd told with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.errors import UnreadableError
from psoh_cli.interview.forms.day_answered import day_in, no_day
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.form import FORMAT
from psoh_cli.interview.forms.page_file_text import Record, record_in
from psoh_cli.interview.forms.page_values import Odd, names_in, record_of, shortened, text_of, texts_of
from psoh_cli.interview.forms.participants import participants_in
from psoh_cli.model import SLUG_PATTERN

LONGEST_NAME = 120
_MOST_ANSWERS = 1000
_MOST_TOLD = 100
_SHOWN = 80
_ABOUT = ("formaat", "gemeente", "informant", "groep", "kennisversie", "gemaakt_op")
_NAMES = ("informant", "groep")
_TOP = frozenset({*_ABOUT, "ingevuld_op", "antwoorden", "ongewijzigd", "leeggemaakt", "deelnemers"})
_OF_ANSWER = frozenset({"antwoord", "anders", "zekerheid", "opmerking", "per_keuze"})
_SLUG = re.compile(SLUG_PATTERN)
_PART = re.compile(r"antwoord|anders|zekerheid|opmerking|[a-z0-9-]{1,120}/[a-z0-9-]{1,120}")
_ASK_AGAIN = (
    "Vraag om het bestand dat de knop ‘Bewaar uw antwoorden’ maakte, zonder er iets aan te veranderen."
)
_UNKNOWN = "psoh kent dit onderdeel niet"
_BY_HAND = "Is het belangrijk? Neem het dan zelf over met: psoh interview"


def read_json(data: bytes, *, file: str) -> Filled:
    """Read the answers; raise UnreadableError in Dutch when this is no such file, or not a whole one."""
    found, remarks = record_in(data, file=file)
    about = _identity(found, file=file)
    odd = Odd()
    for name in found:
        if name not in _TOP:
            odd.add(Place(file=file, column=shortened(name)), found[name], why=_UNKNOWN, remedy=_BY_HAND)
    for name in found.twice:
        odd.add(Place(file=file, column=shortened(name)), "", why="dit staat er twee keer", remedy=_ASK_AGAIN)
    untouched = frozenset(
        names_in(found.get("ongewijzigd", []), place=Place(file=file, column="ongewijzigd"), odd=odd)
    )
    participants, strange = participants_in(
        text_of(found.get("deelnemers", ""), place=Place(file=file, column="deelnemers"), odd=odd),
        place=Place(file=file, column="deelnemers"),
    )
    odd.found += strange
    answered_on, odd_day = _answered_on(found.get("ingevuld_op"), file=file)
    answers = record_of(found.get("antwoorden"), place=Place(file=file, column="antwoorden"), odd=odd)
    answered = tuple(_answers(answers, untouched=untouched, file=file, odd=odd))
    emptied = _emptied(found.get("leeggemaakt", Record()), file=file, odd=odd)
    return Filled(
        file=file,
        informant=about["informant"],
        code=about["gemeente"],
        group=about["groep"],
        knowledge_version=about["kennisversie"],
        made_on=_day(about["gemaakt_op"], file=file),
        participants=participants,
        answered_on=answered_on,
        odd_day=odd_day,
        answers=tuple(_with_emptied(answered, emptied, file=file)),
        not_understood=tuple(_told(odd.found, file=file)),
        remarks=remarks,
    )


def _identity(found: Record, *, file: str) -> dict[str, str]:
    """Give what the list said of itself when it was made; without it nobody knows whose answers these are."""
    form = found.get("formaat")
    if form != FORMAT:
        known = isinstance(form, str) and form.startswith(FORMAT.rstrip("0123456789"))
        if known:
            raise UnreadableError(
                f"{file} is gemaakt met een andere versie van psoh.",
                remedy="Werk psoh bij, of maak met uw versie een nieuwe lijst: psoh ronde formulier MAP",
            )
        raise UnreadableError(
            f"{file} is geen bestand met antwoorden op een vragenlijst van psoh.", remedy=_ASK_AGAIN
        )
    about = {name: said for name in _ABOUT if isinstance(said := found.get(name), str)}
    for name in _ABOUT:
        said = about.get(name, "")
        fits = 0 < len(said) <= LONGEST_NAME and said.isprintable() and name not in found.twice
        if not fits or (name in _NAMES and not _SLUG.fullmatch(said)):
            raise UnreadableError(
                f"In {file} staat niet goed bij welke lijst het hoort ({name}).", remedy=_ASK_AGAIN
            )
    return about


def _day(text: str, *, file: str) -> date:
    day = _as_day(text)
    if day is None:
        raise UnreadableError(
            f"In {file} staat niet goed wanneer de lijst is gemaakt (gemaakt_op).", remedy=_ASK_AGAIN
        )
    return day


def _as_day(text: str) -> date | None:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
        return None
    return day_in(text)


def _answered_on(said: Any, *, file: str) -> tuple[date | None, NotUnderstood | None]:
    day = _as_day(said) if isinstance(said, str) else None
    if day is not None or said is None:
        return day, None
    text = shortened(said, most=_SHOWN) if isinstance(said, str) else ""
    return None, no_day(text, place=Place(file=file, column="ingevuld_op"), words="Ingevuld op")


def _answers(answers: Record, *, untouched: frozenset[str], file: str, odd: Odd) -> Iterator[FilledAnswer]:
    for number, (name, said) in enumerate(answers.items()):
        place = Place(file=file, column=f"antwoorden.{shortened(name)}")
        if number >= _MOST_ANSWERS:
            why = f"het bestand heeft meer dan {_MOST_ANSWERS} antwoorden"
            odd.add(place, "", why=why, remedy=_ASK_AGAIN)
            return
        if not _SLUG.fullmatch(name) or len(name) > LONGEST_NAME:
            odd.add(place, said, why="dit is geen naam van een vraag", remedy=_ASK_AGAIN)
        elif name not in answers.twice:
            answer = _answer(name, said, place=place, is_untouched=name in untouched, odd=odd)
            if answer is not None:
                yield answer


def _emptied(said: Any, *, file: str, odd: Odd) -> dict[str, dict[str, str]]:
    """Give by question the parts that stood on the page when it was sent and that somebody took away."""
    place = Place(file=file, column="leeggemaakt")
    emptied: dict[str, dict[str, str]] = {}
    for name, parts in list(record_of(said, place=place, odd=odd).items())[:_MOST_ANSWERS]:
        here = _at(place, name)
        if not _SLUG.fullmatch(name) or len(name) > LONGEST_NAME:
            odd.add(here, "", why="dit is geen naam van een vraag", remedy=_ASK_AGAIN)
            continue
        named = dict.fromkeys(names_in(parts, place=here, odd=odd), "")
        emptied[name] = {part: "" for part in named if _PART.fullmatch(part)}
    return emptied


def _with_emptied(
    answered: tuple[FilledAnswer, ...], emptied: dict[str, dict[str, str]], *, file: str
) -> Iterator[FilledAnswer]:
    for answer in answered:
        yield replace(answer, cleared=emptied.get(answer.question, {}))
    for name in sorted(emptied.keys() - {answer.question for answer in answered}):
        place = _at(Place(file=file, column="leeggemaakt"), name)
        yield FilledAnswer(question=name, place=place, cleared=emptied[name])


def _answer(name: str, said: Any, *, place: Place, is_untouched: bool, odd: Odd) -> FilledAnswer | None:
    before = len(odd.found)
    parts = record_of(said, place=place, odd=odd)
    for part in parts:
        if part not in _OF_ANSWER:
            odd.add(_at(place, part), parts[part], why=_UNKNOWN, remedy=_BY_HAND)

    def text(part: str) -> str:
        return text_of(parts.get(part, ""), place=_at(place, part), odd=odd)

    answer = FilledAnswer(
        question=name,
        values=texts_of(parts.get("antwoord", []), place=_at(place, "antwoord"), odd=odd),
        other=text("anders"),
        remark=text("opmerking"),
        certainty=text("zekerheid"),
        details=_details(parts.get("per_keuze", Record()), place=_at(place, "per_keuze"), odd=odd),
        place=place,
        places=_places(parts, place=place),
        as_sent=is_untouched and len(odd.found) == before,
    )
    return None if answer.is_empty and not answer.certainty else answer


def _details(said: Any, *, place: Place, odd: Odd) -> dict[str, dict[str, str]]:
    details: dict[str, dict[str, str]] = {}
    for choice, about in record_of(said, place=place, odd=odd).items():
        here = _at(place, choice)
        texts = {
            name: text_of(text, place=_at(here, name), odd=odd)
            for name, text in record_of(about, place=here, odd=odd).items()
        }
        details[choice] = {name: text for name, text in texts.items() if text}
    return {choice: about for choice, about in details.items() if about}


def _places(parts: Record, *, place: Place) -> dict[str, Place]:
    places = {part: _at(place, part) for part in ("anders", "opmerking", "zekerheid") if part in parts}
    per_choice = parts.get("per_keuze")
    for choice, about in per_choice.items() if isinstance(per_choice, Record) else ():
        for name in about if isinstance(about, Record) else ():
            places[f"{choice}/{name}"] = _at(_at(_at(place, "per_keuze"), choice), name)
    return places


def _at(place: Place, part: str) -> Place:
    return Place(file=place.file, column=f"{place.column}.{shortened(part)}")


def _told(found: list[NotUnderstood], *, file: str) -> Iterator[NotUnderstood]:
    """Tell what is odd, and of a file that is odd all over only the beginning and how much more there is."""
    yield from found[:_MOST_TOLD]
    more = len(found) - _MOST_TOLD
    if more > 0:
        yield NotUnderstood(
            place=Place(file=file),
            text="",
            why=f"er staat nog {more} keer iets dat psoh niet overneemt",
            remedy=_ASK_AGAIN,
        )
