"""For whom a document is made: each version leaves out what is not for its readers."""

from __future__ import annotations

from enum import StrEnum


class Version(StrEnum):
    """For whom a document is made; the value is what a user types."""

    COUNCIL = "raad"
    """The whole document, without free remarks and without raw interviews."""
    PARTNERS = "partners"
    """Short: what the partners do together, and what is asked of whom."""
    PUBLIC = "publiek"
    """For everybody: no internal remarks, no small numbers, nothing about who said what alone."""

    @property
    def suffix(self) -> str:
        """What the file name ends in; the council version has the plain name."""
        return "" if self is Version.COUNCIL else f"-{self.value}"
