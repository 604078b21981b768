"""Files that somebody named one by one: only what is in them is told, and also that psoh does not read one."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.checking.tally import Tally
from psoh_cli.checking.walking import real_place
from psoh_cli.files import disk
from psoh_cli.problems.report import Unread

_STRAY = "DOSSIER012"
_OURS = (
    "psoh leest van een dossier gemeente.yaml, sociale-kaart.yaml, plan.yaml, ronde.yaml, huisstijl.yaml, "
    "psoh.toml, en wat in interviews en momenten op .yaml eindigt."
)


def leave_only_named(paths: tuple[Path, ...], *, tally: Tally) -> None:
    """Tell of files that were asked for and that psoh does not read; of files alone, leave out what others hold."""
    files = {path: real_place(path) for path in paths if disk.is_file(path)}
    if not files:
        return
    places = {name: real_place(Path(name)) for name in _names_in(tally)}
    read = {places[name] for name in (*tally.files, *tally.policies)} | _unread_places(tally)
    hints = {places[problem.file]: problem.hint for problem in tally.problems if problem.code == _STRAY}
    strange = {path: place for path, place in files.items() if place not in read}
    tally.unread.extend(_not_ours(path, hint=hints.get(place, "")) for path, place in strange.items())
    if len(files) < len(set(paths)):
        return
    named = set(files.values()) - set(strange.values())
    tally.is_part = bool(tally.dossiers)
    about = named | {places[name] for name in tally.policies}  # a policy that is broken weighs on every file
    tally.problems = [problem for problem in tally.problems if places[problem.file] in about]
    tally.ignored = [item for item in tally.ignored if places[item.problem.file] in named]
    tally.files = [name for name in (*tally.files, *tally.policies) if places[name] in named]


def _unread_places(tally: Tally) -> set[Path]:
    """Give what was not read for a reason that is told already."""
    return {real_place(Path(item.file)) for item in tally.unread if item.file}


def _not_ours(path: Path, *, hint: str) -> Unread:
    name = path.as_posix()
    return Unread(
        message=f"{name} is niet nagekeken: zo'n bestand leest psoh niet.", hint=hint or _OURS, file=name
    )


def _names_in(tally: Tally) -> set[str]:
    about = {problem.file for problem in tally.problems} | {item.problem.file for item in tally.ignored}
    return about | set(tally.files) | set(tally.policies)
