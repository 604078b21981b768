"""Each rule about gemeente.yaml and between files: silent on a sound dossier, seen on one that breaks it."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.dossier.sample import TODAY, VERSION, make_dossier

from psoh_cli.dossier import dossier
from psoh_cli.dossier import rules as dossier_rules
from psoh_cli.problems.codes_dossier import CODES
from psoh_cli.problems.problem import Problem

GEMEENTE, INTERVIEW, KAART, PLAN = (
    "gemeente.yaml",
    "interviews/beleidsadviseur.yaml",
    "sociale-kaart.yaml",
    "plan.yaml",
)


class Break(NamedTuple):
    """A change that breaks one rule: where, from what to what, and what is said about it."""

    code: str
    file: str
    old: str
    new: str
    line: int
    says: str
    hint: str = ""


def _means(code: str, means: str, says: str, hint: str = "") -> Break:
    """Put means in front of the horizon."""
    return Break(code, GEMEENTE, "horizon:", f"middelen: {means}\nhorizon:", 18, says, hint)


_MOMENT = "{naam: kadernota, datum: 2027-05-18}"


def _calendar(code: str, line: str, says: str) -> Break:
    """Put a line in front of the horizon."""
    return Break(code, GEMEENTE, "horizon:", f"{line}\nhorizon:", 18, says)


BREAKS = (
    Break(
        "DOSSIER002",
        GEMEENTE,
        "Dordrecht\np",
        "Haarlem\np",
        4,
        "GM0505 en 'Haarlem'",
        "Bij Haarlem hoort GM0392",
    ),
    Break("DOSSIER003", GEMEENTE, "GM0523]", "GM0003]", 8, "Appingedam (GM0003)", "Eemsdelta (GM1979)"),
    Break("DOSSIER004", GEMEENTE, "code: GM0505", "code: GM9990", 3, "GM9990 staat niet", "hoort GM0505"),
    Break("DOSSIER004", GEMEENTE, "GM0523]", "GM9998]", 8, "GM9998 staat niet", "CBS"),
    Break(
        "DOSSIER031",
        GEMEENTE,
        "Zuid-Holland",
        "Gelderland",
        5,
        "Dordrecht (GM0505) ligt niet in 'Gelderland'",
        "ligt in Zuid-Holland",
    ),
    Break("DOSSIER005", GEMEENTE, VERSION, "1900.1", 2, "1900.1", "Lees na"),
    Break("DOSSIER005", KAART, VERSION, "1900.1", 2, "1900.1", "Lees na"),
    Break("DOSSIER005", PLAN, VERSION, "1900.1", 2, "1900.1", "Lees na"),
    Break("DOSSIER006", GEMEENTE, 'formaat: "1"', 'formaat: "2"', 1, "formaat 2", "Werk psoh bij"),
    Break("DOSSIER006", INTERVIEW, 'formaat: "1"', "formaat: 99", 1, "formaat 99", "Werk psoh bij"),
    Break("DOSSIER006", KAART, 'formaat: "1"', "formaat: 1.0", 1, "formaat 1.0", "Werk psoh bij"),
    Break("DOSSIER006", PLAN, 'formaat: "1"', 'formaat: "2"', 1, "formaat 2", "Werk psoh bij"),
    Break(
        "DOSSIER007",
        GEMEENTE,
        "horizon:",
        "kaarten: [../regio.yaml]\nhorizon:",
        18,
        "is er niet",
        "../regio/",
    ),
    Break(
        "DOSSIER007", GEMEENTE, "horizon:", "kaarten: [../../x.yaml]\nhorizon:", 18, "buiten de map", "git"
    ),
    Break(
        "DOSSIER007",
        GEMEENTE,
        "horizon:",
        r"kaarten: [..\x.yaml]" + "\nhorizon:",
        18,
        "elke computer",
        "../x.yaml",
    ),
    Break(
        "DOSSIER007", GEMEENTE, "horizon:", 'kaarten: ["C:/x.yaml"]\nhorizon:', 18, "één computer", "schuine"
    ),
    Break(
        "DOSSIER007",
        GEMEENTE,
        "horizon:",
        "kaarten: [/etc/hostname]\nhorizon:",
        18,
        "één computer",
        "schuine",
    ),
    Break("DOSSIER008", GEMEENTE, "taal: ti", "taal: Tigrinja", 15, "'Tigrinja'", "ti (Tigrinya)"),
    Break("DOSSIER009", GEMEENTE, "2026-07", "2027-01", 10, "januari 2027", "--peildatum"),
    Break("DOSSIER009", GEMEENTE, "jaar: 2026}", "jaar: 2027}", 22, "2027", "--peildatum"),
    Break("DOSSIER010", GEMEENTE, "van: 2027, tot: 2030", "van: 2030, tot: 2027", 18, "omgedraaid", "eerste"),
    Break("DOSSIER010", GEMEENTE, "van: 2027", "van: 27", 18, "'27' is geen jaar", "vier cijfers"),
    Break(
        "DOSSIER011",
        GEMEENTE,
        "totaal: 100",
        "totaal: 80",
        14,
        "samen 90; het totaal is 80",
        "Kijk welk aantal",
    ),
    Break("DOSSIER011", GEMEENTE, "aantal: 40", "aantal: 400", 17, "samen 400", "Kijk welk aantal"),
    Break(
        "DOSSIER013",
        GEMEENTE,
        "eigen-telling-2026}",
        "eigen-teling-2026}",
        20,
        "nergens",
        "'eigen-telling-2026'",
    ),
    Break(
        "DOSSIER013",
        KAART,
        "bron: eigen opgave",
        "bron: eigen-telling-2025",
        8,
        "nergens",
        "'eigen-telling-2026'",
    ),
    Break(
        "DOSSIER013",
        INTERVIEW,
        "antwoord: ja",
        "antwoord: ja\n    bronnen: [xyz-9]",
        9,
        "'xyz-9'",
        "onder bronnen",
    ),
    Break(
        "DOSSIER014",
        GEMEENTE,
        "aantal: 30",
        "aantal: 3",
        15,
        "een groep kleiner dan vijf",
        "Voeg kleine groepen samen",
    ),
    Break(
        "DOSSIER014",
        GEMEENTE,
        "aantal: 40",
        "aantal: 4",
        17,
        "een groep kleiner dan vijf",
        "Voeg kleine groepen samen",
    ),
    Break("DOSSIER015", KAART, "[GM0505]", "[GM0003]", 17, "Appingedam (GM0003)", "Eemsdelta (GM1979)"),
    Break("DOSSIER015", KAART, "[GM0505]", "[GM0505, gm9998]", 17, "GM9998", "landelijke lijst"),
    _means("DOSSIER016", "{budget: [{jaar: 2027}]}", "bij 2027 staat geen bedrag"),
    _means(
        "DOSSIER016", "{budget: [{jaar: 2028, kwartaal: 2, bedrag: 1, incidenteel: 1}]}", "bij K2 2028 staat"
    ),
    _means(
        "DOSSIER017",
        "{budget: [{jaar: 2027, bedrag: 1}, {jaar: 2027, incidenteel: 1}]}",
        "2027 staat twee keer",
    ),
    _means(
        "DOSSIER017",
        "{capaciteit: {per_trekker: [{trekker: ggz, tegelijk: 1}, {trekker: ggz, tegelijk: 2}]}}",
        "ggz staat twee keer",
    ),
    _means("DOSSIER018", "{capaciteit: {tegelijk: 0}}", "in elk kwartaal kan er geen"),
    Break(
        "DOSSIER019",
        GEMEENTE,
        "horizon:",
        "schoolvakanties: [{naam: zomer, van: 2027-08-22, tot: 2027-07-10}]\nhorizon:",
        18,
        "zomer begint op 22 augustus 2027 en eindigt op 10 juli 2027",
        "Draai",
    ),
    _means("DOSSIER020", "{budget: [{jaar: 2026, bedrag: 1}]}", "2026 valt buiten de looptijd 2027-2030"),
    _means(
        "DOSSIER021",
        "{budget: [{jaar: 2027, bedrag: 5}, {jaar: 2027, kwartaal: 1, bedrag: 6}]}",
        "samen meer dan",
    ),
    _means(
        "DOSSIER022",
        "{capaciteit: {per_trekker: [{trekker: wijktem, tegelijk: 1}]}}",
        "'wijktem' is niet",
        "'wijkteam'",
    ),
    Break(
        "DOSSIER003",
        GEMEENTE,
        "GM0523]",
        "GM0053]",
        8,
        "Winsum (GM0053)",
        "verdeeld over Het Hogeland (GM1966) en",
    ),
    Break(
        "DOSSIER024", GEMEENTE, "2026-07", "2024-11-20", 10, "24 maanden geleden", "Vraag nieuwe aantallen"
    ),
    _calendar("DOSSIER025", "wijken: [Oost, oost]", "de wijk 'oost' staat er al, op plaats 1"),
    Break("DOSSIER026", GEMEENTE, "taal: ti", "taal: ar", 15, "de taal 'ar' staat er twee keer"),
    Break(
        "DOSSIER026",
        GEMEENTE,
        "aantal: 40}",
        "aantal: 40}\n    - {leeftijd: 18-26}",
        18,
        "de leeftijd '18-26' staat",
    ),
    _calendar(
        "DOSSIER027", f"raadskalender: [{_MOMENT}, {_MOMENT}]", "kadernota van 18 mei 2027 staat er twee keer"
    ),
    _calendar("DOSSIER028", "raadskalender: [{naam: kadernota, datum: 2031-05}]", "na de looptijd 2027-2030"),
    _calendar("DOSSIER029", "raadskalender: [{naam: kadernota, datum: 2026-11-20}]", "zijn voorbij"),
    Break(
        "DOSSIER030", GEMEENTE, "[GM0505, GM0523]", "[GM0523]", 8, "GM0505 staat niet bij", "de goede regio"
    ),
)

ELSEWHERE = {"DOSSIER012", "DOSSIER023"}
"""Codes about the folder itself and about its moments: tested below, and in test_moments.py."""


def found_in(folder: Path, *, as_of: date | None = TODAY) -> tuple[Problem, ...]:
    return dossier.inspect(folder, as_of=as_of).problems


def test_a_sound_dossier_has_no_problem(tmp_path: Path) -> None:
    assert found_in(make_dossier(tmp_path / "dordrecht")) == ()


@pytest.mark.parametrize(
    "case", BREAKS, ids=lambda case: f"{case.code}-{case.file.split('.')[0]}-{case.new[:12]}"
)
def test_a_broken_rule_is_seen_in_its_place(tmp_path: Path, case: Break) -> None:
    folder = make_dossier(tmp_path / "r" / "dordrecht", {case.file: (case.old, case.new)})
    problems = [problem for problem in found_in(folder) if problem.code == case.code]
    assert len(problems) == 1
    (problem,) = problems
    assert Path(problem.file) == folder / case.file
    assert problem.line == case.line
    assert case.says in problem.message
    assert case.hint in problem.hint
    about = {code.code: code for code in CODES}[case.code]
    assert problem.severity is about.severity


FAULTS = {
    GEMEENTE: "raadskalender:\n  - {naam: begroting, datum: gisteren}\n",
    INTERVIEW: "  kaart-gebied:\n    antwoord: []\n",
    KAART: "  - {id: kapot, gecontroleerd_op: gisteren}\n",
    PLAN: "onzin: 1\n",
}
"""Per file something that keeps it from being typed, at the end."""


@pytest.mark.parametrize(
    "case", BREAKS, ids=lambda case: f"{case.code}-{case.file.split('.')[0]}-{case.new[:12]}"
)
@pytest.mark.parametrize("faulty", FAULTS)
def test_a_fault_elsewhere_hides_no_problem(tmp_path: Path, case: Break, faulty: str) -> None:
    folder = make_dossier(tmp_path / "r" / "dordrecht", {case.file: (case.old, case.new)})
    with (folder / faulty).open("a", encoding="utf-8", newline="\n") as stream:
        stream.write(FAULTS[faulty])
    problems = found_in(folder)
    if not (case.code == "DOSSIER006" and case.file == faulty):
        assert [
            problem
            for problem in problems
            if problem.code.startswith("YAML") and Path(problem.file) == folder / faulty
        ]
    found = [(problem.line, problem.message) for problem in problems if problem.code == case.code]
    if case.code in dossier_rules.ABOUT_WHAT_IS_NOT_THERE:
        assert found == []
    else:
        assert [line for line, message in found if case.says in message] == [case.line]


def test_what_cannot_be_typed_makes_nothing_else_look_missing(tmp_path: Path) -> None:
    """The organization of the service cannot be typed, and yet it is there."""
    folder = make_dossier(tmp_path / "d", {KAART: ("2026-09-01", "gisteren")})
    assert {problem.code for problem in found_in(folder)} == {"YAML024"}


@pytest.mark.parametrize(
    ("file", "old", "new", "code"),
    [
        (GEMEENTE, "totaal: 100", "totaal: ongeveer 100", "YAML030"),
        (INTERVIEW, "afgenomen_op: 2026-10-12", "afgenomen_op: 31-02-2026", "YAML027"),
        (GEMEENTE, "[GM0505, GM0523]", "[Dordrecht, GM0523]", "YAML024"),
    ],
)
def test_a_value_that_cannot_be_read_is_not_called_missing(
    tmp_path: Path, file: str, old: str, new: str, code: str
) -> None:
    folder = make_dossier(tmp_path / "d", {file: (old, new)})
    assert {problem.code for problem in found_in(folder)} == {code}


def test_places_are_right_after_an_item_that_does_not_fit(tmp_path: Path) -> None:
    first = "diensten:\n  - {id: kapot, gecontroleerd_op: gisteren}\n"
    folder = make_dossier(tmp_path / "d", {KAART: ("diensten:\n", first)})
    text = (folder / KAART).read_text("utf-8").replace("[preventie]", "[preventi]")
    (folder / KAART).write_text(text, encoding="utf-8")
    (problem,) = (problem for problem in found_in(folder) if problem.code == "KAART005")
    assert (problem.line, problem.column) == (17, 20)


def test_every_code_of_the_dossier_has_a_case() -> None:
    assert {case.code for case in BREAKS} | ELSEWHERE == {code.code for code in CODES}


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("sociale_kaart.yaml", "sociale-kaart.yaml"),
        ("kaart.yaml", "sociale-kaart.yaml"),
        ("Plan.yml", "plan.yaml"),
        ("gemeente.yml", "gemeente.yaml"),
        ("iets-heel-anders.yaml", "buiten het dossier"),
        ("interviews/ggd.yml", "ggd.yaml"),
        ("interviews/GGD.YAML", "GGD.yaml"),
    ],
)
def test_a_file_that_nothing_reads_is_named(tmp_path: Path, name: str, hint: str) -> None:
    folder = make_dossier(tmp_path / "dordrecht")
    (folder / name).write_text('formaat: "1"\n', encoding="utf-8")
    (problem,) = found_in(folder)
    assert problem.code == "DOSSIER012"
    assert Path(problem.file) == folder / name
    assert hint in problem.hint


@pytest.mark.parametrize("name", ["LEESMIJ.md", ".verborgen.yaml", "interviews/LEESMIJ.md", "foto.jpg"])
def test_a_file_that_is_no_yaml_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = make_dossier(tmp_path / "dordrecht")
    (folder / name).write_text("hallo", encoding="utf-8")
    assert found_in(folder) == ()


def test_without_a_day_nothing_is_judged_on_its_date(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "dordrecht", {GEMEENTE: ("2026-07", "2199-01")})
    assert found_in(folder, as_of=None) == ()


def test_a_total_of_a_few_people_is_no_number_in_a_message(tmp_path: Path) -> None:
    spoilt = {GEMEENTE: ("totaal: 100\n  talen:\n    - {taal: ar, aantal: 60}\n    - {taal: ti, aantal: 30}",
                         "totaal: 2\n  talen:\n    - {taal: ar, aantal: 3}\n    - {taal: ti}")}  # fmt: skip
    folder = make_dossier(tmp_path / "dordrecht", spoilt)
    messages = [
        problem.message for problem in found_in(folder) if problem.code in {"DOSSIER011", "DOSSIER014"}
    ]
    assert "de aantallen bij talen zijn samen minder dan 5; het totaal is minder dan 5" in messages
    assert not re.search(r"\b[23]\b", " ".join(messages))


DECLARED = """\
volledig_voor:
  - {onderwerp: alles, datum: 2026-10-01, door: regisseur%s}
