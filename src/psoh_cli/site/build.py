"""A site as a folder of files: only what changed is written, and only what psoh made is ever taken away."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.errors import WrongUseError
from psoh_cli.files import disk, disk_copies, disk_lock
from psoh_cli.languages import is_known
from psoh_cli.shell import quoted
from psoh_cli.site.build_plan import Plan, Planned, digest
from psoh_cli.site.manifest import NAME, Made, Manifest, as_text, is_place, read_manifest
from psoh_cli.site.pages import HOME

_MOST_NAMED = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a run did to the folder, by the places of the files."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]
    mended: tuple[str, ...]
    """Pages that somebody had changed by hand, and that were made anew."""
    left: tuple[str, ...]
    """Pages that do not belong there any more, and that somebody had changed by hand: those stay."""


def build(
    plan: Plan, folder: Path, *, anew: bool = False, hear: Callable[[str], None] = lambda _: None
) -> Outcome:
    """Bring a folder up to date with a plan.

    Raises WrongUseError when there is something in the folder that psoh did not make, where it would have to write.
    """
    planned = list(plan.all())
    wrong = next((item.place for item in planned if not is_place(item.place)), None)
    if wrong is not None:
        raise WrongUseError(
            f"'{wrong}' kan geen naam van een bestand op de site zijn.", remedy="Kies een ander id."
        )
    before = _manifest_in(folder)
    if before is None:
        _expect_empty(folder)
    disk_copies.make_folder(folder)
    with disk.lock(folder):
        known = before.ours() if before else {}
        _expect_ours(folder, planned=planned, known=known)
        places = {item.place for item in planned}
        # Written beforehand: after a run that was broken off, the next one knows what is ours.
        _write_manifest(folder, {**dict.fromkeys(places), **known})
        writing = _Writing(folder, known=known, anew=anew)
        for item in planned:
            writing.put(item)
            hear(item.place)
        removed, left = _remove(folder, known={place: known[place] for place in known if place not in places})
        _write_manifest(folder, {**writing.made, **{place: known[place] for place in left}})
    return Outcome(
        written=tuple(writing.written),
        unchanged=tuple(writing.unchanged),
        removed=removed,
        mended=tuple(writing.mended),
        left=left,
    )


def languages_in(folder: Path) -> tuple[str, ...]:
    """List the languages, besides Dutch, of the site that stands in a folder."""
    before = _manifest_in(folder)
    end = f"/{HOME}"
    found = (
        place.removesuffix(end) for place in sorted(before.ours() if before else ()) if place.endswith(end)
    )
    return tuple(code for code in found if is_known(code))


class _Writing:
    """Puts each file in its place, unless what stands there is what would come out."""

    def __init__(self, folder: Path, *, known: dict[str, Made | None], anew: bool) -> None:
        self._folder = folder
        self._known = known
        self._anew = anew
        self._folders: set[Path] = set()
        self.made: dict[str, Made | None] = {}
        self.written: list[str] = []
        self.unchanged: list[str] = []
        self.mended: list[str] = []

    def put(self, item: Planned) -> None:
        path = self._folder / item.place
        before = self._known.get(item.place)
        there = disk_copies.read_copy(path)
        found = digest(there) if there is not None else ""
        if before and before.source == item.source and before.content == found and not self._anew:
            self._stays(item, content=found)
            return
        data = item.make()
        data = data.encode("utf-8") if isinstance(data, str) else data
        content = digest(data)
        if content == found:
            self._stays(item, content=found)
            return
        self._check_folder(path.parent)
        disk_copies.write_copy(path, data)
        self.made[item.place] = Made(source=item.source, content=content)
        self.written.append(item.place)
        if before and found and found != before.content:
            self.mended.append(item.place)

    def _stays(self, item: Planned, *, content: str) -> None:
        self.made[item.place] = Made(source=item.source, content=content)
        self.unchanged.append(item.place)

    def _check_folder(self, folder: Path) -> None:
        if folder not in self._folders:
            disk_copies.expect_no_link(folder, inside=self._folder)
            self._folders.add(folder)


def _manifest_in(folder: Path) -> Manifest | None:
    path = folder / NAME
    if not disk.is_file(path):
        return None
    manifest = read_manifest(disk.read_text(path))
    if manifest is None:
        raise WrongUseError(
            f"{path.as_posix()} is niet te lezen; psoh weet daardoor niet wat het in deze map mag vervangen.",
            remedy="Haal de hele map weg, of kies een andere met --output.",
        )
    return manifest


def _expect_empty(folder: Path) -> None:
    """Make sure that a folder holds nothing of somebody else; what is hidden, such as .git, may be there."""
    if not disk.is_folder(folder):
        return
    others = [path.name for path in disk.paths_in(folder) if not path.name.startswith(".")]
    if others:
        named = ", ".join(others[:_MOST_NAMED]) + (", …" if len(others) > _MOST_NAMED else "")
        raise WrongUseError(
            f"De map {folder.as_posix()} is niet leeg ({named}), en psoh heeft daar nog geen site gemaakt.",
            remedy=f"Kies een lege map, bijvoorbeeld: --output {quoted(folder / 'site')}",
        )


def _expect_ours(folder: Path, *, planned: list[Planned], known: dict[str, Made | None]) -> None:
    """Make sure that no file is overwritten that psoh did not make."""
    listed = _files_in(folder)
    foreign = [item.place for item in planned if item.place in listed and item.place not in known]
    if foreign:
        raise WrongUseError(
            f"In {folder.as_posix()} staat {foreign[0]}, en dat heeft psoh niet gemaakt. Er is niets geschreven.",
            remedy="Zet dat bestand ergens anders, of kies een andere map met --output.",
        )


def _files_in(folder: Path) -> set[str]:
    """List what stands in a folder and below it, as places."""
    found: set[str] = set()
    waiting = [folder]
    while waiting:
        here = waiting.pop()
        for path in disk.paths_in(here):
            if disk.is_folder(path) and not path.is_symlink():
                waiting.append(path)
            elif path.name not in {NAME, disk_lock.LOCK_NAME}:
                found.add(path.relative_to(folder).as_posix())
    return found


def _remove(folder: Path, *, known: dict[str, Made | None]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Take away what does not belong to the site any more; what somebody changed since stays, and is told."""
    removed: list[str] = []
    left: list[str] = []
    for place, made in sorted(known.items()):
        path = folder / place
        data = disk_copies.read_copy(path) if disk.is_inside(path.parent, folder=folder) else None
        if data is None:
            continue
        if made is not None and digest(data) != made.content:
            left.append(place)
            continue
        disk_copies.take_away(path)
        removed.append(place)
    for parent in sorted({(folder / place).parent for place in removed}, key=lambda path: -len(path.parts)):
        if parent != folder:
            disk_copies.remove_if_empty(parent)
            if parent.parent != folder:
                disk_copies.remove_if_empty(parent.parent)
    return tuple(removed), tuple(left)


def _write_manifest(folder: Path, files: dict[str, Made | None]) -> None:
    text = as_text(Manifest(files=files))
    path = folder / NAME
    if disk_copies.read_copy(path) != text.encode():
        disk.write_text(path, text)
