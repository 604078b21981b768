"""Who sits before us: the folder with interviews, the file of an informant, and what is wrong in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from psoh_cli.errors import ProblemsError, UnreadableError, WrongUseError
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.changed_questions import Changed, changes_for, informant_now
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.interview.rules import LONGEST_NAME, check, leads_elsewhere, name_fault
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.problem import Problem, has_errors, in_order

GEMEENTE_FILE = "gemeente.yaml"
INTERVIEWS_FOLDER = "interviews"


def interviews_folder(dossier: Path) -> Path:
    """Give the folder with interviews; raise UnreadableError when this is no dossier."""
    remedy = "Noem de map van het dossier, of maak er een met: psoh start MAP"
    if not dossier.exists():
        raise UnreadableError(f"De map '{dossier.as_posix()}' bestaat niet.", remedy=remedy)
    if not dossier.is_dir():
        raise UnreadableError(f"'{dossier.as_posix()}' is een bestand, geen map.", remedy=remedy)
    if not (dossier / GEMEENTE_FILE).exists():
        shown = dossier.resolve().as_posix()
        raise UnreadableError(
            f"In de map '{shown}' staat geen dossier: {GEMEENTE_FILE} ontbreekt.", remedy=remedy
        )
    return dossier / INTERVIEWS_FOLDER


def find_informant(folder: Path, name: str, catalogue: Catalogue) -> Informant | None:
    """Read the interview of this informant; None when there is no such file.

    Raises WrongUseError when nobody can be called this, and ProblemsError when the file holds errors that would
    make an edit unsafe.
    """
    path = folder / f"{name}.yaml"
    wrong = name_fault(name)
    may_be_there = len(name) <= LONGEST_NAME and not leads_elsewhere(name)
    if wrong and not (may_be_there and path.exists()):
        shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..."
        raise WrongUseError(f"Een informant kan niet '{shown}' heten.", remedy=wrong)
    if not path.exists():
        return None
    informant, file = read_interview(path)
    if informant is None:
        groups = ", ".join(catalogue.group)
        needs_group = any("'groep'" in problem.message for problem in file.problems)
        mend = f"Kies een groep uit: {groups}." if needs_group else "Verbeter ze in een teksteditor."
        raise ProblemsError(
            f"In {path.as_posix()} staan fouten die eerst verbeterd moeten worden.",
            problems=file.problems,
            remedy=mend,
        )
    if informant.group not in catalogue.group:
        raise ProblemsError(
            f"De groep in {path.as_posix()} bestaat niet.",
            problems=tuple(
                problem for problem in _rule_errors(path, catalogue) if problem.code == "INTERVIEW002"
            ),
            remedy="Verbeter de regel die met 'groep:' begint.",
        )
    return informant_now(informant, catalogue)


def changed_since(path: Path, catalogue: Catalogue) -> Changed:
    """Tell what became of the questions since the file of an informant was made."""
    informant, _ = read_interview(path)
    return changes_for(informant, catalogue) if informant is not None else Changed()


def errors_in(folder: Path, name: str, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Give the errors in the answers of an informant: they do not stop the interview, but somebody should know."""
    return in_order(_rule_errors(folder / f"{name}.yaml", catalogue))


def _rule_errors(path: Path, catalogue: Catalogue) -> Iterator[Problem]:
    informant, file = read_interview(path)
    if informant is None:
        yield from file.problems
        return

    found = check(
        informant.interview,
        name=path.stem,
        catalogue=catalogue,
        as_of=None,
        file=file.name,
        place=file.place,
    )
    yield from (problem for problem in found if has_errors((problem,)))
