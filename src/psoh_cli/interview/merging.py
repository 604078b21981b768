"""Two copies of one interview become one: what only one of them says is taken, what differs is a conflict.

An answer that comes over keeps the day on which it was given, and a day that nobody wrote down stays unknown. Where
both versions say when the interview was held, the own file keeps its day. Where that day would come to hold for an
answer of which the day is unknown, it moves from the top to the answers of which it is.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.merging_answers import decided_answer, together
from psoh_cli.interview.two_versions import Conflict, Side, Version, behind, beside, decided, settled

ANSWERS = "antwoorden"
DAY = "afgenomen_op"
REMARK = "toelichting"
_FIELDS = {"rol": "role", "organisatie": "organization", "deelnemers": "participants"}
"""The head of an interview as far as two people may fill it in differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merge:
    """What becomes of one interview; `fields` and `answers` hold what differs from the own file, and nothing else."""

    added: tuple[str, ...]
    """Questions that only the copy answers."""
    completed: tuple[str, ...]
    """Questions with the same answer, about which the copy says something more."""
    answers: Mapping[str, Answer]
    fields: Mapping[str, str]
    day: PartialDate | None
    """When the interview was held, where only the copy says so."""
    drops_day: bool
    """The day above the interview goes: it does not hold for an answer that came over without one."""
    day_there: PartialDate | None
    conflicts: tuple[Conflict[Answer] | Conflict[str], ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether the copy brings nothing and contradicts nothing."""
        return not (self.answers or self.fields or self.day or self.drops_day or self.conflicts)


def merge(here: InterviewFile, there: InterviewFile) -> Merge:
    """Hold a copy against the own interview; both are of the same group."""
    ours, theirs = dated(here, day=here.day), dated(there, day=there.day)
    added = {name: answer for name, answer in theirs.items() if name not in ours}
    conflicts: list[Conflict[Answer] | Conflict[str]] = []
    completed: dict[str, Answer] = {}
    for name in (name for name in ours if name in theirs):
        both = together(ours[name], theirs[name])
        if both is None:
            conflicts.append(
                Conflict(
                    path=(ANSWERS, name),
                    here=ours[name],
                    there=theirs[name],
                    day_here=ours[name].day,
                    day_there=theirs[name].day,
                )
            )
        elif both != ours[name]:
            completed[name] = both
    fields, differing = _head(here, there)
    day, answers = _placed(here, added | completed, day_there=there.day)
    return Merge(
        added=tuple(added),
        completed=tuple(completed),
        answers=answers,
        fields=fields,
        day=day if here.day is None else None,
        drops_day=here.day is not None and day is None,
        day_there=there.day,
        conflicts=(*differing, *conflicts),
    )


def settle(here: InterviewFile, merged: Merge, sides: Mapping[tuple[str, ...], Side]) -> Merge:
    """Give a merge in which conflicts are decided; what does not count is kept in the remark beside what does."""
    head = here.day if here.day is not None and not merged.drops_day else merged.day
    changed = {
        name: answer.model_copy(update={"day": answer.day or head}) for name, answer in merged.answers.items()
    }
    fields = dict(merged.fields)
    left: list[Conflict[Answer] | Conflict[str]] = []
    for conflict in merged.conflicts:
        side = sides.get(conflict.path)
        if side is None:
            left.append(conflict)
        elif isinstance(conflict.here, Answer) and isinstance(conflict.there, Answer):
            changed[conflict.path[-1]] = decided_answer(conflict.here, conflict.there, side)
        else:
            key = conflict.path[-1]
            remark = fields.get(REMARK, here.remark)
            ours, theirs = _told(conflict.here, remark), _told(conflict.there, remark)
            kept, lost = (theirs, ours) if side is Side.THERE else (ours, theirs)
            if side is Side.THERE:
                fields[key] = kept.said
            fields[REMARK] = behind(remark, decided(key, kept=kept, lost=lost)) or ""
    day, answers = _placed(here, changed, day_there=merged.day_there)
    return Merge(
        added=merged.added,
        completed=merged.completed,
        answers=answers,
        fields=fields,
        day=day if here.day is None else None,
        drops_day=here.day is not None and day is None,
        day_there=merged.day_there,
        conflicts=tuple(left),
    )


def dated(interview: InterviewFile, *, day: PartialDate | None) -> dict[str, Answer]:
    """Give every answer with the day on which it was given: its own, or that of the interview."""
    return {
        name: answer.model_copy(update={"day": answer.day or day})
        for name, answer in interview.answers.items()
    }


def _told(value: object, remark: str | None) -> Version:
    return Version(said=str(value), mark=str(value), remark=remark)


def _placed(
    here: InterviewFile, changed: dict[str, Answer], *, day_there: PartialDate | None
) -> tuple[PartialDate | None, dict[str, Answer]]:
    """Give the day above the interview, and the answers that are to be written below it.

    A day above holds for every answer without a day of its own; so there is none when the day of one is unknown.
    """
    whole = dated(here, day=here.day) | changed
    day = (here.day or day_there) if all(answer.day for answer in whole.values()) else None
    found = {}
    for name, answer in whole.items():
        before = here.answers.get(name)
        inherits = answer.day == day and (before is None or before.day is None)
        after = answer.model_copy(update={"day": None}) if inherits else answer
        if after != before:
            found[name] = after
    return day, found


def _head(here: InterviewFile, there: InterviewFile) -> tuple[dict[str, str], list[Conflict[str]]]:
    """Give what the head gains, and the fields in which it differs."""
    fields: dict[str, str] = {}
    differing: list[Conflict[str]] = []
    remark = beside(here.remark, there.remark)
    for key, attribute in _FIELDS.items():
        mine, other = getattr(here, attribute), getattr(there, attribute)
        if other is None or mine == other:
            continue
        before = settled(key, here=_told(mine, here.remark), there=_told(other, there.remark))
        if mine is None or before is Side.THERE:
            fields[key] = other
        elif before is None:
            differing.append(
                Conflict(path=(key,), here=mine, there=other, day_here=here.day, day_there=there.day)
            )
    if remark is not None and remark != here.remark:
        fields[REMARK] = remark
    return fields, differing
