"""The confirmation sheet of one organization: every entry with what stands on the kaart, and what is not known yet."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from psoh_cli.dutch import slug
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.confirmation.asked import Ask, asks_about, in_one_line
from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.privacy.finding import traces
from psoh_cli.vocabulary import ServiceStatus

HIDDEN = "niet getoond: dit lijkt van één persoon te zijn; geef iets van de organisatie zelf"
"""Stands for a value that is not sent round, so that a public one comes in its place."""

_MARK = 6


def reference_of(kind: EntryKind, name: str) -> str:
    """Say which entry is meant, as psoh reads it back: `o:welzijn`, `d:inloop`."""
    return f"{kind[0]}:{name}"


@dataclass(frozen=True, kw_only=True)
class Line:
    """One question: `shown` is what stands on the kaart now, empty where that is not known."""

    number: str
    ask: Ask
    shown: str
    is_hidden: bool = False

    @property
    def is_open(self) -> bool:
        """Tell whether there is nothing to confirm here, only something to fill in."""
        return not self.shown or self.is_hidden


@dataclass(frozen=True, kw_only=True)
class Part:
    """The questions about one entry. `mark` tells later whether the kaart still says what was asked."""

    number: int
    kind: EntryKind
    id: str
    name: str
    mark: str
    lines: tuple[Line, ...]

    @property
    def reference(self) -> str:
        """Say which entry it is: an organization and a service may have the same id."""
        return reference_of(self.kind, self.id)

    @property
    def known(self) -> tuple[Line, ...]:
        """What stands on the kaart and may be confirmed."""
        return tuple(line for line in self.lines if not line.is_open)

    @property
    def open(self) -> tuple[Line, ...]:
        """What is not known yet."""
        return tuple(line for line in self.lines if line.is_open)


@dataclass(frozen=True, kw_only=True)
class Form:
    """A confirmation sheet, made on a day; `gemeente` is whose kaart it is."""

    organization: str
    name: str
    gemeente: str
    made_on: date
    parts: tuple[Part, ...]


def make_form(own: KaartFile, *, organization: str, gemeente: str, known: KnownIds, made_on: date) -> Form:
    """Make the sheet of an organization: first itself, then what it offers, but for what has stopped."""
    entries: list[Organization | Service] = [item for item in own.organizations if item.id == organization]
    entries += [
        item
        for item in own.services
        if item.organization == organization and item.status is not ServiceStatus.STOPPED
    ]
    parts = tuple(part_of(entry, number=number, known=known) for number, entry in enumerate(entries, start=1))
    return Form(
        organization=organization,
        name=in_one_line(own.names.get(organization, organization)),
        gemeente=in_one_line(gemeente),
        made_on=made_on,
        parts=parts,
    )


def part_of(entry: Organization | Service, *, number: int, known: KnownIds) -> Part:
    """Make the questions about an entry, what is known first."""
    own = frozenset(slug(f"{entry.name} {entry.id}").split("-"))
    asked = [(ask, ask.show(entry)) for ask in asks_about(entry, known=known)]
    told = [
        (ask, shown, bool(shown) and bool(traces(shown, own=own)))
        for ask, shown in asked
        if shown or ask.is_urgent
    ]
    ordered = sorted(told, key=lambda item: not item[1] or item[2])
    lines = tuple(
        Line(number=f"{number}.{place}", ask=ask, shown=shown, is_hidden=is_hidden)
        for place, (ask, shown, is_hidden) in enumerate(ordered, start=1)
    )
    return Part(
        number=number,
        kind=_kind(entry),
        id=entry.id,
        name=in_one_line(entry.name),
        mark=_mark(reference_of(_kind(entry), entry.id), asked),
        lines=lines,
    )


def _kind(entry: Organization | Service) -> EntryKind:
    return "dienst" if isinstance(entry, Service) else "organisatie"


def _mark(reference: str, asked: list[tuple[Ask, str]]) -> str:
    """Make the code of what is asked of an entry: that of one never fits another."""
    told = "\n".join((reference, *(f"{ask.key}={shown}" for ask, shown in asked)))
    return hashlib.sha256(told.encode()).hexdigest()[:_MARK]
