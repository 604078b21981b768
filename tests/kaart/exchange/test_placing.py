"""Where exported files go, and what is never changed unasked."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from psoh_cli.errors import WrongUseError
from psoh_cli.kaart.exchange.placing_files import place_file, place_files

FILES = {"index.json": b"{}", "services/een.json": b"1"}


def found(folder: Path) -> dict[str, bytes]:
    return {
        item.relative_to(folder).as_posix(): item.read_bytes() for item in folder.rglob("*") if item.is_file()
    }


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "nieuw" / "kaart.xlsx"
    assert place_file(b"een", path=path, replace=False)
    assert not place_file(b"een", path=path, replace=False)
    assert path.read_bytes() == b"een"


def test_another_file_stays_unless_it_may_go(tmp_path: Path) -> None:
    path = tmp_path / "kaart.xlsx"
    path.write_bytes(b"ingevuld")
    with pytest.raises(WrongUseError) as caught:
        place_file(b"een", path=path, replace=False)
    assert "--overschrijf" in caught.value.remedy
    assert path.read_bytes() == b"ingevuld"
    assert place_file(b"een", path=path, replace=True)
    assert path.read_bytes() == b"een"


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_is_no_file_and_a_file_no_folder(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "bestand").write_bytes(b"x")
    with pytest.raises(WrongUseError, match="is een map"):
        place_file(b"een", path=tmp_path, replace=replace)
    with pytest.raises(WrongUseError, match="is een bestand"):
        place_files(FILES, path=tmp_path / "bestand", replace=replace)


def test_many_files_come_in_a_folder_or_a_zip(tmp_path: Path) -> None:
    assert place_files(FILES, path=tmp_path / "map", replace=False)
    assert not place_files(FILES, path=tmp_path / "map", replace=False)
    assert found(tmp_path / "map") == FILES
    place_files(FILES, path=tmp_path / "pak.zip", replace=False)
    packed = (tmp_path / "pak.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {name: archive.read(name) for name in archive.namelist()} == FILES
    assert not place_files(FILES, path=tmp_path / "pak.zip", replace=False)


@pytest.mark.parametrize("replace", [True, False])
def test_a_folder_with_something_else_in_it_is_left_alone(replace: bool, tmp_path: Path) -> None:
    (tmp_path / "services").mkdir()
    (tmp_path / "services" / "oud.json").write_bytes(b"oud")
    with pytest.raises(WrongUseError, match=r"services/oud\.json"):
        place_files(FILES, path=tmp_path, replace=replace)
    assert found(tmp_path) == {"services/oud.json": b"oud"}


def test_an_older_export_of_the_same_files_is_replaced_when_asked(tmp_path: Path) -> None:
    place_files(FILES, path=tmp_path, replace=False)
    newer = FILES | {"index.json": b"{1}"}
    with pytest.raises(WrongUseError, match="een andere export"):
        place_files(newer, path=tmp_path, replace=False)
    assert found(tmp_path) == FILES
    assert place_files(newer, path=tmp_path, replace=True)
    assert found(tmp_path) == newer
