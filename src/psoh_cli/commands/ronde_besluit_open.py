"""What lies on the table when a decision is written down: the points, what they are called, and what was decided."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from psoh_cli.report.discussion_topics import Topic
    from psoh_cli.rounds.round import RoundFile


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """A dossier with its points of discussion."""

    folder: Path
    as_of: date
    round: RoundFile
    topics: tuple[Topic, ...]
    """The points of the gesprekskaart, also those that do not fit on it."""
    subjects: dict[str, str]
    """Everything a decision can be about, by id with its title."""
    findings: frozenset[str]

    @property
    def waiting(self) -> tuple[Topic, ...]:
        """Give the points without a decision."""
        return tuple(
            topic
            for topic in self.topics
            if not self.round.on(topic.id) and not self.round.on(topic.question)
        )

    def named(self, word: str) -> str:
        """Give the id behind a code of the gesprekskaart or a question of ARQ, or the word itself.

        A number alone names nothing for certain: numbers move when there are more interviews.
        """
        wanted = "".join(word.casefold().split())
        by_name = {topic.code: topic.id for topic in reversed(self.topics)}
        by_name |= {
            "".join(topic.number.casefold().split()): topic.id for topic in self.topics if not topic.question
        }
        return by_name.get(wanted, word.strip().casefold())

    def numbered(self, word: str) -> Topic | None:
        """Give the point that has a number now; None where it is no number of a point."""
        wanted = word.strip()
        return next((topic for topic in self.topics if topic.question and topic.number == wanted), None)

    def holding(self, words: str) -> tuple[tuple[str, str], ...]:
        """Search what can be decided on for words: ids with their titles, the points of the sheet first."""
        sought = words.casefold().split()
        points = {topic.id: topic.title for topic in self.topics}
        questions = {topic.question for topic in self.topics if topic.question}
        rest = {name: title for name, title in self.subjects.items() if name not in questions}
        return tuple(
            (name, title)
            for name, title in (
                points | {name: title for name, title in rest.items() if name not in points}
            ).items()
            if sought and all(each in f"{title} {name}".casefold() for each in sought)
        )

    def again(self) -> Table:
        """Give the same with what was written in the meantime."""
        from psoh_cli.rounds.round_file import read_round

        return replace(self, round=read_round(self.folder))


def open_table(folder: Path, *, as_of: date) -> Table:
    """Open a dossier that can be relied on, and gather its points; raise PsohError where it cannot."""
    from psoh_cli.dossier.dossier import open_dossier
    from psoh_cli.report.discussion_gathering import topics
    from psoh_cli.rounds.deciding import subjects

    dossier = open_dossier(folder, as_of=as_of)
    analysis = dossier.analysis(as_of)
    found = topics(analysis, catalogue=dossier.catalogue, whole=dossier.round, gemeente=dossier.gemeente)
    titles = {finding.id: finding.title for finding in analysis.findings}
    return Table(
        folder=folder,
        as_of=as_of,
        round=dossier.round,
        topics=found.to_decide,
        subjects=subjects(dossier.catalogue, findings=titles),
        findings=frozenset(titles),
    )
