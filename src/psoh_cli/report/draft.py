"""A Draft: the material of one document while it is being written, with its numbered sources and measures."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from psoh_cli.analysis.finding import Analysis, Evidence, RuleResult
from psoh_cli.analysis.voices import named
from psoh_cli.dutch import FEWEST, plural
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.interview import naming
from psoh_cli.interview.agreement import Agreement
from psoh_cli.interview.portrait import Voice
from psoh_cli.plan.budget import Budget, budget, rooms_of, years_of
from psoh_cli.plan.plan import Entry
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.question import STATUSHOUDERS
from psoh_cli.report.document import SourceLine
from psoh_cli.report.material import Material
from psoh_cli.report.spans import Badge, Cite, LineLike, pieces
from psoh_cli.report.version import Version
from psoh_cli.vocabulary import Provenance

_FEW = 4


@dataclass
class Draft:
    """The material, and the numbers handed out so far: a source gets its number when it is first named."""

    material: Material
    version: Version = Version.COUNCIL
    most_sources: int | None = None
    """Sources that one claim names; None names all. Where it is set, the document says so."""
    _numbers: dict[str, int] = field(default_factory=dict)

    @property
    def gemeente(self) -> Gemeente:
        """The gemeente this is about."""
        return self.material.gemeente

    @property
    def analysis(self) -> Analysis:
        """What the evidence says."""
        return self.material.analysis

    @property
    def catalogue(self) -> Catalogue:
        """What is known to work."""
        return self.material.catalogue

    @cached_property
    def budget(self) -> Budget:
        """What the plan costs over the years of the gemeente, or over those of the plan itself."""
        sources = self.catalogue.funding_sources
        return budget(
            self.material.plan,
            sources=sources,
            years=years_of(self.gemeente),
            rooms=rooms_of(self.gemeente),
        )

    @cached_property
    def measures(self) -> dict[str, str]:
        """The number of each measure that stands, in the order in which they would be done."""
        return {entry.id: f"M{number}" for number, entry in enumerate(self.material.plan.current, start=1)}

    @cached_property
    def measures_of(self) -> dict[str, tuple[Entry, ...]]:
        """The measures that close a finding, by the id of the finding."""
        found: dict[str, tuple[Entry, ...]] = {}
        for entry in self.material.plan.current:
            for gap in entry.proposal.gaps if entry.proposal else ():
                found[gap] = (*found.get(gap, ()), entry)
        return found

    def voices(self, pieces: Iterable[Evidence]) -> tuple[Voice, ...]:
        """Give the voices behind pieces of evidence; what was not said by an informant has none."""
        return tuple(
            voice
            for piece in pieces
            for voice in self.material.portrait.on(piece.question or "")
            if voice.informant == piece.informant
        )

    def named(self, voices: Iterable[Voice]) -> str:
        """Name who is behind some voices: groups, or sources; count them when they are many."""
        told, portrait = tuple(voices), self.material.portrait
        if not portrait.group_names:
            return named(told, portrait=portrait)
        groups = naming.groups_named(told, portrait=portrait)
        return naming.joined(groups) if len(groups) <= _FEW else naming.counted(told)

    def contradicts(self, rule: RuleResult) -> bool:
        """Tell whether informants contradict each other on what a rule asks; lists that add up do not."""
        found = self.analysis.agreements.standing.get(rule.question or "")
        return rule.disputed and (found is None or found.relation is not Agreement.ADD_UP)

    def everybody(self) -> str:
        """Say how many were heard; statushouders are named beside the informants and not counted."""
        groups = self.material.portrait.group_sizes
        others = sum(groups.values()) - groups[STATUSHOUDERS]
        if not groups[STATUSHOUDERS]:
            return self.informants(others)
        return f"{self.informants(others)} en {STATUSHOUDERS}" if others else STATUSHOUDERS

    def informants(self, count: int) -> str:
        """Write how many informants; for everybody few are no number, because few can be pointed at."""
        if self.version is Version.PUBLIC and 0 < count < FEWEST:
            return f"minder dan {FEWEST} informanten"
        return plural(count, "informant", "informanten")

    def cite(self, sources: Iterable[str]) -> LineLike:
        """Give the numbers of sources; what no list holds gets none."""
        known = tuple(dict.fromkeys(source for source in sources if source in self._known))
        numbers = sorted({self._number(source) for source in known[: self.most_sources]})
        return (" ", Cite(numbers=tuple(numbers))) if numbers else ()

    def claim(self, text: str, *, provenance: Provenance, sources: Iterable[str] = ()) -> LineLike:
        """Give a sentence with who says so and where."""
        return pieces(text, " ", Badge(provenance=provenance), self.cite(sources))

    def name_of_source(self, source: str) -> LineLike:
        """Name a source by its number, or in its own words when no list holds it."""
        return self.cite((source,)) or source

    def year_of(self, source: str) -> int | None:
        """Give the year of a source; None when no list holds it or nobody knows."""
        year = self._known[source].year if source in self._known else ""
        return int(year) if year.isdigit() else None

    def sources(self) -> tuple[SourceLine, ...]:
        """Give every source that was named, by number."""
        return tuple(
            self._known[name].model_copy(update={"number": number})
            for name, number in sorted(self._numbers.items(), key=lambda pair: pair[1])
        )

    def _number(self, source: str) -> int:
        return self._numbers.setdefault(source, len(self._numbers) + 1)

    @cached_property
    def _known(self) -> dict[str, SourceLine]:
        own = {
            source.id: SourceLine(
                number=0,
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                year=_year(source.year),
                url=source.url or "",
            )
            for source in (*self.gemeente.sources, *self.material.kaart.sources)
        }
        shared = {
            source.id: SourceLine(
                number=0,
                id=source.id,
                title=source.title,
                publisher=source.publisher,
                year=_year(source.year),
                url=source.url,
                provenance=source.provenance,
            )
            for source in self.catalogue.sources
        }
        return {**own, **shared}


def _year(year: int | None) -> str:
    return str(year) if year else "jaar onbekend"
