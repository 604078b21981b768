"""What we do not know, and whom to ask: by group, what settles most first, and the kaart per organization."""

from __future__ import annotations

from tests import builders as make

from psoh_cli.analysis.finding import ToAsk

SHARED = make.question("gedeeld")
OWN = make.question("eigen", informanten=["ggd"])
PARENT, CHILD = (
    make.question("plan", informanten=["gemeente"]),
    make.question("volledig", informanten=["gemeente"], stel_als={"vraag": "plan", "is": "ja"}),
)
KNOWLEDGE = make.catalogue(
    make.practice("bp-een", make.answered("gedeeld")),
    make.practice("bp-twee", make.answered("gedeeld"), make.answered("eigen")),
    make.practice("bp-plan", make.answered("plan"), make.answered("volledig")),
    questions=(SHARED, OWN, PARENT, CHILD),
)


def asked(groups: tuple[ToAsk, ...]) -> dict[str, list[tuple[str, str, bool]]]:
    return {
        group.group: [(item.question, item.state, item.first) for item in group.questions] for group in groups
    }


def test_each_group_gets_its_questions_and_the_first_to_ask_is_marked() -> None:
    assert asked(make.analysis(KNOWLEDGE).to_ask) == {
        "gemeente": [("gedeeld", "niet gevraagd", True), ("plan", "niet gevraagd", True)],
        "ggd": [("eigen", "niet gevraagd", True), ("gedeeld", "niet gevraagd", False)],
    }


def test_who_did_not_know_is_not_asked_again_while_others_may_know() -> None:
    found = make.analysis(KNOWLEDGE, make.informant("i", {"gedeeld": "weet-niet"})).to_ask
    assert ("gedeeld", "niemand weet het", True) in asked(found)["ggd"]
    assert "gedeeld" not in {name for name, _, _ in asked(found)["gemeente"]}


def test_where_nobody_knows_everybody_is_on_the_list() -> None:
    voices = make.said("gedeeld", "weet-niet", "weet-niet")
    for group in make.analysis(KNOWLEDGE, *voices).to_ask:
        assert "gedeeld" in {item.question for item in group.questions}


def test_public_sources_are_nobody_we_asked() -> None:
    public = make.gemeente(voorbeeld="openbare-bronnen")
    found = make.analysis(KNOWLEDGE, make.informant("i", {"gedeeld": "weet-niet"}), of=public).to_ask
    assert ("gedeeld", "niet gevraagd", True) in asked(found)["gemeente"]


def test_a_question_counts_the_findings_it_settles_with_its_follow_ups() -> None:
    gemeente = make.analysis(KNOWLEDGE).to_ask[0]
    assert [(item.question, item.findings) for item in gemeente.questions] == [
        ("gedeeld", ("gap-praktijk-bp-een", "gap-praktijk-bp-twee")),
        ("plan", ("gap-praktijk-bp-plan",)),
    ]


def test_a_follow_up_is_asked_once_its_condition_holds() -> None:
    def names(answer: str) -> set[str]:
        return {
            item.question
            for group in make.analysis(KNOWLEDGE, *make.said("plan", answer)).to_ask
            for item in group.questions
        }

    assert "volledig" in names("ja")
    gemeente = make.analysis(KNOWLEDGE, *make.said("plan", "ja")).to_ask[0]
    assert "Is er volledig? (vervolg op: Is er plan?)" in {item.text for item in gemeente.questions}
    assert "volledig" not in names("nee")
    assert "volledig" not in names("weet-niet")


def test_what_is_known_is_not_asked() -> None:
    everything = make.informant("i", {"gedeeld": "ja", "eigen": "nee", "plan": "nee"})
    assert make.analysis(KNOWLEDGE, everything).to_ask == ()


def test_the_kaart_is_asked_from_who_stands_on_it() -> None:
    full = make.service(
        "vol", talen=["ar"], tolkinzet="vast", toegang=["vrij"], wachttijd={"weken": 2}, kosten_client="gratis",
        capaciteit={"plaatsen": 5, "per": "week"},
    )  # fmt: skip
    stale = make.service("oud", gecontroleerd_op=make.STALE, talen=["ar"], tolkinzet="vast", toegang=["vrij"])
    lone = make.organization("los", ketenpartner="zonder-groep", gecontroleerd_op=make.STALE)
    kaart = make.kaart(full, stale, organizations=(make.organization(), lone))
    by_group = {group.group: group for group in make.analysis(make.catalogue(), on=kaart).to_ask}
    assert by_group["ggd"].organizations == ("Organisatie huis",)
    assert by_group["ggd"].entries == (
        (
            "Organisatie huis: bevestig 1 vermelding (Dienst oud) en vul aan: wachttijd (bij 1 van 2), "
            "kosten voor de cliënt (bij 1 van 2) en capaciteit (bij 1 van 2)."
        ),
    )
    assert by_group["andere-organisaties"].entries == (
        "Organisatie los: bevestig 1 vermelding (Organisatie los).",
    )
