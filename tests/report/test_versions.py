"""What each version may not hold: planted remarks, roles, owners, small counts and amounts stay where they belong."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Any

import pytest
from pydantic import BaseModel
from tests.report.worlds import AS_OF, EXAMPLES, dossier, example, told_by

from psoh_cli.analysis.assess import assess
from psoh_cli.analysis.finding import FindingKind
from psoh_cli.dutch import FEWEST
from psoh_cli.gemeente.gemeente import Figure as OwnFigure
from psoh_cli.gemeente.gemeente import Gemeente, Role
from psoh_cli.interview.portrait import combine
from psoh_cli.plan.plan import Plan
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import Document, Figure, Table, to_json, walk
from psoh_cli.report.material import Material
from psoh_cli.report.spans import plain
from psoh_cli.report.version import Version
from psoh_cli.small_numbers import NOT_SHOWN, RULE, SMALL
from psoh_cli.vocabulary import Visibility

MARK = "Plantje"
KINDS_OF_FINDING = "|".join(kind.value for kind in FindingKind)
EVERY = [(name, kind, version) for name in EXAMPLES for kind in KINDS for version in Version]
NARROW = (Version.PARTNERS, Version.PUBLIC)


def planted(value: Any, *, fields: tuple[str, ...], mark: Callable[[], str]) -> Any:
    """Give the same value with a marker in every field of one of these names that may hold free text."""
    if type(value) is tuple:
        return tuple(planted(item, fields=fields, mark=mark) for item in value)
    if isinstance(value, dict):
        return {key: planted(item, fields=fields, mark=mark) for key, item in value.items()}
    if not isinstance(value, BaseModel):
        return value
    update: dict[str, Any] = {
        name: mark() if name in fields else planted(getattr(value, name), fields=fields, mark=mark)
        for name in type(value).model_fields
    }
    return type(value).model_construct(None, **update)


def marker(word: str) -> Callable[[], str]:
    count = iter(range(10_000))
    return lambda: f"{MARK}{word}{next(count)}"


def rebuilt(material: Material, **changes: Any) -> Material:
    """Give the material as it follows from other facts: the analysis is made again."""
    world = replace(material, **changes)
    analysis = assess(
        gemeente=world.gemeente,
        portrait=world.portrait,
        kaart=world.kaart,
        catalogue=world.catalogue,
        as_of=AS_OF,
    )
    return replace(world, analysis=analysis)


@lru_cache(maxsize=1)
def remarked() -> Material:
    """The full example with a marker in every remark that anybody could have written."""
    plant = marker("Opmerking")
    fields = ("remark",)
    material = told_by(
        "voorbeeldstad", *planted(dossier("voorbeeldstad").informants, fields=fields, mark=plant)
    )
    return rebuilt(
        material,
        gemeente=planted(material.gemeente, fields=fields, mark=plant),
        kaart=planted(material.kaart, fields=fields, mark=plant),
        plan=planted(material.plan, fields=fields, mark=plant),
    )


@lru_cache(maxsize=1)
def named() -> Material:
    """The full example in which every owner, decider and function has a name of its own."""
    material = example("voorbeeldstad")
    entries = tuple(
        entry.model_copy(
            update={
                "decision": entry.decision.model_copy(
                    update={
                        "by": f"{MARK}Door",
                        "owner": f"{MARK}Eigenaar",
                        "why": f"{MARK}Waarom",
                    }
                )
            }
        )
        if entry.decision
        else entry
        for entry in material.plan.entries
    )
    roles = (Role(role="projectleider", function=f"{MARK}Functie"),)
    return rebuilt(
        material,
        plan=Plan(entries=entries),
        gemeente=material.gemeente.model_copy(update={"roles": roles}),
    )


def small(gemeente: Gemeente, *, count: int) -> Gemeente:
    """Give a gemeente in which one language, one age group and one figure are a small number."""
    residents = gemeente.residents
    languages = tuple(
        group.model_copy(update={"people": count if place == len(residents.languages) - 1 else group.people})
        for place, group in enumerate(residents.languages)
    )
    total = sum(group.people or 0 for group in languages)
    ages = tuple(
        item.model_copy(update={"people": count if place == len(residents.ages) - 1 else item.people})
        for place, item in enumerate(residents.ages)
    )
    figure = OwnFigure(description="Kinderen alleen", value=str(count), year="2026", source="eigen telling")
    return gemeente.model_copy(
        update={
            "residents": residents.model_copy(update={"languages": languages, "ages": ages, "total": total}),
            "figures": (*gemeente.figures, figure),
        }
    )


def everywhere(
    material: Material, *, versions: tuple[Version, ...] = tuple(Version)
) -> Iterator[tuple[str, str]]:
    for kind in KINDS:
        for version in versions:
            yield f"{kind}, {version.value}", said_in(compose(kind, material, version=version))


def tables(document: Document) -> list[Table]:
    return [block for part in walk(document.sections) for block in part.blocks if isinstance(block, Table)]


def said_in(document: Document) -> str:
    """Give all that a document says, with every space an ordinary one."""
    return to_json(document).replace(chr(0xA0), " ")


def drawings(document: Document, *, title: str) -> list[str]:
    return [
        block.svg
        for part in walk(document.sections)
        for block in part.blocks
        if isinstance(block, Figure) and block.title.startswith(title)
    ]


@pytest.mark.parametrize(("name", "kind", "version"), EVERY)
def test_every_version_of_every_document_is_whole(name: str, kind: str, version: Version) -> None:
    document = compose(kind, example(name), version=version)
    parts = [*walk(document.sections)]
    assert len({part.id for part in parts}) == len(parts), "an id stands twice"
    captions = [table.caption for table in tables(document)]
    assert len(set(captions)) == len(captions), "two tables of one name cannot be told apart by ear"
    for table in tables(document):
        assert {len(row) for row in table.rows} <= {len(table.columns)}, table.caption
        assert table.rows, table.caption
    assert document.version is version
    assert document.id == kind + version.suffix
    used = {
        int(number)
        for found in re.findall(r'"nummers": \[([^\]]*)\]', to_json(document))
        for number in found.split(",")
    }
    assert used == {source.number for source in document.sources}


@pytest.mark.parametrize("kind", KINDS)
def test_the_cover_says_which_version_it_is_and_what_it_leaves_out(kind: str) -> None:
    told = {
        version: next(
            plain(fact.content)
            for fact in compose(kind, example("voorbeeldstad"), version=version).facts
            if fact.term == "Versie"
        )
        for version in Version
    }
    assert len(set(told.values())) == len(Version)
    assert all("zonder" in text.casefold() for text in told.values())


def test_no_remark_reaches_any_version() -> None:
    for name, said in everywhere(remarked()):
        assert MARK not in said, name


def test_for_everybody_no_function_is_named_that_may_be_one_person() -> None:
    material = named()
    council = said_in(compose("implementatieplan", material))
    for word in ("Door", "Eigenaar", "Waarom", "Functie"):
        assert f"{MARK}{word}" in council, word
    for name, said in everywhere(material, versions=(Version.PUBLIC,)):
        assert MARK not in said, name
    for name, said in everywhere(material, versions=(Version.PARTNERS,)):
        assert f"{MARK}Waarom" not in said, name
        assert f"{MARK}Door" not in said, name
    assert f"{MARK}Eigenaar" in said_in(compose("implementatieplan", material, version=Version.PARTNERS))


@lru_cache(maxsize=1)
def for_professionals() -> Material:
    """The full example of which the whole kaart is for professionals only, with a mark in every name and id."""
    material = example("voorbeeldstad")
    mark, hidden = f"{MARK}-".lower(), {"visibility": Visibility.PROFESSIONAL}
    kaart = material.kaart.model_copy(
        update={
            "organizations": tuple(
                item.model_copy(update={"id": mark + item.id, "name": mark + item.name} | hidden)
                for item in material.kaart.organizations
            ),
            "services": tuple(
                item.model_copy(
                    update={
                        "id": mark + item.id,
                        "organization": mark + item.organization,
                        "name": mark + item.name,
                    }
                    | hidden
                )
                for item in material.kaart.services
            ),
        }
    )
    return rebuilt(material, kaart=kaart)


def test_for_everybody_nothing_on_the_kaart_is_named_that_is_for_professionals() -> None:
    material = for_professionals()
    found = {name: f"{MARK}-".lower() in said for name, said in everywhere(material)}
    assert found["gap-analyse, raad"], "the marks are seen"
    assert found["gap-analyse, partners"], "a partner is a professional"
    assert not any(seen for name, seen in found.items() if name.endswith(", publiek"))


def test_what_people_wrote_beside_an_amount_stays_with_the_council() -> None:
    material = example("voorbeeldstad")
    plan = planted(material.plan, fields=("note",), mark=marker("Geld"))
    world = replace(material, plan=plan)
    assert f"{MARK}Geld" in said_in(compose("implementatieplan", world))
    for name, said in everywhere(world, versions=NARROW):
        assert MARK not in said, name


def figured(**fields: str) -> Material:
    """Give the full example with one figure more."""
    material = example("voorbeeldstad")
    figure = OwnFigure(description="Kinderen alleen", year="2026", source="eigen telling", **fields)
    gemeente = material.gemeente.model_copy(update={"figures": (*material.gemeente.figures, figure)})
    return replace(material, gemeente=gemeente)


def test_the_note_of_a_figure_is_not_for_everybody() -> None:
    world = figured(value="118", note=f"{MARK}Toelichting")
    found = {name: MARK in said for name, said in everywhere(world)}
    assert found["implementatieplan, raad"], "the marker is seen"
    assert not any(seen for name, seen in found.items() if name.endswith(", publiek"))


@pytest.mark.slow
@pytest.mark.parametrize("value", ["3 mensen", "drie", "3 van 640"])
def test_a_few_in_words_are_in_no_version_and_the_rule_is_told(value: str) -> None:
    world = figured(value=value)
    for name, said in everywhere(world):
        assert f'"{value}"' not in said, name
    council = said_in(compose("implementatieplan", world))
    assert RULE in council
    assert RULE not in said_in(compose("implementatieplan", example("voorbeeldstad")))


@pytest.mark.parametrize("name", EXAMPLES)
def test_for_everybody_there_are_no_ids_to_look_up(name: str) -> None:
    for document, said in everywhere(example(name), versions=(Version.PUBLIC,)):
        assert not re.search(f"gap-({KINDS_OF_FINDING})", said), document
        assert "psoh uitleg" not in said, document


@pytest.mark.parametrize("version", list(Version))
def test_a_small_count_is_nowhere_and_does_not_follow_from_the_others(version: Version) -> None:
    material = example("voorbeeldstad")
    world = rebuilt(material, gemeente=small(material.gemeente, count=3))
    for kind in ("gap-analyse", "implementatieplan"):
        document = compose(kind, world, version=version)
        for table in tables(document):
            if table.caption.startswith("Statushouders naar"):
                counts = [plain(row[-1]) for row in table.rows]
                assert "3" not in counts
                assert SMALL in counts
                if table.caption.endswith("taal"):
                    assert NOT_SHOWN in counts, "the small count follows from the total"
            if table.caption.startswith("Cijfers over deze gemeente"):
                assert "3" not in [plain(row[1]) for row in table.rows]
        said = said_in(document)
        assert not re.search(r"\b3 (statushouders|mensen|personen)", said)
        assert not any(">3<" in drawing for drawing in drawings(document, title="Bereik"))


def test_few_informants_are_no_number_for_everybody() -> None:
    material = example("voorbeeldstad")
    few = rebuilt(material, portrait=combine(material.portrait.informants[:3]))
    assert "3 informanten" in said_in(compose("samenvatting", few))
    for name, said in everywhere(few, versions=(Version.PUBLIC,)):
        assert not re.search(rf"\b[1-{FEWEST - 1}] informant", said), name
        assert f"inder dan {FEWEST} informanten" in said, name


@pytest.mark.parametrize("name", EXAMPLES)
def test_partners_see_no_amounts(name: str) -> None:
    for document, said in everywhere(example(name), versions=(Version.PARTNERS,)):
        assert "€" not in said, document


def test_partners_find_every_measure_with_who_and_when_and_every_question() -> None:
    material = example("dordrecht")
    said = said_in(compose("implementatieplan", material, version=Version.PARTNERS))
    for entry in material.plan.current:
        assert entry.title in said
    asked = said_in(compose("gap-analyse", material, version=Version.PARTNERS))
    for item in material.analysis.to_ask:
        for question in item.questions:
            assert question.text in asked
