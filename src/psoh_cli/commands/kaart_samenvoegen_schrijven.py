"""Putting pairs together in the own kaart: only what was proposed, and after showing what stays and what goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import date

    from psoh_cli.commands.kaart_map import OpenKaart
    from psoh_cli.kaart.kaart import KaartFile
    from psoh_cli.kaart.merge_proposal import Proposal
    from psoh_cli.kaart.merge_wanted import Wanted
    from psoh_cli.kaart.merging_file import Planned
    from psoh_cli.terminal.asker import TerminalAsker


def write(
    opened: OpenKaart,
    wanted: Sequence[Wanted],
    *,
    found: Sequence[Proposal],
    shared: tuple[KaartFile, ...],
    day: date,
    role: str | None,
    asker: TerminalAsker | None = None,
    seen: bool = False,
) -> None:
    """Write pairs that psoh proposes itself. With somebody there, ask first; `seen` is what they saw already."""
    from psoh_cli.commands.kaart_import_lezen import expect_sound
    from psoh_cli.kaart.merging_file import merge, plan_merge
    from psoh_cli.terminal import console

    expect_sound(opened)
    makers = [_maker(item, shared=shared) for item in _followed(_allowed(opened, wanted, found, shared))]
    if not makers:
        console.say("Er is niets veranderd.")
        return
    planned = plan_merge(opened.path, makers, day=day, role=role)
    if not seen:
        _show(planned.done)
    if asker is not None and not _agreed(asker):
        console.say("Er is niets veranderd.")
        return
    _tell(opened, merge(opened.path, makers, day=day, role=role, shown=planned))


def _agreed(asker: TerminalAsker) -> bool:
    from psoh_cli.terminal.asker import Stopped

    try:
        return asker.confirm("Zo samenvoegen?")
    except (Stopped, EOFError):
        return False


def _allowed(
    opened: OpenKaart, wanted: Sequence[Wanted], found: Sequence[Proposal], shared: tuple[KaartFile, ...]
) -> list[Wanted]:
    """Give each pair with its kind and reasons, organizations first; raise WrongUseError for what is not proposed."""
    from dataclasses import replace

    from psoh_cli.kaart.merge_allowed import (
        by_entries,
        expect_one_organization,
        find_proposed,
        together_after,
    )
    from psoh_cli.kaart.merge_wanted import proposal_for

    own = opened.own_file()
    proposed = by_entries(item.pair for item in found)
    with _refusals():
        proposals = [proposal_for(item, own=own, others=shared) for item in wanted]
        pairs = [find_proposed(item, found=proposed) for item in proposals]
        together = together_after(pairs)
        for item in proposals:
            expect_one_organization(item.pair, together=together)
    known = [
        replace(item, kind=pair.kind, reasons=pair.reasons) for item, pair in zip(wanted, pairs, strict=True)
    ]
    return sorted(known, key=lambda item: item.kind != "organisatie")


def _followed(wanted: Sequence[Wanted]) -> list[Wanted]:
    """Let what goes into an entry that went itself go on to where that went."""
    from dataclasses import replace

    into: dict[tuple[str | None, str], str] = {}
    found = []
    for item in wanted:
        kept = into.get((item.kind, item.kept), item.kept)
        dropped = into.get((item.kind, item.dropped), item.dropped)
        if kept == dropped and item.kept != item.dropped:
            continue
        found.append(replace(item, kept=kept, dropped=dropped))
        gone = {key for key, value in into.items() if key[0] == item.kind and value == dropped}
        into |= dict.fromkeys((*gone, (item.kind, dropped)), kept)
    return found


def _maker(wanted: Wanted, *, shared: tuple[KaartFile, ...]) -> Callable[[KaartFile], Proposal]:
    from psoh_cli.kaart.merge_wanted import proposal_for

    def make(own: KaartFile) -> Proposal:
        with _refusals():
            return proposal_for(wanted, own=own, others=shared)

    return make


def _show(done: Sequence[Proposal]) -> None:
    from psoh_cli.commands.kaart_samenvoegen_tonen import lines_about, lines_lost
    from psoh_cli.terminal import console

    for item in done:
        for line in (*lines_about(item), *(f"  {line}" for line in lines_lost(item))):
            bare = line.lstrip()
            console.paragraph(bare, indent=line[: len(line) - len(bare)])


def _tell(opened: OpenKaart, planned: Planned) -> None:
    from psoh_cli.dutch import plural
    from psoh_cli.shell import quoted
    from psoh_cli.terminal import console

    count = plural(len(planned.done), "paar is", "paren zijn")
    console.success(f"{count} samengevoegd in {opened.path.as_posix()}.")
    for item in planned.done:
        if item.dropped_id != item.kept_id:
            console.say(f"  {item.dropped_id} is opgegaan in {item.kept_id}.")
        else:
            there = f"kaart '{item.pair.second.kaart_name}'"
            console.say(f"  {item.kept_id} heeft nu ook wat op {there} staat. Daar blijft het zoals het was.")
    for remark in planned.remarks:
        console.warn(
            f"Boven een vermelding die verviel stond een opmerking. Die staat nog in het bestand; kijk of zij daar "
            f"nog hoort: # {remark}"
        )
    console.say(f"Verder: psoh check {quoted(opened.folder)}")


class _refusals:  # noqa: N801  (used as a statement)
    """Turn a pair that cannot be put together into a message for who asked for it."""

    def __enter__(self) -> None:
        return None

    def __exit__(self, _: object, error: BaseException | None, __: object) -> None:
        from psoh_cli.errors import WrongUseError

        if isinstance(error, ValueError) and not isinstance(error, WrongUseError):
            remedy = str(error.args[1]) if len(error.args) > 1 else ""
            raise WrongUseError(f"{error.args[0]}; er is niets veranderd.", remedy=remedy) from None
