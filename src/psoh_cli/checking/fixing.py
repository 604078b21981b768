"""`check --fix`: what psoh can mend itself, worked out as a whole before one byte is written."""

from __future__ import annotations

import codecs
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeAlias

from psoh_cli.checking import helped
from psoh_cli.checking.mending import Changed, Mended, Mending, NotMended
from psoh_cli.checking.result import Result
from psoh_cli.files import disk, disk_held
from psoh_cli.files.disk_held import Held
from psoh_cli.problems.editing import Edited, compatible, edited
from psoh_cli.problems.problem import Problem

Look: TypeAlias = Callable[[], Result]
"""Inspect the same paths once more, in the same way."""

MOST_ROUNDS = 16
"""How often is looked again: a fix can bring to light what can be mended next, and a report lists so many per code."""


def propose(look: Look, *, unsafe: bool) -> Mending:
    """Work out what to mend, in rounds, until nothing is left that psoh can do.

    Everything is read through one view that stands still, in which a text already is what it would become: so
    each round is judged by a real `check`, and nothing is written.
    """
    with disk_held.holding() as held:
        before = look()
        work = _Work(look=look, unsafe=unsafe, held=held, result=before)
        is_done = False
        for _ in range(MOST_ROUNDS):
            is_done = is_done or not work.round()
        return Mending(
            before=before,
            result=_without_refused(work.result, frozenset(work.refused)),
            files=tuple(work.changed()),
            mended=tuple(sorted(work.mended, key=lambda item: item.problem.sort_key())),
            refused=tuple(work.refused.values()),
            unsure=() if unsafe else tuple(_unsure(work.result)),
            unfinished=not is_done and bool(work.wanted()),
        )


@dataclass(frozen=True, slots=True)
class _Step:
    """One round in one file: the bytes before it, the text after it, and what it mends."""

    name: str
    before: bytes
    done: Edited
    mended: tuple[Mended, ...]

    @property
    def after(self) -> bytes:
        bom = codecs.BOM_UTF8 if self.before.startswith(codecs.BOM_UTF8) else b""
        return bom + self.done.text.encode("utf-8")


_Key: TypeAlias = tuple[str, str, str, str]


@dataclass(kw_only=True)
class _Work:
    look: Look
    unsafe: bool
    held: Held
    result: Result
    mended: list[Mended] = field(default_factory=list)
    refused: dict[_Key, NotMended] = field(default_factory=dict)
    most: int | None = None
    """How many fixes go in one round, while it is looked for which of them does harm."""

    def round(self) -> bool:
        """Mend what can be mended now, and look again; tell whether anything was mended or refused."""
        refused = len(self.refused)
        steps = [step for name, items in self._chosen().items() if (step := self._step(name, items))]
        if not steps:
            return len(self.refused) > refused
        for step in steps:
            self.held.propose(Path(step.name), step.after)
        seen = self.look()
        bad = self._bad(steps, seen=seen)
        for step in steps:
            if step.name in bad:
                self.held.propose(Path(step.name), step.before)
            else:
                self.mended += step.mended
        self.result = self.look() if bad else seen
        return True

    def wanted(self) -> dict[str, list[Mended]]:
        """Give per file what may be mended, in the order of its places; only in files that were looked at.

        A file with two names, such as a kaart that two dossiers share, is mended under one of them at a time.
        """
        found: dict[str, list[Mended]] = {}
        by_place: dict[Path, str] = {}
        known = {name: by_place.setdefault(disk.real(Path(name)), name) for name in self.result.files}
        for problem in self.result.problems:
            fix = problem.fix
            if fix is None or not (fix.is_safe or self.unsafe) or known.get(problem.file) != problem.file:
                continue
            item = Mended(problem, fix)
            if _key(item) not in self.refused:
                found.setdefault(problem.file, []).append(item)
        return found

    def _chosen(self) -> dict[str, list[Mended]]:
        """Give what is mended in one round: all that is wanted, or only the first so many."""
        chosen: dict[str, list[Mended]] = {}
        wanted = [item for items in self.wanted().values() for item in items]
        for item in wanted[: self.most]:
            chosen.setdefault(item.problem.file, []).append(item)
        return chosen

    def changed(self) -> list[Changed]:
        """Give the files that would hold something else than was read."""
        found = []
        for name in sorted({item.problem.file for item in self.mended}):
            before, after = self.held.as_read(Path(name)), self.held.seen(Path(name))
            if before is not None and after is not None and before != after:
                found.append(Changed(name, before, after))
        return found

    def _step(self, name: str, items: list[Mended]) -> _Step | None:
        """Make the edits of a file in one go, without those after which it would say something else."""
        data = self.held.seen(Path(name))
        if data is None:
            return None
        text = data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
        fitting = set(compatible(item.fix for item in items))
        chosen = self._faithful(text, [item for item in items if item.fix in fitting])
        done = edited(text, helped.edits_of(chosen))
        if done is None or done.text == text:
            return None
        return _Step(name, data, done, tuple(chosen))

    def _faithful(self, text: str, items: list[Mended]) -> list[Mended]:
        """Leave out, and refuse, each fix that changes more than it means to; found by halves, so in few readings."""
        if not items or helped.is_faithful(text, items):
            return items
        if len(items) == 1:
            self._refuse(items[0], why=helped.OTHERWISE if helped.is_readable(text) else helped.UNREADABLE)
            return []
        middle = len(items) // 2
        kept = [*self._faithful(text, items[:middle]), *self._faithful(text, items[middle:])]
        return kept if not kept or helped.is_faithful(text, kept) else kept[:1]

    def _bad(self, steps: Sequence[_Step], *, seen: Result) -> frozenset[str]:
        """Find the files in which a fix did not help or did harm, and refuse what did."""
        before, after = helped.by_file(self.result), helped.by_file(seen)
        bad = set()
        for step in steps:
            known = {(problem.code, problem.message) for problem in before.get(step.name, ())}
            for item in step.mended:
                if helped.is_no_help(item, step.done, after.get(step.name, ()), known=known):
                    self._refuse(item, why=helped.NO_HELP)
                    bad.add(step.name)
        if bad or not helped.is_worse(seen, than=self.result):
            return frozenset(bad)
        together = [item for step in steps for item in step.mended]
        if len(together) == 1:
            self._refuse(together[0], why=helped.WORSE)
        else:
            self.most = len(together) // 2
        return frozenset(step.name for step in steps)

    def _refuse(self, item: Mended, *, why: str) -> None:
        self.refused[_key(item)] = NotMended(item.problem, why)


def _key(item: Mended) -> _Key:
    problem = item.problem
    return problem.file, problem.code, problem.address or problem.message, item.fix.does


def _without_refused(result: Result, refused: frozenset[_Key]) -> Result:
    """Take away the fixes that did no good when they were tried: nobody is to be sent to them again."""

    def kept(problem: Problem) -> Problem:
        tried = problem.fix is not None and _key(Mended(problem, problem.fix)) in refused
        return replace(problem, fix=None) if tried else problem

    if not refused:
        return result
    problems = tuple(kept(problem) for problem in result.problems)
    return replace(result, report=replace(result.report, problems=problems))


def _unsure(result: Result) -> list[Problem]:
    return [problem for problem in result.problems if problem.fix and not problem.fix.is_safe]
