"""What a run changed and what a reader must not miss, in words."""

from __future__ import annotations

from tests.plan.world import (
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    gemeente,
    plan_of,
    practice,
    proposal,
)

from psoh_cli.plan import overview
from psoh_cli.plan.budget import budget
from psoh_cli.plan.changes import Changes, changes_between
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.vocabulary import Verdict

KNOWN = catalogue(practice("bp-regie"), practice("bp-visie"))


def notes(*entries: Entry) -> str:
    plan = Plan(entries=entries)
    money = budget(plan, sources=())
    return "\n".join(overview.notes(plan, money=money, gemeente=gemeente((2027, 2027))))


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
