"""One thing that came in, put over the entry it is about: what fits is taken over, what does not is told and left."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from psoh_cli.came_in import NotUnderstood, Place
from psoh_cli.dutch import listing
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.faulty_parts import HIDDEN, Path, is_hidden_now, loosened, part_at, take_out
from psoh_cli.kaart.exchange.incoming import Incoming
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
    left = loosened(left)
    if match.entry is None:
        _hide(match.incoming, left, told_of=told_of)
    while True:
        merged = _NOT_ASKED | _over(base, left, replaces=replaces) | fixed
        try:
            value = model.model_validate(merged, by_alias=True, by_name=False)
        except ValidationError as error:
            faults = error.errors(include_url=False)
            wrong = {part_at(left, fault["loc"], merged=merged): fault for fault in reversed(faults)}
            blamed = _apart(path for path in wrong if path)
            if not blamed:
                missing = {str(fault["loc"][0]): fault for fault in reversed(faults) if fault["loc"]}
                return Merged(value=None, refused=(*told, *_incomplete(match, missing)))
            found = [
                _taken_out(match, left, path, wrong[path], base=base, told_of=told_of) for path in blamed
            ]
            told += [refusal for refusal in reversed(found) if refusal]
        else:
            return Merged(value=value, refused=tuple(told))


def _hide(item: Incoming, left: dict[str, Any], *, told_of: Container[Place]) -> None:
    """Let something new be for professionals where a file says who may see it and nobody could read that."""
    for group, key in ((left, "zichtbaar"), (left.get("contact"), "contact.zichtbaar")):
        if isinstance(group, dict) and "zichtbaar" not in group and item.places.get(key) in told_of:
            group["zichtbaar"] = HIDDEN


def _apart(paths: Iterable[Path]) -> list[Path]:
    """Order parts so that none moves before its turn, without those inside another."""
    chosen = set(paths)
    outer = [path for path in chosen if not any(path[:depth] in chosen for depth in range(1, len(path)))]
    return sorted(outer, key=lambda path: [(isinstance(step, int), step) for step in path], reverse=True)


def _taken_out(
    match: Match,
    left: dict[str, Any],
    path: Path,
    fault: Mapping[str, Any],
    *,
    base: Mapping[str, Any],
    told_of: Container[Place],
) -> NotUnderstood | None:
    """Take out the part that does not fit, and say so unless that was said already."""
    place = place_of(match.incoming, tuple(fault["loc"]))
    gone = take_out(left, path, base=base, is_new=match.entry is None)
    if fault["type"] == "missing" and place in told_of:
        return None
    why, remedy = why_of(fault)
    hidden = "Tot die tijd is het alleen voor professionals." if is_hidden_now(left, path) else ""
    return refused(place, gone, why, " ".join(filter(None, (remedy, hidden))))


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
        why = "" if value == base.get(key) else too_much(value)
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
        elif (
            key in ids and value != base.get(key) and (strays := _strays(value, ids[key], old=base.get(key)))
        ):
            for stray in strays:
                remedy = did_you_mean(stray, ids[key]) or "Welke er zijn, ziet u met: psoh praktijken --lijst"
                told.append(refused(place, stray, f"'{brief(stray)}' kent psoh niet", remedy))
            kept = [one for one in value if str(one) not in strays] if isinstance(value, list | tuple) else []
            if kept:
                sound[key] = kept
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


def _strays(value: Any, ids: Mapping[str, str], *, old: Any) -> list[str]:
    """Give the ids that are not known and did not stand there already."""
    values = value if isinstance(value, list | tuple) else [value]
    before = old if isinstance(old, list | tuple) else [old]
    found = (str(one) for one in values if one is not None and one not in ids and one not in before)
    return list(dict.fromkeys(found))


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
