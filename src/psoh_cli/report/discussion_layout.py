"""What stands where on the two pages of a discussion sheet: what is open first, and nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.discussion_gathering import Topics
from psoh_cli.report.discussion_points import (
    LONGEST_ARQ,
    LONGEST_DECIDED,
    LONGEST_REST,
    agreed_line,
    arq_line,
    decided_line,
    differing_point,
    own_point,
    rest_line,
    unasked_line,
    unknown_point,
)
from psoh_cli.report.discussion_topics import Topic
from psoh_cli.report.document import Block, Bullets, Discussion, DiscussionPoint, PageKind, Paragraph, Section

HOW = "Praat vooral over de verschillen. Ieder ziet een deel, en niemand wordt weggestemd."
_REST = "Ook hierover verschillen de antwoorden. Kies samen wat u bespreekt; wie wat zegt, staat in de gap-analyse:"
_DECIDED = "Hierover is al besloten; opnieuw besluiten mag:"
_AFTERWARDS = "De oordelen zijn afgeleid. Na afloop: psoh ronde besluit met de code in kleine letters, want nummers veranderen."
_FEWEST_AGREED, _MOST_AGREED = 2, 8
_FEWEST_OPEN, _MOST_OPEN = 2, 12
"""Questions without an answer that are named, of each sort."""
_AIMS = (6, 6, 6, 3, 0)
"""Differences that at least get room to decide, before the rest of the sheet is told shorter, and shorter again."""
_ARQ_AT = (2, 3, 4, 4, 5)
"""The place in `LONGEST_ARQ` that each of these leaves room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """How the differences are divided: with room to decide on each page, and in a list after it."""

    first: tuple[DiscussionPoint, ...]
    second: tuple[DiscussionPoint, ...]
    tail: tuple[Block, ...]
    tail_first: bool
    """Whether the list stands on the first page."""

    @property
    def continued(self) -> tuple[Block, ...]:
        """Give what stands on the second page."""
        return (*_discussed(self.second), *(() if self.tail_first else self.tail))


def sections(found: Topics, *, above: float) -> tuple[Section, ...]:
    """Divide everything over two pages; `above` is what the top of the first takes beside its title."""
    first = room.FIRST_PAGE - above - room.intro(HOW) - 2 * room.HEADING
    share = _share(found, first=first)
    left = first - room.of(_discussed(share.first)) - (room.of(share.tail) if share.tail_first else 0)
    agreed = _agreed(found, left=left)
    left -= room.of(agreed)
    second = room.SECOND_PAGE - room.of(share.continued) + (0 if share.continued else room.HEADING)
    second -= room.HEADING + _around_arq()
    early = not share.continued and bool(found.unknown or found.unasked) and left > _EARLY
    arq = _arq(found, left=second - (0 if early else room.of_sections(_open(found, left=0))))
    if early:
        still = _open(found, left=left)
        left -= room.of_sections(still)
    else:
        still = _open(found, left=second - room.of(arq))
        second -= room.of_sections(still)
    own = room.filled((own_point(),), room=second - room.of(arq) + room.of_points((own_point(),)))
    differing = (*_discussed(room.filled(share.first, room=left + room.of_points(share.first))),)
    if share.tail_first:
        differing = (*differing, *share.tail)
    return tuple(
        _pages(
            Section(id="eens", title=_title_of_agreed(found, agreed), blocks=agreed),
            Section(
                id="verschillen", title=f"Waar wij verschillen ({len(found.differing)})", blocks=differing
            ),
            continued=share.continued,
            still=still,
            early=early,
            of_arq=(*arq, Discussion(caption="Besluiten over de vragen van ARQ", items=own), _afterwards()),
        )
    )


_EARLY = 45.0
"""Millimetres on the first page from which what is not known goes there, where the differences leave it."""


def _pages(
    agreed: Section,
    differing: Section,
    *,
    continued: tuple[Block, ...],
    still: tuple[Section, ...],
    early: bool,
    of_arq: tuple[Block, ...],
) -> Iterator[Section]:
    """Put the parts after each other; the first that is not on the first page begins the second."""
    last = Section(
        id="vijf-vragen", title="De vijf vragen van ARQ, en ons antwoord tot nu toe", blocks=of_arq
    )
    more = (Section(id="verschillen-vervolg", title="Waar wij verschillen, vervolg", blocks=continued),)
    later = [*(more if continued else ()), *(() if early else still), last]
    yield from (agreed, differing, *(still if early else ()))
    page: PageKind = "nieuw"
    for section in later:
        yield section.model_copy(update={"page": page})
        page = "doorlopend"


def _share(found: Topics, *, first: float) -> _Share:
    """Give as many differences as can be room to decide on; the rest is named, and what was decided told in brief."""
    waiting = [topic for topic in found.differing if not topic.decided]
    if not found.differing:
        nothing = Paragraph(content="Er zijn nu geen vragen waarop de antwoorden verschillen.")
        return _Share(first=(), second=(), tail=(nothing,), tail_first=True)
    least_agreed = room.of(_agreed_lines(found, most=_FEWEST_AGREED))
    whole = room.SECOND_PAGE - room.HEADING - _around_arq() - room.of_sections(_open(found, left=0))
    second = whole
    for count, level in _choices(len(waiting)):
        tail = _tail(found, waiting[count:], level=level)
        second = whole - room.of(_arq_lines(found, at=_ARQ_AT[level]))
        share = _fitting(waiting[:count], tail=tail, first=first - least_agreed, second=second)
        if share is not None:
            return share
    return _named_as_far_as_fits(found, waiting, first=first - least_agreed, second=second)


