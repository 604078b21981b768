"""Reads what a site is made with: the templates, and the files that all its pages share."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.files import disk
from psoh_cli.files.templates import templates_dir
from psoh_cli.site.places import FILES
from psoh_cli.site.search_data import SCRIPT_PARTS, joined_script
from psoh_cli.site.search_synonyms_file import as_script, read_synonyms

_ICON = "icoon.svg"
_SEARCH = "zoeken"
"""The folder with the parts of the search script."""
_SHARED = frozenset({".css", ".js", ".svg"})


def templates() -> dict[str, str]:
    """Read the templates of the pages, by name."""
    here = templates_dir("site")
    return {path.name: disk.read_text(path) for path in disk.paths_in(here) if path.suffix == ".html"}


def shared_files() -> dict[str, bytes]:
    """Read what all pages share, by name: style, scripts and icon."""
    here = templates_dir("site")
    found = {_ICON: disk.read_bytes(here / _ICON)}
    for path in _below(here / FILES):
        if path.suffix in _SHARED:
            found[path.relative_to(here / FILES).as_posix()] = disk.read_bytes(path)
    parts = {name: found.pop(f"{_SEARCH}/{name}") for name in SCRIPT_PARTS}
    return found | {"zoek.js": joined_script(parts, synonyms=as_script(read_synonyms()))}


def _below(folder: Path) -> list[Path]:
    found: list[Path] = []
    for path in disk.paths_in(folder):
        found += _below(path) if disk.is_folder(path) else [path]
    return found
