"""The implementation plan follows the chapters of municipal plans, and says calmly what nobody filled in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from tests.report.worlds import AS_OF, EXAMPLES, decided, example, replanned, without_means

from psoh_cli.gemeente.gemeente import Adoption
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.report.compose import compose
from psoh_cli.report.document import Callout, Document, Paragraph, Section, Table, to_json, walk
from psoh_cli.report.draft import Draft
from psoh_cli.report.implementation_plan import KIND as PLAN
from psoh_cli.report.material import Material
from psoh_cli.report.measures import steps_of
from psoh_cli.report.spans import Badge, Cite, plain

CHAPTERS = (
    "samenvatting", "aanleiding", "opgave", "visie", "gevonden", "maatregelen", "planning", "organisatie", "geld",
    "indicatoren", "risicos", "besluitpunten", "uitwerking", "besluiten", "kaders", "landelijke-cijfers",
)  # fmt: skip


def section(document: Document, name: str) -> Section:
    return next(part for part in walk(document.sections) if part.id == name)


def blocks(part: Section | Document) -> Iterator[Any]:
    parts = part.sections if isinstance(part, Document) else (part,)
    for each in walk(parts):
        yield from each.blocks


def table(part: Section | Document, caption: str) -> list[list[str]]:
    found = next(block for block in blocks(part) if isinstance(block, Table) and block.caption == caption)
    return [[ordinary(plain(cell)) for cell in row] for row in found.rows]


def ordinary(text: str) -> str:
    return text.replace(chr(0xA0), " ")


def said(part: Section) -> str:
    return ordinary(part.model_dump_json())


def of_gemeente(material: Material, **update: Any) -> Material:
    return replace(material, gemeente=material.gemeente.model_copy(update=update))


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_chapters_stand_in_the_order_of_municipal_plans(name: str) -> None:
    document = compose(PLAN, example(name))
    assert tuple(part.id for part in document.sections) == CHAPTERS
    numbers = [part.number for part in document.sections]
    assert numbers == ["", *(str(number) for number in range(1, 12)), "A", "B", "C", "D"]


def test_what_only_people_can_say_is_called_unknown_and_never_made_up() -> None:
    document = compose(PLAN, example("zandvoort"))
    for chapter, words in (
        ("aanleiding", "nog niet ingevuld (onbekend)"),
        ("visie", "nog geen ambitie ingevuld"),
    ):
        assert words in said(section(document, chapter))
    assert "nog geen uitgangspunten ingevuld (onbekend)" in said(section(document, "visie"))
    assert "Wie welke rol heeft in dit project, is nog niet ingevuld" in said(
        section(document, "organisatie")
    )
    full = compose(PLAN, example("voorbeeldstad"))
    assert "ingevuld (onbekend)" not in to_json(full)
    for principle in example("voorbeeldstad").gemeente.principles:
        assert principle in said(section(full, "visie"))


def test_a_plan_is_adopted_from_the_day_on_that_it_was() -> None:
    material = example("voorbeeldstad")
    for day, expected in (("2026-11-21", True), ("2026-11", False), ("2026-12-01", False)):
        adoption = Adoption.model_validate({"door": "de gemeenteraad", "datum": day})
        document = compose(PLAN, of_gemeente(material, adoption=adoption))
        assert document.status.startswith("Vastgesteld door de gemeenteraad op") is expected, day
        assert any(ordinary(plain(fact.content)) == ordinary(document.status) for fact in document.facts)
    assert compose(PLAN, material).status.startswith("Concept")


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_national_figure_has_its_year_and_source_and_comparisons_never_meet(name: str) -> None:
    document = compose(PLAN, example(name))
    comparisons = [
        figure.description
        for figure in example(name).catalogue.key_figures
        if figure.id.startswith("kc-vergelijking-")
    ]
    assert len(comparisons) == 4, "the knowledge no longer tests this"
    shown = 0
    for caption in ("Landelijke cijfers over psychische klachten", "Landelijke cijfers: achtergrond"):
        found = next(
            block for block in blocks(document) if isinstance(block, Table) and block.caption == caption
        )
        for row in found.rows:
            assert plain(row[2])
            assert [span.kind for span in row[3] if isinstance(span, Badge | Cite)] == ["herkomst", "bron"]
            shown += any(ordinary(plain(row[0])).startswith(text) for text in comparisons)
    assert shown == 1
    rows = [row[0] for row in table(document, "Landelijke cijfers over psychische klachten")]
    assert "Syrische statushouders die psychisch ongezond" in rows[1]
    assert rows[2].startswith("Nederlandse bevolking psychisch ongezond, volgens VNG en ARQ")


def test_an_estimate_is_called_one_and_only_made_where_the_number_is_known() -> None:
    part = section(compose(PLAN, example("voorbeeldstad")), "opgave")
    told = " ".join(ordinary(plain(block.content)) for block in blocks(part) if isinstance(block, Paragraph))
    assert "Voor 640 statushouders is dat 83 tot 160 mensen. Dat is een schatting, geen telling" in told
    assert "schatting" not in said(section(compose(PLAN, example("dordrecht")), "opgave"))


def test_scenarios_stand_side_by_side_and_what_does_not_fit_has_its_reason() -> None:
    material = example("voorbeeldstad")
    first, second, *_ = material.plan.current
    gap = material.analysis.gaps()[0].id
    world = replace(
        material,
        scenarios=(
            Scenario(name="zuinig", description="Alleen wat moet.", chosen=(first.id,), left=(gap,)),
            Scenario(
                name="ambitie",
                description="Alles.",
                chosen=(first.id, second.id),
                incidental=12_000,
                unknown_cost=(second.id,),
                closed=(gap,),
            ),
        ),
        uncovered=(Uncovered(id=second.id, title=second.title, reason="er is geen geld voor", gaps=(gap,)),),
    )
    part = section(compose(PLAN, world), "scenarios")
    rows = {row[0]: row[1:] for row in table(part, "Scenario’s naast elkaar")}
    assert rows["Incidenteel, bekend"] == ["€ 0", "€ 12.000"]
    assert rows["Kosten onbekend"] == ["geen", "1 maatregel"]
    assert rows["Bevindingen gesloten"] == ["0", "1"]
    assert rows["Bevindingen nog open"] == ["1", "0"]
    (left,) = table(part, "Past niet in de opgegeven middelen")
    assert left[0].endswith(second.title)
    assert left[1] == "Er is geen geld voor."
    assert left[2] == ordinary(material.analysis.finding[gap].title)
    alone = replace(world, scenarios=(), uncovered=())
    assert not any(item.id == "scenarios" for item in walk(compose(PLAN, alone).sections))


def test_what_nobody_knows_the_cost_of_is_not_zero_in_a_scenario() -> None:
    material = example("voorbeeldstad")
    first = material.plan.current[0]
    unknown = Scenario(name="basis", description="x", chosen=(first.id,), unknown_cost=(first.id,))
    part = section(compose(PLAN, replace(material, scenarios=(unknown,))), "scenarios")
    rows = {row[0]: row[1:] for row in table(part, "Scenario’s naast elkaar")}
    assert rows["Incidenteel, bekend"] == ["onbekend"]


def test_every_measure_says_why_now() -> None:
    material = example("voorbeeldstad")
    entries = tuple(
        entry.model_copy(
            update={"proposal": entry.proposal.model_copy(update={"why_now": f"Om {entry.id}."})}
        )
        for entry in material.plan.current
        if entry.proposal and entry.start and entry.end
    )
    rows = table(compose(PLAN, replanned(material, entries=entries)), "Planning per maatregel")
    assert [row[-1] for row in rows] == [f"Om {entry.id}." for entry in entries]


def test_a_measure_that_begins_before_what_comes_first_is_warned_of() -> None:
    material = example("voorbeeldstad")

    def warned(world: Material) -> list[str]:
        found = blocks(section(compose(PLAN, world), "planning"))
        return [
            ordinary(plain(told))
            for block in found
            if isinstance(block, Callout) and block.title == "Begint voordat klaar is wat eerst komt"
            for told in block.content
        ]

    told = warned(material)
    assert [text.split()[0] for text in told] == ["M4", "M6", "M17"], "as psoh check warns with PLAN006"
    assert "begint in K2 2027, maar komt na M12 (klaar in K4 2027) en M15 (klaar in K2 2028)" in told[-1]
    late = tuple(entry for entry in material.plan.entries if entry.decision is None)
    assert warned(replanned(material, entries=late)) == []


def test_what_was_put_off_is_counted_apart() -> None:
    told = said(section(compose(PLAN, example("voorbeeldstad")), "maatregelen"))
    assert "Over 6 is een besluit genomen, waarvan 1 uitgesteld; de andere zijn voorstellen." in told


def test_what_psoh_counts_itself_is_a_baseline_with_its_day() -> None:
    rows = {row[0]: row for row in table(compose(PLAN, example("voorbeeldstad")), "Indicatoren")}
    counted = "30 van de 33 (91%) op 21 november 2026; geteld door psoh"
    assert rows["Actuele sociale kaart"][3] == counted
    assert "zijn er 30 (91%) in de laatste 12 maanden" in ordinary(
        to_json(compose("gap-analyse", example("voorbeeldstad")))
    )


def test_a_quarter_is_written_one_way_and_ids_stand_where_they_are_explained() -> None:
    for kind in ("implementatieplan", "gap-analyse"):
        document = compose(kind, example("voorbeeldstad"))
        for part in walk(document.sections):
            text = re.sub(r"<svg.*?</svg>", "", part.model_copy(update={"sections": ()}).model_dump_json())
            assert not re.search(r"20\d\d-K[1-4]|[1-4]e kwartaal", text), part.id
            ids = re.findall(r'"text":"gap-[a-z]', text)
            assert not ids or part.id == "onderbouwing", part.id


def test_the_money_has_years_kind_certainty_and_cover_and_no_total_while_a_cost_is_unknown() -> None:
    material = without_means(example("voorbeeldstad"))
    first, second, *_ = [entry for entry in material.plan.entries if entry.proposal and not entry.decision]
    dates = {"begin": "2027-K1", "eind": "2027-K4"}
    cost = {"bedrag": "12.000", "zekerheid": "raming", "soort": "incidenteel", "toelichting": "twee groepen"}
    lasting = next(source for source in material.catalogue.funding_sources if source.runs_until is None)
    paid = decided(first, kosten=cost | {"financiering": lasting.id}, **dates)
    unpaid = decided(second, kosten=cost, **dates)
    open_ = decided(second, kosten={"zekerheid": "onbekend"}, **dates)

    known = section(compose(PLAN, replanned(material, entries=(paid, unpaid))), "geld")
    rows = table(known, "Kosten per maatregel en jaar, voor zover bekend")
    assert rows[0][2:5] == ["incidenteel", "raming", lasting.name]
    assert rows[0][1].endswith("Twee groepen.")
    assert rows[1][4] == "ongedekt"
    cover = {row[0]: row[-1] for row in table(known, "Dekking per jaar")}
    assert cover["Ongedekt"] == "€ 12.000"
    assert cover[f"waarvan uit {lasting.name}"] == "€ 12.000"
    assert cover["Totaal"] == "€ 24.000"

    partly = section(compose(PLAN, replanned(material, entries=(paid, open_))), "geld")
    (total,) = [row for row in table(partly, "Dekking per jaar") if row[0] == "Totaal"]
    assert set(total[1:]) == {"onbekend"}
    assert not any(
        row[0] == "Samen"
        for block in blocks(partly)
        if isinstance(block, Table)
        for row in table(partly, block.caption)
    )


def test_money_that_ends_is_warned_of_with_its_day() -> None:
    document = compose(PLAN, example("voorbeeldstad"))
    warned = [
        ordinary(plain(text))
        for block in blocks(section(document, "geld"))
        if isinstance(block, Callout) and block.title.startswith("Geld dat afloopt")
        for text in block.content
    ]
    assert any("afgelopen sinds 31 december 2025" in text for text in warned)
    assert any("loopt tot 31 december 2026" in text for text in warned)


@pytest.mark.parametrize("name", EXAMPLES)
def test_college_and_council_each_have_their_own_points(name: str) -> None:
    part = section(compose(PLAN, example(name)), "besluitpunten")
    asked = {block.title: block.content for block in blocks(part) if isinstance(block, Callout)}
    assert list(asked) == ["Aan de raad", "Aan het college"]
    assert all(asked.values())


def test_a_young_plan_is_not_put_up_for_adoption() -> None:
    young = said(section(compose(PLAN, example("dordrecht")), "besluitpunten"))
    assert "Stel dit plan vast" not in young
    assert "want veel is nog onbekend" in young
    assert "Laat navragen wat nog onbekend is" in young
    assert "Stel dit plan vast" in said(section(compose(PLAN, example("voorbeeldstad")), "besluitpunten"))


def test_every_measure_is_worked_out_with_its_provenance() -> None:
    material = example("voorbeeldstad")
    part = section(compose(PLAN, material), "uitwerking")
    (found,) = [block for block in part.blocks if isinstance(block, Table)]
    assert len(found.rows) == len(material.plan.current)
    for entry, row in zip(material.plan.current, found.rows, strict=True):
        assert ordinary(plain(row[1])).startswith(entry.title)
        steps = steps_of(entry, draft=Draft(material))
        assert all(ordinary(step.text) in ordinary(plain(row[4])) for step in steps)
        given = [span.provenance for span in row[4] if isinstance(span, Badge)]
        assert set(given) == {step.provenance for step in steps}


def test_the_day_of_the_material_is_the_day_of_the_tests() -> None:
    assert example("voorbeeldstad").analysis.as_of == AS_OF
