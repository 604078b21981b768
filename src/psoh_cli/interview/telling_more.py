"""What is asked about each choice of an answer, one line at a time; each line is saved before the next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psoh_cli.interview import wording
from psoh_cli.interview.details import (
    AskedMore,
    all_asked,
    as_question,
    choice_label,
    detail_label,
    with_more,
)
from psoh_cli.interview.directions import Goto, NoDirection, Search, Show, read_direction
from psoh_cli.interview.guarding import nameless
from psoh_cli.interview.hearing import StoppedError
from psoh_cli.interview.help_words import MORE_HELP
from psoh_cli.interview.moves import Move, Step
from psoh_cli.interview.replies import Command, Given, clean, read_reply
from psoh_cli.interview.typed_values import Mistake
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind

if TYPE_CHECKING:
    from psoh_cli.interview.exchange import Exchange

_TAKE_AWAY = "-"
_REST_SKIPPED = (Command.SKIP_THEME, Command.CONTINUE)


@dataclass(frozen=True, slots=True)
class TellMore:
    """Goes through all that is asked about the choices of one recorded answer."""

    exchange: Exchange
    question: Question

    def run(self, start: int) -> Move:
        """Ask from a place in the list; HERE when somebody goes back before its beginning."""
        asked = all_asked(self.question, self.exchange.answers[self.question.id].values)
        if start >= len(asked):
            return Step.FORWARD
        if start == 0:
            self._say("Nog iets over elk antwoord. Enter = overslaan, < = terug, > = de rest overslaan.")
        at = start
        while 0 <= at < len(asked):
            move = self._put(asked[at], at=at + 1, total=len(asked))
            if isinstance(move, Question) or move in (Step.SKIP_THEME, Step.LOOK_OVER):
                return Step.FORWARD if move is Step.SKIP_THEME else move
            at += -1 if move is Step.BACK else 1
        return Step.HERE if at < 0 else Step.FORWARD

    def _put(self, one: AskedMore, *, at: int, total: int) -> Move:
        answer = self.exchange.answers[self.question.id]
        for line in wording.more_lines(
            self.question, answer, one, at=at, total=total, plain=self.exchange.asker.plain
        ):
            self._say(line)
        stands = one.detail.id in answer.details.get(one.choice, {})
        prompt = f"Aanvulling (Enter = {'laten staan' if stands else 'overslaan'}): "
        while True:
            line = self.exchange.asker.read(prompt)
            move = self._heed(one, line)
            if move is not None:
                return move
            if isinstance(read_direction(clean(line), slash_needed=False), Search | Show):
                for again in wording.more_lines(
                    self.question, answer, one, at=at, total=total, plain=self.exchange.asker.plain
                ):
                    self._say(again)

    def _heed(self, one: AskedMore, line: str) -> Move | None:
        if clean(line) == _TAKE_AWAY:
            self._save(one, None)
            return Step.FORWARD
        asked = as_question(one.detail, self.question)
        reply = read_reply(asked, line, as_of=self.exchange.as_of)
        if isinstance(reply, Mistake):
            self._say(reply.message)
        elif isinstance(reply, Goto | Search | Show | NoDirection):
            return self.exchange.go(asked, reply)
        elif isinstance(reply, Given) and reply.remark is None and reply.certainty is None:
            self._save_given(one, reply.values[0])
            return Step.FORWARD
        elif isinstance(reply, Command):
            return self._obey(reply)
        else:
            self._say(
                "Hier past alleen een antwoord. Een opmerking (!) of twijfel (~) hoort bij de vraag: typ <"
            )
        return None

    def _obey(self, command: Command) -> Move | None:
        if command is Command.STOP:
            raise StoppedError
        if command is Command.BACK:
            return Step.BACK
        if command in _REST_SKIPPED:
            return Step.SKIP_THEME
        if command is Command.KEEP:
            return Step.FORWARD
        for told in (f"De vraag is: {self.question.text}", *MORE_HELP):
            self._say(told)
        return None

    def _save_given(self, one: AskedMore, said: str) -> None:
        stands = self.exchange.answers[self.question.id].details.get(one.choice, {}).get(one.detail.id)
        in_words = one.detail.kind is AnswerKind.TEXT and said != stands
        kept = nameless(self.exchange.asker, said, where="deze aanvulling") if in_words else said
        if kept is not None:
            self._save(one, kept)

    def _save(self, one: AskedMore, text: str | None) -> None:
        before = self.exchange.answers[self.question.id]
        after = with_more(before, one, text)
        shown = "weggehaald" if text is None else detail_label(self.question, one.detail, text)
        if after != before:
            about = choice_label(self.question, after, one.choice)
            self.exchange.save(self.question, after, told=f"{about}: {shown}")

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
