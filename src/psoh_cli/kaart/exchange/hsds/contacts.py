"""A contact of HSDS: a function with its shared mailbox and public number, never a name."""

from __future__ import annotations

from psoh_cli.kaart.entries import Contact
from psoh_cli.kaart.exchange.hsds.attributes import of_part
from psoh_cli.kaart.exchange.hsds.setting import Object, Setting, filled
from psoh_cli.kaart.rules_contact import is_email
from psoh_cli.vocabulary import Visibility


def contacts(contact: Contact | None, owner: tuple[str, str], setting: Setting) -> list[Object]:
    """Give the contact of an organization or service as HSDS lists it; `owner` is its kind and id."""
    if contact is None or (setting.only_public and contact.visibility is Visibility.PROFESSIONAL):
        return []
    own_id = setting.ids.of("contact", *owner)
    for_whom = [("zichtbaar", contact.visibility.value, None)]
    return [
        filled(
            {
                "id": own_id,
                f"{owner[0]}_id": setting.ids.of(*owner),
                "title": contact.function,
                "email": usable_email(contact),
                "phones": _phones(contact, own_id, owner, setting),
                "attributes": []
                if contact.visibility is Visibility.PUBLIC
                else of_part("contact", owner, for_whom, setting),
            }
        )
    ]


def usable_email(contact: Contact) -> str | None:
    """Give the mail address where it is one that HSDS takes."""
    return contact.email if contact.email is not None and is_email(contact.email) else None


def _phones(contact: Contact, contact_id: str, owner: tuple[str, str], setting: Setting) -> list[Object]:
    """Give the number as the kaart writes it: HSDS asks no form, and a short number has no other."""
    if contact.phone is None:
        return []
    own_id = setting.ids.of("phone", *owner)
    return [{"id": own_id, "contact_id": contact_id, "number": contact.phone, "type": "voice"}]
