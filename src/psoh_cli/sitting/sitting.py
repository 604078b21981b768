"""A sitting: one informant, the file, the questions, and the words that are said around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from psoh_cli import console
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.values import count_of_questions
from psoh_cli.interview.wording import open_lines
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.shell import quoted


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One informant at one moment."""

    dossier: Path
    path: Path
    informant: Informant
    catalogue: Catalogue
    as_of: date

    @property
    def questionnaire(self) -> Questionnaire:
        """The questions for this informant."""
        return Questionnaire(self.catalogue, self.informant.group)

    @property
    def day(self) -> PartialDate | None:
        """The date to put with new answers: none when it is that of the interview itself."""
        today = PartialDate(self.as_of.year, self.as_of.month, self.as_of.day)
        return None if self.informant.interview.day == today else today

    @property
    def command(self) -> str:
        """The command that goes on where this sitting stops."""
        return f"psoh interview {quoted(self.dossier)} --informant {self.path.stem}"


def show_open(questionnaire: Questionnaire, answers: Mapping[str, Any]) -> None:
    """Write to stdout what is open, per theme."""
    total = len(questionnaire.applicable(answers))
    console.out(f"Nog open: {len(questionnaire.open(answers))} van {count_of_questions(total)}")
    for line in open_lines(questionnaire, answers):
        console.out(f"  {line}")
