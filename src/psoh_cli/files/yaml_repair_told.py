"""A repair in words: where the slip is, what to write there, and the fix that writes it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from psoh_cli.files import yaml_codes as codes
from psoh_cli.files.yaml_candidates import Candidate, Way
from psoh_cli.files.yaml_causes import short
from psoh_cli.files.yaml_scene import indent_of, parts
from psoh_cli.problems.fix import Edit, Fix, Span
from psoh_cli.problems.making import problem_of
from psoh_cli.problems.problem import Problem

_NEAR = 12
"""How many lines away a field in the same column is still pointed at."""


def told_of(one: Candidate, *, lines: list[str], file: str) -> Problem:
    """Give the problem that a repair puts right."""
    code, column, message, hint, does = _SAID[one.way](one, lines)
    edits = tuple(_edits(one, lines))
    return problem_of(
        code,
        message,
        file=file,
        place=(one.number, column),
        hint=hint,
        fix=Fix(edits=edits, does=does, is_safe=False) if does else None,
    )


def _edits(one: Candidate, lines: list[str]) -> Iterator[Edit]:
    if one.way is not Way.WITH_ITS_OWN:
        yield Edit(Span(one.number, one.first, one.number, one.until), one.text)
        return
    for number in range(one.number, one.number + one.count):
        own = indent_of(lines[number - 1])
        if lines[number - 1].strip():
            yield Edit(Span(number, 1, number, own + 1), " " * max(0, own + one.shift))


_Said = tuple[str, int, str, str, str]


def _shift(one: Candidate, lines: list[str]) -> _Said:
    line = parts(lines, number=one.number)
    own, steps = indent_of(lines[one.number - 1]), abs(one.shift)
    spaces = "één spatie" if steps == 1 else f"{steps} spaties"
    is_item = lines[one.number - 1].lstrip().startswith("- ")
    name = "het streepje" if is_item else f"'{line.key}'" if line.key else "deze regel"
    does = f"laat de regel beginnen in kolom {own + one.shift + 1}"
    if not line.key and not is_item and one.shift > 0:
        message = "deze regel begint te ver naar links; hij hoort bij de tekst erboven"
        return codes.INDENTATION, own + 1, message, f"Zet er {spaces} voor.", does
    if line.key and (" " in line.key or line.key[:1].isupper()) and one.shift > 0:
        message = "deze regel begint te ver naar links; hij lijkt bij de tekst erboven te horen"
        hint = (
            "Zet er spaties voor, en zet de hele tekst tussen aanhalingstekens: er staat een dubbele punt in."
        )
        return codes.INDENTATION, own + 1, message, hint, ""
    message = f"{name} begint in kolom {own + 1}, en hoort in kolom {own + one.shift + 1}"
    beside = _beside(lines, number=one.number, column=own + one.shift + 1)
    if beside:
        message += f", net als {beside}"
    way = f"Zet {spaces} extra voor {name}" if one.shift > 0 else f"Haal {spaces} weg voor {name}"
    if one.way is Way.WITH_ITS_OWN:
        way += ", en voor de regels die eronder horen"
    return codes.INDENTATION, own + 1, message, f"{way}.", does


def _dash(one: Candidate, lines: list[str]) -> _Said:
    key = parts(lines, number=one.number).key
    own = indent_of(lines[one.number - 1])
    column = one.first
    message = f"voor '{key}' ontbreekt een streepje; hier begint een onderdeel van een lijst"
    hint = f"Zet in kolom {column} een streepje en een spatie: - {key}: …"
    return codes.ODD_DASH, own + 1, message, hint, "schrijf een streepje en een spatie"


def _quote(one: Candidate, lines: list[str]) -> _Said:
    text = lines[one.number - 1]
    begin = text.rfind(one.text, 0, one.first - 1)
    for match in re.finditer(re.escape(one.text), text[: one.first - 1]):
        begin = match.start()
    value = text[begin : one.first - 1]
    message = "dit aanhalingsteken wordt op deze regel niet gesloten"
    hint = f"Zet ook aan het eind van de waarde een aanhalingsteken: {short(value)}{one.text}"
    return codes.QUOTE, begin + 1, message, hint, "schrijf een aanhalingsteken"


def _quotes(one: Candidate, lines: list[str]) -> _Said:
    line = parts(lines, number=one.number)
    in_value = re.search(r":(?: |$)", line.value)
    column = line.column + (in_value.start() if in_value else 0)
    message = "in de waarde staat een dubbele punt met een spatie erna; YAML ziet dat als een nieuw veld"
    hint = f"Zet de hele waarde tussen aanhalingstekens: {line.key}: {short(one.text)}"
    return codes.COLON_IN_VALUE, column, message, hint, "zet de waarde tussen aanhalingstekens"


def _split(one: Candidate, lines: list[str]) -> _Said:
    line = parts(lines, number=one.number)
    second = parts([lines[one.number - 1][one.until - 1 :]], number=1)
    message = f"op deze regel staan twee velden: '{line.key}' en '{second.key}'"
    hint = (
        f"Zet '{second.key}' op een eigen regel, in dezelfde kolom als '{line.key}'. Is de waarde nog heel?"
    )
    return codes.COLON_IN_VALUE, one.until, message, hint, f"zet '{second.key}' op een eigen regel"


def _under(one: Candidate, lines: list[str]) -> _Said:
    line = parts(lines, number=one.number)
    second = parts([lines[one.number - 1][one.until - 1 :]], number=1)
    shown = f"{second.key}: {short(second.value)}".rstrip()
    message = f"op deze regel staan twee velden: '{line.key}' en '{second.key}'"
    hint = f"Zet '{second.key}' op de regel eronder, twee spaties verder dan '{line.key}': {shown}"
    return codes.COLON_IN_VALUE, one.until, message, hint, f"zet '{second.key}' op een eigen regel"


_SAID: dict[Way, Callable[[Candidate, list[str]], _Said]] = {
    Way.SHIFT: _shift,
    Way.WITH_ITS_OWN: _shift,
    Way.DASH: _dash,
    Way.QUOTE: _quote,
    Way.QUOTES: _quotes,
    Way.SPLIT: _split,
    Way.UNDER: _under,
}


def _beside(lines: list[str], *, number: int, column: int) -> str:
    """Name the nearest field that begins in a column, above or else below."""
    for step in (-1, 1):
        other, seen = number + step, 0
        while 1 <= other <= len(lines) and seen < _NEAR:
            line = parts(lines, number=other)
            if line.key and line.indent + 1 == column:
                return f"'{line.key}' op regel {other}"
            seen += bool(lines[other - 1].strip())
            other += step
    return ""
