"""The register of gemeenten: 342 that exist, the rest with a successor that does."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.gemeente.gemeente import Register
from psoh_cli.gemeente.register_file import read_register


@pytest.fixture(scope="module")
def register() -> Register:
    return read_register()


def test_there_are_342_and_all_have_a_province_and_a_ggd(register: Register) -> None:
    assert len(register.existing) == 342
    assert all(entry.province and entry.ggd for entry in register.existing)
    assert len({entry.province for entry in register.existing}) == 12
    assert len({entry.ggd for entry in register.existing}) == 25


def test_codes_are_unique_and_ten_ggd_names_are_derived(register: Register) -> None:
    assert len(register.by_code) == len(register.entries)
    assert sum(entry.ggd_derived for entry in register.existing) == 10


def test_what_was_abolished_leads_to_what_exists(register: Register) -> None:
    for entry in register.entries:
        if entry.ended is not None:
            heirs = register.successors_of(entry)
            assert heirs, entry.name
            assert all(heir.ended is None for heir in heirs), entry.name


def test_source_and_date_come_with_it(register: Register) -> None:
    assert (register.as_of.year, register.as_of.month, register.as_of.day) == (2026, 1, 29)
    assert "Logius" in register.source
    assert "CBS" in register.source


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("Dordrecht", "GM0505"),
        ("dordrecht", "GM0505"),
        ("gm0505", "GM0505"),
        ("0505", "GM0505"),
        ("'s-Gravenhage", "GM0518"),
        ("Den Haag", "GM0518"),
        ("s-hertogenbosch", "GM0796"),
        ("súdwest-fryslân", "GM1900"),
    ],
)
def test_a_gemeente_is_found_as_people_type_it(register: Register, typed: str, code: str) -> None:
    assert [entry.code for entry in register.named(typed)] == [code]


def test_a_slip_gets_a_suggestion_and_nonsense_none(register: Register) -> None:
    assert register.like("Dordrecth")[0] == "Dordrecht"
    assert register.like("qqqqqq") == ()


def test_it_equals_the_reference_list(register: Register, shared: Path) -> None:
    with (shared / "standards" / "tooi-gemeenten.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = {row["code"].upper(): row for row in csv.DictReader(file)}
    assert rows.keys() == register.by_code.keys()
    for code, entry in register.by_code.items():
        assert entry.name == rows[code]["naam"]
        assert (entry.ended is None) == (rows[code]["einddatum"] == "")
        assert [heir.lower() for heir in entry.successors] == rows[code]["opvolgers"].split()


def test_a_missing_or_broken_header_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError):
        read_register(tmp_path)
    (tmp_path / "bron.yaml").write_text("peildatum: gisteren\n", encoding="utf-8")
    with pytest.raises(ProblemsError):
        read_register(tmp_path)
