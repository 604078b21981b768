"""Which pairs may be put together: only what psoh proposes itself, and services of one organization."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from psoh_cli.kaart.doubles import Kind, Pair
from psoh_cli.kaart.entries import Service
from psoh_cli.kaart.merge_proposal import Proposal
from psoh_cli.kaart.together import Together, home_of

Both: TypeAlias = tuple[Kind, frozenset[tuple[bool, str]]]
"""Two entries of one kind: of each its id, and whether it stands on the own kaart."""

_BY_HAND = (
    "Zijn ze toch dezelfde? Neem dan met een teksteditor over wat u wilt houden, en haal de andere vermelding "
    "zelf weg."
)


class NotAllowedError(ValueError):
    """Two entries that are not put together; the reason and the remedy are Dutch."""

    def __init__(self, reason: str, remedy: str) -> None:
        super().__init__(reason, remedy)


def by_entries(found: Iterable[Pair]) -> dict[Both, Pair]:
    """Give pairs by the two that they are of, in whichever direction."""
    return {_both(pair): pair for pair in found}


def find_proposed(proposal: Proposal, *, found: Mapping[Both, Pair]) -> Pair:
    """Find the pair that psoh proposes itself for these two, in either direction; raise NotAllowedError without."""
    pair = found.get(_both(proposal.pair))
    if pair is not None:
        return pair
    raise NotAllowedError(
        f"'{proposal.kept_id}' en '{proposal.dropped_id}' lijken niet dezelfde {proposal.pair.kind}: psoh stelt ze "
        f"niet voor. {_apart(proposal.pair)}",
        f"Wat psoh voorstelt, ziet u met psoh kaart samenvoegen. {_BY_HAND}",
    )


def together_after(pairs: Iterable[Pair]) -> Together:
    """Tell which organizations are one after these pairs."""
    together = Together()
    for pair in pairs:
        if pair.kind == "organisatie":
            together.join(pair.first.entry.id, pair.second.entry.id)
    return together


def expect_one_organization(pair: Pair, *, together: Together) -> None:
    """Raise NotAllowedError for two services of organizations that stay two."""
    one, other = pair.first.entry, pair.second.entry
    if not isinstance(one, Service) or not isinstance(other, Service):
        return
    if home_of(one, together=together) == home_of(other, together=together):
        return
    raise NotAllowedError(
        f"de diensten '{one.id}' en '{other.id}' horen bij twee organisaties: '{one.organization}' en "
        f"'{other.organization}'",
        f"Zijn dat toch dezelfde? Voeg ze in dezelfde opdracht samen: --toepassen "
        f"{one.organization}={other.organization} --toepassen {one.id}={other.id}. Zijn het er wel twee, dan blijven "
        "ook de diensten apart.",
    )


def _both(pair: Pair) -> Both:
    return pair.kind, frozenset((item.is_own, item.entry.id) for item in (pair.first, pair.second))


def _apart(pair: Pair) -> str:
    """Say in a sentence without its end what speaks against it."""
    one, other = pair.first.entry, pair.second.entry
    if isinstance(one, Service) and isinstance(other, Service) and one.organization != other.organization:
        return f"Ze horen bij '{one.organization}' en '{other.organization}'"
    return "Hun naam, telefoon en website wijzen er niet op"
