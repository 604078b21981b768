"""`check` over several paths: dossiers, shared kaarten and folders with knowledge; one that fails stops none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psoh_cli import __version__
from psoh_cli.dossier import dossier
from psoh_cli.dossier.dossier_files import (
    GEMEENTE_FILE,
    INTERVIEWS_FOLDER,
    KAART_FILE,
    PLAN_FILE,
)
from psoh_cli.dossier.ingredients import REPORTS_FOLDER
from psoh_cli.dossier.moments import MOMENTS_FOLDER
from psoh_cli.dutch import listing, plural
from psoh_cli.errors import ProblemsError, PsohError, UnreadableError
from psoh_cli.files import disk, yaml_file
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.practices.practice_files import check_catalogue
from psoh_cli.press.house_style.files import house_style_problems
from psoh_cli.problems.problem import SEVERITY_ORDER, Problem, Severity, has_errors, in_order
from psoh_cli.problems.report import Report, Unread
from psoh_cli.shell import quoted

KNOWLEDGE_FILE = "kennis.yaml"
"""A folder with this file holds knowledge."""


@dataclass(frozen=True, kw_only=True)
class Result:
    """What was found in all paths together."""

    problems: tuple[Problem, ...]
    files: tuple[str, ...]
    unread: tuple[Unread, ...]
    summary: str

    @property
    def report(self) -> Report:
        """Give what was found, to be written in a format."""
        return Report(problems=self.problems, files=self.files, unread=self.unread, version=__version__)

    def exit_code(self, *, strict: bool) -> int:
        """Give the gravest outcome: 2 when something could not be read, 1 on errors (strict: or warnings)."""
        if self.unread:
            return 2
        warned = any(problem.severity is Severity.WARNING for problem in self.problems)
        return int(has_errors(self.problems) or (strict and warned))


def inspect_paths(paths: tuple[Path, ...], *, as_of: date) -> Result:
    """Inspect what is at some paths.

    Around a file the whole dossier is read, for what it refers to; only the problems in the file are told.
    """
    tally = _Tally()
    seen: set[Path] = set()
    named = _named_files(paths)
    for path in paths:
        try:
            targets = [target for target in _targets_at(path) if target.resolve() not in seen]
        except UnreadableError as error:
            tally.unread.append(error)
            continue
        seen.update(target.resolve() for target in targets)
        for target in targets:
            _inspect(target, as_of=as_of, tally=tally)
    if named is not None:
        _leave_only(named, tally=tally)
    problems = in_order(tally.problems)
    return Result(
        problems=problems,
        files=tuple(sorted(set(tally.files))),
        unread=tuple(
            dict.fromkeys(Unread(message=error.message, hint=error.remedy) for error in tally.unread)
        ),
        summary=_summary(problems, tally=tally),
    )


@dataclass
class _Tally:
    dossiers: list[Path] = field(default_factory=list)
    kaarten: int = 0
    knowledge: int = 0
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    unread: list[PsohError] = field(default_factory=list)
    is_part: bool = False
    """Whether only some files of a dossier were asked for."""


def _named_files(paths: tuple[Path, ...]) -> frozenset[Path] | None:
    """Give the files that were asked for, when nothing but files was."""
    files = [path for path in paths if disk.is_file(path)]
    return frozenset(path.resolve() for path in files) if files and len(files) == len(paths) else None


def _leave_only(named: frozenset[Path], *, tally: _Tally) -> None:
    """Leave out what is about other files; a file that psoh does not read stands for the whole dossier."""
    known = {Path(file).resolve() for file in tally.files}
    if not named <= known:
        return
    tally.is_part = bool(tally.dossiers)
    tally.problems = [problem for problem in tally.problems if Path(problem.file).resolve() in named]
    tally.files = [file for file in tally.files if Path(file).resolve() in named]


def _inspect(target: Path, *, as_of: date, tally: _Tally) -> None:
    try:
        if disk.is_file(target / KNOWLEDGE_FILE):
            _inspect_knowledge(target, tally=tally)
        elif disk.is_file(target):
            _count(dossier.inspect_kaart(target, as_of=as_of), tally=tally)
            tally.kaarten += 1
        else:
            _count(dossier.inspect(target, as_of=as_of), tally=tally)
            tally.dossiers.append(target)
            _inspect_style(target, tally=tally)
    except ProblemsError as error:
        tally.problems.extend(error.problems)
    except PsohError as error:
        tally.unread.append(error)


def _count(found: dossier.Inspection, *, tally: _Tally) -> None:
    tally.problems.extend(found.problems)
    tally.files.extend(found.files)
    tally.unread.extend(found.unreadable)


def _inspect_style(folder: Path, *, tally: _Tally) -> None:
    """Look the house style of a dossier over: a mistake in it stops the documents and nothing else."""
    problems, files = house_style_problems(folder)
    tally.problems.extend(problems)
    tally.files.extend(files)


def _inspect_knowledge(folder: Path, *, tally: _Tally) -> None:
    tally.knowledge += 1
    tally.files.extend(path.as_posix() for path in folder.rglob("*.yaml"))
    names = [entry.name for entry in read_register().existing]
    tally.problems.extend(check_catalogue(folder, municipalities=names))


def _targets_at(path: Path) -> tuple[Path, ...]:
    """Give what to inspect for one path: folders, or a kaart file; raise UnreadableError for any other file."""
    if disk.is_file(path):
        return (_home_of(path),)
    if _is_home(path):
        return (path,)
    if path.resolve().name in {INTERVIEWS_FOLDER, MOMENTS_FOLDER, REPORTS_FOLDER} and _is_home(_above(path)):
        return (_above(path),)
    if _holds_only_a_kaart(path):
        return (path / KAART_FILE,)
    return tuple(dossier.find_dossiers(path)) or (path,)


def _home_of(path: Path) -> Path:
    """Give the dossier or the knowledge around a file, or the file itself when it is a kaart without one."""
    for folder in (path.parent, _above(path.parent)):
        if _is_home(folder):
            return folder
    if _is_kaart(path):
        return path
    raise UnreadableError(
        f"Het bestand '{path}' hoort niet bij een dossier: in die map staat geen {GEMEENTE_FILE}.",
        remedy="Noem de map van het dossier, of een bestand daarin.",
    )


def _holds_only_a_kaart(folder: Path) -> bool:
    if not disk.is_file(folder / KAART_FILE):
        return False
    names = {path.name for path in disk.paths_in(folder)}
    return names.isdisjoint({GEMEENTE_FILE, INTERVIEWS_FOLDER, PLAN_FILE})


def _is_kaart(path: Path) -> bool:
    if path.name == KAART_FILE:
        return True
    content = yaml_file.read(path).plain() if path.suffix in {".yaml", ".yml"} else None
    return isinstance(content, dict) and not {"organisaties", "diensten"}.isdisjoint(content)


def _above(folder: Path) -> Path:
    return folder.parent if folder.name not in {"", ".."} else folder / ".."


def _is_home(folder: Path) -> bool:
    return disk.is_file(folder / GEMEENTE_FILE) or disk.is_file(folder / KNOWLEDGE_FILE)


def _summary(problems: tuple[Problem, ...], *, tally: _Tally) -> str:
    if not tally.files:
        return ""
    what = [plural(len(tally.dossiers), "dossier", "dossiers")] if tally.dossiers else []
    what += [plural(tally.kaarten, "losse kaart", "losse kaarten")] if tally.kaarten else []
    what += ["de kennis"] if tally.knowledge else []
    count = plural(len(set(tally.files)), "bestand", "bestanden")
    if tally.is_part:
        return _summary_of_part(problems, count=count, tally=tally)
    read = f"{listing(what)} nagekeken: {count}."
    read = read[0].upper() + read[1:]
    if tally.unread:
        return f"{read} Niet alles was te lezen; zie hieronder."
    if problems:
        gravest = min(problems, key=lambda problem: SEVERITY_ORDER[problem.severity])
        told = "Verbeter eerst de fouten." if has_errors(problems) else "Er zijn geen fouten."
        return f"{read} {told}\nUitleg bij een code: psoh uitleg {gravest.code}"
    return f"{read}\nVerder: psoh analyse {quoted(tally.dossiers[0])}" if tally.dossiers else read


def _summary_of_part(problems: tuple[Problem, ...], *, count: str, tally: _Tally) -> str:
    """Say that only the named files were judged, and how to see the rest."""
    told = (
        "Alleen de problemen in dit bestand staan hier"
        if count.startswith("1 ")
        else ("Alleen de problemen in deze bestanden staan hier")
    )
    lines = [f"{count[0].upper()}{count[1:]} nagekeken. {told}."]
    if tally.unread:
        lines[0] += " Niet alles was te lezen; zie hieronder."
    elif problems:
        gravest = min(problems, key=lambda problem: SEVERITY_ORDER[problem.severity])
        lines.append(f"Uitleg bij een code: psoh uitleg {gravest.code}")
    lines.append(f"Het hele dossier: psoh check {quoted(tally.dossiers[0])}")
    return "\n".join(lines)
