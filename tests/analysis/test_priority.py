"""Priority: impact × reach ÷ effort, every factor shown, what is unknown left out, ties stable."""

from __future__ import annotations

from typing import Any

from tests import builders as make

from psoh_cli.vocabulary import Verdict

ONE, TWO, THREE = (
    make.question("een"),
    make.question("twee", bevestigt=[{"knelpunt": "kp", "bij": ["nee"]}]),
    make.question("drie"),
)
KNOWLEDGE = make.catalogue(
    make.practice("bp-zwaar", make.answered("een"), inspanning=make.grade(3), opbrengst=make.grade(3)),
    make.practice("bp-licht", make.answered("twee"), inspanning=make.grade(1), opbrengst=make.grade(3),
                  knelpunten=[{"id": "kp", "herkomst": "afgeleid"}]),
    make.practice("bp-a", make.answered("drie"), inspanning=make.grade(1), opbrengst=make.grade(1)),
    make.practice("bp-b", make.answered("drie"), inspanning=make.grade(1), opbrengst=make.grade(1)),
    make.practice("bp-klaar", make.answered("klaar")),
    questions=(ONE, TWO, THREE, make.question("klaar")),
    bottlenecks=(make.bottleneck("kp", "bp-licht"),),
)  # fmt: skip
ALL_NO = make.informant("i", {"een": "nee", "twee": "nee", "drie": "nee", "klaar": "ja"})


def test_the_order_follows_the_score_and_ties_follow_the_id() -> None:
    found = make.analysis(KNOWLEDGE, ALL_NO)
    assert [gap.id for gap in found.gaps()] == [
        "gap-praktijk-bp-licht",
        "gap-praktijk-bp-a",
        "gap-praktijk-bp-b",
        "gap-praktijk-bp-zwaar",
        "gap-knelpunt-kp",
    ]


def test_what_is_missing_goes_before_what_is_partly_there() -> None:
    light: dict[str, Any] = {"inspanning": make.grade(1), "opbrengst": make.grade(1)}
    whole = make.catalogue(
        make.practice("bp-0", make.answered("vier"), **light),
        make.practice("bp-a", make.answered("drie"), **light),
        questions=(THREE, make.question("vier")),
    )
    found = make.analysis(whole, make.informant("i", {"drie": "nee", "vier": "deels"}))
    assert [gap.about for gap in found.gaps()] == ["bp-a", "bp-0"]


def test_every_factor_is_shown_and_multiplies() -> None:
    priority = make.analysis(KNOWLEDGE, ALL_NO).finding["gap-praktijk-bp-licht"].priority
    assert priority
    assert [(factor.name, factor.value) for factor in priority.factors] == [
        ("gevolg", 3.5),
        ("bereik", None),
        ("inspanning", 1.0),
    ]
    assert (priority.rank, priority.score, priority.left_out) == (1, 3.5, ("bereik",))
    assert all(factor.why for factor in priority.factors)
    assert "afgeleid" in priority.factors[0].why


def test_only_gaps_have_a_place() -> None:
    found = make.analysis(KNOWLEDGE, ALL_NO)
    ranks = sorted(finding.priority.rank for finding in found.findings if finding.priority)
    assert ranks == list(range(1, len(found.gaps()) + 1))
    assert found.finding["gap-praktijk-bp-klaar"].verdict is Verdict.MET
    assert found.finding["gap-praktijk-bp-klaar"].priority is None
