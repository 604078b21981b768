"""Single values out of the file of a page: of the right type, not too long, without what a screen obeys."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.characters import has_pile, obeyed_in
from psoh_cli.interview.forms.page_file_text import Record
from psoh_cli.line_ends import joined, mended
from psoh_cli.one_line import on_one_line

LONGEST_TEXT = 4000
"""How long a text may be, on every list; judged where it is understood, of what somebody wrote."""

_MOST_VALUES = 100
_SHOWN = 80
_NAME_SHOWN = 60
_SEE = "Kijk in het bestand wat er staat, en neem het zelf over met: psoh interview"
_TYPES = {
    dict: "een groep", list: "een lijst", bool: "ja of nee", int: "een getal", float: "een getal", type(None): "niets",
}  # fmt: skip


@dataclass
class Odd:
    """What a file holds that is not taken over, in the order in which it was met."""

    found: list[NotUnderstood] = field(default_factory=list)

    def add(self, place: Place, said: Any, *, why: str, remedy: str) -> None:
        """Tell one thing."""
        text = shortened(said, most=_SHOWN) if isinstance(said, str) else ""
        self.found.append(NotUnderstood(place=place, text=text, why=why, remedy=remedy))


def shortened(text: str, *, most: int = _NAME_SHOWN) -> str:
    """Give a text as it can be shown in a message: on one line, not too long, without half characters."""
    whole = on_one_line(joined(text[: most + 1])).encode("utf-8", "replace").decode("utf-8")
    return whole if len(text) <= most else f"{whole[: most - 1]}…"


def record_of(said: Any, *, place: Place, odd: Odd) -> Record:
    """Give a group of parts; an empty one where something else stands, and without what stands in it twice."""
    if not isinstance(said, Record):
        odd.add(place, said, why=_wanted("een groep met onderdelen", said), remedy=_SEE)
        return Record()
    for name in said.twice:
        odd.add(
            Place(file=place.file, column=f"{place.column}.{shortened(name)}"),
            "",
            why="dit staat er twee keer; psoh weet niet welke geldt",
            remedy=_SEE,
        )
    kept = Record((name, value) for name, value in said.items() if name not in said.twice)
    kept.twice = said.twice
    return kept


def text_of(said: Any, *, place: Place, odd: Odd) -> str:
    """Give a text without space around it; an empty one where it cannot be taken over."""
    if not isinstance(said, str):
        odd.add(place, said, why=_wanted("tekst", said), remedy=_SEE)
        return ""
    text = mended(said)
    wrong = _why_not(text)
    if wrong:
        odd.add(place, said, why=wrong, remedy=_SEE)
        return ""
    return text.strip()


def texts_of(said: Any, *, place: Place, odd: Odd) -> tuple[str, ...]:
    """Give the texts of a list; one text may stand alone."""
    if isinstance(said, str):
        said = [said]
    if not isinstance(said, list):
        odd.add(place, said, why=_wanted("een lijst met antwoorden", said), remedy=_SEE)
        return ()
    if len(said) > _MOST_VALUES:
        odd.add(place, "", why=f"hier staan {len(said)} antwoorden bij één vraag", remedy=_SEE)
        return ()
    found = (
        text_of(one, place=Place(file=place.file, column=f"{place.column}[{at}]"), odd=odd)
        for at, one in enumerate(said)
    )
    return tuple(text for text in found if text)


def names_in(said: Any, *, place: Place, odd: Odd) -> Iterator[str]:
    """Give the names in a list of names."""
    if not isinstance(said, list) or not all(isinstance(one, str) for one in said):
        odd.add(place, said, why=_wanted("een lijst met namen van vragen", said), remedy=_SEE)
        return
    yield from said


def _why_not(text: str) -> str:
    order = obeyed_in(text)
    if order:
        return f"in de tekst staat een onzichtbaar stuurteken (U+{ord(order):04X})"
    if any("\ud800" <= sign <= "\udfff" for sign in text):
        return "in de tekst staat een half teken"
    return "in de tekst staan te veel losse accenten op één letter" if has_pile(text) else ""


def _wanted(what: str, said: Any) -> str:
    kind = next((words for type_, words in _TYPES.items() if type(said) is type_), "")
    if isinstance(said, Record):
        kind = "een groep"
    return f"hier hoort {what}" + (f", en er staat {kind}" if kind else "")
