"""Rules about what stands in one file and is told in another: versions, sources, gemeenten; yields Problems."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import partial

from psoh_cli.dossier import gemeente_tips
from psoh_cli.dossier.dossier_files import GEMEENTE_FILE, AnyFile, DossierFiles
from psoh_cli.files.versioned_file import ReadFile
from psoh_cli.gemeente.gemeente import Gemeente, Register, gemeente_code
from psoh_cli.gemeente.succession import ended_in_words, has_ended, successor_hint
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.reach import is_gemeente_code
from psoh_cli.near_misses import without_curly
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.problems.making import Path, Suggestions
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import Problem
from psoh_cli.vocabulary import ExampleKind


@dataclass(frozen=True, kw_only=True)
class Linked:
    """All files of a dossier with what they may refer to."""

    files: DossierFiles
    catalogue: Catalogue
    register: Register
    as_of: date | None
    suggestions: Suggestions = field(default_factory=Suggestions, compare=False, repr=False)

    @property
    def is_invented(self) -> bool:
        """Tell whether the gemeente does not exist and does not pretend to."""
        gemeente = self.files.gemeente.sound
        return gemeente is not None and gemeente.example is ExampleKind.ILLUSTRATIVE


_A_SERIES = 4
"""From so many services with the same wrong code it is one mistake, mostly a code that the dossier had before."""


def check(linked: Linked) -> Iterator[Problem]:
    """Run every rule."""
    for rule in RULES:
        yield from rule(linked)


def same_knowledge(linked: Linked) -> Iterator[Problem]:
    """DOSSIER005: every file was made with the knowledge we have; the interviews tell so themselves (INTERVIEW012)."""
    files, ours = linked.files, linked.catalogue.version
    versioned: list[AnyFile] = [files.gemeente, *files.kaarten, *([files.plan] if files.plan else [])]
    if files.round:
        versioned.append(files.round)
    for item in versioned:
        if item.sound and without_curly(item.sound.knowledge_version) != ours:
            yield item.problem(
                "DOSSIER005",
                ("kennisversie",),
                f"gemaakt met kennisversie {item.sound.knowledge_version}; psoh heeft nu {ours}",
            )


def leads_are_known(linked: Linked) -> Iterator[Problem]:
    """DOSSIER022: who is said to have hands is a kind of partner we know."""
    item = linked.files.gemeente
    means = item.sound.means if item.sound else None
    for number, hands in enumerate(means.capacity.leads if means else ()):
        if hands.lead not in linked.catalogue.partner_type:
            meant = partial(did_you_mean, hands.lead, linked.catalogue.partner_type)
            yield item.problem(
                "DOSSIER022",
                ("middelen", "capaciteit", "per_trekker", number, "trekker"),
                f"de trekker '{hands.lead}' is niet bekend",
                hint=linked.suggestions.take(meant, file=item.name, code="DOSSIER022"),
            )


def sources_are_described(linked: Linked) -> Iterator[Problem]:
    """DOSSIER013: a source that is written as an id is described in the dossier or in the knowledge."""
    known = {source.id: source.title for source in linked.catalogue.sources}
    describing: list[ReadFile[Gemeente] | ReadFile[KaartFile]] = [
        linked.files.gemeente,
        *linked.files.kaarten,
    ]
    for described in describing:
        known |= {source.id: source.title for source in (described.sound.sources if described.sound else ())}
    for item, path, source in _mentions(linked.files):
        if source not in known:
            meant = partial(did_you_mean, source, known.keys())
            yield item.problem(
                "DOSSIER013",
                path,
                f"bron '{source}' is nergens beschreven",
                hint=linked.suggestions.take(meant, file=item.name, code="DOSSIER013"),
            )


def service_areas_exist(linked: Linked) -> Iterator[Problem]:
    """DOSSIER015: a gemeente where a service works is one that exists."""
    if linked.is_invented:
        return
    for item in linked.files.kaarten:
        met: dict[str, list[tuple[Path, str, str]]] = {}
        for index, service in enumerate(item.sound.services if item.sound else ()):
            for number, area in enumerate(service.service_area):
                if is_gemeente_code(area):
                    path: Path = ("diensten", index, "werkgebied", number)
                    met.setdefault(gemeente_code(area), []).append((path, service.id, area))
        yield from _regions_exist(item, linked=linked)
        for code, places in met.items():
            wrong, hint = _wrong_with(code, linked=linked)
            told = places if len(places) < _A_SERIES else places[:1]
            for path, name, area in told if wrong else ():
                shown = "" if area == code else f"'{area}' "
                where = f"van dienst '{name}'" if told is places else f"van {len(places)} diensten"
                yield item.problem("DOSSIER015", path, f"werkgebied {shown}{where}: {wrong}", hint=hint)


def _regions_exist(item: ReadFile[KaartFile], *, linked: Linked) -> Iterator[Problem]:
    """DOSSIER015 too: the gemeenten of a region that a kaart names exist."""
    for index, region in enumerate(item.sound.regions if item.sound else ()):
        for number, code in enumerate(region.gemeenten):
            wrong, hint = _wrong_with(code, linked=linked)
            if wrong:
                path = ("regios", index, "gemeenten", number)
                yield item.problem("DOSSIER015", path, f"regio '{region.name}': {wrong}", hint=hint)


def told_numbers_are_used(linked: Linked) -> Iterator[Problem]:
    """INTERVIEW017: the size of the group and its languages, told in an interview, stand in gemeente.yaml too."""
    gemeente = linked.files.gemeente.sound
    if gemeente is None:
        return
    for question in gemeente_tips.QUESTIONS:
        for item in linked.files.interviews:
            lines = item.sound and gemeente_tips.lines_to_paste(
                question, answers=item.sound.answers, residents=gemeente.residents, role=item.sound.role
            )
            if lines:
                yield item.problem(
                    "INTERVIEW017",
                    ("antwoorden", question),
                    f"het antwoord op '{question}' telt nog niet mee in de dekking; {GEMEENTE_FILE} weet dit niet",
                    hint=f"Klopt het? Zet dan in {linked.files.gemeente.name}, onder statushouders:\n{lines}",
                )
                break  # one informant is enough to paste from


RULES = (same_knowledge, leads_are_known, sources_are_described, service_areas_exist, told_numbers_are_used)


def looks_like_id(text: str) -> bool:
    """Tell whether a source is written as an id, not in words."""
    return "-" in text and " " not in text and not text.startswith("http")


def _wrong_with(code: str, *, linked: Linked) -> tuple[str, str]:
    registered = linked.register.by_code.get(code)
    if registered is None:
        return f"{code} staat niet in de landelijke lijst van {linked.register.as_of.in_words()}", ""
    if has_ended(registered, as_of=linked.as_of):
        return ended_in_words(registered), successor_hint(registered, register=linked.register)
    return "", ""


def _mentions(files: DossierFiles) -> Iterator[tuple[AnyFile, Path, str]]:
    """Yield every source that is named as an id, with the file and the path where it is named."""
    gemeente = files.gemeente
    if gemeente.sound:
        own: list[tuple[Path, str]] = [(("statushouders", "bron"), gemeente.sound.residents.source)]
        own += [
            (("cijfers", number, "bron"), figure.source)
            for number, figure in enumerate(gemeente.sound.figures)
        ]
        yield from ((gemeente, path, text) for path, text in own if looks_like_id(text))
    for kaart in files.kaarten:
        listed = (
            {"organisaties": kaart.sound.organizations, "diensten": kaart.sound.services}
            if kaart.sound
            else {}
        )
        for key, entries in listed.items():
            for number, entry in enumerate(entries):
                if looks_like_id(entry.source):
                    yield kaart, (key, number, "bron"), entry.source
    for interview in files.interviews:
        for question, answer in (interview.sound.answers if interview.sound else {}).items():
            for number, source in enumerate(answer.sources):
                yield interview, ("antwoorden", question, "bronnen", number), source
