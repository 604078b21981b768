"""What somebody in a hurry does wrong, on a dossier that was sound: psoh says where, what, and what to write."""

from __future__ import annotations

import pytest
from pydantic import BaseModel
from tests.dossier.sample import FILES

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files import yaml_file
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.problems.editing import edited
from psoh_cli.problems.problem import Problem

MODELS: dict[str, type[BaseModel]] = {
    "gemeente.yaml": Gemeente,
    "sociale-kaart.yaml": KaartFile,
}
GEMEENTE, KAART = MODELS


def spoiled(name: str, old: str, new: str) -> str:
    assert old in FILES[name]
    return FILES[name].replace(old, new, 1)


def read(name: str, text: str) -> tuple[Problem, ...]:
    return yaml_file.load(yaml_file.parse(text, name=name), MODELS[name])[1]


SLIPS = [
    (KAART, "    naam: Bu", "     naam: Bu", codes.INDENTATION, (6, 6), "net als 'id'", "Haal één spatie weg"),
    (KAART, "    naam: Bu", "   naam: Bu", codes.INDENTATION, (6, 4), "begint in kolom 4", "één spatie extra"),
    (GEMEENTE, "  bron: eigen t", "bron: eigen t", codes.INDENTATION, (11, 1), "'bron' begint", "2 spaties extra"),
    (KAART, "  - id: inloop", "- id: inloop", codes.INDENTATION, (12, 1), "het streepje begint", "2 spaties extra"),
    (KAART, "    naam: Bu", "\tnaam: Bu", codes.TAB, (6, 1), "vooraan deze regel staat een tab", "horen er 4"),
    (KAART, "naam: Bu", "naam:\tBu", codes.TAB, (6, 10), "een tab", "door een spatie"),
    (KAART, "    naam: Bu", "    naam:Bu", codes.NO_SPACE_AFTER_COLON, (6, 9), "'naam:'", "met een spatie"),
    (KAART, "    naam: Bu", "    naam Bu", codes.NO_COLON, (6, 9), "na 'naam'", "naam: Buurthuis Oost"),
    (GEMEENTE, "naam: Do", "naam = Do", codes.NO_COLON, (4, 5), "na 'naam'", "naam: Dordrecht"),
    (GEMEENTE, "statushouders:", "statushouders", codes.NO_COLON, (9, 14), "'statushouders'", "statushouders:"),
    (KAART, "diensten:", "diensten", codes.NO_COLON, (11, 9), "na 'diensten'", "diensten:"),
    (KAART, "naam: Bu", 'naam: "Bu', codes.QUOTE, (6, 11), "op deze regel niet gesloten", '"Buurthuis Oost"'),
    (KAART, "naam: Buurthuis Oost", 'naam: "Buurthuis Oost”', codes.QUOTE, (6, 11), "krullend (”)", "recht"),
    (KAART, "aanbod: Koffie", "aanbod: Let op: koffie", codes.COLON_IN_VALUE, (15, 19), "dubbele punt", '"Let op:'),
    (KAART, "  - id: inloop", "    id: inloop", codes.WRONG_KIND, (12, 5), "hoort een lijst", "- id: …"),
    (KAART, "- id: inloop", "-id: inloop", codes.ODD_DASH, (12, 3), "na het streepje", "- …"),
    (KAART, "- id: inloop", "– id: inloop", codes.ODD_DASH, (12, 3), "– is geen gewoon streepje", "- …"),
    (KAART, "    naam: Inloop", "    naam: In\n    naam: Uit", codes.DOUBLE_KEY, (15, 5), "twee keer", "Verwijder er"),
    (KAART, "naam: Bu", "naam:\N{NO-BREAK SPACE}Bu", codes.HARD_SPACE, (6, 10), "harde spatie", "spatiebalk"),
    (KAART, "    naam: Bu", "\N{NO-BREAK SPACE}   naam: Bu", codes.HARD_SPACE, (6, 1), "harde spatie", "spatiebalk"),
    (KAART, "naam: Buurthuis Oost", "naam: “Buurthuis Oost”", codes.CURLY_QUOTES, (6, 11), "krullende", '"Buurt'),
    (KAART, "Buurthuis O", "Buurthuis\N{NO-BREAK SPACE}O", codes.HIDDEN_IN_VALUE, (6, 20), "harde spatie", "opnieuw"),
    (KAART, "Buurth", "Buurt\N{SOFT HYPHEN}h", codes.HIDDEN_IN_VALUE, (6, 16), "afbreekteken", "opnieuw"),
    (KAART, "2026-09-01", "31-02-2026", codes.IMPOSSIBLE_DATE, (9, 23), "heeft 28 dagen", "bestaat"),
    (KAART, "2026-09-01", "1-9-2026", codes.DATE_IN_OTHER_FORM, (9, 23), "andere vorm", "2026-09-01"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "old", "new", "code", "place", "says", "hint"), SLIPS)
