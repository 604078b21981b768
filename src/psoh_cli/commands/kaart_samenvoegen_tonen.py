"""Showing which entries are probably one, why, and what would stay: on the screen, as data, and as a file."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from psoh_cli.kaart.doubles import Pair, Standing
    from psoh_cli.kaart.merge_proposal import Choice, Proposal

_MOST = 40
_HEAD = """\
# Voorstellen van psoh om vermeldingen samen te voegen. Dit bestand is om te bespreken en te wijzigen.
#   blijft, vervalt   de id's; blijft is de vermelding op een gedeelde kaart, of die het laatst bevestigd is
#   velden            per veld wat er nu staat en wat het voorstel is; bij een botsing zeggen beide iets anders
#   vermelding        wat er na het samenvoegen staat
# U mag een paar weghalen, en bij een veld voorstel: gelijk maken aan blijft: of vervalt:. Meer leest psoh niet terug.
# Uitvoeren, van alle paren hierin of van één paar:
#   psoh kaart samenvoegen --toepassen DIT-BESTAND
#   psoh kaart samenvoegen --toepassen BLIJFT=VERVALT
"""


def show(found: Sequence[Proposal], *, command: str, conflicts: Sequence[Pair] = ()) -> None:
    """Show every pair on stdout, with the command that puts it together."""
    from psoh_cli.dutch import number, plural
    from psoh_cli.terminal import console

    show_conflicts(conflicts)
    if not found:
        console.paragraph("psoh vindt geen vermeldingen die waarschijnlijk dubbel zijn.")
        return
    console.paragraph(f"{plural(len(found), 'paar lijkt', 'paren lijken')} dubbel.")
    for item in found[:_MOST]:
        console.out("")
        for line in lines_about(item):
            bare = line.lstrip()
            console.paragraph(bare, indent=line[: len(line) - len(bare)])
        console.out(f"  {command} --toepassen {item.kept_id}={item.dropped_id}")
    if len(found) > _MOST:
        console.out(f"\n… en nog {number(len(found) - _MOST)} paren; alles staat in --json en in --voorstel.")


def show_conflicts(conflicts: Sequence[Pair]) -> None:
    """Tell once of what stands under one id on two kaarten and says something else: there is nothing to choose."""
    from psoh_cli.dutch import number
    from psoh_cli.terminal import console

    if not conflicts:
        return
    console.paragraph("Hetzelfde id op twee kaarten, met iets anders. De eigen kaart telt:")
    for pair in conflicts[:_MOST]:
        console.paragraph(f"- {conflict_line(pair)}")
    if len(conflicts) > _MOST:
        console.paragraph(f"- en nog {number(len(conflicts) - _MOST)}; alles staat in --json")
    console.out("")


def conflict_line(pair: Pair) -> str:
    """Name what two entries with one id say otherwise."""
    from psoh_cli.dutch import listing
    from psoh_cli.kaart.exchange.wording import label
    from psoh_cli.kaart.same_id import differing_fields

    fields = [label(pair.kind, key) for key in differing_fields(pair.first.entry, pair.second.entry)]
    return f"{pair.kind} {_named(pair.first)} en op kaart '{pair.second.kaart_name}': verschil in {listing(fields)}."


def lines_about(item: Proposal) -> Iterator[str]:
    """Say of a pair what it is, why, and what stays per field."""
    from psoh_cli.dutch import listing

    pair = item.pair
    yield f"{pair.kind} {_named(pair.first)} en {_named(pair.second)}"
    yield f"  Waarom: {listing(pair.reasons)}."
    yield f"  Blijft: {_stays(pair.first)}. Vervalt: {_stays(pair.second)}."
    for choice in item.choices:
        yield f"  {line_about(item, choice)}"
    if item.goes_back:
        yield f"  {_older(item)}"
    if not item.choices:
        yield "  Ze zeggen hetzelfde."


def line_about(item: Proposal, choice: Choice) -> str:
    """Say what both fill in for a field, and which of the two is proposed."""
    from psoh_cli.kaart.value_words import is_empty

    kept, dropped = shown(choice.key, choice.kept), shown(choice.key, choice.dropped)
    chosen = "het tweede" if choice.takes_dropped else "het eerste"
    label = _label(item, choice)
    if choice.is_conflict:
        return f"Botsing bij {label}: '{kept}' of '{dropped}'; voorstel: {chosen}."
    if choice.is_fixed and is_empty(choice.dropped if choice.takes_dropped else choice.kept):
        return f"{label}: {kept if choice.takes_dropped else dropped} vervalt; dat hoort bij de bron die niet blijft."
    return f"{label}: {dropped if choice.takes_dropped else kept} (alleen bij {chosen})."


def lines_lost(item: Proposal) -> Iterator[str]:
    """Give in full what one of the two says and nobody will read any more."""
    from psoh_cli.kaart.exchange.wording import in_words
    from psoh_cli.kaart.written import as_data

    for choice in item.conflicts:
        lost = choice.kept if choice.takes_dropped else choice.dropped
        text = lost if isinstance(lost, str) else in_words(choice.key, as_data(lost))
        yield f"Vervalt bij {_label(item, choice)}: {text}"


def shown(key: str, value: Any) -> str:
    """Write a value of an entry in a few words."""
    from psoh_cli.kaart.entries import Contact
    from psoh_cli.kaart.exchange.refusing import brief
    from psoh_cli.kaart.exchange.wording import in_words
    from psoh_cli.kaart.written import plain

    return brief(plain(value)) if isinstance(value, Contact) else in_words(key, value)


def as_json(found: Sequence[Proposal], *, conflicts: Sequence[Pair] = ()) -> str:
    """Write the pairs as JSON."""
    return json.dumps(
        {
            "aantal": len(found),
            "paren": [_data(item) for item in found],
            "zelfde_id": [_conflict(pair) for pair in conflicts],
        },
        ensure_ascii=False, indent=2,
    )  # fmt: skip


def proposal_text(found: Sequence[Proposal]) -> str:
    """Write the pairs as YAML, with what would stand there afterwards."""
    from psoh_cli.files.yaml_edit import dump_block
    from psoh_cli.kaart.written import as_fields

    pairs = [_data(item) | {"vermelding": as_fields(item.entry)} for item in found]
    return _HEAD + dump_block({"paren": pairs})


def _data(item: Proposal) -> dict[str, Any]:
    from psoh_cli.kaart.written import as_data

    return {
        "soort": item.pair.kind,
        "blijft": item.kept_id,
        "vervalt": item.dropped_id,
        "kaarten": [item.pair.first.kaart_name, item.pair.second.kaart_name],
        "waarom": list(item.pair.reasons),
        "bevestigd": as_data(item.entry.assured_date),
        "velden": [
            {
                "veld": choice.key,
                "blijft": as_data(choice.kept),
                "vervalt": as_data(choice.dropped),
                "voorstel": as_data(choice.dropped if choice.takes_dropped else choice.kept),
                "botsing": choice.is_conflict,
            }
            for choice in item.choices
        ],
    }


def _conflict(pair: Pair) -> dict[str, Any]:
    from psoh_cli.kaart.same_id import differing_fields

    return {
        "soort": pair.kind,
        "id": pair.first.entry.id,
        "kaarten": [pair.first.kaart_name, pair.second.kaart_name],
        "verschil": list(differing_fields(pair.first.entry, pair.second.entry)),
    }


def _label(item: Proposal, choice: Choice) -> str:
    from psoh_cli.kaart.exchange.wording import label

    return label(item.pair.kind, choice.key)


def _named(standing: Standing) -> str:
    where = "" if standing.is_own else f" op kaart '{standing.kaart_name}'"
    return f"'{standing.entry.name}' [{standing.entry.id}]{where}"


def _older(item: Proposal) -> str:
    """Say that the date goes back, and why."""
    after = item.entry.assured_date
    told = f"wordt die van {after}" if after else "vervalt"
    return (
        f"De bevestiging {told}; die van {item.last_confirmed} geldt niet voor alles wat blijft. De oudste van de twee "
        "telt."
    )


def _stays(standing: Standing) -> str:
    day = standing.entry.assured_date
    return f"{standing.entry.id} ({f'bevestigd op {day}' if day else 'nooit bevestigd'})"
