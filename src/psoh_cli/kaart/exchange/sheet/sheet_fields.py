"""To which field of the kaart a column of a spreadsheet can go, and by which headings partners call it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache

from psoh_cli.kaart.exchange.incoming import EntryKind
from psoh_cli.kaart.exchange.sheet.column import Column
from psoh_cli.kaart.exchange.sheet.columns import COLUMNS
from psoh_cli.kaart.exchange.sheet.heading_words import WORDS
from psoh_cli.kaart.weekdays import WEEKDAYS
from psoh_cli.problems.meant import bare
from psoh_cli.vocabulary import LANGUAGE_NAMES

IGNORED = "overslaan"
"""What a mapping says of a column that is not taken over."""

LANGUAGE, WEEKDAY = "taal", "dag"
"""Fields of a column that is called after one language or day: `taal:ar`, `dag:maandag`."""


@dataclass(frozen=True, kw_only=True)
class SheetField:
    """A field that a column of a spreadsheet can be about; `name` is what a mapping file calls it.

    `who` None leaves it to the sheet: of a service where its rows are services, or else of the organization.
    """

    name: str
    label: str
    who: EntryKind | None
    key: str
    column: Column | None = None


def _own(column: Column) -> SheetField:
    prefix = "" if column.who == "dienst" else "organisatie."
    name = _SHORT.get((column.who, column.key), f"{prefix}{column.key}")
    return SheetField(name=name, label=column.heading, who=column.who, key=column.key, column=column)


_SHORT = {("organisatie", "naam"): "organisatie", ("organisatie", "ketenpartner"): "ketenpartner"}
_NEVER = frozenset({"id", "geschiedenis", "locaties", "contact.zichtbaar"})
"""What only our own file can say."""

_TOGETHER = (
    SheetField(name="telefoon", label="Telefoon", who=None, key="contact.telefoon"),
    SheetField(name="email", label="E-mail", who=None, key="contact.email"),
    SheetField(name="contact", label="Bij wie men moet zijn", who=None, key="contact.functie"),
    SheetField(name="website", label="Website", who=None, key="website"),
    SheetField(name="toelichting", label="Toelichting", who=None, key="toelichting"),
    SheetField(name="leeftijd", label="Leeftijd", who="dienst", key="leeftijd"),
    SheetField(name="wachttijd", label="Wachttijd", who="dienst", key="wachttijd"),
    SheetField(name="kosten", label="Kosten", who="dienst", key="kosten"),
    SheetField(name="gratis", label="Gratis (ja of nee)", who="dienst", key="gratis"),
    SheetField(name="capaciteit", label="Plaatsen en per wanneer", who="dienst", key="capaciteit"),
    SheetField(name="groepsgrootte", label="Deelnemers per groep", who="dienst", key="groepsgrootte"),
    SheetField(name="aanmelden", label="Aanmelden of verwijzen", who="dienst", key="aanmelden"),
    SheetField(name="locatie", label="Naam van de plek", who="organisatie", key="locatie"),
    SheetField(name="adres", label="Adres", who="organisatie", key="adres"),
    SheetField(name="huisnummer", label="Huisnummer", who="organisatie", key="huisnummer"),
    SheetField(name="postcode", label="Postcode, of postcode en plaats", who="organisatie", key="postcode"),
    SheetField(name="plaats", label="Plaats", who="organisatie", key="plaats"),
    SheetField(name="wijk", label="Wijk", who="organisatie", key="wijk"),
    SheetField(name="bereikbaarheid", label="Bereikbaarheid", who="organisatie", key="bereikbaarheid"),
)  # fmt: skip


@cache
def fields() -> Mapping[str, SheetField]:
    """Give every field by its name."""
    found = {item.name: item for item in map(_own, COLUMNS) if item.key not in _NEVER}
    found["dienst"] = found.pop("naam")
    found["dienst"] = SheetField(
        name="dienst", label="Dienst", who="dienst", key="naam", column=found["dienst"].column
    )
    found |= {item.name: item for item in _TOGETHER}
    for day in WEEKDAYS:
        found[f"{WEEKDAY}:{day}"] = SheetField(
            name=f"{WEEKDAY}:{day}", label=f"Open op {day}", who="dienst", key=f"{WEEKDAY}:{day}"
        )
    return found


def field_named(name: str) -> SheetField | None:
    """Find a field by its name in a mapping file; of a column for one language it is made."""
    known = fields().get(name)
    kind, _, code = name.partition(":")
    if known is None and kind == LANGUAGE and code:
        return SheetField(name=name, label=f"Taal: {LANGUAGE_NAMES.get(code, code)}", who="dienst", key=name)
    return known


@cache
def by_heading() -> Mapping[str, tuple[str, ...]]:
    """Give the names of fields by every heading that can stand for them, the likeliest first."""
    found: dict[str, list[str]] = {}
    for name, words in WORDS.items():
        for word in words.split(";"):
            found.setdefault(bare(word), []).append(name)
    for name, item in fields().items():
        for word in (item.label, name.replace(".", " ").replace("_", " ")):
            if name not in found.setdefault(bare(word), []):
                found[bare(word)].append(name)
    return {word: tuple(names) for word, names in found.items()}


def labels(names: Iterable[str]) -> dict[str, str]:
    """Give fields with what a question calls them."""
    known = ((name, field_named(name)) for name in names)
    return {name: item.label for name, item in known if item is not None}
