from __future__ import annotations

import difflib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.kaart.samples import kaart_file, many_services, organization, service, services

from psoh_cli.errors import BusyError, ProblemsError, UnreadableError, WrongUseError
from psoh_cli.files import disk, yaml_edit
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.kaart_file import add_organization, add_service, as_fields, confirm, read_kaart

BY_HAND = """\
# Onze kaart; bel voor vragen het wijkteam.
formaat: "1"
kennisversie: "1"
naam: Sociale kaart

organisaties:
  # het huis op de hoek
  - id: huis
    naam: Huis   # zo noemt iedereen het
    ketenpartner: welzijn
    bron: eigen opgave
    gecontroleerd_op: 2019
  # hoort bij de volgende: de school
  - {id: school, naam: "School", ketenpartner: onderwijs, bron: site, gecontroleerd_op: onbekend}

diensten:
  - id: inloop
    organisatie: huis
    naam: 'Inloop'
    aanbod: koffie
    bron: eigen opgave
    gecontroleerd_op: 2019-03
    gecontroleerd_door: wijkteam   # vorige keer

  # --- over de les ---
  - id: les
    organisatie: school
    naam: Les
    aanbod: >-
      taal en
      praten
    bron: site
    gecontroleerd_op: onbekend
# einde
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    found = tmp_path / "sociale-kaart.yaml"
    found.write_text(BY_HAND, encoding="utf-8", newline="\n")
    return found


def changed_lines(before: str, after: str) -> tuple[list[str], list[str]]:
    """Give the lines that went and the lines that came."""
    lines = list(difflib.ndiff(before.splitlines(), after.splitlines()))
    return [line[2:] for line in lines if line.startswith("- ")], [
        line[2:] for line in lines if line.startswith("+ ")
    ]


def loaded(path: Path) -> KaartFile:
    value, problems, _ = read_kaart(path)
    assert value is not None, problems
    return value


class TestConfirm:
    def test_only_the_date_and_the_role_change(self, path: Path) -> None:
        done = confirm(path, ids=["les", "inloop"], day=date(2026, 11, 21), role="regisseur")
        gone, come = changed_lines(BY_HAND, path.read_text(encoding="utf-8"))
        assert done == ("inloop", "les")
        assert gone == [
            "    gecontroleerd_op: 2019-03",
            "    gecontroleerd_door: wijkteam   # vorige keer",
            "    gecontroleerd_op: onbekend",
        ]
        assert come == [
            "    gecontroleerd_op: 2026-11-21",
            "    gecontroleerd_door: regisseur   # vorige keer",
            "    gecontroleerd_op: 2026-11-21",
            "    gecontroleerd_door: regisseur",
        ]

    def test_without_a_role_the_one_that_stands_there_stays(self, path: Path) -> None:
        confirm(path, ids=["inloop", "les"], day=date(2026, 11, 21))
        first, second = loaded(path).services
        assert (first.assurer, second.assurer) == ("wijkteam", None)

    def test_an_entry_on_one_line(self, path: Path) -> None:
        confirm(path, ids=["school"], day=date(2026, 11, 21), role="regisseur")
        gone, come = changed_lines(BY_HAND, path.read_text(encoding="utf-8"))
        assert len(gone) == len(come) == 1
        assert str(loaded(path).organizations[1].assured_date) == "2026-11-21"

    def test_an_unknown_id_changes_nothing_and_names_the_nearest(self, path: Path) -> None:
        with pytest.raises(WrongUseError, match="inlop") as caught:
            confirm(path, ids=["les", "inlop"], day=date(2026, 11, 21))
        assert "inloop" in caught.value.remedy
        assert path.read_text(encoding="utf-8") == BY_HAND

    def test_line_ends_of_windows_stay(self, path: Path) -> None:
        path.write_bytes(BY_HAND.replace("\n", "\r\n").encode())
        confirm(path, ids=["les"], day=date(2026, 11, 21))
        data = path.read_bytes()
        assert data.count(b"\r\n") == data.count(b"\n")

    @given(
        many_services(most=5).filter(bool),
        st.dates(date(2000, 1, 1), date(2030, 1, 1)),
        st.sampled_from((None, "regisseur", "beleidsadviseur: zorg")),
        st.data(),
    )
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_no_other_line_changes(
        self, path: Path, present: tuple[Service, ...], day: date, role: str | None, data: st.DataObject
    ) -> None:
        written = yaml_edit.dump_block(as_fields(kaart_file(*present)))
        text = "".join(_commented(written, data))
        path.write_text(text, encoding="utf-8", newline="\n")
        wanted = data.draw(st.lists(st.sampled_from([item.id for item in present]), min_size=1, unique=True))
        before = loaded(path)
        confirm(path, ids=wanted, day=day, role=role)
        gone, come = changed_lines(text, path.read_text(encoding="utf-8"))
        keys = ("gecontroleerd_op:", "gecontroleerd_door:")
        assert all(line.strip().startswith(keys) for line in (*gone, *come))
        for old, new in zip(before.services, loaded(path).services, strict=True):
            if old.id in wanted:
                assert str(new.assured_date) == day.isoformat()
                assert new.assurer == role
            else:
                assert new == old


class TestAdd:
    def test_a_service_comes_last_and_nothing_else_moves(self, path: Path) -> None:
        add_service(path, service=service(id="nieuw", naam="Nieuw"))
        gone, come = changed_lines(BY_HAND, path.read_text(encoding="utf-8"))
        assert gone == []
        assert come == [
            "  - id: nieuw", "    organisatie: huis", "    naam: Nieuw", "    aanbod: een inloop",
            "    ketenstappen: [preventie]", "    werkgebied: [GM0505]", "    bron: b",
            "    gecontroleerd_op: 2026-06-01",
        ]  # fmt: skip
        assert [item.id for item in loaded(path).services] == ["inloop", "les", "nieuw"]

    def test_a_new_organization_comes_with_it(self, path: Path) -> None:
        add_service(path, service=service(organisatie="gym"), organization=organization(id="gym", naam="Gym"))
        gone, _ = changed_lines(BY_HAND, path.read_text(encoding="utf-8"))
        assert gone == []
        assert [item.id for item in loaded(path).organizations] == ["huis", "school", "gym"]

    def test_the_comment_above_an_entry_stays_above_it(self, path: Path) -> None:
        add_organization(path, organization=organization(id="gym"))
        lines = path.read_text(encoding="utf-8").splitlines()
        assert lines[lines.index("  # hoort bij de volgende: de school") + 1].startswith("  - {id: school")
        assert lines[lines.index("  # --- over de les ---") + 1] == "  - id: les"
        assert lines[-1] == "# einde"

    def test_an_id_that_is_taken(self, path: Path) -> None:
        with pytest.raises(WrongUseError, match="les"):
            add_service(path, service=service(id="les"))
        with pytest.raises(WrongUseError, match="huis"):
            add_organization(path, organization=organization())
        assert path.read_text(encoding="utf-8") == BY_HAND

    def test_an_organization_that_is_not_there(self, path: Path) -> None:
        with pytest.raises(WrongUseError, match="schol") as caught:
            add_service(path, service=service(organisatie="schol"))
        assert "school" in caught.value.remedy
        assert path.read_text(encoding="utf-8") == BY_HAND

    @pytest.mark.parametrize("lists", ["", "organisaties: []\ndiensten: []\n", "organisaties:\ndiensten:\n"])
    def test_the_first_entry_of_a_new_kaart(self, path: Path, lists: str) -> None:
        path.write_text(f'formaat: "1"\nkennisversie: "1"\nnaam: Nieuw\n{lists}', encoding="utf-8")
        add_service(path, service=service(), organization=organization())
        assert loaded(path).names == {"huis": "Huis", "dienst": "Dienst"}

    @given(many_services(most=4), services(number=99), st.data())
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_adding_only_adds(
        self, path: Path, present: tuple[Service, ...], added: Service, data: st.DataObject
    ) -> None:
        text = "".join(_commented(yaml_edit.dump_block(as_fields(kaart_file(*present))), data))
        path.write_text(text, encoding="utf-8", newline="\n")
        add_service(path, service=added)
        after = path.read_text(encoding="utf-8")
        old, new = text.splitlines(), after.splitlines()
        start = next(
            (at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), len(old)
        )
        assert new[:start] + new[start + len(new) - len(old) :] == old
        assert loaded(path).services == (*present, added)


class TestReading:
    @given(many_services())
    @settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
    def test_what_is_written_is_read_back(self, path: Path, present: tuple[Service, ...]) -> None:
        file = kaart_file(*present)
        path.write_text(yaml_edit.dump_block(as_fields(file)), encoding="utf-8")
        assert loaded(path) == file

    def test_a_language_by_name_is_explained(self, path: Path) -> None:
        path.write_text(
            BY_HAND.replace("    aanbod: koffie\n", "    aanbod: koffie\n    talen: [Tigrinja]\n"),
            encoding="utf-8",
        )
        value, problems, _ = read_kaart(path)
        assert value is None
        assert problems[0].hint == "Bedoelt u ti (Tigrinya)?"

    def test_a_file_that_is_not_there(self, tmp_path: Path) -> None:
        with pytest.raises(UnreadableError):
            read_kaart(tmp_path / "geen.yaml")

    def test_a_broken_file_is_not_edited(self, path: Path) -> None:
        path.write_text("diensten: [\n", encoding="utf-8")
        with pytest.raises(ProblemsError):
            add_service(path, service=service(), organization=organization())
        assert path.read_text(encoding="utf-8") == "diensten: [\n"


def test_two_runs_at_once(path: Path) -> None:
    with disk.lock(path.parent), pytest.raises(BusyError):
        confirm(path, ids=["les"], day=date(2026, 11, 21))
    assert path.read_text(encoding="utf-8") == BY_HAND


def _commented(text: str, data: st.DataObject) -> list[str]:
    """Put a comment or an empty line above some lines, and a comment behind some dates."""
    lines = []
    for line in text.splitlines(keepends=True):
        above = data.draw(st.sampled_from(("", "", "", "# over wat volgt\n", "\n")))
        if "gecontroleerd_op:" in line and data.draw(st.booleans()):
            lines += [above, f"{line.rstrip()}  # nagebeld\n"]
        else:
            lines += [above, line]
    return [*lines, data.draw(st.sampled_from(("", "# einde\n")))]
