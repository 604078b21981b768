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


def somebody(
    folder: Path, name: str, told: Introduction, *, catalogue: Catalogue
) -> tuple[Informant, InterviewForm | None, Invitation | None]:
    """Find the informant with the shape that the round holds; or somebody new, with the invitation to write down."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.privacy.telling import warning_about
    from psoh_cli.rounds.round_file import read_round
    from psoh_cli.sitting.sending import informant_in, invite, new_informant
    from psoh_cli.terminal import console

    found = informant_in(folder, name, catalogue=catalogue)
    if found is not None:
        if told.group not in ("", found.group):
            raise WrongUseError(
                f"'{name}' hoort al bij de groep '{found.group}'.", remedy="Laat --groep weg."
            )
        invited = read_round(folder).invitation.get(name)
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
) -> tuple[tuple[Sent, ...], tuple[str, ...]]:
    """Make a list for everybody who may still answer; who is asked in a talk is skipped, and named."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.shell import quoted
    from psoh_cli.sitting.sending import informant_in, to_send
    from psoh_cli.vocabulary import InterviewForm

    sent, skipped = [], []
    for item in to_send(folder):
        if chosen is None and item.form is InterviewForm.TALK:
            skipped.append(item.id)
            continue
        found = informant_in(folder, item.id, catalogue=catalogue)
        if found is not None:
            sent.append(make(found, chosen or item.form, gemeente, catalogue, made_on))
    if not sent:
        raise WrongUseError(
            "In ronde.yaml staat niemand aan wie nog een lijst te sturen is.",
            remedy=f"Wie u kunt vragen, ziet u met: psoh ronde plan {quoted(folder)}",
        )
    return tuple(sent), tuple(skipped)


def make(
    informant: Informant,
    shape: InterviewForm | None,
    gemeente: Gemeente,
    catalogue: Catalogue,
    made_on: date,
) -> Sent:
    from psoh_cli.sitting import sending

    fitting = shape if shape in sending.SHAPES else sending.SHAPES[0]
    return sending.make(
        informant, fitting or sending.SHAPES[0], gemeente=gemeente, catalogue=catalogue, made_on=made_on
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
