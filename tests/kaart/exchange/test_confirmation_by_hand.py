"""What is no answer is told with its place, and holds up the confirmation until somebody has read it."""

from __future__ import annotations

import io
from dataclasses import replace

import openpyxl
import pytest
from openpyxl.comments import Comment
from tests.kaart.exchange.replies import ANSWERED, answered, batch_of, form_of, number_of, quoted, reply
from tests.kaart.samples import kaart_file, service

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import WrongUseError
from psoh_cli.kaart.exchange.confirmation.mail import write_mail
from psoh_cli.kaart.exchange.confirmation.mail_reading import read_mail
from psoh_cli.kaart.exchange.confirmation.reading_file import read_told
from psoh_cli.kaart.exchange.confirmation.sheet import SHEET
from psoh_cli.kaart.exchange.confirmation.xlsx_file import write_xlsx
from psoh_cli.kaart.exchange.incoming import Batch
from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.role import sound_role

KAART = kaart_file(
    service(talen=["nl"], kosten_client="gratis", wachttijd={"weken": 6, "gemeten_op": "2026-01"})
)
FORM = form_of(KAART)
MAIL = answered(write_mail(FORM), {"1.0": "klopt", "2.0": "klopt"})
DAY = PartialDate(2026, 11, 25)


def read(mail: str) -> Batch:
    return batch_of(read_mail(mail, name="m"), KAART)


def confirmed(batch: Batch) -> set[str]:
    return {item.id for item in batch.entries if item.values.get("gecontroleerd_op") == DAY}


@pytest.mark.parametrize(
    ("mail", "line"),
    [
        ("Let op: wij zijn gestopt met de inloop per 1 januari.\n\n" + MAIL, 1),
        (MAIL + "\nP.S. dinsdag zijn we dicht, Groet Jan\n", MAIL.count("\n") + 2),
        (MAIL + "\nMet vriendelijke groet,\nIemand\nP.S. we stoppen per 1 mei\n", MAIL.count("\n") + 4),
        ("Groeten, wij zijn gestopt\n" + quoted(MAIL), 1),
        ("Beste collega, wij stoppen.\n" + MAIL, 1),
        ("Onderwerp: we stoppen per 1 mei\n" + MAIL, 1),
        ("Alles klopt, behalve de dinsdag\n" + MAIL, 1),
        ("==== let op: we zijn dicht ====\n" + MAIL, 1),
    ],
    ids=[
        "above",
        "below",
        "in-signature",
        "greeting",
        "opening",
        "subject",
        "all-but",
        "ruled",
    ],
)
def test_a_line_that_cannot_be_placed_holds_everything_up(mail: str, line: int) -> None:
    batch = read(mail)
    (found,) = batch.not_understood
    assert found.place.line == line
    assert found.why.startswith("lees dit zelf, het is geen antwoord op een vraag: '")
    assert "--zelf-gelezen" in found.remedy
    assert "Jan" not in found.text
    assert confirmed(batch) == set()
    assert not any("wachttijd" in item.values for item in batch.entries)


def test_what_is_put_in_our_own_words_holds_everything_up() -> None:
    batch = read(MAIL.replace("wat nog klopt.", "wat nog klopt. Wij zijn verhuisd."))
    assert any("Wij zijn" in item.why for item in batch.not_understood)
    assert confirmed(batch) == set()


def test_a_line_among_the_questions_of_one_entry_holds_up_that_one() -> None:
    batch = read(MAIL.replace("[d:dienst", "Dit is veranderd.\n[d:dienst"))
    assert "boven deze vragen staat" in batch.not_understood[0].why
    inside = read(MAIL.replace("\n2.0 ", "\nDit is veranderd.\n2.0 "))
    assert [item.place.line for item in inside.not_understood] == [
        MAIL[: MAIL.index("\n2.0 ")].count("\n") + 2
    ]
    assert confirmed(inside) == {"huis"}


