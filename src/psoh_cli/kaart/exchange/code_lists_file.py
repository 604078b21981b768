"""templates/uitwisseling → the lists of codes that others keep, in the version that psoh carries."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TypeVar

from psoh_cli.errors import ProblemsError
from psoh_cli.files import yaml_file
from psoh_cli.files.templates import templates_dir
from psoh_cli.kaart.exchange.code_lists import ActivityList, CodeLists, ProductList
from psoh_cli.model import Frozen

ACTIVITIES = "4ws-2012.yaml"
PRODUCTS = "upl-2023-10.yaml"

List = TypeVar("List", bound=Frozen)


def read_code_lists(folder: Path | None = None) -> CodeLists:
    """Read both lists, by default those of this installation; a folder is read once per run.

    Raises UnreadableError when a file is missing and ProblemsError when one cannot be read.
    """
    return _read(folder or templates_dir("uitwisseling"))


@cache
def _read(folder: Path) -> CodeLists:
    return CodeLists(
        activities=_list(folder / ACTIVITIES, ActivityList), products=_list(folder / PRODUCTS, ProductList)
    )


def _list(path: Path, shape: type[List]) -> List:
    value, problems = yaml_file.load(yaml_file.read(path), shape)
    if value is None:
        raise ProblemsError(f"De codelijst {path.name} is niet te lezen.", problems=problems)
    return value
