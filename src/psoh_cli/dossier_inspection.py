"""`check` over several paths: dossiers and folders with knowledge, one after the other; one that fails stops none."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psoh_cli import disk, dossier
from psoh_cli.dossier_files import GEMEENTE_FILE, INTERVIEWS_FOLDER, REPORTS_FOLDER
from psoh_cli.dutch import plural
from psoh_cli.errors import ProblemsError, PsohError, UnreadableError
from psoh_cli.municipalities_file import read_register
from psoh_cli.practices.practice_files import check_catalogue
from psoh_cli.problems.formats import Unread
from psoh_cli.problems.problem import SEVERITY_ORDER, Problem, Severity, has_errors, in_order
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

    def exit_code(self, *, strict: bool) -> int:
        """Give the gravest outcome: 2 when something could not be read, 1 on errors (strict: or warnings)."""
        if self.unread:
            return 2
        warned = any(problem.severity is Severity.WARNING for problem in self.problems)
        return int(has_errors(self.problems) or (strict and warned))


def inspect_paths(paths: tuple[Path, ...], *, as_of: date) -> Result:
    """Inspect what is at some paths; a file stands for the dossier or the knowledge it belongs to."""
    tally = _Tally()
    seen: set[Path] = set()
    for path in paths:
        try:
            folders = [folder for folder in _folders_at(path) if folder.resolve() not in seen]
        except UnreadableError as error:
            tally.unread.append(error)
            continue
        seen.update(folder.resolve() for folder in folders)
        for folder in folders:
            _inspect(folder, as_of=as_of, tally=tally)
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
    knowledge: int = 0
    problems: list[Problem] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    unread: list[PsohError] = field(default_factory=list)


def _inspect(folder: Path, *, as_of: date, tally: _Tally) -> None:
    try:
        if disk.is_file(folder / KNOWLEDGE_FILE):
            _inspect_knowledge(folder, tally=tally)
        else:
            _inspect_dossier(folder, as_of=as_of, tally=tally)
    except ProblemsError as error:
        tally.problems.extend(error.problems)
    except PsohError as error:
        tally.unread.append(error)


def _inspect_dossier(folder: Path, *, as_of: date, tally: _Tally) -> None:
    found = dossier.inspect(folder, as_of=as_of)
    tally.dossiers.append(folder)
    tally.problems.extend(found.problems)
    tally.files.extend(found.files)
    tally.unread.extend(found.unreadable)


def _inspect_knowledge(folder: Path, *, tally: _Tally) -> None:
    tally.knowledge += 1
    tally.files.extend(path.as_posix() for path in folder.rglob("*.yaml"))
    names = [entry.name for entry in read_register().existing]
    tally.problems.extend(check_catalogue(folder, municipalities=names))


def _folders_at(path: Path) -> tuple[Path, ...]:
    """Give the folders to inspect for one path; raise UnreadableError for a file that belongs to none."""
    if disk.is_file(path):
        return (_home_of(path),)
    if _is_home(path):
        return (path,)
    if path.resolve().name in {INTERVIEWS_FOLDER, REPORTS_FOLDER} and _is_home(_above(path)):
        return (_above(path),)
    return tuple(dossier.find_dossiers(path)) or (path,)


def _home_of(path: Path) -> Path:
    for folder in (path.parent, _above(path.parent)):
        if _is_home(folder):
            return folder
    raise UnreadableError(
        f"Het bestand '{path}' hoort niet bij een dossier: in die map staat geen {GEMEENTE_FILE}.",
        remedy="Noem de map van het dossier, of een bestand daarin.",
    )


def _above(folder: Path) -> Path:
    return folder.parent if folder.name not in {"", ".."} else folder / ".."


def _is_home(folder: Path) -> bool:
    return disk.is_file(folder / GEMEENTE_FILE) or disk.is_file(folder / KNOWLEDGE_FILE)


def _summary(problems: tuple[Problem, ...], *, tally: _Tally) -> str:
    if not tally.files:
        return ""
    what = [plural(len(tally.dossiers), "dossier", "dossiers")] if tally.dossiers else []
    what += ["de kennis"] if tally.knowledge else []
    read = f"{' en '.join(what)} nagekeken: {plural(len(set(tally.files)), 'bestand', 'bestanden')}."
    read = read[0].upper() + read[1:]
    if tally.unread:
        return f"{read} Niet alles was te lezen; zie hieronder."
    if problems:
        gravest = min(problems, key=lambda problem: SEVERITY_ORDER[problem.severity])
        told = "Verbeter eerst de fouten." if has_errors(problems) else "Er zijn geen fouten."
        return f"{read} {told}\nUitleg bij een code: psoh uitleg {gravest.code}"
    return f"{read}\nVerder: psoh analyse {quoted(tally.dossiers[0])}" if tally.dossiers else read
