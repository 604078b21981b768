"""Files and folders in a dossier with a name that nothing reads, and a dossier whose gemeente.yaml has such a name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.problems.meant import closest

_YAML = (".yaml", ".yml")
_TEXT = (".txt", ".text")
_WORD = (".docx", ".doc", ".odt", ".rtf")
_HIDDEN_ENDING = "Ziet u .txt niet? Kies in Verkenner: Beeld, Weergeven, Bestandsnaamextensies."


@dataclass(frozen=True, slots=True)
class Stray:
    """Something that nothing reads, and what to do about it; without a remedy nobody knows what was meant."""

    path: Path
    is_folder: bool = False
    remedy: str = ""


def stray_files(paths: Sequence[Path], *, known: Collection[str]) -> Iterator[Stray]:
    """Yield, of files beside those with known names, YAML under any other name and what was saved as something else."""
    there = {path.name for path in paths}
    by_stem = {name: Path(name).stem for name in known}
    for path in paths:
        ending, stem = _ending(path.name)
        if path.name in known or path.name.startswith(".") or not ending:
            continue
        is_yaml = ending in _YAML
        meant = "".join(closest(stem, by_stem, most=1, alike=0.5 if is_yaml else 0.8))
        if is_yaml or meant or _is_yaml_inside(path.name):
            yield Stray(path, remedy=_remedy(path, meant=meant, there=there))


def stray_items(paths: Sequence[Path]) -> Iterator[Stray]:
    """Yield, in a folder where each file has a name of its own, those without the ending of YAML."""
    there = {path.name for path in paths}
    for path in paths:
        ending, stem = _ending(path.name)
        if ending and not path.name.startswith(".") and path.suffix != ".yaml":
            yield Stray(path, remedy=_remedy(path, meant=f"{stem}.yaml", there=there))


def stray_folders(folders: Sequence[Path], *, known: Collection[str]) -> Iterator[Stray]:
    """Yield folders whose names differ in a capital or a letter from one that is read."""
    there = {path.name for path in folders}
    for path in folders:
        meant = "" if path.name in known else "".join(closest(path.name, known, most=1, alike=0.85))
        if not meant:
            continue
        if meant in there:
            yield Stray(path, is_folder=True, remedy=f"Zet wat erin staat in de map {meant}.")
        else:
            yield Stray(
                path, is_folder=True, remedy=f"Bedoelt u {meant}? Geef de map dan die naam, zo geschreven."
            )


def meant_for(name: str, *, listed: Collection[str]) -> str:
    """Give what somebody saved instead of a file that is not there, such as `gemeente.yml`; empty when nothing."""
    for other in sorted(listed):
        ending, stem = _ending(other)
        if ending and other != name and not other.startswith(".") and stem.casefold() == Path(name).stem:
            return other
    return ""


def _remedy(path: Path, *, meant: str, there: Collection[str]) -> str:
    ending = path.suffix.lower()
    if not meant:
        return ""
    if meant in there:
        return f"Er is ook een {meant}: dat leest psoh. Haal {path.name} weg, of zet het buiten het dossier."
    if ending in _WORD:
        return f"Zet de tekst over in {meant}; een document uit een tekstverwerker kan psoh niet lezen."
    said = f"Bedoelt u {meant}? Geef het bestand dan die naam."
    return f"{said} {_HIDDEN_ENDING}" if ending in _TEXT else said


def _ending(name: str) -> tuple[str, str]:
    """Give the last ending of a file that may be meant for psoh, and its name without such endings."""
    last, stem = "", name
    while (ending := Path(stem).suffix.lower()) in (*_YAML, *_TEXT, *_WORD):
        last, stem = last or ending, stem[: -len(ending)]
    return last, stem


def _is_yaml_inside(name: str) -> bool:
    return Path(Path(name).stem).suffix.lower() in _YAML
