"""The interview itself: through the open questions and back, past a theme, and all answers once more at the end.

Who asks is an Asker: a terminal, a screen reader's terminal, or a list of lines in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from psoh_cli.interview import wording
from psoh_cli.interview.exchange import Exchange, Step, StoppedError
from psoh_cli.interview.replies import Command, clean
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.question import Question


class Ending(StrEnum):
    """How the conversation ended; whatever the end, every answer has been recorded."""

    DONE = "klaar"
    STOPPED = "gestopt"
    NO_MORE_INPUT = "geen invoer meer"


@dataclass
class Conversation:
    """One sitting with one informant: a cursor over the questions; it moves and never unsets anything."""

    exchange: Exchange
    _skipped: set[str] = field(default_factory=set)
    _turned_at: str | None = None

    def run(self) -> Ending:
        """Ask what is open, then look everything over until the informant is content."""
        try:
            self._walk(self._next_open())
            while self._review():
                pass
        except StoppedError:
            return Ending.STOPPED
        except EOFError:
            return Ending.NO_MORE_INPUT
        return Ending.DONE

    def _walk(self, question: Question | None) -> None:
        while question is not None:
            step = self.exchange.put(question)
            if step is Step.BACK:
                question = self._back(question)
            elif step is Step.SKIP_THEME:
                question = self._skip(question)
            elif step is Step.CONTINUE:
                self._turned_at = None
                question = self._next_open()
            else:
                question = self._forward(question)

    def _back(self, question: Question) -> Question:
        before = self._neighbour(question, step=-1)
        if before is None:
            self._say("Dit is de eerste vraag; verder terug kan niet.")
            return question
        self._turned_at = self._turned_at or question.id
        self._skipped.discard(before.theme)
        return before

    def _skip(self, question: Question) -> Question | None:
        self._skipped.add(question.theme)
        self._turned_at = None
        left = sum(item.theme == question.theme for item in self._open())
        self._say(f"Thema overgeslagen. Hierin staan nog {count_of_questions(left)} open; dat kan later.")
        return self._next_open(after=question.id) or self._next_open()

    def _forward(self, question: Question) -> Question | None:
        """After going back, step forward one by one to where we turned; otherwise go to the next open question."""
        behind = self._neighbour(question, step=+1)
        if behind is not None and self._is_before_turn(question):
            return behind
        self._turned_at = None
        return self._next_open(after=question.id) or self._next_open()

    def _is_before_turn(self, question: Question) -> bool:
        order = [item.id for item in self.exchange.questionnaire.questions]
        return self._turned_at is not None and order.index(question.id) < order.index(self._turned_at)

    def _review(self) -> bool:
        """Show all answers and change one; False when the informant is content."""
        answers = self.exchange.answers
        lines = wording.review_lines(self.exchange.questionnaire, answers, plain=self.exchange.asker.plain)
        for line in lines:
            self._say(line)
        self._say("")
        still_open = len(self._open())
        if still_open:
            self._say(f"Nog open: {count_of_questions(still_open)}. Typ 'verder' om die nu te beantwoorden.")
        self._say("Dit zijn uw antwoorden. Typ het nummer van een vraag om het antwoord te wijzigen.")
        while True:
            line = clean(self.exchange.asker.read("Nummer (Enter = klaar): ")).casefold()
            if line in ("", "klaar", Command.STOP):
                return False
            asked = self._asked_for(line)
            if asked is not None:
                self._take_up(asked, and_the_rest=line == Command.CONTINUE)
                return True
            total = len(self.exchange.questionnaire.applicable(answers))
            self._say(f"'{line}' staat niet in de lijst. Typ een nummer van 1 tot en met {total}, of Enter.")

    def _asked_for(self, line: str) -> Question | None:
        applicable = self.exchange.questionnaire.applicable(self.exchange.answers)
        if line == Command.BACK:
            return applicable[-1] if applicable else None
        if line == Command.CONTINUE:
            return self.exchange.questionnaire.next_open(self.exchange.answers)
        at = int(line) if line.isdecimal() else 0
        return applicable[at - 1] if 1 <= at <= len(applicable) else None

    def _take_up(self, question: Question, *, and_the_rest: bool) -> None:
        """Put one question again and then the follow-ups that it opens; or go on with all that is open."""
        self.exchange.open_chapter_again()
        if and_the_rest:
            self._skipped.clear()
            self._walk(question)
            return
        was_open = {item.id for item in self._open()}
        step = self.exchange.put(question)
        while step is Step.BACK:
            question = self._neighbour(question, step=-1) or question
            step = self.exchange.put(question)
        for item in self._open():
            if item.id not in was_open:
                self.exchange.put(item)

    def _open(self) -> tuple[Question, ...]:
        return self.exchange.questionnaire.open(self.exchange.answers)

    def _next_open(self, *, after: str | None = None) -> Question | None:
        questionnaire, answers = self.exchange.questionnaire, self.exchange.answers
        return questionnaire.next_open(answers, after, without_themes=self._skipped)

    def _neighbour(self, question: Question, *, step: int) -> Question | None:
        return self.exchange.questionnaire.neighbour(question.id, self.exchange.answers, step=step)

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
