"""What to say of gemeenten that are no more, and of those that took over."""

from __future__ import annotations

from datetime import date

from psoh_cli.dutch import listing
from psoh_cli.gemeente.gemeente import Register, Registered


def has_ended(registered: Registered, *, as_of: date | None) -> bool:
    """Tell whether a gemeente no longer exists on a day; without a day, whether it has ended at all."""
    return registered.ended is not None and (as_of is None or registered.ended.last_day() < as_of)


def ended_in_words(registered: Registered) -> str:
    """Say that a gemeente is no more: `Nuenen (GM0820) bestaat niet meer; laatste dag: …`."""
    day = registered.ended.in_words() if registered.ended else "onbekend"
    return f"{registered.name} ({registered.code}) bestaat niet meer; de laatste dag was {day}"


def successor_hint(registered: Registered, *, register: Register, with_name: bool = False) -> str:
    """Name the gemeenten that took over, and what to write: the code, and the name where that stands beside it."""
    heirs = register.successors_of(registered)
    names = [f"{heir.name} ({heir.code})" for heir in heirs]
    if len(heirs) > 1:
        what = "de code en de naam" if with_name else "de code"
        return f"Het gebied is verdeeld over {listing(names)}. Schrijf {what} van de gemeente die u bedoelt."
    if not heirs:
        return ""
    heir = heirs[0]
    write = f"code: {heir.code} en naam: {heir.name}" if with_name else f"{heir.code}."
    return f"{registered.name} hoort nu bij {names[0]}. Schrijf {write}"


def code_hint(name: str, *, register: Register, as_of: date | None, without: str = "") -> str:
    """Say which code a name has now, or what took its place; empty when no gemeente is called so."""
    others = [entry for entry in register.named(name) if entry.code != without]
    if not others:
        return ""
    if has_ended(others[0], as_of=as_of):
        return successor_hint(others[0], register=register, with_name=True)
    return f"Bij {others[0].name} hoort {others[0].code}."
