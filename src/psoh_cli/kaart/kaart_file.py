"""`sociale-kaart.yaml`: read it; add to it and confirm in it, touching only the lines that are meant."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.role import sound_role
from psoh_cli.kaart.written import as_fields
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.shell import quoted

__all__ = ["add_organization", "add_service", "as_fields", "confirm", "read_kaart"]

_LISTS = ("organisaties", "diensten")


def read_kaart(
    path: Path, *, name: str | None = None
) -> tuple[KaartFile | None, tuple[Problem, ...], yaml_file.Parsed]:
    """Read a kaart file; the value is None when any problem is an error.

    Raises UnreadableError when there is no such file or it is not UTF-8.
    """
    file = versioned_file.read(path, KaartFile, name=name)
    if file.unreadable is not None:
        raise file.unreadable
    return file.value, file.problems, file.parsed


def add_organization(path: Path, *, organization: Organization) -> None:
    """Add an organization at the end of the list; raises WrongUseError when its id is taken."""
    _edit(path, lambda text: _with_organization(text, organization, path=path))


def add_service(path: Path, *, service: Service, organization: Organization | None = None) -> None:
    """Add a service, and its organization when that is new.

    Raises WrongUseError when an id is taken or the organization is not in this file.
    """

    def edit(text: str) -> str:
        if organization is not None:
            text = _with_organization(text, organization, path=path)
        return _with_service(text, service, path=path)

    _edit(path, edit)


def confirm(path: Path, *, ids: Iterable[str], day: date, role: str | None = None) -> tuple[str, ...]:
    """Note that entries still hold on a day, by a role; gives the ids in the order of the file.

    Without a role, the role that stands there stays.
    Raises WrongUseError when an id is not in the file; nothing is changed then.
    """
    role = sound_role(role)
    wanted = tuple(dict.fromkeys(ids))
    confirmed: list[str] = []

    def edit(text: str) -> str:
        places = _places(text, path=path)
        _expect_known(wanted, {name for name, _, _ in places}, path=path)
        changes: dict[tuple[str | int, ...], Any] = {}
        for name, where, _ in places:
            if name not in wanted:
                continue
            confirmed.append(name)
            changes[*where, "gecontroleerd_op"] = PartialDate(day.year, day.month, day.day)
            if role is not None:
                changes[*where, "gecontroleerd_door"] = role
        return yaml_edit.set_values(text, changes)

    _edit(path, edit)
    return tuple(confirmed)


def _edit(path: Path, edit: Callable[[str], str]) -> None:
    """Read, change and write a file while nobody else can."""
    with disk.lock(path.parent):
        yaml_edit.save(path, edit(versioned_file.text_of(path)))


def _with_organization(text: str, organization: Organization, *, path: Path) -> str:
    _expect_free(organization.id, text, path=path, key="organisaties")
    return yaml_edit.append_item(text, ("organisaties",), as_fields(organization))


def _with_service(text: str, service: Service, *, path: Path) -> str:
    _expect_free(service.id, text, path=path, key="diensten")
    known = _ids(text, path=path, key="organisaties")
    if service.organization not in known:
        raise WrongUseError(
            f"Organisatie '{service.organization}' staat niet in {path.as_posix()}.",
            remedy=did_you_mean(service.organization, known) or "Voeg eerst de organisatie toe.",
        )
    return yaml_edit.append_item(text, ("diensten",), as_fields(service))


def _expect_free(wanted: str, text: str, *, path: Path, key: str) -> None:
    if wanted in _ids(text, path=path, key=key):
        raise WrongUseError(
            f"Het id '{wanted}' staat al bij {key} in {path.as_posix()}.", remedy="Kies een ander id."
        )


def _expect_known(wanted: tuple[str, ...], known: set[str], *, path: Path) -> None:
    for name in wanted:
        if name not in known:
            raise WrongUseError(
                f"'{name}' staat niet in {path.as_posix()}; er is niets veranderd.",
                remedy=did_you_mean(name, sorted(known))
                or f"Alle ids ziet u met: psoh kaart toon {quoted(path.parent)}",
            )


def _ids(text: str, *, path: Path, key: str) -> list[str]:
    return [name for name, where, _ in _places(text, path=path) if where[0] == key]


def _places(text: str, *, path: Path) -> list[tuple[str, tuple[str, int], dict[str, Any]]]:
    """Give id, place and fields of each entry, in the order of the file, whatever else is wrong in it."""
    parsed = yaml_file.parse(text, name=path.as_posix())
    data = parsed.plain()
    if not isinstance(data, dict):
        raise ProblemsError(
            f"{path.as_posix()} kan niet worden gelezen.",
            problems=parsed.problems,
            remedy=f"Herstel het bestand. Waar het misgaat ziet u met: psoh check {quoted(path.parent)}",
        )
    return [
        (str(entry["id"]), (key, index), entry)
        for key in _LISTS
        for index, entry in enumerate(data.get(key) or ())
        if isinstance(entry, dict) and entry.get("id")
    ]
