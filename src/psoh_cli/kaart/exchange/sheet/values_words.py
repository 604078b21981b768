"""Choices, one or several in a cell: by name, by another word, or with the question what was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime

from psoh_cli.dutch import listing
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Read, Reading, is_no_value, one_line, unclear
from psoh_cli.kaart.exchange.sheet.synonyms import SAYS_NOTHING, UNSURE, by_word
from psoh_cli.kaart.exchange.sheet.values_numbers import age_in
from psoh_cli.problems.meant import bare, closest
from psoh_cli.workbooks.raw_sheet import Cell, shown

_PARTS = re.compile(r"[,;\n\r|•·&]|\s[-–+]\s|(?<!t)/(?!m)|\ben\b(?! ouder)|\bof\b(?! ouder)", re.IGNORECASE)
AROUND = " \t.:*-–\N{BULLET}"
ALSO = re.compile(
    r"^(?:ook|o\.?a\.?|onder andere|waaronder|en|of|en/of|bijv\.?)\s+(?:de |het |een )?"
    r"|^(?:de|het|een) ",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"\s*\(.*\)$")
_YES_AND = re.compile(r"^ja\s*[,:;(-]?\s+(?=\w)", re.IGNORECASE)
_ARTICLE = re.compile(r"\s+(?:de|het|een)\s+", re.IGNORECASE)
_MOST_PARTS = 60
_AGE_BESIDE = re.compile(r"(.+?)[\s,]*\(?((?:van |vanaf |tussen |tot |t/m |onder )?\d[^()]*)\)?")


def choice_reader(column: Column) -> Read:
    """Make the reader of a choice: one value, or several where the field holds several."""
    table = _table(column)

    def read(cell: Cell) -> Reading:
        return _read_choice(column, cell, table=table)

    return read


def _table(column: Column) -> Mapping[str, str]:
    """Give the values of a column by every word that can only mean that value."""
    found = dict(by_word(column.key))
    found |= {bare(word): value for value, word in column.choices.items()}
    found |= {bare(value): value for value in column.choices}
    found.update({word: value for word, value in _first_words(column).items() if word not in found})
    return found


def _first_words(column: Column) -> dict[str, str]:
    """Give ids by what stands ahead of brackets or a colon in their name: `Maatschappelijke begeleiding (…)`."""
    if not column.known:
        return {}
    heads: dict[str, str] = {}
    for value, word in column.choices.items():
        for head in (re.split(r"\s*[(,]", word, maxsplit=1)[0], *word.split(" en ")[:1]):
            heads[bare(head)] = value if bare(head) not in heads or heads[bare(head)] == value else ""
    return {head: value for head, value in heads.items() if head and value}


def _read_choice(column: Column, cell: Cell, *, table: Mapping[str, str]) -> Reading:
    if isinstance(cell, datetime | date):
        return unclear("dit is een datum en geen keuze", _which(column, ""))
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    whole = _found(text, table=table)
    if whole:
        return Reading(values={column.key: [whole] if column.many else whole})
    if not column.many:
        return _one_of(column, text, table=table)
    return _several(column, shown(cell), table=table)


def _found(text: str, *, table: Mapping[str, str]) -> str:
    """Find a choice by a word for it, also with `ja,` or `via de` around it; who puts `?` behind it is not sure."""
    if "?" in text:
        return ""
    return table.get(bare(text)) or table.get(bare(_ARTICLE.sub(" ", _YES_AND.sub("", text))), "")


def _one_of(column: Column, text: str, *, table: Mapping[str, str]) -> Reading:
    if bare(text) in {"ja", "x", "v"} and "ja" not in column.choices:
        return unclear(f"'{text}' zegt niet welke het is", _which(column, ""))
    head = table.get(bare(re.split(r"[(,;:]", text, maxsplit=1)[0]))
    if head and re.search(r"[(,;:]", text):
        return unclear("hier staat meer dan de keuze zelf", f"Bedoelt u '{column.choices.get(head, head)}'?")
    return unclear("dit is geen van de keuzes", _which(column, text))


def _several(column: Column, text: str, *, table: Mapping[str, str]) -> Reading:
    values: dict[str, object] = {}
    found: list[str] = []
    wrong: list[str] = []
    beside: list[str] = []
    note = ""
    for part in parts_of(text):
        word = ALSO.sub("", part).strip(AROUND)
        value = _found(word, table=table)
        if value:
            found.append(value)
        elif bare(word) in SAYS_NOTHING.get(column.key, ()):
            note = f"'{word}' geldt voor de hele kaart; psoh neemt het bij {column.heading} niet over."
        elif column.key == "doelgroepen" and (ages := _group_with_ages(word, table=table)):
            found += ages[0]
            values |= ages[1].values
            note = ages[1].note or note
        elif "?" not in word and (short := table.get(bare(_BEHIND.sub("", word)))):
            found.append(short)
            beside.append(word)
        else:
            wrong.append(word)
    if found:
        values[column.key] = list(dict.fromkeys(found))
    if not wrong and beside:
        return Reading(
            values=values, note=note, why="psoh neemt de keuze over, maar niet wat er tussen haakjes staat",
            remedy="Zet dat in een kolom Toelichting.", part=", ".join(beside),
        )  # fmt: skip
    if not wrong:
        return Reading(values=values, note=note)
    said = listing([f"'{part}'" for part in wrong[:4]])
    why = f"{said} {'zijn geen keuzes' if len(wrong) > 1 else 'is geen keuze'} voor dit veld"
    return Reading(values=values, note=note, why=why, remedy=_which(column, wrong[0]),
                   part=", ".join((*wrong, *beside)))  # fmt: skip


def _group_with_ages(word: str, *, table: Mapping[str, str]) -> tuple[list[str], Reading] | None:
    """Read `jongeren 12-18` or `18+` among the groups for whom something is."""
    ages = age_in(word.casefold())
    if ages is not None and not ages.why:
        return [], ages
    match = _AGE_BESIDE.fullmatch(word)
    if match is None:
        return None
    group, ages = table.get(bare(match[1])), age_in(match[2].casefold())
    says_nothing = bare(match[1]) in SAYS_NOTHING["doelgroepen"]
    if ages is None or ages.why or not (group or says_nothing):
        return None
    return [group] if group else [], ages


def near(column: Column, text: str, *, most: int = 4) -> dict[str, str]:
    """Give the choices that look most like a text, with their words."""
    table = _table(column)
    words = {word: word for word in table}
    found = dict.fromkeys(table[word] for word in closest(text, words, most=most))
    return {value: column.choices.get(value, value) for value in found}


def _which(column: Column, text: str) -> str:
    unsure = UNSURE.get(column.key, {}).get(bare(text))
    if unsure:
        return unsure
    meant = near(column, text, most=1) if len(text) >= 4 else {}
    if meant:
        return f"Bedoelt u '{next(iter(meant.values()))}'?"
    words = [word for value, word in column.choices.items() if value != "onbekend"]
    shown_words = words if len(words) <= 8 else words[:8]
    return f"Kies uit: {'; '.join(shown_words)}{'; …' if len(words) > len(shown_words) else ''}."


def parts_of(text: str) -> list[str]:
    """Give the values that stand in one cell, without the signs between them."""
    found = [one_line(part).strip(AROUND) for part in _PARTS.split(text)]
    parts = [part for part in found if part]
    rest = parts[_MOST_PARTS:]
    return [*parts[:_MOST_PARTS], *([", ".join(rest)] if rest else [])]
