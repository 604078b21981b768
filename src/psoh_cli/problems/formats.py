"""Problems as data: pure text from a list of values, sorted and stable."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from psoh_cli.problems.problem import Problem, Severity, in_order

JSON_VERSION = "1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A file or folder that could not be read, so that nobody knows what is in it."""

    message: str
    hint: str = ""


def as_json(problems: Iterable[Problem], *, files: Iterable[str] = (), unread: Iterable[Unread] = ()) -> str:
    """Write problems as one JSON object: a count per severity, the files that were read and what could not be."""
    listed = in_order(problems)
    counted: Counter[Severity] = Counter()
    for problem in listed:
        counted[problem.severity] += problem.times
    content = {
        "versie": JSON_VERSION,
        "bestanden": sorted(files),
        "aantallen": {severity.value: counted[severity] for severity in Severity},
        "problemen": [
            {
                "bestand": problem.file,
                "regel": problem.line,
                "kolom": problem.column,
                "ernst": problem.severity.value,
                "code": problem.code,
                "bericht": problem.message,
                "tip": problem.hint,
            }
            for problem in listed
        ],
        "onleesbaar": [
            {"bericht": item.message, "tip": item.hint}
            for item in sorted(unread, key=lambda item: item.message)
        ],
    }
    return json.dumps(content, ensure_ascii=False, indent=2)
