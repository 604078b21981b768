"""Asking of each pair whether it is one and the same, and where both say something else which of the two holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from psoh_cli.kaart.doubles import Pair
    from psoh_cli.kaart.merge_proposal import Proposal
    from psoh_cli.kaart.merge_wanted import Wanted
    from psoh_cli.terminal.asker import TerminalAsker

_WHOLE, _PER_FIELD, _NOT = "voorstel", "per-veld", "nee"
_WHAT = (
    "Samenvoegen: er blijft één vermelding, met de geschiedenis van beide. Geschreven wordt pas als u alle paren hebt "
    "gehad. stop = stoppen zonder iets te veranderen."
)


def choose(found: Sequence[Proposal], asker: TerminalAsker) -> list[Wanted]:
    """Ask about every pair; raises Stopped or EOFError, and nothing has been written then.

    A pair with an entry that goes into another one already is left for the next time: its proposal holds no longer.
    """
    from psoh_cli.commands.kaart_samenvoegen_tonen import lines_about
    from psoh_cli.dutch import plural
    from psoh_cli.kaart.merge_allowed import NotAllowedError, expect_one_organization, together_after
    from psoh_cli.kaart.merge_wanted import Wanted

    wanted: list[Wanted] = []
    taken: set[tuple[str, str]] = set()
    agreed: list[Pair] = []
    later = apart = 0
    for number, item in enumerate(found, start=1):
        both = {(item.pair.kind, item.kept_id), (item.pair.kind, item.dropped_id)}
        if both & taken:
            later += 1
            continue
        try:
            expect_one_organization(item.pair, together=together_after(agreed))
        except NotAllowedError:
            apart += 1
            continue
        asker.say("")
        asker.say(f"Paar {number} van {len(found)}")
        for line in lines_about(item):
            asker.say(line)
        options = [(_WHOLE, "Ja, samenvoegen zoals voorgesteld"), (_NOT, "Nee, het zijn er twee; of later")]
        if item.conflicts:
            options.insert(1, (_PER_FIELD, "Ja, maar ik kies zelf bij elke botsing"))
        answer = asker.choose("Is dit dezelfde?", options, explanation=_WHAT)
        if answer == _NOT:
            continue
        taken |= both
        agreed.append(item.pair)
        told = _per_field(item, asker) if answer == _PER_FIELD else {}
        wanted.append(
            Wanted(
                kept=item.kept_id, dropped=item.dropped_id, kind=item.pair.kind, told=told,
                reasons=item.pair.reasons,
            )
        )  # fmt: skip
    if later:
        count = plural(later, "paar gaat", "paren gaan")
        asker.say(f"{count} over iets dat u net samenvoegde. Geef de opdracht daarna nog eens.")
    if apart:
        count = plural(apart, "paar diensten is", "paren diensten zijn")
        asker.say(f"{count} van twee organisaties die u apart houdt. Die blijven ook apart.")
    return wanted


def _per_field(item: Proposal, asker: TerminalAsker) -> dict[str, bool]:
    """Ask of each field in which both say something which of the two holds."""
    from psoh_cli.commands.kaart_samenvoegen_tonen import shown
    from psoh_cli.kaart.exchange.wording import label

    told = {}
    for choice in item.conflicts:
        if choice.is_fixed:
            continue
        options = [
            ("eerste", f"{shown(choice.key, choice.kept)} (van {item.kept_id})"),
            ("tweede", f"{shown(choice.key, choice.dropped)} (van {item.dropped_id})"),
        ]
        asker.say("")
        answer = asker.choose(f"Wat klopt bij {label(item.pair.kind, choice.key)}?", options)
        told[choice.key] = answer == "tweede"
    return told
