"""`psoh kaart teksten`: the labels of the public pages in other languages: what is translated, and the file to fill."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import InFolder

if TYPE_CHECKING:
    from psoh_cli.site.texts_check import Judged, Progress, State

_MOST_NAMED = 20


def teksten(
    language: Annotated[
        str | None,
        typer.Argument(
            metavar="[TAAL]", help="Maak het bestand voor deze taal, of werk het bij: ar of Arabisch."
        ),
    ] = None,
    folder: InFolder = Path(),
    strict: Annotated[
        bool, typer.Option("--strict", help="Geef code 1 als een begonnen taal niet helemaal klaar is.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van een tabel.")] = False,
) -> None:
    """Bekijk hoe ver de vertalingen van de website zijn, of maak het bestand voor een vertaler.

    Met een TAAL komt er een bestand site-teksten/TAAL.yaml in het dossier. Een vertaler vult dat in; wat ingevuld is,
    blijft staan. Is het Nederlands veranderd, dan staat het oude erbij als nl_was: haal die regel weg als de vertaling
    weer klopt.

    Code 1: een vertaling kan zo niet worden gebruikt, of met --strict: er ontbreekt nog iets.
    """
    from psoh_cli.commands.kaart_map import kaart_path
    from psoh_cli.site.texts_check import State
    from psoh_cli.site.texts_files import language_asked, progress_of, shipped, start_file, translated_in
    from psoh_cli.terminal import console

    home = kaart_path(folder).parent
    if language is not None:
        code = language_asked(language)
        _expect_dossier(home)
        path, is_changed = start_file(code, folder=home)
        console.success(f"{path.as_posix()} {'staat klaar' if is_changed else 'is al bij de tijd'}.")
        languages: tuple[str, ...] = (code,)
    else:
        languages = tuple(dict.fromkeys((*shipped()[1:], *translated_in(home))))
    found = [progress_of(code, folder=home) for code in languages]
    if as_json:
        console.data(_as_json(found))
    else:
        _show(found, in_full=language is not None)
    broken = any(item.count(State.BROKEN) for item in found)
    if broken or (strict and any(item.is_begun and not item.is_complete for item in found)):
        raise typer.Exit(1)


def _expect_dossier(home: Path) -> None:
    """Make sure that a file is written beside a kaart, and not in a folder that somebody happens to be in."""
    from psoh_cli.commands.kaart_map import open_kaart

    open_kaart(home)


def _show(found: list[Progress], *, in_full: bool) -> None:
    from psoh_cli.site.texts_check import State
    from psoh_cli.terminal import console
    from psoh_cli.vocabulary import language_name

    rows = [
        (
            f"{language_name(item.language)} ({item.language})",
            *(
                str(item.count(state))
                for state in (State.FILLED, State.PARTLY, State.OUTDATED, State.MISSING, State.BROKEN)
            ),
        )
        for item in found
    ]
    console.table(("Taal", "Ingevuld", "Deels", "Verouderd", "Ontbreekt", "Fout"), rows)
    if any(item.count(State.PARTLY) for item in found):
        console.say(
            "Deels: bij een aantal zijn niet alle vormen ingevuld. De tekst staat wel op de website; "
            "waar een vorm leeg is, geldt 'other'."
        )
    for item in found:
        for label in item.labels:
            if label.state in {State.BROKEN, State.UNKNOWN}:
                console.warn(f"{item.language}: {label.key}: {label.why}")
        if in_full:
            _show_work(item)
    if not in_full:
        console.say(
            "Een vertaling beginnen of bijwerken: psoh kaart teksten TAAL, bijvoorbeeld psoh kaart teksten ar"
        )


def _show_work(item: Progress) -> None:
    """Say what is left to do in one language."""
    from psoh_cli.dutch import plural
    from psoh_cli.site.texts_check import State
    from psoh_cli.terminal import console

    for state in (State.OUTDATED, State.PARTLY):
        for label in _first(item, state):
            console.say(f"{label.key} ({state.value}): {label.why}")
    missing = [label.key for label in item.labels if label.state is State.MISSING]
    if missing and not item.is_begun:
        console.say(f"{plural(len(missing), 'tekst', 'teksten')} te vertalen.")
    elif missing:
        more = len(missing) - _MOST_NAMED
        named = ", ".join(missing[:_MOST_NAMED]) + (f" en nog {more}" if more > 0 else "")
        console.say(f"Ontbreekt: {named}.")


def _first(item: Progress, state: State) -> list[Judged]:
    return [label for label in item.labels if label.state is state][:_MOST_NAMED]


def _as_json(found: list[Progress]) -> str:
    import json

    from psoh_cli.site.texts_check import State

    data = {
        item.language: {
            "klaar": item.is_complete,
            **{state.value: [label.key for label in item.labels if label.state is state] for state in State},
            "waarom": {label.key: label.why for label in item.labels if label.why},
        }
        for item in found
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
