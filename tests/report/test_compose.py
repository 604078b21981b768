from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.report.worlds import AS_OF, EXAMPLES, decided, dossier, example, renamed, replanned, without_means

from psoh_cli.analysis.finding import FindingKind
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import (
    Bullets,
    Callout,
    Columns,
    Document,
    Figure,
    FindingBlock,
    KeyFigures,
    Panel,
    Section,
    Table,
    to_json,
    walk,
)  # fmt: skip
from psoh_cli.report.gap_analysis import KIND as GAP_ANALYSIS
from psoh_cli.report.implementation_plan import KIND as PLAN
from psoh_cli.report.spans import Cite, plain
from psoh_cli.report.typography import bound
from psoh_cli.small_numbers import SMALL
from psoh_cli.vocabulary import Verdict

EVERY = [(name, kind) for name in EXAMPLES for kind in KINDS]


def section(document: Document, name: str) -> Section:
    return next(part for part in walk(document.sections) if part.id == name)


def blocks(document: Document) -> Iterator[Any]:
    for part in walk(document.sections):
        yield from part.blocks


def cells(table: Table) -> list[list[str]]:
    return [[plain(cell) for cell in row] for row in table.rows]


def everything_said(document: Document) -> str:
    return to_json(document)


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_every_document_is_whole(name: str, kind: str) -> None:
    document = compose(kind, example(name))
    parts = [*walk(document.sections)]
    assert len({part.id for part in parts}) == len(parts), "an id stands twice"
    for table in (block for block in blocks(document) if isinstance(block, Table)):
        assert {len(row) for row in table.rows} <= {len(table.columns)}, table.caption
        assert all(column.title for column in table.columns), table.caption
    captions = [block.caption for block in blocks(document) if isinstance(block, Table)]
    assert len(set(captions)) == len(captions), "two tables of one name cannot be told apart by ear"


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_every_source_number_stands_in_the_list_and_every_source_is_used(name: str, kind: str) -> None:
    document = compose(kind, example(name))
    assert [source.number for source in document.sources] == list(range(1, len(document.sources) + 1))
    used = {
        int(number)
        for found in re.findall(r'"nummers": \[([^\]]*)\]', to_json(document))
        for number in found.split(",")
    }
    assert used == {source.number for source in document.sources}


@pytest.mark.parametrize(("name", "kind"), EVERY)
def test_an_example_says_so_on_its_cover_and_a_real_dossier_says_nothing(name: str, kind: str) -> None:
    document = compose(kind, example(name))
    word = "Illustratief" if name == "voorbeeldstad" else "openbare bronnen"
    assert word in document.banner
    assert document.strip


def test_nothing_an_informant_remarked_freely_reaches_a_document() -> None:
    material = example("voorbeeldstad")
    told = dossier("voorbeeldstad")
    remarks = [
        answer.remark
        for informant in told.informants
        for answer in informant.answers.values()
        if answer.remark
    ]
    free = [
        piece.remark
        for finding in told.analysis(AS_OF).findings
        for piece in finding.evidence
        if piece.remark
    ]
    assert remarks, "the example no longer tests this"
    assert free, "the analysis no longer holds remarks to leave out"
    for kind in KINDS:
        said = everything_said(compose(kind, material))
        for remark in {*remarks, *free}:
            assert remark not in said


def test_same_material_same_document() -> None:
    for kind in KINDS:
        assert to_json(compose(kind, example("dordrecht"))) == to_json(compose(kind, example("dordrecht")))


def test_a_young_dossier_asks_before_it_judges() -> None:
    order = [part.id for part in compose(GAP_ANALYSIS, example("dordrecht")).sections]
    assert order.index("onbekend") < order.index("bevindingen")
    order = [part.id for part in compose(GAP_ANALYSIS, example("voorbeeldstad")).sections]
    assert order.index("bevindingen") < order.index("onbekend")


