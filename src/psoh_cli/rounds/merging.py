"""Two copies of one round become one: everybody who was asked, how far each is, and every decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from psoh_cli.interview.two_versions import Conflict, Side, Version, behind, beside, decided, settled
from psoh_cli.rounds.round import Invitation, Resolution, RoundFile
from psoh_cli.vocabulary import InvitationState

INVITED = "informanten"
_ORDER = (
    InvitationState.PLANNED,
    InvitationState.INVITED,
    InvitationState.LAPSED,
    InvitationState.BUSY,
    InvitationState.DONE,
)
"""From first to last: who answers has not lapsed after all, and who has lapsed is invited no more."""
_FIELDS = ("role", "organization", "entry", "partner", "participants")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundMerge:
    """What becomes of a round; every list holds only what differs from the own file."""

    added: tuple[Invitation, ...] = ()
    changed: tuple[Invitation, ...] = ()
    resolutions: tuple[Resolution, ...] = ()
    remarked: tuple[Resolution, ...] = ()
    """Decisions that both have, and about which the copy says something more."""
    renamed: Mapping[str, str] = field(default_factory=dict)
    """By the id that a decision has in the copy, the id that it gets here, where the two are not the same."""
    conflicts: tuple[Conflict[str], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether the copy brings nothing and contradicts nothing."""
        return not (self.added or self.changed or self.resolutions or self.remarked or self.conflicts)


def merge_rounds(
    here: RoundFile, there: RoundFile, *, sides: Mapping[tuple[str, ...], Side] | None = None
) -> RoundMerge:
    """Hold the round of a copy against the own one; `sides` says of conflicts which version holds."""
    chosen = sides or {}
    changed: list[Invitation] = []
    conflicts: list[Conflict[str]] = []
    for mine in here.invitations:
        other = there.invitation.get(mine.id)
        if other is None:
            continue
        together, differing = _together(mine, other, chosen)
        conflicts += differing
        if together != mine:
            changed.append(together)
    decisions = _decisions(here.resolutions, there.resolutions)
    return RoundMerge(
        added=tuple(item for item in there.invitations if item.id not in here.invitation),
        changed=tuple(changed),
        resolutions=decisions.added,
        remarked=decisions.remarked,
        renamed=decisions.renamed,
        conflicts=tuple(conflicts),
    )


def _together(
    here: Invitation, there: Invitation, chosen: Mapping[tuple[str, ...], Side]
) -> tuple[Invitation, list[Conflict[str]]]:
    update = _how_far(here, there)
    remark = beside(here.remark, there.remark)
    conflicts: list[Conflict[str]] = []
    for name in _FIELDS:
        key = Invitation.model_fields[name].alias or name
        mine, other = getattr(here, name), getattr(there, name)
        if other is None or mine == other:
            continue
        ours, theirs = _version(mine, here.remark), _version(other, there.remark)
        before = settled(key, here=ours, there=theirs)
        if mine is None or before is Side.THERE:
            update[name] = other
        if mine is None or before is not None:
            continue
        path = (INVITED, here.id, key)
        side = chosen.get(path)
        if side is None:
            conflicts.append(Conflict(path=path, here=str(mine), there=str(other)))
            continue
        kept, lost = (theirs, ours) if side is Side.THERE else (ours, theirs)
        update[name] = other if side is Side.THERE else mine
        remark = behind(remark, decided(key, kept=kept, lost=lost))
    return here.model_copy(update={**update, "remark": remark}), conflicts


def _version(value: object, remark: str | None) -> Version:
    return Version(said=str(value), mark=str(value), remark=remark)


def _how_far(here: Invitation, there: Invitation) -> dict[str, object]:
    """Give the state that is further with its own days; a day that it lacks comes from the other, where it fits."""
    first, second = sorted((here, there), key=_further)
    invited, done = first.invited_on, first.done_on
    if first.state is second.state is InvitationState.INVITED:  # asked again: the last time counts
        invited = max((item.invited_on for item in (here, there) if item.invited_on), default=None)
    if invited is None and second.invited_on is not None:
        fits = done is None or done.last_day() >= second.invited_on.first_day()
        invited = second.invited_on if fits else None
    return {
        "state": first.state,
        "form": first.form or second.form,
        "invited_on": invited,
        "done_on": done,
    }


def _further(item: Invitation) -> tuple[object, ...]:
    """Order by how far somebody is, the furthest first; of two that are done, who was so first."""
    days = (str(item.done_on or "~"), str(item.invited_on or "~"))  # no day comes last
    return (-_ORDER.index(item.state), *days, item.form or "~")


def _decisions(here: tuple[Resolution, ...], there: tuple[Resolution, ...]) -> _Decisions:
    """Give what the copy decided more, or with a remark; two that happen to have one id get two."""
    known = {_nameless(item): item for item in here}
    taken = {item.id for item in here}
    added: list[Resolution] = []
    remarked: dict[str, Resolution] = {}
    renamed: dict[str, str] = {}
    for item in there:
        mine = known.get(_nameless(item))
        if mine is not None:
            now = remarked.get(mine.id, mine)
            remark = beside(now.remark, item.remark)
            if remark != now.remark:
                remarked[mine.id] = now.model_copy(update={"remark": remark})
            continue
        name = _free(item.id, taken)
        if name != item.id:
            renamed[item.id] = name
        taken.add(name)
        added.append(item.model_copy(update={"id": name}))
    return _Decisions(added=tuple(added), remarked=tuple(remarked.values()), renamed=renamed)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Decisions:
    added: tuple[Resolution, ...]
    remarked: tuple[Resolution, ...]
    renamed: Mapping[str, str]


def _nameless(item: Resolution) -> tuple[object, ...]:
    """Tell two decisions apart by all that was decided, not by their names or by what was written beside it."""
    return frozenset(item.about), " ".join(item.text.split()), item.day, frozenset(item.roles)


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
