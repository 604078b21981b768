"""ronde.yaml ↔ the Round: every change is a small edit of the text; what people wrote, stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from psoh_cli.dutch import PartialDate
from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit
from psoh_cli.files.modeline import modeline
from psoh_cli.files.versioned_file import FORMAT_VERSION
from psoh_cli.files.yaml_changes import Append, Change, Remove, Set
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.interview_files import read_interview
from psoh_cli.practices.practice_files import read_catalogue
from psoh_cli.rounds.round import NO_ROUND, ROUND_FILE, Invitation, Resolution, RoundFile
from psoh_cli.vocabulary import InterviewForm, InvitationState

__all__ = [
    "ROUND_FILE",
    "add_invitations",
    "add_resolution",
    "invitation_of",
    "read_round",
    "set_form",
    "set_participants",
    "set_state",
    "written",
]

_INTERVIEWS = "interviews"

_HEADER = """\
# De ronde: aan wie u vragen stelt, hoe ver ieder is, en wat de klankbordgroep besloot.
#
# - 'informanten': een informant is een functie bij een organisatie, nooit een naam van iemand.
#   Het id is ook de naam van het bestand in de map interviews.
#   Voorstellen doet 'psoh ronde plan .'; wat er staat, blijft staan. U mag alles zelf veranderen of weghalen.
# - 'stand' is gepland, uitgenodigd, bezig, klaar of vervallen. Bijhouden kan ook zo:
#     psoh ronde plan . --informant NAAM --stand uitgenodigd
# - 'besluiten': wat de klankbordgroep besloot. Opschrijven kan met: psoh ronde besluit .
"""


def read_round(dossier: Path) -> RoundFile:
    """Read the round of a dossier; an empty one when nothing was written down yet.

    Raises UnreadableError when the file cannot be read, and ProblemsError when it holds errors.
    """
    path = dossier / ROUND_FILE
    if not path.exists():
        return NO_ROUND
    file = versioned_file.read(path, RoundFile)
    if file.unreadable is not None:
        raise file.unreadable
    if file.value is None:
        raise ProblemsError(
            f"In {path.as_posix()} staan fouten; er is niets veranderd.",
            problems=file.problems,
            remedy="Verbeter ze eerst; wat er staat, blijft staan.",
        )
    return file.value


def add_invitations(dossier: Path, invitations: Sequence[Invitation]) -> bool:
    """Write informants at the end of the round and tell whether that changed anything; who is there already stays."""
    with disk.lock(dossier, file=dossier / ROUND_FILE):
        known = read_round(dossier).invitation
        fresh = [item for item in invitations if item.id not in known]
        return _change(dossier, [Append(("informanten",), written(item)) for item in fresh])


def set_state(
    dossier: Path,
    informant: str,
    state: InvitationState,
    *,
    day: PartialDate,
    form: InterviewForm | None = None,
) -> bool:
    """Write how far an informant is and tell whether that changed anything.

    Who has an interview and is not in the round yet, is added to it. An invitation that is sent again gets the new
    day; the day on which somebody was done stays. Raises WrongUseError when nobody knows this informant.
    """
    return _edit(dossier, informant, lambda invited: _moved(invited, state, day=day, form=form))


def set_form(dossier: Path, informant: str, form: InterviewForm) -> bool:
    """Write how an informant answers and tell whether that changed anything; see `set_state`."""
    return _edit(dossier, informant, lambda invited: invited.model_copy(update={"form": form}))


def set_participants(dossier: Path, informant: str, count: int) -> bool:
    """Write how many took part in a talk and tell whether that changed anything; see `set_state`."""
    return _edit(dossier, informant, lambda invited: invited.model_copy(update={"participants": count}))


def add_resolution(dossier: Path, resolution: Resolution) -> None:
    """Write at the end of the round what was decided; raise WrongUseError when a decision has this id already."""
    with disk.lock(dossier, file=dossier / ROUND_FILE):
        if any(item.id == resolution.id for item in read_round(dossier).resolutions):
            raise WrongUseError(
                f"Er staat al een besluit '{resolution.id}' in {ROUND_FILE}; er is niets veranderd.",
                remedy="Geef dit besluit een andere naam.",
            )
        _change(dossier, [Append(("besluiten",), written(resolution))])


def written(value: Invitation | Resolution) -> dict[str, Any]:
    """Give one item as it stands in the file, without what is empty."""
    plain: dict[str, Any] = value.model_dump(mode="json", by_alias=True, exclude_none=True)
    return plain


def invitation_of(informant: Informant) -> Invitation:
    """Give the place in the round of somebody who has an interview already."""
    interview = informant.interview
    return Invitation(
        id=informant.id,
        group=interview.group,
        role=interview.role,
        organization=interview.organization,
    )


def _moved(
    invited: Invitation, state: InvitationState, *, day: PartialDate, form: InterviewForm | None
) -> Invitation:
    update: dict[str, Any] = {"state": state}
    if form is not None:
        update["form"] = form
    if state is InvitationState.INVITED:
        update["invited_on"] = day
    is_done = state is InvitationState.DONE
    update["done_on"] = ((invited.done_on if invited.state is state else None) or day) if is_done else None
    return invited.model_copy(update=update)


def _edit(dossier: Path, informant: str, become: Callable[[Invitation], Invitation]) -> bool:
    with disk.lock(dossier, file=dossier / ROUND_FILE):
        standing = read_round(dossier)
        found = next((item for item in standing.invitations if item.id == informant), None)
        if found is None:
            after = become(_from_interview(dossier, informant))
            return _change(dossier, [Append(("informanten",), written(after))])
        path = ("informanten", standing.invitations.index(found))
        return _change(dossier, differences(found, after=become(found), path=path))


def differences(before: Invitation, *, after: Invitation, path: tuple[str | int, ...]) -> list[Change]:
    """Give the edits at a path of the file that make one invitation of another; the rest keeps its lines."""
    old, new = written(before), written(after)
    gone: Iterable[Change] = (Remove((*path, key)) for key in old if key not in new)
    changed: Iterable[Change] = (Set((*path, key), new[key]) for key in new if old.get(key) != new[key])
    return [*gone, *changed]


def _from_interview(dossier: Path, informant: str) -> Invitation:
    path = dossier / _INTERVIEWS / f"{informant}.yaml"
    found = read_interview(path)[0] if path.is_file() else None
    if found is None or found.id != informant:
        raise WrongUseError(
            f"De informant '{informant}' staat niet in {ROUND_FILE} en heeft geen interview; er is niets veranderd.",
            remedy="Wie er zijn, ziet u met: psoh ronde status",
        )
    return invitation_of(found)


def _change(dossier: Path, changes: Sequence[Change]) -> bool:
    """Make edits in the file, in a fresh one where there is none; tell whether that changed anything."""
    if not changes:
        return False
    path = dossier / ROUND_FILE
    if path.exists():
        before = versioned_file.text_of(path)
        after = yaml_edit.apply(before, changes)
        if after == before:
            return False
        yaml_edit.save(path, after)
        return True
    versioned_file.expect_inside(path)
    head = yaml_edit.dump_block({"formaat": FORMAT_VERSION, "kennisversie": read_catalogue()[0].version})
    body = "".join(f"\n{key}:{_items(key, changes)}" for key in ("informanten", "besluiten"))
    disk.write_text(path, f"{modeline(path, 'ronde')}{_HEADER}\n{head}{body}")
    return True


def _items(key: str, changes: Sequence[Change]) -> str:
    """Write the items of one list of a fresh file, with an empty line between them."""
    values = [change.value for change in changes if isinstance(change, Append) and change.path == (key,)]
    blocks = [yaml_edit.dump_block([value], indent=2) for value in values]
    return f"\n{chr(10).join(blocks)}" if blocks else " []\n"
