"""Random worlds on the real knowledge: what anybody may say, and what a kaart may hold."""

from __future__ import annotations

import random
from collections.abc import Iterable
from functools import cache

from hypothesis import strategies as st
from tests import builders as make

from psoh_cli.dutch import PartialDate
from psoh_cli.interview.answers import Answer, Informant, InterviewFile
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Complete, Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.practices.question import Question
from psoh_cli.vocabulary import (
    DONT_KNOW,
    NOT_APPLICABLE,
    Access,
    AnswerKind,
    Interpreter,
    OfferKind,
    ServiceStatus,
    TargetGroup,
    Trained,
)

LANGUAGES = ("nl", "en", "ar", "ti", "prs")


@cache
def knowledge() -> Catalogue:
    return read_catalogue()[0]


@st.composite
def informants(draw: st.DrawFn, *, most: int = 4) -> tuple[Informant, ...]:
    chaos = draw(st.randoms(use_true_random=False))
    groups = draw(st.lists(st.sampled_from([group.id for group in knowledge().groups]), max_size=most))
    return tuple(anybody(f"i{number}", group, chaos=chaos) for number, group in enumerate(groups))


def anybody(name: str, group: str, *, chaos: random.Random) -> Informant:
    """Let an informant answer some of its questions; one seed for all answers keeps an example small."""
    given_answers = {}
    for question in knowledge().questions:
        if group in question.groups and chaos.random() < 0.6:
            given_answers[question.id] = _chosen(question, chaos=chaos)
    interview = InterviewFile(
        format="1", knowledge_version="t1", group=group, role=f"Rol {name}", answers=given_answers
    )
    return Informant(id=name, file=f"{name}.yaml", interview=interview)


def _chosen(question: Question, *, chaos: random.Random) -> Answer:
    day = chaos.choice([None, *map(PartialDate.parse, ("2026-10-01", "2025-03", "2021"))])
    return Answer(values=_values(question, chaos=chaos), day=day)


def _values(question: Question, *, chaos: random.Random) -> tuple[str, ...]:
    values = [option.value for option in question.choices()]
    if chaos.random() < 0.2:
        return (chaos.choice([DONT_KNOW, NOT_APPLICABLE]),)
    if question.kind is AnswerKind.MULTIPLE:
        return tuple(chaos.sample(values, k=min(len(values), chaos.randint(1, 4))))
    if question.kind is AnswerKind.NUMBER:
        return (str(chaos.randint(0, 40)),)
    if question.kind is AnswerKind.DATE:
        return (chaos.choice(["2026-10-01", "2026", "2019-05", "2027-01-01"]),)
    return (chaos.choice(values),) if values else ("Iets anders.",)


def _some(values: Iterable[str]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(sorted(values)), max_size=2, unique=True).map(tuple)


@st.composite
def services(draw: st.DrawFn, name: str) -> Service:
    return Service.model_validate(
        {
            "id": name,
            "organisatie": draw(st.sampled_from(["org-0", "org-1"])),
            "naam": f"Dienst {name}",
            "aanbod": "iets",
            "bron": "b",
            "gecontroleerd_op": draw(st.sampled_from([make.FRESH, make.STALE, "onbekend"])),
            "status": draw(
                st.sampled_from([ServiceStatus.ACTIVE, ServiceStatus.ACTIVE, *ServiceStatus])
            ).value,
            "soort_aanbod": draw(_some(OfferKind)),
            "doelgroepen": draw(_some(TargetGroup)),
            "talen": draw(_some(LANGUAGES)),
            "tolkinzet": draw(st.sampled_from(Interpreter)).value,
            "tolktalen": draw(_some(LANGUAGES)),
            "cultuursensitief_getraind": draw(st.sampled_from(Trained)).value,
            "ketenstappen": draw(_some(knowledge().chain_step)),
            "iasc_laag": draw(st.sampled_from([None, "laag-1", "laag-2", "laag-3", "laag-4"])),
            "pijlers": draw(_some(knowledge().pillar)),
            "interventies": draw(_some({"mind-spring", "7roses", "pm-plus", "sleutelpersonen-inzet"})),
            "toegang": draw(_some(Access)),
        }
    )


@st.composite
def declarations(draw: st.DrawFn) -> tuple[Complete, ...]:
    subjects = {
        "ketenstap": sorted(knowledge().chain_step),
        "soort_aanbod": [kind.value for kind in OfferKind],
        "interventie": ["mind-spring", "7roses", "pm-plus"],
        "ketenpartner": ["ggz", "ggd"],
        "taal": list(LANGUAGES),
    }
    chosen = draw(st.lists(st.sampled_from([*subjects, "alles"]), max_size=3))
    return tuple(
        Complete.model_validate(
            {
                "onderwerp": subject,
                "waarde": draw(st.sampled_from([None, *subjects[subject]])) if subject in subjects else None,
                "datum": draw(st.sampled_from(["2026-09-01", "2026-09-01", "2024-02"])),
                "door": "beheerder",
            }
        )
        for subject in chosen
    )


@st.composite
def kaarten(draw: st.DrawFn, *, complete: bool = True) -> Kaart:
    return Kaart(
        organizations=draw(_organizations()),
        services=tuple(draw(services(f"d{number}")) for number in range(draw(st.integers(0, 4)))),
        complete=draw(declarations()) if complete else (),
    )


@st.composite
def _organizations(draw: st.DrawFn) -> tuple[Organization, ...]:
    return tuple(
        make.organization(
            name,
            ketenpartner=partner,
            gecontroleerd_op=draw(st.sampled_from([make.FRESH, make.STALE, "onbekend"])),
            in_klankbordgroep=draw(st.sampled_from([None, "ja", "nee"])),
        )
        for name, partner in (("org-0", "ggz"), ("org-1", "welzijn"))
    )
