"""The house style on disk: found, read and looked over as a whole before anything is made with it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.file_names import is_device
from psoh_cli.files import disk, disk_about, versioned_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.press.house_style.page_safety import blanked, template_faults
from psoh_cli.press.house_style.parts import dressed, expect_word
from psoh_cli.press.house_style.settings import Settings
from psoh_cli.press.house_style.sheet_safety import Fault, sheet_faults
from psoh_cli.press.house_style.style import FOLDER, SETTINGS_FILE, TEMPLATES, HouseStyle
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem

_BESIDE = frozenset({".md", ".txt", ".png", ".jpg", ".jpeg", ".svg", ".ttf", ".otf", ".docx"})
_CLUTTER = frozenset({"thumbs.db", "desktop.ini"})
_BIGGEST = 300_000
"""Bytes of one template; ours are all under 10 kB."""
_MOST = 300
"""Files in one folder; ours has forty."""


def find_house_style(dossier: Path, *, extra: Path | None = None) -> HouseStyle:
    """Find the house style of a dossier, or the one at `extra`: a folder, a `huisstijl.yaml`, or a `.docx`.

    One that is named goes before the dossier's own; a `.docx` stands beside it. Raises UnreadableError where a
    file cannot be used, and ProblemsError where `huisstijl.yaml` holds errors.
    """
    style, problems, _ = _found(dossier, extra=extra)
    if problems:
        raise ProblemsError(
            "De huisstijl kan niet worden gebruikt: er staan fouten in.",
            problems=problems,
            remedy="Verbeter ze, of haal het bestand weg: dan geldt de vormgeving van psoh.",
        )
    return style


def replaces_nothing(style: HouseStyle) -> str:
    """Say which templates of a house style stand under no name of ours, and what was meant; empty for none."""
    if not style.added:
        return ""
    ours = tuple(sorted(name for name in _names_of_ours() if Path(name).suffix in TEMPLATES))
    top = [name for name in ours if "/" not in name]
    meant = dict.fromkeys(did_you_mean(name, ours) for name in style.added)
    said = (
        f"Vervangt niets van psoh: {', '.join(style.added)} in {style.place}.",
        *(question for question in meant if question),
        f"Vervangen kunt u {', '.join(top)} en wat in blokken/ en stijl/ staat; zie de handleiding, 10.5.",
    )
    return " ".join(said)


def house_style_problems(dossier: Path) -> tuple[tuple[Problem, ...], dict[str, str]]:
    """Give the problems in the settings of a dossier's own house style, and the texts that were read, by file.

    Raises UnreadableError as `find_house_style` does.
    """
    _, problems, files = _found(dossier, extra=None)
    return problems, files


def _found(dossier: Path, *, extra: Path | None) -> tuple[HouseStyle, tuple[Problem, ...], dict[str, str]]:
    if extra is None:
        return _own(dossier)
    if extra.suffix.lower() == ".docx":
        style, problems, files = _own(dossier)
        template = expect_word(extra)
        return replace(style, place=style.place or _shown(extra), word_template=template), problems, files
    if disk.is_folder(extra):
        settings = extra / SETTINGS_FILE
        there = disk.is_file(settings)
        found = _read(folder=extra, settings=settings if there else None, place=_shown(extra))
        if not there and not found[0].templates:
            raise UnreadableError(
                f"In de map {_shown(extra)} staat geen huisstijl: geen {SETTINGS_FILE} en geen .html of .css.",
                remedy="Noem de map waar uw huisstijl in staat.",
            )
        return found
    if extra.suffix.lower() in {".yaml", ".yml"}:
        return _read(folder=None, settings=extra, place=_shown(extra))
    raise UnreadableError(
        f"{_shown(extra)} is geen map, geen {SETTINGS_FILE} en geen .docx.",
        remedy="Noem met --huisstijl de map van uw huisstijl, het bestand huisstijl.yaml, of een Word-sjabloon.",
    )


def _own(dossier: Path) -> tuple[HouseStyle, tuple[Problem, ...], dict[str, str]]:
    folder = dossier / FOLDER
    beside, within = dossier / SETTINGS_FILE, folder / SETTINGS_FILE
    if disk_about.is_there(beside) and disk_about.is_there(within):
        raise UnreadableError(
            f"Er zijn twee bestanden {SETTINGS_FILE}: in het dossier en in {FOLDER}/.",
            remedy="Haal er één weg.",
        )
    settings = next((path for path in (beside, within) if disk_about.is_there(path)), None)
    there = disk.is_folder(folder)
    if there:
        versioned_file.expect_inside(folder)
    return _read(
        folder=folder if there else None, settings=settings, place=FOLDER if there else SETTINGS_FILE
    )


def _read(
    *, folder: Path | None, settings: Path | None, place: str
) -> tuple[HouseStyle, tuple[Problem, ...], dict[str, str]]:
    ours = _names_of_ours()
    templates = tuple(_templates(folder, ours=ours, place=place)) if folder else ()
    names = [name for name, _ in templates]
    style = HouseStyle(
        place=place if settings or templates else "",
        templates=templates,
        replaced=tuple(name for name in names if name in ours),
        added=tuple(name for name in names if name not in ours),
    )
    if settings is None:
        return style, (), {}
    read = versioned_file.read(settings, Settings, name=_shown(settings))
    if read.unreadable:
        raise read.unreadable
    if read.value is None:
        return style, read.problems, {read.name: read.parsed.text}
    whole, problems = dressed(style, settings=read)
    return whole, (*read.problems, *problems), {read.name: read.parsed.text}


def _names_of_ours() -> frozenset[str]:
    """Name our own templates and their folders, by their path."""
    folder = templates_dir("documenten")
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def _templates(folder: Path, *, ours: frozenset[str], place: str) -> Iterator[tuple[str, str]]:
    """Read every template in a folder; raise UnreadableError for a file that does not belong there."""
    seen: dict[str, str] = {}
    lower = {name.lower(): name for name in ours}
    for number, path in enumerate(_files(folder, root=folder, place=place)):
        name = path.relative_to(folder).as_posix()
        if number >= _MOST:
            raise UnreadableError(
                f"In de map {place} staan meer dan {_MOST} bestanden.",
                remedy="Noem een map met alleen uw huisstijl.",
            )
        twin = seen.setdefault(name.lower(), lower.get(name.lower(), name))
        if twin != name:
            raise _refused(place, name, why=f"verschilt alleen in hoofdletters van {twin}")
        if path.suffix in TEMPLATES:
            if path.stat().st_size > _BIGGEST:
                raise _refused(place, name, why=f"is groter dan {_BIGGEST // 1000} kB")
            text = disk.read_text(path)
            _expect_harmless(text, place=f"{place}/{name}", is_sheet=path.suffix == ".css")
            yield name, text


def _files(folder: Path, *, root: Path, place: str) -> Iterator[Path]:
    """Yield the files in a folder and below it, in order; raise UnreadableError for what does not belong there."""
    for path in disk.paths_in(folder):
        name = path.relative_to(root).as_posix()
        if path.name.startswith(".") or path.name.lower() in _CLUTTER:
            continue
        if not disk.is_inside(path, folder=root):
            raise _refused(place, name, why="wijst naar een plek buiten die map")
        if is_device(path.name):
            raise _refused(place, name, why="heeft een naam die Windows zelf gebruikt")
        if disk.is_folder(path):
            if path.is_symlink():
                raise _refused(place, name, why="is een koppeling naar een map")
            yield from _files(path, root=root, place=place)
        elif path.suffix in TEMPLATES or path.suffix.lower() in _BESIDE or name == SETTINGS_FILE:
            yield path
        else:
            raise _refused(place, name, why="is geen .html of .css")


def _expect_harmless(text: str, *, place: str, is_sheet: bool) -> None:
    faults: Iterator[Fault] = sheet_faults(blanked(text)) if is_sheet else iter(template_faults(text))
    for fault in faults:
        raise UnreadableError(
            f"De huisstijl kan niet worden gebruikt ({place}, regel {fault.line}): {fault.why}.",
            remedy="Een document voert niets uit en haalt niets op; haal dit weg. Een plaatje kan als data:",
        )


def _refused(place: str, name: str, *, why: str) -> UnreadableError:
    return UnreadableError(
        f"{place}/{name} {why}, en kan daarom niet worden gebruikt.",
        remedy=f"Haal het bestand weg. In {place} horen alleen {SETTINGS_FILE}, wat daarin genoemd wordt, en .html en "
        ".css met de namen van templates/documenten.",
    )


def _shown(path: Path) -> str:
    """Give a path as somebody typed it, with forward slashes and without steps back."""
    return Path(os.path.normpath(path)).as_posix()
