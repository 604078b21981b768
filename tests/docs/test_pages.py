import re
from pathlib import Path

import pytest
from tests.docs.pages import choices_page, command_words, commands_page
from tests.docs.rules_page import anchor_of, rules_page
from tests.docs.screens import SCREENS, draw, filled_in

from psoh_cli import app
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.problems.codes import CODES, RETIRED
from psoh_cli.problems.manual import sections, snippets

MANUAL = "handleiding.md"


@pytest.mark.parametrize("file", ["commandos.md", "keuzelijsten.md", "regels.md"])
def test_the_pages_made_from_the_program_are_fresh(root: Path, update_golden: bool, file: str) -> None:
    pages = {
        "commandos.md": commands_page,
        "keuzelijsten.md": lambda: choices_page(read_catalogue()[0]),
        "regels.md": rules_page,
    }
    _compare(root / "docs" / file, pages[file](), update=update_golden)


@pytest.mark.slow
def test_the_screens_in_the_manual_are_what_psoh_shows(
    root: Path, update_golden: bool, tmp_path: Path
) -> None:
    manual = root / "docs" / MANUAL
    text = manual.read_text(encoding="utf-8")
    _compare(manual, filled_in(text, draw(tmp_path)), update=update_golden)


def test_every_screen_is_in_the_manual_once(root: Path) -> None:
    text = (root / "docs" / MANUAL).read_text(encoding="utf-8")
    assert [text.count(f"<!-- scherm: {screen.name} -->") for screen in SCREENS] == [1] * len(SCREENS)


def test_a_screen_that_changed_is_seen() -> None:
    manual = "<!-- scherm: start -->\n```text\noud\n```\n<!-- einde scherm -->"
    assert "nieuw" in filled_in(manual, {"start": "nieuw\n"})
    with pytest.raises(KeyError):
        filled_in(manual, {})


def test_the_help_of_every_command_is_on_the_page(root: Path) -> None:
    page = (root / "docs" / "commandos.md").read_text(encoding="utf-8")
    headings = [line.removeprefix("## ") for line in page.splitlines() if line.startswith("## ")]
    assert headings == [" ".join(("psoh", *words)) for words in command_words()]


def test_every_code_has_an_anchor_of_its_own_on_the_page(root: Path) -> None:
    page = (root / "docs" / "regels.md").read_text(encoding="utf-8")
    headings = [line.removeprefix("### ") for line in page.splitlines() if line.startswith("### ")]
    assert headings == [*CODES, *RETIRED]
    for anchor in re.findall(r"\]\(#([^)]+)\)", page):
        assert anchor in {anchor_of(line.lstrip("# ")) for line in page.splitlines() if line.startswith("#")}


def test_a_page_about_codes_tells_all_that_the_screen_tells(capsys: pytest.CaptureFixture[str]) -> None:
    page = plain(rules_page())
    for code in ("YAML015", "KAART001", "KENNIS004"):
        assert app.run(["uitleg", code]) == 0
        shown = plain(capsys.readouterr().out)
        for title, text in sections(CODES[code]):
            assert plain(text) in shown
            assert plain(f"**{title}.** {text}") in page
        for _, snippet in snippets(CODES[code]):
            assert plain(snippet) in shown
            assert plain(snippet) in page


def plain(text: str) -> str:
    """Give the words of a text, without what Markdown or a screen puts around them."""
    return " ".join(re.sub(r"\\(.)", r"\1", text).replace("&lt;", "<").split())


def _compare(file: Path, text: str, *, update: bool) -> None:
    if update:
        file.write_text(text, encoding="utf-8", newline="\n")
    found = file.read_text(encoding="utf-8") if file.exists() else ""
    assert found == text, f"docs/{file.name} is behind; run: pytest tests/docs --update-golden"
