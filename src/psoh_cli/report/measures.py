"""The measures: per pillar a table, and each worked out with its reason, first steps and decision."""

from __future__ import annotations

from psoh_cli.dutch import listing, plural
from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.timeline import Standing, standing_of
from psoh_cli.report import wording
from psoh_cli.report.document import Column, Panel, Paragraph, Part, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.spans import Line, LineLike, code, line, lines, pieces, quiet, strong

_GRADES = {1: "klein", 2: "middel", 3: "groot"}


def overview(draft: Draft, *, number: str) -> Section:
    """Compose a table of measures per pillar, on landscape pages."""
    entries = draft.material.plan.current
    if not entries:
        nothing = "Er volgen nog geen maatregelen uit wat bekend is."
        return Section(id="maatregelen", number=number, title=_TITLE, blocks=(Paragraph(content=nothing),))
    decided = sum(standing_of(entry) is Standing.DECIDED for entry in entries)
    taken = (
        f"Over {decided} is een besluit genomen; de andere zijn voorstellen"
        if decided
        else "Alle zijn nog een voorstel"
    )
    lead = (
        f"{plural(len(entries), 'maatregel', 'maatregelen')}, genummerd op volgorde van uitvoering. {taken}. "
        "Wie het voortouw neemt is een voorstel tot iemand ja zegt. Achter elke maatregel staat wie de werkwijze "
        "aanraadt; dat zij hier nodig is, leidt psoh zelf af."
    )
    return Section(
        id="maatregelen",
        number=number,
        title=_TITLE,
        page="liggend",
        blocks=(
            Paragraph(content=lead, style="lead"),
            *(_table(name, entries=found, draft=draft) for name, found in _per_pillar(draft)),
        ),
    )


_TITLE = "Maatregelen per pijler"


def worked_out(draft: Draft, *, number: str) -> Section:
    """Compose every measure in full, in the order of the plan."""
    return Section(
        id="uitwerking",
        number=number,
        title="De maatregelen uitgewerkt",
        page="nieuw",
        blocks=tuple(_panel(entry, draft=draft) for entry in draft.material.plan.current),
    )


def _per_pillar(draft: Draft) -> tuple[tuple[str, tuple[Entry, ...]], ...]:
    pillars = {pillar.id: pillar.name for pillar in draft.catalogue.pillars}
    found: dict[str, list[Entry]] = {name: [] for name in pillars.values()}
    for entry in draft.material.plan.current:
        name = pillars.get(entry.proposal.pillar, _OWN) if entry.proposal else _OWN
        found.setdefault(name, []).append(entry)
    return tuple((name, tuple(entries)) for name, entries in found.items() if entries)


_OWN = "Eigen maatregelen van de gemeente"


def _table(name: str, *, entries: tuple[Entry, ...], draft: Draft) -> Table:
    return Table(
        caption=name,
        columns=(
            Column(title="Nr", kind="code", width=2),
            Column(title="Wat", width=10),
            Column(title="Wie", width=6),
            Column(title="Wanneer", width=5),
            Column(title="Kosten", width=5),
            Column(title="Betaald uit", width=6),
            Column(title="Te zien aan", width=7),
            Column(title="Stand", width=4),
        ),
        rows=tuple(_row(entry, draft=draft) for entry in entries),
    )


def _row(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    return lines(
        draft.measures[entry.id],
        _what(entry, draft=draft),
        who(entry, draft=draft),
        wording.period(entry.start, entry.end),
        wording.cost_in_words(entry.cost),
        paid_from(entry, draft=draft),
        _seen_by(entry, draft=draft),
        standing(entry),
    )


def _what(entry: Entry, *, draft: Draft) -> LineLike:
    """Name a measure with who recommends it and where; what the gemeente thought of itself says so."""
    if entry.proposal is None:
        return pieces(entry.title, " ", quiet("(eigen maatregel)"))
    proposal = entry.proposal
    return draft.claim(entry.title, provenance=proposal.provenance, sources=proposal.sources)


def who(entry: Entry, *, draft: Draft) -> str:
    """Name who takes the lead: the owner that was decided, else the kind of partner that is proposed."""
    if entry.decision and entry.decision.owner:
        return entry.decision.owner
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
        for name in _indicators(entry)
        if name in draft.catalogue.indicator
    ]
    if not names:
        return "nog geen indicator"
    return names[0] + (f" en nog {len(names) - 1}" if len(names) > 1 else "")


