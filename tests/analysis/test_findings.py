"""Partners, bottlenecks, coverage, differences and freshness: each a finding with its own reading of the evidence."""

from __future__ import annotations

from typing import Any

import pytest
from tests import builders as make

from psoh_cli.analysis.finding import Finding, FindingKind
from psoh_cli.interview.answers import Informant
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.vocabulary import Verdict

# --- partners

BOARD = make.question("klankbord")
MEMBERS = make.question(
    "leden", soort="meerkeuze", opties=make.options("ggd", "ggz"), stel_als={"vraag": "klankbord", "is": "ja"}
)
RULE = {
    "soort": "dekking", "over": "ketenpartners", "vraag": "leden", "verwacht": ["ggd", "ggz"], "eenheid": "procent",
    "voldaan_vanaf": 75, "deels_vanaf": 40,
}  # fmt: skip
PARTNERS = make.catalogue(
    make.practice("bp-klankbord", RULE),
    questions=(BOARD, MEMBERS),
    partner_types=(make.partner("ggd"), make.partner("ggz"), make.partner("coa", expected=False)),
)
GGD = make.organization("de-ggd", ketenpartner="ggd")
STALE_GGD = make.organization("oude-ggd", ketenpartner="ggd", gecontroleerd_op=make.STALE)
NEVER_GGD = make.organization("nooit", ketenpartner="ggd", gecontroleerd_op="onbekend")
DECLARED = {"onderwerp": "ketenpartner", "waarde": "ggd", "door": "beheerder"}


def partner(
    answers: dict[str, Any],
    *organizations: Organization,
    complete: dict[str, str] | None = None,
    about: str = "ggd",
) -> Finding:
    kaart = make.kaart(organizations=organizations, complete=complete)
    voices = (make.informant("beleid", answers),) if answers else ()
    return make.analysis(PARTNERS, *voices, on=kaart).finding[f"gap-partner-{about}"]


@pytest.mark.parametrize(
    ("answers", "organizations", "complete", "verdict"),
    [
        ({}, (), {}, Verdict.UNKNOWN),
        ({}, (), {"ketenpartner": "ggd"}, Verdict.MISSING),
        ({}, (), {"ketenpartner": "ggz"}, Verdict.UNKNOWN),
        ({}, (GGD,), {}, Verdict.MET),
        ({"klankbord": "nee"}, (), {}, Verdict.UNKNOWN),
        ({"klankbord": "nee"}, (GGD,), {}, Verdict.MET),
        ({"klankbord": "ja", "leden": ["ggd"]}, (GGD,), {}, Verdict.MET),
        ({"klankbord": "ja", "leden": ["ggz"]}, (GGD,), {}, Verdict.PARTLY),
        ({"klankbord": "ja", "leden": ["ggz"]}, (), {}, Verdict.MISSING),
        ({"klankbord": "ja", "leden": ["ggz"]}, (), {"ketenpartner": ""}, Verdict.MISSING),
        ({}, (make.organization("g", ketenpartner="ggd", in_klankbordgroep="ja"),), {}, Verdict.MET),
        ({}, (make.organization("g", ketenpartner="ggd", in_klankbordgroep="nee"),), {}, Verdict.PARTLY),
        ({}, (STALE_GGD,), {}, Verdict.PARTLY),
        ({}, (NEVER_GGD,), {}, Verdict.PARTLY),
        ({}, (STALE_GGD, GGD), {}, Verdict.MET),
        ({"klankbord": "ja", "leden": ["ggd"]}, (STALE_GGD,), {}, Verdict.PARTLY),
    ],
)
def test_partners(
    answers: dict[str, Any],
    organizations: tuple[Organization, ...],
    complete: dict[str, str],
    verdict: Verdict,
) -> None:
    finding = partner(answers, *organizations, complete=complete)
    assert finding.verdict is verdict
    assert finding.practices == ("bp-klankbord",)


