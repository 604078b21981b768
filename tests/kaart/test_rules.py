"""Each rule once broken and once kept; the code, the place and the hint are looked at."""

from __future__ import annotations

import pytest
from tests.kaart.judging import (
    GOOD,
    Spoil,
    again,
    in_declaration,
    in_house,
    in_service,
    judged,
    spoiled,
)
from tests.kaart.samples import kaart_file, service

from psoh_cli.kaart import rules
from psoh_cli.kaart.combining import combine
from psoh_cli.problems.codes_kaart import CODES
from psoh_cli.problems.problem import Severity

BAD: list[tuple[str, str, Spoil, str, str]] = [
    ("KAART001", "organization", in_service(organisatie="huys"), "organisatie: huys", "'huis'"),
    ("KAART002", "service twice", again("diensten"), "id: inloop", ""),
    ("KAART002", "organization twice", again("organisaties"), "id: huis", ""),
    (
        "KAART002",
        "location twice",
        in_house(locaties=[{"id": "hoek", "naam": "A"}, {"id": "hoek", "naam": "B"}]),
        "id: hoek",
        "",
    ),
    ("KAART003", "checked", in_service(gecontroleerd_op="2026-07-01"), "gecontroleerd_op: 2026-07-01", ""),
    ("KAART003", "checked in a month", in_house(gecontroleerd_op="2026-07"), "gecontroleerd_op: ", ""),
    (
        "KAART003",
        "measured",
        in_service(wachttijd={"weken": "6", "gemeten_op": "2027"}),
        "gemeten_op: ",
        "--peildatum",
    ),
    ("KAART003", "declared", in_declaration(datum="2026-07-01"), "datum: 2026-07-01", ""),
    ("KAART004", "stale", in_service(gecontroleerd_op="2025-06-29"), "gecontroleerd_op: ", "bevestig inloop"),
    ("KAART004", "never", in_house(gecontroleerd_op="onbekend"), "gecontroleerd_op: onbekend", ""),
    (
        "KAART004",
        "own term",
        in_service(gecontroleerd_op="2026-05-01", termijn_maanden="1"),
        "gecontroleerd_op: ",
        "",
    ),
    ("KAART005", "step", in_service(ketenstappen=["preventie", "toeleidn"]), "ketenstappen: ", "'toeleiden'"),
    (
        "KAART005",
        "step by name",
        in_service(ketenstappen=["preventieve-groep"]),
        "ketenstappen: ",
        "'preventie'",
    ),
    ("KAART006", "partner", in_house(ketenpartner="welzjn"), "ketenpartner: welzjn", "'welzijn'"),
    ("KAART007", "layer", in_service(iasc_laag="laag-5"), "iasc_laag: laag-5", "'laag-1'"),
    ("KAART008", "pillar", in_service(pijlers=["fundamnt"]), "pijlers: ", "'fundament'"),
    ("KAART009", "intervention", in_service(interventies=["mindspring"]), "interventies: ", "'mind-spring'"),
    ("KAART010", "criterion", in_service(cultuursensitief=["kostelos"]), "cultuursensitief: ", "'kosteloos'"),
    ("KAART011", "declared step", in_declaration(waarde="preventi"), "waarde: preventi", "'preventie'"),
    ("KAART011", "declared all", in_declaration(onderwerp="alles"), "waarde: preventie", ""),
    ("KAART012", "language", in_service(talen=["nl", "tig"]), "talen: ", "Bedoelt u ti (Tigrinya)?"),
    ("KAART012", "no code at all", in_service(talen=["nl", "xq"]), "talen: ", "ISO 639"),
    ("KAART012", "interpreter", in_service(tolktalen=["sy"]), "tolktalen: ", ""),
    ("KAART013", "location", in_service(locaties=["hoeck"]), "locaties: ", "'hoek'"),
    ("KAART014", "free", in_service(kosten_bedrag="15"), 'kosten_bedrag: "15"', ""),
    ("KAART015", "no interpreter", in_service(tolkinzet="geen"), "tolktalen: ", ""),
    ("KAART015", "interpreter unknown", in_service(tolkinzet=None), "tolktalen: ", ""),
    ("KAART016", "area", in_service(werkgebied=None), "- id: inloop", ""),
    ("KAART018", "idle", lambda data: data.update(diensten=[], volledig_voor=[]), "- id: huis", "voeg-toe"),
    ("KAART020", "no step", in_service(ketenstappen=None), "- id: inloop", ""),
    ("KAART021", "short code", in_service(werkgebied=["GM505"]), "werkgebied: ", "GM en vier cijfers"),
    ("KAART021", "digits", in_service(werkgebied=["505"]), "werkgebied: ", ""),
    ("KAART023", "old declaration", in_declaration(datum="2025-06-29"), "datum: 2025-06-29", "volledig_voor"),
    ("KAART023", "declared in a year", in_declaration(datum="2025"), "datum: ", "volledig_voor"),
    (
        "KAART024",
        "empty kaart",
        lambda data: data.update(diensten=[], organisaties=[]),
        "onderwerp: ketenstap",
        "Vul eerst",
    ),
]

