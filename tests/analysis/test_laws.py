"""The laws of the analysis, on the real knowledge: what holds whatever informants say and whatever the kaart lists."""

from __future__ import annotations

import random
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import builders as make
from tests.analysis.worlds import anybody, informants, kaarten, knowledge, services

from psoh_cli.analysis.assess import assess
from psoh_cli.analysis.criteria import judge
from psoh_cli.analysis.finding import Analysis, Evidence, EvidenceKind, Finding, FindingKind
from psoh_cli.analysis.summary import as_json
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.agreement import is_own
from psoh_cli.interview.answers import Answer, Informant
from psoh_cli.interview.nameless import nameless
from psoh_cli.interview.portrait import Portrait, combine
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import Complete, Kaart
from psoh_cli.kaart.reach import RANK, Reach
from psoh_cli.practices.practice import AnswerCriterion, ServiceCriterion
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Question
from psoh_cli.terms import within
from psoh_cli.vocabulary import (
    DONT_KNOW,
    AnswerKind,
    Verdict,
)

KNOWN = frozenset({Verdict.MET, Verdict.PARTLY, Verdict.MISSING})
BETTER = (Verdict.MISSING, Verdict.UNKNOWN, Verdict.PARTLY, Verdict.MET)
"""How a verdict on the kaart can grow when a service is added: knowing that there is none is the worst."""

