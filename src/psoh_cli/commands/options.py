"""What several commands read from the command line in the same way."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Annotated

import typer

_WHOLE_DAY = re.compile(r"(?:19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}")

AsOf = Annotated[
    str | None,
    typer.Option(
        "--peildatum", metavar="DATUM", help="De dag waarop gekeken wordt (jjjj-mm-dd). Zonder: vandaag."
    ),
]
"""The day from which a command looks; without it, today."""


InFolder = Annotated[
    Path, typer.Option("--map", metavar="MAP", help="De map van het dossier. Zonder: de map waar u nu bent.")
]
"""The folder of the dossier, for a command of which the arguments are something else."""


def day_or_today(text: str | None) -> date:
    """Read a `--peildatum`, or ask the clock; raise WrongUseError in Dutch when it is no day."""
    if text is None:
        from psoh_cli.commands import clock

        return clock.today()
    if _WHOLE_DAY.fullmatch(text):
        with suppress(ValueError):  # what is no day is told below
            return date.fromisoformat(text)
    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError

    try:
        day = PartialDate.parse(text)
    except ValueError as error:
        raise WrongUseError(f"--peildatum: {error}") from None
    if not day.day:
        raise WrongUseError(
            "--peildatum heeft een hele dag nodig.", remedy="Schrijf jjjj-mm-dd, bijvoorbeeld 2026-03-31."
        )
    return day.first_day()


def a_role(text: str | None) -> str | None:
    """Read a `--door`; raise WrongUseError in Dutch when it seems to be a person instead of a role."""
    if text is None:
        return None
    from psoh_cli.kaart.role import sound_role

    return sound_role(text)


def at_least(number: int, fewest: int, *, option: str) -> None:
    """Make sure that a number is not too small; raise WrongUseError in Dutch when it is."""
    if number < fewest:
        from psoh_cli.errors import WrongUseError

        raise WrongUseError(f"{option}: {number} kan niet.", remedy=f"Geef een getal van {fewest} of meer.")
