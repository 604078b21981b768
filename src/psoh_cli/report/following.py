"""How the plan is followed: indicators, risks that the facts show, and the decisions taken."""

from __future__ import annotations

from psoh_cli.analysis.date_rules import confirmed
from psoh_cli.dutch import date_in_words, euros, percent, plural
from psoh_cli.plan.budget import Warned
from psoh_cli.plan.plan import Entry
from psoh_cli.report import asks, decided, wording
from psoh_cli.report.document import Block, Bullets, Column, Paragraph, Section, Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.spans import Line, line, lines, pieces, quiet
from psoh_cli.vocabulary import DecisionKind, Verdict


def indicators(draft: Draft, *, number: str) -> Section:
    """Compose which figures show that it helps, each with its definition, frequency and baseline."""
    named: dict[str, list[str]] = {}
    baselines: dict[str, tuple[str, str]] = {}
    for entry in draft.material.plan.current:
        for item in entry.decision.indicators if entry.decision else ():
            named.setdefault(item.indicator, []).append(draft.measures[entry.id])
            baselines[item.indicator] = (item.baseline, item.target or "nog geen doel")
        for name in entry.proposal.indicators if entry.proposal else ():
            if draft.measures[entry.id] not in named.setdefault(name, []):
                named[name].append(draft.measures[entry.id])
    known = [name for name in named if name in draft.catalogue.indicator]
    if not known:
        nothing = Paragraph(content="Er is nog geen indicator gekozen.")
        return Section(id="indicatoren", number=number, title=_INDICATORS, blocks=(nothing,))
    rows = tuple(
        _indicator(
            name,
            measures=named[name],
            baseline=_as_computed(
                name, stated=baselines.get(name, ("onbekend", "nog geen doel")), draft=draft
            ),
            draft=draft,
        )
        for name in known
    )
    return Section(
        id="indicatoren",
        number=number,
        title=_INDICATORS,
        blocks=(
            Paragraph(
                content="Een indicator zonder nulmeting kan niet laten zien dat iets beter wordt. Waar de nulmeting "
                "onbekend is, is die meten de eerste stap. Welke indicatoren ARQ gebruikte is niet bekend; dit is een "
                "voorstel.",
                style="lead",
            ),
            Table(
                caption="Indicatoren",
                columns=(
                    Column(title="Indicator", width=7),
                    Column(title="Wat wordt geteld, en waaruit", width=13),
                    Column(title="Hoe vaak", width=4),
                    Column(title="Nulmeting", width=5),
                    Column(title="Doel", width=5),
                    Column(title="Bij", width=4),
                ),
                rows=rows,
            ),
        ),
    )


_MONTHS = 12
"""Within which an entry of the kaart was confirmed, as the definition of the indicator has it."""


def computed(name: str, *, draft: Draft) -> str:
    """Give where an indicator stands on the peildatum, as far as it follows from the dossier; empty otherwise."""
    if name != "kaart-actueel":
        return ""
    recent, total = confirmed(draft.material.kaart, months=_MONTHS, as_of=draft.analysis.as_of)
    if not total:
        return ""
    day = date_in_words(draft.analysis.as_of)
    return f"{recent} van de {total} ({percent(recent, whole=total)}%) op {day}; geteld door psoh"


def _as_computed(name: str, *, stated: tuple[str, str], draft: Draft) -> tuple[str, str]:
    """Fill in a baseline that nobody stated and that follows from the dossier."""
    baseline, target = stated
    return (computed(name, draft=draft) or baseline if baseline == "onbekend" else baseline), target


_INDICATORS = "Monitoring: zien of het helpt"


def _indicator(
    name: str, *, measures: list[str], baseline: tuple[str, str], draft: Draft
) -> tuple[Line, ...]:
    item = draft.catalogue.indicator[name]
    return lines(
        item.name,
        draft.claim(
            f"{item.definition} ({item.unit}). Uit: {item.data_source}.",
            provenance=item.provenance,
            sources=item.sources,
        ),
        item.frequency,
        *baseline,
        ", ".join(measures),
    )


def risks(draft: Draft, *, number: str) -> Section:
    """Compose the risks that follow from the facts in this dossier; none is made up."""
    found = _risks(draft)
    table = Table(
        caption="Risico’s die uit dit dossier blijken",
        columns=(
            Column(title="Wat mis kan gaan", width=5), Column(title="Waar wij dat aan zien", width=6),
            Column(title="Wat helpt", width=6),
        ),
        rows=tuple(lines(*row) for row in found),
    )  # fmt: skip
    blocks: tuple[Block, ...] = (
        (table,) if found else (Paragraph(content="Uit het dossier blijken nu geen risico’s."),)
    )
    return Section(
        id="risicos",
        number=number,
        title="Risico’s",
        blocks=(
            Paragraph(content="Deze risico’s volgen uit wat hier is vastgelegd (afgeleid).", style="klein"),
            *blocks,
        ),
    )


