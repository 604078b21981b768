"""Two copies of one round become one: everybody who was asked, how far each is, and every decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.interview.two_versions import Conflict, Side, behind, beside, is_noted, note
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
    conflicts: tuple[Conflict[str], ...] = ()

    @property
    def is_nothing(self) -> bool:
        """Tell whether the copy brings nothing and contradicts nothing."""
        return not (self.added or self.changed or self.resolutions or self.conflicts)


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
    return RoundMerge(
        added=tuple(item for item in there.invitations if item.id not in here.invitation),
        changed=tuple(changed),
        resolutions=_decisions(here.resolutions, there.resolutions),
        conflicts=tuple(conflicts),
    )


def _together(
    here: Invitation, there: Invitation, chosen: Mapping[tuple[str, ...], Side]
) -> tuple[Invitation, list[Conflict[str]]]:
    further = max((here, there), key=lambda item: (_ORDER.index(item.state), item.form or ""))
    invited = [item.invited_on for item in (here, there) if item.invited_on]
    done = [item.done_on for item in (here, there) if item.done_on and item.state is further.state]
    update: dict[str, object] = {
        "state": further.state,
        "form": further.form or here.form or there.form,
        "invited_on": max(invited) if invited else None,
        "done_on": min(done) if done else None,
    }
    remark = beside(here.remark, there.remark)
    conflicts: list[Conflict[str]] = []
    for field in _FIELDS:
        key = Invitation.model_fields[field].alias or field
        mine, other = getattr(here, field), getattr(there, field)
        if other is None or mine == other or is_noted(note(key, str(other)), remark=here.remark):
            continue
        if mine is None or is_noted(note(key, str(mine)), remark=there.remark):
            update[field] = other
            continue
        path = (INVITED, here.id, key)
        side = chosen.get(path)
        if side is None:
            conflicts.append(Conflict(path=path, here=str(mine), there=str(other)))
            continue
        update[field] = mine if side is Side.HERE else other
        remark = behind(remark, note(key, str(other if side is Side.HERE else mine)))
    return here.model_copy(update={**update, "remark": remark}), conflicts


def _decisions(here: tuple[Resolution, ...], there: tuple[Resolution, ...]) -> tuple[Resolution, ...]:
    """Give the decisions that only the copy has; two that happen to have one id get two."""
    known = [_nameless(item) for item in here]
    taken = {item.id for item in here}
    found = []
    for item in there:
        if _nameless(item) in known:
            continue
        name = _free(item.id, taken)
        taken.add(name)
        found.append(item.model_copy(update={"id": name}))
    return tuple(found)


def _nameless(item: Resolution) -> Resolution:
    return item.model_copy(update={"id": "besluit"})


def _free(wanted: str, taken: set[str]) -> str:
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    return name
