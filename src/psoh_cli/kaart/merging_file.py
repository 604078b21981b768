"""Two entries put together in the own kaart file, with everything in it that refers to the one that goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from psoh_cli.errors import ProblemsError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.files.yaml_changes import Change, Remove, Set
from psoh_cli.kaart.doubles import confirmed_on
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.writing_file import field_edits, sound_role
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.merge_proposal import Proposal, with_history
from psoh_cli.kaart.same_id import differing_fields

_LISTS = {"organisatie": "organisaties", "dienst": "diensten"}


def merge(
    path: Path, makers: Sequence[Callable[[KaartFile], Proposal]], *, day: date, role: str | None
) -> tuple[Proposal, ...]:
    """Write what is proposed, all of it or nothing, in the own kaart file only, and give what was written.

    Each maker is handed the own kaart as it is by then, so that one entry can take up several others.
    """
    role = sound_role(role)
    done: list[Proposal] = []
    with disk.lock(path.parent):
        text = versioned_file.text_of(path)
        for make in makers:
            text, proposal = merged(text, make, day=day, role=role)
            done.append(proposal)
        yaml_edit.save(path, text)
    return tuple(done)


def merged(
    text: str, make: Callable[[KaartFile], Proposal], *, day: date, role: str | None
) -> tuple[str, Proposal]:
    """Give the text of the own kaart with two entries put together, and what was proposed."""
    parsed = yaml_file.parse(text, name="sociale-kaart.yaml")
    own, problems = yaml_file.load(parsed, KaartFile)
    if own is None:
        raise ProblemsError("De kaart kan niet worden gelezen.", problems=problems)
    proposal = make(own)
    return yaml_edit.apply(text, list(_edits(own, parsed.plain(), proposal, day=day, role=role))), proposal


def _edits(
    own: KaartFile, data: dict[str, Any], proposal: Proposal, *, day: date, role: str | None
) -> Iterator[Change]:
    """Give the edits in an order in which no path moves: what is taken away goes last."""
    pair, key = proposal.pair, _LISTS[proposal.pair.kind]
    entries: tuple[Organization | Service, ...] = own.organizations if key == "organisaties" else own.services
    places = {entry.id: number for number, entry in enumerate(entries)}
    ours = [item.entry for item in (pair.first, pair.second) if item.is_own]
    target = ours[0]
    number = places[target.id]
    after = with_history(proposal, day=day, role=role)
    needless = not pair.first.is_own and _says_nothing_new(proposal)
    if not needless:
        if target.id != after.id:
            yield Set((key, number, "id"), after.id)
        yield from field_edits(
            (key, number), data[key][number], before=target, after=_with_id(after, target.id)
        )
    if pair.kind == "organisatie":
        yield from _references(own, proposal)
    if needless:
        yield Remove((key, number))
    elif len(ours) == 2:
        yield Remove((key, places[ours[1].id]))


def _says_nothing_new(proposal: Proposal) -> bool:
    """Tell whether what stands on the shared kaart is already what the two would become."""
    shared = proposal.pair.first.entry
    return not differing_fields(shared, proposal.entry) and confirmed_on(shared) >= confirmed_on(
        proposal.entry
    )


def _with_id(entry: Organization | Service, wanted: str) -> Organization | Service:
    return entry if entry.id == wanted else entry.model_copy(update={"id": wanted})


def _references(own: KaartFile, proposal: Proposal) -> Iterator[Change]:
    """Let the services of the organization that goes refer to the one that stays, and to its places."""
    for number, service in enumerate(own.services):
        if service.organization != proposal.dropped_id:
            continue
        if proposal.kept_id != proposal.dropped_id:
            yield Set(("diensten", number, "organisatie"), proposal.kept_id)
        if proposal.moved.keys() & set(service.locations):
            places = [proposal.moved.get(place, place) for place in service.locations]
            yield Set(("diensten", number, "locaties"), places)
