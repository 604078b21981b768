"""What is asked of whom: one set in every document, only what can be decided, in the amounts of the plan."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.report.test_compose import cells, section
from tests.report.test_plan_chapters import ordinary
from tests.report.worlds import EXAMPLES, decided, example, replanned, without_means

from psoh_cli.dutch import euros
from psoh_cli.plan.plan import Entry
from psoh_cli.report import asks, decision_points, measures, unknowns
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Bullets, Callout, Document, Paragraph, Table, walk
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.material import Material
from psoh_cli.report.spans import plain
from psoh_cli.report.version import Version

PLAN, SUMMARY, ANALYSIS = "implementatieplan", "samenvatting", "gap-analyse"


def called(document: Document, title: str) -> list[str]:
    return [
        ordinary(plain(item))
        for part in walk(document.sections)
        for block in part.blocks
        if isinstance(block, Callout) and block.title == title
        for item in block.content
    ]


def table(document: Document, caption: str) -> Table:
    return next(
        block
        for part in walk(document.sections)
        for block in part.blocks
        if isinstance(block, Table) and block.caption == caption
    )


def costing(material: Material, **money: str) -> tuple[Entry, ...]:
    first, *_ = [entry for entry in material.plan.entries if entry.proposal and not entry.decision]
    cost = {"zekerheid": "raming", "soort": "incidenteel"} | money
    return (decided(first, kosten=cost, begin="2027-K1", eind="2027-K4"),)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_document_asks_the_council_the_same(name: str) -> None:
    material = example(name)
    summary = called(compose(SUMMARY, material), "Wat van de raad wordt gevraagd")
    plan = compose(PLAN, material)
    in_full = called(plan, "Aan de raad")
    assert summary == called(plan, "Wat van de raad wordt gevraagd")
    assert len(summary) == len(in_full)
    assert all(full.startswith(short) for short, full in zip(summary, in_full, strict=True))
    assert not any("Neem een besluit over" in point for point in summary), "measures are for the college"


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_gap_analysis_asks_for_no_decision(name: str) -> None:
    said = called(compose(ANALYSIS, example(name)), "Wat van de raad wordt gevraagd")
    assert said[0].startswith("Neem kennis")
    assert "hoeft de raad niets te besluiten" in said[1]
    assert len(said) == 2


def test_no_choice_of_means_is_asked_while_no_amount_is_known() -> None:
    material = example("dordrecht")
    assert material.scenarios
    assert not any(item.known for item in material.scenarios)
    asked = decision_points.for_council(Draft(material))
    assert not any("Kies een scenario" in point for point in asked)
    assert any("Laat de kosten ramen" in point for point in decision_points.for_college(Draft(material)))


def test_a_choice_of_means_names_what_each_costs_and_how_much_is_unknown() -> None:
    material = example("voorbeeldstad")
    (point,) = [item for item in decision_points.for_council(Draft(material)) if "Kies een scenario" in item]
    for item in material.scenarios:
        assert f"{item.name} ({euros(item.known)}" in point
        assert f"bij {item.name} van {len(item.unknown_cost)} maatregel" in point


def test_only_what_was_filled_in_is_adopted() -> None:
    material = example("voorbeeldstad")
    gemeente = material.gemeente.model_copy(update={"principles": ()})
    asked = " ".join(decision_points.for_council(Draft(replace(material, gemeente=gemeente))))
    assert "Stel de ambitie in hoofdstuk 3 vast." in asked
    assert "een voorstel voor de uitgangspunten: die zijn nog niet ingevuld" in asked


def test_the_amounts_asked_are_those_of_the_money_chapter_and_the_scenarios() -> None:
    material = example("voorbeeldstad")
    found = Draft(material).budget
    stated, uncovered = asks.stated_in(found), asks.uncovered_in(found)
    document = compose(PLAN, material)
    cover = {row[0]: row[-1] for row in cells(table(document, "Dekking per jaar"))}
    assert cover["Te betalen uit het opgegeven budget"] == euros(stated)
    assert cover["Ongedekt"] == euros(uncovered)
    basis = next(item for item in material.scenarios if item.name == "basis")
    assert (basis.from_stated, basis.not_covered) == (stated, uncovered)
    asked = called(document, "Aan de raad")
    assert any(ordinary(f"budget {euros(stated)} betaalt") in point for point in asked)
    rows = {row[0]: row[1:] for row in cells(table(document, "Het budget dat de gemeente opgeeft, per jaar"))}
    needed = [item for item in found.stated if item.word == "incidenteel"]
    assert rows["Nodig, incidenteel"] == [euros(item.needed) for item in needed]
    assert sum(item.needed for item in found.stated) == stated


def test_without_stated_money_nothing_is_paid_from_it() -> None:
    material = without_means(example("voorbeeldstad"))
    document = compose(PLAN, replanned(material, entries=costing(material, bedrag="900")))
    assert "opgegeven budget" not in ordinary(" ".join(called(document, "Aan de raad")))
    asked = called(document, "Aan de raad")
    assert any(ordinary(f"hoe {euros(900)} wordt gedekt") in point for point in asked)


def test_a_decided_measure_that_overdraws_is_named_as_decided() -> None:
    material = example("voorbeeldstad")
    world = replanned(material, entries=costing(material, bedrag="80.000"))
    found = Draft(world).budget
    assert (asks.stated_in(found), asks.uncovered_in(found)) == (50_000, 30_000)
    asked = " ".join(decision_points.for_council(Draft(world)))
    assert f"is over {euros(80_000)} al besloten" in asked
    assert f"hoe {euros(30_000)} wordt gedekt" in asked
    cell = paid_from(world.plan.current[0], draft=Draft(world))
    assert cell.startswith(f"deels uit het opgegeven budget; ongedekt {euros(30_000)}")


def test_a_choice_that_was_made_is_not_asked_again() -> None:
    material = example("voorbeeldstad")
    draft = Draft(material)
    chosen = next(entry for entry in material.plan.current if entry.decision and entry.decision.practice)
    assert chosen.proposal
    assert any("Kies er één" in step.text for step in chosen.proposal.first_steps)
    steps = measures.steps_of(chosen, draft=draft)
    assert steps
    assert not any("Kies er één" in step.text or "Vergelijk" in step.text for step in steps)


def test_nothing_is_asked_now_for_what_was_put_off() -> None:
    material = example("voorbeeldstad")
    later = next(
        entry
        for entry in material.plan.current
        if entry.decision and entry.decision.kind.value == "uitgesteld"
    )
    assert measures.steps_of(later, draft=Draft(material)) == ()
    asked = section(compose(PLAN, material, version=Version.PARTNERS), "gevraagd")
    said = [
        ordinary(plain(item)) for block in asked.blocks if isinstance(block, Bullets) for item in block.items
    ]
    (about,) = [item for item in said if later.title in item]
    assert about.endswith("Uitgesteld: nu vragen wij hiervoor niets.")


@pytest.mark.parametrize("name", EXAMPLES)
def test_open_questions_are_counted_once(name: str) -> None:
    material = example(name)
    total = sum(len(item.own) for item in material.analysis.to_ask)
    said = unknowns.count(Draft(material))
    assert said.startswith(f"{total} vra") if total else said == "geen vragen open"
    asking = material.plan.entry.get("m-nagaan")
    steps = asking.proposal.first_steps if asking and asking.proposal else ()
    counted = [int(step.text.split(": ")[-1].split()[0]) for step in steps if "open." in step.text]
    assert sum(counted) in (0, total) or any("andere" in step.text for step in steps)


def test_an_empty_kaart_is_not_called_confirmed() -> None:
    material = example("dordrecht")
    kaart = material.kaart.model_copy(update={"organizations": (), "services": ()})
    analysis = material.analysis.model_copy(
        update={
            "findings": tuple(item for item in material.analysis.findings if item.kind.value != "actueel")
        }
    )
    document = compose(ANALYSIS, replace(material, kaart=kaart, analysis=analysis))
    said = " ".join(
        plain(block.content) for block in section(document, "actueel").blocks if isinstance(block, Paragraph)
    )
    assert "nog leeg" in said
    assert "binnen zijn termijn" not in said


def test_notes_for_editors_stay_out_of_the_documents() -> None:
    said = "".join(
        compose(kind, example(name)).model_dump_json()
        for name in ("voorbeeldstad", "dordrecht")
        for kind in (PLAN, ANALYSIS)
    )
    for note in ("Nooit tonen", "noem altijd", "Alleen gebruiken naast", "overleg, geen organisatie"):
        assert note not in said
