"""An empty workbook that says which language it is in, so that a screen reader need not guess."""

from __future__ import annotations

import io
from typing import Any

_END = "</cp:coreProperties>"
_LANGUAGE = "<dc:language>nl-NL</dc:language>"


def open_book(target: io.BytesIO) -> Any:
    """Open a workbook to write in: every text stays text, and its properties name the language."""
    import xlsxwriter
    from xlsxwriter.packager import Packager

    class DutchPackager(Packager):  # type: ignore[misc]
        """Writes the properties as always, and the language after them."""

        def _write_core_file(self) -> None:
            super()._write_core_file()
            written = self.filenames[-1][0]
            text = written.getvalue()
            written.seek(0)
            written.write(text.replace(_END, _LANGUAGE + _END))

    class DutchWorkbook(xlsxwriter.Workbook):  # type: ignore[misc]
        """A workbook as XlsxWriter makes it, packed by the above."""

        def _get_packager(self) -> Any:
            return DutchPackager()

    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    return DutchWorkbook(target, options)
