"""Scenarios side by side: each does at least what the one before it does, and the sums say what they count."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.plan.world import (
    AS_OF,
    after,
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    gemeente,
    graded,
    kaart,
    practice,
    proposal,
    source,
)

from psoh_cli.analysis.finding import Analysis
from psoh_cli.dossier.dossier import open_dossier
from psoh_cli.plan import scenario_overview
from psoh_cli.plan.plan import Entry
from psoh_cli.plan.propose import propose
from psoh_cli.plan.scenario import Scenario
from psoh_cli.plan.scenarios import scenarios
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import Verdict


def weigh(
    seen: Analysis,
    known: Catalogue,
    *entries: Entry,
    horizon: tuple[int, int] | None = (2027, 2028),
    **more: Any,
) -> dict[str, Scenario]:
    ours = gemeente(horizon, **more)
    plan = propose(seen, gemeente=ours, kaart=kaart(), catalogue=known, entries=entries)
    found = scenarios(seen, gemeente=ours, kaart=kaart(), catalogue=known, plan=plan)
    return {scenario.name: scenario for scenario in found}


def estimate(name: str, **cost: Any) -> Entry:
    return entry(name, eigen_inschatting={"waarom": "Zo.", "kosten": {"soort": "incidenteel", **cost}})


def test_nothing_to_do_gives_no_scenarios() -> None:
    assert weigh(analysis(), catalogue(practice("bp-a"))) == {}


def test_zuinig_takes_what_is_missing_light_and_paid_with_what_it_waits_for() -> None:
    known = catalogue(
        practice("bp-eerst"),
        practice("bp-mist", na=after("bp-eerst")),
        practice("bp-deels"),
        practice("bp-zwaar", inspanning=graded(3)),
        practice("bp-duur"),
        practice("bp-betaald"),
        funding_sources=(source("fonds"),),
    )
    names = ("eerst", "mist", "deels", "zwaar", "duur", "betaald")
    partly = {"eerst", "deels"}
    seen = analysis(
        *(finding(f"bp-{name}", Verdict.PARTLY if name in partly else Verdict.MISSING) for name in names)
    )
    found = weigh(
        seen,
        known,
        estimate("m-duur", bedrag=10),
        estimate("m-betaald", bedrag=10, financiering="fonds"),
    )
    assert set(found["zuinig"].chosen) == {"m-eerst", "m-mist", "m-betaald"}
    assert set(found["basis"].chosen) == {f"m-{name}" for name in names}
    why = {item.id: item.reason for item in found["zuinig"].uncovered}
    assert why["m-deels"] == "Zuinig doet dit niet: het sluit niets dat ontbreekt."
    assert why["m-zwaar"] == "Zuinig doet dit niet: de inspanning is groot."
    assert why["m-duur"] == "Zuinig doet dit niet: geen geldbron betaalt de kosten."
    assert found["zuinig"].left == (
        "gap-praktijk-bp-deels",
        "gap-praktijk-bp-duur",
        "gap-praktijk-bp-zwaar",
    )


def test_zuinig_leaves_what_waits_for_something_heavy() -> None:
    known = catalogue(practice("bp-zwaar", inspanning=graded(3)), practice("bp-mist", na=after("bp-zwaar")))
    seen = analysis(finding("bp-zwaar", Verdict.PARTLY), finding("bp-mist", Verdict.MISSING))
    found = weigh(seen, known)
    assert found["zuinig"].chosen == ()
    why = {item.id: item.reason for item in found["zuinig"].uncovered}
    assert why["m-mist"] == "Dit wacht op ‘Doe zwaar’, en dat doet zuinig niet."


def test_what_was_decided_is_in_every_scenario_dated_or_not() -> None:
    known = catalogue(practice("bp-a", inspanning=graded(3)))
    dear = {"bedrag": 99, "soort": "incidenteel"}
    found = weigh(
        analysis(finding("bp-a", Verdict.PARTLY)),
        known,
        entry("m-a", voorstel=None, besluit=decision(kosten=dear)),
        entry("m-eigen", voorstel=None, besluit=decision(titel="Eigen plan")),
        middelen={"budget": [{"jaar": 2027, "bedrag": 1}], "capaciteit": {"tegelijk": 0}},
    )
    assert [set(item.chosen) for item in found.values()] == [{"m-a", "m-eigen"}] * 3
    assert all(item.incidental == 99 for item in found.values())


def test_a_finding_closes_when_all_that_is_proposed_for_it_is_done() -> None:
    shared = finding("kp", Verdict.MISSING, kind="knelpunt", praktijken=["bp-a", "bp-b"])
    seen = analysis(finding("bp-a", Verdict.MISSING), finding("bp-b", Verdict.MISSING), shared)
    found = weigh(
        seen,
        catalogue(practice("bp-a"), practice("bp-b")),
        estimate("m-b", bedrag=10),
        middelen={"budget": [{"jaar": 2027, "bedrag": 0}, {"jaar": 2028, "bedrag": 0}]},
    )
    assert found["basis"].closed == ("gap-praktijk-bp-a",)
    assert set(found["basis"].left) == {"gap-praktijk-bp-b", shared.id}
    assert found["ambitie"].left == ()
    assert [item.id for item in found["basis"].uncovered] == ["m-b"]
    assert found["basis"].uncovered[0].gaps == ("gap-praktijk-bp-b", shared.id)


def test_sums_are_apart_and_unknown_is_not_nothing() -> None:
    names = ("once", "yearly", "which", "unknown")
    found = weigh(
        analysis(*(finding(f"bp-{name}", Verdict.MISSING) for name in names)),
        catalogue(
            *(
                practice(f"bp-{name}", trekker=lead)
                for name, lead in zip(names, ("a", "b", "c", "d"), strict=True)
            ),
            funding_sources=(source("fonds"),),
        ),
        estimate("m-once", bedrag=10, financiering="fonds"),
        estimate("m-yearly", bedrag=20, soort="structureel"),
        estimate("m-which", bedrag=30, soort="onbekend"),
    )
    basis = found["basis"]
    assert (basis.incidental, basis.structural, basis.unknown_kind) == (10, 40, 30)
    assert basis.not_covered == 70
    assert basis.unknown_cost == ("m-unknown",)
    assert basis.notes == (
        (
            "Van 1 van de 4 maatregelen zijn de kosten onbekend: die zijn alleen op handen ingepast en tellen in geen "
            "bedrag mee."
        ),
    )
    only = weigh(analysis(finding("bp-a", Verdict.MISSING)), catalogue(practice("bp-a")))
    rows = {row[0]: row[1:] for row in scenario_overview.rows(tuple(only.values()))}
    assert rows["Incidenteel, alle jaren"] == ("onbekend",) * 3


def test_a_budget_that_decisions_overdraw_is_said() -> None:
    fixed = decision(begin="2027-K1", eind="2027-K1", kosten={"bedrag": 50, "soort": "incidenteel"})
    found = weigh(
        analysis(),
        catalogue(practice("bp-a")),
        entry("m-eigen", voorstel=None, besluit=fixed),
        middelen={"budget": [{"jaar": 2027, "incidenteel": 40}]},
    )
    assert found["basis"].notes == (
        (
            "Wat vaststaat kost in 2027 €\N{NO-BREAK SPACE}10 meer dan het opgegeven incidentele budget van "
            "€\N{NO-BREAK SPACE}40."
        ),
    )


def test_what_each_scenario_takes_in_is_said_and_ours() -> None:
    seen, known = analysis(finding("bp-a", Verdict.MISSING)), catalogue(practice("bp-a"))
    told = [item.description for item in weigh(seen, known).values()]
    assert all("(afgeleid)" in text for text in told)
    stated = {"bron": "kadernota", "budget": [{"jaar": 2027, "bedrag": 1}], "capaciteit": {"tegelijk": 1}}
    basis = weigh(seen, known, middelen=stated)["basis"].description
    assert basis == "Wat past in het geld en de handen die de gemeente opgeeft (bron: kadernota)."


NAMES = ("a", "b", "c", "d")
KINDS = st.sampled_from(["incidenteel", "structureel", "onbekend"])


@pytest.mark.slow
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_each_scenario_does_at_least_what_the_one_before_it_does(data: st.DataObject) -> None:
    known = catalogue(
        *(
            practice(
                f"bp-{name}",
                inspanning=graded(data.draw(st.integers(1, 3))),
                na=after(
                    *(f"bp-{other}" for other in data.draw(st.sets(st.sampled_from(NAMES), max_size=2)))
                ),
            )
            for name in NAMES
        )
    )
    verdicts = {name: data.draw(st.sampled_from([Verdict.MISSING, Verdict.PARTLY])) for name in NAMES}
    entries = []
    for name in data.draw(st.lists(st.sampled_from(NAMES), unique=True)):
        if data.draw(st.booleans()):
            fixed = data.draw(st.sampled_from([{}, {"begin": "2027-K2", "eind": "2027-K3"}]))
            kind = data.draw(st.sampled_from(["overgenomen", "uitgesteld", "afgewezen"]))
            entries.append(
                entry(
                    f"m-{name}",
                    voorstel=proposal(praktijken=[f"bp-{name}"]),
                    besluit=decision(soort=kind, **fixed),
                )
            )
        else:
            entries.append(
                estimate(f"m-{name}", bedrag=data.draw(st.integers(0, 30)), soort=data.draw(KINDS))
            )
    found = weigh(
        analysis(
            *(
                finding(f"bp-{name}", verdict, rank=rank)
                for rank, (name, verdict) in enumerate(verdicts.items(), 1)
            )
        ),
        known,
        *entries,
        middelen={
            "budget": [{"jaar": year, "bedrag": data.draw(st.integers(0, 40))} for year in (2027, 2028)],
            "capaciteit": {"tegelijk": data.draw(st.integers(0, 3))},
        },
    )
    decided = {item.id for item in entries if item.decision and item.decision.is_taken_over}
    frugal, base, ambition = found.values() if found else [None] * 3
    if frugal is None or base is None or ambition is None:
        return
    assert decided <= set(frugal.chosen) <= set(base.chosen) <= set(ambition.chosen)
    assert set(frugal.closed) <= set(base.closed) <= set(ambition.closed)
    for scenario in (frugal, base, ambition):
        assert not set(scenario.closed) & set(scenario.left)
        assert not set(scenario.chosen) & {item.id for item in scenario.uncovered}


def test_basis_is_the_plan_and_the_example_shows_a_difference(root: Path) -> None:
    """In the full example something does not fit, and the three ways differ."""
    opened = open_dossier(root / "examples" / "voorbeeldstad", as_of=AS_OF)
    material = opened.material(AS_OF)
    frugal, base, ambition = material.scenarios
    dated = {item.id for item in material.plan.current if item.start}
    assert set(base.chosen) == dated
    assert material.uncovered == base.uncovered
    assert {item.id for item in base.uncovered} == {
        item.id for item in material.plan.current if item.proposal and item.proposal.not_fitting
    }
    assert len(frugal.closed) < len(base.closed) < len(ambition.closed)
    assert all(item.reason for item in base.uncovered)
