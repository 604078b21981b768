"""A slip in a file that was sound is told on its own line, with the repair after which the file says the same again."""

from __future__ import annotations

from pathlib import Path

import pytest
from pydantic import BaseModel

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.problems.editing import edited
from psoh_cli.problems.problem import Problem

TOWN = Path(__file__).parents[2] / "examples" / "voorbeeldstad"
GEMEENTE, KAART, PLAN, GGD = "gemeente.yaml", "sociale-kaart.yaml", "plan.yaml", "interviews/ggd.yaml"
MODELS: dict[str, type[BaseModel]] = {
    GEMEENTE: Gemeente,
    KAART: KaartFile,
    PLAN: PlanFile,
    GGD: InterviewFile,
}


def text_of(name: str) -> str:
    return (TOWN / name).read_text(encoding="utf-8")


def spoiled(name: str, old: str, new: str) -> tuple[str, int]:
    """Give the file with one slip, and the line where the replaced text begins."""
    text = text_of(name)
    assert old in text
    return text.replace(old, new, 1), text[: text.index(old)].count("\n") + 1


def read(name: str, text: str) -> tuple[Problem, ...]:
    return yaml_file.load(yaml_file.parse(text, name=name), MODELS[name])[1]


MENDED = [
    (PLAN, "        - tekst: Vraag Team", "          tekst: Vraag Team", 0, codes.ODD_DASH, "in kolom 9"),
    (PLAN, "        - tekst: Vraag Team", "        tekst: Vraag Team", 0, codes.ODD_DASH, "- tekst: …"),
    (PLAN, "          herkomst: af", "         herkomst: af", 0, codes.INDENTATION, "één spatie extra"),
    (PLAN, "    voorstel:\n", "  voorstel:\n", 0, codes.INDENTATION, ", en voor de regels"),
    (KAART, "    naam: Wijkteam", "      naam: Wijkteam", 0, codes.INDENTATION, "Haal 2 spaties weg voor 'naam'"),
    (KAART, "  - id: wijkteam\n", "- id: wijkteam\n", 0, codes.INDENTATION, "2 spaties extra"),
    (KAART, "  - id: wijkteam\n", "    id: wijkteam\n", 0, codes.DOUBLE_KEY, "in kolom 3 een streepje"),
    (KAART, "organisaties:\n", "  organisaties:\n", 0, codes.INDENTATION, "Haal 2 spaties weg voor 'organisaties'"),
    (KAART, 'kennisversie: "2026.2"', 'kennisversie: "2026.2', 0, codes.QUOTE, 'aanhalingsteken: "2026.2"'),
    (PLAN, 'kennisversie: "2026.2"', 'kennisversie: "2026.2', 0, codes.QUOTE, 'aanhalingsteken: "2026.2"'),
    (GEMEENTE, 'waarde: "640", jaar', 'waarde: "640, jaar', 0, codes.QUOTE, 'aanhalingsteken: "640"'),
    (GGD, "    antwoord: nee", "  antwoord: nee", 0, codes.INDENTATION, "Zet twee spaties extra voor 'antwoord'"),
    (GGD, "    antwoord: nee", "\tantwoord: nee", 0, codes.TAB, "horen er 4"),
    (KAART, "    naam: Wijkteam", "\t\tnaam: Wijkteam", 0, codes.TAB, "horen er 4"),
    (GGD, "  kaart-gebruik:\n", "  kaart-gebruik: ", 0, codes.COLON_IN_VALUE, "Zet 'antwoord' op de regel eronder"),
    (GGD, "  kaart-gebruik:", "kaart-gebruik:", 0, codes.INDENTATION, "2 spaties extra voor 'kaart-gebruik'"),
    (GEMEENTE, "incidenteel: 50000,", "incidenteel: € 50.000,-,", 0, codes.UNKNOWN_KEY, "50000, zonder"),
    (GEMEENTE, "incidenteel: 50000,", "incidenteel: 50,000,", 0, codes.UNKNOWN_KEY, "incidenteel: 50000, zonder komma"),
    (GGD, "  Verzonnen gesprek in", "  Verzonnen gesprek\nin", 1, codes.INDENTATION, "Zet er 2 spaties voor"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "below", "code", "hint"), MENDED)
def test_the_slip_is_told_where_it_is_and_its_fix_makes_the_file_say_the_same_again(
    name: str, old: str, new: str, below: int, code: str, hint: str
) -> None:
    text, line = spoiled(name, old, new)
    (found,) = read(name, text)
    assert (found.code, found.line) == (code, line + below)
    assert hint in found.hint
    assert found.fix is not None
    assert not found.fix.is_safe
    mended = edited(text, found.fix.edits)
    assert mended is not None
    assert read(name, mended.text) == ()
    was = yaml_file.parse(text_of(name), name=name).plain()
    assert yaml_file.parse(mended.text, name=name).plain() == was


