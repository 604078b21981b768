"""Other words that people search with (`zoekwoorden.yaml`), as a part of the search script."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import Field

from psoh_cli.errors import ProblemsError
from psoh_cli.files import yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.model import Frozen, Text

NAME = "zoekwoorden.yaml"


class Synonyms(Frozen):
    """Words that somebody may type, and the words that are looked for as well."""

    typed: tuple[Text, ...] = Field(alias="typt")
    sought: tuple[Text, ...] = Field(alias="zoekt")


class SynonymsFile(Frozen):
    """All of them; they are our own choice."""

    format: Text = Field(alias="formaat")
    origin: Literal["afgeleid"] = Field(alias="herkomst")
    words: tuple[Synonyms, ...] = Field(alias="woorden")


def read_synonyms() -> tuple[Synonyms, ...]:
    """Read the list that comes with psoh."""
    path = templates_dir("site") / NAME
    value, problems = yaml_file.load(yaml_file.read(path), SynonymsFile)
    if value is None:
        raise ProblemsError(
            f"De zoekwoorden in {path.as_posix()} kunnen niet worden gelezen.",
            problems=problems,
            remedy="Zet psoh opnieuw op deze computer.",
        )
    return value.words


def as_script(words: tuple[Synonyms, ...]) -> bytes:
    """Write the list as a line of the search script."""
    pairs = [[item.typed, item.sought] for item in words]
    return f"psoh.synonyms = {json.dumps(pairs, ensure_ascii=False, separators=(',', ':'))};\n".encode()
