"""The filters, tests and sums that templates may use: a short list, each bounded before it does its work."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import wraps
from typing import Any, cast

from jinja2 import Environment, TemplateRuntimeError, Undefined, pass_environment
from jinja2.exceptions import SecurityError
from jinja2.filters import FILTERS, make_attrgetter
from jinja2.tests import TESTS
from markupsafe import Markup, escape

from psoh_cli.press.sandbox.budget import (
    LARGEST_LIST,
    TooMuchWorkError,
    counted,
    current,
    expect_joinable,
    is_plain,
    plain_text,
)

_FILTERS = cast(Mapping[str, Callable[..., Any]], FILTERS)
_TESTED = cast(Mapping[str, Callable[..., Any]], TESTS)
_AS_THEY_ARE = (
    "abs", "default", "d", "first", "float", "items", "last", "length", "count", "list", "map", "max", "min",
    "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "unique",
)  # fmt: skip
_OF_TEXT = ("capitalize", "e", "escape", "int", "lower", "string", "title", "trim", "truncate", "upper")
_TESTS = (
    "boolean", "defined", "divisibleby", "eq", "==", "equalto", "even", "false", "float", "ge", "gt", "in", "integer",
    "iterable", "le", "lower", "lt", "mapping", "ne", "!=", "none", "number", "odd", "sameas", "sequence", "string",
    "true", "undefined", "upper", ">", ">=", "<", "<=",
)  # fmt: skip

_MOST_DIGITS = 15
_WIDEST = 200
_LONGEST_NUMBER = 4096
"""Bits; a larger one has no place in a document."""


def filters() -> dict[str, Callable[..., Any]]:
    """Give every filter that templates may use, by name."""
    own: dict[str, Callable[..., Any]] = {
        "format": _format, "join": _join, "replace": _replace, "round": _round, "sum": _sum
    }  # fmt: skip
    kept = {name: watched(_FILTERS[name]) for name in _AS_THEY_ARE}
    kept |= {name: watched(_of_text(_FILTERS[name])) for name in _OF_TEXT}
    return kept | {name: watched(function) for name, function in own.items()}


def tests() -> dict[str, Callable[..., Any]]:
    """Give every test that templates may use, by name."""
    return {name: watched(_TESTED[name]) for name in _TESTS}


def watched(function: Callable[..., Any]) -> Callable[..., Any]:
    """Take the steps that the values going in and coming out cost."""
    takes_environment = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def watching(*args: Any, **kwargs: Any) -> Any:
        budget = current()
        for value in (*args[1 if takes_environment else 0 :], *kwargs.values()):
            budget.weigh(value)
        found = function(*args, **kwargs)
        if isinstance(found, Iterator):
            return counted(found)
        budget.weigh(found)
        return found

    return watching


def _of_text(function: Callable[..., Any]) -> Callable[..., Any]:
    takes_environment = hasattr(function, "jinja_pass_arg")

    @wraps(function)
    def of_text(*args: Any, **kwargs: Any) -> Any:
        value = args[1 if takes_environment else 0]
        if not isinstance(value, Undefined):
            plain_text(value)
        return function(*args, **kwargs)

    return of_text


@pass_environment
def _join(environment: Environment, value: Iterable[Any], d: str = "", attribute: str | None = None) -> str:
    """Join texts, escaping each that is not safe already."""
    pieces = [escape(item) for item in _each(environment, value, attribute) if plain_text(item) is not None]
    expect_joinable([*map(len, pieces), len(d) * len(pieces)])
    return escape(d).join(pieces)


def pieces_joined(values: Sequence[Any]) -> str:
    """Do what `~` does: put values after each other; when one is safe text, the others are escaped."""
    for value in values:
        if not isinstance(value, Undefined):
            plain_text(value)
    safe = any(isinstance(value, Markup) for value in values)
    pieces = [escape(value) if safe else str(value) for value in values]
    expect_joinable(map(len, pieces))
    return Markup("").join(pieces) if safe else "".join(pieces)


def _replace(value: Any, old: Any, new: Any) -> str:
    text, old, new = (each if isinstance(each, str) else plain_text(each) for each in (value, old, new))
    expect_joinable((len(text), text.count(old) * len(escape(new))))
    return text.replace(old, new)


def _round(value: float, precision: int = 0) -> float:
    if abs(precision) > _MOST_DIGITS:
        raise TooMuchWorkError(f"round kan hooguit {_MOST_DIGITS} cijfers achter de komma geven")
    return round(float(value), precision)


@pass_environment
def _sum(environment: Environment, iterable: Iterable[Any], attribute: str | None = None) -> float:
    values = _each(environment, iterable, attribute)
    if not all(isinstance(value, int | float) for value in values):
        raise TemplateRuntimeError("sum telt alleen getallen op")
    total: float = sum(values)
    return total


def _each(environment: Environment, values: Iterable[Any], attribute: str | None) -> list[Any]:
    """Give each value, or an attribute of each: through the sandbox, as a template itself would ask for it."""
    return list(map(make_attrgetter(environment, attribute), values) if attribute else values)


def _format(value: Any, *args: Any, **kwargs: Any) -> str:
    return _formatted(plain_text(value) if not isinstance(value, str) else value, kwargs or args)


def _formatted(text: str, given: Any) -> str:
    """Fill in a text with `%`, when no number in it asks for a text of great width."""
    values = given.values() if isinstance(given, Mapping) else given if isinstance(given, tuple) else (given,)
    if "*" in text or any(int(number) > _WIDEST for number in re.findall(r"[0-9]{1,9}", text)):
        raise TooMuchWorkError(f"een breedte in een opmaak met % is hooguit {_WIDEST}")
    longest = max((len(plain_text(value)) for value in values), default=0)
    expect_joinable((len(text), text.count("%") * (longest + _WIDEST)))
    filled: str = text % given
    return filled


def reckoned(operator: str, left: Any, right: Any, *, sums: Mapping[str, Callable[[Any, Any], Any]]) -> Any:
    """Do a sum of two values, when the outcome cannot grow out of hand."""
    budget = current()
    budget.weigh(left)
    budget.weigh(right)
    if operator == "%" and isinstance(left, str):
        return _formatted(left, right)
    if isinstance(left, int) and isinstance(right, int):
        _expect_small(operator, left, right)
    elif operator == "*" and _is_row(left) != _is_row(right):
        row, times = (left, right) if _is_row(left) else (right, left)
        _expect_room(row, len(row) * max(int(times), 0))
    elif operator == "+" and _is_row(left) and _is_row(right):
        _expect_room(left, len(left) + len(right))
    elif not (is_plain(left) and is_plain(right)):
        raise SecurityError("alleen met getallen, teksten en lijsten valt te rekenen")
    found = sums[operator](left, right)
    budget.weigh(found)
    return found


def _is_row(value: object) -> bool:
    return isinstance(value, str | list | tuple)


def _expect_room(row: Sequence[Any], length: int) -> None:
    if isinstance(row, str):
        expect_joinable((length,))
    elif length > LARGEST_LIST:
        raise TooMuchWorkError("een lijst is te groot")


def _expect_small(operator: str, left: int, right: int) -> None:
    bits = {
        "*": left.bit_length() + right.bit_length(),
        "**": left.bit_length() * abs(right),
    }.get(operator, 0)
    if bits > _LONGEST_NUMBER:
        raise TooMuchWorkError("een getal is te groot")
