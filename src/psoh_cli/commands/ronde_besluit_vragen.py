"""Asking what was decided, point by point; each decision is written before the next one is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from psoh_cli.commands.ronde_besluit_getypt import Typed
from psoh_cli.commands.ronde_besluit_punten import show_points
from psoh_cli.errors import WrongUseError
from psoh_cli.shell import quoted

if TYPE_CHECKING:
    from collections.abc import Callable

    from psoh_cli.commands.ronde_besluit_open import Table
    from psoh_cli.report.discussion_topics import Topic
    from psoh_cli.terminal.asker import TerminalAsker

_Answer = TypeVar("_Answer")

_WHICH = (
    "Typ de code of het nummer van een punt, of het id van een bevinding of vraag. meer = ook de andere punten. "
    "zoek tolk = punten met dat woord. Over een punt met een besluit mag u opnieuw besluiten. stop = stoppen."
)
_WHAT = "Schrijf op wat is afgesproken, niet wie het zei. stop = stoppen zonder dit punt op te schrijven."
_WHO = (
    "Functies of organisaties, met een komma ertussen, bijvoorbeeld: Regisseur, GGD, Huisartsen. Geen namen. "
    "Dit blijft in uw dossier; op papier staat het niet."
)
_WHEN = "Schrijf bijvoorbeeld 2026-11-02 of 2 november 2026."
_REFUSED = 130
_MORE = ("meer", "alles")
_SEARCH = "zoek "
_MOST_FOUND = 20
"""Points that are named as found; with more, another word tells more."""


def ask_all(table: Table, *, plain: bool) -> None:
    """Ask for decisions until somebody stops; say what was written and what was not, also after Ctrl-C."""
    import typer

    from psoh_cli.terminal.asker import Stopped, TerminalAsker

    asker = TerminalAsker(plain=plain)
    written, typed = 0, Typed()
    try:
        show_points(table, asker)
        while True:
            typed = Typed()
            written += _ask_one(table, asker, typed=typed)
            typed = Typed()
            table = table.again()
            asker.say("")
            if not asker.confirm("Nog een besluit?"):
                break
            show_points(table, asker)
    except (Stopped, EOFError):
        pass
    except KeyboardInterrupt:
        _say_goodbye(written, table=table, typed=typed)
        raise typer.Exit(_REFUSED) from None
    _say_goodbye(written, table=table, typed=typed)


def _ask_one(table: Table, asker: TerminalAsker, *, typed: Typed) -> bool:
    """Ask for one decision and write it; tell whether it was written."""
    from psoh_cli.commands.ronde_besluit_schrijven import day_of, sound, write
    from psoh_cli.dutch import listing
    from psoh_cli.rounds.deciding import latest_roles

    typed.about = _which(table, asker)
    _ask_text(asker, typed=typed)
    last = latest_roles(table.round.resolutions)
    usual = f" (Enter = {listing(last)})" if last else ""
    typed.roles = _until_sound(
        asker,
        f"Wie zaten aan tafel?{usual} ",
        lambda line: tuple(sound(role) for role in line.split(",") if role.strip()),
        default=", ".join(last),
        explanation=_WHO,
    )
    day = _until_sound(
        asker,
        "Op welke dag? (Enter = vandaag) ",
        lambda line: day_of(line, table=table),
        default=table.as_of.isoformat(),
        explanation=_WHEN,
    )
    typed.day = str(day)
    try:
        write(table, about=(typed.about,), text=typed.text, roles=typed.roles, day=day)
    except WrongUseError as error:
        asker.say(error.message)
        return False
    return True


def _which(table: Table, asker: TerminalAsker) -> str:
    """Ask for a point; a number is shown with what it stands for now, since numbers on paper may be older."""
    from psoh_cli.commands.ronde_besluit_schrijven import known

    while True:
        line = asker.ask("Welk punt? ", explanation=_WHICH)
        if line.casefold() in _MORE:
            show_points(table, asker, every=True)
            continue
        if line.casefold().startswith(_SEARCH):
            _found(line[len(_SEARCH) :], table=table, asker=asker)
            continue
        topic = table.numbered(line)
        name = topic.id if topic else table.named(line)
        if name not in table.subjects and table.holding(line):
            _found(line, table=table, asker=asker)
            continue
        try:
            name = known(name, table=table)
        except WrongUseError as error:
            asker.say(error.message)
            asker.say(_WHICH)
            continue
        _show(name, table=table, asker=asker)
        if topic is None or asker.confirm("Is dit het punt?"):
            return name


def _found(words: str, *, table: Table, asker: TerminalAsker) -> None:
    found = table.holding(words)
    for name, title in found[:_MOST_FOUND]:
        asker.say(f"  {title} [{name}]")
    if not found:
        asker.say(f"Er is geen punt met '{words.strip()}'.")
    elif len(found) > _MOST_FOUND:
        asker.say(f"En nog {len(found) - _MOST_FOUND}. Zoek met een woord erbij.")
    if found:
        asker.say("Typ wat tussen de haken staat.")


def _ask_text(asker: TerminalAsker, *, typed: Typed) -> None:
    """Ask for the decision; what looks like data on a person is asked again, and whoever insists is heard."""
    from psoh_cli.privacy.telling import warning_about

    typed.text = _ask_short(asker, "Wat is besloten? ")
    while warnings := tuple(warning_about(typed.text)):
        for warning in warnings:
            asker.say(warning)
        again = _ask_short(asker, "Schrijf het anders op (Enter = het mag zo blijven): ", default=typed.text)
        if again == typed.text:
            break
        typed.text = again


def _ask_short(asker: TerminalAsker, prompt: str, *, default: str = "") -> str:
    """Ask for words until they are no longer than a decision may be."""
    from psoh_cli.commands.ronde_besluit_schrijven import expect_short

    while True:
        text = asker.ask(prompt, default=default, explanation=_WHAT)
        try:
            expect_short(text, what="Het besluit")
        except WrongUseError as error:
            asker.say(f"{error.message} {error.remedy}")
        else:
            return text


def _show(name: str, *, table: Table, asker: TerminalAsker) -> None:
    """Lay on the table what was said on a point, and what was decided before."""
    asker.say("")
    asker.say(table.subjects[name])
    topic = next((item for item in table.topics if item.id == name), None)
    for line in _said(topic) if topic else ():
        asker.say(f"  {line}")
    for item in table.round.on(name):
        asker.say(f"  Al besloten op {item.day.in_words()}: {item.text}")


def _said(topic: Topic) -> list[str]:
    lines = [topic.lead] if topic.lead else []
    lines.extend(f"{words}: {who}" for words, who in topic.said)
    lines.extend(f"{asked} {said}" for asked, said in topic.others)
    more = (
        ("Weet het niet", topic.unknown),
        ("Niet van toepassing", topic.excused),
        ("Statushouders zeggen", topic.beside),
        ("Doet dit werk zelf", topic.done_by),
    )
    return [*lines, *(f"{label}: {words}" for label, words in more if words)]


def _until_sound(
    asker: TerminalAsker,
    prompt: str,
    read: Callable[[str], _Answer],
    *,
    default: str = "",
    explanation: str = "",
) -> _Answer:
    """Ask until an answer can be used; what is wrong is told, and nothing typed before is lost."""
    while True:
        line = asker.ask(prompt, default=default, explanation=explanation)
        try:
            return read(line)
        except WrongUseError as error:
            asker.say(error.message.removeprefix("--door: ").removeprefix("--op: "))
            asker.say(explanation)


def _say_goodbye(written: int, *, table: Table, typed: Typed) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.terminal import console

    console.say("")
    if typed.text:
        console.say("Dit besluit is niet opgeschreven. Met deze opdracht alsnog:")
        console.out(typed.as_command(table))
    if not written:
        console.say("Gestopt; er is niets opgeschreven.")
        return
    verb = "is" if written == 1 else "zijn"
    console.say(f"{plural(written, 'besluit', 'besluiten')} {verb} opgeschreven.")
    console.say(f"Op papier: psoh rapport {quoted(table.folder)} --soort gesprekskaart")
