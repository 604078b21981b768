"""The documents of many dossiers, one after the other; one that fails stops none of the others.

What stands as it would be made now is left standing; finding that out imports nothing of the heavy rooms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from psoh_cli.dossier.dossier_files import REPORTS_FOLDER
from psoh_cli.dossier.making import Making, Order, Tell, make
from psoh_cli.errors import ProblemsError, PsohError

if TYPE_CHECKING:
    from psoh_cli.problems.problem import Problem

_GRAVEST_LAST = (0, 4, 1, 2, 3)
"""Exit codes in order: fine, no PDF renderer, errors in the files, unreadable input, our own bug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one dossier: its files, which of them stood unchanged, and why it stopped when it did."""

    folder: Path
    paths: tuple[Path, ...] = ()
    unchanged: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    """What is worth telling about the house style and the examination."""
    message: str = ""
    remedy: str = ""
    problems: tuple[Problem, ...] = ()
    bug: Exception | None = None
    exit_code: int = 0


def report_all(folders: Sequence[Path], *, order: Order, tell: Tell) -> tuple[Outcome, ...]:
    """Write the documents of every dossier; with an output folder and several dossiers each gets one of its own."""
    targets = _targets(folders, output=order.output)
    return tuple(
        _report(Making(folder=folder, target=target, order=order, tell=tell))
        for folder, target in zip(folders, targets, strict=True)
    )


def gravest(outcomes: Sequence[Outcome]) -> int:
    """Give the exit code of the whole run."""
    return max((outcome.exit_code for outcome in outcomes), key=_GRAVEST_LAST.index, default=0)


def _report(work: Making) -> Outcome:
    try:
        make(work)
    except PsohError as error:
        return _outcome(
            work,
            message=error.message,
            remedy=error.remedy,
            problems=error.problems if isinstance(error, ProblemsError) else (),
            exit_code=error.exit_code,
        )
    except Exception as error:  # noqa: BLE001  (a bug on one dossier must not cost the others their documents)
        message = "Er ging iets mis in psoh zelf; dat ligt niet aan u."
        return _outcome(work, message=message, bug=error, exit_code=3)
    if work.failed:
        message = f"niet toegankelijk genoeg: {', '.join(work.failed)}."
        remedy = f"Lees wat eraan schort in {work.proof[0].as_posix()}"
        return _outcome(work, message=message, remedy=remedy, exit_code=1)
    return _outcome(work)


def _outcome(
    work: Making,
    *,
    message: str = "",
    remedy: str = "",
    problems: tuple[Problem, ...] = (),
    bug: Exception | None = None,
    exit_code: int = 0,
) -> Outcome:
    return Outcome(
        folder=work.folder,
        paths=work.paths,
        unchanged=work.stood,
        remarks=tuple(work.remarks),
        message=message,
        remedy=remedy,
        problems=problems,
        bug=bug,
        exit_code=exit_code,
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
