"""Names of services that are too long for a kaart: shorter, and never two names made one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from psoh_cli.dutch import same_name
from psoh_cli.kaart.exchange.incoming import Incoming

LONGEST_NAME = 90
"""More characters than this is a sentence, and no name (our own choice: afgeleid)."""

_TAIL = 38
_ENDS = re.compile(r"[.:;(]|\s[-–]\s")


def shortened(services: Sequence[Incoming]) -> tuple[list[Incoming], int]:
    """Give the services with a name that fits, each within its organization its own; and how many were shortened.

    A short name comes of the whole one alone, so that the next file gives it again, in whatever order.
    """
    groups = [same_name(item.organization_name) for item in services]
    wholes: dict[tuple[str, str], None] = {}
    used: set[tuple[str, str]] = set()
    for group, item in zip(groups, services, strict=True):
        if len(item.name) > LONGEST_NAME:
            wholes.setdefault((group, item.name))
        else:
            used.add((group, same_name(item.name)))
    if not wholes:
        return list(services), 0
    names = _distinct(wholes, used=used)
    found = [
        _named(item, names.get((group, item.name), item.name))
        for group, item in zip(groups, services, strict=True)
    ]
    return found, sum(len(item.name) > LONGEST_NAME for item in services)


def _distinct(wholes: Iterable[tuple[str, str]], *, used: set[tuple[str, str]]) -> dict[tuple[str, str], str]:
    """Give each whole name its short one; where two would be the same, both keep their end."""
    wanted = {(group, whole): _short(whole) for group, whole in wholes}
    counts: dict[tuple[str, str], int] = dict.fromkeys(used, 1)
    for (group, _), short in wanted.items():
        counts[group, same_name(short)] = counts.get((group, same_name(short)), 0) + 1
    found: dict[tuple[str, str], str] = {}
    for (group, whole), short in wanted.items():
        own = short if counts[group, same_name(short)] == 1 else _with_end(whole)
        name, number = own, 2
        while (group, same_name(name)) in used:
            name, number = f"{own} ({number})", number + 1
        used.add((group, same_name(name)))
        found[group, whole] = name
    return found


def _short(whole: str) -> str:
    """Give what stands ahead of the first sign that ends a name, or else its begin and its end."""
    first = _ENDS.split(whole, maxsplit=1)[0].strip()
    return first if 0 < len(first) <= LONGEST_NAME else _with_end(whole)


def _with_end(whole: str) -> str:
    tail = whole[-_TAIL:]
    tail = tail.partition(" ")[2] if " " in tail.strip() else tail
    head = whole[: LONGEST_NAME - len(tail) - 2]
    head = head.rpartition(" ")[0] or head
    return f"{head.rstrip(' ,;')}… {tail.strip()}"


def _named(item: Incoming, name: str) -> Incoming:
    if name == item.name:
        return item
    return replace(item, name=name, values={**item.values, "naam": name}, whole_name=item.name)
