"""Putting one answer on disk before the conversation goes on, and again when that did not work at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from psoh_cli.errors import PsohError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.hearing import Asker
from psoh_cli.interview.replies import Command
from psoh_cli.practices.question import Question
from psoh_cli.privacy.telling import warning_about

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
        """Record an answer, say so, and warn of what points at a person in what was just written."""
        while True:
            try:
                self.record(question.id, answer)
                break
            except PsohError as error:
                self.asker.say(f"Dit antwoord is niet bewaard. {error.message} {error.remedy}".rstrip())
                self._wait_for_mending(error)
        before = self.answers.get(question.id)
        self.answers[question.id] = answer
        self.asker.say(f"Bewaard: {told}")
        known = set(before.texts) if before else set()
        for line in warning_about(*(text for text in answer.texts if text not in known)):
            self.asker.say(line)
        for line in self.afterthought(question, answer):
            self.asker.say(line)

    def _wait_for_mending(self, error: PsohError) -> None:
        try:
            line = self.asker.read("Enter = opnieuw proberen, stop = stoppen: ")
        except EOFError:
            raise error from None
        if line.strip().casefold() == Command.STOP:
            raise error
