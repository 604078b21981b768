"""From a folder and the name of a gemeente to a fresh dossier; asks what was not told."""

from __future__ import annotations

from pathlib import Path

from psoh_cli.dossier.scaffold import check_target, check_writable, create_dossier, find_gemeente
from psoh_cli.dutch import slug
from psoh_cli.errors import PsohError, WrongUseError
from psoh_cli.gemeente.gemeente import Register, Registered
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.shell import quoted
from psoh_cli.terminal import console
from psoh_cli.terminal.asker import Stopped, TerminalAsker

_GEMEENTE = (
    "Typ de naam van de gemeente, of de code (GM en vier cijfers). Hoofdletters en accenten maken niet uit. psoh vult "
    "de code, de provincie en de GGD in uit de landelijke lijst. stop = stoppen."
)
_FOLDER = (
    "In deze map komen de bestanden van het dossier. Typ een naam; de map komt dan in de map waar u nu bent. Er "
    "mag nog niets zijn met die naam. stop = stoppen."
)


def start_dossier(
    folder: Path | None, name: str | None, *, knowledge_version: str, asker: TerminalAsker | None
) -> int:
    """Make a dossier and say what comes next; give the exit code.

    The place is checked before anything is asked. Without an asker, what is missing raises WrongUseError.
    """
    if folder is None:
        check_writable(Path.cwd())
    else:
        check_target(folder)
    register = read_register()
    try:
        gemeente = find_gemeente(register, name) if name else _ask_gemeente(register, folder, asker)
        target = folder or _ask_folder(gemeente, asker)
    except (Stopped, EOFError):
        console.say("Gestopt. Er is niets gemaakt.")
        return 0
    create_dossier(target, gemeente=gemeente, knowledge_version=knowledge_version)
    _tell(target, gemeente)
    return 0


def _ask_gemeente(register: Register, folder: Path | None, asker: TerminalAsker | None) -> Registered:
    if asker is None:
        raise WrongUseError("Over welke gemeente gaat het dossier?", remedy="Voeg toe: --gemeente NAAM")
    likely = register.named(folder.name) if folder else ()
    usual = likely[0].name if likely and likely[0].ended is None else ""
    prompt = f"Welke gemeente? (Enter = {usual}) " if usual else "Welke gemeente? "
    while True:
        try:
            return find_gemeente(register, asker.ask(prompt, default=usual, explanation=_GEMEENTE))
        except PsohError as error:
            asker.say(f"{error.message} {error.remedy}")


def _ask_folder(gemeente: Registered, asker: TerminalAsker | None) -> Path:
    if asker is None:
        raise WrongUseError("In welke map komt het dossier?", remedy=f"Typ: psoh start {slug(gemeente.name)}")
    usual = slug(gemeente.name)
    while True:
        prompt = f"In welke nieuwe map? (Enter = {usual}) "
        target = Path(asker.ask(prompt, default=usual, explanation=_FOLDER))
        try:
            check_target(target)
        except PsohError as error:
            asker.say(f"{error.message} {error.remedy}")
        else:
            return target


def _tell(target: Path, gemeente: Registered) -> None:
    if not console.shows_output():
        console.out(target.as_posix())
    console.success(f"het dossier van {gemeente.name} ({gemeente.code}) staat in {target.as_posix()}")
    console.say("Lees daar LEESMIJ.md, en vul gemeente.yaml aan met wat u weet.")
    folder = quoted(target)
    console.say(f"Volgende stap, een voorstel aan wie u vragen stelt:\n  psoh ronde plan {folder}")
    console.say(f"Daarna een gesprek met iemand uit dat voorstel:\n  psoh interview {folder}")
