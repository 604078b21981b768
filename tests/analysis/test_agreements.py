"""The whole round side by side: who sees what, what one side knows, and statushouders beside professionals."""

from __future__ import annotations

import random
from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.agreements import Agreements, agreements
from psoh_cli.analysis.assess import assess
from psoh_cli.analysis.chain import chain
from psoh_cli.analysis.difference_findings import DISCUSS
from psoh_cli.analysis.finding import Analysis, FindingKind
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.nameless import nameless
from psoh_cli.interview.portrait import combine
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Group, Question
from psoh_cli.vocabulary import Verdict

GROUPS = tuple(
    Group.model_validate({"id": name, "naam": label})
    for name, label in (
        ("gemeente", "Gemeente: beleid en regie"),
        ("ggd", "GGD en jeugdgezondheidszorg"),
        ("huisarts", "Huisarts"),
        ("statushouders", "Statushouders"),
    )
)
PROFESSIONALS = ["gemeente", "ggd", "huisarts"]


def asked(name: str, **fields: Any) -> Question:
    return make.question(name, **{"informanten": PROFESSIONALS, "praktijken": ["bp-a"]} | fields)


def knowing(*questions: Question) -> Catalogue:
    practices = (make.practice("bp-a"), make.practice(DISCUSS))
    return make.catalogue(*practices, questions=questions, groups=GROUPS)


def round_of(**said: dict[str, Any]) -> tuple[Informant, ...]:
    """Make an informant per group; a digit behind the group makes more of them."""
    return tuple(
        make.informant(name, answers, group=name.rstrip("0123456789")) for name, answers in said.items()
    )


def of(knowledge: Catalogue, *informants: Informant) -> Agreements:
    """Sort as a document would: groups and no roles."""
    portrait = nameless(combine(informants), groups=knowledge.groups, questions=knowledge.question)
    return agreements(portrait, catalogue=knowledge)


def found(knowledge: Catalogue, *informants: Informant, **fields: Any) -> Analysis:
    return make.analysis(knowledge, *informants, **fields)


def test_a_difference_names_who_sees_what_and_who_does_the_work() -> None:
    knowledge = knowing(asked("v", doet_zelf=["ggd"]))
    told = of(
        knowledge,
        *round_of(
            gemeente={"v": "ja"},
            ggd={"v": {"antwoord": "nee", "datum": "2026-05-03"}},
            huisarts={"v": "weet-niet"},
        ),
    )
    assert [item.question for item in told.differing] == ["v"]
    assert told.differing[0].sentence == (
        "Ja zegt de gemeente (datum onbekend); nee zeggen GGD en jeugdgezondheidszorg (mei 2026). "
        "‘Weet ik niet’ zegt huisarts (datum onbekend). GGD en jeugdgezondheidszorg doen dit werk zelf."
    )


def test_who_does_the_work_and_was_not_asked_is_told() -> None:
    knowledge = knowing(asked("v", doet_zelf=["huisarts"]))
    told = of(knowledge, *round_of(gemeente={"v": "ja"}, ggd={"v": "nee"}))
    assert told.differing[0].sentence.endswith(
        "Huisarts doet dit werk zelf, en is hierover nog niet gevraagd."
    )


def test_a_difference_is_a_finding_with_the_klankbordgroep_and_no_measure_of_its_own() -> None:
    analysis = found(knowing(asked("v")), *round_of(gemeente={"v": "ja"}, ggd={"v": "nee"}))
    finding = analysis.finding["gap-verschil-v"]
    assert finding.practices == ("bp-a", DISCUSS)
    assert finding.is_gap
    assert finding.priority is None
    assert "er wordt niet gestemd" in finding.reason


def test_own_work_that_varies_is_no_finding_and_no_dispute() -> None:
    analysis = found(
        knowing(asked("v", gaat_over="eigen-werk")), *round_of(gemeente={"v": "ja"}, ggd={"v": "nee"})
    )
    assert not analysis.of_kind(FindingKind.DIFFERENCE)
    assert [item.question for item in analysis.agreements.per_organization] == ["v"]


def test_what_only_the_gemeente_knows_is_told_and_asks_for_no_measure() -> None:
    analysis = found(knowing(asked("v")), *round_of(gemeente={"v": "ja"}, ggd={"v": "weet-niet"}))
    finding = analysis.finding["gap-alleen-gemeente-v"]
    assert finding.kind is FindingKind.ONLY_GEMEENTE
    assert finding.verdict is Verdict.PARTLY
    assert not finding.is_gap
    assert DISCUSS in finding.practices
    assert finding.ask == ("gemeente", "ggd")


