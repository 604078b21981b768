"""Who sits before us: find the file of an informant, or make one for somebody new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from psoh_cli.dutch import PartialDate, listing, slug
from psoh_cli.errors import ProblemsError, UnreadableError, WrongUseError
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.interview_files import (
    create_interview,
    interview_paths,
    read_interview,
    read_interviews,
)
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.rules import LONGEST_NAME, check, choose_group, leads_elsewhere, name_fault
from psoh_cli.model import normal
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.privacy.telling import warning_about
from psoh_cli.problems.meant import closest
from psoh_cli.problems.problem import Problem, has_errors, in_order
from psoh_cli.terminal.asker import TerminalAsker

GEMEENTE_FILE = "gemeente.yaml"
INTERVIEWS_FOLDER = "interviews"
_NEW = "nieuw"
_WHO = (
    "Een informant is een functie bij een organisatie, nooit een persoon. De korte naam wordt ook de naam van het "
    "bestand: kleine letters, cijfers en streepjes, bijvoorbeeld beleidsadviseur of ggd-zuid. stop = stoppen."
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How far one informant is."""

    informant: Informant
    answered: int
    total: int


def interviews_folder(dossier: Path) -> Path:
    """Give the folder with interviews; raise UnreadableError when this is no dossier."""
    remedy = "Noem de map van het dossier, of maak er een met: psoh start MAP"
    if not dossier.exists():
        raise UnreadableError(f"De map '{dossier.as_posix()}' bestaat niet.", remedy=remedy)
    if not dossier.is_dir():
        raise UnreadableError(f"'{dossier.as_posix()}' is een bestand, geen map.", remedy=remedy)
    if not (dossier / GEMEENTE_FILE).exists():
        shown = dossier.resolve().as_posix()
        raise UnreadableError(
            f"In de map '{shown}' staat geen dossier: {GEMEENTE_FILE} ontbreekt.", remedy=remedy
        )
    return dossier / INTERVIEWS_FOLDER


def attendance(folder: Path, catalogue: Catalogue) -> tuple[tuple[Attendance, ...], tuple[Problem, ...]]:
    """List every informant with how much is answered, and what is wrong with files that cannot be read."""
    informants, problems = read_interviews(folder)
    return tuple(attended(informant, catalogue) for informant in informants), problems


def attended(informant: Informant, catalogue: Catalogue) -> Attendance:
    """Count what one informant answered of the questions that apply."""
    questionnaire = Questionnaire(catalogue, informant.group)
    total = len(questionnaire.applicable(informant.answers))
    return Attendance(
        informant=informant, answered=total - len(questionnaire.open(informant.answers)), total=total
    )


def ask_who(folder: Path, catalogue: Catalogue, asker: TerminalAsker) -> str:
    """Ask which informant the interview is with; the answer is a name that may be new."""
    known, _ = attendance(folder, catalogue)
    options = [
        (
            item.informant.id,
            f"{item.informant.id}: {item.informant.role} ({item.answered} van {item.total} vragen beantwoord)",
        )
        for item in known
    ]
    if options:
        chosen = asker.choose(
            "Met wie is het interview? Typ een nummer, of een nieuwe korte naam.",
            [*options, (_NEW, "Een nieuwe informant")],
            explanation=_WHO,
            unlisted=lambda line: _confirmed_name(line, asker),
        )
        if chosen != _NEW:
            return chosen
    asker.say(
        "Geef de informant een korte naam: een functie, nooit een persoon. Bijvoorbeeld: beleidsadviseur"
    )
    while True:
        typed = asker.ask("Korte naam: ", explanation=_WHO)
        name = typed if leads_elsewhere(typed) else slug(typed)
        if name and not name_fault(name):
            return name
        asker.say(name_fault(name))


