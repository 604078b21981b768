"""The Picture: everything the analysis looks at, at one moment; and what informants said to a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.portrait import Portrait, Voice
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import Question


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Who we are, what was said, what is offered and what is known to work; seen on one day."""

    gemeente: Gemeente
    portrait: Portrait
    kaart: Kaart
    catalogue: Catalogue
    as_of: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """All that was said to one question, each voice in one place."""

    known: tuple[Voice, ...] = ()
    unknown: tuple[Voice, ...] = ()
    """Voices that said *weet ik niet*."""
    excused: tuple[Voice, ...] = ()
    """Voices that said *niet van toepassing*."""
    conditioned: tuple[Voice, ...] = ()
    """What was said to the question on which this one depends, by those to whom it therefore does not apply."""

    @property
    def not_applicable(self) -> bool:
        """Tell whether everybody who could say something says that it does not apply."""
        return not self.known and not self.unknown and bool(self.excused or self.conditioned)

    @property
    def silent(self) -> bool:
        """Tell whether nobody was asked."""
        return not (self.known or self.unknown or self.excused or self.conditioned)

    @property
    def is_open(self) -> bool:
        """Tell whether this still has to be asked or found out."""
        return not self.known and not self.not_applicable


def hear(question: str, *, picture: Picture) -> Heard:
    """Sort what informants said to a question; a condition that fails makes it not applicable for that informant."""
    asked = picture.catalogue.question.get(question)
    conditioned = _conditioned(asked, picture=picture)
    outside = {voice.informant for voice in conditioned}
    voices = [voice for voice in picture.portrait.on(question) if voice.informant not in outside]
    return Heard(
        known=tuple(voice for voice in voices if voice.answer.is_known),
        unknown=tuple(voice for voice in voices if voice.answer.is_unknown),
        excused=tuple(voice for voice in voices if voice.answer.is_not_applicable),
        conditioned=conditioned,
    )


def _conditioned(question: Question | None, *, picture: Picture) -> tuple[Voice, ...]:
    if question is None or question.ask_when is None:
        return ()
    return tuple(
        voice
        for voice in picture.portrait.on(question.ask_when.question)
        if (
            voice.group in question.groups
            or _answered(question.id, informant=voice.informant, picture=picture)
        )
        and not voice.answer.is_unknown
        and question.ask_when.value not in voice.answer.values
    )


def _answered(question: str, *, informant: str, picture: Picture) -> bool:
    return any(voice.informant == informant for voice in picture.portrait.on(question))
