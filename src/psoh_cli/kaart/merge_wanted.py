"""Two entries that somebody wants to put together, found by their ids on the own kaart and on others."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from psoh_cli.kaart.doubles import Kind, Pair, Standing
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.merge_proposal import Proposal, propose
from psoh_cli.problems.meant import did_you_mean

_TOLD_BY_USER = "u noemde ze zelf"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody wants: the id that stays, the id that goes, and per field whether the value that goes is taken."""

    kept: str
    dropped: str
    kind: Kind | None = None
    told: Mapping[str, bool] = field(default_factory=dict)
    reasons: tuple[str, ...] = (_TOLD_BY_USER,)


def proposal_for(wanted: Wanted, *, own: KaartFile, others: Sequence[KaartFile]) -> Proposal:
    """Make the proposal for two ids; raise ValueError in Dutch, with the remedy behind it, when it cannot be."""
    kaarten = (own, *others)
    kinds: tuple[Kind, ...] = ("dienst", "organisatie") if wanted.kind is None else (wanted.kind,)
    for kind in kinds:
        first, second = _both(kaarten, kind, wanted)
        if first is not None and second is not None:
            _expect_ours(first, second)
            pair = Pair(kind=kind, first=first, second=second, reasons=wanted.reasons)
            return propose(pair, told=wanted.told)
    raise _not_found(wanted, kaarten=kaarten)


def _both(
    kaarten: Sequence[KaartFile], kind: Kind, wanted: Wanted
) -> tuple[Standing | None, Standing | None]:
    """Find the two entries, the own kaart first; with one id for both they stand on two kaarten."""
    kept = list(_standings(kaarten, kind, wanted.kept))
    if wanted.kept != wanted.dropped:
        return next(iter(kept), None), next(iter(_standings(kaarten, kind, wanted.dropped)), None)
    other = next((item for item in kept if item.kaart != kept[0].kaart), None)
    return (kept[0], other) if other else (None, None)


def _standings(kaarten: Sequence[KaartFile], kind: Kind, key: str) -> Iterable[Standing]:
    for number, file in enumerate(kaarten):
        for entry in file.services if kind == "dienst" else file.organizations:
            if entry.id == key:
                yield Standing(entry=entry, kaart=number, kaart_name=file.name)


def _expect_ours(kept: Standing, dropped: Standing) -> None:
    if dropped.is_own or (kept.is_own and kept.entry.id == dropped.entry.id):
        return
    if kept.is_own:
        raise ValueError(
            f"'{dropped.entry.id}' staat op de kaart '{dropped.kaart_name}' en kan hier niet vervallen",
            f"Andersom kan wel: {dropped.entry.id}={kept.entry.id}",
        )
    raise ValueError(
        f"'{kept.entry.id}' en '{dropped.entry.id}' staan allebei niet op de eigen kaart",
        "Voeg ze samen in de map van die kaart.",
    )


def _not_found(wanted: Wanted, *, kaarten: Sequence[KaartFile]) -> ValueError:
    known = {key: name for file in kaarten for key, name in file.names.items()}
    for key in (wanted.kept, wanted.dropped):
        if key not in known:
            return ValueError(f"'{key}' staat op geen van deze kaarten", did_you_mean(key, known))
    if wanted.kept == wanted.dropped:
        return ValueError(
            f"'{wanted.kept}' staat maar op één kaart", "Noem de id's van twee vermeldingen: BLIJFT=VERVALT."
        )
    return ValueError(
        f"'{wanted.kept}' en '{wanted.dropped}' zijn niet allebei een dienst of allebei een organisatie",
        "Alleen wat van dezelfde soort is, kan samengevoegd worden.",
    )
