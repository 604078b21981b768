"""The JSON Schema of each file, for editors: made from the models, with Dutch words and the lists of the knowledge."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel

from psoh_cli.dossier.dossier_files import INTERVIEWS_FOLDER
from psoh_cli.dossier.editors import choices
from psoh_cli.dossier.editors.answers import answers_of
from psoh_cli.dossier.editors.knowledge_list import KnowledgeList
from psoh_cli.dossier.editors.shapes import Shapes
from psoh_cli.dossier.editors.written import written
from psoh_cli.dossier.moments import MOMENTS_FOLDER, MomentFile
from psoh_cli.files import disk
from psoh_cli.files.modeline import SCHEMAS_FOLDER
from psoh_cli.gemeente.gemeente import Gemeente
from psoh_cli.gemeente.register_file import read_register
from psoh_cli.interview.answers import InterviewFile
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.plan.plan import PlanFile
from psoh_cli.practices.practice import Practice
from psoh_cli.practices.practice_files import KaartFieldFile, QuestionFile, read_catalogue
from psoh_cli.practices.reference import Header
from psoh_cli.press.house_style.settings import Settings
from psoh_cli.rounds.round import RoundFile

KINDS: dict[str, tuple[str, type[BaseModel]]] = {
    "gemeente": ("gemeente.yaml: wie de gemeente is", Gemeente),
    "interview": ("interviews/*.yaml: wat één informant zei", InterviewFile),
    "sociale-kaart": ("sociale-kaart.yaml: wie wat biedt", KaartFile),
    "plan": ("plan.yaml: voorstellen en besluiten", PlanFile),
    "ronde": ("ronde.yaml: wie u vraagt, en wat de klankbordgroep besloot", RoundFile),
    "moment": ("momenten/*.yaml: de oordelen van een dag", MomentFile),
    "huisstijl": ("huisstijl.yaml: logo, kleuren en letters van de documenten", Settings),
}
"""The files of a dossier."""

KNOWLEDGE_KINDS: dict[str, tuple[str, type[BaseModel]]] = {
    "kennis": ("kennis.yaml: de kop van de kennis", Header),
    "praktijk": ("praktijken/*.yaml: één praktijk", Practice),
    "vragen": ("vragen/*.yaml: een thema met zijn vragen", QuestionFile),
    "kennislijst": ("pijlers.yaml, bronnen.yaml en de andere lijsten van de kennis", KnowledgeList),
    "kaartvelden": ("kaartvelden.yaml: de velden waar de toetsing naar kijkt", KaartFieldFile),
}
"""The files of the knowledge in templates/praktijken."""

ALL_KINDS = {**KINDS, **KNOWLEDGE_KINDS}


_KIND_OF = {
    "gemeente.yaml": "gemeente",
    "plan.yaml": "plan",
    "ronde.yaml": "ronde",
    "huisstijl.yaml": "huisstijl",
}
_KIND_IN = {INTERVIEWS_FOLDER: "interview", MOMENTS_FOLDER: "moment"}


def file_name(kind: str) -> str:
    """Name the file that holds the schema of a kind."""
    return f"{kind}.schema.json"


def kind_of_file(path: Path) -> str:
    """Tell the kind of a file of a dossier by its folder and name; what has no name of its own is a kaart."""
    return _KIND_IN.get(path.parent.name) or _KIND_OF.get(path.name, "sociale-kaart")


def write_schemas(folder: Path) -> None:
    """Put the schemas of its files in a dossier."""
    for kind in KINDS:
        disk.write_text(folder / SCHEMAS_FOLDER / file_name(kind), json_schema(kind))


def json_schema(kind: str) -> str:
    """Write the schema of one kind of file, byte for byte the same each time.

    Raises UnreadableError or ProblemsError when the knowledge or the register cannot be read.
    """
    title, model = ALL_KINDS[kind]
    catalogue, _ = read_catalogue()
    lists = choices.lists_of(catalogue, read_register())
    whole = dict(choices.WHOLE)
    shapes = Shapes(choices=choices.CHOICES, lists=lists, whole=whole, besides=choices.BESIDES)
    if model is InterviewFile:
        whole[InterviewFile, "antwoorden"] = answers_of(catalogue, shapes)
    shape = shapes.of_model(model)
    definitions = {"definitions": shapes.definitions} if shapes.definitions else {}
    head = {"$schema": "http://json-schema.org/draft-07/schema#", "title": f"psoh: {title}"}
    return written({**head, **shape, **definitions})
