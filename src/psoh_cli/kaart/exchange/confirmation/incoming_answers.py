"""From a confirmation sheet that came back to what it says of the kaart, and nothing that was not said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from psoh_cli.dutch import PartialDate, listing
from psoh_cli.kaart.exchange.confirmation.asked import Entry, nested
from psoh_cli.kaart.exchange.confirmation.form import Line, Part, part_of, reference_of
from psoh_cli.kaart.exchange.confirmation.same_question import after_label, line_of
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldLine, ToldPart
from psoh_cli.kaart.exchange.confirmation.verdict import HOLDS, NOTHING, Says, Verdict, holds, is_same, judge
from psoh_cli.kaart.exchange.incoming import Batch, Incoming, NotUnderstood, Place
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.written import as_fields
from psoh_cli.problems.meant import did_you_mean

_MOST_NAMED = 4
_WAITING = "wachttijd"
_ASK_ANEW = "Maak een nieuwe vraaglijst, of vraag het na."


@dataclass(frozen=True, kw_only=True)
class Answered:
    """When, and by which role, answers were given. `is_told` says that somebody named that day."""

    day: date
    role: str | None
    is_told: bool = False


def to_batch(told: Told, *, own: KaartFile, known: KnownIds, answered: Answered) -> Batch:
    """Turn what came back into entries for the preview.

    An entry of which everything that stands there was answered is confirmed on the day of the answer. Of one that
    was answered in part, what changed is taken over and the date stays.
    """
    entries: dict[str, Entry] = {reference_of("organisatie", item.id): item for item in own.organizations}
    entries |= {reference_of("dienst", item.id): item for item in own.services}
    found = _Found(not_understood=list(told.loose), remarks=list(told.remarks))
    for part in told.parts:
        entry = entries.get(part.reference)
        if entry is None:
            found.not_understood.append(_gone(part, own=own))
            continue
        _Judging(told=told, part=part, entry=entry, known=known, answered=answered, found=found).work_out()
    if told.everything_holds and told.parts:
        found.remarks.insert(
            0, "Boven de vragen staat dat alles klopt; dat geldt voor wat geen eigen antwoord heeft."
        )
    return Batch(
        entries=tuple(found.entries), not_understood=tuple(found.not_understood), remarks=tuple(found.remarks)
    )


def _gone(part: ToldPart, *, own: KaartFile) -> NotUnderstood:
    name = part.reference.partition(":")[2]
    return NotUnderstood(
        place=part.place,
        text=name,
        why=f"'{name}' staat niet (meer) op deze kaart",
        remedy=did_you_mean(name, own.names) or "Kijk of u de goede kaart noemt met --map.",
    )


@dataclass
class _Found:
    entries: list[Incoming] = field(default_factory=list)
    not_understood: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True)
class _Judging:
    told: Told
    part: ToldPart
    entry: Entry
    known: KnownIds
    answered: Answered
    found: _Found

    def work_out(self) -> None:
        now = part_of(self.entry, number=0, known=self.known)
        all_hold = self._all_hold()
        verdicts = {line.ask.key: NOTHING for line in now.lines}
        values: dict[str, Any] = {}
        places: dict[str, Place] = {}
        for told in self.part.lines:
            line = line_of(told, now)
            if line is None:
                if told.answer:
                    self._refuse(told, "deze vraag hoort nu niet bij deze vermelding", _ASK_ANEW)
                continue
            verdict = self._verdict(told, line, now=now, all_hold=all_hold)
            if verdict.says is Says.UNCLEAR:
                self._refuse(told, verdict.why, verdict.remedy, is_personal=verdict.is_personal)
            elif verdict.says in {Says.CHANGED, Says.GONE}:
                fresh = self._values(line, verdict)
                verdict = HOLDS if fresh is None else verdict
                values |= fresh or {}
                places |= dict.fromkeys(_keys(fresh or {}), told.place)
            verdicts[line.ask.key] = verdict
        self._hand_over(now, verdicts, values=values, places=places)

    def _all_hold(self) -> bool:
        told = self.part.all_hold
        if told is None or not told.answer:
            return self.told.everything_holds
        if holds(told.answer):
            return True
        self._refuse(
            told,
            "hier kan alleen staan dat alles klopt",
            "Zet wat er anders is achter de pijl van die vraag.",
        )
        return False

    def _verdict(self, told: ToldLine, line: Line, *, now: Part, all_hold: bool) -> Verdict:
        if told.why:
            return Verdict(says=Says.UNCLEAR, why=told.why, remedy="Kies klopt, of schrijf wat het nu is.")
        shown = line.shown if not line.is_hidden else ""
        asked = told.shown if told.shown is not None else after_label(told.question, line)
        moved = bool(shown) and not is_same(asked, shown)
        is_edited = moved and self.part.mark == now.mark
        if not told.answer:
            if is_edited:
                return judge(line.ask, asked, shown=shown)
            return self._unless_moved(line, moved=moved) if all_hold and shown else NOTHING
        if shown and is_same(told.answer, shown):
            return HOLDS
        verdict = judge(line.ask, told.answer, shown=shown)
        if verdict.says is Says.HOLDS and is_edited:
            return Verdict(
                says=Says.UNCLEAR,
                why="de tekst van de vraag is veranderd, en erachter staat dat het klopt",
                remedy="Schrijf achter de pijl wat het nu is.",
            )
        return self._unless_moved(line, moved=moved) if verdict.says is Says.HOLDS else verdict

    def _unless_moved(self, line: Line, *, moved: bool) -> Verdict:
        """Confirm what was asked, unless the kaart says something else by now."""
        if not moved:
            return HOLDS
        return Verdict(
            says=Says.UNCLEAR,
            why=f"dit klopte, maar op de kaart staat intussen iets anders: {brief(line.shown)}",
            remedy=_ASK_ANEW,
        )

    def _values(self, line: Line, verdict: Verdict) -> dict[str, Any] | None:
        """Give what changes in the kaart file; None where it says that already."""
        if verdict.says is Says.GONE:
            return dict.fromkeys(line.ask.takes_away) if line.shown else None
        fields = as_fields(self.entry)
        values = dict(verdict.values)
        if line.ask.key == "leeftijd":
            values = {"leeftijd.van": None, "leeftijd.tot": None} | values
        if all(_stands(fields, place) == value for place, value in values.items()):
            return None
        if line.ask.key == _WAITING:
            values["wachttijd.gemeten_op"] = self._day()
        if values.get("kosten_client", "eigen-bijdrage") != "eigen-bijdrage" and "kosten_bedrag" in fields:
            values["kosten_bedrag"] = None
        if values.get("tolkinzet") == "geen" and "tolktalen" in fields:
            values["tolktalen"] = None
        return values

    def _hand_over(
        self, now: Part, verdicts: Mapping[str, Verdict], *, values: dict[str, Any], places: dict[str, Place]
    ) -> None:
        open_lines = [
            line for line in now.known if verdicts[line.ask.key].says in {Says.NOTHING, Says.UNCLEAR}
        ]
        said = [verdict for verdict in verdicts.values() if verdict.says is not Says.NOTHING]
        if not said:
            self.found.remarks.append(f"Over '{now.name}' is niets ingevuld.")
            return
        if verdicts.get(_WAITING) == HOLDS and self._moves(self._measured()):
            values["wachttijd.gemeten_op"] = self._day()
        if open_lines:
            self._tell_open(now, open_lines)
        elif self._moves(self.entry.assured_date):
            values["gecontroleerd_op"] = self._day()
            if self.answered.role:
                values["gecontroleerd_door"] = self.answered.role
        self.found.entries.append(
            Incoming(
                kind=now.kind,
                id=self.entry.id,
                name=self.entry.name,
                values=nested(values),
                place=self.part.place,
                places=places,
            )
        )

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
        if self.answered.is_told or self.told.made_on is None:
            return day.first_day() < self.answered.day
        return day.first_day() < self.told.made_on

    def _measured(self) -> PartialDate | None:
        waiting = getattr(self.entry, "waiting", None)
        return waiting.measured_on if waiting is not None else None

    def _day(self) -> PartialDate:
        return PartialDate(self.answered.day.year, self.answered.day.month, self.answered.day.day)

    def _refuse(self, told: ToldLine, why: str, remedy: str, *, is_personal: bool = False) -> None:
        text = "(niet getoond)" if is_personal else brief(told.answer or told.question)
        number = f"vraag {told.number}: " if told.number else ""
        self.found.not_understood.append(
            NotUnderstood(place=told.place, text=text, why=f"{number}{why}", remedy=remedy)
        )


def _stands(fields: Mapping[str, Any], place: str) -> Any:
    found: Any = fields
    for key in place.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def _keys(values: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*values, *(place.split(".")[0] for place in values))))
