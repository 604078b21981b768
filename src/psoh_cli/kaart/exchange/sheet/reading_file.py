"""The sheets in the bytes of a file, as partners send them: xlsx, xls, ods, or text with values between signs."""

from __future__ import annotations

from psoh_cli.collector import collector_held
from psoh_cli.errors import UnreadableError
from psoh_cli.files import decoding
from psoh_cli.kaart.exchange.sheet import separated_text, text_encoding
from psoh_cli.workbooks.raw_sheet import RawSheet
from psoh_cli.workbooks.reading_file import EMPTY_REMEDY, SAVE_AS_XLSX, is_workbook, read_workbook

_PAGE = (b"<!doctype html", b"<html", b"<table", b"<?xml", b"<head", b"<meta")


@collector_held()
def read_sheets(data: bytes, name: str) -> tuple[RawSheet, ...]:
    """Read every sheet of a file, hidden ones as well; raise UnreadableError in Dutch when that cannot be done."""
    if not data.strip(b"\0 \t\r\n"):
        raise UnreadableError(f"{name} is leeg.", remedy=EMPTY_REMEDY)
    return read_workbook(data, name) if is_workbook(data) else (_from_text(data, name=name),)


def _from_text(data: bytes, *, name: str) -> RawSheet:
    what = "" if text_encoding.is_wide(data) else decoding.kind_of(data)
    if what:
        raise UnreadableError(f"{name} is geen tabel maar {what}.", remedy=SAVE_AS_XLSX)
    if data.lstrip()[:20].lower().startswith(_PAGE):
        raise UnreadableError(
            f"{name} is een webpagina met een tabel, en geen werkblad.", remedy=SAVE_AS_XLSX
        )
    text, remarks = text_encoding.decode(data)
    separated = separated_text.read_rows(text, name=name)
    if not any(cell.strip() for row in separated.rows for cell in row):
        raise UnreadableError(f"{name} is leeg.", remedy=EMPTY_REMEDY)
    return RawSheet(file=name, rows=separated.rows, remarks=remarks)
