"""What it costs to take in and hand out spreadsheets of 10,000 services, beside the bare library with the same file.

The files are our own: a kaart of 10,000 services and 2,501 organizations, all columns, most of them filled.

* `import_xlsx`: ours is all from the bytes of a workbook up to entries: unpacking within bounds, reading the cells,
  finding our tables, and turning every cell into the value of the kaart file with its place. Beside it openpyxl reads
  the same bytes into rows of cells (`read_only`, `values_only`), the fastest way it has.
* `import_csv`: ours is all from the bytes up to entries, as above, with encoding and separator found out. Beside it
  `csv.reader` reads the same text into rows, encoding and separator told.
* `import_foreign_csv`: the same for a file that is not ours: ten columns with headings of a partner, every value read
  as people write, and every text looked through for what is about one person.
* `export_xlsx`: ours is from the kaart in memory to the bytes of a workbook, with drop-downs, explanation and looks.
  Beside it openpyxl writes the same cells of the two sheets and nothing else (`write_only`).
* `export_csv`: ours is from the kaart in memory to bytes; beside it `csv.writer` writes the same cells.
* `import_preview`: the whole preview of that CSV against a kaart of the same 10,000 services, from bytes to what is
  new, changed and unchanged; the kaart is in memory already. Beside it `csv.reader` again. It has no goal of its own.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from functools import partial
from typing import Any

from bench.generate import AS_OF, generate_kaart
from bench.measuring import Figure, Work, figure, on_the_processor, side_by_side

from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.sheet.columns import ORGANIZATIONS, SERVICES
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.incoming_rows import SheetsTaken, take_sheets
from psoh_cli.kaart.exchange.sheet.reading_file import read_sheets
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import read_catalogue

SERVICES_IN_FILE = 10_000
GOAL = 3.0

_FOREIGN = (
    "Organisatie", "Activiteit", "Omschrijving", "Doelgroep", "Taal/talen", "Kosten", "Aanmelden via", "Tel.",
    "Mail", "Laatst bijgewerkt",
)  # fmt: skip


def exchange(*, runs: int) -> tuple[Figure, ...]:
    """Measure reading and writing spreadsheets, each beside the bare library."""
    known = KnownIds.of(read_catalogue()[0])
    kaart = generate_kaart(SERVICES_IN_FILE)
    as_csv, as_xlsx, foreign = write_csv(kaart, known=known), _workbook(kaart, known), _of_a_partner()
    read = partial(_read, known=known)
    bare_csv = partial(_bare_csv, as_csv, encoding="utf-8-sig", sign=";")
    pairs = (
        ("import_xlsx", partial(read, as_xlsx, "kaart.xlsx"), partial(_bare_xlsx, as_xlsx), GOAL),
        ("import_csv", partial(read, as_csv, "kaart.csv"), bare_csv, GOAL),
        ("import_foreign_csv", partial(read, foreign, "partner.csv"),
         partial(_bare_csv, foreign, encoding="cp1252", sign=","), None),
        ("export_xlsx", partial(_workbook, kaart, known), partial(_bare_workbook, _rows_of(as_xlsx)), GOAL),
        ("export_csv", partial(write_csv, kaart, known=known),
         partial(_bare_write, _bare_csv(as_csv, encoding="utf-8-sig", sign=";")), None),
        ("import_preview", partial(_preview, as_csv, kaart, known), bare_csv, None),
    )  # fmt: skip
    return tuple(_figure(name, ours, bare, goal=goal, runs=runs) for name, ours, bare, goal in pairs)


def _figure(name: str, ours: Work, bare: Work, *, goal: float | None, runs: int) -> Figure:
    measured = side_by_side(ours, bare, runs=runs, measure=on_the_processor)
    return figure(name, measured, unit="s", goal=goal)


def _read(data: bytes, name: str, *, known: KnownIds) -> SheetsTaken:
    taken = take_sheets(read_sheets(data, name), known=known)
    if len(taken.batch.entries) < SERVICES_IN_FILE or not taken.batch.entries[-1].values:
        raise RuntimeError(f"{name} did not come in")
    return taken


def _preview(data: bytes, kaart: KaartFile, known: KnownIds) -> None:
    preview = compare(_read(data, "kaart.csv", known=known).batch, own=kaart, known=known)
    if preview.writes or len(preview.unchanged) < SERVICES_IN_FILE:
        raise RuntimeError("what we wrote did not come back the same")


def _workbook(kaart: KaartFile, known: KnownIds) -> bytes:
    return write_xlsx(kaart, known=known, as_of=AS_OF)


def _bare_csv(data: bytes, *, encoding: str, sign: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(encoding), newline=""), delimiter=sign))


def _bare_write(rows: Sequence[Sequence[str]]) -> bytes:
    target = io.StringIO(newline="")
    csv.writer(target, delimiter=";", lineterminator="\r\n").writerows(rows)
    return target.getvalue().encode("utf-8-sig")


def _bare_xlsx(data: bytes) -> list[list[Any]]:
    from openpyxl import load_workbook

    book = load_workbook(io.BytesIO(data), read_only=True)
    return [list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets]


def _rows_of(data: bytes) -> dict[str, list[list[Any]]]:
    sheets = read_sheets(data, "kaart.xlsx")
    return {
        sheet.name: [list(row) for row in sheet.rows]
        for sheet in sheets
        if sheet.name in {SERVICES, ORGANIZATIONS}
    }


def _bare_workbook(sheets: dict[str, list[list[Any]]]) -> bytes:
    from openpyxl import Workbook

    book = Workbook(write_only=True)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _of_a_partner() -> bytes:
    """Make what a partner might send: cp1252, commas, and values in their own words."""
    languages = ("arabisch, tigrinya", "Dari en Farsi", "", "Nederlands/Engels", "oekraïens")
    target = io.StringIO(newline="")
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(_FOREIGN)
    for number in range(SERVICES_IN_FILE):
        writer.writerow([
            f"Organisatie {number // 4}", f"Activiteit {number}",
            f"Wat er gebeurt bij activiteit {number}, in een zin.",
            ("volwassenen", "vrouwen; ouders", "jongeren", "")[number % 4], languages[number % 5],
            ("gratis", "€ 5,-", "", "eigen risico")[number % 4], ("huisarts", "vrije inloop", "")[number % 3],
            f"020{number:07}", f"info@organisatie-{number}.example", f"{number % 28 + 1}-{number % 12 + 1}-24",
        ])  # fmt: skip
    return target.getvalue().encode("cp1252")
