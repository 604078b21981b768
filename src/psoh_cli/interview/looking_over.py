"""All answers once more: shown, found again by number, theme or search, and changed until the informant is content."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from psoh_cli.dutch import typed_number
from psoh_cli.interview.directions import Goto, Search, Show, read_direction
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.finding import find_theme, matching
from psoh_cli.interview.help_words import REVIEW_HELP
from psoh_cli.interview.moves import Move, Step
from psoh_cli.interview.replies import Command, clean
from psoh_cli.interview.review_words import review_lines, review_pages
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.question import Question

_CONTENT, _LIST = "klaar", ("lijst", Show.REVIEW.value)
_MOST_AT_ONCE = 20
"""A list of more questions than this is not poured out at once; it is shown per theme, or when asked for."""


@dataclass
class LookingOver:
    """Shows the answers and takes up what is to be changed."""

    exchange: Exchange
    came_from: Question | None = None
    """The question that waits, when somebody looks on the way; none at the end of the interview."""
    _goes_on: bool = False
    """Whether somebody who changed an answer said to go on with what is open."""

    def run(self) -> Question | None:
        """Go on until the informant is content; give the question from which to go on asking, None for the end."""
        line = self._show_first()
        while True:
            line = line if line is not None else self._ask_change()
            if line == "" and self.came_from is not None:
                self.exchange.open_chapter_again()
                return self.came_from
            if line in ("", _CONTENT):
                return None
            if line == Command.CONTINUE:
                going_on = self.exchange.questionnaire.next_open(self.exchange.answers)
                if going_on is not None:
                    self.exchange.open_chapter_again()
                    return going_on
                self._say("Er staat niets meer open.")
                line = None
            elif line in _LIST:
                line = self._show_all()
            else:
                self._find(line)
                line, self._goes_on = (Command.CONTINUE.value if self._goes_on else None), False

    def _show_first(self) -> str | None:
        if len(self._applicable()) <= _MOST_AT_ONCE:
            return self._show_all()
        self._look(Show.OVERVIEW)
        self._say("")
        self._say("Kijk uw antwoorden na: typ bijvoorbeeld thema 5, of lijst voor alle antwoorden.")
        self._say("Een antwoord wijzigen: typ het nummer van de vraag, of zoek met een woord eruit.")
        return None

    def _show_all(self) -> str | None:
        """Show all answers; in the plain mode give what was typed between two themes when that is more than Enter."""
        plain = self.exchange.asker.plain
        pages = review_pages(self.exchange.questionnaire, self.exchange.answers, plain=plain)
        for number, page in enumerate(pages, start=1):
            for line in page:
                self._say(line)
            if plain and number < len(pages):
                typed = self._hear_choice("Nummer van een vraag (Enter = volgende thema, klaar = klaar): ")
                if typed:
                    return typed
        self._say("")
        self._say("Dit zijn uw antwoorden. Typ het nummer van een vraag om het antwoord te wijzigen.")
        return None

    def _ask_change(self) -> str:
        still_open = len(self._open())
        if still_open and self.came_from is None:
            self._say(f"Nog open: {count_of_questions(still_open)}. Typ 'verder' om die nu te beantwoorden.")
        enter = "verder" if self.came_from else "klaar"
        return self._hear_choice(f"Nummer van een vraag (thema 5, lijst, ? = uitleg, Enter = {enter}): ")

    def _hear_choice(self, prompt: str) -> str:
        """Read what to change; explain when asked, and take every word for stopping as one."""
        while True:
            line = clean(self.exchange.asker.read(prompt)).casefold().removeprefix("/")
            if line in (_CONTENT, Command.STOP, "stoppen"):
                return _CONTENT
            if line not in (Command.EXPLAIN, "uitleg", "help"):
                return line
            for told in REVIEW_HELP:
                self._say(told)

    def _find(self, line: str) -> None:
        """Take up the question that is meant, or show the ones among which it is."""
        direction = read_direction(line, slash_needed=False)
        if isinstance(direction, Search):
            self._search(direction)
            return
        if isinstance(direction, Show):
            self._look(direction)
            return
        wanted = direction.where if isinstance(direction, Goto) else line
        asked = self._asked_for(wanted)
        if asked is not None:
            self._take_up(asked)
        elif not wanted.isdecimal() and self._show_theme(wanted):
            return
        else:
            total = len(self._applicable())
            self._say(
                f"'{line}' staat niet in de lijst. Typ het nummer van een vraag (1 tot en met {total}), een "
                "thema (thema 5), of Enter."
            )

    def _asked_for(self, wanted: str) -> Question | None:
        applicable = self._applicable()
        if wanted == Command.BACK:
            return applicable[-1] if applicable else None
        at = typed_number(wanted.removeprefix("vraag ").strip(" .")) or 0
        return applicable[at - 1] if 1 <= at <= len(applicable) else None

    def _show_theme(self, wanted: str) -> bool:
        theme = find_theme(self.exchange.questionnaire, wanted)
        if isinstance(theme, str):
            return False
        self._show_some(question for question in self._applicable() if question.theme == theme.id)
        return True

    def _search(self, search: Search) -> None:
        """Look for words in the questions, and in what was answered."""
        exchange = self.exchange
        in_questions = matching(exchange.questionnaire, exchange.answers, search.words)
        in_answers = [
            question for question in self._applicable() if search.words and self._said(question, search.words)
        ]
        found = {question.id: question for question in (*in_questions, *in_answers)}
        if found:
            self._show_some(found.values())
        elif search.words:
            self._say(f"'{search.words}' staat in geen vraag of antwoord. Probeer een korter of ander woord.")
        else:
            self._say("Waarnaar zoekt u? Typ er een woord achter, bijvoorbeeld: zoek tolk")

    def _said(self, question: Question, words: str) -> bool:
        lines = review_lines(question, self.exchange.questionnaire, self.exchange.answers, plain=True)
        return any(words in line.casefold() for line in lines)

    def _show_some(self, questions: Iterable[Question]) -> None:
        exchange = self.exchange
        pages = review_pages(
            exchange.questionnaire, exchange.answers, plain=exchange.asker.plain, only=tuple(questions)
        )
        for page in pages:
            for line in page:
                self._say(line)

    def _look(self, show: Show) -> None:
        at = self._applicable()
        if at:
            self.exchange.look(show)

    def _take_up(self, question: Question) -> None:
        """Put one question again and then the follow-ups that it opens."""
        self.exchange.open_chapter_again()
        was_open = {item.id for item in self._open()}
        question = self._put(question)
        self._show(question)
        for item in self._open():
            if item.id not in was_open:
                self._show(self._put(item))

    def _put(self, question: Question) -> Question:
        """Put a question, and the one before it or another when that is asked for; give the last one put."""
        move: Move = self.exchange.put(question)
        while isinstance(move, Question) or move is Step.BACK:
            question = move if isinstance(move, Question) else self._before(question)
            move = self.exchange.put(question)
        self._goes_on = move is Step.CONTINUE
        return question

    def _before(self, question: Question) -> Question:
        questionnaire, answers = self.exchange.questionnaire, self.exchange.answers
        return questionnaire.neighbour(question.id, answers, step=-1) or question

    def _show(self, question: Question) -> None:
        """Show one question as it now stands."""
        exchange = self.exchange
        self._say("")
        for line in review_lines(
            question, exchange.questionnaire, exchange.answers, plain=exchange.asker.plain
        ):
            self._say(line)

    def _open(self) -> tuple[Question, ...]:
        return self.exchange.questionnaire.open(self.exchange.answers)

    def _applicable(self) -> tuple[Question, ...]:
        return self.exchange.questionnaire.applicable(self.exchange.answers)

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
