"""A comma in a value between { }: what stands behind it is read as another field, without a value."""

from __future__ import annotations

import re
from collections.abc import Collection

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_nodes import Parsed, Path, find
from psoh_cli.near_misses import amount_meant
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem
from psoh_cli.problems.text_lines import lines_of

_THOUSANDS = re.compile(r"(?:€ ?)?(\d{1,3}(?:,\d{3})+)(?:\.00|\.-)?")


def comma_in_value(parsed: Parsed, path: Path, *, known: Collection[str]) -> Problem | None:
    """Tell of the value before an unknown field without a value, when both stand on one line between { }."""
    node, parent = find(parsed, path), find(parsed, path[:-1])
    if node is None or parent is None or node.value is not None or not isinstance(parent.value, dict):
        return None
    fields = list(parent.value.items())
    at = next((index for index, (key, _) in enumerate(fields) if key == path[-1]), 0)
    first, last = at, at
    while first > 0 and fields[first][0] not in known:
        first -= 1
    while last + 1 < len(fields) and fields[last + 1][0] not in known and fields[last + 1][1].value is None:
        last += 1
    before, value = fields[first]
    behind = fields[last][1].key_place
    if parent.style != "flow" or first == at or value.style != "plain" or value.line != behind.line:
        return None
    until = behind.column + len(fields[last][0])
    whole = lines_of(parsed.text)[value.line - 1][value.column - 1 : until - 1]
    if not isinstance(value.value, str) or '"' in whole or "\\" in whole:
        return None
    number = _amount(whole)
    hint = f'Zet de waarde tussen aanhalingstekens: {before}: "{whole}"'
    hint = f"Schrijf {before}: {number}, zonder komma." if number else hint
    text = number or f'"{whole}"'
    span = Span(value.line, value.column, value.line, until)
    return problem_of(
        codes.UNKNOWN_KEY,
        f"in de waarde van '{before}' staat een komma; tussen {{ }} begint na een komma een nieuw veld",
        file=parsed.name,
        place=value.place,
        end=(value.line, until),
        hint=hint,
        fix=Fix(edits=(Edit(span, text),), does=f"schrijf {text}", is_safe=False),
    )


def _amount(text: str) -> str:
    """Give the amount that a text is; empty when it is none, or not surely so."""
    thousands = _THOUSANDS.fullmatch(text)
    if thousands:
        return thousands[1].replace(",", "")
    meant = amount_meant(text) if re.match(r"[€\d]", text) else None
    return meant.text if meant is not None and meant.is_safe else ""
