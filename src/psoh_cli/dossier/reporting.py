"""The documents of many dossiers, one after the other; one that fails stops none of the others."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.dossier.dossier_files import REPORTS_FOLDER
from psoh_cli.errors import ProblemsError, PsohError, UnwritableError
from psoh_cli.files import disk
from psoh_cli.files.versioned_file import outermost
from psoh_cli.press.house_style_files import HouseStyle, find_house_style
from psoh_cli.press.publish import write_reports
from psoh_cli.problems.problem import Problem

_GRAVEST_LAST = (0, 4, 1, 2, 3)
"""Exit codes in order: fine, no PDF renderer, errors in the files, unreadable input, our own bug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one dossier: the files that were written, and why it stopped when it did."""

    folder: Path
    paths: tuple[Path, ...] = ()
    style: HouseStyle = HouseStyle()  # noqa: RUF009  (frozen)
    message: str = ""
    remedy: str = ""
    problems: tuple[Problem, ...] = ()
    bug: Exception | None = None
    exit_code: int = 0


def report_all(
    folders: Sequence[Path],
    *,
    kinds: Sequence[str],
    formats: Sequence[str],
    output: Path | None,
    as_of: date,
    tell: Callable[[str], None],
) -> tuple[Outcome, ...]:
    """Write the documents of every dossier; with `output` and several dossiers each gets a folder of its own in it."""
    targets = _targets(folders, output=output)
    return tuple(
        _report(folder, target=target, output=output, kinds=kinds, formats=formats, as_of=as_of, tell=tell)
        for folder, target in zip(folders, targets, strict=True)
    )


def gravest(outcomes: Sequence[Outcome]) -> int:
    """Give the exit code of the whole run."""
    return max((outcome.exit_code for outcome in outcomes), key=_GRAVEST_LAST.index, default=0)


def _report(
    folder: Path,
    *,
    target: Path,
    output: Path | None,
    kinds: Sequence[str],
    formats: Sequence[str],
    as_of: date,
    tell: Callable[[str], None],
) -> Outcome:
    written: list[Path] = []

    def hear(name: str) -> None:
        written.append(target / name)
        tell(f"{target.parent.name}/{name}")

    try:
        _expect_inside(target, within=outermost(folder.resolve()) if output is None else output)
        material = open_dossier(folder, as_of=as_of).material(as_of)
        style = find_house_style(folder)
        write_reports(material, target, kinds=kinds, formats=formats, style=style, tell=hear)
    except PsohError as error:
        return Outcome(
            folder=folder,
            paths=tuple(written),
            message=error.message,
            remedy=error.remedy,
            problems=error.problems if isinstance(error, ProblemsError) else (),
            exit_code=error.exit_code,
        )
    except Exception as error:  # noqa: BLE001  (a bug on one dossier must not cost the others their documents)
        message = "Er ging iets mis in psoh zelf; dat ligt niet aan u."
        return Outcome(folder=folder, paths=tuple(written), message=message, bug=error, exit_code=3)
    return Outcome(folder=folder, paths=tuple(written), style=style)


def _expect_inside(target: Path, *, within: Path) -> None:
    """Make sure that no link takes the documents of a dossier somewhere else; raise UnwritableError."""
    if not disk.is_inside(target, folder=within):
        raise UnwritableError(
            f"{target.as_posix()} is een koppeling naar een plek daarbuiten; psoh schrijft daar niet.",
            remedy="Haal de koppeling weg, of noem met --output de map waarin u de documenten wilt hebben.",
        )


def _targets(folders: Sequence[Path], *, output: Path | None) -> tuple[Path, ...]:
    """Give the folder for the documents of each dossier; two dossiers of one name never share one."""
    if output is None:
        return tuple(folder / REPORTS_FOLDER for folder in folders)
    if len(folders) == 1:
        return (output,)
    taken: dict[str, int] = {}
    targets = []
    for folder in folders:
        name = folder.resolve().name
        taken[name] = taken.get(name, 0) + 1
        targets.append(output / (name if taken[name] == 1 else f"{name}-{taken[name]}"))
    return tuple(targets)
