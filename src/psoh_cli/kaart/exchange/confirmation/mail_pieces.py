"""The pieces of a mail while it is read: entries with their questions, and the answers behind them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from psoh_cli.came_in import Place
from psoh_cli.kaart.exchange.confirmation.mail import ALL_HOLDS
from psoh_cli.kaart.exchange.confirmation.told import ToldLine, ToldPart

_ITSELF = " (de organisatie zelf)"


@dataclass
class Question:
    """A question as it came back, in pieces of text."""

    number: str
    row: int
    asked: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)
    answered_at: int = 0

    @property
    def text(self) -> str:
        """Give the question in one line."""
        return " ".join(self.asked)

    def told(self, *, name: str) -> ToldLine:
        """Give it as it is judged; `name` is that of the file."""
        return ToldLine(
            number=self.number,
            question=self.text,
            answer=" ".join(self.answer),
            place=Place(file=name, line=self.answered_at or self.row),
        )


@dataclass
class Section:
    """The questions about one entry; without a reference the line that tells which one is gone."""

    reference: str
    mark: str
    row: int
    heading: str = ""
    number: str = ""
    organization: str = ""
    made_on: date | None = None
    lines: list[Question] = field(default_factory=list)

    def told(self, *, name: str) -> ToldPart:
        """Give it as it is judged; `name` is that of the file."""
        whole = [line for line in self.lines if line.number.endswith(".0")]
        first = self.lines[0].number if self.lines else ""
        return ToldPart(
            reference=self.reference,
            mark=self.mark,
            place=Place(file=name, line=self.row),
            lines=tuple(line.told(name=name) for line in self.lines if line not in whole),
            all_hold=tuple(line.told(name=name) for line in whole),
            organization=self.organization,
            made_on=self.made_on,
            names=tuple(filter(None, (self.heading, *(_named_in(line.text) for line in whole)))),
            number=self.number or first.partition(".")[0],
        )


def bare_name(text: str) -> str:
    """Give the name of an entry as a heading has it."""
    return text.strip().removesuffix("==").strip().removesuffix(_ITSELF).strip()


def _named_in(question: str) -> str:
    """Give the name in the question whether everything holds."""
    return question[len(ALL_HOLDS) :].strip().removesuffix("?").strip()
