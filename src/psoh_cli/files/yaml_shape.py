"""What a model says about data that was read: each pydantic error becomes a Problem in Dutch, in its place."""

from __future__ import annotations

import ast
import re
import typing
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files import yaml_mending
from psoh_cli.files.yaml_commas import comma_in_value
from psoh_cli.files.yaml_kinds import FIELDS, LIST, TEXT, what_to_do
from psoh_cli.files.yaml_match import keys_at, keys_inside, resolve
from psoh_cli.files.yaml_nodes import (
    Node,
    Parsed,
    Path,
    Place,
    address_of,
    find,
    key_written_at,
    place_of,
    written_at,
)
from psoh_cli.model import SLUG_PATTERN
from psoh_cli.problems.fix import Fix
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.meant import did_you_mean
from psoh_cli.problems.problem import MOST_LISTED, Problem, standing_for
from psoh_cli.problems.refused import RefusedError

ID_FORM = "Gebruik kleine letters zonder accenten, cijfers en losse streepjes, bijvoorbeeld ggd-zuid."

_Said = tuple[str, str, str]  # code, message, hint

_OWN_TYPES = frozenset(typing.get_args(ErrorType))
_QUOTED = re.compile(r"'(?:[^'\\]|\\.)*'|\"(?:[^\"\\]|\\.)*\"")
_KEY_MARK = "[key]"
_CHOICES = ("enum", "literal_error")
_WANTED: dict[str, str] = {
    **dict.fromkeys(("string_type", "string_sub_type"), TEXT),
    **dict.fromkeys(("list_type", "tuple_type", "set_type", "frozen_set_type", "iterable_type"), LIST),
    **dict.fromkeys(
        ("dict_type", "mapping_type", "model_type", "model_attributes_type", "dataclass_type"), FIELDS
    ),
}


def shape_problems(
    errors: list[ErrorDetails], *, parsed: Parsed, model: type[BaseModel]
) -> Iterator[Problem]:
    """Turn pydantic errors into Problems; `model` serves to suggest keys that do exist.

    Of very many errors of one type the rest is only counted: one Problem stands for them.
    """
    met: Counter[str] = Counter()
    wrong_kinds = []
    for error in errors:
        kind = error["type"]
        if kind in _WANTED:
            wrong_kinds.append(error)
            continue
        met[kind] += 1
        if met[kind] <= MOST_LISTED:
            yield _problem(error, parsed=parsed, model=model)
        elif met[kind] == MOST_LISTED + 1:
            same = sum(other["type"] == kind for other in errors)
            yield standing_for(_problem(error, parsed=parsed, model=model), times=same - MOST_LISTED)
    yield from _wrong_kinds(wrong_kinds, parsed=parsed, model=model)


def _wrong_kinds(errors: list[ErrorDetails], *, parsed: Parsed, model: type[BaseModel]) -> Iterator[Problem]:
    """Tell of values of another kind; one that may be text or a list gives an error for each, and is told of once."""
    kinds: dict[Path, list[str]] = {}
    places: dict[Path, tuple[str | int, ...]] = {}
    for error in errors:
        path = resolve(parsed, tuple(error["loc"]), given=error["input"])
        wanted = _WANTED[error["type"]]
        places.setdefault(path, tuple(error["loc"]))
        if wanted not in kinds.setdefault(path, []):
            kinds[path].append(wanted)
    for number, (path, wanted_kinds) in enumerate(kinds.items()):
        keys = keys_inside if wanted_kinds == [LIST] else keys_at
        known = keys(model, places[path]) if number <= MOST_LISTED and places[path] else []
        said = _wrong_kind(
            wanted_kinds, node=find(parsed, path), label=_label(path, parsed=parsed), path=path, known=known
        )
        found = _at(place_of(parsed, path), said=said, parsed=parsed, path=path)
        if number == MOST_LISTED:
            yield standing_for(found, times=len(kinds) - MOST_LISTED)
            return
        yield found


