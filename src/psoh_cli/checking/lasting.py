"""Names of files that stay the same wherever you stand and however you typed the path."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from psoh_cli.checking.walking import real_place
from psoh_cli.files.versioned_file import home_of, outermost


def lasting_names(files: Iterable[str]) -> dict[str, str]:
    """Name files from the git root, or without git from the folder around their dossier.

    What lies on a drive of its own keeps the name that was typed.
    """
    tops: dict[Path, Path] = {}
    names: dict[str, str] = {}
    for file in files:
        place = real_place(Path(file))
        home = home_of(place)
        if home not in tops:
            tops[home] = outermost(home)
        top = tops[home]
        names[file] = place.relative_to(top).as_posix() if place.is_relative_to(top) else file
    return names
