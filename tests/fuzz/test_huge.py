"""Values as big as a file may be long: read or refused in seconds, with memory in proportion."""

from __future__ import annotations

import tracemalloc

import pytest
from tests.fuzz.enduring import in_time

from psoh_cli.files import yaml_file
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.policy.policy_text import read_policy
from psoh_cli.policy.remarks import remarks_in

SIZE = 1_000_000
MOST_SECONDS = 20.0
MOST_TIMES = 150
"""How many bytes of memory a character may cost at the most. A list of single letters is the dearest."""

HUGE = {
    "one word": "naam: " + "x" * SIZE,
    "one key": "x" * SIZE + ": a",
    "one text in quotes": 'naam: "' + "a b " * (SIZE // 4) + '"',
    "a quote that stays open": 'naam: "' + "a b\n " * (SIZE // 5),
    "escapes": 'naam: "' + "\\u00e9" * (SIZE // 6) + '"',
    "a block of text": "naam: |\n" + "  een regel\n" * (SIZE // 12),
    "a folded text": "naam: >-\n" + "  een regel\n" * (SIZE // 12),
    "a list": "talen:\n" + "  - a\n" * (SIZE // 6),
    "a list in brackets": "talen: [" + "a, " * (SIZE // 3) + "]",
    "fields": "".join(f"veld{number}: a\n" for number in range(SIZE // 12)),
    "fields with one name": "naam: a\n" * (SIZE // 8),
    "fields in fields": "".join(f"{' ' * number}a:\n" for number in range(1_400)),
    "services": "diensten:\n" + "  - {id: a}\n" * (SIZE // 12),
    "digits": "naam: " + "9" * SIZE,
    "brackets": "[" * SIZE,
    "closing brackets": "a: " + "]" * SIZE,
    "dashes": "- " * (SIZE // 2),
    "colons": "a: " * (SIZE // 3),
    "hashes": "a: b" + " #c" * (SIZE // 3),
    "remarks": "# psoh: negeer KAART001 omdat het zo is\n" * (SIZE // 40) + "a: b",
    "remarks without a reason": "# psoh: negeer\n" * (SIZE // 15) + "a: b",
    "codes in a remark": "a: b # psoh: negeer " + "KAART001, " * (SIZE // 10),
    "spaces": "a: b" + " " * SIZE + "c",
    "blank lines": "a: b" + "\n" * SIZE + "c: d",
    "tabs": "a: b\n" + "\t" * SIZE,
    "apostrophes": "a: 's-x\n" * (SIZE // 8),
    "documents": "---\n" * (SIZE // 4),
    "characters that are no text": "a: " + "\x07" * SIZE,
    "letters with loose accents": "a: " + "e\u0301" * (SIZE // 2),
    "one letter with all accents": "a: e" + "\u0301\u0316" * (SIZE // 2),
    "equal signs": "a" + " = b" * (SIZE // 4),
    "tables": "[[negeer]]\n" * (SIZE // 11),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", HUGE)
def test_a_million_characters_are_read_or_refused_in_time(what: str) -> None:
    text = HUGE[what]
    with in_time(MOST_SECONDS):
        parsed = yaml_file.parse(text, name="sociale-kaart.yaml")
        _, problems = yaml_file.load(parsed, KaartFile)
        remarks_in(text, file="sociale-kaart.yaml", values=())
        read_policy(text[:100_000], file="psoh.toml")
    assert problems, "none of these is a kaart"


@pytest.mark.slow
@pytest.mark.parametrize("what", HUGE)
def test_a_million_characters_take_memory_in_proportion(what: str) -> None:
    text = HUGE[what][: SIZE // 5]
    tracemalloc.start()
    try:
        yaml_file.load(yaml_file.parse(text, name="sociale-kaart.yaml"), KaartFile)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < MOST_TIMES * len(text.encode("utf-8")) + 5_000_000, f"{peak / len(text):.0f} a character"
