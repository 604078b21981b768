"""Putting one answer on disk before the conversation goes on, and again when that did not work at once."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from psoh_cli.errors import PsohError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.hearing import Asker, StoppedError
from psoh_cli.interview.replies import Command
from psoh_cli.interview.wording import answer_text
from psoh_cli.practices.question import Question


class AnotherStandsError(Exception):
    """Stop before an answer is written over that somebody else gave while this conversation was on."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer)
        self.answer = answer


Record = Callable[[str, Answer], None]
"""Puts one answer on disk; the conversation goes on only when that has been done.

It may raise AnotherStandsError, and then writes it when it is called again.
"""

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
        """Record an answer and say so; where another answer came to stand meanwhile, ask which one it is."""
        while True:
            try:
                self.record(question.id, answer)
                break
            except AnotherStandsError as other:
                if not self._is_mine(question, other.answer, told=told):
                    self.answers[question.id] = other.answer
                    self.asker.say(f"Blijft staan: {answer_text(question, other.answer)}")
                    return
            except PsohError as error:
                self.asker.say(f"Dit antwoord is niet bewaard. {error.message} {error.remedy}".rstrip())
                self._wait_for_mending(error)
        self.answers[question.id] = answer
        self.asker.say(f"Bewaard: {told}")
        for line in self.afterthought(question, answer):
            self.asker.say(line)

    def _is_mine(self, question: Question, there: Answer, *, told: str) -> bool:
        """Tell whether somebody wants this answer in the place of one that was given meanwhile."""
        self.asker.say(f"Er stond intussen: {answer_text(question, there)}")
        self.asker.say(f"Uw antwoord is: {told}")
        while True:
            try:
                line = self.asker.read("Enter = laat staan wat er staat, m = zet mijn antwoord neer: ")
            except EOFError:
                self.asker.say("Uw antwoord is niet bewaard.")
                raise
            word = line.strip().casefold()
            if word in ("", "m", "mijn"):
                return bool(word)
            if word == Command.STOP:
                self.asker.say("Uw antwoord is niet bewaard.")
                raise StoppedError
            self.asker.say("Typ m, of alleen Enter. stop = stoppen; dan blijft staan wat er staat.")

    def _wait_for_mending(self, error: PsohError) -> None:
        try:
            line = self.asker.read("Enter = opnieuw proberen, stop = stoppen: ")
        except EOFError:
            raise error from None
        if line.strip().casefold() == Command.STOP:
            raise error
