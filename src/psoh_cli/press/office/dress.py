"""Our styles in the colours of a house style: the accent, the field of the cover, the tint and the ink."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from psoh_cli.press.house_style.style import HouseStyle
from psoh_cli.press.office.roles import CharacterStyle, Edge, ParagraphStyle, Role
from psoh_cli.press.office.styles import CHARACTERS, PALE, PARAGRAPHS, TINT
from psoh_cli.press.office.text import Look
from psoh_cli.report import svg

_ROLES = {svg.PETROL: "accent", TINT: "tint", svg.INK: "inkt", PALE: "op-omslag"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Dress:
    """Every style of an office document, in the colours of one house style."""

    paragraphs: dict[Role, ParagraphStyle]
    characters: dict[Look, CharacterStyle]
    accent: str
    cover: str
    """The colour of the field behind the cover."""

    def worn(self, colour: str) -> str:
        """Give a colour of ours as this house style has it."""
        return self.accent if colour == svg.PETROL else colour


@lru_cache(maxsize=4)
def dress(style: HouseStyle) -> Dress:
    """Dress our styles; without colours of a house style they stay ours."""
    given = dict(style.colours.light) if style.colours is not None else {}
    swap = {ours: given[role] for ours, role in _ROLES.items() if role in given}
    cover = given.get("omslag", svg.PETROL)
    return Dress(
        paragraphs={
            role: _paragraph(paragraph, swap=swap, cover=cover) for role, paragraph in PARAGRAPHS.items()
        },
        characters={
            look: replace(letters, colour=swap.get(letters.colour, letters.colour))
            for look, letters in CHARACTERS.items()
        },
        accent=swap.get(svg.PETROL, svg.PETROL),
        cover=cover,
    )


def _paragraph(style: ParagraphStyle, *, swap: dict[str, str], cover: str) -> ParagraphStyle:
    return replace(
        style,
        colour=swap.get(style.colour, style.colour),
        fill=cover if style.fill == svg.PETROL else swap.get(style.fill, style.fill),
        top=_edge(style.top, swap=swap),
        side=_edge(style.side, swap=swap),
        bottom=_edge(style.bottom, swap=swap),
        between=_edge(style.between, swap=swap),
    )


def _edge(edge: Edge | None, *, swap: dict[str, str]) -> Edge | None:
    return None if edge is None else replace(edge, colour=swap.get(edge.colour, edge.colour))
