"""The sheets in the bytes of a file, as partners send them: xlsx, xls, ods, or text with values between signs."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

from psoh_cli.collector import collector_held
from psoh_cli.errors import UnreadableError
from psoh_cli.files import decoding
from psoh_cli.kaart.exchange.sheet import old_excel_file, separated_text, text_encoding
from psoh_cli.kaart.exchange.sheet.lost_in_reading import unmarked, with_formulas, with_white_space
from psoh_cli.kaart.exchange.sheet.raw_sheet import Merged, RawSheet
from psoh_cli.kaart.exchange.sheet.sheet_bounds import (
    MOST_MERGED,
    OdsTable,
    counts_are_sound,
    extent_of_xlsx,
    tables_of_ods,
)
from psoh_cli.kaart.exchange.sheet.zipped_file import Unpacked, broken, secret, unpack

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

_ZIP = b"PK\x03\x04"
_PAGE = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<head", b"<meta")
_SAVE_AS_XLSX = "Open het bestand in Excel of LibreOffice, sla het op als xlsx en gebruik dat bestand."
_EMPTY_REMEDY = "Kijk of u het goede bestand hebt, en of het blad met de gegevens erin staat."


@collector_held()
def read_sheets(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Read every sheet of a file, hidden ones as well; raise UnreadableError in Dutch when that cannot be done."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(f"{name} is leeg.", remedy=_EMPTY_REMEDY)
    if data.startswith(_ZIP):
        return _from_zip(data, name=name)
    if data.startswith(old_excel_file.MAGIC):
        return _from_old_excel(data, name=name)
    return (_from_text(data, name=name),)


def _from_text(data: bytes, *, name: str) -> RawSheet:
    what = "" if text_encoding.is_wide(data) else decoding.kind_of(data)
    if what:
        raise UnreadableError(f"{name} is geen tabel maar {what}.", remedy=_SAVE_AS_XLSX)
    if data.lstrip()[:20].lower().startswith(_PAGE):
        raise UnreadableError(
            f"{name} is een webpagina met een tabel, en geen werkblad.", remedy=_SAVE_AS_XLSX
        )
    text, remarks = text_encoding.decode(data)
    separated = separated_text.read_rows(text, name=name)
    if not any(cell.strip() for row in separated.rows for cell in row):
        raise UnreadableError(f"{name} is leeg.", remedy=_EMPTY_REMEDY)
    return RawSheet(file=name, rows=separated.rows, remarks=remarks)


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
        raise separated_text.too_many(name)
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
        raise UnreadableError(f"{name} is geen werkblad, of is beschadigd.", remedy=_SAVE_AS_XLSX) from error
    if workbook.is_secret:
        raise secret(name)
    if not workbook.is_sound:
        raise broken(name)
    if not workbook.extent.fits:
        raise separated_text.too_many(name)
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
        raise UnreadableError(f"{name} is leeg.", remedy=_EMPTY_REMEDY)
    return found


def _merged(sheet: CalamineSheet) -> tuple[Merged, ...]:
    ranges = sheet.merged_cell_ranges or []
    return tuple(
        Merged(first_row=top, first_column=left, last_row=bottom, last_column=right)
        for (top, left), (bottom, right) in ranges[:MOST_MERGED]
    )
