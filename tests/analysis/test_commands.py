"""`psoh analyse` and `psoh uitleg` as a user meets them: on screen, as JSON, with a wrong word."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from psoh_cli.app import run
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.problems.codes import CODES

DAY = ("--peildatum", "2026-11-21")
VERSION = read_catalogue()[0].version
HEAD = f'formaat: "1"\nkennisversie: "{VERSION}"\n'
GEMEENTE = (
    HEAD
    + """code: GM0505
naam: Dordrecht
statushouders:
  talen:
    - {taal: ar, aantal: 80}
    - {taal: ti, aantal: 3}
"""
)
POLICY = (
    HEAD
    + """groep: gemeente
rol: Beleidsadviseur
afgenomen_op: 2026-10-05
antwoorden:
  regisseur: {antwoord: nee, opmerking: De directie wil dit niet.}
  regie-verdeling: {antwoord: niet-geregeld}
  aanbod-inloop: {antwoord: nee}
  delen-met-gemeenten: {antwoord: ja}
  programmas-nu: {antwoord: [geen]}
"""
)
WELFARE = (
    HEAD
    + """groep: welzijn
rol: Opbouwwerker
afgenomen_op: 2026-10
antwoorden:
  aanbod-inloop: {antwoord: ja}
  genoeg-trainers: {antwoord: weet-niet}
"""
)
KAART = (
    HEAD
    + """naam: Kaart
volledig_voor:
  - {onderwerp: ketenstap, waarde: preventie, datum: 2026-10-01, door: kaartbeheerder}
organisaties:
  - {id: huis, naam: Welzijn Zuid, ketenpartner: welzijn, bron: eigen opgave, gecontroleerd_op: 2026-10-01}
diensten:
  - id: inloop
    organisatie: huis
    naam: Open inloop
    aanbod: koffie en een luisterend oor
    soort_aanbod: [inloop]
    toegang: [vrij]
    doelgroepen: [iedereen]
    ketenstappen: [versterken]
    talen: [nl]
    tolkinzet: geen
    werkgebied: [GM0505]
    bron: eigen opgave
    gecontroleerd_op: 2026-10-01
