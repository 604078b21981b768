"""Single points of failure in the analysis: few, honest about what is not on the kaart, and without a measure."""

from __future__ import annotations

import tests.builders as make

from psoh_cli.analysis.chain import chain
from psoh_cli.analysis.finding import Analysis, FindingKind
from psoh_cli.kaart.entries import Service
from psoh_cli.vocabulary import Verdict

KNOWLEDGE = make.catalogue(chain_steps=(make.step("preventie"), make.step("zorg", 1)))
TWO = (make.organization(), make.organization("ggd"))
TIGRINYA = {"talen": ["ti"], "tolkinzet": "geen", "doelgroepen": ["iedereen"]}


def analysis(*services: Service, complete: dict[str, str] | None = None) -> Analysis:
    on = make.kaart(*services, organizations=TWO, complete=complete)
    return make.analysis(KNOWLEDGE, on=on, of=make.gemeente({"ti": 40, "ar": 60}))


def test_where_the_kaart_is_complete_the_verdict_is_partly() -> None:
    found = analysis(
        make.service("a", ketenstappen=["preventie"], **TIGRINYA), complete={"ketenstap": "preventie"}
    )
    (finding,) = found.of_kind(FindingKind.VULNERABLE)
    assert (finding.id, finding.verdict) == ("gap-kwetsbaar-huis", Verdict.PARTLY)
    assert finding.title == "Alleen bij Organisatie huis: ‘Stap preventie’"
    assert finding.reason.startswith("Voor zover op deze kaart staat")
    assert finding.reason.endswith("De kaart is hiervoor volledig verklaard.")
    assert [piece.entry for piece in finding.evidence] == ["a", None]
    assert finding.evidence[1].text.startswith("beheerder verklaarde de kaart volledig")


def test_else_it_is_unknown_and_says_so() -> None:
    (finding,) = analysis(make.service("a", ketenstappen=["preventie"], **TIGRINYA)).of_kind(
        FindingKind.VULNERABLE
    )
    assert finding.verdict is Verdict.UNKNOWN
    assert "of dit kwetsbaar is, is onbekend" in finding.reason


def test_what_is_sure_and_what_is_not_are_told_apart() -> None:
    found = analysis(
        make.service("a", ketenstappen=["preventie", "zorg"], pijlers=["fundament"], **TIGRINYA),
        complete={"ketenstap": "zorg"},
    )
    (finding,) = found.of_kind(FindingKind.VULNERABLE)
    assert finding.title == (
        "Alleen bij Organisatie huis: ‘Stap preventie’ (niet zeker), ‘Stap zorg’ en aanbod voor de pijler ‘Fundament’ "
        "(niet zeker)"
    )
    assert "Zeker is dat voor ‘Stap zorg’" in finding.reason


def test_one_finding_for_an_organization_however_much_rests_on_it() -> None:
    found = analysis(
        make.service("a", ketenstappen=["preventie"], **TIGRINYA),
        make.service("b", ketenstappen=["preventie"], talen=["ar"], tolkinzet="geen", organisatie="ggd"),
        make.service("c", ketenstappen=["zorg"], **TIGRINYA),
    )
    titles = {finding.about: finding.title for finding in found.of_kind(FindingKind.VULNERABLE)}
    assert titles == {
        "huis": "Alleen bij Organisatie huis: ‘Stap zorg’ en ‘Stap preventie’ voor wie Tigrinya spreekt",
        "ggd": "Alleen bij Organisatie ggd: ‘Stap preventie’ voor wie Arabisch spreekt",
    }


def test_nothing_rests_on_one_where_two_help() -> None:
    twice = (
        make.service("a", ketenstappen=["preventie"], **TIGRINYA),
        make.service("b", ketenstappen=["preventie"], organisatie="ggd", **TIGRINYA),
    )
    assert analysis(*twice).of_kind(FindingKind.VULNERABLE) == ()


def test_it_is_no_gap_and_no_measure_follows_from_it() -> None:
    found = analysis(
        make.service("a", ketenstappen=["preventie"], **TIGRINYA), complete={"ketenstap": "preventie"}
    )
    (finding,) = found.of_kind(FindingKind.VULNERABLE)
    assert not finding.is_gap
    assert finding not in found.gaps()
    assert finding.priority is None
    parts = {part.title: part.lines for part in chain(finding, catalogue=KNOWLEDGE, measures=())}
    assert parts["Oordeel"][0].startswith("Deels. Voor zover op deze kaart staat")
