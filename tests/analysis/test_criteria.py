"""Rules together: all known ones, or the best known one; needs; and honest words where something is unknown."""

from __future__ import annotations

import pytest
from tests import builders as make

from psoh_cli.analysis.criteria import best, combined
from psoh_cli.analysis.finding import FindingKind, RuleResult
from psoh_cli.practices.practice import Statements
from psoh_cli.vocabulary import Verdict

MET, PARTLY, MISSING = Verdict.MET, Verdict.PARTLY, Verdict.MISSING
UNKNOWN, ABSENT = Verdict.UNKNOWN, Verdict.NOT_APPLICABLE


def rules(*verdicts: Verdict, disputed: bool = False) -> list[RuleResult]:
    return [
        RuleResult(rule="-", kind="antwoord", verdict=verdict, reason="-", disputed=disputed)
        for verdict in verdicts
    ]


@pytest.mark.parametrize(
    ("verdicts", "all_of", "any_of"),
    [
        ((), UNKNOWN, UNKNOWN),
        ((UNKNOWN,), UNKNOWN, UNKNOWN),
        ((UNKNOWN, ABSENT), UNKNOWN, UNKNOWN),
        ((ABSENT, ABSENT), ABSENT, ABSENT),
        ((MET,), MET, MET),
        ((MET, UNKNOWN), MET, MET),
        ((MET, ABSENT), MET, MET),
        ((MISSING, UNKNOWN), MISSING, MISSING),
        ((MISSING, MISSING), MISSING, MISSING),
        ((MET, MISSING), PARTLY, MET),
        ((MET, PARTLY), PARTLY, MET),
        ((PARTLY, MISSING), PARTLY, PARTLY),
        ((PARTLY, UNKNOWN), PARTLY, PARTLY),
    ],
)
def test_combination(verdicts: tuple[Verdict, ...], all_of: Verdict, any_of: Verdict) -> None:
    assert combined(rules(*verdicts), any_of=False) is all_of
    assert combined(rules(*verdicts), any_of=True) is any_of


def test_a_dispute_keeps_the_whole_from_being_met() -> None:
    assert combined([*rules(PARTLY, disputed=True), *rules(MET)], any_of=True) is PARTLY


@pytest.mark.parametrize(
    ("verdicts", "whole"),
    [
        ((MET, MISSING, UNKNOWN), MET),
        ((PARTLY, MISSING), PARTLY),
        ((MISSING, MISSING), MISSING),
        ((MISSING, UNKNOWN), UNKNOWN),  # the one we do not know of may be in place
        ((UNKNOWN, UNKNOWN), UNKNOWN),
        ((ABSENT, ABSENT), ABSENT),
    ],
)
def test_alternatives(verdicts: tuple[Verdict, ...], whole: Verdict) -> None:
    assert best(verdicts) is whole


def test_a_need_carries_the_gap_and_its_practices_do_not() -> None:
    programmes = make.question("programmas", soort="meerkeuze", opties=make.options("een", "twee", "geen"))
    practices = [
        make.practice(f"bp-{name}", make.answered("programmas", met=(name,), partly=()))
        for name in ("een", "twee")
    ]
    knowledge = make.catalogue(
        *practices, make.practice("bp-los", make.answered("programmas", met=("geen",))),
        questions=(programmes,), needs=(make.need("programma", "bp-een", "bp-twee"),),
    )  # fmt: skip
    met = make.analysis(knowledge, *make.said("programmas", ["twee"]))
    assert [
        (item.kind, item.about, item.verdict) for item in met.of_kind(FindingKind.PRACTICE, FindingKind.NEED)
    ] == [
        (FindingKind.NEED, "programma", MET),
        (FindingKind.PRACTICE, "bp-los", MISSING),
    ]
    need = make.analysis(knowledge, *make.said("programmas", ["geen"])).finding["gap-behoefte-programma"]
    assert need.verdict is MISSING
    assert need.practices == ("bp-een", "bp-twee")
    assert [rule.practice for rule in need.rules] == ["bp-een", "bp-twee"]


