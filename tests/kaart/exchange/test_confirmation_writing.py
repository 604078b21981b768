"""What an answer leaves in the file: a line of history for each change, behind those that stood there."""

from __future__ import annotations

from pathlib import Path

from tests.kaart.exchange.full_kaart import KNOWN
from tests.kaart.exchange.replies import ANSWERED, reply

from psoh_cli.kaart.exchange.preview import compare
from psoh_cli.kaart.exchange.writing_file import apply
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import read_kaart

KAART = """\
formaat: "1"
kennisversie: "1"
naam: K
organisaties:
  - {id: huis, naam: Huis, ketenpartner: welzijn, bron: b, gecontroleerd_op: 2026-06-01}
diensten:
  - id: dienst
    organisatie: huis
    naam: Dienst
    aanbod: koffie  # elke dag
    talen: [nl]
    bron: b
    gecontroleerd_op: 2026-06-01
"""
FIRST = (
    '      - {op: 2026-11-25, door: beheerder, veld: talen, was: Nederlands, werd: "Nederlands, Arabisch"}\n'
)
SECOND = "      - {op: 2026-11-25, door: beheerder, veld: tolkinzet, werd: Tolk op aanvraag}\n"


def answer(path: Path, key: str, said: str) -> str:
    own = read(path)
    apply(path, compare(reply(own, {key: said}), own=own, known=KNOWN), day=ANSWERED.day, role="beheerder")
    return path.read_text(encoding="utf-8")


def read(path: Path) -> KaartFile:
    value, problems, _ = read_kaart(path)
    assert value is not None, problems
    return value


def test_a_change_is_one_line_behind_the_others(tmp_path: Path) -> None:
    path = tmp_path / "sociale-kaart.yaml"
    path.write_text(KAART, encoding="utf-8")
    first = KAART.replace("talen: [nl]", "talen: [nl, ar]") + "    geschiedenis:\n" + FIRST
    assert answer(path, "talen", "ook Arabisch") == first
    second = answer(path, "tolkinzet", "Tolk op aanvraag")
    assert second.replace("    tolkinzet: op-aanvraag\n", "") == first + SECOND
    assert [item.field for item in read(path).services[0].history] == ["talen", "tolkinzet"]
