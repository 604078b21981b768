"""Statushouders beside professionals on the same: never *eens* over their heads, and never *voldaan* against them."""

from __future__ import annotations

import pytest
from tests import builders as make
from tests.analysis.test_agreements import asked, found, knowing, of, round_of

from psoh_cli.analysis.finding import Analysis
from psoh_cli.interview.agreement import Agreement
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.vocabulary import Verdict


def twin() -> Catalogue:
    """Give a knowledge in which a practice rests on a question that statushouders are asked in other words."""
    practice = make.practice(
        "bp-a", {"soort": "antwoord", "vraag": "v", "voldaan": ["ja"], "deels": ["deels"]}
    )
    questions = (
        asked("v", tekst="Is er een vaste begeleider?"),
        make.question(
            "sh",
            informanten=["statushouders"],
            naast=["v"],
            tekst="Vraagt iemand hoe het gaat?",
            praktijken=["bp-a"],
        ),
    )
    base = knowing(*questions)
    return base.model_copy(update={"practices": (practice, *base.practices[1:])})


def of_practice(analysis: Analysis) -> tuple[Verdict, str]:
    finding = next(item for item in analysis.findings if item.about == "bp-a")
    assert [rule.verdict for rule in finding.rules] == [finding.verdict]
    return finding.verdict, finding.reason


def test_what_statushouders_contradict_is_not_agreed() -> None:
    told = of(
        twin(),
        *round_of(
            gemeente={"v": "ja"}, ggd={"v": "ja"}, statushouders={"sh": "deels"}, statushouders2={"sh": "nee"}
        ),
    )
    assert [item.question for item in told.agreed] == []
    (item,) = told.differing
    assert item.relation is Agreement.APART
    assert item.findings == ("gap-verschil-naast-sh",)
    assert told.apart == (), "it stands under one heading"
    assert (
        "Op ‘Vraagt iemand hoe het gaat?’: deels zeggen statushouders; nee zeggen statushouders"
        in item.sentence
    )


def test_one_voice_that_statushouders_contradict_is_a_difference() -> None:
    told = of(twin(), *round_of(ggd={"v": "ja"}, statushouders={"sh": "nee"}))
    assert [item.question for item in told.differing] == ["v"]


def test_what_only_a_part_of_the_statushouders_says_is_not_agreed_either() -> None:
    told = of(
        twin(),
        *round_of(
            gemeente={"v": "ja"}, ggd={"v": "ja"}, statushouders={"sh": "ja"}, statushouders2={"sh": "nee"}
        ),
    )
    assert (told.agreed, told.differing) == ((), ())
    assert [item.question for item in told.agreed_in_part] == ["v"]


def test_what_statushouders_confirm_is_agreed() -> None:
    told = of(twin(), *round_of(gemeente={"v": "ja"}, ggd={"v": "ja"}, statushouders={"sh": "ja"}))
    assert [item.question for item in told.agreed] == ["v"]


def test_one_finding_tells_it() -> None:
    analysis = found(twin(), *round_of(gemeente={"v": "ja"}, ggd={"v": "ja"}, statushouders={"sh": "nee"}))
    assert [item.id for item in analysis.findings if "verschil" in item.id] == ["gap-verschil-naast-sh"]


@pytest.mark.parametrize(
    ("theirs", "own", "verdict"),
    [
        ("ja", "nee", Verdict.PARTLY),
        ("ja", "deels", Verdict.PARTLY),
        ("ja", "ja", Verdict.MET),
        ("ja", "weet-niet", Verdict.MET),
        ("nee", "ja", Verdict.MISSING),
        ("deels", "nee", Verdict.PARTLY),
    ],
)
def test_a_practice_is_met_only_where_statushouders_do_not_say_otherwise(
    theirs: str, own: str, verdict: Verdict
) -> None:
    analysis = found(twin(), *round_of(gemeente={"v": theirs}, ggd={"v": theirs}, statushouders={"sh": own}))
    said, reason = of_practice(analysis)
    assert said is verdict
    assert ("Vraagt iemand hoe het gaat?" in reason) is (own not in (theirs, "weet-niet"))