@pytest.mark.parametrize(
    ("assured", "in_board", "kaart", "board", "says"),
    [
        (make.FRESH, "ja", Verdict.MET, Verdict.MET, "Volgens de kaart doet mee in de klankbordgroep: Organisatie g."),
        (make.STALE, "ja", Verdict.PARTLY, Verdict.PARTLY, "Organisatie g, maar dat is niet meer bevestigd."),
        ("onbekend", "ja", Verdict.PARTLY, Verdict.PARTLY, "Organisatie g, maar dat is nog nooit bevestigd."),
        (make.FRESH, "nee", Verdict.MET, Verdict.MISSING, "Volgens de kaart doet niet mee in de klankbordgroep"),
        (make.STALE, "nee", Verdict.PARTLY, Verdict.UNKNOWN, "staat op de kaart, maar is niet meer bevestigd."),
    ],
)  # fmt: skip
def test_what_is_not_confirmed_any_more_is_partly(
    assured: str, in_board: str, kaart: Verdict, board: Verdict, says: str
) -> None:
    organization = make.organization(
        "g", ketenpartner="ggd", in_klankbordgroep=in_board, gecontroleerd_op=assured
    )
    finding = partner({}, organization)
    assert [rule.verdict for rule in finding.rules] == [kaart, board]
    assert says in finding.reason
    assert finding.verdict is not Verdict.MET or assured == make.FRESH
    pieces = [piece for rule in finding.rules for piece in rule.evidence]
    assert {piece.verdict for piece in pieces if piece.entry == "g"} <= {kaart, board}


def test_an_old_declaration_leaves_a_partner_unknown() -> None:
    kaart = Kaart.model_validate({"complete": [DECLARED | {"datum": "2025-11-20"}]})
    finding = make.analysis(PARTNERS, on=kaart).finding["gap-partner-ggd"]
    assert finding.verdict is Verdict.UNKNOWN
    assert (
        "de verklaring van beheerder (20 november 2025) is ouder dan 12 maanden (afgeleid)" in finding.reason
    )
    recent = Kaart.model_validate({"complete": [DECLARED | {"datum": "2025-11-21"}]})
    assert make.analysis(PARTNERS, on=recent).finding["gap-partner-ggd"].verdict is Verdict.MISSING


def test_only_expected_partners_are_findings() -> None:
    found = make.analysis(PARTNERS).of_kind(FindingKind.PARTNER)
    assert [finding.about for finding in found] == ["ggd", "ggz"]


def test_a_partner_tells_where_it_is_missing() -> None:
    finding = partner({"klankbord": "ja", "leden": ["ggz"]}, GGD)
    assert finding.title == "Op de kaart, niet in de klankbordgroep: Soort ggd"


# --- bottlenecks

WAITING = make.question(
    "weken", soort="getal", eenheid="weken", bevestigt=[{"knelpunt": "kp-wacht", "meer_dan": 14}]
)
DIRECTOR = make.question("regisseur", bevestigt=[{"knelpunt": "kp-regie", "bij": ["nee", "deels"]}])
VISION = make.question("visie", bevestigt=[{"knelpunt": "kp-visie", "bij": ["nee"]}])
REASONS = make.question(
    "drempels",
    soort="meerkeuze",
    opties=make.options("taal", "geld"),
    bevestigt=[{"knelpunt": "kp-taal", "bij": ["taal"]}],
)
BOTTLENECKS = make.catalogue(
    make.practice("bp-regie", make.answered("regisseur")),
    questions=(WAITING, DIRECTOR, VISION, REASONS),
    bottlenecks=(
        make.bottleneck("kp-wacht"),
        make.bottleneck("kp-regie", "bp-regie"),
        make.bottleneck("kp-visie"),
        make.bottleneck("kp-taal"),
        make.bottleneck("kp-niemand-vraagt"),
    ),
)


def test_a_difference_on_one_question_keeps_a_bottleneck_open() -> None:
    calm = make.question("rust", bevestigt=[{"knelpunt": "kp-wacht", "bij": ["nee"]}])
    knowledge = make.catalogue(questions=(WAITING, calm), bottlenecks=(make.bottleneck("kp-wacht"),))
    voices = (make.informant("a", {"weken": "9", "rust": "ja"}), make.informant("b", {"weken": "2"}))
    assert make.analysis(knowledge, *voices).finding["gap-knelpunt-kp-wacht"].verdict is Verdict.UNKNOWN
    assert make.analysis(knowledge, voices[0]).finding["gap-knelpunt-kp-wacht"].verdict is Verdict.MET


@pytest.mark.parametrize(
    ("answer", "day", "verdict", "says"),
    [
        ("ja", "2024-12-01", Verdict.MET, "wijst geen antwoord op dit knelpunt"),
        (
            "ja",
            "2024-11-30",
            Verdict.UNKNOWN,
            "24 maanden oud; na 24 maanden laat een antwoord niet meer zien",
        ),
        ("nee", "2020-01", Verdict.PARTLY, "Het antwoord van rol i0 is 82 maanden oud."),
    ],
)
def test_an_old_answer_no_longer_denies_a_bottleneck(
    answer: str, day: str, verdict: Verdict, says: str
) -> None:
    voices = make.said("regisseur", {"antwoord": answer, "datum": day})
    found = make.analysis(BOTTLENECKS, *voices)
    finding = found.finding["gap-knelpunt-kp-regie"]
    assert finding.verdict is verdict
    assert says in finding.reason
    asked = {question.question: question.state for item in found.to_ask for question in item.questions}
    assert (asked.get("regisseur") == "te lang geleden gevraagd") is (day < "2024-12")
    assert ("gemeente" in finding.ask) is (verdict is Verdict.UNKNOWN)


