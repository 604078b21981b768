"""Where exported files go: one file, a folder or a zip; what stands there already is never changed unasked."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

from psoh_cli.dutch import number
from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk

_ZIP = ".zip"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment a zip can name: the same files give the same bytes."""


def place_file(data: bytes, *, path: Path, replace: bool) -> bool:
    """Write one file; tell whether it changed. Raises WrongUseError when another one is there and may not go."""
    if disk.is_folder(path):
        raise WrongUseError(
            f"'{path.as_posix()}' is een map; er is niets geschreven.",
            remedy=f"Noem een bestand, bijvoorbeeld: --output {(path / 'sociale-kaart.xlsx').as_posix()}",
        )
    if disk.is_file(path):
        if disk.read_bytes(path, limit=_limit(data)) == data:
            return False
        if not replace:
            raise _taken(f"'{path.as_posix()}' bestaat al en is anders dan wat psoh zou schrijven.")
    disk.write_bytes(path, data)
    return True


def place_files(files: Mapping[str, bytes], *, path: Path, replace: bool) -> bool:
    """Write files in a folder, or in a zip when the path says so; tell whether anything changed.

    Raises WrongUseError when there are other files in the folder: together they would look like one export.
    """
    if path.suffix.casefold() == _ZIP:
        return place_file(_zipped(files), path=path, replace=replace)
    if disk.is_file(path):
        raise WrongUseError(
            f"'{path.as_posix()}' is een bestand; er is een map nodig.", remedy="Noem een map."
        )
    _expect_free(files, folder=path, replace=replace)
    changed = [place_file(data, path=path / name, replace=replace) for name, data in files.items()]
    return any(changed)


def _expect_free(files: Mapping[str, bytes], *, folder: Path, replace: bool) -> None:
    present = [item for item in _all_in(folder) if item.relative_to(folder).as_posix() not in files]
    if present:
        others = f" en {number(len(present) - 1)} andere" if len(present) > 1 else ""
        raise WrongUseError(
            f"In de map '{folder.as_posix()}' staat al iets dat niet bij deze export hoort: "
            f"{present[0].relative_to(folder).as_posix()}{others}. Er is niets geschreven.",
            remedy="Kies met --output een nieuwe map, of maak deze eerst leeg.",
        )
    for name, data in files.items() if not replace else ():
        path = folder / name
        if disk.is_file(path) and disk.read_bytes(path, limit=_limit(data)) != data:
            raise _taken(f"In de map '{folder.as_posix()}' staat al een andere export.")


def _all_in(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in disk.paths_in(folder) if disk.is_folder(folder) else ():
        found += _all_in(path) if disk.is_folder(path) else [path]
    return found


def _limit(data: bytes) -> int:
    """Read no more of what stands there than tells whether it is the same."""
    return max(len(data) * 2, 100_000_000)


def _taken(message: str) -> WrongUseError:
    return WrongUseError(
        f"{message} Er is niets geschreven.",
        remedy="Kies met --output een andere plek, of geef --overschrijf als het weg mag.",
    )


def _zipped(files: Mapping[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, data in files.items():
            info = zipfile.ZipInfo(name, _LONG_AGO)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return target.getvalue()
