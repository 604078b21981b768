"""What `psoh uitleg` says about an item of the knowledge: found by its id or its name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from psoh_cli.analysis.chain import Part
    from psoh_cli.practices.catalogue import Catalogue

Explained = tuple[str, tuple["Part", ...]]


_SOURCE = "bron"
"""A source often bears the name of what it is about; it is explained only when nothing else is."""


def explained(subject: str, *, catalogue: Catalogue) -> tuple[Explained, ...]:
    """Explain every item that has this id, name or word; a name may stand for more than one thing."""
    wanted = subject.casefold()
    found = [
        (what, item, write)
        for what, items, write in _shelves(catalogue)
        for item in items
        if wanted in {_id(item).casefold(), _name(item).casefold()}
    ]
    telling = [shelf for shelf in found if shelf[0] != _SOURCE] or found
    return tuple((f"{_name(item)} ({what})", write(item, catalogue)) for what, item, write in telling)


def list_of(subject: str) -> str:
    """Give the list of ids that a word names, in the singular or the plural; empty when there is none."""
    from psoh_cli.commands.praktijken import LISTS

    wanted = subject.casefold()
    for name in LISTS:
        singulars = {name.removesuffix("s"), name.removesuffix("en"), name.removesuffix("pen"), name}
        if wanted in singulars | _SINGULARS.get(name, set()):
            return name
    return ""


_SINGULARS: dict[str, set[str]] = {
    "financieringsbronnen": {"financieringsbron", "geldbron", "geldbronnen"},
    "ketenstappen": {"ketenstap", "stap"},
    "lagen": {"laag", "iasc-laag", "iasc_laag"},
    "criteria": {"criterium"},
    "groepen": {"groep"},
}


def known_words(catalogue: Catalogue) -> Iterator[str]:
    """Give everything that can be asked, ids and names."""
    for _, items, _ in _shelves(catalogue):
        for item in items:
            yield from {_id(item): None, _name(item): None}


Shelf = tuple[str, Iterable[Any], Callable[[Any, "Catalogue"], tuple["Part", ...]]]


def _shelves(catalogue: Catalogue) -> tuple[Shelf, ...]:
    return (
        ("praktijk", catalogue.practices, _practice),
        ("behoefte", catalogue.needs, _need),
        ("woord", catalogue.words, _word),
        ("knelpunt", catalogue.bottlenecks, _bottleneck),
        ("stap in de keten", catalogue.chain_steps, _step),
        ("programma", catalogue.interventions, _intervention),
        ("soort partner", catalogue.partner_types, _partner),
        ("vraag", catalogue.questions, _question),
        ("pijler", catalogue.pillars, _pillar),
        ("laag van steun", catalogue.layers, _pillar),
        ("hulpmiddel", catalogue.instruments, _instrument),
        ("indicator", catalogue.indicators, _indicator),
        ("geldbron", catalogue.funding_sources, _funding),
        ("wet of kader", catalogue.legal_frameworks, _law),
        ("criterium", catalogue.cultural_criteria, _criterion),
        ("groep informanten", catalogue.groups, _group),
        (_SOURCE, catalogue.sources, _source),
    )


def _id(item: Any) -> str:
    return str(getattr(item, "id", None) or item.word)


def _name(item: Any) -> str:
    for field in ("name", "title", "word", "text", "criterion"):
        if hasattr(item, field):
            return str(getattr(item, field))
    return _id(item)


def _practice(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(
        ("Wat", (item.what,)),
        ("Waarom", [f"- {claim.text} (herkomst {claim.provenance.value})" for claim in item.why]),
        (
            "Eerste stappen",
            [f"- {claim.text} (herkomst {claim.provenance.value})" for claim in item.first_steps],
        ),
        ("Let op", (item.caution,)),
        ("Alles over deze praktijk", (f"psoh praktijken {item.id}",)),
        _origin(item, catalogue),
    )


def _need(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    choices = [
        f"- {catalogue.practice[name].title} ({name})"
        for name in item.practices
        if name in catalogue.practice
    ]
    return _parts(
        ("Waarom", (item.why,)), ("Eén van deze praktijken is genoeg", choices), _origin(item, catalogue)
    )


def _word(item: Any, _: Catalogue) -> tuple[Part, ...]:
    return _parts(("Betekenis", (item.explanation,)))


def _bottleneck(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    more = (f"{item.addition.text} (herkomst {item.addition.provenance.value})",) if item.addition else ()
    return _parts(
        ("Wat er misgaat", (item.description, *more)),
        ("Praktijken die helpen", _linked(item.practices, catalogue.practice)),
        _origin(item, catalogue),
    )


def _step(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(
        ("Resultaat", (item.result,)),
        ("Wie", _linked(item.who, catalogue.partner_type)),
        ("Programma's", _linked(item.interventions, catalogue.intervention)),
        _origin(item, catalogue),
    )


def _intervention(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(
        ("Wat", (item.what,)),
        ("Voor wie", (item.audience,)),
        ("Talen", (item.languages,)),
        ("Bewijs", (item.evidence,)),
        ("Aanbieder", (item.provider,)),
        ("Let op", (item.caution,)),
        _origin(item, catalogue),
    )


def _partner(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(("Rol in de keten", (item.role,)), _origin(item, catalogue))


def _question(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    def named(groups: Iterable[str]) -> list[str]:
        return [f"- {catalogue.group[name].name}" for name in groups if name in catalogue.group]

    return _parts(
        ("Waarom deze vraag", (item.explanation, item.purpose_why)),
        ("Voor wie", named(item.groups)),
        ("Wie het ook kan weten", named(item.also_from)),
        ("Wie dit werk zelf doet", named(item.done_by)),
        ("Bij elke keuze", [f"- {detail.text}" for detail in item.details]),
        (
            "Praktijken",
            [f"- {catalogue.practice[name].title}" for name in item.practices if name in catalogue.practice],
        ),
        _origin(item, catalogue),
    )


def _pillar(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(("Toelichting", (item.explanation,)), _origin(item, catalogue))


def _instrument(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(("Doel", (item.purpose,)), ("Let op", (item.caution,)), _origin(item, catalogue))


def _indicator(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(
        ("Definitie", (item.definition,)), ("Hoe vaak", (item.frequency,)), _origin(item, catalogue)
    )


def _funding(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    until = f"Loopt tot {item.runs_until.in_words()}." if item.runs_until else "Einddatum onbekend."
    return _parts(
        ("Geschikt voor", item.suited_to),
        ("Geldig", (until,)),
        ("Let op", (item.caution,)),
        _origin(item, catalogue),
    )


def _law(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(("Kern", (item.core,)), ("Haakje voor het plan", (item.hook,)), _origin(item, catalogue))


def _criterion(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    return _parts(("Vraag om te controleren", (item.check_question,)), _origin(item, catalogue))


def _group(item: Any, catalogue: Catalogue) -> tuple[Part, ...]:
    partners = [
        f"- {catalogue.partner_type[name].name}" for name in item.partners if name in catalogue.partner_type
    ]
    asked = sum(item.id in question.groups for question in catalogue.questions)
    return _parts(("Spreekt voor", partners), ("Vragen", (f"Deze groep krijgt hoogstens {asked} vragen.",)))


def _source(item: Any, _: Catalogue) -> tuple[Part, ...]:
    from psoh_cli.analysis.chain import source_line

    return _parts(("Bron", (source_line(item),)))


def _origin(item: Any, catalogue: Catalogue) -> tuple[str, list[str]]:
    """Write where an item comes from: its provenance in words, and its sources."""
    from psoh_cli.analysis.chain import source_line

    named = [catalogue.source[name] for name in getattr(item, "sources", ()) if name in catalogue.source]
    said = f"{item.provenance.value}: {catalogue.header.provenances[item.provenance.value]}"
    return ("Herkomst", [said, *(f"- {source_line(source)}" for source in named)])


def _linked(links: Iterable[Any], items: dict[str, Any]) -> list[str]:
    """Write linked items; the link has its own provenance."""
    return [
        f"- {_name(items[link.id])} ({link.id}, verband: {link.provenance.value})"
        for link in links
        if link.id in items
    ]


def _parts(*parts: tuple[str, Iterable[str | None]]) -> tuple[Part, ...]:
    """Keep the parts that say something."""
    from psoh_cli.analysis.chain import Part

    kept = [(title, tuple(line for line in lines if line)) for title, lines in parts]
    return tuple(Part(title=title, lines=lines) for title, lines in kept if lines)
