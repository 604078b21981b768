"""Reading a mail that was answered: quoted, wrapped, with answers behind the arrow, beneath it, or by number above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from psoh_cli.kaart.exchange.confirmation.asked import LABELS
from psoh_cli.kaart.exchange.confirmation.mail import END, NOT_KNOWN, REFERENCE
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldLine, ToldPart
from psoh_cli.kaart.exchange.incoming import NotUnderstood, Place
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.problems.meant import bare

_QUOTE = re.compile(r"^\s*(?:[>|]\s?)+")
_ENTRY = re.compile(r"\[([od]:[a-z0-9]+(?:-[a-z0-9]+)*) ([0-9a-f]{6})\]")
_REFERENCE = re.compile(rf"{REFERENCE}:? *([a-z0-9]+(?:-[a-z0-9]+)*) (\d{{4}}-\d{{2}}-\d{{2}})")
_HEADING = re.compile(r"={2,}(?!>)")
_NUMBERED = re.compile(r"(\d{1,3}\.\d{1,3})(?!\d)[.):]?(?:\s+|$)(.*)", re.DOTALL)
_ARROW = "(?:[=\\-–—~]+>|→|⇒|➔|➜|\uf0e0|\uf0e8)"
"""As we write it, and as mail programs make one of it, in their font for signs too."""

_ARROW_AHEAD = re.compile(rf"(?:{_ARROW}|[àè](?=\s|$))\s*(.*)", re.DOTALL)
_ARROW_INSIDE = re.compile(rf"\s*{_ARROW}\s*(.*)$", re.DOTALL)
_ALL_HOLD = frozenset({
    "alles-klopt", "alles-klopt-nog", "alles-klopt-nog-steeds", "alles-is-goed", "klopt-allemaal", "het-klopt-allemaal",
    "alles-is-nog-actueel", "alles-akkoord", "ja-alles-klopt", "ja-alles-klopt-nog",
})  # fmt: skip
_GOODBYE = re.compile(
    r"(?:met (?:\w+ )?groet|mvg\b|m\.v\.g|hartelijke groet|(?:vriendelijke )?groet(?:en|jes)?\b|-- ?$)",
    re.IGNORECASE,
)
_LABELS = tuple(sorted({bare(label) for label in LABELS}, key=len, reverse=True))


def is_mail_of_ours(text: str) -> bool:
    """Tell whether a text holds questions of ours."""
    return _ENTRY.search(text) is not None and any(
        _is_question(match[2]) for match in map(_NUMBERED.match, _bare_lines(text)) if match
    )


def read_mail(text: str, *, name: str) -> Told:
    """Find every question in a mail with its answer; of a question that stands there twice the first answer counts."""
    reading = _Reading(name=name)
    for row, written in enumerate(text.splitlines(), start=1):
        line = written.replace("\N{NO-BREAK SPACE}", " ").replace("\u200b", "")
        quote = _QUOTE.match(line)
        reading.take(line[quote.end() if quote else 0 :].strip(), row=row, is_quoted=quote is not None)
    return reading.told()


def _bare_lines(text: str) -> Iterator[str]:
    for line in text.splitlines():
        yield _QUOTE.sub("", line.replace("\N{NO-BREAK SPACE}", " ")).strip()


def _is_question(rest: str) -> bool:
    said = bare(rest)
    return rest.lower().startswith("klopt alles van ") or any(
        said == label or said.startswith(f"{label}-") for label in _LABELS
    )


@dataclass
class _Line:
    number: str
    row: int
    question: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)
    answered_at: int = 0


@dataclass
class _Part:
    reference: str
    mark: str
    row: int
    lines: dict[str, _Line] = field(default_factory=dict)


@dataclass
class _Reading:
    """What was read so far. `line` is the question one is in; `answering` whether its arrow has been passed."""

    name: str
    parts: dict[str, _Part] = field(default_factory=dict)
    part: _Part | None = None
    line: _Line | None = None
    answering: bool = False
    question_quoted: bool = False
    by_number: list[_Line] = field(default_factory=list)
    made_on: date | None = None
    everything_holds: bool = False
    in_loose: bool = False
    """Whether the last line was an answer by number, so that the next may go on with it."""

    def take(self, text: str, *, row: int, is_quoted: bool) -> None:
        if not text:
            self.in_loose = False
            return
        if not is_quoted and _GOODBYE.match(text):
            self.line, self.in_loose = None, False
            return
        numbered = _NUMBERED.match(text)
        entry = _ENTRY.fullmatch(text)
        if entry is not None:
            self._start_part(entry[1], entry[2], row=row)
        elif _HEADING.match(text) or bare(text) in {bare(END), bare(NOT_KNOWN)}:
            self.line = None
        elif _REFERENCE.fullmatch(text):
            self._reference(text)
        elif numbered is not None and _is_question(numbered[2]) and self.part is not None:
            self._start_line(self.part, numbered[1], numbered[2], row=row, is_quoted=is_quoted)
        elif numbered is not None and self.line is None:
            self._loose(numbered[1], numbered[2], row=row)
        elif self.line is not None:
            self._go_on(self.line, text, row=row, is_quoted=is_quoted)
        elif not self.parts and bare(text) in _ALL_HOLD:
            self.everything_holds = True
        elif self.in_loose and not is_quoted:
            self.by_number[-1].answer.append(text)

    def told(self) -> Told:
        known = {number: (part, line) for part in self.parts.values() for number, line in part.lines.items()}
        loose = []
        for line in self.by_number:
            found = known.get(line.number)
            if found is None:
                loose.append(self._homeless(line))
            elif not found[1].answer:
                found[1].answer, found[1].answered_at = line.answer, line.row
        return Told(
            file=self.name,
            parts=tuple(map(self._part, self.parts.values())),
            made_on=self.made_on,
            everything_holds=self.everything_holds,
            loose=tuple(loose),
        )

    def _start_part(self, name: str, mark: str, *, row: int) -> None:
        self.part = self.parts.setdefault(name, _Part(name, mark, row))
        self.line = None

    def _reference(self, text: str) -> None:
        match = _REFERENCE.fullmatch(text)
        self.line = None
        if match is not None and self.made_on is None:
            try:
                self.made_on = date.fromisoformat(match[2])
            except ValueError:
                return

    def _start_line(self, part: _Part, number: str, rest: str, *, row: int, is_quoted: bool) -> None:
        first = part.lines.get(number)
        self.line = _Line(number, row)
        if first is None or not first.answer:
            part.lines[number] = self.line
        self.answering, self.question_quoted = False, is_quoted
        self._split_at_arrow(self.line, rest, row=row)

    def _go_on(self, line: _Line, text: str, *, row: int, is_quoted: bool) -> None:
        """Take a line that follows a question: more of it, its arrow, or the answer."""
        ahead = _ARROW_AHEAD.fullmatch(text)
        if ahead is not None and not line.answer:
            self.answering = True
            self._answer(line, ahead[1], row=row)
        elif self.answering or (self.question_quoted and not is_quoted):
            self.answering = True
            self._answer(line, text, row=row)
        else:
            self._split_at_arrow(line, text, row=row)

    def _split_at_arrow(self, line: _Line, text: str, *, row: int) -> None:
        inside = _ARROW_INSIDE.search(text)
        line.question.append(text[: inside.start()] if inside else text)
        if inside is not None:
            self.answering = True
            self._answer(line, inside[1], row=row)

    def _answer(self, line: _Line, text: str, *, row: int) -> None:
        if text.strip():
            line.answer.append(text.strip())
            line.answered_at = line.answered_at or row

    def _loose(self, number: str, rest: str, *, row: int) -> None:
        """Take an answer that names the number of its question, such as one above the questions."""
        ahead = _ARROW_AHEAD.fullmatch(rest)
        told = ahead[1] if ahead else rest
        self.by_number.append(_Line(number, row, answer=[told] if told else []))
        self.in_loose = True

    def _part(self, part: _Part) -> ToldPart:
        lines = [self._line(line) for line in part.lines.values() if not line.number.endswith(".0")]
        whole = next((self._line(line) for line in part.lines.values() if line.number.endswith(".0")), None)
        return ToldPart(
            reference=part.reference,
            mark=part.mark,
            place=self._place(part.row),
            lines=tuple(lines),
            all_hold=whole,
        )

    def _line(self, line: _Line) -> ToldLine:
        return ToldLine(
            number=line.number,
            question=" ".join(line.question),
            answer=" ".join(line.answer),
            place=self._place(line.answered_at or line.row),
        )

    def _homeless(self, line: _Line) -> NotUnderstood:
        return NotUnderstood(
            place=self._place(line.row),
            text=brief(f"{line.number} {' '.join(line.answer)}"),
            why=f"vraag {line.number} staat niet in dit bestand",
            remedy="Laat de vragen onder het antwoord staan, of zet het antwoord achter de pijl van de vraag.",
        )

    def _place(self, row: int) -> Place:
        return Place(file=self.name, line=row)
