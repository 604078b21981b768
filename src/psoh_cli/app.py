"""The front door: commands in the order of the story, and the one place where an exception becomes an exit code."""

from __future__ import annotations

import contextlib
import errno
import gc
import glob
import os
import sys
from collections.abc import Callable
from functools import cache
from importlib import import_module
from typing import Any

import typer
from typer._click.core import Command, Context
from typer._click.exceptions import UsageError
from typer.core import TyperGroup, TyperOption
from typer.main import get_command, get_group

from psoh_cli import __version__
from psoh_cli.errors import ProblemsError, PsohError
from psoh_cli.terminal import bug_log, console, streams, usage

COMMANDS = (
    "start", "interview", "ronde", "kaart", "check", "uitleg", "analyse", "plan", "rapport", "pdf",
    "praktijken", "schema", "doctor", "demo",
)  # fmt: skip

_ABOUT = """Van interviews naar een plan dat de raad kan vaststellen: psychosociale ondersteuning van statushouders.

De gewone volgorde is: start, ronde, interview, kaart, check, analyse, plan, rapport.
Wilt u eerst zien wat eruit komt? Typ: psoh demo"""

_HELP = {"help_option_names": ["--help", "-h"]}
"""What brings help, for psoh and for each of its commands."""

_COLLECTS_PER = 50_000
"""New values per round of the collector of cycles: a command loads and reads much, all of which stays."""

_OUTPUT_FAILED = {errno.ENOSPC, errno.EDQUOT, errno.EIO}


class FrontDoor(usage.DutchGroup):
    """The commands by name; a command's module is imported when somebody asks for it."""

    def list_commands(self, ctx: Context) -> list[str]:  # noqa: ARG002  (Click passes it)
        return list(COMMANDS)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:  # noqa: ARG002  (Click passes it)
        return load_command(cmd_name) if cmd_name in COMMANDS else None


def main() -> None:
    """Run psoh and leave with its exit code."""
    code = run(sys.argv[1:])
    gc.freeze()  # all that is left goes with the process: nobody has to look for cycles in it first
    sys.exit(code)


def run(arguments: list[str]) -> int:
    """Run one command and give its exit code; no exception leaves this function."""
    gc.set_threshold(_COLLECTS_PER)
    streams.prepare()
    console.be_quiet(quiet=False)
    try:
        code = _invoke(_expand(arguments) or ["--help"])
        streams.put(sys.stdout, "", at_once=True)
    except UsageError as error:
        return _report(usage.usage_line(error), f"Fout: {usage.explain(error)}", code=2)
    except ProblemsError as error:
        console.show_problems(error.problems, talk=True)
        return _report(f"Fout: {error.message}", _remedy(error), code=error.exit_code)
    except PsohError as error:
        return _report(f"Fout: {error.message}", _remedy(error), code=error.exit_code)
    except (KeyboardInterrupt, typer.Abort):
        return _report("\nGestopt. Wat bewaard was, blijft bewaard.", code=130)
    except EOFError:
        return _report("Fout: Er kwam geen antwoord meer; de invoer is gesloten.", code=2)
    except BrokenPipeError:
        return _leave_quietly()
    except Exception as error:  # noqa: BLE001  (the one boundary: our bug becomes a sentence and a log)
        return _report_failed_output(error) or _report_bug(error, arguments)
    return code


def load_command(name: str) -> Command:
    """Import one command and make it speak Dutch.

    A module in `commands/` holds a function of its own name, or a group of commands called `<name>_app`.
    """
    module = import_module(f"psoh_cli.commands.{name}")
    return _in_dutch(name, getattr(module, f"{name}_app", None) or getattr(module, name))


