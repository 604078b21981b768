"""What stands beside an answer in free words: a remark and what *anders* is. No text replaces another unseen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from psoh_cli.interview import help_words
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.certainty import Sure
from psoh_cli.interview.guarding import nameless
from psoh_cli.interview.hearing import TakenBackError, hear, hear_other
from psoh_cli.interview.values import OTHER
from psoh_cli.practices.question import Question
from psoh_cli.privacy.finding import kinds

if TYPE_CHECKING:
    from psoh_cli.interview.exchange import Exchange

REMARK, OTHER_TEXT = "uw opmerking", "uw uitleg"
_TAKE_AWAY, _BOTH = "-", "+"
_STILL_TRUE = "Klopt die nog? (Enter = laten staan, - = weghalen, of typ een nieuwe opmerking): "
_OLD_TOO = "Alleen de nieuwe, of allebei? (Enter = alleen de nieuwe, + = allebei): "


@dataclass(frozen=True, slots=True)
class Beside:
    """Puts what stands beside the answer to one question on disk, each text after it was seen to name nobody."""

    exchange: Exchange
    question: Question

    def note(self, text: str) -> None:
        """Take a remark without an answer: beside the one that stands there, or kept for the one that comes."""
        try:
            if not text:
                about = f"De vraag is: {self.question.text}"
                text = hear(self.exchange.asker, "Opmerking: ", help_lines=(about, *help_words.REMARK_HELP))
        except TakenBackError:
            text = ""
        before = self.exchange.answers.get(self.question.id)
        if text not in ("", _TAKE_AWAY):
            text = nameless(self.exchange.asker, text, where=REMARK) or ""
        if text == "":
            self._say("Er is niets veranderd.")
        elif before is not None:
            self._replace(before, None if text == _TAKE_AWAY else text)
            self._say("Enter = naar de volgende vraag.")
        elif text == _TAKE_AWAY:
            self.exchange.remarks.pop(self.question.id, None)
        else:
            self.exchange.remarks[self.question.id] = text
            self._say("De opmerking komt bij uw antwoord te staan. Geef nu het antwoord.")

    def weigh(self, sure: Sure) -> None:
        """Take how sure somebody is of the answer that stands there."""
        before = self.exchange.answers.get(self.question.id)
        if before is None or not before.is_known:
            self._say("Geef eerst het antwoord, met ~ erachter. Bijvoorbeeld: 1 ~ of: 1 ~ redelijk zeker")
            return
        self._put(before.model_copy(update={"certainty": sure.certainty}))
        self._say("Enter = naar de volgende vraag.")

    def save(self, answer: Answer, *, remark: str | None) -> None:
        """Save a choice at once, and then what goes with it; `remark` is what was typed along with the choice.

        Raises TakenBackError when somebody goes back to the question; what is saved, stays.
        """
        before = self.exchange.answers.get(self.question.id)
        sound = self.exchange.remarks.get(self.question.id)
        old = self._old_texts(before, answer)
        awaits = remark if remark and kinds(remark) else None
        beside = remark if remark and not awaits else sound
        other_before = before.other if before else None
        strange = answer.other if answer.other != other_before and kinds(answer.other or "") else None
        other = other_before if strange else answer.other
        self._put(answer.model_copy(update={"remark": beside or old, "other": other}))
        if strange:
            written = nameless(self.exchange.asker, strange, where=OTHER_TEXT)
            if written:
                self._put(self._now().model_copy(update={"other": written}))
        if awaits:
            beside = nameless(self.exchange.asker, awaits, where=REMARK)
            if beside:
                self._put(self._now().model_copy(update={"remark": beside}))
        if before is None or old is None:
            return
        if beside:
            self._keep_both(old, beside)
        elif {*before.values} != {*answer.values}:
            self._look_again(old)

    def other(self, before: Answer | None) -> str | None:
        """Ask what *anders* is."""
        return hear_other(self.exchange.asker, self.question, before=before.other if before else None)

    def _old_texts(self, before: Answer | None, answer: Answer) -> str | None:
        """Give the remark that stands there, with what *anders* was when that is no longer chosen."""
        if before is None:
            return None
        dropped = before.other if OTHER not in answer.values else None
        return "; ".join(text for text in (before.remark, dropped) if text) or None

    def _look_again(self, old: str) -> None:
        """Ask whether a remark fits the new choice too."""
        self._say(f"Bij uw vorige antwoord stond: ‘{old}’")
        line = hear(self.exchange.asker, _STILL_TRUE, help_lines=help_words.REMARK_HELP)
        if line == _TAKE_AWAY:
            self._put(self._now().model_copy(update={"remark": None}))
        elif line:
            text = nameless(self.exchange.asker, line, where=REMARK)
            if text:
                self._put(self._now().model_copy(update={"remark": text}))

    def _replace(self, before: Answer, text: str | None) -> None:
        self._put(before.model_copy(update={"remark": text}))
        if before.remark and text:
            try:
                self._keep_both(before.remark, text)
            except TakenBackError:
                return
        elif before.remark:
            self._say(f"Weggehaald: ‘{before.remark}’")

    def _keep_both(self, old: str, new: str) -> None:
        if old == new:
            return
        self._say(f"Hier stond al: ‘{old}’")
        line = hear(self.exchange.asker, _OLD_TOO, help_lines=help_words.REMARK_HELP)
        if line == _BOTH:
            self._put(self._now().model_copy(update={"remark": f"{old}; {new}"}))

    def _now(self) -> Answer:
        return self.exchange.answers[self.question.id]

    def _put(self, answer: Answer) -> None:
        self.exchange.save(self.question, answer)

    def _say(self, text: str) -> None:
        self.exchange.asker.say(text)
