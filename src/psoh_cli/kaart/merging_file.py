"""Two entries put together in the own kaart file, with everything in it that refers to the one that goes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from psoh_cli.errors import ProblemsError, WrongUseError
from psoh_cli.files import disk, versioned_file, yaml_edit, yaml_file
from psoh_cli.files.yaml_changes import Change, Remove, Set
from psoh_cli.kaart.doubles import confirmed_on
from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.writing_file import field_edits
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.merge_proposal import Proposal, with_history
from psoh_cli.kaart.role import sound_role
from psoh_cli.kaart.same_id import differing_fields

_LISTS = {"organisatie": "organisaties", "dienst": "diensten"}


Entry = Organization | Service
Maker = Callable[[KaartFile], Proposal]


class Planned(NamedTuple):
    """What the own kaart would become: its text, what was proposed, and remarks above entries that go."""

    text: str
    done: tuple[Proposal, ...]
    remarks: tuple[str, ...]
    """Each stands in the file as it stood, above what comes next."""


def plan_merge(path: Path, makers: Sequence[Maker], *, day: date, role: str | None) -> Planned:
    """Work out what would be written, and write nothing.

    Each maker is handed the own kaart as it is by then, so that one entry can take up several others.
    """
    role, text = sound_role(role), versioned_file.text_of(path)
    parsed = yaml_file.parse(text, name="sociale-kaart.yaml")
    own, problems = yaml_file.load(parsed, KaartFile)
    if own is None:
        raise ProblemsError("De kaart kan niet worden gelezen.", problems=problems)
    work, done = _Work(own), list[Proposal]()
    for make in makers:
        done.append(make(work.now()))
        work.merge(done[-1], day=day, role=role)
    lines = text.splitlines()
    above = (_remark_above(lines, yaml_file.place_of(parsed, gone).line) for gone in work.gone)
    remarks = tuple(remark for remark in above if remark)
    # In two steps: what comes at the end of an entry touches the entry below it, which may go.
    changed = yaml_edit.apply(text, list(work.edits(parsed.plain())))
    return Planned(yaml_edit.apply(changed, work.removals()), tuple(done), remarks)


def merge(
    path: Path, makers: Sequence[Maker], *, day: date, role: str | None, shown: Planned | None = None
) -> Planned:
    """Write what is proposed, all of it or nothing, in the own kaart file only, and give what was written.

    `shown` is what somebody saw of it; raise WrongUseError when the kaart changed since.
    """
    with disk.lock(path.parent):
        planned = plan_merge(path, makers, day=day, role=role)
        if shown is not None and planned.text != shown.text:
            raise WrongUseError(
                f"{path.as_posix()} is intussen veranderd; er is niets geschreven.",
                remedy="Geef de opdracht opnieuw en kijk wat er nu zou veranderen.",
            )
        yaml_edit.save(path, planned.text)
    return planned


def _remark_above(lines: Sequence[str], line: int) -> str:
    """Give the comment right above a line, without its signs."""
    found: list[str] = []
    for above in reversed(lines[: line - 1]):
        if not above.strip().startswith("#"):
            break
        found.insert(0, above.strip().lstrip("#").strip())
    return " ".join(found)


class _Work:
    """The own kaart while pairs are put together, read once and written once; each entry by its place in the file."""

    def __init__(self, own: KaartFile) -> None:
        self._own = own
        self._before: dict[str, tuple[Entry, ...]] = {
            "organisaties": own.organizations,
            "diensten": own.services,
        }
        self._after: dict[str, dict[int, Entry]] = {
            key: dict(enumerate(entries)) for key, entries in self._before.items()
        }
        self.gone: list[tuple[str, int]] = []

    def now(self) -> KaartFile:
        """Give the own kaart as it is by now."""
        fields = {name: getattr(self._own, name) for name in KaartFile.model_fields}
        fields["organizations"] = tuple(self._after["organisaties"].values())
        fields["services"] = tuple(self._after["diensten"].values())
        return KaartFile.model_construct(**fields)

    def merge(self, proposal: Proposal, *, day: date, role: str | None) -> None:
        """Put two entries together, with what refers to the one that goes."""
        pair, key = proposal.pair, _LISTS[proposal.pair.kind]
        ours = [item.entry.id for item in (pair.first, pair.second) if item.is_own]
        places = [self._place(key, name) for name in ours]
        needless = not pair.first.is_own and _says_nothing_new(proposal)
        if not needless:
            self._after[key][places[0]] = with_history(proposal, day=day, role=role)
        if pair.kind == "organisatie":
            self._refer(proposal)
        for number in places if needless else places[1:]:
            del self._after[key][number]
            self.gone.append((key, number))

    def edits(self, data: dict[str, Any]) -> Iterator[Change]:
        """Give the edits of the entries that stay; what is taken away goes after these, so that no path moves."""
        for key, entries in self._before.items():
            for number, after in self._after[key].items():
                before = entries[number]
                if after is before:
                    continue
                if after.id != before.id:
                    yield Set((key, number, "id"), after.id)
                same_id = after.model_copy(update={"id": before.id})
                yield from field_edits((key, number), data[key][number], before=before, after=same_id)

    def removals(self) -> list[Change]:
        """Give the edits that take away what went into another entry, the last first."""
        return [Remove(path) for path in sorted(self.gone, reverse=True)]

    def _place(self, key: str, name: str) -> int:
        return next(number for number, entry in self._after[key].items() if entry.id == name)

    def _refer(self, proposal: Proposal) -> None:
        """Let the services of the organization that goes refer to the one that stays, and to its places."""
        services = self._after["diensten"]
        for number, service in services.items():
            if isinstance(service, Service) and service.organization == proposal.dropped_id:
                places = tuple(proposal.moved.get(place, place) for place in service.locations)
                fields = {"organization": proposal.kept_id, "locations": places}
                services[number] = service.model_copy(update=fields)


def _says_nothing_new(proposal: Proposal) -> bool:
    """Tell whether what stands on the shared kaart is already what the two would become."""
    shared = proposal.pair.first.entry
    return not differing_fields(shared, proposal.entry) and confirmed_on(shared) >= confirmed_on(
        proposal.entry
    )
