"""What a document may not keep from its reader: how little it rests on, who says so, and where money ends."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from tests.report.worlds import AS_OF, decided, example, replanned, without_means

from psoh_cli.analysis.assess import assess
from psoh_cli.analysis.finding import Finding
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.portrait import combine
from psoh_cli.plan import overview
from psoh_cli.plan.budget import budget, years_of
from psoh_cli.plan.plan import Plan
from psoh_cli.report import asks, basis, voices, wording
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import Columns, Document, FindingBlock, Panel, Table, to_json, walk
from psoh_cli.report.draft import Draft
from psoh_cli.report.funding import paid_from
from psoh_cli.report.material import Material
from psoh_cli.report.spans import Badge, Cite, Mark, Span, plain
from psoh_cli.report.typography import bound
from psoh_cli.vocabulary import Provenance, Verdict

PUBLIC = ("dordrecht", "haarlem", "zandvoort")


def blocks(document: Document) -> Iterator[Any]:
    for part in walk(document.sections):
        yield from part.blocks


def table(document: Document, caption: str) -> Table:
    return next(block for block in blocks(document) if isinstance(block, Table) and block.caption == caption)


def columns(material: Material) -> Columns:
    return next(block for block in blocks(compose("samenvatting", material)) if isinstance(block, Columns))


def heard_from(name: str, *, informants: tuple[Informant, ...]) -> Material:
    """Give a dossier as it would be with other informants, and without a plan."""
    material = example(name)
    portrait = combine(informants)
    analysis = assess(
        gemeente=material.gemeente,
        portrait=portrait,
        kaart=material.kaart,
        catalogue=material.catalogue,
        as_of=AS_OF,
    )
    return Material(
        gemeente=material.gemeente, portrait=portrait, kaart=material.kaart, catalogue=material.catalogue,
        analysis=analysis, plan=Plan(),
    )  # fmt: skip


def aged(informant: Informant, *, day: str) -> Informant:
    """Give an informant who said all of it on another day."""
    said = informant.interview.model_dump(mode="json", by_alias=True, exclude_none=True)
    for answer in said["antwoorden"].values():
        answer.pop("datum", None)
    interview = type(informant.interview).model_validate(said | {"afgenomen_op": day})
    return informant.model_copy(update={"interview": interview})


def of_kind(spans: tuple[Span, ...], kind: type[Any]) -> list[Any]:
    return [span for span in spans if isinstance(span, kind)]


@pytest.mark.parametrize("name", [*PUBLIC, "voorbeeldstad"])
def test_what_is_partly_in_place_is_never_called_missing(name: str) -> None:
    material = example(name)
    tally = wording.counts(wording.judged(material.analysis))
    column = columns(material).columns[1]
    missing, partly = tally[Verdict.MISSING], tally[Verdict.PARTLY]
    assert column.title == f"Wat ontbreekt ({missing}) of deels is geregeld ({partly})"
    marks = [of_kind(item, Mark)[0].verdict for item in column.items]
    assert marks == sorted(marks, key=lambda verdict: verdict is not Verdict.MISSING)
    assert marks.count(Verdict.MISSING) == min(3, missing)


def test_the_summary_says_where_informants_differ() -> None:
    material = example("voorbeeldstad")
    partly = tuple(
        finding for finding in material.analysis.findings if finding.verdict is not Verdict.MISSING
    )
    only = material.analysis.model_copy(update={"findings": partly})
    world = Material(
        gemeente=material.gemeente, portrait=material.portrait, kaart=material.kaart, catalogue=material.catalogue,
        analysis=only, plan=material.plan,
    )  # fmt: skip
    shown = columns(world).columns[1].items
    known = {finding.id for finding in wording.judged(only)}
    first = [gap for gap in only.gaps() if gap.id in known][: len(shown)]
    assert any(is_disputed(gap) for gap in first), "the example no longer tests this"
    for gap, item in zip(first, shown, strict=True):
        assert ("informanten verschillen" in plain(item)) is is_disputed(gap)


def is_disputed(finding: Finding) -> bool:
    """Tell whether informants contradict each other; lists of choices only add up."""
    adding = {item.question for item in example("voorbeeldstad").analysis.agreements.adding_up}
    return any(rule.disputed and rule.question not in adding for rule in finding.rules)


def test_one_old_voice_is_named_with_its_year() -> None:
    adviser = next(
        informant
        for informant in example("voorbeeldstad").portrait.informants
        if informant.group == "gemeente"
    )
    material = heard_from("voorbeeldstad", informants=(aged(adviser, day="2014"),))
    said = to_json(compose("samenvatting", material))
    assert "Gebaseerd op 1 informant, uit 2014." in said
    good = [plain(item) for item in columns(material).columns[0].items]
    assert all("2014" in item for item in good if "informant" in item)
    partly = [plain(item) for item in columns(material).columns[1].items]
    assert any("2014" in item for item in partly), "what one old voice says is not told as if it were new"


def test_what_one_voice_calls_good_says_so() -> None:
    adviser = next(
        informant
        for informant in example("voorbeeldstad").portrait.informants
        if informant.group == "gemeente"
    )
    material = heard_from("voorbeeldstad", informants=(adviser,))
    good = [plain(item) for item in columns(material).columns[0].items]
    assert any("volgens 1 informant, 2026" in item for item in good)


def test_old_answers_of_several_are_called_old_and_fresh_ones_are_not() -> None:
    informants = example("voorbeeldstad").portrait.informants
    old = heard_from("voorbeeldstad", informants=tuple(aged(each, day="2019") for each in informants))
    notes = [basis.how_thin(finding, draft=Draft(old)) for finding in old.analysis.findings]
    assert "antwoorden uit 2019" in notes
    now = example("voorbeeldstad")
    notes = [basis.how_thin(finding, draft=Draft(now)) for finding in now.analysis.findings]
    assert not any(note.startswith("antwoorden uit") for note in notes)


def test_without_informants_nobody_is_quoted() -> None:
    material = heard_from("voorbeeldstad", informants=())
    for kind in KINDS:
        said = to_json(compose(kind, material))
        assert "nog geen informant gevraagd" in said or "Er is nog niemand gevraagd" in said
        for words in (
            "wat informanten zeggen",
            "0 informanten,",
            "Wij vroegen mensen",
            "beeld uit gesprekken",
        ):
            assert words not in said


@pytest.mark.parametrize("name", PUBLIC)
@pytest.mark.parametrize("kind", KINDS)
def test_public_sources_are_never_called_people(name: str, kind: str) -> None:
    document = compose(kind, example(name))
    said = to_json(document)
    for words in (
        "gevraagd, door niemand", "beeld uit gesprekken", "iedereen het over eens", "informanten zeggen",
        "informanten verschill", "Wij vroegen", "Knelpunten die informanten", "Een informant zegt",
        "niemand kon", "nog niemand heeft", "volgens 1 informant", "Antwoorden van",
    ):  # fmt: skip
        assert words not in said, words
    if kind == "gap-analyse":
        assert "in geen bron" in said


def test_public_sources_are_dated_by_their_own_years() -> None:
    said = to_json(compose("samenvatting", example("dordrecht")))
    assert re.search(r"Gebaseerd op openbare bronnen, uit \d{4}[^.;]*; er is niemand gesproken", said)


@pytest.mark.parametrize("name", [*PUBLIC, "voorbeeldstad"])
def test_the_summary_says_who_says_so(name: str) -> None:
    document = compose("samenvatting", example(name))
    assert "De oordelen zijn van psoh" in to_json(document)
    assert document.sources == (), "a list of sources would be a second page"
    tally = wording.counts(wording.judged(example(name).analysis))
    for column, verdicts in zip(
        columns(example(name)).columns,
        ((Verdict.MET,), (Verdict.MISSING, Verdict.PARTLY), (Verdict.UNKNOWN,)),
        strict=True,
    ):
        if any(tally[verdict] for verdict in verdicts):
            assert all(of_kind(item, Badge) for item in column.items)


def test_every_proposed_measure_stands_with_its_provenance_and_sources() -> None:
    material = example("voorbeeldstad")
    document = compose("implementatieplan", material)
    section = next(part for part in walk(document.sections) if part.id == "maatregelen")
    rows = {
        plain(row[0]): row[1] for block in section.blocks if isinstance(block, Table) for row in block.rows
    }
    for number, entry in enumerate(material.plan.current, start=1):
        cell = rows[f"M{number}"]
        if entry.proposal:
            assert of_kind(cell, Badge)[0].provenance is entry.proposal.provenance
            assert bool(of_kind(cell, Cite)) is bool(entry.proposal.sources)
        else:
            assert "eigen maatregel" in plain(cell)


def test_the_factors_of_a_priority_are_ours() -> None:
    found = table(compose("gap-analyse", example("voorbeeldstad")), "Bevindingen op volgorde van voorrang")
    assert all(column.title.endswith("(afgeleid)") for column in found.columns[2:])


def test_a_question_of_arq_gets_an_answer_of_ours() -> None:
    document = compose("gap-analyse", example("voorbeeldstad"))
    panels = [
        block for block in blocks(document) if isinstance(block, Panel) and block.id.startswith("vraag-")
    ]
    assert len(panels) == 5
    for panel in panels:
        assert [badge.provenance for badge in of_kind(panel.origin, Badge)] == [Provenance.ARQ]
        assert of_kind(panel.origin, Cite)
        assert plain(panel.lead).startswith("Onze lezing [afgeleid] ")
        assert not of_kind(panel.lead, Cite)


def test_money_that_ends_early_stands_apart() -> None:
    material = example("voorbeeldstad")
    document = compose("implementatieplan", material)
    known = material.catalogue.funding_source
    last = years_of(material.gemeente)[-1]
    fits = {plain(row[0]) for row in table(document, "Geldbronnen die doorlopen").rows}
    ends = {plain(row[0]) for row in table(document, "Loopt af vóór of tijdens het plan").rows}
    expired = {
        known[name].name
        for entry in material.plan.current
        if entry.proposal
        for name in entry.proposal.expired_funding
        if (until := known[name].runs_until) and until.year < last
    }
    assert expired
    assert expired <= ends
    assert not fits & ends
    early = {source.name for source in known.values() if source.runs_until and source.runs_until.year < last}
    assert not fits & early


def test_only_money_that_goes_on_is_called_that() -> None:
    material = example("voorbeeldstad")
    document = compose("implementatieplan", material)
    relied = {plain(row[0]) for row in table(document, "Geldbronnen die doorlopen").rows}
    unsure = table(document, "Eerst nagaan: tijdelijk, beperkt of misschien gesloten")
    known = {source.name: source for source in material.catalogue.funding_sources}
    chosen = {entry.cost.source for entry in material.plan.current}
    assert all(known[name].structural == "ja" or known[name].id in chosen for name in relied)
    assert {"ZonMw Zorg voor vluchtelingen", "Tolkvergoeding CoMensha"} <= {
        plain(row[0]) for row in unsure.rows
    }


def test_a_source_that_ends_before_the_cost_is_marked_with_the_quarter() -> None:
    material = without_means(example("voorbeeldstad"))
    source = next(
        source
        for source in material.catalogue.funding_sources
        if source.runs_until and source.runs_until.year == 2026
    )
    entry = next(entry for entry in material.plan.entries if entry.proposal and not entry.decision)
    cost = {"bedrag": "12.000", "zekerheid": "raming", "soort": "incidenteel", "financiering": source.id}

    def told(begin: str, end: str, kind: str = "incidenteel") -> str:
        new = decided(entry, kosten=cost | {"soort": kind}, begin=begin, eind=end)
        return paid_from(new, draft=Draft(replanned(material, entries=(new,))))

    assert told("2026-K1", "2026-K4") == source.name
    assert told("2026-K3", "2027-K2").endswith("ongedekt vanaf K1 2027")
    assert told("2027-K2", "2027-K3").endswith("ongedekt vanaf K2 2027")
    assert told("2026-K3", "2026-K4", "structureel").endswith("ongedekt vanaf K1 2027")
    new = decided(entry, kosten=cost, begin="2026-K3", eind="2027-K2")
    document = compose("implementatieplan", replanned(material, entries=(new,)))
    assert bound("ongedekt vanaf K1 2027") in to_json(document)


def test_the_documents_and_the_command_tell_one_sum() -> None:
    material = example("voorbeeldstad")
    entry = next(entry for entry in material.plan.entries if entry.proposal and not entry.decision)
    cost = {"bedrag": "8.000", "zekerheid": "raming", "soort": "incidenteel"}
    first = years_of(material.gemeente)[0]
    late = decided(entry, kosten=cost, begin=f"{first - 1}-K3", eind=f"{first}-K2")
    world = without_means(replanned(material, entries=(late,)))
    money = budget(world.plan, sources=material.catalogue.funding_sources, years=years_of(material.gemeente))
    assert money.outside == 4000
    assert Draft(world).budget == money
    sources = material.catalogue.funding_sources
    command = " ".join(
        overview.notes(world.plan, money=money, gemeente=material.gemeente, sources=sources, as_of=AS_OF)
    )
    documents = [to_json(compose(kind, world)) for kind in ("samenvatting", "implementatieplan")]
    for said in documents:
        assert asks.money_in_words(Draft(world)) in said
    whole = "€\N{NO-BREAK SPACE}8.000"
    assert f"Bekend is {whole}. Daarvan is {whole} ongedekt" in command
    assert all(f"telt op tot {whole} " in said and f"{whole} ongedekt" in said for said in documents)
    assert "Niet in deze tabel: €\N{NO-BREAK SPACE}4.000" in documents[1]


def test_many_voices_are_a_list_with_everyone_in_it() -> None:
    material = example("voorbeeldstad")
    shown = {
        block.id: block
        for block in blocks(compose("gap-analyse", material))
        if isinstance(block, FindingBlock)
    }
    crowded = [
        finding for finding in material.analysis.findings if finding.id in shown and voices.crowded(finding)
    ]
    assert len(crowded) > 5, "the example no longer tests this"
    for finding in crowded:
        block = shown[finding.id]
        for (question, rule), listed in zip(voices.crowded(finding).items(), block.voices, strict=True):
            assert listed.text == material.catalogue.question[question].text
            assert rule.reason not in plain(block.lead)
            said = " ".join(plain(item.content) for item in listed.items)
            for voice in material.portrait.known(question):
                assert material.portrait.group_names[voice.group] in said


def test_few_voices_stay_a_sentence() -> None:
    material = example("voorbeeldstad")
    for finding in material.analysis.findings:
        if not voices.crowded(finding):
            assert voices.answers(finding, draft=Draft(material)) == ()
            assert voices.reason(finding, draft=Draft(material)) == finding.reason
