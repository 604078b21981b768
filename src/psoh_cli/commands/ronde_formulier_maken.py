"""Question lists made: for one informant or for everybody in the round, and put where they belong."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from psoh_cli.gemeente.gemeente import Gemeente
    from psoh_cli.interview.answers import Informant
    from psoh_cli.practices.catalogue import Catalogue
    from psoh_cli.rounds.round import Invitation
    from psoh_cli.sitting.newcomer import Introduction
    from psoh_cli.sitting.sending import Sent
    from psoh_cli.vocabulary import InterviewForm


_TALK = "daar past een gesprek; met statushouders spreekt u een groep"
_ANSWERED = "daar zijn alle vragen beantwoord"


def somebody(
    folder: Path, name: str, told: Introduction, *, catalogue: Catalogue
) -> tuple[Informant, InterviewForm | None, Invitation | None]:
    """Find the informant with the shape that the round holds; or somebody new, with the invitation to write down."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.privacy.telling import warning_about
    from psoh_cli.rounds.round_file import read_round
    from psoh_cli.shell import quoted
    from psoh_cli.sitting.sending import informant_in, invite, new_informant
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import InvitationState

    found = informant_in(folder, name, catalogue=catalogue)
    invited = read_round(folder).invitation.get(name)
    if invited is not None and invited.state is InvitationState.LAPSED:
        raise WrongUseError(
            f"'{name}' doet niet meer mee (stand vervallen in ronde.yaml); er is geen lijst gemaakt.",
            remedy=f"Doet deze weer mee? psoh ronde plan {quoted(folder)} --informant {name} --stand gepland",
        )
    if found is not None:
        if told.group not in ("", found.group):
            raise WrongUseError(
                f"'{name}' hoort al bij de groep '{found.group}'.", remedy="Laat --groep weg."
            )
        return found, invited.form if invited else None, None
    newcomer = invite(folder, name, told, catalogue=catalogue)
    for line in warning_about(newcomer.role, newcomer.organization or ""):
        console.say(line)
    return new_informant(newcomer, catalogue=catalogue), None, newcomer


def for_all(
    folder: Path,
    chosen: InterviewForm | None,
    *,
    gemeente: Gemeente,
    catalogue: Catalogue,
    made_on: date,
) -> tuple[tuple[Sent, ...], tuple[tuple[str, str], ...]]:
    """Make a list for everybody who may still answer; who is asked in a talk or answered all is skipped, and told."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.interview.questionnaire import Questionnaire
    from psoh_cli.practices.question import STATUSHOUDERS
    from psoh_cli.shell import quoted
    from psoh_cli.sitting.sending import informant_in, to_send
    from psoh_cli.vocabulary import InterviewForm

    sent: list[Sent] = []
    skipped: list[tuple[str, str]] = []
    for item in to_send(folder):
        if item.group == STATUSHOUDERS or (chosen is None and item.form is InterviewForm.TALK):
            skipped.append((item.id, _TALK))
            continue
        found = informant_in(folder, item.id, catalogue=catalogue)
        if found is None:
            continue
        if not Questionnaire(catalogue, found.group).open(found.answers):
            skipped.append((item.id, _ANSWERED))
        else:
            sent.append(make(found, chosen or item.form, gemeente, catalogue, made_on))
    if not sent:
        raise WrongUseError(
            "In ronde.yaml staat niemand aan wie nog een lijst te sturen is."
            + (f" Overgeslagen: {listing([name for name, _ in skipped])}." if skipped else ""),
            remedy=f"Wie u kunt vragen, ziet u met: psoh ronde plan {quoted(folder)}",
        )
    return tuple(sent), tuple(skipped)


def make(
    informant: Informant,
    shape: InterviewForm | None,
    gemeente: Gemeente,
    catalogue: Catalogue,
    made_on: date,
    participants: int | None = None,
) -> Sent:
    from psoh_cli.sitting import sending

    fitting = shape if shape in sending.SHAPES else sending.SHAPES[0]
    return sending.make(
        informant,
        fitting or sending.SHAPES[0],
        gemeente=gemeente,
        catalogue=catalogue,
        made_on=made_on,
        participants=participants,
    )


def place(
    sent: tuple[Sent, ...],
    *,
    folder: Path,
    output: Path | None,
    replace: bool,
    made_on: date,
    everybody: bool,
    newcomer: Invitation | None,
) -> tuple[Path, ...]:
    """Put the files where they belong, and write in the round that they were sent."""
    from psoh_cli.dutch import PartialDate
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files.versioned_file import expect_own_folder
    from psoh_cli.kaart.exchange.placing_files import place_file
    from psoh_cli.rounds.round_file import add_invitations
    from psoh_cli.sitting.sending import FOLDER, mark_invited

    is_file = output is not None and output.suffix != "" and not output.is_dir()
    if (
        is_file
        and output is not None
        and (everybody or output.suffix.casefold() != f".{sent[0].shape.value}")
    ):
        raise WrongUseError(
            f"--output {output} past niet bij {'--allen' if everybody else f'een lijst als {sent[0].shape.value}'}.",
            remedy="Noem een map, of een bestand dat eindigt op de vorm van de lijst.",
        )
    if output is None:
        expect_own_folder(folder / FOLDER / sent[0].file_name)
    into = output or folder / FOLDER
    paths = tuple(into if is_file else into / item.file_name for item in sent)
    if not replace:
        _expect_free(sent, paths)
    if newcomer is not None:
        add_invitations(folder, (newcomer,))
    for item, path in zip(sent, paths, strict=True):
        place_file(item.data, path=path, replace=replace)
        mark_invited(
            folder,
            item.form.informant,
            item.shape,
            day=PartialDate(made_on.year, made_on.month, made_on.day),
        )
    return paths


def _expect_free(sent: tuple[Sent, ...], paths: tuple[Path, ...]) -> None:
    """Raise WrongUseError before anything is written when a list is there already that says something else."""
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files import disk

    taken = [
        path.as_posix()
        for item, path in zip(sent, paths, strict=True)
        if disk.is_file(path) and disk.read_bytes(path) != item.data
    ]
    if taken:
        more = [f"{len(taken) - 3} andere"] if len(taken) > 3 else []
        verb = "bestaat al en is" if len(taken) == 1 else "bestaan al en zijn"
        raise WrongUseError(
            f"{listing([*taken[:3], *more])} {verb} anders dan wat psoh zou schrijven. Er is niets geschreven.",
            remedy="Het kan een ingevulde lijst zijn. Kies met --output een andere map, of geef --overschrijf als het "
            "weg mag.",
        )
