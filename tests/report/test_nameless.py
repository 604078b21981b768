"""Nobody is pointed at: whatever informants are called and write freely, no document of any version holds it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

import pytest
from tests.report.worlds import AS_OF, decided, dossier, example, told_by

from psoh_cli.analysis.summary import as_json
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.nameless import OWN_WORDS
from psoh_cli.plan.action import Proposal
from psoh_cli.plan.decision import DecidedOn
from psoh_cli.plan.plan import Entry, Plan
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import to_json
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version
from psoh_cli.vocabulary import AnswerKind

MARK = "Merkteken"
ROLES = ("Rol", "Organisatie")
WORDS = ("Opmerking", "Toelichting", "Deelnemers", "Anders", "PerKeuze", "EigenWoorden")


def marked(informant: Informant, *, place: int) -> Informant:
    """Give an informant with a word of its own in every place where anybody can write freely."""
    questions = dossier("voorbeeldstad").catalogue.question

    def bearing(name: str, answer: Answer) -> Answer:
        question = questions.get(name)
        free = question is not None and question.kind is AnswerKind.TEXT and answer.is_known
        return answer.model_copy(
            update={
                "values": (f"{MARK}EigenWoorden{place}",) if free else answer.values,
                "other": f"{MARK}Anders{place}",
                "remark": f"{MARK}Opmerking{place}",
                "details": {answer.values[0]: {"hoe": f"{MARK}PerKeuze{place}"}},
            }
        )

    interview = informant.interview.model_copy(
        update={
            "role": f"{MARK}Rol{place}",
            "organization": f"{MARK}Organisatie{place}",
            "remark": f"{MARK}Toelichting{place}",
            "participants": f"{MARK}Deelnemers{place}",
            "answers": {name: bearing(name, answer) for name, answer in informant.answers.items()},
        }
    )
    return Informant(id=f"{MARK.lower()}-{place}", file=f"{place}.yaml", interview=interview)


def everybody() -> tuple[Informant, ...]:
    """Give every informant of the full example with marks, at most two from a group."""
    kept: dict[str, list[Informant]] = {}
    for informant in dossier("voorbeeldstad").informants:
        kept.setdefault(informant.group, []).append(informant)
    listed = [item for group in kept.values() for item in group[:2]]
    return tuple(marked(item, place=place) for place, item in enumerate(listed))


@lru_cache(maxsize=1)
def material() -> Material:
    return told_by("voorbeeldstad", *everybody())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("version", list(Version))
def test_no_document_tells_who_an_informant_is_or_what_it_wrote_freely(kind: str, version: Version) -> None:
    said = to_json(compose(kind, material(), version=version))
    assert MARK.casefold() not in said.casefold()


def test_nothing_a_document_is_made_from_holds_it_either() -> None:
    world = material()
    assert MARK.casefold() not in as_json(world.analysis, with_remarks=True).casefold()
    assert MARK.casefold() not in world.portrait.model_dump_json().casefold()
    assert MARK.casefold() not in "".join(entry.model_dump_json() for entry in world.plan.entries).casefold()


def test_on_the_screen_of_the_adviser_roles_stay() -> None:
    analysis = replace(dossier("voorbeeldstad"), informants=everybody()).analysis(AS_OF)
    shown = as_json(analysis, with_remarks=True)
    for word in (*ROLES, "Opmerking", "Anders"):
        assert f"{MARK}{word}" in shown, word
    assert f"{MARK}Rol".casefold() in " ".join(finding.reason for finding in analysis.findings).casefold()


@pytest.mark.slow
def test_what_is_found_and_planned_is_the_same_with_and_without_names() -> None:
    told = dossier("voorbeeldstad")
    with_names, without = told.analysis(AS_OF), told.analysis(AS_OF, for_documents=True)
    assert [(f.id, f.verdict, f.priority) for f in with_names.findings] == [
        (f.id, f.verdict, f.priority) for f in without.findings
    ]
    assert [item.id for item in told.plan(AS_OF, analysis=with_names).entries] == [
        item.id for item in told.plan(AS_OF).entries
    ]


def test_functions_are_told_of_no_group_however_large() -> None:
    told = list(everybody())
    ggz = next(item for item in told if item.group == "ggz")
    more = [
        ggz.model_copy(
            update={
                "id": f"ggz-{place}",
                "interview": ggz.interview.model_copy(update={"role": f"Functie{place}"}),
            }
        )
        for place in range(3)
    ]
    others = [item for item in told if item.group != "ggz"]
    said = to_json(compose("gap-analyse", told_by("voorbeeldstad", *others, *more)))
    assert not [name for name in ("Functie0", "Functie1", "Functie2") if name in said]
    assert "alle 3 informanten uit ggz en jeugdhulp" in said
    said = to_json(compose("gap-analyse", told_by("voorbeeldstad", *others, *more[:2])))
    assert "Functie" not in said.replace("Wie (functie)", "")
    assert "beide informanten uit ggz en jeugdhulp" in said


def test_statushouders_are_named_and_never_counted() -> None:
    talks = [item for item in dossier("voorbeeldstad").informants if item.group == "statushouders"]
    several = tuple(talks[0].model_copy(update={"id": f"gesprek-{place}"}) for place in range(3))
    others = tuple(item for item in dossier("voorbeeldstad").informants if item.group != "statushouders")
    world = told_by("voorbeeldstad", *others, *several)
    for kind in KINDS:
        for version in Version:
            said = to_json(compose(kind, world, version=version))
            assert not re.search(
                r"\b[1-4] (van de \d+ )?(informanten uit |gesprekken met )?statushouders", said
            )
            assert "informanten uit statushouders" not in said
    method = to_json(compose("gap-analyse", world))
    assert "minder dan 5" in method


def test_an_open_answer_is_known_to_be_there() -> None:
    held = {
        value
        for informant in material().portrait.informants
        for answer in informant.answers.values()
        for value in answer.values
    }
    assert OWN_WORDS in held


def test_a_reason_that_was_kept_from_before_is_printed_nowhere() -> None:
    told = example("voorbeeldstad")
    first, second, *rest = (entry for entry in told.plan.entries if entry.proposal)
    reason = f"{MARK}Reden van vroeger."
    on = DecidedOn(title="Iets", reason=reason, as_of=PartialDate(2026, 11, 1))
    kept = decided(first, besloten_op=on.model_dump(by_alias=True, mode="json")).model_copy(
        update={"proposal": None}
    )
    lapsed = second.model_copy(
        update={
            "proposal": replaced(second, reason=reason, lapsed="Deze praktijk staat niet meer in de kennis.")
        }
    )
    world = replace(told, plan=Plan(entries=(kept, lapsed, *rest)))
    assert MARK not in to_json(compose("implementatieplan", world))


def replaced(entry: Entry, **fields: object) -> Proposal:
    assert entry.proposal is not None
    return entry.proposal.model_copy(update={**fields, "gaps": ()})


def test_a_document_knows_months_and_never_the_day_of_a_talk() -> None:
    told = tuple(
        item.model_copy(
            update={
                "interview": item.interview.model_copy(
                    update={
                        "day": PartialDate(2026, 9, 17),
                        "answers": {
                            name: answer.model_copy(update={"day": PartialDate(2026, 8, 23)})
                            for name, answer in item.answers.items()
                        },
                    }
                )
            }
        )
        for item in dossier("voorbeeldstad").informants
    )
    world = told_by("voorbeeldstad", *told)
    kept = (world.portrait.model_dump_json(), world.analysis.model_dump_json())
    for text in (*kept, *(to_json(compose(kind, world)) for kind in KINDS)):
        assert not re.search(r"2026-0?8-23|2026-0?9-17|23 augustus|17 september", text)
    assert "augustus 2026" in to_json(compose("gap-analyse", world))
    on_screen = as_json(replace(dossier("voorbeeldstad"), informants=told).analysis(AS_OF))
    assert "23 augustus 2026" in on_screen


@pytest.mark.parametrize("kind", KINDS)
def test_no_document_counts_votes(kind: str) -> None:
    assert not re.search(r"\d keer (ja|nee|deels)", to_json(compose(kind, example("voorbeeldstad"))))


def test_what_was_declared_complete_carries_a_month_and_no_function() -> None:
    world = told_by("voorbeeldstad", *dossier("voorbeeldstad").informants)
    declared = world.kaart.complete
    assert declared
    told = {version: to_json(compose("gap-analyse", world, version=version)) for version in Version}
    assert "preventie (oktober 2026)" in told[Version.COUNCIL]
    assert not [item for item in declared for said in told.values() if f"({item.by}, " in said]