@cache
def _in_dutch(name: str, made: typer.Typer | Callable[..., Any]) -> Command:
    """Work out what a command takes; one that is run again in the same process takes the same."""
    if isinstance(made, typer.Typer):
        command: Command = get_group(usage.turn_dutch(made))
    else:
        single = typer.Typer(add_completion=False)
        single.command(name)(made)
        command = get_command(usage.turn_dutch(single))
    command.name = name
    for each in (command, *getattr(command, "commands", {}).values()):
        each.context_settings = {**each.context_settings, **_HELP}  # the same words, whoever runs it
    _offer_quiet(command)
    return command


def _invoke(arguments: list[str]) -> int:
    front = FrontDoor(
        name="psoh",
        help=_ABOUT,
        params=[_version_option()],
        rich_markup_mode=None,
        context_settings=_HELP,
    )
    try:
        with front.make_context("psoh", arguments) as context:
            code = front.invoke(context)
    except typer.Exit as leaving:
        return leaving.exit_code
    return code if isinstance(code, int) else 0


def _offer_quiet(command: Command) -> None:
    if isinstance(command, TyperGroup):
        for below in command.commands.values():
            _offer_quiet(below)
    elif not any("--quiet" in parameter.opts for parameter in command.params):
        command.params.append(_quiet_option())


def _version_option() -> TyperOption:
    return TyperOption(
        param_decls=["--version"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=lambda context, _, asked: _show_version(context) if asked else None,
        help="Toon het versienummer en stop.",
    )


def _show_version(context: Context) -> None:
    console.out(f"psoh {__version__}")
    context.exit()


def _quiet_option() -> TyperOption:
    return TyperOption(
        param_decls=["--quiet", "-q"],
        is_flag=True,
        is_eager=True,
        expose_value=False,
        callback=lambda _context, _, asked: console.be_quiet(quiet=asked),
        help="Alleen het resultaat en fouten, geen toelichting.",
    )


def _expand(arguments: list[str]) -> list[str]:
    """Expand `*` as a shell does, on Windows, where no shell does it."""
    if os.name != "nt":
        return arguments
    expanded: list[str] = []
    for argument in arguments:
        found = [] if argument.startswith("-") else sorted(glob.glob(argument))  # noqa: PTH207  (absolute patterns too)
        expanded.extend(found or [argument])
    return expanded


def _report(*lines: str, code: int) -> int:
    console.complain("\n".join(line for line in lines if line))
    return code


def _remedy(error: PsohError) -> str:
    return f"Oplossing: {error.remedy}" if error.remedy else ""


def _leave_quietly() -> int:
    """Stop without a word: whoever read our output has read enough."""
    streams.to_nowhere(sys.stdout)
    return 0


def _report_failed_output(error: Exception) -> int:
    """Report output that could not be written; give 0 when this is about something else."""
    if not isinstance(error, OSError) or error.errno not in _OUTPUT_FAILED:
        return 0
    reason = "de schijf is vol" if error.errno == errno.ENOSPC else "het apparaat geeft een fout"
    streams.to_nowhere(sys.stdout)
    return _report(f"Fout: De uitvoer kon niet worden geschreven; {reason}.", code=2)


def _report_bug(error: Exception, arguments: list[str]) -> int:
    log = bug_log.write(error, words=_names_in(arguments), version=__version__)
    where = f"Stuur dit bestand mee als u het meldt, en lees het eerst na: {log}" if log else ""
    return _report("Fout: Er ging iets mis in psoh zelf; dat ligt niet aan u.", where, code=3)


def _names_in(arguments: list[str]) -> list[str]:
    """Give the names of the command and its options among what was typed, and never a value."""
    command, names = None, []
    with contextlib.suppress(Exception):  # what failed may be the command itself
        if arguments and arguments[0] in COMMANDS:
            command, names = load_command(arguments[0]), [arguments[0]]
        below = getattr(command, "commands", {})
        if len(arguments) > 1 and arguments[1] in below:
            command, names = below[arguments[1]], arguments[:2]
    options = {option for parameter in (command.params if command else ()) for option in parameter.opts}
    typed = (word.partition("=")[0] for word in arguments[len(names) :])
    return [*names, *(word for word in typed if word in options)]
