"""One question and what is done with the reply: explain, note a remark, record an answer, or move on."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from psoh_cli.dutch import PartialDate
from psoh_cli.interview import explaining, wording
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.beside import Beside
from psoh_cli.interview.certainty import Sure
from psoh_cli.interview.details import Said, kept_for
from psoh_cli.interview.directions import SLASH, Direction, Goto, NoDirection, Search, Show, read_direction
from psoh_cli.interview.finding import destination
from psoh_cli.interview.guarding import nameless
from psoh_cli.interview.hearing import Asker, StoppedError, TakenBackError, hear
from psoh_cli.interview.moves import Move, Step
from psoh_cli.interview.pace import Pace
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.replies import Command, Given, Remark, Reply, read_reply
from psoh_cli.interview.saving import Afterthought, Record, Saving
from psoh_cli.interview.telling_more import TellMore
from psoh_cli.interview.typed_values import Mistake
from psoh_cli.interview.values import OTHER
from psoh_cli.interview.wayfinding import look_around
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import AnswerKind

_STEPS = {
    Command.BACK: Step.BACK,
    Command.SKIP_THEME: Step.SKIP_THEME,
    Command.CONTINUE: Step.CONTINUE,
}


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
    pace: Pace = field(default_factory=Pace)
    _theme: str = ""
    _put_aside: dict[str, Said] = field(default_factory=dict)
    """What was said about choices that are no longer made, by question id: it comes back with them."""

    def put(self, question: Question) -> Move:
        """Put a question until the informant moves on; raise StoppedError, or EOFError when nobody answers."""
        self._show(question)
        self.pace.begin()
        while True:
            reply = read_reply(question, self.asker.read(wording.PROMPT), as_of=self.as_of)
            move = self._heed(question, reply)
            if move is Step.HERE:
                self._show(question)
            elif move is not None:
                return move
            elif isinstance(reply, Search | Show) or reply in (Command.EXPLAIN, Command.COMMANDS):
                self._show_short(question)

    def tell_more(self, question: Question, *, start: int = 0) -> Move:
        """Ask what is asked about each choice that was made, from a place in that list."""
        return TellMore(self, question).run(start)

    def save(self, question: Question, answer: Answer, *, told: str = "") -> None:
        """Put an answer on disk and say so."""
        said = told or wording.answer_text(question, answer)
        Saving(self.asker, self.record, self.answers, self.afterthought).put(question, answer, told=said)
        self.remarks.pop(question.id, None)

    def go(self, question: Question, direction: Direction) -> Move | None:
        """Show what was asked for, or give the question to go to."""
        if direction is Show.REVIEW:
            return Step.LOOK_OVER
        return self.look(direction, sign=wording.sign_of(question))

    def look(self, direction: Direction, *, sign: str = "") -> Question | None:
        """Show what was asked for, or give the question to go to; `sign` stands before a command here."""
        time_left = self.pace.told(len(self.questionnaire.open(self.answers)))
        return look_around(
            direction, self.questionnaire, self.answers, asker=self.asker, time_left=time_left, sign=sign
        )

    def open_chapter_again(self) -> None:
        """Show the heading of the theme with the next question, whatever was shown before."""
        self._theme = ""

    def _heed(self, question: Question, reply: Reply) -> Move | None:
        """Do what a reply asks; give where to go from here, None to hear more."""
        if isinstance(reply, Mistake):
            self.asker.say(reply.message)
        elif isinstance(reply, Remark):
            Beside(self, question).note(reply.text)
        elif isinstance(reply, Sure):
            Beside(self, question).weigh(reply)
        elif isinstance(reply, Given):
            return self._take(question, reply)
        elif isinstance(reply, Goto | Search | Show | NoDirection):
            return self.go(question, reply)
        elif reply in _STEPS:
            return _STEPS[reply]
        elif reply is Command.KEEP and question.id in self.answers:
            return Step.FORWARD
        elif reply is Command.TELL_MORE and question.id in self.answers:
            return self.tell_more(question)
        else:
            self._obey(reply, question)
        return None

    def _obey(self, command: Command, question: Question) -> None:
        if command is Command.STOP:
            raise StoppedError
        if command is Command.EXPLAIN:
            catalogue = self.questionnaire.catalogue
            for line in explaining.explanation_lines(question, catalogue, plain=self.asker.plain):
                self.asker.say(line)
        elif command is Command.COMMANDS:
            catalogue = self.questionnaire.catalogue
            for line in explaining.command_lines(question, catalogue, plain=self.asker.plain):
                self.asker.say(line)
        else:
            self.asker.say("Er is nog geen antwoord. Weet u het niet? Typ w. Uitleg: typ ?")

    def _show(self, question: Question) -> None:
        plain = self.asker.plain
        themes = self.questionnaire.themes
        theme = next(item for item in themes if item.id == question.theme)
        if theme.id != self._theme:
            self._theme = theme.id
            still_open = len(self.questionnaire.open(self.answers))
            for line in wording.theme_lines(
                theme,
                number=themes.index(theme) + 1,
                total=len(themes),
                plain=plain,
                still_open=still_open,
                time_left=self.pace.told(still_open),
            ):
                self.asker.say(line)
        number, total = self.questionnaire.position(question.id, self.answers)
        current = self.answers.get(question.id)
        card = wording.Card(question=question, number=number, total=total, theme=theme, current=current)
        for line in wording.card_lines(card, plain=plain):
            self.asker.say(line)

    def _show_short(self, question: Question) -> None:
        """Show what waits for an answer once more, below what was looked at."""
        number, _ = self.questionnaire.position(question.id, self.answers)
        for line in wording.short_lines(question, number=number, plain=self.asker.plain):
            self.asker.say(line)

    def _take(self, question: Question, given: Given) -> Move:
        """Record an answer and ask what is asked about its choices; HERE when it was taken back on the way."""
        try:
            went = self._meant_to_go(question, given)
            if went is not None:
                return went
            return self._save_given(question, given) or self.tell_more(question)
        except TakenBackError:
            return Step.HERE

    def _meant_to_go(self, question: Question, given: Given) -> Move | None:
        """Ask whether words that lead to a question, where an answer is in words, are the command."""
        direction = read_direction(given.command, slash_needed=False) if given.command else None
        if not isinstance(direction, Goto):
            return None
        if isinstance(destination(self.questionnaire, self.answers, direction.where), str):
            return None
        prompt = f"Bedoelt u de opdracht {SLASH}{given.command}? (ja, of Enter = nee, dit is mijn antwoord): "
        line = hear(self.asker, prompt, help_lines=(f"De vraag is: {question.text}",))
        return self.go(question, direction) if line.casefold() in ("ja", "j") else None

    def _save_given(self, question: Question, given: Given) -> Move | None:
        """Save an answer with what stands beside it; HERE when it is left out because it names somebody."""
        before = self.answers.get(question.id)
        if question.kind is AnswerKind.TEXT and (before is None or before.values != given.values):
            text = nameless(self.asker, given.values[0], where="uw antwoord")
            if text is None:
                self.asker.say("Er is niets bewaard. Geef een ander antwoord. Weet u het niet? Typ w.")
                return Step.HERE
            given = replace(given, values=(text,))
        beside = Beside(self, question)
        same = before is not None and set(before.values) == set(given.values)
        answer = Answer(
            values=given.values,
            other=beside.other(before) if OTHER in given.values else None,
            day=self.day or (before.day if before else None),
            certainty=given.certainty or (before.certainty if before and same else None),
            details=self._details_for(question, given, before),
            sources=before.sources if before and same else (),
        )
        if not answer.is_known:
            answer = answer.model_copy(update={"certainty": None})
        if before is not None and before.certainty and not same and given.certainty is None:
            self.asker.say("Hoe zeker u van het vorige antwoord was, vervalt. Typ ~ als u ook nu twijfelt.")
        beside.save(answer, remark=given.remark)
        if before is None:
            self.pace.answered()
        if given.command:
            self.asker.say(
                f"Dit is nu uw antwoord. Bedoelde u de opdracht? Typ < om terug te gaan, en dan /{given.command}"
            )
        return None

    def _details_for(
        self, question: Question, given: Given, before: Answer | None
    ) -> dict[str, dict[str, str]]:
        """Keep what was said about the choices that stay, and put aside what was said about the others."""
        aside = self._put_aside.get(question.id, {})
        if before is None:
            return {}
        self._put_aside[question.id] = {**aside, **before.details}
        return kept_for(given.values, before.details, aside)
