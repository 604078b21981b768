"""Files from somebody who means harm, or from a program gone wrong: refused in Dutch, in their place, in time."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.bad_input.running import run
from tests.dossier.sample import FILES, contents, make_dossier

from psoh_cli.problems import meant
from psoh_cli.problems.problem import MOST_LISTED

DAY = ("--peildatum", "2026-11-21")
GEMEENTE, INTERVIEW, KAART, PLAN = (
    "gemeente.yaml",
    "interviews/beleidsadviseur.yaml",
    "sociale-kaart.yaml",
    "plan.yaml",
)
linking = pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    return make_dossier(tmp_path / "r" / "d")


def put(dossier: Path, name: str, old: str, new: str) -> int:
    """Replace a text in a file and give the line where the new text begins."""
    text = FILES[name]
    assert old in text
    (dossier / name).write_text(text.replace(old, new, 1), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


# --- addresses

ADDRESSES = (
    (GEMEENTE, "jaar: 2026}\n", "jaar: 2026, url: {}}}\n"),
    (KAART, "diensten:\n", "bronnen:\n  - {{id: b-x, titel: B, uitgever: U, url: {}}}\ndiensten:\n"),
    (KAART, "    ketenpartner: welzijn\n", "    ketenpartner: welzijn\n    website: {}\n"),
    (KAART, "    ketenstappen: [preventie]\n", "    ketenstappen: [preventie]\n    website: {}\n"),
)


@pytest.mark.parametrize(
    ("name", "old", "new"), ADDRESSES, ids=["own source", "kaart source", "org", "service"]
)
@pytest.mark.parametrize(
    "address",
    [
        '"javascript:alert(1)"',
        '"JavaScript:alert(1)//https://x.nl"',
        '"file:///etc/passwd"',
        '"data:text/html,x"',
        '"https://x.nl/ javascript:x"',
        '"https://"',
        '"//x.nl"',
        '"ftp://x.nl"',
        '"https://x.nl/\\" onclick=\\"x"',
    ],
)
def test_only_an_address_on_the_web_is_an_address(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, address: str
) -> None:
    put(dossier, name, old, new.format(address))
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert f"{name}:" in said.out
    assert ("fout KAART031" if "website" in new else "fout YAML024") in said.out
    assert "is geen webadres" in said.out
    assert "https://" in said.out
    assert run(capsys, "rapport", dossier, "--format", "html", *DAY).code == 1
    assert not (dossier / "rapporten").exists()


@pytest.mark.parametrize(
    ("name", "old", "new"), ADDRESSES, ids=["own source", "kaart source", "org", "service"]
)
@pytest.mark.parametrize(
    "address", ["https://x.nl", '"HTTP://www.x.nl/a_(b)?c=d&e=é#f"', "https://[::1]:80/"]
)
def test_an_address_on_the_web_is_fine(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, address: str
) -> None:
    put(dossier, name, old, new.format(address if address[0] == '"' else f'"{address}"'))
    assert "YAML024" not in run(capsys, "check", dossier, *DAY).out


def test_half_an_address_gets_its_whole(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(dossier, *ADDRESSES[0][:2], ADDRESSES[0][2].format("www.buurthuis.nl/inloop"))
    assert "Bedoelt u https://www.buurthuis.nl/inloop?" in run(capsys, "check", dossier, *DAY).out


def test_half_an_address_of_an_organization_stops_nothing(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put(dossier, *ADDRESSES[2][:2], ADDRESSES[2][2].format("www.buurthuis.nl/inloop"))
    said = run(capsys, "check", dossier, *DAY)
    assert (said.code, "waarschuwing KAART051" in said.out) == (0, True)
    assert run(capsys, "analyse", dossier, *DAY).code == 0


# --- characters that are orders

ORDERS = ("\\e[2J", "\\x07", "\\x7f", "\\x9b31m", "\\r", "\\u202e", "\\u2066", "\\0")


@pytest.mark.slow
@pytest.mark.parametrize("order", ORDERS)
@pytest.mark.parametrize(
    ("name", "old", "key"),
    [
        (GEMEENTE, "titel: Eigen telling,", "titel"),
        (INTERVIEW, "rol: Beleidsadviseur gezondheid", "rol"),
        (INTERVIEW, "antwoord: ja", "antwoord"),
        (KAART, "aanbod: Koffie en gesprek", "aanbod"),
    ],
)
def test_an_order_to_the_terminal_is_no_text(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, key: str, order: str
) -> None:
    comma = "," if old.endswith(",") else ""
    line = put(dossier, name, old, f'{key}: "a{order}b"{comma}')
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert f"{name}:{line}:" in said.out
    assert "fout YAML024" in said.out
    assert "onzichtbaar stuurteken (U+" in said.out


def test_a_new_line_and_a_tab_are_text(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(dossier, KAART, "aanbod: Koffie en gesprek", 'aanbod: "Koffie\\n\\ten gesprek\\u200f"')
    assert run(capsys, "check", dossier, *DAY, "--strict").code == 0


@pytest.mark.parametrize("order", ["\\e[31m", "\\u202e"])
def test_what_is_quoted_from_a_file_cannot_order_the_terminal_about(
    dossier: Path, capsys: pytest.CaptureFixture[str], order: str
) -> None:
    sign = {"\\e[31m": "\x1b", "\\u202e": "\u202e"}[order]
    fields = f'    "naam{order}x": b\n    status: "x{order}\\nplan.yaml:1:1 fout X"\n    k:'
    put(dossier, KAART, "    ketenstappen:", fields)
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert "YAML020" in said.out
    assert "YAML023" in said.out
    assert sign not in said.out + said.err
    assert "\nplan.yaml:1:1" not in said.out, "a value cannot look like another problem"


@pytest.mark.parametrize("option", ["--rol", "--organisatie"])
def test_no_order_comes_in_by_an_option(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], option: str
) -> None:
    (tmp_path / "a.yaml").write_text("kaart-beheerder: nee\n", encoding="utf-8")
    before = contents(dossier)
    new = ("--informant", "ggd", "--groep", "ggd", "--antwoorden", tmp_path / "a.yaml")
    said = run(capsys, "interview", dossier, *new, option, "x\x1b[2J")
    assert said.code == 2
    assert "stuurteken" in said.err
    said = run(capsys, "kaart", "bevestig", "inloop", "--map", dossier, "--door", "x\u202e")
    assert said.code == 2
    assert "stuurteken" in said.err
    assert contents(dossier) == before


# --- numbers

DIGITS = "9" * 5000
SERVICE = "    ketenstappen: [preventie]\n"
NUMBERS = (
    ("term of none", KAART, SERVICE, "    termijn_maanden: 0\n", "1 of meer"),
    ("endless term", KAART, SERVICE, "    termijn_maanden: 601\n", "hoogstens 600"),
    ("huge term", KAART, SERVICE, "    termijn_maanden: 999999999999\n", "hoogstens 600"),
    ("huge digits", KAART, SERVICE, f"    termijn_maanden: {DIGITS}\n", "hoogstens 12 cijfers"),
    ("age", KAART, SERVICE, "    leeftijd: {van: 0, tot: 121}\n", "hoogstens 120"),
    ("waiting", KAART, SERVICE, "    wachttijd: {weken: 521}\n", "hoogstens 520"),
    ("capacity", KAART, SERVICE, "    capaciteit: {plaatsen: 100001, per: week}\n", "hoogstens 100000"),
    ("money", KAART, SERVICE, f"    kosten_bedrag: {DIGITS}\n", "hoogstens 12 cijfers"),
    ("year 1", KAART, SERVICE, "    wachttijd: {weken: 1, gemeten_op: 0001-01-01}\n", "tussen 1900 en 2200"),
    ("year 9999", KAART, "gecontroleerd_op: 2026-09-01", "gecontroleerd_op: 9999-12-31", "tussen 1900 en 2200"),
    ("people", GEMEENTE, "totaal: 100", f"totaal: {DIGITS}", "hoogstens 12 cijfers"),
    ("year of a source", GEMEENTE, "jaar: 2026}\n", "jaar: 1}\n", "1900 of meer"),
    ("horizon", GEMEENTE, "tot: 2030", "tot: 999999999999", "is geen jaar"),
    ("quarter", PLAN, "maatregelen: []",
     "maatregelen: [{id: a, besluit: {soort: overgenomen, door: raad, datum: 2026, begin: 0000-K1}}]",
     "tussen 1900 en 2299"),
    ("answer", INTERVIEW, "kaart-aanwezig:\n    antwoord: ja",
     f"aantal-statushouders:\n    antwoord: {DIGITS}", "te groot"),
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "old", "new", "says"), [case[1:] for case in NUMBERS], ids=[case[0] for case in NUMBERS]
)
def test_a_number_that_cannot_be_is_told(
    dossier: Path, capsys: pytest.CaptureFixture[str], name: str, old: str, new: str, says: str
) -> None:
    put(dossier, name, old, new + old if old == SERVICE else new)
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert says in said.all
    assert DIGITS not in said.out
    assert run(capsys, "rapport", dossier, "--format", "html", *DAY).code == 1


def test_the_widest_numbers_make_a_report(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put(dossier, KAART, SERVICE, SERVICE + "    termijn_maanden: 600\n    leeftijd: {van: 0, tot: 120}\n")
    put(dossier, GEMEENTE, "totaal: 100", "totaal: 999999999999")
    assert run(capsys, "rapport", dossier, "--format", "html", "--peildatum", "2200-12-31").code == 0
    assert run(capsys, "analyse", dossier, "--peildatum", "9999-12-31").code == 2


@pytest.mark.parametrize("typed", ["--peildatum=0000-01-01", f"--peildatum={DIGITS}"])
def test_a_day_that_cannot_be_is_told(dossier: Path, capsys: pytest.CaptureFixture[str], typed: str) -> None:
    assert run(capsys, "analyse", dossier, typed).code == 2


# --- links and things that are no files


@linking
@pytest.mark.parametrize("name", FILES)
def test_a_link_out_of_the_dossier_is_not_followed(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    outside = tmp_path / "geheim.yaml"
    outside.write_text(FILES[name], encoding="utf-8")
    (dossier / name).unlink()
    (dossier / name).symlink_to(outside)
    for words in (("check", dossier), ("rapport", dossier, "--format", "html"), ("plan", dossier)):
        said = run(capsys, *words, *DAY)
        assert said.code == 2, words
        assert "een koppeling naar een plek buiten het dossier" in said.all
        assert "Oplossing: " in said.err
    run(capsys, "interview", dossier, "--informant", "beleidsadviseur")
    run(capsys, "kaart", "toon", dossier)
    assert outside.read_text(encoding="utf-8") == FILES[name]
    assert sorted(path.name for path in outside.parent.iterdir()) == ["geheim.yaml", "r"]


@linking
def test_a_link_within_the_repository_or_the_folder_above_is_followed(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / ".git").mkdir()
    dossier = make_dossier(tmp_path / "a" / "b" / "d")
    (dossier / KAART).rename(tmp_path / "kaart.yaml")
    (dossier / KAART).symlink_to(tmp_path / "kaart.yaml")
    assert run(capsys, "check", dossier, *DAY, "--strict").code == 0
    (tmp_path / ".git").rmdir()
    assert run(capsys, "check", dossier, *DAY).code == 2
    (tmp_path / "kaart.yaml").rename(dossier.parent / "kaart.yaml")
    (dossier / KAART).unlink()
    (dossier / KAART).symlink_to(dossier.parent / "kaart.yaml")
    assert run(capsys, "check", dossier, *DAY, "--strict").code == 0


@linking
def test_a_folder_with_interviews_elsewhere_is_not_looked_into(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (dossier / "interviews").rename(tmp_path / "elders")
    (dossier / "interviews").symlink_to(tmp_path / "elders")
    before = contents(tmp_path / "elders")
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 2
    assert "koppeling" in said.err
    (tmp_path / "a.yaml").write_text("kaart-beheerder: nee\n", encoding="utf-8")
    new = ("--informant", "ggd", "--groep", "ggd", "--antwoorden", tmp_path / "a.yaml")
    assert run(capsys, "interview", dossier, *new).code == 2
    assert contents(tmp_path / "elders") == before


@linking
def test_a_link_that_leads_to_itself_is_told(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (dossier / PLAN).unlink()
    (dossier / PLAN).symlink_to(dossier / PLAN)
    assert run(capsys, "check", dossier, *DAY).code == 2


@linking
def test_documents_do_not_go_through_a_link(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("rapport", dossier, "--format", "html", "--soort", "samenvatting", *DAY)
    victim = tmp_path / "elders.html"
    victim.write_text("van een ander", encoding="utf-8")
    (dossier / "rapporten").mkdir()
    (dossier / "rapporten" / "samenvatting.html").symlink_to(victim)
    assert run(capsys, *words).code == 0
    assert victim.read_text(encoding="utf-8") == "van een ander"
    assert "<html" in (dossier / "rapporten" / "samenvatting.html").read_text(encoding="utf-8")


@linking
def test_a_folder_for_documents_that_is_a_link_elsewhere_is_refused(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("rapport", dossier, "--format", "html", "--soort", "samenvatting", *DAY)
    (tmp_path / "elders").mkdir()
    (dossier / "rapporten").symlink_to(tmp_path / "elders")
    said = run(capsys, *words)
    assert said.code == 2
    assert "koppeling" in said.err
    assert "--output" in said.err
    assert run(capsys, *words, "--output", tmp_path / "elders").code == 0, "who names a folder means it"
    second = make_dossier(dossier.parent / "e")
    (tmp_path / "uit").mkdir()
    (tmp_path / "uit" / "e").symlink_to(tmp_path / "elders")
    said = run(capsys, *words, second, "--output", tmp_path / "uit")
    assert said.code == 2
    assert "uit/e is een koppeling" in said.all
    assert (tmp_path / "uit" / "d" / "samenvatting.html").is_file(), "the other dossier has its documents"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
@pytest.mark.timeout(60)
@pytest.mark.parametrize("name", FILES)
def test_a_pipe_is_not_waited_for(dossier: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    (dossier / name).unlink()
    os.mkfifo(dossier / name)
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 2
    if name != GEMEENTE:  # a folder with that pipe is not taken for a dossier at all
        assert "geen gewoon bestand" in said.err
    assert "Geen problemen gevonden" not in said.all


def test_what_could_not_be_read_is_not_without_problems(
    dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(capsys, "check", dossier, dossier / "nergens", *DAY)
    assert said.code == 2
    assert "Geen problemen gevonden" not in said.all
    assert "Niet alles was te lezen" in said.err
    assert "Geen problemen gevonden" in run(capsys, "check", dossier, *DAY).out


# --- very many of the same

MANY = 4_000


def lines(text: str, many: int) -> str:
    return "".join(text.format(number) for number in range(many))


Flood = Callable[[int], str]
FLOODS: dict[str, tuple[str, Flood, str]] = {
    "unknown keys": (GEMEENTE, lambda many: FILES[GEMEENTE] + lines("sleutel{}: x\n", many), "YAML020"),
    "keys inside": (KAART, lambda many: FILES[KAART] + lines("    sleutel{}: x\n", many), "YAML020"),
    "unknown words": (KAART, lambda many: f"{FILES[KAART]}    toegang: [{lines('w{}, ', many)}]\n", "YAML023"),
    "languages": (KAART, lambda many: f"{FILES[KAART]}    tolktalen: [{lines('Taal{}, ', many)}]\n", "KAART032"),
    "wrong kinds": (KAART, lambda many: f"{FILES[KAART]}    locaties: [{lines('[a{}], ', many)}]\n", "YAML022"),
    "unknown questions": (
        INTERVIEW, lambda many: FILES[INTERVIEW] + lines("  vraag-{}: {{antwoord: ja}}\n", many), "INTERVIEW001",
    ),
    "unknown steps": (KAART, lambda many: FILES[KAART].replace("[preventie]", f"[{lines('stap-{}, ', many)}]"),
    "KAART005"),
    "unknown sources": (INTERVIEW, lambda many: f"{FILES[INTERVIEW]}    bronnen: [{lines('b-{}, ', many)}]\n",
    "DOSSIER013"),
}  # fmt: skip


def count_looking(patch: pytest.MonkeyPatch) -> list[str]:
    """Give a list that grows with every word for which somebody looks what was meant."""
    looked_up: list[str] = []
    real = meant.closest

    def closest(word: str, *others: Any, **how: Any) -> tuple[str, ...]:
        looked_up.append(word)
        return real(word, *others, **how)

    patch.setattr(meant, "closest", closest)
    return looked_up


@pytest.mark.slow
@pytest.mark.parametrize("flood", FLOODS)
def test_a_flood_of_problems_is_cut_short(
    dossier: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], flood: str
) -> None:
    name, flooded, code = FLOODS[flood]
    (dossier / name).write_text(flooded(MANY), encoding="utf-8")
    looked_up = count_looking(monkeypatch)
    said = run(capsys, "check", dossier, *DAY, "--max", "0")
    assert said.code == (code != "DOSSIER013")
    lines = [line for line in said.out.splitlines() if f" {code} " in line]
    assert len(lines) == MOST_LISTED
    assert f"en nog {MANY - MOST_LISTED + 1:,} meldingen met deze code".replace(",", ".") in lines[-1]
    assert f"{MANY} {'waarschuwingen' if code == 'DOSSIER013' else 'fouten'}" in said.out.splitlines()[-1]
    assert len(looked_up) <= MOST_LISTED + 2


@pytest.mark.slow
@pytest.mark.timeout(120)
@pytest.mark.parametrize("flood", ["unknown keys", "unknown questions"])
def test_a_real_flood_ends(dossier: Path, capsys: pytest.CaptureFixture[str], flood: str) -> None:
    name, flooded, _ = FLOODS[flood]
    (dossier / name).write_text(flooded(300_000), encoding="utf-8")
    said = run(capsys, "check", dossier, *DAY)
    assert said.code == 1
    assert "nog 299.997 keer " in said.out


@pytest.mark.slow
def test_a_flood_of_offered_answers_is_cut_short(
    dossier: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = tmp_path / "a.yaml"
    offered.write_text("".join(f"vraag-{n}: ja\n" for n in range(1_500)), encoding="utf-8")
    looked_up = count_looking(monkeypatch)
    said = run(capsys, "interview", dossier, "--informant", "beleidsadviseur", "--antwoorden", offered)
    assert said.code == 1
    assert said.out.count(" INTERVIEW001 ") == MOST_LISTED
    assert "1500 fouten" in said.out
    assert len(looked_up) <= 200


# --- the name of an informant


@pytest.mark.parametrize(
    "name", ["../../x", "a/b", "..", "a\\b", "../geheim", "interviews/ggd.yaml", "/etc/x", "ggd..zuid"]
)
def test_a_path_is_no_name(
    dossier: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    (dossier.parent / "geheim.yaml").write_text(FILES[INTERVIEW], encoding="utf-8")
    (tmp_path / "a.yaml").write_text("kaart-beheerder: nee\n", encoding="utf-8")
    before = contents(tmp_path)
    options = ("--groep", "ggd", "--antwoorden", tmp_path / "a.yaml")
    said = run(capsys, "interview", dossier, "--informant", name, *options)
    assert said.code == 2
    assert "Oplossing: Geef alleen de korte naam" in said.all
    assert contents(tmp_path) == before


@pytest.mark.parametrize("length", [61, 300, 5000])
def test_a_name_that_is_too_long_is_told(
    dossier: Path, capsys: pytest.CaptureFixture[str], length: int
) -> None:
    before = contents(dossier)
    said = run(capsys, "interview", dossier, "--informant", "a" * length, "--groep", "ggd")
    assert said.code == 2
    assert f"hoogstens 60 tekens, en dit zijn er {length}" in said.all
    assert "a" * 61 not in said.err
    assert contents(dossier) == before
