"""What the rules of the round look at: the file, the interviews and the kaart around it, and the day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from psoh_cli.interview.answers import InterviewFile
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.making import Examined, Path
from psoh_cli.rounds.round import Invitation, Resolution, RoundFile


@dataclass(frozen=True, kw_only=True)
class Subject(Examined):
    """A round under examination; without `as_of` no date is in the future."""

    round: RoundFile
    catalogue: Catalogue
    interviews: Mapping[str, InterviewFile]
    """What could be read of the interviews, by the name of their file without its ending."""
    organizations: Mapping[str, str]
    """The names of the organizations on the kaarten, by id."""
    as_of: date | None

    def invitations(self) -> Iterator[tuple[Path, Invitation]]:
        """Yield every informant with its place in the file."""
        for number, invitation in enumerate(self.round.invitations):
            yield ("informanten", number), invitation

    def resolutions(self) -> Iterator[tuple[Path, Resolution]]:
        """Yield every decision with its place in the file."""
        for number, resolution in enumerate(self.round.resolutions):
            yield ("besluiten", number), resolution
