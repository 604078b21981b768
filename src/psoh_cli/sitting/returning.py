"""Question lists that came back: each read, held against the interview of its informant, and written when asked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import PsohError, WrongUseError
from psoh_cli.files import disk
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.forms.applying_file import apply
from psoh_cli.interview.forms.day_answered import with_day_by
from psoh_cli.interview.forms.filled import Filled
from psoh_cli.interview.forms.preview import Preview, compare
from psoh_cli.interview.forms.reading_file import MOST_BYTES, read_sheet, shape_of
from psoh_cli.interview.forms.text_lengths import long_texts
from psoh_cli.interview.forms.understanding import Understood, understand
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.rounds import round_file
from psoh_cli.sitting import reception
from psoh_cli.sitting.list_remarks import lapsed_remarks, version_remarks
from psoh_cli.sitting.whose_list import whose
from psoh_cli.vocabulary import InterviewForm, InvitationState


@dataclass(frozen=True, kw_only=True)
class Around:
    """What a list is read beside."""

    dossier: Path
    gemeente: Gemeente
    catalogue: Catalogue
    as_of: date
    day: date | None = None
    """The day on which the list was answered, where somebody told it."""
    informant: str = ""
    """Whose list it is, where somebody told it."""
    has_read: bool = False
    """Whether somebody read the texts that seem to be about a person, and wants them."""
    replaces_newer: bool = False
    """Whether a list may replace an answer of a later day."""


@dataclass(frozen=True, kw_only=True)
class Returned:
    """One list that was read, and what it would change."""

    file: str
    shape: InterviewForm
    informant: Informant
    path: Path
    understood: Understood
    preview: Preview
    day: PartialDate
    remarks: tuple[str, ...] = ()
    asked_with: str = ""
    """The version of the questions on the list."""
    participants: int | None = None
    """How many took part in a talk, where the list says so."""
    asks_day: bool = False
    """Whether the day on the list can be no such day: somebody has to tell it before anything is written."""


@dataclass(frozen=True, kw_only=True)
class Refused:
    """A file that is not taken, and why."""

    file: str
    error: PsohError


@dataclass(kw_only=True)
class Pile:
    """All files of one call: what was read, and what was not taken."""

    returned: list[Returned] = field(default_factory=list)
    refused: list[Refused] = field(default_factory=list)


def read_all(paths: Sequence[Path], around: Around) -> Pile:
    """Read every file on its own; one that cannot be read never stops the others."""
    pile = Pile()
    for path in paths:
        try:
            found = read_one(path, around)
            if any(found.informant.id == other.informant.id for other in pile.returned):
                raise WrongUseError(
                    f"{path.name} is ook een lijst van '{found.informant.id}'.",
                    remedy="Lees eerst de ene, en daarna de andere: dan ziet u wat de tweede verandert.",
                )
        except PsohError as error:
            pile.refused.append(Refused(file=path.as_posix(), error=error))
        else:
            pile.returned.append(found)
    return pile


def read_one(path: Path, around: Around) -> Returned:
    """Read one file and hold it against the interview; raise a PsohError when it is not taken."""
    data = disk.read_bytes(path, limit=MOST_BYTES)
    filled, shape = _filled(data, file=path.name)
    informant = whose(
        filled, around.dossier, told=around.informant, gemeente=around.gemeente, catalogue=around.catalogue
    )
    filled = replace(filled, group=informant.group)
    if around.day is None:
        filled = with_day_by(filled, as_of=around.as_of)
    answered, remarks = _answered_on(filled, around)
    told = () if filled.odd_day is None or around.day is not None else (filled.odd_day,)
    understood = understand(
        replace(filled, not_understood=(*told, *filled.not_understood)),
        catalogue=around.catalogue,
        as_of=around.as_of,
        has_read=around.has_read,
        stands=long_texts(informant.answers),
    )
    day = PartialDate(answered.year, answered.month, answered.day)
    return Returned(
        file=path.as_posix(),
        shape=shape,
        informant=informant,
        path=reception.interviews_folder(around.dossier) / f"{informant.id}.yaml",
        understood=understood,
        preview=compare(
            understood,
            informant,
            catalogue=around.catalogue,
            day=day,
            not_over=_not_over(filled, around, answered=answered),
        ),
        day=day,
        asked_with=filled.knowledge_version,
        participants=filled.participants,
        asks_day=bool(told),
        remarks=(
            *filled.remarks,
            *version_remarks(filled, around.catalogue),
            *remarks,
            *lapsed_remarks(informant, dossier=around.dossier),
        ),
    )


def write(returned: Returned, *, catalogue: Catalogue) -> bool:
    """Write what a list changes, all of it in one go; tell whether anything changed.

    Raises WrongUseError when nobody knows on which day it was answered.
    """
    if returned.asks_day:
        raise WrongUseError(
            "De dag op deze lijst kan niet; er is niets geschreven.",
            remedy="Zeg op welke dag de lijst is ingevuld: --op DATUM",
        )
    return apply(
        returned.path,
        returned.preview,
        understood=returned.understood,
        newcomer=None if returned.path.exists() else returned.informant.interview,
        catalogue=catalogue,
        day=returned.day,
        asked_with=returned.asked_with,
    )


def mark(returned: Returned, *, dossier: Path) -> bool:
    """Write in the round how far the informant is now, where there is a round; who was done stays done."""
    name = returned.informant.id
    if returned.participants is not None:
        round_file.set_participants(dossier, name, returned.participants)
    if not disk.is_file(dossier / round_file.ROUND_FILE) or not returned.understood.places:
        return False
    invited = round_file.read_round(dossier).invitation.get(returned.informant.id)
    if invited is not None and invited.state is InvitationState.DONE:
        return False
    state = InvitationState.BUSY if returned.preview.open else InvitationState.DONE
    return round_file.set_state(dossier, returned.informant.id, state, day=returned.day, form=returned.shape)


def _filled(data: bytes, *, file: str) -> tuple[Filled, InterviewForm]:
    shape = shape_of(data, file=file)
    if shape == "docx":
        from psoh_cli.press.forms.word_reading import read_docx

        return read_docx(data, file=file), InterviewForm.DOCX
    if shape == "json":
        from psoh_cli.interview.forms.page_reading import read_json

        return read_json(data, file=file), InterviewForm.HTML
    return read_sheet(data, file=file), InterviewForm.XLSX


def _answered_on(filled: Filled, around: Around) -> tuple[date, tuple[str, ...]]:
    """Give the day of the answers: as told, as the list says, or else today."""
    if around.day is not None:
        return around.day, ()
    said = filled.answered_on
    if filled.odd_day is not None:
        told = (
            "De dag op de lijst kan niet. psoh schrijft pas iets als u zegt op welke dag de lijst is ingevuld"
        )
        return around.as_of, (f"{told}: --op DATUM",)
    if said is None:
        if not any(not answer.is_empty for answer in filled.answers):
            return around.as_of, ()
        told = "psoh leest in de lijst geen dag; de antwoorden krijgen de dag van vandaag."
        return around.as_of, (f"{told} Een andere dag: --op DATUM",)
    return said, ()


def _not_over(filled: Filled, around: Around, *, answered: date) -> date | None:
    """Give the day after which answers in the interview stay: of a list without a day only when it was made is sure."""
    if around.replaces_newer:
        return None
    is_told = around.day is not None or filled.answered_on is not None
    return answered if is_told or filled.made_on == date.min else min(filled.made_on, answered)
