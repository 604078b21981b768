"""A kaart file as a CSV for Dutch Excel: semicolons, UTF-8 with its mark, and line ends as Windows has them."""

from __future__ import annotations

import codecs
import csv
import io

from psoh_cli.kaart.exchange.sheet.cell_bounds import fitting
from psoh_cli.kaart.exchange.sheet.columns import in_csv
from psoh_cli.kaart.exchange.sheet.rows import csv_rows
from psoh_cli.kaart.exchange.sheet.shielding import shielded
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds


def write_csv(kaart: KaartFile, *, known: KnownIds, public: bool = False) -> bytes:
    """Write the services, each with its organization, and the organizations without one.

    A day is written as `2026-03-15`, which Excel takes for that day in every country. Raises
    WrongUseError. `public` leaves out the columns that are not for everybody.
    """
    target = io.StringIO(newline="")
    writer = csv.writer(target, delimiter=";", lineterminator="\r\n")
    columns = in_csv(public=public)
    writer.writerow([column.heading for column in columns])
    for row in fitting(csv_rows(kaart, known=known, public=public), columns=columns):
        writer.writerow([shielded(cell) if isinstance(cell, str) else cell for cell in row])
    return codecs.BOM_UTF8 + target.getvalue().encode()
