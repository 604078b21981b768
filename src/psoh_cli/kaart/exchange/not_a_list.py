"""Files that people bring in for a list and that are none: what each of them is, and what to do with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path

from psoh_cli.dutch import listing
from psoh_cli.errors import UnreadableError
from psoh_cli.shell import quoted

_YAML = frozenset({".yaml", ".yml"})
_SHEETS = frozenset({".xlsx", ".xls", ".ods", ".csv"})
_TABLES = frozenset(
    {"datapackage.json", "organizations.csv", "services.csv", "organization.csv", "service.csv"}
)
_LOOKED_AT = 20_000
_MOST_NAMED = 3


def refuse_file(path: Path, data: bytes) -> None:
    """Raise UnreadableError for a file of ours that is no list, or one that has to be saved in another form."""
    start = data[:_LOOKED_AT]
    if path.suffix.lower() == ".fods" or (start.lstrip()[:5] == b"<?xml" and b"opendocument" in start):
        raise UnreadableError(
            f"{path.name} is een werkblad in een vorm (fods) die psoh niet leest.",
            remedy="Open het in LibreOffice, kies Opslaan als, en dan ODF-werkblad (ods) of Excel (xlsx).",
        )
    if path.suffix.lower() in _YAML:
        raise UnreadableError(
            f"{path.name} is geen lijst die psoh kent.", remedy=_meant(path, start.decode("utf-8", "replace"))
        )


def _meant(path: Path, text: str) -> str:
    """Ask what somebody meant with a file of ours."""
    if re.search(r"^(?:diensten|organisaties):", text, re.MULTILINE):
        return (
            "Bedoelde u twee kaarten bij elkaar te leggen? Dat kan met: "
            f"psoh kaart samenvoegen MAP {quoted(path)}. Of noem de kaart bij kaarten in gemeente.yaml."
        )
    if re.search(r"^(?:kolommen|waarden|vaste_waarden|ketenpartners):", text, re.MULTILINE):
        return f"Bedoelde u een koppeling? Noem eerst de lijst, en dan: --koppeling {quoted(path)}"
    return "Bedoelde u een werkblad? psoh leest xlsx, xls, ods en csv, HSDS (json, zip of map) en een vraaglijst terug."


def refuse_folder(folder: Path, names: Collection[str]) -> None:
    """Raise UnreadableError for a folder with spreadsheets that are no package of HSDS; `names` is all in it."""
    small = {name.lower() for name in names}
    if any(name.endswith(".json") for name in small) or _TABLES & small:
        return
    sheets = sorted(name for name in names if Path(name).suffix.lower() in _SHEETS)
    if not sheets:
        return
    named = listing(sheets[:_MOST_NAMED]) + (" en meer" if len(sheets) > _MOST_NAMED else "")
    raise UnreadableError(
        f"De map {folder.as_posix()} is geen pakket van HSDS. Er staan wel werkbladen in: {named}.",
        remedy=f"Bedoelde u dat werkblad? Noem het bestand zelf: psoh kaart import {quoted(folder / sheets[0])}",
    )