def _problem(error: ErrorDetails, *, parsed: Parsed, model: type[BaseModel]) -> Problem:
    where = tuple(error["loc"])
    kind = error["type"]
    fix: Fix | None = None
    if kind == "missing":
        path = resolve(parsed, where[:-1], given=error["input"])
        place = place_of(parsed, path)
        said = _missing(str(where[-1]), path=path, parsed=parsed)
    elif kind == "extra_forbidden":
        path = resolve(parsed, where, given=error["input"])
        place = place_of(parsed, path, key=True)
        known = keys_at(model, where[:-1])
        comma = comma_in_value(parsed, path, known=known)
        if comma is not None:
            return comma
        said = _unknown_key(str(where[-1]), known=known, parsed=parsed, path=path)
        fix = yaml_mending.known_key(parsed, path, known=known)
        return _at(place, said=said, parsed=parsed, path=path, fix=fix, is_key=True)
    elif kind == "union_tag_invalid":
        field = _discriminator(error)
        path = resolve(parsed, where, given=error["input"])
        place = place_of(parsed, (*path, field))
        said = _say(error, kind=kind, label=_label(path, parsed=parsed))
        fix = yaml_mending.known_word(parsed, (*path, field), known=_tags(error))
    else:
        is_key = bool(where) and where[-1] == _KEY_MARK
        path = resolve(parsed, where[:-1] if is_key else where, given=error["input"])
        place = place_of(parsed, path, key=is_key)
        said = _say(error, kind=kind, label=_label(path, parsed=parsed))
        fix = _key_fix(error, path=path, parsed=parsed) if is_key else _fix(error, path=path, parsed=parsed)
        return _at(place, said=said, parsed=parsed, path=path, fix=fix, is_key=is_key)
    return _at(place, said=said, parsed=parsed, path=path, fix=fix)


def _at(
    place: Place,
    *,
    said: _Said,
    parsed: Parsed,
    path: Path = (),
    fix: Fix | None = None,
    is_key: bool = False,
) -> Problem:
    code, message, hint = said
    stands = key_written_at(parsed, path) if is_key else written_at(parsed, path)
    here = stands is not None and stands.span[:2] == place
    return problem_of(
        code,
        message,
        file=parsed.name,
        place=place,
        hint=hint,
        end=stands.span[2:] if stands is not None and here else None,
        address=address_of(parsed, path),
        fix=fix,
    )


def _fix(error: ErrorDetails, *, path: Path, parsed: Parsed) -> Fix | None:
    """Give what psoh may write in the place of a value."""
    context = error.get("ctx") or {}
    if error["type"] in _CHOICES:
        return yaml_mending.known_word(parsed, path, known=_allowed(context))
    if error["type"] == "string_pattern_mismatch" and context.get("pattern") == SLUG_PATTERN:
        return yaml_mending.as_id(parsed, path, given=error["input"])
    return yaml_mending.mend_of(context.get("error"), path=path, parsed=parsed)


def _key_fix(error: ErrorDetails, *, path: Path, parsed: Parsed) -> Fix | None:
    """Give what psoh may write in the place of a key that is one of a list of words."""
    if error["type"] not in _CHOICES:
        return None
    return yaml_mending.known_key(parsed, path, known=_allowed(error.get("ctx") or {}))


def _label(path: Path, *, parsed: Parsed) -> str:
    """Name the place of a value: an item of a list by its id where it has one, else by its number."""
    names = [step for step in path if isinstance(step, str)]
    whole = f"'{names[-1]}'" if names else "het bestand"
    if not path or not isinstance(path[-1], int):
        return whole
    named = find(parsed, (*path, "id"))
    if named is not None and isinstance(named.value, str):
        return f"{_show(named.value)} onder {whole}"
    return f"onderdeel {path[-1] + 1} van {whole}"


