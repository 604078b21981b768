"""The voice: data to stdout, talk to stderr, and how a Problem looks. Rich comes in with the first word.

Whatever is said, nothing in it can order the terminal about: such characters come out as a mark.
"""

from __future__ import annotations

import os
import re
import shutil
import sys
import textwrap
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

from psoh_cli.characters import shown as as_shown
from psoh_cli.problems.problem import Problem, Severity

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN_WIDTH = 80
_KEPT = "\ue000"  # stands for a space at which a line may not be broken
_TO_TYPE = "Oplossing: "  # what follows may be a command: somebody will copy the line
_COMMAND = re.compile(
    r"(?<=: )psoh (?:start|interview|kaart|check|uitleg|analyse|plan|rapport|pdf|praktijken|schema|doctor|demo)\b.*$"
)
_MARK = re.compile(r"(?:\d+ {2}|\d+\. |- )(?=\S)")
"""The number or dash of an item in a list: its text goes on under its own first word."""

_STYLES = {Severity.ERROR: "bold red", Severity.WARNING: "yellow", Severity.HINT: "cyan"}
_PLURALS = {Severity.ERROR: "fouten", Severity.WARNING: "waarschuwingen", Severity.HINT: "tips"}
_mood = {"quiet": False}


def be_quiet(*, quiet: bool) -> None:
    """Keep all talk but errors to ourselves, or speak again."""
    _mood["quiet"] = quiet


def is_interactive() -> bool:
    """Tell whether somebody sits at a terminal and can be asked something."""
    return bool(sys.stdin and sys.stderr and sys.stdin.isatty() and sys.stderr.isatty())


def shows_output() -> bool:
    """Tell whether stdout is a terminal, where somebody reads along and what is said need not be said twice."""
    return bool(sys.stdout and sys.stdout.isatty())


def out(text: str) -> None:
    """Write data to stdout as it is, with one newline after it."""
    sys.stdout.write(f"{as_shown(text)}\n")


def say(text: str = "") -> None:
    """Talk on stderr, wrapped at the width of the screen."""
    if not _mood["quiet"]:
        _speak(text, style="")


def success(text: str) -> None:
    """Say that something is done."""
    if not _mood["quiet"]:
        _speak(f"Klaar: {text}", style="green")


def warn(text: str) -> None:
    """Say that something deserves attention; also when quiet."""
    _speak(f"Let op: {text}", style="yellow")


def error(text: str) -> None:
    """Say that something went wrong; also when quiet."""
    _speak(f"Fout: {text}", style="bold red")


def complain(text: str) -> None:
    """Write the last words of a run that failed: unstyled, and also when quiet."""
    if sys.stderr is not None:
        sys.stderr.write(f"{as_shown(text)}\n")
        sys.stderr.flush()


def ask(prompt: str) -> str:
    """Ask for one line on stderr and read it from stdin; raise EOFError when there is no more."""
    sys.stderr.write(as_shown(prompt))
    sys.stderr.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def heading(text: str) -> None:
    """Write a heading to stdout."""
    _console(sys.stdout).print(
        f"\n{as_shown(text)}\n", style="bold", markup=False, highlight=False, soft_wrap=True
    )


def paragraph(text: str, *, indent: str = "") -> None:
    """Write text to stdout, wrapped at the width of the screen."""
    out(_wrap(as_shown(text), width=_width(sys.stdout), indent=indent))


def unbroken(text: str) -> str:
    """Mark words that must stay on one line; for `say` and `paragraph` only, which take the marks out again."""
    return text.replace(" ", _KEPT)


def table(headers: Sequence[str], rows: Iterable[Sequence[str]], *, title: str | None = None) -> None:
    """Write a table to stdout without vertical lines."""
    from rich import box
    from rich.table import Table
    from rich.text import Text

    grid = Table(
        title=None if title is None else Text(as_shown(title), style="bold"),
        title_justify="left",
        box=box.SIMPLE_HEAD if _encodes_lines() else box.ASCII2,
        show_edge=False,
        pad_edge=False,
    )
    for header in headers:
        grid.add_column(Text(as_shown(header), style="bold"))
    for row in rows:
        grid.add_row(*(Text(as_shown(cell), overflow="fold") for cell in row))
    _console(sys.stdout).print(grid)


