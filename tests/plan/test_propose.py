"""From gaps to actions: what is proposed, and above all what is not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.plan.world import (
    AS_OF,
    after,
    analysis,
    catalogue,
    decision,
    entry,
    finding,
    graded,
    intervention,
    kaart,
    need,
    phased,
    plan_of,
    practice,
    proposal,
    source,
    to_ask,
)

from psoh_cli.kaart.coverage import Cell, Reach
from psoh_cli.plan.plan import Plan
from psoh_cli.vocabulary import DecisionKind, MoneyKind, Phase, Provenance, Verdict

REGIE = practice("bp-regie")


def ids(plan: Plan) -> list[str]:
    return [item.id for item in plan.entries]


def lapsed(plan: Plan, name: str) -> str | None:
    held = plan.entry[name].proposal
    assert held is not None
    return held.lapsed


@pytest.mark.parametrize("verdict", [Verdict.MISSING, Verdict.PARTLY])
def test_a_gap_gives_an_action(verdict: Verdict) -> None:
    plan = plan_of(analysis(finding("bp-regie", verdict)), catalogue(REGIE))
    held = plan.entry["m-regie"].proposal
    assert held is not None
    assert held.title == "Doe regie"
    assert held.gaps == ("gap-praktijk-bp-regie",)
    assert held.lead == "beleid"
    assert held.provenance is Provenance.ARQ
    assert held.sources == ("bron-1",)
    assert held.first_steps[0].text == "Begin met bp-regie."
    assert held.first_steps[0].provenance is Provenance.ARQ


@pytest.mark.parametrize("verdict", [Verdict.MET, Verdict.NOT_APPLICABLE])
def test_what_is_no_gap_gives_nothing(verdict: Verdict) -> None:
    assert ids(plan_of(analysis(finding("bp-regie", verdict)), catalogue(REGIE))) == []


def test_the_unknown_asks_for_asking_and_for_nothing_else() -> None:
    seen = analysis(finding("bp-regie", Verdict.UNKNOWN), ask=(to_ask("ggd", questions=3),))
    plan = plan_of(seen, catalogue(REGIE))
    assert ids(plan) == ["m-nagaan"]
    held = plan.entries[0].proposal
    assert held is not None
    assert held.phase is Phase.EXPLORE
    assert held.practices == ()
    assert held.gaps == ()
    assert held.provenance is Provenance.DERIVED
    assert held.lead == "gemeente-regisseur"
    assert held.first_steps[0].text == "Vraag GGD: 3 vragen staan open."


def test_many_groups_are_asked_without_a_list_that_nobody_reads() -> None:
    seen = analysis(
        finding("bp-regie", Verdict.UNKNOWN), ask=tuple(to_ask(f"g{number}") for number in range(11))
    )
    held = plan_of(seen, catalogue(REGIE)).entries[0].proposal
    assert held is not None
    assert len(held.first_steps) == 9
    assert held.first_steps[7].text == "Vraag ook de andere 4 groepen: G7, G8, G9 en G10."
    assert held.effort == 2


def test_alternatives_are_one_choice() -> None:
    first, second = practice("bp-a", trekker="ggz"), practice("bp-b", inspanning=graded(3))
    seen = analysis(finding("steun", Verdict.MISSING, kind="behoefte"))
    plan = plan_of(seen, catalogue(first, second, needs=(need("steun", "bp-a", "bp-b"),)))
    assert ids(plan) == ["m-steun"]
    held = plan.entries[0].proposal
    assert held is not None
    assert held.title == "Kies en start een programma"
    assert held.practices == ("bp-a", "bp-b")
    assert held.effort == 3
    assert held.first_steps[0].text.startswith("Vergelijk 'Doe a' en 'Doe b'")


def test_an_alternative_is_not_proposed_when_the_need_is_met() -> None:
    known = catalogue(practice("bp-a"), practice("bp-b"), needs=(need("steun", "bp-a", "bp-b"),))
    met = (finding("steun", Verdict.MET, kind="behoefte"), finding("bp-b", Verdict.MISSING))
    assert ids(plan_of(analysis(*met), known)) == []
    without_finding_on_need = (finding("bp-a", Verdict.MET), finding("bp-b", Verdict.MISSING))
    assert ids(plan_of(analysis(*without_finding_on_need), known)) == []


def test_several_gaps_are_closed_by_one_action() -> None:
    seen = analysis(
        finding("bp-regie", Verdict.MISSING, rank=2),
        finding("kp-x", Verdict.PARTLY, kind="knelpunt", rank=1, praktijken=["bp-regie"]),
    )
    held = plan_of(seen, catalogue(REGIE)).entry["m-regie"].proposal
    assert held is not None
    assert held.gaps == ("gap-praktijk-bp-regie", "gap-knelpunt-kp-x")
    assert held.reason.endswith("Deze maatregel sluit ook 1 andere bevinding.")


def test_a_bottleneck_proposes_only_the_first_answer_that_is_not_in_place() -> None:
    known = catalogue(practice("bp-a"), practice("bp-b"), practice("bp-c"))
    seen = analysis(
        finding("bp-a", Verdict.MET),
        finding("kp-x", Verdict.PARTLY, kind="knelpunt", praktijken=["bp-a", "bp-b", "bp-c"]),
    )
    plan = plan_of(seen, known)
    assert ids(plan) == ["m-b"]
    assert "weten we nog niet" in (plan.entries[0].proposal or proposal()).reason


def test_a_bottleneck_whose_answers_are_all_in_place_asks_for_a_talk() -> None:
    seen = analysis(
        finding("bp-regie", Verdict.MET),
        finding("kp-x", Verdict.PARTLY, kind="knelpunt", praktijken=["bp-regie"]),
    )
    plan = plan_of(seen, catalogue(REGIE))
    assert ids(plan) == ["m-nagaan"]
    assert (plan.entries[0].proposal or proposal()).gaps == ("gap-knelpunt-kp-x",)


@pytest.mark.parametrize("kind", ["verschil", "tegenspraak"])
def test_a_difference_asks_for_a_talk_and_not_for_a_practice(kind: str) -> None:
    seen = analysis(finding("vraag-1", Verdict.PARTLY, kind=kind, praktijken=["bp-regie"]))
    assert ids(plan_of(seen, catalogue(REGIE))) == ["m-nagaan"]


def test_a_gap_without_practices_finds_them_through_its_bottleneck() -> None:
    from psoh_cli.practices.reference import Bottleneck

    bottleneck = Bottleneck.model_validate(
        {
            "id": "kp-x",
            "titel": "X",
            "omschrijving": "X",
            "herkomst": "arq",
            "zekerheid": "geverifieerd",
            "praktijken": [{"id": "bp-regie", "herkomst": "arq"}],
        }
    )
    seen = analysis(finding("stap-ar", Verdict.MISSING, kind="dekking", knelpunten=["kp-x"]))
    assert ids(plan_of(seen, catalogue(REGIE, bottlenecks=(bottleneck,)))) == ["m-regie"]


STALE = {"id": "org", "naam": "O", "ketenpartner": "ggz", "bron": "website", "gecontroleerd_op": "2019"}


def test_what_is_not_confirmed_is_confirmed_and_not_set_up_anew() -> None:
    cell = Cell(step="stap", language="ar", reach=Reach.NOT_CONFIRMED, services=("d",), reason="Oud.")
    seen = analysis(
        finding("stap-ar", Verdict.PARTLY, kind="dekking", praktijken=["bp-regie"]),
        finding("org", Verdict.PARTLY, kind="actueel", praktijken=["bp-regie"]),
        ask=(to_ask("ggz", questions=0, entries=1),),
        cells=(cell,),
    )
    plan = plan_of(seen, catalogue(REGIE), on_kaart=kaart(STALE))
    assert ids(plan) == ["m-kaart-bevestigen"]
    held = plan.entries[0].proposal
    assert held is not None
    assert set(held.gaps) == {"gap-dekking-stap-ar", "gap-actueel-org"}
    assert held.pillar == "sociale-kaart"
    assert held.first_steps[0].text == "Vraag GGZ om 1 vermelding te bevestigen of aan te vullen."


def test_an_empty_kaart_is_filled_first() -> None:
    from psoh_cli.kaart.kaart import Kaart

    plan = plan_of(analysis(), catalogue(REGIE), on_kaart=Kaart())
    assert [item.title for item in plan.entries] == ["Vul de sociale kaart"]


def test_money_that_has_run_out_is_shown_and_never_used() -> None:
    known = catalogue(
        practice("bp-regie", interventies=[{"id": "groep", "herkomst": "arq"}]),
        interventions=(intervention("groep", "linked"),),
        funding_sources=(
            source("pillar-money", pijlers=["fundament"]),
            source("old", pijlers=["fundament"], loopt_tot="2026-12-31", structureel="nee"),
            source("just-long-enough", pijlers=["fundament"], loopt_tot="2027-03-31"),
            source("one-day-short", pijlers=["fundament"], loopt_tot="2027-03-30"),
            source("elsewhere", pijlers=["toeleiding"]),
            source("linked"),
        ),
    )
    held = plan_of(analysis(finding("bp-regie", Verdict.MISSING)), known).entry["m-regie"].proposal
    assert held is not None
    assert held.end == "2027-K1"
    assert held.possible_funding == ("linked", "pillar-money", "just-long-enough")
    assert held.expired_funding == ("old", "one-day-short")
    assert held.cost.amount is None
    assert held.cost.kind is MoneyKind.UNKNOWN
    assert held.cost.source is None


def test_the_order_is_phase_then_start_then_priority() -> None:
    known = catalogue(
        practice("bp-a", fase=phased("uitvoeren"), pijler="toeleiding"),
        practice("bp-b"),
        practice("bp-c"),
    )
    seen = analysis(
        finding("bp-a", Verdict.MISSING, rank=1),
        finding("bp-b", Verdict.MISSING, rank=3),
        finding("bp-c", Verdict.MISSING, rank=2),
    )
    assert ids(plan_of(seen, known)) == ["m-c", "m-b", "m-a"]


def test_proposing_twice_changes_nothing() -> None:
    known = catalogue(REGIE, practice("bp-b", fase=phased("uitvoeren")))
    seen = analysis(
        finding("bp-regie", Verdict.MISSING), finding("bp-b", Verdict.UNKNOWN), ask=(to_ask("ggd"),)
    )
    once = plan_of(seen, known, entry("m-weg", besluit=decision()))
    assert plan_of(seen, known, *once.entries) == once


def test_a_proposal_that_only_would_get_another_day_stays_as_it_is() -> None:
    from datetime import date

    known, gap = catalogue(REGIE), finding("bp-regie", Verdict.MISSING)
    once = plan_of(analysis(gap), known)
    again = plan_of(analysis(gap, as_of=date(2026, 12, 1)), known, *once.entries)
    assert again == once


@pytest.mark.parametrize(
    ("verdict", "words"),
    [
        (Verdict.MET, "nu geregeld"),
        (Verdict.UNKNOWN, "het is nu onbekend"),
        (Verdict.NOT_APPLICABLE, "niet van toepassing"),
    ],
)
def test_what_no_longer_applies_is_marked_and_kept(verdict: Verdict, words: str) -> None:
    held = entry(besluit=decision())
    plan = plan_of(analysis(finding("bp-regie", verdict)), catalogue(REGIE), held, entry("m-zonder-besluit"))
    assert words in (lapsed(plan, "m-regie") or "")
    assert lapsed(plan, "m-zonder-besluit") is not None
    assert plan.entry["m-regie"].decision == held.decision
    assert plan.entry["m-regie"].is_current
    assert not plan.entry["m-zonder-besluit"].is_current


def test_a_practice_that_left_the_knowledge_is_said_to_have_left() -> None:
    plan = plan_of(analysis(), catalogue(practice("bp-other")), entry())
    assert lapsed(plan, "m-regie") == "Deze praktijk staat niet meer in de kennis."


def test_an_alternative_that_became_part_of_a_choice_points_at_the_other_measure() -> None:
    known = catalogue(REGIE, practice("bp-b"), needs=(need("steun", "bp-regie", "bp-b"),))
    seen = analysis(finding("steun", Verdict.MISSING, kind="behoefte"))
    plan = plan_of(seen, known, entry(besluit=decision()))
    assert lapsed(plan, "m-regie") == "Een andere maatregel sluit wat hier nog ontbreekt."


def test_asking_lapses_when_all_is_known() -> None:
    asked = plan_of(analysis(finding("bp-regie", Verdict.UNKNOWN)), catalogue(REGIE))
    plan = plan_of(analysis(finding("bp-regie", Verdict.MET)), catalogue(REGIE), *asked.entries)
    assert lapsed(plan, "m-nagaan") == "Wat hier nog onbekend was, is nu bekend."


def test_a_lapsed_proposal_comes_back_when_the_gap_does() -> None:
    known, gap = catalogue(REGIE), finding("bp-regie", Verdict.MISSING)
    gone = plan_of(analysis(finding("bp-regie", Verdict.MET)), known, *plan_of(analysis(gap), known).entries)
    assert lapsed(gone, "m-regie")
    assert lapsed(plan_of(analysis(gap), known, *gone.entries), "m-regie") is None


def test_what_people_added_themselves_stays() -> None:
    own = entry("m-eigen", voorstel=None, besluit=decision(titel="Eigen plan"))
    plan = plan_of(analysis(), catalogue(REGIE), own)
    assert plan.entries == (own,)


def test_own_grades_and_phase_win() -> None:
    own = entry(
        eigen_inschatting={"inspanning": 3, "opbrengst": 2, "fase": "borgen", "waarom": "Wij zijn klein."}
    )
    held = (
        plan_of(analysis(finding("bp-regie", Verdict.MISSING)), catalogue(REGIE), own)
        .entry["m-regie"]
        .proposal
    )
    assert held is not None
    assert (held.effort, held.benefit, held.phase) == (3, 2, Phase.SUSTAIN)
    assert (held.start, held.end) == ("2027-K1", "2027-K4")


def test_a_heavier_own_grade_lowers_the_priority() -> None:
    known = catalogue(REGIE, practice("bp-b"))
    seen = analysis(finding("bp-regie", Verdict.MISSING, rank=1), finding("bp-b", Verdict.MISSING, rank=2))
    crowded = tuple(practice(f"bp-{letter}") for letter in "cdef")
    seen = analysis(*seen.findings, *(finding(item.id, Verdict.MISSING, rank=1) for item in crowded))
    known = catalogue(*known.practices, *crowded)
    before = plan_of(seen, known).entry["m-b"]
    lighter = entry("m-b", eigen_inschatting={"opbrengst": 3, "waarom": "Hier telt het zwaar."})
    after = plan_of(seen, known, lighter).entry["m-b"]
    assert before.start == "2027-K2"
    assert after.start == "2027-K1"


NAMES = ("bp-a", "bp-b", "bp-c")
VERDICTS = st.dictionaries(st.sampled_from(NAMES), st.sampled_from(Verdict))
KNOWN = catalogue(
    practice("bp-a", na=after("bp-c")), practice("bp-b", fase=phased("borgen")), practice("bp-c")
)


@given(
    st.lists(VERDICTS, min_size=1, max_size=4), st.sets(st.sampled_from(NAMES)), st.sampled_from(DecisionKind)
)
def test_whatever_the_analysis_says_decisions_stay(
    story: list[dict[str, Verdict]], decided: set[str], kind: DecisionKind
) -> None:
    held = tuple(
        entry(
            f"m-{name.removeprefix('bp-')}",
            besluit=decision(soort=kind),
            voorstel=proposal(praktijken=[name]),
        )
        for name in sorted(decided)
    )
    entries = held
    for moment, verdicts in enumerate(story):
        seen = analysis(
            *(finding(name, verdict) for name, verdict in sorted(verdicts.items())),
            as_of=AS_OF.replace(year=2026 + moment),
        )
        plan = plan_of(seen, KNOWN, *entries)
        assert plan_of(seen, KNOWN, *plan.entries) == plan
        assert plan_of(seen, KNOWN, *reversed(entries)) == plan
        assert {item.id for item in entries} <= set(plan.entry)
        assert all(plan.entry[item.id].decision == item.decision for item in held)
        entries = plan.entries
