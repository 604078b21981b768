"""What lies in a dossier under a name that nothing reads: told when it seems meant for psoh, left alone otherwise."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from tests.dossier.sample import make_dossier

from psoh_cli.dossier.dossier import inspect
from psoh_cli.dossier.strays import meant_for, stray_files, stray_folders, stray_items

TODAY = date(2026, 11, 21)
KNOWN = ("gemeente.yaml", "sociale-kaart.yaml", "plan.yaml", "huisstijl.yaml")
FOLDERS = ("interviews", "momenten")


def told(folder: Path) -> list[tuple[str, str]]:
    problems = inspect(folder, as_of=TODAY).problems
    return [
        (Path(item.file).relative_to(folder).as_posix(), item.hint)
        for item in problems
        if item.code == "DOSSIER012"
    ]


@pytest.mark.parametrize(
    ("was", "name", "hint"),
    [
        ("sociale-kaart.yaml", "sociale-kaart.txt", "Bedoelt u sociale-kaart.yaml?"),
        ("sociale-kaart.yaml", "sociale-kaart.yaml.txt", "Bedoelt u sociale-kaart.yaml?"),
        ("sociale-kaart.yaml", "Sociale kaart.docx", "Zet de tekst over in sociale-kaart.yaml"),
        ("sociale-kaart.yaml", "sociale-kaart.YAML", "Bedoelt u sociale-kaart.yaml?"),
        ("plan.yaml", "Plan.yaml", "Bedoelt u plan.yaml?"),
        ("plan.yaml", "plan.odt", "Zet de tekst over in plan.yaml"),
        (
            "interviews/beleidsadviseur.yaml",
            "interviews/beleidsadviseur.yaml.txt",
            "Bedoelt u beleidsadviseur.yaml?",
        ),
        (
            "interviews/beleidsadviseur.yaml",
            "interviews/beleidsadviseur.yml.txt",
            "Bedoelt u beleidsadviseur.yaml?",
        ),
        ("interviews/beleidsadviseur.yaml", "interviews/huisarts.txt", "Bedoelt u huisarts.yaml?"),
        ("interviews/beleidsadviseur.yaml", "interviews/gesprek.docx", "Zet de tekst over in gesprek.yaml"),
        ("interviews", "Interviews", "Bedoelt u interviews? Geef de map dan die naam"),
        ("interviews", "interview", "Bedoelt u interviews?"),
        ("interviews", "intervieuws", "Bedoelt u interviews?"),
        ("interviews", "Momenten", "Bedoelt u momenten?"),
    ],
)
def test_what_was_saved_under_another_name_is_named(tmp_path: Path, was: str, name: str, hint: str) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / was).rename(folder / name)
    ((file, said),) = told(folder)
    assert file == name
    assert hint in said


@pytest.mark.parametrize(
    "name",
    ["LEESMIJ.txt", "notulen raad.docx", "aanbiedingsbrief.doc", "sociale-kaart.csv", "sociale-kaart.xlsx", "plan.pdf",
     "plan.yaml~", "plan.yaml.bak", ".plan.txt", "foto.jpg", "interviews/LEESMIJ.md", "interviews/.ggd.txt"],
)  # fmt: skip
def test_what_nobody_meant_for_psoh_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / name).write_text("hallo", encoding="utf-8")
    assert told(folder) == []


@pytest.mark.parametrize(
    "name", ["rapporten", "schema", "huisstijl", "bijlagen", "interviews-oud", "archief"]
)
def test_a_folder_with_another_purpose_is_left_alone(tmp_path: Path, name: str) -> None:
    folder = make_dossier(tmp_path / "d")
    (folder / name).mkdir()
    assert told(folder) == []


def test_a_name_that_is_taken_is_not_advised() -> None:
    (stray,) = stray_files([Path("plan.yaml"), Path("plan.txt")], known=KNOWN)
    assert (
        stray.remedy
        == "Er is ook een plan.yaml: dat leest psoh. Haal plan.txt weg, of zet het buiten het dossier."
    )
    (stray,) = stray_items([Path("interviews/ggd.yaml"), Path("interviews/ggd.yml")])
    assert "Er is ook een ggd.yaml" in stray.remedy
    (stray,) = stray_folders([Path("interviews"), Path("Interviews")], known=FOLDERS)
    assert stray.remedy == "Zet wat erin staat in de map interviews."


def test_how_to_see_the_ending_is_told_only_of_an_ending_that_may_be_hidden() -> None:
    hidden, seen = stray_files([Path("plan.yaml.txt"), Path("sociale-kaart.yml")], known=KNOWN)
    assert "Bestandsnaamextensies" in hidden.remedy
    assert "Bestandsnaamextensies" not in seen.remedy


@pytest.mark.parametrize(
    ("listed", "meant"),
    [
        (["gemeente.yml"], "gemeente.yml"),
        (["Gemeente.yaml"], "Gemeente.yaml"),
        (["gemeente.yaml.txt", "plan.yaml"], "gemeente.yaml.txt"),
        (["gemeente.docx"], "gemeente.docx"),
        (["gemeente.md", ".gemeente.yml", "gemeenten.yaml", "gemeente"], ""),
        (["gemeente.yaml"], ""),
    ],
)
def test_what_stands_for_a_file_that_is_not_there(listed: list[str], meant: str) -> None:
    assert meant_for("gemeente.yaml", listed=listed) == meant
