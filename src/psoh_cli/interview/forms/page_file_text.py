"""The bytes of a file that a page saved → the record in it: also out of a mail it was pasted in, and never too much."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from psoh_cli.errors import TooBigError, UnreadableError
from psoh_cli.interview.forms.form import FORMAT

MOST_BYTES = 5_000_000
_OPENS_RECORD = re.compile(rb"[\xef\xbb\xbf \t\r\n]*\{\s*[\"}]")
"""What begins with a brace and then no name is something else, such as RTF."""
_ASK_AGAIN = "Vraag om het bestand opnieuw, als bijlage, zonder er iets aan te veranderen."
_AROUND = "Om de antwoorden heen stond nog andere tekst; die is niet gelezen."


class Record(dict[str, Any]):
    """A group of parts by name, that remembers which names stood in it more than once."""

    twice: tuple[str, ...] = ()


def is_page_file(data: bytes) -> bool:
    """Tell whether this is the file that the page saved, also where it was pasted in a mail or saved by an editor."""
    if _OPENS_RECORD.match(data):
        return True
    return any(
        f'"formaat": "{FORMAT}"'.encode(encoding) in data for encoding in ("utf-8", "utf-16-le", "utf-16-be")
    )


def record_in(data: bytes, *, file: str) -> tuple[Record, tuple[str, ...]]:
    """Give the outermost record with remarks on the file; raise UnreadableError in Dutch when there is none."""
    if len(data) > MOST_BYTES:
        raise TooBigError(
            f"{file} is te groot om een lijst met antwoorden te zijn.",
            found=len(data),
            allowed=MOST_BYTES,
            remedy=_ASK_AGAIN,
        )
    text, remarks = _own_part(_decoded(data, file=file))
    try:
        found = json.loads(
            text, object_pairs_hook=_as_record, parse_constant=_refuse, parse_int=_as_number, strict=False
        )
    except (ValueError, RecursionError) as error:
        raise UnreadableError(
            f"{file} is geen heel bestand met antwoorden{_where(error)}.", remedy=_ASK_AGAIN
        ) from None
    if not isinstance(found, Record):
        raise UnreadableError(f"{file} is geen bestand met antwoorden op een vragenlijst.", remedy=_ASK_AGAIN)
    return found, remarks


def _decoded(data: bytes, *, file: str) -> str:
    encoding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        raise UnreadableError(f"{file} is geen tekst die psoh kan lezen.", remedy=_ASK_AGAIN) from None


def _own_part(text: str) -> tuple[str, tuple[str, ...]]:
    """Take the record out of a text that it was pasted in, such as a mail."""
    bare = text.strip()
    if bare.startswith("{") or FORMAT not in bare:
        return bare, ()
    first, last = bare.rfind("{", 0, bare.index(FORMAT)), bare.rfind("}")
    return (bare[first : last + 1], (_AROUND,)) if 0 <= first < last else (bare, ())


def _as_record(pairs: Iterable[tuple[str, Any]]) -> Record:
    record = Record()
    twice: dict[str, None] = {}
    for name, value in pairs:
        if name in record:
            twice[name] = None
        record[name] = value
    record.twice = tuple(twice)
    return record


def _as_number(text: str) -> float:
    """Take any number; none belongs in this file, and a long one takes long to read exactly."""
    return float(text[:30])


def _refuse(name: str) -> NoReturn:
    raise ValueError(name)


def _where(error: Exception) -> str:
    return f" (regel {error.lineno})" if isinstance(error, json.JSONDecodeError) else ""
