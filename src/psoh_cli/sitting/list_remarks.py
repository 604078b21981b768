"""What to know of a list as a whole before it is taken over."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.interview.answers import Informant
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.knowledge_version import is_later
from psoh_cli.rounds import round_file
from psoh_cli.vocabulary import InvitationState


def is_lapsed(informant: str, *, dossier: Path) -> bool:
    """Tell whether somebody was written down as taking part no more."""
    invited = round_file.read_round(dossier).invitation.get(informant)
    return invited is not None and invited.state is InvitationState.LAPSED


def lapsed_remarks(informant: Informant, *, dossier: Path) -> tuple[str, ...]:
    """Say that somebody takes part again by sending a list back."""
    if not is_lapsed(informant.id, dossier=dossier):
        return ()
    told = f"'{informant.id}' staat in ronde.yaml op vervallen."
    return (f"{told} Neemt u de lijst over, dan doet '{informant.id}' weer mee.",)


def version_remarks(filled: Filled, catalogue: Catalogue) -> tuple[str, ...]:
    """Say that a list has the questions of another version."""
    theirs, ours = filled.knowledge_version, catalogue.version
    if not theirs or theirs == ours:
        return ()
    if is_later(theirs, than=ours):
        return (f"Deze lijst is gemaakt met een nieuwere kennisversie ({theirs}; psoh heeft hier {ours}).",)
    told = f"Deze lijst is gemaakt met kennisversie {theirs}; psoh heeft nu {ours}."
    return (f"{told} Wat anders is gaan heten, telt onder de nieuwe naam.",)
