"""What one value looks like to an editor, which types numbers and truth values where psoh reads text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any, TypeAlias

from psoh_cli.dutch import Count, Money, PartialDate, Year
from psoh_cli.gemeente.gemeente import GemeenteCode
from psoh_cli.kaart.entry_values import ClockTime, ConfirmedOn, LanguageCode
from psoh_cli.model import SLUG_PATTERN, Slug, Text
from psoh_cli.plan.action import LEAST, MOST, Grade, Quarter

Schema: TypeAlias = dict[str, Any]

NOTHING = "null"
SAYS = "patternErrorMessage"
"""Where an editor finds what to say when the pattern does not fit; a validator leaves it alone."""

TYPED = ["string", "number", "boolean"]
"""What an editor makes of a text without quotes: `2026` is a number to it, and `true` a truth value."""

TEXT: Schema = {"type": TYPED, "minLength": 1}
SLUG: Schema = {
    "type": TYPED,
    "pattern": SLUG_PATTERN,
    "minimum": 0,
    SAYS: "Gebruik kleine letters zonder accenten, cijfers en losse streepjes.",
}
COUNT: Schema = {
    "type": ["integer", "string"],
    "minimum": 0,
    "pattern": r"^\d{1,12}$",
    SAYS: "Schrijf een heel getal, alleen cijfers.",
}

_MONTHS = (
    r"(0[13578]|1[02])(-(0[1-9]|[12]\d|3[01]))?|(0[469]|11)(-(0[1-9]|[12]\d|30))?|02(-(0[1-9]|1\d|2\d))?"
)
"""A month with a day that it has; of 29 February only `check` knows in which years."""
DATE: Schema = {
    "type": ["string", "integer"],
    "minimum": 1900,
    "maximum": 2200,
    "pattern": rf"^\s*\d{{4}}(-({_MONTHS}))?\s*$",
    SAYS: "Schrijf jjjj-mm-dd, jjjj-mm of jjjj, bijvoorbeeld 2026-03-31. De dag moet bestaan.",
}
_KNOWN: tuple[tuple[Any, Schema], ...] = (
    (Text, TEXT),
    (Slug, SLUG),
    (Count, COUNT),
    (Year, {**COUNT, "minimum": 1900, "maximum": 2200, SAYS: "Schrijf een jaar in vier cijfers."}),
    (
        Money,
        {
            "type": ["number", "string"],
            "minimum": 0,
            "pattern": r"^\s*(€\s*)?\d[\d.]*(,00)?\s*$",
            SAYS: "Schrijf hele euro's, bijvoorbeeld 12500 of 12.500.",
        },
    ),
    (PartialDate, DATE),
    (
        ConfirmedOn,
        {
            **DATE,
            "type": ["string", "integer", NOTHING],
            "pattern": rf"^onbekend$|{DATE['pattern']}",
            SAYS: "Schrijf een datum als jjjj-mm-dd, jjjj-mm of jjjj, of onbekend.",
        },
    ),
    (
        ClockTime,
        {
            "type": ["string", "number"],
            "pattern": r"^([01]?\d|2[0-3])[:.][0-5]\d$",
            SAYS: "Schrijf een tijd als uu:mm, bijvoorbeeld 09:30.",
        },
    ),
    (
        Quarter,
        {
            "type": "string",
            "pattern": r"^\s*\d{4}[- ]?[KkQq][1-4]\s*$",
            SAYS: "Schrijf een kwartaal als jjjj-Kn, bijvoorbeeld 2027-K1.",
        },
    ),
    (
        Grade,
        {
            **COUNT,
            "minimum": LEAST,
            "maximum": MOST,
            "pattern": rf"^\s*[{LEAST}-{MOST}]\s*$",
            SAYS: "Schrijf 1 (weinig), 2 of 3 (veel).",
        },
    ),
    (
        LanguageCode,
        {
            "type": "string",
            "pattern": r"^\s*[a-z]{2,3}\s*$",
            SAYS: "Schrijf een taalcode van twee of drie kleine letters, zoals ar of ti.",
        },
    ),
    (
        GemeenteCode,
        {
            "type": ["string", "integer"],
            "minimum": 0,
            "maximum": 9999,
            "pattern": r"^\s*([Gg][Mm])?\d{4}\s*$",
            SAYS: "Schrijf GM en vier cijfers, bijvoorbeeld GM0505.",
        },
    ),
)
_BOUNDS = (
    ("ge", "minimum", {"integer", "number"}),
    ("le", "maximum", {"integer", "number"}),
    ("min_length", "minLength", {"string"}),
    ("max_length", "maxLength", {"string"}),
    ("min_length", "minItems", {"array"}),
    ("max_length", "maxItems", {"array"}),
)
_NUMBERS = (*(first + "0" * more for first in "016" for more in range(20)), "1.5", "0.5")
_TRUTHS = ("true", "false")


def known(annotation: Any) -> Schema | None:
    """Give the schema of one of our own types of value; None for another."""
    return next((dict(schema) for one, schema in _KNOWN if one == annotation), None)


def annotated(base: Any, metadata: Iterable[Any]) -> Any:
    """Put an annotation together again from its base and what was said about it."""
    kept = tuple(metadata)
    return Annotated[(base, *kept)] if kept else base


def bounded(schema: Schema, metadata: Iterable[Any]) -> Schema:
    """Add the bounds that a field sets to the schema of its value."""
    kinds = set(_kinds(schema))
    said = dict(schema)
    for item in metadata:
        for name, keyword, where in _BOUNDS:
            bound = getattr(item, name, None)
            if bound is not None and kinds & where:
                said[keyword] = bound
    return said


def as_typed(schema: Schema) -> Schema:
    """Let a text with a pattern be a number or a truth value too, where such a text can fit the pattern."""
    pattern = schema.get("pattern")
    if schema.get("type") != "string" or not isinstance(pattern, str):
        return schema
    more = [
        kind
        for kind, samples in (("number", _NUMBERS), ("boolean", _TRUTHS))
        if any(re.search(pattern, sample) for sample in samples)
    ]
    return {**schema, "type": ["string", *more]} if more else schema


def or_nothing(schema: Schema) -> Schema:
    """Let a value be empty too."""
    kinds = _kinds(schema)
    if NOTHING in kinds:
        return schema
    if kinds and "enum" not in schema:
        return {**schema, "type": [*kinds, NOTHING]}
    if "enum" in schema:
        described = schema.get("enumDescriptions")
        more = {"enumDescriptions": [*described, "Niet ingevuld."]} if described else {}
        return {**schema, "enum": [*schema["enum"], None], **more}
    if "anyOf" in schema:
        return {**schema, "anyOf": [*schema["anyOf"], {"type": NOTHING}]}
    return {"anyOf": [schema, {"type": NOTHING}]}


def choice(words: Iterable[str], *, meanings: Iterable[str] = ()) -> Schema:
    """Give the schema of one word from a list, with what each means where that is told.

    A word of digits may be the number that an editor makes of it.
    """
    listed = list(words)
    schema: Schema = {"enum": [*listed, *(int(word) for word in listed if word.isdecimal())]}
    told = list(meanings)
    return {**schema, "enumDescriptions": told} if told else schema


def _kinds(schema: Schema) -> list[str]:
    kinds = schema.get("type", [])
    return [kinds] if isinstance(kinds, str) else list(kinds)
