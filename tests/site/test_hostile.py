"""A kaart that wants to do harm: nothing in it runs, leads or overrules on any page."""

from __future__ import annotations

import json
import re
from functools import lru_cache

import pytest
from tests.kaart.samples import organization, service
from tests.site.samples import Reader, kaart, pages

from psoh_cli.model import normal
from psoh_cli.site.pages import file_name, phone_link, web_link
from psoh_cli.site.render_templates import mail_link

ATTACK = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'`{{7*7}}{%x%}=HYPERLINK("x")'


@lru_cache(maxsize=1)
def attacked() -> dict[str, str]:
    place = {
        "id": "plek", "naam": ATTACK, "wijk": ATTACK, "bereikbaarheid": ATTACK,
        "adres": {"straat": ATTACK, "postcode": ATTACK, "plaats": ATTACK},
        "openingstijden": [{"toelichting": ATTACK}],
    }  # fmt: skip
    contact = {"functie": ATTACK, "telefoon": ATTACK, "email": f"{ATTACK}@x.example"}
    found = kaart(
        organizations=[organization(naam=ATTACK, rol=ATTACK, contact=contact, locaties=[place])],
        services=[
            service(
                naam=ATTACK,
                aanbod=ATTACK,
                verwijsroute=ATTACK,
                uitsluitcriteria=ATTACK,
                werkgebied=[ATTACK],
                locaties=["plek"],
                contact=contact,
                openingstijden=[{"toelichting": ATTACK}],
                talen=["ar"],
            )
        ],
    )
    return pages(found, address="https://hulp.gemeente.example/")


def test_what_somebody_typed_is_text_and_nothing_else() -> None:
    clean = pages(kaart(organizations=[organization(website="www.huis.example")], services=[service()]))
    for place, page in attacked().items():
        if not place.endswith(".html"):
            continue
        tags = [tag for tag, _ in Reader(page).elements]
        assert "img" not in tags, place
        assert tags.count("script") == [tag for tag, _ in Reader(clean[place]).elements].count("script"), (
            place
        )
        assert not any(name.startswith("on") for _, found in Reader(page).elements for name in found), place
        assert "49" not in Reader(page).text


def test_what_somebody_typed_ends_no_script() -> None:
    text = attacked()["bestanden/gegevens-nl.js"]
    assert "</script" not in text
    assert "<img" not in text
    for page in attacked().values():
        for data in re.findall(r'<script type="application/ld\+json">(.*?)</script>', page, re.DOTALL):
            assert "<" not in data
            json.loads(data)


def test_no_link_runs_anything() -> None:
    for place, page in attacked().items():
        for _, found in Reader(page).elements:
            for name in ("href", "src", "action"):
                target = found.get(name) or ""
                assert not re.match(r"\s*(javascript|data|vbscript):", target, re.IGNORECASE), (place, target)
                assert "<" not in target


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "JAVASCRIPT:alert(1)//x.nl", "data:text/html,x", "//x.nl"]
)
def test_an_address_that_is_none_can_not_come_from_a_file(address: str) -> None:
    with pytest.raises(ValueError, match="webadres"):
        organization(website=address)


def test_an_address_without_its_beginning_gets_it() -> None:
    assert web_link("www.huis.example") == "https://www.huis.example"
    assert web_link("javascript:alert(1)") == "https://javascript:alert(1)"
    assert web_link("HTTP://huis.example") == "HTTP://huis.example"
    assert web_link(None) is None


@pytest.mark.parametrize(
    ("number", "link"),
    [
        ("020-123 45 67", "tel:0201234567"),
        ("+31 20 1234567", "tel:+31201234567"),
        ("06-12345678", "tel:0612345678"),
        ("zie website", ""),
        ("020-1234567;ext=1", ""),
    ],
)
def test_a_telephone_takes_the_number(number: str, link: str) -> None:
    assert phone_link(number) == link


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("info@huis.example", "mailto:info@huis.example"),
        ("geen adres", ""),
        ("a@b.nl?cc=c@d.nl", ""),
    ],
)
def test_a_mail_program_takes_the_address(address: str, link: str) -> None:
    assert mail_link(address) == link


def test_text_that_turns_its_direction_does_not_come_from_a_file() -> None:
    with pytest.raises(ValueError, match="stuurteken"):
        normal("a\u202eb")


def test_a_file_name_is_never_a_path() -> None:
    assert "/" not in file_name("a-b")
    assert file_name("aux") == "aux-.html"