@pytest.mark.parametrize(
    ("about", "question", "answers", "verdict"),
    [
        ("kp-regie", "regisseur", (), Verdict.UNKNOWN),
        ("kp-regie", "regisseur", ("weet-niet",), Verdict.UNKNOWN),
        ("kp-regie", "regisseur", ("nee",), Verdict.PARTLY),
        ("kp-regie", "regisseur", ("nee", "ja"), Verdict.PARTLY),
        ("kp-regie", "regisseur", ("ja", "ja"), Verdict.MET),
        ("kp-regie", "regisseur", ("niet-van-toepassing",), Verdict.NOT_APPLICABLE),
        ("kp-visie", "visie", ("ja", "deels"), Verdict.UNKNOWN),  # neither says no, but they differ
        ("kp-wacht", "weken", ("15",), Verdict.PARTLY),
        ("kp-wacht", "weken", ("14",), Verdict.MET),
        ("kp-wacht", "weken", ("lang",), Verdict.UNKNOWN),
        ("kp-taal", "drempels", (["geld"], ["taal", "geld"]), Verdict.PARTLY),
        ("kp-taal", "drempels", (["geld"],), Verdict.MET),
    ],
)
def test_bottlenecks(about: str, question: str, answers: tuple[Any, ...], verdict: Verdict) -> None:
    finding = make.analysis(BOTTLENECKS, *make.said(question, *answers)).finding[f"gap-knelpunt-{about}"]
    assert finding.verdict is verdict


def test_a_bottleneck_names_who_points_at_it_and_what_answers_it() -> None:
    finding = make.analysis(BOTTLENECKS, *make.said("regisseur", "nee", "ja", "deels")).finding[
        "gap-knelpunt-kp-regie"
    ]
    assert (
        finding.title == "Last van kp-regie: blijkt uit antwoorden van 2 informanten; anderen noemen dit niet"
    )
    assert finding.practices == ("bp-regie",)
    assert "nee zegt rol i0" in finding.reason
    assert finding.priority
    assert finding.priority.factors[0].value == 2.0


def test_one_denial_does_not_settle_a_bottleneck_that_other_questions_are_still_open_on() -> None:
    calm = make.question("rust", bevestigt=[{"knelpunt": "kp-wacht", "bij": ["nee"]}])
    knowledge = make.catalogue(questions=(WAITING, calm), bottlenecks=(make.bottleneck("kp-wacht"),))
    half, whole = make.informant("a", {"weken": "9"}), make.informant("a", {"weken": "9", "rust": "ja"})
    assert make.analysis(knowledge, half).finding["gap-knelpunt-kp-wacht"].verdict is Verdict.UNKNOWN
    assert make.analysis(knowledge, whole).finding["gap-knelpunt-kp-wacht"].verdict is Verdict.MET


def test_a_bottleneck_that_no_question_asks_for_is_no_finding() -> None:
    assert "gap-knelpunt-kp-niemand-vraagt" not in make.analysis(BOTTLENECKS).finding


# --- coverage

STEPS = make.catalogue(chain_steps=(make.step("preventie"), make.step("zorg", 1)))


def cells(
    *services: Service, complete: dict[str, str] | None = None, people: dict[str, int | None]
) -> dict[str, Verdict]:
    found = make.analysis(STEPS, on=make.kaart(*services, complete=complete), of=make.gemeente(people))
    return {finding.about: finding.verdict for finding in found.of_kind(FindingKind.COVERAGE)}


def test_only_cells_that_call_for_something_are_findings() -> None:
    dutch = make.service(
        "nl", ketenstappen=["preventie"], talen=["nl"], tolkinzet="geen", doelgroepen=["iedereen"]
    )
    arabic = make.service("ar", ketenstappen=["preventie"], talen=["ar"], doelgroepen=["iedereen"])
    assert cells(people={"ar": 40, "ti": 10}) == {}
    assert cells(dutch, arabic, people={"ar": 40, "ti": 10}) == {"preventie-ti": Verdict.PARTLY}
    declared = cells(dutch, arabic, complete={"ketenstap": "zorg"}, people={"ti": 10})
    assert declared == {"preventie-ti": Verdict.PARTLY, "zorg-ti": Verdict.MISSING}


