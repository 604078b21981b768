"""Material to a calendar file: when measures begin and end, when the council decides, when to measure.

A plan holds quarters and a council calendar may hold months. An all-day event needs a day: it is the first or
last one of that time, and its summary says of which. No time zones, as nothing here has an hour.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import NAMESPACE_URL, UUID, uuid5

from psoh_cli import __version__
from psoh_cli.dutch import date_in_words, plural
from psoh_cli.plan.timeline import timeline
from psoh_cli.press.calendar_moments import Moment, moments
from psoh_cli.report.cover import banner
from psoh_cli.report.draft import Draft
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

if TYPE_CHECKING:
    from icalendar import Event

_SPACE = uuid5(NAMESPACE_URL, "urn:psoh:planning")
"""What our names are hashed in; another value would make every calendar hold each event twice."""


def render(material: Material, *, version: Version = Version.COUNCIL) -> bytes:
    """Write the planning as an iCalendar file (RFC 5545); the same material gives the same bytes.

    The uid of an event follows from the gemeente and what it is about, so a later file renews what an earlier
    one brought instead of adding to it.
    """
    from icalendar import Calendar

    draft = Draft(material, version=version)
    calendar = Calendar()
    calendar.add("prodid", f"-//psoh//psoh {__version__}//NL")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", _clean(_name(draft)))
    calendar.add("x-wr-calname", _clean(_name(draft)))
    calendar.add("x-wr-caldesc", _clean(_about(draft)))
    found = moments(draft)
    for moment, uid in zip(found, _uids(found, code=draft.gemeente.code), strict=True):
        calendar.add_component(_event(moment, uid=uid, draft=draft))
    return bytes(calendar.to_ical())


def _name(draft: Draft) -> str:
    example = " (voorbeeld)" if draft.gemeente.example else ""
    return f"Planning psychosociale ondersteuning statushouders · {draft.gemeente.name}{example}"


def _about(draft: Draft) -> str:
    """Say what this is, and what is missing from it."""
    loose = len(timeline(draft.material.plan).without_dates)
    parts = [banner(draft.gemeente), f"Peildatum {date_in_words(draft.analysis.as_of)}."]
    if loose:
        staan = "staat" if loose == 1 else "staan"
        parts.append(f"{plural(loose, 'maatregel', 'maatregelen')} zonder planning {staan} er niet in.")
    return " ".join(part for part in parts if part)


def _uids(found: Iterable[Moment], *, code: str) -> list[UUID]:
    """Give each moment a uid of its own; a second one about the same thing counts on."""
    seen: Counter[str] = Counter()
    uids = []
    for moment in found:
        seen[moment.key] += 1
        uids.append(uuid5(_SPACE, f"{code}/{moment.key}/{seen[moment.key]}"))
    return uids


def _event(moment: Moment, *, uid: UUID, draft: Draft) -> Event:
    from icalendar import Event

    as_of = draft.analysis.as_of
    event = Event()
    event.add("uid", f"{uid}@psoh")
    event.add("dtstamp", datetime(as_of.year, as_of.month, as_of.day, 12, tzinfo=UTC))
    event.add("dtstart", moment.day)
    event.add("dtend", moment.day + timedelta(days=1))
    event.add("summary", _clean(moment.title), parameters={"LANGUAGE": "nl"})
    event.add("description", _clean("\n".join(_told(moment, draft=draft))), parameters={"LANGUAGE": "nl"})
    event.add("categories", [_clean(category) for category in moment.categories])
    event.add("status", "CONFIRMED" if moment.firm else "TENTATIVE")
    event.add("transp", "TRANSPARENT")
    return event


def _told(moment: Moment, *, draft: Draft) -> Iterable[str]:
    example = banner(draft.gemeente)
    return (
        *moment.lines,
        *((example,) if example else ()),
        f"Peildatum {date_in_words(draft.analysis.as_of)}.",
    )


def _clean(text: str) -> str:
    """Leave out what a calendar cannot hold: control characters; half a character is replaced."""
    whole = text.encode("utf-8", "replace").decode()
    return "".join(
        char for char in whole if char == "\n" or char.isprintable() or char == "\N{NO-BREAK SPACE}"
    )
