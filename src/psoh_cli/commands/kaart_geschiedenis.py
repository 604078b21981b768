"""`psoh kaart geschiedenis`: what changed on the kaart, when, and told by which role."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

if TYPE_CHECKING:
    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.history import Remembered


def geschiedenis(
    entry: Annotated[
        str | None, typer.Argument(metavar="[ID]", help="Id of naam van een vermelding. Zonder: alles.")
    ] = None,
    folder: Annotated[
        Path | None,
        typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent."),
    ] = None,
    most: Annotated[
        int, typer.Option("--aantal", metavar="AANTAL", min=1, help="Hoeveel wijzigingen hoogstens.")
    ] = 30,
    as_json: Annotated[bool, typer.Option("--json", help="Geef alle gegevens in plaats van tekst.")] = False,
) -> None:
    """Toon wat er op de sociale kaart veranderde, wanneer en door welke rol; het nieuwste bovenaan.

    psoh schrijft dit op bij een import en bij een antwoord op een vraaglijst, in de kaart zelf. Een bevestiging is geen
    wijziging. Wat iemand met de hand in het bestand verandert, staat er niet bij; met git ziet u ook dat.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.kaart.history import newest_first
    from psoh_cli.terminal import console

    place = Path(entry) if entry is not None and folder is None else None
    if place is not None and _is_place(place):
        entry, folder = None, place
    if entry is not None and folder is not None:
        _expect_in_order(entry, folder)
    opened = open_kaart(folder or Path())
    wanted = _entry(opened, entry) if entry else None
    found = tuple(
        item
        for item in newest_first((*opened.kaart.organizations, *opened.kaart.services))
        if wanted in {None, item.entry}
    )
    if as_json:
        console.out(_as_json(opened, found))
        return
    _show(opened, found, most=most, wanted=wanted)


def _is_place(path: Path) -> bool:
    """Tell whether the one word that was typed is a folder or a kaart file."""
    from psoh_cli.files import disk

    return path.suffix in {".yaml", ".yml"} or disk.is_folder(path)


def _expect_in_order(entry: str, folder: Path) -> None:
    """Raise WrongUseError with the right order when the folder was typed before the entry."""
    from psoh_cli.errors import WrongUseError
    from psoh_cli.shell import quoted

    if _is_place(Path(entry)) and not _is_place(folder):
        raise WrongUseError(
            f"'{folder}' is geen map met een kaart.",
            remedy=f"Bedoelt u: psoh kaart geschiedenis {quoted(folder)} {quoted(Path(entry))}",
        )


def _entry(opened: OpenKaart, text: str) -> str:
    """Find an entry by id or name; raise WrongUseError when there is none, or more than one of that name."""
    from psoh_cli.commands.kaart_map import ids_meant
    from psoh_cli.dutch import listing
    from psoh_cli.errors import WrongUseError
    from psoh_cli.problems.meant import did_you_mean

    names = {item.id: item.name for item in opened.kaart.organizations}
    names |= {item.id: item.name for item in opened.kaart.services}
    meant = ids_meant(text, names=names)
    if len(meant) == 1:
        return meant[0]
    if meant:
        raise WrongUseError(
            f"'{text}' is de naam van meer dan één vermelding.",
            remedy=f"Noem het id: {listing(meant, last='of')}.",
        )
    raise WrongUseError(
        f"'{text}' staat niet op deze kaart.",
        remedy=did_you_mean(text, names) or f"Wat er op staat ziet u met: {opened.command('toon')}",
    )


def _show(opened: OpenKaart, found: tuple[Remembered, ...], *, most: int, wanted: str | None) -> None:
    from psoh_cli.dutch import number, plural
    from psoh_cli.kaart.history import WHOLE_ENTRY
    from psoh_cli.kaart.value_words import label_of
    from psoh_cli.terminal import console

    whose = (
        f"van '{wanted}'"
        if wanted
        else f"op de kaart {opened.name if opened.gemeente is None else f'van {opened.name}'}"
    )
    if not found:
        console.paragraph(
            f"Er is {whose} nog geen wijziging onthouden. psoh onthoudt wat er verandert door een import of door een "
            "antwoord op een vraaglijst."
        )
        return
    console.paragraph(f"{plural(len(found), 'wijziging', 'wijzigingen')} {whose}; het nieuwste bovenaan.")
    moment, about = "", ""
    for item in found[:most]:
        if _moment(item) != moment:
            moment, about = _moment(item), ""
            console.heading(moment)
        if item.entry != about:
            about = item.entry
            console.out(f"  {item.name} [{item.entry}]")
        change = item.change
        told = f"{label_of(change.field)}: {change.before or '(leeg)'} → {change.after or '(leeg)'}"
        is_new = change.field == WHOLE_ENTRY and change.before is None
        console.paragraph(str(change.after) if is_new else told, indent="    ")
    if len(found) > most:
        console.say(f"Nog {number(len(found) - most)} oudere: geef --aantal {len(found)}, of --json.")


def _moment(item: Remembered) -> str:
    """Write the day of a change, and the role that told of it."""
    role = item.change.by or "rol onbekend"
    return f"{item.change.day.in_words()}, {role}"


def _as_json(opened: OpenKaart, found: tuple[Remembered, ...]) -> str:
    import json

    data: dict[str, Any] = {
        "kaart": opened.name,
        "aantal": len(found),
        "wijzigingen": [
            {"id": item.entry, "naam": item.name, **item.change.model_dump(mode="json")} for item in found
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)
