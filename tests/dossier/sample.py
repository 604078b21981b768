"""A small dossier without a single problem, that a test spoils in one place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from psoh_cli.practices.practice_files import read_catalogue

TODAY = date(2026, 11, 21)
VERSION = read_catalogue()[0].version

FILES = {
    "gemeente.yaml": f"""\
formaat: "1"
kennisversie: "{VERSION}"
code: GM0505
naam: Dordrecht
provincie: Zuid-Holland
regio:
  naam: Drechtsteden
  gemeenten: [GM0505, GM0523]
statushouders:
  peildatum: 2026-07
  bron: eigen telling
  totaal: 100
  talen:
    - {{taal: ar, aantal: 60}}
    - {{taal: ti, aantal: 30}}
  leeftijden:
    - {{leeftijd: 18-26, aantal: 40}}
horizon: {{van: 2027, tot: 2030}}
cijfers:
  - {{omschrijving: Statushouders, waarde: "100", jaar: "2026", bron: eigen-telling-2026}}
bronnen:
  - {{id: eigen-telling-2026, titel: Eigen telling, uitgever: Gemeente Dordrecht, jaar: 2026}}
""",
    "interviews/beleidsadviseur.yaml": f"""\
formaat: "1"
kennisversie: "{VERSION}"
groep: gemeente
rol: Beleidsadviseur gezondheid
afgenomen_op: 2026-10-12
antwoorden:
  kaart-aanwezig:
    antwoord: ja
""",
    "sociale-kaart.yaml": f"""\
formaat: "1"
kennisversie: "{VERSION}"
naam: Sociale kaart Dordrecht
organisaties:
  - id: buurthuis
    naam: Buurthuis Oost
    ketenpartner: welzijn
    bron: eigen opgave
    gecontroleerd_op: 2026-09-01
    gecontroleerd_door: beleidsadviseur gezondheid
diensten:
  - id: inloop
    organisatie: buurthuis
    naam: Inloop
    aanbod: Koffie en gesprek
    ketenstappen: [preventie]
    werkgebied: [GM0505]
    bron: eigen opgave
    gecontroleerd_op: 2026-09-01
    gecontroleerd_door: beleidsadviseur gezondheid
    talen: [nl]
""",
    "plan.yaml": f"""\
formaat: "1"
kennisversie: "{VERSION}"
maatregelen: []
""",
}


def make_dossier(folder: Path, changes: dict[str, tuple[str, str]] | None = None) -> Path:
    """Write the dossier; `changes` replaces, per file, a text that must be there by another."""
    spoiled = dict(changes or {})
    for name, text in FILES.items():
        old, new = spoiled.pop(name, ("", ""))
        assert old in text, f"{name} does not hold {old!r}"
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.replace(old, new, 1).encode("utf-8") if old else text.encode("utf-8"))
    assert not spoiled
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }
