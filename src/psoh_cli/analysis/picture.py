"""The Picture: everything the analysis looks at, at one moment; and what informants said to a question."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview.heard import Heard
from psoh_cli.interview.heard import hear as hear_in
from psoh_cli.interview.portrait import Portrait
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.practices.catalogue import Catalogue

__all__ = ["Heard", "Picture", "hear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """Who we are, what was said, what is offered and what is known to work; seen on one day."""

    gemeente: Gemeente
    portrait: Portrait
    kaart: Kaart
    catalogue: Catalogue
    as_of: date


def hear(question: str, *, picture: Picture) -> Heard:
    """Sort what informants said to a question; `interview/heard.py` tells who counts."""
    return hear_in(question, portrait=picture.portrait, questions=picture.catalogue.question)
