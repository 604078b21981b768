"""`psoh kaart samenvoegen`: entries that are probably one and the same, and one proposed in their place."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from psoh_cli.commands.options import AsOf

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.kaart import KaartFile
    from psoh_cli.kaart.merge_proposal import Proposal
    from psoh_cli.kaart.merge_wanted import Wanted


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
            metavar="BLIJFT=VERVALT",
            help="Voeg deze twee samen, zoals voorgesteld; mag vaker.",
        ),
    ] = None,
    proposal: Annotated[
        Path | None,
        typer.Option(
            "--voorstel", metavar="BESTAND", help="Schrijf alle voorstellen naar dit bestand (YAML)."
        ),
    ] = None,
    role: Annotated[
        str | None,
        typer.Option("--door", metavar="ROL", help="Welke rol dit doet, voor de geschiedenis; geen naam."),
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
    from psoh_cli.commands.kaart_samenvoegen_tonen import as_json as written_as_json
    from psoh_cli.commands.kaart_samenvoegen_tonen import proposal_text, show
    from psoh_cli.commands.options import day_or_today
    from psoh_cli.kaart.doubles import find_doubles
    from psoh_cli.kaart.merge_proposal import propose
    from psoh_cli.terminal import console

    day = day_or_today(as_of)
    opened = open_kaart(folder)
    own, shared = opened.own_file(), _others(opened, others or [])
    if pairs:
        _write(opened, [_wanted(pair) for pair in pairs], shared=shared, day=day, role=role)
        return
    found = tuple(propose(pair) for pair in find_doubles((own, *shared)))
    if proposal is not None:
        _save(proposal, proposal_text(found), count=len(found))
        return
    if as_json:
        console.data(written_as_json(found))
        return
    if console.is_interactive() and found:
        _ask(opened, found, shared=shared, day=day, role=role, plain=plain)
        return
    show(found, command=opened.command("samenvoegen"))


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


def _wanted(text: str) -> Wanted:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.merge_wanted import Wanted

    kept, sign, dropped = (part.strip() for part in text.partition("="))
    if not (kept and sign and dropped):
        raise WrongUseError(
            f"--toepassen: '{text}' noemt geen twee id's.",
            remedy="Schrijf BLIJFT=VERVALT, bijvoorbeeld taalles=taalles-2.",
        )
    return Wanted(kept=kept, dropped=dropped)


def _write(
    opened: OpenKaart, wanted: Sequence[Wanted], *, shared: tuple[KaartFile, ...], day: date, role: str | None
) -> None:
    from psoh_cli.commands.kaart_import_lezen import expect_sound
    from psoh_cli.dutch import plural
    from psoh_cli.kaart.merging_file import merge
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    expect_sound(opened)
    makers = [_maker(item, shared=shared) for item in _followed(wanted)]
    done = merge(opened.path, makers, day=day, role=role)
    count = plural(len(done), "paar is", "paren zijn")
    console.success(f"{count} samengevoegd in {opened.path.as_posix()}.")
    for item in done:
        if item.dropped_id != item.kept_id:
            console.say(f"  {item.dropped_id} is opgegaan in {item.kept_id}.")
        else:
            there = f"kaart '{item.pair.second.kaart_name}'"
            console.say(f"  {item.kept_id} heeft nu ook wat op {there} staat. Daar blijft het zoals het was.")
    console.say(f"Verder: psoh check {quoted(opened.folder)}")


def _followed(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Let what goes into an entry that went itself go on to where that went."""
    from dataclasses import replace

    into: dict[str, str] = {}
    found = []
    for item in wanted:
        kept, dropped = into.get(item.kept, item.kept), into.get(item.dropped, item.dropped)
        if kept == dropped and item.kept != item.dropped:
            continue
        found.append(replace(item, kept=kept, dropped=dropped))
        into = {key: kept if value == dropped else value for key, value in into.items()} | {dropped: kept}
    return found


def _maker(wanted: Wanted, *, shared: tuple[KaartFile, ...]) -> Callable[[KaartFile], Proposal]:
    from psoh_cli.errors import WrongUseError
    from psoh_cli.kaart.merge_wanted import proposal_for

    def make(own: KaartFile) -> Proposal:
        try:
            return proposal_for(wanted, own=own, others=shared)
        except ValueError as error:
            remedy = str(error.args[1]) if len(error.args) > 1 else ""
            raise WrongUseError(f"{error.args[0]}; er is niets veranderd.", remedy=remedy) from None

    return make


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
    _write(opened, wanted, shared=shared, day=day, role=role)
