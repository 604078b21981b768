"""How voices are quoted in a sentence: short roles, grouped by what they say, with the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from psoh_cli.analysis.answer_words import says, words_of
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import PartialDate, listing, plural
from psoh_cli.interview import naming
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.near_misses import MONTHS
from psoh_cli.practices.question import STATUSHOUDERS, Question
from psoh_cli.vocabulary import AnswerCertainty

_NAMED = 3
_PERSONS = ("er", "or", "eur", "ist", "ent", "arts", "loog", "kundige", "laar", "naar", "raar")
"""How Dutch words for one person in a function end."""
_BARE = frozenset({"ja", "nee", "deels"})


def quote_all(voices: Sequence[Voice], *, question: Question | None, picture: Picture) -> str:
    """Write what voices say, each answer beside its roles: `ja zeggen A en B; nee zegt C (mei 2026)`."""
    said: dict[str, list[Voice]] = {}
    for voice in voices:
        said.setdefault(quoted(says(voice, question=question)), []).append(voice)
    order = [quoted(option.label.casefold()) for option in question.choices()] if question else []
    ranked = sorted(said, key=lambda words: order.index(words) if words in order else len(order))
    parts = [
        f"{words} {'zeggen' if many(said[words], picture=picture) else 'zegt'} {roles(said[words], picture=picture)}"
        for words in ranked
    ]
    return f"{'; '.join(parts)}{period(voices)}"


def answered(voices: Sequence[Voice], *, question: Question | None, picture: Picture) -> str:
    """Write the one answer that some voices give: `antwoorden A en B: nee (mei 2026)`."""
    words = listing(tuple(dict.fromkeys(quoted(says(voice, question=question)) for voice in voices)))
    verb = "antwoorden" if many(voices, picture=picture) else "antwoordt"
    return f"{verb} {roles(voices, picture=picture)}: {words}{period(voices)}"


def not_alike(voices: Sequence[Voice], *, question: Question | None) -> str:
    """Write what statushouders answer from their own experience where that differs, and not who or how many."""
    order = [option.value for option in question.choices()] if question else []
    values = sorted(
        dict.fromkeys(value for voice in voices for value in voice.answer.values),
        key=lambda value: order.index(value) if value in order else len(order),
    )
    words = [quoted(word) for word in words_of(values, question=question)]
    told = f"{listing(words)}{period(voices)}"
    return f"antwoorden {STATUSHOUDERS} uit eigen ervaring, en niet allemaal hetzelfde: {told}"


def roles(voices: Iterable[Voice], *, picture: Picture) -> str:
    """Name the roles behind some voices, each once, as they read inside a sentence; who is not sure is marked.

    Where the Portrait holds groups and no roles, the groups are named.
    """
    return named(voices, portrait=picture.portrait)


def named(voices: Iterable[Voice], *, portrait: Portrait) -> str:
    """Name who is behind some voices, as `roles` does."""
    if portrait.group_names:
        return naming.joined(naming.groups_named(voices, portrait=portrait))
    names = _short_roles(portrait)
    return listing(
        tuple(dict.fromkeys(_marked(names.get(voice.informant, voice.role), voice=voice) for voice in voices))
    )


def many(voices: Iterable[Voice], *, picture: Picture) -> bool:
    """Tell whether the verb is plural: several informants, or one with a plural name such as *openbare bronnen*."""
    return several(voices, portrait=picture.portrait)


def several(voices: Iterable[Voice], *, portrait: Portrait) -> bool:
    """Tell whether the verb behind some voices is plural, as `many` does."""
    if portrait.group_names:
        return naming.several(voices, portrait=portrait)
    listed = {voice.informant: voice.role for voice in voices}
    if len(listed) != 1:
        return True
    first, second = (*next(iter(listed.values())).split(), "", "")[:2]
    return first.endswith(("en", "ers")) or (first.endswith("e") and second.endswith("en"))


def speakers(voices: Iterable[Voice], *, picture: Picture) -> str:
    """Name up to three roles with their article, to stand after *volgens*; or else how many informants there are."""
    listed = {voice.informant: voice for voice in voices}
    if picture.portrait.group_names:
        groups = naming.groups_named(listed.values(), portrait=picture.portrait)
        return naming.joined(groups) if len(groups) <= _NAMED else naming.counted(listed.values())
    if len(listed) <= _NAMED:
        names = _brief_roles(picture=picture)
        return listing([_marked(_with_article(names[name]), voice=voice) for name, voice in listed.items()])
    unsure = sum(voice.answer.certainty is AnswerCertainty.UNSURE for voice in listed.values())
    doubt = f" (van wie {unsure} onzeker)" if unsure else ""
    return f"{plural(len(listed), 'informant', 'informanten')}{doubt}"


def too_many(voices: Iterable[Voice], *, picture: Picture) -> bool:
    """Tell whether `speakers` would count them."""
    listed = {voice.informant: voice for voice in voices}
    if picture.portrait.group_names:
        return len({voice.group for voice in listed.values()}) > _NAMED
    return len(listed) > _NAMED


def quoted(words: str) -> str:
    """Quote an answer, unless it is a bare word such as *ja*."""
    return words if words in _BARE else f"‘{words}’"


def period(voices: Iterable[Voice]) -> str:
    """Write when something was said, between brackets, and of how many answers nobody knows."""
    told = tuple(voices)
    days = sorted({_told_day(voice) for voice in told if voice.day is not None})
    undated = sum(voice.day is None for voice in told)
    if not days:
        return " (datum onbekend)" if told else ""
    return f" ({_span(days)}{f'; {undated} zonder datum' if undated else ''})"


def _told_day(voice: Voice) -> PartialDate:
    """Give the day of a voice; of statushouders only the month, so that no talk can be told from another."""
    day = voice.day or PartialDate(0)
    return PartialDate(day.year, day.month) if voice.group == STATUSHOUDERS else day


def _span(days: Sequence[PartialDate]) -> str:
    first, last = days[0], days[-1]
    if first == last:
        return first.in_words()
    if first.month and last.month and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    if first.year == last.year:
        months = [MONTHS[day.month - 1] for day in (first, last) if day.month]
        return f"{' tot '.join(months)} {first.year}" if len(months) == 2 else str(first.year)
    return f"{first.year} tot {last.year}"


def _short_roles(portrait: Portrait) -> dict[str, str]:
    """Leave the organization out of a role where nobody else has the same role."""
    counted = Counter(informant.interview.role for informant in portrait.informants)
    return {
        informant.id: _inside(
            informant.interview.role if counted[informant.interview.role] == 1 else informant.role
        )
        for informant in portrait.informants
    }


def _brief_roles(*, picture: Picture) -> dict[str, str]:
    """Leave out what follows a comma too, where the rest still tells informants apart."""
    names = _short_roles(picture.portrait)
    bare = {
        informant.id: _inside(informant.interview.role.partition(", ")[0])
        for informant in picture.portrait.informants
    }
    counted = Counter(bare.values())
    return {name: bare[name] if counted[bare[name]] == 1 else names[name] for name in names}


def _with_article(role: str) -> str:
    """Put *de* or *het* before a role that is plainly one person or one team; any other role stays as it is."""
    word = role.partition(" ")[0]
    if word.endswith("team"):
        return f"het {role}"
    return f"de {role}" if word.endswith(_PERSONS) else role


def _marked(role: str, *, voice: Voice) -> str:
    if not voice.answer.is_known or voice.answer.certainty is not AnswerCertainty.UNSURE:
        return role
    return f"{role[:-1]}, onzeker)" if role.endswith(")") else f"{role} (onzeker)"


def _inside(role: str) -> str:
    """Write a role with a small letter, unless it begins with an abbreviation, and what follows a comma in brackets."""
    role, _, more = role.partition(", ")
    role = f"{role} ({more})" if more else role
    return role if role[1:2].isupper() else role[:1].lower() + role[1:]
