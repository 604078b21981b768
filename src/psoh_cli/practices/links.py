"""How the lists of the knowledge refer to one another, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from pydantic import BaseModel

from psoh_cli.practices.catalogue import Catalogue

_INSTRUMENTS = "signaleringsinstrumenten"

LISTS = {
    "pijlers": "pillars",
    "praktijken": "practices",
    "behoeften": "needs",
    "themas": "themes",
    "vragen": "questions",
    "informanten": "groups",
    "arq_vragen": "arq_questions",
    "knelpunten": "bottlenecks",
    "ketenpartners": "partner_types",
    "interventies": "interventions",
    _INSTRUMENTS: "instruments",
    "hulpvragen": "help_needs",
    "ketenstappen": "chain_steps",
    "iasc_lagen": "layers",
    "indicatoren": "indicators",
    "financieringsbronnen": "funding_sources",
    "wettelijke_kaders": "legal_frameworks",
    "criteria_cultuursensitief": "cultural_criteria",
    "kerncijfers": "key_figures",
    "bewijsniveaus": "evidence_levels",
    "bronnen": "sources",
    "vraagwijzigingen": "question_changes",
}
"""The Dutch name of every list with ids, and where the Catalogue keeps it."""


class Reference(NamedTuple):
    """Items of one list name ids of another; `path` leads from an item to those ids."""

    owner: str
    path: str
    target: str
    key: str


class Pair(NamedTuple):
    """Two references that must say the same thing, each from its own side."""

    there: Reference
    back: Reference


PAIRS = tuple(
    Pair(Reference(owner, path, target, key), Reference(target, path_back, owner, key_back))
    for owner, path, key, target, path_back, key_back in (
        ("praktijken", "bottlenecks", "knelpunten", "knelpunten", "practices", "praktijken"),
        ("praktijken", "interventions", "interventies", "interventies", "practices", "praktijken"),
        ("praktijken", "indicators", "indicatoren", "indicatoren", "practices", "praktijken"),
        ("praktijken", "instruments", "instrumenten", _INSTRUMENTS, "practices", "praktijken"),
        ("praktijken", "pillar", "pijler", "pijlers", "practices", "praktijken"),
        ("praktijken", "criteria.question", "toetsing", "vragen", "practices", "praktijken"),
        ("interventies", "chain_step", "ketenstap", "ketenstappen", "interventions", "interventies"),
        (_INSTRUMENTS, "chain_step", "ketenstap", "ketenstappen", "instruments", _INSTRUMENTS),
    )
)  # fmt: skip
"""The links that both ends must know."""

_ONE_WAY = (
    ("praktijken", "lead", "ketenpartners", "trekker"),
    ("praktijken", "after.id", "praktijken", "na"),
    ("behoeften", "practices", "praktijken", "praktijken"),
    ("vragen", "theme", "themas", "thema"),
    ("vragen", "groups", "informanten", "informanten"),
    ("vragen", "also_from", "informanten", "ook_van"),
    ("vragen", "done_by", "informanten", "doet_zelf"),
    ("vragen", "beside", "vragen", "naast"),
    ("vragen", "pillar", "pijlers", "pijler"),
    ("vragen", "bottlenecks", "knelpunten", "knelpunten"),
    ("vragen", "confirms.bottleneck", "knelpunten", "bevestigt"),
    ("vragen", "ask_when.question", "vragen", "stel_als"),
    ("informanten", "partners", "ketenpartners", "ketenpartners"),
    ("arq_vragen", "questions", "vragen", "vragen"),
    ("ketenpartners", "layers", "iasc_lagen", "iasc_lagen"),
    ("interventies", "layer", "iasc_lagen", "iasc_laag"),
    ("interventies", "pillar", "pijlers", "pijler"),
    ("interventies", "funding", "financieringsbronnen", "financiering"),
    ("interventies", "evidence_level", "bewijsniveaus", "bewijsniveau"),
    ("hulpvragen", "interventions", "interventies", "interventies"),
    ("ketenstappen", "layer", "iasc_lagen", "iasc_laag"),
    ("ketenstappen", "who", "ketenpartners", "wie"),
    ("ketenstappen", "funding", "financieringsbronnen", "financiering"),
    ("indicatoren", "pillar", "pijlers", "pijler"),
    ("financieringsbronnen", "pillars", "pijlers", "pijlers"),
    ("financieringsbronnen", "legal_frameworks", "wettelijke_kaders", "wettelijke_kaders"),
    ("wettelijke_kaders", "pillars", "pijlers", "pijlers"),
    ("praktijken", "why.sources", "bronnen", "waarom"),
    ("praktijken", "first_steps.sources", "bronnen", "eerste_stappen"),
    ("knelpunten", "addition.sources", "bronnen", "aanvulling"),
)

_SOURCED = tuple(
    name
    for name in LISTS
    if name not in ("behoeften", "themas", "informanten", "bronnen", "vraagwijzigingen")
)

REFERENCES = (
    *(Reference(owner, path, target, key) for owner, path, target, key in _ONE_WAY),
    *(reference for pair in PAIRS for reference in pair),
    *(Reference(owner, "sources", "bronnen", "bronnen") for owner in _SOURCED),
)
"""Every reference there is; each must lead to an item."""


def items_of(catalogue: Catalogue, name: str) -> tuple[BaseModel, ...]:
    """Give the items of a list by its Dutch name."""
    items: tuple[BaseModel, ...] = getattr(catalogue, LISTS[name])
    return items


def id_of(item: BaseModel) -> str:
    """Give the id of an item."""
    return str(getattr(item, "id"))  # noqa: B009 - every item of a list with ids has one


def targets(item: BaseModel, path: str) -> tuple[str, ...]:
    """Follow a path from an item to the ids it names; an empty end gives nothing."""
    found: Iterable[object] = (item,)
    for part in path.split("."):
        found = [value for parent in found for value in _flat(getattr(parent, part, None))]
    return tuple(str(getattr(value, "id", value)) for value in found)


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        yield from value
    elif value is not None:
        yield value
