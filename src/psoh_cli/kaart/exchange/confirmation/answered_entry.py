"""One entry of a confirmation sheet that came back: its answers weighed, and what they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import PartialDate, listing
from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.exchange.confirmation.asked import Entry, nested
from psoh_cli.kaart.exchange.confirmation.form import Line, Part, part_of
from psoh_cli.kaart.exchange.confirmation.one_answer import one_answer
from psoh_cli.kaart.exchange.confirmation.same_question import line_of
from psoh_cli.kaart.exchange.confirmation.told import ToldLine, ToldPart
from psoh_cli.kaart.exchange.confirmation.verdict import (
    HOLDS,
    NOTHING,
    STOPPED,
    Says,
    Verdict,
    has_stopped,
    holds,
    is_same,
)
from psoh_cli.kaart.exchange.confirmation.weighing import ASK_ANEW, WAITING, values_of, weigh
from psoh_cli.kaart.exchange.incoming import Incoming
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.privacy.covering import HIDDEN

_MOST_NAMED = 4


@dataclass(frozen=True, kw_only=True)
class Answered:
    """When, and by which role, answers were given. `is_told` says that somebody named that day.

    `has_read` says that somebody read what is no answer, and that it changes nothing.
    """

    day: date
    role: str | None
    is_told: bool = False
    has_read: bool = False


@dataclass
class Found:
    entries: list[Incoming] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    unanswered: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class Judging:
    parts: tuple[ToldPart, ...]
    """What came back about the entry, once for each time that it stands in the file."""
    entry: Entry
    known: KnownIds
    answered: Answered
    found: Found
    is_held_up: bool
    """Whether there is text that may be about this entry, and that nobody read."""
    everything_holds: bool
    told_by: str
    """The role that an entry is confirmed by: the one given, or else the organization that answered."""
    refused: list[NotUnderstood] = field(default_factory=list)

    def work_out(self) -> None:
        now = part_of(self.entry, number=0, known=self.known)
        verdicts = {line.ask.key: NOTHING for line in now.lines}
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        all_hold = self._all_hold(values, places)
        for line, told, part in self._questions(now):
            verdict = weigh(told, line, is_now=part.mark == now.mark, all_hold=all_hold)
            if verdict.says is Says.UNCLEAR:
                self._refuse(told, verdict.why, verdict.remedy, is_personal=verdict.is_personal)
            elif verdict.says in {Says.CHANGED, Says.GONE}:
                if verdict.note:
                    self.found.remarks.append(f"'{now.name}', {line.ask.label.rstrip('?')}: {verdict.note}")
                fresh = values_of(verdict, line, entry=self.entry, day=self._day())
                verdict = HOLDS if fresh is None else verdict
                values |= fresh or {}
                places |= dict.fromkeys(_keys(fresh or {}), told.place)
            verdicts[line.ask.key] = verdict
        self._hand_over(now, verdicts, values=values, places=places)

    def _questions(self, now: Part) -> Iterator[tuple[Line, ToldLine, ToldPart]]:
        """Yield each question that fits the entry with its one answer; what does not fit is told."""
        copies: dict[str, list[tuple[ToldLine, ToldPart]]] = {}
        lines: dict[str, Line] = {}
        for part in self.parts:
            for told in part.lines:
                line = line_of(told, now)
                why = _stray(told, line, part=part)
                if line is None or why:
                    if told.answer:
                        self._refuse(told, why, ASK_ANEW)
                    continue
                lines[line.ask.key] = line
                copies.setdefault(line.ask.key, []).append((told, part))
        for key, found in copies.items():
            told = one_answer([told for told, _ in found])
            yield lines[key], told, next(part for copy, part in found if copy.place == told.place)

    def _all_hold(self, values: dict[str, Any], places: dict[str, Place]) -> bool:
        """Tell whether somebody said that everything holds; that a service stopped goes into `values`."""
        copies = [line for part in self.parts for line in part.all_hold]
        told = one_answer(copies) if copies else None
        if told is None or not (told.answer or told.why):
            return self.everything_holds
        if holds(told.answer) and not told.why:
            return True
        if has_stopped(told.answer) and not told.why:
            self._stopped(told, values, places)
            return False
        why = told.why or "hier kan alleen staan dat alles klopt, of dat de dienst gestopt is"
        self._refuse(told, why, _where_else(told))
        return False

    def _stopped(self, told: ToldLine, values: dict[str, Any], places: dict[str, Place]) -> None:
        """Take what was said of the whole entry: a service has stopped; an organization nobody takes off by itself."""
        if isinstance(self.entry, Organization):
            self._refuse(
                told,
                "psoh haalt een organisatie niet van de kaart",
                "Zet bij elke dienst die stopte: gestopt. Is de organisatie zelf weg, haal haar dan met een "
                "teksteditor van de kaart.",
            )
            return
        self.found.remarks.append(
            f"Bij '{self.entry.name}' staat '{brief(masked(told.answer))}'. psoh leest dat als: de dienst is gestopt."
        )
        if self.entry.status.value != STOPPED:
            values["status"] = STOPPED
            places["status"] = told.place

    def _hand_over(
        self, now: Part, verdicts: Mapping[str, Verdict], *, values: dict[str, Any], places: dict[str, Place]
    ) -> None:
        open_lines = [
            line for line in now.known if verdicts[line.ask.key].says in {Says.NOTHING, Says.UNCLEAR}
        ]
        said = [verdict for verdict in verdicts.values() if verdict.says is not Says.NOTHING]
        if not said and "status" not in values:
            self.found.unanswered.append(now.name)
            done = "ingevuld" if self._is_blank() else "overgenomen"
            self.found.remarks.append(f"Over '{now.name}' is niets {done}.")
            return
        is_held_up = self.is_held_up or (bool(self.refused) and not self.answered.has_read)
        if verdicts.get(WAITING) == HOLDS and not self.is_held_up and self._moves(self._measured()):
            values["wachttijd.gemeten_op"] = self._day()
        if values.get("status") == STOPPED:
            pass  # of what has stopped nobody asks the rest
        elif open_lines:
            self.found.unanswered.append(now.name)
            self._tell_open(now, open_lines)
        elif is_held_up:
            self.found.unanswered.append(now.name)
            self.found.remarks.append(
                f"'{now.name}' geldt nog niet als bevestigd: er staat ook iets dat psoh niet begreep (zie hieronder)."
            )
        elif self._moves(self.entry.assured_date):
            values["gecontroleerd_op"] = self._day()
            values["gecontroleerd_door"] = self.told_by
            if self.answered.role is None:
                self.found.remarks.append(
                    f"Wie het bevestigde komt op de kaart als '{self.told_by}'. Anders? Geef --door ROL."
                )
        self.found.entries.append(
            Incoming(
                kind=now.kind,
                id=self.entry.id,
                name=self.entry.name,
                values=nested(values),
                place=self.parts[0].place,
                places=places,
            )
        )

    def _is_blank(self) -> bool:
        return not any(line.answer for part in self.parts for line in (*part.lines, *part.all_hold))

    def _tell_open(self, now: Part, lines: list[Line]) -> None:
        named = [line.ask.label.rstrip("?") for line in lines[:_MOST_NAMED]]
        more = len(lines) - len(named)
        told = listing([*named, f"{more} andere"] if more else named)
        count = "1 vraag is" if len(lines) == 1 else f"{len(lines)} vragen zijn"
        self.found.remarks.append(
            f"'{now.name}' geldt nog niet als bevestigd: {count} niet (duidelijk) beantwoord ({told})."
        )

    def _moves(self, day: PartialDate | None) -> bool:
        """Tell whether a date moves: never back, and not where it lies after the sheet was made.

        So reading the same answer twice changes nothing.
        """
        if day is None:
            return True
        made_on = next((part.made_on for part in self.parts if part.made_on is not None), None)
        if self.answered.is_told or made_on is None:
            return day.first_day() < self.answered.day
        return day.first_day() < made_on

    def _measured(self) -> PartialDate | None:
        waiting = getattr(self.entry, "waiting", None)
        return waiting.measured_on if waiting is not None else None

    def _day(self) -> PartialDate:
        return PartialDate(self.answered.day.year, self.answered.day.month, self.answered.day.day)

    def _refuse(self, told: ToldLine, why: str, remedy: str, *, is_personal: bool = False) -> None:
        text = HIDDEN if is_personal else brief(masked(told.answer or told.question))
        number = f"vraag {told.number}: " if told.number else ""
        item = NotUnderstood(place=told.place, text=text, why=f"{number}{why}", remedy=remedy)
        self.refused.append(item)
        self.found.not_understood.append(item)


def _stray(told: ToldLine, line: Line | None, *, part: ToldPart) -> str:
    """Say why a question does not belong to the entry it stands with; empty when it does."""
    if line is None or (told.key and not is_same(told.question, line.ask.label)):
        return "deze vraag hoort nu niet bij deze vermelding"
    if part.number and told.number and told.number.partition(".")[0] != part.number:
        return "dit nummer hoort bij een andere vermelding"
    return ""


def _where_else(told: ToldLine) -> str:
    where = "in de rij" if told.place.row else "achter de pijl"
    return f"Zet wat er anders is {where} van die vraag."


def _keys(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *(place.split(".")[0] for place in values))))
