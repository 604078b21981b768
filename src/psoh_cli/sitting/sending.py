"""A question list that is sent: for whom, in which shape, where it is put, and the mail that goes with it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.dossier.dossier_files import GEMEENTE_FILE
from psoh_cli.dutch import PartialDate
from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import versioned_file
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant, InterviewFile
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.forms.form import Form, make_form
from psoh_cli.interview.interview_files import interview_paths
from psoh_cli.interview.rules import choose_group, name_fault
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.rounds import round_file
from psoh_cli.rounds.round import Invitation
from psoh_cli.sitting import reception
from psoh_cli.sitting.newcomer import Introduction, usual_role
from psoh_cli.vocabulary import InterviewForm, InvitationState

FOLDER = "vragenlijsten"
"""Where lists are put in a dossier, when nobody says where."""

SHAPES = (InterviewForm.XLSX, InterviewForm.DOCX, InterviewForm.HTML)
_NOT_YET = (InvitationState.PLANNED, InvitationState.INVITED, InvitationState.LAPSED)


@dataclass(frozen=True, kw_only=True)
class Sent:
    """One list as a file, and for whom it is."""

    form: Form
    shape: InterviewForm
    data: bytes

    @property
    def file_name(self) -> str:
        """The name under which it is put."""
        return f"vragenlijst-{self.form.informant}.{self.shape.value}"


def gemeente_of(dossier: Path) -> Gemeente:
    """Read whose dossier this is; raise a PsohError when there is none, or it cannot be read."""
    reception.interviews_folder(dossier)
    read = versioned_file.read(dossier / GEMEENTE_FILE, Gemeente)
    if read.unreadable is not None:
        raise read.unreadable
    if read.value is None:
        raise ProblemsError(
            f"In {(dossier / GEMEENTE_FILE).as_posix()} staan fouten; er is niets gemaakt.",
            problems=read.problems,
            remedy="Verbeter ze eerst.",
        )
    return read.value


def informant_in(dossier: Path, name: str, *, catalogue: Catalogue) -> Informant | None:
    """Find an informant: by the interview, or without one by the invitation in the round; None when neither knows.

    Answers stand under the questions of today. Raises a PsohError when nobody can be called this.
    """
    found = reception.find_informant(reception.interviews_folder(dossier), name, catalogue)
    if found is not None:
        return informant_now(found, catalogue)
    invited = round_file.read_round(dossier).invitation.get(name)
    return None if invited is None else _without_interview(invited, catalogue=catalogue)


def invite(dossier: Path, name: str, told: Introduction, *, catalogue: Catalogue) -> Invitation:
    """Give the invitation for somebody new; raise WrongUseError when something is missing or cannot be."""
    wrong = name_fault(name)
    if wrong:
        raise WrongUseError(f"Een informant kan niet '{name[:60]}' heten.", remedy=wrong)
    if not told.group:
        known = [*round_file.read_round(dossier).invitation, *(path.stem for path in _interviews(dossier))]
        meant = did_you_mean(name, known)
        groups = ", ".join(catalogue.group)
        raise WrongUseError(
            f"'{name}' is een nieuwe informant; bij welke groep hoort deze?",
            remedy=f"{meant} Is deze echt nieuw, voeg dan toe: --groep GROEP --rol ROL. Kies uit: {groups}.".strip(),
        )
    if told.group not in catalogue.group:
        raise WrongUseError(
            f"De groep '{told.group}' bestaat niet.", remedy=choose_group(told.group, catalogue)
        )
    return Invitation(
        id=name,
        group=told.group,
        role=told.role or usual_role(name),
        organization=told.organization or None,
    )


def new_informant(invited: Invitation, *, catalogue: Catalogue) -> Informant:
    """Give somebody who is invited and has no interview yet."""
    return _without_interview(invited, catalogue=catalogue)


def to_send(dossier: Path) -> tuple[Invitation, ...]:
    """Give everybody in the round who may still fill in a list: not who is done or lapsed."""
    past = (InvitationState.DONE, InvitationState.LAPSED)
    return tuple(item for item in round_file.read_round(dossier).invitations if item.state not in past)


def make(
    informant: Informant,
    shape: InterviewForm,
    *,
    gemeente: Gemeente,
    catalogue: Catalogue,
    made_on: date,
    participants: int | None = None,
) -> Sent:
    """Make the list of an informant in one shape."""
    form = make_form(
        informant,
        catalogue=catalogue,
        gemeente=gemeente.name,
        code=gemeente.code,
        made_on=made_on,
        participants=participants,
    )
    return Sent(form=form, shape=shape, data=_bytes(form, shape))


def mark_invited(dossier: Path, informant: str, shape: InterviewForm, *, day: PartialDate) -> bool:
    """Write in the round that a list was sent; who is busy or done already, stays so."""
    invited = round_file.read_round(dossier).invitation.get(informant)
    if invited is not None and invited.state not in _NOT_YET:
        return False
    return round_file.set_state(dossier, informant, InvitationState.INVITED, day=day, form=shape)


def _interviews(dossier: Path) -> tuple[Path, ...]:
    folder = reception.interviews_folder(dossier)
    return interview_paths(folder) if folder.is_dir() else ()


def _bytes(form: Form, shape: InterviewForm) -> bytes:
    if shape is InterviewForm.XLSX:
        from psoh_cli.interview.forms.sheet_file import write_xlsx

        return write_xlsx(form)
    if shape is InterviewForm.DOCX:
        from psoh_cli.press.forms.word import render_docx

        return render_docx(form)
    from psoh_cli.press.forms.page import render_html

    return render_html(form).encode()


def _without_interview(invited: Invitation, *, catalogue: Catalogue) -> Informant:
    if invited.group not in catalogue.group:
        raise WrongUseError(
            f"De groep '{invited.group}' van '{invited.id}' in ronde.yaml bestaat niet.",
            remedy=choose_group(invited.group, catalogue),
        )
    return Informant(
        id=invited.id,
        file=f"interviews/{invited.id}.yaml",
        interview=InterviewFile(
            format=FORMAT_VERSION,
            knowledge_version=catalogue.version,
            group=invited.group,
            role=invited.role,
            organization=invited.organization,
        ),
    )
