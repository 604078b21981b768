"""Scenarios: the same measures under three rules (zuinig, basis, ambitie), to lay side by side.

What each rule takes in is our own choice (*afgeleid*) and stands in its description. What was decided is in all.
"""

from __future__ import annotations

from typing import TypedDict

from psoh_cli.analysis.finding import Analysis, FindingKind
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.plan.budget import budget, rooms_of, some_of, years_of
from psoh_cli.plan.fitting import Fitted, World, fit
from psoh_cli.plan.limits import Limits, Taken
from psoh_cli.plan.measure import Measure, measures_of
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.plan.propose import candidates_of
from psoh_cli.plan.quarters import quarter_at
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.plan.schedule import Slot
from psoh_cli.plan.why_now import why_not
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import MoneyKind, Verdict

FRUGAL, BASE, AMBITION = "zuinig", "basis", "ambitie"

LIGHT = 2
"""The heaviest effort that zuinig takes on (afgeleid)."""

_FRUGAL_WORDS = (
    "Wat al is besloten, ook als geen geldbron het betaalt, en navragen wat onbekend is. Verder alleen wat iets sluit "
    f"dat ontbreekt, met wat daarvoor eerst nodig is: met inspanning 1 of {LIGHT}, en zonder bekende kosten die geen "
    "geldbron betaalt (afgeleid)."
)
_AMBITION_WORDS = (
    "Alles wat openstaat, zonder grens aan geld en handen. De volgorde, de raad, de vakanties en de looptijd van "
    "het plan blijven gelden (afgeleid)."
)
_NOT_FRUGAL = {
    "effort": "Zuinig doet dit niet: de inspanning is groot.",
    "missing": "Zuinig doet dit niet: het sluit niets dat ontbreekt.",
    "money": "Zuinig doet dit niet: geen geldbron betaalt de kosten.",
}


def scenarios(
    analysis: Analysis, *, gemeente: Gemeente, kaart: Kaart, catalogue: Catalogue, plan: Plan
) -> tuple[Scenario, ...]:
    """Lay zuinig, basis and ambitie side by side; basis is the plan as proposed. None when nothing is to be done.

    Zuinig chooses from what fits in basis, and whatever fits in basis fits in ambitie: so each does at least
    what the one before it does.
    """
    measures = measures_of(
        candidates_of(analysis, kaart=kaart, catalogue=catalogue, entries=plan.entries),
        entries=plan.entries,
        catalogue=catalogue,
    )
    if not measures:
        return ()
    table = _Table(analysis, gemeente=gemeente, catalogue=catalogue, plan=plan, measures=measures)
    stated = Limits.stated_by(gemeente)
    basis = fit(measures, limits=stated, world=table.world)
    refused = _refused(basis, measures=measures, table=table)
    frugal = fit(
        tuple(measure for measure in measures if measure.id not in refused), limits=stated, world=table.world
    )
    ambition = fit(measures, limits=Limits.none(gemeente), world=table.world)
    return (
        table.scenario(FRUGAL, words=_FRUGAL_WORDS, fitted=frugal, refused=refused),
        table.scenario(BASE, words=_base_words(gemeente), fitted=basis),
        table.scenario(AMBITION, words=_AMBITION_WORDS, fitted=ambition),
    )


def _base_words(gemeente: Gemeente) -> str:
    means = gemeente.means
    hands = means is not None and (
        means.capacity.at_once is not None or means.capacity.leads or means.capacity.quarters
    )
    money = means is not None and means.budget
    if means is not None and hands and money:
        return f"Wat past in het geld en de handen die de gemeente opgeeft (bron: {means.source})."
    if means is not None and money:
        return (
            f"Wat past in het geld dat de gemeente opgeeft (bron: {means.source}) en in de handen die wij aannemen: "
            "één trekker leidt hooguit 3 maatregelen tegelijk (afgeleid)."
        )
    if means is not None and hands:
        return (
            f"Wat past in de handen die de gemeente opgeeft (bron: {means.source}). Geld is niet opgegeven en "
            "begrenst hier niets."
        )
    return (
        "Wat past in de handen die wij aannemen: één trekker leidt hooguit 3 maatregelen tegelijk (afgeleid). Geld en "
        "handen heeft de gemeente niet opgegeven."
    )


def _refused(basis: Fitted, *, measures: tuple[Measure, ...], table: _Table) -> dict[str, str]:
    """Give what zuinig leaves alone, with why: it takes what closes something missing, and what that waits for."""
    slots = {placed.measure.id: placed.slot for placed in basis.placed}
    refused = {left.measure.id: why_not(left, world=table.world) for left in basis.left_out}
    for measure in measures:
        if measure.id in refused or table.is_settled(measure):
            continue
        in_vain = next((name for name in measure.waits_for if name in refused), None)
        why = table.too_much(measure, slot=slots[measure.id])
        if why is None and in_vain is not None:
            why = f"Dit wacht op ‘{table.title(in_vain)}’, en dat doet zuinig niet."
        if why is not None:
            refused[measure.id] = why
    needed: set[str] = set()
    for measure in reversed(measures):
        if measure.id not in refused and (measure.id in needed or table.is_wanted(measure)):
            needed.update(measure.waits_for)
        elif measure.id not in refused:
            refused[measure.id] = _NOT_FRUGAL["missing"]
    return refused


class _Cost(TypedDict):
    """The part of a Scenario that is about money."""

    incidental: int
    structural: int
    unknown_kind: int
    from_stated: int
    not_covered: int
    unknown_cost: tuple[str, ...]
    notes: tuple[str, ...]


