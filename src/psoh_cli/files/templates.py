"""Where the templates and examples are: beside the package when installed, in the checkout when editable."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from psoh_cli.errors import UnreadableError

Kind = Literal[
    "dossier", "praktijken", "documenten", "gemeenten", "site", "uitwisseling", "dekking", "formulieren"
]

_PACKAGE = Path(__file__).resolve().parents[1]


def templates_dir(kind: Kind) -> Path:
    """Find the folder with one kind of template; raise UnreadableError when it is nowhere."""
    return _find(f"templates/{kind}", packed=f"_templates/{kind}")


def examples_dir() -> Path:
    """Find the folder that holds the example dossiers; raise UnreadableError when it is nowhere."""
    return _find("examples", packed="_examples")


def _find(in_checkout: str, *, packed: str) -> Path:
    for folder in (_checkout() / in_checkout, _PACKAGE / packed):
        if folder.is_dir():
            return folder
    raise UnreadableError(
        f"De map '{in_checkout}' die bij psoh hoort, is nergens te vinden.",
        remedy="Installeer psoh opnieuw: pip install --force-reinstall psoh",
    )


def _checkout() -> Path:
    """Give the folder above `src` when we run from a checkout, else a folder that does not exist.

    The checkout goes first: there the texts are edited, and an editable install leaves an old copy beside it.
    """
    in_source_tree = _PACKAGE.parent.name == "src" and (_PACKAGE.parents[1] / "pyproject.toml").is_file()
    return _PACKAGE.parents[1] if in_source_tree else _PACKAGE / "_checkout"
