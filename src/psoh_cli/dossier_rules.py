"""All rules over all files of one dossier: each room judges its own, with what it may know of the others."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from psoh_cli import dossier_links, gemeente_rules
from psoh_cli.dossier_files import DossierFiles
from psoh_cli.gemeente import Register
from psoh_cli.interview import rules as interview_rules
from psoh_cli.kaart import rules as kaart_rules
from psoh_cli.kaart.kaart import combine
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.plan import rules as plan_rules
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.problem import Problem


def check(
    files: DossierFiles, *, catalogue: Catalogue, register: Register, as_of: date | None
) -> Iterator[Problem]:
    """Run the rules of every room on the files that could be typed."""
    yield from _gemeente(files, register=register, as_of=as_of)
    yield from _interviews(files, catalogue=catalogue, as_of=as_of)
    yield from _kaarten(files, catalogue=catalogue, as_of=as_of)
    yield from _plan(files, catalogue=catalogue, as_of=as_of)
    linked = dossier_links.Linked(files=files, catalogue=catalogue, register=register, as_of=as_of)
    yield from dossier_links.check(linked)


def _gemeente(files: DossierFiles, *, register: Register, as_of: date | None) -> Iterator[Problem]:
    item = files.gemeente
    if item.value:
        subject = gemeente_rules.Subject(
            gemeente=item.value, register=register, as_of=as_of, file=item.name, place=item.place
        )
        yield from gemeente_rules.check(subject)


def _interviews(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    for item in files.interviews:
        if item.value:
            yield from interview_rules.check(
                item.value,
                name=item.path.stem,
                catalogue=catalogue,
                as_of=as_of,
                file=item.name,
                place=item.place,
            )


def _kaarten(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    known = KnownIds.of(catalogue)
    typed = [(item, item.value) for item in files.kaarten if item.value]
    for item, kaart in typed:
        elsewhere = {org.id for other, value in typed if other is not item for org in value.organizations}
        subject = kaart_rules.Subject(
            kaart=kaart,
            known=known,
            as_of=as_of,
            file=item.name,
            place=item.place,
            organizations_elsewhere=frozenset(elsewhere),
        )
        yield from kaart_rules.check(subject)
    if len(typed) > 1 and files.gemeente.value:
        together = combine(tuple(kaart for _, kaart in typed), code=files.gemeente.value.code)
        yield from kaart_rules.check_together(together, file=files.gemeente.name)


def _plan(files: DossierFiles, *, catalogue: Catalogue, as_of: date | None) -> Iterator[Problem]:
    if files.plan and files.plan.value:
        yield from plan_rules.check(
            files.plan.value, catalogue=catalogue, as_of=as_of, file=files.plan.name, place=files.plan.place
        )
