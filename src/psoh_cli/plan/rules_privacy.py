"""Rules of the plan about people: an owner is a function, a reason is about groups."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.plan.subject import Subject
from psoh_cli.privacy.telling import guarded
from psoh_cli.privacy.texts import free_texts
from psoh_cli.problems.problem import Problem

_OURS = frozenset({"voorstel"})
"""What psoh writes itself, from the knowledge; people do not change it."""


def nobody_can_be_recognised(subject: Subject) -> Iterator[Problem]:
    """PRIVACY001 to PRIVACY007: nothing that people wrote in the plan is about one person."""
    yield from guarded(subject, free_texts(subject.plan, without=_OURS))


RULES = (nobody_can_be_recognised,)
