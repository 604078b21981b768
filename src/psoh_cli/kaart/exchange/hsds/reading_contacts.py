"""Contacts of HSDS read as the one contact that an entry of the kaart has: a function, never a person."""

from __future__ import annotations

from typing import Any

from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_attributes import read_attributes
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.privacy.mailboxes import mailboxes

_ONE = "de sociale kaart kent per vermelding één contact"
_ONE_HOW = "Kies zelf welk contact op de kaart hoort."
_PERSON = "op de sociale kaart staat geen naam van een persoon"
_PERSON_HOW = "Vul bij functie de rol in, zoals balie of aanmeldteam."
_OWN_MAILBOX = "dit lijkt het adres van één persoon"
_OWN_MAILBOX_HOW = "Vraag om een algemeen adres, zoals info@."
_VOICE = frozenset({"voice", "cell", "phone", ""})


def read_contact(reader: Reader, *, is_own: bool) -> dict[str, Any]:
    """Read the first contact of an entry, filled in with its own mail address and telephone number."""
    contact: dict[str, Any] = {}
    for index, item in enumerate(reader.objects("contacts", kind="contact")):
        if index:
            item.refuse_all(_ONE, _ONE_HOW, is_private=True)
        else:
            contact = _contact(item, is_own=is_own)
    address = _email(reader, is_own=is_own)
    if address is not None and contact.setdefault("email", address) != address:
        reader.refuse("email", _ONE, _ONE_HOW)
    _phones(reader, contact, is_own=is_own)
    return contact


def _contact(item: Reader, *, is_own: bool) -> dict[str, Any]:
    contact: dict[str, Any] = {}
    if item.take("name") is not None:
        item.refuse("name", _PERSON, _PERSON_HOW, is_private=True)
    function = item.text("title") or item.text("department")
    if function is not None:
        contact["functie"] = function
    address = _email(item, is_own=is_own)
    if address is not None:
        contact["email"] = address
    _phones(item, contact, is_own=is_own)
    visibility = read_attributes(item).values().get("zichtbaar")
    if visibility is not None:
        contact["zichtbaar"] = visibility
    item.finish()
    return contact


def _email(reader: Reader, *, is_own: bool) -> str | None:
    address = reader.text("email")
    if address is None:
        return None
    if not is_email(address):
        reader.refuse("email", "dit is geen e-mailadres", "Vraag na wat het adres is.")
        return None
    if not is_own and any(mailboxes(address)):
        reader.refuse("email", _OWN_MAILBOX, _OWN_MAILBOX_HOW, is_private=True)
        return None
    return address


def _phones(reader: Reader, contact: dict[str, Any], *, is_own: bool) -> None:
    for item in reader.objects("phones", kind="phone"):
        if str(item.fields.get("type") or "").casefold() not in _VOICE:
            item.refuse_all("dit is geen nummer om te bellen")
            continue
        if "telefoon" in contact:
            item.refuse_all("de sociale kaart kent per vermelding één telefoonnummer", _ONE_HOW)
            continue
        item.take("type")
        number = item.text("number") or ""
        number = number if is_own else number.strip("\"' ")
        if number:
            contact["telefoon"] = number
        item.finish()
