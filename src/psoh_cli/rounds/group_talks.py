"""Group talks with statushouders: at least one, and one more where two languages are spoken by enough people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.dutch import FEWEST, slug
from psoh_cli.gemeente.gemeente import Residents
from psoh_cli.interview.questionnaire import Questionnaire
from psoh_cli.kaart.reach import language_code
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.rounds.round import Invitation
from psoh_cli.rounds.state import Standing
from psoh_cli.vocabulary import language_name

MOST = 2
"""How many talks are proposed at most: ARQ spoke ten statushouders in Dordrecht, which is two talks of five."""

ENOUGH = 4 * FEWEST
"""How many people speak a language before a talk of its own is proposed: few enough would come from less."""

_TALK = "Groepsgesprek met statushouders"


def group_talks(
    residents: Residents, *, standing: Iterable[Standing], catalogue: Catalogue, taken: set[str]
) -> Iterator[tuple[Invitation, str]]:
    """Yield the talks that are still missing, with why."""
    if not Questionnaire(catalogue, STATUSHOUDERS).questions:
        return
    there = [item for item in standing if item.group == STATUSHOUDERS]
    held = [item for item in there if item.takes_part]
    names = [language_name(code) for code in _largest(residents)]
    wanted = min(MOST, max(1, len(names)))
    free = [name for name in names if not any(_speaks(item, name) for item in there)]
    for number in range(wanted - len(held)):
        if number < len(free):
            yield _talk(free[number], taken=taken)
        elif number == 0 and not held:
            yield _talk("", taken=taken)


def _talk(language: str, *, taken: set[str]) -> tuple[Invitation, str]:
    wanted = f"groepsgesprek-{slug(language)}" if language else "groepsgesprek-statushouders"
    name, number = wanted, 1
    while name in taken:
        number += 1
        name = f"{wanted}-{number}"
    taken.add(name)
    role = f"{_TALK} ({language})" if language else _TALK
    why = (
        f"{language} spreken veel statushouders in uw gemeente: houd het gesprek in die taal, met een tolk."
        if language
        else "Zonder statushouders hoort u alleen wat anderen over hen denken."
    )
    return Invitation(id=name, group=STATUSHOUDERS, role=role), why


def _largest(residents: Residents) -> list[str]:
    """Give the languages that enough people speak, the largest first."""
    counted: dict[str, int] = {}
    for group in residents.languages:
        code = language_code(group.language)
        counted[code] = counted.get(code, 0) + (group.people or 0)
    enough = [code for code, people in counted.items() if people >= ENOUGH]
    return sorted(enough, key=lambda code: (-counted[code], code))


def _speaks(item: Standing, language: str) -> bool:
    return language.casefold() in item.called.casefold()
