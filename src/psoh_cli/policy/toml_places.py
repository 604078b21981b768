"""Where things stand in a psoh.toml: Python's parser tells places only of what it cannot read."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple

_HEADER = re.compile(r"\s*(\[\[?)\s*([^\[\]#]+?)\s*\]")
_FIELD = re.compile(r"\s*(?P<key>[A-Za-z0-9_.\-\"' ]+?)\s*=\s*(?P<value>\"[^\"]*\"|'[^']*'|[^#]*)")
_BARE = str.maketrans("", "", "\"' ")


class Stand(NamedTuple):
    """Where something begins, and just past where it ends on the same line."""

    place: tuple[int, int] = (1, 1)
    end: tuple[int, int] | None = None


@dataclass(frozen=True)
class Places:
    """The places of tables, fields and values, by table, number of the table from 0, and field."""

    values: dict[tuple[str, int, str], Stand]
    fields: dict[tuple[str, int, str], Stand]

    def of(self, table: str, *, number: int = 0, field: str = "", value: bool = True) -> Stand:
        """Give where a value, or a field, or a table stands; the nearest thing around it when it is not found."""
        wanted = (
            [(table, number, field), ("", 0, f"{table}.{field}")] if field else []
        )  # both ways to write it
        for key in (*wanted, (table, number, ""), (table, 0, ""), ("", 0, table)):
            found = (self.values if value and key in self.values else self.fields).get(key)
            if found is not None:
                return found
        return Stand()


def places_in(text: str) -> Places:
    """Look for the tables and fields of a psoh.toml, line by line; what is written another way has no place."""
    values: dict[tuple[str, int, str], Stand] = {}
    fields: dict[tuple[str, int, str], Stand] = {}
    seen: Counter[str] = Counter()
    table = ("", 0)
    for number, line in enumerate(text.replace("\r\n", "\n").split("\n"), start=1):
        header, field = _HEADER.match(line), _FIELD.match(line)
        if header:
            name = header[2].translate(_BARE)
            table = (name, seen[name])
            seen[name] += 1
            column = header.start(1) + 1
            end = len(line.partition("#")[0].rstrip()) + 1
            fields.setdefault((*table, ""), Stand((number, column), (number, end)))
        elif field:
            key = (*table, field["key"].translate(_BARE))
            fields.setdefault(key, _stand(number, field, group="key"))
            values.setdefault(key, _stand(number, field, group="value"))
    return Places(values, fields)


def _stand(number: int, match: re.Match[str], *, group: str) -> Stand:
    length = len(match[group].rstrip())
    start = match.start(group) + 1
    return Stand((number, start), (number, start + length) if length else None)
