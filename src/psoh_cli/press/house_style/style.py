"""The house style of a gemeente or consultant as a value: what is to look different, and what stays ours."""

from __future__ import annotations

import base64
from dataclasses import dataclass

FOLDER = "huisstijl"
SETTINGS_FILE = "huisstijl.yaml"
TEMPLATES = frozenset({".html", ".css"})
"""How the names of document templates end."""


class UnfitError(ValueError):
    """Stop because a picture or a font cannot be used; the message says why, in Dutch."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Logo:
    """A picture that was looked over: its bytes, what it is, its size, and what it shows in words."""

    name: str
    content: bytes
    media_type: str
    alt: str
    width: int
    height: int

    @property
    def address(self) -> str:
        """Give the picture as an address that fetches nothing."""
        return _as_address(self.content, media_type=self.media_type)


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFace:
    """One font file that was looked over; `media_type` is `font/ttf` or `font/otf`."""

    name: str
    content: bytes
    media_type: str
    weight: int
    is_italic: bool

    @property
    def address(self) -> str:
        """Give the font as an address that fetches nothing."""
        return _as_address(self.content, media_type=self.media_type)


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """The family to write in; without faces a reader sees it only where it is installed."""

    family: str
    faces: tuple[FontFace, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Colours:
    """The colour of each role, by its Dutch name, in the light and in the dark scheme."""

    light: tuple[tuple[str, str], ...]
    dark: tuple[tuple[str, str], ...]
    given: tuple[str, ...]
    """The roles that were asked for; the others follow from them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HouseStyle:
    """Everything a house style brings; empty where nobody has one."""

    place: str = ""
    """What the user calls the place where it stands."""
    name: str = ""
    templates: tuple[tuple[str, str], ...] = ()
    """Templates that win over ours: the name within the folder, and the text."""
    replaced: tuple[str, ...] = ()
    """Which of ours they replace."""
    added: tuple[str, ...] = ()
    """Which of them replace nothing."""
    colours: Colours | None = None
    logo: Logo | None = None
    fonts: Fonts | None = None
    colophon: str = ""
    word_template: bytes | None = None

    def describe(self) -> tuple[str, ...]:
        """Say in Dutch what of the house style is used, one part each; nothing where nobody has one."""
        if not self.place:
            return ()
        said = [self.name or f"uit {self.place}"]
        if self.logo:
            said.append(f"logo ({self.logo.name})")
        if self.colours:
            said.append(f"kleuren ({', '.join(self.colours.given)})")
        if self.fonts:
            said.append(
                f"letter {self.fonts.family}" + ("" if self.fonts.faces else ", alleen op het scherm")
            )
        if self.replaced:
            said.append(f"eigen sjablonen ({', '.join(self.replaced)})")
        if self.word_template:
            said.append("eigen Word-sjabloon")
        return tuple(said)


def _as_address(content: bytes, *, media_type: str) -> str:
    return f"data:{media_type};base64,{base64.b64encode(content).decode('ascii')}"
