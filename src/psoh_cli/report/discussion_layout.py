"""What stands where on the two pages of a discussion sheet: what is open first, and nothing is left out in silence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.report import discussion_sheet_room as room
from psoh_cli.report.discussion_gathering import Topics
from psoh_cli.report.discussion_lists import (
    FEWEST_AGREED,
    agreed_blocks,
    agreed_lines,
    arq_blocks,
    arq_lines,
    open_sections,
    title_of_agreed,
)
from psoh_cli.report.discussion_points import (
    LONGEST_DECIDED,
    LONGEST_REST,
    another_point,
    decided_line,
    differing_point,
    own_point,
    rest_line,
)
from psoh_cli.report.discussion_topics import Topic
from psoh_cli.report.document import Block, Bullets, Discussion, DiscussionPoint, PageKind, Paragraph, Section

HOW = "Praat vooral over de verschillen. Ieder ziet een deel, en niemand wordt weggestemd."
_REST = "Ook hierover verschillen de antwoorden. Kies samen wat u bespreekt; wie wat zegt, staat in de gap-analyse:"
_DECIDED = "Hierover is al besloten; opnieuw besluiten mag:"
_AFTERWARDS = (
    "De oordelen zijn afgeleid. Na afloop: psoh ronde besluit met de code in kleine letters; "
    "nummers kunnen veranderen."
)
_AIMS = (6, 6, 6, 3, 0)
"""Differences that at least get room to decide, before the rest of the sheet is told shorter, and shorter again."""
_ARQ_AT = (2, 4, 6, 6, -1)
"""The place in `LONGEST_ARQ` that each of these leaves room for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Share:
    """How the differences are divided: with room to decide on each page, and in a list after it."""

    first: tuple[DiscussionPoint, ...]
    second: tuple[DiscussionPoint, ...]
    here: tuple[Block, ...] = ()
    """What of the list stands on the first page."""
    there: tuple[Block, ...] = ()
    """What of the list stands on the second."""

    @property
    def continued(self) -> tuple[Block, ...]:
        """Give what stands on the second page."""
        return (*_discussed(self.second), *self.there)


def sections(found: Topics, *, above: float) -> tuple[Section, ...]:
    """Divide everything over two pages; `above` is what the top of the first takes beside its title."""
    first = room.FIRST_PAGE - above - room.intro(HOW) - 2 * room.HEADING
    share = _share(found, first=first)
    left = first - room.of(_discussed(share.first)) - room.of(share.here)
    agreed = agreed_blocks(found, left=left)
    left -= room.of(agreed)
    second = room.SECOND_PAGE - room.of(share.continued) + (0 if share.continued else room.HEADING)
    second -= room.HEADING + _around_arq()
    early = not share.continued and bool(found.unknown or found.unasked) and left > _EARLY
    arq = arq_blocks(found, left=second - (0 if early else room.of_sections(open_sections(found, left=0))))
    if early:
        still = open_sections(found, left=left)
        left -= room.of_sections(still)
    else:
        still = open_sections(found, left=second - room.of(arq))
        second -= room.of_sections(still)
    whole = second - room.of(arq) + room.of_points((own_point(),))
    more = room.as_many_as_fit(map(another_point, range(1, _OWN + 1)), room=whole - _EARLY)
    own = room.filled((own_point(), *more), room=whole)
    differing = (*_discussed(room.filled(share.first, room=left + room.of_points(share.first))), *share.here)
    return tuple(
        _pages(
            Section(id="eens", title=title_of_agreed(found, agreed), blocks=agreed),
            Section(
                id="verschillen", title=f"Waar wij verschillen ({len(found.differing)})", blocks=differing
            ),
            continued=share.continued,
            still=still,
            early=early,
            of_arq=(*arq, Discussion(caption="Besluiten over de vragen van ARQ", items=own), _afterwards()),
        )
    )


_OWN = 6
"""Empty points at most, where little is known yet."""
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
        return _Share(first=(), second=(), here=(nothing,))
    least_agreed = room.of(agreed_lines(found, most=FEWEST_AGREED))
    whole = room.SECOND_PAGE - room.HEADING - _around_arq() - room.of_sections(open_sections(found, left=0))
    second = whole
    for count, level in _choices(len(waiting)):
        tail = _tail(found, waiting[count:], level=level)
        second = whole - room.of(arq_lines(found, at=_ARQ_AT[level]))
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
        return _Share(first=here, second=(), here=tail)
    share = _Share(first=here, second=there, there=tail)
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
    """Name on both pages what can be named, what was decided last, and count what is left."""
    ranked = [*waiting, *(topic for topic in found.differing if topic.decided)]
    here = _named(ranked, room_left=first)
    there = _named(ranked[len(here) :], room_left=second - room.of(_left_out(0, whole=1)))
    told = (*_as_list(there), *_left_out(len(here) + len(there), whole=len(ranked)))
    return _Share(first=(), second=(), here=_as_list(here), there=told)


def _named(ranked: list[Topic], *, room_left: float) -> list[Topic]:
    fitting = (count for count in range(len(ranked), 0, -1) if room.of(_as_list(ranked[:count])) <= room_left)
    return ranked[: next(fitting, 0)]


def _as_list(listed: list[Topic]) -> tuple[Block, ...]:
    if not listed:
        return ()
    lines = tuple(rest_line(topic, most=LONGEST_REST[-1]) for topic in listed)
    return (Paragraph(content=_REST, style="klein"), Bullets(items=lines))


def _discussed(points: tuple[DiscussionPoint, ...]) -> tuple[Block, ...]:
    return (Discussion(caption="Waar wij verschillen", items=points),) if points else ()


def _around_arq() -> float:
    """Reckon what stands below the questions of ARQ at least."""
    return room.of_points((own_point(),)) + room.of((_afterwards(),))


def _afterwards() -> Paragraph:
    return Paragraph(content=_AFTERWARDS, style="klein")


def _left_out(shown: int, *, whole: int) -> tuple[Block, ...]:
    """Say how many differences are not even named."""
    if shown == whole:
        return ()
    told = f"Hier staan {shown} van de {whole} verschillen. Alles staat in de gap-analyse."
    return (Paragraph(content=told, style="klein"),)
