"""`psoh kaart samenvoegen`: entries that are probably one and the same, and one proposed in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf, a_role

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.kaart import KaartFile
    from psoh_cli.kaart.merge_proposal import Proposal


def samenvoegen(
    folder: Annotated[
        Path, typer.Argument(metavar="[MAP]", help="De map van het dossier. Zonder: de map waar u nu bent.")
    ] = Path(),
    others: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[KAART]...", help="Andere kaarten om mee te vergelijken, naast de gedeelde."),
    ] = None,
    pairs: Annotated[
        list[str] | None,
        typer.Option(
            "--toepassen",
            metavar="BLIJFT=VERVALT|BESTAND",
            help="Voeg deze twee samen, of alle paren uit een bestand van --voorstel; mag vaker. Alleen wat psoh "
            "voorstelt. U ziet eerst wat er blijft en wat er vervalt.",
        ),
    ] = None,
    proposal: Annotated[
        Path | None,
        typer.Option(
            "--voorstel",
            metavar="BESTAND",
            help="Schrijf alle voorstellen naar dit bestand (YAML), om te bespreken en te wijzigen. "
            "--toepassen leest het terug.",
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option(
            "--door",
            metavar="ROL",
            callback=a_role,
            help="Welke rol dit doet, voor de geschiedenis; geen naam.",
        ),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Geef gegevens in plaats van tekst.")] = False,
    plain: Annotated[
        bool, typer.Option("--toegankelijk", help="Voor een schermlezer. Of zet ACCESSIBLE=1.")
    ] = False,
    as_of: AsOf = None,
) -> None:
    """Zoek vermeldingen die waarschijnlijk dubbel zijn, en voeg ze samen tot één.

    psoh let op naam, KvK-nummer, telefoon, website en id, op de eigen kaart en op de kaarten van de regio. Bij elk
    paar ziet u waarom, en wat er per veld zou blijven. Alleen de eigen kaart verandert; verwijzingen gaan mee.
    """
    from psoh_cli.commands.kaart_map import open_kaart
    from psoh_cli.commands.kaart_samenvoegen_schrijven import write
    from psoh_cli.commands.kaart_samenvoegen_terug import wanted_in
    from psoh_cli.commands.kaart_samenvoegen_tonen import as_json as written_as_json
    from psoh_cli.commands.kaart_samenvoegen_tonen import proposal_text, show, show_conflicts
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.doubles import find_doubles, find_same_ids
    from psoh_cli.kaart.merge_proposal import propose
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import TerminalAsker, wants_plain

    day = day_or_today(as_of)
    opened = open_kaart(folder)
    own, shared = opened.own_file(), _others(opened, others or [])
    found = tuple(propose(pair) for pair in find_doubles((own, *shared)))
    conflicts = find_same_ids((own, *shared))
    if pairs:
        asker = TerminalAsker(plain=wants_plain(plain)) if console.is_interactive() else None
        known = (*found, *(propose(pair) for pair in conflicts))
        write(
            opened, wanted_in(pairs, found=known), found=known, shared=shared, day=day, role=role, asker=asker
        )
        return
    if proposal is not None:
        _save(proposal, proposal_text(found), count=len(found))
        return
    if as_json:
        console.data(written_as_json(found, conflicts=conflicts))
        return
    if console.is_interactive() and found:
        show_conflicts(conflicts)
        _ask(opened, found, shared=shared, day=day, role=role, plain=plain)
        return
    show(found, command=opened.command("samenvoegen"), conflicts=conflicts)


def _others(opened: OpenKaart, paths: Sequence[Path]) -> tuple[KaartFile, ...]:
    """Give the shared kaarten of the dossier and the ones that were named, each once."""
    from psoh_cli.commands.kaart_map import kaart_path
    from psoh_cli.errors import ProblemsError
    from psoh_cli.files import disk
    from psoh_cli.kaart.kaart_file import read_kaart

    known = {disk.real(path): file for path, file in opened.shared}
    for path in paths:
        place = kaart_path(path)
        if disk.real(place) in known or disk.real(place) == disk.real(opened.path):
            continue
        file, problems, _ = read_kaart(place)
        if file is None:
            raise ProblemsError(
                f"De kaart {place.as_posix()} kan niet worden gelezen: eerst moeten deze fouten eruit.",
                problems=problems,
                remedy="Verbeter ze in een teksteditor, of laat deze kaart weg.",
            )
        known[disk.real(place)] = file
    return tuple(known.values())


def _save(path: Path, text: str, *, count: int) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.errors import WrongUseError
    from psoh_cli.files import disk
    from psoh_cli.terminal import console

    if disk.is_file(path):
        raise WrongUseError(
            f"{path.as_posix()} bestaat al; psoh schrijft er niet overheen.", remedy="Kies een andere naam."
        )
    disk.write_text(path, text)
    console.success(f"{plural(count, 'voorstel staat', 'voorstellen staan')} in {path.as_posix()}.")


def _ask(
    opened: OpenKaart,
    found: Sequence[Proposal],
    *,
    shared: tuple[KaartFile, ...],
    day: date,
    role: str | None,
    plain: bool,
) -> None:
    from psoh_cli.commands.kaart_samenvoegen_schrijven import write
    from psoh_cli.commands.kaart_samenvoegen_vragen import choose
    from psoh_cli.terminal import console
    from psoh_cli.terminal.asker import Stopped, TerminalAsker, wants_plain

    try:
        wanted = choose(found, TerminalAsker(plain=wants_plain(plain)))
    except (Stopped, EOFError):
        console.say("Gestopt; er is niets veranderd.")
        return
    if not wanted:
        console.say("Er is niets veranderd.")
        return
    write(opened, wanted, found=found, shared=shared, day=day, role=role, seen=True)
