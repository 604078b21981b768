"""What a service lacks to be an answer for a cell of the coverage, in words that can stand after *nodig*."""

from __future__ import annotations

from collections.abc import Mapping

from psoh_cli.dutch import listing
from psoh_cli.kaart.coverage_columns import Column, Per
from psoh_cli.kaart.entries import Age, Service
from psoh_cli.kaart.reach import UNKNOWN_LANGUAGE, Reach
from psoh_cli.kaart.reasons import what_is_missing
from psoh_cli.vocabulary import language_name


def confirmation(service: Service, *, then: Reach) -> str:
    """Say that nobody confirmed it, and what it would be once somebody did."""
    day = service.assured_date
    last = "nog nooit bevestigd" if day is None else f"laatst bevestigd: {day.in_words()}"
    return f"een bevestiging dat het nog klopt ({last}); dan is het: {then.value}"


def interpreter(per: Per, column: Column) -> str:
    """Say that only an interpreter is lacking."""
    known = per is Per.LANGUAGE and column.id != UNKNOWN_LANGUAGE
    return f"een professionele tolk{f' voor het {column.name}' if known else ''}"


def speaker(column: Column, service: Service) -> str:
    """Say that those who work there speak another language."""
    spoken = listing([language_name(code) for code in service.languages])
    return f"iemand die {_language(column)} spreekt, of een professionele tolk; nu spreekt men er {spoken}"


def answer(per: Per, column: Column, service: Service, *, is_for_them: bool | None) -> str:
    """Say which field nobody filled in."""
    if is_for_them:
        return f"een antwoord: {what_is_missing(service)}"
    field = {
        Per.AGE: f"is de dienst er voor {column.name}",
        Per.AREA: f"werkt de dienst ook in {column.name}",
        Per.LAYER: "bij welke laag hoort de dienst",
        Per.TARGET_GROUP: f"is de dienst er ook voor {column.name}",
    }.get(per, "voor wie is de dienst")
    return f"een antwoord op de vraag: {field}?"


def place_for_them(per: Per, column: Column, service: Service, *, layers: Mapping[str, str]) -> str:
    """Say for whom the service is instead."""
    if per is Per.LAYER:
        layer = service.layer or ""
        return f"een dienst in de laag ‘{column.name}’; deze hoort bij ‘{layers.get(layer, layer)}’"
    if per is Per.AREA:
        return f"aanbod in {column.name}; deze dienst werkt in {listing(service.service_area)}"
    return f"plek voor {column.name}; deze dienst is er {_theirs(service)}"


def this_step(step: str, *, reach: Reach) -> str:
    """Say that the service helps in another step."""
    return f"hulp in deze stap zelf; deze dienst helpt bij ‘{step}’ ({reach.value})"


def some_step() -> str:
    """Say that nobody wrote down in which step the service helps."""
    return "een ketenstap: er staat niet bij in welke stap deze dienst helpt"


def _language(column: Column) -> str:
    return "hun taal" if column.id == UNKNOWN_LANGUAGE else column.name


def _theirs(service: Service) -> str:
    parts = (
        [f"voor {listing([group.value for group in service.target_groups])}"] if service.target_groups else []
    )
    if service.age is not None:
        parts.extend(_ages(service.age))
    return ", ".join(parts) or "voor anderen"


def _ages(age: Age) -> tuple[str, ...]:
    if age.lowest is not None and age.highest is not None:
        return (f"van {age.lowest} tot en met {age.highest} jaar",)
    if age.lowest is not None:
        return (f"vanaf {age.lowest} jaar",)
    return () if age.highest is None else (f"tot en met {age.highest} jaar",)
