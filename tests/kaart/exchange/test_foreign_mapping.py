from __future__ import annotations

from pathlib import Path

import pytest
from tests.kaart.exchange.foreign import data, organizations, services, sheet, taken

from psoh_cli.kaart.exchange.answers import Answers
from psoh_cli.kaart.exchange.sheet.headings import likely
from psoh_cli.kaart.exchange.sheet.mapping import SheetMapping
from psoh_cli.kaart.exchange.sheet.mapping_file import mapping_text, read_mapping, save_mapping, with_mapping

_FULL = """\
# gemaakt door de adviseur
formaat: "1"
bron: opgave van Welzijn Oost
ketenpartner: welzijn
ketenpartners:
  - organisatie: GGZ De Brug
    ketenpartner: ggz
bladen:
  - naam: Blad2
    overslaan: ja
  - naam: Blad1
    kopregel: 2
kolommen:
  - kolom: Tel.   # het algemene nummer
    veld: telefoon
  - kolom: Kenmerk
    veld: overslaan
vaste_waarden:
  - veld: werkgebied
    waarde: GM0505
waarden:
  - kolom: Tolk
    staat_er: ja
    wordt: op-aanvraag
"""


def made(folder: Path, text: str) -> Path:
    path = folder / "koppeling.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def read(folder: Path, text: str = _FULL) -> SheetMapping:
    mapping, problems = read_mapping(made(folder, text))
    assert mapping is not None, problems
    return mapping


def test_a_mapping_says_how_a_sheet_is_read(tmp_path: Path) -> None:
    rows = (
        ("Overzicht", ""),
        ("Organisatie", "Activiteit", "TEL", "Kenmerk", "Tolk"),
        ("GGZ De Brug", "Behandeling", "020-1234567", "A1", "ja"),
    )
    came = taken(
        sheet(*rows),
        sheet(("Organisatie", "Activiteit"), ("X", "Y")[::-1], name="Blad2"),
        mapping=read(tmp_path),
    )
    assert services(came)["Behandeling"].values == {
        "naam": "Behandeling",
        "contact": {"telefoon": "020-1234567"},
        "tolkinzet": "op-aanvraag",
    }
    assert services(came)["Behandeling"].if_new["werkgebied"] == ["GM0505"]  # the kaart may know it better
    assert list(organizations(came)) == ["GGZ De Brug"]
    assert not came.questions


def test_a_mapping_answers_what_an_import_asks(tmp_path: Path) -> None:
    answers = read(tmp_path).answers(["GGZ de Brug", "Welzijn Oost"])
    assert answers.source == "opgave van Welzijn Oost"
    assert answers.partner_type("ggz de brug") == "ggz"
    assert answers.partner_type("Welzijn Oost") == "welzijn"


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("veld: telefoon", "veld: telefoom", (15, 11), "'telefoom' is geen veld waar een kolom naartoe kan"),
        ("kopregel: 2", "kopregel: twee", (12, 15), "'twee' is geen heel getal"),
        ("overslaan: ja", "overslaan: misschien", (10, 16), "'misschien' is geen ja of nee"),
        ('formaat: "1"', 'formaat: "9"', (2, 10), "formaat 9 is niet bekend"),
        ("bron:", "bronn:", (3, 1), "bronn"),
    ],
)
def test_a_mistake_in_a_mapping_is_told_at_its_line(
    tmp_path: Path, old: str, new: str, place: tuple[int, int], message: str
) -> None:
    mapping, problems = read_mapping(made(tmp_path, _FULL.replace(old, new, 1)))
    assert mapping is None
    assert (problems[0].line, problems[0].column) == place
    assert message in problems[0].message


def test_a_near_name_of_a_field_is_proposed(tmp_path: Path) -> None:
    _, problems = read_mapping(made(tmp_path, _FULL.replace("veld: telefoon", "veld: telefoom", 1)))
    assert problems[0].hint == "Bedoelt u 'telefoon'?"


def test_what_was_learned_is_added_and_the_rest_stays(tmp_path: Path) -> None:
    path = made(tmp_path, _FULL)
    mapping = read(tmp_path).with_column("Wanneer", "openingstijden").with_word("Tolk", "nee", "geen")
    assert save_mapping(path, mapping)
    text = path.read_text(encoding="utf-8")
    assert all(line in text.splitlines() for line in _FULL.splitlines())
    assert read_mapping(path)[0] == mapping
    assert not save_mapping(path, mapping)


def test_a_new_mapping_explains_itself_and_reads_back(tmp_path: Path) -> None:
    came = data("welzijn-oost.ods")
    mapping = came.mapping(SheetMapping(source="opgave")).with_answers(
        Answers(partner_types={"GGZ De Brug": "ggz"})
    )
    path = tmp_path / "oost.yaml"
    assert save_mapping(path, mapping)
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# Koppeling: hoe psoh de spreadsheets van een partner leest.")
    assert "  - kolom: Tel.\n    veld: telefoon\n" in text
    assert read_mapping(path)[0] == mapping
    assert with_mapping(mapping_text(mapping), mapping) == mapping_text(mapping)


def test_every_word_for_a_heading_leads_to_its_field() -> None:
    for heading, field in {
        "Tel.": "telefoon", "Telefoonnr": "telefoon", "Taal/talen": "talen", "Doelgroep": "doelgroepen",
        "Wanneer": "openingstijden",
        "Kosten": "kosten", "Aanmelden via": "aanmelden", "Postcode/plaats": "postcode", "E-mail:": "email",
        "Tolk?": "tolkinzet",
        "Leeftijd (jaar)": "leeftijd", "Wachttijd (in weken)": "wachttijd",
        "Laatst bijgewerkt op": "gecontroleerd_op", "Farsi": "taal:fa",
        "ma": "dag:maandag", "Contactpersoon / functie": "contact", "KvK nummer": "organisatie.kvk",
        "Telefoonnummer (algemeen)": "telefoon",
    }.items():  # fmt: skip
        assert likely(heading)[0].field == field, heading


def test_a_group_above_a_heading_tells_what_it_means() -> None:
    assert likely("Naam", group="Contactpersoon")[0].field == "contact"
    assert likely("Naam", group="Activiteit")[0].field == "dienst"
    assert likely("Tel.", group="Organisatie")[0].field == "organisatie.contact.telefoon"
