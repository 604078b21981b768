"""`psoh ronde samenvoegen`: two people worked on two copies; their answers come together in one dossier."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from psoh_cli.dossier.merging_copies import Copies, Place
    from psoh_cli.interview.answers import Answer
    from psoh_cli.interview.two_versions import Conflict, Side
    from psoh_cli.terminal.asker import TerminalAsker

_NEWEST = "nieuwste"


def samenvoegen(
    folder: Annotated[
        Path, typer.Argument(metavar="MAP", help="De map van het dossier; hierin komt alles samen.")
    ],
    other: Annotated[
        Path,
        typer.Argument(
            metavar="ANDERE", help="Een kopie van het dossier (een map), of van één interview (een bestand)."
        ),
    ],
    informant: Annotated[
        str | None,
        typer.Option(
            "--informant", metavar="NAAM", help="Alleen dit interview; of: van wie het bestand ANDERE is."
        ),
    ] = None,
    take: Annotated[
        str | None,
        typer.Option(
            "--neem",
            metavar="hier|daar|nieuwste",
            help="Vraag niets: bij elk verschil geldt wat hier staat, wat in ANDERE staat, of het nieuwste.",
        ),
    ] = None,
    dry: Annotated[
        bool, typer.Option("--proef", help="Laat zien wat er zou veranderen en schrijf niets.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tekst.")] = False,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
) -> None:
    """Voeg een andere kopie van dit dossier samen met dit dossier.

    Wat alleen in de andere kopie staat, komt erbij. Staat er bij een vraag iets anders, dan ziet u beide antwoorden en
    kiest u; het andere blijft bewaard in de opmerking. Alleen het dossier in MAP verandert. Nog een keer samenvoegen
    verandert niets meer.
    """
    from psoh_cli.commands.ronde_samenvoegen_json import as_data
    from psoh_cli.commands.ronde_samenvoegen_tonen import is_nothing, show, tell, tell_conflicts
    from psoh_cli.dossier.merging_copies import compare_copies, write, writes
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, TerminalAsker, wants_plain

    _expect_choice(take)
    copies = compare_copies(folder, other, informant=informant)
    sides = _taken(copies, take)
    asker = None
    if console.is_interactive() and not (as_json or dry or take):
        asker = TerminalAsker(plain=wants_plain(plain))
    if not as_json:
        show(copies)
    if asker is not None and not is_nothing(copies):
        try:
            sides = _asked(copies, asker)
        except (Stopped, EOFError):
            console.say("Gestopt; er is niets veranderd.")
            return
    left = tuple(place for place, _ in copies.conflicts() if place not in sides)
    planned = () if left or dry else writes(copies, sides)
    if planned:
        write(folder, planned)
    if as_json:
        console.data(as_data(copies, sides, written=tuple(item.path for item in planned)))
    elif left:
        tell_conflicts(copies, left, take=take)
    else:
        tell(copies, planned, dry=dry)
    if left:
        raise typer.Exit(1)


def _expect_choice(take: str | None) -> None:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.interview.two_versions import Side

    known = (Side.HERE, Side.THERE, _NEWEST)
    if take is not None and take not in known:
        raise WrongUseError(f"--neem: '{take}' kan niet.", remedy=f"Kies uit: {', '.join(known)}.")


def _taken(copies: Copies, take: str | None) -> dict[Place, Side]:
    """Decide every conflict as the option says; what has no newest version stays undecided."""
    from psoh_cli.interview.two_versions import Side

    if take is None:
        return {}
    found = {}
    for place, conflict in copies.conflicts():
        side = conflict.newest if take == _NEWEST else Side(take)
        if side is not None:
            found[place] = side
    return found


def _asked(copies: Copies, asker: TerminalAsker) -> dict[Place, Side]:
    """Ask of every conflict which version holds, and then whether to write; raise Stopped or EOFError."""
    from psoh_cli.commands.ronde_samenvoegen_tonen import chosen_line, conflict_lines
    from psoh_cli.interview.two_versions import Side
    from psoh_cli.terminal.asker import Stopped

    sides: dict[Place, Side] = {}
    conflicts = tuple(copies.conflicts())
    for number, (place, conflict) in enumerate(conflicts, start=1):
        asker.say("")
        asker.say(f"Verschil {number} van {len(conflicts)}")
        for line in conflict_lines(copies, place, conflict):
            asker.say(line)
        sides[place] = Side(
            asker.choose("Wat geldt?", _options(place, conflict, newest=conflict.newest), explanation=_WHAT)
        )
    asker.say("")
    if sides:
        asker.say("Dit koos u:")
        for number, (place, conflict) in enumerate(conflicts, start=1):
            asker.say(f"{number}. {chosen_line(copies, place, conflict, sides[place])}")
    if not asker.confirm("Zo samenvoegen?"):
        raise Stopped
    return sides


def _options(
    place: Place, conflict: Conflict[Answer] | Conflict[str], *, newest: Side | None
) -> list[tuple[str, str]]:
    """Give what somebody may choose; both only where somebody wrote a text."""
    from psoh_cli.commands.ronde_samenvoegen_tonen import is_free_text
    from psoh_cli.interview.two_versions import Side

    sides = (Side.HERE, Side.THERE)
    options = [
        (side.value, f"Wat {side.value} staat{' (het nieuwste)' if side is newest else ''}") for side in sides
    ]
    if is_free_text(place, conflict):
        options.append((Side.BOTH.value, "Beide: de tekst van hier, en daarachter die van daar"))
    return options


_WHAT = (
    "Hier is dit dossier, daar is de andere kopie. Wat niet geldt, blijft bewaard in de opmerking en komt in geen "
    "verslag. Er wordt pas geschreven als u alle verschillen hebt gehad. stop = stoppen zonder iets te veranderen."
)
