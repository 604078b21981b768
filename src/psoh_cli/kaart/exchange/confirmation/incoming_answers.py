"""From a confirmation sheet that came back to what it says of the kaart, and nothing that was not said."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from psoh_cli.dutch import PartialDate, listing
from psoh_cli.kaart.exchange.confirmation.asked import Entry, nested
from psoh_cli.kaart.exchange.confirmation.belonging import belonging, owner
from psoh_cli.kaart.exchange.confirmation.by_hand import held_up, passed_over, to_read
from psoh_cli.kaart.exchange.confirmation.form import Line, Part, part_of, reference_of
from psoh_cli.kaart.exchange.confirmation.one_answer import one_answer
from psoh_cli.kaart.exchange.confirmation.same_question import line_of
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldLine, ToldPart
from psoh_cli.kaart.exchange.confirmation.verdict import HOLDS, NOTHING, Says, Verdict, holds, is_same
from psoh_cli.kaart.exchange.confirmation.weighing import ASK_ANEW, WAITING, values_of, weigh
from psoh_cli.kaart.exchange.incoming import Batch, Incoming, NotUnderstood, Place
from psoh_cli.kaart.exchange.masking import masked
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.kaart import KaartFile
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


def to_batch(told: Told, *, own: KaartFile, known: KnownIds, answered: Answered) -> Batch:
    """Turn what came back into entries for the preview.

    An entry of which everything that stands there was answered is confirmed on the day of the answer. Of one that
    was answered in part, what changed is taken over and the date stays.
    """
    entries: dict[str, Entry] = {reference_of("organisatie", item.id): item for item in own.organizations}
    entries |= {reference_of("dienst", item.id): item for item in own.services}
    sorted_out = belonging(told, entries=entries, names=own.names, known=known, answered_on=answered.day)
    found = _Found(not_understood=[*to_read(told), *told.loose, *sorted_out.refused])
    found.remarks += [*told.remarks, *filter(None, [passed_over(told)]), *sorted_out.remarks]
    held = frozenset[str]() if answered.has_read else held_up(told, entries)
    everything = told.everything_holds and _is_of_one(sorted_out.parts, entries=entries, found=found)
    for reference, parts in sorted_out.parts.items():
        _Judging(
            parts=parts,
            entry=entries[reference],
            known=known,
            answered=answered,
            found=found,
            is_held_up=reference in held,
            everything_holds=everything,
        ).work_out()
    return Batch(
        entries=tuple(found.entries), not_understood=tuple(found.not_understood), remarks=tuple(found.remarks)
    )


def _is_of_one(
    parts: Mapping[str, tuple[ToldPart, ...]], *, entries: Mapping[str, Entry], found: _Found
) -> bool:
    """Tell whether words about everything are about one organization, and say how they are taken."""
    if len({owner(entries[reference]) for reference in parts}) > 1:
        found.remarks.append("Er staat dat alles klopt, maar niet voor welke organisatie; dat telt niet.")
        return False
    if parts:
        found.remarks.append(
            "Boven de vragen staat dat alles klopt; dat geldt voor wat geen eigen antwoord heeft."
        )
    return True


@dataclass
class _Found:
    entries: list[Incoming] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Judging:
    parts: tuple[ToldPart, ...]
    """What came back about the entry, once for each time that it stands in the file."""
    entry: Entry
    known: KnownIds
    answered: Answered
    found: _Found
    is_held_up: bool
    """Whether there is text that may be about this entry, and that nobody read."""
    everything_holds: bool
    refused: list[NotUnderstood] = field(default_factory=list)

    def work_out(self) -> None:
        now = part_of(self.entry, number=0, known=self.known)
        all_hold = self._all_hold()
        verdicts = {line.ask.key: NOTHING for line in now.lines}
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        for line, told, part in self._questions(now):
            verdict = weigh(told, line, is_now=part.mark == now.mark, all_hold=all_hold)
            if verdict.says is Says.UNCLEAR:
                self._refuse(told, verdict.why, verdict.remedy, is_personal=verdict.is_personal)
            elif verdict.says in {Says.CHANGED, Says.GONE}:
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

    def _all_hold(self) -> bool:
        copies = [line for part in self.parts for line in part.all_hold]
        told = one_answer(copies) if copies else None
        if told is None or not (told.answer or told.why):
            return self.everything_holds
        if holds(told.answer) and not told.why:
            return True
        why = told.why or "hier kan alleen staan dat alles klopt"
        self._refuse(told, why, "Zet wat er anders is achter de pijl van die vraag.")
        return False

    def _hand_over(
        self, now: Part, verdicts: Mapping[str, Verdict], *, values: dict[str, Any], places: dict[str, Place]
    ) -> None:
        open_lines = [
            line for line in now.known if verdicts[line.ask.key].says in {Says.NOTHING, Says.UNCLEAR}
        ]
        said = [verdict for verdict in verdicts.values() if verdict.says is not Says.NOTHING]
        if not said:
            done = "ingevuld" if self._is_blank() else "overgenomen"
            self.found.remarks.append(f"Over '{now.name}' is niets {done}.")
            return
        is_held_up = self.is_held_up or (bool(self.refused) and not self.answered.has_read)
        if verdicts.get(WAITING) == HOLDS and not self.is_held_up and self._moves(self._measured()):
            values["wachttijd.gemeten_op"] = self._day()
        if open_lines:
            self._tell_open(now, open_lines)
        elif is_held_up:
            self.found.remarks.append(
                f"'{now.name}' geldt nog niet als bevestigd: er staat ook iets dat psoh niet begreep (zie hieronder)."
            )
        elif self._moves(self.entry.assured_date):
            values["gecontroleerd_op"] = self._day()
            role = (
                self.answered.role or self.entry.assurer
            )  # without a new one, the role that stands there stays
            if role:
                values["gecontroleerd_door"] = role
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


def _keys(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *(place.split(".")[0] for place in values))))