def show_problems(problems: Iterable[Problem], *, talk: bool = False) -> None:
    """Show each problem as `file:line:column severity code message`, its hint below it, and a count at the end."""
    listed = tuple(problems)
    stream = sys.stderr if talk else sys.stdout
    console = _console(stream)
    for problem in listed:
        console.print(*_problem_lines(problem), sep="\n", soft_wrap=True, highlight=False)
    console.print(count_problems(listed), soft_wrap=True, highlight=False, markup=False)


def count_problems(problems: Iterable[Problem]) -> str:
    """Count problems in words: `2 fouten, 1 waarschuwing`."""
    counted: Counter[Severity] = Counter()
    for problem in problems:
        counted[problem.severity] += problem.times
    words = [
        f"{counted[severity]} {severity.value if counted[severity] == 1 else _PLURALS[severity]}"
        for severity in Severity
        if counted[severity]
    ]
    return ", ".join(words) or "Geen problemen gevonden."


@contextmanager
def progress(description: str, total: int) -> Iterator[Callable[[str], None]]:
    """Show progress on stderr, in a terminal only; yields a function that names a step that is done."""
    if _mood["quiet"] or not sys.stderr.isatty():
        yield _ignore
        return
    if os.environ.get("ACCESSIBLE") or os.environ.get("TERM") == "dumb":
        yield lambda name: say(f"{description}: {name}")
        return
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (TextColumn("{task.description}", markup=False), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=_console(sys.stderr), transient=True) as shown:
        task = shown.add_task(description, total=total)

        def step(name: str) -> None:
            said = f"{description}: {name}" if name else description
            shown.update(task, advance=1, description=as_shown(said))

        yield step


def _problem_lines(problem: Problem) -> Iterator[object]:
    from rich.text import Text

    place = as_shown(f"{problem.file}:{problem.line}:{problem.column}").replace("\n", " ")
    severity = (problem.severity.value, _STYLES[problem.severity])
    message = as_shown(problem.message).replace(
        "\n", " "
    )  # what stands in a file cannot look like another problem
    yield Text.assemble((place, "bold"), " ", severity, f" {problem.code} {message}")
    if problem.hint:
        yield Text(textwrap.indent(as_shown(problem.hint), "    "), style="dim")


def _speak(text: str, *, style: str) -> None:
    wrapped = _wrap(as_shown(text), width=_width(sys.stderr), indent="")
    if not style:  # plain words need no Rich, which takes longer to load than some commands take
        sys.stderr.write(f"{wrapped}\n")
        sys.stderr.flush()
        return
    console = _console(sys.stderr)
    console.print(wrapped, style=style, markup=False, highlight=False, soft_wrap=True)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    return Console(file=stream, width=_width(stream), emoji=False)


def _width(stream: TextIO) -> int:
    """Give the width of the terminal, at most 100 for reading; 80 where there is none."""
    return min(shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns, 100) if stream.isatty() else _PLAIN_WIDTH


def _wrap(text: str, *, width: int, indent: str) -> str:
    """Wrap each line on its own, keep its indent, and never break a path, an address or a line to type."""
    return "\n".join(_wrap_line(line, width=width, indent=indent) for line in text.splitlines() or [""])


def _wrap_line(line: str, *, width: int, indent: str) -> str:
    if line.lstrip().startswith(_TO_TYPE):
        return indent + line.replace(_KEPT, " ")
    bare = line.strip()
    own = indent + line[: len(line) - len(line.lstrip())]
    mark = _MARK.match(bare)
    first = mark[0].replace(" ", _KEPT) if mark else ""  # wrapping makes one space of two
    rest = bare[len(first) :]
    whole = first + _COMMAND.sub(lambda match: match[0].replace(" ", _KEPT), rest)
    return textwrap.fill(
        whole,
        width=width,
        initial_indent=own,
        subsequent_indent=own + " " * len(first),
        break_long_words=False,
        break_on_hyphens=False,
    ).replace(_KEPT, " ")


def _encodes_lines() -> bool:
    try:
        "─".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _ignore(step: str) -> None:
    """Show nothing: nobody is watching."""
