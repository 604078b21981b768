"""Seats in the round that nobody fills yet: who types another name for one of them is offered it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from psoh_cli.dutch import listing
from psoh_cli.errors import WrongUseError
from psoh_cli.interview.interview_files import interview_paths
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.rounds.round import Invitation
from psoh_cli.sitting.newcomer import Introduction, ask_group
from psoh_cli.sitting.round_state import introduced, waiting
from psoh_cli.terminal import console
from psoh_cli.terminal.asker import TerminalAsker
from psoh_cli.vocabulary import InvitationState

_FREE = (InvitationState.PLANNED, InvitationState.INVITED)
_NEW = "nieuw"
_MOST_NAMED = 6
_WHY = (
    "Deze plaats staat in ronde.yaml, en er is nog geen interview bij. Kiest u die, dan komt het gesprek daar te "
    "staan. Is het echt iemand anders, kies dan de nieuwe informant. stop = stoppen."
)


def free_seats(dossier: Path, folder: Path, *, group: str = "") -> tuple[Invitation, ...]:
    """Give who is planned or invited and has no interview yet, of one group or of all."""
    begun = {path.stem for path in interview_paths(folder)} if folder.is_dir() else set()
    return tuple(
        item
        for item in waiting(dossier)
        if item.state in _FREE and item.id not in begun and group in ("", item.group)
    )


def take_seat(
    dossier: Path,
    folder: Path,
    name: str,
    told: Introduction,
    *,
    catalogue: Catalogue,
    asker: TerminalAsker | None,
) -> tuple[str, Introduction]:
    """Give the name and what is known of somebody without an interview: of the seat that was meant, where there is one.

    Without an asker the seats are told, and the name stays what was typed.
    """
    stands = {item.id: item for item in waiting(dossier)}
    if name in stands:
        return name, told.or_else(introduced(stands[name]))
    if not free_seats(dossier, folder):
        return name, told
    if asker is None:
        _hint(dossier, folder, name, told)
        return name, told
    group = told.group or ask_group(name, catalogue, asker)
    told = replace(told, group=group)
    seats = free_seats(dossier, folder, group=group)
    if not seats:
        return name, told
    meant = listing([item.id for item in seats[:_MOST_NAMED]], last="of")
    options = [(item.id, f"{item.id}: {item.role}") for item in seats]
    chosen = asker.choose(
        f"Bedoelt u {meant}? Die staat al in de ronde, en heeft nog geen interview.",
        [*options, (_NEW, f"Nee, '{name}' is een nieuwe informant")],
        explanation=_WHY,
    )
    return (name, told) if chosen == _NEW else (chosen, told.or_else(introduced(stands[chosen])))


def _hint(dossier: Path, folder: Path, name: str, told: Introduction) -> None:
    """Name the seats that may be meant; without a group none can be made, and that is told as well."""
    seats = free_seats(dossier, folder, group=told.group)
    if not seats:
        return
    meant = listing([item.id for item in seats[:_MOST_NAMED]], last="of")
    hint = f"Bedoelt u {meant}? Die staat in ronde.yaml zonder interview. Noem die dan bij --informant."
    if not told.group:
        raise WrongUseError(
            f"'{name}' is een nieuwe informant; bij welke groep hoort deze?",
            remedy=f"{hint} Is deze echt nieuw, voeg dan toe: --groep GROEP.",
        )
    console.say(f"'{name}' is nieuw. {hint}")
