import re
from pathlib import Path

import pytest
from tests.docs.reading import (
    broken_links,
    command_lines,
    fields_of,
    misunderstood,
    section,
    unmentioned,
)

PAGES = (
    "README.md", "docs/handleiding.md", "docs/ronde.md", "templates/dossier/LEESMIJ.md",
    "templates/dossier/{{ cookiecutter.map }}/LEESMIJ.md",
    "templates/dossier/{{ cookiecutter.map }}/interviews/LEESMIJ.md",
)  # fmt: skip
FILES = {
    "gemeente": "6.1 gemeente.yaml",
    "interview": "6.2 interviews",
    "sociale-kaart": "6.3 sociale-kaart.yaml",
    "plan": "6.4 plan.yaml",
    "ronde": "6.5 ronde.yaml",
}


@pytest.mark.parametrize("page", PAGES)
def test_every_command_in_a_page_exists(root: Path, page: str) -> None:
    lines = command_lines((root / page).read_text(encoding="utf-8"))
    assert lines
    assert {line: reason for line in lines if (reason := misunderstood(line))} == {}


def test_the_manual_shows_every_command(root: Path) -> None:
    lines = command_lines((root / "docs/handleiding.md").read_text(encoding="utf-8"))
    first_words = {line.split()[1] for line in lines if len(line.split()) > 1}
    assert first_words >= {
        "start", "interview", "kaart", "check", "uitleg", "analyse", "plan", "rapport", "praktijken", "schema",
        "doctor", "demo",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("psoh chek", "chek"),
        ("psoh kaart bekijk", "bekijk"),
        ("psoh check --formaat json", "--formaat"),
        ("psoh check --format xml", "xml"),
        ("psoh analyse een twee", "twee"),
    ],
)
def test_a_command_that_does_not_exist_is_seen(line: str, reason: str) -> None:
    assert reason in misunderstood(line)


def test_commands_are_found_in_blocks_and_in_sentences() -> None:
    page = (
        "Typ `psoh check` of `psoh kaart toon`.\n"
        "```sh\n.venv/bin/psoh plan . \\\n    --proef  # kijken\n"
        "    - psoh check a > b\n```\npsoh is geen opdracht in een zin.\n"
    )
    assert command_lines(page) == ["psoh check", "psoh kaart toon", "psoh plan . --proef", "psoh check a"]


@pytest.mark.parametrize("kind", sorted(FILES))
def test_every_field_of_a_file_is_explained(root: Path, kind: str) -> None:
    manual = (root / "docs/handleiding.md").read_text(encoding="utf-8")
    fields = fields_of(kind)
    assert len(fields) > 8
    assert unmentioned(fields, section(manual, FILES[kind])) == []


def test_a_field_that_is_not_explained_is_seen() -> None:
    assert unmentioned({"naam", "wijken"}, "| `naam` | de naam; over wijken zeggen we niets |") == ["wijken"]


@pytest.mark.parametrize(
    "page", ["README.md", "docs/handleiding.md", "docs/keuzelijsten.md", "docs/ronde.md"]
)
def test_every_link_leads_somewhere(root: Path, page: str) -> None:
    assert broken_links(root / page) == []


def test_a_link_that_leads_nowhere_is_seen(tmp_path: Path) -> None:
    page = tmp_path / "blad.md"
    page.write_text(
        "# Een kop\n[a](#een-kop) [b](#weg) [c](weg.md) [d](https://voorbeeld.nl)\n", encoding="utf-8"
    )
    assert broken_links(page) == ["#weg", "weg.md"]


def test_the_manual_speaks_of_every_exit_code(root: Path) -> None:
    text = section((root / "docs/handleiding.md").read_text(encoding="utf-8"), "Eindcodes")
    assert re.findall(r"^\| \*\*(\d+)\*\*", text, re.MULTILINE) == ["0", "1", "2", "3", "4", "130"]