def test_a_young_dossier_never_calls_what_is_unknown_a_gap() -> None:
    material = example("dordrecht")
    document = compose(GAP_ANALYSIS, material)
    shown = {block.id: block for block in blocks(document) if isinstance(block, FindingBlock)}
    for finding in material.analysis.findings:
        if finding.verdict is Verdict.UNKNOWN:
            assert finding.id not in shown
    assert "jong" in plain_text(section(document, "samenvatting"))
    assert "met niemand gesproken" in plain_text(section(document, "werkwijze"))


def plain_text(part: Section) -> str:
    return part.model_dump_json()


def test_the_summary_holds_three_of_each_at_most_and_says_what_more_there_is() -> None:
    for name in EXAMPLES:
        page = compose("samenvatting", example(name)).sections[0]
        columns = next(block for block in page.blocks if isinstance(block, Columns))
        assert [len(column.items) <= 3 for column in columns.columns] == [True, True, True]
        asked = next(block for block in page.blocks if isinstance(block, Callout))
        assert asked.content


def test_every_gap_stands_in_full_with_its_number() -> None:
    material = example("voorbeeldstad")
    document = compose(GAP_ANALYSIS, material)
    shown = {block.id for block in blocks(document) if isinstance(block, FindingBlock)}
    wanted = {
        finding.id
        for finding in material.analysis.of_kind(
            FindingKind.PRACTICE, FindingKind.NEED, FindingKind.CONTRADICTION
        )
        if finding.is_gap
    }
    assert wanted
    assert wanted <= shown


def test_every_open_question_stands_in_exactly_one_list() -> None:
    material = example("dordrecht")
    document = compose(GAP_ANALYSIS, material)
    for item in material.analysis.to_ask:
        own = [question.text for question in item.questions if question.first]
        if own:
            lists = [
                block
                for block in section(document, f"vraag-aan-{item.group}").blocks
                if isinstance(block, Bullets)
            ]
            assert [plain(line) for line in lists[0].items] == [bound(text) for text in own]


def test_the_five_questions_are_five_panels() -> None:
    document = compose(GAP_ANALYSIS, example("voorbeeldstad"))
    panels = [block for block in section(document, "vijf-vragen").blocks if isinstance(block, Panel)]
    assert [panel.number for panel in panels] == ["1", "2", "3", "4", "5"]
    for panel in panels:
        assert {"Hoe zeker", "Rust op"} <= {part.label for part in panel.parts}


def test_a_drawing_never_stands_without_a_table_that_says_the_same() -> None:
    for name in EXAMPLES:
        for kind, place in ((GAP_ANALYSIS, "bereik"), (PLAN, "planning")):
            found = section(compose(kind, example(name)), place)
            inside = [block for part in walk((found,)) for block in part.blocks]
            if any(isinstance(block, Figure) for block in inside):
                assert any(isinstance(block, Table) for block in inside)


def test_small_groups_are_never_a_number() -> None:
    material = example("voorbeeldstad")
    residents = material.gemeente.residents
    languages = tuple(
        group.model_copy(update={"people": 3 if place == 0 else group.people})
        for place, group in enumerate(residents.languages)
    )
    ages = tuple(item.model_copy(update={"people": 2}) for item in residents.ages)
    small = residents.model_copy(update={"languages": languages, "ages": ages, "total": 4})
    gemeente = material.gemeente.model_copy(update={"residents": small})
    coverage = material.analysis.coverage
    cells = tuple(
        cell.model_copy(update={"people": SMALL if cell.language == languages[0].language else cell.people})
        for cell in coverage.cells
    )
    analysis = material.analysis.model_copy(
        update={"coverage": coverage.model_copy(update={"cells": cells, "takeaways": ()})}
    )
    world = type(material)(
        gemeente=gemeente, portrait=material.portrait, kaart=material.kaart, catalogue=material.catalogue,
        analysis=analysis, plan=material.plan,
    )  # fmt: skip
    document = compose(GAP_ANALYSIS, world)
    tables = {
        block.caption: cells_
        for block in blocks(document)
        if isinstance(block, Table)
        for cells_ in [cells_of(block)]
    }
    assert [row[-1] for row in tables["Statushouders naar taal"]] == ["145", "85", "55", "35", "minder dan 5"]
    assert {row[-1] for row in tables["Statushouders naar leeftijd"]} == {"minder dan 5"}
    drawing = next(block.svg for block in section(document, "bereik").blocks if isinstance(block, Figure))
    assert "&lt; 5" in drawing
    assert ">3<" not in drawing
    assert "minder dan 5 statushouders" in everything_said(document)