STATEMENTS = {
    "voldaan": "Het is er",
    "deels": "Het is er deels",
    "ontbreekt": "Het is er niet",
    "onbekend": "Wie weet",
}


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"een": "ja", "twee": "ja"}, "Het is er"),
        ({"een": "ja"}, "Het is er, voor zover bekend"),
        ({"een": "ja", "twee": "nee"}, "Het is er deels"),
        ({"een": "deels"}, "Het is er deels"),
        ({"een": "nee", "twee": "nee"}, "Het is er niet"),
        ({"een": "nee"}, "Het is er niet, voor zover bekend"),
        ({"een": "weet-niet"}, "Wie weet"),
        ({"een": "niet-van-toepassing", "twee": "niet-van-toepassing"}, "Doe bp-x: niet van toepassing"),
    ],
)
def test_the_title_is_a_statement_on_the_gemeente(answers: dict[str, str], title: str) -> None:
    one, two = make.question("een"), make.question("twee")
    criteria = (make.answered("een"), make.answered("twee"))
    knowledge = make.catalogue(make.practice("bp-x", *criteria, uitspraken=STATEMENTS), questions=(one, two))
    assert make.analysis(knowledge, make.informant("a", answers)).finding["gap-praktijk-bp-x"].title == title


def test_one_of_several_that_is_met_needs_no_reserve() -> None:
    criteria = (make.answered("een"), make.answered("twee"))
    knowledge = make.catalogue(
        make.practice("bp-x", *criteria, any_of=True, uitspraken=STATEMENTS),
        questions=(make.question("een"), make.question("twee")),
    )
    assert make.analysis(knowledge, *make.said("een", "ja")).finding["gap-praktijk-bp-x"].title == "Het is er"
    missing = make.analysis(knowledge, *make.said("een", "nee")).finding["gap-praktijk-bp-x"]
    assert missing.title == "Het is er niet, voor zover bekend"


@pytest.mark.parametrize(
    ("answers", "title"),
    [
        ({"een": "ja"}, "Het is er"),
        ({"twee": "ja"}, "Het is er, voor zover bekend"),
        ({"een": "nee", "twee": "nee"}, "Het is er niet, voor zover bekend"),
        ({"een": "nee", "twee": "nee", "drie": "nee"}, "Het is er niet"),
        ({"een": "nee"}, "Wie weet"),
    ],
)
def test_a_need_has_a_statement_of_its_own(answers: dict[str, str], title: str) -> None:
    need = make.need("keuze", "bp-een", "bp-twee").model_copy(
        update={"statements": Statements.model_validate(STATEMENTS)}
    )
    knowledge = make.catalogue(
        make.practice("bp-een", make.answered("een")),
        make.practice("bp-twee", make.answered("twee"), make.answered("drie")),
        questions=tuple(make.question(name) for name in ("een", "twee", "drie")),
        needs=(need,),
    )
    assert make.analysis(knowledge, make.informant("a", answers)).finding["gap-behoefte-keuze"].title == title


def test_what_is_met_as_far_as_known_says_so() -> None:
    one, two = make.question("een"), make.question("twee")
    knowledge = make.catalogue(
        make.practice("bp-x", make.answered("een"), make.answered("twee")), questions=(one, two)
    )
    finding = make.analysis(knowledge, *make.said("een", "ja")).finding["gap-praktijk-bp-x"]
    assert finding.verdict is MET
    assert finding.title == "Doe bp-x: geregeld, voor zover bekend"
    assert finding.reason.startswith("Voor zover bekend (1 regel van 2):")
    assert "Nog geen antwoord op ‘Is er twee?’." in finding.reason
    assert finding.ask == ("gemeente", "ggd")
    whole = make.analysis(knowledge, make.informant("a", {"een": "ja", "twee": "ja"})).finding[
        "gap-praktijk-bp-x"
    ]
    assert whole.title == "Doe bp-x: geregeld"
    assert whole.ask == ()
