"""Our answer to an ARQ question in words a council member understands: what was said, by whom, and what is open."""

from __future__ import annotations

from collections.abc import Iterator

from psoh_cli.analysis.arq_differences import differences
from psoh_cli.analysis.arq_judging import Judged
from psoh_cli.analysis.arq_said import AS_FAR, Said, by, positions
from psoh_cli.analysis.picture import Picture
from psoh_cli.dutch import listing, number
from psoh_cli.vocabulary import Verdict

MOST_WORDS = 60
"""Words an answer may have; what does not fit stands in the evidence. Our own bound."""

_NUMBERS = ("nul", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien")
_TELLING = (Verdict.MISSING, Verdict.PARTLY, Verdict.MET, Verdict.UNKNOWN, None)
"""What is kept longest comes first."""


def sentences(judged: tuple[Judged, ...], *, picture: Picture, most: int = MOST_WORDS) -> str:
    """Write the answer in one to a few sentences of at most so many words; nothing is added to what was said."""
    known = [each for each in judged if each.heard.known]
    if not known:
        return _nothing_known(judged)
    said = [Said(judged=each, positions=tuple(positions(each))) for each in known]
    agreed = [each for each in said if len(each.positions) == 1]
    differing = [each for each in said if len(each.positions) > 1]
    if not agreed and not differing:
        return "Er zijn antwoorden die zich niet in één zin laten zeggen; ze staan bij de onderbouwing."
    still, text = _still_open(judged), ""
    for kept in _ever_less(agreed, least=0 if differing else 1):
        for difference in differences(differing, picture=picture):
            told = _with_reserve([*_agreed(kept, picture=picture)], still)
            parts = (*told, difference, still)
            text = " ".join(_capital(part) for part in parts if part)
            if len(text.split()) <= most:
                return text
    return text


def _with_reserve(agreed: list[str], still: str) -> list[str]:
    """Say in the first sentence that it is not all: a reader who stops there is not misled."""
    if not agreed or not still or AS_FAR in agreed[0]:
        return agreed
    return [f"{AS_FAR}: {agreed[0]}", *agreed[1:]]


def _ever_less(agreed: list[Said], *, least: int) -> Iterator[list[Said]]:
    """Give all that is agreed, then ever less of it: what tells least goes first."""
    ranked = sorted(agreed, key=lambda each: _TELLING.index(each.judged.verdict))
    for count in range(len(agreed), least - 1, -1):
        yield [each for each in agreed if each in ranked[:count]]


def _agreed(said: list[Said], *, picture: Picture) -> Iterator[str]:
    """Write what is agreed, one sentence for all that the same people say."""
    same_people: dict[tuple[str, frozenset[str]], list[str]] = {}
    for each in said:
        position = each.positions[0]
        same = frozenset(voice.informant for voice in position.voices)
        same_people.setdefault((by(position, picture=picture), same), []).append(position.clause)
    for (told_by, _), clauses in same_people.items():
        joined = clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])}, en {clauses[-1]}"
        yield f"{joined}, {told_by}."


def _still_open(judged: tuple[Judged, ...]) -> str:
    still = [each.question for each in judged if each.heard.is_open]
    if not still:
        return ""
    if len(still) > 2:
        return f"Op {_in_letters(len(still))} andere vragen hierover is nog geen antwoord."
    return (
        f"Over {listing([question.topic or f'‘{question.text}’' for question in still])} is nog niets bekend."
    )


def _nothing_known(judged: tuple[Judged, ...]) -> str:
    still = [each for each in judged if each.heard.is_open]
    if not still:
        return "Niet van toepassing, volgens de informanten."
    one = len(still) == 1
    about = "de vraag hierover" if one else f"de {_in_letters(len(still))} vragen hierover"
    if all(each.heard.silent for each in still):
        return f"Nog niet bekend: {about} {'is' if one else 'zijn'} nog niet gesteld."
    if not any(each.heard.silent for each in still):
        return f"Nog niet bekend: niemand kon {about} beantwoorden."
    return f"Nog niet bekend: nog niemand heeft {about} beantwoord."


def _in_letters(count: int) -> str:
    return _NUMBERS[count] if count < len(_NUMBERS) else number(count)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
