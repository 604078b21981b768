"""What a line may have been meant to be: in another column, with a dash, with its quote closed, as two lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from psoh_cli.files.yaml_scene import LONGEST_LINE, indent_of

_NEAR = 12
"""How many lines with text on either side of where the reader got lost may hold the slip."""
_BESIDE = 4
"""How many lines with text on either side say in which columns a line may begin."""
_FURTHEST = 40
_NAME = r"[A-Za-z_][\w-]{0,60}"
KEY = re.compile(rf"(?P<lead> *(?:- +)*)(?P<key>{_NAME}):(?= |$)")
_SECOND = re.compile(rf"(?<=\S)(?P<gap> +)(?={_NAME}:(?: |$))")
_OPENS = re.compile(rf"(?:^ *(?:- +)*|[\[{{,:] *)(?P<sign>[\"'])|^ *(?:- +)*{_NAME}: +(?P<other>[\"'])")
_ENDS = re.compile(r"(?=[,}\]])|(?= +#)|$")
_PLAIN_VALUE = re.compile(rf"(?P<lead> *(?:- +)*{_NAME}: +)(?P<value>[^\s\"'\[{{].*?)(?P<end> *)$")


class Way(StrEnum):
    """What is done to a line."""

    SHIFT = "shift"
    WITH_ITS_OWN = "with its own"
    """The line and all that hangs under it are shifted."""
    DASH = "dash"
    QUOTE = "quote"
    QUOTES = "quotes"
    SPLIT = "split"
    UNDER = "under"
    """As two lines, of which the second hangs under the first."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One way to repair one line: what takes the place of which columns of it, and of the lines under it."""

    number: int
    way: Way
    first: int
    until: int
    text: str
    cost: float
    count: int = 1
    """How many lines are shifted."""

    @property
    def shift(self) -> int:
        """How many columns to the right the line moves."""
        return len(self.text) - (self.until - self.first)

    def applied(self, lines: list[str]) -> list[str]:
        """Give the lines as they would be."""
        done = list(lines)
        for number in range(self.number, self.number + self.count):
            line = lines[number - 1]
            if self.way is Way.WITH_ITS_OWN:
                done[number - 1] = " " * max(0, indent_of(line) + self.shift) + line.lstrip(" ")
            else:
                done[number - 1] = line[: self.first - 1] + self.text + line[self.until - 1 :]
        return done


def around(lines: list[str], *, lost: tuple[int, ...]) -> list[int]:
    """Give the numbers of the lines that hold something near where the reader got lost, the nearest first."""
    found: dict[int, int] = {}
    for place in lost:
        for step in (-1, 1):
            most = _NEAR if step < 0 else 3
            for distance, number in enumerate(_filled(lines, number=place + (step > 0), step=step)):
                if distance > most:
                    break
                found[number] = min(distance, found.get(number, distance))
    return sorted(found, key=lambda number: (found[number], -number))


def shifted(lines: list[str], *, number: int) -> Iterator[Candidate]:
    """Yield the line in the columns of the lines beside it, with what hangs under it and without; and with a dash."""
    text = lines[number - 1]
    own = indent_of(text)
    below = _hanging(lines, number=number)
    for indent in columns_beside(lines, number=number):
        steps = abs(indent - own) / 20
        yield Candidate(number, Way.SHIFT, 1, own + 1, " " * indent, 1 + steps)
        if below:
            yield Candidate(number, Way.WITH_ITS_OWN, 1, own + 1, " " * indent, 1.2 + steps, below + 1)
    if not text.lstrip().startswith("-") and KEY.match(text):
        if own >= 2:
            yield Candidate(number, Way.DASH, own - 1, own + 1, "- ", 1.1)
        yield Candidate(number, Way.DASH, own + 1, own + 1, "- ", 1.1)


