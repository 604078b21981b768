"""What the klankbordgroep can decide on, and a decision in the making."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from psoh_cli.dutch import PartialDate, listing
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.rounds.round import Resolution, RoundFile

FINDING = "gap-"
"""How the id of a finding begins."""

LONGEST = 2_000
"""How many characters a decision may have, and a remark on it: it has to be read at a table."""


def subjects(catalogue: Catalogue, *, findings: Mapping[str, str]) -> dict[str, str]:
    """Give everything a decision can be about, by id with its title: findings, questions and those of ARQ."""
    return {
        **findings,
        **{item.id: item.subject for item in catalogue.arq_questions},
        **{question.id: question.text for question in catalogue.questions},
    }


def is_known(name: str, *, catalogue: Catalogue) -> bool:
    """Tell whether an id names something that exists or existed; a finding may have gone since."""
    asked = name in catalogue.question or name in catalogue.question_change
    if asked or any(name == item.id for item in catalogue.arq_questions):
        return True
    if not name.startswith(FINDING):
        return False
    parts = name.removeprefix(FINDING).split("-")
    about = {"-".join(parts[at:]) for at in range(1, len(parts))}
    return parts[0] not in _ABOUT_QUESTIONS or any(
        each in catalogue.question or each in catalogue.question_change for each in about
    )


_ABOUT_QUESTIONS = frozenset({"verschil", "alleen"})
"""The kinds of finding that are about a question: `gap-verschil-…` and `gap-alleen-gemeente-…`."""


def told(standing: RoundFile, *about: str) -> tuple[str, ...]:
    """Say in a sentence each what was decided on something, the latest first; without the remark."""
    found = {item.id: item for name in about for item in standing.on(name)}
    return tuple(
        f"{item.day.in_words()}: {item.text} (door {listing(item.roles)})" for item in found.values()
    )


def fresh_id(standing: RoundFile, *, day: PartialDate) -> str:
    """Give an id that no decision has yet: the day, and a number from the second of that day on."""
    taken = {item.id for item in standing.resolutions}
    name, count = f"besluit-{day}", 1
    while name in taken:
        count += 1
        name = f"besluit-{day}-{count}"
    return name


def latest_roles(resolutions: Iterable[Resolution]) -> tuple[str, ...]:
    """Give who were at the table the last time."""
    ranked = sorted(resolutions, key=lambda item: (str(item.day), item.id))
    return ranked[-1].roles if ranked else ()
