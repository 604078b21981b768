"""Telephone numbers, mail and web addresses, postal addresses and who to ask for, as people write them in a cell."""

from __future__ import annotations

import re

from psoh_cli.dutch import slug
from psoh_cli.kaart.exchange.sheet.reading import EMPTY, Reading, is_no_value, one_line, taken, unclear
from psoh_cli.kaart.telephone import can_be_dialled, number_meant, why_not
from psoh_cli.model import is_web_address, lacks_scheme
from psoh_cli.privacy.finding import traces
from psoh_cli.privacy.mailbox_words import FUNCTIONS
from psoh_cli.privacy.trace import Kind
from psoh_cli.workbooks.raw_sheet import Cell, shown

_MAIL = re.compile(r"[\w.+'&%-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,20}")
_AROUND_MAIL = re.compile(r"\b(?:mailto|e-?mail(?:adres)?|mail|naar)\b", re.IGNORECASE)
"""What may stand around a mail address and tells nothing more."""
_BETWEEN_NUMBERS = re.compile(r"\s*(?:[/;|\n]|,|\bof\b|\ben\b)\s*(?=\(?[+0])", re.IGNORECASE)
_POSTCODE = re.compile(r"\b([1-9]\d{3})\s?([A-Za-z]{2})\b")
_NAME = re.compile(
    r"(?:[A-ZÀ-Þ][a-zà-ÿ'’-]+|[A-Z]\.)(?: (?:[A-Z]\.|van|de|der|den|el|al|ten|ter|te|'t|bin|ibn))* [A-ZÀ-Þ][a-zà-ÿ'’-]+"
)
_FUNCTION = re.compile(
    r"afdeling|team|balie|receptie|secretariaat|co[oö]rdinator|consulent|medewerker|regisseur|beheer|werker|begeleider|"
    r"adviseur|loket|servicepunt|aanmeld|intake|wijk|planning|administratie|directie|manager|docent|hulpverlener|arts|"
    r"praktijk|bestuur|voorzitter|functionaris|klantcontact|centrum|groep|dienst|algemeen|maatschappelijk",
    re.IGNORECASE,
)
_PERSONAL = {
    Kind.MOBILE: "dit is een mobiel nummer, en dat is meestal van één persoon",
    Kind.MAILBOX: "dit lijkt het e-mailadres van één persoon",
    Kind.NAME: "dit lijkt de naam van een persoon",
    Kind.BSN: "hier lijkt een burgerservicenummer te staan",
    Kind.BIRTH_DATE: "hier lijkt een geboortedatum te staan",
    Kind.NUMBER: "hier lijkt een nummer van één persoon te staan",
}
"""What is not taken over; words about a case are left to the check of the kaart itself."""
TAKE_ANYWAY = " Klopt het toch, zet dan in koppeling.yaml: persoonlijk: overnemen"
"""Behind the remedy: what helps only where columns are read by a mapping."""

_INSTEAD = {
    Kind.MOBILE: "Vraag naar een algemeen nummer.",
    Kind.MAILBOX: "Vraag naar een gedeeld postvak, zoals info@.",
    Kind.NAME: "Noem een functie, zoals coördinator.",
}


def read_phone(key: str, cell: Cell, *, may_be_personal: bool) -> Reading:
    """Read a telephone number; a spreadsheet may have taken its zero away."""
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    parts = [part for part in _BETWEEN_NUMBERS.split(shown(cell).strip()) if part.strip()]
    first = _one_number(key, one_line(parts[0]), may_be_personal=may_be_personal)
    if len(parts) == 1:
        return first
    others = [_one_number(key, one_line(part), may_be_personal=may_be_personal) for part in parts[1:]]
    best = next((found for found in (first, *others) if found.values), first)
    if not best.values:
        return first
    rest = [part for part, found in zip(parts, (first, *others), strict=True) if found is not best]
    is_personal = any(found.is_personal for found in (first, *others))
    return Reading(
        values=best.values, note=best.note, is_personal=is_personal, part=", ".join(map(one_line, rest)),
        why="de kaart houdt één nummer bij; psoh neemt het eerste dat kan",
        remedy="Zet een ander nummer zelf op de kaart.",
    )  # fmt: skip


def _one_number(key: str, text: str, *, may_be_personal: bool) -> Reading:
    meant = None if can_be_dialled(text) else number_meant(text)
    number = text if can_be_dialled(text) else meant.text if meant else ""
    if not number:
        return unclear(f"dit {why_not(text)}", "Schrijf één nummer met netnummer, bijvoorbeeld 078-1234567.")
    if not may_be_personal and any(trace.kind is Kind.MOBILE for trace in traces(number)):
        return personal(Kind.MOBILE)
    lost_zero = meant is not None and not meant.is_safe
    return taken(
        key,
        number,
        note="Bij telefoonnummers van negen cijfers heeft psoh de 0 vooraan weer toegevoegd."
        if lost_zero
        else "",
    )


def read_mail(key: str, cell: Cell, *, may_be_personal: bool) -> Reading:
    """Read a mail address, out of `mailto:` or `Naam <adres>`."""
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    found = list(dict.fromkeys(address.strip(".'") for address in _MAIL.findall(text)))
    if not found:
        return unclear("dit is geen e-mailadres", "Schrijf één adres, zoals info@buurthuis.example.")
    shared = [one for one in found if may_be_personal or not traces(one)]
    if not shared:
        return personal(Kind.MAILBOX)
    if len(found) > 1:
        return Reading(
            values={key: shared[0]}, part=", ".join(found[1:]), is_personal=len(shared) < len(found),
            why="de kaart houdt één adres bij; psoh neemt het eerste dat kan",
            remedy="Zet een ander adres zelf op de kaart.",
        )  # fmt: skip
    beside = _AROUND_MAIL.sub("", text.replace(shared[0], "", 1))
    if re.search(r"\w", beside) and "<" not in text:
        return unclear(
            "psoh neemt het adres over, maar niet wat erbij staat", "Zet dat in een kolom Toelichting.",
            part=one_line(beside), values={key: shared[0]},
        )  # fmt: skip
    return taken(key, shared[0])


