"""Make the spreadsheets of the tests anew, as partners would: `python -m tests.kaart.exchange.make_foreign`.

The workbooks go through LibreOffice, so that they hold what a real program writes. All of it is invented.
"""

from __future__ import annotations

import csv
import io
import subprocess
import tempfile
from datetime import date
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from openpyxl.styles import Font, PatternFill

DATA = Path(__file__).parent / "data"

_WELFARE: list[list[Any]] = [
    ["Overzicht aanbod nieuwkomers Voorbeeldstad", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["Stichting Welzijn Oost, versie maart 2024", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["Organisatie", "Activiteit", "Korte omschrijving", "Doelgroep", "Leeftijd", "Taal/talen", "Tolk", "Wanneer",
     "Kosten", "Aanmelden via", "Tel.", "Mail", "Laatst bijgewerkt"],
    ["Stichting Welzijn Oost", "Taalcafé", "Samen Nederlands oefenen bij de koffie", "statushouders", "18+",
     "arabisch, tigrinya", "ja", "di 10.00-12.00 uur", "gratis", "inloop", "078-1234567",
     "info@welzijn-oost.example",
     "1-2-24"],
    ["", "Vrouwengroep Samen Sterk", "", "vrouwen", "", "Arabisch/ Dari en Farsi", "nee", "woensdag 9:30 - 11:30",
     "€ 2,50",
     "", "", "", "12-3-24"],
    ["", "Maatjesproject", "Een maatje voor een jaar", "volwassenen; jongeren", "16 jaar en ouder", "", "?",
     "op afspraak",
     "", "bellen of mailen", "", "maatjes@welzijn-oost.example", ""],
    ["", "", "", "", "", "", "", "", "", "", "", "", ""],
    ["Vluchtelingenhulp Voorbeeldstad", "Inloopspreekuur", "Hulp bij brieven en formulieren", "iedereen", "",
     "Engels; Tigrinia",
     "telefonisch", "ma t/m do 9.00-12.30", "geen", "vrije inloop", 781234568,
     "mailto:spreekuur@vluchtelingenhulp.example",
     date(2024, 2, 15)],
    ["Vluchtelingenhulp Voorbeeldstad", "Rouwgroep", "", "ouders", "25 t/m 60", "farsi", "", "", "", "",
     "06-12345678",
     "fatima.voorbeeld@vluchtelingenhulp.example", "feb 2024"],
    ["Huisartsenpraktijk De Linde", "POH-GGZ", "Gesprekken over stress en slapen", "volwassenen", "vanaf 18", "",
     "op aanvraag",
     "", "eigen risico", "huisarts", "(078) 765 43 21", "", "2/3/2024"],
    ["GGZ De Brug", "Behandeling trauma", "", "volwasenen", "18-65", "Arabisch, Klingon", "ja", "", "eigen risico",
     "verwijsbrief", "078 111 22 33", "aanmelden@ggzdebrug.example", "2023"],
    ["Laatst bijgewerkt: maart 2024, door de coördinator", "", "", "", "", "", "", "", "", "", "", "", ""],
]  # fmt: skip

_GROUPS: list[list[Any]] = [
    ["Sociale kaart regio Polderland", "", "", "", "", "", "", "", "", "", "", ""],
    ["Aanbieder", "", "Aanbod", "", "", "Contact", "", "", "Talen", "", "", "Opmerkingen"],
    ["Naam", "Soort organisatie", "Naam", "Wachtlijst", "Postcode/plaats", "Contactpersoon", "Telefoonnr", "E-mail",
     "Arabisch", "Tigrinya", "Oekraïens", ""],
    ["Wijkteam Noord", "wijkteam", "Hulp aan huis", "6 weken", "1234 AB Voorbeeldstad", "receptie", 612345678, "",
     "x", "", "", ""],
    ["Wijkteam Noord", "wijkteam", "Opvoedcursus", "4-6 weken", "1234AB  Voorbeeldstad", "Sara Bakker", "020-1234567",
     "noord@wijkteam.example", "", "x", "v", "Start na de zomer"],
    ["Moskee Al Voorbeeld", "zelforganisatie", "Vrouwenochtend", "geen", "4321 ZZ Polderdam", "", "020 765 4321",
     "", "✓",
     "", "-", "Vraag naar de kosten"],
    ["Totaal", "", 3, "", "", "", "", "", "", "", "", ""],
]  # fmt: skip

_COMMA = [
    ["naam organisatie", "aanbod", "voor wie", "leeftijd", "talen", "kosten", "website", "telefoon", "kenmerk"],
    ["Café Zuid", "Koffieochtend, elke week", "iedereen", "alle leeftijden", "Nederlands, Engels", "€ 0",
     "www.cafezuid.example",
     "0201234567", "A1"],
    ["Café Zuid", "Fietslessen voor vrouwen", "vrouwen", "16+", "Somalisch", "€ 5,-", "cafezuid.example/fietsen",
     "", "B2"],
    ["Geloofsgemeenschap \"De Bron\"", "Maaltijd en gesprek", "gezinnen", "", "oekraïens & russisch",
     "vrijwillige bijdrage", "",
     "085-1234567", ""],
]  # fmt: skip

_TABS = [
    ["Instantie", "Product", "Beschrijving", "Wachttijd (weken)", "Telefoonnummer", "Peildatum"],
    ["Jeugdhulp Middenland", "Kindergroep", "Groep voor kinderen van 8 tot en met 12 jaar", "8", "088 1234567",
     "1 februari 2024"],
    ["Jeugdhulp Middenland", "Ouderavonden", "", "", "088 1234567", "45350"],
]  # fmt: skip


def make_all() -> None:
    """Make every file in `data`."""
    DATA.mkdir(exist_ok=True)
    _workbook("welzijn-oost", _WELFARE, title_width=13, kinds=("ods", "xls"), merged=((5, 7),))
    _workbook("polderland", _GROUPS, title_width=12, kinds=("xlsx",), header=(2, 3))
    (DATA / "cafe-zuid.csv").write_bytes(_text(_COMMA, sign=",", newline="\r\n").encode("cp1252"))
    (DATA / "jeugdhulp.txt").write_bytes(_text(_TABS, sign="\t", newline="\r\n").encode("utf-16"))


def _workbook(
    name: str,
    rows: list[list[Any]],
    *,
    title_width: int,
    kinds: tuple[str, ...],
    header: tuple[int, ...] = (4,),
    merged: tuple[tuple[int, int], ...] = (),
) -> None:
    book = Workbook()
    sheet = book.active
    sheet.title = "Blad1"
    for cells in rows:
        sheet.append([None if cell == "" else cell for cell in cells])
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=title_width)
    for first, last in merged:
        sheet.merge_cells(start_row=first, end_row=last, start_column=1, end_column=1)
    if len(header) > 1:
        for left, right in ((1, 2), (3, 5), (6, 8), (9, 11)):
            sheet.merge_cells(start_row=header[0], end_row=header[0], start_column=left, end_column=right)
        sheet.merge_cells(start_row=header[0], end_row=header[1], start_column=12, end_column=12)
    for row in header:
        for cell in sheet[row]:
            cell.font, cell.fill = Font(bold=True), PatternFill("solid", fgColor="DDEEFF")
    book.create_sheet("Blad2")
    with tempfile.TemporaryDirectory() as folder:
        made = Path(folder) / f"{name}.xlsx"
        book.save(made)
        for kind in kinds:
            command = [
                "soffice",
                "--headless",
                "--convert-to",
                kind,
                "--outdir",
                str(Path(folder) / "uit"),
                str(made),
            ]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            (DATA / f"{name}.{kind}").write_bytes((Path(folder) / "uit" / f"{name}.{kind}").read_bytes())


def _text(rows: list[list[str]], *, sign: str, newline: str) -> str:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=sign, lineterminator=newline).writerows(rows)
    return target.getvalue()


if __name__ == "__main__":
    make_all()
