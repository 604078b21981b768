"""The voice: data to stdout, talk to stderr, and how a Problem looks. Rich comes in with the first word.

Whatever is said, nothing in it can order the terminal about: such characters come out as a mark.
"""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, TextIO

from psoh_cli.characters import shown as as_shown
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.report import Report, Unread
from psoh_cli.terminal.excerpt import Line, Part, Signs
from psoh_cli.terminal.listing import Screen, count_problems, counted, listing
from psoh_cli.terminal.streams import put, to_nowhere
from psoh_cli.terminal.unread_lines import unread_lines
from psoh_cli.terminal.workflow_log import without_orders
from psoh_cli.terminal.wrapping import wrap

if TYPE_CHECKING:
    from rich.console import Console

_PLAIN_WIDTH = 80
_mood = {"quiet": False}


def be_quiet(*, quiet: bool) -> None:
    """Keep all talk but errors to ourselves, or speak again."""
    _mood["quiet"] = quiet


def is_quiet() -> bool:
    """Tell whether only what went wrong is wanted."""
    return _mood["quiet"]


def is_interactive() -> bool:
    """Tell whether somebody sits at a terminal and can be asked something."""
    return bool(sys.stdin and sys.stderr and sys.stdin.isatty() and sys.stderr.isatty())


def shows_output() -> bool:
    """Tell whether stdout is a terminal, where somebody reads along and what is said need not be said twice."""
    return bool(sys.stdout and sys.stdout.isatty())


def shows_privately() -> bool:
    """Tell whether only who works on the files sees what goes to stdout."""
    return bool(sys.stdout and _is_private(sys.stdout))


def out(text: str) -> None:
    """Write to stdout what people read too, with one newline after it."""
    put(sys.stdout, without_orders(f"{as_shown(text)}\n"))


def data(text: str) -> None:
    """Write to stdout what a program reads, as it is, with one newline after it: it sees to its own orders."""
    put(sys.stdout, f"{as_shown(text)}\n")


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
    with suppress(OSError, ValueError):  # there is nobody left to tell that this cannot be told
        put(sys.stderr, without_orders(f"{as_shown(text)}\n"), at_once=True)


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
    out(wrap(as_shown(text), width=_width(sys.stdout), indent=indent))


def width() -> int:
    """Give how many characters fit on a line of stdout."""
    return _width(sys.stdout)


def table(
    headers: Sequence[str],
    rows: Iterable[Sequence[str]],
    *,
    title: str | None = None,
    whole: Collection[int] = (),
) -> None:
    """Write a table to stdout without vertical lines; the columns in `whole` are never broken."""
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
    for number, header in enumerate(headers):
        grid.add_column(Text(as_shown(header), style="bold"), no_wrap=number in whole)
    for row in rows:
        grid.add_row(*(Text(as_shown(cell), overflow="fold") for cell in row))
    _console(sys.stdout).print(grid)


def show_problems(problems: Iterable[Problem], *, talk: bool = False) -> None:
    """Show each problem as `file:line:column severity code message`, its hint below it, and a count at the end."""
    listed = tuple(problems)
    stream = sys.stderr if talk else sys.stdout
    if not _is_private(stream):
        from psoh_cli.privacy.covering import problem_without_people

        listed = tuple(map(problem_without_people, listed))
    screen = _screen(stream, wraps=stream.isatty())
    _write_lines(listing(Report(problems=listed), screen=screen, most=0), stream=stream)
    _write_lines([(Part(count_problems(listed)),)], stream=stream)


def show_report(report: Report, *, most: int) -> None:
    """Show what `check` found: each problem with its line in the file, the worst first, and a count at the end."""
    lines = listing(report, screen=_screen(sys.stdout, wraps=True), most=most)
    _write_lines(lines, stream=sys.stdout)
    _write_lines([(Part(counted(report)),)], stream=sys.stdout)
    put(sys.stdout, "", at_once=True)  # what is said after it comes after it, also in the log of a CI


def show_unread(unread: Iterable[Unread]) -> None:
    """Show on stderr what could not be read, also when quiet: the run has failed by it."""
    lines = unread_lines(unread, width=_width(sys.stderr), breaks=sys.stderr.isatty())
    _write_lines(lines, stream=sys.stderr)


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


def _screen(stream: TextIO, *, wraps: bool) -> Screen:
    return Screen(
        width=_width(stream),
        signs=Signs.of(stream.encoding),
        breaks=stream.isatty(),
        wraps=wraps,
        is_private=_is_private(stream),
    )


def _is_private(stream: TextIO) -> bool:
    """Tell whether only who works here sees a stream: a pipe, a file and the log of a CI are read by others."""
    return stream.isatty() and not os.environ.get("CI") and os.environ.get("GITHUB_ACTIONS") != "true"


def _write_lines(lines: Iterable[Line], *, stream: TextIO) -> None:
    """Write lines in their styles; where there are none to see, Rich stays out, which takes long to load."""
    if not stream.isatty() and not os.environ.get("FORCE_COLOR"):
        for line in lines:
            put(stream, without_orders("".join(part.text for part in line).rstrip()) + "\n")
        return
    from rich.text import Text

    console = _console(stream)
    for line in lines:
        console.print(
            Text.assemble(*((without_orders(part.text), part.style) for part in line)),
            soft_wrap=True,
            highlight=False,
        )


def _speak(text: str, *, style: str) -> None:
    wrapped = without_orders(wrap(as_shown(text), width=_width(sys.stderr), indent=""))
    if not style:  # plain words need no Rich, which takes longer to load than some commands take
        put(sys.stderr, f"{wrapped}\n", at_once=True)
        return
    console = _console(sys.stderr)
    console.print(wrapped, style=style, markup=False, highlight=False, soft_wrap=True)


def _console(stream: TextIO) -> Console:
    from rich.console import Console

    class Voice(Console):
        def on_broken_pipe(self) -> None:  # Rich would leave at once, with an exit code of its own
            to_nowhere(stream)

    return Voice(file=stream, width=_width(stream), emoji=False)


def _width(stream: TextIO) -> int:
    """Give the width of the terminal, at most 100 for reading; 80 where there is none."""
    return min(shutil.get_terminal_size((_PLAIN_WIDTH, 24)).columns, 100) if stream.isatty() else _PLAIN_WIDTH


def _encodes_lines() -> bool:
    try:
        "─".encode(sys.stdout.encoding or "ascii")
    except UnicodeEncodeError:
        return False
    return True


def _ignore(step: str) -> None:
    """Show nothing: nobody is watching."""
