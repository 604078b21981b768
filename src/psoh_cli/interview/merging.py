"""Two copies of one interview become one: what only one of them says is taken, what differs is a conflict.

An answer that comes over keeps the day on which it was given. Where only one version says when the interview was
held, that holds for both; where both do, the own file keeps its day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.two_versions import Conflict, Side, behind, beside, is_noted, note

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
    conflicts: tuple[Conflict[Answer] | Conflict[str], ...]

    @property
    def is_nothing(self) -> bool:
        """Tell whether the copy brings nothing and contradicts nothing."""
        return not (self.answers or self.fields or self.day or self.conflicts)


def merge(here: InterviewFile, there: InterviewFile) -> Merge:
    """Hold a copy against the own interview; both are of the same group."""
    ours, theirs = dated(here, day=here.day or there.day), dated(there, day=there.day or here.day)
    head = here.day or there.day
    added = {name: answer for name, answer in theirs.items() if name not in ours}
    conflicts: list[Conflict[Answer] | Conflict[str]] = []
    completed: dict[str, Answer] = {}
    for name in (name for name in ours if name in theirs):
        together = _together(ours[name], theirs[name])
        if together is None:
            conflicts.append(
                Conflict(
                    path=(ANSWERS, name),
                    here=ours[name],
                    there=theirs[name],
                    day_here=ours[name].day,
                    day_there=theirs[name].day,
                )
            )
        elif together != ours[name]:
            completed[name] = together
    fields, differing = _head(here, there)
    return Merge(
        added=tuple(added),
        completed=tuple(completed),
        answers={
            name: _undated(answer, here.answers.get(name), head)
            for name, answer in (added | completed).items()
        },
        fields=fields,
        day=there.day if here.day is None else None,
        conflicts=(*differing, *conflicts),
    )


def settle(here: InterviewFile, merged: Merge, sides: Mapping[tuple[str, ...], Side]) -> Merge:
    """Give a merge in which conflicts are decided; what does not count is kept in the remark beside what does."""
    answers, fields = dict(merged.answers), dict(merged.fields)
    left: list[Conflict[Answer] | Conflict[str]] = []
    for conflict in merged.conflicts:
        side = sides.get(conflict.path)
        if side is None:
            left.append(conflict)
        elif isinstance(conflict.here, Answer) and isinstance(conflict.there, Answer):
            pair = (conflict.here, conflict.there) if side is Side.HERE else (conflict.there, conflict.here)
            name = conflict.path[-1]
            head = merged.day or here.day
            answers[name] = _undated(_decided(*pair), here.answers.get(name), head)
        else:
            key = conflict.path[-1]
            kept, lost = str(conflict.here), str(conflict.there)
            if side is Side.THERE:
                kept, lost = lost, kept
                fields[key] = kept
            remark = behind(fields.get(REMARK, here.remark), note(key, lost))
            fields[REMARK] = remark or ""
    return Merge(
        added=merged.added,
        completed=merged.completed,
        answers=answers,
        fields=fields,
        day=merged.day,
        conflicts=tuple(left),
    )


def told(answer: Answer) -> str:
    """Write an answer on one line as it stands in the file, without its remark."""
    about = [
        *([f"anders: {answer.other}"] if answer.other else []),
        *(
            f"{choice}, {detail}: {text}"
            for choice, said in sorted(answer.details.items())
            for detail, text in sorted(said.items())
        ),
        *([answer.certainty.value] if answer.certainty else []),
        *([str(answer.day)] if answer.day else []),
    ]
    values = ", ".join(answer.values)
    return f"{values} ({'; '.join(about)})" if about else values


def dated(interview: InterviewFile, *, day: PartialDate | None) -> dict[str, Answer]:
    """Give every answer with the day on which it was given: its own, or that of the interview."""
    return {
        name: answer.model_copy(update={"day": answer.day or day})
        for name, answer in interview.answers.items()
    }


def _together(here: Answer, there: Answer) -> Answer | None:
    """Give the one answer that says what both say; None when they say something else."""
    for kept, other in ((here, there), (there, here)):
        if is_noted(_note(other), remark=kept.remark):  # settled before
            return kept.model_copy(update={"remark": beside(kept.remark, other.remark)})
    details = _details(here, there)
    same_values = set(here.values) == set(there.values)
    alike = _alike(here.other, there.other) and _alike(here.certainty, there.certainty)
    if not same_values or not alike or details is None:
        return None
    return here.model_copy(
        update={
            "other": here.other or there.other,
            "certainty": here.certainty or there.certainty,
            "day": _later(here.day, there.day),
            "remark": beside(here.remark, there.remark),
            "details": details,
            "sources": _sources(here.sources, there.sources),
        }
    )


def _alike(one: object, other: object) -> bool:
    return one is None or other is None or one == other


def _details(here: Answer, there: Answer) -> dict[str, dict[str, str]] | None:
    """Put together what was said about each choice; None when the two contradict each other."""
    found = {choice: dict(said) for choice, said in here.details.items()}
    for choice, said in there.details.items():
        mine = found.setdefault(choice, {})
        if any(mine.get(detail, text) != text for detail, text in said.items()):
            return None
        mine.update(said)
    return found


def _later(one: PartialDate | None, other: PartialDate | None) -> PartialDate | None:
    known = [day for day in (one, other) if day is not None]
    return max(known) if known else None


def _sources(one: tuple[str, ...], other: tuple[str, ...]) -> tuple[str, ...]:
    if set(other) <= set(one):
        return one
    return other if set(one) <= set(other) else tuple(sorted({*one, *other}))


def _note(answer: Answer) -> str:
    return note("dit antwoord", told(answer))


def _decided(kept: Answer, lost: Answer) -> Answer:
    return kept.model_copy(update={"remark": behind(kept.remark, lost.remark, _note(lost))})


def _undated(answer: Answer, before: Answer | None, head: PartialDate | None) -> Answer:
    """Leave out a day that the interview says for all, unless it stands there already."""
    if answer.day == head and (before is None or before.day is None):
        return answer.model_copy(update={"day": None})
    return answer


def _head(here: InterviewFile, there: InterviewFile) -> tuple[dict[str, str], list[Conflict[str]]]:
    """Give what the head gains, and the fields in which it differs."""
    fields: dict[str, str] = {}
    differing: list[Conflict[str]] = []
    remark = beside(here.remark, there.remark)
    for key, attribute in _FIELDS.items():
        mine, other = getattr(here, attribute), getattr(there, attribute)
        if other is None or mine == other or is_noted(note(key, other), remark=here.remark):
            continue
        if mine is None or is_noted(note(key, mine), remark=there.remark):
            fields[key] = other
        else:
            differing.append(
                Conflict(path=(key,), here=mine, there=other, day_here=here.day, day_there=there.day)
            )
    if remark is not None and remark != here.remark:
        fields[REMARK] = remark
    return fields, differing
