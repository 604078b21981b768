"""The reader of each field for the cells of somebody else's spreadsheet."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from psoh_cli.characters import obeyed_in
from psoh_cli.kaart.exchange.sheet import (
    values_contact,
    values_costs,
    values_languages,
    values_numbers,
    values_times,
    values_words,
)
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS, named
from psoh_cli.kaart.exchange.sheet.reading import (
    EMPTY,
    Read,
    Reading,
    is_no_value,
    one_line,
    taken,
    unclear,
)
from psoh_cli.kaart.exchange.sheet.sheet_fields import LANGUAGE, WEEKDAY, SheetField
from psoh_cli.kaart.exchange.sheet.values_dates import date_reader
from psoh_cli.kaart.known_ids import KnownIds
from psoh_cli.model import normal
from psoh_cli.workbooks.raw_sheet import Cell, Unreckoned, shown

LONGEST = 4_000
"""More signs than this is no field of a kaart, but a text that went into the wrong cell (our own choice: afgeleid)."""

NO_OUTCOME = unclear(
    "hier staat een formule zonder uitkomst",
    "Open het bestand in Excel of LibreOffice en sla het op, of zet de waarde zelf in de cel.",
)
"""What is said of a formula that no program has worked out yet."""

_NOTHING_SAID = frozenset({"geen", "nee", "niet van toepassing", "geen bijzonderheden"})
_DIGITS = {"kvk": 8, "agb": 8}


@dataclass(frozen=True, kw_only=True)
class Reader:
    """What reads the columns of one sheet; `may_be_personal` takes over what seems to be about one person too."""

    known: KnownIds = field(default_factory=KnownIds)
    may_be_personal: bool = False

    def columns(self) -> Mapping[tuple[str, str], Column]:
        """Give our own columns with the words for their choices."""
        return {(item.who, item.key): item for item in named(COLUMNS, known=self.known)}

    def of(self, item: SheetField, *, cells: Sequence[Cell]) -> Read:
        """Give what reads the cells of a column; of dates the whole column tells what is meant."""
        if item.key.endswith(("gecontroleerd_op", "gemeten_op")):
            return date_reader(item.key, cells)
        read = self._special(item)
        if read is None:
            own = self.columns().get((item.who or "dienst", item.key), item.column)
            read = self._by_kind(item, own)
        return partial(_guarded, read)

    def _special(self, item: SheetField) -> Read | None:
        kind, _, value = item.key.partition(":")
        if kind == LANGUAGE and value:
            return partial(_one_language, value)
        if kind == WEEKDAY and value:
            return partial(values_times.on_day, value)
        if item.key.endswith("contact.telefoon"):
            return partial(values_contact.read_phone, item.key, may_be_personal=self.may_be_personal)
        if item.key.endswith("contact.email"):
            return partial(values_contact.read_mail, item.key, may_be_personal=self.may_be_personal)
        if item.key.endswith(("contact.functie", "gecontroleerd_door")):
            return partial(values_contact.read_function, item.key, may_be_personal=self.may_be_personal)
        if item.key == "aanmelden":
            return self._registration()
        return _SPECIAL.get(item.key)

    def _registration(self) -> Read:
        """Read how to get in: a choice where it is one, and the words as they stand."""
        choose = values_words.choice_reader(self.columns()["dienst", "toegang"])
        tell = partial(_text, "verwijsroute", may_be_personal=self.may_be_personal)

        def read(cell: Cell) -> Reading:
            told = tell(cell)
            if told is EMPTY or told.why:
                return told
            chosen = choose(cell)
            return told if chosen.why else replace(told, values={**told.values, **chosen.values})

        return read

    def _by_kind(self, item: SheetField, own: Column | None) -> Read:
        kind = own.kind if own is not None else "tekst"
        if own is not None and kind in {"keuze", "keuzes"}:
            return values_words.choice_reader(own)
        if kind == "talen":
            return partial(values_languages.read_languages, item.key)
        if kind == "ja-nee":
            return partial(values_numbers.read_yes_no, item.key)
        if own is not None and kind == "getal":
            return partial(values_numbers.read_count, item.key, most=own.most)
        if kind == "lijst":
            return partial(_list, item.key)
        return partial(_text, item.key, may_be_personal=self.may_be_personal)


def _guarded(read: Read, cell: Cell) -> Reading:
    """Keep out what no field holds: a formula, an order to a terminal, a text without end."""
    if not isinstance(cell, str):
        return read(cell)
    if isinstance(cell, Unreckoned):
        return NO_OUTCOME
    text = _unwrapped(cell)
    if not text:
        return EMPTY
    if text[0] == "=":
        return unclear("hier staat een formule; psoh rekent niets uit", "Zet de waarde zelf in de cel.")
    if len(text) > LONGEST:
        return unclear(
            f"dit zijn {len(text)} tekens; in een veld passen er hoogstens {LONGEST}", "Kort het in."
        )
    order = "" if text.isprintable() else obeyed_in(text.replace("\r", ""))
    if order:
        why = f"in de tekst staat een onzichtbaar stuurteken (U+{ord(order):04X})"
        return unclear(why, "Typ de tekst opnieuw, zonder te plakken.")
    return read(text)


def _unwrapped(cell: str) -> str:
    """Take off what only kept a spreadsheet from spoiling a text: `="0123"` and an apostrophe in front."""
    text = cell.replace("\N{NO-BREAK SPACE}", " ").replace("\r\n", "\n").replace("\u200b", "").strip()
    if text.startswith('="') and text.endswith('"'):
        return text[2:-1].strip()
    if text[:1] == "'" and text[1:2] in {"=", "+", "-", "@", "0"}:
        return text[1:].strip()
    return text


def _text(key: str, cell: Cell, *, may_be_personal: bool) -> Reading:
    text = shown(cell).strip()
    if is_no_value(one_line(text)) or (
        key in {"toelichting", "uitsluitcriteria"} and text.casefold() in _NOTHING_SAID
    ):
        return EMPTY
    try:
        text = normal("\n".join(filter(None, map(one_line, text.splitlines()))))
    except ValueError as error:
        return unclear(str(error.args[0]))
    if not may_be_personal:
        said = values_contact.personal_in(text)
        if said is not None:
            return said
    return taken(key, text)


def _list(key: str, cell: Cell) -> Reading:
    parts = [
        part.strip(" .") for line in shown(cell).splitlines() for part in line.replace(";", ",").split(",")
    ]
    found = list(dict.fromkeys(part for part in parts if not is_no_value(part)))
    return taken(key, found) if found else EMPTY


def _one_language(code: str, cell: Cell) -> Reading:
    """Read a mark in a column that is called after a language."""
    found = values_numbers.read_yes_no("talen", cell)
    if found.why or not found.values:
        return found
    return taken("talen", [code]) if found.values["talen"] == "ja" else EMPTY


def _free(cell: Cell) -> Reading:
    found = values_numbers.read_yes_no("gratis", cell)
    if found.values:
        if found.values["gratis"] == "ja":
            return taken("kosten_client", "gratis")
        return unclear(
            "dit zegt alleen dat het niet gratis is", "Schrijf eigen bijdrage, eigen risico of een bedrag."
        )
    return values_costs.read_cost(cell)


def _amount(cell: Cell) -> Reading:
    found = values_costs.read_cost(cell)
    amount = found.values.get("kosten_bedrag")
    return found if amount is None else taken("kosten_bedrag", amount)


_SPECIAL: Mapping[str, Read] = {
    "leeftijd": values_numbers.read_age,
    "wachttijd": values_numbers.read_waiting,
    "wachttijd.weken": values_numbers.read_waiting,
    "kosten": values_costs.read_cost,
    "kosten_bedrag": _amount,
    "gratis": _free,
    "capaciteit": values_numbers.read_capacity,
    "groepsgrootte": values_numbers.read_group_size,
    "openingstijden": values_times.read_times,
    "website": partial(values_contact.read_web, "website"),
    "adres": values_contact.read_address,
    "locatie": values_contact.read_place,
    "postcode": values_contact.read_postcode,
    "kvk": partial(values_contact.read_digits, "kvk", length=_DIGITS["kvk"]),
    "agb": partial(values_contact.read_digits, "agb", length=_DIGITS["agb"]),
}
