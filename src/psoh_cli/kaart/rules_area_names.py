"""Rules of the kaart about places that are written by name in a service area."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.dutch import listing, same_name
from psoh_cli.gemeente.gemeente import Registered
from psoh_cli.gemeente.succession import has_ended
from psoh_cli.kaart.rules_area import looks_like_code
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import closest
from psoh_cli.problems.problem import Problem

_ALIKE = 0.8
_WIDER = frozenset({"nederland", "heel-nederland", "landelijk", "provincie", "regio", "regionaal", "online"})


def gemeenten_stand_by_code(subject: Subject) -> Iterator[Problem]:
    """KAART048: a gemeente in a service area stands there by its code."""
    for path, area in _named(subject):
        own = subject.home is not None and _bare(area) == same_name(subject.home.name)
        found = () if own or subject.register is None else subject.register.named(_without_gemeente(area))
        if own and subject.home is not None:
            yield subject.problem(
                "KAART048",
                path,
                f"'{area}' is uw gemeente, bij naam",
                hint=f"Schrijf {subject.home.code}.",
                fix=subject.rewritten(path, subject.home.code),
            )
        elif found:
            yield _told(subject, path, area=area, found=found)


def places_are_not_nearly_known(subject: Subject) -> Iterator[Problem]:
    """KAART049: a place in a service area is not nearly the name of a wijk, a region or the own gemeente."""
    for path, area in _unknown(subject):
        meant = _nearly(area, subject=subject)
        if meant:
            known = subject.home.name if subject.home and meant == subject.home.code else ""
            yield subject.problem(
                "KAART049",
                path,
                f"'{area}' is bijna {_what(meant, known=known, subject=subject)}",
                hint=f"Bedoelt u {meant}{f' ({known})' if known else ''}?",
                fix=subject.rewritten(path, meant, is_safe=False),
            )


def places_are_known(subject: Subject) -> Iterator[Problem]:
    """KAART050: where gemeente.yaml lists its wijken, a place in a service area is one of them."""
    if subject.home is None or not subject.home.areas:
        return
    for path, area in _unknown(subject):
        if not _nearly(area, subject=subject):
            yield subject.problem("KAART050", path, f"'{area}' staat niet bij wijken in gemeente.yaml")


RULES = (gemeenten_stand_by_code, places_are_not_nearly_known, places_are_known)


def _named(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Yield the places that stand there by a name that is no wijk and no region."""
    wijken = {same_name(area) for area in subject.home.areas} if subject.home else set()
    for path, service in subject.services():
        for index, area in enumerate(service.service_area):
            if same_name(area) in wijken or looks_like_code(area):
                continue
            if subject.regions.named(area) is None:
                yield (*path, "werkgebied", index), area


def _unknown(subject: Subject) -> Iterator[tuple[Path, str]]:
    """Yield the names that are no gemeente, and nothing larger than one either."""
    home = subject.home
    own, wider = (
        (same_name(home.name), _WIDER | {same_name(name) for name in home.wider}) if home else ("", _WIDER)
    )
    for path, area in _named(subject):
        is_gemeente = subject.register is not None and subject.register.named(_without_gemeente(area))
        if not is_gemeente and _bare(area) != own and not wider & {same_name(area), _bare(area)}:
            yield path, area


def _nearly(area: str, *, subject: Subject) -> str:
    """Give the wijk, region or code of the own gemeente that a name was probably to be; empty when nothing is near."""
    if subject.home is None:
        return subject.regions.like(area)
    near = closest(_without_gemeente(area), (*subject.home.areas, subject.home.name), most=1, alike=_ALIKE)
    if not near:
        return subject.regions.like(area)
    if near[0] in subject.home.areas:
        return near[0]
    return subject.home.code


def _what(meant: str, *, known: str, subject: Subject) -> str:
    if known:
        return "de naam van uw gemeente"
    is_wijk = subject.home is not None and meant in subject.home.areas
    return "een wijk uit gemeente.yaml" if is_wijk else "de naam van een regio"


def _told(subject: Subject, path: Path, *, area: str, found: tuple[Registered, ...]) -> Problem:
    """Tell of another gemeente that stands there by name; of one that is no more the successors are offered."""
    existing = [entry for entry in found if not has_ended(entry, as_of=subject.as_of)]
    heirs = [heir for entry in found for heir in _heirs(entry, subject=subject)]
    meant = existing or heirs
    what = "is een gemeente, bij naam" if existing else "is geen gemeente meer"
    named = listing([f"{entry.code} ({entry.name})" for entry in meant], last="of")
    hint = (
        f"Schrijf {named}."
        if len(meant) == 1
        else f"Schrijf de code die u bedoelt: {named}."
        if meant
        else ""
    )
    return subject.problem(
        "KAART048", path, f"'{area}' {what}", hint=hint, fix=_by_code(subject, path, meant)
    )


def _heirs(entry: Registered, *, subject: Subject) -> tuple[Registered, ...]:
    return subject.register.successors_of(entry) if subject.register else ()


def _by_code(subject: Subject, path: Path, meant: list[Registered]) -> Fix | None:
    return subject.rewritten(path, meant[0].code, is_safe=False) if len(meant) == 1 else None


def _without_gemeente(area: str) -> str:
    first, _, rest = area.strip().partition(" ")
    return rest if first.casefold() == "gemeente" and rest else area.strip()


def _bare(area: str) -> str:
    return same_name(_without_gemeente(area))
