"""How groups of informants are named where no role may be: one informant is never more than its group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psoh_cli.dutch import listing, plural
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.question import Group
from psoh_cli.vocabulary import AnswerCertainty

STATUSHOUDERS = "statushouders"
"""The group that is named as a whole, and never with a number of people or talks."""

GEMEENTE = "gemeente"
"""The group whose assumptions the others are asked to test."""

_BOTH = 2


def short_name(name: str) -> str:
    """Write the name of a group so that it fits in a list: small letter, and no comma that looks like the list's."""
    first = name.split(":", maxsplit=1)[0].split(",", maxsplit=1)[0]
    return first if first[:2].isupper() else first[0].lower() + first[1:]


def spoken_name(group: Group) -> str:
    """Write the name of a group as it stands after *volgens*."""
    name = short_name(group.name)
    return f"de {name}" if group.id == GEMEENTE else name


def groups_named(voices: Iterable[Voice], *, portrait: Portrait) -> tuple[str, ...]:
    """Name the groups behind some voices, each once; of a group with several, how many of them."""
    by_group: dict[str, dict[str, bool]] = {}
    for voice in voices:
        unsure = by_group.setdefault(voice.group, {})
        unsure[voice.informant] = unsure.get(voice.informant, False) or is_unsure(voice)
    order = [*portrait.group_names, *sorted(set(by_group) - set(portrait.group_names))]
    return tuple(
        _phrase(group, unsure=tuple(by_group[group].values()), portrait=portrait)
        for group in order
        if group in by_group
    )


def several(voices: Iterable[Voice], *, portrait: Portrait) -> bool:
    """Tell whether the verb behind these groups is plural."""
    groups: dict[str, set[str]] = {}
    for voice in voices:
        groups.setdefault(voice.group, set()).add(voice.informant)
    if len(groups) != 1:
        return True
    ((group, informants),) = groups.items()
    name = portrait.group_names.get(group, group)
    if group == STATUSHOUDERS or len(informants) > 1:
        return True
    return portrait.group_sizes[group] == 1 and (" en " in name or name.partition(" ")[0].endswith("ers"))


def joined(names: Sequence[str]) -> str:
    """Join names; where one of them holds *en* itself, a comma tells where the next begins."""
    if len(names) > 1 and any(" en " in name for name in names):
        return f"{', '.join(names[:-1])}, en {names[-1]}"
    return listing(tuple(names))


def counted(voices: Iterable[Voice]) -> str:
    """Say how many informants there are; statushouders are named beside them and not counted."""
    told = {voice.informant: voice for voice in voices}
    others = [voice for voice in told.values() if voice.group != STATUSHOUDERS]
    unsure = sum(is_unsure(voice) for voice in told.values())
    doubt = f" (van wie {unsure} onzeker)" if unsure else ""
    parts = [f"{plural(len(others), 'informant', 'informanten')}{doubt}"] if others else []
    if len(others) < len(told):
        parts.append(STATUSHOUDERS)
    return listing(parts)


def _phrase(group: str, *, unsure: tuple[bool, ...], portrait: Portrait) -> str:
    name, size = portrait.group_names.get(group, group), portrait.group_sizes[group]
    count, doubtful = len(unsure), sum(unsure)
    if group == STATUSHOUDERS or size <= 1:
        some = "deels onzeker" if doubtful < count else "onzeker"
        name = f"een {name}" if name.startswith("andere ") else name
        return f"{name}{f' ({some})' if doubtful else ''}"
    doubt = f" (van wie {doubtful} onzeker)" if doubtful else ""
    if doubtful == count == 1:
        doubt = " (onzeker)"
    if count < size:
        return f"{count} van de {size} informanten uit {name}{doubt}"
    return f"{'beide' if size == _BOTH else f'alle {size}'} informanten uit {name}{doubt}"


def is_unsure(voice: Voice) -> bool:
    """Tell whether somebody answered and said not to be sure of it."""
    return voice.answer.is_known and voice.answer.certainty is AnswerCertainty.UNSURE