@pytest.mark.parametrize(
    "said",
    [
        {"gemeente": {"v": "ja"}},
        {"gemeente": {"v": "ja"}, "gemeente2": {"v": "weet-niet"}},
        {"gemeente": {"v": "ja"}, "ggd": {}},
        {"gemeente": {"v": "ja"}, "ggd": {"v": "ja"}, "huisarts": {"v": "weet-niet"}},
        {"gemeente": {"v": "weet-niet"}, "ggd": {"v": "ja"}},
    ],
)
def test_what_others_were_not_asked_is_no_finding(said: dict[str, Any]) -> None:
    assert not found(knowing(asked("v")), *round_of(**said)).of_kind(FindingKind.ONLY_GEMEENTE)


def test_one_of_the_gemeente_who_does_not_know_makes_nothing_one_sided() -> None:
    voices = round_of(gemeente={"v": "ja"}, gemeente2={"v": "weet-niet"})
    analysis = found(knowing(asked("v", informanten=["gemeente"])), *voices)
    assert [item.question for item in analysis.agreements.one_group] == ["v"]
    assert "Alleen één groep is gevraagd" in analysis.agreements.one_group[0].sentence
    assert not analysis.of_kind(FindingKind.ONLY_GEMEENTE)


def of_the_practice(**said: Any) -> Analysis:
    base = knowing(asked("v", doet_zelf=["ggd", "huisarts"]))
    practice = make.practice("bp-a", make.answered("v"))
    knowledge = base.model_copy(update={"practices": (practice, *base.practices[1:])})
    return found(knowledge, *round_of(**{name: {"v": value} for name, value in said.items()}))


@pytest.mark.parametrize("said", ["weet-niet", "niet-van-toepassing"])
def test_what_those_who_do_the_work_do_not_affirm_is_of_the_gemeente_alone(said: str) -> None:
    analysis = of_the_practice(gemeente="ja", ggd=said, huisarts="niet-van-toepassing")
    (item,) = analysis.agreements.only_gemeente
    assert "één stem" not in item.sentence.casefold()
    assert "‘Niet van toepassing’ zeg" in item.sentence
    assert analysis.finding["gap-alleen-gemeente-v"].ask == ("gemeente", "ggd", "huisarts")
    judged = next(each for each in analysis.findings if each.about == "bp-a")
    assert judged.verdict is Verdict.PARTLY
    assert "Alleen de gemeente zegt dit" in judged.reason
    assert "Niet van toepassing" in judged.reason


def test_another_that_does_the_work_and_affirms_is_enough() -> None:
    analysis = of_the_practice(gemeente="ja", ggd="ja", huisarts="niet-van-toepassing")
    assert next(each for each in analysis.findings if each.about == "bp-a").verdict is Verdict.MET


def test_who_says_that_it_does_not_apply_is_named_beside_who_does_not_know() -> None:
    told = of(knowing(asked("v")), *round_of(gemeente={"v": "weet-niet"}, ggd={"v": "niet-van-toepassing"}))
    (item,) = told.nobody_knows
    assert item.excused == "GGD en jeugdgezondheidszorg"
    assert "‘Niet van toepassing’ zeggen GGD en jeugdgezondheidszorg" in item.sentence


def test_own_work_that_is_alike_is_agreed_by_nobody() -> None:
    told = of(knowing(asked("v", gaat_over="eigen-werk")), *round_of(gemeente={"v": "ja"}, ggd={"v": "ja"}))
    assert not told.agreed
    assert [item.question for item in told.own_alike] == ["v"]


def test_what_few_say_surely_and_lately_is_not_agreed_without_that_word() -> None:
    unsure, old = {"antwoord": "ja", "zekerheid": "onzeker"}, {"antwoord": "ja", "datum": "2016"}
    sure = {"antwoord": "ja", "zekerheid": "zeker", "datum": "2026-05"}
    knowledge = knowing(asked("v"))
    weak = found(knowledge, *round_of(gemeente={"v": unsure}, ggd={"v": old}, huisarts={"v": sure}))
    assert not weak.agreements.agreed
    assert [item.question for item in weak.agreements.agreed_unsure] == ["v"]
    firm = found(
        knowledge,
        *round_of(gemeente={"v": sure}, ggd={"v": sure}, ggd2={"v": unsure}, huisarts={"v": "weet-niet"}),
    )
    (item,) = firm.agreements.agreed
    assert item.doubt == "deels onzeker; 1 groep weet het niet"


def test_what_others_were_not_asked_is_not_tested_yet() -> None:
    told = of(
        knowing(asked("v"), asked("w", informanten=["gemeente"])), *round_of(gemeente={"v": "ja", "w": "ja"})
    )
    assert [(item.question, item.to_test) for item in told.untested] == [
        ("v", ("GGD en jeugdgezondheidszorg", "huisarts"))
    ]
    assert [item.question for item in told.one_voice] == ["w"], "nobody else can know this"


