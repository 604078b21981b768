"""The interview itself: through the open questions and back, past a theme, and to any question in the list.

Who asks is an Asker: a terminal, a screen reader's terminal, or a list of lines in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from psoh_cli.interview.details import all_asked, still_to_ask
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.hearing import StoppedError
from psoh_cli.interview.looking_over import LookingOver
from psoh_cli.interview.moves import Move, Step
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
    _waiting: Question | None = None
    """The question from which somebody went to look all answers over."""

    def run(self) -> Ending:
        """Ask what is open, then look everything over until the informant is content."""
        try:
            self._walk(self._take_up_again())
            while (question := LookingOver(self.exchange, came_from=self._waiting).run()) is not None:
                if self._waiting is None:
                    self._skipped.clear()
                self._waiting = None
                self._walk(question)
        except StoppedError:
            return Ending.STOPPED
        except EOFError:
            return Ending.NO_MORE_INPUT
        return Ending.DONE

    def _take_up_again(self) -> Question | None:
        """Finish what was asked about the choices of the last answer, when the sitting before stopped there."""
        answers = self.exchange.answers
        last = next(reversed(answers), None)
        asked = {question.id: question for question in self.exchange.questionnaire.applicable(answers)}
        question = asked.get(last) if last else None
        if question is None or last is None:
            return self._next_open()
        start = still_to_ask(question, answers[last])
        if start >= len(all_asked(question, answers[last].values)):
            return self._next_open()
        self._say(f"Bij uw laatste antwoord kunt u nog iets aanvullen. De vraag was: {question.text}")
        move = self.exchange.tell_more(question, start=start)
        return question if move is Step.HERE else self._after(question, move)

    def _walk(self, question: Question | None) -> None:
        while question is not None:
            question = self._after(question, self.exchange.put(question))

    def _after(self, question: Question, move: Move) -> Question | None:
        """Give the question to put after a move; None to look all over."""
        if isinstance(move, Question):
            return self._jump(question, move)
        if move is Step.BACK:
            return self._back(question)
        if move is Step.SKIP_THEME:
            return self._skip(question)
        if move is Step.LOOK_OVER:
            self._waiting = question
            return None
        if move is Step.CONTINUE:
            self._turned_at = None
            return self._next_open()
        return self._forward(question)

    def _jump(self, question: Question, to: Question) -> Question:
        """Go to any question. What is open before it stays open, and is asked when the end has been reached."""
        self._turned_at = None
        self._skipped.discard(to.theme)
        if question.id not in self.exchange.answers and to.id != question.id:
            number, _ = self.exchange.questionnaire.position(question.id, self.exchange.answers)
            self._say(f"Vraag {number} blijft open; die komt later terug. Meteen terug kan met: verder")
        return to

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

    def _open(self) -> tuple[Question, ...]:
        return self.exchange.questionnaire.open(self.exchange.answers)

    def _next_open(self, *, after: str | None = None) -> Question | None:
        questionnaire, answers = self.exchange.questionnaire, self.exchange.answers
        return questionnaire.next_open(answers, after, without_themes=self._skipped)

    def _neighbour(self, question: Question, *, step: int) -> Question | None:
        return self.exchange.questionnaire.neighbour(question.id, self.exchange.answers, step=step)

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
