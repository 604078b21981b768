"""LibreOffice opens what we write and saves it again, as a partner does; what comes back is the same kaart."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest
from tests.conftest import missing
from tests.kaart.exchange.made_up import KNOWN, NASTY, sound
from tests.kaart.exchange.reading_back import imported
from tests.kaart.samples import kaart_file, organization, service

from psoh_cli.kaart.exchange.sheet.csv_file import write_csv
from psoh_cli.kaart.exchange.sheet.xlsx_file import write_xlsx
from psoh_cli.kaart.kaart import KaartFile

pytestmark = [pytest.mark.slow, pytest.mark.conformance]

_AS_CSV = "59,34,76,1,,1043,false,true"
"""Semicolons, quotes, UTF-8, from the first line, Dutch; look for dates and numbers in text, as Excel does."""


def nasty_kaart(*, with_tabs: bool) -> KaartFile:
    texts = [text for text in map(sound, NASTY) if text and (with_tabs or "\t" not in text)]
    services = [
        service(
            id=f"dienst-{number}", naam=text, aanbod=text, werkgebied=[text, "GM0505"], upl=text, bron_jaar=text,
            contact={"telefoon": text}, openingstijden=[{"dagen": ["maandag"], "toelichting": text}],
            wachttijd={"weken": 3, "gemeten_op": "2026-03"}, gecontroleerd_op="2018", codes_4w=["3.4"],
            leeftijd={"van": 12, "tot": 17}, geschiedenis=[{"op": "2026-03-15", "veld": text}],
        )
        for number, text in enumerate(texts)
    ]  # fmt: skip
    home = organization(
        ketenpartner="welzijn", kvk="01234567", agb="01020304", contact={"telefoon": "0612345678"}
    )
    return kaart_file(*services, organisaties=[home])


def saved_again(data: bytes, *, ending: str, to: str, folder: Path) -> bytes:
    """Let LibreOffice open a file and save it; it gets a profile of its own."""
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        missing("LibreOffice is not here (apt-get install libreoffice-calc)")
    given = folder / f"kaart.{ending}"
    given.write_bytes(data)
    filters = {
        "csv": f"csv:Text - txt - csv (StarCalc):{_AS_CSV}",
        "xlsx": "xlsx:Calc MS Excel 2007 XML",
        "ods": "ods",
    }
    how = ["--infilter=Text - txt - csv (StarCalc):" + _AS_CSV] if ending == "csv" else []
    done = subprocess.run(
        [
            office, f"-env:UserInstallation={(folder / 'profiel').as_uri()}", "--headless", *how,
            "--convert-to", filters[to], "--outdir", str(folder / "uit"), str(given),
        ],
        capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    made = folder / "uit" / f"kaart.{to}"
    assert made.is_file(), f"{done.stdout}\n{done.stderr}"
    return made.read_bytes()


@pytest.mark.parametrize(
    ("ending", "to"), [("xlsx", "xlsx"), ("xlsx", "ods"), ("csv", "csv"), ("csv", "xlsx")]
)
def test_what_was_opened_and_saved_is_still_the_same_kaart(ending: str, to: str, tmp_path: Path) -> None:
    kaart = nasty_kaart(with_tabs=to != "ods")  # the reader of ODS loses a tab within a text
    data = (
        write_csv(kaart, known=KNOWN)
        if ending == "csv"
        else write_xlsx(kaart, known=KNOWN, as_of=date(2026, 11, 21))
    )
    back = saved_again(data, ending=ending, to=to, folder=tmp_path)
    organizations, services = imported(back, name=f"kaart.{to}", known=KNOWN)
    assert organizations == {item.id: item for item in kaart.organizations}
    assert services == {item.id: item for item in kaart.services}
