"""A PDF held against a dossier: whether it was made from this data, and if not, what differs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path

from psoh_cli.dossier.carrying import carry, names_in
from psoh_cli.dossier.dossier_files import DossierFiles, read_files
from psoh_cli.dossier.restoring import left_out
from psoh_cli.dossier.value_differences import Change, changes
from psoh_cli.files import yaml_file
from psoh_cli.press.tagged.reading import Carried

MOST_LINES = 20
"""How many differences of one file are listed."""


@dataclass(frozen=True, kw_only=True)
class FileDifference:
    """What differs in one file; `more` counts what is not listed."""

    name: str
    lines: tuple[str, ...]
    more: int = 0


@dataclass(frozen=True, kw_only=True)
class Comparison:
    """Whether a PDF belongs to a dossier, what differs per file, and what else a reader should know."""

    belongs: bool
    differences: tuple[FileDifference, ...] = ()
    remarks: tuple[str, ...] = ()


def compare(carried: Carried, folder: Path) -> Comparison:
    """Hold what a PDF carries against a dossier, written as that version of the document would carry it now.

    Raises UnreadableError when the dossier cannot be read or holds errors.
    """
    about = carried.manifest
    now = carry(folder, version=about.version, with_interviews=about.with_interviews)
    as_then = replace(now, tool_version=about.tool_version, knowledge_version=about.knowledge_version)
    files = read_files(folder)
    then = {file.name: file.content for file in carried.source.files}
    here = {file.name: file.content for file in now.files}
    names = sorted(then.keys() | here.keys() | set(carried.altered))
    found = (
        _difference(name, then=then.get(name), here=here.get(name), carried=carried, files=files)
        for name in names
        if name in carried.altered or then.get(name) != here.get(name)
    )
    return Comparison(
        belongs=carried.is_intact and as_then.fingerprint == about.fingerprint,
        differences=tuple(found),
        remarks=tuple(_remarks(carried, tool=now.tool_version, knowledge=now.knowledge_version)),
    )


def verdict(carried: Carried, *, name: str, belongs: bool) -> Iterator[str]:
    """Say whether a PDF belongs to a dossier, claiming no more than what was compared."""
    missing = left_out(carried)
    if not belongs or not missing:
        yield f"{name} {'hoort' if belongs else 'hoort niet'} bij deze gegevens."
        return
    yield f"{name}: de kaart, gemeente en het plan in deze pdf zijn gelijk aan die in uw map."
    yield "De gesprekken zitten niet in deze pdf en zijn niet vergeleken."
    yield f"Ook niet: {missing.removeprefix('de interviews, ')}."


def _difference(
    name: str, *, then: bytes | None, here: bytes | None, carried: Carried, files: DossierFiles
) -> FileDifference:
    if name in carried.altered:
        why = (
            "zit niet meer in de pdf" if then is None else "is in de pdf zelf veranderd nadat die was gemaakt"
        )
        return FileDifference(name=name, lines=(why,))
    if then is None or here is None:
        where = "de map" if then is None else "de pdf"
        return FileDifference(name=name, lines=(f"staat alleen in {where}",))
    found = _changed(name, then=then, here=here, files=files)
    lines = tuple(islice(found, MOST_LINES))
    more = sum(1 for _ in found)
    return FileDifference(
        name=name,
        lines=lines or ("alleen commentaar, volgorde of schrijfwijze verschilt; de waarden zijn gelijk",),
        more=more,
    )


def _changed(name: str, *, then: bytes, here: bytes, files: DossierFiles) -> Iterator[str]:
    """Yield what differs in one file, with the line in the dossier where it stands now."""
    before, after = _plain(then, name=name), _plain(here, name=name)
    if before is None:
        yield "is in de pdf niet te lezen"
        return
    paths = {carried: path for path, carried in names_in(files).items()}
    item = next((item for item in files.all() if item.path == paths.get(name)), None)
    for change in changes(before, after):
        line = f"regel {item.place(change.place)[0]}, " if item and change.place else ""
        yield f"{line}{_in_words(change)}"


def _in_words(change: Change) -> str:
    where = " > ".join(change.words) or "het hele bestand"
    if change.before is None:
        return f"{where}: alleen in de map{f' ({change.after})' if change.after else ''}"
    if change.after is None:
        return f"{where}: alleen in de pdf{f' ({change.before})' if change.before else ''}"
    return f"{where}: in de pdf {change.before or 'iets anders'}, in de map {change.after or 'iets anders'}"


def _plain(content: bytes, *, name: str) -> object:
    try:
        parsed = yaml_file.parse(content.decode("utf-8-sig"), name=name)
    except UnicodeDecodeError:
        return None
    return parsed.plain()


def _remarks(carried: Carried, *, tool: str, knowledge: str) -> Iterator[str]:
    about = carried.manifest
    if about.tool_version != tool:
        yield (
            f"De pdf is gemaakt met psoh {about.tool_version}; u hebt psoh {tool}. "
            "Een andere psoh kan dezelfde gegevens anders opschrijven."
        )
    if about.knowledge_version != knowledge:
        yield f"De pdf is gemaakt met kennis {about.knowledge_version}; u hebt kennis {knowledge}."
    if not carried.is_intact and not carried.altered:
        yield "De vingerafdruk in de pdf past niet bij wat de pdf draagt: de lijst in de pdf is veranderd."
    if carried.others:
        yield f"De pdf draagt ook bijlagen die niet van psoh zijn; daar is niet naar gekeken ({len(carried.others)})."
