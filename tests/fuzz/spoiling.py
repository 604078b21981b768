"""What a hurried hand, a broken program or somebody who means harm makes of a file: drawn, so that failures shrink."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from hypothesis import strategies as st
from tests.conftest import ROOT
from tests.dossier.sample import FILES
from tests.yaml.written import TRAPS

GEMEENTE, INTERVIEW = "gemeente.yaml", "interviews/beleidsadviseur.yaml"
KAART, PLAN, POLICY = "sociale-kaart.yaml", "plan.yaml", "psoh.toml"

MOST_BYTES = 8_000
"""Examples above this size are left out of the many cases; a mistake in them is not another mistake."""

HUGE = (
    "9" * 5_000,
    "x" * 20_000,
    "a, " * 3_000,
    "- " * 500,
    "[" * 200,
    "{a: " * 200,
    "é" * 4_000,
    " " * 9_000,
)

VALUES = (
    *TRAPS, *HUGE, "0", "-1", "1e400", "999999999999", "0x1F", "0o17", "1__0", "+5", "٣", "\uff11\uff12", "½", "NaN",
    "0001-01-01", "9999-12-31", "31-02-2026", "2026-13", "2026-W05", "24:60", "9.30", "GM9999", "gm 505",
    "0505", "06-12345678",
    "+31 6 12345678", "111222333", "wie@x.example", "mevrouw Jansen", "geboren 01-01-1990", "https://",
    "javascript:x",
    "../../etc/passwd", "C:\\map\\kaart.yaml", "\\\\server\\deel", "con", "Arabisch", "xx",
    "[]", "{}", "[[]]", "{a: {}}", "[a, , b]", "&a", "*a", "!!python/object:os.system x", "!x", "<<: *a",
    "? x", "|\n", ">-\n", "|9\n  x", '"\\ud800"',
    '"\\0"', '"open', "'open", "“gekruld”", "‘s-Hertogenbosch", "\u202e", "\u2066", "\ufeff", "\ud7ff", "%s",
    "{0}", "{{ x }}",
    "<b>&amp;", "]]>", "::set-output::", "\x7f", "a\tb", "onbekend", "Onbekend", "ja", "nee", "null", "~",
)  # fmt: skip

KEYS = (
    "formaat", "kennisversie", "id", "naam", "diensten", "organisaties", "antwoorden", "antwoord", "maatregelen",
    "code",
    "kaarten", "statushouders", "bronnen", "talen", "gecontroleerd_op", "besluit", "afhankelijk_van", "", "0",
    "<<", "? a",
    "'open", "[a]", "x" * 3_000, "a.b", "NAAM", "naam ", "e\u0301", "\u200b", "__class__", "model_config",
    "negeer", "ernst",
)  # fmt: skip

SIGNS = ("\t", "\r", "\0", "\x1b", "\x85", "\u2028", "\xa0", "\ufeff", ":", "#", "-", "'", '"', "[", "]", "{", "}", "&",
         "*", "!", "|", ">", "%", "@", "`", ",", "?", "\\", "\n", " ", "é", "e\u0301", "🙂")  # fmt: skip
LINES = (
    "---", "...", "%YAML 1.2", "- x", "a: b", "  a: b", "# psoh: negeer KAART001 omdat het zo hoort",
    "# psoh: negeer",
    "# psoh: negeer YAML020 omdat", "# yaml-language-server: $schema=x.json", "\t", "]", "}", "a", "'", '"', "| ",
    "? ",
)  # fmt: skip
RAW = (b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x00", b"\xf4\x90\x80\x80", b"\xe9", b"\xef\xbb\xbf", b"\xff\xfe")

_VALUE = re.compile(r"^( *(?:- +)*(?:[^\s:#][^:#]*): +)(\S.*)$|^( *- +)([^\s-].*)$")
_KEY = re.compile(r"^( *(?:- +)*)([^\s:#'\"\[{-][^:#]*)(:.*)$")


class Spoiled(NamedTuple):
    """A file of a dossier, and the bytes that are to stand in it."""

    name: str
    data: bytes


class _Blow(NamedTuple):
    """One change: what is done, where (out of a million), and with which of the words, counted round."""

    kind: int
    where: int
    other: int
    word: int


_blows = st.builds(
    _Blow, st.integers(0, 17), st.integers(0, 999_999), st.integers(0, 999_999), st.integers(0, 499)
)


@cache
def sources() -> tuple[Spoiled, ...]:
    """Give the files of the examples and of the rules, by the place they have in a dossier."""
    found = [Spoiled(name, text.encode("utf-8")) for name, text in FILES.items()]
    for path in sorted([*ROOT.glob("examples/*/**/*.yaml"), *ROOT.glob("tests/rules/*/*/**/*.*")]):
        data = path.read_bytes() if path.suffix in {".yaml", ".toml"} else b""
        name = _place_of(path.name, path.parent.name)
        if name and 0 < len(data) <= MOST_BYTES:
            found.append(Spoiled(name, data))
    return tuple(dict.fromkeys(found))


def _place_of(name: str, folder: str) -> str:
    if folder == "interviews":
        return INTERVIEW
    return name if name in {GEMEENTE, KAART, PLAN, POLICY} else ""


def spoiled_files(*, most: int = 4) -> st.SearchStrategy[Spoiled]:
    """Draw a file of somebody with up to `most` things wrong in it."""
    whole = sources()
    return st.builds(
        lambda number, blows: Spoiled(whole[number].name, spoil(whole[number].data, blows)),
        st.integers(0, len(whole) - 1),
        st.lists(_blows, min_size=1, max_size=most),
    )


def loose_texts() -> st.SearchStrategy[str]:
    """Draw text that looks like YAML, now and then."""
    pieces = st.sampled_from(
        [*SIGNS, *LINES, *TRAPS, "a", "b: ", "- ", "\n", "\n", "  ", "    ", ": ", " #", "naam: "]
    )
    return st.one_of(
        st.lists(pieces, max_size=14).map("".join), st.text(max_size=40), st.lists(pieces).map("\n".join)
    )


def spoil(data: bytes, blows: list[_Blow]) -> bytes:
    """Do to a file what the blows say, one after another; what does not apply does nothing."""
    for blow in blows:
        if blow.kind == len(_ON_LINES):
            data = _raw(data, blow)
        else:
            lines = data.decode("utf-8", "surrogateescape").split("\n")
            data = "\n".join(_ON_LINES[blow.kind % len(_ON_LINES)](lines, blow)).encode(
                "utf-8", "surrogateescape"
            )
    return data


def _raw(data: bytes, blow: _Blow) -> bytes:
    at = blow.where * len(data) // 1_000_000
    return data[:at] + RAW[blow.word % len(RAW)] + data[at + blow.other % 2 :]


_Lines = list[str]


def _at(lines: _Lines, blow: _Blow) -> int:
    return blow.where * len(lines) // 1_000_000


def _replaced(lines: _Lines, number: int, *by: str) -> _Lines:
    return [*lines[:number], *by, *lines[number + 1 :]]


def _swap_signs(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    text = lines[at]
    here = blow.other * len(text) // 1_000_000
    return _replaced(
        lines, at, text[:here] + text[here + 1 : here + 2] + text[here : here + 1] + text[here + 2 :]
    )


def _other_sign(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    text = lines[at]
    here = blow.other * (len(text) + 1) // 1_000_000
    return _replaced(lines, at, text[:here] + SIGNS[blow.word % len(SIGNS)] + text[here + blow.word % 2 :])


def _remove(lines: _Lines, blow: _Blow) -> _Lines:
    return _replaced(lines, _at(lines, blow)) or [""]


def _double(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    return _replaced(lines, at, *[lines[at]] * (2 + blow.word % 3))


def _indent(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    bare = lines[at].lstrip(" ")
    steps = max(0, len(lines[at]) - len(bare) + blow.word % 9 - 4)
    return _replaced(lines, at, " " * steps + bare)


def _move(lines: _Lines, blow: _Blow) -> _Lines:
    at, to = _at(lines, blow), blow.other * len(lines) // 1_000_000
    left = _replaced(lines, at)
    return [*left[:to], lines[at], *left[to:]]


def _other_value(lines: _Lines, blow: _Blow) -> _Lines:
    return _matched(
        lines, blow, _VALUE, lambda match: (match[1] or match[3]) + VALUES[blow.word % len(VALUES)]
    )


def _other_key(lines: _Lines, blow: _Blow) -> _Lines:
    return _matched(lines, blow, _KEY, lambda match: match[1] + KEYS[blow.word % len(KEYS)] + match[3])


def _misspelt_key(lines: _Lines, blow: _Blow) -> _Lines:
    def misspelt(match: re.Match[str]) -> str:
        key = match[2]
        here = blow.other * len(key) // 1_000_000
        other = (
            key[:here] + key[here + 1 :],
            key.upper(),
            key[:here] + key[here] + key[here:],
            key + " ",
            f'"{key}"',
        )
        return str(match[1] + other[blow.word % len(other)] + match[3])

    return _matched(lines, blow, _KEY, misspelt)


def _list_for_fields(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    bare = lines[at].lstrip(" ")
    lead = " " * (len(lines[at]) - len(bare))
    other = (
        f"{lead}- {bare}",
        f"{lead}- - {bare}",
        lead + bare.removeprefix("- "),
        f"{lead}[{bare}]",
        f"{lead}{{{bare}}}",
    )
    return _replaced(lines, at, other[blow.word % len(other)])


def _nothing(lines: _Lines, blow: _Blow) -> _Lines:
    return _matched(lines, blow, _VALUE, lambda match: (match[1] or match[3]).rstrip())


def _cut(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    return [*lines[:at], lines[at][: blow.other * len(lines[at]) // 1_000_000]]


def _more(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    return [*lines[:at], LINES[blow.word % len(LINES)], *lines[at:]]


def _behind(lines: _Lines, blow: _Blow) -> _Lines:
    at = _at(lines, blow)
    return _replaced(lines, at, f"{lines[at]}  {LINES[blow.word % len(LINES)]}")


def _many(lines: _Lines, blow: _Blow) -> _Lines:
    at, times = _at(lines, blow), (2, 10, 60)[blow.word % 3]
    return _replaced(lines, at, *(lines[at].replace(":", f"{number}:", 1) for number in range(times)))


def _ends(lines: _Lines, blow: _Blow) -> _Lines:
    end = ("\r", "\r", " ", "\t", "\u2028")[blow.word % 5]
    return [f"{line}{end}" for line in lines]


def _begins(lines: _Lines, blow: _Blow) -> _Lines:
    return [("\ufeff", "\ufeff\ufeff", "---", "%TAG ! x")[blow.word % 4] + lines[0], *lines[1:]]


def _matched(
    lines: _Lines, blow: _Blow, pattern: re.Pattern[str], make: Callable[[re.Match[str]], str]
) -> _Lines:
    """Change the first line from the place on that is of a kind."""
    for at in range(_at(lines, blow), len(lines)):
        match = pattern.match(lines[at])
        if match:
            return _replaced(lines, at, make(match))
    return lines


_ON_LINES: tuple[Callable[[_Lines, _Blow], _Lines], ...] = (
    _other_value, _other_sign, _remove, _double, _indent, _swap_signs, _move, _other_key, _misspelt_key,
    _list_for_fields, _nothing, _cut, _more, _behind, _many, _ends, _begins,
)  # fmt: skip