def _missing(key: str, *, path: Path, parsed: Parsed) -> _Said:
    inside = f" in {_label(path, parsed=parsed)}" if any(isinstance(step, str) for step in path) else ""
    return (
        codes.MISSING_KEY,
        f"het verplichte veld '{key}' ontbreekt{inside}",
        f"Voeg een regel toe: {key}: …",
    )


def _unknown_key(key: str, *, known: list[str], parsed: Parsed, path: Path) -> _Said:
    parent = find(parsed, path[:-1])
    free = [name for name in known if parent is None or parent.child(name) is None]
    hint = did_you_mean(key, free)
    if not hint and free and len(free) <= 12:
        hint = f"Velden die hier nog kunnen: {', '.join(free)}."
    elif not hint:
        hint = "Controleer de naam en de inspringing."
    return codes.UNKNOWN_KEY, f"het veld {_show(key)} bestaat hier niet", hint


def _say(error: ErrorDetails, *, kind: str, label: str) -> _Said:
    context: dict[str, Any] = dict(error.get("ctx") or {})
    given = error["input"]
    if kind in ("value_error", "assertion_error"):
        return _our_own(context.get("error"), text=error["msg"], label=label)
    if kind not in _OWN_TYPES:
        return codes.WRONG_VALUE, f"{label}: {error['msg']}", ""
    if kind in _CHOICES:
        return _not_in_list(context, given=given, label=label)
    if kind in ("union_tag_invalid", "union_tag_not_found"):
        return _no_choice(context, field=_discriminator(error), allowed=_tags(error), label=label)
    teller = _KINDS.get(kind)
    if teller is not None:
        return teller(context, given, label)
    for prefix, wanted in _SHAPES.items():
        if kind.startswith(prefix):
            return codes.WRONG_VALUE, f"{label} heeft een verkeerde vorm (gevonden: {_show(given)})", wanted
    return codes.WRONG_VALUE, f"{label} heeft een verkeerde vorm (gevonden: {_show(given)})", ""


def _our_own(raised: object, *, text: str, label: str) -> _Said:
    """Pass on what a validator of ours said: ValueError("message; hint"), or ValueError(message, hint).

    The hint may be a function that gives it: a validator runs on every value, and looking for what was meant is slow.
    """
    arguments: tuple[object, ...] = raised.args if isinstance(raised, Exception) else ()
    message = str(arguments[0]) if arguments else text.partition(", ")[2] or text
    second = arguments[1] if len(arguments) > 1 else ""
    hint = str(second() if callable(second) else second)
    if not hint:
        message, _, hint = message.partition("; ")
        hint = hint[:1].upper() + hint[1:]
        hint += "." if hint[-1:].isalnum() else ""
    code = raised.code if isinstance(raised, RefusedError) else codes.WRONG_VALUE
    return code, message if label in message else f"{label}: {message}", hint


def _not_in_list(context: dict[str, Any], *, given: object, label: str) -> _Said:
    allowed = _allowed(context)
    message = f"{label} is leeg" if given is None else f"{label} kent de waarde {_show(given)} niet"
    meant = did_you_mean(given, allowed) if isinstance(given, str) else ""
    choice = f"Kies uit: {', '.join(allowed)}." if len(allowed) <= 20 else ""
    return codes.NOT_IN_LIST, message, _joined(meant, choice)


def _discriminator(error: ErrorDetails) -> str:
    # Pydantic writes the field and its alias: 'kind' | 'soort'.
    names = _QUOTED.findall(str((error.get("ctx") or {}).get("discriminator", "")))
    return names[-1].strip("'\"") if names else ""


def _allowed(context: Mapping[str, Any]) -> list[str]:
    return _words(str(context.get("expected", "")))


def _tags(error: ErrorDetails) -> list[str]:
    return _words(str((error.get("ctx") or {}).get("expected_tags", "")))


def _words(quoted: str) -> list[str]:
    return [str(ast.literal_eval(word)) for word in _QUOTED.findall(quoted)]


