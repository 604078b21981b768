"""The sheets on following the plan: the indicators, the scenarios and what does not fit in the means."""

from __future__ import annotations

from psoh_cli.plan.decision import Baseline
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.practices.reference import Indicator
from psoh_cli.press.sheets.sheet import UNKNOWN, Cell, Field, Sheet, listed, text
from psoh_cli.report.draft import Draft
from psoh_cli.report.following import computed
from psoh_cli.report.version import Version

_INDICATORS = (
    Field(title="Indicator", meaning="Wat wordt gevolgd.", width=34),
    Field(title="Wat wordt geteld", meaning="De definitie.", width=50),
    Field(title="Eenheid", meaning="Waarin de uitkomst wordt geschreven.", width=18),
    Field(title="Waar het vandaan komt", meaning="Wie het cijfer heeft.", width=34),
    Field(title="Hoe vaak", meaning="Hoe vaak het wordt gemeten.", width=16),
    Field(title="Nulmeting", meaning="Waar het bij het begin stond: opgeschreven, geteld door psoh, of onbekend.",
          width=18),
    Field(title="Doel", meaning="Waar het heen moet, zoals opgeschreven, of onbekend.", width=18),
    Field(title="Bij", meaning="De maatregelen waarvoor hij is gekozen of voorgesteld.", width=16),
    Field(title="Gekozen", meaning="Ja als hij in een besluit staat; anders is hij een voorstel.", width=12),
    Field(title="Herkomst", meaning="Wie deze indicator aanraadt: arq, vergelijk of afgeleid.", width=12),
    Field(title="Kenmerk", meaning="De vaste naam in de kennis.", width=26),
)  # fmt: skip


_NOT_FOR_ALL = frozenset({"Nulmeting", "Doel", "Kenmerk"})


def indicators_sheet(draft: Draft) -> Sheet:
    """Lay out the figures that show whether it helps, in the order in which the measures name them.

    Where a figure stands now may be a small number, so everybody gets neither that nor the target.
    """
    rows = [
        _indicator(draft.catalogue.indicator[name], draft=draft)
        for name in _named(draft)
        if name in draft.catalogue.indicator
    ]
    hidden = _NOT_FOR_ALL if draft.version is Version.PUBLIC else frozenset()
    shown = [place for place, field in enumerate(_INDICATORS) if field.title not in hidden]
    return Sheet(
        name="Indicatoren",
        table="Indicatoren",
        about="De cijfers waaraan te zien is of het helpt.",
        fields=tuple(_INDICATORS[place] for place in shown),
        rows=tuple(tuple(row[place] for place in shown) for row in rows),
    )


def _named(draft: Draft) -> tuple[str, ...]:
    return tuple(
        dict.fromkeys(
            name
            for entry in draft.material.plan.current
            for name in (
                *(item.indicator for item in (entry.decision.indicators if entry.decision else ())),
                *(entry.proposal.indicators if entry.proposal else ()),
            )
        )
    )


def _indicator(item: Indicator, *, draft: Draft) -> tuple[Cell, ...]:
    chosen: list[Baseline] = []
    measures: list[str] = []
    for entry in draft.material.plan.current:
        mine = [
            one for one in (entry.decision.indicators if entry.decision else ()) if one.indicator == item.id
        ]
        chosen.extend(mine)
        if mine or (entry.proposal and item.id in entry.proposal.indicators):
            measures.append(draft.measures[entry.id])
    stated = dict.fromkeys(one.baseline for one in chosen if one.baseline != UNKNOWN)
    baselines = tuple(stated) or (computed(item.id, draft=draft),)
    targets = tuple(dict.fromkeys(one.target for one in chosen if one.target))
    return (
        item.name,
        item.definition,
        item.unit,
        item.data_source,
        item.frequency,
        text("; ".join(baselines)),
        text("; ".join(targets)),
        listed(tuple(measures)),
        "ja" if chosen else "nee",
        item.provenance.value,
        item.id,
    )


