"""The measures: per pillar a table, and each worked out with its reason, first steps and decision."""

from __future__ import annotations

from psoh_cli.dutch import plural
from psoh_cli.plan.action import Step
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import wording
from psoh_cli.report.document import Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.spans import Line, LineLike, Mark, lines, pieces, quiet, strong

_GRADES = {1: "klein", 2: "middel", 3: "groot"}


def overview(draft: Draft, *, number: str) -> Section:
    """Compose a table of measures per pillar; many measures get landscape pages with what shows that each helps."""
    entries = draft.material.plan.current
    if not entries:
        nothing = "Er volgen nog geen maatregelen uit wat bekend is."
        return Section(id="maatregelen", number=number, title=_TITLE, blocks=(Paragraph(content=nothing),))
    lead = (
        f"{plural(len(entries), 'maatregel', 'maatregelen')}, genummerd op volgorde van fase, en daarbinnen van "
        f"begin; {wording.QUARTERS_EXPLAINED} {_taken(entries)}. "
        "Wie het voortouw neemt is een voorstel tot iemand ja zegt. Achter elke maatregel staat wie de werkwijze "
        "aanraadt; dat zij hier nodig is, leidt psoh zelf af."
    )
    return Section(
        id="maatregelen",
        number=number,
        title=_TITLE,
        page="liggend" if is_long(draft) else "doorlopend",
        blocks=(
            Paragraph(content=lead, style="lead"),
            *(_table(name, entries=found, draft=draft) for name, found in _per_pillar(draft)),
        ),
    )


_TITLE = "Maatregelen per pijler"

_LONG = 12
"""With more measures than this a wide table gets pages of its own on their side; our own choice."""


def is_long(draft: Draft) -> bool:
    """Tell whether the plan has so many measures that its wide tables fill landscape pages."""
    return len(draft.material.plan.current) > _LONG


def _taken(entries: tuple[Entry, ...]) -> str:
    """Say over how many a decision was taken; putting off is one too, and does not start anything."""
    standings = [standing_of(entry) for entry in entries]
    decided = sum(standing is not Standing.PROPOSED for standing in standings)
    if not decided:
        return "Alle zijn nog een voorstel"
    later = standings.count(Standing.POSTPONED)
    put_off = f", waarvan {later} uitgesteld" if later else ""
    rest = "; de andere zijn voorstellen" if decided < len(standings) else ""
    return f"Over {decided} is een besluit genomen{put_off}{rest}"


def worked_out(draft: Draft, *, number: str) -> Section:
    """Compose every measure in full, in the order of the plan: why, what works and how to begin."""
    entries = draft.material.plan.current
    table = Table(
        caption="Waarom, wat werkt en hoe te beginnen",
        columns=(
            Column(title="Nr", kind="code", width=2),
            Column(title="Maatregel", width=7),
            Column(title="Waarom", width=14),
            Column(title="Wat werkt", width=9),
            Column(title="Eerste stappen", width=16),
        ),
        rows=tuple(_worked_out(entry, draft=draft) for entry in entries),
        note="Het bewijs bij een bevinding staat in de gap-analyse, bij de bevinding met deze naam.",
    )
    return Section(
        id="uitwerking",
        number=number,
        title="Bijlage: de maatregelen uitgewerkt",
        page="liggend" if is_long(draft) else "doorlopend",
        blocks=(table,)
        if entries
        else (Paragraph(content="Er zijn nog geen maatregelen om uit te werken."),),
    )