def test_who_has_read_it_confirms_after_all() -> None:
    told = read_mail("Wij hebben een nieuwe site.\n" + MAIL, name="m")
    assert confirmed(batch_of(told, KAART)) == set()
    batch = batch_of(told, KAART, when=replace(ANSWERED, has_read=True))
    assert confirmed(batch) == {"huis", "dienst"}
    assert len(batch.not_understood) == 1


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (
            "Beste mensen,\n\nHierbij onze antwoorden.\n\n",
            "\n\nMet vriendelijke groet,\n\nI. Emand\nTeam Noord\n",
        ),
        ("Goedemiddag,\n", "\nGroetjes\nVerzonden vanaf mijn telefoon\n"),
        (
            "Van: info@huis.example\nVerzonden: maandag 23 november 2026 10:00\nAan: beleid@dordrecht.example\n",
            "",
        ),
        ("Op ma 23 nov. 2026 om 10:00 schreef Beleid Dordrecht\n<beleid@dordrecht.example>:\n\n", ""),
        (
            "Dank voor uw mail.\nZie hieronder.\n-----Oorspronkelijk bericht-----\n",
            "\n-- \nHuis, Marktplein 1\n",
        ),
    ],
    ids=["letter", "telephone", "head", "quoted-head", "thanks"],
)
@pytest.mark.parametrize("is_quoted", [False, True], ids=["plain", "quoted"])
def test_a_greeting_a_signature_and_a_head_hold_nothing_up(above: str, below: str, is_quoted: bool) -> None:
    batch = read(above + (quoted(MAIL) if is_quoted else MAIL) + below)
    assert [item.why for item in batch.not_understood] == []
    assert confirmed(batch) == {"huis", "dienst"}
    told = any(line.startswith("Overgeslagen als aanhef, groet of kop van de mail") for line in batch.remarks)
    assert told or above.startswith("Op ma")


def test_what_is_about_a_person_is_covered() -> None:
    batch = read("Bel Jan Jansen 06-8765\N{ZERO WIDTH SPACE}4321, BSN 111222333\n" + MAIL)
    preview = compare(batch, own=KAART)
    (found,) = preview.not_understood
    assert not any(word in f"{found.text}{found.why}" for word in ("Jansen", "4321", "111222333"))
    hidden = reply(KAART, {"aanbod": "\u202e bel Jan Jansen 06-87654321, BSN 111222333"})
    (found,) = compare(hidden, own=KAART).not_understood
    assert not any(
        word in f"{found.text}{found.why}{found.remedy}" for word in ("Jansen", "4321", "111222333")
    )


@pytest.mark.parametrize(
    ("key", "said", "why"),
    [
        ("alles", "klopt?", "alleen staan dat alles klopt"),
        ("talen", "klopt?", "vraagteken"),
        ("wachttijd", "8 weken?", "vraagteken"),
        ("status", "weg", "niet of de dienst gestopt is"),
        ("wachttijd", "onbekend", "kan betekenen dat u het niet weet"),
        ("kosten_client", "onbekend", "kan betekenen dat u het niet weet"),
    ],
)
def test_no_answer_is_lost(key: str, said: str, why: str) -> None:
    batch = reply(KAART, {key: said})
    (found,) = batch.not_understood
    assert why in found.why
    assert not any("niets ingevuld" in line and "Dienst" in line for line in batch.remarks)
    assert [item for item in batch.entries if item.values] == []


def test_answers_that_differ_are_told_with_their_lines() -> None:
    cost = number_of(FORM, "kosten_client")
    first, second = (answered(write_mail(FORM), {cost: said}) for said in ("weg", "eigen bijdrage"))
    batch = read(first + second)
    (found,) = batch.not_understood
    assert "verschillende antwoorden: 'weg' (regel " in found.why
    assert not any("kosten_client" in item.values for item in batch.entries)
    again = read(first + quoted(write_mail(FORM)))
    assert [dict(item.values) for item in again.entries] == [{"kosten_client": None}]
    by_number = read(f"{cost} eigen bijdrage\n\n{quoted(first)}")
    assert "verschillende antwoorden" in by_number.not_understood[0].why


