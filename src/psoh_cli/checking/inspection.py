"""`check` over several paths: dossiers, shared kaarten and folders with knowledge; one that fails stops none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

from psoh_cli import __version__
from psoh_cli.checking.lasting import lasting_names
from psoh_cli.checking.named_files import leave_only_named
from psoh_cli.checking.result import Counted, Looked, Result
from psoh_cli.checking.tally import Tally, unused_in
from psoh_cli.checking.walking import KNOWLEDGE_FILE, Found, Target, find_targets, real_place
from psoh_cli.dossier.judging import Judged, judge_dossier, judge_kaart
from psoh_cli.errors import ProblemsError, PsohError
from psoh_cli.files import disk, disk_about
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.practices.practice_files import check_catalogue, texts_of
from psoh_cli.press.house_style.style import FOLDER as STYLE_FOLDER
from psoh_cli.press.house_style.style import SETTINGS_FILE as STYLE_FILE
from psoh_cli.privacy.covering import without_people
from psoh_cli.problems.problem import Problem, Severity, count, in_order
from psoh_cli.problems.report import Report, Unread
from psoh_cli.problems.text_lines import TextLines
from psoh_cli.problems.underlining import underlined
from psoh_cli.shell import quoted

__all__ = ["Looked", "Result", "inspect_found", "inspect_paths"]


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
    tally = Tally(unread=[_unread(error, file=name) for name, error in found.unread])
    for target in found.targets:
        if real_place(target.path) not in tally.read:  # a kaart that a dossier shares was read with it
            _inspect(target, as_of=as_of, tally=tally)
        if tell:
            tell(target.path.as_posix())
    tally.problems.extend(unused_in(tally, paths=paths))
    leave_only_named(paths, tally=tally)
    return _result(tally, found=found, paths=paths)


def _inspect(target: Target, *, as_of: date, tally: Tally) -> None:
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
            style = _inspect_style(path, tally=tally)
            tally.dossiers.append(_counted(path, problems=(*judged.problems, *style)))
    except ProblemsError as error:
        tally.problems.extend(error.problems)
    except PsohError as error:
        tally.unread.append(_unread(error, file=path.as_posix()))


def _count(found: Judged, *, tally: Tally) -> None:
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


def _counted(folder: Path, *, problems: tuple[Problem, ...]) -> Counted:
    errors, warnings = (
        count(problem for problem in problems if problem.severity is severity)
        for severity in (Severity.ERROR, Severity.WARNING)
    )
    return Counted(quoted(folder), errors, warnings)


def _inspect_style(folder: Path, *, tally: Tally) -> tuple[Problem, ...]:
    """Look the house style of a dossier over: a mistake in it stops the documents and nothing else."""
    if not (disk_about.is_there(folder / STYLE_FILE) or disk.is_folder(folder / STYLE_FOLDER)):
        return ()  # most dossiers have none, and what looks it over takes long to load
    from psoh_cli.press.house_style.files import house_style_problems

    try:
        problems, texts = house_style_problems(folder)
    except PsohError as error:
        name = STYLE_FILE if disk_about.is_there(folder / STYLE_FILE) else STYLE_FOLDER
        tally.unread.append(_unread(error, file=(folder / name).as_posix()))
        return ()
    tally.problems.extend(problems)
    tally.files.extend(texts)
    tally.keep(texts, problems=problems)
    return tuple(problems)


def _inspect_knowledge(folder: Path, *, tally: Tally) -> None:
    tally.knowledge += 1
    tally.files.extend(path.as_posix() for path in folder.rglob("*.yaml"))
    names = [entry.name for entry in read_register().existing]
    problems = check_catalogue(folder, municipalities=names)
    tally.problems.extend(problems)
    tally.keep(texts_of(folder), problems=problems)


def _result(tally: Tally, *, found: Found, paths: tuple[Path, ...]) -> Result:
    lines = TextLines(tally.texts)
    problems = in_order(underlined(problem, lines=lines) for problem in tally.problems)
    told = {problem.file for problem in problems} | {item.problem.file for item in tally.ignored}
    unread = [*tally.unread, *(_became_another(name) for name in sorted(tally.changed))]
    report = Report(
        problems=problems,
        files=tuple(sorted(set(tally.files))),
        unread=tuple(dict.fromkeys(unread)),
        ignored=tuple(sorted(set(tally.ignored), key=lambda item: item.problem.sort_key())),
        texts={name: tally.texts[name] for name in sorted(told & set(tally.texts) - tally.changed)},
        lasting=lasting_names(sorted(told)),
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
    return Result(report=without_people(report), looked=looked)


def _became_another(name: str) -> Unread:
    return Unread(
        message=f"{name} veranderde terwijl psoh het las; wat hierover gezegd wordt, kan al niet meer kloppen.",
        hint="Wacht tot het bestand bewaard is, en geef de opdracht opnieuw.",
        file=name,
    )


def _unread(error: PsohError, *, file: str = "") -> Unread:
    return Unread(message=error.message, hint=error.remedy, file=file)
