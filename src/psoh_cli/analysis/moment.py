"""A Moment: the verdicts of an earlier day, kept so that a later report can show what changed."""

from __future__ import annotations

from datetime import date

from psoh_cli.model import Frozen
from psoh_cli.vocabulary import Verdict


class Moment(Frozen):
    """The verdicts per finding as they were on a day, under a version of the knowledge."""

    as_of: date
    knowledge_version: str
    verdicts: dict[str, Verdict]
    """Verdict by id of the finding."""