"""


@pytest.mark.parametrize(
    ("applies_to", "codes", "counts"),
    [
        ("", {"KAART025"}, 0),
        (", geldt_voor: [GM0505]", set(), 1),
        (", geldt_voor: [GM0392]", {"KAART025"}, 0),
    ],
)
@pytest.mark.parametrize("own", [True, False])
def test_only_a_declaration_about_this_gemeente_counts(
    tmp_path: Path, applies_to: str, codes: set[str], counts: int, own: bool
) -> None:
    """Also where the shared kaart is the only one: it does not become its own for want of another."""
    shared = {GEMEENTE: ("horizon:", "kaarten: [../regio/sociale-kaart.yaml]\nhorizon:")}
    folder = make_dossier(tmp_path / "dordrecht", shared)
    text = (folder / KAART).read_text(encoding="utf-8")
    (tmp_path / "regio").mkdir()
    head, _, rest = text.partition("organisaties:")
    (tmp_path / "regio" / KAART).write_text(
        head + DECLARED % applies_to + "organisaties:" + rest, encoding="utf-8"
    )
    if not own:
        (folder / KAART).unlink()
    assert {problem.code for problem in found_in(folder)} == codes
    assert len(dossier.open_dossier(folder, as_of=TODAY).kaart.complete) == counts


def test_a_gemeente_existed_before_it_was_abolished(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "dordrecht", {GEMEENTE: ("GM0523]", "GM0003]")})
    codes = {problem.code for problem in found_in(folder, as_of=date(2020, 12, 31))}
    assert "DOSSIER003" not in codes


def test_another_name_of_the_same_gemeente_is_fine(tmp_path: Path) -> None:
    folder = make_dossier(
        tmp_path / "den-haag", {GEMEENTE: ("code: GM0505\nnaam: Dordrecht", "code: GM0518\nnaam: Den Haag")}
    )
    assert {problem.code for problem in found_in(folder)} == {"DOSSIER030"}


@pytest.mark.parametrize(
    ("groups", "codes"),
    [
        ("{taal: ar, land: Syrië, aantal: 60}\n    - {taal: ar, land: Irak, aantal: 30}", set()),
        ("{taal: ar, land: Syrië, aantal: 60}\n    - {taal: ar, land: syrie, aantal: 30}", {"DOSSIER026"}),
    ],
)
def test_a_language_may_be_counted_for_each_country(tmp_path: Path, groups: str, codes: set[str]) -> None:
    old = "{taal: ar, aantal: 60}\n    - {taal: ti, aantal: 30}"
    folder = make_dossier(tmp_path / "dordrecht", {GEMEENTE: (old, groups)})
    assert {problem.code for problem in found_in(folder)} == codes


def test_one_successor_can_be_written_for_the_user(tmp_path: Path) -> None:
    old, new = "code: GM0505\nnaam: Dordrecht", "code: GM0457\nnaam: Weesp"
    (found,) = (
        problem
        for problem in found_in(make_dossier(tmp_path / "weesp", {GEMEENTE: (old, new)}))
        if problem.code == "DOSSIER003"
    )
    assert found.hint == "Weesp hoort nu bij Amsterdam (GM0363). Schrijf code: GM0363 en naam: Amsterdam"
    assert found.fix is not None
    assert [edit.text for edit in found.fix.edits] == ["GM0363", "Amsterdam"]
    assert not found.fix.is_safe


@pytest.mark.parametrize(
    ("code", "name", "hints"),
    [
        ("GM0786", "Grave", {"DOSSIER003": "Schrijf code: GM1982 en naam: Land van Cuijk"}),
        ("GM0786", "Land van Cuijk", {"DOSSIER003": "Schrijf code: GM1982 en naam: Land van Cuijk"}),
        (
            "GM1982",
            "Grave",
            {"DOSSIER002": "Grave is opgegaan in Land van Cuijk. Schrijf naam: Land van Cuijk"},
        ),
        ("GM1982", "Land van Cuijk", {}),
        ("GM0505", "Grave", {"DOSSIER002": "Bij GM0505 hoort Dordrecht. Grave hoort nu bij Land van Cuijk"}),
        ("GM9990", "Grave", {"DOSSIER004": "Grave hoort nu bij Land van Cuijk (GM1982)"}),
    ],
)
def test_what_to_write_after_a_merger_is_never_what_was_abolished(
    tmp_path: Path, code: str, name: str, hints: dict[str, str]
) -> None:
    changed = f"code: {code}\nnaam: {name}"
    folder = make_dossier(tmp_path / "d", {GEMEENTE: ("code: GM0505\nnaam: Dordrecht", changed)})
    told = {problem.code: problem.hint for problem in found_in(folder)}
    about = {
        number: hint for number, hint in told.items() if number in {"DOSSIER002", "DOSSIER003", "DOSSIER004"}
    }
    assert about.keys() == hints.keys()
    assert all(hint in about[number] for number, hint in hints.items())
    assert not any("GM0786" in hint for hint in about.values())


def test_the_name_after_a_merger_can_be_written(tmp_path: Path) -> None:
    changed = "code: GM1982\nnaam: Grave"
    folder = make_dossier(tmp_path / "d", {GEMEENTE: ("code: GM0505\nnaam: Dordrecht", changed)})
    (fix,) = (problem.fix for problem in found_in(folder) if problem.code == "DOSSIER002")
    assert fix is not None
    assert [edit.text for edit in fix.edits] == ["Land van Cuijk"]
    assert not fix.is_safe


@pytest.mark.parametrize(
    ("code", "name", "province"),
    [
        ("GM0505", "Dordrecht", "zuid holland"),
        ("GM0080", "Leeuwarden", "Friesland"),
        ("GM0080", "Leeuwarden", "Fryslân"),
    ],
)
def test_a_province_may_be_written_in_more_ways(tmp_path: Path, code: str, name: str, province: str) -> None:
    old = "code: GM0505\nnaam: Dordrecht\nprovincie: Zuid-Holland"
    changed = f"code: {code}\nnaam: {name}\nprovincie: {province}"
    folder = make_dossier(tmp_path / "d", {GEMEENTE: (old, changed)})
    assert "DOSSIER031" not in {problem.code for problem in found_in(folder)}


@pytest.mark.parametrize(
    ("voorbeeld", "silent"),
    [
        ("voorbeeld: illustratief\ncode: [", True),
        ("voorbeeld: verzonnen", True),
        ("voorbeld: illustratief", True),
        ("voorbeeld: illustratief\nhorizon: 2027", True),
        ("horizon: 2027", False),
    ],
)
def test_an_invented_gemeente_is_not_sought_while_its_file_is_broken(
    tmp_path: Path, voorbeeld: str, silent: bool
) -> None:
    changed = f"code: GM9999\nnaam: Verzonnen\n{voorbeeld}"
    folder = make_dossier(
        tmp_path / "d",
        {GEMEENTE: ("code: GM0505\nnaam: Dordrecht", changed), KAART: ("[GM0505]", "[GM9999]")},
    )
    codes = {problem.code for problem in found_in(folder)}
    assert any(code.startswith("YAML") for code in codes)
    assert ({"DOSSIER004", "DOSSIER015"} <= codes) is not silent
    assert not silent or not codes & dossier_rules.ABOUT_AN_EXISTING_GEMEENTE


def test_one_wrong_code_at_many_services_is_told_of_once(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {KAART: ("[GM0505]", "[GM9999]")})
    kaart = folder / KAART
    head, mark, service = kaart.read_text(encoding="utf-8").partition("  - id: inloop\n")
    for many, messages in (
        (3, ["dienst 'inloop'", "dienst 'extra-1'", "dienst 'extra-2'"]),
        (4, ["4 diensten"]),
    ):
        more = "".join(f"  - id: extra-{number}\n{service}" for number in range(1, many))
        kaart.write_text(head + mark + service + more, encoding="utf-8")
        told = [problem.message for problem in found_in(folder) if problem.code == "DOSSIER015"]
        assert [message.partition(":")[0] for message in told] == [
            f"werkgebied van {said}" for said in messages
        ]


def test_of_several_successors_the_user_chooses(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {GEMEENTE: ("GM0523]", "GM0053]")})
    assert [problem.fix for problem in found_in(folder) if problem.code == "DOSSIER003"] == [None]


def test_an_invented_gemeente_need_not_be_registered(tmp_path: Path) -> None:
    changed = "code: GM9999\nnaam: Verzonnen\nvoorbeeld: illustratief"
    folder = make_dossier(tmp_path / "x", {GEMEENTE: ("code: GM0505\nnaam: Dordrecht", changed)})
    assert "DOSSIER004" not in {problem.code for problem in found_in(folder)}


def test_a_shared_kaart_counts_once_and_is_checked(tmp_path: Path) -> None:
    folder = make_dossier(
        tmp_path / "r" / "a", {GEMEENTE: ("horizon:", "kaarten: [../k.yaml, ../k.yaml]\nhorizon:")}
    )
    shared = (folder / KAART).read_text("utf-8").replace("buurthuis", "ander").replace("inloop", "andere")
    (tmp_path / "r" / "k.yaml").write_text(shared.replace("[preventie]", "[preventi]"), encoding="utf-8")
    found = dossier.inspect(folder, as_of=TODAY)
    assert [(problem.code, Path(problem.file).name) for problem in found.problems] == [("KAART005", "k.yaml")]
    assert len(found.files) == 5


def test_a_shared_kaart_may_lie_anywhere_in_the_git_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    folder = make_dossier(
        tmp_path / "r" / "s" / "a", {GEMEENTE: ("horizon:", "kaarten: [../../../k.yaml]\nhorizon:")}
    )
    (tmp_path / "k.yaml").write_bytes((folder / KAART).read_bytes())
    assert "DOSSIER007" not in {problem.code for problem in found_in(folder)}
