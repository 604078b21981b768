"""The interview itself: through the open questions and back, past a theme, and all answers once more at the end.

Who asks is an Asker: a terminal, a screen reader's terminal, or a list of lines in a test.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from psoh_cli.dutch import typed_number
from psoh_cli.interview import wording
from psoh_cli.interview.exchange import Exchange, Step, StoppedError
from psoh_cli.interview.replies import Command, clean
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.question import Question

_CONTENT, _LIST = "klaar", "lijst"


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
            self._look_over()
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

    def _look_over(self) -> None:
        """Show all answers, in the plain mode theme by theme, and change them until the informant is content."""
        changed = self._show_all()
        while True:
            if changed is None:
                changed = self._ask_change()
            if changed == _CONTENT:
                return
            if changed == _LIST:
                changed = self._show_all()
                continue
            asked = self._asked_for(changed)
            if asked is not None:
                self._take_up(asked, and_the_rest=changed == Command.CONTINUE)
            elif changed == Command.CONTINUE:
                self._say("Er staat niets meer open.")
            else:
                total = len(self.exchange.questionnaire.applicable(self.exchange.answers))
                self._say(
                    f"'{changed}' staat niet in de lijst. Typ een nummer van 1 tot en met {total}, of Enter."
                )
            changed = None

    def _show_all(self) -> str | None:
        """Show all answers; give what was typed between two themes when that is more than Enter."""
        plain = self.exchange.asker.plain
        pages = wording.review_pages(self.exchange.questionnaire, self.exchange.answers, plain=plain)
        for number, page in enumerate(pages, start=1):
            for line in page:
                self._say(line)
            if plain and number < len(pages):
                typed = self._hear_choice("Nummer (Enter = volgende thema, klaar = klaar): ")
                if typed:
                    return typed
        self._say("")
        self._say("Dit zijn uw antwoorden. Typ het nummer van een vraag om het antwoord te wijzigen.")
        return None

    def _ask_change(self) -> str:
        still_open = len(self._open())
        if still_open:
            self._say(f"Nog open: {count_of_questions(still_open)}. Typ 'verder' om die nu te beantwoorden.")
        return self._hear_choice("Nummer (lijst = alle antwoorden, Enter = klaar): ") or _CONTENT

    def _hear_choice(self, prompt: str) -> str:
        """Read what to change; explain when asked, and take every word for stopping as one."""
        while True:
            line = clean(self.exchange.asker.read(prompt)).casefold()
            if line in (_CONTENT, Command.STOP, "stoppen"):
                return _CONTENT
            if line != Command.EXPLAIN:
                return line
            for told in wording.REVIEW_HELP:
                self._say(told)

    def _asked_for(self, line: str) -> Question | None:
        applicable = self.exchange.questionnaire.applicable(self.exchange.answers)
        if line == Command.BACK:
            return applicable[-1] if applicable else None
        if line == Command.CONTINUE:
            return self.exchange.questionnaire.next_open(self.exchange.answers)
        at = typed_number(line) or 0
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
        self._show(question)
        for item in self._open():
            if item.id not in was_open:
                self.exchange.put(item)
                self._show(item)

    def _show(self, question: Question) -> None:
        """Show one question as it now stands."""
        exchange = self.exchange
        self._say("")
        for line in wording.review_lines(
            question, exchange.questionnaire, exchange.answers, plain=exchange.asker.plain
        ):
            self._say(line)

    def _open(self) -> tuple[Question, ...]:
        return self.exchange.questionnaire.open(self.exchange.answers)

    def _next_open(self, *, after: str | None = None) -> Question | None:
        questionnaire, answers = self.exchange.questionnaire, self.exchange.answers
        return questionnaire.next_open(answers, after, without_themes=self._skipped)

    def _neighbour(self, question: Question, *, step: int) -> Question | None:
        return self.exchange.questionnaire.neighbour(question.id, self.exchange.answers, step=step)

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
