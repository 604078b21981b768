"""What goes out with `--openbaar`: a mark in every field, and in each form only the public ones come back."""

from __future__ import annotations

import io
import json
import zipfile
from datetime import date
from typing import Any

import pytest
from pydantic import BaseModel
from tests.kaart.exchange.full_kaart import FULL, KNOWN

from psoh_cli.kaart.entries import Organization, Service
from psoh_cli.kaart.exchange.code_lists_file import read_code_lists
from psoh_cli.kaart.exchange.export_forms_file import Form, make, public_form
from psoh_cli.kaart.exchange.hsds.documents import setting_of
from psoh_cli.kaart.exchange.public_part import public_part
from psoh_cli.kaart.kaart import KaartFile
from psoh_cli.kaart.public_fields import INTERNAL_FIELDS, NOT_INCLUDED, PUBLIC_FIELDS

MARK = "zekergeheim"
AS_OF = date(2026, 11, 21)
SETTING = setting_of(
    name="GM0505", known=KNOWN, lists=read_code_lists(), knowledge_version="1", gemeente=None, register=None,
    only_public=True,
)  # fmt: skip
FORMS = tuple(Form)


def in_full() -> dict[str, Any]:
    found: dict[str, Any] = FULL.model_dump(mode="json", by_alias=True)
    return found


def internal(kind: type[BaseModel]) -> dict[str, Any]:
    """Give every field that is not for the public a mark, as a file would hold it."""
    marked: dict[str, Any] = {
        kind.model_fields[name].alias or name: f"{MARK} {name}" for name in INTERNAL_FIELDS[kind]
    }
    given: dict[str, Any] = {
        "termijn_maanden": 47, "zichtbaar": "openbaar", "kvk": "31415926", "agb": "27182818",
        "in_klankbordgroep": "ja", "cultuursensitief_getraind": "deels", "cultuursensitief": [f"{MARK}-c"],
        "iasc_laag": f"{MARK}-laag", "pijlers": [f"{MARK}-pijler"], "codes_4w": ["9.7"],
        "capaciteit": {"plaatsen": 31415, "per": "jaar"},
        "geschiedenis": [{"op": "2026-01-01", "door": f"{MARK} door", "veld": "naam", "was": f"{MARK} was"}],
        "volledig_voor": [{"onderwerp": "alles", "datum": "2026-01-01", "door": f"{MARK} door"}],
        "bronnen": [{"id": f"{MARK}-bron", "titel": f"{MARK} titel", "uitgever": MARK, "jaar": "2026"}],
        "termijnen": [{"voor": "groep", "maanden": 47}],
    }  # fmt: skip
    return marked | {key: value for key, value in given.items() if key in marked}


def marked_kaart() -> KaartFile:
    """Fill every internal field, and put beside it an entry of every kind that is not for everybody."""
    data = in_full()
    organization, service = data["organisaties"][0], data["diensten"][0]
    organization |= internal(Organization) | {"contact": None}
    service |= internal(Service) | {
        "status": "actief", "doelgroepen": ["iedereen"], "organisatie": organization["id"],
        "contact": {"functie": f"{MARK} functie", "telefoon": "020-7654321", "zichtbaar": "professional"},
    }  # fmt: skip
    named = {"naam": f"{MARK} dienst", "aanbod": f"{MARK} aanbod"}
    away = [
        service | named | {"id": f"{MARK}-gestopt", "status": "gestopt"},
        service | named | {"id": f"{MARK}-vak", "doelgroepen": ["professionals"]},
        service | named | {"id": f"{MARK}-dicht", "zichtbaar": "professional"},
        service | named | {"id": f"{MARK}-van-dicht", "organisatie": f"{MARK}-org"},
    ]
    hidden = organization | {"id": f"{MARK}-org", "naam": f"{MARK} org", "zichtbaar": "professional"}
    return KaartFile.model_validate(
        data | internal(KaartFile) | {"organisaties": [organization, hidden], "diensten": [service, *away]}
    )


def text_in(files: dict[str, bytes]) -> str:
    """Give all text of the files, with a workbook unpacked."""
    found: list[str] = []
    for name, data in files.items():
        if name.endswith(".xlsx"):
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                found.extend(book.read(part).decode(errors="replace") for part in book.namelist())
        else:
            found.append(data.decode())
    return "\n".join(found)


@pytest.mark.parametrize("kind", [KaartFile, Organization, Service])
def test_of_each_field_somebody_decided_who_may_see_it(kind: type[BaseModel]) -> None:
    assert PUBLIC_FIELDS[kind] | INTERNAL_FIELDS[kind] == set(kind.model_fields)
    assert PUBLIC_FIELDS[kind] & INTERNAL_FIELDS[kind] == set()


@pytest.mark.parametrize("form", FORMS)
def test_nothing_that_is_not_for_everybody_is_in_any_form(form: Form) -> None:
    kaart = marked_kaart()
    assert MARK in text_in(dict(make(form, kaart, SETTING, as_of=AS_OF).files)), "the marks are seen"
    part = public_form(form, kaart)
    assert part.left_out == 5
    said = text_in(dict(make(form, part.kaart, SETTING, as_of=AS_OF).files))
    for secret in (MARK, "31415", "27182818", "7654321"):
        assert secret not in said, secret
    assert kaart.organizations[0].name in said
    assert NOT_INCLUDED not in said or form is Form.JSON


def test_a_public_kaart_as_json_is_a_kaart_that_says_what_it_lacks() -> None:
    part = public_part(marked_kaart()).kaart
    data = json.loads(make(Form.JSON, part, SETTING, as_of=AS_OF).files["sociale-kaart.json"])
    assert {item["bron"] for item in (*data["organisaties"], *data["diensten"])} == {NOT_INCLUDED}
    assert KaartFile.model_validate(data) == part


def test_a_form_keeps_the_internal_field_that_it_is_made_of() -> None:
    kaart = marked_kaart()
    assert public_form(Form.FOUR_WS_CSV, kaart).kaart.services[0].activity_codes == ("9.7",)
    assert public_form(Form.CSV, kaart).kaart.services[0].activity_codes == ()
