"""One interview from greeting to farewell: at a terminal, from a pipe, or filled from a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path

from psoh_cli.errors import WrongUseError
from psoh_cli.interview.asking import Conversation, Ending
from psoh_cli.interview.exchange import Exchange
from psoh_cli.interview.interview_files import record
from psoh_cli.interview.values import count_of_questions
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.shell import quoted
from psoh_cli.sitting import reception
from psoh_cli.sitting.filling import Offered, fill_in, read_offered
from psoh_cli.sitting.reception import Introduction
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
    dossier: Path, request: Request, *, catalogue: Catalogue, asker: TerminalAsker, as_of: date
) -> int:
    """Do what was asked in one dossier and give the exit code.

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
    try:
        sitting = _seat(
            dossier, request, offered, catalogue=catalogue, asker=asker if can_ask else None, as_of=as_of
        )
    except (Stopped, EOFError):
        console.say("Gestopt. Er is nog niets gemaakt.")
        return 0
    wrong = reception.errors_in(folder, sitting.path.stem, catalogue)
    if wrong:
        console.show_problems(wrong, talk=True)
        console.say(
            "Dit staat al in het bestand en telt zo niet mee. U kunt het aan het einde van het gesprek wijzigen."
        )
    if offered is not None:
        return fill_in(sitting, offered, replace=request.replace)
    return converse(sitting, asker)


def converse(sitting: Sitting, asker: TerminalAsker) -> int:
    """Hold the conversation and give the exit code; an interrupt ends it with the same farewell."""
    heard_before = asker.heard
    exchange = Exchange(
        questionnaire=sitting.questionnaire,
        asker=asker,
        record=partial(record, sitting.path),
        as_of=sitting.as_of,
        answers=dict(sitting.informant.answers),
        day=sitting.day,
        afterthought=sitting.afterthought,
    )
    _greet(sitting)
    try:
        ending = Conversation(exchange).run()
    except KeyboardInterrupt:
        _farewell(sitting, exchange)
        return _INTERRUPTED
    if ending is Ending.NO_MORE_INPUT and asker.heard == heard_before:
        console.say("Er is niemand die antwoordt: dit is geen terminal en er komt geen invoer.")
        show_open(sitting.questionnaire, exchange.answers)
        console.say("Vul antwoorden in uit een bestand met: --antwoorden BESTAND")
        return _NOBODY_THERE
    _farewell(sitting, exchange)
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
        name = reception.ask_who(folder, catalogue, asker or TerminalAsker())
    told = request.introduction.or_else(offered.introduction) if offered else request.introduction
    informant = reception.find_informant(folder, name, catalogue)
    if informant is None:
        informant = reception.make_informant(
            folder, name, told, catalogue=catalogue, as_of=as_of, asker=asker
        )
    elif request.introduction.group not in ("", informant.group):
        raise WrongUseError(
            f"'{name}' hoort al bij de groep '{informant.group}'.",
            remedy=f"Laat --groep weg, of wijzig de groep in {(folder / f'{name}.yaml').as_posix()}.",
        )
    return Sitting(
        dossier=dossier, path=folder / f"{name}.yaml", informant=informant, catalogue=catalogue, as_of=as_of
    )


def _list(dossier: Path, folder: Path, *, catalogue: Catalogue, plain: bool) -> None:
    """Write to stdout who there is and how far each of them is."""
    known, problems = reception.attendance(folder, catalogue)
    if problems:
        console.show_problems(problems, talk=True)
    if not known:
        console.out("Er zijn nog geen interviews.")
        groups = ", ".join(catalogue.group)
        begin = f"psoh interview {quoted(dossier)} --informant beleidsadviseur --groep gemeente"
        console.say(f"Begin met:\n  {begin}")
        console.say(f"De groepen zijn: {groups}.")
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


def _greet(sitting: Sitting) -> None:
    group = sitting.catalogue.group[sitting.informant.group].name
    count = reception.attended(sitting.informant, sitting.catalogue)
    console.say(f"Interview met: {sitting.informant.role} (groep: {group})")
    console.say(f"Beantwoord: {count.answered} van {count_of_questions(count.total)}.")
    console.say("Elk antwoord wordt meteen bewaard. U kunt altijd stoppen en later verdergaan.")
    console.say("Schrijf geen namen en geen medische gegevens op.")


def _farewell(sitting: Sitting, exchange: Exchange) -> None:
    questionnaire, answers = exchange.questionnaire, exchange.answers
    total = len(questionnaire.applicable(answers))
    still_open = len(questionnaire.open(answers))
    console.say("")
    for question, remark in exchange.remarks.items():
        console.say(f"Niet bewaard, want er is geen antwoord bij: de opmerking '{remark}' ({question}).")
    count = f"{total - still_open} van {count_of_questions(total)} beantwoord"
    console.say(f"Bewaard in {sitting.path.as_posix()}: {count}.")
    if still_open:
        console.say(f"Verdergaan:\n  {sitting.command}")
    else:
        folder = quoted(sitting.dossier)
        console.say(f"Dank u. Volgende stap:\n  psoh analyse {folder}")
        console.say(
            f"Meer informanten geven een eerlijker beeld. Nog iemand interviewen:\n  psoh interview {folder}"
        )
