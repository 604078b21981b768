"""`check` over several paths: dossiers, shared kaarten and folders with knowledge; one that fails stops none."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psoh_cli import __version__
from psoh_cli.checking.result import Looked, Result
from psoh_cli.checking.walking import KNOWLEDGE_FILE, Found, Target, find_targets, real_place
from psoh_cli.dossier.judging import Judged, judge_dossier, judge_kaart
from psoh_cli.errors import ProblemsError, PsohError
from psoh_cli.files import disk
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.policy.policy import Exemption
from psoh_cli.policy.policy_file import FoundPolicy
from psoh_cli.policy.remarks import Remark
from psoh_cli.practices.practice_files import check_catalogue, texts_of
from psoh_cli.press.house_style.style import FOLDER as STYLE_FOLDER
from psoh_cli.press.house_style.style import SETTINGS_FILE as STYLE_FILE
from psoh_cli.problems.problem import Problem, count, in_order
from psoh_cli.problems.report import Ignored, Report, Unread
from psoh_cli.shell import quoted

__all__ = ["Looked", "Result", "inspect_found", "inspect_paths"]

MOST_TEXT = 60_000_000
"""Characters of files with problems that are kept, to show their lines and to mend them."""


def inspect_paths(
    paths: tuple[Path, ...], *, as_of: date, tell: Callable[[str], None] | None = None
) -> Result:
    """Inspect what is at some paths; `tell` hears of each dossier or kaart that is done.

    Around a file the whole dossier is read, for what it refers to; only the problems in the file are told.
    """
    return inspect_found(find_targets(paths), paths=paths, as_of=as_of, tell=tell)


def inspect_found(
    found: Found, *, paths: tuple[Path, ...], as_of: date, tell: Callable[[str], None] | None = None
) -> Result:
    """Inspect targets one by one; of each only what is told is kept."""
    tally = _Tally(unread=[_unread(error) for error in found.unread])
    for target in found.targets:
        if real_place(target.path) not in tally.read:  # a kaart that a dossier shares was read with it
            _inspect(target, as_of=as_of, tally=tally)
        if tell:
            tell(target.path.as_posix())
    tally.problems.extend(_unused(tally, paths=paths))
    named = _named_files(paths)
    if named is not None:
        _leave_only(named, tally=tally)
    return _result(tally, found=found, paths=paths)


@dataclass
class _Tally:
    dossiers: list[tuple[str, int]] = field(default_factory=list)
    kaarten: int = 0
    knowledge: int = 0
    problems: list[Problem] = field(default_factory=list)
    ignored: list[Ignored] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    read: set[Path] = field(default_factory=set)
    unread: list[Unread] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
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
            if text is None or self.texts.setdefault(name, text) == text:
                continue
            self.changed.add(name)
        if sum(map(len, self.texts.values())) > MOST_TEXT:
            self.texts.popitem()


def _inspect(target: Target, *, as_of: date, tally: _Tally) -> None:
    path = target.path
    try:
        if disk.is_file(path / KNOWLEDGE_FILE):
            _inspect_knowledge(path, tally=tally)
        elif disk.is_file(path):
            _count(judge_kaart(path, as_of=as_of, within=target.asked), tally=tally)
            tally.kaarten += 1
        else:
            judged = judge_dossier(path, as_of=as_of, within=target.asked)
            _count(judged, tally=tally)
            tally.dossiers.append((quoted(path), count(judged.errors)))
            _inspect_style(path, tally=tally)
    except ProblemsError as error:
        tally.problems.extend(error.problems)
    except PsohError as error:
        tally.unread.append(_unread(error, file=path.as_posix()))


def _count(found: Judged, *, tally: _Tally) -> None:
    weighed = found.weighed
    tally.problems.extend(found.problems)
    tally.ignored.extend(weighed.ignored)
    tally.files.extend(found.files)
    tally.read.update(real_place(Path(name)) for name in found.files)
    tally.unread.extend(found.unread)
    tally.remarks.update(weighed.remarks)
    tally.idle.extend(weighed.unused)
    left_out = tuple(item.problem for item in weighed.ignored)
    tally.keep(found.texts, problems=(*found.problems, *left_out, *weighed.unused))
    policy = found.policy
    if policy.policy.file:
        tally.policies.setdefault(policy.policy.file, policy)
        tally.exemptions.setdefault(policy.policy.file, set()).update(weighed.exemptions)
        tally.texts.update(policy.texts)


def _inspect_style(folder: Path, *, tally: _Tally) -> None:
    """Look the house style of a dossier over: a mistake in it stops the documents and nothing else."""
    if not (disk.is_file(folder / STYLE_FILE) or disk.is_folder(folder / STYLE_FOLDER)):
        return  # most dossiers have none, and what looks it over takes long to load
    from psoh_cli.press.house_style.files import house_style_problems

    problems, texts = house_style_problems(folder)
    tally.problems.extend(problems)
    tally.files.extend(texts)
    tally.keep(texts, problems=problems)


def _inspect_knowledge(folder: Path, *, tally: _Tally) -> None:
    tally.knowledge += 1
    tally.files.extend(path.as_posix() for path in folder.rglob("*.yaml"))
    names = [entry.name for entry in read_register().existing]
    problems = check_catalogue(folder, municipalities=names)
    tally.problems.extend(problems)
    tally.keep(texts_of(folder), problems=problems)


def _unused(tally: _Tally, *, paths: tuple[Path, ...]) -> tuple[Problem, ...]:
    """Give what was asked for nothing: remarks, and exemptions of a policy under which everything was looked at."""
    needed = {(file, remark.line, remark.column) for file, remark in tally.remarks}
    idle = [problem for problem in tally.idle if (problem.file, problem.line, problem.column) not in needed]
    asked = [real_place(path) for path in paths if not disk.is_file(path)]
    if not tally.unread:
        for name, found in tally.policies.items():
            if any(real_place(found.folder).is_relative_to(path) for path in asked):
                idle.extend(found.policy.unused(tally.exemptions[name]))
    return tuple(idle)


def _named_files(paths: tuple[Path, ...]) -> frozenset[Path] | None:
    """Give the files that were asked for, when nothing but files was."""
    files = [path for path in paths if disk.is_file(path)]
    return frozenset(real_place(path) for path in files) if files and len(files) == len(paths) else None


def _leave_only(named: frozenset[Path], *, tally: _Tally) -> None:
    """Leave out what is about other files; a file that psoh does not read stands for the whole dossier."""
    places = {name: real_place(Path(name)) for name in _names_in(tally)}
    if not named <= {places[name] for name in tally.files}:
        return
    tally.is_part = bool(tally.dossiers)
    tally.problems = [problem for problem in tally.problems if places[problem.file] in named]
    tally.ignored = [item for item in tally.ignored if places[item.problem.file] in named]
    tally.files = [name for name in tally.files if places[name] in named]


def _names_in(tally: _Tally) -> set[str]:
    about = {problem.file for problem in tally.problems} | {item.problem.file for item in tally.ignored}
    return about | set(tally.files)


def _result(tally: _Tally, *, found: Found, paths: tuple[Path, ...]) -> Result:
    problems = in_order(tally.problems)
    told = {problem.file for problem in problems} | {item.problem.file for item in tally.ignored}
    unread = [*tally.unread, *(_became_another(name) for name in sorted(tally.changed))]
    report = Report(
        problems=problems,
        files=tuple(sorted(set(tally.files))),
        unread=tuple(dict.fromkeys(unread)),
        ignored=tuple(sorted(set(tally.ignored), key=lambda item: item.problem.sort_key())),
        texts={name: tally.texts[name] for name in sorted(told & set(tally.texts) - tally.changed)},
        version=__version__,
    )
    looked = Looked(
        dossiers=tuple(tally.dossiers),
        kaarten=tally.kaarten,
        knowledge=tally.knowledge,
        asked=tuple(quoted(path) for path in paths),
        is_part=tally.is_part,
        policies=tuple(sorted(name for name, found in tally.policies.items() if found.policy.says_something)),
        passed_by=tuple(sorted(found.passed_by)),
    )
    return Result(report=report, looked=looked)


def _became_another(name: str) -> Unread:
    return Unread(
        message=f"{name} veranderde terwijl psoh het las; wat hierover gezegd wordt, kan al niet meer kloppen.",
        hint="Wacht tot het bestand bewaard is, en geef de opdracht opnieuw.",
        file=name,
    )


def _unread(error: PsohError, *, file: str = "") -> Unread:
    return Unread(message=error.message, hint=error.remedy, file=file)
