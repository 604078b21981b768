"""Putting one answer on disk before the conversation goes on, and again when that did not work at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from psoh_cli.errors import PsohError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.hearing import Asker
from psoh_cli.interview.replies import Command
from psoh_cli.practices.question import Question

Record = Callable[[str, Answer], None]
"""Puts one answer on disk; the conversation goes on only when that has been done."""

Afterthought = Callable[[Question, Answer], Iterable[str]]
"""What there is to say once an answer has been recorded."""


@dataclass(frozen=True, slots=True)
class Saving:
    """Records answers. `answers` is what has been recorded, and only that."""

    asker: Asker
    record: Record
    answers: dict[str, Answer]
    afterthought: Afterthought

    def put(self, question: Question, answer: Answer, *, told: str) -> None:
        """Record an answer and say so."""
        while True:
            try:
                self.record(question.id, answer)
                break
            except PsohError as error:
                self.asker.say(f"Dit antwoord is niet bewaard. {error.message} {error.remedy}".rstrip())
                self._wait_for_mending(error)
        self.answers[question.id] = answer
        self.asker.say(f"Bewaard: {told}")
        for line in self.afterthought(question, answer):
            self.asker.say(line)

    def _wait_for_mending(self, error: PsohError) -> None:
        try:
            line = self.asker.read("Enter = opnieuw proberen, stop = stoppen: ")
        except EOFError:
            raise error from None
        if line.strip().casefold() == Command.STOP:
            raise error
