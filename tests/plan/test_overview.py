"""What a run changed and what a reader must not miss, in words."""

from __future__ import annotations

from tests.plan.world import (
    AS_OF,
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    gemeente,
    plan_of,
    practice,
    proposal,
    source,
)

from psoh_cli.plan import overview
from psoh_cli.plan.budget import budget
from psoh_cli.plan.changes import Changes, changes_between
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.practices.reference import FundingSource
from psoh_cli.vocabulary import Verdict

KNOWN = catalogue(practice("bp-regie"), practice("bp-visie"))


def notes(*entries: Entry, sources: tuple[FundingSource, ...] = ()) -> str:
    plan = Plan(entries=entries)
    money = budget(plan, sources=())
    return "\n".join(
        overview.notes(plan, money=money, gemeente=gemeente((2027, 2027)), sources=sources, as_of=AS_OF)
    )


def test_each_entry_is_new_renewed_lapsed_or_unchanged() -> None:
    gaps = (finding("bp-regie", Verdict.MISSING), finding("bp-visie", Verdict.MISSING))
    same = plan_of(analysis(gaps[0]), KNOWN).entries[0]
    before = (same, entry("m-weg", besluit=decision()))
    after = plan_of(analysis(*gaps), KNOWN, *before)
    assert changes_between(before, after=after) == Changes(
        new=("m-visie",), renewed=(), lapsed=("m-weg",), unchanged=("m-regie",), decided=1
    )
    older = entry(voorstel=proposal().model_dump(by_alias=True))
    assert changes_between((older,), after=plan_of(analysis(*gaps), KNOWN, older)).renewed == ("m-regie",)


def test_the_summary_counts_in_dutch() -> None:
    one = Changes(new=("a",), renewed=("b", "c"), lapsed=(), unchanged=(), decided=2)
    assert overview.summary(one) == (
        "1 nieuw voorstel, 2 vernieuwd, 0 vervallen en 0 onveranderd. "
        "Er zijn 2 besluiten; daaraan is niets veranderd."
    )


def test_uncovered_and_unknown_money_is_said() -> None:
    cost = {"bedrag": 1000, "soort": "incidenteel"}
    text = notes(entry("m-a"), entry("m-b", besluit=decision(kosten=cost)))
    assert "Van 1 van de 2 maatregelen zijn de kosten onbekend." in text
    assert "Daarvan is €\N{NO-BREAK SPACE}1.000 ongedekt." in text


def test_lapsed_rejected_and_late_measures_are_said() -> None:
    text = notes(
        entry("m-a", voorstel=proposal(vervallen="Geregeld.").model_dump(by_alias=True)),
        entry("m-b", besluit=decision(soort="afgewezen")),
        entry("m-c", voorstel=proposal(eind="2028-K1").model_dump(by_alias=True)),
    )
    assert "1 voorstel geldt niet meer; de reden staat in plan.yaml: m-a." in text
    assert "1 voorstel is afgewezen en hier niet getoond." in text
    assert "1 maatregel loopt door na 2027, het laatste jaar van het plan." in text


def test_an_empty_plan_says_why() -> None:
    assert notes().startswith("Er zijn geen maatregelen")


def test_a_table_per_phase_with_who_and_when() -> None:
    plan = Plan(
        entries=(entry(), entry("m-b", besluit=decision(begin="2027-K2", eind="2027-K2", status="loopt")))
    )
    tables = list(overview.tables(plan, catalogue=KNOWN))
    assert [table.title for table in tables] == ["Verkennen"]
    assert tables[0].rows == (
        ("Beleg de regie", "Partner beleid", "2027-K1 t/m 2027-K2", "voorstel"),
        ("Beleg de regie", "projectleider", "2027-K2", "overgenomen, loopt"),
    )


def test_money_that_ends_within_a_year_is_said() -> None:
    offered = entry("m-a", voorstel=proposal(mogelijke_financiering=["gala", "later"]))
    sources = (
        source("gala", loopt_tot="2027-11-20"),
        source("later", loopt_tot="2027-11-21"),
        source("niet-aangeboden", loopt_tot="2026-12-31"),
    )
    text = notes(offered, sources=sources)
    assert "Let op: gala loopt tot en met 20 november 2027." in text
    assert "later loopt" not in text
    assert "niet-aangeboden" not in text


def test_what_does_not_fit_is_in_no_total() -> None:
    left = entry(
        "m-a",
        voorstel=proposal(begin=None, eind=None, past_niet="Er is geen geld voor."),
        eigen_inschatting={"kosten": {"bedrag": 700, "soort": "incidenteel"}, "waarom": "Zo."},
    )
    text = notes(left, entry("m-b", besluit=decision(kosten={"bedrag": 1000, "soort": "incidenteel"})))
    assert "Bekend is €\N{NO-BREAK SPACE}1.000." in text
    assert "1 maatregel past niet in de middelen en staat met een bekend bedrag in geen enkel totaal." in text
    (table,) = overview.tables(Plan(entries=(left,)), catalogue=KNOWN)
    assert table.rows[0][2] == "past niet"
