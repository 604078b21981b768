"""Where the outcome of `check` goes and in which forms: the screen, files, and the summary of a step in a workflow."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from psoh_cli.checking.output_names import NAMES, TEXT
from psoh_cli.dutch import listing
from psoh_cli.errors import PsohError, UnwritableError, WrongUseError
from psoh_cli.files import disk, disk_reports
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.report import Report, seen_from

_FROM_TOP = frozenset({"github", "gitlab", "sarif", "junit"})
"""Their readers look for a file from the top of the checkout, wherever psoh was started."""

_TOGETHER = (TEXT, "github")
"""The forms that go on one screen: GitHub takes its own lines out of the text and marks them in the pull request."""

_OURS = frozenset({".yaml", ".yml", ".toml"})
"""What psoh reads itself: a report with such a name is a slip that would cost somebody their file."""


@dataclass(frozen=True, slots=True)
class Output:
    """One form; `path` is None for the screen."""

    name: str
    path: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outputs:
    """Everything that one run of `check` has to write."""

    screen: tuple[str, ...]
    files: tuple[Output, ...]
    summary: Path | None
    top: Path | None
    """The top of the checkout, where a CI says what it is."""
    is_on_github: bool

    @property
    def shows_text(self) -> bool:
        """Tell whether people read text on the screen."""
        return TEXT in self.screen

    def for_screen(self, report: Report) -> tuple[str, ...]:
        """Give what goes to stdout besides text, each without its last newline."""
        written = (self._written(name, report=report) for name in self.screen if name != TEXT)
        return tuple(text.removesuffix("\n") for text in written if text)

    def write(self, report: Report, *, text: Callable[[], str]) -> tuple[PsohError, ...]:
        """Write every file, and give what went wrong; one that fails stops none of the others."""
        failed: list[PsohError] = []
        for output in self.files:
            path = output.path or Path()
            try:
                _keep_off(path, report=report)
                told = _plain(text()) if output.name == TEXT else self._written(output.name, report=report)
                disk.write_text(path, told)
            except PsohError as error:
                failed.append(error)
        return tuple(failed)

    def append_summary(self, report: Report) -> str:
        """Add a page to the summary of this step; give a warning when that does not work out, and nothing else."""
        if self.summary is None:
            return ""
        from psoh_cli.problems.formats.as_markdown import ROOM, as_markdown

        there = disk_reports.size_of(self.summary)
        page = as_markdown(report, room=ROOM - there - 1)
        if not page:
            return "In het overzicht van deze stap is geen ruimte meer; de uitkomst staat er niet bij."
        try:
            disk_reports.append_text(self.summary, f"\n{page}" if there else page)
        except PsohError as error:
            return f"Het overzicht van deze stap is niet aangevuld. {error.message}"
        return ""

    def _written(self, name: str, *, report: Report) -> str:
        from psoh_cli.problems.formats.writers import WRITERS

        if name == "sarif" and self.is_on_github:
            # Code scanning takes no notice of a suppression, and would open an alert for what was settled.
            report = replace(report, ignored=())
        if self.top is not None and name in _FROM_TOP:
            report = seen_from(report, _below(self.top))
        return WRITERS[name](report)


def wanted(given: Sequence[str], *, environment: Mapping[str, str]) -> Outputs:
    """Work out what to write, before the work: from the options, and from where psoh runs.

    Raises WrongUseError for options that contradict each other, and UnwritableError for a file that cannot be written.
    """
    outputs = [output_of(spec) for spec in given]
    screen = [output.name for output in outputs if output.path is None]
    files = tuple(output for output in outputs if output.path is not None)
    if len(screen) > 1 and sorted(screen) != sorted(_TOGETHER):
        raise WrongUseError(
            f"Op het scherm past één vorm, en u vraagt er {len(screen)}: {listing(screen)}.",
            remedy=f"Schrijf de andere in een bestand, bijvoorbeeld: --format {_example(screen)}",
        )
    _refuse_doubles(files)
    for output in files:
        disk_reports.prove_writable(output.path or Path())
    is_on_github = environment.get("GITHUB_ACTIONS") == "true"
    summary = environment.get("GITHUB_STEP_SUMMARY", "")
    top = environment.get("GITHUB_WORKSPACE") or environment.get("CI_PROJECT_DIR") or ""
    return Outputs(
        screen=_TOGETHER if is_on_github and screen in ([], [TEXT]) else tuple(screen) or (TEXT,),
        files=files,
        summary=Path(summary) if summary else None,
        top=Path(top) if top else None,
        is_on_github=is_on_github,
    )


def output_of(spec: str) -> Output:
    """Read one option, `sarif=uit.sarif`; raise WrongUseError for a form that does not exist, or a wrong name."""
    name, has_path, path = spec.partition("=")
    if name not in NAMES:
        about = did_you_mean(name, NAMES)
        raise WrongUseError(
            f"'{name}' is geen vorm die psoh kent." + (f" {about}" if about else ""),
            remedy=f"Kies uit: {', '.join(NAMES)}. Voor een bestand: --format sarif=uitkomst.sarif",
        )
    if not has_path:
        return Output(name)
    if not path.strip():
        raise WrongUseError(
            f"Achter '{name}=' staat geen bestand.",
            remedy=f"Schrijf de naam erbij: --format {_example([name])}",
        )
    if Path(path).suffix.lower() in _OURS:
        raise WrongUseError(
            f"'{path}' heeft de naam van een bestand dat psoh leest; daar komt geen uitkomst in.",
            remedy=f"Kies een andere naam, bijvoorbeeld: --format {_example([name])}",
        )
    return Output(name, Path(path))


def _example(names: Sequence[str]) -> str:
    endings = {"text": "txt", "github": "txt", "sarif": "sarif", "junit": "xml", "markdown": "md"}
    name = names[-1]
    return f"{name}=uitkomst.{endings.get(name, 'json')}"


def _refuse_doubles(files: Sequence[Output]) -> None:
    seen: dict[str, Output] = {}
    for output in files:
        place = os.path.normcase(_real(str(output.path)))
        if place in seen:
            raise WrongUseError(
                f"Twee vormen komen in hetzelfde bestand '{output.path}': {seen[place].name} en {output.name}.",
                remedy="Geef elke vorm een eigen bestand.",
            )
        seen[place] = output


def _keep_off(path: Path, *, report: Report) -> None:
    """Refuse to write over a file that was just checked."""
    if _real(str(path)) in {_real(file) for file in report.files}:
        raise UnwritableError(
            f"{path} is niet geschreven: het is een van de bestanden die u laat controleren.",
            remedy="Kies een andere naam voor de uitkomst.",
        )


def _plain(text: str) -> str:
    return text.encode("utf-8", "replace").decode("utf-8").rstrip("\n") + "\n"


def _below(top: Path) -> Callable[[str], str]:
    """Make the function that names a file from the top of a checkout; a file elsewhere keeps its name."""
    home = Path(_real(str(top)))

    def rename(file: str) -> str:
        folder, name = os.path.split(file)
        place = Path(_real(folder or ".")) / name
        return place.relative_to(home).as_posix() if place.is_relative_to(home) else file

    return rename


def _real(path: str) -> str:
    try:
        return os.path.realpath(path)
    except (OSError, ValueError):
        return path
