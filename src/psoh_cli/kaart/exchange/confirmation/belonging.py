"""Whose questions came back: an entry counts only in the sheet of its own organization, under its own name and code."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from psoh_cli.came_in import NotUnderstood
from psoh_cli.dutch import date_in_words, listing
from psoh_cli.kaart.entries import Organization
from psoh_cli.kaart.exchange.confirmation.asked import Entry
from psoh_cli.kaart.exchange.confirmation.form import Part, part_of
from psoh_cli.kaart.exchange.confirmation.same_question import after_label, line_of
from psoh_cli.kaart.exchange.confirmation.told import Told, ToldPart
from psoh_cli.kaart.exchange.confirmation.verdict import is_same
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.problems.meant import did_you_mean

_NOTHING_TAKEN = "Er is niets van overgenomen. Maak een nieuwe vraaglijst, of vraag het na."


@dataclass(frozen=True, kw_only=True)
class Belonging:
    """What may be read, by entry: the same one may have come back more than once. The rest is told."""

    parts: Mapping[str, tuple[ToldPart, ...]]
    refused: tuple[NotUnderstood, ...]
    remarks: tuple[str, ...]


def belonging(
    told: Told, *, entries: Mapping[str, Entry], names: Mapping[str, str], known: KnownIds, answered_on: date
) -> Belonging:
    """Sort out which parts stand in the sheet of their own organization, with the name and code that are theirs."""
    sorting = _Sorting(entries=entries, names=names, known=known, answered_on=answered_on)
    sorting.sheets = {part.organization for part in told.parts if part.organization}
    sorting.owners = {owner(entries[part.reference]) for part in told.parts if part.reference in entries}
    for part in told.parts:
        sorting.sort(part)
    return Belonging(
        parts={key: tuple(found) for key, found in sorting.parts.items()},
        refused=tuple(sorting.refused),
        remarks=(*sorting.about_sheets(), *sorting.remarks),
    )


def owner(entry: Entry) -> str:
    """Give the id of the organization that answers for an entry."""
    return entry.id if isinstance(entry, Organization) else entry.organization


@dataclass
class _Sorting:
    entries: Mapping[str, Entry]
    names: Mapping[str, str]
    known: KnownIds
    answered_on: date
    sheets: set[str] = field(default_factory=set)
    """Organizations named by a reference in the file."""
    owners: set[str] = field(default_factory=set)
    """Organizations of which there are entries in it."""
    parts: dict[str, list[ToldPart]] = field(default_factory=dict)
    refused: list[NotUnderstood] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)

    def sort(self, part: ToldPart) -> None:
        entry = self.entries.get(part.reference)
        if entry is None:
            self._refuse(part, *self._unknown(part))
            return
        why = self._not_of_this_sheet(part, entry) or self._not_its_name(part, entry)
        now = part_of(entry, number=0, known=self.known)
        if not why and part.mark != now.mark:
            if _shows_the_same(part, now):
                why = f"de code bij '{now.name}' is niet de code die psoh gaf"
            else:
                self._remark(
                    f"Sinds deze vraaglijst is gemaakt, is op de kaart iets veranderd bij '{now.name}'. Wat er nu "
                    "anders staat, telt niet als bevestigd."
                )
        if why:
            self._refuse(part, why, _NOTHING_TAKEN)
            return
        self.parts.setdefault(part.reference, []).append(self._with_sound_day(part))

    def about_sheets(self) -> list[str]:
        """Say what is not usual about the references in the file."""
        if len(self.sheets) > 1:
            named = listing(sorted(f"'{self.names.get(item, item)}'" for item in self.sheets))
            return [f"In dit bestand staan vraaglijsten van {named}."]
        if not self.sheets and len(self.owners) == 1:
            (only,) = self.owners
            return [
                f"Het kenmerk onder de vragen ontbreekt. psoh leest ze als die van '{self.names.get(only, only)}'."
            ]
        return []

    def _not_of_this_sheet(self, part: ToldPart, entry: Entry) -> str:
        """Say why an entry does not belong where it stands; empty when it does."""
        name, whose = entry.name, owner(entry)
        if part.organization:
            if part.organization == whose:
                return ""
            if part.organization not in {owner(item) for item in self.entries.values()}:
                return f"het kenmerk noemt '{part.organization}', en die organisatie staat niet op deze kaart"
            sheet = self.names.get(part.organization, part.organization)
            return f"'{name}' is van een andere organisatie dan het kenmerk: dat is van '{sheet}'"
        if len(self.sheets or self.owners) > 1:
            return f"het kenmerk bij '{name}' ontbreekt, en in dit bestand staan vragen van meer organisaties"
        if whose not in (self.sheets or self.owners):
            return f"'{name}' is van een andere organisatie dan de rest van dit bestand"
        return ""

    def _not_its_name(self, part: ToldPart, entry: Entry) -> str:
        stray = next((name for name in part.names if not is_same(name, entry.name)), None)
        if stray is None:
            return ""
        return f"boven deze vragen staat '{brief(stray)}', en de code is van '{entry.name}'"

    def _unknown(self, part: ToldPart) -> tuple[str, str]:
        if not part.reference:
            return (
                "boven deze vragen ontbreekt de regel tussen vierkante haken, of hij is veranderd",
                _NOTHING_TAKEN,
            )
        name = part.reference.partition(":")[2]
        return (
            f"'{name}' staat niet (meer) op deze kaart",
            did_you_mean(name, self.names) or "Kijk of u de goede kaart noemt met --map.",
        )

    def _with_sound_day(self, part: ToldPart) -> ToldPart:
        """Leave out a day that the sheet cannot have been made on."""
        if part.made_on is None or part.made_on <= self.answered_on:
            return part
        self._remark(
            f"Het kenmerk noemt {date_in_words(part.made_on)}, en dat is na de dag van het antwoord. psoh let niet op "
            "die dag."
        )
        return replace(part, made_on=None)

    def _refuse(self, part: ToldPart, why: str, remedy: str) -> None:
        if not any(line.answer for line in (*part.lines, *part.all_hold)):
            why = f"{why}; er staat geen antwoord bij"
        text = part.names[0] if part.names else part.reference
        self.refused.append(NotUnderstood(place=part.place, text=brief(text), why=why, remedy=remedy))

    def _remark(self, text: str) -> None:
        if text not in self.remarks:
            self.remarks.append(text)


def _shows_the_same(part: ToldPart, now: Part) -> bool:
    """Tell whether what came back shows all that would be asked now, so that only the code can be wrong."""
    found = {}
    for told in part.lines:
        line = line_of(told, now)
        if line is None:
            return False
        shown = told.shown if told.shown is not None else after_label(told.question, line)
        found[line.ask.key] = line.is_open or is_same(shown, line.shown)
    return all(found.values()) and all(line.ask.key in found for line in now.known)