def _confirmed_name(line: str, asker: TerminalAsker) -> str | None:
    """Take a new name for an informant when that is what was meant."""
    name = slug(line)
    if line.isdecimal() or not name or name_fault(name) or leads_elsewhere(line):
        return None
    return name if asker.confirm(f"'{name}' is er nog niet. Een nieuwe informant maken?") else None


def find_informant(folder: Path, name: str, catalogue: Catalogue) -> Informant | None:
    """Read the interview of this informant; None when there is no such file.

    Raises WrongUseError when nobody can be called this, and ProblemsError when the file holds errors that would
    make an edit unsafe.
    """
    path = folder / f"{name}.yaml"
    wrong = name_fault(name)
    may_be_there = len(name) <= LONGEST_NAME and not leads_elsewhere(name)
    if wrong and not (may_be_there and path.exists()):
        shown = name if len(name) <= LONGEST_NAME else f"{name[:LONGEST_NAME]}..."
        raise WrongUseError(f"Een informant kan niet '{shown}' heten.", remedy=wrong)
    if not path.exists():
        return None
    informant, file = read_interview(path)
    if informant is None:
        groups = ", ".join(catalogue.group)
        needs_group = any("'groep'" in problem.message for problem in file.problems)
        mend = f"Kies een groep uit: {groups}." if needs_group else "Verbeter ze in een teksteditor."
        raise ProblemsError(
            f"In {path.as_posix()} staan fouten die eerst verbeterd moeten worden.",
            problems=file.problems,
            remedy=mend,
        )
    if informant.group not in catalogue.group:
        raise ProblemsError(
            f"De groep in {path.as_posix()} bestaat niet.",
            problems=tuple(
                problem for problem in _rule_errors(path, catalogue) if problem.code == "INTERVIEW002"
            ),
            remedy="Verbeter de regel die met 'groep:' begint.",
        )
    return informant


def errors_in(folder: Path, name: str, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Give the errors in the answers of an informant: they do not stop the interview, but somebody should know."""
    return in_order(_rule_errors(folder / f"{name}.yaml", catalogue))


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
    group = introduction.group or _ask_group(name, catalogue, asker)
    _expect_group(group, catalogue)
    usual = usual_role(name)
    role, organization = introduction.role, introduction.organization
    if asker is not None and not introduction.role:
        role = asker.ask(f"Functie of rol, geen naam (Enter = {usual}): ", default=usual, explanation=_ROLE)
        organization = organization or asker.ask(
            "Organisatie (Enter = overslaan): ", required=False, explanation=_ORGANIZATION
        )
    if asker is not None:
        for line in warning_about(role, organization):
            asker.say(line)
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


def _ask_group(name: str, catalogue: Catalogue, asker: TerminalAsker | None) -> str:
    if asker is None:
        raise WrongUseError(
            f"'{name}' is een nieuwe informant; bij welke groep hoort deze?",
            remedy=f"Voeg toe: --groep GROEP. Kies uit: {', '.join(catalogue.group)}.",
        )
    options = [(group.id, group.name) for group in catalogue.groups]
    return asker.choose(
        f"'{name}' is nieuw. Bij welke groep hoort deze informant?", options, explanation=_GROUP
    )


def _expect_group(group: str, catalogue: Catalogue) -> None:
    if group not in catalogue.group:
        raise WrongUseError(f"De groep '{group}' bestaat niet.", remedy=choose_group(group, catalogue))


def _expect_text(what: str, text: str) -> None:
    try:
        normal(text)
    except ValueError as error:
        raise WrongUseError(f"Zo kan de {what} niet worden opgeschreven: {error}.") from None


def _rule_errors(path: Path, catalogue: Catalogue) -> Iterator[Problem]:
    informant, file = read_interview(path)
    if informant is None:
        yield from file.problems
        return

    found = check(
        informant.interview,
        name=path.stem,
        catalogue=catalogue,
        as_of=None,
        file=file.name,
        place=file.place,
    )
    yield from (problem for problem in found if has_errors((problem,)))
