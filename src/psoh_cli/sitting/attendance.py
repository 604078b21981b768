"""Who there is: every informant of a dossier with how far each is, and choosing who the interview is with."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from psoh_cli.dutch import slug
from psoh_cli.files import disk_about
from psoh_cli.interview.answers import Informant
from psoh_cli.interview.changed_questions import informant_now
from psoh_cli.interview.interview_files import read_interviews
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.interview.rules import leads_elsewhere, name_fault
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.problem import Problem
from psoh_cli.rounds.round import Invitation
from psoh_cli.terminal.asker import TerminalAsker

_NEW = "nieuw"
_WHO = (
    "Een informant is een functie bij een organisatie, nooit een persoon. De korte naam wordt ook de naam van het "
    "bestand: kleine letters, cijfers en streepjes, bijvoorbeeld beleidsadviseur of ggd-zuid. stop = stoppen."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """How far one informant is."""

    informant: Informant
    answered: int
    total: int


def attendance(folder: Path, catalogue: Catalogue) -> tuple[tuple[Attendance, ...], tuple[Problem, ...]]:
    """List every informant with how much is answered, and what is wrong with files that cannot be read."""
    informants, problems = read_interviews(folder)
    return tuple(attended(informant, catalogue) for informant in informants), problems


def attended(informant: Informant, catalogue: Catalogue) -> Attendance:
    """Count what one informant answered of the questions that apply."""
    questionnaire = Questionnaire(catalogue, informant.group)
    informant = informant_now(informant, catalogue)
    total = len(questionnaire.applicable(informant.answers))
    return Attendance(
        informant=informant, answered=total - len(questionnaire.open(informant.answers)), total=total
    )


def ask_who(
    folder: Path, catalogue: Catalogue, asker: TerminalAsker, *, invited: Sequence[Invitation] = ()
) -> str:
    """Ask which informant the interview is with; the answer is a name that may be new.

    Whoever was invited for the round is in the list too, with or without an interview.
    """
    known, _ = attendance(folder, catalogue)
    last = last_written(folder, known)
    options = [
        (
            item.informant.id,
            f"{item.informant.id}: {item.informant.role} ({item.answered} van {item.total} vragen beantwoord)",
        )
        for item in known
    ]
    begun = {item.informant.id for item in known}
    options += [
        (item.id, f"{item.id}: {_named(item)} (nog niet begonnen)")
        for item in invited
        if item.id not in begun
    ]
    if options:
        chosen = asker.choose(
            "Met wie is het interview? Typ een nummer, of een nieuwe korte naam.",
            [*options, (_NEW, "Een nieuwe informant")],
            explanation=_WHO,
            unlisted=lambda line: _confirmed_name(line, asker),
            default=last,
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


def last_written(folder: Path, known: Sequence[Attendance]) -> str:
    """Give the informant whose file was written last: empty when nobody is known."""
    written = {
        item.informant.id: disk_about.changed_at(folder / f"{item.informant.id}.yaml") for item in known
    }
    return max(written, key=lambda name: written[name], default="")


def _named(invitation: Invitation) -> str:
    return ", ".join(part for part in (invitation.role, invitation.organization) if part)


def _confirmed_name(line: str, asker: TerminalAsker) -> str | None:
    """Take a new name for an informant when that is what was meant."""
    name = slug(line)
    if line.isdecimal() or not name or name_fault(name) or leads_elsewhere(line):
        return None
    return name if asker.confirm(f"'{name}' is er nog niet. Een nieuwe informant maken?") else None
