"""Rules of `gemeente.yaml` about people: roles are filled by functions, figures are about groups."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.gemeente.subject import Subject
from psoh_cli.privacy.telling import guarded
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.problem import Problem


def nobody_can_be_recognised(subject: Subject) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: no free text about the gemeente is about one person."""
    yield from guarded(subject, free_texts(subject.gemeente))


RULES = (nobody_can_be_recognised,)
