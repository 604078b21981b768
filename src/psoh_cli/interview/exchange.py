"""One question and what is done with the reply: explain, note a remark, record an answer, or move on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from enum import Enum, auto
from typing import Protocol

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import PsohError
from psoh_cli.interview import wording
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.replies import Command, Given, Mistake, Remark, clean, read_reply
from psoh_cli.interview.values import OTHER, label
from psoh_cli.practices.question import Question
from psoh_cli.privacy.telling import warning_about

Record = Callable[[str, Answer], None]
"""Puts one answer on disk; the conversation goes on only when that has been done."""


Afterthought = Callable[[Question, Answer], Iterable[str]]
"""What there is to say once an answer has been recorded."""


class Asker(Protocol):
    """Whoever puts the question and hears the answer."""

    plain: bool

    def say(self, text: str) -> None:
        """Say one line or paragraph."""

    def read(self, prompt: str) -> str:
        """Ask for one line; raise EOFError when there is no more."""


class Step(Enum):
    """Where the informant wants to go from here."""

    FORWARD = auto()
    BACK = auto()
    SKIP_THEME = auto()
    CONTINUE = auto()


class StoppedError(Exception):
    """Leave the conversation."""


class _TakenBackError(Exception):
    """Leave the text that was asked for, and choose again."""


_STEPS = {
    Command.BACK: Step.BACK,
    Command.SKIP_THEME: Step.SKIP_THEME,
    Command.CONTINUE: Step.CONTINUE,
}
_SIGNS = frozenset({Command.SKIP_THEME.value, "!", "-"})


@dataclass
class Exchange:
    """Puts questions one at a time. `answers` is what has been recorded; `day` is put with new answers, if any."""

    questionnaire: Questionnaire
    asker: Asker
    record: Record
    as_of: date
    answers: dict[str, Answer]
    day: PartialDate | None = None
    remarks: dict[str, str] = field(default_factory=dict)
    """Remarks that have no answer to stand beside yet, by question id."""
    afterthought: Afterthought = field(default=lambda question, answer: ())
    _theme: str = ""

    def put(self, question: Question) -> Step:
        """Put a question until the informant moves on; raise StoppedError, or EOFError when nobody answers."""
        self._show(question)
        while True:
            reply = read_reply(question, self.asker.read(wording.PROMPT), as_of=self.as_of)
            if isinstance(reply, Mistake):
                self.asker.say(reply.message)
            elif isinstance(reply, Remark):
                self._note(question, reply)
            elif isinstance(reply, Given):
                if self._take(question, reply):
                    return Step.FORWARD
                self._show(question)
            elif reply is Command.KEEP and question.id in self.answers:
                return Step.FORWARD
            elif reply in _STEPS:
                return _STEPS[reply]
            else:
                self._obey(reply, question)

    def open_chapter_again(self) -> None:
        """Show the heading of the theme with the next question, whatever was shown before."""
        self._theme = ""

    def _obey(self, command: Command, question: Question) -> None:
        if command is Command.STOP:
            raise StoppedError
        if command is Command.EXPLAIN:
            for line in wording.explanation_lines(question, self.questionnaire.catalogue):
                self.asker.say(line)
        else:
            self.asker.say("Er is nog geen antwoord. Weet u het niet? Typ w. Uitleg: typ ?")

    def _show(self, question: Question) -> None:
        plain = self.asker.plain
        themes = self.questionnaire.themes
        theme = next(item for item in themes if item.id == question.theme)
        if theme.id != self._theme:
            self._theme = theme.id
            number = themes.index(theme) + 1
            for line in wording.theme_lines(theme, number=number, total=len(themes), plain=plain):
                self.asker.say(line)
        number, total = self.questionnaire.position(question.id, self.answers)
        current = self.answers.get(question.id)
        card = wording.Card(question=question, number=number, total=total, theme=theme, current=current)
        for line in wording.card_lines(card, plain=plain):
            self.asker.say(line)

    def _take(self, question: Question, given: Given) -> bool:
        """Record an answer; False when the informant took it back on the way."""
        before = self.answers.get(question.id)
        other = None
        if OTHER in given.values:
            try:
                other = self._ask_other(question, before=before.other if before else None)
            except _TakenBackError:
                return False
        answer = Answer(
            values=given.values,
            other=other,
            day=self.day or (before.day if before else None),
            certainty=before.certainty if before else None,
            remark=given.remark or self.remarks.get(question.id) or (before.remark if before else None),
            sources=before.sources if before else (),
        )
        self._save(question, answer)
        return True

    def _ask_other(self, question: Question, *, before: str | None) -> str | None:
        """Ask what 'anders' is, in the words of its option; None when that is not known."""
        prompt = f"Wat bedoelt u met '{label(question, OTHER)}'? "
        if before:
            self.asker.say(f"Nu staat er: {before} (Enter = laten staan)")
        while True:
            line = self._hear(question, prompt, help_lines=wording.OTHER_HELP)
            if line.casefold() in wording.DONT_KNOW_KEYS:
                self.asker.say("Dan staat er alleen het antwoord. De uitleg kan later nog.")
                return None
            if line and line not in _SIGNS:
                return line
            if before and not line:
                return before
            self.asker.say("Typ in een paar woorden wat u bedoelt. Of: ? uitleg, < ander antwoord, w, stop")

    def _note(self, question: Question, remark: Remark) -> None:
        text = remark.text
        if not text:
            try:
                text = self._hear(question, "Opmerking: ", help_lines=wording.REMARK_HELP)
            except _TakenBackError:
                text = ""
        before = self.answers.get(question.id)
        if text == "":
            self.asker.say("Er is niets veranderd.")
        elif before is not None:
            self._save(question, before.model_copy(update={"remark": None if text == "-" else text}))
            self.asker.say("Enter = naar de volgende vraag.")
        elif text == "-":
            self.remarks.pop(question.id, None)
        else:
            self.remarks[question.id] = text
            self.asker.say("De opmerking komt bij uw antwoord te staan. Geef nu het antwoord.")

    def _hear(self, question: Question, prompt: str, *, help_lines: Iterable[str]) -> str:
        """Read free text, in which `?`, `<` and stop still do what they do everywhere."""
        while True:
            line = clean(self.asker.read(prompt))
            if line == Command.BACK:
                raise _TakenBackError
            if line.casefold() in ("stop", "stoppen"):
                raise StoppedError
            if line != Command.EXPLAIN:
                return line
            for told in (f"De vraag is: {question.text}", *help_lines):
                self.asker.say(told)

    def _save(self, question: Question, answer: Answer) -> None:
        while True:
            try:
                self.record(question.id, answer)
                break
            except PsohError as error:
                self.asker.say(f"Dit antwoord is niet bewaard. {error.message} {error.remedy}".rstrip())
                self._wait_for_mending(error)
        self.answers[question.id] = answer
        self.remarks.pop(question.id, None)
        self.asker.say(f"Bewaard: {wording.answer_text(question, answer)}")
        for line in warning_about(*answer.texts):
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