def _risks(draft: Draft) -> list[tuple[str, str, str]]:
    analysis, entries = draft.analysis, draft.material.plan.current
    found = draft.budget
    judged = wording.judged(analysis)
    unknown = wording.counts(judged)[Verdict.UNKNOWN]
    uncovered = asks.uncovered_in(found)
    ending = [
        item for item in found.lines if {Warned.EXPIRED, Warned.ENDED, Warned.TEMPORARY} & set(item.warnings)
    ]
    ownerless = [entry for entry in entries if entry.decision and not entry.decision.owner and _taken(entry)]
    open_ = [entry for entry in entries if entry.decision is None]
    rows = [
        (
            bool(unknown),
            "Het plan mist waar het het meest om gaat.",
            (
                f"{unknown} van de {plural(len(judged), 'werkwijze', 'werkwijzen')} "
                f"{'is' if unknown == 1 else 'zijn'} onbekend."
            ),
            "Eerst navragen; daarna dit plan opnieuw maken.",
        ),
        (
            bool(found.unknown),
            "Het plan kost meer dan er is.",
            f"Van {plural(len(found.unknown), 'maatregel', 'maatregelen')} zijn de kosten onbekend.",
            "Laat de kosten ramen voordat u besluit.",
        ),
        (
            bool(uncovered),
            "Er wordt begonnen zonder geld.",
            f"{euros(uncovered)} is ongedekt.",
            "Kies een geldbron of stel uit.",
        ),
        (
            bool(ending),
            "Wat begint, stopt als het geld stopt.",
            f"Bij {plural(len(ending), 'maatregel', 'maatregelen')} is het geld tijdelijk of loopt het af.",
            "Regel structureel geld voor wat moet blijven.",
        ),
        (
            bool(ownerless),
            "Niemand voelt zich verantwoordelijk.",
            f"{plural(len(ownerless), 'besloten maatregel heeft', 'besloten maatregelen hebben')} geen eigenaar.",
            "Leg per maatregel een eigenaar vast.",
        ),
        (
            bool(open_),
            "Het plan blijft liggen.",
            f"Over {plural(len(open_), 'maatregel', 'maatregelen')} is nog niets besloten.",
            "Neem per maatregel een besluit, ook als dat uitstel is.",
        ),
    ]
    return [row[1:] for row in rows if row[0]]


def _taken(entry: Entry) -> bool:
    return entry.decision is not None and entry.decision.kind in (DecisionKind.ADOPTED, DecisionKind.ADAPTED)


def decisions(draft: Draft, *, number: str) -> Section:
    """Compose every decision, the rejected ones too, beside the proposal it was taken on."""
    found = [entry for entry in draft.material.plan.entries if entry.decision]
    if not found:
        nothing = Paragraph(content="Er is nog over geen enkele maatregel een besluit vastgelegd.")
        return Section(
            id="besluiten",
            number=number,
            title="Bijlage: genomen besluiten",
            blocks=(nothing,),
            sections=decided.section(draft),
        )
    return Section(
        id="besluiten",
        number=number,
        title="Bijlage: genomen besluiten",
        blocks=(
            Table(
                caption="Genomen besluiten",
                columns=(
                    Column(title="Maatregel", width=7),
                    Column(title="Besluit", width=4),
                    Column(title="Door en wanneer", width=5),
                    Column(title="Waarom", width=7),
                ),
                rows=tuple(_decision(entry, draft=draft) for entry in found),
            ),
            *_changed(found, draft=draft),
        ),
        sections=decided.section(draft),
    )


def _decision(entry: Entry, *, draft: Draft) -> tuple[Line, ...]:
    decision = entry.decision
    if decision is None:
        return ()
    number = draft.measures.get(entry.id)
    return lines(
        pieces(f"{number} " if number else "", entry.title),
        decision.kind.value,
        f"{decision.by}, {decision.day.in_words()}",
        wording.sentence(decision.why) if decision.why else quiet("geen reden vastgelegd"),
    )


def _changed(found: list[Entry], *, draft: Draft) -> tuple[Block, ...]:
    """Tell which proposals read differently now from when the decision was taken."""
    told = []
    for entry in found:
        taken_on = entry.decision.decided_on if entry.decision else None
        if taken_on is None:
            continue
        name = draft.measures.get(entry.id, entry.title)
        day = taken_on.as_of.in_words()
        if entry.proposal is None or entry.proposal.lapsed:
            why = entry.proposal.lapsed if entry.proposal and entry.proposal.lapsed else ""
            told.append(line(f"{name}: het voorstel van {day} geldt nu niet meer. {why}".strip()))
        elif (entry.proposal.title, entry.proposal.reason) != (taken_on.title, taken_on.reason):
            told.append(line(f"{name}: het voorstel luidt nu anders dan op {day}, toen het besluit viel."))
    if not told:
        return ()
    return (Paragraph(content="Sinds het besluit veranderd:", style="klein"), Bullets(items=tuple(told)))
