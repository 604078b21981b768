"""How many took part in a talk, as somebody wrote it on a list."""

from __future__ import annotations

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import typed_number

MOST = 999
"""More people than this hold no talk."""


def participants_in(text: str, *, place: Place) -> tuple[int | None, tuple[NotUnderstood, ...]]:
    """Give the count; nothing where nothing stands, and what stands there told where it is no count."""
    said = text.strip()
    if not said:
        return None, ()
    bare = said.casefold().removesuffix("deelnemers").removesuffix("mensen").removesuffix("personen").strip()
    count = typed_number(bare) if bare.isascii() else None
    if count is not None and 1 <= count <= MOST:
        return count, ()
    return None, (
        NotUnderstood(
            place=place,
            text=said[:80],
            why="bij het aantal deelnemers staat geen heel getal",
            remedy="Schrijf alleen het aantal, zoals 6. Het kan ook in ronde.yaml, bij aantal_deelnemers.",
        ),
    )
