"""What nobody filled in of a measure: its phase, its quarters, how certain its money is. None of it is invented."""

from __future__ import annotations

from datetime import date

from tests.report.worlds import AS_OF, decided, example, replanned

from psoh_cli.plan import overview
from psoh_cli.plan.decision import Decision
from psoh_cli.plan.plan import Entry
from psoh_cli.report import asks
from psoh_cli.report.compose import compose
from psoh_cli.report.document import to_json
from psoh_cli.report.draft import Draft
from psoh_cli.report.figures_gantt import Bar, gantt
from psoh_cli.report.funding import paid_from
from psoh_cli.report.material import Material
from psoh_cli.vocabulary import Phase

NO_BREAK = "\N{NO-BREAK SPACE}"


def own_measure(**fields: object) -> Entry:
    """Give a measure that people added themselves: a decision without a proposal."""
    known: dict[str, object] = {
        "soort": "overgenomen", "door": "college", "datum": date(2026, 11, 1), "titel": "Een eigen maatregel",
    }  # fmt: skip
    return Entry(id="m-eigen", decision=Decision.model_validate(known | fields))


def without_years(material: Material, *entries: Entry) -> Material:
    world = replanned(material, entries=entries)
    gemeente = material.gemeente.model_copy(update={"horizon": None})
    return Material(
        gemeente=gemeente, portrait=world.portrait, kaart=world.kaart, catalogue=world.catalogue,
        analysis=world.analysis, plan=world.plan,
    )  # fmt: skip


def test_a_measure_without_a_phase_gets_none() -> None:
    world = replanned(example("voorbeeldstad"), entries=(own_measure(begin="2027-K1", eind="2027-K4"),))
    said = to_json(compose("implementatieplan", world))
    assert "fase onbekend" in said
    assert "voorbereiden" not in said


def test_a_bar_says_its_phase_or_that_nobody_knows() -> None:
    bars = (Bar("M1", "Iets", None, 0, 3, True), Bar("M2", "Anders", Phase.PREPARE, 0, 3, True))
    drawing = gantt(bars, quarters=tuple(f"2027-K{n}" for n in range(1, 5)), title="t", description="d")
    assert drawing.count("fase onbekend") == 1
    assert drawing.count("voorbereiden") == 1


def test_money_without_quarters_is_counted_and_never_zero() -> None:
    cost = {"bedrag": "8.000", "zekerheid": "raming", "soort": "incidenteel"}
    for world in (
        without_years(example("voorbeeldstad"), own_measure(kosten=cost)),
        replanned(example("voorbeeldstad"), entries=(own_measure(kosten=cost),)),
    ):
        draft = Draft(world)
        said = asks.money_in_words(draft)
        assert f"telt op tot €{NO_BREAK}8.000" in said
        assert f"telt op tot €{NO_BREAK}0" not in said
        command = " ".join(
            overview.notes(
                world.plan,
                money=draft.budget,
                gemeente=world.gemeente,
                sources=world.catalogue.funding_sources,
                as_of=AS_OF,
            )
        )
        assert f"Bekend is €{NO_BREAK}8.000." in command
        assert said in to_json(compose("samenvatting", world))


def test_structural_money_counts_to_the_end_of_the_horizon_everywhere() -> None:
    material = example("voorbeeldstad")
    horizon = material.gemeente.horizon
    assert horizon is not None
    assert horizon.last > horizon.first
    cost = {"bedrag": "1.000", "zekerheid": "raming", "soort": "structureel"}
    entry = next(entry for entry in material.plan.entries if entry.proposal and not entry.decision)
    first = decided(entry, kosten=cost, begin=f"{horizon.first}-K1", eind=f"{horizon.first}-K4")
    world = replanned(material, entries=(first,))
    whole = f"€{NO_BREAK}{horizon.last - horizon.first + 1}.000"
    draft = Draft(world)
    assert f"Bekend is {whole}." in " ".join(
        overview.notes(
            world.plan,
            money=draft.budget,
            gemeente=world.gemeente,
            sources=world.catalogue.funding_sources,
            as_of=AS_OF,
        )
    )
    assert f"telt op tot {whole} ({horizon.first} tot en met {horizon.last})" in to_json(
        compose("samenvatting", world)
    )


def test_an_amount_that_nobody_vouches_for_says_so() -> None:
    cost = {"bedrag": "8.000", "soort": "incidenteel"}
    entry = own_measure(kosten=cost, begin="2027-K1", eind="2027-K4")
    said = to_json(compose("implementatieplan", replanned(example("voorbeeldstad"), entries=(entry,))))
    assert "zekerheid onbekend" in said
    assert "hoe zeker het bedrag is, is niet bekend" in said


def test_a_known_amount_that_does_not_fit_is_told_beside_the_sum() -> None:
    world = example("voorbeeldstad")
    said = asks.money_in_words(Draft(world))
    left = [entry for entry in world.plan.current if entry.proposal and entry.proposal.not_fitting]
    assert [entry.cost.amount is not None for entry in left] == [True, True]
    assert "Ook niet geteld: 2 maatregelen die niet passen." in said
    alone = asks.money_in_words(Draft(replanned(world, entries=tuple(left))))
    assert f"€{NO_BREAK}0" not in alone, "money that has no place yet is not nothing"
    assert "Ook niet geteld: 2" in alone


def test_a_source_that_ends_before_the_plan_pays_for_nothing_without_dates_either() -> None:
    world = example("voorbeeldstad")
    (entry,) = (item for item in world.plan.current if item.start is None and item.cost.source == "spuk-gala")
    said = paid_from(entry, draft=Draft(world))
    assert said == "ongedekt; Brede SPUK (GALA) loopt tot 31 december 2026"
