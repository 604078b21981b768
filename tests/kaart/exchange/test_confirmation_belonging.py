"""A reply speaks for one organization: what was put under another name, code or reference is told and not taken."""

from __future__ import annotations

import io
from datetime import date

import openpyxl
import pytest
from tests.kaart.exchange.replies import MADE_ON, answered, batch_of, form_of, number_of
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.dutch import PartialDate
from psoh_cli.kaart.exchange.confirmation.mail import write_mail
from psoh_cli.kaart.exchange.confirmation.mail_reading import read_mail
from psoh_cli.kaart.exchange.confirmation.reading_file import read_told
from psoh_cli.kaart.exchange.confirmation.sheet import SHEET
from psoh_cli.kaart.exchange.confirmation.xlsx_file import write_xlsx
from psoh_cli.kaart.exchange.incoming import Batch

KAART = kaart_file(
    service(talen=["nl"]),
    service(id="kookles", naam="Kookles", talen=["nl"]),
    service(id="crisis", naam="Crisisdienst", organisatie="ggz", talen=["nl"]),
).model_copy(update={"organizations": (organization(), organization(id="ggz", naam="GGZ"))})
FORM, OTHER = form_of(KAART), form_of(KAART, organization="ggz")
STATUS = number_of(FORM, "status")
SAID = answered(write_mail(FORM), {STATUS: "gestopt"})
STRANGE = answered(write_mail(OTHER), {number_of(OTHER, "status", of="crisis"): "gestopt"})
CODES = {part.id: f"[{part.reference} {part.mark}]" for form in (FORM, OTHER) for part in form.parts}
DIENST, KOOKLES = CODES["dienst"], CODES["kookles"]


def read(mail: str) -> Batch:
    return batch_of(read_mail(mail, name="m"), KAART)


def stopped(batch: Batch) -> set[str]:
    return {item.id for item in batch.entries if item.values.get("status") == "gestopt"}


def test_each_organization_answers_under_its_own_reference() -> None:
    assert stopped(read(SAID)) == {"dienst"}
    both = read(SAID + STRANGE)
    assert (stopped(both), both.not_understood) == ({"dienst", "crisis"}, ())
    assert "In dit bestand staan vraaglijsten van 'GGZ' en 'Huis'." in both.remarks


def part_of(mail: str, code: str) -> str:
    """Cut the questions about one entry out of a mail, with the heading above them."""
    start = mail.rindex("\n== ", 0, mail.index(code))
    return mail[start : mail.index("\n== ", mail.index(code))]


@pytest.mark.parametrize(
    ("mail", "why"),
    [
        (SAID.replace("\n== Einde", part_of(STRANGE, CODES["crisis"]) + "\n== Einde"), "dan het kenmerk"),
        (SAID + part_of(STRANGE, CODES["crisis"]), "dan de rest van dit bestand"),
        (SAID.replace("Kenmerk: huis", "Kenmerk: ggz"), "dat is van 'GGZ'"),
        (SAID.replace("Kenmerk: huis", "Kenmerk: nergens"), "'nergens', en die organisatie staat niet op deze"),
        (SAID.replace(DIENST, CODES["crisis"]), "dan het kenmerk"),
        (SAID.replace(DIENST, KOOKLES), "boven deze vragen staat 'Dienst', en de code is van 'Kookles'"),
        (SAID.replace(DIENST, "[d:dienst 000000]"), "niet de code die psoh gaf"),
        (SAID.replace(DIENST, "[d:dienst"), "ontbreekt de regel tussen vierkante haken"),
        (SAID.replace(f"\n{DIENST}\n", "\n"), "ontbreekt de regel tussen vierkante haken"),
        (SAID.replace("== 2. Dienst", "== 2. Iets anders"), "boven deze vragen staat 'Iets anders'"),
    ],
    ids=["pasted", "pasted-behind", "other-reference", "unknown-reference", "other-entry", "own-other-entry", "code",
         "half-code", "no-code", "heading"],
)  # fmt: skip
def test_what_belongs_to_another_is_told_and_not_taken(mail: str, why: str) -> None:
    batch = read(mail)
    told = [item.why for item in batch.not_understood]
    assert any(why in item for item in told), told
    keeps_its_own = why.startswith("dan ") and DIENST in mail
    assert stopped(batch) == ({"dienst"} if keeps_its_own else set())


def test_a_question_of_another_entry_is_not_taken_for_this_one() -> None:
    kookles = number_of(FORM, "status", of="kookles")
    mail = answered(write_mail(FORM), {kookles: "gestopt"})
    start = mail.index("\n== 3. Kookles")
    headless = mail[:start] + "\n" + mail[mail.index("3.1 Naam") :]
    batch = read(headless)
    assert stopped(batch) == set()
    assert any("dit nummer hoort bij een andere vermelding" in item.why for item in batch.not_understood)


def test_without_a_reference_one_organization_is_read_and_two_are_not() -> None:
    alone = read(SAID[: SAID.index("Kenmerk:")])
    assert stopped(alone) == {"dienst"}
    assert "Het kenmerk onder de vragen ontbreekt. psoh leest ze als die van 'Huis'." in alone.remarks
    both = read(SAID[: SAID.index("Kenmerk:")] + STRANGE[: STRANGE.index("Kenmerk:")])
    assert stopped(both) == set()


def test_a_day_that_is_still_to_come_is_told() -> None:
    mail = answered(write_mail(FORM), {"2.0": "klopt"}).replace(MADE_ON.isoformat(), "2099-01-01")
    batch = read(mail)
    assert any("1 januari 2099, en dat is na de dag van het antwoord" in line for line in batch.remarks)
    assert [item.values["gecontroleerd_op"] for item in batch.entries] == [PartialDate(2026, 11, 25)]


def test_in_a_workbook_too() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(FORM)))
    row = next(
        row for row in book[SHEET].iter_rows() if (row[0].value, row[1].value) == ("d:dienst", "status")
    )
    row[0].value, row[4].value, row[5].value = "d:crisis", "wijzigen", "gestopt"
    hidden = book["psoh"]
    hidden["A4"].value = "d:crisis"
    into = io.BytesIO()
    book.save(into)
    batch = batch_of(read_told(into.getvalue(), "v.xlsx"), KAART)
    assert batch.entries == ()
    assert any("'Crisisdienst' is van een andere organisatie" in item.why for item in batch.not_understood)


def test_in_a_workbook_the_question_fits_its_field() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(FORM)))
    row = next(
        row for row in book[SHEET].iter_rows() if (row[0].value, row[1].value) == ("d:dienst", "aanbod")
    )
    row[1].value, row[4].value, row[5].value = "status", "wijzigen", "gestopt"
    into = io.BytesIO()
    book.save(into)
    batch = batch_of(read_told(into.getvalue(), "v.xlsx"), KAART)
    assert stopped(batch) == set()
    assert any("hoort nu niet bij deze vermelding" in item.why for item in batch.not_understood)


def test_the_day_of_each_sheet_is_its_own() -> None:
    told = read_mail(SAID + STRANGE.replace(MADE_ON.isoformat(), "2026-01-01"), name="m")
    assert {part.organization: part.made_on for part in told.parts} == {
        "huis": MADE_ON,
        "ggz": date(2026, 1, 1),
    }
