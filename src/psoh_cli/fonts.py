"""The letters this computer has: which font files we print with, and what is missing. None travel with psoh."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

PACKAGE = "fonts-noto-core"
"""The Debian package with every family we want."""

VARIABLE = "PSOH_FONTS"
"""Names folders to look in first, as PATH does."""

FOLDERS = (
    "/usr/share/fonts/truetype/noto", "/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts",
    "/Library/Fonts", "~/Library/Fonts", "/System/Library/Fonts", "C:/Windows/Fonts",
    "~/AppData/Local/Microsoft/Windows/Fonts",
)  # fmt: skip
_ENDINGS = {".ttf", ".otf", ".ttc"}


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One font file: the family as a style sheet names it, how heavy and how slanted, and where it is."""

    family: str
    path: Path
    weight: int = 400
    style: str = "normal"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """What was found: the files to print with in order of preference, and the families that are not here."""

    files: tuple[FontFile, ...]
    missing: tuple[str, ...]
    any_at_all: bool
    """Whether there is any outline font on this computer; without one nothing can be printed."""

    @property
    def families(self) -> tuple[str, ...]:
        """The families that were found, each once."""
        return tuple(dict.fromkeys(file.family for file in self.files))


_SCRIPTS = {
    "Noto Sans": (
        ("NotoSans-Regular.ttf", 400, "normal"),
        ("NotoSans-Italic.ttf", 400, "italic"),
        ("NotoSans-Bold.ttf", 700, "normal"),
    ),
    "Noto Sans Arabic": (("NotoSansArabic-Regular.ttf", 400, "normal"),),
    "Noto Sans Ethiopic": (("NotoSansEthiopic-Regular.ttf", 400, "normal"),),
}
"""The families we want, one file per weight: variable fonts come out differently on every computer."""

_INSTEAD = {
    "DejaVu Sans": (
        ("DejaVuSans.ttf", 400, "normal"),
        ("DejaVuSans-Oblique.ttf", 400, "italic"),
        ("DejaVuSans-Bold.ttf", 700, "normal"),
    ),
    "Liberation Sans": (
        ("LiberationSans-Regular.ttf", 400, "normal"),
        ("LiberationSans-Italic.ttf", 400, "italic"),
        ("LiberationSans-Bold.ttf", 700, "normal"),
    ),
    "Arial": (
        ("Arial.ttf", 400, "normal"),
        ("Arial Italic.ttf", 400, "italic"),
        ("Arial Bold.ttf", 700, "normal"),
        ("ariali.ttf", 400, "italic"),
        ("arialbd.ttf", 700, "normal"),
    ),
}
"""What stands in where a family we want is missing, the first that is here."""


def find() -> Fonts:
    """Look for the fonts, first where PSOH_FONTS says and then in the usual folders of this kind of computer."""
    own = tuple(part for part in os.environ.get(VARIABLE, "").split(os.pathsep) if part)
    return _find((*own, *FOLDERS))


@lru_cache(maxsize=4)
def _find(folders: tuple[str, ...]) -> Fonts:
    wanted = {
        name.casefold() for table in (_SCRIPTS, _INSTEAD) for faces in table.values() for name, *_ in faces
    }
    found: dict[str, Path] = {}
    any_at_all = False
    for folder in folders:
        if all(name.casefold() in found for faces in _SCRIPTS.values() for name, *_ in faces):
            break
        for path in _outlines(Path(folder).expanduser()):
            any_at_all = True
            if path.name.casefold() in wanted:
                found.setdefault(path.name.casefold(), path)
    files = [file for family in _SCRIPTS for file in _faces(family, _SCRIPTS[family], found=found)]
    missing = tuple(family for family in _SCRIPTS if family not in {file.family for file in files})
    if missing:
        stand_ins = (_faces(family, faces, found=found) for family, faces in _INSTEAD.items())
        files += next((faces for faces in stand_ins if faces), ())
    return Fonts(files=tuple(files), missing=missing, any_at_all=any_at_all)


def _outlines(folder: Path) -> tuple[Path, ...]:
    """Give the font files below a folder, in the same order on every run."""
    found = []
    for below, folders, names in os.walk(folder):
        folders.sort()
        found += [Path(below, name) for name in sorted(names) if Path(name).suffix.lower() in _ENDINGS]
    return tuple(found)


def _faces(
    family: str, faces: tuple[tuple[str, int, str], ...], *, found: dict[str, Path]
) -> tuple[FontFile, ...]:
    """Give the files of one family; none when its upright letters are missing."""
    here = tuple(
        FontFile(family=family, path=found[name.casefold()], weight=weight, style=style)
        for name, weight, style in faces
        if name.casefold() in found
    )
    return here if here and (here[0].weight, here[0].style) == (400, "normal") else ()
