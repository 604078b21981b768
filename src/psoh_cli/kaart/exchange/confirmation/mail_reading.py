"""Reading a mail that was answered: quoted, wrapped, with answers behind the arrow, beneath it, or by number above."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.confirmation.mail import END, REFERENCE
from psoh_cli.kaart.exchange.confirmation.mail_around import (
    Loose,
    ends_with_a_greeting,
    in_a_signature,
    sifted,
)
from psoh_cli.kaart.exchange.confirmation.mail_marks import (
    ALL_HOLD,
    ARROW_AHEAD,
    ARROW_INSIDE,
    ENDING,
    ENTRY,
    HEADING,
    NUMBERED,
    QUOTE,
    SIGNED,
    is_question,
)
from psoh_cli.kaart.exchange.confirmation.mail_pieces import Question, Section, bare_name
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldPart, Unread
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.problems.meant import bare


def read_mail(text: str, *, name: str) -> Told:
    """Find every question in a mail with its answer, and every line that is neither that nor ours."""
    reading = _Reading(name=name)
    for row, written in enumerate(text.splitlines(), start=1):
        line = written.replace("\N{NO-BREAK SPACE}", " ").replace("\u200b", "")
        quote = QUOTE.match(line)
        reading.take(line[quote.end() if quote else 0 :].strip(), row=row, is_quoted=quote is not None)
    return reading.told()


@dataclass
class _Reading:
    """What was read so far. `line` is the question one is in; `answering` whether its arrow has been passed."""

    name: str
    sections: list[Section] = field(default_factory=list)
    section: Section | None = None
    heading: Section | None = None
    """A heading of which the line with the entry is still to come."""
    line: Question | None = None
    answering: bool = False
    question_quoted: bool = False
    by_number: list[Question] = field(default_factory=list)
    loose: list[Loose] = field(default_factory=list)
    everything_holds: bool = False
    in_loose: bool = False
    """Whether the last line was an answer by number, so that the next may go on with it."""
    signed: int | None = None
    """How many lines ago a mail was ended with a greeting."""

    def take(self, text: str, *, row: int, is_quoted: bool) -> None:
        if not text:
            self.in_loose = False
            return
        if self._is_ours(text, row=row, is_quoted=is_quoted):
            self.signed = None
            return
        if (not is_quoted or self.line is None) and ends_with_a_greeting(text):
            self.line, self.in_loose, self.signed = None, False, 0
            self._pass_by(text, row=row)
        elif self.signed is not None:
            self.signed += 1
            self._pass_by(text, row=row)
        elif self.line is not None:
            self._go_on(self.line, text, row=row, is_quoted=is_quoted)
        elif self.heading is not None:
            self.heading.heading += f" {text}"
        elif not self.sections and bare(text) in ALL_HOLD and "?" not in text:
            self.everything_holds = True
        elif self.in_loose and not is_quoted:
            self.by_number[-1].answer.append(text)
        else:
            self._pass_by(text, row=row)

    def told(self) -> Told:
        if self.heading is not None:
            self._pass_by(self.heading.heading, row=self.heading.row)
        parts = [section.told(name=self.name) for section in self.sections]
        homeless = [line for line in self.by_number if not self._place_by_number(line, parts)]
        unread, passed = sifted(self.loose)
        return Told(
            file=self.name,
            parts=tuple(parts),
            everything_holds=self.everything_holds,
            loose=tuple(map(self._homeless, homeless)),
            unread=tuple(
                Unread(place=Place(file=self.name, line=item.row), text=item.text, reference=item.reference)
                for item in unread
            ),
            passed=tuple(passed),
        )

    def _is_ours(self, text: str, *, row: int, is_quoted: bool) -> bool:
        """Take a line that we wrote, or that begins as we number questions; tell whether it was one."""
        numbered = NUMBERED.match(text)
        entry, heading, reference = ENTRY.fullmatch(text), HEADING.match(text), SIGNED.fullmatch(text)
        if entry is not None:
            self._start_section(entry[1], entry[2], row=row)
        elif heading is not None:
            self._start_heading(heading[1], heading[2], row=row)
        elif bare(text) in ENDING:
            self.line = None
            if bare(text) == bare(END):
                self.section = None
        elif reference is not None:
            self._sign(reference[1], reference[2], row=row)
        elif numbered is not None and is_question(numbered[2]):
            self._start_line(numbered[1], numbered[2], row=row, is_quoted=is_quoted)
        elif numbered is not None and self.line is None:
            self._answer_by_number(numbered[1], numbered[2], row=row)
        else:
            return False
        return True

    def _start_heading(self, number: str, name: str, *, row: int) -> None:
        self.heading = Section("", "", row, heading=name, number=number)
        self.section, self.line = None, None

    def _start_section(self, reference: str, mark: str, *, row: int) -> None:
        above = self.heading
        self.section = Section(reference, mark, row)
        if above is not None:
            self.section.heading, self.section.number = bare_name(above.heading), above.number
        self.sections.append(self.section)
        self.line = self.heading = None

    def _sign(self, organization: str, day: str, *, row: int) -> None:
        """Tell of every entry above whose sheet it stands in."""
        try:
            made_on = date.fromisoformat(day)
        except ValueError:
            self._pass_by(f"{REFERENCE}: {organization} {day}", row=row)
            made_on = None
        for section in self.sections:
            if not section.organization:
                section.organization, section.made_on = organization, made_on
        self.section = self.line = None

    def _start_line(self, number: str, rest: str, *, row: int, is_quoted: bool) -> None:
        if self.section is None:
            self.section = self.heading or Section("", "", row)
            self.sections.append(self.section)
            self.heading = None
        self.line = Question(number, row)
        self.section.lines.append(self.line)
        self.answering, self.question_quoted = False, is_quoted
        self._split_at_arrow(self.line, rest, row=row)

    def _go_on(self, line: Question, text: str, *, row: int, is_quoted: bool) -> None:
        """Take a line that follows a question: more of it, its arrow, or the answer."""
        ahead = ARROW_AHEAD.fullmatch(text)
        if ahead is not None and not line.answer:
            self.answering = True
            self._answer(line, ahead[1], row=row)
        elif self.answering or (self.question_quoted and not is_quoted):
            self.answering = True
            self._answer(line, text, row=row)
        else:
            self._split_at_arrow(line, text, row=row)

    def _split_at_arrow(self, line: Question, text: str, *, row: int) -> None:
        inside = ARROW_INSIDE.search(text)
        line.asked.append(text[: inside.start()] if inside else text)
        if inside is not None:
            self.answering = True
            self._answer(line, inside[1], row=row)

    def _answer(self, line: Question, text: str, *, row: int) -> None:
        if text.strip():
            line.answer.append(text.strip())
            line.answered_at = line.answered_at or row

    def _answer_by_number(self, number: str, rest: str, *, row: int) -> None:
        """Take an answer that names the number of its question, such as one above the questions."""
        ahead = ARROW_AHEAD.fullmatch(rest)
        told = ahead[1] if ahead else rest
        self.by_number.append(Question(number, row, answer=[told] if told else []))
        self.in_loose = True

    def _place_by_number(self, line: Question, parts: list[ToldPart]) -> bool:
        """Put an answer with the question of its number; False where that is in no sheet, or in those of several."""
        fits = [
            (at, question)
            for at, part in enumerate(parts)
            for question in (*part.lines, *part.all_hold)
            if question.number == line.number
        ]
        if len({parts[at].reference for at, _ in fits}) != 1:
            return False
        at, question = fits[0]
        told = replace(question, answer=" ".join(line.answer), place=Place(file=self.name, line=line.row))
        if line.number.endswith(".0"):
            parts[at] = replace(parts[at], all_hold=(*parts[at].all_hold, told))
        else:
            parts[at] = replace(parts[at], lines=(*parts[at].lines, told))
        return True

    def _pass_by(self, text: str, *, row: int) -> None:
        """Remember a line that is no question and no answer, with the entry it stands with."""
        reference = self.section.reference if self.section is not None else ""
        is_signed = self.signed is not None and in_a_signature(self.signed, text)
        self.loose.append(Loose(row=row, text=text, reference=reference, in_signature=is_signed))

    def _homeless(self, line: Question) -> NotUnderstood:
        return NotUnderstood(
            place=Place(file=self.name, line=line.row),
            text=brief(f"{line.number} {' '.join(line.answer)}"),
            why=f"vraag {line.number} staat niet in dit bestand, of in meer dan één vraaglijst",
            remedy="Laat de vragen onder het antwoord staan, of zet het antwoord achter de pijl van de vraag.",
        )