class _Table:
    """What the three scenarios share: the measures, the gaps they close, and how their cost is counted."""

    def __init__(
        self,
        analysis: Analysis,
        *,
        gemeente: Gemeente,
        catalogue: Catalogue,
        plan: Plan,
        measures: tuple[Measure, ...],
    ) -> None:
        self.world = World.of(gemeente, as_of=analysis.as_of, catalogue=catalogue)
        self._gemeente, self._catalogue, self._plan, self._measures = gemeente, catalogue, plan, measures
        self._finding = analysis.finding
        self._gaps = _gaps(analysis, catalogue=catalogue)
        self._counts = Taken(Limits.none(gemeente), catalogue=catalogue)

    def title(self, name: str) -> str:
        """Name a measure."""
        return next(measure.title for measure in self._measures if measure.id == name)

    def is_settled(self, measure: Measure) -> bool:
        """Tell whether a measure is in every scenario: people decided on it, or it asks around."""
        return measure.is_decided or measure.fixed is not None or measure.explores

    def is_wanted(self, measure: Measure) -> bool:
        """Tell whether a measure is settled or closes something that is missing."""
        found = (self._finding.get(name) for name in measure.gaps)
        return self.is_settled(measure) or any(
            finding is not None and finding.verdict is Verdict.MISSING for finding in found
        )

    def too_much(self, measure: Measure, *, slot: Slot) -> str | None:
        """Say why zuinig cannot take on a measure; None when it can."""
        if (measure.effort or 0) > LIGHT:
            return _NOT_FRUGAL["effort"]
        return _NOT_FRUGAL["money"] if self._counts.unpaid(measure, slot=slot) else None

    def scenario(
        self, name: str, *, words: str, fitted: Fitted, refused: dict[str, str] | None = None
    ) -> Scenario:
        """Count what a scenario costs, closes and leaves."""
        slots = {placed.measure.id: placed.slot for placed in fitted.placed}
        undated = tuple(
            entry.id
            for entry in self._plan.current
            if entry.decision and entry.decision.is_taken_over and entry.id not in slots
        )
        chosen = (*sorted(slots, key=lambda item: (slots[item].start, slots[item].end, item)), *undated)
        closed = tuple(gap for gap in self._gaps if self._closes(gap, chosen=set(chosen)))
        why = (refused or {}) | {left.measure.id: why_not(left, world=self.world) for left in fitted.left_out}
        return Scenario(
            name=name,
            description=words,
            chosen=chosen,
            first=quarter_at(min(slot.start for slot in slots.values())) if slots else None,
            last=quarter_at(max(slot.end for slot in slots.values())) if slots else None,
            closed=closed,
            left=tuple(gap for gap in self._gaps if gap not in closed),
            uncovered=tuple(
                Uncovered(id=measure.id, title=measure.title, reason=why[measure.id], gaps=measure.gaps)
                for measure in self._measures
                if measure.id in why
            ),
            **self._cost(chosen, slots=slots, overdrawn=fitted.overdrawn if name != AMBITION else ()),
        )

    def _closes(self, gap: str, *, chosen: set[str]) -> bool:
        """Tell whether a finding would close: everything that is proposed for it is done."""
        needed = [measure.id for measure in self._measures if gap in measure.gaps]
        return bool(needed) and chosen.issuperset(needed)

    def _cost(self, chosen: tuple[str, ...], *, slots: dict[str, Slot], overdrawn: tuple[str, ...]) -> _Cost:
        entries = tuple(self._entry(name, slot=slots.get(name)) for name in chosen)
        money = budget(
            Plan(entries=entries),
            sources=self._catalogue.funding_sources,
            years=years_of(self._gemeente),
            rooms=rooms_of(self._gemeente),
        )
        unknown = tuple(line.id for line in money.unknown)
        notes = [*overdrawn]
        if unknown:
            notes.append(
                f"Van {some_of(len(unknown), whole=len(chosen))} zijn de kosten onbekend: die zijn "
                "alleen op handen ingepast en tellen in geen bedrag mee."
            )
        if money.outside:
            notes.append("Een deel van de kosten valt buiten de jaren van het plan.")
        return _Cost(
            incidental=sum(year.total for year in money.totals(MoneyKind.TEMPORARY)),
            structural=sum(year.total for year in money.totals(MoneyKind.STRUCTURAL)),
            unknown_kind=sum(year.total for year in money.totals(MoneyKind.UNKNOWN)),
            from_stated=sum(year.stated for year in money.totals()),
            not_covered=sum(year.uncovered for year in money.totals()),
            unknown_cost=unknown,
            notes=tuple(notes),
        )

    def _entry(self, name: str, *, slot: Slot | None) -> Entry:
        entry = self._plan.entry[name]
        if slot is None or entry.proposal is None:
            return entry
        quarters = {"start": quarter_at(slot.start), "end": quarter_at(slot.end)}
        return entry.model_copy(update={"proposal": entry.proposal.model_copy(update=quarters)})


def _gaps(analysis: Analysis, *, catalogue: Catalogue) -> tuple[str, ...]:
    """Give the findings that a plan can close; an alternative inside a need is no finding of its own here."""
    in_need = {practice for need in catalogue.needs for practice in need.practices}
    return tuple(
        gap.id for gap in analysis.gaps() if gap.kind is not FindingKind.PRACTICE or gap.about not in in_need
    )
