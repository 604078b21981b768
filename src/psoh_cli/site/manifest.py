"""The list of what psoh made in the folder of a site: by it a next run knows what is ours, and what has changed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated

from pydantic import Field, StringConstraints

from psoh_cli.model import Frozen, Text

NAME = "psoh-site.json"
FORMAT = "1"

Digest = Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{32}$")]

_PLACE = re.compile(r"(?:[a-z0-9][a-z0-9-]*/){0,3}[a-z0-9][a-z0-9-]*\.(?:html|css|js|svg|xml|txt)", re.ASCII)


class Made(Frozen):
    """One file: a digest of what it was made from, and one of what stands in it."""

    source: Digest = Field(alias="uit")
    content: Digest = Field(alias="inhoud")


class Manifest(Frozen):
    """Everything that psoh made, by its place in the folder. What was only planned has no digests yet."""

    format: Text = Field(default=FORMAT, alias="formaat")
    files: Mapping[str, Made | None] = Field(default_factory=dict, alias="bestanden")

    def ours(self) -> dict[str, Made | None]:
        """Give the files whose names we can have given; a list that somebody changed cannot point elsewhere."""
        return {place: made for place, made in self.files.items() if is_place(place)}


def is_place(place: str) -> bool:
    """Tell whether psoh may have given this name: it stays inside the folder, and every computer takes it."""
    return len(place) <= 200 and _PLACE.fullmatch(place) is not None


def as_text(manifest: Manifest) -> str:
    """Write the list, a file per line, so that two versions compare well."""
    lines = [
        f'  "{place}": '
        + ("null" if made is None else f'{{"uit": "{made.source}", "inhoud": "{made.content}"}}')
        for place, made in sorted(manifest.files.items())
    ]
    return f'{{"formaat": "{manifest.format}", "bestanden": {{\n' + ",\n".join(lines) + "\n}}\n"


def read_manifest(text: str) -> Manifest | None:
    """Read the list; None when it is none of ours."""
    try:
        found = Manifest.model_validate_json(text)
    except ValueError:
        return None
    return found if found.format == FORMAT else None