def test_dutch_only_is_no_gap_for_who_speaks_dutch() -> None:
    dutch = make.service(
        "nl", ketenstappen=["preventie"], talen=["nl"], tolkinzet="geen", doelgroepen=["iedereen"]
    )
    assert cells(dutch, people={"nl": 5, "en": 5}) == {}


def test_small_groups_are_not_counted_out_loud() -> None:
    found = make.analysis(
        STEPS, on=make.kaart(complete={"ketenstap": "zorg"}), of=make.gemeente({"ti": 3, "ar": 97}, statushouders={
            "totaal": 100, "talen": [{"taal": "ti", "aantal": 3}, {"taal": "ar", "aantal": 97}]})
    ).finding["gap-dekking-zorg-ti"]  # fmt: skip
    assert "minder dan 5" in found.reason
    assert found.priority
    reach = next(factor for factor in found.priority.factors if factor.name == "bereik")
    assert reach.value == 0.05  # a group under five weighs as five
    assert "3" not in found.reason + reach.why


# --- differences

KINDS = make.catalogue(
    questions=(
        make.question("ja-nee"),
        make.question("keuze", soort="keuze", opties=make.options("een", "twee")),
        make.question("getal", soort="getal"),
        make.question("veel", soort="meerkeuze", opties=make.options("een", "twee")),
        make.question("tekst", soort="tekst"),
    )
)


@pytest.mark.parametrize(
    ("question", "answers", "differs"),
    [
        ("ja-nee", ("ja", "nee"), True),
        ("ja-nee", ("ja", "ja"), False),
        ("ja-nee", ("ja", "weet-niet"), False),
        ("ja-nee", ("ja", "niet-van-toepassing"), False),
        ("keuze", ("een", "twee"), True),
        ("getal", ("3", "12"), True),
        ("veel", (["een"], ["twee"]), False),
        ("tekst", ("dit", "dat"), False),
    ],
)
def test_differences(question: str, answers: tuple[Any, ...], differs: bool) -> None:
    found = make.analysis(KINDS, *make.said(question, *answers)).of_kind(FindingKind.DIFFERENCE)
    assert bool(found) is differs
    if found:
        assert found[0].verdict is Verdict.PARTLY
        assert found[0].priority is None
        assert len(found[0].evidence) == 2


def test_roles_that_are_the_same_are_told_apart_by_their_organization() -> None:
    voices: tuple[Informant, ...] = (
        make.informant("a", {"ja-nee": "ja"}, rol="Adviseur", organisatie="GGD Noord"),
        make.informant("b", {"ja-nee": "nee"}, rol="Adviseur", organisatie="GGD Zuid"),
    )
    reason = make.analysis(KINDS, *voices).finding["gap-verschil-ja-nee"].reason
    assert reason.startswith("Ja zegt adviseur (GGD Noord); nee zegt adviseur (GGD Zuid) (datum onbekend).")


# --- freshness


def test_freshness_is_one_finding_per_organization() -> None:
    fresh, stale = make.organization("fris"), make.organization("oud", gecontroleerd_op=make.STALE)
    services = (
        make.service("a", organisatie="fris"),
        make.service("b", organisatie="oud", gecontroleerd_op="onbekend"),
        make.service("c", organisatie="oud", gecontroleerd_op=make.STALE, status="gestopt"),
    )
    found = make.analysis(make.catalogue(), on=make.kaart(*services, organizations=(fresh, stale)))
    finding = found.finding["gap-actueel-oud"]
    assert [item.about for item in found.of_kind(FindingKind.FRESHNESS)] == ["oud"]
    assert [piece.entry for piece in finding.evidence] == ["oud", "b"]
    assert finding.verdict is Verdict.PARTLY
    assert "nooit bevestigd" in finding.evidence[1].text
    assert finding.ask == ("ggd",)


def test_the_same_number_written_otherwise_is_no_difference() -> None:
    asked = make.question(
        "v", soort="getal", bevestigt=[{"knelpunt": "kp-wacht", "meer_dan": 14}], herkomst="afgeleid"
    )
    knowledge = make.catalogue(questions=(asked,), bottlenecks=(make.bottleneck("kp-wacht"),))
    analysis = make.analysis(knowledge, *make.said("v", "7", "07"))
    (finding,) = [item for item in analysis.findings if item.about == "kp-wacht"]
    assert not [rule for rule in finding.rules if rule.disputed]
    assert finding.verdict is Verdict.MET
