"""Places of HSDS read back as the locations of an organization."""

from __future__ import annotations

from typing import Any

from psoh_cli.dutch import slug
from psoh_cli.kaart.exchange.hsds.ids import OWN_IDENTIFIER
from psoh_cli.kaart.exchange.hsds.reader import Reader
from psoh_cli.kaart.exchange.hsds.reading_attributes import Said, read_attributes
from psoh_cli.kaart.exchange.hsds.reading_schedules import read_schedules

_ABROAD = "dit adres ligt niet in Nederland"
_ONE = "de sociale kaart kent per locatie één adres"
_ADDRESS = {"straat": "address_1", "postcode": "postal_code", "plaats": "city"}


def read_location(reader: Reader, *, taken: set[str]) -> dict[str, Any] | None:
    """Read one place; None where it cannot be a location of the kaart. `taken` are the ids given out already."""
    if reader.fields.get("location_type") not in {"physical", None}:
        reader.refuse_all(
            "hier komen geen mensen langs", "Zet een webadres bij website en een postadres nergens."
        )
        return None
    reader.take("location_type")
    is_own = reader.fields.get("external_identifier_type") == OWN_IDENTIFIER
    said = read_attributes(reader)
    address = _address(reader, said, is_own=is_own)
    name = reader.text("name") or address.get("straat")
    if name is None:
        reader.refuse_all("deze plaats heeft geen naam en geen adres", "Geef de locatie een naam.")
        return None
    own_id = _id(reader, name, taken, is_own=is_own)
    read = {
        "id": own_id,
        "naam": name,
        "adres": address,
        "wijk": said.fields.get("wijk"),
        "bereikbaarheid": reader.text("transportation"),
        "openingstijden": read_schedules(reader),
    }
    reader.finish()
    return {key: value for key, value in read.items() if value}


def _id(reader: Reader, name: str, taken: set[str], *, is_own: bool) -> str:
    """Give the id it has on the kaart; another place gets one after its name."""
    wanted = reader.text("external_identifier") if is_own else None
    if is_own:
        reader.take("external_identifier_type")
    base = wanted or slug(name) or "locatie"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}-{number}"
    taken.add(found)
    return found


def _address(reader: Reader, said: Said, *, is_own: bool) -> dict[str, str]:
    address: dict[str, str] = {
        key: said.fields[f"adres.{key}"] for key in _ADDRESS if said.fields.get(f"adres.{key}")
    }
    for item in reader.objects("addresses", kind="address"):
        if address:
            item.refuse_all(_ONE)
        elif str(item.fields.get("country") or "NL").upper() != "NL":
            item.refuse_all(_ABROAD, "Zet alleen een locatie in Nederland op de kaart.")
        elif item.fields.get("address_type") not in {"physical", None}:
            item.refuse_all("op dit adres komen geen mensen langs")
        else:
            item.take("country")
            item.take("address_type")
            read_attributes(item)
            if is_own:
                item.take("state_province")
            read = {key: item.text(column) for key, column in _ADDRESS.items()}
            address = {key: value for key, value in read.items() if value}
            item.finish()
    return address
