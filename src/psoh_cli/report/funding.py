"""Where the money comes from: what pays, until when, and what ends before the plan does."""

from __future__ import annotations

from psoh_cli.dutch import euros, listing
from psoh_cli.plan.budget import BudgetLine
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.quarters import index_of, last_day, quarter_at, quarter_of
from psoh_cli.practices.reference import FundingSource
from psoh_cli.report import wording
from psoh_cli.report.document import Block, Callout, Column, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import LineLike, lines
from psoh_cli.vocabulary import MoneyKind


def paid_from(entry: Entry, *, draft: Draft) -> str:
    """Name what pays for a measure and from when nothing does; without a source, name what might."""
    names = draft.catalogue.funding_source
    if entry.cost.source:
        if entry.cost.source not in names:
            return f"{entry.cost.source}; ongedekt: deze bron staat niet in de kennis"
        source = names[entry.cost.source]
        loose = uncovered_from(entry, source=source, draft=draft)
        ended = source.runs_until.in_words() if source.runs_until else ""
        if loose is None and entry.start is None and _ends_before_the_plan(source, draft=draft):
            return f"ongedekt; {source.name} loopt tot {ended}"
        if loose is None:
            return source.name
        since = wording.quarter_in_words(loose)
        item = next((item for item in draft.budget.lines if item.id == entry.id), None)
        if item is None or not any(year.stated for year in item.years):
            return f"{source.name}, tot {ended}; ongedekt vanaf {since}"
        return f"{source.name}, tot {ended}; vanaf {since} {without_source(item)}"
    line = next((item for item in draft.budget.lines if item.id == entry.id), None)
    loose_words = without_source(line) if line and line.amount is not None else "nog geen geldbron"
    might = _might_pay(entry, draft=draft)
    return f"{loose_words}; {might}" if might else loose_words


def without_source(item: BudgetLine) -> str:
    """Say what happens to an amount that no source pays: the stated budget can pay it, in part, or nothing can."""
    stated = sum(year.stated for year in item.years)
    uncovered = sum(year.uncovered for year in item.years)
    if not stated:
        return "ongedekt"
    if not uncovered:
        return "geen geldbron; uit het opgegeven budget"
    return f"deels uit het opgegeven budget; ongedekt {euros(uncovered)}"


def _might_pay(entry: Entry, *, draft: Draft) -> str:
    """Name what might pay: money of the practice itself, or else money of the whole pillar that may not fit at all."""
    names = draft.catalogue.funding_source
    offered = [name for name in (entry.proposal.possible_funding if entry.proposal else ()) if name in names]
    own = [name for name in offered if name in _of_practices(entry, draft=draft)]
    possible = [names[name].name for name in own or offered]
    if not possible:
        return ""
    shown = (
        listing(possible[:2], last="of")
        if len(possible) <= 2
        else f"{possible[0]} of {len(possible) - 1} andere"
    )
    return f"misschien {shown}" if own else f"mogelijk voor deze pijler, ga na of het past: {shown}"


def _of_practices(entry: Entry, *, draft: Draft) -> set[str]:
    """Give the sources that the knowledge names for the interventions of a measure, not for its pillar alone."""
    known = draft.catalogue
    return {
        link.id
        for name in (entry.proposal.practices if entry.proposal else ())
        if name in known.practice
        for intervention in known.practice[name].interventions
        if intervention.id in known.intervention
        for link in known.intervention[intervention.id].funding
    }


def _ends_before_the_plan(source: FundingSource, *, draft: Draft) -> bool:
    years = draft.budget.years
    return bool(years) and source.runs_until is not None and source.runs_until.last_day().year < years[0]


def uncovered_from(entry: Entry, *, source: FundingSource, draft: Draft) -> str | None:
    """Give the first quarter in which a measure costs money that its source no longer pays; None when there is none.

    A structural cost goes on to the end of the budget, whatever the end of the measure.
    """
    if source.runs_until is None or entry.start is None or entry.end is None:
        return None
    years = draft.budget.years
    goes_on = entry.cost.kind is MoneyKind.STRUCTURAL and years
    last = max(entry.end, f"{years[-1]}-K4") if goes_on else entry.end
    ended = source.runs_until.last_day()
    final = quarter_of(ended)
    first_unpaid = final if ended < last_day(final) else quarter_at(index_of(final) + 1)
    return None if first_unpaid > last else max(first_unpaid, entry.start)