def cells_of(table: Table) -> list[list[str]]:
    return cells(table)


def test_unknown_cost_is_never_zero_and_never_in_a_total() -> None:
    material = example("dordrecht")
    document = compose(PLAN, material)
    assert material.plan.current, "the example no longer tests this"
    said = plain_text(section(document, "geld"))
    assert "onbekend" in said
    assert "€\N{NO-BREAK SPACE}0" not in said


def test_uncovered_and_expired_money_is_shown() -> None:
    material = example("voorbeeldstad")
    first, second, *_ = [entry for entry in material.plan.entries if entry.proposal and not entry.decision]
    dates = {"begin": "2027-K1", "eind": "2027-K4"}
    money = {"bedrag": "12.000", "zekerheid": "raming", "soort": "incidenteel"}
    expired = next(
        source.id
        for source in material.catalogue.funding_sources
        if source.runs_until and source.runs_until.year <= 2026
    )
    entries = (
        decided(first, kosten=money, **dates),
        decided(second, kosten=money | {"financiering": expired}, **dates),
    )
    document = compose(PLAN, without_means(replanned(material, entries=entries)))
    cover = next(
        block
        for block in section(document, "geld").blocks
        if isinstance(block, Table) and "Dekking" in block.caption
    )
    rows = {row[0]: row[-1] for row in cells(cover)}
    assert rows["Ongedekt"] == "€\N{NO-BREAK SPACE}24.000"
    assert rows["Gedekt"] == "€\N{NO-BREAK SPACE}0"
    warned = next(
        block
        for block in section(document, "geld").blocks
        if isinstance(block, Callout) and block.tone == "let-op"
    )
    assert "is al afgelopen" in plain(warned.content[0])
    assert "ongedekt" in plain_text(section(document, "risicos"))


def test_a_plan_without_measures_is_a_document_too() -> None:
    document = compose(PLAN, replanned(example("dordrecht"), entries=()))
    assert "geen maatregelen" in everything_said(document)


def test_a_decision_on_a_proposal_that_changed_says_so() -> None:
    material = example("dordrecht")
    entry = material.plan.current[0]
    old = {"titel": "Iets anders", "reden": "Toen was alles anders.", "peildatum": "2026-01-01"}
    document = compose(PLAN, replanned(material, entries=(decided(entry, besloten_op=old),)))
    assert "luidt nu anders" in plain_text(section(document, "besluiten"))


def test_provenance_stands_with_every_practice() -> None:
    document = compose(GAP_ANALYSIS, example("voorbeeldstad"))
    for block in blocks(document):
        if isinstance(block, FindingBlock) and block.id.startswith("gap-praktijk-"):
            works = [part for part in block.parts if part.label == "Wat werkt"]
            assert '"herkomst"' in works[0].model_dump_json()


def test_a_name_is_carried_as_it_is() -> None:
    document = compose("samenvatting", renamed(example("dordrecht"), gemeente="'s-Gravenhage <b> & Zn"))
    assert document.gemeente == "'s-Gravenhage <b> & Zn"


def test_key_figures_are_few() -> None:
    for block in blocks(compose(GAP_ANALYSIS, example("voorbeeldstad"))):
        if isinstance(block, KeyFigures):
            assert len(block.items) <= 4


def test_cites_are_sorted() -> None:
    for block in blocks(compose(GAP_ANALYSIS, example("voorbeeldstad"))):
        if isinstance(block, FindingBlock):
            for part in block.parts:
                for row in part.items:
                    for span in row:
                        if isinstance(span, Cite):
                            assert list(span.numbers) == sorted(span.numbers)