PARTNERS = {"onderwerp": "ketenpartner", "datum": "2026-05-01", "door": "regisseur"}
KEPT: list[tuple[str, str, Spoil]] = [
    ("KAART001", "organization elsewhere", in_service(organisatie="regio", locaties=[])),
    ("KAART003", "today", in_service(gecontroleerd_op="2026-06-30")),
    ("KAART003", "this month", in_service(gecontroleerd_op="2026-06")),
    ("KAART004", "stopped", in_service(gecontroleerd_op="2019", status="gestopt")),
    ("KAART004", "long term", in_service(gecontroleerd_op="2019", termijn_maanden="120")),
    ("KAART011", "all steps", in_declaration(waarde=None)),
    ("KAART011", "language", in_declaration(onderwerp="taal", waarde="ti")),
    ("KAART011", "language without a list", in_declaration(onderwerp="taal", waarde="pl")),
    ("KAART012", "languages of ISO 639", in_service(talen=["pl", "vi", "bs", "sq", "ber", "arc", "pap"])),
    ("KAART011", "kind", in_declaration(onderwerp="soort_aanbod", waarde="maatje")),
    ("KAART013", "organization unknown", in_service(organisatie="regio")),
    ("KAART014", "contribution", in_service(kosten_client="eigen-bijdrage", kosten_bedrag="15")),
    ("KAART023", "a year ago", in_declaration(datum="2025-06-30")),
    ("KAART024", "partners", lambda data: data.update(diensten=[], volledig_voor=[PARTNERS])),
    ("KAART021", "bare code", in_service(werkgebied=["0505"])),
    ("KAART021", "name with digit", in_service(werkgebied=["Wijk 9"])),
]


def test_a_good_kaart_has_no_problem() -> None:
    assert judged(GOOD) == ([], [])


@pytest.mark.parametrize(
    ("code", "spoil", "line", "hint"),
    [(c, s, n, h) for c, _, s, n, h in BAD],
    ids=[f"{c} {w}" for c, w, *_ in BAD],
)
def test_what_is_wrong_is_found_where_it_stands(code: str, spoil: Spoil, line: str, hint: str) -> None:
    problems, lines = judged(spoiled(spoil))
    assert [problem.code for problem in problems if problem.code == code] == [code]
    # A service that belongs elsewhere leaves its organization without one.
    assert {problem.code for problem in problems} <= ({code, "KAART018"} if code == "KAART001" else {code})
    assert line in lines[0]
    assert hint in problems[0].hint
    assert problems[0].hint


@pytest.mark.parametrize(
    ("code", "spoil"), [(c, s) for c, _, s in KEPT], ids=[f"{c} {w}" for c, w, _ in KEPT]
)
def test_what_is_not_wrong_is_left_alone(code: str, spoil: Spoil) -> None:
    assert code not in {problem.code for problem in judged(spoiled(spoil))[0]}


def test_without_a_day_nothing_is_judged_on_its_date() -> None:
    data = spoiled(in_service(gecontroleerd_op="2039"))
    assert judged(data, as_of=None) == ([], [])


def test_every_code_has_a_rule() -> None:
    """What the reader of the file tells, and what needs all kaarten together, is no rule of one file."""
    by_reader = {"KAART031", "KAART032", "KAART034", "KAART041"}
    told = {word.rstrip(":") for rule in rules.RULES for word in (rule.__doc__ or "").split()}
    assert {code.code for code in CODES} == {
        *(word for word in told if word.startswith("KAART")),
        *by_reader,
        "KAART019",
    }


def test_severities() -> None:
    by_severity = {
        severity: {code.code for code in CODES if code.severity is severity} for severity in Severity
    }
    assert by_severity[Severity.HINT] == {
        "KAART018",
        "KAART025",
        "KAART037",
        "KAART038",
        "KAART050",
        "KAART056",
        "KAART057",
        "KAART062",
    }
    assert by_severity[Severity.ERROR] == {
        *("KAART001", "KAART002", "KAART003", "KAART005", "KAART006", "KAART007", "KAART008", "KAART009"),
        *("KAART010", "KAART011", "KAART013", "KAART031", "KAART032", "KAART034", "KAART041"),
    }


def test_the_same_id_in_two_kaarten_is_told() -> None:
    own, shared = kaart_file(service()), kaart_file(service(naam="Anders"), name="Regio")
    problems = list(rules.check_together(combine((own, shared), code="GM0505"), file="gemeente.yaml"))
    assert [(problem.code, problem.file) for problem in problems] == [("KAART019", "gemeente.yaml")]
    assert "'dienst' (Anders) uit kaart 'Regio'" in problems[0].message


def test_a_service_elsewhere_is_no_problem() -> None:
    kaart = combine((kaart_file(service(werkgebied=["GM0392"])),), code="GM0505")
    assert list(rules.check_together(kaart, file="gemeente.yaml")) == []


@pytest.mark.parametrize(
    ("applies_to", "codes"),
    [(None, ["KAART025"]), (["GM0392"], ["KAART025"]), (["GM0505"], []), (["GM0392", "0505"], [])],
)
def test_a_shared_kaart_says_for_whom_it_is_complete(applies_to: list[str] | None, codes: list[str]) -> None:
    data = spoiled(in_declaration(**({"geldt_voor": applies_to} if applies_to else {})))
    problems, _ = judged(data, shared_with="GM0505")
    assert [problem.code for problem in problems] == codes
    assert all("geldt_voor" in problem.hint for problem in problems)
    assert judged(data) == ([], [])


def test_a_kaart_without_services_may_lean_on_a_shared_one() -> None:
    data = spoiled(lambda data: data.update(diensten=[], organisaties=[]))
    assert judged(data, offered_elsewhere=True) == ([], [])


def test_an_id_that_is_taken_names_the_line_of_the_first() -> None:
    problems, _ = judged(spoiled(again("diensten")))
    (found,) = (problem for problem in problems if problem.code == "KAART002")
    first = int(found.message.rpartition(" ")[2])
    assert found.message == f"id 'inloop' is al gebruikt op regel {first}"
    assert first < found.line