def _no_choice(context: dict[str, Any], *, field: str, allowed: list[str], label: str) -> _Said:
    tag = context.get("tag")
    if tag is None:
        return codes.NO_CHOICE, f"{label}: het veld '{field}' ontbreekt; dat zegt welke soort dit is", ""
    hint = _joined(did_you_mean(str(tag), allowed), f"Kies uit: {', '.join(allowed)}.")
    return codes.NO_CHOICE, f"'{field}' kent de waarde '{tag}' niet", hint


def _wrong_kind(wanted: list[str], *, node: Node | None, label: str, path: Path, known: list[str]) -> _Said:
    names = [step for step in path if isinstance(step, str)]
    given = node.plain() if node is not None else None
    right = " of ".join(wanted)
    if given is None:
        return (
            codes.WRONG_KIND,
            f"{label} is leeg; hier hoort {right}",
            "Vul een waarde in of haal de regel weg.",
        )
    is_list = wanted == [LIST]
    hint = what_to_do(
        wanted,
        given=given,
        name=names[-1] if names else "",
        inside=known if is_list else (),
        known=() if is_list else known,
    )
    return codes.WRONG_KIND, f"bij {label} hoort {right}; hier staat {_kind_of(given)}", hint


def _bound(sentence: str) -> Callable[[dict[str, Any], object, str], _Said]:
    def tell(context: dict[str, Any], given: object, label: str) -> _Said:
        if given in ("", []):
            return codes.OUT_OF_BOUNDS, f"{label} is leeg", "Vul een waarde in of haal de regel weg."
        bounds = {name: value for name, value in context.items() if name != "error"}
        return codes.OUT_OF_BOUNDS, f"{label} {sentence.format(**bounds)} (gevonden: {_show(given)})", ""

    return tell


def _pattern(context: dict[str, Any], given: object, label: str) -> _Said:
    hint = ""
    if context.get("pattern") == SLUG_PATTERN:
        hint = ID_FORM
    return codes.WRONG_VALUE, f"{label} heeft een verkeerde vorm (gevonden: {_show(given)})", hint


def _joined(*hints: str) -> str:
    return " ".join(hint for hint in hints if hint)


def _kind_of(given: object) -> str:
    if isinstance(given, dict):
        return "een groep velden"
    return "een lijst" if isinstance(given, list) else f"tekst ({_show(given)})"


def _show(given: object) -> str:
    if given is None:
        return "niets"
    if isinstance(given, (dict, list)):
        return _kind_of(given)
    text = " ".join(str(given).split())
    return f"'{text}'" if len(text) <= 60 else f"'{text[:57]}...'"


_KINDS: dict[str, Callable[[dict[str, Any], object, str], _Said]] = {
    "string_pattern_mismatch": _pattern,
    "string_too_short": _bound("is te kort: minstens {min_length} tekens"),
    "string_too_long": _bound("is te lang: hoogstens {max_length} tekens"),
    "too_short": _bound("heeft te weinig onderdelen: minstens {min_length}"),
    "too_long": _bound("heeft te veel onderdelen: hoogstens {max_length}"),
    "greater_than": _bound("moet groter zijn dan {gt}"),
    "greater_than_equal": _bound("moet {ge} of meer zijn"),
    "less_than": _bound("moet kleiner zijn dan {lt}"),
    "less_than_equal": _bound("mag hoogstens {le} zijn"),
}

_SHAPES: dict[str, str] = {
    "int_": "Schrijf een heel getal in cijfers, bijvoorbeeld 120.",
    "float_": "Schrijf een getal in cijfers.",
    "decimal_": "Schrijf een getal in cijfers.",
    "bool_": "Schrijf ja of nee.",
    "datetime_": "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31.",
    "date_": "Schrijf een datum als jjjj-mm-dd, bijvoorbeeld 2026-03-31.",
    "time_": "Schrijf een tijd als uu:mm, bijvoorbeeld 09:30.",
    "url_": "Schrijf een webadres dat met https:// begint.",
}