def split(lines: list[str], *, number: int) -> Iterator[Candidate]:
    """Yield the line as two, where the name of a field stands behind a value or behind another name."""
    text = lines[number - 1][:LONGEST_LINE]
    key = KEY.match(text)
    for match in _SECOND.finditer(text) if key else ():
        gap = (match.start("gap") + 1, match.end("gap") + 1)
        lead = len(key["lead"]) if key else 0
        if key and match.start("gap") == key.end():
            yield Candidate(number, Way.UNDER, *gap, "\n" + " " * (lead + 2), 1.3)
        else:
            yield Candidate(number, Way.SPLIT, *gap, "\n" + " " * lead, 1.3 if len(match["gap"]) > 1 else 1.6)


def with_quotes(lines: list[str], *, number: int) -> Iterator[Candidate]:
    """Yield the line with quotes around its whole value."""
    match = _PLAIN_VALUE.match(lines[number - 1])
    if match is None or '"' in match["value"] or "\\" in match["value"]:
        return
    yield Candidate(
        number, Way.QUOTES, match.start("value") + 1, match.end("value") + 1, f'"{match["value"]}"', 1.4
    )


def closed(lines: list[str], *, before: int) -> Iterator[Candidate]:
    """Yield lines on which a quote opens and none closes it, with one at each place where it may end."""
    for number in range(1, min(before, len(lines)) + 1):
        text = lines[number - 1][:LONGEST_LINE]
        match = _OPENS.search(text)
        while match is not None:
            group = "sign" if match["sign"] else "other"
            sign, begin = match[group], match.end(group)
            ends = text.find(sign, begin)
            inside = text[begin:ends] if ends >= 0 else text[begin:]
            if ends < 0 or ":" in inside:
                for place in _ENDS.finditer(text, begin):
                    if text[begin : place.start()].strip():
                        yield Candidate(
                            number,
                            Way.QUOTE,
                            place.start() + 1,
                            place.start() + 1,
                            sign,
                            1 + place.start() / 1000,
                        )
                break
            match = _OPENS.search(text, ends + 1)


def _filled(lines: list[str], *, number: int, step: int) -> Iterator[int]:
    while 1 <= number <= len(lines):
        bare = lines[number - 1].strip()
        if bare and not bare.startswith("#"):
            yield number
        number += step


def columns_beside(lines: list[str], *, number: int) -> list[int]:
    """Give how far a line may be indented, going by the lines beside it; the nearest first."""
    own = indent_of(lines[number - 1])
    found = {own + 2, own - 2}
    for step in (-1, 1):
        for seen, other in enumerate(_filled(lines, number=number + step, step=step)):
            if seen >= _BESIDE:
                break
            text = lines[other - 1]
            key = KEY.match(text)
            found |= {indent_of(text), indent_of(text) + 2}
            found |= {len(key["lead"])} if key else set()
    return sorted(
        (indent for indent in found if 0 <= indent <= _FURTHEST and indent != own), key=lambda x: abs(x - own)
    )


def _hanging(lines: list[str], *, number: int) -> int:
    """Count the lines under a line that begin further to the right; under a dash those with its fellows too."""
    own, last = indent_of(lines[number - 1]), number
    is_item = lines[number - 1].lstrip().startswith("- ")
    for other in range(number + 1, len(lines) + 1):
        text = lines[other - 1]
        fellow = is_item and indent_of(text) == own and text.lstrip().startswith("- ")
        if text.strip() and indent_of(text) <= own and not fellow:
            break
        last = other if text.strip() else last
    return last - number


def skeleton(lines: list[str], *, first: int, last: int) -> list[str]:
    """Give some lines with those above them that they hang under: enough to see whether they fit together."""
    kept: list[str] = []
    top = next(_filled(lines, number=first, step=1), first)
    text = lines[top - 1]
    lowest, is_item = indent_of(text), text.lstrip().startswith("- ")
    for number in _filled(lines, number=top - 1, step=-1):
        text = lines[number - 1]
        indent = indent_of(text)
        if indent < lowest or (indent == lowest and is_item and not text.lstrip().startswith("- ")):
            kept.insert(0, text)
            lowest, is_item = indent, text.lstrip().startswith("- ")
        if not lowest and not is_item:
            break
    return [*kept, *lines[first - 1 : last]]
