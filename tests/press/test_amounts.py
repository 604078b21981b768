"""No amount travels in a file of a version whose pages do not print it: not in a sheet, a calendar or the data."""

from __future__ import annotations

import io
import json
import re
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from tests.press.test_workbook import entry, world
from tests.report.worlds import decided

from psoh_cli.dossier.showable import showable
from psoh_cli.gemeente.means import Means
from psoh_cli.plan.plan import Entry, Override, PlanFile
from psoh_cli.plan.scenario import Scenario, Uncovered
from psoh_cli.press import calendar, docx, html, odt, workbook
from psoh_cli.report.compose import KINDS, compose
from psoh_cli.report.document import to_json
from psoh_cli.report.material import Material
from psoh_cli.report.version import Version

pytestmark = pytest.mark.slow

PLANTED = tuple(range(41_337, 41_352))
"""Odd amounts, each put in one place where a dossier may hold money."""

_COST = {"zekerheid": "raming", "soort": "incidenteel"}


def planted() -> Material:
    """Give a plan with an amount in every place that may hold one."""
    odd = iter(PLANTED)
    taken = decided(
        entry("m-besloten", kosten={"bedrag": next(odd), **_COST}),
        kosten={"bedrag": next(odd), "toelichting": f"Offerte van € {next(odd)}.", **_COST},
        waarom=f"Dit past binnen € {next(odd)}.",
        opmerking=f"Eerst was het {next(odd)} euro.",
    )
    loose = entry(
        "m-los",
        kosten={"bedrag": next(odd), **_COST, "soort": "structureel"},
        waarom_nu=f"Nog € {next(odd)} over.",
    )
    loose = loose.model_copy(
        update={
            "override": Override.model_validate(
                {"waarom": f"Wij denken aan € {next(odd)}.", "kosten": {"bedrag": next(odd), **_COST}}
            )
        }
    )
    left = entry("m-past-niet", begin=None, eind=None, past_niet=f"Het kost € {next(odd)} en dat is er niet.")
    means = Means.model_validate(
        {"bron": f"brief over € {next(odd)}", "budget": [{"jaar": 2027, "bedrag": next(odd)},
                                                         {"jaar": 2028, "incidenteel": next(odd)}]}
    )  # fmt: skip
    uncovered = Uncovered.model_validate(
        {"id": "m-past-niet", "titel": "Doe iets", "reden": f"€ {next(odd)} te kort."}
    )
    scenario = Scenario.model_validate(
        {"naam": "basis", "omschrijving": "Wat past.", "maatregelen": ("m-los",), "incidenteel": next(odd)}
    )
    material = world(taken, loose, left)
    gemeente = material.gemeente.model_copy(update={"means": means})
    return replace(material, gemeente=gemeente, scenarios=(scenario,), uncovered=(uncovered,))


@cache
def pages(version: Version) -> str:
    return "".join(html.render(compose(kind, planted(), version=version)) for kind in KINDS)


def files(material: Material, *, version: Version) -> Mapping[str, str]:
    """Give the text of everything a version writes or carries, the pages themselves aside."""
    documents = [compose(kind, material, version=version) for kind in KINDS]
    carried: list[Any] = [
        showable(material.gemeente, version=version),
        showable(_plan(material.plan.entries), version=version),
    ]
    return {
        "xlsx": _unzipped(workbook.render(material, version=version)),
        "ics": calendar.render(material, version=version).replace(b"\r\n ", b"").decode(),
        "json": "".join(map(to_json, documents)),
        "docx": "".join(_unzipped(docx.render(document)) for document in documents),
        "odt": "".join(_unzipped(odt.render(document)) for document in documents),
        "bijlagen": json.dumps(carried, ensure_ascii=False, default=str),
    }


def _plan(entries: tuple[Entry, ...]) -> PlanFile:
    return PlanFile.model_validate({"formaat": "1", "kennisversie": "1", "maatregelen": entries})


def _unzipped(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "".join(
            archive.read(name).decode() for name in archive.namelist() if name.endswith((".xml", ".rels"))
        )


def amounts_in(text: str) -> set[int]:
    """Find the planted amounts in a text, however they are written."""
    bare = re.sub(r"(?<=\d)[.\s\u00a0](?=\d{3}(?!\d))", "", text)
    return {amount for amount in PLANTED if re.search(rf"(?<!\d){amount}(?!\d)", bare)}


def leaks(written: Mapping[str, str], *, shown: set[int]) -> dict[str, set[int]]:
    """Name the files with planted amounts that the pages do not print."""
    found = {name: amounts_in(text) - shown for name, text in written.items()}
    return {name: amounts for name, amounts in found.items() if amounts}


@pytest.mark.parametrize("version", [Version.PARTNERS, Version.PUBLIC])
def test_no_file_holds_an_amount_that_the_pages_do_not_print(version: Version) -> None:
    assert leaks(files(planted(), version=version), shown=amounts_in(pages(version))) == {}


def test_the_pages_for_partners_print_no_amount_at_all() -> None:
    assert amounts_in(pages(Version.PARTNERS)) == set()
    assert "€" not in pages(Version.PARTNERS)


def test_an_amount_that_travels_is_seen() -> None:
    council = files(planted(), version=Version.COUNCIL)
    found = leaks(council, shown=amounts_in(pages(Version.PARTNERS)))
    assert {"xlsx", "json", "docx", "odt", "bijlagen"} <= set(found)
    assert len(found["bijlagen"]) >= 10
    assert amounts_in("€ 41.337 en 41 338 en 41\N{NO-BREAK SPACE}339, niet 141337 of 413370") == {
        41_337,
        41_338,
        41_339,
    }
