"""Names that stand for several gemeenten in a service area: regions of a kaart, GGD regions and provinces."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property

from psoh_cli.dutch import same_name
from psoh_cli.gemeente.gemeente import Register, gemeente_code
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.model import Frozen
from psoh_cli.problems.meant import closest

_PROVINCE, _REGION, _GGD = "provincie", "regio", "ggd"
_ALSO_CALLED = {"fryslan": "Friesland"}
"""Provinces that people also call otherwise, by their name without accents."""

_ALIKE = 0.8


class NamedRegion(Frozen):
    """A region with the codes of its gemeenten, and the names that mean it, each as `same_name` writes it."""

    name: str
    codes: frozenset[str]
    known_as: tuple[str, ...]


class Regions(Frozen):
    """All regions that a name may stand for; where two have the same name, the first counts."""

    known: tuple[NamedRegion, ...] = ()

    @cached_property
    def _by_name(self) -> dict[str, NamedRegion]:
        found: dict[str, NamedRegion] = {}
        for region in self.known:
            for name in region.known_as:
                found.setdefault(name, region)
        return found

    def named(self, area: str) -> NamedRegion | None:
        """Find the region that a name stands for."""
        return self._by_name.get(same_name(area)) if self.known else None

    def codes_in(self, service_area: Iterable[str]) -> frozenset[str]:
        """Give the codes of all gemeenten that a service area names, by their code or through a region."""
        codes: set[str] = set()
        for area in service_area:
            if is_gemeente_code(area):
                codes.add(gemeente_code(area))
            elif self.known and (region := self.named(area)) is not None:
                codes |= region.codes
        return frozenset(codes)

    def like(self, area: str) -> str:
        """Give the name of the region that was probably meant; empty when none is near."""
        names = {region.name: region.name for region in self.known}
        near = closest(area, names, most=1, alike=_ALIKE)
        return near[0] if near else ""

    def before(self, others: Regions) -> Regions:
        """Put these in front of others."""
        return Regions(known=(*self.known, *others.known)) if others.known else self


NO_REGIONS = Regions()


def regions_of(groups: Iterable[tuple[str, Iterable[str]]]) -> Regions:
    """Make regions of names with the codes of their gemeenten: `Polderland` and `regio Polderland` are the same."""
    return Regions(
        known=tuple(
            NamedRegion(name=name, codes=frozenset(codes), known_as=_names(name)) for name, codes in groups
        )
    )


def registered_regions(register: Register) -> Regions:
    """Make regions of the GGD regions and the provinces in the national register.

    A province that is called like a gemeente only counts with the word in front: `provincie Utrecht`.
    """
    groups: dict[tuple[str, str], set[str]] = {}
    for entry in register.entries:
        for kind, name in ((_GGD, entry.ggd), (_PROVINCE, entry.province)):
            if name:
                groups.setdefault((kind, name), set()).add(entry.code)
    gemeenten = {same_name(name) for entry in register.entries for name in entry.names}
    found = [
        NamedRegion(
            name=name if kind == _GGD or same_name(name) not in gemeenten else f"{_PROVINCE} {name}",
            codes=frozenset(codes),
            known_as=tuple(_names_of_ggd(name) if kind == _GGD else _names_of_province(name, gemeenten)),
        )
        for (kind, name), codes in sorted(groups.items())
    ]
    return Regions(known=tuple(found))


def _names(name: str) -> tuple[str, ...]:
    whole = same_name(name)
    bare = whole.removeprefix(f"{_REGION}-")
    return tuple(dict.fromkeys((whole, bare, f"{_REGION}-{bare}")))


def _names_of_ggd(name: str) -> Iterator[str]:
    whole = same_name(name)
    bare = whole.removeprefix(f"{_GGD}-")
    yield whole
    if bare != whole:
        yield f"{_GGD}-{_REGION}-{bare.removeprefix(f'{_REGION}-')}"


def _names_of_province(name: str, gemeenten: set[str]) -> Iterator[str]:
    for called in filter(None, (name, _ALSO_CALLED.get(same_name(name)))):
        yield f"{_PROVINCE}-{same_name(called)}"
        if same_name(called) not in gemeenten:
            yield same_name(called)
