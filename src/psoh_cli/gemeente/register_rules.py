"""What `gemeente.yaml` says of its gemeente and region, held against the national register; yields Problems."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import slug
from psoh_cli.gemeente.gemeente import Registered
from psoh_cli.gemeente.subject import Subject
from psoh_cli.gemeente.succession import code_hint, ended_in_words, has_ended, successor_hint
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ExampleKind

_ALSO_CALLED = {"fryslan": "friesland"}
"""Provinces that people also call otherwise, without accents."""


def name_fits_code(subject: Subject) -> Iterator[Problem]:
    """DOSSIER002: the code and the name belong to one gemeente; what to write is never one that was abolished."""
    code, name = subject.gemeente.code, subject.gemeente.name
    registered = subject.register.by_code.get(code)
    if registered is None or name in registered.names:
        return
    ended = has_ended(registered, as_of=subject.as_of)
    if ended and any(name in heir.names for heir in subject.register.successors_of(registered)):
        return  # the name is right already: DOSSIER003 says which code it has
    hints = [] if ended else [f"Bij {code} hoort {registered.name}."]
    merged = _now_called(code, name, subject=subject)
    hints.append(merged or code_hint(name, register=subject.register, as_of=subject.as_of, without=code))
    yield subject.problem(
        "DOSSIER002",
        ("naam",),
        f"{code} en '{name}' horen niet bij elkaar",
        hint=" ".join(filter(None, hints)),
        fix=subject.rewritten(("naam",), registered.name, is_safe=False) if merged else None,
    )


def still_exists(subject: Subject) -> Iterator[Problem]:
    """DOSSIER003: a gemeente has not been abolished; its successor is named."""
    for path, code in subject.codes():
        registered = subject.register.by_code.get(code)
        if registered and has_ended(registered, as_of=subject.as_of):
            yield subject.problem(
                "DOSSIER003",
                path,
                ended_in_words(registered),
                hint=successor_hint(registered, register=subject.register, with_name=path == ("code",)),
                fix=_succeeded(subject, path, registered),
            )


def is_registered(subject: Subject) -> Iterator[Problem]:
    """DOSSIER004: a gemeente is in the national list, unless it says that it is invented."""
    if subject.gemeente.example is ExampleKind.ILLUSTRATIVE:
        return
    for path, code in subject.codes():
        if code not in subject.register.by_code:
            name = subject.gemeente.name if path == ("code",) else ""
            hint = code_hint(name, register=subject.register, as_of=subject.as_of) if name else ""
            message = f"{code} staat niet in de landelijke lijst van {subject.register.as_of.in_words()}"
            yield subject.problem("DOSSIER004", path, message, hint=hint)


def lies_in_its_province(subject: Subject) -> Iterator[Problem]:
    """DOSSIER031: the province is that of the code; when the name does not fit the code DOSSIER002 tells."""
    province, registered = subject.gemeente.province, subject.register.by_code.get(subject.gemeente.code)
    if province is None or registered is None or registered.province is None:
        return
    known = slug(registered.province)
    if slug(province) in {known, _ALSO_CALLED.get(known)} or subject.gemeente.name not in registered.names:
        return
    yield subject.problem(
        "DOSSIER031",
        ("provincie",),
        f"{registered.name} ({registered.code}) ligt niet in '{province}'",
        hint=f"{registered.name} ligt in {registered.province}. Schrijf provincie: {registered.province}",
        fix=subject.rewritten(("provincie",), registered.province, is_safe=False),
    )


RULES = (name_fits_code, still_exists, is_registered, lies_in_its_province)


def _now_called(code: str, name: str, *, subject: Subject) -> str:
    """Say what to write when the name is of a gemeente that is part of this one now; empty when it is not."""
    for entry in subject.register.named(name):
        heirs = subject.register.successors_of(entry)
        if has_ended(entry, as_of=subject.as_of) and [heir.code for heir in heirs] == [code]:
            return f"{entry.name} is opgegaan in {heirs[0].name}. Schrijf naam: {heirs[0].name}"
    return ""


def _succeeded(subject: Subject, path: Path, registered: Registered) -> Fix | None:
    """Give the Fix that writes the one successor, with its name where the code is that of the dossier itself."""
    heirs = subject.register.successors_of(registered)
    if len(heirs) != 1:
        return None
    fixes = [subject.rewritten(path, heirs[0].code)]
    if path == ("code",):
        fixes.append(subject.rewritten(("naam",), heirs[0].name))
    edits = tuple(edit for fix in fixes if fix for edit in fix.edits)
    does = f"schrijf {heirs[0].code} ({heirs[0].name})"
    return Fix(edits=edits, does=does, is_safe=False) if None not in fixes else None
