"""What is told of rows of somebody else's sheet that are not taken over as they stand."""

from __future__ import annotations

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.kaart.exchange.refusing import brief
from psoh_cli.kaart.exchange.sheet.foreign_cells import RowTold
from psoh_cli.kaart.exchange.sheet.foreign_rows import ColumnRead
from psoh_cli.kaart.exchange.sheet.row_places import in_column
from psoh_cli.privacy.covering import hidden


def said_before(value: object, column: ColumnRead, *, place: Place) -> NotUnderstood:
    """Say that two cells of one row say something else of the same."""
    return NotUnderstood(
        place=in_column(place, column.heading), text=hidden(brief(value)),
        why="een andere kolom van deze rij zegt over hetzelfde iets anders",
        remedy="Maak ze gelijk. Nu telt de eerste kolom.",
    )  # fmt: skip


def no_place(told: RowTold, place: Place) -> NotUnderstood:
    """Say that no location can be made of what a row tells of a place."""
    return NotUnderstood(
        place=place, text=hidden(brief(dict(told.spot))), why="hier is geen plek van te maken",
        remedy="Vul de straat of de naam van de plek in.",
    )  # fmt: skip


def nameless(place: Place) -> NotUnderstood:
    """Say that a row is about nothing that has a name."""
    return NotUnderstood(
        place=place, text="", why="in deze rij staat geen naam van een dienst of organisatie",
        remedy="Vul de naam in, of haal de rij weg.",
    )  # fmt: skip
