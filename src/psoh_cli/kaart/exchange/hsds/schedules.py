"""Opening hours of HSDS: days as iCalendar writes them, times as the clock on the wall shows them."""

from __future__ import annotations

from psoh_cli.kaart.entries import Schedule
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled
from psoh_cli.kaart.weekdays import WEEKDAYS

DAYS = dict(zip(WEEKDAYS, ("MO", "TU", "WE", "TH", "FR", "SA", "SU"), strict=True))


def schedules(items: tuple[Schedule, ...], owner: tuple[str, ...], setting: Setting) -> list[Object]:
    """Give the opening hours of a service or location; `owner` is its kind and its ids.

    A time carries no offset: a fixed one would be an hour wrong for half of the year.
    """
    return [
        filled(
            {
                "id": setting.ids.of("schedule", *owner, index),
                f"{owner[0]}_id": setting.ids.of(*owner),
                "freq": "WEEKLY" if item.days else None,
                "byday": ",".join(DAYS[day] for day in item.days) or None,
                "description": item.description,
                "opens_at": item.opens_at,
                "closes_at": item.closes_at,
            }
        )
        for index, item in enumerate(items)
    ]