def workbook(**cells: str) -> Batch:
    """Answer that all holds, and put words in cells of the workbook."""
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(FORM)))
    page = book[SHEET]
    for row in page.iter_rows():
        if row[1].value == "alles":
            row[4].value = "klopt"
    for cell, text in cells.items():
        page[cell].value = text
    return from_book(book)


def from_book(book: openpyxl.Workbook) -> Batch:
    into = io.BytesIO()
    book.save(into)
    return batch_of(read_told(into.getvalue(), "v.xlsx"), KAART)


def test_beside_and_below_the_table_of_a_workbook() -> None:
    assert confirmed(workbook()) == {"huis", "dienst"}
    assert workbook().not_understood == ()
    beside = workbook(H12="dit is veranderd")
    assert [(item.place.row, item.place.column) for item in beside.not_understood] == [(12, "H")]
    assert confirmed(beside) == {"dienst"}
    below = workbook(C90="We zijn verhuisd")
    assert [item.place.row for item in below.not_understood] == [90]
    assert confirmed(below) == set()
    assert "ook een nieuwe waarde" in workbook(F11="maar niet op dinsdag").not_understood[0].why


def test_a_note_in_a_workbook_is_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_xlsx(FORM)))
    book[SHEET]["D12"].comment = Comment("we stoppen", "w")
    assert "opmerking of tekstvak" in from_book(book).not_understood[0].why


def test_what_is_attached_to_a_mail_is_told() -> None:
    head = "From: a@x.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=q\n\n"
    body = f"--q\nContent-Type: text/plain; charset=utf-8\n\n{MAIL}\n"
    extra = "--q\nContent-Type: application/pdf\nContent-Disposition: attachment; filename=lijst.pdf\n\nx\n--q--\n"
    batch = batch_of(read_told((head + body + extra).encode(), "m.eml"), KAART)
    assert "bijlage lijst.pdf" in batch.not_understood[0].why
    assert confirmed(batch) == set()


def test_an_answer_that_is_not_understood_holds_up_its_entry() -> None:
    last = form_of(KAART).parts[1].lines[-1].number
    batch = read(answered(MAIL, {last: "\n\nwe stoppen hiermee"}))
    assert len(batch.not_understood) == 1
    assert confirmed(batch) == {"huis"}
    lost = read(f"9.9 gestopt\n\n{MAIL}")
    assert confirmed(lost) == set()


def test_a_waiting_time_that_was_only_measured_again_shows_both_days() -> None:
    (found,) = compare(reply(KAART, {"wachttijd": "klopt"}), own=KAART).changed
    assert [(item.before, item.after) for item in found.fields] == [
        ("6 weken (gemeten op januari 2026)", "6 weken (gemeten op 25 november 2026)")
    ]


def test_texts_that_differ_far_on_show_where() -> None:
    long = "woorden " * 30
    kaart = kaart_file(service(aanbod=f"{long}op dinsdag"))
    (found,) = compare(reply(kaart, {"aanbod": f"{long}op maandag"}), own=kaart).changed
    assert [(item.before, item.after) for item in found.fields] == [("…dinsdag", "…maandag")]


@pytest.mark.parametrize(
    "role", ["Jan de Vries", "jan de vries", "J. de Vries", "mw. Bakker", "beheerder 06-12345678", "Fatima"]
)
def test_a_role_is_no_person(role: str) -> None:
    with pytest.raises(WrongUseError, match="--door: hier lijkt") as stopped:
        sound_role(role)
    assert role not in f"{stopped.value.message}{stopped.value.remedy}"


@pytest.mark.parametrize(
    "role", ["beleidsadviseur", "Beleidsadviseur Sociaal Domein", "Wethouder", "KCC", "regisseur o.l.v. GGD"]
)
def test_a_function_is_a_role(role: str) -> None:
    assert sound_role(f" {role} ") == role
