"""A kaart without a problem, ways to spoil it, and what the rules say of it then."""

from __future__ import annotations

import copy
from collections.abc import Callable
from datetime import date
from typing import Any

from tests.kaart.samples import AS_OF

from psoh_cli.files import yaml_edit, yaml_file, yaml_nodes
from psoh_cli.kaart import rules
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.kaart.subject import Subject
from psoh_cli.problems.editing import edited
from psoh_cli.problems.problem import Problem

Data = dict[str, Any]

KNOWN = KnownIds(
    chain_steps={"preventie": "Preventieve groepen", "toeleiden": "Toeleiden naar zorg"},
    partner_types={"welzijn": "Welzijnsorganisatie"},
    layers={"laag-1": "Basis"},
    pillars={"fundament": "Fundament"},
    interventions={"mind-spring": "Mind-Spring"},
    cultural_criteria={"kosteloos": "kosteloos", "taal": "Hulp in de eigen taal of met een tolk"},
)

GOOD: Data = {
    "formaat": "1",
    "kennisversie": "1",
    "naam": "Kaart",
    "volledig_voor": [
        {"onderwerp": "ketenstap", "waarde": "preventie", "datum": "2026-05-01", "door": "regisseur"}
    ],
    "organisaties": [
        {
            "id": "huis",
            "naam": "Huis",
            "ketenpartner": "welzijn",
            "contact": {
                "functie": "balie",
                "telefoon": "078 123 45 67",
                "email": "info.huis@voorbeeld.invalid",
            },
            "locaties": [{"id": "hoek", "naam": "Op de hoek"}],
            "bron": "site",
            "gecontroleerd_op": "2026-06-01",
        }
    ],
    "diensten": [
        {
            "id": "inloop",
            "organisatie": "huis",
            "naam": "Inloop",
            "aanbod": "koffie",
            "talen": ["nl", "ti"],
            "tolkinzet": "telefonisch",
            "tolktalen": ["ar"],
            "cultuursensitief": ["kosteloos"],
            "ketenstappen": ["preventie"],
            "iasc_laag": "laag-1",
            "pijlers": ["fundament"],
            "interventies": ["mind-spring"],
            "werkgebied": ["GM0505", "Centrum"],
            "kosten_client": "gratis",
            "kosten_bedrag": "0",
            "wachttijd": {"weken": "6", "gemeten_op": "2026-05"},
            "locaties": ["hoek"],
            "bron": "site",
            "gecontroleerd_op": "2026-06-01",
        }
    ],
}

Spoil = Callable[[Data], Any]


def in_service(**fields: Any) -> Spoil:
    """Spoil fields of the service; None takes a field away."""
    return lambda data: _fill(data["diensten"][0], fields)


def in_house(**fields: Any) -> Spoil:
    return lambda data: _fill(data["organisaties"][0], fields)


def in_contact(**fields: Any) -> Spoil:
    return lambda data: _fill(data["organisaties"][0]["contact"], fields)


def in_declaration(**fields: Any) -> Spoil:
    return lambda data: _fill(data["volledig_voor"][0], fields)


def again(key: str) -> Spoil:
    return lambda data: data[key].append(data[key][0])


def _fill(entry: Data, fields: Data) -> None:
    entry.update(fields)
    for key in [key for key, value in fields.items() if value is None]:
        del entry[key]


def judged(data: Data, *, as_of: date | None = AS_OF, **around: Any) -> tuple[list[Problem], list[str]]:
    """Judge a kaart as it stands in a file; gives the problems, and the line each of them points at."""
    parsed = yaml_file.parse(yaml_edit.dump_block(data), name="sociale-kaart.yaml")
    value, unread = yaml_file.load(parsed, KaartFile)
    assert value is not None, unread
    subject = Subject(
        kaart=value,
        known=KNOWN,
        as_of=as_of,
        file=parsed.name,
        place=lambda path: yaml_file.place_of(parsed, path),
        written=lambda path: yaml_nodes.written_at(parsed, path),
        organizations_elsewhere=frozenset({"regio"}),
        **around,
    )
    problems = list(rules.check(subject))
    return problems, [parsed.text.splitlines()[problem.line - 1].strip() for problem in problems]


def spoiled(spoil: Spoil) -> Data:
    data = copy.deepcopy(GOOD)
    spoil(data)
    return data


def told(spoil: Spoil, **around: Any) -> list[tuple[str, str, str]]:
    """Give code, line and message of every problem of a spoiled kaart."""
    problems, lines = judged(spoiled(spoil), **around)
    return [(problem.code, line, problem.message) for problem, line in zip(problems, lines, strict=True)]


def mended(spoil: Spoil, *, safely: bool) -> list[str]:
    """Give the lines that the fixes of a spoiled kaart write; only the safe or only the unsafe ones."""
    data = spoiled(spoil)
    text = yaml_edit.dump_block(data)
    fixes = [problem.fix for problem in judged(data)[0] if problem.fix and problem.fix.is_safe is safely]
    done = edited(text, [edit for fix in fixes for edit in fix.edits])
    assert done is not None
    before = text.splitlines()
    return [line.strip() for line in done.text.splitlines() if line not in before]