def test_one_slip_gives_one_message_in_its_place(
    name: str, old: str, new: str, code: str, place: tuple[int, int], says: str, hint: str
) -> None:
    (found,) = read(name, spoiled(name, old, new))
    assert (found.code, (found.line, found.column)) == (code, place)
    assert says in found.message
    assert hint in found.hint


@pytest.mark.parametrize(("name", "old", "new"), [slip[:3] for slip in SLIPS])
def test_what_psoh_can_mend_is_sound_again(name: str, old: str, new: str) -> None:
    text = spoiled(name, old, new)
    (found,) = read(name, text)
    if found.fix is None:
        return
    mended = edited(text, found.fix.edits)
    assert mended is not None
    assert found.code not in {problem.code for problem in read(name, mended.text)}
    assert read(name, mended.text) == ()
    if found.code != codes.COLON_IN_VALUE:  # there the text itself was another
        assert (
            yaml_file.parse(mended.text, name=name).plain() == yaml_file.parse(FILES[name], name=name).plain()
        )


def test_a_quote_that_runs_on_is_found_where_it_was_left_open() -> None:
    text = spoiled(KAART, "naam: Buurthuis Oost", "naam: 'Buurthuis Oost").replace(
        "naam: Inloop", "naam: 'Inloop'"
    )
    (found,) = read(KAART, text)
    assert (found.code, found.line, found.column) == (codes.QUOTE, 6, 11)


def test_an_item_without_a_dash_is_told_once() -> None:
    (found,) = read(KAART, FILES[KAART] + "    id: nog\n    organisatie: buurthuis\n    naam: Nog een\n")
    assert found.code == codes.DOUBLE_KEY
    assert "Zet dan in kolom 3 een streepje en een spatie: - id: …" in found.hint


@pytest.mark.parametrize(
    "text",
    [
        "prijs: €\N{NO-BREAK SPACE}12.500\n", "dag: 31\N{NO-BREAK SPACE}maart\n", "naam: ’s-Hertogenbosch\n",
        "naam: ‘t Gooi en ’t Sticht\n", "zin: Hij zei “ja” en “nee”\n", "zin: “Ja” en “nee”\n",
        'naam: "“Zo”"\n', "naam: می\N{ZERO WIDTH NON-JOINER}خواهم\n", 'naam: "a\\_b"\n',
    ],
)  # fmt: skip
def test_good_typing_is_left_alone(text: str) -> None:
    assert yaml_file.parse(text, name="x").problems == ()


def test_hidden_signs_in_a_long_text_are_all_taken_out_and_nothing_else() -> None:
    text = "a: |\n  een\N{NO-BREAK SPACE}twee\n  drie\N{SOFT HYPHEN}vier\nb: c\n"
    (found,) = yaml_file.parse(text, name="x").problems
    assert (found.code, found.line, found.column) == (codes.HIDDEN_IN_VALUE, 2, 6)
    assert found.fix is not None
    mended = edited(text, found.fix.edits)
    assert mended is not None
    assert mended.text == "a: |\n  een twee\n  drievier\nb: c\n"


def test_a_sentence_at_the_margin_is_no_field_and_gets_one_full_stop() -> None:
    text = spoiled(GEMEENTE, "  bron: eigen telling\n", "  bron: eigen telling\nDaarna kwam er meer.\n")
    (found,) = read(GEMEENTE, text)
    assert (found.code, found.line) == (codes.INDENTATION, 12)
    assert found.hint.startswith("Zet er")
    assert ".." not in found.hint
