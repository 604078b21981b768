"""How much fits on a sheet of paper, reckoned before it is printed: two pages stay two pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from psoh_cli.report.document import Block, Bullets, Discussion, DiscussionPoint, Paragraph
from psoh_cli.report.spans import plain

LEFT, RIGHT, WHOLE = 112.0, 62.0, 180.0
"""What is said, the space to write, and the whole, in millimetres."""

_PAGE = 263.5
"""The height of the text on a page, with a little kept back."""
_LETTERHEAD, _SMALL_HEADING, _FIRST_HEADING, _COLOPHON = 17.5, 6.8, 6.9, 12.0
FIRST_PAGE = _PAGE - _LETTERHEAD - _SMALL_HEADING
"""What is left on the first page below the letterhead."""
SECOND_PAGE = _PAGE - _FIRST_HEADING - _COLOPHON
"""What is left on the second page between its first heading and the colophon."""
HEADING, NOTE = 10.9, 5.4
"""A heading, and one line in small letters."""
_TITLE = 62.0
"""The width of the title, beside which the name of the gemeente stands."""
_MOST_LINES = 3
"""Empty lines at most beside one point."""

_POINT = 25.4 / 72
_WIDE = 0.51
"""How wide a letter is on average, as a share of its size: a little more than our own letters take."""
_LATIN = 0x24F
"""The last letter that is as wide as ours; other scripts take more."""
WRITING = 8.0
"""Between two lines to write on."""


def lines_of(text: str, *, width: float, size: float) -> int:
    """Reckon how many lines a text takes; a word that does not fit begins a new line, a capital takes more."""
    room = width / (size * _WIDE * _POINT)
    lines, used = 1, 0.0
    for word in text.split():
        wide = sum(map(_share, word))
        if used and used + 1 + wide > room:
            lines, used = lines + 1, wide
        else:
            used += wide + bool(used)
        if used > room:
            lines += math.floor(used / room)
            used %= room
    return lines


def _share(char: str) -> float:
    """Give how wide a letter is beside an ordinary one."""
    if char in "WMwm@%":
        return 1.9
    return 1.9 if ord(char) > _LATIN else 1.3 if char.isupper() or char.isdecimal() else 1.0


def height(text: str, *, width: float, size: float, line: float) -> float:
    """Reckon the height of a paragraph in millimetres; size and line in points."""
    return lines_of(text, width=width, size=size) * line * _POINT if text else 0.0


def height_of(point: DiscussionPoint) -> float:
    """Reckon the height of a point with the space beside it."""
    said = height(f"{point.number} {point.title}", width=LEFT, size=10.5 * 1.06, line=14) + 0.8
    said += height(plain(point.lead), width=LEFT, size=10, line=13.5)
    for part in point.parts:
        words = f"{part.label}: {' '.join(plain(item) for item in part.items)}"
        said += height(words, width=LEFT, size=10, line=13.5) + 0.6
    decided = sum(
        height(f"{term.term} {plain(term.content)}", width=RIGHT - 9, size=9.5, line=12.5) + 1
        for term in point.decided
    )
    written = WRITING * (len(point.prompts) + point.lines) if point.prompts else 0.0
    return max(said, decided + written) + 4.2


def as_many_as_fit(points: Iterable[DiscussionPoint], *, room: float) -> tuple[DiscussionPoint, ...]:
    """Take points in their order until the next one does not fit."""
    taken: list[DiscussionPoint] = []
    for point in points:
        room -= height_of(point)
        if room < 0:
            break
        taken.append(point)
    return tuple(taken)


def of_points(points: Iterable[DiscussionPoint]) -> float:
    """Reckon the height of points under each other."""
    return sum(map(height_of, points))


def of(blocks: Iterable[Block]) -> float:
    """Reckon the height of paragraphs, of a list in two columns and of points."""
    total = 0.0
    for block in blocks:
        if isinstance(block, Bullets):
            tall = [
                height(plain(item), width=WHOLE / 2 - 4, size=10, line=13.5) + 1.4 for item in block.items
            ]
            total += 2 + min(max(sum(tall[:at]), sum(tall[at:])) for at in range(len(tall) + 1))
        elif isinstance(block, Discussion):
            total += of_points(block.items)
        elif isinstance(block, Paragraph):
            total += height(plain(block.content), width=WHOLE, size=10, line=13.5)
    return total


def intro(text: str) -> float:
    """Reckon the height of the words of introduction."""
    return height(text, width=WHOLE, size=10.5, line=14.5)


def letterhead(gemeente: str) -> float:
    """Reckon what a name takes that does not fit beside the title: it goes below it."""
    if lines_of(gemeente, width=WHOLE - _TITLE, size=13) == 1:
        return 0.0
    return height(gemeente, width=WHOLE, size=13, line=25)


def banner(text: str) -> float:
    """Reckon the height of the band that says this is an example."""
    return height(text, width=WHOLE - 6, size=9.5, line=12) + 4.4 if text else 0.0


def filled(points: Sequence[DiscussionPoint], *, room: float) -> tuple[DiscussionPoint, ...]:
    """Give the height that is left to the points as lines to write on, one each in turn."""
    given = list(points)
    for _ in range(_MOST_LINES):
        for place, point in enumerate(given):
            more = point.model_copy(update={"lines": point.lines + 1})
            after = [*given[:place], more, *given[place + 1 :]]
            if point.lines < _MOST_LINES and of_points(after) <= room:
                given = after
    return tuple(given)
