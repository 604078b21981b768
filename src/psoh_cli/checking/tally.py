"""What `check` found so far in all it looked at, and which exemptions turned out to be for nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from psoh_cli.checking.result import Counted
from psoh_cli.checking.walking import real_place
from psoh_cli.files import disk
from psoh_cli.policy.policy import Exemption
from psoh_cli.policy.policy_file import FoundPolicy
from psoh_cli.policy.remarks import Remark
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Ignored, Unread

MOST_TEXT = 60_000_000
"""Characters of files with problems that are kept, to show their lines and to mend them."""


@dataclass
class Tally:
    """What was found so far; of each thing only what is told is kept."""

    dossiers: list[Counted] = field(default_factory=list)
    kaarten: int = 0
    knowledge: int = 0
    problems: list[Problem] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    read: set[Path] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    size: int = 0
    """Characters of the texts that are kept."""
    changed: set[str] = field(default_factory=set)
    is_part: bool = False
    policies: dict[str, FoundPolicy] = field(default_factory=dict)
    exemptions: dict[str, set[Exemption]] = field(default_factory=dict)
    remarks: set[tuple[str, Remark]] = field(default_factory=set)
    idle: list[Problem] = field(default_factory=list)

    def keep(self, texts: Mapping[str, str], *, problems: tuple[Problem, ...]) -> None:
        """Keep the text of files with problems; of one that became another while we read, none."""
        for name in dict.fromkeys(problem.file for problem in problems):
            text = texts.get(name)
            if text is None:
                continue
            if name in self.texts:
                if self.texts[name] != text:
                    self.changed.add(name)
            elif self.size + len(text) <= MOST_TEXT:
                self.texts[name] = text
                self.size += len(text)


def unused_in(tally: Tally, *, paths: tuple[Path, ...]) -> tuple[Problem, ...]:
    """Give what was asked for nothing: remarks, and exemptions of a policy under which everything was looked at."""
    needed = {(file, remark.line, remark.column) for file, remark in tally.remarks}
    idle = [problem for problem in tally.idle if (problem.file, problem.line, problem.column) not in needed]
    asked = [real_place(path) for path in paths if not disk.is_file(path)]
    for name, found in tally.policies.items():
        folder = real_place(found.folder)
        if any(folder.is_relative_to(path) for path in asked) and not _has_unread(folder, tally=tally):
            idle.extend(found.policy.unused(tally.exemptions[name]))
    return tuple(idle)


def _has_unread(folder: Path, *, tally: Tally) -> bool:
    """Tell whether something in a folder could not be read: nobody knows what holds for that."""
    return any(not item.file or real_place(Path(item.file)).is_relative_to(folder) for item in tally.unread)