def read_web(key: str, cell: Cell) -> Reading:
    """Read the address of a page, with or without https:// in front."""
    text = one_line(shown(cell))
    if is_no_value(text) or text.casefold() in {"geen", "nee"}:
        return EMPTY
    parts = [part.strip("<>(),;") for part in text.split()]
    for part in parts:
        address = re.sub(r"^(https?):/{0,2}(?=\w)", r"\1://", part, flags=re.IGNORECASE)
        if "@" in address:
            continue
        whole = address if is_web_address(address) else f"https://{address}" if lacks_scheme(address) else ""
        if whole:
            more = len(parts) > 1
            return Reading(
                values={key: whole},
                why="hier staat meer dan één webadres" if more else "",
                remedy="psoh neemt het eerste adres; zet de rest in een kolom Toelichting." if more else "",
            )
    return unclear("dit is geen webadres", "Schrijf een adres zoals https://www.buurthuis.example.")


def read_function(key: str, cell: Cell, *, may_be_personal: bool) -> Reading:
    """Read who to ask for: a function, and never the name of a person."""
    text = one_line(shown(cell))
    if is_no_value(text):
        return EMPTY
    if not may_be_personal and (_is_name(text) or any(trace.kind is Kind.NAME for trace in traces(text))):
        return personal(Kind.NAME)
    return taken(key, text)


def _is_name(text: str) -> bool:
    """Tell whether a text in a column of contacts looks like somebody's name: capitals, and no word for a function."""
    bare = re.sub(r"\s*\(.*?\)", "", text).strip(" .,;")
    words = set(slug(bare).split("-"))
    if _FUNCTION.search(bare) or words & FUNCTIONS:
        return False
    return any(
        _NAME.fullmatch(part.strip()) for part in re.split(r"[,;/&]|\ben\b", bare) if part.strip()
    ) or (re.fullmatch(r"[A-ZÀ-Þ][a-zà-ÿ'’-]{2,}", bare) is not None)


def read_address(cell: Cell) -> Reading:
    """Read street, postcode and place, as far as they stand in one cell."""
    text = one_line(shown(cell)).strip(" ,;")
    if is_no_value(text):
        return EMPTY
    found = _POSTCODE.search(text)
    if found is None:
        street, comma, city = text.rpartition(",")
        if comma and re.search(r"\d", street) and not re.search(r"\d", city):
            return Reading(values={"adres.straat": street.strip(), "adres.plaats": city.strip()})
        return taken("adres.straat", text)
    street, city = text[: found.start()].strip(" ,;-"), text[found.end() :].strip(" ,;-")
    values = {
        "adres.straat": street,
        "adres.postcode": f"{found[1]} {found[2].upper()}",
        "adres.plaats": city,
    }
    return Reading(values={key: value for key, value in values.items() if value})


def read_place(cell: Cell) -> Reading:
    """Read where something is: a name, or an address with a postcode in it."""
    text = one_line(shown(cell)).strip(" ,;")
    if is_no_value(text):
        return EMPTY
    return read_address(cell) if _POSTCODE.search(text) else taken("locatie", text)


def read_postcode(cell: Cell) -> Reading:
    """Read a postcode, alone or with the place behind it."""
    text = one_line(shown(cell)).strip(" ,;")
    if is_no_value(text):
        return EMPTY
    found = _POSTCODE.match(text)
    if found is None:
        if re.search(r"\d", text):
            return unclear("dit is geen hele postcode", "Schrijf vier cijfers en twee letters: 3311 AB.")
        return taken("adres.plaats", text.title() if text.isupper() else text)
    city = text[found.end() :].strip(" ,;/-")
    if _POSTCODE.search(city):
        return unclear("hier staat meer dan één postcode", "Zet elke plek op een eigen rij.")
    values = {"adres.postcode": f"{found[1]} {found[2].upper()}"} | ({"adres.plaats": city} if city else {})
    return Reading(values=values)


def read_digits(key: str, cell: Cell, *, length: int) -> Reading:
    """Read a number of a register, of which a spreadsheet may have taken zeros away."""
    text = re.sub(r"[\s.]", "", shown(cell))
    if is_no_value(text):
        return EMPTY
    if not text.isdecimal() or not length - 3 <= len(text) <= length:
        return unclear(f"dit is geen nummer van {length} cijfers", "Kijk het nummer na in het register.")
    note = (
        f"Nummers met minder dan {length} cijfers hebben vooraan weer nullen gekregen."
        if len(text) < length
        else ""
    )
    return taken(key, text.zfill(length), note=note)


def personal(kind: Kind) -> Reading:
    """Say that something is about one person, without repeating it."""
    instead = _INSTEAD.get(kind, "Haal het weg.")
    return Reading(
        why=f"{_PERSONAL[kind]}; psoh neemt het niet over",
        remedy=f"{instead}{TAKE_ANYWAY}",
        is_personal=True,
    )


def personal_in(text: str) -> Reading | None:
    """Say what in a free text seems to be about one person; None when nothing does."""
    kind = next((trace.kind for trace in traces(text) if trace.kind in _PERSONAL), None)
    return personal(kind) if kind else None
