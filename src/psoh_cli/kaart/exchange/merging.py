"""One thing that came in, put over the entry it is about: what fits is taken over, what does not is told and left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from psoh_cli.dutch import listing
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.incoming import Incoming, NotUnderstood, Place
from psoh_cli.kaart.exchange.matches import Match
from psoh_cli.kaart.exchange.refusing import brief, place_of, refused, too_much, why_of
from psoh_cli.kaart.exchange.wording import label
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.written import as_fields
from psoh_cli.problems.meant import did_you_mean

_CONFIRMED = "gecontroleerd_op"
_NOT_ASKED = {_CONFIRMED: "onbekend"}
"""What a required field holds where a file says nothing of it, or holds it empty."""

_HOW = {
    "naam": "Vul de naam in.",
    "aanbod": "Schrijf in één of twee zinnen wat iemand er krijgt.",
}
_LISTS_BY_ID = frozenset({"locaties"})


@dataclass(frozen=True, kw_only=True)
class Merged:
    """What became of an entry, None when it cannot exist; and what was not taken over."""

    value: Organization | Service | None
    refused: tuple[NotUnderstood, ...] = ()


def merge(
    match: Match, *, given: Mapping[str, Any], known: KnownIds, replaces: bool, told_of: Container[Place] = ()
) -> Merged:
    """Put the given values over an entry, or make a new one of them.

    A value that does not fit stays out, and the rest counts. `replaces` says that a group of fields and a list of
    locations are told as a whole; otherwise what is not named in them stays. `told_of` are cells
    of which something was said already.
    """
    model = Organization if match.incoming.kind == "organisatie" else Service
    base = as_fields(match.entry) if match.entry is not None else dict(match.incoming.if_new)
    left, told = _sound(match.incoming, given, base=base, known=known, required=_required(model))
    fixed = {"id": match.id} | ({"organisatie": match.organization} if model is Service else {})
    while True:
        try:
            value = model.model_validate(_NOT_ASKED | _over(base, left, replaces=replaces) | fixed,
                                         by_alias=True, by_name=False)  # fmt: skip
        except ValidationError as error:
            faults = error.errors(include_url=False)
            wrong = {str(fault["loc"][0]): fault for fault in reversed(faults) if fault["loc"]}
            blamed = [key for key in wrong if key in left]
            if not blamed:
                return Merged(value=None, refused=(*told, *_incomplete(match, wrong)))
            for key in blamed:
                why, remedy = why_of(wrong[key])
                place = place_of(match.incoming, tuple(wrong[key]["loc"]))
                gone = left.pop(key)
                if wrong[key]["type"] != "missing" or place not in told_of:
                    told.append(refused(place, gone, why, remedy))
        else:
            return Merged(value=value, refused=tuple(told))


def _sound(
    item: Incoming,
    given: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    known: KnownIds,
    required: frozenset[str],
) -> tuple[dict[str, Any], list[NotUnderstood]]:
    """Part the values that a model can judge from those that are too long, unknown, or may not be taken away."""
    sound: dict[str, Any] = {}
    told: list[NotUnderstood] = []
    ids = _references(known)
    for key, value in given.items():
        place = place_of(item, (key,))
        why = too_much(value)
        if why:
            told.append(refused(place, value, why, "Zet hier alleen wat bij dit veld hoort."))
        elif value is None and key in required:
            if key in _NOT_ASKED:
                sound[key] = _NOT_ASKED[key]
            else:
                told.append(
                    refused(
                        place, "", f"'{label(item.kind, key)}' kan niet leeg zijn", "Vul het veld weer in."
                    )
                )
        elif key in ids and value != base.get(key) and (stray := _stray(value, ids[key], old=base.get(key))):
            meant = did_you_mean(stray, ids[key])
            remedy = meant or "Welke er zijn, ziet u met: psoh praktijken --lijst"
            told.append(refused(place, stray, f"'{brief(stray)}' kent psoh niet", remedy))
        else:
            sound[key] = value
    return sound, told


def _references(known: KnownIds) -> dict[str, Mapping[str, str]]:
    """Give per key the ids it may hold; nothing about a key of which no ids are known."""
    ids = {
        "ketenpartner": known.partner_types,
        "ketenstappen": known.chain_steps,
        "iasc_laag": known.layers,
        "pijlers": known.pillars,
        "interventies": known.interventions,
        "cultuursensitief": known.cultural_criteria,
    }
    return {key: value for key, value in ids.items() if value}


def _stray(value: Any, ids: Mapping[str, str], *, old: Any) -> str:
    """Give the first id that is not known and did not stand there already; empty when all are."""
    values = value if isinstance(value, list | tuple) else [value]
    before = old if isinstance(old, list | tuple) else [old]
    return next((str(one) for one in values if one is not None and one not in ids and one not in before), "")


def _over(base: Mapping[str, Any], given: Mapping[str, Any], *, replaces: bool) -> dict[str, Any]:
    """Put values over others, groups of fields part by part unless they are whole; a value None takes away."""
    merged = dict(base)
    for key, value in given.items():
        old = base.get(key)
        if value is None:
            merged.pop(key, None)
        elif isinstance(value, Mapping) and not replaces:
            inside = _over(old if isinstance(old, Mapping) else {}, value, replaces=False)
            if inside or not value:
                merged[key] = inside
            else:
                merged.pop(key, None)
        elif key in _LISTS_BY_ID and not replaces and _have_ids(value) and _have_ids(old):
            merged[key] = _by_id(old or (), value)
        else:
            merged[key] = value
    return merged


def _have_ids(items: Any) -> bool:
    return isinstance(items, list | tuple) and all(
        isinstance(item, Mapping) and item.get("id") for item in items
    )


def _by_id(old: Iterable[Mapping[str, Any]], new: Iterable[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Put items over those with the same id; what is not named stays."""
    found = {str(item["id"]): dict(item) for item in old}
    for item in new:
        found[str(item["id"])] = _over(found.get(str(item["id"]), {}), item, replaces=True)
    return list(found.values())


def _required(model: type[Organization | Service]) -> frozenset[str]:
    return frozenset(field.alias or name for name, field in model.model_fields.items() if field.is_required())


def _incomplete(match: Match, wrong: Mapping[str, Any]) -> tuple[NotUnderstood, ...]:
    """Say what an entry lacks that it cannot do without."""
    item = match.incoming
    keys = list(wrong)
    labels = [f"'{label(item.kind, key)}'" for key in keys]
    what = "organisatie" if item.kind == "organisatie" else "dienst"
    named = brief(item.name or item.values.get("naam") or match.id)
    remedy = " ".join(filter(None, (_HOW.get(key, "") for key in keys)))
    why = f"deze {what} kan niet op de kaart: er ontbreekt {listing(labels)}"
    return (refused(item.place, named, why, remedy or "Vul dit in."),)
