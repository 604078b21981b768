"""How help and wrong use read: in Dutch, from the first word to the last.

Typer carries its own copy of Click with English texts in it. Here its screens are built again with Dutch
headings, and its usage errors are told again from what they hold. Pinned to Typer 0.28 in pyproject.toml.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

import typer
from typer._click.core import Context, Parameter
from typer._click.exceptions import (
    BadParameter,
    MissingParameter,
    NoArgsIsHelpError,
    NoSuchOption,
    UsageError,
)
from typer._click.formatting import HelpFormatter
from typer._types import TyperChoice
from typer.core import TyperCommand, TyperGroup, TyperOption

_METAVARS = {
    "<str>": "<tekst>", "<int>": "<getal>", "<int range>": "<getal>", "<float>": "<getal>", "<float range>": "<getal>",
    "<boolean>": "<ja|nee>", "<uuid>": "<uuid>", "<path>": "<pad>", "<file>": "<bestand>", "<filename>": "<bestand>",
    "<directory>": "<map>", "<%Y-%m-%d>": "<jjjj-mm-dd>",
}  # fmt: skip

_EXTRAS = (
    (re.compile(r"(\[|; )default: "), r"\1standaard: "),
    (re.compile(r"(\[|; )required(?=\]|; )"), r"\1verplicht"),
    (re.compile(r"(\[|; )env var: "), r"\1omgevingsvariabele: "),
)

_MESSAGES = (
    (r"No such command '(.+?)'.*", "'{0}' is geen opdracht van psoh."),
    (r"Got unexpected extra arguments?\(?s?\)? \((.*)\)", "Dit is te veel: {0}."),
    (r"Option '(.+)' requires an argument\.", "Achter '{0}' hoort een waarde."),
    (r"Option '(.+)' requires (\d+) arguments\.", "Achter '{0}' horen {1} waarden."),
    (r"Option '(.+)' does not take a value\.", "Achter '{0}' hoort geen waarde."),
    (r"Argument '(.+)' takes (\d+) values\.", "Bij '{0}' horen {1} waarden."),
    (r"'(.*)' is not a valid (?:int|int range)\.", "'{0}' is geen heel getal."),
    (r"'(.*)' is not a valid (?:float|float range)\.", "'{0}' is geen getal."),
    (r"'(.*)' is not a valid boolean\..*", "'{0}' is geen ja of nee."),
    (r"'(.*)' is not a valid UUID\.", "'{0}' is geen UUID."),
    (r"(.*) is not in the range (.*)\.", "{0} ligt niet tussen de grenzen ({1})."),
    (r"'(.*)' does not match the formats .*", "'{0}' is geen datum; schrijf jjjj-mm-dd."),
    (r"(?:File|Directory|Path) '(.*)' does not exist\.", "'{0}' bestaat niet."),
    (r"(?:File|Path) '(.*)' is a directory\.", "'{0}' is een map, geen bestand."),
    (r"Directory '(.*)' is a file\.", "'{0}' is een bestand, geen map."),
    (r"(?:File|Directory|Path) '(.*)' is not readable\.", "'{0}' is niet te lezen."),
    (r"(?:File|Directory|Path) '(.*)' is not writable\.", "'{0}' is niet te schrijven."),
    (r"'(.*)': .*", "'{0}' is niet te openen."),
    (r"(\d+) values are required, but (\d+) given\.", "Er horen {0} waarden, en er staan er {1}."),
)  # fmt: skip


class DutchCommand(TyperCommand):
    """A command whose help is Dutch."""

    def parse_args(self, ctx: Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except UsageError as error:
            error.ctx = error.ctx or ctx  # Click forgets the command when a value is missing behind an option
            raise

    def get_help_option_names(self, ctx: Context) -> list[str]:
        return _long_first(super().get_help_option_names(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_parameters(self.get_params(ctx), ctx, formatter)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _in_dutch(super().get_help_option(ctx))


class DutchGroup(TyperGroup):
    """A group of commands whose help is Dutch."""

    def get_help_option_names(self, ctx: Context) -> list[str]:
        return _long_first(super().get_help_option_names(ctx))

    def format_usage(self, ctx: Context, formatter: HelpFormatter) -> None:
        _write_usage(self, ctx, formatter)

    def format_options(self, ctx: Context, formatter: HelpFormatter) -> None:
        self.format_commands(ctx, formatter)
        _write_parameters(self.get_params(ctx), ctx, formatter)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        found = [(name, self.get_command(ctx, name)) for name in self.list_commands(ctx)]
        rows = [
            (name, command.get_short_help_str(300))
            for name, command in found
            if command and not command.hidden
        ]
        with formatter.section("Opdrachten"):
            formatter.write_dl(rows)

    def get_help_option(self, ctx: Context) -> TyperOption | None:
        return _in_dutch(super().get_help_option(ctx))


def turn_dutch(app: typer.Typer) -> typer.Typer:
    """Make every command and group of a Typer app speak Dutch, and its help plain text."""
    app.rich_markup_mode = None
    app.info.cls = DutchGroup
    for command in app.registered_commands:
        command.cls = DutchCommand
    for group in app.registered_groups:
        group.cls = DutchGroup
        if group.typer_instance is not None:
            turn_dutch(group.typer_instance)
    return app


def explain(error: UsageError) -> str:
    """Tell in Dutch what was wrong with what the user typed, with the nearest word when one is near."""
    if isinstance(error, NoSuchOption):
        return f"De optie '{error.option_name}' bestaat niet." + _did_you_mean(error.possibilities or ())
    if isinstance(error, MissingParameter):
        return _explain_missing(error)
    if isinstance(error, BadParameter):
        return _explain_bad_value(error)
    if error.ctx is not None and isinstance(error.ctx.command, TyperGroup):
        return _explain_command(error, error.ctx.command, error.ctx)
    return _translate(error.message)


def usage_line(error: UsageError) -> str:
    """Give the line that shows how the command is used, and where more help is."""
    if error.ctx is None:
        return "Hulp: psoh --help"
    formatter = error.ctx.make_formatter()
    _write_usage(error.ctx.command, error.ctx, formatter)
    return f"{formatter.getvalue().rstrip()}\nHulp: {error.ctx.command_path} --help"


def _explain_command(error: UsageError, group: TyperGroup, context: Context) -> str:
    names = group.list_commands(context)
    if isinstance(error, NoArgsIsHelpError) or error.message.startswith("Missing command"):
        return f"Kies een opdracht: {', '.join(names)}."
    unknown = re.match(r"No such command '(.+?)'", error.message)
    if unknown is None:
        return _translate(error.message)
    near = difflib.get_close_matches(unknown[1], names, n=1)
    return f"'{unknown[1]}' is geen opdracht van {context.command_path}." + _did_you_mean(near)


def _explain_missing(error: MissingParameter) -> str:
    if error.param is None:
        return "Er ontbreekt iets in deze opdracht."
    name = _name(error.param, error.ctx)
    choices = _choices(error.param)
    return f"{name} ontbreekt." + (f" Kies uit: {', '.join(choices)}." if choices else "")


def _explain_bad_value(error: BadParameter) -> str:
    where = f"{_name(error.param, error.ctx)}: " if error.param is not None else ""
    choices = _choices(error.param)
    refused = re.match(r"'(.*)' is not one of ", error.message)
    if refused is None or not choices:
        return where + _translate(error.message)
    near = difflib.get_close_matches(refused[1], choices, n=1)
    return f"{where}'{refused[1]}' kan hier niet. Kies uit: {', '.join(choices)}." + _did_you_mean(near)


def _did_you_mean(words: Iterable[str]) -> str:
    suggestions = " of ".join(f"'{word}'" for word in words)
    return f" Bedoelt u {suggestions}?" if suggestions else ""


def _translate(message: str) -> str:
    """Give the Dutch for a Click message; what we wrote ourselves is Dutch already and stays."""
    for pattern, dutch in _MESSAGES:
        found = re.fullmatch(pattern, message, re.DOTALL)
        if found:
            return dutch.format(*found.groups())
    return message


def _choices(parameter: Parameter | None) -> list[str]:
    if parameter is None or not isinstance(parameter.type, TyperChoice):
        return []
    return [str(getattr(choice, "value", choice)) for choice in parameter.type.choices]


def _name(parameter: Parameter, context: Context | None) -> str:
    if parameter.param_type_name == "option":
        return max(parameter.opts, key=len)
    return (
        parameter.make_metavar(context).strip("[]{}.") if context is not None else str(parameter.name).upper()
    )


def _write_usage(command: Any, context: Context, formatter: HelpFormatter) -> None:
    words = {"[OPTIONS]": "[OPTIES]", "COMMAND [ARGS]...": "OPDRACHT …"}
    pieces = [words.get(piece, re.sub(r"[{}]", "", piece)) for piece in command.collect_usage_pieces(context)]
    formatter.write_usage(context.command_path, " ".join(pieces), prefix="Gebruik: ")


def _write_parameters(parameters: Iterable[Parameter], context: Context, formatter: HelpFormatter) -> None:
    sections: dict[str, list[tuple[str, str]]] = {"Argumenten": [], "Opties": []}
    for parameter in parameters:
        record = parameter.get_help_record(context)
        if record is not None:
            section = "Argumenten" if parameter.param_type_name == "argument" else "Opties"
            sections[section].append(_translate_record(record))
    for title, rows in sections.items():
        if rows:
            with formatter.section(title):
                formatter.write_dl(rows)


def _translate_record(record: tuple[str, str]) -> tuple[str, str]:
    names, text = record
    if not names.startswith("-"):
        names = re.sub(r"[\[\]{}]", "", names)
    for metavar, dutch in _METAVARS.items():
        names = names.replace(metavar, dutch)
    for pattern, dutch in _EXTRAS:
        text = pattern.sub(dutch, text)
    return names, text


def _long_first(names: list[str]) -> list[str]:
    """Put `--help` before `-h`: Click keeps them in a set, in another order on every run."""
    return sorted(names, key=len, reverse=True)


def _in_dutch(option: TyperOption | None) -> TyperOption | None:
    if option is not None:
        option.help = "Toon deze hulp en stop."
    return option
