"""The forms in which a kaart goes out: for each the files it becomes, by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from psoh_cli.kaart.exchange.four_ws import table_file as four_ws
from psoh_cli.kaart.exchange.hsds.documents import Exported, export
from psoh_cli.kaart.exchange.hsds.setting import Setting
from psoh_cli.kaart.exchange.hsds.tabular import export_tables
from psoh_cli.kaart.exchange.plain_data import as_json
from psoh_cli.kaart.exchange.public_part import PublicPart, public_part
from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx
from psoh_cli.kaart.kaart import KaartFile


class Form(StrEnum):
    """What somebody can ask for."""

    XLSX = "xlsx"
    CSV = "csv"
    HSDS = "hsds"
    HSDS_CSV = "hsds-csv"
    FOUR_WS_CSV = "4ws-csv"
    FOUR_WS_XLSX = "4ws-xlsx"
    JSON = "json"


@dataclass(frozen=True, kw_only=True)
class Way:
    """How a form is made: `name` is that of its one file, or of the folder of its files."""

    name: str
    make: Callable[[KaartFile, Setting, date], Exported]
    is_one_file: bool = True
    is_text: bool = False


def public_form(form: Form, kaart: KaartFile) -> PublicPart:
    """Take what everybody may see; the 4Ws cannot do without the numbers of its own list."""
    is_four_ws = form in {Form.FOUR_WS_CSV, Form.FOUR_WS_XLSX}
    return public_part(kaart, keeping={"activity_codes"} if is_four_ws else frozenset())


def make(form: Form, kaart: KaartFile, setting: Setting, *, as_of: date) -> Exported:
    """Write a kaart file in one form; raise WrongUseError where that form cannot hold it."""
    return WAYS[form].make(kaart, setting, as_of)


def _xlsx(kaart: KaartFile, setting: Setting, as_of: date) -> Exported:
    return _one(Form.XLSX, write_xlsx(kaart, known=setting.known, as_of=as_of, public=setting.only_public))


def _csv(kaart: KaartFile, setting: Setting, _: date) -> Exported:
    return _one(Form.CSV, write_csv(kaart, known=setting.known, public=setting.only_public))


def _json(kaart: KaartFile, _: Setting, __: date) -> Exported:
    return _one(Form.JSON, f"{as_json(kaart)}\n".encode())


def _one(form: Form, data: bytes) -> Exported:
    return Exported(files={WAYS[form].name: data})


WAYS: Mapping[Form, Way] = {
    Form.XLSX: Way(name="sociale-kaart.xlsx", make=_xlsx),
    Form.CSV: Way(name="sociale-kaart.csv", make=_csv, is_text=True),
    Form.HSDS: Way(name="hsds", make=lambda kaart, setting, _: export(kaart, setting), is_one_file=False),
    Form.HSDS_CSV: Way(
        name="hsds-csv", make=lambda kaart, setting, _: export_tables(kaart, setting), is_one_file=False
    ),
    Form.FOUR_WS_CSV: Way(name=four_ws.CSV_NAME, make=four_ws.write_csv, is_text=True),
    Form.FOUR_WS_XLSX: Way(name=four_ws.XLSX_NAME, make=four_ws.write_xlsx),
    Form.JSON: Way(name="sociale-kaart.json", make=_json, is_text=True),
}