def _indicators(entry: Entry) -> tuple[str, ...]:
    decided = tuple(item.indicator for item in entry.decision.indicators) if entry.decision else ()
    return tuple(dict.fromkeys((*decided, *(entry.proposal.indicators if entry.proposal else ()))))


def _panel(entry: Entry, *, draft: Draft) -> Panel:
    proposal = entry.proposal
    parts = [Part(label="Waarom", items=(line(wording.as_said(_why(entry), gemeente=draft.gemeente)),))]
    choices = _choices(entry, draft=draft)
    if choices:
        label = "Keuze uit" if len(choices) > 1 else "Wat werkt"
        parts.append(Part(label=label, items=choices))
    if proposal and proposal.first_steps:
        steps = tuple(
            line(draft.claim(step.text, provenance=step.provenance)) for step in proposal.first_steps
        )
        parts.append(Part(label="Eerste stappen", items=steps))
    parts.append(Part(label="Wie en wanneer", items=(line(_who_when(entry, draft=draft)),)))
    parts.append(Part(label="Geld", items=_money(entry, draft=draft)))
    if proposal and proposal.gaps:
        parts.append(Part(label="Sluit", items=(line(_closes(proposal.gaps)),)))
    if entry.decision:
        parts.append(Part(label="Besluit", items=(line(_decision(entry.decision)),)))
    return Panel(
        id=f"maatregel-{entry.id}",
        number=draft.measures[entry.id],
        title=entry.title,
        parts=tuple(parts),
    )


def _why(entry: Entry) -> str:
    if entry.proposal:
        return entry.proposal.reason
    decided = entry.decision.decided_on if entry.decision else None
    return decided.reason if decided else "Dit is een eigen maatregel van de gemeente."


def _choices(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    chosen = entry.decision.practice if entry.decision else None
    found = []
    for name in entry.proposal.practices if entry.proposal else ():
        practice = draft.catalogue.practice.get(name)
        if practice is None:
            continue
        claim = draft.claim(practice.what, provenance=practice.provenance, sources=practice.sources)
        picked: LineLike = (strong("gekozen: "),) if name == chosen else ""
        named: LineLike = () if practice.title == entry.title else pieces(strong(practice.title), ". ")
        found.append(line(pieces(picked, named, claim)))
    return tuple(found)


def _who_when(entry: Entry, *, draft: Draft) -> LineLike:
    parts: list[LineLike] = [f"{who(entry, draft=draft)}; {wording.period(entry.start, entry.end)}"]
    if entry.phase:
        parts.append(f"; fase {entry.phase.value}")
    after = [
        draft.measures[name]
        for name in (entry.proposal.depends_on if entry.proposal else ())
        if name in draft.measures
    ]
    if after:
        parts.append(f"; na {listing(after)}")
    effort = entry.override.effort if entry.override and entry.override.effort else None
    effort = effort or (entry.proposal.effort if entry.proposal else None)
    if effort:
        own = "eigen inschatting" if entry.override and entry.override.effort else "afgeleid"
        parts.append(f"; inspanning {_GRADES.get(effort, str(effort))} ({own})")
    return pieces(*parts, ".")


def _money(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    cost = entry.cost
    kind = "" if cost.kind.value == "onbekend" else f", {cost.kind.value}"
    found = [
        line(f"Kosten: {wording.cost_in_words(cost)}{kind}. Betaald uit: {paid_from(entry, draft=draft)}.")
    ]
    if cost.note:
        found.append(line(quiet(wording.sentence(cost.note))))
    names = draft.catalogue.funding_source
    expired = [
        names[name].name
        for name in (entry.proposal.expired_funding if entry.proposal else ())
        if name in names
    ]
    if expired:
        found.append(line(f"Past wel, maar loopt eerder af dan de maatregel: {listing(expired)}."))
    return tuple(found)


def _closes(gaps: tuple[str, ...]) -> LineLike:
    shown = gaps[:4]
    parts: list[LineLike] = []
    for place, gap in enumerate(shown):
        parts.append(pieces(", " if place else "", code(gap)))
    if len(gaps) > len(shown):
        parts.append(f" en nog {len(gaps) - len(shown)}")
    return pieces(*parts)


def _decision(decision: Decision) -> LineLike:
    text = f"{decision.kind.value.capitalize()} door {decision.by} op {decision.day.in_words()}."
    return f"{text} {wording.sentence(decision.why)}" if decision.why else text
