"""A Word list that came back → Filled: what stands in its places, and what somebody wrote outside them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import plural
from psoh_cli.errors import UnreadableError
from psoh_cli.interview.forms.day_answered import day_in
from psoh_cli.interview.forms.filled import Filled, FilledAnswer
from psoh_cli.interview.forms.page_values import Odd, text_of
from psoh_cli.interview.forms.participants import participants_in
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.press.forms import word_key
from psoh_cli.press.forms.word_key import CROSSED, EMPTY, Key, Spot, digest, said_in
from psoh_cli.press.forms.word_walk import Seen, TooLongError, walk
from psoh_cli.press.office import zip as office_zip
from psoh_cli.workbooks.zipped_file import BROKEN

_DOCUMENT = "word/document.xml"
_MOST_XML = 30_000_000
_MOST_LINES = 200
_LOOKED_AT = 200
"""Bytes at the start in which text in another encoding than UTF-8 shows: a document type could hide in it."""
_KEY_PARTS = re.compile(r"customXml/item[0-9]+\.xml")
_OTHERWISE = "Stuur de antwoorden als werkblad (xlsx), of neem ze over met: psoh interview"
_TICKS = frozenset({CROSSED, "☑", "✓", "✔", "√", "✗", "✘", "x", "v"})
_NO_TICKS = frozenset({EMPTY, "", "□"})


def read_docx(data: bytes, *, file: str) -> Filled:
    """Read the answers; raise UnreadableError in Dutch when this is no Word list of ours."""
    parts = _unpacked(data, file=file)
    key = _key(parts, file=file)
    places = frozenset(spot.name for spot in key.spots)
    try:
        seen = walk(_xml(parts[_DOCUMENT], file=file), blocks=key.blocks, places=places)
    except TooLongError:
        raise _too_big(file) from None
    odd = Odd()
    answers = tuple(_answers(key, seen=seen, file=file, odd=odd))
    outside = tuple(_outside(key, seen=seen, file=file))
    participants, strange = _participants(key, seen=seen, file=file)
    return Filled(
        file=file,
        informant=key.about["informant"],
        code=key.about["gemeente"],
        group=key.about["groep"],
        knowledge_version=key.about["kennisversie"],
        made_on=_made_on(key, file=file),
        answers=answers,
        participants=participants,
        not_understood=(*odd.found, *strange, *outside),
        remarks=tuple(_remarks(key, parts, seen=seen)),
    )


def _unpacked(data: bytes, *, file: str) -> dict[str, bytes]:
    try:
        parts = office_zip.unpacked(data)
    except office_zip.TooBigError:
        raise _too_big(file) from None
    except BROKEN:
        raise UnreadableError(
            f"{file} is beschadigd, of geen Word-bestand.",
            remedy="Vraag om het bestand opnieuw, als bijlage.",
        ) from None
    if _DOCUMENT not in parts or len(parts[_DOCUMENT]) > _MOST_XML:
        raise UnreadableError(f"{file} is geen Word-bestand dat psoh kan lezen.", remedy=_OTHERWISE)
    return parts


def _too_big(file: str) -> UnreadableError:
    return UnreadableError(f"{file} is te groot om een vragenlijst te zijn.", remedy=_OTHERWISE)


def _xml(content: bytes, *, file: str) -> ET.Element:
    wrong = UnreadableError(f"{file} is beschadigd.", remedy="Vraag om het bestand opnieuw, als bijlage.")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content[:_LOOKED_AT]:
        raise wrong
    try:
        return ET.fromstring(content)  # noqa: S314  (no document type, so nothing to expand or fetch)
    except (ET.ParseError, *BROKEN):
        raise wrong from None


def _key(parts: dict[str, bytes], *, file: str) -> Key:
    for name, content in parts.items():
        if _KEY_PARTS.fullmatch(name) and word_key.NAMESPACE.encode() in content:
            key = word_key.from_xml(_xml(content, file=file))
            if key is not None and _is_whole(key):
                return key
    raise UnreadableError(
        f"{file} is geen vragenlijst van psoh, of een ander programma dan Word of LibreOffice heeft bij het bewaren "
        "weggelaten bij welke vraag een antwoord hoort.",
        remedy=_OTHERWISE,
    )


def _is_whole(key: Key) -> bool:
    slugs = all(re.fullmatch(SLUG_PATTERN, key.about[name]) for name in ("informant", "groep"))
    return slugs and all(text and text.isprintable() and len(text) <= 120 for text in key.about.values())


def _made_on(key: Key, *, file: str) -> date:
    day = day_in(key.about["gemaakt_op"])
    if day is None:
        raise UnreadableError(f"In {file} staat niet goed wanneer de lijst is gemaakt.", remedy=_OTHERWISE)
    return day


def _answers(key: Key, *, seen: Seen, file: str, odd: Odd) -> Iterator[FilledAnswer]:
    by_question: dict[str, list[Spot]] = {}
    for spot in key.spots:
        if spot.kind == word_key.PARTICIPANTS:
            continue
        by_question.setdefault(spot.question, []).append(spot)
    for number, (question, spots) in enumerate(by_question.items(), start=1):
        place = Place(file=file, column=f"vraag {number}")
        before = len(odd.found)
        answer = _answer(question, spots, seen=seen, place=place, odd=odd)
        if not answer.is_empty or answer.certainty or answer.cleared:
            is_sent = all(digest(said_in(seen.texts.get(spot.name, ""))) == spot.sent for spot in spots)
            yield _as_sent(answer) if is_sent and len(odd.found) == before else answer


def _participants(key: Key, *, seen: Seen, file: str) -> tuple[int | None, tuple[NotUnderstood, ...]]:
    spot = next((spot for spot in key.spots if spot.kind == word_key.PARTICIPANTS), None)
    text = said_in(seen.texts.get(spot.name, "")) if spot else ""
    return participants_in(text, place=Place(file=file, column="Aantal deelnemers"))


def _as_sent(answer: FilledAnswer) -> FilledAnswer:
    return replace(answer, as_sent=True)


def _answer(question: str, spots: list[Spot], *, seen: Seen, place: Place, odd: Odd) -> FilledAnswer:
    values: list[str] = []
    sure: list[str] = []
    texts: dict[str, str] = {}
    details: dict[str, dict[str, str]] = {}
    for spot in spots:
        if spot.is_box:
            if _is_ticked(spot, seen=seen, place=place, odd=odd):
                (values if spot.kind == word_key.CHOICE else sure).append(spot.value)
            continue
        text = _text(spot, seen=seen, place=place, odd=odd)
        if text and spot.kind == word_key.DETAIL:
            details.setdefault(spot.value, {})[spot.detail] = text
        elif text:
            texts[spot.kind] = text
    if len(sure) > 1:
        why = "hier staan meer kruisjes bij: hoe zeker bent u?"
        odd.add(place, ", ".join(sure), why=why, remedy="Vraag wat geldt.")
    own = texts.get(word_key.ANSWER, "")
    if own and values:
        why = "bij deze vraag staat een antwoord, en ook een kruisje"
        odd.add(place, own, why=why, remedy="Vraag wat geldt, en neem dat over met: psoh interview")
        own, values = "", []
    return FilledAnswer(
        question=question,
        values=(*((own,) if own else ()), *values),
        other=texts.get(word_key.OTHER, ""),
        remark=texts.get(word_key.REMARK, ""),
        certainty=sure[0] if len(sure) == 1 else "",
        details=details,
        place=place,
        cleared=_cleared(spots, seen=seen),
    )


def _cleared(spots: list[Spot], *, seen: Seen) -> dict[str, str]:
    """Name what we had filled in and that came back empty; what exactly stood there, the file does not tell."""
    names = {word_key.CHOICE: word_key.ANSWER}
    had: dict[str, bool] = {}
    for spot in spots:
        now = seen.texts.get(spot.name)
        name = (
            f"{spot.value}/{spot.detail}" if spot.kind == word_key.DETAIL else names.get(spot.kind, spot.kind)
        )
        empty = digest(EMPTY if spot.is_box else "")
        if (
            now is None
            or (spot.is_box and now.strip() not in _NO_TICKS)
            or (not spot.is_box and said_in(now))
        ):
            had[name] = False
        elif spot.sent != empty and had.get(name, True):
            had[name] = True
    return {name: "" for name, is_gone in had.items() if is_gone}


def _is_ticked(spot: Spot, *, seen: Seen, place: Place, odd: Odd) -> bool:
    said = seen.texts.get(spot.name, "").strip()
    if said.casefold() in _TICKS:
        return True
    if said not in _NO_TICKS:
        odd.add(
            place,
            said,
            why=f"bij ‘{spot.value}’ staat geen vakje meer, en ook geen kruisje",
            remedy=_OTHERWISE,
        )
    return False


def _text(spot: Spot, *, seen: Seen, place: Place, odd: Odd) -> str:
    return text_of(said_in(seen.texts.get(spot.name, "")), place=place, odd=odd)


def _outside(key: Key, *, seen: Seen, file: str) -> Iterator[NotUnderstood]:
    """Tell what stands outside the places and was not there when the list was sent."""
    numbers = {question: number for number, question in enumerate(key.blocks.values(), start=1)}
    told = 0
    for question, lines in seen.lines.items():
        for line in lines:
            if digest(line) in key.lines.get(question, frozenset()) or told >= _MOST_LINES:
                continue
            told += 1
            yield NotUnderstood(
                place=Place(
                    file=file, column=f"vraag {numbers[question]}" if question in numbers else "het begin"
                ),
                text=line[:80],
                why="dit staat naast de plek voor het antwoord",
                remedy="Zet het op de goede plek, of neem het over met: psoh interview",
            )


def _remarks(key: Key, parts: dict[str, bytes], *, seen: Seen) -> Iterator[str]:
    if b"<w:comment " in parts.get("word/comments.xml", b""):
        yield "In de kantlijn staan opmerkingen. psoh leest die niet; kijk ernaar in Word."
    if seen.crossed:
        count = plural(len(seen.crossed), "plek is", "plekken zijn")
        yield f"Van {count} niet te zien waar die ophoudt. Kijk in het Word-bestand of de antwoorden kloppen."
    gone = sum(spot.name not in seen.texts for spot in key.spots)
    if gone:
        yield f"Op {gone} plekken is het vak voor het antwoord weggehaald. Die tellen als niet ingevuld."
