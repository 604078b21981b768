"""A name where an id belongs: psoh asks for the id that exists, and does not make one up."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.dossier.sample import TODAY, make_dossier

from psoh_cli.checking.inspection import inspect_paths
from psoh_cli.problems.problem import Problem

INTERVIEW, KAART = "interviews/beleidsadviseur.yaml", "sociale-kaart.yaml"


def told(folder: Path, file: str, old: str, new: str) -> Problem:
    problems = inspect_paths((make_dossier(folder, {file: (old, new)}),), as_of=TODAY).problems
    (found,) = (problem for problem in problems if problem.code == "YAML024")
    return found


@pytest.mark.parametrize(
    ("file", "old", "new", "meant"),
    [
        (KAART, "organisatie: buurthuis", "organisatie: Buurthuis Oost", "buurthuis"),
        (KAART, "organisatie: buurthuis", "organisatie: 'Buurthuis Oost'", "buurthuis"),
        (INTERVIEW, "groep: gemeente", "groep: Huisartsen", "huisarts"),
        (INTERVIEW, "groep: gemeente", "groep: GGZ-instelling", "ggz"),
        (KAART, "ketenpartner: welzijn", "ketenpartner: Huisarts", "huisarts"),
        (KAART, "[preventie]", "[Preventie]", "preventie"),
    ],
)
def test_the_id_that_was_meant_is_asked_for_and_can_be_written(
    tmp_path: Path, file: str, old: str, new: str, meant: str
) -> None:
    found = told(tmp_path / "d", file, old, new)
    assert found.hint.startswith(f"Bedoelt u '{meant}'?")
    assert found.fix is not None
    assert [edit.text.strip("'") for edit in found.fix.edits] == [meant]
    assert not found.fix.is_safe


def test_of_a_name_that_nothing_is_near_to_no_id_is_made(tmp_path: Path) -> None:
    found = told(tmp_path / "d", KAART, "organisatie: buurthuis", "organisatie: Xyz & Qwp")
    assert found.hint == "Kies uit: buurthuis."
    assert found.fix is None


def test_an_id_of_its_own_is_not_compared(tmp_path: Path) -> None:
    found = told(tmp_path / "d", KAART, "  - id: inloop", "  - id: Buurthuis Oost")
    assert found.hint.startswith("Gebruik kleine letters")


def test_an_item_is_named_by_its_id(tmp_path: Path) -> None:
    folder = make_dossier(tmp_path / "d", {KAART: ("    naam: Inloop\n", "")})
    (found,) = inspect_paths((folder,), as_of=TODAY).problems
    assert found.message == "het verplichte veld 'naam' ontbreekt in 'inloop' onder 'diensten'"
