"""What could not be read is shown as a compiler shows it: the file, why, and what to do."""

from __future__ import annotations

import pytest

from psoh_cli.problems.report import Report, Unread
from psoh_cli.terminal.listing import as_text
from psoh_cli.terminal.unread_lines import unread_lines

LONG = "dossiers/" + "zuid-holland/" * 9 + "plan.yaml"


def lines(*unread: Unread, breaks: bool = False) -> list[str]:
    return ["".join(part.text for part in line) for line in unread_lines(unread, width=60, breaks=breaks)]


@pytest.mark.parametrize(
    ("item", "heading", "said"),
    [
        (Unread(message="d/plan.yaml is niet opgeslagen als UTF-8.", file="d/plan.yaml"),
         "d/plan.yaml: kan niet worden gelezen", "    Het bestand is niet opgeslagen als UTF-8."),
        (Unread(message="d\\plan.yaml is te groot.", file="d/plan.yaml"),
         "d/plan.yaml: kan niet worden gelezen", "    Het bestand is te groot."),
        (Unread(message="d/plan.yaml is een map en geen bestand.", file="d/plan.yaml"),
         "d/plan.yaml: kan niet worden gelezen", "    d/plan.yaml is een map en geen bestand."),
        (Unread(message="U mag d/plan.yaml niet lezen.", file="d/plan.yaml"),
         "d/plan.yaml: kan niet worden gelezen", "    U mag d/plan.yaml niet lezen."),
        (Unread(message="d is niet nagekeken: het lijkt een dossier.", file="d"),
         "d: niet nagekeken", "    Het lijkt een dossier."),
    ],
)  # fmt: skip
def test_a_file_goes_first(item: Unread, heading: str, said: str) -> None:
    assert lines(item) == [heading, said, ""]


@pytest.mark.parametrize("file", ["", "weg"])
def test_a_path_that_is_not_there_is_told_as_everywhere_else(file: str) -> None:
    assert lines(Unread(message="weg bestaat niet.", hint="Let op.", file=file)) == [
        "Fout: weg bestaat niet.", "Oplossing: Let op.", "",
    ]  # fmt: skip


def test_lines_are_broken_between_words_and_never_in_a_path() -> None:
    item = Unread(
        message=f"{LONG} is niet opgeslagen als UTF-8.", hint="Open het in Kladblok. " * 6, file=LONG
    )
    shown = lines(item)
    assert shown[0] == f"{LONG}: kan niet worden gelezen"
    assert all(len(line) <= 60 and line.startswith("    ") for line in shown[1:-1])
    assert " ".join(line.strip() for line in shown[2:-1]) == f"Oplossing: {item.hint.strip()}"


def test_a_long_line_without_a_file_is_broken_on_a_screen_only() -> None:
    item = Unread(message="Er is iets mis, " * 9)
    assert len(lines(item)) == 2
    assert max(map(len, lines(item, breaks=True))) <= 60


def test_a_name_gives_no_orders() -> None:
    (heading, *_) = lines(Unread(message="a\x1b\nb is te groot.", file="a\x1b\nb"))
    assert not {"\x1b", "\n"} & set(heading)


def test_text_in_a_file_holds_it_too_and_says_nothing_of_no_problems() -> None:
    text = as_text(Report(unread=(Unread(message="d is te groot.", file="d"),)))
    assert "d: kan niet worden gelezen" in text
    assert "Geen problemen" not in text


def test_on_a_narrow_screen_the_heading_stands_on_a_line_of_its_own() -> None:
    shown = lines(Unread(message=f"{LONG} is te groot.", file=LONG), breaks=True)
    assert shown == [f"{LONG}:", "    kan niet worden gelezen", "    Het bestand is te groot.", ""]
