"""The sheets in the bytes of a workbook: xlsx, ods or xls, within bounds, with no macro, formula or link ever run."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from psoh_cli.collector import collector_held
from psoh_cli.errors import UnreadableError
from psoh_cli.workbooks import old_excel_file
from psoh_cli.workbooks.lost_in_reading import unmarked, with_formulas, with_white_space
from psoh_cli.workbooks.raw_sheet import Merged, RawSheet
from psoh_cli.workbooks.sheet_bounds import (
    MOST_MERGED,
    OdsTable,
    counts_are_sound,
    extent_of_xlsx,
    tables_of_ods,
    too_many,
)
from psoh_cli.workbooks.zipped_file import Unpacked, broken, secret, unpack

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

ZIP = b"PK\x03\x04"
SAVE_AS_XLSX = "Open het bestand in Excel of LibreOffice, sla het op als xlsx en gebruik dat bestand."
EMPTY_REMEDY = "Kijk of u het goede bestand hebt, en of het blad met de gegevens erin staat."


def is_workbook(data: bytes) -> bool:
    """Tell whether bytes begin as a workbook does."""
    return data.startswith((ZIP, old_excel_file.MAGIC))


@collector_held()
def read_workbook(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Read every sheet, hidden ones as well; raise UnreadableError in Dutch when that cannot be done."""
    if data.startswith(ZIP):
        return _from_zip(data, name=name)
    if data.startswith(old_excel_file.MAGIC):
        return _from_old_excel(data, name=name)
    raise broken(name)


def _from_zip(data: bytes, *, name: str) -> tuple[RawSheet, ...]:
    unpacked = unpack(data, name=name)
    tables: tuple[OdsTable, ...] = ()
    if unpacked.kind == "ods":
        tables = tables_of_ods(unpacked.parts["content.xml"])
        fits = all(table.extent.fits for table in tables)
    else:
        fits = all(extent_of_xlsx(part).fits for part in _with_cells(unpacked))
        if not all(counts_are_sound(part) for part in unpacked.parts.values() if b"niqueCount" in part):
            raise broken(name)
    if not fits:
        raise too_many(name)
    whole = _nothing_lost(unpacked)
    sheets = _with_calamine(whole.packed(), name=name, tables=tables)
    if whole.parts == unpacked.parts or unpacked.kind == "ods":
        return sheets
    return tuple(replace(sheet, rows=unmarked(sheet.rows)) for sheet in sheets)


def _nothing_lost(unpacked: Unpacked) -> Unpacked:
    """Give the parts so that what calamine drops comes through."""
    keep = with_white_space if unpacked.kind == "ods" else with_formulas
    sign = b"office:spreadsheet" if unpacked.kind == "ods" else b"sheetData"
    parts = {name: keep(data) if sign in data else data for name, data in unpacked.parts.items()}
    return Unpacked(kind=unpacked.kind, parts=parts)


def _with_cells(unpacked: Unpacked) -> list[bytes]:
    return [part for part in unpacked.parts.values() if b"sheetData" in part]


def _from_old_excel(data: bytes, *, name: str) -> tuple[RawSheet, ...]:
    try:
        if "EncryptedPackage" in old_excel_file.names_in(data):
            raise secret(name)
        workbook = old_excel_file.workbook_in(data)
        packed = old_excel_file.packed(workbook.records)
    except old_excel_file.NotOleError as error:
        raise UnreadableError(f"{name} is geen werkblad, of is beschadigd.", remedy=SAVE_AS_XLSX) from error
    if workbook.is_secret:
        raise secret(name)
    if not workbook.is_sound:
        raise broken(name)
    if not workbook.extent.fits:
        raise too_many(name)
    return _with_calamine(packed, name=name)


def _with_calamine(data: bytes, *, name: str, tables: tuple[OdsTable, ...] = ()) -> tuple[RawSheet, ...]:
    from python_calamine import CalamineWorkbook, PasswordError

    try:
        with CalamineWorkbook.from_object(io.BytesIO(data)) as workbook:
            return tuple(_sheets(workbook, name=name, tables=tables))
    except PasswordError as error:
        raise secret(name) from error
    except (UnreadableError, KeyboardInterrupt, SystemExit, GeneratorExit):
        raise
    except BaseException as error:
        raise broken(name) from error


def _sheets(workbook: CalamineWorkbook, *, name: str, tables: tuple[OdsTable, ...]) -> list[RawSheet]:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    found = []
    for number, about in enumerate(workbook.sheets_metadata):
        if about.typ is not SheetTypeEnum.WorkSheet:
            continue
        sheet = workbook.get_sheet_by_name(about.name)
        rows = sheet.to_python(skip_empty_area=False) if sheet.end else []
        found.append(
            RawSheet(
                file=name,
                name=about.name,
                rows=rows,
                merged=tables[number].merged if number < len(tables) else _merged(sheet),
                is_hidden=about.visible is not SheetVisibleEnum.Visible,
            )
        )
    if not any(cell != "" for sheet in found for row in sheet.rows for cell in row):
        raise UnreadableError(f"{name} is leeg.", remedy=EMPTY_REMEDY)
    return found


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(
        Merged(first_row=top, first_column=left, last_row=bottom, last_column=right)
        for (top, left), (bottom, right) in ranges[:MOST_MERGED]
    )
