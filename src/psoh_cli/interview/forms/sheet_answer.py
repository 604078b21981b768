"""The rows of one question that came back → one FilledAnswer, with what in them cannot be placed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.interview.forms.filled import FilledAnswer
from psoh_cli.interview.forms.sheet import (
    ALONE_PART,
    ANSWER,
    CROSS,
    HEADINGS,
    OPTION_PART,
    OTHER_PART,
    REMARK,
    SURE,
)

_MARKED = frozenset({CROSS, "ja", "j", "v", "✓", "✔", "√", "☑", "☒", "✗", "✘", "1", "waar", "true"})
_NOT_MARKED = frozenset({"", "nee", "n", "-", "–", "0", "onwaar", "false", "☐"})


@dataclass(frozen=True, kw_only=True)
class Said:
    """What stands in the three columns of one row: the answer, how sure, and the remark."""

    texts: tuple[str, str, str]
    place: Place
    is_formula: bool = False
    """Whether one of them is a formula without an outcome."""

    def at(self, column: int) -> Place:
        """Give the place of one of its cells."""
        return replace(self.place, column=HEADINGS[column])


def to_answer(
    question: str, parts: Mapping[str, Said], *, sent: Mapping[str, tuple[str, str, str]] | None
) -> tuple[FilledAnswer, list[NotUnderstood]]:
    """Put the rows of a question together. `sent` is what psoh filled in itself; None when that is not known."""
    strange = [_no_outcome(said) for said in parts.values() if said.is_formula]
    parts = {part: said for part, said in parts.items() if not said.is_formula}
    own = parts.get("")
    values = [own.texts[0]] if own and own.texts[0] else []
    details: dict[str, dict[str, str]] = {}
    places: dict[str, Place] = {}
    for part, said in parts.items():
        first, _, last = part.partition("/")
        if part and any(said.texts[1:]):
            strange.append(_belongs_above(said))
        if not last:
            continue
        if first == OPTION_PART:
            word = said.texts[0].casefold().strip(" .!")
            if word in _MARKED:
                values.append(last)
            elif word not in _NOT_MARKED:
                strange.append(_no_cross(said))
        elif said.texts[0]:
            details.setdefault(first, {})[last] = said.texts[0]
            places[part] = said.at(ANSWER)
    alone = parts.get(ALONE_PART)
    if alone is not None and alone.texts[0]:
        values.append(alone.texts[0])
    other = parts.get(OTHER_PART)
    if other is not None:
        places["anders"] = other.at(ANSWER)
    if own is not None:
        places |= {"zekerheid": own.at(SURE), "opmerking": own.at(REMARK)}
    first_said = own or next(iter(parts.values()), None)
    place = first_said.at(ANSWER) if first_said else strange[0].place
    answer = FilledAnswer(
        question=question,
        values=tuple(values),
        other=other.texts[0] if other else "",
        remark=own.texts[2] if own else "",
        certainty=own.texts[1] if own else "",
        details=details,
        place=place,
        places=places,
        cleared=_cleared(parts, sent or {}),
        as_sent=bool(sent) and _texts(parts) == {part: _flat(texts) for part, texts in (sent or {}).items()},
    )
    return answer, strange


def _cleared(parts: Mapping[str, Said], sent: Mapping[str, tuple[str, str, str]]) -> dict[str, str]:
    """Name the parts that psoh had filled in and that came back empty; an answer only when nothing of it is left."""
    cleared: dict[str, str] = {}
    for part, stood in sent.items():
        now = parts.get(part)
        if now is None or _is_answer(part):
            continue
        cleared |= {
            name: before
            for name, before, text in zip(_names(part), stood, now.texts, strict=False)
            if before and not text
        }
    own_before, own = sent.get("", ("", "", "")), parts.get("")
    had = bool(own_before[0]) or any(map(_is_answer, sent))
    has = bool(own and own.texts[0]) or any(said.texts[0] for part, said in parts.items() if _is_answer(part))
    cleared.pop("antwoord", None)
    return {**cleared, "antwoord": ""} if had and not has else cleared


def _is_answer(part: str) -> bool:
    """Tell whether a row holds a part of the answer itself: a choice."""
    return part == ALONE_PART or part.startswith(f"{OPTION_PART}/")


def _names(part: str) -> tuple[str, ...]:
    """Name what stands in the three columns of a row."""
    return (part,) if part else ("antwoord", "zekerheid", "opmerking")


def _texts(parts: Mapping[str, Said]) -> dict[str, tuple[str, ...]]:
    return {part: _flat(said.texts) for part, said in parts.items() if any(said.texts)}


def _flat(texts: tuple[str, str, str]) -> tuple[str, ...]:
    """Leave out what a program that saves a workbook again may do to white space."""
    return tuple(" ".join(text.split()) for text in texts)


def _no_outcome(said: Said) -> NotUnderstood:
    return NotUnderstood(
        place=said.place,
        text="=…",
        why="hier staat een formule waarvan de uitkomst niet in het bestand staat",
        remedy="Typ het antwoord zelf in het vak.",
    )


def _no_cross(said: Said) -> NotUnderstood:
    return NotUnderstood(
        place=said.at(ANSWER),
        text=said.texts[0][:80],
        why=f"hier past alleen een {CROSS}, of niets",
        remedy=f"Zet een {CROSS} als dit antwoord past. Een toelichting kan bij Opmerking van de vraag.",
    )


def _belongs_above(said: Said) -> NotUnderstood:
    return NotUnderstood(
        place=said.place,
        text=" / ".join(text for text in said.texts[1:] if text)[:80],
        why="dit staat op een rij waar psoh geen opmerking of zekerheid leest",
        remedy="Zet het op de rij met het nummer van de vraag.",
    )