def _worked_out(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    return lines(
        draft.measures[entry.id],
        pieces(strong(entry.title), quiet(_effort(entry))),
        why(entry, draft=draft),
        _choices(entry, draft=draft) or quiet("geen werkwijze: eerst navragen of regelen"),
        _steps(entry, draft=draft) or quiet("nog niet beschreven"),
    )


def _effort(entry: Entry) -> str:
    """Say how much work it is and who graded it."""
    own = entry.override.effort if entry.override and entry.override.effort else None
    effort = own or (entry.proposal.effort if entry.proposal else None)
    if not effort:
        return ""
    return f" Inspanning {_GRADES.get(effort, str(effort))} ({'eigen inschatting' if own else 'afgeleid'})."


def _steps(entry: Entry, *, draft: Draft) -> LineLike:
    """Number the steps; steps in a row that have one provenance share its badge."""
    if standing_of(entry) is Standing.POSTPONED:
        return quiet("uitgesteld: nu geen eerste stappen")
    steps = steps_of(entry, draft=draft)
    found: list[LineLike] = []
    for place, step in enumerate(steps, start=1):
        last = place == len(steps) or steps[place].provenance is not step.provenance
        text = f"{' ' if place > 1 else ''}{place}. {step.text}"
        found.append(draft.claim(text, provenance=step.provenance) if last else text)
    return pieces(*found)


def steps_of(entry: Entry, *, draft: Draft) -> tuple[Step, ...]:
    """Give the first steps that still make sense: after a decision nobody has to choose any more what to do.

    A practice that was chosen gives its own steps. Where the decision leaves the choice open the proposal's stand; a
    decision that renamed the measure and names no practice leaves nothing of them.
    """
    proposal, decision = entry.proposal, entry.decision
    if proposal is None or standing_of(entry) is Standing.POSTPONED:
        return ()
    if decision is None or len(proposal.practices) < _ALTERNATIVES:
        return proposal.first_steps
    chosen = draft.catalogue.practice.get(decision.practice or "")
    if chosen is not None:
        return tuple(Step(text=claim.text, provenance=claim.provenance) for claim in chosen.first_steps)
    return () if decision.title else proposal.first_steps


_ALTERNATIVES = 2
"""From this many practices on a proposal asks to compare them and to choose."""


def _per_pillar(draft: Draft) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    pillars = {pillar.id: pillar.name for pillar in draft.catalogue.pillars}
    found: dict[str, list[Entry]] = {name: [] for name in pillars.values()}
    for entry in draft.material.plan.current:
        name = pillars.get(entry.proposal.pillar, _OWN) if entry.proposal else _OWN
        found.setdefault(name, []).append(entry)
    return tuple((name, tuple(entries)) for name, entries in found.items() if entries)


_OWN = "Eigen maatregelen van de gemeente"


def _table(name: str, *, entries: tuple[Entry, ...], draft: Draft) -> Table:
    """Give the measures of a pillar; on an upright page what shows that each helps stands in its own chapter only."""
    wide = is_long(draft)
    return Table(
        caption=name,
        columns=(
            Column(title="Nr", kind="code", width=2),
            Column(title="Wat", width=11 if wide else 9),
            Column(title="Wie", width=7),
            Column(title="Wanneer", width=5),
            Column(title="Kosten", width=5),
            Column(title="Betaald uit", width=9 if wide else 8),
            *((Column(title="Te zien aan", width=7),) if wide else ()),
            Column(title="Stand", width=4 if wide else 5),
        ),
        rows=tuple(_row(entry, draft=draft, wide=wide) for entry in entries),
    )


def _row(entry: Entry, *, draft: Draft, wide: bool) -> tuple[Line, ...]:
    return lines(
        draft.measures[entry.id],
        what(entry, draft=draft),
        who(entry, draft=draft),
        wording.period(entry.start, entry.end),
        wording.cost_in_words(entry.cost),
        paid_from(entry, draft=draft),
        *((_seen_by(entry, draft=draft),) if wide else ()),
        standing(entry),
    )


def what(entry: Entry, *, draft: Draft) -> LineLike:
    """Name a measure with who recommends it and where; what the gemeente thought of itself says so."""
    if entry.proposal is None:
        return pieces(entry.title, " ", quiet("(eigen maatregel)"))
    proposal = entry.proposal
    return draft.claim(entry.title, provenance=proposal.provenance, sources=proposal.sources)


def who(entry: Entry, *, draft: Draft) -> str:
    """Name who takes the lead: the owner that was decided, else the kind of partner that is proposed."""
    if entry.decision and entry.decision.owner:
        return entry.decision.owner
    return proposed_lead(entry, draft=draft)


def proposed_lead(entry: Entry, *, draft: Draft) -> str:
    """Name the kind of partner that is proposed to take the lead."""
    if entry.proposal is None:
        return "onbekend"
    lead = draft.catalogue.partner_type.get(entry.proposal.lead)
    return lead.name if lead else entry.proposal.lead


def standing(entry: Entry) -> str:
    """Say how firm a measure is, in a word or two."""
    if entry.decision is None:
        return "voorstel"
    words = entry.decision.kind.value
    return f"{words}; {entry.decision.status.value.replace('-', ' ')}" if entry.decision.status else words


def _seen_by(entry: Entry, *, draft: Draft) -> str:
    names = [
        draft.catalogue.indicator[name].name
        for name in indicators_of(entry)
        if name in draft.catalogue.indicator
    ]
    if not names:
        return "nog geen indicator"
    return names[0] + (f" en nog {len(names) - 1}" if len(names) > 1 else "")


def indicators_of(entry: Entry) -> tuple[str, ...]:
    """Give the ids of the indicators of a measure: those decided first."""
    decided = tuple(item.indicator for item in entry.decision.indicators) if entry.decision else ()
    return tuple(dict.fromkeys((*decided, *(entry.proposal.indicators if entry.proposal else ()))))


_MOST_GAPS = 2


def why(entry: Entry, *, draft: Draft) -> LineLike:
    """Give the findings that a measure closes; the evidence behind them stands in the gap analysis.

    A measure that closes nothing that was found keeps the reason it stands for.
    """
    known = draft.analysis.finding
    found = [known[name] for name in (entry.proposal.gaps if entry.proposal else ()) if name in known]
    if not found:
        return wording.as_said(_why(entry), gemeente=draft.gemeente)
    titles = tuple(
        pieces(
            " " if place else "",
            Mark(verdict=finding.verdict),
            f" {wording.as_said(finding.title, gemeente=draft.gemeente)}.",
        )
        for place, finding in enumerate(found[:_MOST_GAPS])
    )
    rest = len(found) - _MOST_GAPS
    return pieces(*titles, f" En nog {rest} andere." if rest > 0 else "")


def _why(entry: Entry) -> str:
    """Give the reason of today; one that was kept from before may name a role, so it is told that it was kept."""
    if entry.proposal:
        return entry.proposal.lapsed or entry.proposal.reason
    decided = entry.decision.decided_on if entry.decision else None
    if decided is None:
        return "Dit is een eigen maatregel van de gemeente."
    return f"Het voorstel van {decided.as_of.in_words()} geldt nu niet meer; het besluit erover staat."


def _choices(entry: Entry, *, draft: Draft) -> LineLike:
    """Give the practice, or the practices to choose from, each with who recommends it."""
    chosen = entry.decision.practice if entry.decision else None
    names = entry.proposal.practices if entry.proposal else ()
    found: list[LineLike] = []
    for name in names:
        practice = draft.catalogue.practice.get(name)
        if practice is None:
            continue
        claim = draft.claim(practice.what, provenance=practice.provenance, sources=practice.sources)
        picked: LineLike = (strong("gekozen: "),) if name == chosen else ""
        named: LineLike = () if practice.title == entry.title else pieces(strong(practice.title), ". ")
        found.append(pieces(" " if found else "", picked, named, claim))
    if not found:
        return ""
    return pieces("Een keuze uit: " if len(found) > 1 and chosen is None else "", *found)
