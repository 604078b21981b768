"""Values as YAML text that reads back as exactly the same text, in this reader and in others."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date
from enum import Enum
from typing import Any, TypeAlias

from psoh_cli.errors import WrongUseError

Value: TypeAlias = Any
"""Text, a whole number, yes or no, a date, nothing, or a mapping or sequence of those."""

STEP = 2
_WIDTH = 100

# What YAML 1.1 or 1.2 readers take for a number, a time, a truth or nothing.
_TYPED = re.compile(
    r"[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.\d[\d_]*)(?:e[-+]?\d+)?"
    r"|[-+]?0[xob][0-9a-f_]+|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?|[-+]?\.inf|\.nan"
    r"|y|n|yes|no|on|off|true|false|null|~|=|<<"
    r"|\d{4}-\d{1,2}-\d{1,2}(?:[Tt ].*)?",
    re.IGNORECASE,
)
_LEADING = "-?:,[]{}#&*!|>'\"%@`"
_UNPRINTABLE = re.compile(
    "[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}


class OnOneLine(dict[str, Any]):
    """A mapping that is written as `{a: b}`, however long: one line of a list that is looked through."""


def simplify(value: Value) -> Any:
    """Give what a value reads back as: dicts, lists, text in NFC and None."""
    if type(value) is str:  # most values are, and the questions below take long
        return value if value.isascii() else unicodedata.normalize("NFC", value)
    if isinstance(value, Mapping):
        return {simplify(key): simplify(item) for key, item in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, str) and not _is_partial_date(value):
        return [simplify(item) for item in value]
    return None if value is None else unicodedata.normalize("NFC", _text(value))


def dump_scalar(value: Value, *, inside_flow: bool = False) -> str:
    """Write one value on one line, quoted exactly when the bare text would not read back the same.

    Yes and no become `ja` and `nee`, nothing becomes `~`. Text that others would read as a number or a
    date that does not exist is quoted too. `inside_flow` is for values between [ ] or { }.
    """
    if value is None:
        return "~"
    if isinstance(value, Enum):
        value = value.value
    text = unicodedata.normalize("NFC", _text(value))
    if not isinstance(value, str):
        return text
    return text if _is_plain(text, inside_flow=inside_flow) else _quote(text)


def dump_flow(value: Value) -> str:
    """Write a value on one line, lists as [a, b] and mappings as {a: b}."""
    value = _unwrap(value)
    if isinstance(value, Mapping):
        parts = [f"{dump_scalar(key, inside_flow=True)}: {dump_flow(item)}" for key, item in value.items()]
        return f"{{{', '.join(parts)}}}"
    if isinstance(value, list):
        return f"[{', '.join(dump_flow(item) for item in value)}]"
    return dump_scalar(value, inside_flow=True)


def dump_block(value: Value, *, indent: int = 0) -> str:
    """Write a value as indented lines, the last one ended too; short lists of scalars stay on one line."""
    return "".join(f"{line}\n" for line in block_lines(_unwrap(value), indent=indent))


def block_lines(value: Value, *, indent: int) -> list[str]:
    """Give the lines of a value on lines of its own, without line ends."""
    value = _unwrap(value)
    margin = " " * indent
    if isinstance(value, Mapping) and value:
        return [line for key, item in value.items() for line in entry_lines(key, item, indent=indent)]
    if isinstance(value, list) and value:
        return [line for item in value for line in item_lines(item, indent=indent)]
    head, rest = scalar_lines(value, indent=indent)
    return [f"{margin}{head}", *rest]


def entry_lines(key: Value, value: Value, *, indent: int) -> list[str]:
    """Give the lines of `key: value`."""
    head, rest = value_lines(value, indent=indent)
    return [f"{' ' * indent}{dump_scalar(key)}:{' ' if head else ''}{head}", *rest]


def item_lines(value: Value, *, indent: int) -> list[str]:
    """Give the lines of `- value`."""
    value = _unwrap(value)
    margin = " " * indent
    if isinstance(value, (Mapping, list)) and value and not is_short(value):
        first, *rest = block_lines(value, indent=indent + STEP)
        return [f"{margin}- {first[indent + STEP :]}", *rest]
    if value is None:
        return [f"{margin}- ~"]
    head, rest = value_lines(value, indent=indent)
    return [f"{margin}- {head}", *rest]


def value_lines(value: Value, *, indent: int) -> tuple[str, list[str]]:
    """Give what stands behind `key:` at this indent, and the lines that follow it."""
    value = _unwrap(value)
    if value is None:
        return "", []
    if is_short(value):
        return dump_flow(value), []
    if isinstance(value, (Mapping, list)):
        return "", block_lines(value, indent=indent + STEP)
    return scalar_lines(value, indent=indent)


def scalar_lines(value: Value, *, indent: int) -> tuple[str, list[str]]:
    """Give a scalar as a head and following lines: text of several lines becomes a `|` block."""
    if isinstance(value, str) and _fits_block(value):
        text = unicodedata.normalize("NFC", value)
        margin = " " * (indent + STEP)
        lines = [f"{margin}{line}" if line else "" for line in text.removesuffix("\n").split("\n")]
        return ("|" if text.endswith("\n") else "|-"), lines
    return (dump_flow(value) if isinstance(value, (Mapping, list)) else dump_scalar(value)), []


def is_short(value: Value) -> bool:
    """Tell whether a list or mapping goes on one line: empty, meant so, or a list of a few short scalars."""
    value = _unwrap(value)
    if isinstance(value, Mapping):
        return not value or isinstance(value, OnOneLine)
    if not isinstance(value, list):
        return False
    if any(
        isinstance(_unwrap(item), (Mapping, list)) or (isinstance(item, str) and "\n" in item)
        for item in value
    ):
        return False
    return sum(len(dump_scalar(item, inside_flow=True)) + 2 for item in value) <= _WIDTH


def _unwrap(value: Value) -> Value:
    if isinstance(value, str | dict | list):
        return value
    if isinstance(value, Sequence) and not isinstance(value, (str, list)) and not _is_partial_date(value):
        return list(value)
    return value


def _is_partial_date(value: object) -> bool:
    # `dutch.PartialDate` is a tuple with a name, and one value to a reader.
    return isinstance(value, tuple) and hasattr(value, "_fields")


def _text(value: Value) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, Enum):
        return str(value.value)
    if isinstance(value, (str, int, date)) or _is_partial_date(value):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a dossier file")


def _is_plain(text: str, *, inside_flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _LEADING or text.endswith(":"):
        return False
    if ": " in text or " #" in text or _UNPRINTABLE.search(text) or text.startswith("..."):
        return False
    if inside_flow and any(sign in ",[]{}:" for sign in text):
        return False
    return not _TYPED.fullmatch(text) or _is_day(text)


def _is_day(text: str) -> bool:
    # A real day is the same day to every reader; only a day that does not exist breaks some of them.
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _quote(text: str) -> str:
    if ('"' in text or "\\" in text) and "'" not in text and not _UNPRINTABLE.search(text):
        return f"'{text}'"
    return f'"{"".join(_escape(sign) for sign in text)}"'


def _escape(sign: str) -> str:
    if sign in _ESCAPES:
        return _ESCAPES[sign]
    if not _UNPRINTABLE.match(sign):
        return sign
    if "\ud800" <= sign <= "\udfff":  # half a character, from a command line in another encoding
        raise WrongUseError(
            "In de tekst staat een teken dat niet bewaard kan worden.",
            remedy="Typ de tekst opnieuw, en zet de terminal op UTF-8.",
        )
    code = ord(sign)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def _fits_block(text: str) -> bool:
    if "\n" not in text or text.endswith("\n\n") or text[0] in " \n":
        return False
    return not any(line != line.rstrip() or _UNPRINTABLE.search(line) for line in text.split("\n"))
