"""The examples of the rules: folders that differ from a clean dossier in one place, and what psoh finds in them.

`<CODE>/fout` and `<CODE>/goed` hold the files that differ from `_basis` (for KENNIS codes: from `_kennis`, below
`kennis/`). Five names are ours: `verwacht.txt` says where the one problem is (`sociale-kaart.yaml:12:5`), `weg.txt`
names files of the basis to leave out, one a line, `vergroot.txt` makes a file as big as nobody keeps in git
(`sociale-kaart.yaml 20000001`: so many bytes), `antwoorden.yaml` is offered to the one interview, as with
`psoh interview --antwoorden`, and `met/kennis/vraagwijzigingen.yaml` says which questions have changed, in place of
the knowledge of today.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from pathlib import Path

from tests.interview.changes import changes_in, known_changes

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.interview.prefill import fill
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.problems.problem import Problem
from psoh_cli.sitting.filling import read_offered

RULES = Path(__file__).parent
TODAY = date(2026, 11, 21)
WRITTEN_AGAINST = b'kennisversie: "2026.1"'
"""What the examples say of the knowledge; the version of today takes its place, so that they outlive it."""

EXPECTED, LEFT_OUT, GROWN, ANSWERS = "verwacht.txt", "weg.txt", "vergroot.txt", "antwoorden.yaml"
CHANGES = "met/kennis/vraagwijzigingen.yaml"
KNOWLEDGE = "kennis"


@dataclass(frozen=True)
class Example:
    """One folder below the folder of a code: `fout` holds one problem, `goed` none."""

    folder: Path

    @property
    def code(self) -> str:
        """The code it is about."""
        return self.folder.parent.name

    @property
    def is_bad(self) -> bool:
        """Whether psoh is to find something."""
        return self.folder.name == "fout"

    @property
    def is_knowledge(self) -> bool:
        """Whether it is about the knowledge instead of about a dossier."""
        return any(name.startswith(f"{KNOWLEDGE}/") for name in self.files)

    @property
    def expected(self) -> tuple[str, ...]:
        """Where the problem is to be: `file:line:column`; nothing for a good example."""
        return self.lines_of(EXPECTED) if self.is_bad else ()

    def lines_of(self, name: str) -> tuple[str, ...]:
        """Give the lines of one of our own files, none when it is not there."""
        file = self.folder / name
        return tuple(file.read_text(encoding="utf-8").splitlines()) if file.is_file() else ()

    @cached_property
    def files(self) -> dict[str, bytes]:
        """Give its own files, by their path in the dossier."""
        return {
            name: content
            for name, content in contents(self.folder).items()
            if name not in {EXPECTED, LEFT_OUT, GROWN, ANSWERS, CHANGES}
        }

    def lay(self, workshop: Path) -> Path:
        """Put the whole together in an empty folder; give the path to look over."""
        basis = RULES / ("_kennis" if self.is_knowledge else "_basis")
        below = f"{KNOWLEDGE}/" if self.is_knowledge else ""
        laid = {f"{below}{name}": content for name, content in contents(basis).items()}
        for name in self.lines_of(LEFT_OUT):
            del laid[name]  # a name that is not in the basis is a mistake in the example
        lay({**laid, **self.files}, workshop)
        for line in self.lines_of(GROWN):
            name, size = line.rsplit(maxsplit=1)
            os.truncate(workshop / name, int(size))
        return workshop / KNOWLEDGE if self.is_knowledge else workshop


def all_examples(rules: Path = RULES) -> Iterator[Example]:
    """Yield every example there is, the bad one of a code before the good one."""
    for folder in sorted(rules.iterdir()):
        if folder.is_dir() and folder.name[0] not in "_.":
            yield from map(Example, sorted(path for path in folder.iterdir() if path.is_dir()))


def contents(folder: Path) -> dict[str, bytes]:
    """Give the bytes of every file below a folder, by its path with forward slashes."""
    found = (path for path in sorted(folder.rglob("*")) if path.is_file() and path.name != ".DS_Store")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def lay(files: dict[str, bytes], folder: Path, *, version: str = "") -> None:
    """Write files below a folder, with the version of the knowledge of today, or another."""
    today = f'kennisversie: "{version or read_catalogue()[0].version}"'.encode()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.replace(WRITTEN_AGAINST, today))


def found_in(example: Example, *, workshop: Path) -> tuple[Problem, ...]:
    """Look an example over as `psoh check` does; the problems name their files from the folder on."""
    path = example.lay(workshop)
    with known_changes(changes_in(example.folder / CHANGES)):
        result = inspect_paths((path,), as_of=TODAY)
    assert not result.unread, f"{example.folder}: niet te lezen: {result.unread}"
    start = f"{workshop.as_posix()}/"
    refused = _refused(example.folder / ANSWERS, dossier=path) if (example.folder / ANSWERS).is_file() else ()
    return tuple(
        replace(problem, file=problem.file.removeprefix(start)) for problem in (*result.problems, *refused)
    )


def _refused(answers: Path, *, dossier: Path) -> tuple[Problem, ...]:
    """Offer answers to the one interview; give what is wrong with them."""
    (informant,) = open_dossier(dossier, as_of=TODAY).informants
    offered = read_offered(answers)
    filled = fill(
        informant.interview,
        offered.answers,
        catalogue=read_catalogue()[0],
        as_of=TODAY,
        day=None,
        replace=False,
        file=answers.name,
        place=offered.place,
    )
    return filled.problems


def objections(example: Example, problems: tuple[Problem, ...]) -> list[str]:
    """Say in which way what was found is not what the example promises; nothing when it is."""
    if not example.is_bad:
        return [f"een goed voorbeeld, maar psoh meldt {shown(problem)}" for problem in problems]
    if len(example.expected) != 1:
        return [f"{EXPECTED} heeft {len(example.expected)} regels in plaats van één"]
    wanted = f"{example.expected[0]} {example.code}"
    if [f"{_place(problem)} {problem.code}" for problem in problems] == [wanted] and problems[0].times == 1:
        return []
    return [f"verwacht was alleen {wanted}", *(f"psoh meldt {shown(problem)}" for problem in problems)] + (
        [] if problems else ["psoh meldt niets"]
    )


def shown(problem: Problem) -> str:
    """Write a problem in one line."""
    return f"{_place(problem)} {problem.code} {problem.message} -> {problem.hint}"


def _place(problem: Problem) -> str:
    return f"{problem.file}:{problem.line}:{problem.column}"
