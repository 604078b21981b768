"""How much fits on a sheet of paper, reckoned before it is printed: two pages stay two pages."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from psoh_cli.report.document import Block, Bullets, Discussion, DiscussionPoint, Paragraph, Section
from psoh_cli.report.spans import Line, Style, Words, plain

LEFT, RIGHT, WHOLE = 112.0, 62.0, 180.0
"""What is said, the space to write, and the whole, in millimetres."""

_PAGE = 265.5
"""The height of the text on a page, with a little kept back."""
_LETTERHEAD, _SMALL_HEADING, _FIRST_HEADING, _COLOPHON = 17.5, 6.8, 6.9, 7.0
FIRST_PAGE = _PAGE - _LETTERHEAD - _SMALL_HEADING
"""What is left on the first page below the letterhead."""
SECOND_PAGE = _PAGE - _FIRST_HEADING - _COLOPHON
"""What is left on the second page between its first heading and the colophon."""
HEADING = 10.9
"""A heading with the white around it."""
_TITLE = 62.0
"""The width of the title, beside which the name of the gemeente stands."""
_MOST_LINES = 3
"""Empty lines at most beside one point."""

_POINT = 25.4 / 72
_WIDTHS = {
    **dict.fromkeys("ijlI.,:;'’|!", 0.27),
    **dict.fromkeys("ft()-/", 0.36),
    **dict.fromkeys("rscz?", 0.48),
    **dict.fromkeys("vxyk", 0.53),
    **dict.fromkeys("aeé0123456789", 0.57),
    **dict.fromkeys("mMWw%@", 0.94),
}
"""How wide letters are as a share of their size; a house style may bring others."""
_LETTER, _CAPITAL, _OTHER_SCRIPT, _SPACE = 0.62, 0.7, 1.0, 0.265
_CARE = 1.02
"""What is reckoned more than that, for letters that are a little wider."""
_CODE = 0.75
"""How wide a code is beside the text around it."""
_LATIN = 0x24F
"""The last letter that is as wide as ours; other scripts take more."""
WRITING = 7.5
"""Between two lines to write on."""
_TEXT, _TEXT_LINE, _SMALL, _SMALL_LINE = 9.5, 12.5, 9.0, 12.0
"""Sizes of the text and of small text, in points."""


def lines_of(text: str, *, width: float, size: float) -> int:
    """Reckon how many lines a text takes; a word that does not fit begins a new line, a capital takes more."""
    room = width / (size * _CARE * _POINT)
    lines, used = 1, 0.0
    for word in text.split():
        wide = sum(map(_share, word))
        if used and used + _SPACE + wide > room:
            lines, used = lines + 1, wide
        else:
            used += wide + (_SPACE if used else 0)
        if used > room:
            lines += math.floor(used / room)
            used %= room
    return lines


def _share(char: str) -> float:
    """Give how wide a letter is as a share of its size."""
    if char in _WIDTHS:
        return _WIDTHS[char]
    if ord(char) > _LATIN:
        return _OTHER_SCRIPT
    return _CAPITAL if char.isupper() else _LETTER


def height(text: str, *, width: float, size: float, line: float) -> float:
    """Reckon the height of a paragraph in millimetres; size and line in points."""
    return lines_of(text, width=width, size=size) * line * _POINT if text else 0.0


def height_of(point: DiscussionPoint) -> float:
    """Reckon the height of a point with the space beside it."""
    said = height(f"{point.number} {point.title} {point.code}", width=LEFT, size=10 * 1.06, line=13) + 0.8
    said += height(plain(point.lead), width=LEFT, size=_TEXT, line=_TEXT_LINE)
    for part in point.parts:
        words = f"{part.label}: {' '.join(plain(item) for item in part.items)}"
        said += height(words, width=LEFT, size=_TEXT, line=_TEXT_LINE) + 0.4
    decided = sum(
        height(f"{term.term} {plain(term.content)}", width=RIGHT - 9, size=_TEXT, line=_TEXT_LINE) + 1
        for term in point.decided
    )
    written = WRITING * (len(point.prompts) + point.lines) if point.prompts else 0.0
    return max(said, decided + written) + 3.4


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
                height(_as_wide(item), width=WHOLE / 2 - 4, size=_TEXT, line=_TEXT_LINE) + 1.2
                for item in block.items
            ]
            total += 0.8 + min(max(sum(tall[:at]), sum(tall[at:])) for at in range(len(tall) + 1))
        elif isinstance(block, Discussion):
            total += of_points(block.items)
        elif isinstance(block, Paragraph) and block.style == "klein":
            total += height(plain(block.content), width=WHOLE, size=_SMALL, line=_SMALL_LINE) + 1.0
        elif isinstance(block, Paragraph):
            total += height(plain(block.content), width=WHOLE, size=_TEXT, line=_TEXT_LINE) + 1.2
    return total


def _as_wide(item: Line) -> str:
    """Give the letters of a line, of a code as many as are as wide in its smaller size."""
    told = (plain(span) for span in item)
    codes = (isinstance(span, Words) and span.style is Style.CODE for span in item)
    return "".join(
        words[: math.ceil(len(words) * _CODE)] if code else words
        for words, code in zip(told, codes, strict=True)
    )


def of_sections(sections: Iterable[Section]) -> float:
    """Reckon the height of sections, each with its heading."""
    return sum(HEADING + of(section.blocks) for section in sections)


def intro(text: str) -> float:
    """Reckon the height of the words of introduction."""
    return height(text, width=WHOLE, size=10.5, line=14.5)


def letterhead(gemeente: str) -> float:
    """Reckon what a name takes that does not fit beside the title: it goes below it."""
    if lines_of(gemeente, width=WHOLE - _TITLE, size=13) == 1:
        return 0.0
    return height(gemeente, width=WHOLE, size=13, line=25)


def more_than_a_line(subtitle: str) -> float:
    """Reckon what the line below the title takes more than one line."""
    return (lines_of(subtitle, width=WHOLE, size=9) - 1) * 12 * _POINT


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