modest = settings(
    max_examples=max(10, settings().max_examples // 4),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


def assessed(voices: tuple[Informant, ...], kaart: Kaart) -> Analysis:
    return make.analysis(knowledge(), *voices, on=kaart, of=make.gemeente({"ar": 60, "ti": 12, "prs": None}))


def fewer(verdict: Verdict, than: Verdict) -> bool:
    return BETTER.index(verdict) < BETTER.index(than)


# --- the laws


@given(kaart=kaarten(), more=services("extra"))
@modest
def test_adding_a_service_never_worsens_a_cell_of_the_coverage(kaart: Kaart, more: Service) -> None:
    before, after = assessed((), kaart), assessed((), _with(kaart, more))
    for name in ("cells", "by_age", "by_area"):
        held = {(c.step, c.language, c.age_group, c.area): c for c in getattr(before.coverage, name)}
        for cell in getattr(after.coverage, name):
            old = held.get((cell.step, cell.language, cell.age_group, cell.area))
            assert old is None or RANK[Reach(cell.reach)] <= RANK[Reach(old.reach)]


@given(kaart=kaarten(), more=services("extra"))
@modest
def test_adding_a_service_never_worsens_a_verdict_on_the_kaart(kaart: Kaart, more: Service) -> None:
    rules = [
        rule
        for practice in knowledge().practices
        for rule in practice.criteria
        if isinstance(rule, ServiceCriterion)
    ]
    assert rules
    for rule in rules:
        before = judge(rule, picture=make.picture(knowledge(), on=kaart)).verdict
        after = judge(rule, picture=make.picture(knowledge(), on=_with(kaart, more))).verdict
        assert not fewer(after, before)


@given(kaart=kaarten(complete=False))
@modest
def test_without_a_word_and_without_a_complete_kaart_nothing_is_missing(kaart: Kaart) -> None:
    assert Verdict.MISSING not in {finding.verdict for finding in assessed((), kaart).findings}


@given(voices=informants(), kaart=kaarten())
@modest
def test_nothing_is_missing_without_a_no_or_a_complete_kaart(
    voices: tuple[Informant, ...], kaart: Kaart
) -> None:
    for finding in assessed(voices, kaart).findings:
        if finding.verdict is Verdict.MISSING:
            assert _says_no(finding), finding.id


@given(voices=informants())
@modest
def test_who_does_not_know_says_no_more_than_who_was_not_asked(voices: tuple[Informant, ...]) -> None:
    """Everybody says *weet ik niet*: then nothing is known, and nothing is a gap."""
    unsure = tuple(
        informant.model_copy(
            update={
                "interview": informant.interview.model_copy(
                    update={"answers": {name: Answer(values=(DONT_KNOW,)) for name in informant.answers}}
                )
            }
        )
        for informant in voices
    )
    found = assessed(unsure, Kaart())
    assert {finding.verdict for finding in found.findings} == {Verdict.UNKNOWN}
    assert found.gaps() == ()


@given(voices=informants(), kaart=kaarten(), data=st.data())
@modest
def test_taking_an_answer_away_never_makes_a_gap_out_of_it(
    voices: tuple[Informant, ...], kaart: Kaart, data: st.DataObject
) -> None:
    """A rule that rests on one question is *onbekend* when nobody answers that question."""
    rules = [
        rule
        for practice in knowledge().practices
        for rule in practice.criteria
        if isinstance(rule, AnswerCriterion)
    ]
    rule = data.draw(st.sampled_from(rules))
    silent = tuple(_without(informant, rule.question) for informant in voices)
    verdict = judge(rule, picture=make.picture(knowledge(), *silent, on=kaart)).verdict
    assert verdict in {Verdict.UNKNOWN, Verdict.NOT_APPLICABLE}


@given(voices=informants(), kaart=kaarten())
@modest
def test_differing_answers_are_never_met(voices: tuple[Informant, ...], kaart: Kaart) -> None:
    plain = {question.id for question in knowledge().questions if question.kind is not AnswerKind.MULTIPLE}
    for finding in assessed(voices, kaart).findings:
        if finding.kind is FindingKind.NEED or finding.verdict is not Verdict.MET:
            continue
        for rule in finding.rules:
            assert not rule.disputed
            known = {
                p.values
                for p in rule.evidence
                if p.verdict in KNOWN and p.question in plain and p.question == rule.question
            }
            if finding.kind is FindingKind.PRACTICE:
                assert len(known) <= 1, finding.id


@given(voices=informants(), kaart=kaarten())
@modest
def test_nothing_is_met_on_old_word_alone(voices: tuple[Informant, ...], kaart: Kaart) -> None:
    """What rests on answers of long ago, or on entries nobody confirmed, is *deels* at most."""
    for finding in assessed(voices, kaart).findings:
        for rule in finding.rules:
            if rule.verdict is not Verdict.MET:
                continue
            proof = [piece for piece in rule.evidence if piece.verdict is Verdict.MET]
            assert not any(_is_old(piece) for piece in proof), rule.rule


@given(voices=informants(), kaart=kaarten(complete=False))
@modest
def test_an_old_declaration_says_no_more_than_none(voices: tuple[Informant, ...], kaart: Kaart) -> None:
    old = Complete.model_validate({"onderwerp": "alles", "datum": "2025-11-20", "door": "beheerder"})
    before = assessed(voices, kaart)
    after = assessed(voices, kaart.model_copy(update={"complete": (old,)}))
    assert {f.id: f.verdict for f in before.findings} == {f.id: f.verdict for f in after.findings}
    assert [cell.reach for cell in before.coverage.cells] == [cell.reach for cell in after.coverage.cells]


@given(
    data=st.data(),
    question=st.sampled_from(
        [q for q in read_catalogue()[0].questions if q.kind is AnswerKind.YES_NO_PARTLY]
    ),
)
@modest
def test_two_who_differ_on_one_fact_make_a_finding_and_no_vote(
    data: st.DataObject, question: Question
) -> None:
    first, second = data.draw(st.permutations(["ja", "deels", "nee"]))[:2]
    many = data.draw(st.integers(1, 4))
    group = question.groups[0]
    voices = tuple(make.informant(f"a{n}", {question.id: first}, group=group) for n in range(many))
    found = assessed((*voices, make.informant("z", {question.id: second}, group=group)), Kaart())
    assert (f"gap-verschil-{question.id}" in found.finding) is not is_own(question)
    for finding in found.of_kind(FindingKind.PRACTICE, FindingKind.BOTTLENECK):
        if any(rule.question == question.id for rule in finding.rules):
            assert finding.verdict is not Verdict.MET


@pytest.mark.slow
@given(voices=informants(), kaart=kaarten(), chaos=st.randoms(use_true_random=False))
@modest
def test_the_order_of_files_does_not_matter(
    voices: tuple[Informant, ...], kaart: Kaart, chaos: random.Random
) -> None:
    def mixed(items: Iterable[object]) -> tuple[object, ...]:
        listed = list(items)
        chaos.shuffle(listed)
        return tuple(listed)

    other = Kaart.model_validate(
        {name: mixed(getattr(kaart, name)) for name in ("organizations", "services", "complete")}
    )
    turned = combine(tuple(reversed(voices))).informants
    assert as_json(assessed(voices, kaart)) == as_json(assessed(turned, other))


@pytest.mark.slow
@given(voices=informants(most=6), kaart=kaarten())
@modest
def test_what_is_found_does_not_depend_on_how_informants_are_named(
    voices: tuple[Informant, ...], kaart: Kaart
) -> None:
    def judged(portrait: Portrait) -> list[object]:
        analysis = assess(
            gemeente=make.gemeente(), portrait=portrait, kaart=kaart, catalogue=knowledge(), as_of=make.AS_OF
        )
        relations = {name: item.relation for name, item in analysis.agreements.standing.items()}
        return [
            *((item.id, item.verdict, item.priority, item.practices) for item in analysis.findings),
            relations,
        ]

    told = combine(voices)
    bare = nameless(told, groups=knowledge().groups, questions=knowledge().question)
    assert judged(told) == judged(bare)


def test_the_order_of_declarations_does_not_matter() -> None:
    declared = [
        {"onderwerp": "interventie", "datum": "2026-09-01", "door": name, "waarde": value}
        for name, value in (("beheerder", None), ("adviseur", "mind-spring"))
    ]
    kaarten = [Kaart.model_validate({"complete": order}) for order in (declared, declared[::-1])]
    first, second = (as_json(assessed((), kaart)) for kaart in kaarten)
    assert first == second


@pytest.mark.slow
@given(voices=informants(), kaart=kaarten())
@modest
def test_the_same_input_gives_the_same_bytes(voices: tuple[Informant, ...], kaart: Kaart) -> None:
    first, second = assessed(voices, kaart), assessed(voices, kaart)
    assert first.model_dump_json() == second.model_dump_json()
    assert Analysis.model_validate_json(first.model_dump_json()) == first


@given(voices=informants(), kaart=kaarten())
@modest
def test_every_finding_stands_on_its_own_feet(voices: tuple[Informant, ...], kaart: Kaart) -> None:
    found = assessed(voices, kaart)
    assert len({finding.id for finding in found.findings}) == len(found.findings)
    for finding in found.findings:
        beside = f"gap-{finding.kind.value}-naast-{finding.about}"
        assert finding.id in (f"gap-{finding.kind.value}-{finding.about}", beside)
        assert finding.title
        assert finding.reason.strip()
        assert set(finding.practices) <= knowledge().practice.keys()
        assert set(finding.sources) <= knowledge().source.keys()
        assert finding.rules or finding.evidence
        if finding.is_gap:
            assert any(piece.kind is not EvidenceKind.SEARCHED for piece in finding.evidence), finding.id


@pytest.mark.parametrize("verdict", list(Verdict))
def test_the_laws_look_at_every_verdict(verdict: Verdict) -> None:
    """The random worlds are rich enough: each verdict occurs, so no law holds for want of cases."""
    worlds = (
        tuple(
            anybody(f"i{n}", group.id, chaos=random.Random(seed * 100 + n))
            for n, group in enumerate(knowledge().groups[:3])
        )
        for seed in range(5)
    )
    assert any(
        verdict in {finding.verdict for finding in assessed(voices, Kaart()).findings} for voices in worlds
    )


def _with(kaart: Kaart, more: Service) -> Kaart:
    return Kaart(organizations=kaart.organizations, services=(*kaart.services, more), complete=kaart.complete)


def _without(informant: Informant, question: str) -> Informant:
    answers = {name: answer for name, answer in informant.answers.items() if name != question}
    return informant.model_copy(
        update={"interview": informant.interview.model_copy(update={"answers": answers})}
    )


def _is_old(piece: Evidence) -> bool:
    """Tell whether a piece of evidence has passed its term: two years for an answer, one for an entry."""
    months = {EvidenceKind.ANSWER: 24, EvidenceKind.ORGANIZATION: 12}.get(piece.kind)
    if months is None:
        return False
    if piece.day is None:
        return piece.kind is EvidenceKind.ORGANIZATION
    return not within(PartialDate.parse(piece.day), months=months, as_of=make.AS_OF)


def _says_no(finding: Finding) -> bool:
    """Tell whether an informant's own answer fails, or somebody declared the kaart complete."""
    pieces = [*finding.evidence, *(piece for rule in finding.rules for piece in rule.evidence)]
    return any(
        piece.kind is EvidenceKind.DECLARATION
        or (piece.kind is EvidenceKind.ANSWER and piece.verdict is Verdict.MISSING)
        for piece in pieces
    )
