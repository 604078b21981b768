"""The whole journey on a copy of an example: check, analysis, plan, documents."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.analysis.summary import in_one_sentence
from psoh_cli.dossier import dossier
from psoh_cli.dossier.carrying import carry
from psoh_cli.dossier.dossier_files import REPORTS_FOLDER
from psoh_cli.dossier.schemas import write_schemas
from psoh_cli.dutch import plural
from psoh_cli.errors import MissingRendererError, WrongUseError
from psoh_cli.files import disk
from psoh_cli.files.templates import examples_dir
from psoh_cli.plan.plan import Plan
from psoh_cli.plan.plan_file import write_plan
from psoh_cli.press.publish import Press, print_files
from psoh_cli.press.request import Request
from psoh_cli.problems.problem import Severity
from psoh_cli.report.compose import KINDS
from psoh_cli.report.version import Version
from psoh_cli.shell import quoted

MARK = ".psoh-demo"
"""Marks a folder that the demo made, so that only such a folder is ever written over."""


@dataclass(frozen=True, kw_only=True)
class Demonstration:
    """Where the copy is, the documents that were written, and the way out."""

    folder: Path
    reports: tuple[Path, ...]
    look_at: tuple[str, ...]
    exit_code: int


def demonstrate(example: str, *, output: Path, as_of: date, tell: Callable[[str], None]) -> Demonstration:
    """Walk the journey on a copy of an example; `tell` hears what happens, step by step."""
    folder = copy_example(example, output=output)
    tell(f"1. Een kopie van het voorbeeld staat in {folder.as_posix()}.")
    opened = dossier.open_dossier(folder, as_of=as_of)
    warnings = sum(problem.severity is Severity.WARNING for problem in opened.problems)
    tell(f"2. psoh check: geen fouten, {plural(warnings, 'waarschuwing', 'waarschuwingen')}.")
    material = opened.material(as_of)
    tell(f"3. psoh analyse: {in_one_sentence(material.analysis)}")
    write_plan(folder / "plan.yaml", material.plan, knowledge_version=opened.catalogue.version)
    tell(f"4. psoh plan: {_actions(material.plan)} in plan.yaml.")
    tell("5. psoh rapport: de documenten worden gemaakt, dat duurt even.")
    exit_code = 0
    reports: list[Path] = []
    try:
        source = carry(folder, version=Version.COUNCIL)
        print_files(
            Press(material=material, request=Request(kinds=KINDS), source=source),
            folder / REPORTS_FOLDER,
            tell=lambda name, _: reports.append(folder / REPORTS_FOLDER / name),
        )
    except MissingRendererError as error:
        exit_code = error.exit_code
        tell(f"{error.message}\n  Oplossing: {error.remedy}")
    return Demonstration(folder=folder, reports=tuple(reports), look_at=_look_at(folder), exit_code=exit_code)


def copy_example(example: str, *, output: Path) -> Path:
    """Copy an example dossier into a folder; raise WrongUseError rather than write over somebody's dossier."""
    source = examples_dir() / example
    target = output / example
    if target.exists() and not (target / MARK).exists():
        raise WrongUseError(
            f"De map '{target.as_posix()}' bestaat al en is niet door de demo gemaakt.",
            remedy="Kies een andere map met --output.",
        )
    disk.write_text(target / MARK, f"Gemaakt met: psoh demo --voorbeeld {example}\n")
    for path in sorted(source.rglob("*")):
        if path.is_file() and REPORTS_FOLDER not in path.relative_to(source).parts:
            disk.write_bytes(target / path.relative_to(source), _as_copied(disk.read_bytes(path)))
    write_schemas(target)
    return target


def _as_copied(content: bytes) -> bytes:
    """Let the first line of a file name the schema in the copy; ours name the one in docs/."""
    first, end, rest = content.partition(b"\n")
    return first.replace(b"../../docs/schema/", b"schema/", 1) + end + rest


def _actions(plan: Plan) -> str:
    return plural(len(plan.current), "maatregel", "maatregelen")


def _look_at(folder: Path) -> tuple[str, ...]:
    typed = quoted(folder)
    return (
        "Kijk eerst naar de samenvatting, en daarna in de gap-analyse naar wat nog niet bekend is en wie dat weet.",
        f"Zelf verder kijken: psoh analyse {typed}",
        "Een eigen dossier beginnen: psoh start MAP --gemeente NAAM",
    )