def test_two_of_the_gemeente_who_differ_are_a_difference_and_not_just_untested() -> None:
    told = of(knowing(asked("v")), *round_of(gemeente1={"v": "ja"}, gemeente2={"v": "nee"}))
    assert [item.question for item in told.differing] == ["v"]
    assert not told.untested


def test_public_sources_say_nothing_of_what_people_do_not_know() -> None:
    sources = Gemeente.model_validate(
        make.gemeente().model_dump(by_alias=True) | {"voorbeeld": "openbare-bronnen"}
    )
    analysis = found(
        knowing(asked("v"), asked("w")),
        *round_of(gemeente={"v": "ja", "w": "weet-niet"}, ggd={"v": "weet-niet"}),
        of=sources,
    )
    assert not analysis.of_kind(FindingKind.ONLY_GEMEENTE)
    assert not (analysis.agreements.untested)
    assert not (analysis.agreements.nobody_knows)


MIRROR = (
    asked("prof", doet_zelf=["ggd"]),
    asked("sh", informanten=["statushouders"], naast=["prof"]),
)


@pytest.mark.parametrize(
    ("own", "theirs", "differs"),
    [
        ("nee", ("ja", "ja"), True),
        ("deels", ("ja", "nee"), True),
        ("nee", ("ja", "nee"), False),
        ("ja", ("ja", "ja"), False),
        ("nee", ("weet-niet", "weet-niet"), False),
        ("weet-niet", ("ja", "ja"), False),
    ],
)
def test_statushouders_stand_beside_professionals(own: str, theirs: tuple[str, str], differs: bool) -> None:
    voices = round_of(statushouders={"sh": own}, gemeente={"prof": theirs[0]}, ggd={"prof": theirs[1]})
    analysis = found(knowing(*MIRROR), *voices)
    (beside,) = analysis.agreements.beside
    assert beside.statushouders.asked == ("statushouders",)
    assert beside.professionals[0].asked == ("gemeente", "ggd")
    assert beside.differs is differs
    assert ("gap-verschil-naast-sh" in analysis.finding) is differs
    if differs:
        finding = analysis.finding["gap-verschil-naast-sh"]
        assert DISCUSS in finding.practices
        assert {piece.group for piece in finding.evidence} >= {"statushouders", "gemeente"}
        assert "GGD en jeugdgezondheidszorg doen dit werk zelf." in finding.reason


def test_a_silent_side_is_beside_the_other_all_the_same() -> None:
    (beside,) = of(knowing(*MIRROR), *round_of(gemeente={"prof": "ja"})).beside
    assert not beside.statushouders.asked
    assert beside.statushouders.sentence == "Nog niet gevraagd."
    assert beside.professionals[0].sides[0].who == "de gemeente"


def test_a_question_that_both_are_asked_is_split() -> None:
    both = asked(
        "v", informanten=["ggd", "statushouders"], soort="meerkeuze", opties=make.options("taal", "geld")
    )
    (beside,) = of(knowing(both), *round_of(ggd={"v": ["taal"]}, statushouders={"v": ["geld"]})).beside
    assert [side.words for side in beside.statushouders.sides] == ["Geld"]
    assert [side.words for side in beside.professionals[0].sides] == ["Taal"]


def test_a_group_of_several_is_counted_and_statushouders_never_are() -> None:
    knowledge = knowing(asked("v"), *MIRROR)
    told = of(
        knowledge,
        *round_of(
            gemeente={"v": "nee"},
            ggd1={"v": "ja"},
            ggd2={"v": {"antwoord": "nee", "zekerheid": "onzeker"}},
            ggd3={"v": "nee"},
            huisarts1={"v": "ja"},
            huisarts2={"v": "ja"},
            statushouders1={"sh": "ja"},
            statushouders2={"sh": "nee"},
        ),
    )
    assert {side.words: side.who for side in told.standing["v"].sides} == {
        "ja": "1 van de 3 informanten uit GGD en jeugdgezondheidszorg, en beide informanten uit huisarts",
        "nee": "de gemeente, en 2 van de 3 informanten uit GGD en jeugdgezondheidszorg (van wie 1 onzeker)",
    }
    assert [side.who for side in told.standing["sh"].sides] == ["statushouders", "statushouders"]


def test_the_order_of_files_does_not_matter() -> None:
    voices = list(
        round_of(
            gemeente={"v": "ja", "prof": "ja"}, ggd={"v": "nee", "prof": "nee"}, statushouders={"sh": "nee"},
            huisarts={"v": "weet-niet"},
        )
    )  # fmt: skip
    knowledge = knowing(asked("v"), *MIRROR)
    first = of(knowledge, *voices)
    for seed in range(4):
        random.Random(seed).shuffle(voices)
        assert of(knowledge, *voices) == first


