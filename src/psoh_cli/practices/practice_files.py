"""templates/praktijken → Catalogue; read once per run."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from pydantic import BaseModel, Field, create_model

from psoh_cli.errors import ProblemsError, UnreadableError
from psoh_cli.files import yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.model import Frozen, Text
from psoh_cli.practices import rules
from psoh_cli.practices.catalogue import Catalogue
from psoh_cli.practices.links import LISTS
from psoh_cli.practices.places import Place
from psoh_cli.practices.places_file import place_of
from psoh_cli.practices.practice import Practice
from psoh_cli.practices.question import Question, Theme
from psoh_cli.practices.reference import Header, KaartField, Pillar
from psoh_cli.problems.problem import Problem, has_errors, in_order
from psoh_cli.vocabulary import Provenance

LIST_FILES = {
    "pijlers": "pijlers.yaml",
    "behoeften": "behoeften.yaml",
    "informanten": "informanten.yaml",
    "arq_vragen": "arq-vragen.yaml",
    "knelpunten": "knelpunten.yaml",
    "ketenpartners": "ketenpartners.yaml",
    "interventies": "interventies.yaml",
    "signaleringsinstrumenten": "instrumenten.yaml",
    "hulpvragen": "hulpvragen.yaml",
    "ketenstappen": "ketenstappen.yaml",
    "iasc_lagen": "iasc-lagen.yaml",
    "indicatoren": "indicatoren.yaml",
    "financieringsbronnen": "financieringsbronnen.yaml",
    "wettelijke_kaders": "wettelijke-kaders.yaml",
    "criteria_cultuursensitief": "criteria-cultuursensitief.yaml",
    "kerncijfers": "kerncijfers.yaml",
    "bewijsniveaus": "bewijsniveaus.yaml",
    "bronnen": "bronnen.yaml",
    "woordenlijst": "woordenlijst.yaml",
    "vraagwijzigingen": "vraagwijzigingen.yaml",
    "moeilijke_woorden": "moeilijke-woorden.yaml",
}
"""The file of every list that has one of its own."""

ATTRIBUTES = {**LISTS, "woordenlijst": "words", "moeilijke_woorden": "hard_words"}
"""Where the Catalogue keeps every list, those without ids too."""

T = TypeVar("T", bound=BaseModel)


class QuestionFile(Frozen):
    """A theme with its questions, in the order of the interview."""

    theme: Theme = Field(alias="thema")
    questions: tuple[Question, ...] = Field(alias="vragen")


class KaartFieldFile(Frozen):
    """The fields of the sociale kaart, and why these."""

    provenance: Provenance = Field(alias="herkomst")
    explanation: Text = Field(alias="toelichting")
    fields: tuple[KaartField, ...] = Field(alias="kaartvelden")


class Knowledge(NamedTuple):
    """The Catalogue, what is wrong with its files, and where its items stand."""

    catalogue: Catalogue
    problems: tuple[Problem, ...]
    places: dict[tuple[str, str], Place]
    texts: dict[str, str]


def read_catalogue(folder: Path | None = None) -> tuple[Catalogue, tuple[Problem, ...]]:
    """Read all knowledge, by default that of this installation; a folder is read once per run.

    A file with an error counts as empty and its problems are in the second value. Raises ProblemsError
    when even the version cannot be read, and UnreadableError when a file is missing.
    """
    knowledge = _read(folder or templates_dir("praktijken"))
    return knowledge.catalogue, knowledge.problems


def sound_catalogue() -> Catalogue:
    """Read all knowledge of this installation, to be relied on as a whole.

    Raises ProblemsError when a file in it has an error: questions or practices would silently be left out.
    """
    catalogue, problems = read_catalogue()
    if has_errors(problems):
        raise ProblemsError(
            "In de kennis van psoh staan fouten; daarom gaat dit niet door.",
            problems=problems,
            remedy="Verbeter de bestanden in templates/praktijken, of installeer psoh opnieuw.",
        )
    return catalogue


def check_catalogue(folder: Path | None = None, *, municipalities: Iterable[str] = ()) -> tuple[Problem, ...]:
    """Read all knowledge and give everything that is wrong with it; the links only when every file reads well.

    A folder that is named is read anew each time: it may have been mended since.
    """
    if folder:
        _KNOWN.pop(folder, None)
    knowledge = _read(folder or templates_dir("praktijken"))
    if has_errors(knowledge.problems):
        return knowledge.problems
    found = rules.check(knowledge.catalogue, places=knowledge.places, municipalities=municipalities)
    return in_order((*knowledge.problems, *found))


def texts_of(folder: Path) -> dict[str, str]:
    """Give the texts that `check_catalogue` judged, by file."""
    return _read(folder).texts


_KNOWN: dict[Path, Knowledge] = {}


def _read(folder: Path) -> Knowledge:
    if folder not in _KNOWN:
        _KNOWN[folder] = _read_anew(folder)
    return _KNOWN[folder]


def _read_anew(folder: Path) -> Knowledge:
    reader = _Reader(folder)
    header = reader.one("kennis.yaml", Header)
    if header is None:
        raise ProblemsError(
            "De kop van de kennis (kennis.yaml) is niet te lezen.",
            problems=in_order(reader.problems),
            remedy="Herstel kennis.yaml; daarin staat de versie van de kennis.",
        )
    lists = {name: reader.items(file, key=name) for name, file in LIST_FILES.items()}
    practices = filter(None, [reader.practice(file) for file in reader.files("praktijken")])
    read_chapters = (reader.chapter(file) for file in reader.files("vragen"))
    chapters = sorted(filter(None, read_chapters), key=lambda chapter: chapter.theme.number)
    fields = reader.one("kaartvelden.yaml", KaartFieldFile)
    catalogue = Catalogue(
        version=header.version,
        header=header,
        practices=_in_story_order(practices, lists["pijlers"]),
        themes=tuple(chapter.theme for chapter in chapters),
        questions=tuple(question for chapter in chapters for question in chapter.questions),
        kaart_fields=fields.fields if fields else (),
        **{ATTRIBUTES[name]: items for name, items in lists.items()},
    )
    return Knowledge(catalogue, in_order(reader.problems), reader.places, reader.texts)


class _Reader:
    """Reads the files of one folder and gathers the problems and the places on the way."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.problems: list[Problem] = []
        self.places: dict[tuple[str, str], Place] = {}
        self.texts: dict[str, str] = {}

    def files(self, below: str) -> list[str]:
        """List the YAML files of a folder by name; raise UnreadableError when there is no such folder."""
        if not (self.folder / below).is_dir():
            raise UnreadableError(
                f"De map '{(self.folder / below).as_posix()}' ontbreekt.",
                remedy="Zet de map met de kennis terug, of installeer psoh opnieuw.",
            )
        return sorted(f"{below}/{path.name}" for path in (self.folder / below).glob("*.yaml"))

    def one(self, file: str, model: type[T]) -> T | None:
        """Read one file as one value."""
        return self._load(file, model)[1]

    def items(self, file: str, *, key: str) -> tuple[Any, ...]:
        """Read a file that holds one list."""
        parsed, value = self._load(file, _list_file(key))
        self._remember(parsed, key=key, path=(key,))
        return () if value is None else getattr(value, key)

    def practice(self, file: str) -> Practice | None:
        """Read one practice."""
        parsed, value = self._load(file, Practice)
        if value is not None:
            self.places["praktijken", value.id] = place_of(parsed, ("id",))
        return value

    def chapter(self, file: str) -> QuestionFile | None:
        """Read one theme with its questions."""
        parsed, value = self._load(file, QuestionFile)
        if value is not None:
            self.places["themas", value.theme.id] = place_of(parsed, ("thema", "id"))
        self._remember(parsed, key="vragen", path=("vragen",))
        return value

    def _load(self, file: str, model: type[T]) -> tuple[yaml_file.Parsed, T | None]:
        parsed = yaml_file.read(self.folder / file)
        value, problems = yaml_file.load(parsed, model)
        self.problems.extend(problems)
        self.texts[parsed.name] = parsed.text
        return parsed, value

    def _remember(self, parsed: yaml_file.Parsed, *, key: str, path: yaml_file.Path) -> None:
        node = yaml_file.find(parsed, path)
        for number, item in enumerate(node.value if node and isinstance(node.value, tuple) else ()):
            name = "id" if item.child("id") is not None else "woord"
            found = item.child(name)
            if found is not None and isinstance(found.value, str):
                self.places[key, found.value] = place_of(parsed, (*path, number, name))


@cache
def _list_file(key: str) -> type[BaseModel]:
    """Make the model of a file that holds one list; the Catalogue says of what."""
    items = Catalogue.model_fields[ATTRIBUTES[key]].annotation
    fields: dict[str, Any] = {key: (items, ...)}
    return create_model(f"{key.capitalize()}File", __base__=Frozen, **fields)


def _in_story_order(practices: Iterable[Practice], pillars: tuple[Pillar, ...]) -> tuple[Practice, ...]:
    named = (practice for pillar in pillars for practice in pillar.practices)
    order = {practice: number for number, practice in enumerate(named)}
    return tuple(sorted(practices, key=lambda practice: (order.get(practice.id, len(order)), practice.id)))