def _choices(count: int) -> Iterator[tuple[int, int]]:
    """Give how many differences get room and how short the rest is told: the first that fits is taken."""
    for level, fewest in enumerate(_AIMS):
        yield from ((each, level) for each in range(count, min(fewest, count) - 1, -1))


def _fitting(waiting: list[Topic], *, tail: tuple[Block, ...], first: float, second: float) -> _Share | None:
    points = tuple(differing_point(topic) for topic in waiting)
    here = room.as_many_as_fit(points, room=first)
    there = points[len(here) :]
    if not there and room.of_points(here) + room.of(tail) <= first:
        return _Share(first=here, second=(), tail=tail, tail_first=True)
    share = _Share(first=here, second=there, tail=tail, tail_first=False)
    return share if room.of(share.continued) <= second else None


def _tail(found: Topics, rest: list[Topic], *, level: int) -> tuple[Block, ...]:
    most, most_decided = LONGEST_DECIDED[level]
    blocks: list[Block] = []
    if rest:
        named = tuple(rest_line(topic, most=LONGEST_REST[level]) for topic in rest)
        blocks.extend((Paragraph(content=_REST, style="klein"), Bullets(items=named)))
    decided = [topic for topic in found.differing if topic.decided]
    if decided:
        told = tuple(decided_line(topic, most=most, most_decided=most_decided) for topic in decided)
        blocks.extend((Paragraph(content=_DECIDED, style="klein"), Bullets(items=told)))
    return tuple(blocks)


def _named_as_far_as_fits(found: Topics, waiting: list[Topic], *, first: float, second: float) -> _Share:
    """Name on the fullest page what can be named, and count the rest."""
    decided = [topic for topic in found.differing if topic.decided]
    told: tuple[Block, ...] = ()
    for count in range(len(found.differing), -1, -1):
        ranked = [*waiting, *decided][:count]
        told = (
            Paragraph(content=_REST, style="klein"),
            Bullets(items=tuple(rest_line(topic, most=LONGEST_REST[-1]) for topic in ranked)),
            *_left_out(count, whole=len(found.differing)),
        )
        if room.of(told) <= max(first, second):
            break
    return _Share(first=(), second=(), tail=told, tail_first=first >= second)


def _discussed(points: tuple[DiscussionPoint, ...]) -> tuple[Block, ...]:
    return (Discussion(caption="Waar wij verschillen", items=points),) if points else ()


def _agreed(found: Topics, *, left: float) -> tuple[Block, ...]:
    """Give what is agreed on as far as it fits, the least in any case."""
    for most in range(_MOST_AGREED, _FEWEST_AGREED, -1):
        blocks = _agreed_lines(found, most=most)
        if room.of(blocks) <= left:
            return blocks
    return _agreed_lines(found, most=_FEWEST_AGREED)


def _agreed_lines(found: Topics, *, most: int) -> tuple[Block, ...]:
    if not found.agreed:
        text = "Er is nog geen vraag waarop twee of meer informanten hetzelfde antwoord gaven."
        return (Paragraph(content=text),)
    lines = tuple(agreed_line(topic) for topic in found.agreed[:most])
    return (Bullets(items=lines),)


def _open(found: Topics, *, left: float) -> tuple[Section, ...]:
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


def _arq(found: Topics, *, left: float) -> tuple[Block, ...]:
    """Give the five questions of ARQ, with answers as long as the page allows."""
    told = (_arq_lines(found, at=at) for at in range(len(LONGEST_ARQ)))
    return next((arq for arq in told if room.of(arq) <= left), _arq_lines(found, at=-1))


def _arq_lines(found: Topics, *, at: int) -> tuple[Block, ...]:
    most, most_decided = LONGEST_ARQ[at]
    told = (arq_line(topic, most=most, most_decided=most_decided) for topic in found.arq)
    return tuple(Paragraph(content=each) for each in told)


def _around_arq() -> float:
    """Reckon what stands below the questions of ARQ at least."""
    return room.of_points((own_point(),)) + room.of((_afterwards(),))


def _afterwards() -> Paragraph:
    return Paragraph(content=_AFTERWARDS, style="klein")


def _title_of_agreed(found: Topics, blocks: tuple[Block, ...]) -> str:
    shown = sum(len(block.items) for block in blocks if isinstance(block, Bullets))
    return _counted("Waar wij het over eens zijn", shown=shown, whole=len(found.agreed))


def _counted(title: str, *, shown: int, whole: int) -> str:
    """Say in a heading how many there are, and how many of them stand here."""
    if shown >= whole:
        return f"{title} ({whole})"
    return f"{title} ({shown} van de {whole}; de rest staat in de gap-analyse)"


def _left_out(shown: int, *, whole: int) -> tuple[Block, ...]:
    """Say how many differences are not even named."""
    if shown == whole:
        return ()
    told = f"Hier staan {shown} van de {whole} verschillen. Alles staat in de gap-analyse."
    return (Paragraph(content=told, style="klein"),)