"""
)
PLAN = HEAD + "maatregelen: []\n"


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    folder = tmp_path / "dordrecht"
    (folder / "interviews").mkdir(parents=True)
    for name, text in {
        "gemeente.yaml": GEMEENTE,
        "interviews/beleidsadviseur.yaml": POLICY,
        "interviews/opbouwwerker.yaml": WELFARE,
        "sociale-kaart.yaml": KAART,
        "plan.yaml": PLAN,
    }.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


Said = tuple[int, str, str]


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> Said:
    code = run([str(argument) for argument in arguments])
    done = capsys.readouterr()
    return code, done.out, done.err


def test_the_screen_begins_with_what_matters(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    code, out, err = said(capsys, "analyse", dossier, *DAY)
    assert code == 0
    flat = " ".join(out.split())
    assert flat.startswith("Gap-analyse van Dordrecht Van de ")
    assert "zijn er in Dordrecht 2 geregeld, 1 deels geregeld en 2 nog niet geregeld" in flat
    assert "Peildatum 21 november 2026. Gebruikt: 2 informanten en een kaart met 1 organisatie" in flat
    order = [
        out.index(title)
        for title in ("De vijf vragen van ARQ", "Wat het eerst aandacht", "Wat we nog niet weten")
    ]
    assert order == sorted(order)
    assert "gap-praktijk-bp-regie" in out
    assert "psoh uitleg gap-" in err
    assert "psoh plan" in err


def test_the_screen_fits_eighty_columns_and_has_no_colour(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    out = said(capsys, "analyse", dossier, *DAY)[1]
    assert max(len(line) for line in out.splitlines()) <= 80
    assert "\x1b" not in out


def test_a_difference_is_the_question_and_who_sees_what(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    out = said(capsys, "analyse", dossier, *DAY)[1]
    section = out.partition("Waar antwoorden verschillen")[2].partition("Wat het eerst aandacht")[0]
    assert "antwoorden verschillend op" not in section
    lines = [line.strip() for line in section.splitlines()]
    place = lines.index("gap-verschil-aanbod-inloop")
    assert lines[place - 1] == "ja: opbouwwerker; nee: beleidsadviseur"


def test_the_json_is_complete_and_stable(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    first = said(capsys, "analyse", dossier, "--json", *DAY)
    assert first == said(capsys, "analyse", dossier, "--json", *DAY)
    data = json.loads(first[1])
    assert data["peildatum"] == "2026-11-21"
    assert data["gemeentecode"] == "GM0505"
    assert [item["nr"] for item in data["arq_vragen"]] == [1, 2, 3, 4, 5]
    findings = {item["id"]: item for item in data["bevindingen"]}
    assert findings["gap-praktijk-bp-regie"]["oordeel"] == "ontbreekt"
    assert findings["gap-praktijk-bp-laagdrempelige-inloop"]["oordeel"] == "deels"
    assert findings["gap-verschil-aanbod-inloop"]["soort"] == "verschil"
    assert findings["gap-tegenspraak-aanbod-inloop"]["soort"] == "tegenspraak"
    assert findings["gap-dekking-preventie-ti"]["oordeel"] == "ontbreekt"
    assert data["hiaten_op_volgorde"][0] in findings
    assert {cell["aantal"] for cell in data["dekking"]["cellen"]} == {80, "minder dan 5"}


def test_a_free_remark_is_only_in_the_json_that_asks_for_it(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    plain, full = (
        said(capsys, "analyse", dossier, "--json", *more, *DAY)[1] for more in ((), ("--met-opmerkingen",))
    )
    assert "De directie" not in plain
    assert '"opmerking"' not in plain
    assert '"opmerking": "De directie wil dit niet."' in full
    assert json.loads(plain)["hiaten_op_volgorde"] == json.loads(full)["hiaten_op_volgorde"]


def test_a_question_shows_who_said_what_when_a_dossier_is_named(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    said_here = "Wat hierop is gezegd in"
    assert said_here not in said(capsys, "uitleg", "aanbod-inloop", *DAY)[1]
    out = " ".join(said(capsys, "uitleg", "aanbod-inloop", dossier, *DAY)[1].split())
    assert f"{said_here} Dordrecht" in out
    assert "Hoe de antwoorden zich verhouden Oneens." in out
    assert re.search(r"- Opbouwwerker\S* .*?\): (ja|nee)", out)
    assert said_here not in said(capsys, "uitleg", "bp-regie", dossier, *DAY)[1]


def test_an_open_answer_is_in_no_list_of_how_answers_relate(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    path = dossier / "interviews" / "opbouwwerker.yaml"
    text = path.read_text(encoding="utf-8").replace("groep: welzijn", "groep: statushouders")
    path.write_text(f"{text}  sh-wat-nodig: {{antwoord: Iemand die luistert.}}\n", encoding="utf-8")
    out = said(capsys, "analyse", dossier, "--json", *DAY)[1]
    assert "luistert" not in out
    assert '"vraag": "sh-wat-nodig"' in out
    assert "Iemand die luistert." in said(capsys, "uitleg", "sh-wat-nodig", dossier, *DAY)[1]


def test_a_few_statushouders_are_nowhere_a_number(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    for name, count in (("beleidsadviseur", 3), ("opbouwwerker", 2)):
        path = dossier / "interviews" / f"{name}.yaml"
        path.write_text(
            path.read_text(encoding="utf-8") + f"  aantal-statushouders: {{antwoord: {count}}}\n",
            encoding="utf-8",
        )
    out = said(capsys, "analyse", dossier, "--json", *DAY)[1]
    screen = said(capsys, "analyse", dossier, *DAY)[1]
    why = said(capsys, "uitleg", "gap-verschil-aantal-statushouders", dossier, *DAY)[1]
    pieces = [
        piece
        for finding in json.loads(out)["bevindingen"]
        for piece in finding["bewijs"]
        if piece["vraag"] == "aantal-statushouders"
    ]
    assert {tuple(piece["waarden"]) for piece in pieces} == {("minder dan 5",)}
    for text in (out, screen, why):
        assert re.search(r"\b[23] (personen|statushouders)", " ".join(text.split())) is None
    assert "minder dan 5 personen" in why
    checked = said(capsys, "check", dossier, *DAY)[1]
    assert "een groep kleiner dan vijf" in checked


def test_strict_fails_on_gaps_only(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    assert said(capsys, "analyse", dossier, "--strict", *DAY)[0] == 1
    assert said(capsys, "analyse", dossier, "--strict", "--json", *DAY)[0] == 1
    for name in ("interviews/beleidsadviseur.yaml", "interviews/opbouwwerker.yaml"):
        (dossier / name).unlink()
    (dossier / "sociale-kaart.yaml").write_text(HEAD + "naam: Kaart\n", encoding="utf-8")
    code, out, _ = said(capsys, "analyse", dossier, "--strict", *DAY)
    assert code == 0
    assert "van geen enkele bekend of die al geregeld is" in " ".join(out.split())
    assert "niets gevonden dat ontbreekt" in out


def test_the_day_decides(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    later = json.loads(said(capsys, "analyse", dossier, "--json", "--peildatum", "2028-01-01")[1])
    assert "gap-actueel-huis" in {item["id"] for item in later["bevindingen"]}
    code, _, err = said(capsys, "analyse", dossier, "--peildatum", "volgende week")
    assert code == 2
    assert "--peildatum" in err


def test_a_finding_is_explained_from_answer_to_measure(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    code, out, _ = said(capsys, "uitleg", "gap-praktijk-bp-regie", dossier, *DAY)
    flat = " ".join(out.split())
    assert code == 0
    for words in (
        "Het is niet geregeld wie de regie heeft",
        (
            "Beleidsadviseur (5 oktober 2026) bij ‘Is er één persoon of team met de regie over de hulp aan "
            "statushouders?’: nee. [ontbreekt]"
        ),
        "(regel: afgeleid)",
        "inspanning: 2,00",
        "bereik: onbekend",
        "herkomst arq",
        "https://arq.org/",
        "Maatregelen - Beleg de regie (m-regie) (2027-K1 tot en met 2027-K2). Voorstel (nog niet in plan.yaml).",
    ):
        assert words in flat
    assert "De directie" not in out
    assert max(len(line) for line in out.splitlines() if "http" not in line) <= 80


def test_a_finding_tells_what_was_looked_for_in_vain(
    capsys: pytest.CaptureFixture[str], dossier: Path
) -> None:
    flat = " ".join(said(capsys, "uitleg", "gap-behoefte-veerkracht-versterken", dossier, *DAY)[1].split())
    assert "Gezocht op de kaart onder 1 actieve dienst: programma 7ROSES. Niets gevonden." in flat
    assert (
        "Beleidsadviseur (5 oktober 2026) bij ‘Welke programma's waren er in de afgelopen 24 maanden?’: Geen."
        in flat
    )


def test_every_finding_can_be_explained(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    data = json.loads(said(capsys, "analyse", dossier, "--json", *DAY)[1])
    by_kind = {item["soort"]: item["id"] for item in data["bevindingen"]}
    assert len(by_kind) >= 7
    for name in by_kind.values():
        code, out, _ = said(capsys, "uitleg", name, dossier, *DAY)
        assert code == 0
        assert "Hoe dit is beoordeeld" in out


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("KAART001", "Wat u doet"),
        ("kaart001", "Wat u doet"),
        ("bp-tolken", "Maak duidelijke tolkafspraken (praktijk)"),
        ("veerkracht-versterken", "Eén van deze praktijken is genoeg"),
        ("klankbordgroep", "(woord)"),
        ("PIP", "(woord)"),
        ("kp-taal-tolk", "Praktijken die helpen"),
        ("overdracht", "(stap in de keten)"),
        ("mind-spring", "(programma)"),
        ("ggd", "(soort partner)"),
        ("regisseur", "Waarom deze vraag"),
        ("fundament", "(pijler)"),
        ("laag-2", "(laag van steun)"),
        ("arq-projectpagina", "https://arq.org/projecten"),
        ("spuk-gala", "(geldbron)"),
    ],
)
def test_words_and_ids_are_explained(capsys: pytest.CaptureFixture[str], word: str, expected: str) -> None:
    code, out, _ = said(capsys, "uitleg", word)
    assert code == 0
    assert expected in out


def test_everything_in_the_knowledge_can_be_asked(capsys: pytest.CaptureFixture[str]) -> None:
    catalogue, _ = read_catalogue()
    shelves = (
        catalogue.practices, catalogue.needs, catalogue.bottlenecks, catalogue.chain_steps, catalogue.interventions,
        catalogue.partner_types, catalogue.questions, catalogue.pillars, catalogue.layers, catalogue.instruments,
        catalogue.indicators, catalogue.funding_sources, catalogue.legal_frameworks, catalogue.sources,
    )  # fmt: skip
    for shelf in shelves:
        code, out, _ = said(capsys, "uitleg", shelf[0].id)
        assert code == 0
        assert "Herkomst" in out or "herkomst" in out
    for name in CODES:
        assert said(capsys, "uitleg", name)[0] == 0


@pytest.mark.parametrize(
    ("arguments", "meant"),
    [
        (("K0001",), "KAART001"),
        (("mindspring",), "mind-spring"),
        (("bp-tolk",), "bp-tolken"),
        (("klankbordgroepje",), "klankbordgroep"),
    ],
)
def test_a_wrong_word_gets_a_suggestion(
    capsys: pytest.CaptureFixture[str], arguments: tuple[str, ...], meant: str
) -> None:
    code, out, err = said(capsys, "uitleg", *arguments)
    assert (code, out) == (2, "")
    assert re.search(rf"Bedoelt u .*{re.escape(meant)}", err)


def test_a_wrong_finding_gets_a_suggestion(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    code, _, err = said(capsys, "uitleg", "gap-praktijk-bp-regi", dossier, *DAY)
    assert code == 2
    assert "Bedoelt u gap-praktijk-bp-regie" in err


def test_a_finding_needs_a_dossier(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    code, _, err = said(capsys, "uitleg", "gap-praktijk-bp-regie", tmp_path)
    assert code == 2
    assert "Oplossing:" in err


def test_errors_in_the_files_stop_the_analysis(capsys: pytest.CaptureFixture[str], dossier: Path) -> None:
    broken = POLICY.replace("regisseur:", "regiseur:")
    (dossier / "interviews/beleidsadviseur.yaml").write_text(broken, encoding="utf-8")
    code, out, err = said(capsys, "analyse", dossier, *DAY)
    assert (code, out) == (1, "")
    assert "regiseur" in err


@pytest.mark.slow
def test_it_runs_as_a_module(dossier: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "psoh_cli", "analyse", str(dossier), "--json", *DAY],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert json.loads(done.stdout)["gemeente"] == "Dordrecht"


def test_the_room_is_pure() -> None:
    """Nothing of the room pulls in a terminal, a reader of YAML or a template."""
    script = (
        "import pkgutil, importlib, sys, psoh_cli.analysis as room\n"
        "[importlib.import_module(f'psoh_cli.analysis.{m.name}') for m in pkgutil.iter_modules(room.__path__)]\n"
        "heavy = {'yaml', 'rich', 'typer', 'jinja2', 'weasyprint', 'cookiecutter'}\n"
        "print(sorted(heavy & sys.modules.keys()))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=True)
    assert done.stdout.strip() == "[]"
