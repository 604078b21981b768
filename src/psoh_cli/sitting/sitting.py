"""A sitting: one informant, the file, the questions, and the words that are said around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from psoh_cli.dossier import gemeente_tips
from psoh_cli.dutch import PartialDate
from psoh_cli.files import versioned_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.review_words import open_lines
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.shell import quoted
from psoh_cli.sitting.reception import GEMEENTE_FILE
from psoh_cli.terminal import console


@dataclass(frozen=True, slots=True, kw_only=True)
class Sitting:
    """One informant at one moment."""

    dossier: Path
    path: Path
    informant: Informant
    catalogue: Catalogue
    as_of: date
    _told: set[str] = field(default_factory=set)

    def afterthought(self, question: Question, answer: Answer) -> Iterator[str]:
        """Say once in a sitting that what was answered belongs in gemeente.yaml too, when it is not there."""
        if self._told or question.id not in gemeente_tips.QUESTIONS:
            return
        gemeente = versioned_file.read(self.dossier / GEMEENTE_FILE, Gemeente).sound
        if gemeente is not None and gemeente_tips.lines_to_paste(
            question.id, answers={question.id: answer}, residents=gemeente.residents, role=self.informant.role
        ):
            self._told.add(question.id)
            yield (
                f"Dit hoort ook in {GEMEENTE_FILE}, onder statushouders; pas dan telt het mee in de dekking. "
                f"Welke regels u daar zet, ziet u met: psoh check {quoted(self.dossier)}"
            )

    @property
    def questionnaire(self) -> Questionnaire:
        """The questions for this informant."""
        return Questionnaire(self.catalogue, self.informant.group)

    @property
    def today(self) -> PartialDate:
        """The day of this sitting."""
        return PartialDate(self.as_of.year, self.as_of.month, self.as_of.day)

    @property
    def day(self) -> PartialDate | None:
        """The date to put with new answers: none when it is that of the interview itself."""
        return None if self.informant.interview.day == self.today else self.today

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
