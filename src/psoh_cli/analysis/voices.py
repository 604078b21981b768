"""How voices are quoted in a sentence: short roles, grouped by what they say, with the period."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from psoh_cli.analysis.evidence import says
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import MONTHS, listing, plural
from psoh_cli.interview.portrait import Voice
from psoh_cli.practices.question import Question

_NAMED = 3
_BARE = frozenset({"ja", "nee", "deels"})


def quote_all(voices: Sequence[Voice], *, question: Question | None, picture: Picture) -> str:
    """Write what voices say, each answer beside its roles: `ja zeggen A en B; nee zegt C (mei 2026)`."""
    said: dict[str, list[Voice]] = {}
    for voice in voices:
        said.setdefault(quoted(says(voice, question=question)), []).append(voice)
    order = [quoted(option.label.casefold()) for option in question.choices()] if question else []
    ranked = sorted(said, key=lambda words: order.index(words) if words in order else len(order))
    parts = [
        f"{words} {'zegt' if len(said[words]) == 1 else 'zeggen'} {roles(said[words], picture=picture)}"
        for words in ranked
    ]
    return f"{'; '.join(parts)}{period(voices)}"


def answered(voices: Sequence[Voice], *, question: Question | None, picture: Picture) -> str:
    """Write the one answer that some voices give: `antwoorden A en B: nee (mei 2026)`."""
    words = listing(tuple(dict.fromkeys(quoted(says(voice, question=question)) for voice in voices)))
    verb = "antwoordt" if len(voices) == 1 else "antwoorden"
    return f"{verb} {roles(voices, picture=picture)}: {words}{period(voices)}"


def roles(voices: Iterable[Voice], *, picture: Picture) -> str:
    """Name the roles behind some voices, each once, as they read inside a sentence."""
    names = _short_roles(picture=picture)
    return listing(tuple(dict.fromkeys(names.get(voice.informant, voice.role) for voice in voices)))


def roles_or_number(voices: Iterable[Voice], *, picture: Picture) -> str:
    """Name up to three roles, or else tell how many informants there are."""
    listed = list(voices)
    count = len({voice.informant for voice in listed})
    return roles(listed, picture=picture) if count <= _NAMED else plural(count, "informant", "informanten")


def quoted(words: str) -> str:
    """Quote an answer, unless it is a bare word such as *ja*."""
    return words if words in _BARE else f"‘{words}’"


def period(voices: Iterable[Voice]) -> str:
    """Write when something was said, between brackets; empty when nobody told."""
    days = sorted({voice.day for voice in voices if voice.day is not None})
    if not days:
        return ""
    if len(days) == 1:
        return f" ({days[0].in_words()})"
    first, last = days[0], days[-1]
    if first.month and last.month and (first.year, first.month) == (last.year, last.month):
        return f" ({MONTHS[first.month - 1]} {first.year})"
    if first.year == last.year:
        months = [MONTHS[day.month - 1] for day in (first, last) if day.month]
        return f" ({' tot '.join(months)} {first.year})" if len(months) == 2 else f" ({first.year})"
    return f" ({first.year} tot {last.year})"


def _short_roles(*, picture: Picture) -> dict[str, str]:
    """Leave the organization out of a role where nobody else has the same role."""
    counted = Counter(informant.interview.role for informant in picture.portrait.informants)
    return {
        informant.id: _inside(
            informant.interview.role if counted[informant.interview.role] == 1 else informant.role
        )
        for informant in picture.portrait.informants
    }


def _inside(role: str) -> str:
    """Write a role with a small letter, unless it begins with an abbreviation, and what follows a comma in brackets."""
    role, _, more = role.partition(", ")
    role = f"{role} ({more})" if more else role
    return role if role[1:2].isupper() else role[:1].lower() + role[1:]