def funding_tables(draft: Draft) -> tuple[Block, ...]:
    """Compose the sources that go on, those to look into first, and those that end before the plan does.

    Without a yes in the knowledge nobody can rely on a source: it may be a round that closed, or for a few people.
    """
    sources = _named(draft)
    lasting = [source for source in sources if not _ends(source, draft=draft)]
    chosen = {entry.cost.source for entry in draft.material.plan.current}
    relied = [source for source in lasting if source.structural == "ja" or source.id in chosen]
    ending = [source for source in sources if _ends(source, draft=draft)]
    tables = []
    if relied:
        tables.append(_lasting(relied, caption="Geldbronnen die doorlopen", draft=draft))
    unsure = [source for source in lasting if source not in relied]
    if unsure:
        tables.append(
            _lasting(unsure, caption="Eerst nagaan: tijdelijk, beperkt of misschien gesloten", draft=draft)
        )
    if ending:
        tables.append(_ending(ending, draft=draft))
    return tuple(tables)


def ending_warning(draft: Draft) -> tuple[Block, ...]:
    """Warn of sources that have ended on the peildatum, and of those that end before the plan does."""
    as_of = draft.analysis.as_of
    ending = [source for source in _named(draft) if _ends(source, draft=draft)]
    told = [
        f"{source.name}: {'afgelopen sinds' if source.runs_until.last_day() < as_of else 'loopt tot'} "
        f"{source.runs_until.in_words()}."
        for source in ending
        if source.runs_until
    ]
    if not told:
        return ()
    return (Callout(tone="let-op", title="Geld dat afloopt vóór het plan klaar is", content=lines(*told)),)


def _named(draft: Draft) -> list[FundingSource]:
    named = dict.fromkeys(
        name
        for entry in draft.material.plan.current
        for name in (
            *((entry.cost.source,) if entry.cost.source else ()),
            *(entry.proposal.possible_funding if entry.proposal else ()),
            *(entry.proposal.expired_funding if entry.proposal else ()),
        )
    )
    known = draft.catalogue.funding_source
    return [known[name] for name in named if name in known]


def _ends(source: FundingSource, *, draft: Draft) -> bool:
    """Tell whether a source ends before the last year of the plan does."""
    last = draft.budget.years[-1] if draft.budget.years else draft.analysis.as_of.year
    return source.runs_until is not None and source.runs_until.last_day() < last_day(f"{last}-K4")


def _lasting(sources: list[FundingSource], *, caption: str, draft: Draft) -> Table:
    return Table(
        caption=caption,
        columns=(
            Column(title="Bron", width=6),
            Column(title="Structureel", width=3),
            Column(title="Loopt tot", width=4),
            Column(title="Let op", width=10),
        ),
        rows=tuple(
            lines(
                source.name,
                source.structural,
                source.runs_until.in_words() if source.runs_until else "geen einde bekend",
                _caution(source, draft=draft),
            )
            for source in sources
        ),
        note="Controleer altijd de actuele regeling voordat u een bedrag overneemt.",
    )


def _ending(sources: list[FundingSource], *, draft: Draft) -> Table:
    return Table(
        caption="Loopt af vóór of tijdens het plan",
        columns=(
            Column(title="Bron", width=6),
            Column(title="Loopt tot", width=4),
            Column(title="Kan nog betalen", width=5),
            Column(title="Let op", width=8),
        ),
        rows=tuple(
            lines(
                source.name,
                source.runs_until.in_words() if source.runs_until else "onbekend",
                _still_pays(source, draft=draft),
                _caution(source, draft=draft),
            )
            for source in sources
        ),
        note="Reken niet op deze bronnen na hun einde. Wat dan nog doorloopt is ongedekt.",
    )


def _still_pays(source: FundingSource, *, draft: Draft) -> str:
    """Name the measures that end before this source does."""
    whole = [
        draft.measures[entry.id]
        for entry in draft.material.plan.current
        if _is_named(source, entry=entry)
        and entry.start
        and entry.end
        and uncovered_from(entry, source=source, draft=draft) is None
    ]
    begun = [entry.start for entry in draft.material.plan.current if entry.start]
    ended = source.runs_until.last_day() if source.runs_until else None
    if whole:
        return f"helemaal: {listing(whole)}"
    if ended and begun and ended < last_day(min(begun)):
        return "niets: afgelopen vóór het plan begint"
    return "geen maatregel helemaal"


def _is_named(source: FundingSource, *, entry: Entry) -> bool:
    possible = entry.proposal.possible_funding if entry.proposal else ()
    return source.id == entry.cost.source or source.id in possible


def _caution(source: FundingSource, *, draft: Draft) -> LineLike:
    caution = source.caution or (
        f"Voor {listing(source.suited_to)}." if source.suited_to else "Nog niets bekend."
    )
    year = f" ({source.amount_year})" if source.amount_year else ""
    amount = f" Bedrag: {source.amount}{year}." if source.amount else ""
    return draft.claim(f"{caution}{amount}", provenance=source.provenance, sources=source.sources)