TOLD = [
    (KAART, "    ketenpartner: wijkteam\n", "    ketenp\n", 0, codes.NO_COLON, "het veld 'ketenpartner'"),
    (GGD, "    antwoord: nee", "    antw", 0, codes.WRONG_KIND, "het veld 'antwoord'"),
    (GGD, "    antwoord: nee", "    antwoord: nee\n    opmerking: - zo is het", 1, codes.LEADING_CHARACTER, '"- zo'),
    (GGD, "    antwoord: nee", "    antwoord: nee\n    opmerking: Zo\nOf: x", 2, codes.INDENTATION, "Zet er spaties"),
    (KAART, "email: info@welkom.example", "email: info@welkom,example", 0, codes.UNKNOWN_KEY, '"info@welkom,example"'),
    (KAART, "    talen: [nl, ar]\n", "    talen:\n      nl\n      ar\n", 1, codes.WRONG_KIND, "[nl, ar]"),
    (KAART, "    talen: [nl, ar]\n", "    talen: |\n      nl\n      ar\n", 0, codes.WRONG_KIND, "[nl, ar]"),
    (KAART, "talen: [nl, ar]", "talen: Nederlands en Arabisch", 0, codes.WRONG_KIND, "[Nederlands, Arabisch]"),
    (KAART, "talen: [nl, ar]", "openingstijden: ma-vr 9-17 uur", 0, codes.WRONG_KIND, "[{dagen: [maandag, dinsdag]"),
    (KAART, "wachttijd: {weken: 0, gemeten_op: 2026-09-15}", "wachttijd: ongeveer 6 weken", 0, codes.WRONG_KIND,
     "wachttijd: {weken: 6}"),
    (GGD, "  kaart-gebruik:\n    antwoord: ja", "  kaart-gebruik: ja", 0, codes.WRONG_KIND, "verder: antwoord: ja"),
    (GGD, "    antwoord: nee", "<<<<<<< a\n    antwoord: nee\n=======\n    antwoord: ja\n>>>>>>> b", 0, codes.SYNTAX,
     "Kies de regels"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "below", "code", "hint"), TOLD)
def test_what_only_the_writer_knows_is_asked_on_the_right_line(
    name: str, old: str, new: str, below: int, code: str, hint: str
) -> None:
    text, line = spoiled(name, old, new)
    found = read(name, text)[0]
    assert (found.code, found.line) == (code, line + below)
    assert hint in found.hint
    assert "\n" not in found.message + found.hint


def test_two_fields_on_one_line_become_two() -> None:
    text, line = spoiled(KAART, "    naam: Wijkteam Voorbeeldstad\n    keten", "    naam: Wijk    keten")
    (found,) = read(KAART, text)
    assert (found.code, found.line) == (codes.COLON_IN_VALUE, line)
    assert found.fix is not None
    mended = edited(text, found.fix.edits)
    assert mended is not None
    assert "    naam: Wijk\n    ketenpartner: wijkteam\n" in mended.text


def test_several_lines_with_tabs_each_get_what_they_need() -> None:
    text, line = spoiled(
        KAART,
        "      - id: welkom-centrum\n        naam: Buurthuis Centrum\n",
        "\t- id: welkom-centrum\n\t\tnaam: Buurthuis Centrum\n",
    )
    found = read(KAART, text)
    assert [(one.line, one.fix.edits[0].text if one.fix else None) for one in found] == [
        (line, " " * 6),
        (line + 1, " " * 8),
    ]


def test_a_list_that_stands_too_far_to_the_left_moves_as_a_whole() -> None:
    text, line = spoiled(
        GGD, "    antwoord: [syrie, eritrea, afghanistan]", "    antwoord:\n  - syrie\n  - eritrea"
    )
    (found,) = read(GGD, text)
    assert (found.code, found.line) == (codes.INDENTATION, line + 1)
    assert found.fix is not None
    mended = edited(text, found.fix.edits)
    assert mended is not None
    assert read(GGD, mended.text) == ()


def test_where_no_single_line_helps_psoh_says_that_it_is_not_sure() -> None:
    (found,) = read(GEMEENTE, "formaat: x\n   code: a\n  - b\n     naam: c\n - d\n")
    assert found.fix is None
    assert "psoh weet niet zeker" in found.hint


def test_a_field_is_never_made_part_of_the_text_above_it() -> None:
    text, _ = spoiled(GGD, "antwoorden:\n", "antwoorden: [\n")
    for problem in read(GGD, text):
        done = edited(text, problem.fix.edits) if problem.fix else None
        plain = yaml_file.parse(done.text, name=GGD).plain() if done else {}
        assert "herkomst-grootste-groepen" not in str((plain or {}).get("toelichting", ""))


def test_a_misspelt_field_is_underlined_whole() -> None:
    text, line = spoiled(KAART, "    ketenpartner: wijkteam\n", "    ketnpartner: wijkteam\n")
    found = next(one for one in read(KAART, text) if one.code == codes.UNKNOWN_KEY)
    assert (found.line, found.column, found.end) == (line, 5, (line, 5 + len("ketnpartner")))


def test_a_word_from_a_list_is_not_written_where_another_one_would_be_lost() -> None:
    text, _ = spoiled(
        KAART, "    talen: [nl, ar]\n", "    tolkinzet: op aanvraag, telefonisch\n    talen: [nl, ar]\n"
    )
    (found,) = (one for one in read(KAART, text) if one.code == codes.NOT_IN_LIST)
    assert found.fix is None
