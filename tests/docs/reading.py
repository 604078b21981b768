"""What a page promises its reader: commands that exist, fields that are explained, links that lead somewhere."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from typer._click.core import Command
from typer._click.exceptions import MissingParameter, UsageError
from typer.core import TyperGroup

from psoh_cli import app
from psoh_cli.dossier.schemas import KINDS
from psoh_cli.errors import PsohError

_BLOCK = re.compile(r"```\w*\n(.*?)```", re.DOTALL)
_INLINE = re.compile(r"`(psoh(?: [^`]*)?)`")
_TYPED = re.compile(
    r"^[ \t]*(?:\$ |- |run: |- run: )?(?:\.venv[/\\](?:bin|Scripts)[/\\])?(psoh(?: .*)?)$", re.MULTILINE
)
_LINK = re.compile(r"\]\(([^)\s]+)\)")


def command_lines(page: str) -> list[str]:
    """Find every line with psoh that somebody could type, in sentences and in blocks, in the order of the page."""
    whole = page.replace("\\\n", " ")
    found = [(match.start(1), match[1]) for match in _INLINE.finditer(_BLOCK.sub(_blanked, whole))]
    for block in _BLOCK.finditer(whole):
        found += [(block.start(1) + match.start(1), match[1]) for match in _TYPED.finditer(block[1])]
    lines = (re.split(r" [#>|] ?", text)[0] for _, text in sorted(found) if "…" not in text)
    return [" ".join(line.split()) for line in lines]


def misunderstood(line: str) -> str:
    """Say what psoh does not know in a command line; empty when it knows every word.

    A sentence may leave out what a command needs, so a missing argument is no mistake.
    """
    words = shlex.split(line)[1:]
    command: Command | None = None
    while words and not words[0].startswith("-") and (command is None or isinstance(command, TyperGroup)):
        word = words.pop(0)
        known = app.COMMANDS if command is None else tuple(command.commands)
        if word not in known:
            return f"{word} is geen opdracht"
        command = app.load_command(word) if command is None else command.commands[word]
    if command is None or isinstance(command, TyperGroup):
        return "" if set(words) <= {"--help", "-h", "--version"} else f"{words} hoort hier niet"
    try:
        command.make_context(line, words, resilient_parsing=False)
    except MissingParameter:
        return ""
    except (UsageError, PsohError) as error:
        return str(error)
    return ""


def fields_of(kind: str) -> set[str]:
    """Give every key that a file of this kind can hold, at any depth."""
    found: set[str] = set()
    _collect(KINDS[kind][1], found=found)
    return found


def unmentioned(fields: Iterable[str], text: str) -> list[str]:
    """Give the fields that a text does not name between backticks, alone or as the end of a path."""
    named = {word.rpartition(".")[2] for word in re.findall(r"`([\w.-]+)`", text)}
    return sorted(set(fields) - named)


def section(page: str, heading: str) -> str:
    """Give the text under a heading, up to the next heading of the same depth or higher."""
    found = re.search(rf"^(#+) {re.escape(heading)}$", page, re.MULTILINE)
    if found is None:
        raise KeyError(heading)
    rest = page[found.end() :]
    after = re.search(rf"^#{{1,{len(found[1])}}} ", rest, re.MULTILINE)
    return rest[: after.start()] if after else rest


def broken_links(page: Path) -> list[str]:
    """Give every link to a file or a heading that is not there; addresses on the web are not looked at."""
    text = _BLOCK.sub("", page.read_text(encoding="utf-8"))
    targets = [target for target in _LINK.findall(text) if "://" not in target]
    return [target for target in targets if not _leads_somewhere(target, page=page)]


def _blanked(block: re.Match[str]) -> str:
    return " " * len(block[0])


def _leads_somewhere(target: str, *, page: Path) -> bool:
    name, _, anchor = target.partition("#")
    file = page.parent / name if name else page
    if not file.exists():
        return False
    return not anchor or anchor in _anchors(file.read_text(encoding="utf-8"))


def _anchors(text: str) -> set[str]:
    headings = re.findall(r"^#+ (.+)$", _BLOCK.sub("", text), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.casefold()).replace(" ", "-") for heading in headings}


def _collect(model: type[BaseModel], *, found: set[str]) -> None:
    for name, field in model.model_fields.items():
        found.add(field.alias or name)
        for inner in _models_in(field.annotation):
            _collect(inner, found=found)


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
