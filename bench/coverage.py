"""What the coverage costs: against a bare loop over services and columns, and per service as the kaart grows."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from bench.generate import AS_OF, CODE, generate_kaart
from bench.measuring import Figure, figure, on_the_processor, side_by_side

from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.kaart.combining import combine
from psoh_cli.kaart.coverage_columns import Per
from psoh_cli.kaart.coverage_view import Asked, look
from psoh_cli.kaart.kaart import Kaart
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.practices.practice_files import sound_catalogue

SERVICES, FEWER = 10_000, 1_000
_LANGUAGES = (
    "ar", "ti", "so", "fa", "prs", "tr", "kmr", "uk", "ru", "fr", "es", "pt", "sq", "bs", "hr", "sr", "am", "om",
    "ps", "ur", "bn", "hi", "zh", "vi", "ta",
)  # fmt: skip
"""Twenty-five columns: three hundred cells with the twelve steps of the chain."""

GOAL = 50.0
GROWTH_GOAL = 1.2


def coverage(*, runs: int) -> tuple[Figure, ...]:
    """Give `coverage_10000` in seconds, and `coverage_growth` in milliseconds per service."""
    known = KnownIds.of(sound_catalogue())
    home = _home()
    large = _kaart(SERVICES, seed=1)
    small = [_kaart(FEWER, seed=seed) for seed in range(SERVICES // FEWER)]
    whole = _looking([large], home=home, known=known)
    pairs = side_by_side(whole, _touching(large), runs=runs, measure=on_the_processor)
    grown = side_by_side(whole, _looking(small, home=home, known=known), runs=runs, measure=on_the_processor)
    per_service = SERVICES / 1000
    return (
        figure(f"coverage_{SERVICES}", pairs, unit="s", goal=GOAL),
        figure(
            "coverage_growth", grown, unit="ms/service", goal=GROWTH_GOAL, each=(per_service, per_service)
        ),
    )


def _home() -> Gemeente:
    groups = [{"taal": code, "aantal": 100 + place} for place, code in enumerate(_LANGUAGES)]
    fields = {"formaat": "1", "kennisversie": "1", "code": CODE, "naam": "Meetstad"}
    return Gemeente.model_validate(fields | {"statushouders": {"talen": groups}})


def _kaart(services: int, *, seed: int) -> Kaart:
    return combine((generate_kaart(services, seed=seed),), code=CODE)


def _looking(kaarten: Sequence[Kaart], *, home: Gemeente, known: KnownIds) -> Callable[[], object]:
    """Do what `psoh kaart dekking` works out: every cell, what comes near, and what rests on one."""
    questions = [
        Asked(
            kaart=kaart, name="Meetstad", per=Per.LANGUAGE, as_of=AS_OF, known=known, residents=home.residents
        )
        for kaart in kaarten
    ]
    return lambda: [look(asked) for asked in questions]


def _touching(kaart: Kaart) -> Callable[[], object]:
    """Look once at each service for each column, and do nothing with it."""

    def touch() -> int:
        touched = 0
        for service in kaart.services:
            for language in _LANGUAGES:
                if language in service.languages:
                    touched += 1
        return touched

    return touch
