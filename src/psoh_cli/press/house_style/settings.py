"""`huisstijl.yaml`: what a house style may set, with Dutch keys."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from psoh_cli.model import Frozen, Text
from psoh_cli.report.contrast import channels, written

_COLOUR_PATTERN = "^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$"


def _colour(text: str) -> str:
    try:
        return written(channels(text))
    except ValueError:
        raise ValueError(
            f"'{text[:40]}' is geen kleur",
            'Schrijf een hekje en zes cijfers of letters tussen aanhalingstekens, bijvoorbeeld "#0B4A5F".',
        ) from None


def _family(text: str) -> str:
    if all(char.isalnum() or char in " -" for char in text) and len(text) <= 60:
        return text
    raise ValueError("de naam van een lettertype heeft alleen letters, cijfers, spaties en streepjes")


Colour = Annotated[
    Text, AfterValidator(_colour), WithJsonSchema({"type": "string", "pattern": _COLOUR_PATTERN})
]
"""A colour as `#RRGGBB`."""


class DarkColours(Frozen):
    """Colours for a screen in the dark scheme; what is not given is derived."""

    accent: Colour | None = None
    tint: Colour | None = None


class ColourSettings(Frozen):
    """The few roles that may be changed; verdicts, warnings and provenance keep their own colours."""

    accent: Colour | None = None
    """Headings, links, numbers and lines."""
    cover: Colour | None = Field(default=None, alias="omslag")
    """The field of the cover, under white letters; without it the accent."""
    tint: Colour | None = None
    """The light ground of decisions and boxes."""
    ink: Colour | None = Field(default=None, alias="inkt")
    """The letters."""
    dark: DarkColours | None = Field(default=None, alias="donker")


class LogoSettings(Frozen):
    """A picture and what it shows in words."""

    file: Text = Field(alias="bestand")
    alt: Text = Field(alias="omschrijving")


class FontFiles(Frozen):
    """The font files, by style."""

    regular: Text = Field(alias="gewoon")
    bold: Text | None = Field(default=None, alias="vet")
    italic: Text | None = Field(default=None, alias="cursief")
    bold_italic: Text | None = Field(default=None, alias="vet_cursief")


class FontSettings(Frozen):
    """A family of letters; with its files it stands in every document, without them only on screens that have it."""

    family: Annotated[Text, AfterValidator(_family)] = Field(alias="familie")
    files: FontFiles | None = Field(default=None, alias="bestanden")


class Settings(Frozen):
    """Everything in `huisstijl.yaml`; paths start at the file itself."""

    format: Text = Field(default="1", alias="formaat")
    name: Text | None = Field(default=None, alias="naam")
    logo: LogoSettings | None = None
    colours: ColourSettings | None = Field(default=None, alias="kleuren")
    fonts: FontSettings | None = Field(default=None, alias="letters")
    colophon: Annotated[Text, Field(max_length=2000)] | None = Field(default=None, alias="colofon")
    word: Text | None = None
