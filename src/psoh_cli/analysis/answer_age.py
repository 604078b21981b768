"""How old an answer is, and what an old one is still worth."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from psoh_cli.analysis.doubt import is_past
from psoh_cli.analysis.picture import Heard, Picture
from psoh_cli.analysis.voices import roles
from psoh_cli.dutch import PartialDate
from psoh_cli.interview.portrait import Voice
from psoh_cli.terms import ANSWER_TERM_MONTHS, months_since

AGED = f"Een antwoord van meer dan {ANSWER_TERM_MONTHS} maanden oud ook."
"""What a rule says of old answers, after what it says of unsure ones."""


def is_old(voice: Voice, *, picture: Picture) -> bool:
    """Tell whether an answer is too old to prove that something is in order; without a date nobody can tell.

    The month counts and not the day: a document knows no more, and must find the same.
    """
    return is_past(voice, as_of=picture.as_of)


def _month(voice: Voice) -> PartialDate | None:
    return PartialDate(voice.day.year, voice.day.month) if voice.day else None


def old_voices(voices: Iterable[Voice], *, picture: Picture) -> tuple[Voice, ...]:
    """Give the voices whose answer is too old."""
    return tuple(voice for voice in voices if is_old(voice, picture=picture))


def is_outdated(heard: Heard, *, picture: Picture) -> bool:
    """Tell whether all that is known of a question is too old."""
    return bool(heard.known) and all(is_old(voice, picture=picture) for voice in heard.known)


def age_in_words(voices: Sequence[Voice], *, picture: Picture) -> str:
    """Say how old the answers of some voices are: `Het antwoord van de ggd is 31 maanden oud`."""
    told = (_month(voice) for voice in voices)
    ages = sorted({months_since(month, as_of=picture.as_of) for month in told if month})
    span = " tot ".join(str(age) for age in dict.fromkeys((ages[0], ages[-1])))
    names = roles(voices, picture=picture)
    plural = len({voice.informant for voice in voices}) > 1
    said = "De antwoorden van {} zijn" if plural else "Het antwoord van {} is"
    return f"{said.format(names)} {span} maanden oud"


def proves_less(voices: Sequence[Voice], *, picture: Picture) -> str:
    """Say that old answers count for less; empty when none is old."""
    old = old_voices(voices, picture=picture)
    if not old:
        return ""
    return (
        f"{age_in_words(old, picture=picture)}; na {ANSWER_TERM_MONTHS} maanden telt een antwoord hoogstens als deels "
        "(afgeleid)."
    )
