"""What a document carries of its dossier: the YAML files, as far as its version may show them.

Every path inside the dossier stays as it is. A shared kaart that lies outside it travels as
`gedeelde-kaarten/<name>.yaml`, and `kaarten` in gemeente.yaml then names it there.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from unicodedata import normalize

from psoh_cli import __version__
from psoh_cli.dossier import moments
from psoh_cli.dossier.dossier_files import INTERVIEWS_FOLDER, PLAN_FILE, DossierFiles, read_files
from psoh_cli.dossier.hidden_entries import Hidden, hidden_in
from psoh_cli.dossier.moments import MomentFile
from psoh_cli.dossier.showable import showable
from psoh_cli.dutch import slug
from psoh_cli.errors import UnreadableError, WrongUseError
from psoh_cli.file_names import is_safe
from psoh_cli.files import disk, yaml_edit
from psoh_cli.files.yaml_dump import dump_block
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.press.source import CarriedFile, Source
from psoh_cli.report.version import Version
from psoh_cli.rounds.round import ROUND_FILE, RoundFile
from psoh_cli.shell import quoted

SHARED_FOLDER = "gedeelde-kaarten"
"""Where kaarten of others travel."""

_TABLE = "klankbordgroep"
"""Who decided, in a document."""

_HEADER = (
    "# Uit een document van psoh, versie {version}: zonder opmerkingen, commentaar en kleine aantallen.\n"
)


def carry(folder: Path, *, version: Version, with_interviews: bool = False) -> Source:
    """Gather the files of a dossier that a document of this version may carry.

    With interviews every file goes as it is, remarks included; else each is written anew without what the version
    does not show. Raises WrongUseError for interviews in another version than the council's, and UnreadableError
    when a file of the dossier cannot be read or holds errors.
    """
    if with_interviews and version is not Version.COUNCIL:
        raise WrongUseError(
            f"Een document in de versie {version.value} draagt nooit interviews of opmerkingen.",
            remedy="Laat --met-interviews weg, of kies --versie raad.",
        )
    files = read_files(folder)
    _expect_sound(files)
    names = names_in(files)
    hidden = hidden_in(item.value for item in files.kaarten if item.value is not None)
    carried = (
        CarriedFile(
            name=name,
            content=_as_it_is(path, files=files, names=names)
            if with_interviews
            else _as_shown(path, files=files, names=names, version=version, hidden=hidden),
            description=_described(name, kaarten={names[item.path] for item in files.kaarten}),
        )
        for path, name in names.items()
        if with_interviews or not (_is_interview(name) or path == _round_left_out(files, version=version))
    )
    return Source(
        files=tuple(sorted(carried, key=lambda file: file.name)),
        knowledge_version=read_catalogue()[0].version,
        tool_version=__version__,
        version=version,
        with_interviews=with_interviews,
    )


def names_in(files: DossierFiles) -> dict[Path, str]:
    """Give every file of a dossier the name under which it travels."""
    names: dict[Path, str] = {}
    kaarten = {kaart.path for kaart in files.kaarten}
    for item in files.all():
        wanted = _inside(item.path, folder=files.folder)
        if wanted is None:
            below = SHARED_FOLDER if item.path in kaarten else item.path.parent.name
            wanted = f"{below}/{slug(item.path.stem) or 'bestand'}.yaml"
        names[item.path] = _free(wanted, taken=names.values())
    return names


def _inside(path: Path, *, folder: Path) -> str | None:
    """Give the path of a file below the dossier; None when it lies elsewhere or cannot be called that everywhere."""
    try:
        below = _as_named(path).relative_to(_as_named(folder))
    except ValueError:
        return None
    name = normalize("NFC", below.as_posix())
    return name if is_safe(name) else None


def _as_named(path: Path) -> Path:
    """Give a whole path without steps back; a link keeps its own name."""
    return Path(os.path.normpath(path.absolute()))


def _free(wanted: str, *, taken: Iterable[str]) -> str:
    used = {name.casefold() for name in taken}
    stem, number, name = wanted.removesuffix(".yaml"), 1, wanted
    while name.casefold() in used:
        number += 1
        name = f"{stem}-{number}.yaml"
    return name


def _expect_sound(files: DossierFiles) -> None:
    if files.unreadable:
        raise files.unreadable[0]
    if not files.is_typed:
        raise UnreadableError(
            f"In het dossier '{files.folder.as_posix()}' staan fouten; zo kan een document het niet dragen.",
            remedy=f"Verbeter ze en controleer met: psoh check {quoted(files.folder)}",
        )


def _as_it_is(path: Path, *, files: DossierFiles, names: Mapping[Path, str]) -> bytes:
    """Give a file byte for byte; only the paths of kaarten that travel elsewhere are changed."""
    content = disk.read_bytes(path)
    gemeente = files.gemeente
    if path != gemeente.path or gemeente.value is None:
        return content
    renamed: dict[tuple[str | int, ...], str] = {
        ("kaarten", index): name
        for index, (before, name) in enumerate(
            zip(gemeente.value.kaarten, _kaarten(gemeente.value, files=files, names=names), strict=True)
        )
        if before != name
    }
    return yaml_edit.set_values(gemeente.parsed.text, renamed).encode() if renamed else content


def _for_readers(value: MomentFile, *, version: Version, hidden: Hidden) -> MomentFile:
    """Leave out of the version for everybody the verdicts on what only professionals may see."""
    if version is not Version.PUBLIC:
        return value
    kept = {name: verdict for name, verdict in value.verdicts.items() if not hidden.tells(name)}
    return value.model_copy(update={"verdicts": kept})


def _as_shown(
    path: Path, *, files: DossierFiles, names: Mapping[Path, str], version: Version, hidden: Hidden
) -> bytes:
    (value,) = (item.value for item in files.all() if item.path == path)
    if isinstance(value, MomentFile):
        return moments.as_text(_for_readers(value, version=version, hidden=hidden)).encode()
    if isinstance(value, RoundFile):
        value = _without_informants(value)
    if not isinstance(value, Gemeente | KaartFile | PlanFile | RoundFile):
        raise TypeError(f"{type(value).__name__} travels as it is or not at all")
    if isinstance(value, Gemeente) and value.kaarten:
        value = value.model_copy(update={"kaarten": _kaarten(value, files=files, names=names)})
    shown = showable(value, version=version, hidden=hidden)
    return f"{_HEADER.format(version=version.value)}{dump_block(shown)}".encode()


def _round_left_out(files: DossierFiles, *, version: Version) -> Path | None:
    """Name the round where none of it may travel: who was asked is for nobody, what was decided not for everybody."""
    item = files.round
    if item is None or (item.value and item.value.resolutions and version is not Version.PUBLIC):
        return None
    return item.path


def _without_informants(value: RoundFile) -> RoundFile:
    """Keep only what was decided, and not by whom: a role at an organisation is often one person."""
    decided = tuple(item.model_copy(update={"roles": (_TABLE,)}) for item in value.resolutions)
    return RoundFile(format=value.format, knowledge_version=value.knowledge_version, resolutions=decided)


def _kaarten(gemeente: Gemeente, *, files: DossierFiles, names: Mapping[Path, str]) -> tuple[str, ...]:
    """Give the paths of the shared kaarten as they travel."""
    by_place = {path.resolve(): name for path, name in names.items()}
    return tuple(
        by_place.get((files.folder / kaart).resolve(), kaart)
        if _inside(files.folder / kaart, folder=files.folder) != kaart
        else kaart
        for kaart in gemeente.kaarten
    )


def _is_interview(name: str) -> bool:
    return name.startswith(f"{INTERVIEWS_FOLDER}/")


def _described(name: str, *, kaarten: set[str]) -> str:
    if _is_interview(name):
        return "Een interview"
    if name in kaarten:
        return "De sociale kaart"
    if name.startswith(f"{moments.MOMENTS_FOLDER}/"):
        return "De oordelen van een eerdere dag"
    return {PLAN_FILE: "Het plan", ROUND_FILE: "Wat de klankbordgroep besloot"}.get(
        name, "Wie de gemeente is"
    )
