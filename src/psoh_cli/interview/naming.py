"""How groups of informants are named where no role may be: one informant is never more than its group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psoh_cli.dutch import listing, plural
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.practices.question import STATUSHOUDERS, Group
from psoh_cli.vocabulary import AnswerCertainty

GEMEENTE = "gemeente"
"""The group whose assumptions the others are asked to test."""

_BOTH = 2


def short_name(name: str) -> str:
    """Write the name of a group so that it fits in a list: small letter, and no comma that looks like the list's."""
    first = name.split(":", maxsplit=1)[0].split(",", maxsplit=1)[0]
    return first if first[:2].isupper() else first[0].lower() + first[1:]


def list_name(group: Group) -> str:
    """Name a group in a document, as it stands in a list."""
    return group.short or short_name(group.name)


def full_name(group: Group) -> str:
    """Name a group in a document, above a list or in a cell of its own."""
    return f"{group.short[0].upper()}{group.short[1:]}" if group.short else group.name


def spoken_name(group: Group) -> str:
    """Write the name of a group as it stands after *volgens*."""
    name = list_name(group)
    return f"de {name}" if group.id == GEMEENTE else name


def groups_named(voices: Iterable[Voice], *, portrait: Portrait) -> tuple[str, ...]:
    """Name the groups behind some voices, each once; of a group whose informants do not say the same, how many."""
    told = _by_group(voices)
    order = [*portrait.group_names, *sorted(set(told) - set(portrait.group_names))]
    return tuple(_phrase(group, voices=told[group], portrait=portrait) for group in order if group in told)


def several(voices: Iterable[Voice], *, portrait: Portrait) -> bool:
    """Tell whether the verb behind these groups is plural."""
    told = _by_group(voices)
    if len(told) != 1:
        return True
    ((group, said),) = told.items()
    speaking, spoke = _counts(group, voices=said, portrait=portrait)
    if group == STATUSHOUDERS or speaking > 1:
        return True
    return speaking == spoke and is_plural(portrait.group_names.get(group, group))


def is_plural(name: str) -> bool:
    """Tell whether the name of a group takes a plural verb."""
    return " en " in name or name.partition(" ")[0].endswith("ers")


def _by_group(voices: Iterable[Voice]) -> dict[str, list[Voice]]:
    found: dict[str, list[Voice]] = {}
    for voice in voices:
        found.setdefault(voice.group, []).append(voice)
    return found


def _counts(group: str, *, voices: Sequence[Voice], portrait: Portrait) -> tuple[int, int]:
    """Count who of a group are behind some voices, and who of it answered the same questions.

    Who was not asked, or does not know, is not somebody who says otherwise.
    """
    speaking = {voice.informant for voice in voices}
    silent = any(voice.answer.is_unknown for voice in voices)
    spoke = {
        other.informant
        for question in {voice.question for voice in voices}
        for other in portrait.on(question)
        if other.group == group and (other.answer.is_known or (silent and other.answer.is_unknown))
    }
    return len(speaking), len(spoke | speaking)


def joined(names: Sequence[str]) -> str:
    """Join names; where one of them holds *en* itself, a comma tells where the next begins."""
    if len(names) > 1 and any(" en " in name for name in names):
        return f"{', '.join(names[:-1])}, en {names[-1]}"
    return listing(tuple(names))


def counted(voices: Iterable[Voice]) -> str:
    """Say how many informants there are; statushouders are named beside them and not counted."""
    told = {voice.informant: voice for voice in voices}
    others = [voice for voice in told.values() if voice.group != STATUSHOUDERS]
    unsure = sum(is_unsure(voice) for voice in others)
    doubt = f" (van wie {unsure} onzeker)" if unsure else ""
    shaky = any(is_unsure(voice) for voice in told.values() if voice.group == STATUSHOUDERS)
    parts = [f"{plural(len(others), 'informant', 'informanten')}{doubt}"] if others else []
    if len(others) < len(told):
        parts.append(f"{STATUSHOUDERS}{' (deels onzeker)' if shaky else ''}")
    return listing(parts)


def _phrase(group: str, *, voices: Sequence[Voice], portrait: Portrait) -> str:
    name, size = portrait.group_names.get(group, group), portrait.group_sizes[group]
    count, spoke = _counts(group, voices=voices, portrait=portrait)
    doubtful = len({voice.informant for voice in voices if is_unsure(voice)})
    if group == STATUSHOUDERS or count == spoke < max(size, _BOTH):
        some = "deels onzeker" if doubtful < count else "onzeker"
        name = f"een {name}" if name.startswith("andere ") else name
        return f"{name}{f' ({some})' if doubtful else ''}"
    doubt = f" (van wie {doubtful} onzeker)" if doubtful else ""
    if doubtful == count == 1:
        doubt = " (onzeker)"
    if count < spoke:
        return f"{count} van de {spoke} informanten uit {name}{doubt}"
    return f"{'beide' if size == _BOTH else f'alle {size}'} informanten uit {name}{doubt}"


def is_unsure(voice: Voice) -> bool:
    """Tell whether somebody answered and said not to be sure of it."""
    return voice.answer.is_known and voice.answer.certainty is AnswerCertainty.UNSURE
