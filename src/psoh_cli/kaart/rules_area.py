"""Rules of the kaart about where a service works."""

from __future__ import annotations

import re
from collections.abc import Iterator

from psoh_cli.dutch import listing
from psoh_cli.gemeente.gemeente import gemeente_code
from psoh_cli.gemeente.succession import has_ended
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import Path
from psoh_cli.problems.meant import closest
from psoh_cli.problems.problem import Problem

_ALIKE = 0.8
_LOOKS_LIKE_CODE = re.compile(r"\d+|gm[ .-]?\d*", re.IGNORECASE | re.ASCII)
_FOUR_DIGITS = re.compile(r"gm[ .-]?(\d{4})", re.IGNORECASE | re.ASCII)
_THREE_DIGITS = re.compile(r"(?:gm[ .-]?)?(\d{3})", re.IGNORECASE | re.ASCII)


def area_codes_are_codes(subject: Subject) -> Iterator[Problem]:
    """KAART021: what looks like the code of a gemeente is one."""
    for path, service in subject.services():
        for index, area in enumerate(service.service_area):
            if looks_like_code(area) and not is_gemeente_code(area):
                where = (*path, "werkgebied", index)
                yield subject.problem(
                    "KAART021",
                    where,
                    f"'{area}' lijkt een gemeentecode, maar is het niet",
                    fix=_as_code(subject, where, area.strip()),
                )


def area_lies_in_the_region(subject: Subject) -> Iterator[Problem]:
    """KAART044: a service on the own kaart works in the gemeente or its region, where we know what that is."""
    for path, service in subject.services():
        for index, area in enumerate(service.service_area):
            region = subject.regions.named(area) if subject.home else None
            if region is not None and subject.home is not None and subject.home.code not in region.codes:
                yield subject.problem(
                    "KAART044",
                    (*path, "werkgebied", index),
                    f"'{area}' is een regio waar uw gemeente niet in ligt",
                )
            if not subject.region:
                continue
            code = gemeente_code(area) if is_gemeente_code(area) else ""
            if code and code not in subject.region and _exists(code, subject=subject):
                yield subject.problem(
                    "KAART044",
                    (*path, "werkgebied", index),
                    f"{_name(code, subject=subject)} is niet uw gemeente en ligt niet in uw regio",
                    hint=_meant(code, subject=subject),
                )


RULES = (area_codes_are_codes, area_lies_in_the_region)


def looks_like_code(area: str) -> bool:
    """Tell whether a place is written as a code, right or wrong, and not by name."""
    return _LOOKS_LIKE_CODE.fullmatch(area.strip()) is not None or is_gemeente_code(area)


def _as_code(subject: Subject, path: Path, area: str) -> Fix | None:
    """Give the Fix that writes a code as it should be; a lost zero in front is a guess."""
    whole, short = _FOUR_DIGITS.fullmatch(area), _THREE_DIGITS.fullmatch(area)
    if whole:
        return subject.rewritten(path, f"GM{whole[1]}")
    return subject.rewritten(path, f"GM0{short[1]}", is_safe=False) if short else None


def _exists(code: str, *, subject: Subject) -> bool:
    """Tell whether a gemeente exists, as far as we have a list; about one that does not DOSSIER015 tells."""
    if subject.register is None:
        return True
    registered = subject.register.by_code.get(code)
    return registered is not None and not has_ended(registered, as_of=subject.as_of)


def _meant(code: str, *, subject: Subject) -> str:
    """Ask for a code of the region with nearly the same digits."""
    near = [_name(other, subject=subject) for other in closest(code, sorted(subject.region), alike=_ALIKE)]
    return f"Bedoelt u {listing(near, last='of')}?" if near else ""


def _name(code: str, *, subject: Subject) -> str:
    registered = subject.register.by_code.get(code) if subject.register else None
    return f"{registered.name} ({code})" if registered else code
