"""What one run of the plan changed: new, renewed, lapsed and untouched."""

from __future__ import annotations

from dataclasses import dataclass

from psoh_cli.plan.plan import Entry, Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Ids of entries by what happened to their proposal; `decided` counts decisions, none of them touched."""

    new: tuple[str, ...]
    renewed: tuple[str, ...]
    lapsed: tuple[str, ...]
    unchanged: tuple[str, ...]
    decided: int


def changes_between(before: tuple[Entry, ...], *, after: Plan) -> Changes:
    """Compare the proposals of two moments."""
    old = {entry.id: entry for entry in before}
    kinds: dict[str, list[str]] = {"new": [], "renewed": [], "lapsed": [], "unchanged": []}
    for entry in after.entries:
        kinds[_kind_of(old.get(entry.id), now=entry)].append(entry.id)
    return Changes(
        new=tuple(kinds["new"]),
        renewed=tuple(kinds["renewed"]),
        lapsed=tuple(kinds["lapsed"]),
        unchanged=tuple(kinds["unchanged"]),
        decided=sum(entry.decision is not None for entry in after.entries),
    )


def _kind_of(before: Entry | None, *, now: Entry) -> str:
    if before is None:
        return "new"
    if before.proposal == now.proposal:
        return "unchanged"
    return "lapsed" if now.proposal and now.proposal.lapsed else "renewed"
