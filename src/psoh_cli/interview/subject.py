"""What the rules of an interview look at: the file, the knowledge and the day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from psoh_cli.interview.answers import InterviewFile
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question
from psoh_cli.problems.making import Examined, Path


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """What the rules look at: the interview, the knowledge, and where each value stands.

    `name` is the file name without its ending; without `as_of` no date is in the future.
    """

    interview: InterviewFile
    name: str
    catalogue: Catalogue
    as_of: date | None

    def known_answers(self) -> Iterator[tuple[Question, Path]]:
        """Give each question that is answered and exists, with the place of its answer."""
        for question in self.interview.answers:
            known = self.catalogue.question.get(question)
            if known is not None:
                yield known, ("antwoorden", question)
