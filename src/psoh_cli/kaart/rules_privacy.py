"""Rules of the kaart about people: it tells of functions, shared mailboxes and public numbers."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.kaart.subject import Subject
from psoh_cli.privacy.telling import guarded
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.problem import Problem

_ENTRIES = frozenset({"organisaties", "diensten"})


def nobody_can_be_recognised(subject: Subject) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: no free text of the kaart is about one person; a contact is a function."""
    yield from guarded(subject, free_texts(subject.kaart, without=_ENTRIES))
    for path, entry in subject.entries():
        yield from guarded(subject, free_texts(entry, path), name=f"{entry.name} {entry.id}")


RULES = (nobody_can_be_recognised,)
