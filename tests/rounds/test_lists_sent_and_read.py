"""`psoh ronde formulier` and `psoh ronde lees` as somebody types them: sent, filled in, looked at, written."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.errors import UnwritableError
from psoh_cli.files import disk
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.rounds.round_file import read_round
from psoh_cli.terminal import console
from psoh_cli.vocabulary import InterviewForm, InvitationState

Psoh = Callable[..., tuple[int, str, str]]
GEMEENTE = 'formaat: "1"\nkennisversie: "2026.2"\ncode: GM9999\nnaam: Voorbeeldstad\n'
NEW = ("--informant", "huisarts-linde", "--groep", "huisarts", "--rol", "Huisarts")


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "gemeente.yaml").write_text(GEMEENTE, "utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 11, 22))
    monkeypatch.chdir(tmp_path)
    return folder


@pytest.fixture
def psoh(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Psoh:
    def run_it(*arguments: str | Path, lines: str = "", terminal: bool = False) -> tuple[int, str, str]:
        monkeypatch.setattr("sys.stdin", io.StringIO(lines))
        monkeypatch.setattr(console, "is_interactive", lambda: terminal)
        code = run(["ronde", *map(str, arguments)])
        captured = capsys.readouterr()
        return code, captured.out, captured.err

    return run_it


def list_of(dossier: Path, name: str = "huisarts-linde") -> Path:
    return dossier / "vragenlijsten" / f"vragenlijst-{name}.xlsx"


def fill(path: Path, cells: dict[str, str], *, to: Path, without_hidden: bool = False) -> Path:
    """Fill in the answer of questions, as a partner does."""
    book = load_workbook(path)
    page = book["Vragen"]
    for row in range(1, page.max_row + 1):
        name, part = page.cell(row, 1).value, page.cell(row, 2).value
        if name in cells and not part:
            page.cell(row, 5).value = cells[name]
    if without_hidden:
        book.remove(book["psoh"])
    book.save(to)
    return to


def values(dossier: Path, name: str = "huisarts-linde") -> dict[str, tuple[str, ...]]:
    informant, _ = read_interview(dossier / "interviews" / f"{name}.yaml")
    assert informant is not None
    return {question: answer.values for question, answer in informant.answers.items()}


def test_a_list_goes_out_comes_back_is_shown_and_then_written_once(psoh: Psoh, dossier: Path) -> None:
    code, said, _ = psoh("formulier", dossier, *NEW, "--organisatie", "Praktijk De Linde")
    assert (code, said.splitlines()[0]) == (
        0, "Onderwerp: Uw kijk op de hulp aan statushouders in Voorbeeldstad",
    )  # fmt: skip
    invited = read_round(dossier).invitation["huisarts-linde"]
    assert (invited.state, invited.form) == (InvitationState.INVITED, InterviewForm.XLSX)

    back = fill(
        list_of(dossier), {"vast-contact": "Ja", "wachttijd-weken": "6"}, to=dossier.parent / "terug.xlsx"
    )
    code, said, talk = psoh("lees", dossier, back)
    assert code == 0
    assert "Nieuw (2):" in said
    assert "--toepassen" in talk
    assert not (dossier / "interviews").exists()

    code, _, _ = psoh("lees", dossier, back, "--toepassen", "--op", "2026-11-20")
    assert (code, values(dossier)) == (0, {"vast-contact": ("ja",), "wachttijd-weken": ("6",)})
    assert read_round(dossier).invitation["huisarts-linde"].state is InvitationState.BUSY

    before = (
        (dossier / "interviews" / "huisarts-linde.yaml").read_bytes(),
        (dossier / "ronde.yaml").read_bytes(),
    )
    code, said, _ = psoh("lees", dossier, back, "--toepassen")
    assert (code, "Er verandert niets." in said) == (0, True)
    assert before == (
        (dossier / "interviews" / "huisarts-linde.yaml").read_bytes(), (dossier / "ronde.yaml").read_bytes(),
    )  # fmt: skip


def test_what_it_would_become_is_shown_beside_what_it_was(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    for word in ("Ja", "Nee"):
        back = fill(list_of(dossier), {"vast-contact": word}, to=dossier.parent / f"{word}.xlsx")
        code, said, _ = psoh("lees", dossier, back, "--toepassen")
        assert code == 0
    assert [line.strip() for line in said.splitlines() if ":  " in line or "wordt:" in line] == [
        "was:   Ja", "wordt: Nee",
    ]  # fmt: skip
    assert values(dossier) == {"vast-contact": ("nee",)}


def test_a_name_waits_and_the_analysis_goes_on(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    book = load_workbook(list_of(dossier))
    page = book["Vragen"]
    at = next(row for row in range(1, page.max_row + 1) if page.cell(row, 1).value == "vast-contact")
    page.cell(at, 5).value, page.cell(at, 7).value = "Ja", "mevrouw A. de Groot (a.degroot@praktijk.example)"
    back = dossier.parent / "terug.xlsx"
    book.save(back)
    code, said, talk = psoh("lees", dossier, back, "--toepassen")
    assert (code, "de Groot" in said) == (1, False)
    assert "Wacht op u, want het lijkt over een persoon te gaan (1):" in said
    assert f"rij {at}, kolom Opmerking" in said
    assert "Let op: 1 tekst is niet overgenomen." in " ".join(talk.split())
    assert values(dossier) == {"vast-contact": ("ja",)}
    interview = dossier / "interviews" / "huisarts-linde.yaml"
    assert "de Groot" not in interview.read_text("utf-8")
    assert json.loads(psoh("lees", dossier, back, "--json")[1])["bestanden"][0]["wacht_op_u"]
    code, said, _ = psoh("lees", dossier, back, "--toepassen", "--zelf-gelezen")
    assert (code, "Let op (1):" in said) == (0, True)
    assert "de Groot" in interview.read_text("utf-8")
    assert psoh("lees", dossier, back)[0] == 0


@pytest.mark.parametrize(("day", "column"), [("31-2-2026", 4), ("1-2-0026", 5)])
def test_a_day_that_is_none_is_told_and_nothing_is_written_until_somebody_tells_it(
    psoh: Psoh, dossier: Path, column: int, day: str
) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    book = load_workbook(back)
    page = book["Vragen"]
    at = next(row for row in range(1, 20) if str(page.cell(row, 4).value).startswith("Ingevuld op"))
    cell = page.cell(at, column)
    cell.value = f"{cell.value or ''} {day}".strip()
    book.save(back)
    code, said, talk = psoh("lees", dossier, back)
    assert code == 1
    assert f"‘{day}’: bij ‘Ingevuld op’ staat geen hele dag" in said
    assert "pas iets als u zegt op welke dag" in " ".join(talk.split())
    code, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert (code, (dossier / "interviews").exists()) == (2, False)
    assert "--op DATUM" in talk
    assert psoh("lees", dossier, back, "--toepassen", "--op", "2026-11-01")[0] == 0
    assert "2026-11-01" in (dossier / "interviews" / "huisarts-linde.yaml").read_text("utf-8")


def test_at_a_terminal_psoh_asks_first(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    psoh("lees", dossier, back, lines="nee\n", terminal=True)
    assert not (dossier / "interviews").exists()
    psoh("lees", dossier, back, lines="ja\n", terminal=True)
    assert values(dossier) == {"vast-contact": ("ja",)}


def test_each_file_stands_on_its_own(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    good = fill(
        list_of(dossier), {"vast-contact": "Ja", "terugkoppeling": "soms"}, to=dossier.parent / "goed.xlsx"
    )
    (dossier.parent / "scan.pdf").write_bytes(b"%PDF-1.7\n")
    code, said, talk = psoh("lees", dossier, dossier.parent / "scan.pdf", good, good, "--toepassen", "--json")
    found = json.loads(said)["bestanden"]
    assert code == 2
    assert [("fout" in item, item.get("geschreven")) for item in found] == [
        (False, True), (True, None), (True, None),
    ]  # fmt: skip
    assert "ook een lijst van 'huisarts-linde'" in found[2]["fout"]
    assert found[0]["niet_begrepen"][0]["tekst"] == "soms"
    assert "ook een lijst van 'huisarts-linde'" in found[2]["fout"]
    assert found[0]["niet_begrepen"][0]["plek"].startswith("goed.xlsx, blad Vragen, rij ")
    assert values(dossier) == {"vast-contact": ("ja",)}
    assert "Traceback" not in talk


def test_a_cell_that_is_not_understood_gives_one(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "ja hoor"}, to=dossier.parent / "terug.xlsx")
    code, said, _ = psoh("lees", dossier, back)
    assert (code, "Niet begrepen (1):" in said) == (1, True)


def test_a_list_of_elsewhere_or_of_nobody_is_refused(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    code, _, talk = psoh("lees", dossier, back, "--informant", "ggd")
    assert (code, "niet van 'ggd'" in talk) == (2, True)
    (dossier / "ronde.yaml").unlink()
    code, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert (code, "niet bekend in dit dossier" in talk.replace("\n", " ")) == (2, True)
    (dossier / "gemeente.yaml").write_text(GEMEENTE.replace("9999", "0505"), "utf-8")
    code, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert (code, "een andere gemeente" in talk.replace("\n", " ")) == (2, True)
    assert not (dossier / "interviews").exists()


def test_without_the_hidden_sheet_psoh_asks_whose_it_is(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    to = dossier.parent / "terug.xlsx"
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=to, without_hidden=True)
    code, _, talk = psoh("lees", dossier, back)
    assert (code, "--informant NAAM" in talk) == (2, True)
    assert psoh("lees", dossier, back, "--informant", "huisarts-linde", "--toepassen")[0] == 0
    assert values(dossier) == {"vast-contact": ("ja",)}


def test_a_new_interview_is_one_write(psoh: Psoh, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    written: list[str] = []
    write = disk.write_bytes

    def noted(path: Path, data: bytes) -> None:
        written.append(path.name)
        write(path, data)

    monkeypatch.setattr(disk, "write_bytes", noted)
    assert psoh("lees", dossier, back, "--toepassen")[0] == 0
    assert written == ["huisarts-linde.yaml", "ronde.yaml"]


def test_a_disk_that_is_full_leaves_nothing_half(
    psoh: Psoh, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")

    def full(path: Path, data: bytes) -> None:
        raise UnwritableError(f"{path} is niet geschreven: de schijf is vol.", remedy="Maak ruimte.")

    monkeypatch.setattr(disk, "write_bytes", full)
    code, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert (code, "schijf is vol" in talk.replace("\n", " ")) == (2, True)
    assert not (dossier / "interviews" / "huisarts-linde.yaml").exists()


def test_everybody_who_is_not_done_gets_a_list(psoh: Psoh, dossier: Path) -> None:
    for name in ("een", "twee", "drie"):
        psoh("plan", dossier, "--informant", name, "--groep", "welzijn", "--rol", "Coach")
    psoh("plan", dossier, "--informant", "drie", "--stand", "vervallen")
    code, said, _ = psoh("formulier", dossier, "--allen", "--format", "html", "--json")
    found = json.loads(said)
    assert code == 0
    assert [(item["informant"], item["vorm"]) for item in found["bestanden"]] == [
        ("een", "html"),
        ("twee", "html"),
    ]
    assert all(Path(item["bestand"]).is_file() for item in found["bestanden"])


def test_a_list_that_may_be_filled_in_is_not_written_over(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    fill(list_of(dossier), {"vast-contact": "Ja"}, to=list_of(dossier))
    filled = list_of(dossier).read_bytes()
    code, _, talk = psoh("formulier", dossier, "--informant", "huisarts-linde")
    assert (code, "--overschrijf" in talk, list_of(dossier).read_bytes()) == (2, True, filled)
    assert psoh("formulier", dossier, "--informant", "huisarts-linde", "--overschrijf")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "--allen"),
        (("--informant", "nieuw"), "--groep"),
        (("--informant", "nieuw", "--groep", "bestaat-niet"), "bestaat niet"),
        (("--informant", "../elders", "--groep", "ggz"), "map interviews"),
        (("--informant", "nieuw", "--groep", "ggz", "--format", "pdf"), "xlsx, docx"),
        (("--informant", "nieuw", "--groep", "ggz", "--output", "lijst.docx"), "past niet"),
    ],
)
def test_wrong_use_says_what_to_do(psoh: Psoh, dossier: Path, arguments: tuple[str, ...], word: str) -> None:
    code, _, talk = psoh("formulier", dossier, *arguments)
    assert (code, word in talk.replace("\n", " ")) == (2, True)
    assert [path.name for path in dossier.iterdir()] == ["gemeente.yaml"]


def test_the_file_before_the_folder_is_told(psoh: Psoh, dossier: Path) -> None:
    (dossier / "lijst.xlsx").write_bytes(b"PK")
    code, _, talk = psoh("lees", dossier / "lijst.xlsx", dossier)
    assert (code, "noem eerst de map" in talk.replace("\n", " ")) == (2, True)


def test_a_word_file_that_nobody_touched_changes_nothing(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(
        list_of(dossier), {"vast-contact": "Ja", "wachttijd-weken": "6"}, to=dossier.parent / "terug.xlsx"
    )
    psoh("lees", dossier, back, "--toepassen")
    psoh("formulier", dossier, "--informant", "huisarts-linde", "--format", "docx", "--output", "lijst.docx")
    code, said, _ = psoh("lees", dossier, "lijst.docx", "--toepassen", "--json")
    found = json.loads(said)["bestanden"][0]
    assert (code, found["vorm"], found["geschreven"]) == (0, "docx", False)
    assert set(found["hetzelfde"]) == {"vast-contact", "wachttijd-weken"}


@pytest.mark.parametrize(
    ("version", "word"), [("2026.1", "psoh heeft nu"), ("2031.1", "nieuwere kennisversie")]
)
def test_a_list_of_another_version_is_read_and_told(
    psoh: Psoh, dossier: Path, version: str, word: str
) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    book = load_workbook(back)
    book["psoh"]["B5"].value = version
    book.save(back)
    code, said, _ = psoh("lees", dossier, back, "--json")
    found = json.loads(said)["bestanden"][0]
    assert (code, [item["vraag"] for item in found["nieuw"]]) == (0, ["vast-contact"])
    assert word in found["opmerkingen"][0]


def test_the_day_on_the_list_counts_unless_it_must_still_come(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    for said_on, counts in (("19-11-2026", "2026-11-19"), ("19-11-2031", None)):
        book = load_workbook(back)
        page = book["Vragen"]
        row = next(row for row in page.iter_rows() if str(row[3].value).startswith("Ingevuld op"))
        row[4].value = said_on
        book.save(back)
        found = json.loads(psoh("lees", dossier, back, "--json")[1])["bestanden"][0]
        assert (found["op"], bool(found["opmerkingen"])) == (counts, counts is None)
    assert psoh("lees", dossier, back, "--toepassen")[0] == 2
    assert not (dossier / "interviews").exists()


def test_an_older_list_leaves_a_newer_answer_until_somebody_says_so(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    newer = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "nieuw.xlsx")
    older = fill(list_of(dossier), {"vast-contact": "Nee"}, to=dossier.parent / "oud.xlsx")
    psoh("lees", dossier, newer, "--toepassen", "--op", "2026-10-01")
    code, said, _ = psoh("lees", dossier, older, "--toepassen", "--op", "2026-07-01")
    assert (code, values(dossier)) == (1, {"vast-contact": ("ja",)})
    assert "blijft:   Ja (1 oktober 2026)" in said
    assert "de lijst: Nee (1 juli 2026)" in said
    code, said, _ = psoh("lees", dossier, older, "--toepassen", "--op", "2026-07-01", "--vervang-nieuwer")
    assert (code, values(dossier)) == (0, {"vast-contact": ("nee",)})
    assert "was:   Ja (1 oktober 2026)" in said


def test_a_remark_that_somebody_takes_away_on_the_list_goes(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    first = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "een.xlsx")
    book = load_workbook(first)
    row = next(row for row in book["Vragen"].iter_rows() if row[0].value == "vast-contact")
    row[6].value = "Dit wil ik later terugnemen."
    book.save(first)
    psoh("lees", dossier, first, "--toepassen")
    psoh("formulier", dossier, "--informant", "huisarts-linde", "--overschrijf")
    book = load_workbook(list_of(dossier))
    row = next(row for row in book["Vragen"].iter_rows() if row[0].value == "vast-contact")
    assert row[6].value == "Dit wil ik later terugnemen."
    row[6].value = None
    book.save(dossier.parent / "terug.xlsx")
    code, said, _ = psoh("lees", dossier, dossier.parent / "terug.xlsx", "--toepassen")
    assert (code, "weggehaald: de opmerking" in said) == (0, True)
    assert "terugnemen" not in (dossier / "interviews" / "huisarts-linde.yaml").read_text("utf-8")


def test_who_had_lapsed_and_sends_a_list_takes_part_again_and_that_is_said(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    psoh("plan", dossier, "--informant", "huisarts-linde", "--stand", "vervallen")
    talk = " ".join(psoh("lees", dossier, back, "--toepassen")[2].split())
    assert "'huisarts-linde' stond op vervallen en doet nu weer mee" in talk
    assert "weer mee" not in psoh("lees", dossier, back, "--toepassen")[2]


def test_a_list_of_another_group_is_refused(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    psoh("plan", dossier, "--informant", "ggd-regio", "--groep", "ggd", "--rol", "GGD")
    book = load_workbook(fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx"))
    hidden = next(page for page in book.worksheets if page.sheet_state != "visible")
    cell = next(row[1] for row in hidden.iter_rows() if row[0].value == "informant")
    cell.value = "ggd-regio"
    book.save(dossier.parent / "terug.xlsx")
    code, _, talk = psoh("lees", dossier, dossier.parent / "terug.xlsx", "--toepassen")
    assert (code, "gemaakt voor de groep 'huisarts'" in " ".join(talk.split())) == (2, True)
    assert not (dossier / "interviews" / "ggd-regio.yaml").exists()


def test_who_stood_on_lapsed_is_named_before_anything_is_written(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    psoh("plan", dossier, "--informant", "huisarts-linde", "--stand", "vervallen")
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    assert "staat in ronde.yaml op vervallen" in " ".join(psoh("lees", dossier, back)[2].split())


def test_a_preview_shortens_a_long_text_and_shows_lines_behind_one_another(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    book = load_workbook(back)
    row = next(
        row for row in book["Vragen"].iter_rows() if row[0].value == "vast-contact" and not row[1].value
    )
    row[6].value = "Eerst dit.\nDan dat. " + "woord " * 300
    book.save(back)
    said = psoh("lees", dossier, back)[1]
    assert "Eerst dit. / Dan dat." in said
    assert "tekens)" in said
    assert "woord " * 100 not in said
