"""What could not be read, as lines to read: the file first, as a compiler does, and then why and what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from psoh_cli.characters import shown
from psoh_cli.problems.report import Unread
from psoh_cli.terminal.cells import cells
from psoh_cli.terminal.excerpt import Line, Part
from psoh_cli.terminal.wrapping import unbroken, wrap

_INDENT = "    "
_UNREAD = "kan niet worden gelezen"
_NOT_LOOKED_AT = "is niet nagekeken: "
_NEVER = 1_000_000
_STYLE = "bold red"


def unread_lines(unread: Iterable[Unread], *, width: int, breaks: bool = False) -> Iterator[Line]:
    """Yield a block for each file or folder that could not be read; a line without one is broken on a screen only."""
    for item in unread:
        heading, said = _told(item)
        if heading:
            yield from _heading(item.file, heading, width=width if breaks else _NEVER)
        indent = _INDENT if heading else ""
        broken = width if heading or breaks else _NEVER
        yield from _block("" if heading else "Fout: ", said, width=broken, indent=indent)
        if item.hint:
            yield from _block("Oplossing: ", item.hint, width=broken, indent=indent)
        yield ()


def _heading(file: str, heading: str, *, width: int) -> Iterator[Line]:
    """Yield the file and what is the matter; on a screen that is too narrow for both, each on a line of its own."""
    name = shown(file).replace("\n", " ")
    if cells(f"{name}: {heading}") <= width:
        yield Part(name, "bold"), Part(": "), Part(heading, _STYLE)
    else:
        yield Part(name, "bold"), Part(":")
        yield Part(_INDENT), Part(heading, _STYLE)


def _told(item: Unread) -> tuple[str, str]:
    """Give a heading, and what is said below it without the name of the file once more; none of a bare path."""
    said = item.message
    if item.file and " is een map " not in said and said.replace("\\", "/").startswith(f"{item.file} is "):
        said = said[len(item.file) + 1 :]
        if said.startswith(_NOT_LOOKED_AT):
            return "niet nagekeken", _capital(said.removeprefix(_NOT_LOOKED_AT))
        return _UNREAD, f"Het bestand {said}"
    is_there = item.file and (said.startswith("U mag ") or " is een map " in said)
    return (_UNREAD if is_there else "", said)


def _block(label: str, text: str, *, width: int, indent: str) -> Iterator[Line]:
    wrapped = wrap(unbroken(label) + shown(text), width=width, indent=indent)
    yield from ((Part(line),) for line in wrapped.split("\n"))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
