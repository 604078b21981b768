"""Rules of the kaart about what it is declared complete for: only then *nothing found* means that there is nothing."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.kaart.combining import counts_for
from psoh_cli.kaart.reasons import subject_in_words, too_old
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.problem import Problem


def declarations_are_recent(subject: Subject) -> Iterator[Problem]:
    """KAART023: a declaration is not so old that much may have come or gone since."""
    for index, declaration in enumerate(subject.kaart.complete):
        if subject.as_of is not None and not declaration.is_current(as_of=subject.as_of):
            yield subject.problem(
                "KAART023",
                ("volledig_voor", index, "datum"),
                f"{too_old(declaration)}; psoh rekent er niet meer op",
            )


def declared_kaart_holds_something(subject: Subject) -> Iterator[Problem]:
    """KAART024: a kaart on which nothing stands is hardly complete."""
    organizations = subject.kaart.organizations or subject.organizations_elsewhere
    services = subject.kaart.services or subject.offered_elsewhere
    for index, declaration in enumerate(subject.kaart.complete):
        what = "organisatie" if declaration.subject == "ketenpartner" else "dienst"
        if not (organizations if what == "organisatie" else services):
            yield subject.problem(
                "KAART024",
                ("volledig_voor", index),
                f"de kaart is volledig verklaard voor {subject_in_words(declaration)}, "
                f"en er staat geen enkele {what} op",
            )


def shared_declarations_name_the_gemeente(subject: Subject) -> Iterator[Problem]:
    """KAART025: a kaart that several share says for which gemeenten it is complete."""
    if subject.shared_with is None:
        return
    for index, declaration in enumerate(subject.kaart.complete):
        if not counts_for(declaration, code=subject.shared_with, own=False):
            yield subject.problem(
                "KAART025",
                ("volledig_voor", index),
                f"dat deze gedeelde kaart volledig is voor {subject_in_words(declaration)}, "
                f"telt niet voor {subject.shared_with}",
            )


RULES = (declarations_are_recent, declared_kaart_holds_something, shared_declarations_name_the_gemeente)
