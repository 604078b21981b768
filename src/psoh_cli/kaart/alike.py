"""Names that are probably the same name, written twice: at most one slip apart, and not merely alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from psoh_cli.dutch import same_name

_LITTLE_WORDS = frozenset({"stichting", "vereniging", "bv", "nv", "de", "het", "een", "en", "voor", "van"})
"""Words that people write or leave out, and that do not tell two organizations apart."""

_SHORTEST_WORD = 5
"""In a shorter word one other letter makes another word: Oost and West, groep A and groep B."""

_LONGEST_NAME = 80


_MOST = 40
"""More names than this that are the same but for one letter are a series, and no slips."""


@dataclass
class Names:
    """Names met so far; finds those that a further name is probably the same as.

    A name is kept under what is left of it when one letter is taken out, so that a slip is found without holding
    every name against every other.
    """

    _by_rest: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    _numbers: dict[tuple[str, ...], list[int]] = field(default_factory=dict)

    def like(self, name: str, *, number: int) -> tuple[int, ...]:
        """Give the numbers of earlier names like this one, the first first, and remember it under its number."""
        words = telling_words(name)
        if not words:
            return ()
        same = self._numbers.setdefault(words, [])
        rests = tuple(_rests(words))
        others = {other for rest in rests for other in self._by_rest.get(rest, ()) if is_slip(words, other)}
        found = sorted({*same, *(earlier for other in others for earlier in self._numbers[other])})
        if len(same) < _MOST:
            same.append(number)
        if len(same) == 1:
            for rest in rests:
                names = self._by_rest.setdefault(rest, [])
                if len(names) < _MOST:
                    names.append(words)
        return tuple(found)


def is_slip(words: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Tell whether names are the same but for a space, or for one letter in a word that is long enough to tell."""
    if "".join(words) == "".join(other):
        return True
    if len(words) != len(other):
        return False
    pairs = [(one, two) for one, two in zip(words, other, strict=True) if one != two]
    if len(pairs) != 1:
        return False
    one, two = pairs[0]
    return _can_slip(one) and _can_slip(two) and one[0] == two[0] and _one_apart(one, two)


def telling_words(name: str) -> tuple[str, ...]:
    """Give the words of a name, without those that people leave out as easily."""
    words = same_name(name[:_LONGEST_NAME]).split("-")
    telling = tuple(word for word in words if word and word not in _LITTLE_WORDS)
    return telling or tuple(filter(None, words))


def _rests(words: tuple[str, ...]) -> Iterator[str]:
    """Give the letters of a name, whole and with one left out; only from a word in which a slip is told of."""
    text = "".join(words)
    yield text
    start = 0
    for word in words:
        if _can_slip(word):
            for at in range(start, start + len(word)):
                yield text[:at] + text[at + 1 :]
        start += len(word)


def _can_slip(word: str) -> bool:
    return len(word) >= _SHORTEST_WORD and word.isalpha()


def _one_apart(one: str, two: str) -> bool:
    """Tell whether one letter was changed, added, left out, or two next to each other changed places."""
    start = next(
        (at for at, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two))
    )
    one, two = one[start:], two[start:]
    return (
        one[1:] == two[1:]
        or one[1:] == two
        or one == two[1:]
        or (one[1::-1] == two[:2] and one[2:] == two[2:])
    )
