"""The round beside the interview: who was invited, and how far this one is, where the dossier keeps a round."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import PsohError
from psoh_cli.files import disk
from psoh_cli.rounds.round import Invitation
from psoh_cli.sitting.newcomer import Introduction
from psoh_cli.terminal import console
from psoh_cli.vocabulary import InterviewForm, InvitationState


@dataclass
class RoundState:
    """Keeps how far one informant is in `ronde.yaml`. That the round cannot be written never stops an interview."""

    dossier: Path
    informant: str
    day: PartialDate
    _begun: bool = field(default=False)

    def begun(self) -> None:
        """Write at the first answer of a sitting that this informant is busy; who was done stays done."""
        if not self._begun:
            self._begun = True
            self._write(InvitationState.BUSY, unless=(InvitationState.DONE,))

    def done(self) -> None:
        """Write that nothing is open and the informant is content."""
        self._write(InvitationState.DONE)

    def _write(self, state: InvitationState, *, unless: tuple[InvitationState, ...] = ()) -> None:
        from psoh_cli.rounds import round_file

        if not disk.is_file(self.dossier / round_file.ROUND_FILE):
            return

        try:
            invited = round_file.read_round(self.dossier).invitation.get(self.informant)
            if invited is None or invited.state not in (state, *unless):
                form = InterviewForm.TALK if invited is None or invited.form is None else None
                round_file.set_state(self.dossier, self.informant, state, day=self.day, form=form)
        except PsohError as error:
            told = "De ronde (ronde.yaml) is niet bijgewerkt; het interview wel."
            console.say(f"{told} {error.message} {error.remedy}".rstrip())


def introduced(invitation: Invitation) -> Introduction:
    """Give what the round knows of somebody who was invited."""
    return Introduction(
        group=invitation.group, role=invitation.role, organization=invitation.organization or ""
    )


def waiting(dossier: Path) -> tuple[Invitation, ...]:
    """Give who is in the round and has not lapsed; nobody where there is no round, or none to read."""
    from psoh_cli.rounds import round_file

    if not disk.is_file(dossier / round_file.ROUND_FILE):
        return ()
    try:
        invitations = round_file.read_round(dossier).invitations
    except PsohError:  # told at the first answer, when it has to be written
        return ()
    return tuple(item for item in invitations if item.state is not InvitationState.LAPSED)
