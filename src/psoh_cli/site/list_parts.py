"""The list to print in parts, so that no page of a large kaart is too heavy for a cheap phone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from psoh_cli.site.pages import LIST, Group

MOST_SERVICES = 200
"""How many services stand on one page of the list (our own choice)."""

FIRST_SERVICES = 60
"""How many services the first page shows without a script; the list has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of the list, and where it stands; `step` is empty for what has none."""

    step: str
    place: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ListPart:
    """One page of the list. `headings` are those of all pages, where there are more."""

    place: str
    groups: tuple[Group, ...]
    number: int = 1
    count: int = 1
    services: int = 0
    """How many services stand on all pages together."""
    headings: tuple[Heading, ...] = ()
    before: str = ""
    after: str = ""


def list_parts(groups: Sequence[Group], *, most: int = MOST_SERVICES) -> tuple[ListPart, ...]:
    """Divide the list over pages of at most so many services; a heading that goes on is repeated."""
    pages = tuple(_pages(groups, most=most)) or ((),)
    places = [place_of(number) for number in range(1, len(pages) + 1)]
    headings: dict[str, str] = {}
    for place, page in zip(places, pages, strict=True):
        for group in page:
            headings.setdefault(group.step, f"{place}#{anchor_of(group.step)}")
    return tuple(
        ListPart(
            place=place,
            groups=page,
            number=at + 1,
            count=len(pages),
            services=sum(len(group.services) for group in groups),
            headings=tuple(Heading(step=step, place=where) for step, where in headings.items()),
            before=places[at - 1] if at else "",
            after=places[at + 1] if at + 1 < len(pages) else "",
        )
        for at, (place, page) in enumerate(zip(places, pages, strict=True))
    )


def place_of(number: int) -> str:
    """Give the file of a part: `lijst.html`, `lijst-2.html`."""
    return LIST if number == 1 else LIST.replace(".html", f"-{number}.html")


def anchor_of(step: str) -> str:
    """Give the id of a heading in the page."""
    return f"voor-{step}" if step else "overig"


def _pages(groups: Sequence[Group], *, most: int) -> Iterator[tuple[Group, ...]]:
    page: list[Group] = []
    room = most
    for group in groups:
        left = group.services
        while left:
            page.append(Group(step=group.step, services=left[:room]))
            left, room = left[room:], room - len(left[:room])
            if room == 0:
                yield tuple(page)
                page, room = [], most
    if page:
        yield tuple(page)