def test_lists_of_choices_add_up_in_a_finding_as_they_do_in_the_portrait() -> None:
    several = asked("v", soort="meerkeuze", opties=make.options("taal", "geld", "geen"))
    practice = make.practice("bp-a", make.answered("v", met=("taal", "geld"), partly=()))
    knowledge = make.catalogue(practice, questions=(several,), groups=GROUPS)

    def reason(first: str, second: str) -> str:
        voices = round_of(gemeente={"v": [first]}, ggd={"v": [second]})
        return found(knowledge, *voices).finding["gap-praktijk-bp-a"].reason

    assert reason("taal", "geld").startswith("De antwoorden op ‘Is er v?’ vullen elkaar aan: ")
    assert reason("taal", "geen").startswith("Informanten verschillen over ‘Is er v?’: ")


@pytest.mark.parametrize(
    ("theirs", "names_other"), [(["taal"], True), (["taal", "geld"], False), ([], False)]
)
def test_lists_with_nothing_in_common_are_told_and_are_no_finding(
    theirs: list[str], names_other: bool
) -> None:
    both = asked(
        "v", informanten=["ggd", "statushouders"], soort="meerkeuze", opties=make.options("taal", "geld")
    )
    said = {"ggd": {"v": theirs}} if theirs else {}
    analysis = found(knowing(both), *round_of(**said, statushouders={"v": ["geld"]}))
    (beside,) = analysis.agreements.beside
    assert beside.names_other is names_other
    assert not beside.differs
    assert "gap-verschil-naast-v" not in analysis.finding


def test_talks_that_differ_are_told_without_how_many_there_were() -> None:
    question = asked("sh", informanten=["statushouders"])
    knowledge = make.catalogue(
        make.practice("bp-a", make.answered("sh")), questions=(question,), groups=GROUPS
    )
    voices = round_of(statushouders1={"sh": "deels"}, statushouders2={"sh": "nee"})
    portrait = nameless(combine(voices), groups=knowledge.groups, questions=knowledge.question)
    words = "antwoorden statushouders uit eigen ervaring, en niet allemaal hetzelfde: deels en nee"
    assert of(knowledge, *voices).standing["sh"].sentence.casefold().startswith(words)
    printed = assess(
        gemeente=make.gemeente(), portrait=portrait, kaart=Kaart(), catalogue=knowledge, as_of=make.AS_OF
    )
    assert f"Op ‘Is er sh?’ {words}" in printed.finding["gap-praktijk-bp-a"].reason
    on_screen = found(knowledge, *voices).finding["gap-praktijk-bp-a"].reason
    assert "antwoordt ieder uit eigen ervaring: deels zegt" in on_screen


def test_who_does_the_work_and_was_not_asked_is_named_first() -> None:
    question = asked("v", doet_zelf=["huisarts", "ggd"])
    finding = found(knowing(question), *round_of(gemeente={"v": "ja"}, ggd={"v": "nee"})).finding[
        "gap-verschil-v"
    ]
    assert finding.ask == ("huisarts", "gemeente", "ggd")
    whom = next(
        part
        for part in chain(finding, catalogue=knowing(question), measures=())
        if part.title == "Wie dit kan ophelderen"
    )
    assert whom.lines == (
        "Doet dit werk zelf en is nog niet gevraagd: Huisarts.",
        "Gaf al antwoord: Gemeente: beleid en regie en GGD en jeugdgezondheidszorg.",
    )


def test_beside_statushouders_too_who_does_the_work_and_was_not_asked_is_named() -> None:
    own = asked("sh", informanten=["statushouders"], naast=["v"])
    knowledge = knowing(asked("v", doet_zelf=["huisarts", "ggd"]), own)
    voices = round_of(gemeente={"v": "ja"}, ggd={"v": "ja"}, statushouders={"sh": "nee"})
    finding = found(knowledge, *voices).finding["gap-verschil-naast-sh"]
    assert finding.ask == ("huisarts", "statushouders", "gemeente", "ggd")
    told = {part.title: part.lines for part in chain(finding, catalogue=knowledge, measures=())}
    assert told["Wie dit kan ophelderen"][0] == "Doet dit werk zelf en is nog niet gevraagd: Huisarts."


def test_a_part_of_a_group_is_not_called_the_one_that_knows() -> None:
    told = of(
        knowing(asked("v")),
        *round_of(ggd={"v": "ja"}, ggd2={"v": "weet-niet"}, gemeente={"v": "weet-niet"}),
    )
    (item,) = told.one_sided
    assert item.sentence.startswith("Alleen één groep weet dit, en daarvan niet iedereen: ja zeggen GGD")
