"""How many statushouders the columns of the coverage concern, with small numbers in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeVar

from psoh_cli.dutch import FEWEST, number
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.kaart.reach import language_code
from psoh_cli.small_numbers import NOT_SHOWN, SMALL, shown_counts

People = int | str | None
"""How many: a number, words where a number could point at a person, or None where nobody counted."""

Group = TypeVar("Group", bound=str)


ORDER_ONLY = (
    "Dient alleen om te ordenen en is geen aantal mensen: een groep zonder getoond getal weegt als 5."
)
"""What stands beside a weight in data."""


def people_by_language(residents: Residents) -> dict[str, int | None]:
    """Count people per language, the largest group first; a group of which any part is unknown is unknown."""
    known: dict[str, int] = {}
    unknown: set[str] = set()
    for group in residents.languages:
        code = language_code(group.language)
        known[code] = known.get(code, 0) + (group.people or 0)
        if group.people is None:
            unknown.add(code)
    ordered = sorted(known, key=lambda code: (known[code] == 0 and code in unknown, -known[code], code))
    return {code: None if code in unknown else known[code] for code in ordered}


def people_shown(counts: Mapping[Group, int | None], *, residents: Residents) -> dict[Group, People]:
    """Put words in the place of counts that may not be written; what is not counted stays None.

    A group that is not shown stands behind those that are, by its name: the order would tell its size otherwise.
    """
    words = shown_counts(tuple(counts.values()), total=residents.counted)
    shown: dict[Group, People] = {
        group: text if text in {SMALL, NOT_SHOWN} else count
        for (group, count), text in zip(counts.items(), words, strict=True)
    }
    hidden = sorted((group for group, people in shown.items() if isinstance(people, str)), key=str)
    others = [group for group, people in shown.items() if not isinstance(people, str)]
    last = max((place for place, group in enumerate(others) if shown[group] is not None), default=-1) + 1
    return {group: shown[group] for group in (*others[:last], *hidden, *others[last:])}


def weight_of(people: People) -> int | None:
    """Weigh a group, to put things in order and for no sum that is shown.

    One that is not shown weighs as a small one, so that no order tells its size.
    """
    return FEWEST if isinstance(people, str) else people


def size_of(people: People) -> str:
    """Write how many statushouders a group counts, to stand after *om*; empty when nobody counted them."""
    if people is None:
        return ""
    if people == NOT_SHOWN:
        return "een niet getoond aantal statushouders"
    return f"{people if isinstance(people, str) else number(people)} statushouders"
