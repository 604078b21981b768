"""The residents in numbers: a table from which no small group can be worked out, here or from another table."""

from __future__ import annotations

from typing import Any

from tests.report.worlds import example

from psoh_cli.gemeente.gemeente import Gemeente, Residents
from psoh_cli.report.document import Table
from psoh_cli.report.draft import Draft
from psoh_cli.report.residents import residents_blocks
from psoh_cli.report.spans import plain


def rows_of(**residents: Any) -> dict[str, list[list[str]]]:
    material = example("voorbeeldstad")
    counted = Residents.model_validate(residents)
    gemeente: Gemeente = material.gemeente.model_copy(update={"residents": counted})
    world = type(material)(
        gemeente=gemeente, portrait=material.portrait, kaart=material.kaart, catalogue=material.catalogue,
        analysis=material.analysis, plan=material.plan,
    )  # fmt: skip
    return {
        str(block.caption): [[plain(cell) for cell in row] for row in block.rows]
        for block in residents_blocks(Draft(material=world))
        if isinstance(block, Table)
    }


SYRIA = {"taal": "ar", "land": "Syrië", "aantal": 30}
IRAQ = {"taal": "ar", "land": "Irak", "aantal": 8}
ERITREA = {"taal": "ti", "land": "Eritrea", "aantal": 12}
SOMALIA = {"taal": "so", "land": "Somalië", "aantal": 3}


def test_groups_stand_apart_while_none_is_small() -> None:
    tables = rows_of(totaal=50, talen=[SYRIA, IRAQ, ERITREA])
    assert tables["Statushouders naar taal"] == [
        ["Arabisch", "Syrië", "30"], ["Arabisch", "Irak", "8"], ["Tigrinya", "Eritrea", "12"]
    ]  # fmt: skip


def test_with_a_small_group_languages_are_added_up_as_in_the_coverage() -> None:
    tables = rows_of(totaal=53, talen=[SYRIA, IRAQ, ERITREA, SOMALIA])
    assert tables["Statushouders naar taal"] == [
        ["Arabisch", "Syrië en Irak", "38"],
        ["Tigrinya", "Eritrea", "niet getoond"],
        ["Somalisch", "Somalië", "minder dan 5"],
    ]


def test_a_full_table_of_ages_is_a_total_too() -> None:
    ages = [{"leeftijd": "0-11", "aantal": 20}, {"leeftijd": "27-64", "aantal": 25}]
    tables = rows_of(talen=[SYRIA, ERITREA, SOMALIA], leeftijden=ages)
    assert [row[-1] for row in tables["Statushouders naar taal"]] == ["30", "niet getoond", "minder dan 5"]
    assert [row[-1] for row in tables["Statushouders naar leeftijd"]] == ["20", "25"]
