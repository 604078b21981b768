"""One interview from greeting to farewell: at a terminal, from a pipe, or filled from a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from psoh_cli.errors import WrongUseError
from psoh_cli.interview.answers import Answer
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.interview_files import interview_paths
from psoh_cli.interview.pace import Pace, Ticks
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.shell import quoted
from psoh_cli.sitting import farewell, reception
from psoh_cli.sitting.attendance import ask_who, attendance
from psoh_cli.sitting.filling import Offered, fill_in, read_offered
from psoh_cli.sitting.meanwhile import Meanwhile
from psoh_cli.sitting.newcomer import Introduction, make_informant
from psoh_cli.sitting.round_state import RoundState, waiting
from psoh_cli.sitting.seats import free_seats, take_seat
from psoh_cli.sitting.sitting import Sitting, show_open
from psoh_cli.terminal import console
from psoh_cli.terminal.asker import Stopped, TerminalAsker

_NOBODY_THERE = 2
_INTERRUPTED = 130


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What was typed on the command line."""

    informant: str | None = None
    introduction: Introduction = field(default_factory=Introduction)
    answers: Path | None = None
    replace: bool = False


def attend(
    dossier: Path,
    request: Request,
    *,
    catalogue: Catalogue,
    asker: TerminalAsker,
    as_of: date,
    ticks: Ticks | None = None,
) -> int:
    """Do what was asked in one dossier and give the exit code. With `ticks` the pace is kept, to say how long it takes.

    Raises a PsohError for what stops us.
    """
    folder = reception.interviews_folder(dossier)
    offered = read_offered(request.answers) if request.answers else None
    can_ask = console.is_interactive() and offered is None
    if request.informant is None and not can_ask:
        if offered is not None:
            raise WrongUseError("Van wie zijn deze antwoorden?", remedy="Voeg toe: --informant NAAM")
        _list(dossier, folder, catalogue=catalogue, plain=asker.plain)
        return 0
    before = _interviews(folder)
    try:
        sitting = _seat(
            dossier, request, offered, catalogue=catalogue, asker=asker if can_ask else None, as_of=as_of
        )
        wrong = reception.errors_in(folder, sitting.path.stem, catalogue)
    except (Stopped, EOFError, KeyboardInterrupt) as left:
        console.say("")
        made = sorted(_interviews(folder) - before)
        if made:
            farewell.just_made(made[0], f"psoh interview {quoted(dossier)} --informant {made[0].stem}")
        else:
            farewell.nothing_made(_again(dossier, request))
        return _INTERRUPTED if isinstance(left, KeyboardInterrupt) else 0
    if wrong:
        console.show_problems(wrong, talk=True)
        console.say(
            "Dit staat al in het bestand en telt zo niet mee. U kunt het aan het einde van het gesprek wijzigen."
        )
    if offered is not None:
        return fill_in(sitting, offered, replace=request.replace)
    return converse(sitting, asker, ticks=ticks)


def converse(sitting: Sitting, asker: TerminalAsker, *, ticks: Ticks | None = None) -> int:
    """Hold the conversation and give the exit code; an interrupt ends it with the same farewell."""
    heard_before = asker.heard
    in_round = RoundState(sitting.dossier, sitting.path.stem, sitting.today)

    meanwhile = Meanwhile(sitting.path, known=sitting.informant.answers, catalogue=sitting.catalogue)

    def put_on_disk(question: str, answer: Answer) -> None:
        meanwhile.record(question, answer)
        in_round.begun()

    exchange = Exchange(
        questionnaire=sitting.questionnaire,
        asker=asker,
        record=put_on_disk,
        as_of=sitting.as_of,
        answers=dict(sitting.informant.answers),
        day=sitting.day,
        afterthought=sitting.afterthought,
        pace=Pace(ticks),
    )
    try:
        farewell.greet(sitting)
        ending = Conversation(exchange).run()
    except KeyboardInterrupt:
        farewell.part(sitting, farewell.on_disk(sitting, exchange.answers), exchange.remarks)
        return _INTERRUPTED
    if ending is Ending.NO_MORE_INPUT and asker.heard == heard_before:
        console.say("Er is niemand die antwoordt: dit is geen terminal en er komt geen invoer.")
        show_open(sitting.questionnaire, exchange.answers)
        console.say("Vul antwoorden in uit een bestand met: --antwoorden BESTAND")
        return _NOBODY_THERE
    if ending is Ending.DONE and not sitting.questionnaire.open(exchange.answers):
        in_round.done()
    farewell.part(sitting, exchange.answers, exchange.remarks)
    return 0


def _seat(
    dossier: Path,
    request: Request,
    offered: Offered | None,
    *,
    catalogue: Catalogue,
    asker: TerminalAsker | None,
    as_of: date,
) -> Sitting:
    """Find or make the informant that was named, or ask for one."""
    folder = reception.interviews_folder(dossier)
    if request.informant is not None:
        name = request.informant.removesuffix(".yaml")
    else:
        name = ask_who(folder, catalogue, asker or TerminalAsker(), invited=waiting(dossier))
    told = request.introduction.or_else(offered.introduction) if offered else request.introduction
    informant = reception.find_informant(folder, name, catalogue)
    if informant is None:
        name, told = take_seat(dossier, folder, name, told, catalogue=catalogue, asker=asker)
        informant = make_informant(folder, name, told, catalogue=catalogue, as_of=as_of, asker=asker)
    elif request.introduction.group not in ("", informant.group):
        raise WrongUseError(
            f"'{name}' hoort al bij de groep '{informant.group}'.",
            remedy=f"Laat --groep weg, of wijzig de groep in {(folder / f'{name}.yaml').as_posix()}.",
        )
    return Sitting(
        dossier=dossier, path=folder / f"{name}.yaml", informant=informant, catalogue=catalogue, as_of=as_of
    )


def _interviews(folder: Path) -> set[Path]:
    return set(interview_paths(folder)) if folder.is_dir() else set()


def _again(dossier: Path, request: Request) -> str:
    named = f" --informant {quoted(Path(request.informant))}" if request.informant else ""
    return f"psoh interview {quoted(dossier)}{named}"


def _list(dossier: Path, folder: Path, *, catalogue: Catalogue, plain: bool) -> None:
    """Write to stdout who there is and how far each of them is."""
    known, problems = attendance(folder, catalogue)
    if problems:
        console.show_problems(problems, talk=True)
    if not known:
        console.out("Er zijn nog geen interviews.")
        seats = free_seats(dossier, folder)
        if seats:
            console.say(f"Begin met:\n  psoh interview {quoted(dossier)} --informant {seats[0].id}")
            return
        console.say(f"Aan wie u vragen kunt stellen:\n  psoh ronde plan {quoted(dossier)}")
        console.say(f"De groepen zijn: {', '.join(catalogue.group)}.")
        return
    rows = [
        [item.informant.id, item.informant.role, item.informant.group, f"{item.answered} van {item.total}"]
        for item in known
    ]
    if plain:
        for name, role, group, count in rows:
            console.out(f"{name}: {role}, groep {group}, {count} vragen beantwoord.")
    else:
        console.table(["informant", "rol", "groep", "beantwoord"], rows)
    console.say(f"Verdergaan met:\n  psoh interview {quoted(dossier)} --informant NAAM")
