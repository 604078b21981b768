"""What a column of our own spreadsheet is: what stands in it, for whom to fill in, and where it goes in the kaart."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.fields import in_words
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.vocabulary import Visibility

Kind = Literal[
    "tekst", "keuze", "keuzes", "lijst", "talen", "ja-nee", "getal", "bedrag", "datum",
    "openingstijden", "locaties", "geschiedenis",
]  # fmt: skip
"""How a value is written in a cell; `keuzes`, `lijst` and `talen` hold several, parted by commas."""

KnownKind = Literal[
    "", "chain_steps", "partner_types", "layers", "pillars", "interventions", "cultural_criteria"
]
"""The name of a list of ids in KnownIds; empty is none."""

VISIBLE_TO: Mapping[str, str] = {
    Visibility.PUBLIC.value: "iedereen",
    Visibility.PROFESSIONAL.value: "alleen professionals",
}


@dataclass(frozen=True, kw_only=True)
class Column:
    """One column. `key` is its place in the kaart file: `wachttijd.weken` is `weken` within `wachttijd`.

    `choices` are values of the file with their words. With `known` they are ids of the knowledge, which are filled in
    when the knowledge is at hand; an id that it does not have stands for itself.
    """

    key: str
    heading: str
    who: EntryKind
    kind: Kind = "tekst"
    meaning: str
    example: str = ""
    required: bool = False
    choices: Mapping[str, str] = field(default_factory=dict)
    known: KnownKind = ""
    default: str = ""
    """The value for which the cell stays empty: what is not filled in is unknown."""
    unset: str = ""
    """The word for a value that the file keeps as *onbekend* instead of leaving it out."""
    empty_group: str = ""
    """What stands here when the group of this column is there with nothing in it."""
    most: int | None = None
    """The highest number that fits."""
    width: int = 18
    hidden: bool = False
    """Kept by psoh itself: out of sight, and not to be changed by hand."""

    @property
    def many(self) -> bool:
        """Tell whether a cell holds several values."""
        return self.kind in {"keuzes", "lijst", "talen"}

    @property
    def path(self) -> tuple[str, ...]:
        """The keys that lead to the value in the kaart file."""
        return tuple(self.key.split("."))

    @cached_property
    def values(self) -> Mapping[str, str]:
        """The values of the kaart file by their words."""
        return {word: value for value, word in self.choices.items()}


def words(values: Iterable[str]) -> dict[str, str]:
    """Give the words for a closed list of values."""
    return {str(value): in_words(str(value)) for value in values}


def words_for_ids(names: Mapping[str, str]) -> dict[str, str]:
    """Give each id a word that can mean nothing else: its name, unless that looks like an id or is there twice."""
    found = {key: name if name != key else key.replace("-", " ") for key, name in names.items()}
    written = list(found.values())
    return {
        key: key if written.count(word) > 1 or re.fullmatch(SLUG_PATTERN, word) else word
        for key, word in found.items()
    }
