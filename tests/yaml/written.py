"""Generated YAML as people write it: comments, quotes, blank lines, flow lists, odd indentation, CRLF."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from psoh_cli.files.yaml_dump import dump_flow, dump_scalar

Data = Any

TRAPS = [
    "", " ", "0505", "0612345670", "+31781234567", "10:30", "no", "on", "ja", "nee", "1.10", "2026-02-30", "2026-01-31",
    "'s-Hertogenbosch", "'t Gooi", "Nul: 13", "einde:", "Huis #3", "a#b", "&Zo", "*vet*", "!let op", "@gemeente", "%5",
    "`a`", "- a", "-a", "? b", ": c", "[a]", "{a}", "a, b", "a]", "~", "null", "Null", "true", "<<", "=", "---", "...",
    "--- a", "\\", '"', "'", "\"'", "a\\nb", "een\ntwee", "een\ntwee\n", "een\n\n  drie\n", " voor\nna", "na \nx", "\n",
    "x\n\n", "# geen commentaar", "een\n# twee\n- drie\n", "tab\there", "é", "e\u0301", "🙂", "\u2028", "\x85", "\xa0",
    "\ufeff", "1e3", "0x1F", ".5", ".inf", "1_000", "y", "N", "a: b # c", "|", ">", "| x", "€ 12.500,00", "x" * 200,
    "https://example.org/a?b=c#d", "a:b", "een\r\ntwee", "\x00", "\x1b[0m", "Let op: 'dit' is \"zo\"", "2026", "12,50",
]  # fmt: skip

texts = st.one_of(
    st.sampled_from(TRAPS),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
    st.sampled_from(["Dordrecht", "een hele zin.", "ar"]),
)
keys = st.sampled_from(
    ["naam", "id", "talen", "op", "adres", "0505", "no", "met spatie", "lang-woord", "'t", "a: b"]
)
scalars = st.one_of(texts, st.none())
data = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(keys, inner, max_size=3),
    max_leaves=8,
)
documents = st.dictionaries(keys, data, min_size=1, max_size=5)


class Writer:
    """Writes data the way people do; every choice is drawn, so that a failure shrinks to a small file."""

    def __init__(self, draw: st.DrawFn) -> None:
        self.draw = draw
        self.notes = 0

    def chance(self) -> bool:
        return bool(self.draw(st.integers(0, 3)) == 0)

    def note(self) -> str:
        self.notes += 1
        return f"# opmerking {self.notes}"

    def tail(self) -> str:
        return f"  {self.note()}" if self.chance() else ""

    def between(self, indent: int) -> list[str]:
        lines = [""] if self.chance() else []
        if self.chance():
            lines.append(" " * indent + self.note())
        return lines

    def document(self, value: dict[str, Data]) -> str:
        lines = [*(["---"] if self.chance() else []), *self.mapping(value, indent=0)]
        if self.chance():
            lines += ["", self.note()]
        newline = self.draw(st.sampled_from(["\n", "\n", "\r\n"]))
        text = newline.join(lines) + (newline if not self.chance() else "")
        return ("\ufeff" if self.chance() else "") + text

    def mapping(self, value: dict[str, Data], *, indent: int) -> list[str]:
        lines: list[str] = []
        for key, item in value.items():
            if lines or indent == 0:
                lines += self.between(indent)
            head, rest = self.value(item, indent=indent, dash=False)
            lines += [" " * indent + dump_scalar(key) + ":" + head, *rest]
        return lines

    def sequence(self, value: list[Data], *, indent: int) -> list[str]:
        lines: list[str] = []
        for item in value:
            if lines:
                lines += self.between(indent)
            if isinstance(item, dict) and item and not self.chance():
                first, *rest = self.mapping(item, indent=indent + 2)
                lines += [" " * indent + "- " + first[indent + 2 :], *rest]
            elif isinstance(item, list) and item and self.chance():
                first, *rest = self.sequence(item, indent=indent + 2)
                lines += [" " * indent + "- " + first[indent + 2 :], *rest]
            else:
                head, rest = self.value(item, indent=indent, dash=True)
                lines += [" " * indent + "-" + head, *rest]
        return lines

    def value(self, value: Data, *, indent: int, dash: bool) -> tuple[str, list[str]]:
        if isinstance(value, (dict, list)) and value and not self.chance():
            deeper = indent + self.draw(
                st.sampled_from([2, 2, 4] if dash or isinstance(value, dict) else [0, 2, 4])
            )
            between = self.between(deeper)
            if isinstance(value, dict):
                return self.tail(), [*between, *self.mapping(value, indent=deeper)]
            return self.tail(), [*between, *self.sequence(value, indent=deeper)]
        if isinstance(value, list) and value and self.chance():
            parts = [f"{' ' * (indent + 4)}{dump_flow(item)},{self.tail()}" for item in value]
            return f" [{self.tail()}", [*parts, f"{' ' * (indent + 2)}]{self.tail()}"]
        if isinstance(value, (dict, list)):
            return f" {dump_flow(value)}{self.tail()}", []
        return self.scalar(value, indent=indent)

    def scalar(self, value: str | None, *, indent: int) -> tuple[str, list[str]]:
        if value is None:
            return self.draw(st.sampled_from(["", " ~", " null"])) + self.tail(), []
        plain = dump_scalar(value)
        if "\n" in value and value == "een\ntwee\n":
            body = [" " * (indent + 3) + line for line in value.splitlines()]
            return f" |{self.tail()}", [*body, *([""] if self.chance() else [])]
        if plain == value and " " in value and self.chance():  # over two lines, which YAML folds into one
            first, second = value.split(" ", 1)
            return f" {first}", [" " * (indent + 3) + second + self.tail()]
        if plain == value and "'" not in value and self.chance():
            return f" '{value}'{self.tail()}", []
        if plain == value and self.chance():
            return "", [f"{' ' * (indent + 2)}{value}{self.tail()}"]
        return f" {plain}{self.tail()}", []


@st.composite
def files(draw: st.DrawFn) -> tuple[str, dict[str, Data]]:
    """Give a text and the data it holds."""
    value = draw(documents)
    return Writer(draw).document(value), value
