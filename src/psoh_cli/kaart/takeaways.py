"""The two or three sentences a reader should take away from the coverage; computed, never written by hand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from psoh_cli.dutch import listing, plural
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE, Reach
from psoh_cli.vocabulary import language_name

if TYPE_CHECKING:
    from psoh_cli.kaart.coverage import Cell

_UNDERSTOOD = frozenset({Reach.OWN_LANGUAGE, Reach.INTERPRETER})
_MOST_NAMED = 3
_NOBODY = (
    "Op de kaart staat geen enkele dienst waarvan bekend is dat hij een van deze groepen bereikt, of kan bereiken. "
    "Waar de kaart niet volledig is verklaard, is dat onbekend en geen gemis."
)

_ALL_UNKNOWN = (
    "Voor elke taal en in elke ketenstap is onbekend of er hulp is die mensen bereikt. Het eerste werk is nagaan welke "
    "talen er bij de diensten worden gesproken, of er een tolk is, en bij welke ketenstap zij horen."
)


def conclude(cells: tuple[Cell, ...], *, step_names: Mapping[str, str]) -> tuple[str, ...]:
    """Draw at most three conclusions, the gravest first; the last says so when nothing could be weighed."""
    if not cells:
        return ()
    if not any(cell.services for cell in cells):
        nothing = _nothing(cells, step_names)
        return tuple(sentence for sentence in (_NOBODY, nothing, *_unweighed(cells)) if sentence)
    if all(cell.reach is Reach.UNKNOWN for cell in cells):
        return (_ALL_UNKNOWN, *_unweighed(cells))
    found = [
        sentence
        for sentence in (
            _nothing(cells, step_names),
            _unknown(cells),
            _not_confirmed(cells),
            _understood(cells, step_names),
        )
        if sentence
    ]
    honest = _unweighed(cells)
    return (*found[: 3 - len(honest)], *honest)


def _nothing(cells: tuple[Cell, ...], step_names: Mapping[str, str]) -> str:
    """Say for the heaviest language in how many steps there is certainly nothing."""
    worst = _heaviest(cells, reaches={Reach.NOTHING})
    if not worst:
        return ""
    steps = [step_names.get(cell.step, cell.step) for cell in worst]
    return f"Voor {_who(worst[0])} is er zeker niets bij {_some(steps)}: de kaart is daarvoor volledig verklaard."


def _unknown(cells: tuple[Cell, ...]) -> str:
    worst = _heaviest(cells, reaches={Reach.UNKNOWN})
    if not worst:
        return ""
    return f"Voor {_who(worst[0])} is {_in_steps(worst, cells)} onbekend of er hulp is die hen bereikt."


def _not_confirmed(cells: tuple[Cell, ...]) -> str:
    worst = _heaviest(cells, reaches={Reach.NOT_CONFIRMED})
    if not worst:
        return ""
    return f"Voor {_who(worst[0])} rust het bereik {_in_steps(worst, cells)} op gegevens die niet meer bevestigd zijn."


def _understood(cells: tuple[Cell, ...], step_names: Mapping[str, str]) -> str:
    """Say in which steps no language is certainly helped in its own words or through an interpreter."""
    steps = dict.fromkeys(cell.step for cell in cells)
    helped = {cell.step for cell in cells if cell.reach in _UNDERSTOOD}
    if not helped:
        return "In geen enkele ketenstap is er bevestigde hulp in de eigen taal of met een tolk."
    without = [step_names.get(step, step) for step in steps if step not in helped]
    if not without:
        return "In elke ketenstap is er voor ten minste één taal bevestigde hulp in de eigen taal of met een tolk."
    return (
        f"Bij {_some(without)} is er voor geen enkele taal bevestigde hulp in de eigen taal of met een tolk."
    )


def _unweighed(cells: tuple[Cell, ...]) -> tuple[str, ...]:
    if any(cell.people is not None for cell in cells):
        return ()
    return (
        "Hoeveel statushouders elke taal spreken is niet bekend; de talen zijn hier daarom niet gewogen.",
    )


def _heaviest(cells: Iterable[Cell], *, reaches: set[Reach]) -> list[Cell]:
    """Give the cells with such a reach of the language for which people × steps is largest.

    A group of unknown size goes after every group of known size; ties keep the order of the columns.
    """
    by_language: dict[str, list[Cell]] = {}
    for cell in cells:
        if cell.reach in reaches:
            by_language.setdefault(cell.language, []).append(cell)
    return max(
        by_language.values(), key=lambda found: ((found[0].weight or 0) * len(found), len(found)), default=[]
    )


def _in_steps(found: list[Cell], cells: tuple[Cell, ...]) -> str:
    steps = len({cell.step for cell in cells})
    return "in alle ketenstappen" if len(found) == steps else f"in {len(found)} van de {steps} ketenstappen"


def _who(cell: Cell) -> str:
    if cell.language == UNKNOWN_LANGUAGE:
        return "statushouders (taal onbekend)"
    if cell.people is None:
        return f"sprekers van het {language_name(cell.language)}"
    return f"sprekers van het {language_name(cell.language)} ({cell.size})"


def _some(names: list[str]) -> str:
    if len(names) <= _MOST_NAMED:
        return listing(names)
    rest = plural(len(names) - _MOST_NAMED, "andere ketenstap", "andere ketenstappen")
    return f"{', '.join(names[:_MOST_NAMED])} en {rest}"
