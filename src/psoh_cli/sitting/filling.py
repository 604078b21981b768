"""Answers from a file into an interview: read, judge, record, and report what is still open."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from psoh_cli.errors import ProblemsError
from psoh_cli.files import yaml_file
from psoh_cli.interview.interview_files import record_all
from psoh_cli.interview.prefill import Filled, fill
from psoh_cli.interview.values import count_of_questions
from psoh_cli.problems.problem import has_errors
from psoh_cli.sitting.newcomer import Introduction
from psoh_cli.sitting.sitting import Sitting, show_open
from psoh_cli.terminal import console


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file with answers: per question what it says, what it tells about the informant, and where it all stands."""

    answers: Mapping[str, Any]
    introduction: Introduction
    parsed: yaml_file.Parsed
    base: tuple[str, ...]

    def place(self, path: tuple[str | int, ...]) -> tuple[int, int]:
        """Give line and column of something under a question."""
        return yaml_file.place_of(self.parsed, (*self.base, *path))


def read_offered(path: Path) -> Offered:
    """Read a file with answers: questions with a value, or a whole interview file.

    Raises UnreadableError, or ProblemsError when it is no YAML with questions.
    """
    parsed = yaml_file.read(path)
    content = parsed.plain()
    if has_errors(parsed.problems) or not isinstance(content, Mapping):
        raise ProblemsError(
            f"{path.as_posix()} is niet te lezen als een lijst met vragen en antwoorden.",
            problems=parsed.problems,
            remedy="Schrijf per regel een vraag en een antwoord, bijvoorbeeld: regisseur: ja",
        )
    whole = isinstance(content.get("antwoorden"), Mapping)

    def told(key: str) -> str:
        value = content.get(key) if whole else None
        return value if isinstance(value, str) else ""

    return Offered(
        answers=content["antwoorden"] if whole else content,
        introduction=Introduction(group=told("groep"), role=told("rol"), organization=told("organisatie")),
        parsed=parsed,
        base=("antwoorden",) if whole else (),
    )


def fill_in(sitting: Sitting, offered: Offered, *, replace: bool) -> int:
    """Record what a file offers, report it on stdout, and give the exit code."""
    filled = fill(
        sitting.informant.interview,
        offered.answers,
        catalogue=sitting.catalogue,
        as_of=sitting.as_of,
        day=sitting.day,
        replace=replace,
        file=offered.parsed.name,
        place=offered.place,
    )
    if filled.accepted:
        record_all(sitting.path, filled.accepted)
    _report(sitting, filled)
    return 1 if has_errors(filled.problems) else 0


def _report(sitting: Sitting, filled: Filled) -> None:
    answers = {**sitting.informant.answers, **filled.accepted}
    console.out(f"Ingevuld: {count_of_questions(len(filled.accepted))}")
    if filled.unchanged:
        console.out(f"Stond er al: {count_of_questions(len(filled.unchanged))}")
    if filled.refused:
        console.out(f"Niet overgenomen: {count_of_questions(len(filled.refused))}")
    if filled.problems:
        console.show_problems(filled.problems)
    show_open(sitting.questionnaire, answers)
    if sitting.questionnaire.open(answers):
        console.say(f"De rest beantwoorden:\n  {sitting.command}")
