"""A name where an id belongs: which organization, group or step was meant, of those that exist."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from psoh_cli.dossier.dossier_files import AnyFile, DossierFiles
from psoh_cli.files.yaml_shape import ID_FORM
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.fix import Edit, Fix
from psoh_cli.problems.meant import bare, nearest
from psoh_cli.problems.problem import Problem

_MOST_NAMED = 20
_Known = Mapping[str, object]
_KNOWN: dict[str, Callable[[Catalogue], _Known]] = {
    "groep": lambda catalogue: {item.id: item.name for item in catalogue.groups},
    "ketenpartner": lambda catalogue: {item.id: item.name for item in catalogue.partner_types},
    "ketenstappen": lambda catalogue: {item.id: item.name for item in catalogue.chain_steps},
    "pijler": lambda catalogue: {item.id: item.name for item in catalogue.pillars},
    "pijlers": lambda catalogue: {item.id: item.name for item in catalogue.pillars},
    "gekozen_praktijk": lambda catalogue: {item.id: item.title for item in catalogue.practices},
    "indicator": lambda catalogue: {item.id: item.name for item in catalogue.indicators},
}
"""Fields with an id of the knowledge, and what those are called."""


def named(files: DossierFiles, *, item: AnyFile, catalogue: Catalogue) -> Iterator[Problem]:
    """Yield the problems of one file; of a name in the place of an id they say which id was meant."""
    for problem in item.problems:
        field = next((step for step in reversed(problem.address.split("/")) if not step.isdecimal()), "")
        known = _known(field, files=files, catalogue=catalogue) if problem.hint == ID_FORM else {}
        if known:
            yield _asking(problem, meant=_meant(_written(problem, item=item), known), known=known)
        else:
            yield problem


def _meant(written: str, known: _Known) -> str:
    """Find the id that was meant: by the letters, or because it is the first word of what was written."""
    first = [name for name in known if f"{bare(written)}-".startswith(f"{name}-")]
    return nearest(written, known) or (first[0] if len(first) == 1 else "")


def _known(field: str, *, files: DossierFiles, catalogue: Catalogue) -> _Known:
    if field == "organisatie":
        return {
            organization.id: organization.name
            for kaart in files.kaarten
            for organization in (kaart.sound.organizations if kaart.sound else ())
        }
    return _KNOWN[field](catalogue) if field in _KNOWN else {}


def _written(problem: Problem, *, item: AnyFile) -> str:
    """Give what stands at the place of a problem, on one line."""
    if problem.end is None or problem.end[0] != problem.line:
        return ""
    lines = item.parsed.text.removeprefix("\ufeff").splitlines()
    line = lines[problem.line - 1] if problem.line <= len(lines) else ""
    return line[problem.column - 1 : problem.end[1] - 1].strip("'\"")


def _asking(problem: Problem, *, meant: str, known: _Known) -> Problem:
    """Ask for an id that exists; one that psoh would make of the name does not."""
    fix = problem.fix
    if not meant:
        choice = f"Kies uit: {', '.join(known)}." if len(known) <= _MOST_NAMED else ID_FORM
        return replace(problem, hint=choice, fix=None)
    if fix is not None and len(fix.edits) == 1:
        fix = Fix(edits=(Edit(fix.edits[0].span, meant),), does=f"schrijf {meant}", is_safe=False)
    return replace(problem, hint=f"Bedoelt u '{meant}'? Hier hoort het id, en niet de naam.", fix=fix)
