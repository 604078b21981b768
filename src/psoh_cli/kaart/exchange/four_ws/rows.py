"""Services of a kaart as rows of the 4Ws overview: one per activity, and what is unknown stays empty.

No person is in it: the one to turn to is a function with a shared mailbox.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from psoh_cli.dutch import number, plural
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.kaart.entries import Contact, Location, Organization, Schedule, Service
from psoh_cli.kaart.exchange.hsds.selected import select
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.fields import in_words
from psoh_cli.kaart.kaart import Kaart, KaartFile
from psoh_cli.kaart.opening_times import minutes_open
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.privacy.mailboxes import mailboxes
from psoh_cli.vocabulary import ClientCost, ServiceStatus, Trained, Visibility

Row = dict[str, str]
"""Text by the letter of its column; a column that is not there is empty."""

_BEING_DONE = "1"
_PAYS = {ClientCost.FREE: "nee", ClientCost.CONTRIBUTION: "ja", ClientCost.DEDUCTIBLE: "ja"}
_TRAINED = {Trained.YES: "cultuursensitief werken", Trained.PARTLY: "cultuursensitief werken (een deel)"}


@dataclass(frozen=True, kw_only=True)
class Overview:
    """The rows in the order of the kaart, and in whole sentences what is not in them."""

    rows: tuple[Row, ...]
    left_out: tuple[str, ...]


def overview(kaart: Kaart | KaartFile, setting: Setting) -> Overview:
    """Write the services that have not stopped; one without a code has one row with the code left empty."""
    chosen = select(kaart, setting)
    pairs = [(service, organization) for organization, offered in chosen.entries for service in offered]
    running = [pair for pair in pairs if pair[0].status is not ServiceStatus.STOPPED]
    without = sum(not service.activity_codes for service, _ in running)
    return Overview(
        rows=tuple(row for service, organization in running for row in _rows(service, organization, setting)),
        left_out=(*chosen.absent, *_told(stopped=len(pairs) - len(running), without=without)),
    )


def _told(*, stopped: int, without: int) -> Iterator[str]:
    if stopped:
        told = ("is", "gaat") if stopped == 1 else ("zijn", "gaan")
        yield f"{plural(stopped, 'dienst', 'diensten')} die gestopt {told[0]}, {told[1]} niet mee."
    if without:
        has = "heeft" if without == 1 else "hebben"
        yield (
            f"{plural(without, 'dienst', 'diensten')} {has} nog geen 4Ws-code; daar blijft de code leeg. "
            "Vul codes_4w in op de kaart."
        )


def _rows(service: Service, organization: Organization, setting: Setting) -> Iterator[Row]:
    shared = _known(
        {
            "A": "" if service.assured_date is None else str(service.assured_date),
            "B": organization.name,
            **_focal_point(service.contact or organization.contact, setting),
            "G": "; ".join(_provinces(service, setting)),
            "H": "; ".join(_places(service, organization)),
            "I": "; ".join(_codes(service)),
            "L": service.description,
            "M": ", ".join(in_words(item.value) for item in service.target_groups),
            "O": _BEING_DONE if service.status is ServiceStatus.ACTIVE else "",
            "S": _TRAINED.get(service.trained, ""),
            "T": hours_a_week(service.schedules),
            "U": "; ".join(location.name for location in _locations(service, organization)),
            "V": _PAYS.get(service.cost, ""),
        }
    )
    for code in dict.fromkeys(service.activity_codes):
        yield shared | {"J": code.partition(".")[0], "K": code}
    if not service.activity_codes:
        yield shared


def hours_a_week(schedules: tuple[Schedule, ...]) -> str:
    """Count the hours in which something is open in a week; empty where any of it is told in words."""
    open_on: dict[str, int] = {}
    for schedule in schedules:
        if not schedule.days or schedule.opens_at is None or schedule.closes_at is None:
            return ""
        for day in schedule.days:
            open_on[day] = open_on.get(day, 0) | minutes_open(schedule.opens_at, schedule.closes_at)
    minutes = sum(bits.bit_count() for bits in open_on.values())
    return number(minutes / 60, decimals=0 if minutes % 60 == 0 else 1) if minutes else ""


def _focal_point(contact: Contact | None, setting: Setting) -> Row:
    if contact is None or (setting.only_public and contact.visibility is Visibility.PROFESSIONAL):
        return {}
    email = contact.email or ""
    is_shared = is_email(email) and not any(mailboxes(email))
    return {"D": contact.function, "E": contact.phone or "", "F": email if is_shared else ""}


def _codes(service: Service) -> tuple[str, ...]:
    codes = (gemeente_code(area) for area in service.service_area if is_gemeente_code(area))
    return tuple(dict.fromkeys(codes))


def _provinces(service: Service, setting: Setting) -> tuple[str, ...]:
    found = (setting.province_by_code(code) for code in _codes(service))
    return tuple(dict.fromkeys(province for province in found if province is not None))


def _places(service: Service, organization: Organization) -> tuple[str, ...]:
    """Name where a service is given, and else where it works."""
    given = [
        place
        for location in _locations(service, organization)
        for place in (location.address.city if location.address else None, location.area)
        if place is not None
    ]
    works = [area for area in service.service_area if not is_gemeente_code(area)]
    return tuple(dict.fromkeys(given or works))


def _locations(service: Service, organization: Organization) -> tuple[Location, ...]:
    return tuple(location for location in organization.locations if location.id in service.locations)


def _known(row: Row) -> Row:
    return {letter: text for letter, text in row.items() if text}
