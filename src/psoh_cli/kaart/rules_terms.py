"""Rules of the kaart about how long a confirmation holds."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import plural
from psoh_cli.kaart.entry_terms import USUAL_TERM_MONTHS, WAITING, months_per_kind
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.making import Path
from psoh_cli.problems.problem import Problem

LONGEST_MONTHS = 36
"""Longer than this no confirmation says how it is today (our own choice: afgeleid)."""

LONGEST_WAITING_MONTHS = USUAL_TERM_MONTHS
"""The same for a waiting time, which moves faster (our own choice: afgeleid)."""

_SORTS = frozenset({"organisatie", "dienst", WAITING})


def term_stands_once(subject: Subject) -> Iterator[Problem]:
    """KAART060: for each kind of entry one term is set."""
    counting = months_per_kind(subject.kaart.terms)
    first: dict[str, int] = {}
    for index, term in enumerate(subject.kaart.terms):
        if first.setdefault(term.kind, index) != index:
            line = subject.place(("termijnen", first[term.kind], "voor"))[0]
            counts = plural(counting[term.kind], "maand", "maanden")
            yield subject.problem(
                "KAART060",
                ("termijnen", index, "voor"),
                f"de termijn voor '{term.kind}' staat al op regel {line}; psoh rekent met {counts}",
            )


def term_is_not_endless(subject: Subject) -> Iterator[Problem]:
    """KAART061: no confirmation holds so long that it says nothing about today."""
    for index, term in enumerate(subject.kaart.terms):
        longest = LONGEST_WAITING_MONTHS if term.kind == WAITING else LONGEST_MONTHS
        yield from _too_long(
            subject, ("termijnen", index, "maanden"), term.months, longest=longest, of=f"voor '{term.kind}'"
        )
    for path, entry in subject.entries():
        if entry.term_months is not None:
            yield from _too_long(
                subject,
                (*path, "termijn_maanden"),
                entry.term_months,
                longest=LONGEST_MONTHS,
                of=f"van '{entry.id}'",
            )


def term_is_for_something(subject: Subject) -> Iterator[Problem]:
    """KAART062: a term is for a kind of offer that stands on the kaart, once there are services."""
    if not subject.kaart.services:
        return
    offered = {kind.value for service in subject.kaart.services for kind in service.kinds}
    for index, term in enumerate(subject.kaart.terms):
        if term.kind not in _SORTS and term.kind not in offered:
            yield subject.problem(
                "KAART062",
                ("termijnen", index, "voor"),
                f"geen enkele dienst heeft '{term.kind}' bij soort_aanbod; deze termijn geldt nu voor niets",
            )


RULES = (term_stands_once, term_is_not_endless, term_is_for_something)


def _too_long(subject: Subject, path: Path, months: int, *, longest: int, of: str) -> Iterator[Problem]:
    if months > longest:
        yield subject.problem(
            "KAART061",
            path,
            f"de termijn {of} is {plural(months, 'maand', 'maanden')}; psoh raadt hoogstens {longest} aan",
        )
