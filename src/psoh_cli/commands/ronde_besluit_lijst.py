"""What the klankbordgroep decided, on a screen or as JSON."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.commands.ronde_besluit_open import Table
    from psoh_cli.rounds.round import Resolution

_GONE = "die bevinding is er nu niet meer"


def show(table: Table) -> None:
    """Show every decision, the latest first, and how many points wait for one."""
    from psoh_cli.dutch import listing, plural
    from psoh_cli.terminal import console

    resolutions = _latest_first(table)
    if not resolutions:
        console.say("Er is nog niets besloten.")
    for item in resolutions:
        console.out("")
        console.out(f"{item.day.in_words()} ({item.id})")
        for name in item.about:
            console.paragraph(f"Over: {_title(name, table=table)}", indent="  ")
        console.paragraph(f"Besluit: {item.text}", indent="  ")
        console.paragraph(f"Door: {listing(item.roles)}", indent="  ")
        if item.remark:
            console.paragraph(f"Opmerking, alleen hier: {item.remark}", indent="  ")
    waiting = len(table.waiting)
    console.say("")
    console.say(f"{plural(waiting, 'punt wacht', 'punten wachten')} nog op een besluit.")


def as_data(table: Table) -> str:
    """Write the decisions as JSON; what is for the table only stays out, such a file is sent on."""
    found = [
        {
            "id": item.id,
            "over": [
                {"id": name, "titel": table.subjects.get(name), "nog_aan_de_orde": name in table.subjects}
                for name in item.about
            ],
            "besluit": item.text,
            "op": str(item.day),
            "door": list(item.roles),
        }
        for item in _latest_first(table)
    ]
    waiting = [{"nummer": topic.number, "id": topic.id, "titel": topic.title} for topic in table.waiting]
    return json.dumps({"besluiten": found, "nog_geen_besluit": waiting}, ensure_ascii=False, indent=2)


def _title(name: str, *, table: Table) -> str:
    title = table.subjects.get(name)
    return f"{title} ({name})" if title else f"{name} ({_GONE})"


def _latest_first(table: Table) -> list[Resolution]:
    return sorted(table.round.resolutions, key=lambda item: (str(item.day), item.id), reverse=True)
