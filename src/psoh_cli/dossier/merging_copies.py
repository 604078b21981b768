"""Another copy of this dossier, or of one interview: what it says that we do not, and one write when all is decided.

Nothing is written while something is undecided, and everything is worked out before the first file is written.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from psoh_cli.dossier.copies_found import CopyFound, copies_in
from psoh_cli.errors import BusyError, ProblemsError
from psoh_cli.files import disk, versioned_file, yaml_edit
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.files.yaml_changes import Append, Change, Remove, Set
from psoh_cli.interview.answers import Answer, InterviewFile
from psoh_cli.interview.interview_files import as_written
from psoh_cli.interview.merging import ANSWERS, DAY, Merge, merge, settle
from psoh_cli.interview.two_versions import Conflict, Side
from psoh_cli.problems.problem import Problem
from psoh_cli.rounds.merging import INVITED, RoundMerge, merge_rounds
from psoh_cli.rounds.round import RoundFile
from psoh_cli.rounds.round_file import ROUND_FILE, differences, written

ROUND = "ronde"
"""Names the round among the informants, where a conflict says what it is in; no informant has conflicts as a round."""

Place = tuple[str, ...]
"""What a conflict is in, and where: the informant (or the round), and the path in the file."""
Sides = Mapping[Place, Side]
T = TypeVar("T", bound=BaseModel)


@dataclass(frozen=True, kw_only=True)
class InterviewPair:
    """One interview and its copy; `here` is None when only the copy has it."""

    informant: str
    path: Path
    here: InterviewFile | None
    there: InterviewFile
    text_here: str
    text_there: str
    merged: Merge | None

    @property
    def is_new(self) -> bool:
        """Tell whether only the copy has this interview."""
        return self.here is None


@dataclass(frozen=True, kw_only=True)
class RoundPair:
    """The round and its copy; `here` is None when only the copy has one."""

    path: Path
    here: RoundFile | None
    there: RoundFile
    text_here: str
    text_there: str

    def merged(self, sides: Sides) -> RoundMerge:
        """Give what becomes of the round, with these conflicts decided."""
        if self.here is None:
            return RoundMerge(added=self.there.invitations, resolutions=self.there.resolutions)
        chosen = {place[1:]: side for place, side in sides.items() if place[0] == ROUND}
        return merge_rounds(self.here, self.there, sides=chosen)


@dataclass(frozen=True, kw_only=True)
class Copies:
    """Everything that two copies have in common or apart."""

    dossier: Path
    interviews: tuple[InterviewPair, ...]
    round: RoundPair | None = None

    def conflicts(self) -> Iterator[tuple[Place, Conflict[Answer] | Conflict[str]]]:
        """Yield all that the two say differently, with its place."""
        for pair in self.interviews:
            for conflict in pair.merged.conflicts if pair.merged else ():
                yield (pair.informant, *conflict.path), conflict
        if self.round is not None:
            for differing in self.round.merged({}).conflicts:
                yield (ROUND, *differing.path), differing


@dataclass(frozen=True, slots=True, kw_only=True)
class Write:
    """One file as it is to become; `before` is None where there is none yet."""

    path: Path
    before: str | None
    after: str


def compare_copies(dossier: Path, other: Path, *, informant: str | None) -> Copies:
    """Hold another copy against a dossier.

    Raises UnreadableError for what cannot be read, WrongUseError for what is no copy of this dossier, and
    ProblemsError when a file on either side holds errors.
    """
    found = copies_in(dossier, other, informant=informant)
    return Copies(
        dossier=dossier,
        interviews=tuple(_interview_pair(copy) for copy in found.interviews),
        round=_round_pair(dossier / ROUND_FILE, found.round) if found.round else None,
    )


def writes(copies: Copies, sides: Sides) -> tuple[Write, ...]:
    """Work out every file that changes, with these conflicts decided."""
    planned = [_interview_write(pair, sides) for pair in copies.interviews]
    if copies.round is not None:
        planned.append(_round_write(copies.round, sides))
    return tuple(item for item in planned if item is not None)


def write(dossier: Path, planned: tuple[Write, ...]) -> None:
    """Write the files; raise BusyError when one of them has changed since it was read, and write nothing then."""
    with disk.lock(dossier, file=planned[0].path if planned else None):
        for item in planned:
            versioned_file.expect_own_folder(item.path)
            now = disk.read_text(item.path) if item.path.exists() else None
            if now != item.before:
                raise BusyError(
                    f"{item.path.as_posix()} is intussen veranderd; er is niets geschreven.",
                    remedy="Geef de opdracht opnieuw.",
                )
        for item in planned:
            if item.before is None:
                disk.write_text(item.path, item.after)
            else:
                yaml_edit.save(item.path, item.after)


def _interview_pair(copy: CopyFound) -> InterviewPair:
    there, text_there = _typed(copy.there, InterviewFile)
    here, text_here = _typed(copy.here, InterviewFile) if copy.here.exists() else (None, "")
    if here is not None:
        copy.expect_one_group(here, there)
    return InterviewPair(
        informant=copy.informant,
        path=copy.here,
        here=here,
        there=there,
        text_here=text_here,
        text_there=text_there,
        merged=merge(here, there) if here is not None else None,
    )


def _round_pair(path: Path, other: Path) -> RoundPair:
    there, text_there = _typed(other, RoundFile)
    here, text_here = _typed(path, RoundFile) if path.exists() else (None, "")
    return RoundPair(path=path, here=here, there=there, text_here=text_here, text_there=text_there)


def _typed(path: Path, model: type[T]) -> tuple[T, str]:
    """Read one file as a value with its text; raise an error where that cannot be done."""
    file: ReadFile[T] = versioned_file.read(path, model)
    if file.unreadable is not None:
        raise file.unreadable
    if file.value is None:
        problems: tuple[Problem, ...] = file.problems
        raise ProblemsError(
            f"In {path.as_posix()} staan fouten; er is niets samengevoegd.",
            problems=problems,
            remedy="Verbeter ze eerst in een teksteditor, in dat bestand zelf.",
        )
    return file.value, disk.read_text(path)


def _interview_write(pair: InterviewPair, sides: Sides) -> Write | None:
    if pair.here is None or pair.merged is None:
        return Write(path=pair.path, before=None, after=pair.text_there)
    mine = {place[1:]: side for place, side in sides.items() if place[0] == pair.informant}
    settled = settle(pair.here, pair.merged, mine)
    changes: list[Change] = [Set((key,), value) for key, value in settled.fields.items()]
    if settled.day is not None:
        changes.append(Set((DAY,), str(settled.day)))
    if settled.drops_day:
        changes.append(Remove((DAY,)))
    changes += [Set((ANSWERS, name), as_written(answer)) for name, answer in settled.answers.items()]
    return _edited(pair.path, pair.text_here, changes)


def _round_write(pair: RoundPair, sides: Sides) -> Write | None:
    if pair.here is None:
        return Write(path=pair.path, before=None, after=pair.text_there)
    merged = pair.merged(sides)
    changes: list[Change] = []
    for item in merged.changed:
        number = next(at for at, old in enumerate(pair.here.invitations) if old.id == item.id)
        changes += differences(pair.here.invitations[number], after=item, path=(INVITED, number))
    changes += [Append((INVITED,), written(item)) for item in merged.added]
    for decision in merged.remarked:
        number = next(at for at, old in enumerate(pair.here.resolutions) if old.id == decision.id)
        changes.append(Set(("besluiten", number, "opmerking"), decision.remark))
    changes += [Append(("besluiten",), written(item)) for item in merged.resolutions]
    return _edited(pair.path, pair.text_here, changes)


def _edited(path: Path, before: str, changes: list[Change]) -> Write | None:
    after = yaml_edit.apply(before, changes) if changes else before
    return Write(path=path, before=before, after=after) if after != before else None
