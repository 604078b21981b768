"""What this computer has and lacks, each lack with the one line that mends it."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from psoh_cli import fonts

_PANGO = ("libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll", "libpangoft2-1.0-0")
_GOBJECT = ("libgobject-2.0.so.0", "libgobject-2.0.0.dylib", "libgobject-2.0-0.dll", "libgobject-2.0-0")
_HARFBUZZ_SUBSET = (
    "libharfbuzz-subset.so.0", "libharfbuzz-subset.0.dylib", "libharfbuzz-subset-0.dll", "libharfbuzz-subset-0",
)  # fmt: skip
_DEBIAN_PACKAGES = ("libpangoft2-1.0-0", "libharfbuzz-subset0", fonts.PACKAGE)
_MSYS2_FOLDERS = ("C:/msys64/ucrt64/bin", "C:/msys64/mingw64/bin", "C:/Program Files/GTK3-Runtime Win64/bin")

_REASONS = {
    errno.EACCES: "u hebt hier geen schrijfrechten",
    errno.EPERM: "u hebt hier geen schrijfrechten",
    errno.EROFS: "deze schijf is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.ENOENT: "deze map bestaat niet",
    errno.ENOTDIR: "dit is geen map",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """What is missing, and the one line to type."""

    missing: str
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing we looked at: a name, what was found, and the remedy when it is not well."""

    name: str
    found: str
    remedy: Remedy | None = None
    stops_pdf: bool = False


def pdf_available() -> Remedy | None:
    """Tell what keeps this computer from making a PDF; None when nothing does."""
    for library, names in (("GLib", _GOBJECT), ("Pango", _PANGO)):
        if not _loads(names):
            return Remedy(missing=f"systeembibliotheek {library}", line=pdf_remedy_line())
    return None


def pdf_remedy_line(platform: str = sys.platform) -> str:
    """Give the line that installs what a PDF needs, for this kind of computer."""
    if platform == "win32":
        return "pacman -S mingw-w64-ucrt-x86_64-pango"
    if platform == "darwin":
        return "brew install pango"
    sudo = "" if _is_root() else "sudo "
    packages = " ".join(_DEBIAN_PACKAGES)
    return f"{sudo}apt-get update && {sudo}apt-get install -y --no-install-recommends {packages}"


def font_remedy_line(platform: str = sys.platform) -> str:
    """Give the line that brings the fonts, or tells psoh where they are."""
    if platform == "win32":
        return f"setx {fonts.VARIABLE} C:\\MAP-MET-NOTO-SANS"
    if platform == "darwin":
        return f"export {fonts.VARIABLE}=/MAP/MET/NOTO-SANS"
    return pdf_remedy_line(platform)


def missing_debian_packages() -> tuple[str, ...]:
    """Name the Debian packages a PDF needs and this computer lacks; nothing on macOS and Windows."""
    if not sys.platform.startswith("linux"):
        return ()
    present = (_loads(_PANGO), _loads(_HARFBUZZ_SUBSET), not fonts.find().missing)
    return tuple(package for package, here in zip(_DEBIAN_PACKAGES, present, strict=True) if not here)


def font_files() -> tuple[fonts.FontFile, ...]:
    """Give the font files that documents and pictures are made with, in order of preference."""
    return fonts.find().files


def examine(folder: Path) -> tuple[Check, ...]:
    """Look at everything psoh needs; `folder` is where the user works."""
    return (
        Check(name="Python", found=".".join(str(part) for part in sys.version_info[:3])),
        _check_pdf(),
        _check_subset(),
        _check_fonts(),
        _check_console(),
        _check_folder(folder),
    )


def _check_pdf() -> Check:
    remedy = pdf_available()
    return Check(
        name="PDF maken (Pango)",
        found="gevonden" if remedy is None else f"{remedy.missing} ontbreekt; HTML maken kan wel",
        remedy=remedy,
        stops_pdf=remedy is not None,
    )


def _check_subset() -> Check:
    if _loads(_HARFBUZZ_SUBSET):
        return Check(name="Kleine PDF (HarfBuzz)", found="gevonden")
    remedy = Remedy(missing="systeembibliotheek HarfBuzz-subset", line=pdf_remedy_line())
    return Check(
        name="Kleine PDF (HarfBuzz)", found="niet gevonden; een PDF maken duurt wat langer", remedy=remedy
    )


def _check_fonts() -> Check:
    found = fonts.find()
    if not found.missing:
        return Check(name="Lettertypen", found=", ".join(found.families))
    remedy = Remedy(missing="lettertypen", line=font_remedy_line())
    if not found.any_at_all:
        return Check(name="Lettertypen", found="geen lettertypen gevonden", remedy=remedy)
    here = ", ".join(found.families) or "alleen wat het systeem zelf kiest"
    lacks = (
        f"niet gevonden: {', '.join(found.missing)}. Een teken zonder letter wordt \N{REPLACEMENT CHARACTER}"
    )
    return Check(name="Lettertypen", found=f"{here}; {lacks}", remedy=remedy)


def _check_console() -> Check:
    encoding = (sys.stdout.encoding or "onbekend").lower() if sys.stdout is not None else "onbekend"
    if encoding.replace("-", "") == "utf8":
        return Check(name="Tekens in dit venster", found=encoding)
    line = "chcp 65001" if os.name == "nt" else "export LANG=C.UTF-8"
    remedy = Remedy(missing="UTF-8 in dit venster", line=line)
    return Check(
        name="Tekens in dit venster", found=f"{encoding}; sommige tekens worden een vraagteken", remedy=remedy
    )


def _check_folder(folder: Path) -> Check:
    name = "Schrijven in deze map"
    try:
        with tempfile.TemporaryFile(dir=folder):
            return Check(name=name, found="kan")
    except OSError as error:
        reason = _REASONS.get(error.errno or 0, "onbekende oorzaak")
        remedy = Remedy(missing="een map waarin u mag schrijven", line=f'cd "{Path.home()}"')
        return Check(name=name, found=f"kan niet: {reason}", remedy=remedy)


def _loads(names: tuple[str, ...]) -> bool:
    _add_windows_folders()
    for name in names:
        try:
            ctypes.CDLL(name)
        except OSError:
            continue
        return True
    return False


def _add_windows_folders() -> None:
    """Look where the PDF renderer looks; elsewhere than on Windows there is nothing to add."""
    if sys.platform == "win32":
        folders = os.environ.get("WEASYPRINT_DLL_DIRECTORIES", ";".join(_MSYS2_FOLDERS)).split(";")
        for folder in folders:
            if Path(folder).is_dir():
                os.add_dll_directory(folder)


def _is_root() -> bool:
    return sys.platform != "win32" and os.geteuid() == 0
