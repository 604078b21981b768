"""The lists of a discussion sheet, as far as they fit: what is agreed on, what is not known, the questions of ARQ."""

from __future__ import annotations

from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.discussion_gathering import Topics
from psoh_cli.report.discussion_points import LONGEST_ARQ, agreed_line, arq_line, unasked_line, unknown_point
from psoh_cli.report.document import Block, Bullets, Discussion, Paragraph, Section

FEWEST_AGREED = 2
_MOST_AGREED = 8
_FEWEST_OPEN, _MOST_OPEN = 2, 12
"""Questions without an answer that are named, of each sort."""


def agreed_blocks(found: Topics, *, left: float) -> tuple[Block, ...]:
    """Give what is agreed on as far as it fits, the least in any case."""
    for most in range(_MOST_AGREED, FEWEST_AGREED, -1):
        blocks = agreed_lines(found, most=most)
        if room.of(blocks) <= left:
            return blocks
    return agreed_lines(found, most=FEWEST_AGREED)


def agreed_lines(found: Topics, *, most: int) -> tuple[Block, ...]:
    if not found.agreed:
        text = "Er is nog geen vraag waarop twee of meer groepen zeker hetzelfde antwoord gaven."
        return (Paragraph(content=text),)
    lines = tuple(agreed_line(topic) for topic in found.agreed[:most])
    return (Bullets(items=lines),)


def open_sections(found: Topics, *, left: float) -> tuple[Section, ...]:
    """Give what nobody knows, and apart from it what nobody was asked; with room, each with a line to write on."""
    for spacious in (True, False):
        for most in range(_MOST_OPEN, _FEWEST_OPEN, -1):
            told = _still(found, most=most, spacious=spacious)
            if room.of_sections(told) <= left:
                return told
            if spacious and most <= _FEWEST_OPEN + 2:
                break
    return _still(found, most=_FEWEST_OPEN, spacious=False)


def _still(found: Topics, *, most: int, spacious: bool) -> tuple[Section, ...]:
    listed = []
    for name, title, topics in (
        ("onbekend", "Niemand weet het", found.unknown),
        ("niet-gevraagd", "Nog niet gevraagd", found.unasked),
    ):
        if not topics:
            continue
        blocks: list[Block] = []
        if spacious or name == "onbekend":
            points = tuple(unknown_point(topic) for topic in topics[:most])
            blocks.append(Discussion(caption=title, items=points))
        else:
            blocks.append(Bullets(items=tuple(unasked_line(topic) for topic in topics[:most])))
        counted = _counted(title, shown=min(most, len(topics)), whole=len(topics))
        listed.append(Section(id=name, title=counted, blocks=tuple(blocks)))
    return tuple(listed)


def arq_blocks(found: Topics, *, left: float) -> tuple[Block, ...]:
    """Give the five questions of ARQ, with answers as long as the page allows."""
    told = (arq_lines(found, at=at) for at in range(len(LONGEST_ARQ)))
    return next((arq for arq in told if room.of(arq) <= left), arq_lines(found, at=-1))


def arq_lines(found: Topics, *, at: int) -> tuple[Block, ...]:
    most, most_decided = LONGEST_ARQ[at]
    told = (arq_line(topic, most=most, most_decided=most_decided) for topic in found.arq)
    return tuple(Paragraph(content=each) for each in told)


def title_of_agreed(found: Topics, blocks: tuple[Block, ...]) -> str:
    shown = sum(len(block.items) for block in blocks if isinstance(block, Bullets))
    return _counted("Waar wij het over eens zijn", shown=shown, whole=len(found.agreed))


def _counted(title: str, *, shown: int, whole: int) -> str:
    """Say in a heading how many there are, and how many of them stand here."""
    if shown >= whole:
        return f"{title} ({whole})"
    return f"{title} ({shown} van de {whole}; de rest staat in de gap-analyse)"
