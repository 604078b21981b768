"""Somebody new: what is told or asked about an informant, and the file that is made of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.dutch import PartialDate, listing
from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.guarding import nameless
from psoh_cli.interview.hearing import StoppedError
from psoh_cli.interview.interview_files import create_interview, interview_paths, read_interview
from psoh_cli.interview.rules import choose_group
from psoh_cli.model import normal
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.meant import closest
from psoh_cli.terminal.asker import Stopped, TerminalAsker

_ROLE = (
    "De functie staat in de rapporten bij wat deze informant zei, bijvoorbeeld: Beleidsadviseur inburgering. "
    "Schrijf geen naam van een persoon."
)
_ORGANIZATION = (
    "De organisatie waarvoor deze informant spreekt, bijvoorbeeld: GGD Zuid. Enter = niet invullen."
)
_GROUP = (
    "De groep bepaalt welke vragen deze informant krijgt. Kies de groep die het best past bij waar iemand werkt. "
    "stop = stoppen."
)
_ABBREVIATIONS = {
    word.casefold(): word
    for word in ("AZC", "COA", "GGD", "GGZ", "ISK", "JGZ", "POH", "UWV", "VNG", "VWN", "Wmo")
}
"""Words of a short name that are written in capitals in the name of a function."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """What somebody told about a new informant on the command line or in a file; empty is not told."""

    group: str = ""
    role: str = ""
    organization: str = ""

    def or_else(self, other: Introduction) -> Introduction:
        """Fill what is not told here with what is told there."""
        return Introduction(
            group=self.group or other.group,
            role=self.role or other.role,
            organization=self.organization or other.organization,
        )


def make_informant(
    folder: Path,
    name: str,
    introduction: Introduction,
    *,
    catalogue: Catalogue,
    as_of: date,
    asker: TerminalAsker | None,
) -> Informant:
    """Make the file of a new informant; what was not told is asked, or without an asker refused or left out."""
    similar = similar_names(folder, name)
    if similar and asker is not None:
        asker.say(
            f"'{name}' is nieuw. Bedoelt u {listing(similar, last='of')}? Typ dan stop en noem die naam."
        )
    group = introduction.group or ask_group(name, catalogue, asker)
    _expect_group(group, catalogue)
    usual = usual_role(name)
    role, organization = introduction.role, introduction.organization
    if asker is not None and not introduction.role:
        role = asker.ask(f"Functie of rol, geen naam (Enter = {usual}): ", default=usual, explanation=_ROLE)
        organization = organization or asker.ask(
            "Organisatie (Enter = overslaan): ", required=False, explanation=_ORGANIZATION
        )
    if asker is not None:
        role, organization = (
            _nameless(role, "de functie", asker),
            _nameless(organization, "de organisatie", asker),
        )
    _expect_text("functie", role)
    _expect_text("organisatie", organization)
    create_interview(
        folder / f"{name}.yaml",
        group=group,
        role=role or usual,
        organization=organization or None,
        knowledge_version=catalogue.version,
        day=PartialDate(as_of.year, as_of.month, as_of.day),
    )
    informant, file = read_interview(folder / f"{name}.yaml")
    if informant is None:
        raise ProblemsError("Het nieuwe interview is niet te lezen.", problems=file.problems)
    return informant


def usual_role(name: str) -> str:
    """Write a short name as the name of a function: `beleidsadviseur-ggd` is `Beleidsadviseur GGD`."""
    joined = name.replace("poh-ggz", "POH/GGZ")
    words = [_ABBREVIATIONS.get(word, word) for word in joined.split("-")]
    role = " ".join(words).replace("POH/GGZ", "POH-GGZ")
    return role[:1].upper() + role[1:]


def similar_names(folder: Path, name: str) -> tuple[str, ...]:
    """Suggest informants that exist and look like a name that does not."""
    known = [path.stem for path in interview_paths(folder)] if folder.is_dir() else []
    return closest(name, known, most=2, alike=0.75)


def ask_group(name: str, catalogue: Catalogue, asker: TerminalAsker | None) -> str:
    """Ask to which group somebody new belongs; raise WrongUseError when nobody can say."""
    if asker is None:
        raise WrongUseError(
            f"'{name}' is een nieuwe informant; bij welke groep hoort deze?",
            remedy=f"Voeg toe: --groep GROEP. Kies uit: {', '.join(catalogue.group)}.",
        )
    options = [(group.id, group.name) for group in catalogue.groups]
    return asker.choose(
        f"'{name}' is nieuw. Bij welke groep hoort deze informant?", options, explanation=_GROUP
    )


def _nameless(text: str, where: str, asker: TerminalAsker) -> str:
    """Ask again what names a person; left out it is empty."""
    try:
        return nameless(asker, text, where=where) or ""
    except StoppedError:
        raise Stopped from None


def _expect_group(group: str, catalogue: Catalogue) -> None:
    if group not in catalogue.group:
        raise WrongUseError(f"De groep '{group}' bestaat niet.", remedy=choose_group(group, catalogue))


def _expect_text(what: str, text: str) -> None:
    try:
        normal(text)
    except ValueError as error:
        raise WrongUseError(f"Zo kan de {what} niet worden opgeschreven: {error}.") from None
