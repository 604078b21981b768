"""Which kinds of partners a new organization most likely is, by the words of its name (our own guess: afgeleid)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from psoh_cli.dutch import slug

MOST = 3

_SHORTEST = 3
_STEM = 6
"""So many letters two words share that are about the same: `welzijnswerk` and `welzijn`."""

_TELLING: Mapping[str, str] = {
    "school": "onderwijs", "college": "onderwijs", "isk": "onderwijs", "praktijk": "huisarts", "taal": "taalaanbieder",
    "taalhuis": "taalaanbieder", "bibliotheek": "taalaanbieder", "buurthuis": "welzijn", "buurtcentrum": "welzijn",
    "wijkcentrum": "welzijn", "wijk": "welzijn", "buurt": "welzijn", "buren": "vrijwilligers", "maatje": "maatjes",
    "wonen": "woningcorporatie", "kerk": "zelforganisaties", "moskee": "zelforganisaties", "tolken": "tolkdienst",
    "mee": "clientondersteuning", "vereniging": "zelforganisaties", "psycholoog": "ggz", "psychologen": "ggz",
}  # fmt: skip
"""What a word of a name says, as a word that stands in the name of a kind."""


def likely_partners(name: str, kinds: Mapping[str, str], *, used: Iterable[str] = ()) -> dict[str, str]:
    """Give at most three kinds, the likeliest first; where the name tells nothing, those the kaart uses most."""
    words = [word for word in slug(name).split("-") if len(word) >= _SHORTEST]
    words += [_TELLING[word] for word in words if word in _TELLING]
    often = Counter(used)
    score = {key: (_shared(words, f"{key} {label}"), often[key]) for key, label in kinds.items()}
    best = sorted((key for key in kinds if any(score[key])), key=lambda key: score[key], reverse=True)
    return {key: kinds[key] for key in (best or list(kinds))[:MOST]}


def _shared(words: Iterable[str], text: str) -> int:
    known = slug(text).split("-")
    return sum(any(_alike(word, other) for other in known) for word in dict.fromkeys(words))


def _alike(one: str, two: str) -> bool:
    return one == two or (len(one) >= _STEM and len(two) >= _STEM and one[:_STEM] == two[:_STEM])
