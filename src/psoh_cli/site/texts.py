"""The words of the site in one language, with the Dutch ones behind them; what may be filled in between braces."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from psoh_cli.model import Frozen, Text, normal

DUTCH = "nl"
RIGHT_TO_LEFT = frozenset({"aii", "ar", "ckb", "fa", "ha", "ps", "prs", "sd", "ug", "ur", "yi"})
"""Languages of which the script runs from right to left."""

FOLDER = "site-teksten"
"""Where the translations of a dossier stand."""

PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
MOST_CHARACTERS = 2_000
FORMS = ("zero", "one", "two", "few", "many", "other")
"""The forms of a word for a number, as CLDR calls them."""

Forms = Mapping[str, str]


def _sound(text: str) -> str:
    if len(text) > MOST_CHARACTERS:
        raise ValueError(f"deze tekst is langer dan {MOST_CHARACTERS} tekens; maak hem korter")
    return normal(text)


def _nothing(value: object) -> object:
    return "" if value is None else value


Label = Annotated[str, BeforeValidator(_nothing), AfterValidator(_sound)]
"""The text of a label; empty is not translated yet."""


class Counted(Frozen):
    """A label with a number in it: one text per form that the language has."""

    zero: Label = ""
    one: Label = ""
    two: Label = ""
    few: Label = ""
    many: Label = ""
    other: Label = ""

    def forms(self) -> dict[str, str]:
        """Give the forms that are filled."""
        return {name: text for name in FORMS if (text := getattr(self, name))}


class Translated(Frozen):
    """One label in another language, beside the Dutch that it was made from."""

    dutch: Label | Counted = Field(alias="nl")
    dutch_before: Label | Counted | None = Field(default=None, alias="nl_was")
    """The Dutch as it was when the translation was made; stands there until somebody looked at it again."""
    text: Label | Counted = Field(default="", alias="tekst")


class DutchFile(Frozen):
    """`nl.yaml`: every label there is."""

    format: Text = Field(alias="formaat")
    labels: dict[str, Label | Counted] = Field(alias="teksten")


class TextsFile(Frozen):
    """`ar.yaml`: the labels in another language, as a translator fills them in."""

    format: Text = Field(alias="formaat")
    language: Text = Field(alias="taal")
    labels: dict[str, Translated] = Field(default_factory=dict, alias="teksten")


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """All labels for one language version of the site."""

    language: str
    own: Mapping[str, Forms] = field(default_factory=dict)
    dutch: Mapping[str, Forms]

    @property
    def direction(self) -> str:
        """Tell how the language is written, as HTML says it."""
        return direction_of(self.language)

    def find(self, key: str) -> tuple[Forms, str]:
        """Give the forms of a label with their language: the own ones, or the Dutch where there are none."""
        own = self.own.get(key)
        return (own, self.language) if own else (self.dutch[key], DUTCH)

    @property
    def shown(self) -> tuple[tuple[str, Forms, str], ...]:
        """Give every label as it is shown, with its language; the Dutch where there is no other."""
        return tuple((key, *self.find(key)) for key in sorted(self.dutch))

    def has(self, key: str) -> bool:
        """Tell whether there is such a label."""
        return key in self.dutch


def direction_of(language: str) -> str:
    """Tell how a language is written, as HTML says it."""
    return "rtl" if language in RIGHT_TO_LEFT else "ltr"


def forms_of(label: str | Counted) -> dict[str, str]:
    """Give a label as forms: a text without a number in it has only the last."""
    if isinstance(label, Counted):
        return label.forms()
    return {"other": label} if label else {}


def placeholders(texts: Iterable[str]) -> frozenset[str]:
    """Name what is filled in, in some texts."""
    return frozenset(name for text in texts for name in PLACEHOLDER.findall(text))
