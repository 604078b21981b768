"""What goes along with a list and what follows on one that came back: the mail, who gets none, and the next step."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from tests.rounds.test_lists_sent_and_read import NEW, Psoh, dossier, fill, list_of, psoh, values

from psoh_cli.errors import UnwritableError
from psoh_cli.files import disk
from psoh_cli.interview.forms.form import Form
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.rounds.round_file import read_round
from psoh_cli.sitting.mailing import minutes
from psoh_cli.terminal import console
from psoh_cli.vocabulary import InvitationState

__all__ = ["dossier", "psoh"]

TALK = ("--informant", "gesprek", "--groep", "statushouders", "--rol", "Gespreksleider")


def test_the_mail_says_how_long_by_when_who_reads_and_what_comes_of_it(psoh: Psoh, dossier: Path) -> None:
    code, said, talk = psoh("formulier", dossier, *NEW, "--terug-voor", "2026-12-04")
    assert code == 0
    for words in (
        "ongeveer 20 minuten", "vóór 4 december 2026", "vrijwillig", "Wie leest dit?", "klankbordgroep",
        "geen namen van mensen", "[uw naam en functie]", "Excel",
    ):  # fmt: skip
        assert words in said
    assert "browser" not in said
    assert "afgeleid" in talk


def test_whoever_leads_a_talk_gets_a_mail_of_their_own(psoh: Psoh, dossier: Path) -> None:
    _, said, _ = psoh("formulier", dossier, *TALK, "--format", "docx")
    assert "Een gesprek met statushouders" in said
    assert "een deel dat anderen niet zien" not in said
    assert "hoeveel mensen meededen" in said
    assert "[datum]" in said


@pytest.mark.parametrize(
    ("day", "word"),
    [("2026-11-22", "niet later dan"), ("2026-12", "hele dag"), ("morgen", "--terug-voor")],
)
def test_a_day_by_which_nothing_can_come_back_is_refused(
    psoh: Psoh, dossier: Path, day: str, word: str
) -> None:
    code, _, talk = psoh("formulier", dossier, *NEW, "--terug-voor", day)
    assert (code, word in talk.replace("\n", " ")) == (2, True)
    assert not list_of(dossier).exists()


def test_with_all_each_shape_has_its_own_mail_and_a_talk_gets_no_list(psoh: Psoh, dossier: Path) -> None:
    for name, group, shape in (("een", "welzijn", "html"), ("twee", "huisarts", "xlsx")):
        psoh("plan", dossier, "--informant", name, "--groep", group, "--rol", "Coach", "--vorm", shape)
    psoh("plan", dossier, *TALK)
    _, said, talk = psoh("formulier", dossier, "--allen")
    assert said.count("Onderwerp:") == 2
    assert (said.count("browser"), said.count("Excel")) == (1, 1)
    assert "mail aan een:" in talk
    assert "gesprek" in talk.replace("\n", " ").partition("Overgeslagen")[2]
    assert not list_of(dossier, "gesprek").exists()


def test_who_answered_all_or_dropped_out_gets_no_list(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    psoh("plan", dossier, "--informant", "huisarts-linde", "--stand", "vervallen")
    code, _, talk = psoh("formulier", dossier, "--informant", "huisarts-linde", "--overschrijf")
    assert (code, "doet niet meer mee" in talk.replace("\n", " ")) == (2, True)


def test_how_many_took_part_goes_to_the_round(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *TALK)
    back = fill(list_of(dossier, "gesprek"), {"sh-thuis-voelen": "De taal"}, to=dossier.parent / "terug.xlsx")
    _with_count(back, 7)
    code, said, _ = psoh("lees", dossier, back, "--toepassen")
    assert (code, "Aantal deelnemers volgens de lijst: 7" in said) == (0, True)
    assert read_round(dossier).invitation["gesprek"].participants == 7


def test_what_was_not_understood_comes_with_a_next_step(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    cells = {"vast-contact": "ja, meestal", "wachttijd-weken": "ca. 16-20"}
    back = fill(list_of(dossier), cells, to=dossier.parent / "terug.xlsx")
    code, said, _ = psoh("lees", dossier, back)
    assert code == 1
    assert "psoh interview dossier --informant huisarts-linde" in said.replace(str(dossier), "dossier")
    mail = said.partition("Onderwerp:")[2]
    assert mail.count("U schreef:") == 2
    assert "‘ja, meestal’" in mail
    assert "psoh" not in mail
    found = json.loads(psoh("lees", dossier, back, "--json")[1])["bestanden"][0]
    assert found["mail"].startswith("Onderwerp:")


def test_when_quiet_only_what_needs_somebody_is_said(
    psoh: Psoh, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    psoh("formulier", dossier, *NEW)
    cells = {"vast-contact": "Ja", "terugkoppeling": "soms"}
    back = fill(list_of(dossier), cells, to=dossier.parent / "terug.xlsx")
    monkeypatch.setattr(console, "is_quiet", lambda: True)
    _, said, _ = psoh("lees", dossier, back, "--toepassen")
    assert "Nieuw" not in said
    assert "Niet begrepen (1):" in said


def test_one_answer_stands_and_two_stand(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    _, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert "1 antwoord van Huisarts staat in" in talk.replace("\n", " ")


def test_a_list_of_today_makes_an_older_interview_one_of_today(psoh: Psoh, dossier: Path) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    psoh("lees", dossier, back, "--toepassen")
    path = dossier / "interviews" / "huisarts-linde.yaml"
    path.write_text(path.read_text("utf-8").replace('"2026.2"', '"2026.1"'), "utf-8")
    fill(list_of(dossier), {"vast-contact": "Nee"}, to=back)
    assert psoh("lees", dossier, back, "--toepassen")[0] == 0
    informant, _ = read_interview(path)
    assert informant is not None
    assert informant.interview.knowledge_version == "2026.2"
    assert values(dossier) == {"vast-contact": ("nee",)}


def test_a_round_that_could_not_be_written_is_mended_by_the_same_command(
    psoh: Psoh, dossier: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    psoh("formulier", dossier, *NEW)
    back = fill(list_of(dossier), {"vast-contact": "Ja"}, to=dossier.parent / "terug.xlsx")
    write = disk.write_bytes

    def no_round(path: Path, data: bytes) -> None:
        if path.name == "ronde.yaml":
            raise UnwritableError("ronde.yaml is niet geschreven.", remedy="Maak ruimte.")
        write(path, data)

    monkeypatch.setattr(disk, "write_bytes", no_round)
    _, _, talk = psoh("lees", dossier, back, "--toepassen")
    assert "opnieuw met --toepassen" in talk.replace("\n", " ")
    assert read_round(dossier).invitation["huisarts-linde"].state is InvitationState.INVITED
    monkeypatch.setattr(disk, "write_bytes", write)
    psoh("lees", dossier, back, "--toepassen")
    assert read_round(dossier).invitation["huisarts-linde"].state is InvitationState.BUSY


def test_the_minutes_go_up_with_the_questions() -> None:
    form = Form(
        gemeente="V", code="GM9999", informant="a", group="ggz", group_name="Ggz", role="R",
        made_on=date(2026, 11, 22), knowledge_version="2026.2", questions=(),
    )  # fmt: skip
    assert minutes(form) == 5


def _with_count(path: Path, count: int) -> None:
    from openpyxl import load_workbook

    book = load_workbook(path)
    row = next(row for row in book["Vragen"].iter_rows() if str(row[3].value).startswith("Aantal deelnemers"))
    row[4].value = count
    book.save(path)
