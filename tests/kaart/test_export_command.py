"""`psoh kaart export` as somebody types it: what comes where, what stays back, and what is never written over."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from tests.kaart.exchange.reading_back import from_csv

from psoh_cli.app import run
from psoh_cli.commands import clock
from psoh_cli.kaart.exchange.export_forms_file import WAYS, Form
from psoh_cli.kaart.kaart_file import read_kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import sound_catalogue

Said = Callable[..., tuple[int, str, str]]

KAART = """\
formaat: "1"
kennisversie: "1"
naam: Sociale kaart Proefdam
termijnen: [{voor: groep, maanden: 6}]
organisaties:
  - id: huis
    naam: Huis van de wijk
    ketenpartner: welzijn
    in_klankbordgroep: ja
    contact: {telefoon: 020-1234567}
    locaties:
      - {id: plein, naam: Buurthuis}
      - {id: schuil, naam: Geheime plek, adres: {straat: Schuilstraat 1}}
    bron: site
    gecontroleerd_op: 2026-06-01
    geschiedenis: [{op: 2026-01, veld: contact, was: 06-12345678}]
  - id: achterkamer
    naam: Achter de schermen
    ketenpartner: ggz
    zichtbaar: professional
    bron: site
    gecontroleerd_op: onbekend
diensten:
  - id: inloop
    organisatie: huis
    naam: Inloop
    aanbod: koffie
    talen: [nl, ti]
    locaties: [plein]
    contact: {functie: balie, telefoon: 06-12345678, zichtbaar: professional}
    bron: site
    gecontroleerd_op: 2026-06
  - id: stilplek
    organisatie: huis
    naam: Stille opvang
    aanbod: onderdak
    locaties: [schuil]
    zichtbaar: professional
    bron: site
    gecontroleerd_op: 2026-06-01
  - id: overleg
    organisatie: achterkamer
    naam: Overleg
    aanbod: consultatie
    bron: site
    gecontroleerd_op: 2026-06-01
