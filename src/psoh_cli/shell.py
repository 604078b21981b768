"""What somebody types: a path as one word of a command, in every shell."""

from __future__ import annotations

import re
from pathlib import PurePath

from psoh_cli.one_line import on_one_line

_BARE = re.compile(r"[\w./:~\\+@%,=-]+")
_PLACE = re.compile(r"(?<=\s)MAP\b")
_INTERVIEWS = "interviews"


def quoted(path: PurePath) -> str:
    """Write a path with forward slashes as one word of a command, between quotes where a shell needs them."""
    text = on_one_line(path.as_posix())
    return text if _BARE.fullmatch(text) else f'"{text}"'


def as_word(text: str) -> str:
    """Write a text as one word of a command: between double quotes, which every shell knows, where that is safe."""
    told = on_one_line(text)
    if not set(told) & set('"$`\\!%'):
        return f'"{told}"'
    return "'" + told.replace("'", "’") + "'"


def in_place(text: str, *, file: str) -> str:
    """Put the dossier of a file where a text says MAP, so that its command can be typed as it is."""
    return _PLACE.sub(lambda _: quoted(dossier_of(file)), text)


def dossier_of(file: str) -> PurePath:
    """Give the folder of the dossier that a file is in; an interview lies one folder deeper than the rest."""
    folder = PurePath(file).parent
    return folder.parent if folder.name == _INTERVIEWS else folder
