"""Where something stands in a file that came in, and what in it we do not take over."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where something stands in a file that came in. `row` counts from 1 as the sheet shows it; 0 is no row."""

    file: str
    sheet: str = ""
    row: int = 0
    column: str = ""
    """The heading above the cell as it is written there, or a path such as `languages[0].code`."""
    line: int = 0
    """The line of a text, such as a mail; 0 is none."""

    def in_words(self) -> str:
        """Write where it is: `aanbod.xlsx, blad Diensten, rij 12, kolom Tel.`."""
        parts = [
            self.file,
            f"blad {self.sheet}" if self.sheet else "",
            f"rij {self.row}" if self.row else "",
            f"{'kolom' if self.row or self.sheet else 'plek'} {self.column}" if self.column else "",
            f"regel {self.line}" if self.line else "",
        ]
        return ", ".join(part for part in parts if part)


@dataclass(frozen=True, kw_only=True)
class NotUnderstood:
    """A value, row or column that psoh does not take over, why, and what the user can do."""

    place: Place
    text: str
    """What stands there, at most some eighty characters; never the value of something secret."""
    why: str
    remedy: str = ""
    about: str = ""
    """The question it was an answer to, in words; empty when nobody can tell."""
