"""Asking what was decided, point by point; each decision is written before the next one is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

    from psoh_cli.commands.ronde_besluit_open import Table
    from psoh_cli.report.discussion_topics import Topic
    from psoh_cli.terminal.asker import TerminalAsker

_Answer = TypeVar("_Answer")

_WHICH = (
    "Typ het nummer van een punt, of het id van een bevinding of vraag. Over een punt met een besluit mag u opnieuw "
    "besluiten. stop = stoppen."
)
_WHAT = "Schrijf op wat is afgesproken, niet wie het zei. stop = stoppen zonder dit punt op te schrijven."
_WHO = (
    "Functies of organisaties, met een komma ertussen, bijvoorbeeld: Regisseur, GGD, Huisartsen. Geen namen."
)
_WHEN = "Schrijf jjjj-mm-dd, bijvoorbeeld 2026-11-02."
_REFUSED = 130
_SHOWN = 15
"""Points that are named before the questions of ARQ: what weighs most."""


def ask_all(table: Table, *, plain: bool) -> None:
    """Ask for decisions until somebody stops; say what was written, also after Ctrl-C."""
    import typer

    from psoh_cli.terminal.asker import Stopped, TerminalAsker

    asker = TerminalAsker(plain=plain)
    written = 0
    try:
        while True:
            _list(table, asker)
            _ask_one(table, asker)
            written += 1
            table = table.again()
            asker.say("")
            if not asker.confirm("Nog een besluit?"):
                break
    except (Stopped, EOFError):
        pass
    except KeyboardInterrupt:
        _say_goodbye(written, table=table)
        raise typer.Exit(_REFUSED) from None
    _say_goodbye(written, table=table)


def _list(table: Table, asker: TerminalAsker) -> None:
    """Name the points on which nothing was decided yet."""
    if not table.waiting:
        asker.say("Over elk punt van de gesprekskaart is al een besluit. Een later besluit komt ernaast.")
        return
    asker.say("Hierover is nog geen besluit:")
    listed = [topic for topic in table.waiting if topic.question]
    rest = len(listed) - _SHOWN
    for topic in (*listed[:_SHOWN], *(topic for topic in table.waiting if not topic.question)):
        asker.say(f"{topic.number}: {topic.title}" if asker.plain else f"  {topic.number:>5}  {topic.title}")
    if rest > 0:
        asker.say(
            f"En nog {rest} punten die minder wegen. Alle punten staan in: psoh ronde besluit MAP --json"
        )


def _ask_one(table: Table, asker: TerminalAsker) -> None:
    from psoh_cli.commands.ronde_besluit_schrijven import day_of, known, sound, write
    from psoh_cli.dutch import listing
    from psoh_cli.rounds.deciding import latest_roles

    name = _until_sound(asker, "Welk punt? ", lambda line: known(line, table=table), explanation=_WHICH)
    _show(name, table=table, asker=asker)
    text = _text(asker)
    last = latest_roles(table.round.resolutions)
    usual = f" (Enter = {listing(last)})" if last else ""
    roles = _until_sound(
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
    write(table, about=(name,), text=text, roles=roles, day=day)


def _text(asker: TerminalAsker) -> str:
    """Ask for the decision; what looks like data on a person is asked again, and whoever insists is heard."""
    from psoh_cli.privacy.telling import warning_about

    text = asker.ask("Wat is besloten? ", explanation=_WHAT)
    while warnings := tuple(warning_about(text)):
        for warning in warnings:
            asker.say(warning)
        again = asker.ask(
            "Schrijf het anders op (Enter = het mag zo blijven): ", default=text, explanation=_WHAT
        )
        if again == text:
            break
        text = again
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
    from psoh_cli.errors import WrongUseError

    while True:
        line = asker.ask(prompt, default=default, explanation=explanation)
        try:
            return read(line)
        except WrongUseError as error:
            asker.say(error.message.removeprefix("--door: ").removeprefix("--op: "))
            asker.say(explanation)


def _say_goodbye(written: int, *, table: Table) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    console.say("")
    if not written:
        console.say("Gestopt; er is niets opgeschreven.")
        return
    verb = "is" if written == 1 else "zijn"
    console.say(f"{plural(written, 'besluit', 'besluiten')} {verb} opgeschreven.")
    console.say(f"Op papier: psoh rapport {quoted(table.folder)} --soort gesprekskaart")
