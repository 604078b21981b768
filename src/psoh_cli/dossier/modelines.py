"""The line at the top of a file that tells an editor its schema: whether it is there, where there is a schema."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.dossier.dossier_files import AnyFile, DossierFiles
from psoh_cli.files.modeline import modeline, schema_of
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

NO_MODELINE = "YAML040"
_TOP = Span(1, 1, 1, 1)
_NAMES_ANY = re.compile(r"^[ \t]*#[ \t]*yaml-language-server:[ \t]*\$schema=", re.MULTILINE)


def check(files: DossierFiles) -> Iterator[Problem]:
    """Yield YAML040 for each file that an editor could help with, were its schema named in it."""
    for item, kind in _kinds(files):
        if item.parsed.root is None or _NAMES_ANY.search(item.parsed.text.replace("\r", "\n")):
            continue
        line = modeline(item.path, kind)
        if line:
            schema = schema_of(item.path, kind)
            yield problem_of(
                NO_MODELINE,
                f"de regel die een editor naar {schema.parent.name}/{schema.name} wijst, ontbreekt",
                file=item.name,
                hint=f"Zet bovenaan in het bestand: {line.rstrip()}",
                fix=Fix(edits=(Edit(_TOP, line),), does="zet de regel voor editors bovenaan"),
            )


def _kinds(files: DossierFiles) -> Iterator[tuple[AnyFile, str]]:
    """Yield the files that people write, each with the name of its schema."""
    yield files.gemeente, "gemeente"
    yield from ((item, "interview") for item in files.interviews)
    yield from ((item, "sociale-kaart") for item in files.kaarten)
    if files.plan:
        yield files.plan, "plan"
    if files.round:
        yield files.round, "ronde"