"""
SECRET = (
    "stilplek",
    "Stille opvang",
    "achterkamer",
    "Overleg",
    "06-12345678",
    "Geheime plek",
    "Schuilstraat",
    "balie",
)


@pytest.fixture
def dossier(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "dossier"
    folder.mkdir()
    (folder / "sociale-kaart.yaml").write_text(KAART, encoding="utf-8")
    monkeypatch.setattr(clock, "today", lambda: date(2026, 6, 30))
    return folder


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    def say(*arguments: str | Path) -> tuple[int, str, str]:
        code = run(["kaart", "export", *map(str, arguments)])
        done = capsys.readouterr()
        return code, done.out, " ".join(done.err.split())

    return say


def test_without_options_it_is_a_workbook_in_the_dossier(dossier: Path, said: Said) -> None:
    code, out, err = said(dossier)
    assert (code, out) == (0, "")
    assert "3 diensten en 2 organisaties staan in" in err
    assert (dossier / "export" / "sociale-kaart.xlsx").read_bytes().startswith(b"PK")


def test_what_is_for_professionals_goes_along_and_is_told(dossier: Path, said: Said) -> None:
    code, out, err = said(dossier, "--format", "csv", "--output", "-")
    assert code == 0
    organizations, services = from_csv(out.encode(), known=KnownIds.of(sound_catalogue()))
    assert set(organizations) == {"huis", "achterkamer"}
    assert set(services) == {"inloop", "stilplek", "overleg"}
    assert "alleen professionals" in out
    assert err == ""
    err = said(dossier)[2]
    assert "Hierin staan ook 2 vermeldingen die alleen voor professionals zijn." in err


_FAST = (Form.CSV, Form.XLSX)


@pytest.mark.parametrize(
    "form", [item if item in _FAST else pytest.param(item, marks=pytest.mark.slow) for item in Form]
)
def test_nothing_for_professionals_is_in_a_public_export(
    form: Form, dossier: Path, said: Said, tmp_path: Path
) -> None:
    target = tmp_path / "uit" / WAYS[form].name
    code, _, err = said(dossier, "--format", form.value, "--openbaar", "--output", target)
    assert code == 0
    assert "3 vermeldingen zijn weggelaten" in err
    text = everything_in(target)
    assert "koffie" in text
    assert [word for word in SECRET if word in text] == []


def everything_in(path: Path) -> str:
    """Give all text of a file, of what is packed in it, or of a folder."""
    if path.is_dir():
        return "".join(everything_in(item) for item in path.iterdir())
    if path.suffix not in {".xlsx", ".zip"}:
        return path.read_text(encoding="utf-8")
    with zipfile.ZipFile(path) as archive:
        return "".join(archive.read(name).decode() for name in archive.namelist())


@pytest.mark.slow
def test_the_words_of_that_test_are_in_a_full_export(dossier: Path, said: Said, tmp_path: Path) -> None:
    said(dossier, "--format", "json", "--output", tmp_path / "alles.json")
    text = everything_in(tmp_path / "alles.json")
    assert [word for word in SECRET if word not in text] == []


def test_plain_json_is_a_kaart_file_too(dossier: Path, said: Said, tmp_path: Path) -> None:
    code, out, _ = said(dossier, "--format", "json", "--output", "-")
    assert code == 0
    assert json.loads(out)["organisaties"][0]["in_klankbordgroep"] == "ja"
    copy = tmp_path / "kopie.yaml"
    copy.write_text(out, encoding="utf-8")
    assert read_kaart(copy)[0] == read_kaart(dossier / "sociale-kaart.yaml")[0]


@pytest.mark.slow
def test_the_form_follows_from_the_name_of_the_file(dossier: Path, said: Said, tmp_path: Path) -> None:
    assert said(dossier, "--output", tmp_path / "a.csv")[0] == 0
    assert (tmp_path / "a.csv").read_bytes().startswith(b"\xef\xbb\xbfDienst;")


@pytest.mark.slow
def test_the_same_export_again_changes_nothing(dossier: Path, said: Said) -> None:
    for form in Form:
        assert said(dossier, "--format", form.value)[0] == 0
        code, _, err = said(dossier, "--format", form.value)
        assert code == 0
        assert "was al precies zo" in err


def test_what_a_partner_filled_in_is_not_written_over(dossier: Path, said: Said, tmp_path: Path) -> None:
    target = tmp_path / "ingevuld.csv"
    target.write_bytes(b"wat de partner invulde")
    code, _, err = said(dossier, "--output", target)
    assert code == 2
    assert "bestaat al en is anders" in err
    assert target.read_bytes() == b"wat de partner invulde"
    assert said(dossier, "--output", target, "--overschrijf")[0] == 0
    assert target.read_bytes().startswith(b"\xef\xbb\xbfDienst;")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--format", "xslx"), "Bedoelt u 'xlsx'?"),
        (("--format", "xlsx", "--output", "-"), "kan niet naar het scherm"),
        (("--format", "csv", "--output", "x.xlsx"), "past niet bij"),
        (("--format", "hsds", "--output", "x.csv"), "past niet bij"),
        (("--peildatum", "ooit",), "--peildatum"),
    ],
)  # fmt: skip
def test_wrong_use_is_told_with_what_to_do(
    arguments: tuple[str, ...], words: str, dossier: Path, said: Said
) -> None:
    code, out, err = said(dossier, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert sorted(item.name for item in dossier.iterdir()) == ["sociale-kaart.yaml"]


@pytest.mark.slow
def test_a_text_that_no_cell_holds_is_told_and_nothing_is_written(dossier: Path, said: Said) -> None:
    path = dossier / "sociale-kaart.yaml"
    path.write_text(KAART.replace("aanbod: koffie", f"aanbod: {'koffie ' * 5_000}"), encoding="utf-8")
    code, _, err = said(dossier)
    assert code == 2
    assert "dienst 'inloop', kolom 'Wat de dienst biedt'" in err
    assert "--format json" in err
    assert said(dossier, "--format", "json")[0] == 0


@pytest.mark.slow
def test_shared_kaarten_only_when_asked(tmp_path: Path, said: Said, dossier: Path) -> None:
    (dossier / "gemeente.yaml").write_text(
        'formaat: "1"\nkennisversie: "1"\ncode: GM0505\nnaam: Dordrecht\nkaarten: [../gedeeld/sociale-kaart.yaml]\n',
        encoding="utf-8",
    )
    shared = tmp_path / "gedeeld"
    shared.mkdir()
    other = KAART.replace("id: inloop", "id: regio").replace("naam: Inloop", "naam: Regionaal")
    (shared / "sociale-kaart.yaml").write_text(other, encoding="utf-8")
    alone = json.loads(said(dossier, "--format", "json", "--output", "-")[1])
    together = json.loads(said(dossier, "--format", "json", "--output", "-", "--gedeeld")[1])
    assert [item["id"] for item in alone["diensten"]] == ["inloop", "stilplek", "overleg"]
    assert [item["id"] for item in together["diensten"]] == ["inloop", "stilplek", "overleg", "regio"]


@pytest.mark.slow
def test_nothing_but_the_kaart_is_needed_on_disk(dossier: Path, said: Said) -> None:
    code, out, _ = said(dossier / "sociale-kaart.yaml", "--format", "4ws-csv", "--output", "-")
    assert code == 0
    assert "Inloop" in out or "koffie" in out
    assert io.StringIO(out).readline().startswith("\ufeff")