_SCENARIOS = (
    Field(title="Scenario", meaning="Zuinig, basis of ambitie.", width=14),
    Field(title="Wat het aanneemt", meaning="Waar het scenario van uitgaat (afgeleid).", width=38),
    Field(title="Maatregelen", meaning="Wat er in dit scenario gebeurt, op volgorde van begin.", width=34),
    Field(title="Aantal maatregelen", meaning="Hoeveel dat er zijn.", kind="getal"),
    Field(title="Begin", meaning="Het kwartaal waarin de eerste begint.", width=10),
    Field(title="Eind", meaning="Het kwartaal waarin de laatste klaar is.", width=10),
    Field(title="Incidenteel", meaning="Bekende eenmalige kosten in de jaren van het plan.", kind="geld"),
    Field(title="Structureel", meaning="Bekende kosten die elk jaar terugkomen, in de jaren van het plan samen.",
          kind="geld"),
    Field(title="Soort onbekend", meaning="Bekende kosten waarvan niet bekend is of zij terugkomen.", kind="geld",
          width=16),
    Field(title="Gedekt", meaning="Wat daarvan een geldbron betaalt.", kind="geld"),
    Field(title="Opgegeven budget", meaning="Wat daarvan uit het budget kan dat de gemeente opgeeft.", kind="geld",
          width=20),
    Field(title="Ongedekt", meaning="Wat daarvan niemand betaalt.", kind="geld"),
    Field(title="Kosten onbekend", meaning="Gekozen maatregelen die in geen som staan.", width=24),
    Field(title="Gaten gesloten", meaning="Hoeveel bevindingen hiermee worden aangepakt.", kind="getal"),
    Field(title="Gaten open", meaning="Hoeveel bevindingen open blijven.", kind="getal"),
    Field(title="Past niet", meaning="Maatregelen die in dit scenario niet passen.", width=28),
    Field(title="Let op", meaning="Wat u naast de cijfers moet weten.", width=38),
)  # fmt: skip


def scenarios_sheet(draft: Draft) -> Sheet | None:
    """Lay the scenarios side by side; None where there is nothing to weigh, or for others than the council."""
    if not draft.material.scenarios or draft.version is not Version.COUNCIL:
        return None
    return Sheet(
        name="Scenario's",
        table="Scenarios",
        about="Manieren om de middelen te besteden, naast elkaar. Berekend (afgeleid), geen advies.",
        fields=_SCENARIOS,
        rows=tuple(_scenario(item, draft=draft) for item in draft.material.scenarios),
    )


def _scenario(item: Scenario, *, draft: Draft) -> tuple[Cell, ...]:
    return (
        item.name,
        item.description,
        _numbers(item.chosen, draft=draft),
        len(item.chosen),
        text(item.first),
        text(item.last),
        item.incidental,
        item.structural,
        item.unknown_kind,
        item.covered,
        item.from_stated,
        item.not_covered,
        _numbers(item.unknown_cost, draft=draft),
        len(item.closed),
        len(item.left),
        _numbers(tuple(one.id for one in item.uncovered), draft=draft),
        " ".join(item.notes) or "niets",
    )


def _numbers(names: tuple[str, ...], *, draft: Draft) -> str:
    return listed(tuple(draft.measures.get(name, name) for name in names))


_UNCOVERED = (
    Field(title="Scenario", meaning="Waarin de maatregel niet past; 'plan' is het plan zelf.", width=14),
    Field(title="Nr", meaning="Het nummer van de maatregel.", width=8),
    Field(title="Maatregel", meaning="Wat niet past.", width=44),
    Field(title="Reden", meaning="Waarom zij niet past (afgeleid).", width=60),
    Field(title="Gaten die open blijven", meaning="De bevindingen die hierdoor open blijven.", width=34),
)


def uncovered_sheet(draft: Draft) -> Sheet | None:
    """Lay out what does not fit in the means, in the plan and each scenario; None where all fits, or for others."""
    found: list[tuple[str, Uncovered]] = [("plan", item) for item in draft.material.uncovered]
    found += [(scenario.name, item) for scenario in draft.material.scenarios for item in scenario.uncovered]
    if not found or draft.version is not Version.COUNCIL:
        return None
    return Sheet(
        name="Past niet",
        table="Past_niet",
        about="Maatregelen die niet passen in het geld of de tijd die er is, met de reden.",
        fields=_UNCOVERED,
        rows=tuple(
            (name, draft.measures.get(item.id, "geen"), item.title, item.reason, listed(item.gaps))
            for name, item in found
        ),
    )
